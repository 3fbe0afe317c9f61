using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Server.Features.Links;

/// <summary>What an incident may be one with, and what became of the claims it had.</summary>
/// <param name="Possible">Pairs that may be one with it, the likeliest first; at most 10.</param>
/// <param name="PossibleTotal">How many there are.</param>
/// <param name="Heirs">Where the claims went that it has no longer, most first.</param>
/// <param name="Moves">What people moved into it and out of it, oldest first.</param>
public sealed record IncidentLinks(IReadOnlyList<LinkPair> Possible, int PossibleTotal, IReadOnlyList<IncidentHeir> Heirs, IReadOnlyList<IncidentMove> Moves)
{
    // Of an heir, so many claims are asked where they came from.
    private const int AskedMax = 200;

    /// <summary>Numbers of the incidents that its claims are kept from, by id.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyDictionary<string, int> Numbers { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>None of all that: of an incident that no record holds.</summary>
    internal static IncidentLinks None { get; } = new([], 0, [], []);

    /// <param name="record">The record.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="claims">Its claims, each with all that was done to it, in order.</param>
    /// <param name="cancellation">Cancels.</param>
    internal static async Task<IncidentLinks> FindAsync(
        IRecord record, Incident incident, IReadOnlyList<(Claim Claim, IReadOnlyList<Act> History)> claims, CancellationToken cancellation)
    {
        LinksPage possible = await LinksPage.FindAsync(record, incident.Id, 0, cancellation);
        IReadOnlyList<(Incident Incident, int Claims)> heirs = await record.HeirsAsync(incident.Id, cancellation);
        List<(string From, string To, Act Act)> steps = [.. claims.SelectMany(c => Steps(c.History, incident.Id))];
        foreach ((Incident heir, int _) in heirs)
        {
            foreach (Claim claim in (await record.ClaimsAsync(new ClaimFilter { IncidentId = heir.Id, Limit = AskedMax }, cancellation)).Items)
            {
                steps.AddRange(Steps(await record.HistoryAsync(claim.Id, cancellation), incident.Id));
            }
        }

        Dictionary<string, int> numbers = new(StringComparer.Ordinal) { [incident.Id] = incident.Number };
        foreach (string id in steps.SelectMany(s => new[] { s.From, s.To }).Concat(claims.SelectMany(c => c.Claim.UnlinkedFrom)).Distinct(StringComparer.Ordinal))
        {
            if (!numbers.ContainsKey(id) && await record.IncidentAsync(id, cancellation) is { } known)
            {
                numbers.Add(id, known.Number);
            }
        }

        return new IncidentLinks(possible.Pairs, possible.Total, [.. heirs.Select(h => new IncidentHeir(h.Incident, h.Claims))], Together(steps, numbers)) { Numbers = numbers };
    }

    // Where people moved one claim from one incident to another, and one of them is the incident.
    private static IEnumerable<(string From, string To, Act Act)> Steps(IReadOnlyList<Act> history, string incidentId)
    {
        string? at = null;
        foreach (Act act in history)
        {
            if (act.Body is ClaimLinked linked)
            {
                if (at is not null && at != linked.IncidentId && !act.ByMachine && (at == incidentId || linked.IncidentId == incidentId))
                {
                    yield return (at, linked.IncidentId, act);
                }

                at = linked.IncidentId;
            }
            else if (act.Body is ClaimUnlinked)
            {
                at = null;
            }
        }
    }

    private static IncidentMove[] Together(IEnumerable<(string From, string To, Act Act)> steps, Dictionary<string, int> numbers) =>
    [
        .. steps.GroupBy(s => (s.From, s.To, s.Act.At, s.Act.By))
            .Select(g => new IncidentMove(
                numbers[g.Key.From], numbers[g.Key.To], g.DistinctBy(s => s.Act.Sequence).Count(), g.Key.By, g.Key.At, ((ClaimLinked)g.First().Act.Body).Reasons))
            .OrderBy(m => m.At).ThenBy(m => m.From).ThenBy(m => m.To),
    ];
}

/// <summary>An incident that has claims which another one had.</summary>
/// <param name="Incident">The incident that has them.</param>
/// <param name="Claims">How many went there directly.</param>
public sealed record IncidentHeir(Incident Incident, int Claims);

/// <summary>Claims that a person moved from one incident to another at once: a merger, a split, or single claims.</summary>
/// <param name="From">Number of the incident that had them.</param>
/// <param name="To">Number of the incident they were moved to.</param>
/// <param name="Claims">How many.</param>
/// <param name="By">Who moved them.</param>
/// <param name="At">When.</param>
/// <param name="Reasons">Why, as the record has it.</param>
public sealed record IncidentMove(int From, int To, int Claims, string By, DateTimeOffset At, IReadOnlyList<string> Reasons);
