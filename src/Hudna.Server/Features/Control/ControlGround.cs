using Hudna.Incidents;
using Hudna.Places;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Server.Features.Control;

/// <summary>All that claims on control say.</summary>
/// <param name="Places">The places.</param>
/// <param name="Groups">The groups of holders with their signs.</param>
public sealed record ControlGround(IReadOnlyList<ControlPlace> Places, IReadOnlyList<HolderSign> Groups)
{
    /// <summary>How far a place may lie to count as near.</summary>
    private const double NearKm = 15;

    internal static async Task<ControlGround> FindAsync(IRecord record, Gazetteer gazetteer, CancellationToken cancellation)
    {
        List<ReportedClaim> claims = await record.AllReportedClaimsAsync(new ClaimFilter { Kinds = [ClaimKind.Control], Live = true }, cancellation);
        IReadOnlyList<ControlPlace> places = [.. ControlView.Of(claims, new Affiliations(gazetteer)).Select(p => p with { Place = Located(p.Place, gazetteer) })];
        return new ControlGround(places, HolderSign.Of(places));
    }

    // A claim entered by hand may name a place without its coordinates.
    private static ClaimPlace Located(ClaimPlace place, Gazetteer gazetteer) =>
        place.Lat is null && place.PlaceId is { } id && gazetteer.Places.TryGetValue(id, out PlaceEntry? entry)
            ? place with { Lat = entry.Lat, Lon = entry.Lon } : place;

    /// <summary>Days from the first change to the last, the day asked for and the mission's own among them.</summary>
    internal (DateOnly First, DateOnly Last) Days(DateOnly on, DateOnly today)
    {
        DateOnly[] days = [.. Places.SelectMany(p => p.Changes), on, today];
        return (days.Min(), days.Max());
    }

    /// <summary>The last day before, and the first after, on which anything changes.</summary>
    internal (DateOnly? Before, DateOnly? After) Around(DateOnly on)
    {
        DateOnly[] days = [.. Places.SelectMany(p => p.Changes).Distinct().Order()];
        return (days.Where(d => d < on).Select(d => (DateOnly?)d).LastOrDefault(), days.Where(d => d > on).Select(d => (DateOnly?)d).FirstOrDefault());
    }

    internal ControlPlace? Find(string key) => Places.FirstOrDefault(p => string.Equals(p.Key, key, StringComparison.Ordinal));

    /// <summary>Other places of which claims speak, nearest first: a part of a city may have an id of its own.</summary>
    internal IReadOnlyList<ControlPlace> Near(ControlPlace place) =>
    [
        .. Places.Where(p => !string.Equals(p.Key, place.Key, StringComparison.Ordinal))
            .Select(p => (Place: p, Km: Distance.Km(place.Place, p.Place)))
            .Where(p => p.Km <= NearKm).OrderBy(p => p.Km).ThenBy(p => p.Place.Key, StringComparer.Ordinal).Select(p => p.Place),
    ];
}
