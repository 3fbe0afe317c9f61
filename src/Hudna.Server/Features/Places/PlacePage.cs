using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Store;

namespace Hudna.Server.Features.Places;

/// <summary>Everything said of one place.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Entry">What the mission's list says of it; null when it is not there.</param>
/// <param name="Place">The place as the most precise claim has it; null when no claim names it.</param>
/// <param name="Names">Every wording the sources use, commonest first.</param>
/// <param name="Claims">Claims at it, newest first.</param>
/// <param name="Days">Claims per day.</param>
/// <param name="Incidents">Numbers of the incidents of these claims, by incident id.</param>
public sealed record PlacePage(
    string Id, PlaceEntry? Entry, ClaimPlace? Place, IReadOnlyList<string> Names, IReadOnlyList<ClaimInContext> Claims,
    IReadOnlyList<DayCount> Days, IReadOnlyDictionary<string, int> Incidents)
{
    internal static async Task<PlacePage?> FindAsync(IRecord record, Gazetteer gazetteer, string id, CancellationToken cancellation)
    {
        PlaceEntry? entry = gazetteer.Places.GetValueOrDefault(id);
        Page<Claim> claims = await record.ClaimsAsync(new ClaimFilter { PlaceId = id }, cancellation);
        if (entry is null && claims.Total == 0)
        {
            return null;
        }

        ClaimPlace[] places = [.. claims.Items.Select(c => c.Content.Place).OfType<ClaimPlace>()];
        return new PlacePage(
            id, entry, places.MinBy(p => p.Precision),
            [.. places.GroupBy(p => p.Text, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)],
            await ClaimInContext.OfAsync(record, claims.Items, cancellation),
            ClaimDays.Of(claims.Items), await ClaimDays.IncidentNumbersAsync(record, claims.Items, cancellation));
    }
}
