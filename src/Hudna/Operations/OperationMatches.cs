using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Operations;

/// <summary>Which claims speak of which operation, and what operations the other claims propose. The same claims in any order give the
/// same.</summary>
/// <param name="Recorded">Claims by the id of the operation that they speak of, in order of day and id; every operation has an entry.</param>
/// <param name="Proposed">Operations that claims tell of and nobody has recorded, latest first.</param>
public sealed record OperationMatches(
    IReadOnlyDictionary<string, IReadOnlyList<ReportedClaim>> Recorded, IReadOnlyList<ProposedOperation> Proposed)
{
    /// <summary>A claim may mean a day this long before the plan's first: what is announced.</summary>
    public const int DaysBefore = 7;

    /// <summary>A claim may mean a day this long after the plan's last: what is late.</summary>
    public const int DaysAfter = 14;

    /// <summary>Matches claims with operations. A claim speaks of one at most: the one that a person pinned it to; else one of the same
    /// type, at the same place or near it, within the plan's days or <see cref="DaysBefore"/> before to <see cref="DaysAfter"/> after; of
    /// several the nearest in days, then in kilometres, then by id.</summary>
    /// <param name="operations">Recorded operations.</param>
    /// <param name="claims">Claims of kind operation, none of them rejected.</param>
    /// <param name="gazetteer">Known places.</param>
    public static OperationMatches Of(IReadOnlyList<Operation> operations, IEnumerable<ReportedClaim> claims, Gazetteer gazetteer)
    {
        var ground = new OperationGround(gazetteer);
        Candidate[] candidates = [.. operations.OrderBy(o => o.Id, StringComparer.Ordinal).Select(o => new Candidate(o, ground))];
        Dictionary<string, string> pinned = [];
        foreach (Candidate candidate in candidates)
        {
            foreach (string claim in candidate.Operation.Plan.Pinned)
            {
                pinned.TryAdd(claim, candidate.Operation.Id);
            }
        }

        var recorded = operations.ToDictionary(o => o.Id, _ => new List<ReportedClaim>(), StringComparer.Ordinal);
        var others = new List<ReportedClaim>();
        foreach (ReportedClaim claim in claims.Where(c => c.Claim is { Content.Detail: OperationDetail, Status: not ClaimStatus.Rejected }))
        {
            string? id = pinned.GetValueOrDefault(claim.Claim.Id) ?? Nearest(candidates, claim, ground);
            (id is null ? others : recorded[id]).Add(claim);
        }

        return new OperationMatches(
            recorded.ToDictionary(r => r.Key, r => (IReadOnlyList<ReportedClaim>)InOrder(r.Value), StringComparer.Ordinal),
            ProposedOperation.Of(others, ground));
    }

    /// <summary>Claims by day and id; those of no known day last.</summary>
    internal static ReportedClaim[] InOrder(IEnumerable<ReportedClaim> claims) =>
    [
        .. claims.OrderBy(c => OperationDays.Of(c)?.First ?? DateOnly.MaxValue).ThenBy(c => c.Claim.Id, StringComparer.Ordinal),
    ];

    private static string? Nearest(Candidate[] candidates, ReportedClaim claim, OperationGround ground) => candidates
        .Select(c => (c.Operation.Id, Fit: c.Fit(claim, ground))).Where(c => c.Fit is not null)
        .OrderBy(c => c.Fit!.Value.Days).ThenBy(c => c.Fit!.Value.Km).ThenBy(c => c.Id, StringComparer.Ordinal)
        .Select(c => c.Id).FirstOrDefault();

    private sealed class Candidate(Operation operation, OperationGround ground)
    {
        private readonly Spot from = ground.Of(operation.Plan.From);
        private readonly Spot? to = operation.Plan.To is { } place ? ground.Of(place) : null;
        private readonly HashSet<string> excluded = [.. operation.Plan.Excluded];

        public Operation Operation => operation;

        public (int Days, double Km)? Fit(ReportedClaim claim, OperationGround places)
        {
            OperationPlan plan = operation.Plan;
            DateOnly last = plan.Last ?? plan.First;
            return ((OperationDetail)claim.Claim.Content.Detail!).Type != plan.Type || excluded.Contains(claim.Claim.Id) ? null
                : OperationDays.Of(claim) is not { } days
                    || days.Last.DayNumber < plan.First.DayNumber - DaysBefore || days.First.DayNumber > last.DayNumber + DaysAfter ? null
                : Apart(claim.Claim.Content, places) is { } km ? (days.GapTo(plan.First, last), km)
                : null;
        }

        // A convoy that only tells where it goes is known by that; two that leave one town for different ones are two.
        private double? Apart(ClaimContent claim, OperationGround places)
        {
            double? atEnd = claim.Destination is { } destination && to is { } end ? OperationGround.Apart(places.Of(destination), end, withParts: true) : null;
            bool isElsewhere = operation.Plan.Type == OperationType.AidConvoy && claim.Destination is not null && to is not null && atEnd is null;
            return claim.Place is null ? atEnd : isElsewhere ? null : OperationGround.Apart(places.Of(claim.Place), from, withParts: true);
        }
    }
}
