using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Tests.Store;

namespace Hudna.Tests.Incidents;

/// <summary>A reading put together by hand from the words of a text: what a reader would find.</summary>
internal sealed class Readings(string text)
{
    public static readonly Gazetteer Gazetteer = new(
        new Dictionary<string, PlaceEntry>(StringComparer.Ordinal)
        {
            ["sy-taftanaz"] = new("sy-taftanaz", "Taftanaz", ["تفتناز"], PlaceKind.Settlement, "town", "SY", "Idlib", 35.99, 36.79, 4, false, "test"),
            ["sy-bassima"] = new("sy-bassima", "Bassima", ["بسيمة"], PlaceKind.Settlement, "village", "SY", "Rif Dimashq", 33.65, 36.13, 4, false, "test"),
            ["sy-idlib-gov"] = new("sy-idlib-gov", "Idlib", ["محافظة إدلب", "إدلب"], PlaceKind.Region, "governorate", "SY", null, 35.9, 36.7, 2, false, "test"),
            ["sy-talbiseh"] = new("sy-talbiseh", "Talbiseh", ["تلبيسة"], PlaceKind.Settlement, "town", "SY", "Homs", 34.84, 36.73, 4, false, "test"),
            ["sy-dar-kabirah-homs"] = new("sy-dar-kabirah-homs", "Dar al-Kabirah", ["الدار الكبيرة"], PlaceKind.Settlement, "village", "SY", "Homs", 34.79, 36.68, 5, false, "test"),
            ["sy-dar-kabirah-idlib"] = new("sy-dar-kabirah-idlib", "Dar al-Kabirah", ["الدار الكبيرة"], PlaceKind.Settlement, "village", "SY", "Idlib", 35.73, 36.50, 5, false, "test"),
        },
        new Dictionary<string, ActorEntry>(StringComparer.Ordinal)
        {
            ["sy-air-force"] = new("sy-air-force", "Syrian Air Force", ["سلاح الجو السوري"], ActorType.Military, "unit", "SY", ["SY"], null, null, "test"),
            ["state-sy"] = new("state-sy", "Syria", ["سوريا"], ActorType.State, "state", "SY", [], null, null, "test"),
            ["nusra"] = new("nusra", "Al-Nusra Front", ["جبهة النصرة"], ActorType.ArmedGroup, "faction", "SY", [], null, null, "test"),
            ["jaysh-al-islam"] = new("jaysh-al-islam", "Jaysh al-Islam", ["جيش الإسلام"], ActorType.ArmedGroup, "faction", "SY", [], null, null, "test"),
        })
    {
        BodyTypes = new Dictionary<string, ActorType>(StringComparer.Ordinal) { ["army"] = ActorType.Military },
    };

    private DocumentReading reading = DocumentReading.Nothing(new DocumentInfo("test", "ar", null, new DateOnly(2017, 1, 1)));

    public DocumentReading Reading => reading;

    public Report Report => new()
    {
        Id = ContentId.Report(text, "none"),
        Kind = ReportKind.Article,
        Sources = [Samples.Source()],
        Text = text,
        OriginalSha256 = "none",
        MediaType = "text/plain",
        Encoding = "utf-8",
    };

    public IReadOnlyList<ProposedClaim> Claims => ClaimsFromReading.Of(Report, reading, Gazetteer);

    public Span At(string words, int nth = 1)
    {
        int start = -1;
        for (int i = 0; i < nth; i++)
        {
            start = text.IndexOf(words, start + 1, StringComparison.Ordinal);
        }

        Assert.True(start >= 0, words);
        return new Span(start, start + words.Length);
    }

    public Readings Time(string words, string value)
    {
        reading = reading with { Times = [.. reading.Times, new TimeMention(At(words).Start, At(words).End, words, value, "time.test")] };
        return this;
    }

    public Readings Place(string words, string id)
    {
        PlaceEntry entry = Gazetteer.Places[id];
        reading = reading with
        {
            Places = [.. reading.Places, new PlaceMention(At(words).Start, At(words).End, words, entry.NameEn, entry.Kind, entry.Country, entry.Lat, entry.Lon, id, "place.test")],
        };
        return this;
    }

    public Readings Actor(string words, string id)
    {
        ActorEntry entry = Gazetteer.Actors[id];
        reading = reading with { Actors = [.. reading.Actors, new ActorMention(At(words).Start, At(words).End, words, entry.NameEn, entry.Type, id, "actor.test")] };
        return this;
    }

    public Readings Quantity(string words, Measure measure, decimal? low, decimal? high)
    {
        reading = reading with { Quantities = [.. reading.Quantities, new QuantityMention(At(words).Start, At(words).End, words, measure, low, high, "quantity.test")] };
        return this;
    }

    public Readings Statement(string words, string? speaker, params string[] via)
    {
        reading = reading with
        {
            Statements = [.. reading.Statements, new StatementMention(At(words).Start, At(words).End, words, speaker, speaker is null ? null : At(speaker), via, "statement.test")],
        };
        return this;
    }

    public Readings Event(
        string words, string? mode = null, EventType type = EventType.Assault, Modality modality = Modality.Asserted, string? actor = null,
        string? recipient = null, string? place = null, string? date = null, string? dateWords = null, decimal? dead = null, string? deadWords = null)
    {
        reading = reading with
        {
            Events =
            [
                .. reading.Events, new EventMention(
                    At(words).Start, At(words).End, words, type, mode, modality, actor is null ? [] : [actor], recipient is null ? [] : [recipient], place, date,
                    dead, null, actor is null ? [] : [At(actor)], recipient is null ? [] : [At(recipient)], place is null ? null : At(place),
                    dateWords is null ? null : At(dateWords), deadWords is null ? null : At(deadWords), null, "event.test"),
            ],
        };
        return this;
    }
}
