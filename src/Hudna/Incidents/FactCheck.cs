using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>Whether a claim on a fact around the truce has what it needs, and its phrases lie inside the report's text.</summary>
internal static class FactCheck
{
    private const int CodeLengthMax = 100;
    private const int PhraseLengthMax = 2_000;

    /// <summary>What is wrong, by field and with what is expected; null when it can stand.</summary>
    public static string? Problem(ClaimContent content, string text) => content.Detail is null
        ? content switch
        {
            { Kind: not (ClaimKind.Event or ClaimKind.Figure or ClaimKind.Statement) } => $"detail: a claim of kind {Wire.Name(content.Kind)} needs one",
            { Destination: not null } => "destination: only an operation has one",
            { Yearless: not null } => "yearless: only facts around the truce have one",
            _ => null,
        }
        : ClaimFacts.KindOf(content.Detail) != content.Kind
            ? $"detail: a claim of kind {Wire.Name(content.Kind)} has the detail of that kind, not of {Wire.Name(ClaimFacts.KindOf(content.Detail))}"
        : Needs(content) ?? Yearless(content, text) ?? ClaimFacts.TracksOf(content.Detail).Select(t => Track(t, text)).FirstOrDefault(p => p is not null)
            ?? ClaimFacts.PhrasesOf(content.Detail).Select(p => Phrase(p, text)).FirstOrDefault(p => p is not null);

    private static string? Needs(ClaimContent content) => content switch
    {
        { Kind: not ClaimKind.Operation, Destination: not null } => "destination: only an operation has one",
        { Detail: RoundDetail round } => round.Agenda.Select(t => Code("agenda", t)).FirstOrDefault(p => p is not null),
        { Detail: ParticipationDetail, Recipients.Count: not 1 } => "recipients: whose part it is, one actor, is expected",
        { Detail: DelegationDetail, Actors.Count: 0 } => "actors: the person is expected",
        { Detail: DelegationDetail, Recipients.Count: not 1 } => "recipients: whose delegation it is, one actor, is expected",
        { Detail: RoleDetail, Actors.Count: 0 } => "actors: who has the role is expected",
        { Detail: PositionDetail, Speaker: null } => "speaker: who holds the position is expected",
        { Detail: PositionDetail position } => Code("topic", position.Topic),
        { Detail: CommitmentDetail, Actors.Count: 0 } => "actors: who promised is expected",
        { Detail: CommitmentDetail { Topic: { } topic } } => Code("topic", topic),
        { Detail: OperationDetail, Place: null, Destination: null, Recipients.Count: 0 } =>
            "place: where from, where to, or who is brought out is expected",
        { Detail: ControlDetail, Place: null } => "place: the place is expected",
        { Detail: TrackRelationDetail relation } when string.Equals(relation.Track.Id, relation.Other.Id, StringComparison.Ordinal) =>
            "other: another track than the first is expected",
        _ => null,
    };

    private static string? Yearless(ClaimContent content, string text) => content.Yearless switch
    {
        null => null,
        _ when content.Time is not null => "yearless: only one of a time and a day without year is expected",
        { Value: var value } when MonthDay.TryParse(value, out _, out _) => Words("yearless", content.Yearless.Text, content.Yearless.Span, text),
        { Value: var value } => $"yearless: month and day as --01-23 are expected, not {value}",
    };

    private static string? Track(TrackRef track, string text) =>
        Code("track", track.Id) ?? (string.IsNullOrWhiteSpace(track.Text) ? "track: a name is expected" : ClaimCheck.Inside("track", track.Span, text));

    private static string? Phrase(Phrase phrase, string text) => Words("words", phrase.Text, phrase.Span, text);

    private static string? Words(string field, string words, Span? span, string text) =>
        string.IsNullOrWhiteSpace(words) || words.Length > PhraseLengthMax
            ? $"{field}: 1 to {PhraseLengthMax} characters are expected" : ClaimCheck.Inside(field, span, text);

    private static string? Code(string field, string code) =>
        string.IsNullOrWhiteSpace(code) || code.Length > CodeLengthMax ? $"{field}: an id of 1 to {CodeLengthMax} characters is expected" : null;
}
