using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Server.Features.Claims;
using Hudna.Store;

namespace Hudna.Server.Features.Links;

/// <summary>Two incidents that may be one, with what a person needs to decide.</summary>
/// <param name="Incident">The one of the lower number.</param>
/// <param name="Other">The other.</param>
/// <param name="Evidence">Why the machine takes them for possibly one; its own side is the incident's.</param>
/// <param name="Claims">Some of the incident's claims with their sources' words, at most 3.</param>
/// <param name="OtherClaims">Some of the other's.</param>
/// <param name="RuledOn">A finding, a determination or a complaint rests on the incident.</param>
/// <param name="OtherRuledOn">One rests on the other.</param>
public sealed record LinkPair(
    Incident Incident, Incident Other, LinkEvidence Evidence, IReadOnlyList<ClaimInContext> Claims, IReadOnlyList<ClaimInContext> OtherClaims,
    bool RuledOn, bool OtherRuledOn)
{
    private const int QuotedMax = 3;

    /// <summary>Which stays when both are one: the one that is ruled on, else the lower number; null when both are ruled on.</summary>
    internal (Incident Stays, Incident Goes)? Merged => RuledOn && OtherRuledOn ? null : OtherRuledOn ? (Other, Incident) : (Incident, Other);

    internal static async Task<IReadOnlyList<LinkPair>> OfAsync(IRecord record, IEnumerable<PossiblePair> pairs, CancellationToken cancellation)
    {
        List<LinkPair> found = [];
        foreach (PossiblePair pair in pairs)
        {
            found.Add(new LinkPair(
                pair.Incident, pair.Other, pair.Evidence, await WordsAsync(pair.Incident), await WordsAsync(pair.Other),
                await record.IsRuledOnAsync(pair.Incident.Id, cancellation), await record.IsRuledOnAsync(pair.Other.Id, cancellation)));
        }

        return found;

        // One of each report first: three claims of one article say less than one of three.
        async Task<IReadOnlyList<ClaimInContext>> WordsAsync(Incident incident)
        {
            IReadOnlyList<Claim> claims = (await record.ClaimsAsync(new ClaimFilter { IncidentId = incident.Id }, cancellation)).Items;
            IEnumerable<Claim> quoted = claims.Where(c => c.Status != ClaimStatus.Rejected)
                .GroupBy(c => c.ReportId, StringComparer.Ordinal).SelectMany(g => g.Select((claim, i) => (claim, i))).OrderBy(c => c.i).Select(c => c.claim).Take(QuotedMax);
            return await ClaimInContext.OfAsync(record, [.. quoted], cancellation);
        }
    }
}

/// <summary>Pairs of incidents that wait for somebody to say whether they are one.</summary>
/// <param name="Pairs">A page of them, the likeliest first.</param>
/// <param name="Total">How many wait in all.</param>
/// <param name="Offset">How many stand before this page.</param>
public sealed record LinksPage(IReadOnlyList<LinkPair> Pairs, int Total, int Offset)
{
    internal const int PageSize = 10;

    internal static async Task<LinksPage> FindAsync(IRecord record, string? incidentId, int offset, CancellationToken cancellation)
    {
        Page<PossiblePair> page = await record.PossiblePairsAsync(incidentId, offset, PageSize, cancellation);

        // The last of a page was decided: what stands before it is shown, not nothing.
        if (page.Items.Count == 0 && page.Total > 0)
        {
            offset = (page.Total - 1) / PageSize * PageSize;
            page = await record.PossiblePairsAsync(incidentId, offset, PageSize, cancellation);
        }

        return new LinksPage(await LinkPair.OfAsync(record, page.Items, cancellation), page.Total, offset);
    }
}
