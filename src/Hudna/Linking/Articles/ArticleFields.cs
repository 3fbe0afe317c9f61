using Hudna.Incidents;

namespace Hudna.Linking.Articles;

/// <summary>A field that two articles' reports are compared by.</summary>
internal enum ArticleField
{
    /// <summary>The day, see <see cref="DayLevel"/>.</summary>
    Day,

    /// <summary>Where it happened: the first place of each; apart for reports of one day's news, among which the place has to tell one strike from the next.</summary>
    Place,

    /// <summary>The rarest place that both name.</summary>
    Shared,

    /// <summary>How many of the places that they name are the same.</summary>
    Overlap,

    /// <summary>Where a day is not told: how often two reports of a place that both name are of one day.</summary>
    Chance,

    /// <summary>The words.</summary>
    Wording,

    /// <summary>How many were killed.</summary>
    Killed,
}

/// <summary>Levels of agreement of two articles' reports, after Fellegi and Sunter (1969): a pair falls on one level of each field.</summary>
internal static class ArticleFields
{
    public const int Count = 7;

    private static readonly double[] s_km = [2, 8, 25, 80], s_cosine = [0.03, 0.06, 0.1, 0.15, 0.25, 0.4, 0.7], s_chance = [0.05, 0.1, 0.2, 0.34, 0.5], s_rarity = [2, 3, 4, 5];

    private const int OverlapLevels = 4;

    private static readonly string[] s_places = ["untold", "same", "2 km", "8 km", "25 km", "80 km", "farther", "no point"];

    /// <summary>Names of the levels, by field.</summary>
    public static readonly string[][] Levels =
    [
        [.. Enum.GetNames<DayLevel>()],
        [.. s_places, .. s_places.Select(p => p + ", near days")],
        ["none", "in 1 of 7 or more", "in 1 of 7 to 20", "in 1 of 20 to 55", "in 1 of 55 to 148", "rarer"],
        ["none", "under 1/4", "1/4", "1/2", "3/4", "all"],
        ["days told", "5 %", "10 %", "20 %", "34 %", "50 %", "more"],
        ["0.03", "0.06", "0.10", "0.15", "0.25", "0.40", "0.70", "more"],
        ["untold", "first the same", "one the same", "other"],
    ];

    /// <summary>The levels that two reports fall on, in the order of <see cref="ArticleField"/>.</summary>
    public static void Compare(ArticleTable t, int i, int j, Span<int> levels)
    {
        (ArticleReport a, ArticleReport b) = (t.Reports[i], t.Reports[j]);
        (int shared, double rarest, double together) = Shared(t, i, j);
        int named = t.Places[i].Length + t.Places[j].Length - shared;
        levels[(int)ArticleField.Day] = (int)DayClues.Compare(a.Days, b.Days);
        levels[(int)ArticleField.Place] = Place(a, b) + (levels[0] <= (int)DayLevel.TwoApart ? s_places.Length : 0);
        levels[(int)ArticleField.Shared] = shared == 0 ? 0 : 1 + Level(s_rarity, rarest);
        levels[(int)ArticleField.Overlap] = shared == 0 ? 0 : 1 + (OverlapLevels * shared / named);
        levels[(int)ArticleField.Chance] = shared == 0 || (a.Days.Day is not null && b.Days.Day is not null) ? 0 : 1 + Level(s_chance, together);
        levels[(int)ArticleField.Wording] = Level(s_cosine, t.Words.Cosine(i, j));
        levels[(int)ArticleField.Killed] = a.Killed.Count == 0 || b.Killed.Count == 0 ? 0
            : a.Killed[0] == b.Killed[0] ? 1 : a.Killed.Intersect(b.Killed).Any() ? 2 : 3;
    }

    private static (int Shared, double Rarest, double Together) Shared(ArticleTable t, int i, int j)
    {
        int[] a = t.Places[i], b = t.Places[j];
        int shared = 0;
        double rarest = 0, together = 0;
        for (int p = 0, q = 0; p < a.Length && q < b.Length;)
        {
            int order = a[p].CompareTo(b[q]);
            if (order == 0)
            {
                shared++;
                rarest = Math.Max(rarest, t.Rarity(a[p]));
                together = Math.Max(together, t.Together(a[p]));
            }

            p += order <= 0 ? 1 : 0;
            q += order >= 0 ? 1 : 0;
        }

        return (shared, rarest, together);
    }

    private static int Place(ArticleReport a, ArticleReport b)
    {
        if (a.Places is not [var one, ..] || b.Places is not [var other, ..])
        {
            return 0;
        }

        return one.Key == other.Key ? 1
            : one is { Lat: { } lat, Lon: { } lon } && other is { Lat: { } otherLat, Lon: { } otherLon } ? 2 + Level(s_km, Distance.Km(lat, lon, otherLat, otherLon))
            : 7;
    }

    private static int Level(double[] bounds, double value)
    {
        int level = 0;
        while (level < bounds.Length && value >= bounds[level])
        {
            level++;
        }

        return level;
    }
}
