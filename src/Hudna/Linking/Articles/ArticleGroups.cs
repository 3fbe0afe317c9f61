namespace Hudna.Linking.Articles;

/// <summary>Joins the reports of one connected part into groups, by the mean of the log odds of all pairs between two groups, and a little more the larger
/// one of them is: what is reported much is reported more (Ewens' sampling formula, damped because the reports of one happening are not independent).</summary>
internal sealed class ArticleGroups
{
    /// <summary>How much of the logarithm of the larger group's size speaks for joining it.</summary>
    private const double SizeWeight = 0.7;

    /// <summary>Members of each of two groups that are compared when nothing is known between them: beyond that a sample tells the mean.</summary>
    private const int SampleMax = 24;

    private readonly int[] reports;
    private readonly Func<int, int, double> pair;
    private readonly double threshold;
    private readonly List<int>?[] members;
    private readonly Dictionary<int, double>[] sums;
    private readonly int[] version;
    private readonly PriorityQueue<(int A, int B, int VersionA, int VersionB), (double LogOdds, int A, int B)> queue = new(new Likeliest());

    /// <param name="reports">Numbers of the reports, rising.</param>
    /// <param name="edges">Pairs of them that bring groups together, with their log odds; each once.</param>
    /// <param name="pair">Log odds of any two.</param>
    /// <param name="threshold">Log odds from which two groups are taken for one.</param>
    public ArticleGroups(int[] reports, List<(int A, int B, double LogOdds)> edges, Func<int, int, double> pair, double threshold)
    {
        (this.reports, this.pair, this.threshold) = (reports, pair, threshold);
        members = [.. Enumerable.Range(0, reports.Length).Select(i => (List<int>?)[i])];
        sums = [.. reports.Select(_ => new Dictionary<int, double>())];
        version = new int[reports.Length];
        foreach ((int a, int b, double logOdds) in edges)
        {
            (int i, int j) = (Array.BinarySearch(reports, a), Array.BinarySearch(reports, b));
            sums[i][j] = sums[j][i] = logOdds;
        }
    }

    /// <summary>Joins until nothing is likelier one than two.</summary>
    public void Join()
    {
        for (int i = 0; i < reports.Length; i++)
        {
            foreach (int j in sums[i].Keys.Where(j => j > i))
            {
                Offer(i, j);
            }
        }

        while (queue.TryDequeue(out (int A, int B, int VersionA, int VersionB) join, out _))
        {
            if (version[join.A] == join.VersionA && version[join.B] == join.VersionB)
            {
                Merge(join.A, join.B);
            }
        }
    }

    /// <summary>Writes each report's incident, the lowest report of its group, and the log odds that it belongs to the others there.</summary>
    public void Tell(int[] incident, double[] logOdds)
    {
        foreach (List<int> group in members.OfType<List<int>>().Where(g => g.Count > 1))
        {
            foreach (int member in group)
            {
                List<int> others = [.. group.Where(m => m != member)];
                incident[reports[member]] = reports[group[0]];
                logOdds[reports[member]] = (Sum([member], others) / others.Count) + (SizeWeight * Math.Log(others.Count));
            }
        }
    }

    /// <summary>Pairs of groups that are not one but may be.</summary>
    public IEnumerable<PossibleLink> Possible(double from)
    {
        for (int i = 0; i < reports.Length; i++)
        {
            foreach (int j in sums[i].Keys.Where(j => j > i).Order())
            {
                double logOdds = Odds(i, j);
                if (logOdds >= from)
                {
                    (int a, int b) = (reports[members[i]![0]], reports[members[j]![0]]);
                    yield return new PossibleLink(Math.Min(a, b), Math.Max(a, b), logOdds);
                }
            }
        }
    }

    private double Odds(int i, int j) =>
        (sums[i][j] / ((double)members[i]!.Count * members[j]!.Count)) + (SizeWeight * Math.Log(Math.Max(members[i]!.Count, members[j]!.Count)));

    private void Offer(int i, int j)
    {
        double logOdds = Odds(i, j);
        if (logOdds > threshold)
        {
            (int a, int b) = i < j ? (i, j) : (j, i);
            queue.Enqueue((a, b, version[a], version[b]), (logOdds, a, b));
        }
    }

    private void Merge(int a, int b)
    {
        Dictionary<int, double> both = [];
        foreach (int other in sums[a].Keys.Union(sums[b].Keys).Where(k => k != a && k != b).Order())
        {
            both[other] = Between(a, other) + Between(b, other);
        }

        foreach (int other in sums[b].Keys)
        {
            sums[other].Remove(b);
        }

        sums[b] = [];
        sums[a] = both;
        members[a] = [.. members[a]!.Concat(members[b]!).Order()];
        members[b] = null;
        version[a]++;
        version[b] = -1;
        foreach ((int other, double sum) in both)
        {
            sums[other][a] = sum;
            Offer(a, other);
        }
    }

    private double Between(int a, int b) => sums[a].TryGetValue(b, out double sum) ? sum : Sum(members[a]!, members[b]!);

    // The sum over all pairs; of large groups by the mean of an even sample.
    private double Sum(List<int> some, List<int> others)
    {
        double sum = 0;
        int pairs = 0, step = 1 + ((some.Count - 1) / SampleMax), otherStep = 1 + ((others.Count - 1) / SampleMax);
        for (int i = 0; i < some.Count; i += step)
        {
            for (int j = 0; j < others.Count; j += otherStep)
            {
                (int a, int b) = (reports[some[i]], reports[others[j]]);
                sum += pair(Math.Min(a, b), Math.Max(a, b));
                pairs++;
            }
        }

        return sum / pairs * some.Count * others.Count;
    }

    /// <summary>The likeliest first; of two as likely the one of lower numbers.</summary>
    private sealed class Likeliest : IComparer<(double LogOdds, int A, int B)>
    {
        public int Compare((double LogOdds, int A, int B) x, (double LogOdds, int A, int B) y)
        {
            int order = y.LogOdds.CompareTo(x.LogOdds);
            order = order != 0 ? order : x.A.CompareTo(y.A);
            return order != 0 ? order : x.B.CompareTo(y.B);
        }
    }
}
