using Hudna.Talks;

namespace Hudna.Acts;

/// <summary>A message was written; subject: the message. By a member of its from-desk or its carrier.</summary>
/// <param name="DeskId">For which of the two desks.</param>
/// <param name="Content">What it says, between whom.</param>
/// <param name="At">When, with offset.</param>
public sealed record MessageDrafted(string DeskId, MessageContent Content, DateTimeOffset At) : ActBody;

/// <summary>A draft was changed; subject: the message. Its desks stay.</summary>
/// <param name="DeskId">For which desk: the from-desk or the carrier.</param>
/// <param name="Revision">The revision that was seen.</param>
/// <param name="Round">The round that it belongs to; null when to none.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Text">Its words.</param>
/// <param name="At">When, with offset.</param>
public sealed record MessageRevised(string DeskId, int Revision, MessageRound? Round, string Title, string Text, DateTimeOffset At) : ActBody;

/// <summary>The carrier handed a message over; subject: the message. From now on the to-desk may see it.</summary>
/// <param name="Revision">The revision that was handed over.</param>
/// <param name="Number">What people call it: one more than the last that was delivered between the same desks by the same carrier.</param>
/// <param name="At">When, with offset.</param>
public sealed record MessageDelivered(int Revision, int Number, DateTimeOffset At) : ActBody;

/// <summary>The to-desk answered, or changed its answer; subject: the message. The from-desk does not see it yet.</summary>
/// <param name="AnswerRevision">The revision of the answer that was seen; 0 when there was none.</param>
/// <param name="Text">The answer's words.</param>
/// <param name="At">When, with offset.</param>
public sealed record MessageAnswered(int AnswerRevision, string Text, DateTimeOffset At) : ActBody;

/// <summary>The carrier carried the answer back; subject: the message. From now on the from-desk may see it.</summary>
/// <param name="AnswerRevision">The revision of the answer that was carried.</param>
/// <param name="At">When, with offset.</param>
public sealed record MessageAnswerDelivered(int AnswerRevision, DateTimeOffset At) : ActBody;

/// <summary>A draft was kept back for good; subject: the message.</summary>
/// <param name="DeskId">By which desk: the from-desk or the carrier.</param>
/// <param name="Revision">The revision that was seen.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When, with offset.</param>
public sealed record MessageWithheld(string DeskId, int Revision, string Reason, DateTimeOffset At) : ActBody;
