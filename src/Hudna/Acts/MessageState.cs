using Hudna.Talks;

namespace Hudna.Acts;

/// <summary>A message's state as the fold of the acts on it.</summary>
public static class MessageState
{
    /// <summary>True when such an act is about a message. Such acts are shown in no list of acts.</summary>
    public static bool Takes(ActBody body) =>
        body is MessageDrafted or MessageRevised or MessageDelivered or MessageAnswered or MessageAnswerDelivered or MessageWithheld;

    /// <summary>The message after an act.</summary>
    /// <param name="before">The message before it; null before it was drafted.</param>
    /// <param name="act">An act whose subject is the message.</param>
    /// <exception cref="InvalidActException">The act cannot follow on that state.</exception>
    public static Message Apply(Message? before, Act act) => (before, act.Body) switch
    {
        (null, MessageDrafted drafted) => new Message
        {
            Id = act.Subject,
            Content = drafted.Content,
            Drafted = new MessageStep(drafted.DeskId, act.By, drafted.At),
        },
        ({ } message, MessageRevised revised) => message with
        {
            Content = message.Content with { Round = revised.Round, Subject = revised.Title, Text = revised.Text },
            Revision = message.Revision + 1,
            Drafted = new MessageStep(revised.DeskId, act.By, revised.At),
        },
        ({ } message, MessageDelivered delivered) => message with
        {
            Number = delivered.Number,
            Delivered = new MessageStep(message.Content.CarrierDesk, act.By, delivered.At),
        },
        ({ } message, MessageAnswered answered) => message with
        {
            Answer = new MessageAnswer(
                answered.Text, (message.Answer?.Revision ?? 0) + 1, new MessageStep(message.Content.ToDesk, act.By, answered.At)),
        },
        ({ } message, MessageAnswerDelivered carried) => message with
        {
            AnswerDelivered = new MessageStep(message.Content.CarrierDesk, act.By, carried.At),
        },
        ({ } message, MessageWithheld withheld) => message with
        {
            Withheld = new MessageStep(withheld.DeskId, act.By, withheld.At),
            Reason = withheld.Reason,
        },
        _ => throw InvalidActException.OutOfOrder(act, before is not null),
    };
}
