using System.Globalization;
using Hudna.Acts;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Complaints;
using Hudna.Server.Features.Rulings;
using Hudna.Talks;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Messages;

/// <summary>A form about a message, as typed; each form has some of the fields.</summary>
public sealed record MessageDraft
{
    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public string Carrier { get; init; } = "";

    /// <summary>Id of the track; empty for none.</summary>
    public string Track { get; init; } = "";

    /// <summary>The round's day, as <c>2017-01-23</c>.</summary>
    public string Round { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Text { get; init; } = "";

    public string Reason { get; init; } = "";

    /// <summary>Local time of the mission's zone, as <c>2017-01-23T09:00</c>.</summary>
    public string At { get; init; } = "";

    /// <summary>The revision that was seen: of the draft, or of the answer.</summary>
    public int Revision { get; init; }

    internal static MessageDraft Of(IFormCollection form) => new()
    {
        From = form["from"].ToString(),
        To = form["to"].ToString(),
        Carrier = form["carrier"].ToString(),
        Track = form["track"].ToString().Trim(),
        Round = form["round"].ToString().Trim(),
        Subject = form["subject"].ToString().Trim(),
        Text = form["text"].ToString().Trim(),
        Reason = form["reason"].ToString().Trim(),
        At = form["at"].ToString().Trim(),
        Revision = int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out int revision) ? revision : 0,
    };

    /// <summary>A new message, or what is wrong with what was typed.</summary>
    internal (MessageContent? Content, DateTimeOffset At, IReadOnlyList<FieldProblem> Problems) CheckNew(TimeZoneInfo zone)
    {
        var problems = new List<FieldProblem>();
        if (From.Length == 0 || To.Length == 0 || Carrier.Length == 0 || From == To || From == Carrier || To == Carrier)
        {
            problems.Add(new FieldProblem("desks", "messages.problem.desks"));
        }

        MessageRound? round = Words(problems);
        DateTimeOffset? at = LocalMoment.Read(At, zone, problems);
        return problems.Count > 0 ? (null, default, problems) : (new MessageContent(From, To, Carrier, round, Subject, Text), at!.Value, problems);
    }

    /// <summary>The act, or what is wrong with what was typed.</summary>
    internal (ActBody? Body, IReadOnlyList<FieldProblem> Problems) Check(MessageAction action, string desk, TimeZoneInfo zone)
    {
        var problems = new List<FieldProblem>();
        DateTimeOffset? read = LocalMoment.Read(At, zone, problems);
        MessageRound? round = action == MessageAction.Revise ? Words(problems) : null;
        if (action == MessageAction.Answer)
        {
            Bounded("text", Text, MessageCheck.TextLengthMax, problems);
        }
        else if (action == MessageAction.Withhold)
        {
            Bounded("reason", Reason, MessageCheck.ReasonLengthMax, problems);
        }

        DateTimeOffset at = read ?? default;
        return problems.Count > 0 ? (null, problems) : (action switch
        {
            MessageAction.Revise => new MessageRevised(desk, Revision, round, Subject, Text, at),
            MessageAction.Deliver => new MessageDelivered(Revision, 0, at),
            MessageAction.Withhold => new MessageWithheld(desk, Revision, Reason, at),
            MessageAction.Answer => new MessageAnswered(Revision, Text, at),
            _ => new MessageAnswerDelivered(Revision, at),
        }, problems);
    }

    private MessageRound? Words(List<FieldProblem> problems)
    {
        Bounded("subject", Subject, MessageCheck.TitleLengthMax, problems);
        Bounded("text", Text, MessageCheck.TextLengthMax, problems);
        if (Track.Length == 0 != (Round.Length == 0))
        {
            problems.Add(new FieldProblem("round", "messages.problem.round"));
            return null;
        }

        return Track.Length > 0 && FindingDraft.Day("round", Round, problems) is { } day ? new MessageRound(Track, day) : null;
    }

    private static void Bounded(string field, string text, int max, List<FieldProblem> problems)
    {
        if (text.Length == 0 || text.Length > max)
        {
            problems.Add(new FieldProblem(field, field switch
            {
                "subject" => "messages.problem.subject",
                "reason" => "messages.problem.reason",
                _ => "messages.problem.text",
            }));
        }
    }
}
