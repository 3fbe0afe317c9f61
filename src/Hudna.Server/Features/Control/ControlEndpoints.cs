using System.ComponentModel;
using Hudna.Reading;
using Hudna.Server.Hosting;
using Hudna.Server.Missions;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Control;

/// <summary>Who holds which place when, as claims say.</summary>
internal static class ControlEndpoints
{
    private const string GeoJsonType = "application/geo+json";

    public static void MapControlPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/control", ShowAsync);
        pages.MapGet("/control/{id}", ShowPlaceAsync);
    }

    public static void MapControlApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder control = api.MapGroup("").WithTags("Control of places");
        control.MapGet("/control", ListAsync).WithName("listControl").WithSummary("Who is said to hold which place on a day");
        control.MapGet("/control/{id}", FindAsync).WithName("getControl").WithSummary("Who held one place when, with every claim that says so");
        control.MapGet("/control.geojson", GeoJsonAsync).WithName("downloadControlMap").WithSummary("The places of a day as GeoJSON, RFC 7946")
            .Produces(StatusCodes.Status200OK, contentType: GeoJsonType).ProducesProblem(StatusCodes.Status400BadRequest);
        control.MapGet("/control.csv", CsvAsync).WithName("downloadControl").WithSummary("The places of a day and their parts as a table, RFC 4180 in UTF-8")
            .Produces(StatusCodes.Status200OK, contentType: CsvFile.MediaType).ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ShowAsync([AsParameters] ControlQuery query, Visit visit, IRecord record, Intake intake, CancellationToken cancellation)
    {
        Gazetteer gazetteer = await intake.GazetteerAsync(cancellation);
        ControlGround ground = await ControlGround.FindAsync(record, gazetteer, cancellation);
        (ControlFilter filter, IReadOnlyList<string> ignored) = query.Read(visit.Mission.Today(visit.Now), ground.Groups);
        return Pages.Show<ControlMapView>(new { Ground = ground, Filter = filter, Gazetteer = gazetteer, Ignored = ignored });
    }

    private static async Task<IResult> ShowPlaceAsync(string id, string? on, Visit visit, IRecord record, Intake intake, CancellationToken cancellation)
    {
        ControlGround ground = await ControlGround.FindAsync(record, await intake.GazetteerAsync(cancellation), cancellation);
        var fields = new QueryFields();
        DateOnly day = fields.Day("on", on) ?? visit.Mission.Today(visit.Now);
        return ControlPlacePage.Of(ground, id, day) is { } model
            ? Pages.Show<ControlPlaceView>(new { Model = model, Ground = ground, fields.Ignored })
            : Pages.NotFound();
    }

    private static async Task<Results<Ok<ControlPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] ControlQuery query, IRecord record, Intake intake, MissionView mission, TimeProvider time, CancellationToken cancellation)
    {
        (ControlPage page, IReadOnlyList<string> ignored) = await PageAsync(query, record, intake, mission, time, cancellation);
        return ignored.Count > 0 ? Problems.Ignored(ignored) : TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<ControlPlacePage>, ProblemHttpResult>> FindAsync(
        [Description("The place's id")] string id, [FromQuery, Description("The day, as 2016-12-22; without it, the mission's own day")] string? on,
        IRecord record, Intake intake, MissionView mission, TimeProvider time, CancellationToken cancellation)
    {
        var fields = new QueryFields();
        DateOnly day = fields.Day("on", on) ?? mission.Today(time.GetUtcNow());
        if (fields.Ignored.Count > 0)
        {
            return Problems.Ignored(fields.Ignored);
        }

        ControlGround ground = await ControlGround.FindAsync(record, await intake.GazetteerAsync(cancellation), cancellation);
        return ControlPlacePage.Of(ground, id, day) is { } model ? TypedResults.Ok(model) : Problems.NotFound("claim on control of a place", id);
    }

    private static async Task<IResult> GeoJsonAsync(
        [AsParameters] ControlQuery query, IRecord record, Intake intake, MissionView mission, TimeProvider time, CancellationToken cancellation)
    {
        (ControlPage page, IReadOnlyList<string> ignored) = await PageAsync(query, record, intake, mission, time, cancellation);
        return ignored.Count > 0 ? Problems.Ignored(ignored) : TypedResults.File(ControlExport.GeoJson(page), GeoJsonType, $"control-{page.On:yyyy-MM-dd}.geojson");
    }

    private static async Task<IResult> CsvAsync(
        [AsParameters] ControlQuery query, [FromQuery(Name = "excel"), Description("1 for a spreadsheet: with a byte order mark, formulas made harmless")] string? excel,
        IRecord record, Intake intake, MissionView mission, TimeProvider time, CancellationToken cancellation)
    {
        (ControlPage page, IReadOnlyList<string> ignored) = await PageAsync(query, record, intake, mission, time, cancellation);
        return ignored.Count > 0 ? Problems.Ignored(ignored)
            : CsvFile.Of($"control-{page.On:yyyy-MM-dd}.csv", ControlExport.Columns, ControlExport.Rows(page), excel is "1");
    }

    private static async Task<(ControlPage Page, IReadOnlyList<string> Ignored)> PageAsync(
        ControlQuery query, IRecord record, Intake intake, MissionView mission, TimeProvider time, CancellationToken cancellation)
    {
        ControlGround ground = await ControlGround.FindAsync(record, await intake.GazetteerAsync(cancellation), cancellation);
        DateOnly today = mission.Today(time.GetUtcNow());
        (ControlFilter filter, IReadOnlyList<string> ignored) = query.Read(today, ground.Groups);
        return (ControlPage.Of(ground, filter, today), ignored);
    }
}
