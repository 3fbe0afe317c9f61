namespace Hudna.Linking;

/// <summary>One source's report of one happening, as linking sees it. Null is unknown: what a source does not tell speaks neither for nor
/// against a link.</summary>
public sealed record LinkReport
{
    /// <summary>Unique among the reports linked together.</summary>
    public required string Id { get; init; }

    /// <summary>Who reports; null when not told.</summary>
    public string? Source { get; init; }

    /// <summary>First day it can mean; null when not told. Without a day a report is linked to none.</summary>
    public DateOnly? First { get; init; }

    /// <summary>Last day it can mean, inclusive; not before <see cref="First"/>.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>WGS 84 degrees north; null when not told.</summary>
    public double? Lat { get; init; }

    /// <summary>WGS 84 degrees east; null when not told.</summary>
    public double? Lon { get; init; }

    /// <summary>UCDP GED where_prec, 1 to 7: 1 exact, 2 near a known point, 3 ADM2, 4 ADM1, 5 larger or fuzzy, 6 country, 7 sea or air.</summary>
    public int Precision { get; init; } = 1;

    /// <summary>A name or id of the place; null when not told.</summary>
    public string? Place { get; init; }

    /// <summary>True when <see cref="Place"/> is an id of one list of places, so that two ids are two places.</summary>
    public bool IsPlaceListed { get; init; }

    /// <summary>First-order division; null when not told.</summary>
    public string? Adm1 { get; init; }

    /// <summary>Second-order division; null when not told.</summary>
    public string? Adm2 { get; init; }

    /// <summary>What was done, in the words or code of the source's scheme; null when not told.</summary>
    public string? Act { get; init; }

    /// <summary>Who did it; empty when not told.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>To whom, or the other side; empty when not told.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>People killed, at least; null when not told.</summary>
    public int? DeadLow { get; init; }

    /// <summary>People killed, as the source takes for best; null when not told.</summary>
    public int? DeadBest { get; init; }

    /// <summary>People killed, at most; null when not told.</summary>
    public int? DeadHigh { get; init; }

    /// <summary>The source's words; null when not told.</summary>
    public string? Text { get; init; }

    /// <summary>The incident that a person linked it to: reports pinned to one are one, reports pinned to two are never one. Null when nobody did.</summary>
    public string? Pinned { get; init; }

    /// <summary>Pins of incidents that a person took it from: it is never linked to a report pinned there.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];
}
