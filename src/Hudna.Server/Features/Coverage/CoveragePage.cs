using Hudna.Coverage;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Server.Features.Coverage;

/// <summary>Who looked where and when.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Zone">Zone of the days.</param>
/// <param name="Provinces">Each province with its days.</param>
/// <param name="Records">Records of coverage under the filter, in order of begin.</param>
public sealed record CoveragePage(
    DateOnly From, DateOnly Until, string Zone, IReadOnlyList<CoverageProvince> Provinces, Page<CoverageRecord> Records)
{
    internal static async Task<CoveragePage> FindAsync(
        IRecord record, Gazetteer gazetteer, TimeZoneInfo zone, DateOnly from, DateOnly until, CoverageFilter filter, CancellationToken cancellation)
    {
        CoverageGround ground = await CoverageGround.FindAsync(record, gazetteer, zone, from, until, cancellation);
        return new CoveragePage(
            from, until, zone.Id, [.. ground.Provinces.Where(p => filter.Province is null || string.Equals(p.Id, filter.Province, StringComparison.Ordinal))],
            await record.CoverageAsync(filter, cancellation));
    }
}
