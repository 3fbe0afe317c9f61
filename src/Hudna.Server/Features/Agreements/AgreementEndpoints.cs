using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Agreements;

/// <summary>The page of the agreement and its forms.</summary>
internal static class AgreementEndpoints
{
    public static void MapAgreementPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/agreement", async (string? on, Visit visit, IRecord record, CancellationToken cancellation) =>
        {
            var fields = new QueryFields();
            DateOnly day = fields.Day("on", on) ?? visit.Mission.Today(visit.Now);
            return Pages.Show<AgreementView>(new { Model = await AgreementPage.FindAsync(record, day, cancellation), fields.Ignored });
        });
        pages.MapPost("/agreement/adherence", (HttpContext http, Visit visit, IRecord record, AgreementDesk desk) =>
            TakeAsync(http, visit, record, "adherence", desk.AdhereAsync));
        pages.MapPost("/agreement/listings", (HttpContext http, Visit visit, IRecord record, AgreementDesk desk) =>
            TakeAsync(http, visit, record, "listing", desk.ListAsync));
        pages.MapPost("/agreement", FileAsync);
    }

    private static async Task<IResult> TakeAsync(
        HttpContext http, Visit visit, IRecord record, string which, Func<EntryDraft, string, CancellationToken, Task<Done>> take)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        var draft = EntryDraft.Of(form);
        Done done = await take(draft, by, http.RequestAborted);
        if (done.Problems.Count == 0)
        {
            return new SeeOther($"{visit.Url("agreement")}?on={draft.From}#{(which is "listing" ? "lists" : "adherence")}");
        }

        AgreementPage? model = await AgreementPage.FindAsync(record, visit.Mission.Today(visit.Now), http.RequestAborted);
        draft = draft with { Problems = done.Problems };
        return which is "listing"
            ? Pages.Show<AgreementView>(new { Model = model, ListingDraft = draft }, done.Status)
            : Pages.Show<AgreementView>(new { Model = model, AdherenceDraft = draft }, done.Status);
    }

    /// <summary>The name cannot be asked for in between: a browser does not give a file a second time.</summary>
    private static async Task<IResult> FileAsync(HttpContext http, Visit visit, IRecord record, AgreementDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        FileDraft draft = await FileDraft.OfAsync(form, http.RequestAborted);
        Done done = Reviewer.Of(http, visit, form) is { } by
            ? await desk.FileAsync(draft, by, http.RequestAborted) : Done.Refused([new FieldProblem(Reviewer.Field, "problem.name_first")]);
        return done.Problems.Count == 0 ? new SeeOther(visit.Url("agreement"))
            : Pages.Show<AgreementView>(
                new { Model = await AgreementPage.FindAsync(record, visit.Mission.Today(visit.Now), http.RequestAborted), FileDraft = draft, FileProblems = done.Problems },
                done.Status);
    }
}
