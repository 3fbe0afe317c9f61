using System.Globalization;
using Hudna.Linking;
using Hudna.Linking.Articles;
using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>Articles to incidents, by the reader and linker of this checkout, against the incidents that somebody tied each article to; and why true pairs are lost.</summary>
/// <remarks>
/// Incidents fall into two halves by a hash of their ids: weights are fitted on and errors read in one, the other is only measured. Each half is
/// linked alone, and all of it together. Score as <see cref="LinkScore"/>. A true pair that was not put together is lost for the first of these reasons that
/// holds: one of the two gave no report; no place of the one is a place of the other, and their first places are more than 25 km apart or one names none; both
/// tell a day, and not within a week, or their days without a year or their weekdays differ; else the linker did not join what was read right. Prints counts, never a text.
/// </remarks>
internal sealed class Articles : IMeasure
{
    private static readonly string[] s_reasons = ["no report", "places", "days", "not joined"];

    public string Name => "articles";

    public string Usage => "ARTICLES.jsonl TRUTH.csv [--errors]   reads and links articles (id, published, text) against true incidents (id,incident): scores by halves, and why pairs are lost; --errors: their ids, of the half that is worked on";

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        bool errors = arguments is [_, _, "--errors"];
        if (arguments is not [_, _] && !errors)
        {
            throw new MeasureException("articles: name a file of articles as JSON Lines and the truth as CSV with id,incident");
        }

        ArticleSet all = ArticleSet.Read(reader, arguments[0], arguments[1]);
        foreach (string half in ArticleSet.Halves)
        {
            output.WriteLine($"== {half}");
            Measure(all.Half(half), errors && half == ArticleSet.Halves[1], output);
        }
    }

    private static void Measure(ArticleSet set, bool errors, TextWriter output)
    {
        ArticleReport[] first = [.. set.Reports.Where(r => r.Id.EndsWith("#0", StringComparison.Ordinal))];
        output.WriteLine($"articles  {set.Ids.Count}: {first.Length} report something, {first.Count(r => r.Places.Count > 0)} name a place, {first.Count(r => r.Days.Day is not null)} tell a day or were published on one, "
            + $"{first.Count(r => r.Days.MonthDays.Count > 0)} a day without year, {first.Count(r => r.Days is { Day: null, MonthDays.Count: 0, Weekdays.Count: > 0 })} a weekday; {set.Reports.Count - first.Length} further happenings");
        ArticleLinks links = new ArticleLinker(new LinkOptions()).Link(set.Reports);
        Mention[] linked = [.. links.Links().Select(l => new Mention(l.Report.Article, l.Incident, l.Probability)).Distinct()];
        Mention[] truth = [.. set.Ids.SelectMany(id => set.Truth[id].Select(i => new Mention(id, i, null)))];
        LinkScore.Measure(linked, truth, output);
        Losses(set, first.ToDictionary(r => r.Article, StringComparer.Ordinal), links, errors, output);
    }

    private static void Losses(ArticleSet set, Dictionary<string, ArticleReport> reports, ArticleLinks links, bool errors, TextWriter output)
    {
        ILookup<string, string> incidents = links.Links().ToLookup(l => l.Report.Article, l => l.Incident, StringComparer.Ordinal);
        int[] lost = new int[s_reasons.Length];
        Dictionary<DayLevel, (int Lost, int Wrong)> byDay = [];
        for (int i = 0; i < set.Ids.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                bool same = set.Truth[set.Ids[i]].Intersect(set.Truth[set.Ids[j]], StringComparer.Ordinal).Any();
                bool said = incidents[set.Ids[i]].Intersect(incidents[set.Ids[j]], StringComparer.Ordinal).Any();
                if (same == said)
                {
                    continue;
                }

                (ArticleReport? a, ArticleReport? b) = (reports.GetValueOrDefault(set.Ids[i]), reports.GetValueOrDefault(set.Ids[j]));
                lost[same ? Reason(a, b) : 0] += same ? 1 : 0;
                if (errors)
                {
                    output.WriteLine($"{(same ? s_reasons[Reason(a, b)] : "wrong")}\t{set.Ids[i]}\t{set.Ids[j]}");
                }

                if (a is not null && b is not null)
                {
                    DayLevel level = DayClues.Compare(a.Days, b.Days);
                    (int l, int w) = byDay.GetValueOrDefault(level);
                    byDay[level] = same ? (l + 1, w) : (l, w + 1);
                }
            }
        }

        output.WriteLine($"lost pairs: {string.Join(", ", s_reasons.Select((r, i) => $"{r} {lost[i]}"))}");
        output.WriteLine("by days, lost/wrong: " + string.Join(", ", byDay.OrderByDescending(d => d.Value.Lost + d.Value.Wrong).Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Key} {d.Value.Lost}/{d.Value.Wrong}"))));
    }

    private static int Reason(ArticleReport? a, ArticleReport? b)
    {
        if (a is null || b is null)
        {
            return 0;
        }

        bool near = a.Places is [var one, ..] && b.Places is [var other, ..] && one is { Lat: { } lat, Lon: { } lon } && other is { Lat: { } otherLat, Lon: { } otherLon }
            && Incidents.Distance.Km(lat, lon, otherLat, otherLon) <= 25;
        if (!near && !a.Places.Select(p => p.Key).Intersect(b.Places.Select(p => p.Key), StringComparer.Ordinal).Any())
        {
            return 1;
        }

        return DayClues.Compare(a.Days, b.Days) is DayLevel.Month or DayLevel.Far or DayLevel.YearlessOther or DayLevel.WeekdayOther or DayLevel.BothYearlessOther or DayLevel.BothWeekdayOther ? 2 : 3;
    }
}
