namespace Hudna.Assessment;

/// <summary>How an incident's outcome changed for one lister, and what in the trace brought it about.</summary>
/// <param name="Lister">Id of the lister; null when the outcome is the same for all.</param>
/// <param name="Before">The outcome before; null when there was none.</param>
/// <param name="After">The outcome after.</param>
/// <param name="Because">Steps of the trace after the change that were not there before, in order; of them the first with another
/// answer is mostly the reason.</param>
/// <param name="NoLonger">Steps of the trace before the change that are there no more, in order.</param>
public sealed record AssessmentChange(
    string? Lister, ListOutcome? Before, ListOutcome After, IReadOnlyList<TraceStep> Because, IReadOnlyList<TraceStep> NoLonger)
{
    /// <summary>True when the outcome itself changed, not only what it rests on.</summary>
    public bool IsOfOutcome => Before is null || !IsSame(Before, After);

    /// <summary>The changes from one assessment to the next, one for each lister whose outcome or trace changed. Listers for whom the
    /// same changed in the same way stand as one when they stood together before and after.</summary>
    /// <param name="before">The earlier assessment; null when this is the first.</param>
    /// <param name="after">The later one.</param>
    public static IReadOnlyList<AssessmentChange> Of(IncidentAssessment? before, IncidentAssessment after)
    {
        string?[] listers = [.. (before?.Outcomes ?? []).Concat(after.Outcomes).SelectMany(o => o.Listers).Distinct(StringComparer.Ordinal)];
        var changes = new List<AssessmentChange>();
        foreach (string? lister in listers.Length == 0 ? [null] : listers)
        {
            ListOutcome? was = before is null ? null : For(before, lister);
            if (For(after, lister) is not { } now)
            {
                continue;
            }

            List<TraceStep> had = was is null ? [] : Steps(before!, was), has = Steps(after, now);
            List<TraceStep> because = [.. has.Where(s => !had.Exists(h => IsSame(h, s)))];
            List<TraceStep> noLonger = [.. had.Where(h => !has.Exists(s => IsSame(h, s)))];
            if (was is null || !IsSame(was, now) || because.Count + noLonger.Count > 0)
            {
                changes.Add(new AssessmentChange(lister, was, now, because, noLonger));
            }
        }

        // All the same for all: said once.
        return changes.Count == listers.Length && changes.Count > 1 && changes.TrueForAll(c => ReferenceEquals(c.Before, changes[0].Before) && ReferenceEquals(c.After, changes[0].After))
            ? [changes[0] with { Lister = null }] : changes;
    }

    private static ListOutcome? For(IncidentAssessment assessment, string? lister) =>
        assessment.Outcomes.FirstOrDefault(o => o.Listers.Count == 0 || lister is null || o.Listers.Contains(lister, StringComparer.Ordinal));

    private static List<TraceStep> Steps(IncidentAssessment assessment, ListOutcome outcome) =>
        [.. assessment.Steps, .. outcome.Variants.SelectMany(v => v.Steps)];

    private static bool IsSame(ListOutcome a, ListOutcome b) =>
        a.Outcome == b.Outcome && a.OutsideBy == b.OutsideBy && a.Provisions.SequenceEqual(b.Provisions, StringComparer.Ordinal) && a.Missing.SequenceEqual(b.Missing);

    private static bool IsSame(TraceStep a, TraceStep b) =>
        a.Question == b.Question && a.Result == b.Result && string.Equals(a.Reason, b.Reason, StringComparison.Ordinal)
        && a.Read.SequenceEqual(b.Read, StringComparer.Ordinal) && a.Clauses.SequenceEqual(b.Clauses, StringComparer.Ordinal);
}
