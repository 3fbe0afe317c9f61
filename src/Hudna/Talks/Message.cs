using System.Text.Json.Serialization;
using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>How far a message has come, as the one who asks may know it.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<MessageStatus>))]
public enum MessageStatus
{
    /// <summary>Written; not delivered yet.</summary>
    Draft,

    /// <summary>Kept back before it was delivered; it will never be.</summary>
    Withheld,

    /// <summary>Handed over to those it is for.</summary>
    Delivered,

    /// <summary>They answered; the answer is with the carrier.</summary>
    Answered,

    /// <summary>The answer was carried back.</summary>
    AnswerDelivered,
}

/// <summary>Who a desk is to a message.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<MessageRole>))]
public enum MessageRole
{
    /// <summary>It comes from this desk.</summary>
    From,

    /// <summary>It is for this desk.</summary>
    To,

    /// <summary>This desk carries it.</summary>
    Carrier,
}

/// <summary>What can be done with a message next.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<MessageAction>))]
public enum MessageAction
{
    /// <summary>Change the draft.</summary>
    Revise,

    /// <summary>Hand it over.</summary>
    Deliver,

    /// <summary>Keep it back.</summary>
    Withhold,

    /// <summary>Answer it, or change the answer.</summary>
    Answer,

    /// <summary>Carry the answer back.</summary>
    DeliverAnswer,
}

/// <summary>A message that a mediator carries from one desk to another. This is all of it: only the store holds it so. What a desk may
/// see of it, <see cref="MessageVisibility"/> says.</summary>
public sealed record Message
{
    /// <summary><c>m</c> and 16 hex digits (see <see cref="MessageId"/>): neither order nor number shows in it.</summary>
    public required string Id { get; init; }

    /// <summary>What it says now, between whom.</summary>
    public required MessageContent Content { get; init; }

    /// <summary>1 when drafted, one more at each revision of the draft; it stays from delivery on.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When the draft came to be as it stands.</summary>
    public required MessageStep Drafted { get; init; }

    /// <summary>What people call it: counted per from-desk, to-desk and carrier, over messages delivered. Null before delivery, so that a
    /// draft or a message withheld leaves no gap.</summary>
    public int? Number { get; init; }

    /// <summary>The delivery; null before.</summary>
    public MessageStep? Delivered { get; init; }

    /// <summary>When it was withheld; null when it was not.</summary>
    public MessageStep? Withheld { get; init; }

    /// <summary>Why it was withheld; null when it was not.</summary>
    public string? Reason { get; init; }

    /// <summary>The answer as it stands; null when there is none.</summary>
    public MessageAnswer? Answer { get; init; }

    /// <summary>When the answer was carried back; null before.</summary>
    public MessageStep? AnswerDelivered { get; init; }

    /// <summary>How far it has come, all told.</summary>
    public MessageStatus Status => this switch
    {
        { Withheld: not null } => MessageStatus.Withheld,
        { Delivered: null } => MessageStatus.Draft,
        { AnswerDelivered: not null } => MessageStatus.AnswerDelivered,
        { Answer: not null } => MessageStatus.Answered,
        _ => MessageStatus.Delivered,
    };
}

/// <summary>What a message says, between whom.</summary>
/// <param name="FromDesk">Desk that it comes from.</param>
/// <param name="ToDesk">Desk that it is for.</param>
/// <param name="CarrierDesk">Desk that carries it: the mediator's. The three differ.</param>
/// <param name="Round">The round of talks that it belongs to; null when to none.</param>
/// <param name="Subject">What it is about, 1 to 200 characters.</param>
/// <param name="Text">Its words, 1 to 10 000 characters.</param>
public sealed record MessageContent(string FromDesk, string ToDesk, string CarrierDesk, MessageRound? Round, string Subject, string Text);

/// <summary>The round of talks that a message belongs to.</summary>
/// <param name="TrackId">Id of the track, as <c>kz-capital</c>.</param>
/// <param name="Day">Its day in the mission's zone.</param>
public sealed record MessageRound(string TrackId, DateOnly Day);

/// <summary>Who did something with a message, and when.</summary>
/// <param name="DeskId">For which desk.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, with offset.</param>
public sealed record MessageStep(string DeskId, string By, DateTimeOffset At);

/// <summary>An answer to a message.</summary>
/// <param name="Text">Its words, 1 to 10 000 characters.</param>
/// <param name="Revision">1 when given, one more at each change; it stays once it is carried back.</param>
/// <param name="Given">When it came to be as it stands.</param>
public sealed record MessageAnswer(string Text, int Revision, MessageStep Given);
