using Hudna.Incidents;

namespace Hudna.Bulletins;

/// <summary>How many people were killed or injured, as far as anybody says. Null is unknown, never 0.</summary>
/// <param name="Low">The lowest number that any claim gives.</param>
/// <param name="Best">The number that most sources give; null when there is no such number.</param>
/// <param name="High">The highest number that any claim gives.</param>
public sealed record Toll(decimal? Low, decimal? Best, decimal? High)
{
    /// <summary>Nobody says anything.</summary>
    public static Toll Unknown { get; } = new(null, null, null);

    /// <summary>True when some claim gives a number.</summary>
    public bool IsKnown => Low is not null || High is not null;

    /// <summary>The toll of several incidents: the sums of those known. There is a best sum only when every one that is known has a best
    /// number; else it would be a sum of some of them that looks like all.</summary>
    public static Toll Sum(IEnumerable<Toll> tolls)
    {
        List<Toll> known = [.. tolls.Where(t => t.IsKnown)];
        return known.Count == 0 ? Unknown : new Toll(
            known.Sum(t => t.Low ?? 0), known.TrueForAll(t => t.Best is not null) ? known.Sum(t => t.Best) : null, known.Sum(t => t.High ?? t.Low));
    }
}

/// <summary>An estimate from what claims say, after UCDP GED's low, best and high.</summary>
public static class CasualtyEstimate
{
    /// <summary>The estimate: low and high are the lowest and highest number that any claim gives. Best is the exact number that the most
    /// distinct sources give, when no other number has as many; a source that gives two numbers counts for both.</summary>
    /// <param name="told">Each claim's count with the sources of its report. Claims that are rejected, or that deny, are left out by the caller.</param>
    public static Toll Of(IEnumerable<(Count? Count, IReadOnlyList<string> Sources)> told)
    {
        List<(Count Count, IReadOnlyList<string> Sources)> given =
            [.. told.Where(t => t.Count is { } c && (c.Low is not null || c.High is not null)).Select(t => (t.Count!, t.Sources))];
        if (given.Count == 0)
        {
            return Toll.Unknown;
        }

        var votes = given.Where(t => t.Count.Low is not null && t.Count.Low == t.Count.High)
            .GroupBy(t => t.Count.Low!.Value)
            .Select(g => (Value: g.Key, Sources: g.SelectMany(t => t.Sources).Distinct(StringComparer.Ordinal).Count()))
            .OrderByDescending(v => v.Sources).ThenBy(v => v.Value).ToList();
        bool isUnique = votes.Count == 1 || (votes.Count > 1 && votes[0].Sources > votes[1].Sources);
        return new Toll(given.Min(t => t.Count.Low ?? t.Count.High), isUnique ? votes[0].Value : null, given.Max(t => t.Count.High ?? t.Count.Low));
    }
}
