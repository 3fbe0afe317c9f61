using System.ComponentModel;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Actors;

internal static class ActorEndpoints
{
    public static void MapActorPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/actors", async ([AsParameters] NameQuery query, IRecord record, Known known, CancellationToken cancellation) =>
            Pages.Show<ActorsView>(new
            {
                Model = await record.ActorsAsync(query.Words, query.Offset, NameQuery.PageSize, cancellation),
                known.Gazetteer,
                Query = query.Words,
            }));
        pages.MapGet("/actors/{id}", async (string id, IRecord record, Known known, CancellationToken cancellation) =>
            await ActorPage.FindAsync(record, known.Gazetteer, id, cancellation) is { } model
                ? Pages.Show<ActorView>(new { Model = model })
                : Pages.NotFound());
    }

    public static void MapActorApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder actors = api.MapGroup("/actors").WithTags("Actors");
        actors.MapGet("/", ListAsync).WithName("listActors").WithSummary("The actors that claims name, most named first");
        actors.MapGet("/{id}", FindAsync).WithName("getActor").WithSummary("Everything said of one actor");
    }

    private static async Task<Ok<Page<NamedCount>>> ListAsync([AsParameters] NameQuery query, IRecord record, CancellationToken cancellation) =>
        TypedResults.Ok(await record.ActorsAsync(query.Words, query.Offset, NameQuery.PageSize, cancellation));

    private static async Task<Results<Ok<ActorPage>, ProblemHttpResult>> FindAsync(
        [Description("The actor's id")] string id, IRecord record, Known known, CancellationToken cancellation) =>
        await ActorPage.FindAsync(record, known.Gazetteer, id, cancellation) is { } model ? TypedResults.Ok(model) : Problems.NotFound("actor", id);
}
