using System.Globalization;
using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>What claims on facts around the truce are about.</summary>
public static class ClaimFacts
{
    /// <summary>From so many dead on, a number is told of a war, whatever act stands beside it: the least of a year of war in UCDP's definition.</summary>
    public const int WarDead = 1_000;

    /// <summary>The kind of claim that a fact makes.</summary>
    public static ClaimKind KindOf(FactDetail detail) => detail switch
    {
        RoundDetail => ClaimKind.Round,
        ParticipationDetail => ClaimKind.Participation,
        DelegationDetail => ClaimKind.Delegation,
        TrackRelationDetail => ClaimKind.TrackRelation,
        RoleDetail => ClaimKind.Role,
        PositionDetail => ClaimKind.Position,
        DealDetail => ClaimKind.Deal,
        CommitmentDetail => ClaimKind.Commitment,
        OperationDetail => ClaimKind.Operation,
        ControlDetail => ClaimKind.Control,
        _ => throw new ArgumentOutOfRangeException(nameof(detail), detail, "a known fact is expected"),
    };

    /// <summary>What a claim is filed under, so that all on one subject are found: the track's id for talks, the topic's for a position,
    /// the deal's type, the operation's type, the place's id for control; null when it is not told, and for all other kinds.</summary>
    public static string? SubjectOf(ClaimContent content) => content.Detail switch
    {
        RoundDetail round => round.Track.Id,
        ParticipationDetail participation => participation.Track?.Id,
        DelegationDetail delegation => delegation.Track?.Id,
        TrackRelationDetail relation => relation.Track.Id,
        RoleDetail role => role.Track?.Id,
        PositionDetail position => position.Topic,
        DealDetail deal => Wire.Name(deal.Type),
        CommitmentDetail commitment => commitment.Topic,
        OperationDetail operation => Wire.Name(operation.Type),
        ControlDetail => content.Place?.PlaceId,
        _ => null,
    };

    /// <summary>The tracks that a fact names; none for most kinds.</summary>
    public static IEnumerable<TrackRef> TracksOf(FactDetail detail) => detail switch
    {
        RoundDetail round => [round.Track],
        ParticipationDetail { Track: { } track } => [track],
        DelegationDetail { Track: { } track } => [track],
        RoleDetail { Track: { } track } => [track],
        TrackRelationDetail relation => [relation.Track, relation.Other],
        _ => [],
    };

    /// <summary>The words of the source that a fact quotes: condition, basis, route, part of a place.</summary>
    public static IEnumerable<Phrase> PhrasesOf(FactDetail detail) => detail switch
    {
        ParticipationDetail participation => new[] { participation.Condition, participation.Basis }.OfType<Phrase>(),
        OperationDetail { Route: { } route } => [route],
        ControlDetail { Part: { } part } => [part],
        _ => [],
    };

    // Two facts may stand at the same words: who is welcomed and who is left out in one clause.
    internal static string Distinction(ClaimContent content)
    {
        string code = content.Detail switch
        {
            ParticipationDetail participation => Wire.Name(participation.Stance),
            DelegationDetail delegation => Wire.Name(delegation.Role),
            TrackRelationDetail relation => relation.Other.Id + ' ' + Wire.Name(relation.Relation),
            RoleDetail role => Wire.Name(role.Role),
            DealDetail deal => Wire.Name(deal.Step),
            OperationDetail operation => Wire.Name(operation.Stage),
            ControlDetail control => Wire.Name(control.Status),
            _ => string.Empty,
        };
        return string.Create(
            CultureInfo.InvariantCulture, $"{SubjectOf(content)} {code} {Names(content.Actors)} {Names(content.Recipients)}");
    }

    private static string Names(IReadOnlyList<Party> parties) => string.Join('|', parties.Select(p => p.Text));
}
