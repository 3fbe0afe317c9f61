using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Linking.Articles;

/// <summary>What an article reports, as reports to be linked. An article is about one happening: its places, numbers and days, wherever in the text
/// they stand, are clues to which (a toll in the headline, the day in the lead, the hospital that the wounded were brought to at the end). What it tells beside
/// that is a report of its own only when it has a place of its own far from the first and killed of its own.</summary>
public static class ArticleReports
{
    /// <summary>Days before publication of which an article can tell as of news, and days after it that a day's end may lie (time zones, planned rites).</summary>
    private const int NewsDays = 10, AheadDays = 3;

    /// <summary>Kilometres between the places of two happenings of one article.</summary>
    private const double ApartKm = 25;

    /// <summary>The happenings that an article reports: the one that it is about first, then others in order of position. None when it asserts no act on the
    /// ground and counts nobody killed or injured.</summary>
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
        if (acts.Length == 0 && !reading.Quantities.Any(q => q.Measure is Measure.Killed or Measure.Injured))
        {
            return [];
        }

        List<ArticlePlace> places = Places(reading, gazetteer, acts);
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
    private static List<ArticlePlace> Places(DocumentReading reading, Gazetteer gazetteer, ClaimContent[] acts)
    {
        HashSet<int> attacked = [.. acts.Where(a => a.Type is EventType.Assault or EventType.Coerce).Select(a => a.Place?.Span?.Start).OfType<int>()];
        return
        [
            .. reading.Places.Where(p => p.Kind != PlaceKind.Country)
                .OrderBy(p => p.Kind == PlaceKind.Region).ThenBy(p => p.Kind == PlaceKind.Region || !attacked.Contains(p.Start)).ThenBy(p => p.Start)
                .Select(p => Place(p, gazetteer)).DistinctBy(p => p.Key, StringComparer.Ordinal),
        ];
    }

    private static ArticlePlace Place(PlaceMention place, Gazetteer gazetteer)
    {
        string? sort = place.PlaceId is { } id && gazetteer.Places.TryGetValue(id, out PlaceEntry? entry) ? entry.Class : null;
        return new ArticlePlace(place.PlaceId ?? SearchFold.Of(place.Name ?? place.Text), place.Lat, place.Lon, PlacePrecision.Of(place.Kind, sort));
    }

    // The day told: of an act on the ground, else any that is news; else that of publication. Without publication a weekday or a day without a year is the
    // writer's "now", and a whole date beside it something else.
    private static DayClues Days(DateOnly? published, DocumentReading reading, ClaimContent[] acts)
    {
        DateOnly[] told = [.. acts.Select(a => a.Time is { } time && time.First == time.Last ? time.First : (DateOnly?)null).OfType<DateOnly>(),
            .. reading.Times.Select(t => TimeValue.TryParse(t.Value, out TimeValue value) && value.First == value.Last ? value.First : (DateOnly?)null).OfType<DateOnly>()];
        if (published is { } day)
        {
            DateOnly? news = told.Select(t => (DateOnly?)t).FirstOrDefault(t => day.DayNumber - t!.Value.DayNumber is >= -AheadDays and <= NewsDays);
            return new DayClues(news ?? day, news is not null, [], []);
        }

        (int, int)[] monthDays = [.. reading.Times.Select(t => MonthDay.TryParse(t.MonthDay, out int month, out int date) ? (month, date) : default).Where(m => m != default).Distinct()];
        DayOfWeek[] weekdays = [.. reading.Times.Where(t => t.Value is null).Select(t => t.Weekday).OfType<DayOfWeek>().Distinct()];
        return monthDays.Length == 0 && weekdays.Length == 0 && told.Length > 0 ? new DayClues(told[0], true, [], []) : new DayClues(null, false, monthDays, weekdays);
    }

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
            Places = [new ArticlePlace(IncidentView.PlaceKey(place), place.Lat, place.Lon, place.Precision)],
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
