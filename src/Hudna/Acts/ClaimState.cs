using Hudna.Incidents;

namespace Hudna.Acts;

/// <summary>A claim's state as the fold of the acts on it. Acts were checked when they were appended (<see cref="ActCheck"/>);
/// the fold only applies them.</summary>
public static class ClaimState
{
    /// <summary>True when such an act is about a claim.</summary>
    public static bool Takes(ActBody body) =>
        body is ClaimProposed or ClaimAccepted or ClaimEdited or ClaimRejected or ClaimLinked or ClaimUnlinked or ClaimBarred;

    /// <summary>The revision that a decision was taken on; null when the act is no decision.</summary>
    public static int? SeenRevision(ActBody body) => body switch
    {
        ClaimAccepted accepted => accepted.Revision,
        ClaimEdited edited => edited.Revision,
        ClaimRejected rejected => rejected.Revision,
        _ => null,
    };

    /// <summary>The claim after an act.</summary>
    /// <param name="before">The claim before it; null before it was proposed.</param>
    /// <param name="act">An act whose subject is the claim.</param>
    /// <exception cref="InvalidActException">The act cannot follow on that state.</exception>
    public static Claim Apply(Claim? before, Act act) => (before, act.Body) switch
    {
        (null, ClaimProposed proposed) => new Claim
        {
            Id = act.Subject,
            ReportId = proposed.ReportId,
            Content = proposed.Content,
            Proposed = proposed.Content,
            Rule = proposed.Rule,
        },
        ({ } claim, ClaimAccepted) => claim with { Status = ClaimStatus.Accepted, Revision = claim.Revision + 1 },
        ({ } claim, ClaimEdited edited) => claim with
        {
            Content = edited.Content,
            Status = ClaimStatus.Accepted,
            Revision = claim.Revision + 1,
        },
        ({ } claim, ClaimRejected) => claim with { Status = ClaimStatus.Rejected, Revision = claim.Revision + 1 },
        ({ } claim, ClaimLinked linked) => claim with
        {
            IncidentId = linked.IncidentId,
            LinkReasons = linked.Reasons,
            LinkEvidence = linked.Evidence,
            LinkedByPerson = !act.ByMachine,
            UnlinkedFrom = LeftIncidents(claim, act, linked.IncidentId),
        },
        ({ } claim, ClaimUnlinked unlinked) => claim with
        {
            IncidentId = null,
            LinkReasons = [],
            LinkEvidence = null,
            LinkedByPerson = false,
            UnlinkedFrom = act.ByMachine ? claim.UnlinkedFrom : [.. claim.UnlinkedFrom, unlinked.IncidentId],
        },
        ({ } claim, ClaimBarred barred) => claim with { UnlinkedFrom = [.. claim.UnlinkedFrom, barred.IncidentId] },
        _ => throw InvalidActException.OutOfOrder(act, before is not null),
    };

    // A person who moves a claim has taken it from where it was; one who links it again has changed their mind.
    private static IReadOnlyList<string> LeftIncidents(Claim claim, Act act, string incidentId)
    {
        IEnumerable<string> left = act.ByMachine || claim.IncidentId is null ? claim.UnlinkedFrom : claim.UnlinkedFrom.Append(claim.IncidentId);
        return [.. left.Where(i => !string.Equals(i, incidentId, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
    }
}
