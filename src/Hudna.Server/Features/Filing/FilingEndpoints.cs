using Hudna.Incidents;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Filing;

/// <summary>A report filed by a program.</summary>
/// <param name="By">Who files it: a desk or a program.</param>
/// <param name="Source">Outlet, team or desk that says it; never a person.</param>
/// <param name="Text">The text.</param>
/// <param name="Title">Headline; null when there is none.</param>
/// <param name="Kind">article, observation or complaint; null for article.</param>
/// <param name="Published">Day of publication or observation, as 2016-12-30; null when not known.</param>
/// <param name="Url">Where it was published; null when not known.</param>
/// <param name="Confidentiality">public, mechanism or desk; null for public.</param>
public sealed record FileRequest(
    string By, string Source, string Text, string? Title, ReportKind? Kind, DateOnly? Published, string? Url,
    Confidentiality? Confidentiality);

internal static class FilingEndpoints
{
    public static void MapFilingPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/file", (ServerOptions options) => Pages.Show<FilingView>(new { options.UploadBytesMax }));
        pages.MapPost("/file", FileTypedAsync);
        pages.MapPost("/file/upload", UploadAsync);
    }

    public static void MapFilingApi(this RouteGroupBuilder api) =>
        api.MapPost("/reports", FileAsync).WithTags("Reports").WithName("fileReport")
            .WithSummary("Files a report. 201 once it is durable; 200 when the very same text is there already")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> FileTypedAsync(HttpContext http, Visit visit, FilingDesk desk, ServerOptions options)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        FilingDraft draft = FilingDraft.Of(form);
        List<FieldProblem> problems = draft.Check(typed: true);
        if (problems.Count > 0)
        {
            return Pages.Show<FilingView>(new { Draft = draft, Problems = problems, options.UploadBytesMax }, StatusCodes.Status422UnprocessableEntity);
        }

        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        FileOutcome outcome = await desk.FileTextAsync(draft, by, http.RequestAborted);
        return outcome is { Outcome: "filed", ReportId: { } id }
            ? new SeeOther(visit.Url($"reports/{id}"))
            : Pages.Show<FilingView>(new { Draft = draft, Outcomes = new[] { outcome }, options.UploadBytesMax });
    }

    /// <summary>The name cannot be asked for in between: a browser does not give the files a second time.</summary>
    private static async Task<IResult> UploadAsync(HttpContext http, Visit visit, FilingDesk desk, ServerOptions options)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        FilingDraft draft = FilingDraft.Of(form);
        List<FieldProblem> problems = draft.Check(typed: false);
        if (form.Files.Count == 0)
        {
            problems.Add(new FieldProblem("files", "problem.no_files"));
        }

        string? by = Reviewer.Of(http, visit, form);
        if (by is null)
        {
            problems.Add(new FieldProblem("reviewer", "problem.name_first"));
        }

        if (by is null || problems.Count > 0)
        {
            return Pages.Show<FilingView>(new { Draft = draft, Problems = problems, options.UploadBytesMax }, StatusCodes.Status422UnprocessableEntity);
        }

        IReadOnlyList<FileOutcome> outcomes = await desk.FileAllAsync(form.Files, draft, by, http.RequestAborted);
        return outcomes is [{ Outcome: "filed", ReportId: { } id }]
            ? new SeeOther(visit.Url($"reports/{id}"))
            : Pages.Show<FilingView>(new { Draft = draft with { Text = "" }, Outcomes = outcomes, options.UploadBytesMax });
    }

    private static async Task<Results<Created<FileOutcome>, Ok<FileOutcome>, ProblemHttpResult>> FileAsync(
        FileRequest request, FilingDesk desk, CancellationToken cancellation)
    {
        if (Visit.CleanReviewer(request.By) is not { } by)
        {
            return Problems.Unprocessable("by: the name of a person or desk is expected, at most 80 characters.");
        }

        var draft = new FilingDraft
        {
            Text = request.Text ?? "",
            Source = request.Source ?? "",
            Title = request.Title ?? "",
            Url = request.Url ?? "",
            Kind = Reading.Wire.Name(request.Kind ?? ReportKind.Article),
            Confidentiality = Reading.Wire.Name(request.Confidentiality ?? Confidentiality.Public),
            Published = request.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "",
        };
        List<FieldProblem> problems = draft.Check(typed: true);
        if (problems.Count > 0)
        {
            return Problems.Unprocessable(string.Join(' ', problems.Select(p => $"{p.Field}: {Languages.Words.English.Sentence(p)}")));
        }

        FileOutcome outcome = await desk.FileTextAsync(draft, by, cancellation);
        return outcome switch
        {
            { Outcome: "filed" } => TypedResults.Created($"/api/reports/{outcome.ReportId}", outcome),
            { Outcome: "refused" } => Problems.Unprocessable($"{outcome.Code}: {outcome.Message}"),
            _ => TypedResults.Ok(outcome),
        };
    }
}
