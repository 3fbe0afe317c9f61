using Hudna.Agreements;
using Hudna.Commitments;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Tests.Store;
using static Hudna.Tests.Commitments.CommitmentSamples;
using static Hudna.Tests.Talks.PositionSamples;

namespace Hudna.Tests.Commitments;

public sealed class CommitmentListTests
{
    private static readonly DateOnly Today = new(2017, 1, 20);

    // due, ratings' level (-1 for none), rated on, modality: overdue?
    [Theory]
    [InlineData("2017-01-19", -1, null, Modality.Asserted, true)]
    [InlineData("2017-01-20", -1, null, Modality.Asserted, false)]
    [InlineData("2017-01-10/2017-01-19", 2, "2017-01-15", Modality.Asserted, true)]
    [InlineData("2017-01", -1, null, Modality.Asserted, false)]
    [InlineData("2017-01-19", 3, "2017-01-20", Modality.Asserted, false)]
    [InlineData("2017-01-19", 3, "2017-01-21", Modality.Asserted, true)]
    [InlineData("2017-01-19", -1, null, Modality.Planned, true)]
    [InlineData("2017-01-19", -1, null, Modality.Possible, false)]
    [InlineData("2017-01-19", -1, null, Modality.Negated, false)]
    [InlineData(null, 0, "2017-01-15", Modality.Asserted, false)]
    public void Overdue_IsDueBeforeTheDayAndNotCarriedOutByThen(string? due, int level, string? on, Modality modality, bool expected) =>
        Assert.Equal(expected, Of([Promise("c1", due: due, modality: modality)], on is null ? [] : [Rated("c1", (on, level))])[0].IsOverdue);

    [Fact]
    public void Level_IsThatOfTheDay_AndTellsSinceWhen()
    {
        Commitment commitment = Of([Promise("c1")], [Rated("c1", ("2017-01-05", 1), ("2017-01-12", 2), ("2017-01-18", 2), ("2017-01-25", 3))])[0];
        Assert.Equal((2, Day("2017-01-12")), (commitment.Level!.Value, commitment.LevelSince!.Value));
        Assert.Null(Of([Promise("c1")], [Rated("c1", ("2017-01-25", 3))])[0].Level);
    }

    [Fact]
    public void RatingForTheSameDay_StandsInTheEarlierOnesPlace()
    {
        ImplementationRecord record = Rated("c1", ("2017-01-12", 3), ("2017-01-05", 1), ("2017-01-12", 2));
        Assert.Equal([1, 2], record.Steps(Today).Select(s => s.Level));
        Assert.Equal((null, 1, 2), (record.LevelOn(Day("2017-01-04")), record.LevelOn(Day("2017-01-11")), record.LevelOn(Day("2017-01-12"))));
    }

    [Fact]
    public void Order_IsOverdueFirst_ThenByDueDay() => Assert.Equal(
        ["c3", "c2", "c4", "c1"],
        Of([Promise("c1", words: "a"), Promise("c2", due: "2017-01-10", words: "b"), Promise("c3", due: "2017-01-05", words: "c"), Promise("c4", due: "2017-02-01", words: "d")])
            .Select(c => c.Id));

    [Fact]
    public void RejectedAndOtherKinds_AreLeftOut() => Assert.Empty(
        Of([Promise("c1", status: ClaimStatus.Rejected), Said("c2", "state-sy", "truce", PositionStance.Open, "2017-01-05")]));

    [Fact]
    public void Tally_CountsWhatIsStatedOnly()
    {
        CommitmentTally tally = CommitmentTally.Of(Of(
            [
                Promise("c1", due: "2017-01-10"), Promise("c2", words: "x"), Promise("c3", words: "y"), Promise("c4", words: "z", modality: Modality.Possible),
                Promise("c5", words: "w", modality: Modality.Negated),
            ],
            [Rated("c2", ("2017-01-10", 3)), Rated("c3", ("2017-01-10", 0)), Rated("c4", ("2017-01-10", 1))]));
        Assert.Equal((3, 1, 1), (tally.Promised, tally.NotRated, tally.Overdue));
        Assert.Equal([1, 0, 0, 1], tally.Levels);
        Assert.Equal(tally.Promised, tally.Levels.Sum() + tally.NotRated);
    }

    [Fact]
    public void ByActor_CountsAPromiseOfTwoForEach()
    {
        IReadOnlyList<ActorTally> tallies = CommitmentList.ByActor(Of(
            [Promise("c1", "state-ru+state-sy"), Promise("c2", "state-ru", words: "x"), Promise("c3", "~وسيط", words: "y")], [Rated("c2", ("2017-01-10", 3))]));
        Assert.Equal([("state-ru", 2, 1), ("state-sy", 1, 0), ("وسيط", 1, 0)], tallies.Select(t => (t.Key, t.Tally.Promised, t.Tally.Levels[3])));
    }

    [Fact]
    public void ObligationsOfTheAgreement_AreCommitmentsOfWhomTheyMeanThatDay()
    {
        Agreement agreement = MechanismSamples.Agreement() with
        {
            Provisions = [.. MechanismSamples.Agreement().Provisions, Obliges("5", PartyClass.Guarantors), Obliges("6.a", PartyClass.Bound)],
            Adherences =
            [
                new Adherence("gov-sy", AdherenceStatus.Adheres, new Period(Day("2016-12-30"), null), "annex"),
                new Adherence("group", AdherenceStatus.Adheres, new Period(Day("2016-12-30"), null), "annex"),
                new Adherence("group", AdherenceStatus.Withdrawn, new Period(Day("2017-01-15"), null), "letter"),
                new Adherence("late", AdherenceStatus.Adheres, new Period(Day("2017-01-21"), null), "letter"),
            ],
        };
        IReadOnlyList<Commitment> all = CommitmentList.Of([], agreement, [Rated("agreement:truce:6.a", ("2017-01-10", 2))], Today);
        Assert.Equal(["agreement:truce:5", "agreement:truce:6.a"], all.Select(c => c.Id));
        Assert.Equal(["state-ru"], all[0].ActorIds);
        Assert.Equal((CommitmentBasis.Agreement, null), (all[0].Basis, all[0].Due));
        Assert.Equal(["gov-sy"], all[1].ActorIds);
        Assert.Equal((2, Day("2016-12-29")), (all[1].Level!.Value, all[1].MadeOn!.Value));
    }

    [Theory]
    [InlineData("agreement:truce:2.a", "truce", "2.a")]
    [InlineData("agreement:truce:2:b", "truce", "2:b")]
    [InlineData("agreement:truce:", null, null)]
    [InlineData("agreement::2", null, null)]
    [InlineData("agreement:truce", null, null)]
    [InlineData("c0123456789abcdef", null, null)]
    public void ProvisionId_ReadsWhatItWrites(string subject, string? agreement, string? number)
    {
        var id = ProvisionId.Parse(subject);
        Assert.Equal((agreement, number), (id?.AgreementId, id?.Number));
        Assert.Equal(agreement is null ? null : subject, id?.ToString());
    }

    private static IReadOnlyList<Commitment> Of(ReportedClaim[] claims, ImplementationRecord[]? ratings = null) => CommitmentList.Of(claims, null, ratings ?? [], Today);

    private static Provision Obliges(string number, PartyClass by) => new()
    {
        Number = number,
        Type = ProvisionType.Obliges,
        Title = new BilingualText("Aid", "مساعدات"),
        Text = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "Aid passes." },
        Acts = [],
        By = [new PartyPattern(by, null, null)],
        Against = [new PartyPattern(PartyClass.Anyone, null, null)],
        DocumentId = "text",
    };
}
