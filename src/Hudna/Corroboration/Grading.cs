namespace Hudna.Corroboration;

/// <summary>What people judged of one source, or of one incident's information, over time. The last entry holds.</summary>
/// <param name="Subject">The source's id, or the incident's.</param>
/// <param name="Entries">Each judgement, oldest first.</param>
public sealed record GradeHistory(string Subject, IReadOnlyList<GradeEntry> Entries)
{
    /// <summary>How many judgements there are; a new one names the revision that it saw.</summary>
    public int Revision => Entries.Count;

    /// <summary>What holds now; null when the last judgement was taken back.</summary>
    public string? Grade => Entries.Count == 0 ? null : Entries[^1].Grade;
}

/// <summary>One judgement.</summary>
/// <param name="Grade">A to F for a source, 1 to 6 for an incident's information; null takes the one before back, so that the rule's proposal holds.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record GradeEntry(string? Grade, string Reason, string By, DateTimeOffset At);
