using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;
using Hudna.Talks;

namespace Hudna.Server.Features.Talks;

/// <summary>One thing said of an actor in talks.</summary>
/// <param name="TrackId">The track; null when not told.</param>
/// <param name="TrackText">What the source calls it; null when not told.</param>
/// <param name="Content">The claim's content, with its detail.</param>
/// <param name="Day">When it was so, else when it was said; null when neither is known.</param>
/// <param name="ReportId">The report.</param>
/// <param name="Claim">Id of the claim.</param>
public sealed record ActorTalk(string? TrackId, string? TrackText, ClaimContent Content, DateOnly? Day, string ReportId, string Claim)
{
    /// <summary>What is said of an actor's part, roles and delegations, oldest first; rejected claims are left out.</summary>
    internal static async Task<IReadOnlyList<ActorTalk>> FindAsync(IRecord record, string actorId, CancellationToken cancellation) =>
    [
        .. (await record.AllReportedClaimsAsync(
                new ClaimFilter { ActorId = actorId, Kinds = [ClaimKind.Participation, ClaimKind.Role, ClaimKind.Delegation], Live = true }, cancellation))
            .Where(c => c.Claim.Content.Actors.Concat(c.Claim.Content.Recipients).Any(p => string.Equals(p.ActorId, actorId, StringComparison.Ordinal)))
            .Select(Of).OrderBy(t => t.Day ?? DateOnly.MinValue).ThenBy(t => t.Claim, StringComparer.Ordinal),
    ];

    private static ActorTalk Of(ReportedClaim claim)
    {
        TrackRef? track = claim.Claim.Content.Detail switch
        {
            ParticipationDetail participation => participation.Track,
            RoleDetail role => role.Track,
            DelegationDetail delegation => delegation.Track,
            _ => null,
        };
        return new ActorTalk(
            track?.Id, track?.Text, claim.Claim.Content, claim.Claim.Content.Time?.First ?? claim.Published, claim.Claim.ReportId, claim.Claim.Id);
    }
}
