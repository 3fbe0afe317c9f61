namespace Hudna.Linking;

/// <summary>Two incidents that may be one: a person decides.</summary>
/// <param name="A">Lowest report number of one.</param>
/// <param name="B">Lowest report number of the other, higher.</param>
/// <param name="LogOdds">Natural logarithm of the odds, not above 0.</param>
internal readonly record struct PossibleLink(int A, int B, double LogOdds)
{
    /// <summary>That they are one, at most one half.</summary>
    public double Probability => Linking.LogOdds.Probability(LogOdds);
}

/// <summary>Puts the reports of one connected part into incidents: joins, again and again, the two that are likeliest one, until none is likelier one
/// than two. No chains: what joins is weighed by all that both sides tell. The result is that of the set of reports, whatever their order.</summary>
internal sealed class Agglomeration
{
    private readonly IncidentModel model;
    private readonly Profile?[] profiles;
    private readonly List<int>[] neighbours;
    private readonly int[] version;
    private readonly DisjointSets sets;
    private readonly int[] seen;
    private readonly PriorityQueue<Join, (double LogOdds, int A, int B)> queue = new(new Likeliest());
    private readonly double threshold;
    private int stamp;

    /// <param name="model">Weighs.</param>
    /// <param name="singles">Profiles of the reports, or of groups of them, in order of their lowest numbers.</param>
    /// <param name="edges">Pairs, by place in that list, that may be one; each once.</param>
    /// <param name="threshold">Log odds from which two are taken for one.</param>
    public Agglomeration(IncidentModel model, Profile[] singles, List<(int A, int B)> edges, double threshold)
    {
        this.model = model;
        this.threshold = threshold;
        profiles = [.. singles];
        neighbours = new List<int>[singles.Length];
        version = new int[singles.Length];
        sets = new DisjointSets(singles.Length);
        seen = new int[singles.Length];
        for (int i = 0; i < singles.Length; i++)
        {
            neighbours[i] = [];
        }

        foreach ((int a, int b) in edges)
        {
            neighbours[a].Add(b);
            neighbours[b].Add(a);
        }
    }

    /// <summary>Joins, and gives the incidents by lowest report number.</summary>
    public List<Profile> Run()
    {
        JoinPinned();
        for (int i = 0; i < profiles.Length; i++)
        {
            if (profiles[i] is not null)
            {
                Weigh(i, onlyHigher: true);
            }
        }

        while (queue.TryDequeue(out Join join, out _))
        {
            if (version[join.A] == join.VersionA && version[join.B] == join.VersionB)
            {
                Merge(join.A, join.B);
                Weigh(join.A, onlyHigher: false);
            }
        }

        return [.. profiles.OfType<Profile>().OrderBy(p => p.Members[0])];
    }

    /// <summary>The pairs of incidents whose log odds are at least a bound; those of what was taken apart are no more than the threshold.</summary>
    public List<PossibleLink> Possible(double from)
    {
        var possible = new List<PossibleLink>();
        for (int i = 0; i < profiles.Length; i++)
        {
            foreach (int j in profiles[i] is null ? [] : Around(i))
            {
                double odds = j > i ? model.LogOdds(profiles[i]!, profiles[j]!) : double.NegativeInfinity;
                if (odds >= from)
                {
                    (int a, int b) = (profiles[i]!.Members[0], profiles[j]!.Members[0]);
                    possible.Add(new PossibleLink(Math.Min(a, b), Math.Max(a, b), Math.Min(odds, threshold)));
                }
            }
        }

        return possible;
    }

    // What a person put together is together, likely or not.
    private void JoinPinned()
    {
        foreach (IGrouping<int, int> pin in Enumerable.Range(0, profiles.Length).Where(i => profiles[i]!.Pinned >= 0).GroupBy(i => profiles[i]!.Pinned).ToList())
        {
            int[] members = [.. pin];
            for (int k = 1; k < members.Length; k++)
            {
                Merge(members[0], members[k]);
            }
        }
    }

    private void Weigh(int i, bool onlyHigher)
    {
        foreach (int j in Around(i))
        {
            if (onlyHigher && j < i)
            {
                continue;
            }

            double odds = model.LogOdds(profiles[i]!, profiles[j]!);
            if (odds > threshold)
            {
                (int a, int b) = i < j ? (i, j) : (j, i);
                queue.Enqueue(new Join(a, b, version[a], version[b]), (odds, a, b));
            }
        }
    }

    // The neighbours as they are now, each once; the list is rewritten, so that it does not grow with merges.
    private List<int> Around(int i)
    {
        stamp++;
        seen[i] = stamp;
        List<int> list = neighbours[i];
        int kept = 0;
        for (int k = 0; k < list.Count; k++)
        {
            int j = sets.Root(list[k]);
            if (seen[j] != stamp)
            {
                seen[j] = stamp;
                list[kept++] = j;
            }
        }

        list.RemoveRange(kept, list.Count - kept);
        return list;
    }

    private void Merge(int a, int b)
    {
        profiles[a] = model.Merge(profiles[a]!, profiles[b]!);
        profiles[b] = null;
        sets.Join(a, b);
        version[a]++;
        version[b] = -1;
        (List<int> more, List<int> fewer) = neighbours[a].Count >= neighbours[b].Count ? (neighbours[a], neighbours[b]) : (neighbours[b], neighbours[a]);
        more.AddRange(fewer);
        neighbours[a] = more;
        neighbours[b] = [];
    }

    private readonly record struct Join(int A, int B, int VersionA, int VersionB);

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
