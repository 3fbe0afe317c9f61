using System.Globalization;
using System.Text.Json.Serialization;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Corroboration;
using Hudna.Incidents;
using Hudna.Rulings;
using Hudna.Server.Features.Assessments;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Links;
using Hudna.Server.Features.Rulings;
using Hudna.Store;

namespace Hudna.Server.Features.Incidents;

/// <summary>One incident with its claims side by side.</summary>
/// <param name="Incident">What its claims come to.</param>
/// <param name="Claims">Its claims, each with its source's words; rejected ones too.</param>
/// <param name="History">What was done to it and to its claims' links, oldest first.</param>
/// <param name="Assessment">What the agreement says of it as it is claimed; null when it was not assessed.</param>
/// <param name="AssessmentHistory">How the assessment came about and changed, latest first.</param>
public sealed record IncidentPage(
    Incident Incident, IReadOnlyList<ClaimInContext> Claims, IReadOnlyList<Act> History, IncidentAssessment? Assessment,
    IReadOnlyList<AssessmentNote> AssessmentHistory)
{
    /// <summary>The agreement that it is assessed against, which has a page of its own; null when there is none.</summary>
    internal Agreement? Agreement { get; init; }

    /// <summary>Who really says so: independent origins, contradictions with who says which.</summary>
    public IncidentCorroboration? Corroboration { get; init; }

    /// <summary>The credibility that people set in place of the rule's; null when nobody has.</summary>
    public GradeHistory? Credibility { get; init; }

    /// <summary>Each desk's finding as it stands, in order of the desks' first acts.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Every revision of every finding, oldest first.</summary>
    public IReadOnlyList<FindingRevision> FindingHistory { get; init; } = [];

    /// <summary>What the commission decided; null when it has not.</summary>
    public Determination? Determination { get; init; }

    /// <summary>Complaints about it, newest first.</summary>
    public IReadOnlyList<Complaint> Complaints { get; init; } = [];

    /// <summary>What it may be one with, and what became of the claims it had.</summary>
    public IncidentLinks Links { get; init; } = IncidentLinks.None;

    /// <summary>Who rules on it by what; pages need it, and the API has it elsewhere.</summary>
    [JsonIgnore]
    public Bench Bench { get; init; } = new(null, []);

    /// <summary>By number, or by id.</summary>
    internal static async Task<IncidentPage?> FindAsync(IRecord record, string numberOrId, CancellationToken cancellation)
    {
        Incident? incident = int.TryParse(numberOrId, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? await record.IncidentByNumberAsync(number, cancellation)
            : await record.IncidentAsync(numberOrId, cancellation);
        if (incident is null)
        {
            return null;
        }

        Page<Claim> claims = await record.ClaimsAsync(new ClaimFilter { IncidentId = incident.Id }, cancellation);
        var history = new List<Act>(await record.HistoryAsync(incident.Id, cancellation));
        var claimed = new List<(Claim Claim, IReadOnlyList<Act> History)>();
        foreach (Claim claim in claims.Items)
        {
            claimed.Add((claim, await record.HistoryAsync(claim.Id, cancellation)));
            history.AddRange(claimed[^1].History.Where(a => a.Body is ClaimLinked or ClaimUnlinked or ClaimBarred));
        }

        IReadOnlyList<ClaimInContext> told = await ClaimInContext.OfAsync(record, claims.Items, cancellation);
        return new IncidentPage(
            incident, [.. told.OrderBy(c => c.Published ?? DateOnly.MaxValue).ThenBy(c => c.Claim.Id, StringComparer.Ordinal)],
            [.. history.OrderBy(a => a.Sequence)], await record.AssessmentAsync(incident.Id, cancellation), AssessmentNote.Of(history))
        {
            Agreement = (await record.AgreementAsync(cancellation))?.Agreement,
            Corroboration = await record.CorroborationAsync(incident.Id, cancellation),
            Credibility = await record.GradesAsync(incident.Id, cancellation),
            Findings = await record.FindingsAsync(incident.Id, cancellation),
            FindingHistory = FindingRevision.Of(history),
            Determination = await record.DeterminationAsync(incident.Id, cancellation),
            Complaints = (await record.ComplaintsAsync(new ComplaintFilter { IncidentId = incident.Id }, cancellation)).Items,
            Links = await IncidentLinks.FindAsync(record, incident, claimed, cancellation),
            Bench = await Bench.OfAsync(record, cancellation),
        };
    }
}
