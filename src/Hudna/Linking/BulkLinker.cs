using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Hudna.Linking;

/// <summary>Links many reports at once.</summary>
public sealed class BulkLinker
{
    /// <summary>Reports whose pairs the levels are learned from, at most: more do not move them.</summary>
    private const int LearnFrom = 150_000;

    /// <summary>Pairs of log odds below this alone never make two incidents one.</summary>
    private const double PairMin = -2.5;

    private const int ShiftFrom = 6, ShiftTo = 8;

    private readonly LinkOptions options;
    private readonly Action<LinkProgress>? progress;

    /// <param name="options">Thresholds and threads.</param>
    /// <param name="progress">Told what is being done, from the calling thread and others; may be null.</param>
    public BulkLinker(LinkOptions options, Action<LinkProgress>? progress = null)
    {
        this.options = options;
        this.progress = progress;
    }

    /// <summary>Links reports; their order does not matter.</summary>
    /// <exception cref="LinkInputException">Two reports have one id, or a last day stands before its first.</exception>
    public LinkResult Link(IEnumerable<LinkReport> reports) => Join(Compare(reports), options.Threshold);

    /// <summary>All that stands before the threshold: what was learned, and the pairs that may be one.</summary>
    /// <exception cref="LinkInputException">As of <see cref="Link"/>.</exception>
    internal ComparedReports Compare(IEnumerable<LinkReport> reports) => Compare(ReportTable.Of(reports), null);

    /// <summary>The same of reports in a table, learned from beside what is taken for likely beforehand.</summary>
    internal ComparedReports Compare(ReportTable table, LinkWeights? beforehand)
    {
        Tell(LinkPhase.Compare, 0);
        Blocks blocks = new(table);
        FellegiSunter learned = Learn(table, blocks, beforehand);
        Tell(LinkPhase.Compare, 0.2);
        (List<(int A, int B)> edges, int[] candidates) = Edges(table, blocks, learned);
        return new ComparedReports(table, blocks, learned, edges, candidates);
    }

    /// <summary>Incidents by log odds from which two are taken for one.</summary>
    internal LinkResult Join(ComparedReports compared, double threshold)
    {
        Tell(LinkPhase.Join, 0);
        IncidentModel model = new(compared.Table, compared.Learned, Surroundings.Of(compared.Table));
        List<Part> parts = Part.All(compared.Table.Count, compared.Edges);
        double ratio = ReportsPerTheta(compared.Candidates, compared.Learned.Share);
        return Join(compared.Table, compared.Learned, model, parts, compared.Candidates, ratio, threshold);
    }

    /// <summary>True when two reports that were compared may be one by their levels alone, so that what joins them is weighed at all.</summary>
    internal static bool MayBeOne(ReportTable table, FellegiSunter learned, int i, int j)
    {
        Span<int> levels = stackalloc int[PairFields.Count];
        PairFields.Compare(table, i, j, PairFields.Time(table, i, j), levels);
        return learned.LogOdds(levels) > PairMin;
    }

    private void Tell(LinkPhase phase, double done) => progress?.Invoke(new LinkProgress(phase, done));

    private FellegiSunter Learn(ReportTable table, Blocks blocks, LinkWeights? beforehand)
    {
        int every = 1 + (table.Count / LearnFrom);
        Dictionary<long, long> near = [], shifted = [];
        Lock gate = new();
        Parallel.ForEach(OneByOne(Enumerable.Range(0, blocks.Parts)), Threads, () => (Near: new Dictionary<long, long>(), Shifted: new Dictionary<long, long>()), (part, _, own) =>
        {
            blocks.Pairs(part, 0, Blocks.DaysApart, (i, j) => Count(own.Near, i, j, PairFields.Time(table, i, j)), every);
            blocks.Pairs(part, ShiftFrom, ShiftTo, (i, j) => Count(own.Shifted, i, j, 1), every);
            return own;
        }, own =>
        {
            lock (gate)
            {
                Add(near, own.Near);
                Add(shifted, own.Shifted);
            }
        });
        return LevelLearner.Learn(near, shifted, beforehand);

        void Count(Dictionary<long, long> counts, int i, int j, int time)
        {
            Span<int> levels = stackalloc int[PairFields.Count];
            PairFields.Compare(table, i, j, time, levels);
            CollectionsMarshal.GetValueRefOrAddDefault(counts, PairFields.Pattern(levels), out _)++;
        }

        static void Add(Dictionary<long, long> to, Dictionary<long, long> from)
        {
            foreach ((long pattern, long count) in from)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(to, pattern, out _) += count;
            }
        }
    }

    // Pairs that may be one, and of each report how many it was compared with.
    private (List<(int A, int B)> Edges, int[] Candidates) Edges(ReportTable table, Blocks blocks, FellegiSunter learned)
    {
        List<(int, int)> edges = [];
        int[] candidates = new int[table.Count];
        Lock gate = new();
        int done = 0;
        Parallel.ForEach(OneByOne(Enumerable.Range(0, blocks.Parts)), Threads, (part, _) =>
        {
            List<(int, int)> own = [];
            blocks.Pairs(part, 0, Blocks.DaysApart, (i, j) =>
            {
                Interlocked.Increment(ref candidates[i]);
                Interlocked.Increment(ref candidates[j]);
                bool pinned = table.Pinned[i] >= 0 && table.Pinned[i] == table.Pinned[j];
                if (pinned || MayBeOne(table, learned, i, j))
                {
                    own.Add((i, j));
                }
            });
            lock (gate)
            {
                edges.AddRange(own);
                done++;
                Tell(LinkPhase.Compare, 0.2 + (0.8 * done / blocks.Parts));
            }
        });
        edges.AddRange(PinnedPairs(table));
        return (edges, candidates);
    }

    // What a person put together may lie further apart than any block reaches.
    private static IEnumerable<(int, int)> PinnedPairs(ReportTable table) =>
        Enumerable.Range(0, table.Count).Where(i => table.Pinned[i] >= 0).GroupBy(i => table.Pinned[i]).SelectMany(g => g.Zip(g.Skip(1)));

    // Of the pairs that a report is compared with, Ewens' formula expects 1 in 1 + θ to be one with it, and θ grows with the crowd: the ratio of crowd to θ at
    // which as many pairs are expected as the levels found.
    internal static double ReportsPerTheta(int[] candidates, double share)
    {
        double pairs = candidates.Sum(c => (double)c) * share, low = 0.01, high = 1000;
        for (int round = 0; round < 60 && pairs > 0; round++)
        {
            double middle = Math.Sqrt(low * high);
            double expected = candidates.Sum(c => c / (1 + ((1 + c) / middle)));
            (low, high) = expected < pairs ? (middle, high) : (low, middle);
        }

        return pairs > 0 ? Math.Sqrt(low * high) : 1;
    }

    private LinkResult Join(ReportTable table, FellegiSunter learned, IncidentModel model, List<Part> parts, int[] candidates, double ratio, double threshold)
    {
        int[] incident = [.. Enumerable.Range(0, table.Count)];
        double[] probability = new double[table.Count];
        Array.Fill(probability, 1);
        bool[] alone = new bool[table.Count];
        List<PossibleLink> possible = [];
        Lock gate = new();
        int done = 0, all = Math.Max(1, 2 * parts.Sum(p => p.Reports.Length));
        Joined[] joined = new Joined[parts.Count];
        Parallel.ForEach(OneByOne(LargestFirst(parts)), Threads, at =>
        {
            Part part = parts[at];
            Profile[] singles = [.. part.Reports.Select(r => model.Of(r, LogDensity(candidates[r], ratio)))];
            Agglomeration joining = new(model, singles, part.Edges, threshold);
            joined[at] = new Joined(part, singles, joining, joining.Run());
            Done(part);
        });
        IncidentSizes sizes = Sizes(table, joined, candidates);
        Parallel.ForEach(OneByOne(LargestFirst(parts)), Threads, at =>
        {
            Joined one = joined[at];
            (List<Profile> incidents, List<PossibleLink> own) = Split(model, sizes, one, threshold);
            foreach (Profile profile in incidents)
            {
                alone[profile.Members[0]] = profile.Members.Length == 1;
                foreach (int member in profile.Members)
                {
                    incident[member] = profile.Members[0];
                    probability[member] = profile.Members.Length == 1 ? 1 : Belongs(model, one.Singles(profile), member);
                }
            }

            // What stands alone stands so as surely as it does not belong to its likeliest neighbour.
            foreach (PossibleLink link in own)
            {
                foreach (int number in (ReadOnlySpan<int>)[link.A, link.B])
                {
                    if (alone[number])
                    {
                        probability[number] = Math.Min(probability[number], 1 - link.Probability);
                    }
                }
            }

            lock (gate)
            {
                possible.AddRange(own);
            }

            joined[at] = null!;
            Done(one.Part);
        });

        void Done(Part part)
        {
            lock (gate)
            {
                done += part.Reports.Length;
                Tell(LinkPhase.Join, done / (double)all);
            }
        }

        return new LinkResult(table, learned, incident, probability, [.. possible.OrderByDescending(p => p.LogOdds).ThenBy(p => p.A).ThenBy(p => p.B)]);
    }

    private static IEnumerable<int> LargestFirst(List<Part> parts) => Enumerable.Range(0, parts.Count).OrderByDescending(p => parts[p].Edges.Count).ThenBy(p => p);

    // Of the half of the incidents that fewest other reports were compared with.
    private static IncidentSizes Sizes(ReportTable table, Joined[] joined, int[] candidates)
    {
        List<(int Size, double Others)> found = [];
        bool[] inPart = new bool[table.Count];
        foreach (Joined one in joined)
        {
            Array.ForEach(one.Part.Reports, r => inPart[r] = true);
            found.AddRange(one.Incidents.Select(i => (i.Members.Length, i.Members.Average(m => candidates[m]) + 1 - i.Members.Length)));
        }

        found.AddRange(Enumerable.Range(0, table.Count).Where(i => !inPart[i] && Blocks.IsLinkable(table, i)).Select(i => (1, (double)candidates[i])));
        double[] others = [.. found.Select(f => f.Others).Order()];
        return IncidentSizes.Of([.. found.Where(f => f.Others <= others[others.Length / 2]).Select(f => f.Size)]);
    }

    // The large ones taken apart where they are two; and the pairs of what is left that may be one.
    private (List<Profile> Incidents, List<PossibleLink> Possible) Split(IncidentModel model, IncidentSizes sizes, Joined joined, double threshold)
    {
        Splitting splitting = new(model, sizes, threshold);
        Profile[][] split = new Profile[joined.Incidents.Count][];
        Parallel.For(0, split.Length, Threads, i => split[i] = [.. splitting.Split(joined.Incidents[i], joined.Singles(joined.Incidents[i]))]);
        double from = Math.Min(options.PossibleFrom, threshold);
        if (Array.TrueForAll(split, s => s.Length == 1))
        {
            return (joined.Incidents, joined.Joining.Possible(from));
        }

        List<Profile> pieces = [.. split.SelectMany(s => s).OrderBy(p => p.Members[0])];
        int[] piece = new int[joined.All.Length];
        for (int p = 0; p < pieces.Count; p++)
        {
            foreach (int member in pieces[p].Members)
            {
                piece[joined.Part.Place(member)] = p;
            }
        }

        List<(int, int)> edges = [.. joined.Part.Edges.Select(e => (piece[e.A], piece[e.B])).Where(e => e.Item1 != e.Item2)];
        return (pieces, new Agglomeration(model, [.. pieces], edges, threshold).Possible(from));
    }

    // The probability that one of several reports belongs to the others.
    private static double Belongs(IncidentModel model, Profile[] reports, int member)
    {
        Profile? others = null;
        foreach (Profile report in reports)
        {
            if (report.Members[0] != member)
            {
                others = others is null ? report : model.Merge(others, report);
            }
        }

        return LogOdds.Probability(model.LogOdds(Array.Find(reports, r => r.Members[0] == member)!, others!));
    }

    // Ewens' theta a day in the block: the report and those it was compared with, over the days they were within.
    internal static double LogDensity(int candidates, double ratio) => Math.Log((1 + candidates) / ratio / ((2 * Blocks.DaysApart) + 1));

    // Parts differ in size by thousands: handed out in lots, one thread would have all the large ones.
    private static OrderablePartitioner<T> OneByOne<T>(IEnumerable<T> items) => Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering);

    private ParallelOptions Threads => new() { MaxDegreeOfParallelism = options.Threads };

    /// <summary>Reports with what was learned of them and the pairs that may be one.</summary>
    /// <param name="Table">The reports.</param>
    /// <param name="Blocks">Which pairs were compared.</param>
    /// <param name="Learned">Weights.</param>
    /// <param name="Edges">Pairs that may be one, by number.</param>
    /// <param name="Candidates">With how many each report was compared.</param>
    internal sealed record ComparedReports(ReportTable Table, Blocks Blocks, FellegiSunter Learned, List<(int A, int B)> Edges, int[] Candidates);

    private sealed record Joined(Part Part, Profile[] All, Agglomeration Joining, List<Profile> Incidents)
    {
        public Profile[] Singles(Profile incident) => [.. incident.Members.Select(m => All[Part.Place(m)])];
    }
}
