using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Reading.Arabic;

namespace Hudna.Linking.Articles;

/// <summary>What an article reports, as reports to be linked. An article is about one happening: its places, numbers and days, wherever in the text
/// they stand, are clues to which (a toll in the headline, the day in the lead, the hospital that the wounded were brought to at the end). What it tells beside
/// that is a report of its own only when it has a place of its own far from the first and killed of its own.</summary>
public static class ArticleReports
{
    /// <summary>Days before publication of which an article can tell as of news, and days after it that a day's end may lie (time zones, planned rites).</summary>
    private const int NewsDays = 10, AheadDays = 3;

    /// <summary>Characters of a headline and its lead.</summary>
    private const int HeadLength = 400;

    /// <summary>Kilometres between the places of two happenings of one article.</summary>
    private const double ApartKm = 25;

    /// <summary>Reads an article and gives what it reports, see <see cref="Of"/>. A stamp in the text that is older than the day handed in is the day of publication: what
    /// was handed in is then that of a copy.</summary>
    /// <param name="reader">Reads.</param>
    /// <param name="id">The article's id.</param>
    /// <param name="text">Its text.</param>
    /// <param name="published">The day of its publication; null when not known.</param>
    public static IReadOnlyList<ArticleReport> Read(ArabicReader reader, string id, string text, DateOnly? published)
    {
        DateOnly? own = published is null ? null : ArabicReader.StampOf(text);
        DateOnly? day = own < published ? own : published;
        return Of(id, text, day, reader.Read(id, text, day), reader.Gazetteer);
    }

    /// <summary>The happenings that an article reports: the one that it is about first, then others in order of position. None when it names no act on
    /// the ground, no killed or injured, and no place.</summary>
    /// <param name="id">The article's id.</param>
    /// <param name="text">Its text.</param>
    /// <param name="published">The day of its publication as handed in; null when not known, and then the text's own counts.</param>
    /// <param name="reading">What the reader found in it.</param>
    /// <param name="gazetteer">What places and actors belong to.</param>
    public static IReadOnlyList<ArticleReport> Of(string id, string text, DateOnly? published, DocumentReading reading, Gazetteer gazetteer)
    {
        Report report = new()
        {
            Id = id,
            Kind = ReportKind.Article,
            Sources = [],
            Text = text,
            OriginalSha256 = string.Empty,
            MediaType = "text/plain",
            Encoding = "utf-8",
            PublishedInText = published ?? reading.Document.Published,
        };
        ClaimContent[] acts =
        [
            .. ClaimsFromReading.Of(report, reading, gazetteer).Select(c => c.Body.Content)
                .Where(c => c is { Kind: ClaimKind.Event, Type: { } type, Modality: Modality.Asserted, Realis: not Realis.Other } && ActPairs.IsOnTheGround(type)),
        ];
        // A victim's obituary or a list of towns under fire asserts no act, yet it is about one; an article without act, toll and place is about something else.
        if (reading.Places.Count == 0 && !reading.Events.Any(e => ActPairs.IsOnTheGround(e.Type)) && !reading.Quantities.Any(q => q.Measure is Measure.Killed or Measure.Injured))
        {
            return [];
        }

        List<ArticlePlace> places = Places(text, reading, gazetteer, acts);
        ArticleReport main = new()
        {
            Id = id + "#0",
            Article = id,
            Days = Days(report.PublishedInText, reading, acts),
            Places = places,
            Killed = [.. reading.Quantities.Where(q => q.Measure == Measure.Killed).Select(q => (int?)(q.Low ?? q.High)).OfType<int>()],
            Text = text,
        };
        return [main, .. Others(text, acts, main)];
    }

    // Where an attack happened before what is only named, towns and features before regions, then in order of the text.
    private static List<ArticlePlace> Places(string text, DocumentReading reading, Gazetteer gazetteer, ClaimContent[] acts)
    {
        HashSet<int> attacked = [.. acts.Where(a => a.Type is EventType.Assault or EventType.Coerce).Select(a => a.Place?.Span?.Start).OfType<int>()];
        return
        [
            .. reading.Places.Where(p => p.Kind != PlaceKind.Country)
                .OrderBy(p => p.Kind == PlaceKind.Region).ThenBy(p => p.Kind == PlaceKind.Region || !attacked.Contains(p.Start)).ThenBy(p => p.Start)
                .Select(p => Place(p, text, reading, gazetteer)).DistinctBy(p => p.Key, StringComparer.Ordinal),
        ];
    }

    // A part of a town (its crossing, its countryside) is the town: sources take one for the other.
    private static ArticlePlace Place(PlaceMention place, string text, DocumentReading reading, Gazetteer gazetteer)
    {
        string? sort = place.PlaceId is { } id && gazetteer.Places.TryGetValue(id, out PlaceEntry? entry) ? entry.Class : null;
        string name = SearchFold.Of((place.Core is { } core ? core.Of(text) : place.Text).Replace('_', ' ').Replace("#", string.Empty, StringComparison.Ordinal));
        bool sure = reading.Places.Any(p => p.Country == place.Country && p.PlaceId != place.PlaceId);
        return new ArticlePlace(place.PlaceId?.Split(':')[0] ?? name, place.Lat, place.Lon, PlacePrecision.Of(place.Kind, sort), name, sure);
    }

    // The day told: of an act on the ground, else any that is news; else that of publication.
    private static DayClues Days(DateOnly? published, DocumentReading reading, ClaimContent[] acts)
    {
        if (published is { } day)
        {
            DateOnly? news = acts.Select(a => a.Time is { } time && time.First == time.Last ? time.First : (DateOnly?)null).Concat(reading.Times.Select(DayOf))
                .FirstOrDefault(t => t is { } told && day.DayNumber - told.DayNumber is >= -AheadDays and <= NewsDays);
            return new DayClues(news ?? day, news is not null, [], []);
        }

        // Without publication a weekday or a day without a year is the writer's "now", unless the writer points elsewhere ("last Friday", "of last
        // September"); a day with its year is when it fits them or stands at the head: further down it is background, for news does not name its year.
        TimeMention[] now = [.. reading.Times.Where(t => t.Value is null && !PointsElsewhere(t.Rule))];
        (int Month, int Day)[] monthDays = [.. now.Select(t => MonthDay.TryParse(t.MonthDay, out int month, out int date) ? (month, date) : default).Where(m => m != default).Distinct()];
        DayOfWeek[] weekdays = [.. now.Select(t => t.Weekday).OfType<DayOfWeek>().Distinct()];
        DateOnly? told = reading.Times.Where(t => DayOf(t) is { } at && (monthDays.Length == 0 && weekdays.Length == 0
                ? t.Start < HeadLength
                : monthDays.Contains((at.Month, at.Day)) || weekdays.Contains(at.DayOfWeek)))
            .Select(DayOf).FirstOrDefault();
        return told is null ? new DayClues(null, false, monthDays, weekdays) : new DayClues(told, true, [], []);
    }

    // time.weekday.past, time.daymonth.past.part; not time.weekday.part, time.daymonth.this.
    private static bool PointsElsewhere(string rule) => Array.Exists(rule.Split('.'), p => p is "past" or "next" or "preceding" or "following" or "beforelast" or "afternext");

    private static DateOnly? DayOf(TimeMention time) => TimeValue.TryParse(time.Value, out TimeValue value) && value.First == value.Last ? value.First : null;

    // Acts of another place with killed of their own, one report a place.
    private static IEnumerable<ArticleReport> Others(string text, ClaimContent[] acts, ArticleReport main)
    {
        if (main.Places is not [{ Lat: { } lat, Lon: { } lon, Precision: <= PlacePrecision.Around }, ..])
        {
            return [];
        }

        return acts.Where(a => a is { Dead: not null, Place: { Precision: <= PlacePrecision.Around, Lat: { } otherLat, Lon: { } otherLon } }
                && Distance.Km(lat, lon, otherLat, otherLon) > ApartKm)
            .Where(a => a.Time is null || main.Days.Day is not { } day || Math.Abs(a.Time.First.DayNumber - day.DayNumber) <= 1)
            .GroupBy(a => IncidentView.PlaceKey(a.Place!), StringComparer.Ordinal)
            .Select((g, i) => Other(text, [.. g], main, i + 1));
    }

    private static ArticleReport Other(string text, ClaimContent[] acts, ArticleReport main, int number)
    {
        ClaimPlace place = acts[0].Place!;
        return new ArticleReport
        {
            Id = string.Create(null, $"{main.Article}#{number}"),
            Article = main.Article,
            Days = acts.Select(a => a.Time).FirstOrDefault(t => t is not null && t.First == t.Last) is { } time ? new DayClues(time.First, true, [], []) : main.Days,
            Places = [main.Places.FirstOrDefault(p => p.Key == IncidentView.PlaceKey(place)) ?? new ArticlePlace(IncidentView.PlaceKey(place), place.Lat, place.Lon, place.Precision, SearchFold.Of(place.Text), true)],
            Killed = [.. acts.Select(a => (int?)(a.Dead?.Low ?? a.Dead?.High)).OfType<int>()],
            Text = string.Join('\n', acts.Select(a => Line(text, a.Span)).Distinct(StringComparer.Ordinal)),
        };
    }

    // The line that an act stands in.
    private static string Line(string text, Span span)
    {
        int start = text.LastIndexOf('\n', span.Start) + 1, end = text.IndexOf('\n', span.End);
        return text[start..(end < 0 ? text.Length : end)];
    }
}
