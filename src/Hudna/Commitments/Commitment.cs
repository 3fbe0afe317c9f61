using Hudna.Agreements;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Commitments;

/// <summary>A promise: what a source says that somebody undertook, or a provision of the agreement that obliges.</summary>
public sealed record Commitment
{
    /// <summary>The claim's id, or <see cref="ProvisionId"/>; what ratings name.</summary>
    public required string Id { get; init; }

    /// <summary>The claim with who reported it; null for a provision.</summary>
    public ReportedClaim? Said { get; init; }

    /// <summary>The provision; null for a claim.</summary>
    public Provision? Provision { get; init; }

    /// <summary>Where it was promised.</summary>
    public required CommitmentBasis Basis { get; init; }

    /// <summary>Id of the topic; null when of none.</summary>
    public string? Topic { get; init; }

    /// <summary>How it is put forward. What is possible or negated is shown and neither counted nor overdue.</summary>
    public required Modality Modality { get; init; }

    /// <summary>Who promised, as the source names them; empty for a provision.</summary>
    public IReadOnlyList<Party> By { get; init; } = [];

    /// <summary>To whom; empty when not told.</summary>
    public IReadOnlyList<Party> To { get; init; } = [];

    /// <summary>Ids of the actors who promised: of a provision, those whom it means on the day asked for.</summary>
    public IReadOnlyList<string> ActorIds { get; init; } = [];

    /// <summary>When it was made: the report's day, or the first on which the provision holds; null when not known.</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>Last day by which it is due, inclusive; null when none is told.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>How it was rated; null when it was not.</summary>
    public ImplementationRecord? Implementation { get; init; }

    /// <summary>The level on the day asked for, 0 to 3; null when not rated by then.</summary>
    public int? Level { get; init; }

    /// <summary>The day from which that level has stood; null when not rated by then.</summary>
    public DateOnly? LevelSince { get; init; }

    /// <summary>Due before the day asked for, and not carried out in full by then.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Ids of claims that seem to tell of the same promise (see <see cref="Repetitions"/>); nothing is merged.</summary>
    public IReadOnlyList<string> AlsoSaid { get; init; } = [];

    /// <summary>True when it is stated as a fact or a plan: only such promises are counted.</summary>
    public bool Counts => Modality is Modality.Asserted or Modality.Planned;
}

/// <summary>Counts of promises by how far they were carried out.</summary>
/// <param name="Promised">All that count.</param>
/// <param name="Levels">How many at level 0, 1, 2 and 3.</param>
/// <param name="NotRated">How many nobody rated.</param>
/// <param name="Overdue">How many are overdue.</param>
public sealed record CommitmentTally(int Promised, IReadOnlyList<int> Levels, int NotRated, int Overdue)
{
    /// <summary>Counts.</summary>
    public static CommitmentTally Of(IEnumerable<Commitment> commitments)
    {
        Commitment[] counted = [.. commitments.Where(c => c.Counts)];
        return new CommitmentTally(
            counted.Length, [.. Enumerable.Range(0, ImplementationRecord.Full + 1).Select(level => counted.Count(c => c.Level == level))],
            counted.Count(c => c.Level is null), counted.Count(c => c.IsOverdue));
    }
}

/// <summary>What one actor promised and delivered.</summary>
/// <param name="Key">The actor's id; for one not recognised, the folded words.</param>
/// <param name="Actor">As sources name it; null when only the agreement's provisions mean it.</param>
/// <param name="Tally">Counts of its promises; one of several actors counts for each.</param>
public sealed record ActorTally(string Key, Party? Actor, CommitmentTally Tally);
