using Hudna.Incidents;
using Hudna.Operations;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Server.Features.Operations;

/// <summary>Recorded operations, and those that claims propose.</summary>
/// <param name="Recorded">Recorded operations, latest first.</param>
/// <param name="Proposed">Proposed operations, latest first.</param>
public sealed record OperationsPage(IReadOnlyList<OperationPage> Recorded, IReadOnlyList<OperationPage> Proposed)
{
    internal static async Task<OperationsPage> FindAsync(IRecord record, Gazetteer gazetteer, OperationType? type, CancellationToken cancellation)
    {
        (IReadOnlyList<Operation> operations, OperationMatches matches) = await MatchAsync(record, gazetteer, type, cancellation);
        var recorded = new List<OperationPage>();
        foreach (Operation operation in operations)
        {
            recorded.Add(OperationPage.Of(operation, matches.Recorded[operation.Id], []));
        }

        return new OperationsPage(recorded, [.. matches.Proposed.Select(p => OperationPage.Of(p, []))]);
    }

    internal static async Task<(IReadOnlyList<Operation> Operations, OperationMatches Matches)> MatchAsync(
        IRecord record, Gazetteer gazetteer, OperationType? type, CancellationToken cancellation)
    {
        List<Operation> operations = await RecordReading.AllAsync(
            (offset, limit) => record.OperationsAsync(new OperationFilter { Type = type, Offset = offset, Limit = limit }, cancellation), 500);
        List<ReportedClaim> claims = await record.AllReportedClaimsAsync(
            new ClaimFilter { Kinds = [ClaimKind.Operation], Subject = type is { } only ? Wire.Name(only) : null, Live = true }, cancellation);
        return (operations, OperationMatches.Of(operations, claims, gazetteer));
    }
}

/// <summary>One operation with all that is known of it.</summary>
/// <param name="Id">The operation's id, or the proposed one's.</param>
/// <param name="Type">What sort.</param>
/// <param name="Operation">What people recorded; null while it is only proposed.</param>
/// <param name="Suggested">The plan that its claims suggest; null when it is recorded.</param>
/// <param name="First">First day, of the plan or that its claims mean; null when not known.</param>
/// <param name="Last">Last day, inclusive; null when not known.</param>
/// <param name="Claims">Claims that speak of it, in order of day.</param>
/// <param name="View">Timeline, counts by source, completion, contradictions.</param>
public sealed record OperationPage(
    string Id, OperationType Type, Operation? Operation, OperationPlan? Suggested, DateOnly? First, DateOnly? Last,
    IReadOnlyList<ReportedClaim> Claims, OperationView View)
{
    /// <summary>Where people are brought out of, or aid leaves from; null when nobody says.</summary>
    public OperationPlace? From => Operation?.Plan.From ?? (Suggested is { From.Name.Length: > 0 } plan ? plan.From : null);

    /// <summary>Where to; null when nobody says.</summary>
    public OperationPlace? To => (Operation?.Plan ?? Suggested)?.To;

    /// <summary>The last stage that is recorded or asserted; null when none is.</summary>
    public OperationStage? Stage => View.Timeline.LastOrDefault(m => m.First is not null && m.Modality == Modality.Asserted)?.Stage;

    /// <summary>Reports' sources, each once.</summary>
    public int Sources => Claims.SelectMany(c => c.Sources).Select(s => s.Name).Distinct(StringComparer.Ordinal).Count();

    internal static OperationPage Of(Operation operation, IReadOnlyList<ReportedClaim> claims, IReadOnlyList<ReportedClaim> figures) => new(
        operation.Id, operation.Plan.Type, operation, null, operation.Plan.First, operation.Plan.Last ?? operation.Plan.First, claims,
        OperationView.Of(operation, claims, figures));

    internal static OperationPage Of(ProposedOperation proposed, IReadOnlyList<ReportedClaim> figures) => new(
        proposed.Id, proposed.Type, null, PlanFromClaims.Of(proposed, proposed.First ?? default), proposed.First, proposed.Last, proposed.Claims,
        OperationView.Of(null, proposed.Claims, figures));

    /// <summary>One operation by its id, or a proposed one by any of its ids; null when there is none such. A proposed id whose claim
    /// belongs to a recorded operation gives that.</summary>
    internal static async Task<OperationPage?> FindAsync(IRecord record, Gazetteer gazetteer, string id, CancellationToken cancellation)
    {
        (IReadOnlyList<Operation> operations, OperationMatches matches) = await OperationsPage.MatchAsync(record, gazetteer, null, cancellation);
        string claim = id.StartsWith(OperationId.ProposedPrefix, StringComparison.Ordinal) ? id[OperationId.ProposedPrefix.Length..] : "";
        if (operations.FirstOrDefault(o => o.Id == id || matches.Recorded[o.Id].Any(c => c.Claim.Id == claim)) is { } operation)
        {
            IReadOnlyList<ReportedClaim> claims = matches.Recorded[operation.Id];
            return Of(operation, claims, await FiguresAsync(record, claims, cancellation));
        }

        return matches.Proposed.FirstOrDefault(p => p.IsCalled(id)) is { } proposed
            ? Of(proposed, await FiguresAsync(record, proposed.Claims, cancellation)) : null;
    }

    private static async Task<IReadOnlyList<ReportedClaim>> FiguresAsync(IRecord record, IReadOnlyList<ReportedClaim> claims, CancellationToken cancellation)
    {
        var figures = new List<ReportedClaim>();
        foreach (string report in claims.Select(c => c.Claim.ReportId).Distinct(StringComparer.Ordinal))
        {
            figures.AddRange(await record.AllReportedClaimsAsync(new ClaimFilter { ReportId = report, Kind = ClaimKind.Figure, Live = true }, cancellation));
        }

        return figures;
    }
}
