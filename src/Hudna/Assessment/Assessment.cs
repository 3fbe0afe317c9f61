using System.Text.Json.Serialization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Assessment;

/// <summary>What the agreement says of an incident as it is claimed. Made by the machine; it rules on nothing.</summary>
public sealed record IncidentAssessment
{
    /// <summary>The agreement.</summary>
    public required string AgreementId { get; init; }

    /// <summary>Whether it is claimed, denied or both. Kept apart from what the agreement says.</summary>
    public required OccurrenceState Occurrence { get; init; }

    /// <summary>Whether claims name an author, and agree on one. Kept apart from what the agreement says.</summary>
    public required AttributionState Attribution { get; init; }

    /// <summary>Country and first-order division of the incident's place, as <c>SY/Idlib</c>; null when not known.</summary>
    public string? Province { get; init; }

    /// <summary>One outcome for each group of listers whose lists lead to the same one; exactly one when lists do not differ.</summary>
    public required IReadOnlyList<ListOutcome> Outcomes { get; init; }

    /// <summary>Steps that hold for all: occurrence, date, area.</summary>
    public required IReadOnlyList<TraceStep> Steps { get; init; }
}

/// <summary>The outcome under the exclusion lists of some listers.</summary>
/// <param name="Listers">Ids of the listers, in the agreement's order; empty when the agreement excludes nobody.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="OutsideBy">Why outside the scope; null for other outcomes.</param>
/// <param name="Provisions">Numbers of the provisions apparently violated, in the agreement's order.</param>
/// <param name="Missing">What is missing, when it cannot be assessed; no doubles, in the vocabulary's order.</param>
/// <param name="Variants">One for each alleged author and target; when they come out differently, the outcome is that it cannot be
/// assessed and attribution or target is missing.</param>
public sealed record ListOutcome(
    IReadOnlyList<string> Listers, AssessmentOutcome Outcome, ScopeGround? OutsideBy, IReadOnlyList<string> Provisions,
    IReadOnlyList<MissingFact> Missing, IReadOnlyList<Variant> Variants);

/// <summary>What follows if one of the alleged authors did it to one of the alleged targets.</summary>
/// <param name="Authors">The authors, as some claims name them together; empty when no claim names any.</param>
/// <param name="Targets">The targets; empty when no claim names any.</param>
/// <param name="Outcome">The outcome in that case.</param>
/// <param name="OutsideBy">Why outside the scope; null for other outcomes.</param>
/// <param name="Provisions">Numbers of the provisions apparently violated in that case.</param>
/// <param name="Missing">What is missing in that case.</param>
/// <param name="Steps">The steps, in the order taken.</param>
public sealed record Variant(
    IReadOnlyList<Party> Authors, IReadOnlyList<Party> Targets, AssessmentOutcome Outcome, ScopeGround? OutsideBy,
    IReadOnlyList<string> Provisions, IReadOnlyList<MissingFact> Missing, IReadOnlyList<TraceStep> Steps);

/// <summary>One step of the way to an outcome: what was read, by which clause, with what result.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Result">The answer.</param>
/// <param name="Reason">Code of the sentence that says why, as <c>date.in_force</c>; pages put it into words.</param>
/// <param name="Read">What was read, in the order that the sentence takes it: days, names, numbers; language-neutral.</param>
/// <param name="Clauses">What it rests on in the agreement: <c>provision:1</c>, <c>scope:syria</c>, <c>adherence:…</c>, <c>listing:…</c>.</param>
/// <param name="ClaimIds">The claims it rests on, in order of id.</param>
public sealed record TraceStep(
    AssessmentQuestion Question, Answer Result, string Reason, IReadOnlyList<string> Read, IReadOnlyList<string> Clauses, IReadOnlyList<string> ClaimIds);

/// <summary>Outcome of an assessment.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AssessmentOutcome>))]
public enum AssessmentOutcome
{
    /// <summary>If it happened as claimed, it breaches a provision.</summary>
    ApparentViolation,

    /// <summary>The agreement holds for it and forbids nothing of it.</summary>
    NoViolation,

    /// <summary>The agreement does not hold for it: by date, area or group.</summary>
    OutsideScope,

    /// <summary>The claims do not say enough, or contradict each other on what matters.</summary>
    CannotBeAssessed,
}

/// <summary>Why the agreement does not hold for an incident.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ScopeGround>))]
public enum ScopeGround
{
    /// <summary>Before its entry into force or after its end.</summary>
    Date,

    /// <summary>Not in its area.</summary>
    Area,

    /// <summary>The author is not bound, or author or target is on the exclusion list.</summary>
    Group,
}

/// <summary>What an assessment lacks.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<MissingFact>))]
public enum MissingFact
{
    /// <summary>Nobody asserts that it happened.</summary>
    Occurrence,

    /// <summary>A day, precise enough to lie on one side of a bound.</summary>
    Date,

    /// <summary>A place, precise enough to lie on one side of a bound.</summary>
    Place,

    /// <summary>What was done, by type and mode.</summary>
    Act,

    /// <summary>Who did it.</summary>
    Author,

    /// <summary>Whom the author belongs to: no record says whether it is bound.</summary>
    AuthorIdentity,

    /// <summary>Agreement between the claims on who did it.</summary>
    Attribution,

    /// <summary>To whom it was done.</summary>
    Target,

    /// <summary>Agreement between the claims on whom it was done to.</summary>
    TargetIdentity,
}

/// <summary>What a step asks.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AssessmentQuestion>))]
public enum AssessmentQuestion
{
    /// <summary>Is it claimed to have happened?</summary>
    Occurred,

    /// <summary>Was the agreement in force?</summary>
    InForce,

    /// <summary>Does it hold there?</summary>
    InArea,

    /// <summary>Is the author on the exclusion list?</summary>
    AuthorExcluded,

    /// <summary>Was the author bound?</summary>
    AuthorBound,

    /// <summary>Is the target on the exclusion list?</summary>
    TargetExcluded,

    /// <summary>Does a provision forbid the act?</summary>
    Forbidden,

    /// <summary>Does a provision permit it all the same?</summary>
    Permitted,
}

/// <summary>Answer to a step's question.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Answer>))]
public enum Answer
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>What is known does not answer it.</summary>
    Unknown,
}

/// <summary>What the claims say on whether it happened.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<OccurrenceState>))]
public enum OccurrenceState
{
    /// <summary>Asserted and by nobody denied.</summary>
    Asserted,

    /// <summary>Asserted by some, denied by others.</summary>
    Disputed,

    /// <summary>Only denied, planned or supposed.</summary>
    NotAsserted,
}

/// <summary>What the claims say on who did it.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AttributionState>))]
public enum AttributionState
{
    /// <summary>No claim names an author.</summary>
    Unattributed,

    /// <summary>The claims that name one agree.</summary>
    Attributed,

    /// <summary>Claims name different authors.</summary>
    Contested,
}
