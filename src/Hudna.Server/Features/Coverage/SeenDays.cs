using Hudna.Coverage;
using Hudna.Reading;
using Hudna.Server.Features.Incidents;
using Hudna.Store;

namespace Hudna.Server.Features.Coverage;

/// <summary>What somebody looked at, for the map.</summary>
/// <param name="Lat">WGS 84 degrees north.</param>
/// <param name="Lon">WGS 84 degrees east.</param>
/// <param name="Km">How far one could see, in kilometres; 0 when not told.</param>
/// <param name="Access">The best access that anybody had there.</param>
/// <param name="Name">The place, as recorded.</param>
/// <param name="PlaceId">Place of the gazetteer; null when not recognised.</param>
public sealed record SeenArea(double Lat, double Lon, double Km, CoverageAccess Access, string Name, string? PlaceId);

/// <summary>What was looked at on the days that a list of incidents is about: no data is never shown as quiet.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Never">Provinces that nobody observed on any of the days.</param>
/// <param name="Partly">Provinces that somebody observed on some of the days only.</param>
/// <param name="Dark">Days of the timeline on which nobody observed anything.</param>
/// <param name="Areas">Spots observed, or denied, on the days.</param>
/// <param name="Wide">Provinces that a record covers as a whole.</param>
public sealed record SeenDays(
    DateOnly From, DateOnly Until, IReadOnlyList<CoverageProvince> Never, IReadOnlyList<CoverageProvince> Partly, IReadOnlyList<DateOnly> Dark,
    IReadOnlyList<SeenArea> Areas, IReadOnlyList<CoverageProvince> Wide)
{
    /// <summary>Over more days nothing is said: what somebody saw once in years tells nothing.</summary>
    private const int DaysMax = 400;

    /// <summary>For the days of a filter, and where it leaves them open those of the timeline; null when there are none, or too many.</summary>
    internal static async Task<SeenDays?> FindAsync(
        IRecord record, Gazetteer gazetteer, TimeZoneInfo zone, IncidentFilter filter, IReadOnlyList<DayCount> days, CancellationToken cancellation)
    {
        DateOnly? from = filter.From ?? (days.Count > 0 ? days[0].Day : filter.To), until = filter.To ?? (days.Count > 0 ? days[^1].Day : filter.From);
        if (from is not { } first || until is not { } last || last < first)
        {
            return null;
        }

        IReadOnlyList<TimelineBar> bars = TimelineBar.Of(days);
        DateOnly begin = bars.Count > 0 && bars[0].First < first ? bars[0].First : first, end = bars.Count > 0 && bars[^1].Last > last ? bars[^1].Last : last;
        if (end.DayNumber - begin.DayNumber >= DaysMax)
        {
            return null;
        }

        CoverageGround ground = await CoverageGround.FindAsync(record, gazetteer, zone, begin, end, cancellation);
        bool isChosen(CoverageCell cell) => cell.Day >= first && cell.Day <= last;
        int seen(CoverageProvince p) => p.Days.Count(d => isChosen(d) && d.State == CoverageState.Observed);
        DateTimeOffset start = CoverageDays.Start(first, zone), stop = CoverageDays.Start(last.AddDays(1), zone);
        CoverageRecord[] chosen = [.. ground.Records.Where(r => r.Content.From < stop && r.Content.To > start && r.Content.Access != CoverageAccess.OutOfOrder)];
        return new SeenDays(
            first, last, [.. ground.Provinces.Where(p => seen(p) == 0)], [.. ground.Provinces.Where(p => seen(p) > 0 && seen(p) <= last.DayNumber - first.DayNumber)],
            [.. Enumerable.Range(0, end.DayNumber - begin.DayNumber + 1).Where(i => ground.Provinces.All(p => p.Days[i].State != CoverageState.Observed)).Select(begin.AddDays)],
            [
                .. chosen.Where(r => r.Content.Place.Center is not null)
                    .GroupBy(r => (r.Content.Place.Center!.Value.Lat, r.Content.Place.Center.Value.Lon, Km: r.Content.Place.RadiusKm ?? 0))
                    .Select(g => new SeenArea(
                        g.Key.Lat, g.Key.Lon, g.Key.Km, g.Min(r => r.Content.Access), g.First().Content.Place.Name, g.First().Content.Place.PlaceId))
                    .OrderByDescending(a => a.Km).ThenBy(a => a.Lat).ThenBy(a => a.Lon),
            ],
            [.. ground.Provinces.Where(p => chosen.Any(r => r.Content.Place.Center is null && r.Content.Access != CoverageAccess.Denied && string.Equals(r.Content.Place.Province, p.Id, StringComparison.Ordinal)))]);
    }
}
