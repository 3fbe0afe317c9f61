using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Desks;

/// <summary>A desk to be added or changed.</summary>
/// <param name="By">Who does it.</param>
/// <param name="Id">Short name: lower-case letters, digits and hyphens.</param>
/// <param name="Revision">The revision seen; 0 for a new desk.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Role">guarantor, envoy, liaison, secretariat or observer.</param>
/// <param name="ActorId">Actor or state it speaks for; null for the secretariat.</param>
/// <param name="Members">Its people.</param>
public sealed record DeskRequest(
    string By, string Id, int Revision, BilingualText Name, DeskRole Role, string? ActorId, IReadOnlyList<DeskMember> Members);

/// <summary>The desks of the mechanism: list, form, API.</summary>
internal static class DeskEndpoints
{
    public static void MapDeskPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/desks", async (string? edit, IRecord record, CancellationToken cancellation) =>
        {
            IReadOnlyList<Desk> desks = await record.DesksAsync(cancellation);
            DeskDraft? draft = desks.FirstOrDefault(d => string.Equals(d.Id, edit, StringComparison.Ordinal)) is { } desk ? DeskDraft.Of(desk) : null;
            return Pages.Show<DesksView>(new { Desks = desks, Draft = draft });
        });
        pages.MapPost("/desks", TakeAsync);
    }

    public static void MapDeskApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder desks = api.MapGroup("/desks").WithTags("Desks");
        desks.MapGet("/", async (IRecord record, CancellationToken cancellation) => TypedResults.Ok(await record.DesksAsync(cancellation)))
            .WithName("listDesks").WithSummary("The desks of the mechanism with their members");
        desks.MapPost("/", RecordAsync).WithName("recordDesk").WithSummary("Adds or changes a desk; revision is the one seen, 0 for a new desk")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> TakeAsync(HttpContext http, Visit visit, IRecord record, Intake intake, Mechanism mechanism)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        var draft = DeskDraft.Of(form);
        (DeskRecorded? act, IReadOnlyList<FieldProblem> problems) = draft.Check(await intake.GazetteerAsync(http.RequestAborted));
        int status = StatusCodes.Status422UnprocessableEntity;
        if (act is not null)
        {
            try
            {
                await mechanism.RecordAsync(draft.Id, act, by, http.RequestAborted);
                return new SeeOther($"{visit.Url("desks")}#desk-{draft.Id}");
            }
            catch (InvalidActException e)
            {
                problems = [new FieldProblem("", "problem.other", e.Message)];
            }
            catch (RecordConflictException)
            {
                status = StatusCodes.Status409Conflict;
                problems = [new FieldProblem("", "desk.problem.meanwhile")];
            }
        }

        IReadOnlyList<Desk> desks = await record.DesksAsync(http.RequestAborted);
        return Pages.Show<DesksView>(new { Desks = desks, Draft = draft with { Problems = problems } }, status);
    }

    private static async Task<Results<Created<Desk>, ProblemHttpResult>> RecordAsync(
        DeskRequest request, IRecord record, Intake intake, Mechanism mechanism, CancellationToken cancellation)
    {
        if (Visit.CleanReviewer(request.By) is not { } by)
        {
            return Problems.Unprocessable("by: the name of a person or desk is expected, at most 80 characters.");
        }

        Gazetteer gazetteer = await intake.GazetteerAsync(cancellation);
        if (request.ActorId is { } actorId && !gazetteer.Actors.ContainsKey(actorId))
        {
            return Problems.Unprocessable($"actor_id: there is no actor {actorId}; an id of the mission's actors is expected.");
        }

        if (string.IsNullOrWhiteSpace(request.Id))
        {
            return Problems.Unprocessable("id: lower-case letters, digits and hyphens are expected.");
        }

        try
        {
            await mechanism.RecordAsync(
                request.Id, new DeskRecorded(request.Revision, request.Name, request.Role, request.ActorId, request.Members), by, cancellation);
            return TypedResults.Created("/api/desks", (await record.DesksAsync(cancellation)).First(d => string.Equals(d.Id, request.Id, StringComparison.Ordinal)));
        }
        catch (InvalidActException e)
        {
            return Problems.Unprocessable(e.Message);
        }
        catch (RecordConflictException e)
        {
            return Problems.Conflict(e.Message);
        }
    }
}
