using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>Somebody carries talks.</summary>
/// <param name="Role">As what.</param>
/// <param name="Actor">Who.</param>
/// <param name="IsFirm">False when sources only deny it or hold it possible.</param>
/// <param name="Claims">Ids of the claims, in the order they were said.</param>
public sealed record RoleHeld(TalksRole Role, Party Actor, bool IsFirm, IReadOnlyList<string> Claims)
{
    internal static IReadOnlyList<RoleHeld> Of(IEnumerable<ReportedClaim> claims) =>
    [
        .. claims.Where(c => c.Claim.Content.Detail is RoleDetail)
            .SelectMany(c => c.Claim.Content.Actors.Select(a => (Claim: c, Actor: a, ((RoleDetail)c.Claim.Content.Detail!).Role)))
            .GroupBy(r => (r.Role, Key: TalksClaims.KeyOf(r.Actor)))
            .OrderBy(g => g.Key.Role).ThenBy(g => g.Key.Key, StringComparer.Ordinal)
            .Select(g => new RoleHeld(
                g.Key.Role, TalksClaims.Shown(g.Select(r => r.Actor)), g.Any(r => r.Claim.IsPutForward()), TalksClaims.Ids(g.Select(r => r.Claim).Distinct().InOrderSaid()))),
    ];
}

/// <summary>A delegation: whose it is and who belongs to it.</summary>
/// <param name="Party">Whose.</param>
/// <param name="Members">Its members, its head first.</param>
/// <param name="HeadsDiffer">True when sources name different heads.</param>
public sealed record Delegation(Party Party, IReadOnlyList<DelegationMember> Members, bool HeadsDiffer)
{
    internal static IReadOnlyList<Delegation> Of(IEnumerable<ReportedClaim> claims) =>
    [
        .. claims.Where(c => c.Claim.Content is { Detail: DelegationDetail, Recipients.Count: > 0 })
            .GroupBy(c => TalksClaims.KeyOf(c.Claim.Content.Recipients[0]), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(One),
    ];

    private static Delegation One(IEnumerable<ReportedClaim> claims)
    {
        DelegationMember[] members =
        [
            .. claims.SelectMany(c => c.Claim.Content.Actors.Select(a => (Claim: c, Person: a, ((DelegationDetail)c.Claim.Content.Detail!).Role)))
                .GroupBy(m => (m.Role, Key: TalksClaims.KeyOf(m.Person)))
                .OrderBy(g => g.Key.Role).ThenBy(g => g.Key.Key, StringComparer.Ordinal)
                .Select(g => new DelegationMember(
                    TalksClaims.Shown(g.Select(m => m.Person)), g.Key.Role, g.Any(m => m.Claim.IsPutForward()), TalksClaims.Ids(g.Select(m => m.Claim).Distinct().InOrderSaid()))),
        ];
        return new Delegation(
            TalksClaims.Shown(claims.Select(c => c.Claim.Content.Recipients[0])), members,
            members.Count(m => m is { Role: DelegationRole.Head, IsFirm: true }) > 1);
    }
}

/// <summary>Somebody in a delegation.</summary>
/// <param name="Person">Who.</param>
/// <param name="Role">As what.</param>
/// <param name="IsFirm">False when sources only deny it or hold it possible.</param>
/// <param name="Claims">Ids of the claims, in the order they were said.</param>
public sealed record DelegationMember(Party Person, DelegationRole Role, bool IsFirm, IReadOnlyList<string> Claims);

/// <summary>How one track stands to another, by what sources say. That it does not is a relation of its own.</summary>
/// <param name="TrackId">The track spoken of.</param>
/// <param name="OtherId">The track it stands to.</param>
/// <param name="Relation">How.</param>
/// <param name="Modality">How it is put forward.</param>
/// <param name="Speakers">Who sees it so; empty when the reports say it in their own voice.</param>
/// <param name="Claims">Ids of the claims, in the order they were said.</param>
public sealed record TrackLink(
    string TrackId, string OtherId, TrackRelation Relation, Modality Modality, IReadOnlyList<Party> Speakers, IReadOnlyList<string> Claims)
{
    internal static IReadOnlyList<TrackLink> Of(IEnumerable<ReportedClaim> claims) =>
    [
        .. claims.Where(c => c.Claim.Content.Detail is TrackRelationDetail)
            .GroupBy(c => KeyOf((TrackRelationDetail)c.Claim.Content.Detail!, c.Claim.Content.Modality))
            .OrderBy(g => g.Key.Id, StringComparer.Ordinal).ThenBy(g => g.Key.OtherId, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Modality).ThenBy(g => g.Key.Relation)
            .Select(g => new TrackLink(
                g.Key.Id, g.Key.OtherId, g.Key.Relation, g.Key.Modality,
                [.. g.InOrderSaid().Select(c => c.Claim.Content.Speaker).OfType<Party>().DistinctBy(TalksClaims.KeyOf, StringComparer.Ordinal)],
                TalksClaims.Ids(g.InOrderSaid()))),
    ];

    private static (string Id, string OtherId, TrackRelation Relation, Modality Modality) KeyOf(TrackRelationDetail detail, Modality modality) =>
        (detail.Track.Id, detail.Other.Id, detail.Relation, modality);
}
