using Hudna.Acts;
using Hudna.Commitments;
using Hudna.Incidents;
using Hudna.Operations;
using Hudna.Places;
using Hudna.Reading;
using Hudna.Server.Features.Operations;
using Hudna.Store;
using Hudna.Talks;

namespace Hudna.Server.Features.Overview;

/// <summary>What surrounds the truce, on the mission's day.</summary>
/// <param name="Next">The round that comes next or goes on; null when none is told with a day.</param>
/// <param name="Past">The round that ended last; null when none.</param>
/// <param name="CommitmentsOverdue">Promises whose day is past and that are not rated as kept; null when there is no promise.</param>
/// <param name="OperationsUnderWay">Operations, recorded or only told of, that began and have not ended; null when there is none of any stage.</param>
/// <param name="PlacesHeld">Places that all claims give to the same holders.</param>
/// <param name="PlacesContested">Places on whose holder sources differ or that are fought over.</param>
public sealed record TruceFacts(RoundNamed? Next, RoundNamed? Past, int? CommitmentsOverdue, int? OperationsUnderWay, int PlacesHeld, int PlacesContested)
{
    private static readonly IReadOnlyCollection<ClaimKind> Kinds =
        [.. TalksView.Kinds, ClaimKind.Commitment, ClaimKind.Operation, ClaimKind.Control];

    /// <summary>Null when nothing is known.</summary>
    internal static async Task<TruceFacts?> FindAsync(IRecord record, Gazetteer gazetteer, DateOnly today, CancellationToken cancellation)
    {
        ILookup<ClaimKind, ReportedClaim> claims = (await record.AllReportedClaimsAsync(new ClaimFilter { Kinds = Kinds, Live = true }, cancellation))
            .ToLookup(c => c.Claim.Content.Kind);
        List<Operation> operations = await RecordReading.AllAsync(
            (offset, limit) => record.OperationsAsync(new OperationFilter { Offset = offset, Limit = limit }, cancellation), 500);
        IReadOnlyList<Commitment> commitments = CommitmentList.Of(
            claims[ClaimKind.Commitment], (await record.AgreementAsync(cancellation))?.Agreement, await record.ImplementationsAsync(cancellation), today);
        RoundNamed[] rounds = [.. TalksView.Of(TalksView.Kinds.SelectMany(k => claims[k])).Tracks.SelectMany(t => t.Rounds.Select(r => new RoundNamed(t.Text, r)))];
        ControlState[] places = [.. ControlView.Of(claims[ClaimKind.Control], new Affiliations(gazetteer)).Select(p => p.On(today).State)];
        var facts = new TruceFacts(
            rounds.Where(r => r.Round.Until >= today && r.Round.Status is not (null or RoundStatus.Cancelled)).MinBy(r => r.Round.From),
            rounds.Where(r => r.Round.Until < today && r.Round.Status is not (null or RoundStatus.Cancelled)).MaxBy(r => r.Round.Until),
            commitments.Count > 0 ? commitments.Count(c => c.IsOverdue) : null,
            UnderWay(OperationMatches.Of(operations, claims[ClaimKind.Operation], gazetteer), operations),
            places.Count(s => s == ControlState.Held), places.Count(s => s is not (ControlState.Held or ControlState.Unknown)));
        return facts is { Next: null, Past: null, CommitmentsOverdue: null, OperationsUnderWay: null, PlacesHeld: 0, PlacesContested: 0 } ? null : facts;
    }

    private static int? UnderWay(OperationMatches matches, IReadOnlyList<Operation> operations)
    {
        OperationPage[] all =
            [.. operations.Select(o => OperationPage.Of(o, matches.Recorded[o.Id], [])), .. matches.Proposed.Select(p => OperationPage.Of(p, []))];
        return all.Length == 0 ? null : all.Count(o => o.Stage is OperationStage.Begun or OperationStage.UnderWay or OperationStage.Suspended);
    }
}

/// <summary>A round with its track's name.</summary>
/// <param name="Track">What a source calls the track.</param>
/// <param name="Round">The round.</param>
public sealed record RoundNamed(string Track, Round Round);
