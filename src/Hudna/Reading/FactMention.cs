namespace Hudna.Reading;

/// <summary>A fact around the truce that a text states: a round of talks, who comes to it, a commitment, who holds a place. Fields that
/// the text does not fill are null or empty. Who the parties and places are, the layers of actors and places tell at the same spans.</summary>
/// <param name="Start">First UTF-16 code unit of the words that say it.</param>
/// <param name="End">One past the last.</param>
/// <param name="Text">The slice.</param>
/// <param name="Detail">What sort of fact, with its codes.</param>
/// <param name="Modality">How it is put forward.</param>
/// <param name="Actors">Who: see <see cref="FactDetail"/> for what it means by kind.</param>
/// <param name="Recipients">To whom, likewise.</param>
/// <param name="PlaceSpan">Where; where from, for an operation.</param>
/// <param name="DestinationSpan">Where to, for an operation; null for all others.</param>
/// <param name="Time">When.</param>
/// <param name="NumberSpan">How many, for an operation: the span of a quantity; null for all others.</param>
/// <param name="Speaker">Who says so, when no statement around it tells; null otherwise.</param>
/// <param name="Rule">The rule that decided.</param>
public sealed record FactMention(
    int Start,
    int End,
    string Text,
    FactDetail Detail,
    Modality Modality,
    IReadOnlyList<FactParty> Actors,
    IReadOnlyList<FactParty> Recipients,
    Span? PlaceSpan,
    Span? DestinationSpan,
    FactTime? Time,
    Span? NumberSpan,
    FactParty? Speaker,
    string Rule) : IMention;

/// <summary>When a fact is said to be.</summary>
/// <param name="Span">The words.</param>
/// <param name="Value">As <see cref="TimeMention.Value"/>; null when the year is not told.</param>
/// <param name="MonthDay">Month and day of a date whose year is not told, as XML Schema's gMonthDay: <c>--01-23</c>; null otherwise.</param>
public sealed record FactTime(Span Span, string? Value, string? MonthDay);

/// <summary>Somebody whom a fact names, also where no mention of an actor stands: an adjective (برعاية روسية), a common noun (الجميع).</summary>
/// <param name="Span">The words.</param>
/// <param name="ActorId">As <see cref="ActorMention.ActorId"/>; null when nobody knows them.</param>
/// <param name="Name">Usual English name; null when nobody knows them.</param>
/// <param name="Type">What sort of actor; null when not told.</param>
public sealed record FactParty(Span Span, string? ActorId, string? Name, ActorType? Type);
