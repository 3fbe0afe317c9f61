using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Store;

namespace Hudna.Server.Features.Reports;

/// <summary>One report with all that was found in it and decided on it.</summary>
/// <param name="Report">The report, its text and sources.</param>
/// <param name="Reading">What the reader found, layer by layer; null when it was not read.</param>
/// <param name="Claims">Its claims, in order of position.</param>
/// <param name="Histories">What was done to each claim that people decided on or linked, by claim id, oldest first.</param>
/// <param name="Incidents">Numbers of the incidents that its claims are linked to, by incident id.</param>
public sealed record ReportPage(
    Report Report, DocumentReading? Reading, IReadOnlyList<Claim> Claims, IReadOnlyDictionary<string, IReadOnlyList<Act>> Histories,
    IReadOnlyDictionary<string, int> Incidents)
{
    /// <summary>Reports with the same words, as wholes or in large part, the most alike first.</summary>
    public IReadOnlyList<CopySummary> Copies { get; init; } = [];

    private const int ClaimsMax = 1000;

    internal Hudna.Importing.Mapping? Mapping { get; private init; }

    internal int ToReview => Claims.Count(c => c.Status == ClaimStatus.Proposed);

    internal static async Task<ReportPage?> FindAsync(IRecord record, string id, CancellationToken cancellation)
    {
        if (await record.ReportAsync(id, cancellation) is not { } report)
        {
            return null;
        }

        DocumentReading? reading = await record.ReadingAsync(id, cancellation);
        Page<Claim> claims = await record.ClaimsAsync(new ClaimFilter { ReportId = id, Limit = ClaimsMax }, cancellation);
        var histories = new Dictionary<string, IReadOnlyList<Act>>(StringComparer.Ordinal);
        foreach (Claim claim in claims.Items.Where(c => c.Revision > 1))
        {
            histories[claim.Id] = await record.HistoryAsync(claim.Id, cancellation);
        }

        return new ReportPage(report, reading, claims.Items, histories, await ClaimDays.IncidentNumbersAsync(record, claims.Items, cancellation))
        {
            Copies = await record.CopiesAsync(id, cancellation),
            Mapping = await record.MappingOfAsync(report, cancellation),
        };
    }
}
