namespace Hudna.Linking.Articles;

/// <summary>Which reports of articles are compared at all: those that name one place, when their days are within a month or the place is not named by
/// hundreds, and those that share a rare word. Both lists are capped, so that the work grows with the reports and not with their square.</summary>
internal sealed class ArticleBlocks
{
    /// <summary>Days apart that two articles of one happening may be dated: some are published late.</summary>
    private const int DaysApart = 31;

    /// <summary>Reports of a place beyond which one without a day is not compared with all of them: its rare words have to tell.</summary>
    private const int PlaceMax = 200;

    /// <summary>Articles that have a word beyond which it is not rare.</summary>
    private const int WordMax = 20;

    private readonly ArticleTable table;
    private readonly Dictionary<int, List<int>> rare = [];

    public ArticleBlocks(ArticleTable table)
    {
        this.table = table;
        for (int i = 0; i < table.Count; i++)
        {
            foreach (int word in table.Words.WordsOf(i).Where(w => table.Words.Counts[w] <= WordMax))
            {
                (rare.TryGetValue(word, out List<int>? members) ? members : rare[word] = []).Add(i);
            }
        }
    }

    /// <summary>Reports of a lower number that a report is compared with, each once, rising.</summary>
    public int[] Before(int i)
    {
        HashSet<int> found = [];
        DateOnly? day = table.Reports[i].Days.Day;
        foreach (List<int> members in table.Places[i].Select(p => table.At[p]))
        {
            foreach (int j in members)
            {
                if (j >= i)
                {
                    break;
                }

                bool near = day is { } one && table.Reports[j].Days.Day is { } other
                    ? Math.Abs(one.DayNumber - other.DayNumber) <= DaysApart
                    : members.Count <= PlaceMax;
                if (near)
                {
                    found.Add(j);
                }
            }
        }

        foreach (int word in table.Words.WordsOf(i).Where(rare.ContainsKey))
        {
            found.UnionWith(rare[word].TakeWhile(j => j < i));
        }

        int[] before = [.. found];
        Array.Sort(before);
        return before;
    }
}
