using Hudna.Acts;
using Hudna.Incidents;

namespace Hudna.Linking;

/// <summary>What must be done so that the record's incidents are those that linking found. An incident keeps its number as long as most of its claims stay together;
/// one that ends up without claims stays, empty.</summary>
/// <param name="plan">Takes the acts.</param>
internal sealed class IncidentChanges(PlannedTellings plan)
{
    /// <summary>Probabilities nearer than this are not noted anew.</summary>
    private const double NoteFrom = 0.05;

    /// <summary>Adds what a part needs.</summary>
    public void Add(LinkedPart part)
    {
        string?[] ids = Named(part.Incidents);
        HashSet<string> before = [.. part.Incidents.SelectMany(i => i).SelectMany(t => t.Claims).Select(c => c.IncidentId).OfType<string>()];
        for (int i = 0; i < ids.Length; i++)
        {
            Telling? first = ids[i] is null ? part.Incidents[i].FirstOrDefault(t => t.Opens) : null;
            if (first is not null)
            {
                ids[i] = ContentId.Incident(first.Id, plan.LastIncidentNumber() + 1);
                plan.Open(ids[i]!);
            }

            foreach (Telling telling in part.Incidents[i])
            {
                Move(part, i, telling, ids[i], telling == first);
            }
        }

        Note(part, ids, before);
    }

    /// <summary>Takes away claims that tell no happening any more.</summary>
    public void Add(IReadOnlyList<TellingClaim> strays)
    {
        foreach (TellingClaim stray in strays)
        {
            plan.Move(null, stray.Id, new ClaimUnlinked(stray.IncidentId!, "claim: tells no act at a place and time any more"));
        }
    }

    private void Move(LinkedPart part, int incident, Telling telling, string? id, bool opened)
    {
        LinkEvidence? why = null;
        foreach (TellingClaim claim in telling.Claims.Where(c => !c.ByPerson && c.IncidentId != id))
        {
            why ??= opened || id is null ? null : part.Why(incident, telling);
            plan.Move(telling, claim.Id, id is null
                ? new ClaimUnlinked(claim.IncidentId!, "incident: none fits, and what is denied or only spoken of opens none")
                : new ClaimLinked(id, why is null ? ["incident: opened by this claim"] : [], why));
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
            orderby claims.Count() descending, plan.Number(claims.Key), incidents[i][0].Id
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
                now[plan.Number(one) < plan.Number(other) ? (one, other) : (other, one)] = plan.Number(one) < plan.Number(other) ? evidence : evidence.Turned();
            }
        }

        Dictionary<(string, string), PossibleIncident> noted = [];
        foreach (PossibleIncident possible in before.Concat(ids.OfType<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(plan.Possible))
        {
            noted[(possible.IncidentId, possible.OtherId)] = possible;
        }

        foreach (((string one, string other) pair, LinkEvidence evidence) in now.OrderBy(n => n.Key))
        {
            if (!noted.TryGetValue(pair, out PossibleIncident? known) || Math.Abs(known.Evidence.Probability - evidence.Probability) >= NoteFrom)
            {
                plan.Note(pair.one, pair.other, evidence);
            }
        }

        foreach ((string one, string other) in noted.Keys.Where(k => !now.ContainsKey(k)).Order())
        {
            plan.Note(one, other, null);
        }
    }
}
