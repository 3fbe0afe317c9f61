using System.ComponentModel;
using Hudna.Reading;
using Hudna.Server.Features.Coverage;
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
        pages.MapGet("/incidents", ShowAsync);
        pages.MapGet("/incidents/{number}", async (string number, IRecord record, Intake intake, CancellationToken cancellation) =>
            await IncidentPage.FindAsync(record, number, cancellation) is { } model
                ? Pages.Show<IncidentView>(new
                {
                    Model = model,
                    Gazetteer = await intake.GazetteerAsync(cancellation),
                    Candidates = await LinkCandidates.OfAsync(record, model.Incident, model.Claims.Select(c => c.Claim.ReportId), cancellation),
                })
                : Pages.NotFound());
    }

    private static async Task<IResult> ShowAsync(
        [AsParameters] IncidentQuery query, Visit visit, IRecord record, Intake intake, CancellationToken cancellation)
    {
        Gazetteer gazetteer = await intake.GazetteerAsync(cancellation);
        NameField place = await NameField.PlaceAsync(query.Place, record, gazetteer, visit.Words.IsArabic, cancellation);
        NameField actor = await NameField.ActorAsync(query.Actor, record, gazetteer, visit.Words.IsArabic, cancellation);

        // The address holds ids: it means the same in either language, and stays when a name changes.
        if (IsNamed(place, query.Place) || IsNamed(actor, query.Actor))
        {
            return new SeeOther(visit.With(("place", place.Id ?? query.Place), ("actor", actor.Id ?? query.Actor)));
        }

        (IncidentFilter filter, IReadOnlyList<string> ignored) = query.ToFilter(place, actor);
        IncidentsPage model = await IncidentsPage.FindAsync(record, filter, cancellation);
        SeenDays? seen = await SeenDays.FindAsync(record, gazetteer, visit.Mission.Zone, filter, model.Days, cancellation);
        return Pages.Show<IncidentsView>(new { Model = model, Filter = filter, Gazetteer = gazetteer, Ignored = ignored, Place = place, Actor = actor, Seen = seen });
    }

    private static bool IsNamed(NameField field, string? typed) => field.Id is { } id && !string.Equals(id, typed, StringComparison.Ordinal);

    public static void MapIncidentApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder incidents = api.MapGroup("/incidents").WithTags("Incidents");
        incidents.MapGet("/", ListAsync).WithName("listIncidents").WithSummary("Incidents as list, by day and by place");
        incidents.MapGet("/{number}", FindAsync).WithName("getIncident").WithSummary("One incident with its claims and their sources' words");
        api.MapGet("/map/land", LandOutline.Write).WithTags("Map").WithName("getLand").WithSummary("Outline of the land as GeoJSON, without borders")
            .Produces(StatusCodes.Status200OK, contentType: "application/geo+json");
    }

    private static async Task<Results<Ok<IncidentsPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] IncidentQuery query, IRecord record, Intake intake, CancellationToken cancellation)
    {
        Gazetteer gazetteer = await intake.GazetteerAsync(cancellation);
        NameField place = await NameField.PlaceAsync(query.Place, record, gazetteer, arabic: false, cancellation);
        NameField actor = await NameField.ActorAsync(query.Actor, record, gazetteer, arabic: false, cancellation);
        (IncidentFilter filter, IReadOnlyList<string> unusable) = query.ToFilter(place, actor);
        string[] ignored =
        [
            .. unusable, .. place.Problem is null ? Array.Empty<string>() : [$"place={query.Place}"], .. actor.Problem is null ? Array.Empty<string>() : [$"actor={query.Actor}"],
        ];
        return ignored.Length == 0 ? TypedResults.Ok(await IncidentsPage.FindAsync(record, filter, cancellation)) : Problems.Ignored(ignored);
    }

    private static async Task<Results<Ok<IncidentPage>, ProblemHttpResult>> FindAsync(
        [Description("The incident's number or id")] string number, IRecord record, CancellationToken cancellation) =>
        await IncidentPage.FindAsync(record, number, cancellation) is { } model ? TypedResults.Ok(model) : Problems.NotFound("incident", number);
}
