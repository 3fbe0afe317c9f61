using System.ComponentModel;
using System.Globalization;
using Hudna.Figures;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Figures;

/// <summary>Tolls and other figures, each as its source gives it.</summary>
internal static class FigureEndpoints
{
    private static readonly string[] Columns =
    [
        "series", "measure", "of_event", "place_id", "place", "low", "high", "modality", "words", "counted_by", "via", "published_by", "said_on", "as_of", "incident", "claim", "differs_from",
    ];

    public static void MapFigurePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/figures", ([AsParameters] FigureQuery query, Visit visit, IRecord record, Intake intake, CancellationToken cancellation) =>
            ShowAsync(null, query, visit, record, intake, cancellation));
        pages.MapGet("/figures/{measure}", (string measure, [AsParameters] FigureQuery query, Visit visit, IRecord record, Intake intake, CancellationToken cancellation) =>
            Wire.Parse<Measure>(measure) is { } known ? ShowAsync(known, query, visit, record, intake, cancellation) : Task.FromResult(Pages.NotFound()));
    }

    public static void MapFigureApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder figures = api.MapGroup("").WithTags("Figures");
        figures.MapGet("/figures", ListAsync).WithName("listFigures").WithSummary("Figures by what they count and about what; tolls of single events apart");
        figures.MapGet("/figures/{measure}", FindAsync).WithName("getFigures").WithSummary("The figures of one measure");
        figures.MapGet("/figures.csv", CsvAsync).WithName("downloadFigures").WithSummary("Every figure on a line, RFC 4180 in UTF-8; words and names only from public reports")
            .Produces(StatusCodes.Status200OK, contentType: CsvFile.MediaType).ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ShowAsync(
        Measure? measure, FigureQuery query, Visit visit, IRecord record, Intake intake, CancellationToken cancellation)
    {
        NameField place = await NameField.PlaceAsync(query.Place, record, await intake.GazetteerAsync(cancellation), visit.Words.IsArabic, cancellation);
        if (place.Id is { } id && !string.Equals(id, query.Place, StringComparison.Ordinal))
        {
            return new SeeOther(visit.With(("place", id)));
        }

        (FigureFilter filter, IReadOnlyList<string> ignored) = query.Read(place);
        FiguresPage model = await FiguresPage.FindAsync(record, measure, filter, cancellation);
        return measure is { } known
            ? Pages.Show<MeasureView>(new { Model = model, Measure = known, Filter = filter, Place = place, Ignored = ignored })
            : Pages.Show<FiguresView>(new { Model = model, Filter = filter, Place = place, Ignored = ignored });
    }

    private static async Task<Results<Ok<FiguresPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] FigureQuery query, IRecord record, Intake intake, CancellationToken cancellation)
    {
        (FiguresPage page, IReadOnlyList<string> ignored) = await PageAsync(null, query, record, intake, cancellation);
        return ignored.Count > 0 ? Problems.Ignored(ignored) : TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<FiguresPage>, ProblemHttpResult>> FindAsync(
        [Description("What is counted, as killed")] string measure, [AsParameters] FigureQuery query, IRecord record, Intake intake, CancellationToken cancellation)
    {
        if (Wire.Parse<Measure>(measure) is not { } known)
        {
            return Problems.NotFound("measure", measure);
        }

        (FiguresPage page, IReadOnlyList<string> ignored) = await PageAsync(known, query, record, intake, cancellation);
        return ignored.Count > 0 ? Problems.Ignored(ignored) : TypedResults.Ok(page);
    }

    private static async Task<IResult> CsvAsync(
        [FromQuery, Description("What is counted, as killed; without it, everything")] string? measure, [AsParameters] FigureQuery query,
        [FromQuery(Name = "excel"), Description("1 for a spreadsheet: with a byte order mark, formulas made harmless")] string? excel,
        IRecord record, Intake intake, CancellationToken cancellation)
    {
        var fields = new QueryFields();
        Measure? known = fields.Vocabulary<Measure>("measure", measure);
        (FiguresPage page, IReadOnlyList<string> ignored) = await PageAsync(known, query, record, intake, cancellation);
        string[] wrong = [.. fields.Ignored, .. ignored];
        return wrong.Length > 0 ? Problems.Ignored(wrong) : CsvFile.Of(
            known is { } m ? $"figures-{Wire.Name(m)}.csv" : "figures.csv", Columns,
            page.Series.SelectMany(s => s.Figures.Select(f => Row(s.Id, f, page))).Concat(page.Tolls.Select(t => Row(null, t, page))), excel is "1");
    }

    private static async Task<(FiguresPage Page, IReadOnlyList<string> Ignored)> PageAsync(
        Measure? measure, FigureQuery query, IRecord record, Intake intake, CancellationToken cancellation)
    {
        NameField place = await NameField.PlaceAsync(query.Place, record, await intake.GazetteerAsync(cancellation), arabic: false, cancellation);
        (FigureFilter filter, IReadOnlyList<string> ignored) = query.Read(place);
        return (await FiguresPage.FindAsync(record, measure, filter, cancellation),
            place.Problem is null ? ignored : [.. ignored, $"place={query.Place}"]);
    }

    private static string?[] Row(string? series, Figure figure, FiguresPage page)
    {
        ClaimContent content = figure.Source.Claim.Content;

        // Who says so, and in which words, leaves the house only with what is public anyway.
        bool named = figure.Source.Confidentiality == Confidentiality.Public;
        return
        [
            series, Wire.Name(figure.Measure), series is null ? "1" : "0", content.Place?.PlaceId, content.Place is { } place ? place.Name ?? place.Text : null,
            Number(figure.Count.Low), Number(figure.Count.High), Wire.Name(content.Modality), named ? content.Text : null,
            named ? figure.Counter.Name : null, named ? string.Join("; ", content.Via) : null, named ? string.Join("; ", figure.Source.Sources.Select(s => s.Name)) : null,
            figure.Said?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), content.Time?.Value,
            figure.Source.Claim.IncidentId is { } id && page.Incidents.TryGetValue(id, out int number) ? number.ToString(CultureInfo.InvariantCulture) : null,
            figure.ClaimId, string.Join("; ", figure.Differs),
        ];
    }

    private static string? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
