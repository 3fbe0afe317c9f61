using System.ComponentModel;
using Hudna.Server.Hosting;
using Hudna.Server.Maps;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Incidents;

/// <summary>Incidents: list, map and timeline; one incident.</summary>
internal static class IncidentEndpoints
{
    public static void MapIncidentPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/incidents", async ([AsParameters] IncidentQuery query, IRecord record, Intake intake, CancellationToken cancellation) =>
        {
            (IncidentFilter filter, IReadOnlyList<string> ignored) = query.ToFilter();
            IncidentsPage model = await IncidentsPage.FindAsync(record, filter, cancellation);
            return Pages.Show<IncidentsView>(new { Model = model, Filter = filter, Gazetteer = await intake.GazetteerAsync(cancellation), Ignored = ignored });
        });
        pages.MapGet("/incidents/{number}", async (string number, IRecord record, Intake intake, CancellationToken cancellation) =>
            await IncidentPage.FindAsync(record, number, cancellation) is { } model
                ? Pages.Show<IncidentView>(new { Model = model, Gazetteer = await intake.GazetteerAsync(cancellation) })
                : Pages.NotFound());
    }

    public static void MapIncidentApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder incidents = api.MapGroup("/incidents").WithTags("Incidents");
        incidents.MapGet("/", ListAsync).WithName("listIncidents").WithSummary("Incidents as list, by day and by place");
        incidents.MapGet("/{number}", FindAsync).WithName("getIncident").WithSummary("One incident with its claims and their sources' words");
        api.MapGet("/map/land", LandOutline.Write).WithTags("Map").WithName("getLand").WithSummary("Outline of the land as GeoJSON, without borders")
            .Produces(StatusCodes.Status200OK, contentType: "application/geo+json");
    }

    private static async Task<Results<Ok<IncidentsPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] IncidentQuery query, IRecord record, CancellationToken cancellation)
    {
        (IncidentFilter filter, IReadOnlyList<string> ignored) = query.ToFilter();
        return ignored.Count == 0 ? TypedResults.Ok(await IncidentsPage.FindAsync(record, filter, cancellation)) : Problems.Ignored(ignored);
    }

    private static async Task<Results<Ok<IncidentPage>, ProblemHttpResult>> FindAsync(
        [Description("The incident's number or id")] string number, IRecord record, CancellationToken cancellation) =>
        await IncidentPage.FindAsync(record, number, cancellation) is { } model ? TypedResults.Ok(model) : Problems.NotFound("incident", number);
}
