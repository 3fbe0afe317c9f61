namespace Hudna.Linking.Articles;

/// <summary>What is between two groups of reports: pairs' log odds summed, over all and over those that both tell their day.</summary>
/// <param name="Sum">Of all pairs.</param>
/// <param name="Dated">Of pairs that both tell their day.</param>
/// <param name="DatedPairs">How many those are.</param>
internal readonly record struct PairSum(double Sum, double Dated, double DatedPairs)
{
    public static PairSum operator +(PairSum a, PairSum b) => new(a.Sum + b.Sum, a.Dated + b.Dated, a.DatedPairs + b.DatedPairs);

    /// <summary>The mean; that of the dated pairs alone where it is less: many that tell no day do not outvote two that tell different days.</summary>
    public double Mean(double pairs) => DatedPairs > 0 ? Math.Min(Sum / pairs, Dated / DatedPairs) : Sum / pairs;
}

/// <summary>Joins the reports of one connected part into groups, by the mean of the log odds of all pairs between two groups, and a little more the larger
/// one of them is: what is reported much is reported more (Ewens' sampling formula, damped because the reports of one happening are not independent).</summary>
internal sealed class ArticleGroups
{
    /// <summary>How much of the logarithm of the larger group's size speaks for joining it.</summary>
    private const double SizeWeight = 0.5;

    /// <summary>Members of each of two groups that are compared when nothing is known between them: beyond that a sample tells the mean.</summary>
    private const int SampleMax = 24;

    private readonly int[] reports;
    private readonly Func<int, int, PairSum> pair;
    private readonly double threshold;
    private readonly List<int>?[] members;
    private readonly Dictionary<int, PairSum>[] sums;
    private readonly int[] version;
    private readonly PriorityQueue<(int A, int B, int VersionA, int VersionB), (double LogOdds, int A, int B)> queue = new(new Likeliest());

    /// <param name="reports">Numbers of the reports, rising.</param>
    /// <param name="edges">Pairs of them that bring groups together, with their log odds; each once.</param>
    /// <param name="pair">Log odds of any two.</param>
    /// <param name="threshold">Log odds from which two groups are taken for one.</param>
    public ArticleGroups(int[] reports, List<(int A, int B, PairSum Pair)> edges, Func<int, int, PairSum> pair, double threshold)
    {
        (this.reports, this.pair, this.threshold) = (reports, pair, threshold);
        members = [.. Enumerable.Range(0, reports.Length).Select(i => (List<int>?)[i])];
        sums = [.. reports.Select(_ => new Dictionary<int, PairSum>())];
        version = new int[reports.Length];
        foreach ((int a, int b, PairSum between) in edges)
        {
            (int i, int j) = (Array.BinarySearch(reports, a), Array.BinarySearch(reports, b));
            sums[i][j] = sums[j][i] = between;
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
                logOdds[reports[member]] = Sum([member], others).Mean(others.Count) + (SizeWeight * Math.Log(others.Count));
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
        sums[i][j].Mean((double)members[i]!.Count * members[j]!.Count) + (SizeWeight * Math.Log(Math.Max(members[i]!.Count, members[j]!.Count)));

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
        Dictionary<int, PairSum> both = [];
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
        foreach ((int other, PairSum sum) in both)
        {
            sums[other][a] = sum;
            Offer(a, other);
        }
    }

    private PairSum Between(int a, int b) => sums[a].TryGetValue(b, out PairSum sum) ? sum : Sum(members[a]!, members[b]!);

    // The sum over all pairs; of large groups from an even sample.
    private PairSum Sum(List<int> some, List<int> others)
    {
        PairSum sum = default;
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

        double all = (double)some.Count * others.Count / pairs;
        return new PairSum(sum.Sum * all, sum.Dated * all, sum.DatedPairs * all);
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
