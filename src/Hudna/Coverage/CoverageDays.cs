namespace Hudna.Coverage;

/// <summary>What can be said of a province and a day: whether anybody looked, for how long, by what means, and who was kept from it.
/// The order in which records are handed in does not matter.</summary>
public static class CoverageDays
{
    /// <summary>A line for each province and day.</summary>
    /// <param name="records">Records of coverage; those withdrawn are left out.</param>
    /// <param name="zone">Zone of the days.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">Last day, inclusive.</param>
    /// <param name="provinces">Provinces as <c>SY/Idlib</c>, in the order wanted; records elsewhere are left out.</param>
    /// <returns>Province by province in the order given, each with its days in order.</returns>
    public static IReadOnlyList<CoverageDay> Of(
        IEnumerable<CoverageRecord> records, TimeZoneInfo zone, DateOnly from, DateOnly until, IEnumerable<string> provinces)
    {
        ILookup<string, CoverageRecord> byProvince = records.Where(r => r.Withdrawn is null)
            .OrderBy(r => r.Content.From).ThenBy(r => r.Id, StringComparer.Ordinal)
            .ToLookup(r => r.Content.Place.Province, StringComparer.Ordinal);
        var days = new List<CoverageDay>();
        foreach (string province in provinces)
        {
            CoverageRecord[] here = [.. byProvince[province]];
            for (DateOnly day = from; day <= until; day = day.AddDays(1))
            {
                days.Add(Day(province, day, here, Start(day, zone), Start(day.AddDays(1), zone)));
            }
        }

        return days;
    }

    /// <summary>The moment at which a day begins in a zone. Where the clocks go forward at midnight, the day begins with the first moment
    /// that they show.</summary>
    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        // Asked from universal to local time: the other way, the runtime is unsure of clocks that change at midnight itself.
        DateTimeOffset midnight = new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        DateTimeOffset[] moments = [.. new[] { -6, 6 }.Select(hours => midnight - zone.GetUtcOffset(midnight.AddHours(hours) - zone.BaseUtcOffset)).Order()];
        DateTimeOffset start = moments.FirstOrDefault(m => DayOf(m, zone) >= day && DayOf(m.AddTicks(-1), zone) < day, moments[0]);
        return TimeZoneInfo.ConvertTime(start, zone);
    }

    /// <summary>How long a day is in a zone: 24 hours, 23 or 25 where the clocks change.</summary>
    public static TimeSpan Length(DateOnly day, TimeZoneInfo zone) => Start(day.AddDays(1), zone) - Start(day, zone);

    private static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    private static CoverageDay Day(string province, DateOnly day, CoverageRecord[] records, DateTimeOffset start, DateTimeOffset end)
    {
        CoverageRecord[] here = [.. records.Where(r => r.Content.From < end && r.Content.To > start)];
        CoverageRecord[] looked = [.. here.Where(Looked)];
        CoverageRecord[] denied = [.. here.Where(r => r.Content.Access == CoverageAccess.Denied)];
        return new CoverageDay(
            province, day,
            looked.Length > 0 ? CoverageState.Observed : denied.Length > 0 ? CoverageState.Denied : CoverageState.NotObserved,
            Union(looked, start, end),
            [.. looked.GroupBy(r => r.Content.Kind).OrderBy(g => g.Key).Select(g => new KindCoverage(g.Key, Union(g, start, end)))],
            [.. denied.Select(r => new DeniedAccess(r.Id, r.Content.DeniedBy))],
            [.. here.Where(r => r.Content.Access == CoverageAccess.OutOfOrder).Select(r => r.Id)]);
    }

    private static bool Looked(CoverageRecord record) => record.Content.Access is CoverageAccess.Full or CoverageAccess.Partial;

    // Two that look at the same time are one hour of observation, not two.
    private static TimeSpan Union(IEnumerable<CoverageRecord> records, DateTimeOffset start, DateTimeOffset end)
    {
        TimeSpan total = TimeSpan.Zero;
        DateTimeOffset reached = start;
        foreach (CoverageContent content in records.Select(r => r.Content).OrderBy(c => c.From))
        {
            DateTimeOffset from = content.From > reached ? content.From : reached;
            DateTimeOffset to = content.To < end ? content.To : end;
            if (to > from)
            {
                total += to - from;
                reached = to;
            }
        }

        return total;
    }
}

/// <summary>A province on a day.</summary>
/// <param name="Province">As <c>SY/Idlib</c>.</param>
/// <param name="Day">The day.</param>
/// <param name="State">Observed when anybody could look, in full or in part, for however short; denied when nobody could and somebody
/// was kept from it; else not observed.</param>
/// <param name="Observed">How long somebody looked; where several did at once, counted once. Never longer than the day.</param>
/// <param name="Kinds">How long by each means, in the vocabulary's order; their sum may be longer than the day.</param>
/// <param name="Denied">Who was kept from looking, in order of begin.</param>
/// <param name="OutOfOrder">Ids of records of what was out of order, in order of begin: they count as nobody looking.</param>
public sealed record CoverageDay(
    string Province, DateOnly Day, CoverageState State, TimeSpan Observed, IReadOnlyList<KindCoverage> Kinds,
    IReadOnlyList<DeniedAccess> Denied, IReadOnlyList<string> OutOfOrder)
{
    /// <summary>Hours of observation, with one decimal.</summary>
    public decimal Hours => Math.Round((decimal)Observed.TotalHours, 1, MidpointRounding.AwayFromZero);
}

/// <summary>How long one means looked.</summary>
/// <param name="Kind">The means.</param>
/// <param name="Observed">How long, overlaps counted once.</param>
public sealed record KindCoverage(CoverageKind Kind, TimeSpan Observed);

/// <summary>Access that was denied.</summary>
/// <param name="RecordId">The record of it.</param>
/// <param name="By">Who denied it; null when not told.</param>
public sealed record DeniedAccess(string RecordId, string? By);
