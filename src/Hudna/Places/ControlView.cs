using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Places;

/// <summary>Who holds which place when, derived from claims on control. Rejected claims are left out; contradictory ones stay side by
/// side. The order in which claims are handed in does not matter.</summary>
public static class ControlView
{
    /// <summary>All places that claims on control speak of, in order of key.</summary>
    /// <param name="claims">Claims; those that are not on control or name no place are left out.</param>
    /// <param name="affiliations">What belongs to what: an army to its state.</param>
    public static IReadOnlyList<ControlPlace> Of(IEnumerable<ReportedClaim> claims, Affiliations affiliations) =>
    [
        .. claims.Where(c => c.Claim.Status != ClaimStatus.Rejected && c.Claim.Content is { Detail: ControlDetail, Place: not null })
            .OrderBy(c => c.Claim.Id, StringComparer.Ordinal)
            .GroupBy(c => KeyOf(c.Claim.Content.Place!), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => PlaceOf(g.Key, [.. g], affiliations)),
    ];

    /// <summary>What a place is found by: its id, or its folded name.</summary>
    public static string KeyOf(ClaimPlace place) => IncidentView.PlaceKey(place);

    private static ControlPlace PlaceOf(string key, List<ReportedClaim> claims, Affiliations affiliations) => new(
        key, IncidentView.BestPlace([.. claims.Select(c => c.Claim)])!,
        [.. claims.Select(c => ((ControlDetail)c.Claim.Content.Detail!).Infrastructure).OfType<Infrastructure>().Distinct().Order()],
        [
            .. claims.GroupBy(c => PartOf(c) is { } part ? SearchFold.Of(part) : "", StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => ControlLine.Of(PartOf(g.First())?.Trim(), g.Select(c => ControlMark.Of(c, affiliations)))),
        ]);

    private static string? PartOf(ReportedClaim claim) => ((ControlDetail)claim.Claim.Content.Detail!).Part?.Text;
}
