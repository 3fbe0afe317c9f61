using System.Collections.Concurrent;

namespace Hudna.Linking.Articles;

/// <summary>Puts articles' reports into incidents. Articles differ from tables of events: many tell no day, most no point, and their words say most. So pairs are
/// weighed by <see cref="ArticleWeights"/>, and groups join by the mean weight of all pairs between them, the likeliest first, until none is likelier one than
/// two: no chain of doubtful pairs makes one incident of two. The result is that of the set of reports, whatever their order and the threads.</summary>
public sealed class ArticleLinker
{
    /// <summary>Pairs of log odds below this never bring two groups together.</summary>
    private const double EdgeMin = -2;

    private readonly LinkOptions options;
    private readonly ArticleWeights weights;
    private readonly Action<LinkProgress>? progress;

    /// <param name="options">Thresholds and threads.</param>
    /// <param name="progress">Told what is being done, from the calling thread and others; may be null.</param>
    public ArticleLinker(LinkOptions options, Action<LinkProgress>? progress = null)
        : this(options, ArticleWeights.Shipped, progress)
    {
    }

    internal ArticleLinker(LinkOptions options, ArticleWeights weights, Action<LinkProgress>? progress = null) =>
        (this.options, this.weights, this.progress) = (options, weights, progress);

    /// <summary>Links reports; their order does not matter.</summary>
    /// <exception cref="LinkInputException">Two reports have one id.</exception>
    public ArticleLinks Link(IEnumerable<ArticleReport> reports)
    {
        ArticleTable table = new(reports);
        progress?.Invoke(new LinkProgress(LinkPhase.Compare, 0));
        List<(int A, int B, PairSum Pair)> edges = Edges(table);
        progress?.Invoke(new LinkProgress(LinkPhase.Join, 0));
        int[] incident = [.. Enumerable.Range(0, table.Count)];
        double[] logOdds = new double[table.Count];
        Array.Fill(logOdds, double.PositiveInfinity);
        ConcurrentBag<PossibleLink> possible = [];
        Parallel.ForEach(Parts(table.Count, edges), Threads, part =>
        {
            ArticleGroups groups = new(part.Reports, part.Edges, Pair, options.Threshold);
            groups.Join();
            groups.Tell(incident, logOdds);
            foreach (PossibleLink link in groups.Possible(options.PossibleFrom))
            {
                possible.Add(link);
            }
        });
        progress?.Invoke(new LinkProgress(LinkPhase.Join, 1));
        double[] probability = [.. logOdds.Select(LogOdds.Probability)];
        StandAlone(incident, probability, possible);
        return new ArticleLinks(table, incident, probability, [.. possible.OrderByDescending(p => p.LogOdds).ThenBy(p => p.A).ThenBy(p => p.B)], weights);

        PairSum Pair(int i, int j) => Weigh(table, i, j);
    }

    private ParallelOptions Threads => new() { MaxDegreeOfParallelism = options.Threads };

    private PairSum Weigh(ArticleTable table, int i, int j)
    {
        Span<int> levels = stackalloc int[ArticleFields.Count];
        ArticleFields.Compare(table, i, j, levels);
        double logOdds = weights.LogOdds(levels);
        return levels[(int)ArticleField.Day] <= (int)DayLevel.Far ? new PairSum(logOdds, logOdds, 1) : new PairSum(logOdds, 0, 0);
    }

    private List<(int A, int B, PairSum Pair)> Edges(ArticleTable table)
    {
        ArticleBlocks blocks = new(table);
        (int, int, PairSum)[][] edges = new (int, int, PairSum)[table.Count][];
        int done = 0;
        Parallel.For(0, table.Count, Threads, i =>
        {
            edges[i] = [.. blocks.Before(i).Select(j => (j, i, Weigh(table, j, i))).Where(e => e.Item3.Sum > EdgeMin)];
            int now = Interlocked.Increment(ref done);
            if (now % 256 == 0)
            {
                progress?.Invoke(new LinkProgress(LinkPhase.Compare, now / (double)table.Count));
            }
        });
        return [.. edges.SelectMany(e => e)];
    }

    // What stands alone stands so as surely as it does not belong to its likeliest neighbour.
    private static void StandAlone(int[] incident, double[] probability, IEnumerable<PossibleLink> possible)
    {
        int[] size = new int[incident.Length];
        foreach (int own in incident)
        {
            size[own]++;
        }

        foreach (PossibleLink link in possible)
        {
            foreach (int number in (ReadOnlySpan<int>)[link.A, link.B])
            {
                if (size[number] == 1)
                {
                    probability[number] = Math.Min(probability[number], 1 - link.Probability);
                }
            }
        }
    }

    // Connected parts of the graph of pairs; reports that are compared with none are in no part.
    private static List<(int[] Reports, List<(int A, int B, PairSum Pair)> Edges)> Parts(int count, List<(int A, int B, PairSum Pair)> edges)
    {
        DisjointSets sets = new(count);
        foreach ((int a, int b, _) in edges)
        {
            sets.Join(a, b);
        }

        return
        [
            .. edges.GroupBy(e => sets.Root(e.A)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
                .Select(g => (g.SelectMany(e => (int[])[e.A, e.B]).Distinct().Order().ToArray(), g.ToList())),
        ];
    }
}
