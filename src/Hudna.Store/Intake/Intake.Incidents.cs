using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Linking;

namespace Hudna.Store;

public sealed partial class Intake
{
    // More than any incident has; the store gives no more at once.
    private const int ClaimsMax = 1000;

    // Linked again in one transaction: others wait no longer than that takes.
    private const int ReportsAtOnce = 200;

    /// <summary>The subject of acts on weights.</summary>
    private const string WeightsSubject = "linking";

    /// <summary>Two incidents are one: every claim of the one is linked to the other, by the person. The one stays, empty, and tells where its claims went.</summary>
    /// <param name="incidentId">The incident that is given up.</param>
    /// <param name="intoId">The incident that it is.</param>
    /// <param name="by">Who: a person or desk.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is in the record.</param>
    /// <returns>The number of claims linked.</returns>
    /// <exception cref="InvalidActException">There is no such incident, it has no claims, a reason is missing, or somebody has ruled on the one that is given up.</exception>
    /// <exception cref="RecordConflictException">Somebody else moved one of its claims meanwhile.</exception>
    public async Task<int> MergeAsync(string incidentId, string intoId, string by, string reason, CancellationToken cancellation)
    {
        Person(by, reason);
        Incident one = await WithClaimsAsync(incidentId, cancellation), into = await WithClaimsAsync(intoId, cancellation);
        if (one.Id == into.Id)
        {
            throw new InvalidActException($"into: another incident than {one.Number} is expected.");
        }

        if (await record.IsRuledOnAsync(one.Id, cancellation))
        {
            throw new InvalidActException(await record.IsRuledOnAsync(into.Id, cancellation)
                ? $"incident: both {one.Number} and {into.Number} have been ruled on, or have complaints; a merger would take the claims from under one of the rulings. Move single claims instead."
                : $"incident: {one.Number} has been ruled on, or has a complaint; merge {into.Number} into it instead.");
        }

        IReadOnlyList<Claim> claims = await ClaimsOfAsync(one, cancellation);
        await DecideAllAsync(claims.Select(c => new PlannedAct(c.Id, new ClaimLinked(into.Id, [Line(by, reason)]))), by, cancellation);
        return claims.Count;
    }

    /// <summary>An incident is two: some of its claims are linked to an incident opened for them, by the person. The others stay.</summary>
    /// <param name="incidentId">The incident.</param>
    /// <param name="claimIds">The claims that are about something else; at least one, and not all.</param>
    /// <param name="by">Who: a person or desk.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is in the record.</param>
    /// <returns>The incident opened.</returns>
    /// <exception cref="InvalidActException">There is no such incident, a claim is not linked to it, none or all are named, or a reason is missing.</exception>
    /// <exception cref="RecordConflictException">Somebody else moved one of the claims meanwhile.</exception>
    public async Task<Incident> SplitAsync(string incidentId, IReadOnlyCollection<string> claimIds, string by, string reason, CancellationToken cancellation)
    {
        Person(by, reason);
        Incident one = await WithClaimsAsync(incidentId, cancellation);
        IReadOnlyList<Claim> claims = await ClaimsOfAsync(one, cancellation);
        HashSet<string> named = new(claimIds, StringComparer.Ordinal);
        string? stranger = named.FirstOrDefault(id => !claims.Any(c => c.Id == id));
        if (stranger is not null)
        {
            throw new InvalidActException($"claims: {stranger} is not linked to incident {one.Number}.");
        }

        if (named.Count == 0 || claims.All(c => named.Contains(c.Id)))
        {
            throw new InvalidActException($"claims: at least one of incident {one.Number}'s {claims.Count} claims, and not all of them, is expected.");
        }

        string first = named.Order(StringComparer.Ordinal).First();
        for (int attempt = 1; ; attempt++)
        {
            int number = await record.LastIncidentNumberAsync(cancellation) + 1;
            string id = ContentId.Incident(first, number);
            try
            {
                await DecideAllAsync(
                    [new PlannedAct(id, new IncidentOpened(number)), .. named.Order(StringComparer.Ordinal).Select(c => new PlannedAct(c, new ClaimLinked(id, [Line(by, reason)])))],
                    by, cancellation);
                return (await record.IncidentAsync(id, cancellation))!;
            }
            catch (RecordConflictException) when (attempt < AttemptsMax)
            {
                // The number was taken meanwhile: take the next.
            }
        }
    }

    /// <summary>Two incidents are not one: no claim of the later one is ever linked to the earlier one by the machine, and nobody is asked again.</summary>
    /// <param name="incidentId">One.</param>
    /// <param name="otherId">The other.</param>
    /// <param name="by">Who: a person or desk.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is in the record.</param>
    /// <exception cref="InvalidActException">There is no such incident, both are one, or a reason is missing.</exception>
    /// <exception cref="RecordConflictException">They are kept apart already.</exception>
    public async Task KeepApartAsync(string incidentId, string otherId, string by, string reason, CancellationToken cancellation)
    {
        Person(by, reason);
        Incident[] both = [.. new[] { await WithClaimsAsync(incidentId, cancellation), await WithClaimsAsync(otherId, cancellation) }.OrderBy(i => i.Number)];
        if (both[0].Id == both[1].Id)
        {
            throw new InvalidActException($"other: another incident than {both[0].Number} is expected.");
        }

        Claim[] free = [.. (await ClaimsOfAsync(both[1], cancellation)).Where(c => !c.UnlinkedFrom.Contains(both[0].Id, StringComparer.Ordinal))];
        if (free.Length == 0)
        {
            throw new RecordConflictException($"Incidents {both[0].Number} and {both[1].Number} are kept apart already.");
        }

        await DecideAllAsync(free.Select(c => new PlannedAct(c.Id, new ClaimBarred(both[0].Id, reason))), by, cancellation);
    }

    /// <summary>Learns weights from the mission's own tellings, adopts them, and links everything by them; what people decided stands.</summary>
    /// <param name="by">Who wants it: a person or desk.</param>
    /// <param name="reason">Why.</param>
    /// <param name="progress">Told the share of the reports linked again, 0 to 1; may be null.</param>
    /// <param name="cancellation">Cancels; reports that were linked again by then stay so, and the others follow when something about them changes.</param>
    /// <returns>The weights, and how many claims were moved.</returns>
    /// <exception cref="InvalidActException">There are too few tellings to learn from, or a reason is missing.</exception>
    public async Task<(AdoptedWeights Weights, int Moved)> LearnWeightsAsync(string by, string reason, IProgress<double>? progress, CancellationToken cancellation)
    {
        Person(by, reason);
        List<Telling> tellings = await record.TellingsAsync(cancellation).ToListAsync(cancellation);
        LinkWeights weights;
        try
        {
            weights = new WeightsLearner(await GazetteerAsync(cancellation), new LinkOptions()).Learn(tellings);
        }
        catch (LinkInputException e)
        {
            throw new InvalidActException($"weights: {e.Message}");
        }

        await record.AppendAsync([new Act(0, time.GetUtcNow(), by, WeightsSubject, new LinkWeightsAdopted(weights, tellings.Count, reason))], [], cancellation);
        int moved = await LinkAgainAsync([.. tellings.Select(t => t.ReportId).Distinct(StringComparer.Ordinal)], progress, cancellation);
        return ((await record.LinkWeightsAsync(cancellation))!, moved);
    }

    /// <summary>Goes back to the weights that Hudna ships, and links everything by them.</summary>
    /// <inheritdoc cref="LearnWeightsAsync"/>
    public async Task<int> ShipWeightsAsync(string by, string reason, IProgress<double>? progress, CancellationToken cancellation)
    {
        Person(by, reason);
        await record.AppendAsync([new Act(0, time.GetUtcNow(), by, WeightsSubject, new LinkWeightsAdopted(LinkWeights.Shipped, 0, reason))], [], cancellation);
        List<string> reports = await record.TellingsAsync(cancellation).Select(t => t.ReportId).Distinct().ToListAsync(cancellation);
        return await LinkAgainAsync(reports, progress, cancellation);
    }

    private async Task<int> LinkAgainAsync(IReadOnlyList<string> reports, IProgress<double>? progress, CancellationToken cancellation)
    {
        Loaded now = await LoadAsync(cancellation);
        int moved = 0, done = 0;
        foreach (string[] some in reports.Chunk(ReportsAtOnce))
        {
            IReadOnlyList<Act> acts = await record.LinkAgainAsync(
                some, time.GetUtcNow(), change => now.Linker(change).Plan(change.Tellings, change.Reports, change.Incidents), cancellation);
            moved += acts.Count(a => a.Body is ClaimLinked or ClaimUnlinked);
            done += some.Length;
            progress?.Report((double)done / reports.Count);
        }

        await AssessAsync(cancellation);
        return moved;
    }

    private static void Person(string by, string reason)
    {
        if (by.StartsWith(Act.MachinePrefix, StringComparison.Ordinal))
        {
            throw new InvalidActException("by: a person or desk is expected; the machine does not decide.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new InvalidActException("reason: a reason is expected, so that others can follow.");
        }
    }

    private async Task<Incident> WithClaimsAsync(string id, CancellationToken cancellation)
    {
        Incident incident = await record.IncidentAsync(id, cancellation) ?? throw new InvalidActException($"There is no incident {id}.");
        return incident.Claims > 0 ? incident : throw new InvalidActException($"incident: {incident.Number} has no claims any more.");
    }

    private async Task<IReadOnlyList<Claim>> ClaimsOfAsync(Incident incident, CancellationToken cancellation) =>
        (await record.ClaimsAsync(new ClaimFilter { IncidentId = incident.Id, Limit = ClaimsMax }, cancellation)).Items;

    private async Task DecideAllAsync(IEnumerable<PlannedAct> acts, string by, CancellationToken cancellation)
    {
        await AppendAsync(acts.Select(a => (a, by)), [], await LoadAsync(cancellation), cancellation);
        await AssessAsync(cancellation);
    }

    private static string Line(string by, string reason) => string.IsNullOrWhiteSpace(reason) ? $"person: {by}" : $"person: {by}: {reason}";
}
