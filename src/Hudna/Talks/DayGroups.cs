using System.Globalization;
using Hudna.Incidents;

namespace Hudna.Talks;

/// <summary>Claims that are taken to be on one and the same event because of the days they give.</summary>
/// <param name="Key">What an address calls it: the first day (<c>2017-01-23</c>), the month (<c>2017-01</c>) or longer span
/// (<c>2017-01-01..2017-03-31</c>), the day without year (<c>--01-23</c>), or <see cref="DayGroups.Undated"/>.</param>
/// <param name="First">First day of its narrowest claims; null when no year is told.</param>
/// <param name="Last">Last day, inclusive; null exactly when <paramref name="First"/> is.</param>
/// <param name="Claims">Its claims, in order of their ids.</param>
public sealed record DayGroup(string Key, DateOnly? First, DateOnly? Last, IReadOnlyList<ReportedClaim> Claims);

/// <summary>
/// Puts claims on events together by their days. The same claims in any order give the same groups:
/// claims whose days overlap or lie at most <see cref="GapDaysMax"/> days apart are one group; a chain of such that comes to more than
/// <see cref="ClaimDay.NarrowDaysMax"/> days is cut at its widest gap, the earliest of equal ones, until none does. A claim that tells
/// no more than a month, or a longer span, joins the only group of days that lies in it, else it stands for itself; so does a day
/// without year, which joins the only group that holds that day. Days without year that join none are put together like days of one
/// year, which begins after the widest gap between them. Claims without any day are a group of their own.
/// </summary>
public static class DayGroups
{
    /// <summary>Days between two statements on one event, at most: sources differ on when it is, was reached, began.</summary>
    public const int GapDaysMax = 3;

    /// <summary>Key of the claims that give no day.</summary>
    public const string Undated = "undated";

    /// <summary>The groups: dated ones by day, then those without year, then the undated.</summary>
    public static IReadOnlyList<DayGroup> Of(IEnumerable<ReportedClaim> claims)
    {
        ILookup<ClaimDay, ReportedClaim> byDay = claims.ToLookup(c => ClaimDay.Of(c.Claim.Content));
        ClaimDay[] days = [.. byDay.Select(g => g.Key)];
        List<List<ClaimDay>> groups = Split([.. days.Where(d => d.IsNarrow).OrderBy(d => d.First).ThenBy(d => d.Last)]);
        List<List<ClaimDay>> dated = [.. groups.Select(g => g.ToList())];
        List<ClaimDay> yearless = [];
        foreach (ClaimDay day in days.Where(d => !d.IsNarrow))
        {
            // Only groups of days are asked, never what joined them, so that the order does not matter.
            int[] fitting = [.. Enumerable.Range(0, dated.Count).Where(i => Takes(Span(dated[i]), day))];
            if (fitting.Length == 1)
            {
                groups[fitting[0]].Add(day);
            }
            else if (day.Yearless is null)
            {
                groups.Add([day]);
            }
            else
            {
                yearless.Add(day);
            }
        }

        groups.AddRange(Yearless(yearless));

        return
        [
            .. groups.Select(g => Group(g, g.SelectMany(d => byDay[d])))
                .OrderBy(g => g.First is null).ThenBy(g => g.First).ThenBy(g => g.Last).ThenBy(g => g.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Several groups as one, which is called by the first of them.</summary>
    internal static DayGroup Joined(IReadOnlyList<DayGroup> groups)
    {
        DayGroup first = groups.OrderBy(g => g.First).ThenBy(g => g.Key, StringComparer.Ordinal).First();
        return new DayGroup(first.Key, first.First, groups.Max(g => g.Last), Ordered(groups.SelectMany(g => g.Claims)));
    }

    private static DayGroup Group(List<ClaimDay> days, IEnumerable<ReportedClaim> claims)
    {
        ClaimDay span = days.Exists(d => d.IsNarrow) ? Span([.. days.Where(d => d.IsNarrow)]) : days[0];
        return new DayGroup(KeyOf(span), span.First, span.Last, Ordered(claims));
    }

    private static ReportedClaim[] Ordered(IEnumerable<ReportedClaim> claims) => [.. claims.OrderBy(c => c.Claim.Id, StringComparer.Ordinal)];

    private static string KeyOf(ClaimDay span) => span switch
    {
        { First: null } => span.Yearless ?? Undated,
        { IsNarrow: true } => Iso(span.First.Value),
        { First: { } first, Last: { } last } => first.Day == 1 && first.AddMonths(1).AddDays(-1) == last
            ? first.ToString("yyyy-MM", CultureInfo.InvariantCulture) : $"{Iso(first)}..{Iso(last)}",
        _ => throw new InvalidOperationException("A span has two ends."),
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool Takes(ClaimDay group, ClaimDay day) => day.Yearless is not null ? group.Meets(day)
        : day.First is { } first && first <= group.First && day.Last >= group.Last;

    private static ClaimDay Span(IReadOnlyCollection<ClaimDay> days) => new(days.Min(d => d.First), days.Max(d => d.Last), null);

    // 29 and 30 December, or 31 December and 1 January: laid out on one year from the widest gap on, and split like any days.
    private static IEnumerable<List<ClaimDay>> Yearless(List<ClaimDay> days)
    {
        if (days.Count == 0)
        {
            yield break;
        }

        int[] at = [.. days.Select(d => d.DayOfLeapYear).Order()];
        int start = Enumerable.Range(0, at.Length).MaxBy(i => (at[i] - at[(i + at.Length - 1) % at.Length] + ClaimDay.LeapYearDays - 1) % ClaimDay.LeapYearDays);
        var laid = days.ToDictionary(d => new DateOnly(2000, 1, 1).AddDays((d.DayOfLeapYear - at[start] + ClaimDay.LeapYearDays) % ClaimDay.LeapYearDays));
        foreach (List<ClaimDay> group in Split([.. laid.Keys.Order().Select(d => new ClaimDay(d, d, null))]))
        {
            yield return [.. group.Select(d => laid[d.First!.Value])];
        }
    }

    private static List<List<ClaimDay>> Split(IReadOnlyList<ClaimDay> days)
    {
        if (days.Count == 0)
        {
            return [];
        }

        (int at, int gap) = (0, int.MinValue);
        DateOnly end = days[0].Last!.Value;
        for (int i = 1; i < days.Count; i++)
        {
            // Never between two that begin on one day: each group has a first day of its own.
            int between = days[i].First == days[i - 1].First ? int.MinValue : days[i].First!.Value.DayNumber - end.DayNumber;
            (at, gap) = between > gap ? (i, between) : (at, gap);
            end = days[i].Last > end ? days[i].Last!.Value : end;
        }

        return days.Count == 1 || (gap <= GapDaysMax && Span(days).IsNarrow)
            ? [[.. days]] : [.. Split([.. days.Take(at)]), .. Split([.. days.Skip(at)])];
    }
}
