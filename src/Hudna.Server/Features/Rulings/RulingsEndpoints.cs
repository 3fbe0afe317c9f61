using System.ComponentModel;
using Hudna.Assessment;
using Hudna.Rulings;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Rulings;

/// <summary>The grid of rulings as page, data and table.</summary>
internal static class RulingsEndpoints
{
    private const string CsvType = "text/csv; charset=utf-8";

    public static void MapRulingsPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/rulings", ShowAsync);
        pages.MapGet("/rulings.csv", DownloadAsync);
        pages.MapRulingForms();
    }

    public static void MapRulingsApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder rulings = api.MapGroup("").WithTags("Rulings");
        rulings.MapGet("/rulings", ListAsync).WithName("listRulings").WithSummary("Incidents with the findings of every desk and the determination, and counts over them");
        rulings.MapGet("/rulings.csv", DownloadAsync).WithName("downloadRulings").WithSummary("The same rows as a table, RFC 4180 in UTF-8; never paged")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status400BadRequest);
        rulings.MapRulingApi();
    }

    private static async Task<IResult> ShowAsync(
        [AsParameters] RulingsQuery query, [FromQuery(Name = "format")] string? format, [FromQuery(Name = "excel")] string? excel,
        IRecord record, Intake intake, CancellationToken cancellation)
    {
        if (format is "csv")
        {
            return await DownloadAsync(query, excel, record, cancellation);
        }

        (RulingFilter filter, IReadOnlyList<string> ignored) = query.ToFilter(await record.DesksAsync(cancellation));
        return Pages.Show<RulingsView>(new
        {
            Model = await RulingsPage.FindAsync(record, filter, cancellation),
            Filter = filter,
            ProvinceNames = new Provinces(await intake.GazetteerAsync(cancellation)),
            Agreement = (await record.AgreementAsync(cancellation))?.Agreement,
            Ignored = ignored,
            Other = filter.Province is null ? [] : (await record.RulingCountsAsync(filter with { Province = null }, cancellation)).Provinces.Keys.ToList(),
        });
    }

    private static async Task<Results<Ok<RulingsPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] RulingsQuery query, IRecord record, CancellationToken cancellation)
    {
        (RulingFilter filter, IReadOnlyList<string> ignored) = query.ToFilter(await record.DesksAsync(cancellation));
        return ignored.Count == 0 ? TypedResults.Ok(await RulingsPage.FindAsync(record, filter, cancellation)) : Problems.Ignored(ignored);
    }

    private static async Task<IResult> DownloadAsync(
        [AsParameters] RulingsQuery query, [FromQuery(Name = "excel"), Description("1 for a byte order mark, and apostrophes before what a spreadsheet takes for formulas")] string? excel,
        IRecord record, CancellationToken cancellation)
    {
        (RulingFilter filter, IReadOnlyList<string> ignored) = query.ToFilter(await record.DesksAsync(cancellation));
        return ignored.Count > 0 ? Problems.Ignored(ignored)
            : TypedResults.File(await RulingsCsv.WriteAsync(record, filter, excel is "1", cancellation), CsvType, "rulings.csv");
    }
}
