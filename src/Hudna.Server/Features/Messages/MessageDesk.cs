using System.Globalization;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Complaints;
using Hudna.Server.Features.Rulings;
using Hudna.Server.Hosting;
using Hudna.Store;
using Hudna.Talks;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Messages;

/// <summary>What was typed into a form and not taken.</summary>
/// <param name="Action">The form; null for a new message.</param>
/// <param name="Draft">What was typed.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record MessageProblem(MessageAction? Action, MessageDraft Draft, IReadOnlyList<FieldProblem> Problems);

/// <summary>Shows messages to a member of a desk, and takes what they do with them. What the desk may not see is answered as what is not
/// there.</summary>
internal sealed class MessageDesk(IHttpContextAccessor accessor, Visit visit, IRecord record, Mechanism mechanism)
{
    internal const int PageSize = 50;

    private readonly HttpContext http = accessor.HttpContext!;

    private CancellationToken Cancellation => http.RequestAborted;

    private DateOnly Today => visit.Mission.Today(visit.Now);

    public async Task<IResult> ShowAsync(MessageReader reader, string? @as, string? page)
    {
        IReadOnlyList<Desk> desks = await record.DesksAsync(Cancellation);
        if (Acting.Of(@as ?? "", desks) is { } chosen)
        {
            chosen.Remember(http);
            return new SeeOther(visit.Url($"messages{Query(chosen)}"));
        }

        Acting? acting = reader.On(Today, desks);
        return acting is not null ? await ListAsync(acting, desks, page, null, StatusCodes.Status200OK)
            : Ask(desks, reader.Desk is not null || reader.By is not null);
    }

    public async Task<IResult> ShowOneAsync(string id, MessageReader reader)
    {
        IReadOnlyList<Desk> desks = await record.DesksAsync(Cancellation);
        return reader.On(Today, desks) is { } acting ? await OneAsync(id, acting, desks, null, StatusCodes.Status200OK) : Ask(desks, refused: true);
    }

    public async Task<IResult> DraftAsync()
    {
        IFormCollection form = await http.Request.ReadFormAsync(Cancellation);
        IReadOnlyList<Desk> desks = await record.DesksAsync(Cancellation);
        if (Who(form, desks) is not { } acting)
        {
            return Ask(desks, refused: true);
        }

        var draft = MessageDraft.Of(form);
        (MessageContent? content, DateTimeOffset at, IReadOnlyList<FieldProblem> problems) = draft.CheckNew(visit.Mission.Zone);
        if (content is not null)
        {
            try
            {
                string id = await mechanism.DraftMessageAsync(acting.Desk.Id, content, at, acting.Name, Cancellation);
                acting.Remember(http);
                return new SeeOther(visit.Url($"messages/{id}{Query(acting)}"));
            }
            catch (Exception e) when (e is InvalidActException or RecordConflictException)
            {
                problems = [new FieldProblem(RefusedField.Of(e.Message), "problem.other", e.Message)];
            }
        }

        return await ListAsync(acting, desks, null, new MessageProblem(null, draft, problems), StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IResult> TakeAsync(string id, MessageAction action)
    {
        IFormCollection form = await http.Request.ReadFormAsync(Cancellation);
        IReadOnlyList<Desk> desks = await record.DesksAsync(Cancellation);
        if (Who(form, desks) is not { } acting)
        {
            return Ask(desks, refused: true);
        }

        if (await record.MessageAsync(acting.Desk.Id, id, Cancellation) is null)
        {
            return Pages.NotFound();
        }

        var draft = MessageDraft.Of(form);
        (ActBody? body, IReadOnlyList<FieldProblem> problems) = draft.Check(action, acting.Desk.Id, visit.Mission.Zone);
        if (body is null)
        {
            return await OneAsync(id, acting, desks, new MessageProblem(action, draft, problems), StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            await RecordAsync(mechanism, acting.Desk.Id, id, body, acting.Name, Cancellation);
            acting.Remember(http);
            return new SeeOther(visit.Url($"messages/{id}{Query(acting)}"));
        }
        catch (RecordConflictException e)
        {
            // The form comes back on what stands there now: sent again, it is a decision anew.
            SeenMessage now = (await record.MessageAsync(acting.Desk.Id, id, Cancellation))!;
            MessageDraft again = draft with { Revision = SeenRevision(now, action) };
            return await OneAsync(id, acting, desks, new MessageProblem(action, again, [new FieldProblem("", "finding.conflict", e.Message)]), StatusCodes.Status409Conflict);
        }
        catch (InvalidActException e)
        {
            FieldProblem problem = new(RefusedField.Of(e.Message), "problem.other", e.Message);
            return await OneAsync(id, acting, desks, new MessageProblem(action, draft, [problem]), StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Records a step; a delivery is numbered on the way.</summary>
    internal static Task RecordAsync(Mechanism mechanism, string desk, string id, ActBody body, string by, CancellationToken cancellation) =>
        body is MessageDelivered delivered
            ? mechanism.DeliverMessageAsync(desk, id, delivered.Revision, delivered.At, by, cancellation)
            : mechanism.RecordAsync(id, body, by, cancellation);

    /// <summary>The revision that a form on the message as it stands is about.</summary>
    internal static int SeenRevision(SeenMessage message, MessageAction action) =>
        action is MessageAction.Answer or MessageAction.DeliverAnswer ? message.Answer?.Revision ?? 0 : message.Revision ?? 0;

    internal static string Query(Acting acting) => QueryString.Create([KeyValuePair.Create<string, string?>("desk", acting.Desk.Id), KeyValuePair.Create<string, string?>("by", acting.Name)]).ToString();

    private Acting? Who(IFormCollection form, IReadOnlyList<Desk> desks) => MessageReader.Of(form["desk"], form["by"], Today, desks);

    // The same for every message, there or not.
    private IResult Ask(IReadOnlyList<Desk> desks, bool refused) => Pages.Show<MessagesView>(
        new { Desks = desks, People = Acting.On(Today, desks), Refused = refused }, refused ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK);

    private async Task<IResult> ListAsync(Acting acting, IReadOnlyList<Desk> desks, string? page, MessageProblem? problem, int status)
    {
        int offset = new QueryFields().Offset(page, PageSize);
        return Pages.Show<MessagesView>(
            new
            {
                Desks = desks,
                People = Acting.On(Today, desks),
                Acting = acting,
                Model = await record.MessagesAsync(acting.Desk.Id, offset, PageSize, Cancellation),
                Draft = problem?.Draft ?? New(acting),
                Problems = problem?.Problems ?? [],
                Tracks = await TracksAsync(),
            },
            status);
    }

    private async Task<IResult> OneAsync(string id, Acting acting, IReadOnlyList<Desk> desks, MessageProblem? problem, int status) =>
        await record.MessageAsync(acting.Desk.Id, id, Cancellation) is { } message
            ? Pages.Show<MessageView>(
                new
                {
                    Message = message,
                    Desks = desks,
                    Acting = acting,
                    Problem = problem,
                    Now = LocalMoment.Now(visit.Mission, visit.Mission.Clock(visit.Now)),
                    Tracks = await TracksAsync(),
                },
                status)
            : Pages.NotFound();

    private MessageDraft New(Acting acting) => new()
    {
        From = acting.Desk.Role == DeskRole.Envoy ? "" : acting.Desk.Id,
        Carrier = acting.Desk.Role == DeskRole.Envoy ? acting.Desk.Id : "",
        At = LocalMoment.Now(visit.Mission, visit.Mission.Clock(visit.Now)),
        Round = "",
    };

    // Tracks that reports name.
    private async Task<IReadOnlyList<string>> TracksAsync() =>
    [
        .. (await record.AllReportedClaimsAsync(new ClaimFilter { Kinds = [ClaimKind.Round], Live = true }, Cancellation))
            .Select(c => c.Claim.Content.Detail).OfType<RoundDetail>().Select(r => r.Track.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}

/// <summary>Messages in a page's words.</summary>
internal static class MessageText
{
    /// <summary>What people call it; before delivery it has no number.</summary>
    public static string Name(Languages.Words words, SeenMessage message) =>
        message.Number is { } number ? words.Format("messages.number", number) : words["messages.unnumbered"];

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
