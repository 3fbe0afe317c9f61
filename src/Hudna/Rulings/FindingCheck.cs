namespace Hudna.Rulings;

/// <summary>Whether the parts of a finding fit together. Pure; forms and the record ask the same.</summary>
public static class FindingCheck
{
    /// <summary>Longest note, in UTF-16 code units.</summary>
    public const int NoteLengthMax = 4000;

    private static readonly RulingReason[] Doubts =
        [RulingReason.AccessDenied, RulingReason.SourcesConflict, RulingReason.SingleSource, RulingReason.AuthorUnknown];

    /// <summary>Reasons that a ruling can have, in the vocabulary's order.</summary>
    /// <param name="ruling">The ruling.</param>
    /// <param name="scope">Scope, which decides for <see cref="Ruling.OutsideScope"/>; else it does not matter.</param>
    public static IReadOnlyList<RulingReason> Reasons(Ruling ruling, ScopeFinding scope) => (ruling, scope) switch
    {
        (Ruling.Violation, _) => [RulingReason.ProvisionBreached],
        (Ruling.NoViolation, _) => [RulingReason.SelfDefence, RulingReason.Permitted, RulingReason.DidNotOccur, RulingReason.NoPartyInvolved],
        (Ruling.OutsideScope, ScopeFinding.OutsideGroup) => [RulingReason.AuthorListed, RulingReason.TargetListed, RulingReason.AuthorNotBound],
        (Ruling.OutsideScope, ScopeFinding.OutsideArea) => [RulingReason.OutsideArea],
        (Ruling.OutsideScope, ScopeFinding.OutsideDate) => [RulingReason.OutsideDate],
        (Ruling.CannotConfirm or Ruling.InsufficientEvidence, _) => Doubts,
        (Ruling.Pending, _) => [RulingReason.InquiryOpen],
        _ => [],
    };

    /// <summary>What does not fit in a finding, as <c>scope: …</c>; null when all does.</summary>
    public static string? Problem(FindingContent content)
    {
        bool isAttributed = content.Attribution == AttributionFinding.Attributed;
        bool isOutside = content.Scope is ScopeFinding.OutsideGroup or ScopeFinding.OutsideArea or ScopeFinding.OutsideDate;
        bool didNotOccur = content is { Ruling: Ruling.NoViolation, Reason: RulingReason.DidNotOccur };
        return isAttributed && string.IsNullOrWhiteSpace(content.ActorId) ? "actor_id: who did it is expected, because it is attributed"
            : !isAttributed && content.ActorId is not null ? $"actor_id: nobody is expected, because it is not attributed; attribute it to {content.ActorId} or leave the name out"
            : content.Ruling == Ruling.Violation && content.Occurrence != OccurrenceFinding.Confirmed ? "occurrence: a violation must be confirmed to have happened"
            : content.Ruling == Ruling.Violation && content.Scope != ScopeFinding.Inside ? "scope: a violation must be inside the agreement's scope"
            : content.Ruling == Ruling.OutsideScope && !isOutside ? "scope: outside_group, outside_area or outside_date is expected for a ruling outside the scope"
            : content.Occurrence == OccurrenceFinding.Refuted != didNotOccur ? "occurrence: what is refuted is no violation because it did not occur, and only that"
            : Reason(content) ?? Note(content.Note);
    }

    internal static string? Note(string note) =>
        note.Length > NoteLengthMax ? $"note: at most {NoteLengthMax} characters are expected, not {note.Length}" : null;

    private static string? Reason(FindingContent content)
    {
        IReadOnlyList<RulingReason> reasons = Reasons(content.Ruling, content.Scope);
        return reasons.Contains(content.Reason) ? null
            : $"reason: {Name(content.Reason)} does not go with {Name(content.Ruling)}{(content.Ruling == Ruling.OutsideScope ? " by " + Name(content.Scope) : null)}; "
            + $"expected is {string.Join(" or ", reasons.Select(Name))}";
    }

    private static string Name<T>(T value)
        where T : struct, Enum => Reading.Wire.Name(value);
}
