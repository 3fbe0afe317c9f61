using System.Text.Json.Serialization;

namespace Hudna.Reading;

/// <summary>What a reader found in one document, layer by layer, each in order of position. The contract's shape.</summary>
/// <param name="Document">Which document.</param>
/// <param name="Times">Expressions that name a calendar point or period.</param>
/// <param name="Places">Named places used as places.</param>
/// <param name="Actors">Named actors.</param>
/// <param name="Quantities">Numbers said of people or things that monitoring counts.</param>
/// <param name="Statements">Reported speech.</param>
/// <param name="Events">What actors did, do or say they will do.</param>
public sealed record DocumentReading(
    DocumentInfo Document,
    IReadOnlyList<TimeMention> Times,
    IReadOnlyList<PlaceMention> Places,
    IReadOnlyList<ActorMention> Actors,
    IReadOnlyList<QuantityMention> Quantities,
    IReadOnlyList<StatementMention> Statements,
    IReadOnlyList<EventMention> Events)
{
    /// <summary>Facts around the truce: talks, commitments, operations, control of places. Empty in readings made before they were read.</summary>
    public IReadOnlyList<FactMention> Facts { get; init; } = [];

    /// <summary>A reading that found nothing.</summary>
    public static DocumentReading Nothing(DocumentInfo document) => new(document, [], [], [], [], [], []);
}

/// <summary>The document that was read.</summary>
/// <param name="Id">The file's name without its extension, or the caller's id.</param>
/// <param name="Language">BCP 47 code of the language found; "und" when none could be told.</param>
/// <param name="Title">The headline, when the text has one on a line of its own or markup names it; else null.</param>
/// <param name="Published">Date handed in, else the date that the text itself gives, else null.</param>
public sealed record DocumentInfo(string Id, string Language, string? Title, DateOnly? Published);

/// <summary>A mention: the characters it stands at and the rule that found it.</summary>
public interface IMention
{
    /// <summary>First UTF-16 code unit in the original text.</summary>
    int Start { get; }

    /// <summary>One past the last.</summary>
    int End { get; }

    /// <summary>The slice itself.</summary>
    string Text { get; }

    /// <summary>Name of the rule that decided, as <c>time.weekday.past</c>.</summary>
    string Rule { get; }
}

/// <summary>A calendar point or period.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Text">The slice.</param>
/// <param name="Value">ISO 8601 date, week, month, year or range, as precise as the text allows; null when nothing anchors it.</param>
/// <param name="Rule">The rule that decided.</param>
public sealed record TimeMention(int Start, int End, string Text, string? Value, string Rule) : IMention
{
    /// <summary>Month and day where nothing tells the year, as XML Schema's gMonthDay: <c>--01-23</c>; null otherwise.</summary>
    [JsonIgnore]
    public string? MonthDay { get; init; }

    /// <summary>The weekday that it names; null when it names none.</summary>
    [JsonIgnore]
    public DayOfWeek? Weekday { get; init; }
}

/// <summary>A named place used as a place.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Text">The slice.</param>
/// <param name="Name">Usual English name; null for a name that no gazetteer knows.</param>
/// <param name="Kind">What sort of place.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code; null when unknown or when it spans several.</param>
/// <param name="Lat">WGS 84 degrees north, −90 to 90; null when unknown.</param>
/// <param name="Lon">WGS 84 degrees east, −180 to 180; null when unknown.</param>
/// <param name="PlaceId">Id in the gazetteer; null for a name that no gazetteer knows.</param>
/// <param name="Rule">The rule that decided.</param>
public sealed record PlaceMention(
    int Start, int End, string Text, string? Name, PlaceKind Kind, string? Country, double? Lat, double? Lon, string? PlaceId, string Rule) : IMention
{
    /// <summary>The name without the type word that belongs to the mention (نهر, مطار); null when the mention is the name.</summary>
    [JsonIgnore]
    public Span? Core { get; init; }
}

/// <summary>A named actor, its title included.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Text">The slice.</param>
/// <param name="Name">Usual English name; null when no list knows it.</param>
/// <param name="Type">What sort of actor.</param>
/// <param name="ActorId">Id in the actor list, or one built by grammar (<c>sy:army</c>); null when unknown.</param>
/// <param name="Rule">The rule that decided.</param>
public sealed record ActorMention(int Start, int End, string Text, string? Name, ActorType Type, string? ActorId, string Rule) : IMention
{
    /// <summary>The proper name inside the mention: a person's without title, a body's without its head word. Null when there is none: an office
    /// alone, a body named by its state's adjective or by a common word.</summary>
    [JsonIgnore]
    public Span? Core { get; init; }

    /// <summary>Places and bodies named inside the title or the body's name, in order: of "foreign minister of France X" France.</summary>
    [JsonIgnore]
    public IReadOnlyList<IMention> Within { get; init; } = [];
}

/// <summary>A number said of something counted.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Text">The slice.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Low">Lower bound, inclusive; null when the text sets none.</param>
/// <param name="High">Upper bound, inclusive; null when the text sets none.</param>
/// <param name="Rule">The rule that decided.</param>
public sealed record QuantityMention(int Start, int End, string Text, Measure Measure, decimal? Low, decimal? High, string Rule) : IMention;

/// <summary>Reported speech: what is reported, without the reporting verb.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Text">The slice.</param>
/// <param name="Speaker">The innermost speaker as the text names them; null when the text names none.</param>
/// <param name="SpeakerSpan">Where the speaker is named; null when the text names none.</param>
/// <param name="Via">Who relays it (outlet, agency), outermost first, as the text names them.</param>
/// <param name="Rule">The rule that decided.</param>
public sealed record StatementMention(
    int Start, int End, string Text, string? Speaker, Span? SpeakerSpan, IReadOnlyList<string> Via, string Rule) : IMention
{
    /// <summary>Where the actor is named whom a speaker's bare noun means (الوزير, earlier named in full); null when the speaker is named itself or nobody is known.</summary>
    public Span? SpeakerAntecedent { get; init; }
}

/// <summary>An act, coded with PLOVER 2.0.</summary>
/// <param name="Start">First UTF-16 code unit of the trigger.</param>
/// <param name="End">One past the last.</param>
/// <param name="Text">The trigger: the word or short phrase that says it.</param>
/// <param name="Type">The event type.</param>
/// <param name="Mode">The mode within the type, as PLOVER names it; null when the text does not tell.</param>
/// <param name="Modality">How the act is put forward.</param>
/// <param name="Actors">Who acts, as the text names them.</param>
/// <param name="Recipients">To whom, as the text names them.</param>
/// <param name="Place">Where, as the text names it; null when it does not.</param>
/// <param name="Date">When: a value as in <see cref="TimeMention.Value"/>; null when the text does not tell.</param>
/// <param name="Dead">Lower bound of people killed by it; null when unknown, never 0 for unknown.</param>
/// <param name="Injured">Lower bound of people injured by it; null when unknown.</param>
/// <param name="ActorSpans">Where the actors are named, in the order of <paramref name="Actors"/>.</param>
/// <param name="RecipientSpans">Where the recipients are named.</param>
/// <param name="PlaceSpan">Where the place is named.</param>
/// <param name="DateSpan">Where the date is named.</param>
/// <param name="DeadSpan">Where the dead are counted.</param>
/// <param name="InjuredSpan">Where the injured are counted.</param>
/// <param name="Rule">The rule that decided.</param>
public sealed record EventMention(
    int Start,
    int End,
    string Text,
    EventType Type,
    string? Mode,
    Modality Modality,
    IReadOnlyList<string> Actors,
    IReadOnlyList<string> Recipients,
    string? Place,
    string? Date,
    decimal? Dead,
    decimal? Injured,
    IReadOnlyList<Span> ActorSpans,
    IReadOnlyList<Span> RecipientSpans,
    Span? PlaceSpan,
    Span? DateSpan,
    Span? DeadSpan,
    Span? InjuredSpan,
    string Rule) : IMention
{
    /// <summary>Whether the sentence reports the act as a happening.</summary>
    public Realis Realis { get; init; }

    /// <summary>Who acts, as the text describes them without a name (مسلحون مجهولون); null when named or not told. Not among
    /// <see cref="Actors"/>: equal descriptions are not one party.</summary>
    public string? AgentPhrase { get; init; }

    /// <summary>To whom, as the text describes them without a name or count; null otherwise.</summary>
    public string? PatientPhrase { get; init; }

    /// <summary>The evidence for <see cref="Realis"/>: cues of <c>realis_cues.tsv</c> with their weights, as <c>victims+3 definite-2</c>;
    /// empty when nothing was weighed.</summary>
    public string RealisRule { get; init; } = string.Empty;
}
