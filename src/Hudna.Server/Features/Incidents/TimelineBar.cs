using Hudna.Store;

namespace Hudna.Server.Features.Incidents;

/// <summary>One bar of the timeline: a day, or a week or more when the days are too many to be told apart.</summary>
/// <param name="First">First day.</param>
/// <param name="Days">Number of days it stands for.</param>
/// <param name="Count">Incidents that may have begun on them.</param>
internal sealed record TimelineBar(DateOnly First, int Days, int Count)
{
    private const int BarsMax = 160;
    private const int Week = 7;

    public DateOnly Last => First.AddDays(Days - 1);

    /// <summary>Bars from the first day to the last, those without incidents left out; the first and the last are always there.</summary>
    public static IReadOnlyList<TimelineBar> Of(IReadOnlyList<DayCount> days)
    {
        if (days.Count == 0)
        {
            return [];
        }

        DateOnly first = days[0].Day;
        int total = days[^1].Day.DayNumber - first.DayNumber + 1;
        int size = total <= BarsMax ? 1 : (int)Math.Ceiling(total / (double)(BarsMax * Week)) * Week;
        return [.. days.GroupBy(d => (d.Day.DayNumber - first.DayNumber) / size)
            .Select(g => new TimelineBar(first.AddDays(g.Key * size), size, g.Sum(d => d.Count)))];
    }
}
