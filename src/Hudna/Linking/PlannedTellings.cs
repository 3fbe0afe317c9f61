using Hudna.Acts;

namespace Hudna.Linking;

/// <summary>The record's tellings as a plan will leave them: each part of it sees what the parts before it move, open and note.</summary>
/// <param name="kept">The record as it is.</param>
internal sealed class PlannedTellings(ITellings kept) : ITellings
{
    private readonly List<PlannedAct> acts = [];
    private readonly Dictionary<string, string?> moved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Telling>> joined = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> opened = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), LinkEvidence?> noted = [];
    private int lastNumber = kept.LastIncidentNumber();

    /// <summary>The plan, in order.</summary>
    public IReadOnlyList<PlannedAct> Acts => acts;

    /// <summary>Opens the next incident.</summary>
    public void Open(string incidentId)
    {
        opened.Add(incidentId, ++lastNumber);
        acts.Add(new PlannedAct(incidentId, new IncidentOpened(lastNumber)));
    }

    /// <summary>Links a claim, or takes it away.</summary>
    /// <param name="telling">Its telling; null for a claim of none.</param>
    /// <param name="claimId">The claim.</param>
    /// <param name="body">How.</param>
    public void Move(Telling? telling, string claimId, ActBody body)
    {
        moved[claimId] = (body as ClaimLinked)?.IncidentId;
        if (telling is not null && body is ClaimLinked { IncidentId: var incident })
        {
            if (!joined.TryGetValue(incident, out Dictionary<string, Telling>? tellings))
            {
                joined[incident] = tellings = new Dictionary<string, Telling>(StringComparer.Ordinal);
            }

            tellings[telling.Id] = telling;
        }

        acts.Add(new PlannedAct(claimId, body));
    }

    /// <summary>Notes two incidents as possibly one, or no longer.</summary>
    public void Note(string incidentId, string otherId, LinkEvidence? evidence)
    {
        noted[(incidentId, otherId)] = evidence;
        acts.Add(new PlannedAct(incidentId, new PossibleIncidentNoted(otherId, evidence)));
    }

    public IReadOnlyList<Telling> Near(TellingArea area) => Now(kept.Near(area));

    public IReadOnlyList<Telling> OfReport(string reportId) => Now(kept.OfReport(reportId));

    public IReadOnlyList<TellingClaim> Strays(string reportId) => kept.Strays(reportId);

    public IReadOnlyList<Telling> OfIncident(string incidentId)
    {
        IReadOnlyList<Telling> there = opened.ContainsKey(incidentId) ? [] : kept.OfIncident(incidentId);
        return
        [
            .. Now(joined.TryGetValue(incidentId, out Dictionary<string, Telling>? tellings) ? [.. there.Concat(tellings.Values).DistinctBy(t => t.Id, StringComparer.Ordinal)] : there)
                .Where(t => t.Claims.Any(c => c.IncidentId == incidentId)),
        ];
    }

    public int Number(string incidentId) => opened.TryGetValue(incidentId, out int number) ? number : kept.Number(incidentId);

    public int LastIncidentNumber() => lastNumber;

    public bool IsRuledOn(string incidentId) => !opened.ContainsKey(incidentId) && kept.IsRuledOn(incidentId);

    public IReadOnlyList<PossibleIncident> Possible(string incidentId) =>
    [
        .. (opened.ContainsKey(incidentId) ? [] : kept.Possible(incidentId)).Where(p => !noted.ContainsKey((p.IncidentId, p.OtherId)))
            .Concat(noted.Where(n => n.Value is not null && (n.Key.Item1 == incidentId || n.Key.Item2 == incidentId)).Select(n => new PossibleIncident(n.Key.Item1, n.Key.Item2, n.Value!))),
    ];

    /// <summary>A telling as the plan leaves it.</summary>
    public Telling Now(Telling telling) => telling.Claims.Any(c => moved.ContainsKey(c.Id))
        ? telling with { Claims = [.. telling.Claims.Select(c => moved.TryGetValue(c.Id, out string? incident) ? c with { IncidentId = incident } : c)] }
        : telling;

    private IReadOnlyList<Telling> Now(IReadOnlyList<Telling> tellings) => moved.Count == 0 ? tellings : [.. tellings.Select(Now)];
}
