using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>Derives what an incident shows from the claims linked to it. Nothing is merged or averaged: bounds are the lowest and
/// the highest that any claim gives, and where claims differ the values stand side by side. Rejected claims are left out. The order
/// in which claims are handed in does not matter.</summary>
public static class IncidentView
{
    /// <summary>The incident as its claims describe it.</summary>
    /// <param name="id">The incident's id.</param>
    /// <param name="number">What people call it by.</param>
    /// <param name="claims">The claims linked to it.</param>
    /// <param name="sources">Names of the sources of each of the claims' reports, by report id.</param>
    public static Incident Of(
        string id, int number, IEnumerable<Claim> claims, IReadOnlyDictionary<string, IReadOnlyList<string>> sources)
    {
        List<Claim> live = [.. claims.Where(c => c.Status != ClaimStatus.Rejected).OrderBy(c => c.Id, StringComparer.Ordinal)];

        // What is denied has no toll and no place of its own, unless nothing else is claimed.
        List<Claim> told = [.. live.Where(c => c.Content.Modality != Modality.Negated)];
        List<Claim> describing = told.Count > 0 ? told : live;
        List<ClaimTime> times = [.. describing.Select(c => c.Content.Time).OfType<ClaimTime>()];
        return new Incident
        {
            Id = id,
            Number = number,
            Acts = ActsOf(describing),
            Place = BestPlace(describing),
            First = times.Count == 0 ? null : times.Min(t => t.First),
            Last = times.Count == 0 ? null : times.Max(t => t.Last),
            Dead = Bounds(told.Select(c => c.Content.Dead)),
            Injured = Bounds(told.Select(c => c.Content.Injured)),
            Actors = Distinct(live.SelectMany(c => c.Content.Actors)),
            Recipients = Distinct(live.SelectMany(c => c.Content.Recipients)),
            Claims = live.Count,
            Sources = [.. live.SelectMany(c => sources.GetValueOrDefault(c.ReportId, [])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Differences = ClaimDifferences.Of(live),
        };
    }

    private static List<IncidentAct> ActsOf(List<Claim> claims) =>
    [
        .. claims.Where(c => c.Content.Type is not null)
            .GroupBy(c => (Type: c.Content.Type!.Value, c.Content.Mode))
            .Select(g => new IncidentAct(g.Key.Type, g.Key.Mode, g.Count()))
            .OrderByDescending(a => a.Claims).ThenBy(a => a.Type).ThenBy(a => a.Mode is null).ThenBy(a => a.Mode, StringComparer.Ordinal),
    ];

    // The most precise one; among those the one that most claims name; then by id, so that the same claims always give the same.
    internal static ClaimPlace? BestPlace(IReadOnlyList<Claim> claims) => claims
        .Where(c => c.Content.Place is not null)
        .GroupBy(c => (c.Content.Place!.Precision, Key: PlaceKey(c.Content.Place)))
        .OrderBy(g => g.Key.Precision).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Key, StringComparer.Ordinal)
        .Select(g => g.OrderBy(c => c.Id, StringComparer.Ordinal).First().Content.Place)
        .FirstOrDefault();

    internal static string PlaceKey(ClaimPlace place) => place.PlaceId ?? SearchFold.Of(place.Name ?? place.Text);

    // "At least 20" beside "12" gives 12 to 20: 20 is the highest number anyone gives, and nobody gives a bound above it.
    private static Count? Bounds(IEnumerable<Count?> counts)
    {
        List<Count> given = [.. counts.OfType<Count>().Where(c => c.Low is not null || c.High is not null)];
        return given.Count == 0 ? null : new Count(given.Min(c => c.Low ?? c.High), given.Max(c => c.High ?? c.Low), null);
    }

    private static List<Party> Distinct(IEnumerable<Party> parties) =>
    [
        .. parties.GroupBy(PartyKey, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.OrderBy(p => p.Text, StringComparer.Ordinal).First() with { Span = null }),
    ];

    internal static string PartyKey(Party party) => party.ActorId ?? SearchFold.Of(party.Name ?? party.Text);
}
