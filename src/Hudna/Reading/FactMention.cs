namespace Hudna.Reading;

/// <summary>A fact around the truce that a text states: a round of talks, who comes to it, a commitment, who holds a place. Fields that
/// the text does not fill are null or empty. Who the parties and places are, the layers of actors and places tell at the same spans.</summary>
/// <param name="Start">First UTF-16 code unit of the words that say it.</param>
/// <param name="End">One past the last.</param>
/// <param name="Text">The slice.</param>
/// <param name="Detail">What sort of fact, with its codes.</param>
/// <param name="Modality">How it is put forward.</param>
/// <param name="ActorSpans">Who: see <see cref="FactDetail"/> for what it means by kind.</param>
/// <param name="RecipientSpans">To whom, likewise.</param>
/// <param name="PlaceSpan">Where; where from, for an operation.</param>
/// <param name="DestinationSpan">Where to, for an operation; null for all others.</param>
/// <param name="TimeSpan">When.</param>
/// <param name="NumberSpan">How many, for an operation: the span of a quantity; null for all others.</param>
/// <param name="Speaker">Who says so, when no statement around it tells; null otherwise.</param>
/// <param name="Rule">The rule that decided.</param>
public sealed record FactMention(
    int Start,
    int End,
    string Text,
    FactDetail Detail,
    Modality Modality,
    IReadOnlyList<Span> ActorSpans,
    IReadOnlyList<Span> RecipientSpans,
    Span? PlaceSpan,
    Span? DestinationSpan,
    FactTime? TimeSpan,
    Span? NumberSpan,
    Span? Speaker,
    string Rule) : IMention;

/// <summary>When a fact is said to be.</summary>
/// <param name="Span">The words.</param>
/// <param name="Value">As <see cref="TimeMention.Value"/>; null when the year is not told.</param>
/// <param name="MonthDay">Month and day of a date whose year is not told, as XML Schema's gMonthDay: <c>--01-23</c>; null otherwise.</param>
public sealed record FactTime(Span Span, string? Value, string? MonthDay);
