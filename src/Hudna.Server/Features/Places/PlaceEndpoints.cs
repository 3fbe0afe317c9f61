using System.ComponentModel;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Places;

internal static class PlaceEndpoints
{
    public static void MapPlacePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/places", async ([AsParameters] NameQuery query, IRecord record, Known known, CancellationToken cancellation) =>
            Pages.Show<PlacesView>(new
            {
                Model = await record.PlacesAsync(query.Words, query.Offset, NameQuery.PageSize, cancellation),
                known.Gazetteer,
                Query = query.Words,
            }));
        pages.MapGet("/places/{id}", async (string id, IRecord record, Known known, CancellationToken cancellation) =>
            await PlacePage.FindAsync(record, known.Gazetteer, id, cancellation) is { } model
                ? Pages.Show<PlaceView>(new { Model = model, known.Gazetteer })
                : Pages.NotFound());
    }

    public static void MapPlaceApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder places = api.MapGroup("/places").WithTags("Places");
        places.MapGet("/", ListAsync).WithName("listPlaces").WithSummary("The places that claims name, most named first");
        places.MapGet("/{id}", FindAsync).WithName("getPlace").WithSummary("Everything said of one place");
    }

    private static async Task<Ok<Page<NamedCount>>> ListAsync([AsParameters] NameQuery query, IRecord record, CancellationToken cancellation) =>
        TypedResults.Ok(await record.PlacesAsync(query.Words, query.Offset, NameQuery.PageSize, cancellation));

    private static async Task<Results<Ok<PlacePage>, ProblemHttpResult>> FindAsync(
        [Description("The place's id")] string id, IRecord record, Known known, CancellationToken cancellation) =>
        await PlacePage.FindAsync(record, known.Gazetteer, id, cancellation) is { } model ? TypedResults.Ok(model) : Problems.NotFound("place", id);
}
