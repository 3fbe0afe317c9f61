namespace Hudna.Linking.Articles;

/// <summary>Reports of articles in order of id, with what is counted over all of them.</summary>
internal sealed class ArticleTable
{
    /// <summary>As many reports as are taken to exist beside those at hand, so that of two reports no place is usual.</summary>
    private const int ReportsBeside = 400;

    /// <summary>Days apart that two reports are of one day's news.</summary>
    private const int NewsDays = 1;

    /// <summary>Pairs of reports of one place that weigh as much as what is known beforehand: one in three is of one day.</summary>
    private const double PairsBeside = 3, PairsTogether = 1;

    private readonly Dictionary<string, int> placeNumbers = new(StringComparer.Ordinal);
    private readonly int[] placeCounts;
    private readonly double[] together;

    /// <exception cref="LinkInputException">Two reports have one id.</exception>
    public ArticleTable(IEnumerable<ArticleReport> reports)
    {
        Reports = [.. reports.OrderBy(r => r.Id, StringComparer.Ordinal)];
        for (int i = 1; i < Reports.Length; i++)
        {
            if (Reports[i].Id == Reports[i - 1].Id)
            {
                throw new LinkInputException($"{Reports[i].Id}: two reports have this id");
            }
        }

        Reports = OneSense(Reports);
        Places = [.. Reports.Select(r => r.Places.Select(p => Number(p.Key)).Distinct().Order().ToArray())];
        At = [.. Enumerable.Range(0, placeNumbers.Count).Select(_ => new List<int>())];
        for (int i = 0; i < Reports.Length; i++)
        {
            foreach (int place in Places[i])
            {
                At[place].Add(i);
            }
        }

        placeCounts = [.. At.Select(a => a.Count)];
        together = [.. At.Select(Together)];
        Words = ArticleWords.Of([.. Reports.Select(r => r.Text)]);
    }

    public ArticleReport[] Reports { get; private set; }

    /// <summary>Numbers of the places that each report names, rising.</summary>
    public int[][] Places { get; }

    /// <summary>Reports that name each place, rising.</summary>
    public List<int>[] At { get; }

    public ArticleWords Words { get; }

    public int Count => Reports.Length;

    /// <summary>Natural logarithm of reports to those that name a place.</summary>
    public double Rarity(int place) => Math.Log((double)(Count + ReportsBeside) / placeCounts[place]);

    /// <summary>Share of pairs of reports naming a place that are of one day, among those that tell their day: what two reports of it are, before anything
    /// is known of their days.</summary>
    public double Together(int place) => together[place];

    // One sense per collection (after Gale, Church and Yarowsky 1992, "One sense per discourse"): a name that an article does not place is the namesake that most
    // others mean.
    private static ArticleReport[] OneSense(ArticleReport[] reports)
    {
        Dictionary<string, ArticlePlace> usual = reports.SelectMany(r => r.Places).GroupBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.GroupBy(p => p.Key, StringComparer.Ordinal)
                .OrderByDescending(k => k.Count(p => p.IsSure)).ThenByDescending(k => k.Count()).ThenBy(k => k.Key, StringComparer.Ordinal).First().First(), StringComparer.Ordinal);
        return
        [
            .. reports.Select(r => r with
            {
                Places = [.. r.Places.Select(p => p.IsSure ? p : usual[p.Name] with { IsSure = false }).DistinctBy(p => p.Key, StringComparer.Ordinal)],
            }),
        ];
    }

    private double Together(List<int> members)
    {
        int[] days = [.. members.Select(m => Reports[m].Days.Day?.DayNumber).OfType<int>().Order()];
        double near = 0;
        for (int i = 0, from = 0; i < days.Length; i++)
        {
            while (days[i] - days[from] > NewsDays)
            {
                from++;
            }

            near += i - from;
        }

        return (near + PairsTogether) / ((days.Length * (days.Length - 1.0) / 2) + PairsBeside);
    }

    private int Number(string key)
    {
        if (!placeNumbers.TryGetValue(key, out int number))
        {
            placeNumbers[key] = number = placeNumbers.Count;
        }

        return number;
    }
}
