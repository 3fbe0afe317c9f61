using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Store;

namespace Hudna.Server.Features.Incidents;

/// <summary>Unlinked claims that may be about an incident, for a person to choose from.</summary>
internal static class LinkCandidates
{
    // Wider than the linker looks (5 km, a day): what fits so well is linked already.
    private const double NearKm = 30;
    private const int NearDays = 3;
    private const double KmPerDegree = 111.2;
    private const int OfferedMax = 60;

    /// <summary>Events and figures of the reports that speak of it already, then events of its types near in place and time; newest
    /// first, at most 60.</summary>
    public static async Task<IReadOnlyList<ClaimInContext>> OfAsync(
        IRecord record, Incident incident, IEnumerable<string> reportIds, CancellationToken cancellation)
    {
        var found = new List<Claim>();
        foreach (string reportId in reportIds.Distinct(StringComparer.Ordinal))
        {
            Page<Claim> own = await record.ClaimsAsync(new ClaimFilter { ReportId = reportId, Unlinked = true, Limit = OfferedMax }, cancellation);
            found.AddRange(own.Items.Where(c => c.Content.Kind is ClaimKind.Event or ClaimKind.Figure));
        }

        if (Box(incident) is { } box && incident is { First: { } first, Last: { } last })
        {
            foreach (EventType type in incident.Acts.Select(a => a.Type).Distinct())
            {
                var near = new ClaimFilter
                {
                    Kind = ClaimKind.Event,
                    Type = type,
                    Unlinked = true,
                    Box = box,
                    From = Shift(first, -NearDays),
                    To = Shift(last, NearDays),
                    Limit = OfferedMax,
                };
                found.AddRange((await record.ClaimsAsync(near, cancellation)).Items);
            }
        }

        return await ClaimInContext.OfAsync(record, [.. found.DistinctBy(c => c.Id, StringComparer.Ordinal).Take(OfferedMax)], cancellation);
    }

    private static GeoBox? Box(Incident incident)
    {
        if (incident.Place is not { Lat: { } lat, Lon: { } lon })
        {
            return null;
        }

        double high = NearKm / KmPerDegree, wide = high / Math.Max(0.01, Math.Cos(double.DegreesToRadians(lat)));
        return new GeoBox(lon - wide, lat - high, lon + wide, lat + high);
    }

    private static DateOnly Shift(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
