using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Linking;

/// <summary>What an article reports, as reports to be linked: one for each place and day on which it says that something happened.</summary>
public static class ArticleReports
{
    /// <summary>Days before publication on which an article's news may have happened, when it gives no day.</summary>
    private const int NewsDays = 1;

    /// <summary>The happenings that an article reports, in order of position; ids are the article's with <c>#</c> and a number. An act without a place or a
    /// day of its own has that of the act before it, since news tells them once; an article's first day is else that of its publication. What is denied,
    /// feared or planned is none, nor what has no place finer than a country.</summary>
    /// <param name="report">The article.</param>
    /// <param name="reading">What the reader found in it.</param>
    /// <param name="gazetteer">What places and actors belong to.</param>
    public static IReadOnlyList<LinkReport> Of(Report report, DocumentReading reading, Gazetteer gazetteer)
    {
        ClaimPlace? place = null;
        (DateOnly First, DateOnly Last)? days = report.Published is { } day ? (day.AddDays(-NewsDays), day) : null;
        List<(ClaimPlace Place, DateOnly First, DateOnly Last, List<ClaimContent> Acts)> happenings = [];
        foreach (ClaimContent content in ClaimsFromReading.Of(report, reading, gazetteer).Select(c => c.Body.Content))
        {
            if (content is not { Kind: ClaimKind.Event, Type: { } type, Modality: Modality.Asserted, Realis: not Realis.Other } || !ActPairs.IsOnTheGround(type))
            {
                continue;
            }

            place = content.Place is { Precision: < 6 } own ? own : place;
            days = content.Time is { } time ? (time.First, time.Last) : days;
            if (place is null || days is not { } when)
            {
                continue;
            }

            int at = happenings.FindIndex(h => IncidentView.PlaceKey(h.Place) == IncidentView.PlaceKey(place) && h.First <= when.Last && when.First <= h.Last);
            if (at < 0)
            {
                happenings.Add((place, when.First, when.Last, [content]));
            }
            else
            {
                // The narrower of two times that overlap.
                (ClaimPlace known, DateOnly first, DateOnly last, List<ClaimContent> acts) = happenings[at];
                bool narrower = when.Last.DayNumber - when.First.DayNumber < last.DayNumber - first.DayNumber;
                acts.Add(content);
                happenings[at] = narrower ? (known, when.First, when.Last, acts) : (known, first, last, acts);
            }
        }

        return [.. happenings.Select((h, i) => Report(report, i, h.Place, h.First, h.Last, h.Acts))];
    }

    private static LinkReport Report(Report report, int number, ClaimPlace place, DateOnly first, DateOnly last, List<ClaimContent> acts)
    {
        // The act that is told most closely stands for the happening: with a toll, with a mode, and first.
        ClaimContent main = acts.OrderBy(a => a.Dead is null).ThenBy(a => a.Mode is null).ThenBy(a => a.Span).First();
        Count? dead = acts.Select(a => a.Dead).Where(d => d is not null).OrderByDescending(d => d!.Low ?? d.High).FirstOrDefault();
        return new LinkReport
        {
            Id = string.Create(null, $"{report.Id}#{number}"),
            Source = report.Sources.Count > 0 ? report.Sources[0].Name : null,
            First = first,
            Last = last,
            Lat = place.Lat,
            Lon = place.Lon,
            Precision = place.Precision,
            Place = IncidentView.PlaceKey(place),
            Act = ActPairs.Print(main),
            Actors = [.. acts.SelectMany(a => a.Actors).Select(IncidentView.PartyKey).Distinct(StringComparer.Ordinal)],
            Targets = [.. acts.SelectMany(a => a.Recipients).Select(IncidentView.PartyKey).Distinct(StringComparer.Ordinal)],
            DeadLow = (int?)dead?.Low,
            DeadHigh = (int?)dead?.High,
            Text = string.Join(' ', acts.Select(a => Around(report.Text, a.Span)).Distinct(StringComparer.Ordinal)),
        };
    }

    // The line that an act stands in.
    private static string Around(string text, Span span)
    {
        int start = text.LastIndexOf('\n', span.Start) + 1, end = text.IndexOf('\n', span.End);
        return text[start..(end < 0 ? text.Length : end)];
    }
}
