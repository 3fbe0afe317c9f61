using System.ComponentModel;
using System.Globalization;
using Hudna.Acts;
using Hudna.Bulletins;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Bulletins;

/// <summary>A bulletin to be published.</summary>
/// <param name="By">Who publishes it.</param>
/// <param name="From">First day, in the mission's zone.</param>
/// <param name="Until">Last day, inclusive.</param>
public sealed record BulletinRequest(string By, DateOnly From, DateOnly Until);

/// <summary>Which bulletin to show before it is published.</summary>
public sealed class BulletinQuery
{
    [FromQuery(Name = "date"), Description("First day, as 2017-01-15")]
    public string? Date { get; init; }

    [FromQuery(Name = "days"), Description("Number of days, 1 to 366; 1 when not given")]
    public string? Days { get; init; }

    /// <summary>The period, or null and what is wrong with it.</summary>
    internal ((DateOnly From, DateOnly Until)? Period, FieldProblem? Problem) Read()
    {
        if (!DateOnly.TryParseExact(Date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly from))
        {
            return (null, new FieldProblem("date", "problem.day", Date ?? ""));
        }

        int days = 1;
        return QueryFields.Text(Days) is { } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out days) || days is < 1 or > Mechanism.BulletinDaysMax || from > DateOnly.MaxValue.AddDays(-days))
            ? (null, new FieldProblem("days", "bulletin.problem_days", text)) : ((from, from.AddDays(days - 1)), null);
    }
}

/// <summary>Bulletins: those published, as published; and one before it is.</summary>
internal static class BulletinEndpoints
{
    public static void MapBulletinPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/bulletins", (HttpContext http, Visit visit, IRecord record) => ListAsync(http, visit, record, null, []));
        pages.MapPost("/bulletins", PublishAsync);
        pages.MapGet("/bulletins/preview", PreviewAsync);
        pages.MapGet("/bulletins/{number:int}", async (int number, IRecord record, CancellationToken cancellation) =>
            await FindAsync(record, number, cancellation) is { } found
                ? Pages.Show<BulletinView>(new { found.Content, found.Bulletin }) : Pages.NotFound());
        pages.MapGet("/bulletins/{number:int}.{format:regex(^(html|json|pdf)$)}", DownloadAsync);
    }

    public static void MapBulletinApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder bulletins = api.MapGroup("/bulletins").WithTags("Bulletins");
        bulletins.MapGet("/", async (IRecord record, CancellationToken cancellation) => TypedResults.Ok(await record.BulletinsAsync(cancellation)))
            .WithName("listBulletins").WithSummary("Bulletins published, newest first");
        bulletins.MapGet("/preview", PreviewDataAsync).WithName("previewBulletin").WithSummary("A period's bulletin from the present state, not published");
        bulletins.MapGet("/{number:int}", DataAsync).WithName("getBulletin").WithSummary("A bulletin's JSON, byte for byte as published");
        bulletins.MapPost("/", PublishDataAsync).WithName("publishBulletin").WithSummary("Publishes a period's bulletin from the present state")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<(Bulletin Bulletin, byte[] Json, BulletinContent Content)?> FindAsync(IRecord record, int number, CancellationToken cancellation) =>
        (await record.BulletinsAsync(cancellation)).FirstOrDefault(b => b.Number == number) is { } bulletin
            && await record.OriginalAsync(bulletin.Sha256, cancellation) is { } json ? (bulletin, json, BulletinJson.Read(json)) : null;

    private static async Task<IResult> ListAsync(
        HttpContext http, Visit visit, IRecord record, BulletinQuery? query, IReadOnlyList<FieldProblem> problems, int status = StatusCodes.Status200OK) =>
        Pages.Show<BulletinsView>(
            new
            {
                Bulletins = await record.BulletinsAsync(http.RequestAborted),
                Date = query?.Date ?? Languages.Dates.Iso(visit.Mission.Today(visit.Now).AddDays(-1)),
                Days = query?.Days ?? "1",
                Problems = problems,
            },
            status);

    private static async Task<IResult> PreviewAsync(HttpContext http, [AsParameters] BulletinQuery query, Visit visit, IRecord record, Mechanism mechanism)
    {
        if (query.Read() is not { Period: { } period })
        {
            return await ListAsync(http, visit, record, query, [query.Read().Problem!], StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            BulletinContent content = await mechanism.BulletinAsync(period.From, period.Until, null, http.RequestAborted);
            return Pages.Show<BulletinView>(new { Content = content, query.Date, query.Days });
        }
        catch (Exception e) when (e is InvalidActException or ArgumentOutOfRangeException)
        {
            return await ListAsync(http, visit, record, query, [new FieldProblem("", "problem.other", e.Message)], StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> PublishAsync(HttpContext http, Visit visit, IRecord record, Mechanism mechanism)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        var query = new BulletinQuery { Date = form["date"], Days = form["days"] };
        if (query.Read() is not { Period: { } period })
        {
            return await ListAsync(http, visit, record, query, [query.Read().Problem!], StatusCodes.Status422UnprocessableEntity);
        }

        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        try
        {
            Bulletin published = await mechanism.PublishBulletinAsync(period.From, period.Until, by, http.RequestAborted);
            return new SeeOther(visit.Url($"bulletins/{published.Number}"));
        }
        catch (Exception e) when (e is InvalidActException or RecordConflictException)
        {
            return await ListAsync(http, visit, record, query, [new FieldProblem("", "problem.other", e.Message)], StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> DownloadAsync(int number, string format, HttpContext http, Visit visit, IRecord record)
    {
        if (await FindAsync(record, number, http.RequestAborted) is not { } found)
        {
            return Pages.NotFound();
        }

        string name = string.Create(CultureInfo.InvariantCulture, $"bulletin-{number}-{visit.Words.Language}.{format}");
        switch (format)
        {
            case "json":
                return TypedResults.File(found.Json, "application/json", name);
            case "html":
                return TypedResults.File(await BulletinHtml.RenderAsync(found.Content, number, visit.Words.Language), "text/html; charset=utf-8", name);
            default:
                return BulletinPdf.Chromium() is { } chromium
                    ? TypedResults.File(await BulletinPdf.PrintAsync(chromium, found.Content, number, visit.Words.Language, http.RequestAborted), "application/pdf", name)
                    : Pages.NotFound();
        }
    }

    private static async Task<Results<Ok<BulletinContent>, ProblemHttpResult>> PreviewDataAsync(
        [AsParameters] BulletinQuery query, Mechanism mechanism, CancellationToken cancellation)
    {
        if (query.Read() is not { Period: { } period })
        {
            return Problems.Ignored([query.Read().Problem!.Field]);
        }

        try
        {
            return TypedResults.Ok(await mechanism.BulletinAsync(period.From, period.Until, null, cancellation));
        }
        catch (Exception e) when (e is InvalidActException or ArgumentOutOfRangeException)
        {
            return Problems.Unprocessable(e.Message);
        }
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DataAsync(
        [Description("The bulletin's number")] int number, IRecord record, CancellationToken cancellation) =>
        await FindAsync(record, number, cancellation) is { } found
            ? TypedResults.File(found.Json, "application/json") : Problems.NotFound("bulletin", number.ToString(CultureInfo.InvariantCulture));

    private static async Task<Results<Created<Bulletin>, ProblemHttpResult>> PublishDataAsync(BulletinRequest request, Mechanism mechanism, CancellationToken cancellation)
    {
        if (Visit.CleanReviewer(request.By) is not { } by)
        {
            return Problems.Unprocessable("by: the name of a person or desk is expected, at most 80 characters.");
        }

        try
        {
            Bulletin published = await mechanism.PublishBulletinAsync(request.From, request.Until, by, cancellation);
            return TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/api/bulletins/{published.Number}"), published);
        }
        catch (RecordConflictException e)
        {
            return Problems.Conflict(e.Message);
        }
        catch (InvalidActException e)
        {
            return Problems.Unprocessable(e.Message);
        }
    }
}
