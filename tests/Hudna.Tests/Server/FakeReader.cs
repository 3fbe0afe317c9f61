using Hudna.Reading;

namespace Hudna.Tests.Server;

/// <summary>Finds a handful of fixed words, so that tests of pages do not hang on the real reader's progress.</summary>
internal sealed class FakeReader(Gazetteer gazetteer) : IReader
{
    public string Version => "fake/1";

    public string Language => "ar";

    public Gazetteer Gazetteer => gazetteer;

    public DocumentReading Read(string id, string text, DateOnly? published)
    {
        DateOnly day = published ?? new DateOnly(2016, 12, 30);
        string value = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        List<TimeMention> times = [.. All(text, "يوم الجمعة", (s, e, w) => new TimeMention(s, e, w, value, "fake.time"))];
        List<PlaceMention> places = [.. All(text, "بسيمة", (s, e, w) => new PlaceMention(
            s, e, w, "Bassima", PlaceKind.Settlement, "SY", 33.62, 36.13, "sy-bassima", "fake.place"))];
        List<ActorMention> actors = [.. All(text, "الجيش السوري", (s, e, w) => new ActorMention(s, e, w, "Syrian Army", ActorType.Military, "sy-army", "fake.actor"))];
        List<QuantityMention> quantities = [.. All(text, "12 شخصا", (s, e, w) => new QuantityMention(s, e, w, Measure.Killed, 12, 12, "fake.count"))];
        List<StatementMention> statements = [.. All(text, "الجيش السوري قصف بسيمة وقتل 12 شخصا", (s, e, w) => new StatementMention(s, e, w, "المرصد", null, [], "fake.said"))];
        List<EventMention> events = [.. All(text, "قصف", (s, e, w) => new EventMention(
            s, e, w, EventType.Assault, "heavy-weapons", Modality.Asserted, actors.Select(a => a.Text).Take(1).ToList(), [], "بسيمة", times.Count > 0 ? value : null,
            quantities.Count > 0 ? 12 : null, null, actors.Select(a => new Span(a.Start, a.End)).Take(1).ToList(), [],
            places.Select(p => (Span?)new Span(p.Start, p.End)).FirstOrDefault(), times.Select(t => (Span?)new Span(t.Start, t.End)).FirstOrDefault(),
            quantities.Select(q => (Span?)new Span(q.Start, q.End)).FirstOrDefault(), null, "fake.event"))];
        return new DocumentReading(new DocumentInfo(id, "ar", null, day), times, places, actors, quantities, statements, events);
    }

    private static IEnumerable<T> All<T>(string text, string words, Func<int, int, string, T> make)
    {
        for (int at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            yield return make(at, at + words.Length, words);
        }
    }
}
