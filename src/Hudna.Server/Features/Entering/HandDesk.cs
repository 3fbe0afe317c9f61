using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Entering;

/// <summary>Takes one claim entered by hand, within one request.</summary>
internal sealed class HandDesk(IHttpContextAccessor accessor, Visit visit, Intake intake)
{
    private readonly HttpContext http = accessor.HttpContext!;

    /// <summary>The form, open with what the address presets.</summary>
    public Task<IResult> OpenAsync() => ShowAsync(HandDraft.Of(http.Request.Query), [], StatusCodes.Status200OK);

    /// <summary>Enters what was posted, or shows the form again: with another kind's fields when that was asked for, else with what is wrong.</summary>
    public async Task<IResult> EnterAsync()
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        var draft = HandDraft.Of(form);
        if (form.ContainsKey("show"))
        {
            return await ShowAsync(draft, [], StatusCodes.Status200OK);
        }

        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        (HandEntry? entry, ClaimContent? content, IReadOnlyList<FieldProblem> problems) = draft.Read(await intake.GazetteerAsync(http.RequestAborted));
        if (entry is null || content is null)
        {
            return await ShowAsync(draft, problems, StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            Claim claim = await intake.EnterAsync(entry, content, by, draft.Fields.Reason, http.RequestAborted);
            return new SeeOther(LocalAddress.Header(draft.Back) ?? $"{visit.Url($"reports/{claim.ReportId}")}#{claim.Id}");
        }
        catch (RecordConflictException)
        {
            // The report's id is the hash of its words, the claim's that of both: the one that is there can be told without looking.
            string reportId = ContentId.Report(entry.Words, ContentId.Sha256(System.Text.Encoding.UTF8.GetBytes(entry.Words)));
            string existing = $"{visit.Url($"reports/{reportId}")}#{ContentId.Claim(reportId, content)}";
            return await ShowAsync(draft, [new FieldProblem("", "entry.problem.exists")], StatusCodes.Status409Conflict, existing);
        }
        catch (InvalidActException e)
        {
            return await ShowAsync(draft, [new FieldProblem("", "problem.other", e.Message)], StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task<IResult> ShowAsync(HandDraft draft, IReadOnlyList<FieldProblem> problems, int status, string? existing = null) =>
        Pages.Show<HandView>(
            new { Draft = draft, Problems = problems, Gazetteer = await intake.GazetteerAsync(http.RequestAborted), Existing = existing }, status);
}
