namespace Hudna.Talks;

/// <summary>What one desk may see of a message. What it may not know is null here, and looks as it would if it had never been.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Role">Who the desk is to it.</param>
/// <param name="Status">How far it has come, as far as the desk may know.</param>
/// <param name="Number">What people call it; null before delivery.</param>
/// <param name="Content">What it says, between whom.</param>
/// <param name="Revision">Revision of the draft, for those who write it and carry it; null for those it is for.</param>
/// <param name="Drafted">When it was written; null for those it is for.</param>
/// <param name="Delivered">The delivery; null before.</param>
/// <param name="Withheld">When it was withheld; null when it was not.</param>
/// <param name="Reason">Why it was withheld.</param>
/// <param name="Answer">The answer; null when there is none, and for the from-desk until it is carried back.</param>
/// <param name="AnswerDelivered">When the answer was carried back; null before.</param>
/// <param name="Next">What the desk can do with it now.</param>
public sealed record SeenMessage(
    string Id, MessageRole Role, MessageStatus Status, int? Number, MessageContent Content, int? Revision, MessageStep? Drafted,
    MessageStep? Delivered, MessageStep? Withheld, string? Reason, MessageAnswer? Answer, MessageStep? AnswerDelivered,
    IReadOnlyList<MessageAction> Next);

/// <summary>The one place that says who sees what of a message:
/// <list type="bullet">
/// <item>a draft: the from-desk and the carrier;</item>
/// <item>delivered: the to-desk too, from the words as they were delivered on; how often they were revised before, and when, it never learns;</item>
/// <item>withheld: the from-desk and the carrier; the to-desk never learns that there was one;</item>
/// <item>an answer: the to-desk and the carrier, until the carrier has carried it back; then the from-desk too.</item>
/// </list>
/// No other desk sees anything at any time.</summary>
public static class MessageVisibility
{
    /// <summary>What a desk sees of a message.</summary>
    /// <param name="message">The message, all of it.</param>
    /// <param name="deskId">The desk that asks.</param>
    /// <returns>What it sees; null when for this desk there is no such message.</returns>
    public static SeenMessage? Of(Message message, string deskId) => RoleOf(message.Content, deskId) switch
    {
        null => null,
        MessageRole.To when message.Delivered is null => null,
        MessageRole.To => Seen(message, MessageRole.To, message.Status) with { Revision = null, Drafted = null },
        MessageRole.From when message.Status == MessageStatus.Answered =>
            Seen(message, MessageRole.From, MessageStatus.Delivered) with { Answer = null },
        { } role => Seen(message, role, message.Status),
    };

    /// <summary>Who a desk is to a message; null when it has no part in it.</summary>
    public static MessageRole? RoleOf(MessageContent content, string deskId) =>
        Same(content.FromDesk, deskId) ? MessageRole.From
        : Same(content.ToDesk, deskId) ? MessageRole.To
        : Same(content.CarrierDesk, deskId) ? MessageRole.Carrier
        : null;

    private static SeenMessage Seen(Message message, MessageRole role, MessageStatus status) => new(
        message.Id, role, status, message.Number, message.Content, message.Revision, message.Drafted, message.Delivered, message.Withheld,
        message.Reason, message.Answer, message.AnswerDelivered, Next(role, status));

    private static IReadOnlyList<MessageAction> Next(MessageRole role, MessageStatus status) => (role, status) switch
    {
        (MessageRole.From, MessageStatus.Draft) => [MessageAction.Revise, MessageAction.Withhold],
        (MessageRole.Carrier, MessageStatus.Draft) => [MessageAction.Revise, MessageAction.Deliver, MessageAction.Withhold],
        (MessageRole.To, MessageStatus.Delivered or MessageStatus.Answered) => [MessageAction.Answer],
        (MessageRole.Carrier, MessageStatus.Answered) => [MessageAction.DeliverAnswer],
        _ => [],
    };

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
