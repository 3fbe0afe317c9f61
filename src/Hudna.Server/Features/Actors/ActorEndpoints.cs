using System.ComponentModel;
using Hudna.Acts;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Actors;

/// <summary>An actor to be added.</summary>
/// <param name="By">Who adds it.</param>
/// <param name="Actor">What is known of it; its <c>act</c> is <c>actor_added</c>.</param>
public sealed record ActorRequest(string By, ActorAdded Actor);

internal static class ActorEndpoints
{
    public static void MapActorPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/actors", async ([AsParameters] NameQuery query, IRecord record, CancellationToken cancellation) =>
            Pages.Show<ActorsView>(new
            {
                Model = await record.ActorsAsync(query.Words, query.Offset, NameQuery.PageSize, cancellation),
                Query = query.Words,
            }));
        pages.MapPost("/actors", AddAsync);
        pages.MapGet("/actors/{id}", async (string id, IRecord record, Intake intake, CancellationToken cancellation) =>
            await ActorPage.FindAsync(record, await intake.GazetteerAsync(cancellation), id, cancellation) is { } model
                ? Pages.Show<ActorView>(new { Model = model })
                : Pages.NotFound());
    }

    private static async Task<IResult> AddAsync(HttpContext http, Visit visit, IRecord record, Intake intake)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        var draft = AddActorDraft.Of(form);
        Gazetteer gazetteer = await intake.GazetteerAsync(http.RequestAborted);
        (ActorAdded? act, IReadOnlyList<FieldProblem> problems) = draft.Check(gazetteer);
        if (act is not null && Reviewer.Of(http, visit, form) is not { })
        {
            return Reviewer.Ask(form);
        }

        try
        {
            if (act is not null)
            {
                string id = await intake.AddActorAsync(act, Reviewer.Of(http, visit, form)!, http.RequestAborted);
                return new SeeOther(visit.Url($"actors/{Uri.EscapeDataString(id)}"));
            }
        }
        catch (Exception e) when (e is InvalidActException or RecordConflictException)
        {
            problems = [new FieldProblem("", "problem.other", e.Message)];
        }

        Page<NamedCount> model = await record.ActorsAsync(null, 0, NameQuery.PageSize, http.RequestAborted);
        return Pages.Show<ActorsView>(new { Model = model, Draft = draft, Problems = problems }, StatusCodes.Status422UnprocessableEntity);
    }

    public static void MapActorApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder actors = api.MapGroup("/actors").WithTags("Actors");
        actors.MapGet("/", ListAsync).WithName("listActors").WithSummary("The actors that claims name, most named first");
        actors.MapPost("/", (ActorRequest request, Intake intake, CancellationToken cancellation) => AddedEntry.AddAsync(
                request.By, by => intake.AddActorAsync(request.Actor, by, cancellation), "/api/actors"))
            .WithName("addActor").WithSummary("Adds an actor, which the reader knows from then on")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        actors.MapGet("/{id}", FindAsync).WithName("getActor").WithSummary("Everything said of one actor");
    }

    private static async Task<Ok<Page<NamedCount>>> ListAsync([AsParameters] NameQuery query, IRecord record, CancellationToken cancellation) =>
        TypedResults.Ok(await record.ActorsAsync(query.Words, query.Offset, NameQuery.PageSize, cancellation));

    private static async Task<Results<Ok<ActorPage>, ProblemHttpResult>> FindAsync(
        [Description("The actor's id")] string id, IRecord record, Intake intake, CancellationToken cancellation) =>
        await ActorPage.FindAsync(record, await intake.GazetteerAsync(cancellation), id, cancellation) is { } model ? TypedResults.Ok(model) : Problems.NotFound("actor", id);
}
