using Hudna.Acts;
using Hudna.Assessment;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Server.Features.Coverage;

/// <summary>A province on a day: what happened as far as is known, and whether anybody looked.</summary>
/// <param name="Day">The day.</param>
/// <param name="State">Whether anybody looked. Without it, no incident is not a quiet day.</param>
/// <param name="Hours">Hours of observation.</param>
/// <param name="Incidents">Incidents whose first possible day it is.</param>
/// <param name="Denied">Records of denied access.</param>
/// <param name="OutOfOrder">Records of what was out of order.</param>
public sealed record CoverageCell(DateOnly Day, CoverageState State, decimal Hours, int Incidents, int Denied, int OutOfOrder);

/// <summary>A province over a period.</summary>
/// <param name="Id">As <c>SY/Idlib</c>.</param>
/// <param name="NameEn">English name.</param>
/// <param name="NameAr">Arabic name.</param>
/// <param name="Days">Its days, in order.</param>
public sealed record CoverageProvince(string Id, string NameEn, string NameAr, IReadOnlyList<CoverageCell> Days);

/// <summary>Who looked where in a period, and what is known to have happened.</summary>
/// <param name="Provinces">The agreement's provinces, and any other with coverage or incidents, in order.</param>
/// <param name="Records">Records of coverage of the period.</param>
public sealed record CoverageGround(IReadOnlyList<CoverageProvince> Provinces, IReadOnlyList<CoverageRecord> Records)
{
    private const int PageSize = 5000;

    internal static async Task<CoverageGround> FindAsync(
        IRecord record, Gazetteer gazetteer, TimeZoneInfo zone, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var provinces = new Provinces(gazetteer);
        IReadOnlyList<CoverageRecord> records = (await record.CoverageAsync(
            new CoverageFilter { From = CoverageDays.Start(from, zone), To = CoverageDays.Start(until.AddDays(1), zone), Limit = PageSize }, cancellation)).Items;
        Dictionary<(string Province, DateOnly Day), int> incidents = await IncidentsAsync(record, provinces, from, until, cancellation);
        AgreementState? agreement = await record.AgreementAsync(cancellation);
        string[] ids =
        [
            .. (agreement is null ? [] : AgreementGround.Countries(agreement.Agreement, gazetteer)).SelectMany(provinces.All)
                .Concat(records.Select(r => r.Content.Place.Province)).Concat(incidents.Keys.Select(k => k.Province))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        ILookup<string, CoverageDay> days = CoverageDays.Of(records, zone, from, until, ids).ToLookup(d => d.Province, StringComparer.Ordinal);
        return new CoverageGround(
            [
                .. ids.Select(id => new CoverageProvince(
                    id, provinces.NameOf(id).En, provinces.NameOf(id).Ar,
                    [.. days[id].Select(d => new CoverageCell(d.Day, d.State, d.Hours, incidents.GetValueOrDefault((id, d.Day)), d.Denied.Count, d.OutOfOrder.Count))])),
            ],
            records);
    }

    private static async Task<Dictionary<(string Province, DateOnly Day), int>> IncidentsAsync(
        IRecord record, Provinces provinces, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var counts = new Dictionary<(string, DateOnly), int>();
        Page<RulingRow> page;
        int offset = 0;
        do
        {
            page = await record.RulingsAsync(new RulingFilter { From = from, To = until, Offset = offset, Limit = PageSize }, cancellation);
            offset += page.Items.Count;
            foreach (RulingRow row in page.Items)
            {
                string? province = row.Assessment is { } assessment ? assessment.Province : row.Incident.Place is { } place ? provinces.Of(place) : null;
                if (province is not null && row.Incident.First is { } first && first >= from && first <= until)
                {
                    counts[(province, first)] = counts.GetValueOrDefault((province, first)) + 1;
                }
            }
        }
        while (page.Items.Count > 0 && offset < page.Total);
        return counts;
    }
}
