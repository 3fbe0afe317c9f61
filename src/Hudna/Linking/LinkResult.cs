namespace Hudna.Linking;

/// <summary>How reports are linked.</summary>
public sealed record LinkOptions
{
    /// <summary>Natural logarithm of the odds from which two are taken for one; 0 is as likely as not.</summary>
    public double Threshold { get; init; }

    /// <summary>Log odds from which two incidents are named as possibly one; not above the threshold.</summary>
    public double PossibleFrom { get; init; } = -2.2;

    /// <summary>Threads at most; 1 or more.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>What linking is at.</summary>
public enum LinkPhase
{
    /// <summary>Comparing pairs.</summary>
    Compare,

    /// <summary>Joining reports into incidents.</summary>
    Join,
}

/// <summary>How far linking is.</summary>
/// <param name="Phase">What it is at.</param>
/// <param name="Done">Share of it done, 0 to 1.</param>
public readonly record struct LinkProgress(LinkPhase Phase, double Done);

/// <summary>Reports put into incidents.</summary>
public sealed class LinkResult
{
    private readonly ReportTable table;
    private readonly FellegiSunter learned;
    private readonly int[] incident;
    private readonly double[] probability;
    private readonly List<PossibleLink> possible;

    internal LinkResult(
        ReportTable table, FellegiSunter learned, int[] incident, double[] probability, List<PossibleLink> possible)
    {
        this.table = table;
        this.learned = learned;
        this.incident = incident;
        this.probability = probability;
        this.possible = possible;
    }

    /// <summary>Number of reports.</summary>
    public int Count => table.Count;

    /// <summary>Each report's id, its incident (named by the report of the lowest id in it) and the probability, by the model, that it belongs there; for a report
    /// alone, that it belongs to no other. In order of id.</summary>
    public IEnumerable<(string Id, string Incident, double Probability)> Links() =>
        Enumerable.Range(0, table.Count).Select(i => (table.Ids[i], table.Ids[incident[i]], probability[i]));

    /// <summary>Incidents that may be one, the likeliest first.</summary>
    public IEnumerable<(string Incident, string Other, double Probability)> Possible() =>
        possible.Select(p => (table.Ids[p.A], table.Ids[p.B], p.Probability));

    /// <summary>The levels as learned, for people to read: field, level, m, u.</summary>
    public IEnumerable<(LinkField Field, int Level, double M, double U)> Levels() =>
        from field in Enumerable.Range(0, PairFields.Count)
        from level in Enumerable.Range(1, PairFields.Levels[field] - 1)
        select ((LinkField)field, level, learned.M((LinkField)field, level), learned.U((LinkField)field, level));
}
