using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>Whether a claim's content can stand: what it needs by its kind, bounds of numbers and places, and that every span it
/// rests on is inside the report's text.</summary>
public static class ClaimCheck
{
    private const int TextLengthMax = 2_000;

    /// <summary>What is wrong, by field and with what is expected; null when it can stand.</summary>
    /// <param name="content">The content.</param>
    /// <param name="text">The report's text.</param>
    public static string? Problem(ClaimContent content, string text) =>
        Words(content, text) ?? ByKind(content) ?? FactCheck.Problem(content, text) ?? Parties(content, text) ?? Place(content.Place, text) ?? Place(content.Destination, text)
        ?? Time(content.Time, text)
        ?? Number("dead", content.Dead, text) ?? Number("injured", content.Injured, text) ?? Number("number", content.Number, text)
        ?? Short("weapon", content.Weapon) ?? content.Via.Select(v => Short("via", v)).FirstOrDefault(p => p is not null);

    private static string? Words(ClaimContent content, string text) =>
        Inside("span", content.Span, text)
        ?? (string.Equals(content.Span.Of(text), content.Text, StringComparison.Ordinal)
            ? null : "text: expected the very words at the span");

    private static string? ByKind(ClaimContent content) => content switch
    {
        { Kind: ClaimKind.Event, Type: null } => "type: an event needs one",
        { Kind: ClaimKind.Event, Type: { } type } when !EventModes.Allows(type, content.Mode) =>
            $"mode: {content.Mode} is none of {Wire.Name(type)}; expected one of: {string.Join(", ", EventModes.Of(type))}",
        { Kind: not ClaimKind.Event, Type: not null } => "type: only an event has one",
        { Kind: ClaimKind.Figure, Measure: null } => "measure: a figure needs one",
        { Kind: ClaimKind.Figure, Number: null or { Low: null, High: null } } => "number: a figure needs a lower or an upper bound",
        { Kind: not ClaimKind.Figure, Measure: not null } => "measure: only a figure has one",
        { Kind: not (ClaimKind.Figure or ClaimKind.Operation), Number: not null } => "number: only a figure or an operation has one",
        _ => null,
    };

    private static string? Parties(ClaimContent content, string text)
    {
        IEnumerable<Party> all = content.Actors.Concat(content.Recipients);
        foreach (Party party in content.Speaker is { } speaker ? all.Append(speaker) : all)
        {
            string? problem = string.IsNullOrWhiteSpace(party.Text) ? "actor: a name is expected"
                : Short("actor", party.Text) ?? Inside("actor", party.Span, text);
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static string? Place(ClaimPlace? place, string text) => place switch
    {
        null => null,
        { Text: var words } when string.IsNullOrWhiteSpace(words) => "place: a name is expected",
        { Precision: < 1 or > 7 } => "place: precision is from 1 to 7 (UCDP GED where_prec)",
        { Lat: null, Lon: not null } or { Lat: not null, Lon: null } => "place: latitude and longitude go together",
        { Lat: { } lat } when lat is not (>= -90 and <= 90) => "place: latitude is from -90 to 90 degrees",
        { Lon: { } lon } when lon is not (>= -180 and <= 180) => "place: longitude is from -180 to 180 degrees",
        _ => Short("place", place.Text) ?? Inside("place", place.Span, text),
    };

    private static string? Time(ClaimTime? time, string text) =>
        time is null ? null
        : !TimeValue.TryParse(time.Value, out TimeValue value) ? $"time: {time.Value} is no date; expected {TimeValue.Expected}"
        : value.First != time.First || value.Last != time.Last ? $"time: first and last day of {time.Value} are {value.First:O} and {value.Last:O}"
        : Short("time", time.Text) ?? Inside("time", time.Span, text);

    private static string? Number(string field, Count? count, string text) => count switch
    {
        null => null,
        { Low: < 0 } or { High: < 0 } => $"{field}: 0 or more is expected",
        { Low: { } low, High: { } high } when low > high => $"{field}: the lower bound is above the upper one",
        _ => Inside(field, count.Span, text),
    };

    private static string? Short(string field, string? words) =>
        words?.Length > TextLengthMax ? $"{field}: at most {TextLengthMax} characters are expected" : null;

    internal static string? Inside(string field, Span? span, string text) =>
        span is not { } s || (s.Start >= 0 && s.Start <= s.End && s.End <= text.Length)
            ? null : $"{field}: characters {s.Start} to {s.End} are not in the report's text of {text.Length}";
}
