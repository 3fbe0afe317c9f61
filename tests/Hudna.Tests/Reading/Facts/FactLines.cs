using Hudna.Reading;

namespace Hudna.Tests.Reading.Facts;

/// <summary>Facts written as one line, so that a row of a table says all that must be found: codes, who by id or by the source's words, where, when.</summary>
internal static class FactLines
{
    /// <summary>The facts of a kind that a text published on 20 January 2017 states, parted by semicolons.</summary>
    public static string Of<T>(string text)
        where T : FactDetail
    {
        DocumentReading reading = Reader.Read(text, "2017-01-20");
        return string.Join("; ", reading.Facts.Where(f => f.Detail is T).Select(f => Line(f, reading, text)));
    }

    private static string Line(FactMention fact, DocumentReading reading, string text)
    {
        string actors = Parties(fact.Actors, text), recipients = Parties(fact.Recipients, text);
        string[] parts = fact.Detail switch
        {
            RoundDetail r => [r.Track.Id, Name(r.Status), r.Format is { } format ? Name(format) : string.Empty, Modality(fact, Hudna.Reading.Modality.Asserted, Hudna.Reading.Modality.Planned, Hudna.Reading.Modality.Possible)],
            TrackRelationDetail r => [r.Track.Id, Name(r.Relation), r.Other.Id, Modality(fact)],
            RoleDetail r => [Name(r.Role), actors, Word("at", r.Track?.Id), Modality(fact)],
            ParticipationDetail p => [Name(p.Stance), recipients, Word("by", actors), Word("at", p.Track?.Id), Word("if", p.Condition?.Text), Word("under", p.Basis?.Text), Modality(fact)],
            DelegationDetail d => [Name(d.Role), actors, Word("of", recipients), Word("at", d.Track?.Id), Modality(fact)],
            PositionDetail p => [p.Topic, Name(p.Stance)],
            DealDetail d => [Name(d.Type), Name(d.Step), Modality(fact), Word("by", actors), Word("with", recipients)],
            CommitmentDetail c => [actors + ":", fact.Text, $"({Name(c.Basis)}{Word(" on", c.Topic)})"],
            OperationDetail o =>
            [
                Name(o.Type), Name(o.Stage), recipients, Word("from", Place(fact.PlaceSpan, reading, text)), Word("to", Place(fact.DestinationSpan, reading, text)),
                Word("number", fact.NumberSpan?.Of(text)), Word("by", actors), Modality(fact),
            ],
            ControlDetail c =>
            [
                Name(c.Status), Place(fact.PlaceSpan, reading, text) ?? "nowhere", actors, Word("from", recipients), Word("part", c.Part?.Text), c.Infrastructure is { } infrastructure ? Name(infrastructure) : string.Empty, Modality(fact),
            ],
            _ => throw new InvalidOperationException(fact.Detail.GetType().Name),
        };
        string time = fact.Time is null ? string.Empty : "@" + (fact.Time.Value ?? fact.Time.MonthDay);
        return string.Join(' ', parts.Append(time).Where(p => p.Length > 0));
    }

    private static string Name<T>(T code)
        where T : struct, Enum => Wire.Name(code);

    private static string Modality(FactMention fact, params Modality[] plain) =>
        fact.Modality == Hudna.Reading.Modality.Asserted || plain.Contains(fact.Modality) ? string.Empty : Wire.Name(fact.Modality);

    private static string Word(string word, string? what) => string.IsNullOrEmpty(what) ? string.Empty : $"{word} {what}";

    private static string Parties(IEnumerable<FactParty> parties, string text) => string.Join('+', parties.Select(p => p.ActorId ?? p.Span.Of(text)));

    private static string? Place(Span? span, DocumentReading reading, string text) =>
        span is not { } at ? null : reading.Places.FirstOrDefault(p => p.Start == at.Start && p.End == at.End)?.PlaceId ?? at.Of(text);
}
