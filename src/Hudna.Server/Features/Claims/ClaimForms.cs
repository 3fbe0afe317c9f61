using System.Globalization;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Reports;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Claims;

/// <summary>Decisions on claims by form. What cannot be done comes back as the same page with the reason and everything typed.</summary>
internal static class ClaimForms
{
    public static void MapClaimForms(this RouteGroupBuilder pages)
    {
        pages.MapPost("/claims/{id}/accept", (string id, ClaimDesk desk) => desk.DecideAsync(id, (claim, by, form) =>
            new Decision.Accept(claim.Id, by, form["reason"].ToString(), Revision(form))));
        pages.MapGet("/claims/{id}/reject", (string id, ClaimDesk desk) => desk.AskWhyAsync(id));
        pages.MapPost("/claims/{id}/reject", (string id, ClaimDesk desk) => desk.DecideAsync(id, (claim, by, form) =>
            new Decision.Reject(claim.Id, by, form["reason"].ToString().Trim(), Revision(form))));
        pages.MapPost("/claims/{id}/edit", (string id, ClaimDesk desk) => desk.EditAsync(id));
        pages.MapPost("/claims/{id}/link", (string id, ClaimDesk desk) => desk.LinkAsync(id));
        pages.MapPost("/reports/{id}/claims", (string id, AddDesk desk) => desk.AddAsync(id));
    }

    internal static int Revision(IFormCollection form) => ClaimDraft.Of(form).Revision;
}

/// <summary>Takes one decision within one request.</summary>
internal sealed class ClaimDesk(IHttpContextAccessor accessor, Visit visit, IRecord record, Intake intake)
{
    private readonly HttpContext http = accessor.HttpContext!;

    public async Task<IResult> DecideAsync(string id, Func<Claim, string, IFormCollection, Decision> decide)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await record.ClaimAsync(id, http.RequestAborted) is not { } claim)
        {
            return Pages.NotFound();
        }

        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        Decision decision = decide(claim, by, form);
        return decision is Decision.Reject { Reason.Length: 0 }
            ? await AgainAsync(claim, new DecisionProblem(id, null, "", [new FieldProblem("reason", "problem.reason")], []), StatusCodes.Status422UnprocessableEntity)
            : await TakeAsync(claim, decision, ClaimForms.Revision(form), null, back: form["back"]);
    }

    /// <summary>Asks why a claim is to be rejected; comes back to the page of this site that led here, or else to its report.</summary>
    public async Task<IResult> AskWhyAsync(string id)
    {
        Claim? claim = await record.ClaimAsync(id, http.RequestAborted);
        return claim is not null && await ClaimInContext.OfAsync(record, [claim], http.RequestAborted) is [{ } item]
            ? Pages.Show<RejectView>(new { Item = item, Back = CameFrom() ?? $"{visit.Url($"reports/{claim.ReportId}")}#{claim.Id}" })
            : Pages.NotFound();
    }

    public async Task<IResult> EditAsync(string id)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await record.ClaimAsync(id, http.RequestAborted) is not { } claim
            || await record.ReportAsync(claim.ReportId, http.RequestAborted) is not { } report)
        {
            return Pages.NotFound();
        }

        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        ClaimDraft draft = ClaimDraft.Of(form);
        Gazetteer gazetteer = await intake.GazetteerAsync(http.RequestAborted);
        (ClaimContent? content, IReadOnlyList<FieldProblem> problems) = new ClaimEdit(draft, claim.Content, report.Text, gazetteer).Read();
        return content is null
            ? await AgainAsync(claim, new DecisionProblem(id, draft, draft.Reason, problems, []), StatusCodes.Status422UnprocessableEntity)
            : await TakeAsync(claim, new Decision.Edit(id, by, draft.Reason, draft.Revision, content), draft.Revision, draft, back: form["back"]);
    }

    /// <summary>Links the claim to an incident by the number that people call it by.</summary>
    public async Task<IResult> LinkAsync(string id)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await record.ClaimAsync(id, http.RequestAborted) is not { } claim)
        {
            return Pages.NotFound();
        }

        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        string typed = form["incident"].ToString().Trim(), reason = form["reason"].ToString().Trim();
        Incident? incident = int.TryParse(AddDraft.Western(typed), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? await record.IncidentByNumberAsync(number, http.RequestAborted) : null;
        List<FieldProblem> problems =
        [
            .. incident is null ? [new FieldProblem("incident", "problem.no_incident", typed)] : Array.Empty<FieldProblem>(),
            .. reason.Length == 0 ? [new FieldProblem("reason", "problem.reason")] : Array.Empty<FieldProblem>(),
        ];
        return incident is null || problems.Count > 0
            ? await AgainAsync(claim, new DecisionProblem(id, null, reason, problems, [], typed), StatusCodes.Status422UnprocessableEntity)
            : await TakeAsync(claim, new Decision.Link(id, by, reason, incident.Id), claim.Revision, null, typed);
    }

    private string? CameFrom() =>
        Uri.TryCreate(http.Request.Headers.Referer.ToString(), UriKind.Absolute, out Uri? from)
        && string.Equals(from.Authority, http.Request.Host.Value, StringComparison.OrdinalIgnoreCase) ? LocalAddress.Header(from.PathAndQuery) : null;

    private async Task<IResult> TakeAsync(Claim claim, Decision decision, int seen, ClaimDraft? draft, string? incident = null, string? back = null)
    {
        try
        {
            await intake.DecideAsync(decision, http.RequestAborted);
            return new SeeOther(LocalAddress.Header(back) ?? $"{visit.Url($"reports/{claim.ReportId}")}#{claim.Id}");
        }
        catch (RecordConflictException)
        {
            IReadOnlyList<Act> since = await SinceAsync(claim.Id, seen);
            return await AgainAsync(
                claim, new DecisionProblem(claim.Id, draft, decision.Reason, [new FieldProblem("", incident is null ? "conflict.decided" : "conflict.link")], since, incident), StatusCodes.Status409Conflict);
        }
        catch (InvalidActException e)
        {
            return await AgainAsync(
                claim, new DecisionProblem(claim.Id, draft, decision.Reason, [new FieldProblem("", "problem.other", e.Message)], [], incident),
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Decisions taken on the revision that was seen, or on later ones.</summary>
    private async Task<IReadOnlyList<Act>> SinceAsync(string claimId, int seen) =>
        [.. (await record.HistoryAsync(claimId, http.RequestAborted)).Where(a => ClaimState.SeenRevision(a.Body) >= seen)];

    private async Task<IResult> AgainAsync(Claim claim, DecisionProblem problem, int status)
    {
        ReportPage? model = await ReportPage.FindAsync(record, claim.ReportId, http.RequestAborted);
        return model is null ? Pages.NotFound() : Pages.Show<ReportView>(
            new { Model = model, Gazetteer = await intake.GazetteerAsync(http.RequestAborted), Problem = problem }, status);
    }
}
