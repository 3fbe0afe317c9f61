using Hudna.Acts;
using Hudna.Incidents;

namespace Hudna.Linking;

/// <summary>What must be done so that the record's incidents are those that linking found. An incident keeps its number as long as most of its claims stay together;
/// one that ends up without claims stays, empty.</summary>
/// <param name="tellings">The record as it is.</param>
internal sealed class IncidentChanges(ITellings tellings)
{
    /// <summary>Probabilities nearer than this are not noted anew.</summary>
    private const double NoteFrom = 0.05;

    private readonly List<PlannedAct> acts = [];
    private int lastNumber = tellings.LastIncidentNumber();

    /// <summary>The acts, in order.</summary>
    public IReadOnlyList<PlannedAct> Acts => acts;

    /// <summary>Adds what a part needs.</summary>
    public void Add(LinkedPart part)
    {
        string?[] ids = Named(part.Incidents);
        HashSet<string> before = [.. part.Incidents.SelectMany(i => i).SelectMany(t => t.Claims).Select(c => c.IncidentId).OfType<string>()];
        for (int i = 0; i < ids.Length; i++)
        {
            bool opened = ids[i] is null && part.Incidents[i].Any(t => t.Opens);
            Telling? first = opened ? part.Incidents[i].First(t => t.Opens) : null;
            if (first is not null)
            {
                ids[i] = ContentId.Incident(first.Id, ++lastNumber);
                acts.Add(new PlannedAct(ids[i]!, new IncidentOpened(lastNumber)));
            }

            foreach (Telling telling in part.Incidents[i])
            {
                Move(part, i, telling, ids[i], telling == first);
            }
        }

        Note(part, ids, before);
    }

    /// <summary>Takes away claims that tell no happening any more.</summary>
    public void Add(IReadOnlyList<TellingClaim> strays) => acts.AddRange(
        strays.Select(s => new PlannedAct(s.Id, new ClaimUnlinked(s.IncidentId!, "claim: tells no act at a place and time any more"))));

    private void Move(LinkedPart part, int incident, Telling telling, string? id, bool opened)
    {
        LinkEvidence? why = null;
        foreach (TellingClaim claim in telling.Claims.Where(c => !c.ByPerson && c.IncidentId != id))
        {
            if (id is null)
            {
                acts.Add(new PlannedAct(claim.Id, new ClaimUnlinked(claim.IncidentId!, "incident: none fits, and what is denied or only spoken of opens none")));
                continue;
            }

            why ??= opened ? null : part.Why(incident, telling);
            acts.Add(new PlannedAct(claim.Id, new ClaimLinked(id, why is null ? ["incident: opened by this claim"] : [], why)));
        }
    }

    // The incident that people put one of them into, else the one that most claims are in: of two that want one, that of more claims.
    private string?[] Named(IReadOnlyList<Telling[]> incidents)
    {
        string?[] ids = [.. incidents.Select(i => i.Select(t => t.Report.Pinned).FirstOrDefault(p => p is not null))];
        HashSet<string> taken = [.. ids.OfType<string>()];
        var wanted =
            from i in Enumerable.Range(0, incidents.Count)
            where ids[i] is null && incidents[i].Any(t => t.Opens)
            from claims in incidents[i].SelectMany(t => t.Claims).Where(c => c.IncidentId is not null).GroupBy(c => c.IncidentId!, StringComparer.Ordinal)
            where !incidents[i].Any(t => t.Report.Forbidden.Contains(claims.Key))
            orderby claims.Count() descending, tellings.Number(claims.Key), incidents[i][0].Id
            select (Incident: i, Id: claims.Key);
        foreach ((int incident, string id) in wanted.ToList())
        {
            if (ids[incident] is null && taken.Add(id))
            {
                ids[incident] = id;
            }
        }

        return ids;
    }

    private void Note(LinkedPart part, string?[] ids, HashSet<string> before)
    {
        Dictionary<(string, string), LinkEvidence> now = [];
        foreach ((int a, int b, LinkEvidence evidence) in part.Possible())
        {
            if (ids[a] is { } one && ids[b] is { } other)
            {
                now[Ordered(one, other)] = Number(one) < Number(other) ? evidence : evidence.Turned();
            }
        }

        Dictionary<(string, string), PossibleIncident> noted = [];
        foreach (PossibleIncident possible in before.Concat(ids.OfType<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(tellings.Possible))
        {
            noted[(possible.IncidentId, possible.OtherId)] = possible;
        }

        foreach (((string one, string other) pair, LinkEvidence evidence) in now.OrderBy(n => n.Key))
        {
            if (!noted.TryGetValue(pair, out PossibleIncident? known) || Math.Abs(known.Evidence.Probability - evidence.Probability) >= NoteFrom)
            {
                acts.Add(new PlannedAct(pair.one, new PossibleIncidentNoted(pair.other, evidence)));
            }
        }

        foreach ((string one, string other) in noted.Keys.Where(k => !now.ContainsKey(k)).Order())
        {
            acts.Add(new PlannedAct(one, new PossibleIncidentNoted(other, null)));
        }
    }

    // An incident that this plan opens has the number that stands in its act.
    private (string, string) Ordered(string a, string b) => Number(a) < Number(b) ? (a, b) : (b, a);

    private int Number(string id)
    {
        PlannedAct? opened = acts.Find(x => x.Subject == id && x.Body is IncidentOpened);
        return opened?.Body is IncidentOpened { Number: var number } ? number : tellings.Number(id);
    }
}
