using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Server.Features.Claims;

/// <summary>Claims by the day they speak of.</summary>
internal static class ClaimDays
{
    public static IReadOnlyList<DayCount> Of(IEnumerable<Claim> claims) =>
    [
        .. claims.Where(c => c.Status != ClaimStatus.Rejected && c.Content.Time is not null)
            .GroupBy(c => c.Content.Time!.First)
            .OrderBy(g => g.Key)
            .Select(g => new DayCount(g.Key, g.Count())),
    ];

    /// <summary>Numbers of the incidents that claims are linked to, by incident id.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> IncidentNumbersAsync(IRecord record, IEnumerable<Claim> claims, CancellationToken cancellation)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string id in claims.Select(c => c.IncidentId).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await record.IncidentAsync(id, cancellation) is { } incident)
            {
                numbers[id] = incident.Number;
            }
        }

        return numbers;
    }
}
