using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Links;
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
        pages.MapPost("/claims/{id}/confirm", async (string id, LinkDesk desk, HttpContext http) =>
        {
            IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
            string incident = form["incident"].ToString();
            return await desk.TakeAsync(form, incident, id, by => new Decision.Link(id, by, form["reason"].ToString().Trim(), incident), mayBeSilent: true, whereItIs: true);
        });
        pages.MapPost("/claims/{id}/bar", async (string id, LinkDesk desk, HttpContext http, IRecord record) =>
        {
            IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
            string typed = form["from"].ToString().Trim();
            Incident? from = await LinksQuery.ByNameAsync(record, typed, http.RequestAborted);
            return await desk.TakeAsync(
                form, form["incident"].ToString(), id, by => new Decision.Bar(id, by, form["reason"].ToString().Trim(), from!.Id), typed: typed, known: from is not null);
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

    /// <param name="form">The form.</param>
    /// <param name="incidentId">The incident whose page it stands on.</param>
    /// <param name="claimId">The claim.</param>
    /// <param name="decide">The decision, by who decides.</param>
    /// <param name="mayBeSilent">A reason may be left out.</param>
    /// <param name="whereItIs">The claim must be linked to that incident still.</param>
    /// <param name="typed">Another incident as typed; null when none is asked for.</param>
    /// <param name="known">False when there is no such incident.</param>
    public async Task<IResult> TakeAsync(
        IFormCollection form, string incidentId, string claimId, Func<string, Decision> decide, bool mayBeSilent = false, bool whereItIs = false, string? typed = null, bool known = true)
    {
        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        string reason = form["reason"].ToString().Trim();
        if (reason.Length == 0 && !mayBeSilent)
        {
            return await AgainAsync(new FieldProblem("reason", "problem.reason"), StatusCodes.Status422UnprocessableEntity);
        }

        if (!known)
        {
            return await AgainAsync(new FieldProblem("from", "problem.no_incident", typed), StatusCodes.Status422UnprocessableEntity);
        }

        Claim? claim = await record.ClaimAsync(claimId, http.RequestAborted);
        if (claim is null)
        {
            FieldProblem missing = claimId.Length == 0 ? new FieldProblem("claim", "problem.choose_claim") : new FieldProblem("claim", "problem.no_claim", claimId);
            return await AgainAsync(missing, StatusCodes.Status422UnprocessableEntity);
        }

        if (whereItIs && claim.IncidentId != incidentId)
        {
            return await AgainAsync(new FieldProblem("", "conflict.link"), StatusCodes.Status409Conflict);
        }

        try
        {
            await intake.DecideAsync(decide(by), http.RequestAborted);
            Incident? incident = await record.IncidentAsync(incidentId, http.RequestAborted);
            return new SeeOther(incident is null ? visit.Url("incidents") : visit.Url($"incidents/{incident.Number}"));
        }
        catch (RecordConflictException)
        {
            return await AgainAsync(new FieldProblem("", "conflict.link"), StatusCodes.Status409Conflict);
        }
        catch (InvalidActException e)
        {
            return await AgainAsync(new FieldProblem("", "problem.other", e.Message), StatusCodes.Status422UnprocessableEntity);
        }

        Task<IResult> AgainAsync(FieldProblem problem, int status) => ShowAsync(incidentId, new DecisionProblem(claimId, null, reason, [problem], [], typed), status);
    }

    private async Task<IResult> ShowAsync(string incidentId, DecisionProblem problem, int status) =>
        await IncidentPage.FindAsync(record, incidentId, http.RequestAborted) is { } model
            ? Pages.Show<IncidentView>(
                new
                {
                    Model = model,
                    Gazetteer = await intake.GazetteerAsync(http.RequestAborted),
                    Candidates = await LinkCandidates.OfAsync(record, model.Incident, model.Claims.Select(c => c.Claim.ReportId), http.RequestAborted),
                    Problem = problem,
                },
                status)
            : Pages.NotFound();
}
