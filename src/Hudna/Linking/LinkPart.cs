namespace Hudna.Linking;

/// <summary>What hangs together with one telling: all that can be one with it, with what can be one with those, and so on; put into incidents at once.</summary>
/// <param name="tellings">Where they are kept.</param>
/// <param name="weights">By what is linked.</param>
/// <param name="levels">The levels of those weights.</param>
/// <param name="sides">How two sides stand to one another.</param>
/// <param name="most">Tellings at most that are put into incidents anew. In a larger part those that are linked stay where they are.</param>
internal sealed class LinkPart(ITellings tellings, LinkWeights weights, FellegiSunter levels, Func<string, string, Relation> sides, int most)
{
    /// <summary>Log odds below which two tellings alone do not hang together.</summary>
    public const double EdgeMin = -2;

    /// <summary>Log odds from which two incidents are noted as possibly one: as likely as one in five. A person's time is dear.</summary>
    private const double PossibleFrom = -1.39;

    private readonly SortedDictionary<string, Telling> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Telling> seen = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> edges = [];
    private readonly HashSet<string> grown = new(StringComparer.Ordinal);
    private string? seedOfLarge;

    /// <summary>The tellings that found their place: all of the part, or the seed alone where it is too large.</summary>
    public IEnumerable<Telling> Placed => members.Values.Where(m => seedOfLarge is null || m.Id == seedOfLarge);

    /// <summary>Finds the part.</summary>
    /// <param name="seed">The telling to begin with.</param>
    public void Grow(Telling seed)
    {
        List<Telling> frontier = [];
        Take(seed, frontier);
        while (frontier.Count > 0 && members.Count <= most)
        {
            Dictionary<string, IReadOnlyList<Telling>> near = [];
            foreach (Telling telling in frontier)
            {
                near[telling.Id] = TellingArea.Of(telling.Report) is { } area ? tellings.Near(area.Wider()) : [];
                foreach (Telling other in near[telling.Id])
                {
                    seen.TryAdd(other.Id, other);
                }
            }

            Model model = Weigh([.. seen.Values]);
            List<Telling> next = [];
            foreach (Telling telling in frontier)
            {
                grown.Add(telling.Id);
                foreach (Telling other in near[telling.Id].Where(o => !grown.Contains(o.Id) && model.HangTogether(telling.Id, o.Id)))
                {
                    edges.Add(string.CompareOrdinal(telling.Id, other.Id) < 0 ? (telling.Id, other.Id) : (other.Id, telling.Id));
                    Take(other, next);
                }
            }

            frontier = next;
        }

        seedOfLarge = members.Count > most ? seed.Id : null;
    }

    /// <summary>Puts the part into incidents.</summary>
    public LinkedPart Link()
    {
        HashSet<string> kept = Kept();
        Telling[] all = [.. members.Values.Select(t => t with { Report = t.Report with { Pinned = Label(t, kept) } })];
        Model model = Weigh(all);
        Profile[] singles = [.. Enumerable.Range(0, all.Length).Select(model.Single)];
        Dictionary<string, int> at = Enumerable.Range(0, all.Length).ToDictionary(i => all[i].Id, i => i, StringComparer.Ordinal);
        List<(int, int)> pairs = [.. edges.Where(e => at.ContainsKey(e.Item1) && at.ContainsKey(e.Item2)).Select(e => (at[e.Item1], at[e.Item2])).Order()];
        Agglomeration joining = new(model.Weigher, singles, pairs, 0);
        List<Profile> incidents = joining.Run();
        return new LinkedPart(all, singles, incidents, joining.Possible(PossibleFrom), model.Weigher);
    }

    // Where a person linked a claim to an incident, took one from it or ruled on it, those who are there stay: the decision was about them.
    private HashSet<string> Kept()
    {
        HashSet<string> linked = [.. members.Values.Select(t => t.IncidentId).OfType<string>()];
        HashSet<string> kept = [.. members.Values.SelectMany(t => t.Report.Forbidden).Where(linked.Contains), .. members.Values.Select(t => t.Pinned).OfType<string>()];
        kept.UnionWith(linked.Where(tellings.IsRuledOn));
        return kept;
    }

    private string? Label(Telling telling, HashSet<string> kept) =>
        telling.Pinned ?? (telling.IncidentId is { } incident && (kept.Contains(incident) || (seedOfLarge is not null && telling.Id != seedOfLarge)) ? incident : null);

    // With it come those of its incident, wherever they lie: what is one incident is looked at as one.
    private void Take(Telling telling, List<Telling> frontier)
    {
        if (!members.TryAdd(telling.Id, telling))
        {
            return;
        }

        seen[telling.Id] = telling;
        frontier.Add(telling);
        foreach (string incident in telling.Claims.Select(c => c.IncidentId).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            foreach (Telling other in tellings.OfIncident(incident))
            {
                Take(other, frontier);
            }
        }
    }

    private Model Weigh(IReadOnlyList<Telling> some) => new(some, weights, levels, sides);

    /// <summary>Some tellings, ready to be weighed against one another.</summary>
    private sealed class Model
    {
        private readonly ReportTable table;
        private readonly LinkWeights weights;
        private readonly Dictionary<string, int> number = new(StringComparer.Ordinal);
        private readonly Profile?[] singles;

        public Model(IReadOnlyList<Telling> tellings, LinkWeights weights, FellegiSunter levels, Func<string, string, Relation> sides)
        {
            this.weights = weights;
            table = ReportTable.Of(tellings.Select(t => t.Report), sides);
            Weigher = new IncidentModel(table, levels, Surroundings.Of(table, weights));
            singles = new Profile[table.Count];
            for (int i = 0; i < table.Count; i++)
            {
                number[table.Ids[i]] = i;
            }
        }

        public IncidentModel Weigher { get; }

        public Profile Single(int i) => singles[i] ??= Weigher.Of(i, weights.LogDensityOf(table.Precision[i]));

        public bool HangTogether(string a, string b)
        {
            int i = number[a], j = number[b];
            bool comparable = !table.HasPoint(i) || !table.HasPoint(j)
                ? table.Place[i] >= 0 && table.Place[i] == table.Place[j]
                : table.Km(i, j) <= Blocks.Reach(table.Precision[i]) + Blocks.Reach(table.Precision[j]);
            return comparable && Weigher.LogOdds(Single(i), Single(j)) > EdgeMin;
        }
    }
}
