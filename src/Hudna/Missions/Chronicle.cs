using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Operations;
using Hudna.Rulings;
using Hudna.Talks;

namespace Hudna.Missions;

/// <summary>Something that was done in the mechanism, as a mission's chronicle tells it.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="On">Day on which it was done, in the mission's zone.</param>
/// <param name="By">Who recorded it.</param>
public abstract record ChronicleEntry(int Line, DateOnly On, string By);

/// <summary>A desk recorded a finding, or revised its own.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="By">Who recorded it; a member of the desk.</param>
/// <param name="Row">Id of a row of observations, as <c>AST-O-010</c>; it stands for the incident that the row is linked to.</param>
/// <param name="DeskId">The desk.</param>
/// <param name="Content">What it finds; its day is the entry's.</param>
public sealed record FindingEntry(int Line, string By, string Row, string DeskId, FindingContent Content) : ChronicleEntry(Line, Content.On, By);

/// <summary>The commission decided.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="On">Day of the decision.</param>
/// <param name="By">Who recorded it; a member of the secretariat.</param>
/// <param name="Row">Id of a row of observations, which stands for its incident.</param>
/// <param name="Ruling">The ruling; never pending.</param>
/// <param name="ActorId">Who did it; null when not attributed.</param>
/// <param name="Provisions">Numbers of the provisions violated; at least one for a violation, else none.</param>
/// <param name="Note">Reasons in words; may be empty.</param>
public sealed record DeterminationEntry(
    int Line, DateOnly On, string By, string Row, Ruling Ruling, string? ActorId, IReadOnlyList<string> Provisions, string Note)
    : ChronicleEntry(Line, On, By);

/// <summary>A complaint was lodged.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="By">Who recorded it; a member of the desk.</param>
/// <param name="Complaint">The chronicle's own id, as <c>K-01</c>.</param>
/// <param name="Row">Id of a row of observations, which stands for the incident; null while it is not known which.</param>
/// <param name="DeskId">Desk that lodges it.</param>
/// <param name="Against">Actor complained of; null when not named.</param>
/// <param name="Summary">In a few words.</param>
/// <param name="At">When, with the mission's offset.</param>
public sealed record ComplaintEntry(
    int Line, string By, string Complaint, string? Row, string DeskId, string? Against, string Summary, DateTimeOffset At)
    : ChronicleEntry(Line, DateOnly.FromDateTime(At.DateTime), By);

/// <summary>A complaint reached a further stage.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Complaint">Id of the complaint, lodged above.</param>
/// <param name="Stage">The stage reached; after lodging, in order, or closing from any stage.</param>
/// <param name="At">When, with the mission's offset.</param>
/// <param name="Note">What was found, asked or answered; may be empty, except when stages were left out.</param>
public sealed record ComplaintStageEntry(int Line, string By, string Complaint, ComplaintStage Stage, DateTimeOffset At, string Note)
    : ChronicleEntry(Line, DateOnly.FromDateTime(At.DateTime), By);

/// <summary>An entry of an exclusion list was recorded or changed.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="On">Day on which it was recorded; the listing itself may hold from an earlier one.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Listing">The entry.</param>
public sealed record ListingEntry(int Line, DateOnly On, string By, Listing Listing) : ChronicleEntry(Line, On, By);

/// <summary>Whether an actor adheres was recorded.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="On">Day on which it was recorded; it may hold from an earlier one.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Adherence">What was recorded.</param>
public sealed record AdherenceEntry(int Line, DateOnly On, string By, Adherence Adherence) : ChronicleEntry(Line, On, By);

/// <summary>A bulletin was published.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="On">Day of publication; not before the last day that it covers.</param>
/// <param name="By">Who published it; a member of the secretariat.</param>
/// <param name="From">First day that it covers.</param>
/// <param name="Until">Last day that it covers, inclusive.</param>
public sealed record BulletinEntry(int Line, DateOnly On, string By, DateOnly From, DateOnly Until) : ChronicleEntry(Line, On, By);

/// <summary>Somebody rated how far a commitment was carried out. It names what a report promises, or a provision of the agreement.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="On">Day on which it stood so, and was recorded.</param>
/// <param name="By">Who recorded it; a member of any desk.</param>
/// <param name="Report">File of the report that tells of the promise, as the mission's index names it; null for a provision.</param>
/// <param name="Words">A piece of the promise's words that no other commitment of the report has; null for a provision.</param>
/// <param name="Provision">Number of the provision; null for a report's promise.</param>
/// <param name="Level">0 not initiated, 1 minimal, 2 intermediate, 3 full.</param>
/// <param name="Rows">Ids of rows of observations that it rests on; each stands for its incident.</param>
/// <param name="Note">In words; empty only when there are rows.</param>
public sealed record ImplementationEntry(
    int Line, DateOnly On, string By, string? Report, string? Words, string? Provision, int Level, IReadOnlyList<string> Rows, string Note)
    : ChronicleEntry(Line, On, By);

/// <summary>The plan of an operation was recorded.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="On">Day on which it was recorded.</param>
/// <param name="By">Who recorded it; a member of a desk.</param>
/// <param name="Plan">The plan; its id follows from it.</param>
public sealed record PlanEntry(int Line, DateOnly On, string By, OperationPlan Plan) : ChronicleEntry(Line, On, By);

/// <summary>A stage of an operation was recorded.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="On">Day on which it was recorded.</param>
/// <param name="By">Who recorded it; a member of a desk.</param>
/// <param name="OperationId">The operation, planned above.</param>
/// <param name="Step">What happened, without the incident's number.</param>
/// <param name="Row">Id of a row of observations, which stands for the incident that obstructed it; null when none did.</param>
public sealed record PlanStageEntry(int Line, DateOnly On, string By, string OperationId, OperationStep Step, string? Row) : ChronicleEntry(Line, On, By);

/// <summary>A message was written.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="By">Who wrote it; a member of the desk.</param>
/// <param name="DeskId">For which desk: the one that it comes from, or the carrier.</param>
/// <param name="Content">The message; its id follows from it.</param>
/// <param name="At">When, with the mission's offset.</param>
public sealed record MessageEntry(int Line, string By, string DeskId, MessageContent Content, DateTimeOffset At)
    : ChronicleEntry(Line, DateOnly.FromDateTime(At.DateTime), By);

/// <summary>Something was done with a message.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="By">Who did it; a member of the desk.</param>
/// <param name="DeskId">For which desk.</param>
/// <param name="MessageId">The message, written above.</param>
/// <param name="At">When, with the mission's offset.</param>
/// <param name="Body">What; its number, when it is a delivery, is given at the replay.</param>
public sealed record MessageStepEntry(int Line, string By, string DeskId, string MessageId, DateTimeOffset At, ActBody Body)
    : ChronicleEntry(Line, DateOnly.FromDateTime(At.DateTime), By);
