using System.Text.Json.Serialization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Corroboration;

/// <summary>Who really says that an incident took place: the origins behind its reports, copies counted once, and where they contradict one another.</summary>
public sealed record IncidentCorroboration
{
    /// <summary>Independent origins: those that assert, most reports first, then those that only deny, then those that do neither.</summary>
    public required IReadOnlyList<Origin> Origins { get; init; }

    /// <summary>How many independent origins assert that it took place.</summary>
    public int Asserting { get; init; }

    /// <summary>How many deny it.</summary>
    public int Denying { get; init; }

    /// <summary>True when one origin alone asserts it, however many reports repeat that.</summary>
    public bool IsSingleSource => Asserting == 1;

    /// <summary>True when who did it, or whether it happened at all, is told otherwise by another voice. Differing tolls, dates and
    /// places alone contest nothing.</summary>
    public bool IsContested { get; init; }

    /// <summary>The fields on which its claims contradict one another, with who says which.</summary>
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }

    /// <summary>What its credibility comes to by rule; a person may set it otherwise.</summary>
    public required ProposedCredibility Credibility { get; init; }

    /// <summary>What each of its sources did in it, by name.</summary>
    public required IReadOnlyList<SourcePart> Parts { get; init; }
}

/// <summary>What an origin is.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<OriginKind>))]
public enum OriginKind
{
    /// <summary>An outlet, team or desk that handed in a report.</summary>
    Source,

    /// <summary>An agency or other outlet that reports name, and that handed in none itself.</summary>
    Agency,

    /// <summary>Somebody known by name, whose words several outlets may quote.</summary>
    Speaker,

    /// <summary>Agencies that a report credits without naming them. They may be any of the others, and count only where nobody else says so.</summary>
    Unnamed,

    /// <summary>Several of these at once, when nothing tells which; counted as one.</summary>
    Several,
}

/// <summary>One origin of what is said of an incident.</summary>
/// <param name="Key">Tells it from the incident's other origins; the same whatever order the reports came in.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name in a source's words; null when a desk protects it.</param>
/// <param name="ActorId">Its id in the mission's actors; null when it has none.</param>
/// <param name="Asserts">Whether a claim that goes back to it asserts the incident.</param>
/// <param name="Denies">Whether one denies it.</param>
/// <param name="First">Earliest date of its reports; null when none has one.</param>
/// <param name="Reports">The reports that go back to it, earliest first.</param>
public sealed record Origin(
    string Key, OriginKind Kind, string? Name, string? ActorId, bool Asserts, bool Denies, DateOnly? First, IReadOnlyList<OriginReport> Reports);

/// <summary>A report that goes back to an origin.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="ClaimIds">Which of its claims do.</param>
/// <param name="Reasons">Why; never empty.</param>
public sealed record OriginReport(string ReportId, IReadOnlyList<string> ClaimIds, IReadOnlyList<OriginReason> Reasons);

/// <summary>Why a claim is taken to go back to an origin.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<OriginWhy>))]
public enum OriginWhy
{
    /// <summary>The source's own report.</summary>
    Own,

    /// <summary>Another source handed in the very same text.</summary>
    SameText,

    /// <summary>The report has the words of another as a whole or in large part.</summary>
    SameWords,

    /// <summary>The sentence that makes the claim is another report's.</summary>
    SameSentence,

    /// <summary>The report credits an agency at its head or foot, or has the text of one that does.</summary>
    Credits,

    /// <summary>The claim is told after an outlet: "according to …".</summary>
    Relays,

    /// <summary>The claim is somebody's words, who is known by name.</summary>
    Quotes,

    /// <summary>The report says itself what it elsewhere ascribes.</summary>
    Repeats,
}

/// <summary>A reason, with what it rests on.</summary>
/// <param name="Why">The sort of reason.</param>
/// <param name="Of">The outlet or person named, the report that has the same words (by id), or the source that handed in the same text; null when there is none.</param>
/// <param name="Share">Share of the shorter text, or sentence, that is the same, 0 to 1, two decimals; null for other reasons.</param>
/// <param name="At">Where the report says so; null when it does not.</param>
public sealed record OriginReason(OriginWhy Why, string? Of = null, double? Share = null, Span? At = null);

/// <summary>A field on which claims contradict one another.</summary>
/// <param name="Field">As <see cref="Difference.Field"/>.</param>
/// <param name="Values">Every value held.</param>
/// <param name="Since">The first day on which two values stood against one another; null when dates are missing.</param>
/// <param name="Between">True when two independent origins contradict one another; false when one origin changed what it says.</param>
public sealed record Contradiction(string Field, IReadOnlyList<ContradictionValue> Values, DateOnly? Since, bool Between);

/// <summary>A value and who holds it.</summary>
/// <param name="Value">As <see cref="DifferingValue.Value"/>.</param>
/// <param name="ClaimIds">The claims that hold it.</param>
/// <param name="Origins">Keys of the origins that they go back to.</param>
/// <param name="Excludes">The values that cannot be right beside it.</param>
/// <param name="Since">Earliest date of its reports; null when none has one.</param>
public sealed record ContradictionValue(
    string Value, IReadOnlyList<string> ClaimIds, IReadOnlyList<string> Origins, IReadOnlyList<string> Excludes, DateOnly? Since);

/// <summary>What one source did in an incident.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Confirmed">An independent origin says what it says.</param>
/// <param name="Contradicted">An independent origin contradicts it on some field.</param>
/// <param name="First">It was the first, or among the first of one day, of several sources.</param>
/// <param name="Repeats">What it says goes back to another.</param>
/// <param name="Repeated">What another source says goes back to it.</param>
public sealed record SourcePart(string Source, bool Confirmed, bool Contradicted, bool First, bool Repeats, bool Repeated);
