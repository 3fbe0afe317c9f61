using System.ComponentModel;
using Hudna.Acts;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Control;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Places;

/// <summary>A place to be added.</summary>
/// <param name="By">Who adds it.</param>
/// <param name="Place">What is known of it; its <c>act</c> is <c>place_added</c>.</param>
public sealed record PlaceRequest(string By, PlaceAdded Place);

internal static class PlaceEndpoints
{
    public static void MapPlacePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/places", async ([AsParameters] NameQuery query, IRecord record, CancellationToken cancellation) =>
            Pages.Show<PlacesView>(new
            {
                Model = await record.PlacesAsync(query.Words, query.Offset, NameQuery.PageSize, cancellation),
                Query = query.Words,
            }));
        pages.MapPost("/places", AddAsync);
        pages.MapGet("/places/{id}", async (string id, IRecord record, Intake intake, CancellationToken cancellation) =>
            await PlacePage.FindAsync(record, await intake.GazetteerAsync(cancellation), id, cancellation) is { } model
                ? Pages.Show<PlaceView>(new
                {
                    Model = model,
                    Gazetteer = await intake.GazetteerAsync(cancellation),
                    Control = await ControlGround.FindAsync(record, await intake.GazetteerAsync(cancellation), cancellation),
                })
                : Pages.NotFound());
    }

    private static async Task<IResult> AddAsync(HttpContext http, Visit visit, IRecord record, Intake intake)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        var draft = AddPlaceDraft.Of(form);
        (PlaceAdded? act, IReadOnlyList<FieldProblem> problems) = draft.Check();
        if (act is not null && Reviewer.Of(http, visit, form) is not { })
        {
            return Reviewer.Ask(form);
        }

        try
        {
            if (act is not null)
            {
                string id = await intake.AddPlaceAsync(act, Reviewer.Of(http, visit, form)!, http.RequestAborted);
                return new SeeOther(visit.Url($"places/{Uri.EscapeDataString(id)}"));
            }
        }
        catch (Exception e) when (e is InvalidActException or RecordConflictException)
        {
            problems = [new FieldProblem("", "problem.other", e.Message)];
        }

        Page<NamedCount> model = await record.PlacesAsync(null, 0, NameQuery.PageSize, http.RequestAborted);
        return Pages.Show<PlacesView>(new { Model = model, Draft = draft, Problems = problems }, StatusCodes.Status422UnprocessableEntity);
    }

    public static void MapPlaceApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder places = api.MapGroup("/places").WithTags("Places");
        places.MapGet("/", ListAsync).WithName("listPlaces").WithSummary("The places that claims name, most named first");
        places.MapPost("/", (PlaceRequest request, Intake intake, CancellationToken cancellation) => AddedEntry.AddAsync(
                request.By, by => intake.AddPlaceAsync(request.Place, by, cancellation), "/api/places"))
            .WithName("addPlace").WithSummary("Adds a place, which the reader knows from then on")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        places.MapGet("/{id}", FindAsync).WithName("getPlace").WithSummary("Everything said of one place");
    }

    private static async Task<Ok<Page<NamedCount>>> ListAsync([AsParameters] NameQuery query, IRecord record, CancellationToken cancellation) =>
        TypedResults.Ok(await record.PlacesAsync(query.Words, query.Offset, NameQuery.PageSize, cancellation));

    private static async Task<Results<Ok<PlacePage>, ProblemHttpResult>> FindAsync(
        [Description("The place's id")] string id, IRecord record, Intake intake, CancellationToken cancellation) =>
        await PlacePage.FindAsync(record, await intake.GazetteerAsync(cancellation), id, cancellation) is { } model ? TypedResults.Ok(model) : Problems.NotFound("place", id);
}
