using Hudna.Agreements;

namespace Hudna.Rulings;

/// <summary>What the findings of the commission's members carry, by the commission's own rule. Pure; the page that offers a decision
/// and the record that takes it ask the same.</summary>
public static class Decisions
{
    /// <summary>The desk whose findings count for an actor: its guarantor's desk, else the first desk that speaks for it; null when none does.</summary>
    /// <param name="actorId">The actor.</param>
    /// <param name="desks">All desks, in order of their first acts.</param>
    public static Desk? DeskOf(string actorId, IReadOnlyList<Desk> desks) => desks
        .Where(d => string.Equals(d.ActorId, actorId, StringComparison.Ordinal))
        .OrderBy(d => d.Role == DeskRole.Guarantor ? 0 : 1).FirstOrDefault();

    /// <summary>The members on a day, each with its desk and that desk's finding, in the commission's order.</summary>
    public static IReadOnlyList<Voice> Voices(Commission commission, DateOnly day, IReadOnlyList<Desk> desks, IReadOnlyList<Finding> findings) =>
    [
        .. commission.Members.Where(m => m.Period.Holds(day)).Select(m => m.ActorId).Distinct(StringComparer.Ordinal).Select(actorId =>
        {
            Desk? desk = DeskOf(actorId, desks);
            return new Voice(actorId, desk, desk is null ? null : findings.FirstOrDefault(f => string.Equals(f.DeskId, desk.Id, StringComparison.Ordinal)));
        }),
    ];

    /// <summary>Whether the rule carries a ruling on a day.</summary>
    /// <param name="commission">The commission in office on that day.</param>
    /// <param name="day">The day: who is a member depends on it.</param>
    /// <param name="desks">All desks, in order of their first acts.</param>
    /// <param name="findings">The findings on the incident as they stand, in any order.</param>
    /// <param name="ruling">The ruling; <see cref="Ruling.Pending"/> is never carried.</param>
    public static Standing Carried(
        Commission commission, DateOnly day, IReadOnlyList<Desk> desks, IReadOnlyList<Finding> findings, Ruling ruling)
    {
        IReadOnlyList<Voice> voices = Voices(commission, day, desks, findings);
        int same = voices.Count(v => v.Ruling == ruling);
        (bool carried, string want) = commission.Rule switch
        {
            DecisionRule.Consensus => (same == voices.Count && same > 0, $"consensus of {voices.Count} is not there"),
            DecisionRule.Majority => (same * 2 > voices.Count, $"a majority, {(voices.Count / 2) + 1} of {voices.Count}, is not there"),
            _ => (voices.Any(v => v.Ruling == ruling && string.Equals(v.ActorId, commission.ChairId, StringComparison.Ordinal)),
                $"the chair {commission.ChairId} has not found {Reading.Wire.Name(ruling)}"),
        };
        return new Standing(
            carried, carried ? null : $"{want}: {(voices.Count == 0 ? "there is no member" : string.Join(", ", voices.Select(v => v.InWords)))}",
            [.. voices.Where(v => v.Ruling is { } r && r != ruling).Select(v => v.Desk!.Id)],
            [.. voices.Where(v => v.Ruling is null).Select(v => v.ActorId)],
            [.. voices.Where(v => v.Finding is not null).Select(v => new FindingSeen(v.Desk!.Id, v.Finding!.Revision))]);
    }

    /// <summary>The ruling that the rule carries now; null when it carries none. It never carries two.</summary>
    /// <inheritdoc cref="Carried"/>
    public static Ruling? Possible(Commission commission, DateOnly day, IReadOnlyList<Desk> desks, IReadOnlyList<Finding> findings) =>
        Enum.GetValues<Ruling>().Where(r => Carried(commission, day, desks, findings, r).IsCarried).Select(r => (Ruling?)r).FirstOrDefault();
}

/// <summary>How the members' findings stand to a ruling.</summary>
/// <param name="IsCarried">True when the commission's rule carries the ruling.</param>
/// <param name="Reason">Why it is not carried: who stands how; null when it is.</param>
/// <param name="Dissent">Desks of members whose finding has another ruling, in the commission's order.</param>
/// <param name="Silent">Actors of members without a finding, or with a pending one, in the commission's order.</param>
/// <param name="Rests">The members' findings as they stand, pending ones too: what a determination made now rests on.</param>
public sealed record Standing(
    bool IsCarried, string? Reason, IReadOnlyList<string> Dissent, IReadOnlyList<string> Silent, IReadOnlyList<FindingSeen> Rests);

/// <summary>A member of the commission and what its desk found.</summary>
/// <param name="ActorId">The member.</param>
/// <param name="Desk">Its desk; null when it has none.</param>
/// <param name="Finding">The desk's finding; null when it has none.</param>
public sealed record Voice(string ActorId, Desk? Desk, Finding? Finding)
{
    /// <summary>What it found; null without a finding, or with a pending one.</summary>
    public Ruling? Ruling => Finding is { Content.Ruling: not Rulings.Ruling.Pending } ? Finding.Content.Ruling : null;

    /// <summary>Where it stands, for messages: <c>russia violation</c>, <c>iran has no finding</c>.</summary>
    internal string InWords => Finding is null
        ? $"{Desk?.Id ?? ActorId} has no finding" : $"{Desk!.Id} {Reading.Wire.Name(Finding.Content.Ruling)}";
}
