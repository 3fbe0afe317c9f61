using System.ComponentModel;
using Hudna.Acts;
using Hudna.Rulings;
using Hudna.Server.Features.Rulings;
using Hudna.Server.Hosting;
using Hudna.Server.Missions;
using Hudna.Store;
using Hudna.Talks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Messages;

/// <summary>Writes a message.</summary>
/// <param name="By">Who writes it: a member of the desk.</param>
/// <param name="DeskId">For which desk: the one that it comes from, or the one that carries it.</param>
/// <param name="Message">What it says, between whom.</param>
/// <param name="At">When, with offset.</param>
public sealed record MessageRequest(string By, string DeskId, MessageContent Message, DateTimeOffset At);

/// <summary>Does something with a message.</summary>
public sealed record MessageStepRequest
{
    /// <summary>Who does it: a member of the desk.</summary>
    public required string By { get; init; }

    /// <summary>For which desk.</summary>
    public required string DeskId { get; init; }

    /// <summary>What.</summary>
    public required MessageAction Action { get; init; }

    /// <summary>The revision that was seen: of the draft; of the answer for answer and deliver_answer, 0 when there is none.</summary>
    public required int Revision { get; init; }

    /// <summary>When, with offset.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Subject line; for revise.</summary>
    public string? Subject { get; init; }

    /// <summary>The message's words for revise, the answer's for answer.</summary>
    public string? Text { get; init; }

    /// <summary>The round; for revise.</summary>
    public MessageRound? Round { get; init; }

    /// <summary>Why; for withhold.</summary>
    public string? Reason { get; init; }

    internal ActBody ToAct() => Action switch
    {
        MessageAction.Revise => new MessageRevised(DeskId, Revision, Round, Subject ?? "", Text ?? "", At),
        MessageAction.Deliver => new MessageDelivered(Revision, 0, At),
        MessageAction.Withhold => new MessageWithheld(DeskId, Revision, Reason ?? "", At),
        MessageAction.Answer => new MessageAnswered(Revision, Text ?? "", At),
        _ => new MessageAnswerDelivered(Revision, At),
    };
}

/// <summary>Messages between desks, each for those that it is meant for.</summary>
internal static class MessageEndpoints
{
    public static void MapMessagePages(this RouteGroupBuilder pages)
    {
        RouteGroupBuilder messages = pages.MapGroup("/messages").AddEndpointFilter(KeepAsync);
        messages.MapGet("/", ([AsParameters] MessageReader reader, [FromQuery(Name = "as")] string? acting, string? page, MessageDesk desk) => desk.ShowAsync(reader, acting, page));
        messages.MapPost("/", (MessageDesk desk) => desk.DraftAsync());
        messages.MapGet("/{id}", (string id, [AsParameters] MessageReader reader, MessageDesk desk) => desk.ShowOneAsync(id, reader));
        messages.MapPost("/{id}/revise", (string id, MessageDesk desk) => desk.TakeAsync(id, MessageAction.Revise));
        messages.MapPost("/{id}/deliver", (string id, MessageDesk desk) => desk.TakeAsync(id, MessageAction.Deliver));
        messages.MapPost("/{id}/withhold", (string id, MessageDesk desk) => desk.TakeAsync(id, MessageAction.Withhold));
        messages.MapPost("/{id}/answer", (string id, MessageDesk desk) => desk.TakeAsync(id, MessageAction.Answer));
        messages.MapPost("/{id}/deliver_answer", (string id, MessageDesk desk) => desk.TakeAsync(id, MessageAction.DeliverAnswer));
    }

    public static void MapMessageApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder messages = api.MapGroup("/messages").WithTags("Messages").AddEndpointFilter(KeepAsync)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        messages.MapGet("/", ListAsync).WithName("listMessages").WithSummary("The messages that a desk may see, and of each what it may see");
        messages.MapPost("/", DraftAsync).WithName("draftMessage").WithSummary("Writes a message, for the desk that it comes from or its carrier")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        messages.MapGet("/{id}", FindAsync).WithName("getMessage").WithSummary("What a desk may see of one message");
        messages.MapPost("/{id}/steps", StepAsync).WithName("stepMessage").WithSummary("Revises, delivers, withholds, answers, or carries the answer back")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    // No copy of it is left with a proxy or in a browser's store.
    private static ValueTask<object?> KeepAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }

    private static async Task<Results<Ok<Page<SeenMessage>>, ProblemHttpResult>> ListAsync(
        [AsParameters] MessageReader reader, [Description("Page of the list, from 1")] string? page, IRecord record, MissionView mission, TimeProvider time,
        CancellationToken cancellation)
    {
        var fields = new QueryFields();
        int offset = fields.Offset(page, MessageDesk.PageSize);
        return reader.On(mission.Today(time.GetUtcNow()), await record.DesksAsync(cancellation)) is not { } acting ? Stranger()
            : fields.Ignored.Count > 0 ? Problems.Ignored(fields.Ignored)
            : TypedResults.Ok(await record.MessagesAsync(acting.Desk.Id, offset, MessageDesk.PageSize, cancellation));
    }

    private static async Task<Results<Ok<SeenMessage>, ProblemHttpResult>> FindAsync(
        [Description("The message's id")] string id, [AsParameters] MessageReader reader, IRecord record, MissionView mission, TimeProvider time,
        CancellationToken cancellation) =>
        reader.On(mission.Today(time.GetUtcNow()), await record.DesksAsync(cancellation)) is not { } acting ? Stranger()
            : await record.MessageAsync(acting.Desk.Id, id, cancellation) is { } message ? TypedResults.Ok(message)
            : NotThere();

    private static async Task<Results<Created<SeenMessage>, ProblemHttpResult>> DraftAsync(
        MessageRequest request, IRecord record, Mechanism mechanism, MissionView mission, TimeProvider time, CancellationToken cancellation)
    {
        if (await ActingAsync(request.DeskId, request.By, record, mission, time, cancellation) is null)
        {
            return Stranger();
        }

        string? id = null;
        return await Acted.TryAsync(
            request.By, async by => id = await mechanism.DraftMessageAsync(request.DeskId, request.Message, request.At, by, cancellation)) is { } problem
            ? problem : TypedResults.Created($"/api/messages/{id}", await record.MessageAsync(request.DeskId, id!, cancellation));
    }

    private static async Task<Results<Ok<SeenMessage>, ProblemHttpResult>> StepAsync(
        [Description("The message's id")] string id, MessageStepRequest request, IRecord record, Mechanism mechanism, MissionView mission, TimeProvider time,
        CancellationToken cancellation) =>
        await ActingAsync(request.DeskId, request.By, record, mission, time, cancellation) is null ? Stranger()
            : await record.MessageAsync(request.DeskId, id, cancellation) is not { } before ? NotThere()
            : !MayEver(before.Role, request.Action)
                ? Problems.Unprocessable($"action: {Reading.Wire.Name(request.Action)} is not for the {Reading.Wire.Name(before.Role)} desk of a message")
            : await Acted.TryAsync(request.By, by => MessageDesk.RecordAsync(mechanism, request.DeskId, id, request.ToAct(), by, cancellation)) is { } problem
                ? problem : TypedResults.Ok((await record.MessageAsync(request.DeskId, id, cancellation))!);

    // An act that leaves the desk out is taken for the desk whose part it is: only that desk may ask for it.
    private static bool MayEver(MessageRole role, MessageAction action) => action switch
    {
        MessageAction.Answer => role == MessageRole.To,
        MessageAction.Deliver or MessageAction.DeliverAnswer => role == MessageRole.Carrier,
        _ => role != MessageRole.To,
    };

    private static async Task<Acting?> ActingAsync(
        string desk, string by, IRecord record, MissionView mission, TimeProvider time, CancellationToken cancellation) =>
        MessageReader.Of(desk, by, mission.Today(time.GetUtcNow()), await record.DesksAsync(cancellation));

    private static ProblemHttpResult Stranger() => TypedResults.Problem(
        "desk, by: a desk and one of its members on the mission's day are expected; nobody else is shown messages.", statusCode: StatusCodes.Status403Forbidden);

    // The same for what is not there and for what is not theirs.
    private static ProblemHttpResult NotThere() => TypedResults.Problem("There is no such message.", statusCode: StatusCodes.Status404NotFound);
}
