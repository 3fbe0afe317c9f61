using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Operations;

/// <summary>An operation as its plan, the recorded stages and its claims show it. Nothing is merged, added up or averaged.</summary>
/// <param name="Timeline">What happened when, in order of time; what has no day comes last.</param>
/// <param name="Counts">What each source counted, in order of time.</param>
/// <param name="Completion">For each agreed number, what share each source's count makes of it.</param>
/// <param name="Contradictions">Days on which one source says that it was completed, and another that it was stopped.</param>
public sealed record OperationView(
    IReadOnlyList<OperationMoment> Timeline, IReadOnlyList<SourceCount> Counts, IReadOnlyList<CategoryCompletion> Completion,
    IReadOnlyList<OperationContradiction> Contradictions)
{
    /// <summary>A figure this near to an operation's words, in characters, in the same report, is taken to count it.</summary>
    public const int FigureCharsMax = 200;

    /// <summary>Puts together what is known.</summary>
    /// <param name="operation">The recorded operation; null for a proposed one.</param>
    /// <param name="claims">Its claims, none of them rejected.</param>
    /// <param name="figures">Figures of the same reports; those of people brought out near its words are taken.</param>
    public static OperationView Of(Operation? operation, IReadOnlyList<ReportedClaim> claims, IReadOnlyList<ReportedClaim> figures)
    {
        ReportedClaim[] inOrder = OperationMatches.InOrder(claims);
        IReadOnlyList<OperationEntry> stages = operation?.Stages ?? [];
        SourceCount[] counts =
        [
            .. stages.SelectMany(SourceCount.Of).Concat(inOrder.Select(SourceCount.Of).OfType<SourceCount>()).Concat(Figures(inOrder, figures))
                .OrderBy(c => c.First ?? DateOnly.MaxValue).ThenBy(c => c.Last ?? DateOnly.MaxValue).ThenBy(c => c.Source, StringComparer.Ordinal)
                .ThenBy(c => c.Stage ?? 0).ThenBy(c => c.ClaimId, StringComparer.Ordinal).ThenBy(c => c.Category).ThenBy(c => c.Low).ThenBy(c => c.High),
        ];
        return new OperationView(
            OperationMoment.Of(stages, inOrder), counts,
            [.. (operation?.Plan.Agreed ?? []).OrderBy(a => a.Category).Select(a => CategoryCompletion.Of(a, counts))],
            OperationContradiction.Of(stages, inOrder));
    }

    // The number in an operation's own words is not given twice.
    private static IEnumerable<SourceCount> Figures(ReportedClaim[] claims, IReadOnlyList<ReportedClaim> figures) => figures
        .Where(f => f.Claim is { Content: { Measure: Measure.Evacuated, Number: not null }, Status: not ClaimStatus.Rejected })
        .Where(f => claims.Any(c => IsNear(c.Claim, f.Claim)) && !claims.Any(c => IsSame(c.Claim, f.Claim)))
        .DistinctBy(f => f.Claim.Id, StringComparer.Ordinal).Select(f => SourceCount.Of(f)!);

    private static bool IsNear(Claim claim, Claim figure) => string.Equals(claim.ReportId, figure.ReportId, StringComparison.Ordinal)
        && Math.Max(claim.Content.Span.Start - figure.Content.Span.End, figure.Content.Span.Start - claim.Content.Span.End) <= FigureCharsMax;

    private static bool IsSame(Claim claim, Claim figure) => string.Equals(claim.ReportId, figure.ReportId, StringComparison.Ordinal)
        && claim.Content.Number is { } number && number.Low == figure.Content.Number!.Low && number.High == figure.Content.Number.High;
}

/// <summary>What happened at a time: one recorded stage, or claims that say the same stage in the same way of the same days.</summary>
/// <param name="Stage">How far it was.</param>
/// <param name="First">First day that it can mean; null when not known.</param>
/// <param name="Last">Last day that it can mean; null when not known.</param>
/// <param name="IsTold">False when the claims tell no day, and this is when they said so.</param>
/// <param name="Modality">How it is put forward; asserted for what is recorded.</param>
/// <param name="Entry">The recorded stage; null when claims say so.</param>
/// <param name="Claims">The claims; none for a recorded stage.</param>
public sealed record OperationMoment(
    OperationStage Stage, DateOnly? First, DateOnly? Last, bool IsTold, Modality Modality, OperationEntry? Entry, IReadOnlyList<ReportedClaim> Claims)
{
    internal static IReadOnlyList<OperationMoment> Of(IReadOnlyList<OperationEntry> stages, ReportedClaim[] claims) =>
    [
        .. stages.Select(s => new OperationMoment(s.Step.Stage, s.Step.On, s.Step.On, true, Modality.Asserted, s, []))
            .Concat(claims.GroupBy(c => (((OperationDetail)c.Claim.Content.Detail!).Stage, Days: OperationDays.Of(c), c.Claim.Content.Modality))
                .Select(g => new OperationMoment(
                    g.Key.Stage, g.Key.Days?.First, g.Key.Days?.Last, g.Key.Days?.IsTold ?? false, g.Key.Modality, null, [.. g])))
            .OrderBy(m => m.First ?? DateOnly.MaxValue).ThenBy(m => m.Last ?? DateOnly.MaxValue).ThenBy(m => m.Entry is null)
            .ThenBy(m => m.Entry?.Step.Time ?? TimeOnly.MaxValue).ThenBy(m => m.Stage).ThenBy(m => m.Modality).ThenBy(m => m.IsTold).ThenBy(m => m.Entry?.Number),
    ];
}

/// <summary>What one source counted at one time.</summary>
/// <param name="Source">Who counted: the outlet or team, several when they gave the same text.</param>
/// <param name="Speaker">Who said so within the report; null when the report says it in its own voice.</param>
/// <param name="Category">Of what; null when a claim does not tell.</param>
/// <param name="Words">Whom, in the source's words; null when not told.</param>
/// <param name="At">How far the operation was; null for a figure.</param>
/// <param name="Modality">How it is put forward.</param>
/// <param name="First">First day that it can mean; null when not known.</param>
/// <param name="Last">Last day that it can mean; null when not known.</param>
/// <param name="Low">At least; null when not told.</param>
/// <param name="High">At most; null when not told.</param>
/// <param name="Stage">Number of the recorded stage that gives it; null when a claim does.</param>
/// <param name="ClaimId">The claim that gives it; null when a recorded stage does.</param>
/// <param name="ReportId">The claim's report; null when a recorded stage gives it.</param>
public sealed record SourceCount(
    string Source, Party? Speaker, OperationCategory? Category, string? Words, OperationStage? At, Modality Modality, DateOnly? First, DateOnly? Last,
    decimal? Low, decimal? High, int? Stage, string? ClaimId, string? ReportId)
{
    /// <summary>True when it says what was done, not what is planned, possible or denied.</summary>
    public bool IsOfWhatWasDone => Modality == Modality.Asserted && At != OperationStage.Planned;

    internal static IEnumerable<SourceCount> Of(OperationEntry entry) => entry.Step.Counts.Select(c => new SourceCount(
        c.Source, null, c.Category, null, entry.Step.Stage, Modality.Asserted, entry.Step.On, entry.Step.On, c.Low, c.High, entry.Number, null, null));

    internal static SourceCount? Of(ReportedClaim claim)
    {
        ClaimContent content = claim.Claim.Content;
        OperationDays? days = OperationDays.Of(claim);
        return content.Number is not { } number ? null : new SourceCount(
            NamesOf(claim), content.Speaker, CategoryOf(content), content.Recipients.Count == 0 ? null : string.Join(" · ", content.Recipients.Select(r => r.Text)),
            (content.Detail as OperationDetail)?.Stage, content.Modality, days?.First, days?.Last, number.Low, number.High, null, claim.Claim.Id, claim.Claim.ReportId);
    }

    internal static string NamesOf(ReportedClaim claim) => string.Join(" · ", claim.Sources.Select(s => s.Name).Distinct(StringComparer.Ordinal));

    // Who is brought out or helped tells what is counted; a convoy's number without anybody may be of trucks, or of anything.
    private static OperationCategory? CategoryOf(ClaimContent content) => content switch
    {
        { Detail: OperationDetail { Type: OperationType.AidConvoy }, Recipients.Count: 0 } => null,
        { Detail: OperationDetail { Type: OperationType.PrisonerExchange } } => OperationCategory.Prisoners,
        { Recipients: { Count: > 0 } recipients } when recipients.All(r => r.Type is ActorType.ArmedGroup or ActorType.Military) => OperationCategory.Fighters,
        _ => OperationCategory.People,
    };
}

/// <summary>What share of an agreed number was reached, by each source's own count.</summary>
/// <param name="Agreed">What was agreed.</param>
/// <param name="Shares">One for each count of the same category of what was done, in order of time.</param>
public sealed record CategoryCompletion(AgreedNumber Agreed, IReadOnlyList<CompletionShare> Shares)
{
    internal static CategoryCompletion Of(AgreedNumber agreed, IEnumerable<SourceCount> counts) => new(
        agreed, [.. counts.Where(c => c.Category == agreed.Category && c.IsOfWhatWasDone).Select(c => CompletionShare.Of(agreed, c))]);
}

/// <summary>What share of an agreed number one count makes.</summary>
/// <param name="Count">The count.</param>
/// <param name="Low">Its lower bound over the upper one agreed, 1 for all; null when one of them is not known or nothing was agreed.</param>
/// <param name="High">Its upper bound over the lower one agreed; null likewise.</param>
public sealed record CompletionShare(SourceCount Count, decimal? Low, decimal? High)
{
    internal static CompletionShare Of(AgreedNumber agreed, SourceCount count) => new(count, Ratio(count.Low, agreed.High), Ratio(count.High, agreed.Low));

    private static decimal? Ratio(decimal? part, decimal? whole) => part is { } p && whole is { } w && w > 0 ? Math.Round(p / w, 4) : null;
}

/// <summary>A day on which sources say opposite things of it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Completed">Who says that it was completed.</param>
/// <param name="Stopped">Who says that it was obstructed or suspended.</param>
public sealed record OperationContradiction(DateOnly Day, IReadOnlyList<StageWord> Completed, IReadOnlyList<StageWord> Stopped)
{
    internal static IReadOnlyList<OperationContradiction> Of(IReadOnlyList<OperationEntry> stages, ReportedClaim[] claims)
    {
        IEnumerable<(DateOnly Day, StageWord Word)> all = stages.Select(s => (s.Step.On, new StageWord(null, s.Step.Stage, s.Number, null)))
            .Concat(claims.Where(c => c.Claim.Content.Modality == Modality.Asserted && OperationDays.Of(c) is { IsTold: true } d && d.First == d.Last)
                .Select(c => (OperationDays.Of(c)!.Value.First, new StageWord(SourceCount.NamesOf(c), ((OperationDetail)c.Claim.Content.Detail!).Stage, null, c))));
        return
        [
            .. all.GroupBy(s => s.Day).OrderBy(g => g.Key).Select(g => new OperationContradiction(
                    g.Key, [.. g.Select(s => s.Word).Where(w => w.Stage == OperationStage.Completed)],
                    [.. g.Select(s => s.Word).Where(w => w.Stage is OperationStage.Obstructed or OperationStage.Suspended)]))
                .Where(c => c.Completed.Any(a => c.Stopped.Any(b => !string.Equals(a.Source, b.Source, StringComparison.Ordinal)))),
        ];
    }
}

/// <summary>Who says how far it was.</summary>
/// <param name="Source">The claim's sources; null for a recorded stage.</param>
/// <param name="Stage">How far.</param>
/// <param name="Number">Number of the recorded stage; null when a claim says so.</param>
/// <param name="Claim">The claim; null for a recorded stage.</param>
public sealed record StageWord(string? Source, OperationStage Stage, int? Number, ReportedClaim? Claim);
