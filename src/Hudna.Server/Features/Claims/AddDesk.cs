using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Reports;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Claims;

/// <summary>Takes one claim by form that the reader missed, within one request.</summary>
internal sealed class AddDesk(IHttpContextAccessor accessor, Visit visit, IRecord record, Intake intake)
{
    private readonly HttpContext http = accessor.HttpContext!;

    public async Task<IResult> AddAsync(string reportId)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await record.ReportAsync(reportId, http.RequestAborted) is not { } report)
        {
            return Pages.NotFound();
        }

        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        var draft = AddDraft.Of(form);
        Gazetteer gazetteer = await intake.GazetteerAsync(http.RequestAborted);
        (ClaimContent? content, IReadOnlyList<FieldProblem> problems) = draft.Read(report.Text, gazetteer);
        if (content is null)
        {
            return await AgainAsync(reportId, new AddAttempt(draft, problems), StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            Claim claim = await intake.ProposeAsync(reportId, content, by, draft.Fields.Reason, http.RequestAborted);
            return new SeeOther($"{visit.Url($"reports/{reportId}")}#{claim.Id}");
        }
        catch (RecordConflictException)
        {
            string id = ContentId.Claim(reportId, content);
            bool exists = await record.ClaimAsync(id, http.RequestAborted) is not null;
            var problem = new FieldProblem("", exists ? "conflict.claim_exists" : "conflict.not_read");
            return await AgainAsync(reportId, new AddAttempt(draft, [problem], exists ? id : null), StatusCodes.Status409Conflict);
        }
        catch (InvalidActException e)
        {
            return await AgainAsync(
                reportId, new AddAttempt(draft, [new FieldProblem("", "problem.other", e.Message)]), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task<IResult> AgainAsync(string reportId, AddAttempt attempt, int status) =>
        await ReportPage.FindAsync(record, reportId, http.RequestAborted) is { } model
            ? Pages.Show<ReportView>(new { Model = model, Gazetteer = await intake.GazetteerAsync(http.RequestAborted), Adding = attempt }, status)
            : Pages.NotFound();
}
