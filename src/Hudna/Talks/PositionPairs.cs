using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>Finds what one speaker changed, and where it contradicts itself. Of a stance said again and again, only the words nearest to
/// one another in time are paired.</summary>
internal static class PositionPairs
{
    /// <summary>Each stance on one topic with the next, when that is another. Speaking without taking sides changes nothing.</summary>
    public static IEnumerable<PositionPair> Shifts(IReadOnlyList<PositionPoint> points)
    {
        PositionPoint[] sided = [.. points.Where(p => p.Stance != PositionStance.Neutral)];
        return from one in sided
               from other in sided
               where one.Stance != other.Stance && one.IsBefore(other) && !Array.Exists(sided, p => one.IsBefore(p) && p.IsBefore(other))
               select new PositionPair(one, other, IsOrdered: true);
    }

    /// <summary>For and against on one topic; or for everything and against a topic.</summary>
    /// <param name="points">All points of the speaker.</param>
    public static IReadOnlyList<PositionPair> Contradictions(IReadOnlyList<PositionPoint> points)
    {
        PositionPoint[] against = [.. points.Where(p => p.Stance == PositionStance.Opposes)], inFavour = [.. points.Where(p => PositionLedger.IsFor(p.Stance))];
        IEnumerable<PositionPair> pairs =
            from yes in inFavour
            from no in against
            where (yes.Topic is PositionLedger.Everything || Same(yes.Topic, no.Topic)) && IsNearest(yes, no)
            select no.IsBefore(yes) ? new PositionPair(no, yes, IsOrdered: true) : new PositionPair(yes, no, yes.IsBefore(no));
        return
        [
            .. pairs.OrderBy(p => p.IsOrdered ? p.Other.First!.Value : DateOnly.MaxValue).ThenBy(p => p.One.First ?? DateOnly.MaxValue)
                .ThenBy(p => p.One.Topic, StringComparer.Ordinal).ThenBy(p => p.Other.Topic, StringComparer.Ordinal)
                .ThenBy(p => p.One.Stance).ThenBy(p => p.Other.Stance).ThenBy(p => p.Other.First ?? DateOnly.MaxValue)
                .ThenBy(p => p.One.Last ?? DateOnly.MaxValue).ThenBy(p => p.Other.Last ?? DateOnly.MaxValue),
        ];

        bool IsNearest(PositionPoint yes, PositionPoint no) =>
            !Array.Exists(inFavour, p => Same(p.Topic, yes.Topic) && IsBetween(p, yes, no)) && !Array.Exists(against, p => Same(p.Topic, no.Topic) && IsBetween(p, yes, no));
    }

    private static bool IsBetween(PositionPoint point, PositionPoint a, PositionPoint b) =>
        (a.IsBefore(point) && point.IsBefore(b)) || (b.IsBefore(point) && point.IsBefore(a));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
