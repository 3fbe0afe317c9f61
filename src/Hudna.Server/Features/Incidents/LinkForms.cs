using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Incidents;

/// <summary>Links by hand, by form.</summary>
internal static class LinkForms
{
    public static void MapLinkForms(this RouteGroupBuilder pages)
    {
        pages.MapPost("/claims/{id}/unlink", async (string id, LinkDesk desk, HttpContext http) =>
        {
            IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
            string incident = form["incident"].ToString();
            return await desk.TakeAsync(form, incident, id, by => new Decision.Unlink(id, by, form["reason"].ToString().Trim(), incident));
        });
        pages.MapPost("/incidents/{number}/link", async (string number, LinkDesk desk, HttpContext http, IRecord record) =>
        {
            IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
            string typed = form["claim_id"].ToString().Trim();
            string id = typed.Length > 0 ? typed : form["claim"].ToString().Trim();
            string? incident = (await IncidentPage.FindAsync(record, number, http.RequestAborted))?.Incident.Id;
            return incident is null ? Pages.NotFound()
                : await desk.TakeAsync(form, incident, id, by => new Decision.Link(id, by, form["reason"].ToString().Trim(), incident));
        });
    }
}

/// <summary>Takes one decision on a link within one request, and comes back to the incident.</summary>
internal sealed class LinkDesk(IHttpContextAccessor accessor, Visit visit, IRecord record, Intake intake)
{
    private readonly HttpContext http = accessor.HttpContext!;

    public async Task<IResult> TakeAsync(IFormCollection form, string incidentId, string claimId, Func<string, Decision> decide)
    {
        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        string reason = form["reason"].ToString().Trim();
        if (reason.Length == 0)
        {
            return await AgainAsync(incidentId, claimId, reason, new FieldProblem("reason", "problem.reason"), StatusCodes.Status422UnprocessableEntity);
        }

        if (await record.ClaimAsync(claimId, http.RequestAborted) is null)
        {
            FieldProblem missing = claimId.Length == 0 ? new FieldProblem("claim", "problem.choose_claim") : new FieldProblem("claim", "problem.no_claim", claimId);
            return await AgainAsync(incidentId, claimId, reason, missing, StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            await intake.DecideAsync(decide(by), http.RequestAborted);
            Incident? incident = await record.IncidentAsync(incidentId, http.RequestAborted);
            return new SeeOther(incident is null ? visit.Url("incidents") : visit.Url($"incidents/{incident.Number}"));
        }
        catch (RecordConflictException)
        {
            return await AgainAsync(incidentId, claimId, reason, new FieldProblem("", "conflict.link"), StatusCodes.Status409Conflict);
        }
        catch (InvalidActException e)
        {
            return await AgainAsync(incidentId, claimId, reason, new FieldProblem("", "problem.other", e.Message), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task<IResult> AgainAsync(string incidentId, string claimId, string reason, FieldProblem problem, int status) =>
        await IncidentPage.FindAsync(record, incidentId, http.RequestAborted) is { } model
            ? Pages.Show<IncidentView>(
                new
                {
                    Model = model,
                    Gazetteer = await intake.GazetteerAsync(http.RequestAborted),
                    Candidates = await LinkCandidates.OfAsync(record, model.Incident, model.Claims.Select(c => c.Claim.ReportId), http.RequestAborted),
                    Problem = new DecisionProblem(claimId, null, reason, [problem], []),
                },
                status)
            : Pages.NotFound();
}
