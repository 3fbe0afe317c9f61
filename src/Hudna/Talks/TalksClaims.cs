using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>What views of talks ask of every claim.</summary>
internal static class TalksClaims
{
    /// <summary>Claims in the order they were said: by the report's date, those without one first, then by id.</summary>
    public static IOrderedEnumerable<ReportedClaim> InOrderSaid(this IEnumerable<ReportedClaim> claims) =>
        claims.OrderBy(c => c.Published ?? DateOnly.MinValue).ThenBy(c => c.Claim.Id, StringComparer.Ordinal);

    /// <summary>True for what is put forward as so, or as planned: what is denied or only possible never becomes a fact.</summary>
    public static bool IsPutForward(this ReportedClaim claim) => claim.Claim.Content.Modality is Modality.Asserted or Modality.Planned;

    /// <summary>Id of the track that a claim is about; null when it is not told.</summary>
    public static TrackRef? TrackOf(this ReportedClaim claim) => claim.Claim.Content.Detail switch
    {
        RoundDetail round => round.Track,
        ParticipationDetail participation => participation.Track,
        DelegationDetail delegation => delegation.Track,
        TrackRelationDetail relation => relation.Track,
        RoleDetail role => role.Track,
        _ => null,
    };

    /// <summary>The day by which a stance, role or membership is ordered: its own first day, else the day it was said; null when neither is known.</summary>
    public static DateOnly? DayOf(this ReportedClaim claim) => claim.Claim.Content.Time?.First ?? claim.Published;

    /// <summary>One name for whoever is meant: the mission's id, else the source's words.</summary>
    public static string KeyOf(Party party) => party.ActorId ?? "\"" + party.Text;

    public static string KeyOf(IEnumerable<Party> parties) => string.Join('|', parties.Select(KeyOf).Order(StringComparer.Ordinal));

    public static string[] Ids(IEnumerable<ReportedClaim> claims) => [.. claims.Select(c => c.Claim.Id)];

    /// <summary>How a party is shown when several sources name it: as one with an id and a name does, the shortest words, so that the order does not matter.</summary>
    public static Party Shown(IEnumerable<Party> parties) => parties.OrderBy(p => p.Name is null).ThenBy(p => p.Type is null)
        .ThenBy(p => p.Text.Length).ThenBy(p => p.Text, StringComparer.Ordinal).First();
}
