namespace Hudna.Corroboration;

/// <summary>What two texts have in common, counted in distinct runs of words (A. Broder, "On the resemblance and containment of documents",
/// 1997). Handing the two in the other order gives the same shares.</summary>
/// <param name="Shared">Runs that both have.</param>
/// <param name="Resemblance">Shared runs by all runs of either, 0 to 1.</param>
/// <param name="Containment">Shared runs by the runs of the shorter text, 0 to 1.</param>
public readonly record struct TextOverlap(int Shared, double Resemblance, double Containment)
{
    /// <summary>From so many shared runs on, a passage is more than a formula or a common quotation: a long sentence or two short ones.</summary>
    public const int SharedMin = 20;

    /// <summary>The share of the shorter text from which one of two goes back to the other.</summary>
    public const double CopyMin = 0.4;

    /// <summary>The share of both from which they are one text, edited here and there.</summary>
    public const double SameMin = 0.4;

    /// <summary>True when one of the two texts, or a third behind both, gave the other its words.</summary>
    public bool IsCopy => Shared >= SharedMin && Containment >= CopyMin;

    /// <summary>True when the two are one text as wholes.</summary>
    public bool IsSame => IsCopy && Resemblance >= SameMin;

    /// <summary>Compares two texts.</summary>
    public static TextOverlap Of(string a, string b) => Of(TextSignature.DistinctRuns(a), TextSignature.DistinctRuns(b));

    /// <summary>Compares two texts by their runs (<see cref="TextSignature.DistinctRuns"/>).</summary>
    public static TextOverlap Of(HashSet<ulong> a, HashSet<ulong> b)
    {
        (HashSet<ulong> small, HashSet<ulong> large) = a.Count <= b.Count ? (a, b) : (b, a);
        int shared = small.Count(large.Contains);
        return shared == 0 ? default : new TextOverlap(
            shared, shared / (double)(small.Count + large.Count - shared), shared / (double)small.Count);
    }
}

/// <summary>Two reports that share their words.</summary>
/// <param name="ReportId">One.</param>
/// <param name="OtherId">The other.</param>
/// <param name="Overlap">How much.</param>
public sealed record TextCopy(string ReportId, string OtherId, TextOverlap Overlap);
