using System.Text.Json;
using System.Text.Json.Serialization;
using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>What a claim asserts.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ClaimKind>))]
public enum ClaimKind
{
    /// <summary>That an act took place, is planned, is possible or did not take place.</summary>
    Event,

    /// <summary>That something counts so many.</summary>
    Figure,

    /// <summary>That somebody said something.</summary>
    Statement,

    /// <summary>That a round of talks takes place; this and the kinds below have a <see cref="ClaimContent.Detail"/>.</summary>
    Round,

    /// <summary>Whether somebody takes part in talks.</summary>
    Participation,

    /// <summary>That somebody belongs to a delegation.</summary>
    Delegation,

    /// <summary>How one track of talks stands to another.</summary>
    TrackRelation,

    /// <summary>That somebody sponsors, hosts, mediates or observes talks.</summary>
    Role,

    /// <summary>What somebody holds on a topic.</summary>
    Position,

    /// <summary>That a truce or other deal came about.</summary>
    Deal,

    /// <summary>That somebody promised something.</summary>
    Commitment,

    /// <summary>That people are brought out, or aid in.</summary>
    Operation,

    /// <summary>Who holds a place.</summary>
    Control,
}

/// <summary>What people decided on a claim.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ClaimStatus>))]
public enum ClaimStatus
{
    /// <summary>Proposed; nobody has looked yet.</summary>
    Proposed,

    /// <summary>Accepted, as proposed or as edited.</summary>
    Accepted,

    /// <summary>Rejected: the source does not say this.</summary>
    Rejected,
}

/// <summary>One assertion at one span of one report, with what people decided on it. Claims are never merged or averaged.</summary>
public sealed record Claim
{
    /// <summary><c>c</c> and 16 hex digits of the SHA-256 over report id, kind, span and type: the same words give the same id.</summary>
    public required string Id { get; init; }

    /// <summary>The report it stands in.</summary>
    public required string ReportId { get; init; }

    /// <summary>What it says now, edits applied.</summary>
    public required ClaimContent Content { get; init; }

    /// <summary>What was proposed at first; equal to <see cref="Content"/> when never edited.</summary>
    public required ClaimContent Proposed { get; init; }

    /// <summary>True when a person changed what was proposed. Compared as they are written: records compare their lists by identity.</summary>
    [JsonIgnore]
    public bool IsEdited => JsonSerializer.Serialize(Content) != JsonSerializer.Serialize(Proposed);

    /// <summary>The rule that proposed it, as <c>event.verb</c>; <c>person</c> when a person did.</summary>
    public required string Rule { get; init; }

    /// <summary>What people decided.</summary>
    public ClaimStatus Status { get; init; }

    /// <summary>1 when proposed, one more at each decision. A decision names the revision it saw, so that none overwrites another unseen.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>The incident it is linked to; null when to none.</summary>
    public string? IncidentId { get; init; }

    /// <summary>Why it is linked there: one line per field compared, as <c>place: 0.4 km</c>.</summary>
    public IReadOnlyList<string> LinkReasons { get; init; } = [];

    /// <summary>What was compared when the machine linked it, and what each field weighed; null when a person linked it or it opened the incident.</summary>
    public Linking.LinkEvidence? LinkEvidence { get; init; }

    /// <summary>True when a person linked it there, whatever the machine would say.</summary>
    public bool LinkedByPerson { get; init; }

    /// <summary>Incidents that a person took it from: the machine never links it there again.</summary>
    public IReadOnlyList<string> UnlinkedFrom { get; init; } = [];
}

/// <summary>What a claim says; each field with the span it rests on. Null is unknown, never 0 and never a guess.</summary>
public sealed record ClaimContent
{
    /// <summary>Event, figure or statement.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>The words that say it: an event's trigger, a figure's number, a statement's words.</summary>
    public required Span Span { get; init; }

    /// <summary>The slice at <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Event type; null unless an event.</summary>
    public EventType? Type { get; init; }

    /// <summary>Mode within the type; null when not told.</summary>
    public string? Mode { get; init; }

    /// <summary>How it is put forward.</summary>
    public Modality Modality { get; init; }

    /// <summary>Whether the words report the act as a happening; null when nobody told: observations, tables, readings of before this field.</summary>
    public Realis? Realis { get; init; }

    /// <summary>Who acts.</summary>
    public IReadOnlyList<Party> Actors { get; init; } = [];

    /// <summary>To whom.</summary>
    public IReadOnlyList<Party> Recipients { get; init; } = [];

    /// <summary>Where.</summary>
    public ClaimPlace? Place { get; init; }

    /// <summary>When.</summary>
    public ClaimTime? Time { get; init; }

    /// <summary>People killed by it.</summary>
    public Count? Dead { get; init; }

    /// <summary>People injured by it.</summary>
    public Count? Injured { get; init; }

    /// <summary>What a figure counts; null for all other kinds.</summary>
    public Measure? Measure { get; init; }

    /// <summary>How many; null unless a figure or an operation.</summary>
    public Count? Number { get; init; }

    /// <summary>Weapon or means, in the source's words; null when not told.</summary>
    public string? Weapon { get; init; }

    /// <summary>What a fact around the truce says beside the fields above; null for events, figures and statements.</summary>
    public FactDetail? Detail { get; init; }

    /// <summary>Where to: an operation's destination; null for all other kinds.</summary>
    public ClaimPlace? Destination { get; init; }

    /// <summary>Month and day, when the source gives no year and nothing tells it; <see cref="Time"/> is then null.</summary>
    public YearlessDay? Yearless { get; init; }

    /// <summary>Who says so within the report (the innermost speaker); null when the report says it in its own voice.</summary>
    public Party? Speaker { get; init; }

    /// <summary>Who relays it, outermost first, the report's own source left out: outlet ← agency ← official.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];
}

/// <summary>An actor as one claim names it.</summary>
/// <param name="Text">The source's words.</param>
/// <param name="Span">Where they stand; null when a person entered it.</param>
/// <param name="ActorId">Id in the mission's actors; null when not recognised.</param>
/// <param name="Name">Usual English name; null when not recognised.</param>
/// <param name="Type">What sort of actor; null when not told.</param>
public sealed record Party(string Text, Span? Span, string? ActorId, string? Name, ActorType? Type);

/// <summary>A place as one claim names it, with its precision: a village's centroid is not a crater.</summary>
/// <param name="Text">The source's words.</param>
/// <param name="Span">Where they stand; null when a person entered it.</param>
/// <param name="PlaceId">Id in the mission's places; null when not recognised.</param>
/// <param name="Name">Usual English name; null when not recognised.</param>
/// <param name="Kind">What sort of place.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code; null when not known.</param>
/// <param name="Lat">WGS 84 degrees north; null when not known.</param>
/// <param name="Lon">WGS 84 degrees east; null when not known.</param>
/// <param name="Precision">UCDP GED where_prec, 1 to 7: 1 exact, 2 around a point, 3 ADM2, 4 ADM1, 5 larger or fuzzy, 6 country, 7 sea or air.</param>
public sealed record ClaimPlace(
    string Text, Span? Span, string? PlaceId, string? Name, PlaceKind Kind, string? Country, double? Lat, double? Lon, int Precision);

/// <summary>A time as one claim gives it.</summary>
/// <param name="Text">The source's words.</param>
/// <param name="Span">Where they stand; null when a person entered it.</param>
/// <param name="Value">ISO 8601 date, week, month, year or range; a time of day may follow a date as <c>T14:30</c>.</param>
/// <param name="First">First day it can mean, in the mission's zone.</param>
/// <param name="Last">Last day it can mean, inclusive.</param>
public sealed record ClaimTime(string Text, Span? Span, string Value, DateOnly First, DateOnly Last);

/// <summary>A day whose year the source does not tell.</summary>
/// <param name="Text">The source's words.</param>
/// <param name="Span">Where they stand; null when a person entered it.</param>
/// <param name="Value">Month and day as XML Schema's gMonthDay writes them: <c>--01-23</c>.</param>
public sealed record YearlessDay(string Text, Span? Span, string Value);

/// <summary>A counted number with its bounds.</summary>
/// <param name="Low">Lower bound, inclusive; null when none is set.</param>
/// <param name="High">Upper bound, inclusive; null when none is set.</param>
/// <param name="Span">Where the number stands; null when a person entered it.</param>
public sealed record Count(decimal? Low, decimal? High, Span? Span);
