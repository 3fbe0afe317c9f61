using System.ComponentModel;
using System.Globalization;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Links;

/// <summary>Two incidents are one.</summary>
/// <param name="By">Who decides: a person or desk.</param>
/// <param name="Into">Number or id of the incident that it is; that one stays.</param>
/// <param name="Reason">Why.</param>
public sealed record MergeRequest(string By, string Into, string Reason);

/// <summary>Some claims of an incident are about something else.</summary>
/// <param name="By">Who decides.</param>
/// <param name="Claims">Ids of those claims; at least one, and not all.</param>
/// <param name="Reason">Why.</param>
public sealed record SplitRequest(string By, IReadOnlyList<string> Claims, string Reason);

/// <summary>Two incidents are two.</summary>
/// <param name="By">Who decides.</param>
/// <param name="Other">Number or id of the other.</param>
/// <param name="Reason">Why.</param>
public sealed record ApartRequest(string By, string Other, string Reason);

/// <summary>Possible links, mergers, splits, and the weights that the mission links by, by JSON.</summary>
internal static class LinkApi
{
    public static void MapLinkApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder links = api.MapGroup("").WithTags("Links");
        links.MapGet("/links", ListAsync).WithName("listPossibleLinks")
            .WithSummary("Pairs of incidents that may be one, the likeliest first, with what speaks for and against");
        links.MapGet("/links/weights", async (IRecord record, CancellationToken cancellation) => TypedResults.Ok(await WeightsPage.FindAsync(record, cancellation)))
            .WithName("getLinkWeights").WithSummary("The weights that the mission links by, level by level, and who adopted them");
        Post("merge", "mergeIncident", "Says that an incident is another one: its claims are linked to that", MergeAsync);
        Post("split", "splitIncident", "Opens an incident for some of an incident's claims", SplitAsync);
        Post("apart", "keepIncidentsApart", "Says that two incidents are two: the machine never links them, and nobody is asked again", ApartAsync);

        void Post(string path, string name, string summary, Delegate handler) => links.MapPost("/incidents/{number}/" + path, handler).WithName(name).WithSummary(summary)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<LinksPage>, ProblemHttpResult>> ListAsync([AsParameters] LinksQuery query, IRecord record, CancellationToken cancellation)
    {
        (LinksPage page, Incident? _, IReadOnlyList<string> ignored) = await query.FindAsync(record, cancellation);
        return ignored.Count > 0 ? Problems.Ignored(ignored) : TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<Incident>, ProblemHttpResult>> MergeAsync(
        [Description("Number or id of the incident that is given up")] string number, MergeRequest request, IRecord record, Intake intake, CancellationToken cancellation)
    {
        (Incident? one, Incident? into, ProblemHttpResult? problem) = await FindAsync(record, number, request.By, "into", request.Into, cancellation);
        return problem ?? await TakeAsync<Ok<Incident>>(async by =>
        {
            await intake.MergeAsync(one!.Id, into!.Id, by, request.Reason, cancellation);
            return TypedResults.Ok((await record.IncidentAsync(into.Id, cancellation))!);
        }, request.By);
    }

    private static async Task<Results<Created<Incident>, ProblemHttpResult>> SplitAsync(
        [Description("The incident's number or id")] string number, SplitRequest request, IRecord record, Intake intake, CancellationToken cancellation)
    {
        (Incident? one, Incident? _, ProblemHttpResult? problem) = await FindAsync(record, number, request.By, null, "", cancellation);
        return problem ?? await TakeAsync<Created<Incident>>(async by =>
        {
            Incident opened = await intake.SplitAsync(one!.Id, request.Claims, by, request.Reason, cancellation);
            return TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/api/incidents/{opened.Number}"), opened);
        }, request.By);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ApartAsync(
        [Description("The incident's number or id")] string number, ApartRequest request, IRecord record, Intake intake, CancellationToken cancellation)
    {
        (Incident? one, Incident? other, ProblemHttpResult? problem) = await FindAsync(record, number, request.By, "other", request.Other, cancellation);
        return problem ?? await TakeAsync<NoContent>(async by =>
        {
            await intake.KeepApartAsync(one!.Id, other!.Id, by, request.Reason, cancellation);
            return TypedResults.NoContent();
        }, request.By);
    }

    private static async Task<(Incident? One, Incident? Other, ProblemHttpResult? Problem)> FindAsync(
        IRecord record, string number, string? by, string? field, string other, CancellationToken cancellation)
    {
        Incident? one = await LinksQuery.ByNameAsync(record, number, cancellation);
        Incident? second = field is null ? null : await LinksQuery.ByNameAsync(record, other, cancellation);
        return (one, second,
            one is null ? Problems.NotFound("incident", number)
            : Visit.CleanReviewer(by) is null ? Problems.Unprocessable("by: the name of a person or desk is expected, at most 80 characters.")
            : field is not null && second is null ? Problems.Unprocessable($"{field}: there is no incident {other}; a number or an id is expected.")
            : null);
    }

    private static async Task<Results<T, ProblemHttpResult>> TakeAsync<T>(Func<string, Task<T>> take, string by)
        where T : IResult
    {
        try
        {
            return await take(Visit.CleanReviewer(by)!);
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
