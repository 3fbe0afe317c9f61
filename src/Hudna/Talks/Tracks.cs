using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>A track of talks: all that sources say of talks at one venue. Claims that people rejected are left out.</summary>
/// <param name="Id">Id of the venue's place, or what the source calls it when no list knows it.</param>
/// <param name="Text">The shortest of the sources' words for it.</param>
/// <param name="Links">How it stands to others and others to it.</param>
/// <param name="Roles">Who sponsors, hosts, mediates, observes.</param>
/// <param name="Rounds">Its rounds, by day; those without a year last.</param>
/// <param name="Delegations">All delegations named on it.</param>
/// <param name="Attendance">Who takes part and who does not, over all its rounds.</param>
/// <param name="Loose">Ids of claims on delegations, roles and participation that are near no round of it.</param>
/// <param name="Claims">Ids of all its claims, in the order they were said.</param>
public sealed record Track(
    string Id, string Text, IReadOnlyList<TrackLink> Links, IReadOnlyList<RoleHeld> Roles, IReadOnlyList<Round> Rounds,
    IReadOnlyList<Delegation> Delegations, IReadOnlyList<Attendance> Attendance, IReadOnlyList<string> Loose, IReadOnlyList<string> Claims)
{
    /// <summary>The round that an address means: by its key first, else by a day that one of its dates gives. Null when none or several are meant.</summary>
    public Round? RoundCalled(string key)
    {
        Round[] called = [.. Rounds.Where(r => r.IsCalled(key))];
        return Rounds.FirstOrDefault(r => string.Equals(r.Key, key, StringComparison.Ordinal)) ?? (called.Length == 1 ? called[0] : null);
    }
}

/// <summary>All tracks, and what is said of talks without saying which. A fold over claims: the same claims in any order give the same.</summary>
/// <param name="Tracks">The tracks, most spoken of first.</param>
/// <param name="Unspecified">Who takes part in talks that are not named; null when nothing is said of any.</param>
public sealed record TalksView(IReadOnlyList<Track> Tracks, UnspecifiedTalks? Unspecified)
{
    /// <summary>The kinds of claims that talks are made of.</summary>
    public static IReadOnlyCollection<ClaimKind> Kinds { get; } =
        [ClaimKind.Round, ClaimKind.Participation, ClaimKind.Delegation, ClaimKind.TrackRelation, ClaimKind.Role];

    /// <summary>The view of these claims; those of other kinds and those rejected are passed over.</summary>
    public static TalksView Of(IEnumerable<ReportedClaim> claims)
    {
        ReportedClaim[] live = [.. claims.Where(c => c.Claim.Status != ClaimStatus.Rejected && Kinds.Contains(c.Claim.Content.Kind)).InOrderSaid()];
        IReadOnlyList<TrackLink> links = TrackLink.Of(live);
        string[] ids = [.. live.Select(c => c.TrackOf()?.Id).Concat(links.Select(l => l.OtherId)).OfType<string>().Distinct(StringComparer.Ordinal)];
        ReportedClaim[] unspecified = [.. live.Where(c => c.TrackOf() is null)];
        return new TalksView(
            [.. ids.Select(id => TrackOf(id, live, links)).OrderByDescending(t => t.Claims.Count).ThenBy(t => t.Id, StringComparer.Ordinal)],
            unspecified.Length == 0 ? null : new UnspecifiedTalks(
                RoleHeld.Of(unspecified), Delegation.Of(unspecified), Attendance.Of(unspecified), TalksClaims.Ids(unspecified)));
    }

    private static Track TrackOf(string id, ReportedClaim[] live, IReadOnlyList<TrackLink> links)
    {
        ReportedClaim[] own = [.. live.Where(c => string.Equals(c.TrackOf()?.Id, id, StringComparison.Ordinal))];
        IEnumerable<string> names = live.SelectMany(c => c.Claim.Content.Detail is TrackRelationDetail r ? [r.Track, r.Other] : new[] { c.TrackOf() }.OfType<TrackRef>())
            .Where(t => string.Equals(t.Id, id, StringComparison.Ordinal)).Select(t => t.Text);
        (IReadOnlyList<Round> rounds, IReadOnlyList<string> loose) = TrackRounds.Of(id, own);
        return new Track(
            id, names.OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).First(),
            [.. links.Where(l => string.Equals(l.TrackId, id, StringComparison.Ordinal) || string.Equals(l.OtherId, id, StringComparison.Ordinal))],
            RoleHeld.Of(own), rounds, Delegation.Of(own), Hudna.Talks.Attendance.Of(own), loose, TalksClaims.Ids(own));
    }
}

/// <summary>What is said of talks without saying which.</summary>
/// <param name="Roles">Who sponsors, hosts, mediates, observes.</param>
/// <param name="Delegations">Delegations.</param>
/// <param name="Attendance">Who takes part and who does not.</param>
/// <param name="Claims">Ids of the claims, in the order they were said.</param>
public sealed record UnspecifiedTalks(
    IReadOnlyList<RoleHeld> Roles, IReadOnlyList<Delegation> Delegations, IReadOnlyList<Attendance> Attendance, IReadOnlyList<string> Claims);
