using FsCheck;
using FsCheck.Fluent;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Talks;
using static Hudna.Reading.ParticipationStance;

namespace Hudna.Tests.Talks;

public sealed class TracksTests
{
    [Fact]
    public void Tracks_StandToEachOther_AndADenialIsARelationOfItsOwn()
    {
        TalksView view = TalksView.Of(
        [
            Relation("a", TrackRelation.Replaces, Modality.Negated), Relation("b", TrackRelation.Prepares, Modality.Asserted), Relation("c", TrackRelation.Prepares, Modality.Asserted),
        ]);
        Assert.Equal([Said.Astana, Said.Geneva], view.Tracks.Select(t => t.Id));
        Assert.All(view.Tracks, t => Assert.Equal(2, t.Links.Count));
        Assert.Equal(
            [(TrackRelation.Prepares, Modality.Asserted, "b c"), (TrackRelation.Replaces, Modality.Negated, "a")],
            view.Tracks[1].Links.Select(l => (l.Relation, l.Modality, string.Join(' ', l.Claims))));
        Assert.Equal("state-ru", Assert.Single(view.Tracks[0].Links[0].Speakers).ActorId);
    }

    [Fact]
    public void Rejected_AndOtherKinds_AreLeftOut()
    {
        ReportedClaim rejected = Said.Round("2017-01-23");
        rejected = rejected with { Claim = rejected.Claim with { Status = ClaimStatus.Rejected } };
        Assert.Equal((0, null), (TalksView.Of([rejected, Said.Deal("2016-12-30", DealStep.Reached)]).Tracks.Count, TalksView.Of([rejected]).Unspecified));
        Assert.Empty(Deals.Of([rejected]));
    }

    [Fact]
    public void TalksThatAreNotNamed_StandApart()
    {
        TalksView view = TalksView.Of([Said.Part(Vetoed, "2017-01-18", Said.Russia, track: null)]);
        Assert.Empty(view.Tracks);
        Assert.Equal(Vetoed, Assert.Single(view.Unspecified!.Attendance).Current?.Stance);
        Assert.Equal([(null, Vetoed)], Assert.Single(MatrixRow.Of(view)).Cells.Select(c => (c.TrackId, c.Current!.Stance)));
    }

    /// <summary>Said from 30 days before a round to 14 days after it: of this round; the nearest of several; else loose on the track.</summary>
    [Theory]
    [InlineData("2016-12-24", "2017-01-23")]
    [InlineData("2016-12-23", null)]
    [InlineData("2017-01-31", "2017-02-06")]
    [InlineData("2017-01-25", "2017-01-23")]
    [InlineData("2017-02-21", "2017-02-06")]
    [InlineData("2017-02-22", null)]
    public void WhatIsSaidNearARound_IsOfIt(string said, string? round)
    {
        Track track = Assert.Single(TalksView.Of([Said.Round("2017-01-23/2017-01-24"), Said.Round("2017-02-06/2017-02-07"), Said.Part(Welcomed, said, id: "p")]).Tracks);
        Assert.Equal(round, track.Rounds.SingleOrDefault(r => r.Attendance.Count > 0)?.Key);
        Assert.Equal(round is null ? ["p"] : [], track.Loose);
        Assert.Single(track.Attendance);
    }

    [Fact]
    public void WhatHasNoDay_IsOfTheRoundOfItsReport_OrTheOnlyOne()
    {
        ReportedClaim first = Said.Round("2017-01-23"), second = Said.Round("2017-02-20");
        ReportedClaim told = Said.Of("p", Said.Part(Invited, null).Claim.Content, report: second.Claim.ReportId);
        Assert.Equal(["2017-02-20"], TalksView.Of([first, second, told]).Tracks[0].Rounds.Where(r => r.Attendance.Count > 0).Select(r => r.Key));
        Assert.Equal(["p2"], TalksView.Of([first, second, Said.Part(Invited, null, id: "p2")]).Tracks[0].Loose);
        Assert.Single(TalksView.Of([first, Said.Part(Invited, null)]).Tracks[0].Rounds[0].Attendance);
    }

    [Fact]
    public void Delegations_NameHeads_AndSayWhenTheyDiffer()
    {
        Party one = new("محمد", null, null, null, null), two = new("رياض", null, null, null, null);
        TalksView view = TalksView.Of([Member("a", one, DelegationRole.Head), Member("b", two, DelegationRole.Head), Member("c", one, DelegationRole.Head), Member("d", two, DelegationRole.Member)]);
        Delegation delegation = Assert.Single(view.Tracks[0].Delegations);
        Assert.True(delegation.HeadsDiffer);
        Assert.Equal(["رياض b Head", "محمد a c Head", "رياض d Member"], delegation.Members.Select(m => $"{m.Person.Text} {string.Join(' ', m.Claims)} {m.Role}"));
    }

    [Fact]
    public void Roles_OnlyDenied_AreNotFirm()
    {
        ReportedClaim denied = Said.Of("a", Said.Content(new RoleDetail(Said.Track(Said.Astana), TalksRole.Sponsor), [Said.Russia, Said.Turkey], modality: Modality.Negated));
        ReportedClaim told = Said.Of("b", Said.Content(new RoleDetail(Said.Track(Said.Astana), TalksRole.Sponsor), [Said.Russia]));
        Assert.Equal([("state-ru", true, 2), ("state-tr", false, 1)], TalksView.Of([denied, told]).Tracks[0].Roles.Select(r => (r.Actor.ActorId, r.IsFirm, r.Claims.Count)));
    }

    /// <summary>The same claims in any order give the same view, to the byte.</summary>
    [Fact]
    public void View_DoesNotDependOnTheOrder() => Prop.ForAll<int[]>(keys =>
    {
        string[] days = ["2017-01-23", "2017-01-24", "2017-01", "--01-23", "2017-02-08", "2017-02-20"];
        ReportedClaim[] claims = [.. keys.Select((k, i) => Any((int)(Math.Abs((long)k) * 7919 % 100_000), i, days))];
        return Write(claims) == Write([.. claims.Reverse()]) && Write(claims) == Write([.. claims.OrderBy(c => c.Claim.Id.GetHashCode(StringComparison.Ordinal))]);
    }).QuickCheckThrowOnFailure();

    private static ReportedClaim Any(int k, int i, string[] days)
    {
        string said = $"2017-01-{(k % 28) + 1:00}", track = k % 2 == 0 ? Said.Astana : Said.Geneva;
        return (k % 4) switch
        {
            0 => Said.Part((ParticipationStance)(k / 4 % 8), said, k % 3 == 0 ? Said.Russia : Said.Turkey, track: k % 5 == 0 ? null : track, id: $"c{i}"),
            1 => Said.Deal(days[k / 4 % 6], (DealStep)(k / 7 % 8), said),
            _ => Said.Round(k % 11 == 0 ? null : days[k / 4 % 6], (RoundStatus)(k / 24 % 6), said, k % 7 < 4 ? Said.Astana : Said.Geneva, $"c{i}"),
        };
    }

    private static string Write(ReportedClaim[] claims) =>
        System.Text.Json.JsonSerializer.Serialize((object)TalksView.Of(claims)) + System.Text.Json.JsonSerializer.Serialize(Deals.Of(claims)) + System.Text.Json.JsonSerializer.Serialize(MatrixRow.Of(TalksView.Of(claims)));

    private static ReportedClaim Relation(string id, TrackRelation relation, Modality modality) => Said.Of(
        id, Said.Content(new TrackRelationDetail(Said.Track(Said.Astana), Said.Track(Said.Geneva), relation), modality: modality) with { Speaker = Said.Russia });

    private static ReportedClaim Member(string id, Party person, DelegationRole role) => Said.Of(
        id, Said.Content(new DelegationDetail(Said.Track(Said.Astana), role), [person], [Said.Army]), null, "2017-01-20");
}
