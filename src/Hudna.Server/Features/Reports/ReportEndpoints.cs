using System.ComponentModel;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Reports;

/// <summary>Reports: the list, one report, its original.</summary>
internal static class ReportEndpoints
{
    public static void MapReportPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/reports", async ([AsParameters] ReportQuery query, IRecord record, CancellationToken cancellation) =>
        {
            (ReportFilter filter, IReadOnlyList<string> ignored) = query.ToFilter();
            return Pages.Show<ReportsView>(new { Model = await record.ReportsAsync(filter, cancellation), Filter = filter, Ignored = ignored });
        });
        pages.MapGet("/reports/{id}", async (string id, string? edit, string? add, string? span, string? show, IRecord record, Intake intake, CancellationToken cancellation) =>
            await ReportPage.FindAsync(record, id, cancellation) is { } model
                ? Pages.Show<ReportView>(new
                {
                    Model = model,
                    Gazetteer = await intake.GazetteerAsync(cancellation),
                    EditId = edit,
                    Show = show,
                    Sought = ParseSpan(span) ?? ParseSpan(add),
                    Adding = add is null ? null : new AddAttempt(AddDraft.Of(model.Report.Text, ParseSpan(add)), []),
                })
                : Pages.NotFound());
    }

    public static void MapReportApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder reports = api.MapGroup("/reports").WithTags("Reports");
        reports.MapGet("/", ListAsync).WithName("listReports").WithSummary("Reports, newest publication first");
        reports.MapGet("/{id}", FindAsync).WithName("getReport").WithSummary("One report with its reading, claims and their history");
        reports.MapGet("/{id}/original", OriginalAsync).WithName("getReportOriginal").WithSummary("The report's original bytes, as an attachment")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    private static async Task<Results<Ok<Page<ReportSummary>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ReportQuery query, IRecord record, CancellationToken cancellation)
    {
        (ReportFilter filter, IReadOnlyList<string> ignored) = query.ToFilter();
        return ignored.Count == 0 ? TypedResults.Ok(await record.ReportsAsync(filter, cancellation)) : Problems.Ignored(ignored);
    }

    private static async Task<Results<Ok<ReportPage>, ProblemHttpResult>> FindAsync(
        [Description("The report's id: r and 16 hex digits")] string id, IRecord record, CancellationToken cancellation) =>
        await ReportPage.FindAsync(record, id, cancellation) is { } model ? TypedResults.Ok(model) : Problems.NotFound("report", id);

    /// <summary>Never shown in the browser: whatever the file holds, it is saved, not run.</summary>
    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> OriginalAsync(
        [Description("The report's id")] string id, HttpContext http, IRecord record, CancellationToken cancellation)
    {
        if (await record.ReportAsync(id, cancellation) is not { } report
            || await record.OriginalAsync(report.OriginalSha256, cancellation) is not { } bytes)
        {
            return Problems.NotFound("report", id);
        }

        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        string extension = report.MediaType switch { "text/html" => "html", "application/json" => "json", "text/csv" => "csv", _ => "txt" };
        return TypedResults.File(bytes, "application/octet-stream", $"{report.Id}.{extension}");
    }

    private static Span? ParseSpan(string? span) =>
        span?.Split('-') is [var from, var to]
        && int.TryParse(from, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int start)
        && int.TryParse(to, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int end)
        && start < end ? new Span(start, end) : null;
}
