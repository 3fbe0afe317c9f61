using System.Globalization;
using Hudna.Agreements;
using Hudna.Rulings;
using Hudna.Talks;

namespace Hudna.Acts;

/// <summary>Whether an act on a message may be appended. Pure; every store asks it before it appends. Who may not see a message gets the
/// same answer as for one that is not there.</summary>
public static class MessageCheck
{
    /// <summary>Characters of a subject line at most.</summary>
    public const int TitleLengthMax = 200;

    /// <summary>Characters of a message or an answer at most.</summary>
    public const int TextLengthMax = 10_000;

    /// <summary>Characters of a reason at most.</summary>
    public const int ReasonLengthMax = 1_000;

    /// <summary>What is wrong with an act on a message; null when nothing is.</summary>
    /// <param name="before">The message; null when there is none such.</param>
    /// <param name="ground">What it is judged by.</param>
    /// <param name="act">The act.</param>
    public static ActProblem? Problem(Message? before, MessageGround ground, Act act) => Persons.Only(act, "Messages") ?? act.Body switch
    {
        MessageDrafted drafted => before is not null ? ActProblem.Conflict($"Message {act.Subject} is there already.") : Drafted(ground, act, drafted),
        MessageRevised revised => Draft(before, ground, act, revised.DeskId, MessageAction.Revise, revised.Revision, revised.At)
            ?? Words(revised.Round, revised.Title, revised.Text),
        MessageWithheld withheld => Draft(before, ground, act, withheld.DeskId, MessageAction.Withhold, withheld.Revision, withheld.At)
            ?? Text("reason", withheld.Reason, ReasonLengthMax),
        MessageDelivered delivered => Draft(before, ground, act, before?.Content.CarrierDesk, MessageAction.Deliver, delivered.Revision, delivered.At)
            ?? (delivered.Number == ground.LastNumber + 1 ? null
                : ActProblem.Conflict($"The next message's number between these desks is {ground.LastNumber + 1}, not {delivered.Number}: look again.")),
        MessageAnswered answered => Answer(before, ground, act, before?.Content.ToDesk, MessageAction.Answer, answered.AnswerRevision, answered.At)
            ?? Text("text", answered.Text, TextLengthMax),
        MessageAnswerDelivered carried =>
            Answer(before, ground, act, before?.Content.CarrierDesk, MessageAction.DeliverAnswer, carried.AnswerRevision, carried.At),
        _ => null,
    };

    private static ActProblem? Drafted(MessageGround ground, Act act, MessageDrafted drafted)
    {
        MessageContent content = drafted.Content;
        foreach ((string field, string id) in new[] { ("from_desk", content.FromDesk), ("to_desk", content.ToDesk), ("carrier_desk", content.CarrierDesk) })
        {
            if (!ground.Desks.Any(d => Same(d.Id, id)))
            {
                return ActProblem.Invalid($"{field}: there is no desk {id}");
            }
        }

        return Same(content.FromDesk, content.ToDesk) ? ActProblem.Invalid("to_desk: another desk than the one it comes from is expected")
            : Same(content.CarrierDesk, content.FromDesk) || Same(content.CarrierDesk, content.ToDesk)
                ? ActProblem.Invalid("carrier_desk: a third desk is expected, which carries it between the two")
            : drafted.At == default ? ActProblem.Invalid("at: a time is expected")
            : !Same(drafted.DeskId, content.FromDesk) && !Same(drafted.DeskId, content.CarrierDesk)
                ? ActProblem.Invalid("desk_id: the desk that it comes from, or the one that carries it, is expected; one of them writes it")
            : !IsMember(ground, drafted.DeskId, act.By, drafted.At) ? ActProblem.Invalid(
                $"by: {act.By} is no member of desk {drafted.DeskId} on {Day(ground, drafted.At)}; its members write its messages")
            : Words(content.Round, content.Subject, content.Text);
    }

    private static ActProblem? Draft(
        Message? before, MessageGround ground, Act act, string? deskId, MessageAction action, int revision, DateTimeOffset at) =>
        Acting(before, ground, act, deskId, action, at, out SeenMessage? seen)
        ?? (seen!.Status != MessageStatus.Draft
                ? ActProblem.Conflict($"Message {act.Subject} is no draft any more: it is {Reading.Wire.Name(seen.Status)}. Look at it again.")
            : revision != before!.Revision ? ActProblem.Conflict(
                $"Message {act.Subject} is at revision {before.Revision} and this was done on revision {revision}: look at it again.")
            : at < before.Drafted.At ? Before(at, before.Drafted.At)
            : null);

    private static ActProblem? Answer(
        Message? before, MessageGround ground, Act act, string? deskId, MessageAction action, int revision, DateTimeOffset at) =>
        Acting(before, ground, act, deskId, action, at, out SeenMessage? seen)
        ?? (seen!.Status == MessageStatus.AnswerDelivered ? ActProblem.Conflict($"The answer to message {act.Subject} is carried back already.")
            : revision != (before!.Answer?.Revision ?? 0) ? ActProblem.Conflict(
                $"The answer to message {act.Subject} is at revision {before.Answer?.Revision ?? 0} and this was done on revision {revision}: look at it again.")
            : !seen.Next.Contains(action) ? ActProblem.Conflict($"Message {act.Subject} has no answer to carry back yet.")
            : at < (before.Answer?.Given ?? before.Delivered!).At ? Before(at, (before.Answer?.Given ?? before.Delivered!).At)
            : null);

    // One sentence for all who may not: that there is no such message, that it is not theirs, that they are not at the desk.
    private static ActProblem? Acting(
        Message? before, MessageGround ground, Act act, string? deskId, MessageAction action, DateTimeOffset at, out SeenMessage? seen)
    {
        seen = before is null || deskId is null ? null : MessageVisibility.Of(before, deskId);
        bool canEver = action switch
        {
            MessageAction.Revise or MessageAction.Withhold => seen?.Role is MessageRole.From or MessageRole.Carrier,
            MessageAction.Deliver or MessageAction.DeliverAnswer => seen?.Role == MessageRole.Carrier,
            _ => seen?.Role == MessageRole.To,
        };
        return at == default ? ActProblem.Invalid("at: a time is expected")
            : canEver && IsMember(ground, deskId!, act.By, at) ? null
            : ActProblem.Invalid($"message: there is no message {act.Subject} on which {act.By} can do this on {Day(ground, at)}");
    }

    private static ActProblem? Words(MessageRound? round, string title, string text) =>
        (round is { TrackId.Length: 0 or > 100 } ? ActProblem.Invalid("track_id: an id of 1 to 100 characters is expected") : null)
        ?? Text("subject", title, TitleLengthMax) ?? Text("text", text, TextLengthMax);

    private static ActProblem? Text(string field, string text, int max) => string.IsNullOrWhiteSpace(text) || text.Length > max
        ? ActProblem.Invalid($"{field}: 1 to {max.ToString(CultureInfo.InvariantCulture)} characters are expected, not {text.Length.ToString(CultureInfo.InvariantCulture)}") : null;

    private static ActProblem Before(DateTimeOffset at, DateTimeOffset last) => ActProblem.Invalid(string.Create(
        CultureInfo.InvariantCulture, $"at: {at:O} is before the last step's {last:O}"));

    private static bool IsMember(MessageGround ground, string deskId, string by, DateTimeOffset at) =>
        ground.Desks.Any(d => Same(d.Id, deskId) && d.HasMember(by, AgreementDays.DayOf(ground.Agreement, at)));

    private static string Day(MessageGround ground, DateTimeOffset at) =>
        AgreementDays.DayOf(ground.Agreement, at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}

/// <summary>What an act on a message is judged by, as it stands before the act.</summary>
/// <param name="LastNumber">The highest number delivered between its desks by its carrier; 0 when there is none.</param>
/// <param name="Agreement">The agreement, whose zone tells the days; null when none was filed.</param>
/// <param name="Desks">All desks.</param>
public sealed record MessageGround(int LastNumber, Agreement? Agreement, IReadOnlyList<Desk> Desks);
