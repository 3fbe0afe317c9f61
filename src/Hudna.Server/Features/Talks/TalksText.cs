using System.Globalization;
using Hudna.Reading;
using Hudna.Server.Hosting;
using Hudna.Server.Languages;
using Hudna.Talks;

namespace Hudna.Server.Features.Talks;

/// <summary>Names of tracks and days of rounds and deals in a page's language.</summary>
internal sealed class TalksText(Words words, Dates dates, KnownNames names)
{
    /// <summary>"Geneva talks"; by the source's words when the mission's lists do not know the venue.</summary>
    public string Track(string id, string text) => words.Format("talks.track_name", names.ById(id, words.IsArabic) ?? text);

    /// <summary>The same by id alone, out of the tracks of a view.</summary>
    public string Track(string id, IEnumerable<Track> tracks) =>
        Track(id, tracks.FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal))?.Text ?? id);

    /// <summary>The days of a round; those that sources give differently stand side by side, never as one span.</summary>
    public string Day(Round round) => round.DatesDiffer ? Either(round.Days) : Day(new ClaimDay(round.From, round.Until, round.Yearless));

    /// <summary>The days of a deal, likewise.</summary>
    public string Day(Deal deal) => deal.DatesContradict ? Either(deal.Dates.Where(d => d.IsContradicted).Select(d => d.Day)) : Day(new ClaimDay(deal.First, deal.Last, deal.Yearless));

    /// <summary>A day as a claim gives it.</summary>
    public string Day(ClaimDay day) => (day.First, day.Yearless) switch
    {
        ({ } first, _) => dates.Days(first, day.Last!.Value),
        (_, { } yearless) => words.Format("talks.yearless", Yearless(yearless)),
        _ => words["talks.day_untold"],
    };

    /// <summary>Where a track, or a round of it, has its page.</summary>
    public static string Path(string track, string? round = null) =>
        $"talks/{Uri.EscapeDataString(track)}" + (round is null ? "" : "/" + Uri.EscapeDataString(round));

    /// <summary>Where a deal stands on the page of its sort.</summary>
    public static string Path(Deal deal) => $"talks/deals/{Wire.Name(deal.Type)}#{Uri.EscapeDataString(deal.Key)}";

    private string Either(IEnumerable<ClaimDay> days) =>
        string.Join(words["talks.or"], days.Distinct().OrderBy(d => d.First ?? DateOnly.MaxValue).ThenBy(d => d.Last).ThenBy(d => d.Yearless, StringComparer.Ordinal).Select(Day));

    // Any year that has a 29 February; a date is written with its year last in both languages.
    private string Yearless(string monthDay) =>
        dates.Day(DateOnly.ParseExact("2000" + monthDay[1..], "yyyy-MM-dd", CultureInfo.InvariantCulture)).Replace(" 2000", "", StringComparison.Ordinal);
}
