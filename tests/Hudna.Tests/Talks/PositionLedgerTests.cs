using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Talks;
using static Hudna.Tests.Talks.PositionSamples;

namespace Hudna.Tests.Talks;

public sealed class PositionLedgerTests
{
    [Fact]
    public void ReadyForEverything_ThenRulesOut_IsAContradictionWithBothDaysAndSources()
    {
        PositionRow row = Row(
            Said("c2", "state-sy", "foreign_fighters", PositionStance.Opposes, "2017-01-20", "Halab Today"),
            Said("c1", "state-sy", PositionLedger.Everything, PositionStance.Open, "2017-01-09"));
        PositionPair pair = Assert.Single(row.Contradictions);
        Assert.True(pair.IsOrdered);
        Assert.Equal(
            (PositionLedger.Everything, Day("2017-01-09"), "words c1", "foreign_fighters", Day("2017-01-20"), "words c2", "Halab Today"),
            (pair.One.Topic, pair.One.First!.Value, pair.One.Said[0].Claim.Content.Text, pair.Other.Topic, pair.Other.First!.Value,
                pair.Other.Said[0].Claim.Content.Text, pair.Other.Said[0].Sources[0].Name));
        Assert.All(row.Cells, c => Assert.Single(c.Contradictions));
        Assert.All(row.Cells, c => Assert.Empty(c.Shifts));
    }

    [Fact]
    public void RulesOutFirst_ThenReadyForEverything_IsOneToo() => Assert.Equal(
        ("truce", PositionLedger.Everything),
        Assert.Single(Row(
            Said("c1", "state-sy", "truce", PositionStance.Opposes, "2017-01-09"),
            Said("c2", "state-sy", PositionLedger.Everything, PositionStance.Supports, "2017-01-20")).Contradictions) is var pair ? (pair.One.Topic, pair.Other.Topic) : default);

    // first stance, second stance, contradiction, change
    [Theory]
    [InlineData(PositionStance.Supports, PositionStance.Opposes, true, true)]
    [InlineData(PositionStance.Open, PositionStance.Opposes, true, true)]
    [InlineData(PositionStance.Demands, PositionStance.Opposes, true, true)]
    [InlineData(PositionStance.Opposes, PositionStance.Open, true, true)]
    [InlineData(PositionStance.Conditional, PositionStance.Opposes, false, true)]
    [InlineData(PositionStance.Supports, PositionStance.Demands, false, true)]
    [InlineData(PositionStance.Supports, PositionStance.Neutral, false, false)]
    [InlineData(PositionStance.Neutral, PositionStance.Opposes, false, false)]
    [InlineData(PositionStance.Supports, PositionStance.Supports, false, false)]
    public void TwoStances_OnOneTopic(PositionStance first, PositionStance second, bool contradicts, bool changes)
    {
        PositionCell cell = Row(
            Said("c1", "state-sy", "truce", first, "2017-01-09"), Said("c2", "state-sy", "truce", second, "2017-01-20")).Cells.Single();
        Assert.Equal((contradicts, changes), (cell.Contradictions.Count == 1, cell.Shifts.Count == 1));
    }

    [Fact]
    public void AgainstEverything_AndForOneTopic_IsNotPaired() => Assert.Empty(Row(
        Said("c1", "state-sy", PositionLedger.Everything, PositionStance.Opposes, "2017-01-09"),
        Said("c2", "state-sy", "truce", PositionStance.Supports, "2017-01-20")).Contradictions);

    [Fact]
    public void OtherSpeakers_DoNotContradict() => Assert.All(
        Of(Said("c1", "head", "truce", PositionStance.Supports, "2017-01-09"), Said("c2", "spokesman", "truce", PositionStance.Opposes, "2017-01-20")).Rows(),
        r => Assert.Empty(r.Contradictions));

    [Fact]
    public void StanceSaidAgain_OnlyTheNearestWordsArePaired()
    {
        PositionCell cell = Row(
            Said("c1", "state-sy", "truce", PositionStance.Supports, "2017-01-01"), Said("c2", "state-sy", "truce", PositionStance.Supports, "2017-01-05"),
            Said("c3", "state-sy", "truce", PositionStance.Opposes, "2017-01-10"), Said("c4", "state-sy", "truce", PositionStance.Opposes, "2017-01-12")).Cells.Single();
        PositionPair pair = Assert.Single(cell.Contradictions);
        Assert.Equal((Day("2017-01-05"), Day("2017-01-10")), (pair.One.Last!.Value, pair.Other.First!.Value));
        Assert.Equal([pair], cell.Shifts);
        Assert.Equal([PositionStance.Opposes], cell.Latest);
    }

    [Fact]
    public void SameDay_IsAContradictionWithoutOrder_AndNoChange()
    {
        PositionCell cell = Row(
            Said("c1", "state-sy", "truce", PositionStance.Opposes, "2017-01-05"), Said("c2", "state-sy", "truce", PositionStance.Open, "2017-01-05", "Other")).Cells.Single();
        PositionPair pair = Assert.Single(cell.Contradictions);
        Assert.Equal((false, PositionStance.Open, PositionStance.Opposes), (pair.IsOrdered, pair.One.Stance, pair.Other.Stance));
        Assert.Empty(cell.Shifts);
        Assert.Equal([PositionStance.Open, PositionStance.Opposes], cell.Latest);
        Assert.Equal(2, cell.Sources);
    }

    [Fact]
    public void DaysThatOverlap_AreNoOrder()
    {
        PositionCell cell = Row(
            Said("c1", "state-sy", "truce", PositionStance.Supports, null, time: "2017-01"), Said("c2", "state-sy", "truce", PositionStance.Opposes, "2017-01-20")).Cells.Single();
        Assert.Empty(cell.Shifts);
        Assert.False(Assert.Single(cell.Contradictions).IsOrdered);
        Assert.Equal(2, cell.Latest.Count);
    }

    [Fact]
    public void ClaimsOwnTime_GoesBeforeTheReportsDay() => Assert.Equal(
        ["c2", "c1", "c3"],
        Row(
            Said("c3", "state-sy", "truce", PositionStance.Supports, null), Said("c1", "state-sy", "truce", PositionStance.Supports, "2017-01-05"),
            Said("c2", "state-sy", "truce", PositionStance.Supports, "2017-01-20", time: "2017-01-02")).Cells.Single().Entries.Select(e => e.Claim.Id));

    [Fact]
    public void PossibleAndNegated_AreListed_AndCountAsNoStance()
    {
        PositionCell cell = Row(
            Said("c1", "state-sy", "truce", PositionStance.Supports, "2017-01-05", modality: Modality.Possible),
            Said("c2", "state-sy", "truce", PositionStance.Opposes, "2017-01-06", modality: Modality.Negated)).Cells.Single();
        Assert.Equal(2, cell.Entries.Count);
        Assert.Empty(cell.Latest);
        Assert.Empty(cell.Points);
        Assert.Empty(cell.Contradictions);
    }

    [Fact]
    public void Rejected_IsLeftOut() => Assert.Empty(
        Of(Said("c1", "state-sy", "truce", PositionStance.Supports, "2017-01-05", status: ClaimStatus.Rejected)).Groups);

    [Fact]
    public void SameStanceAndDay_IsOnePointWithAllSources()
    {
        PositionCell cell = Row(
            Said("c1", "state-sy", "truce", PositionStance.Supports, "2017-01-05", "A"), Said("c2", "state-sy", "truce", PositionStance.Supports, "2017-01-05", "B"),
            Said("c3", "state-sy", "truce", PositionStance.Supports, "2017-01-05", "A")).Cells.Single();
        Assert.Equal((2, 3), (cell.Sources, Assert.Single(cell.Points).Said.Count));
    }

    [Fact]
    public void Groups_ArePeopleUnderWhomTheySpeakFor_HeadFirst()
    {
        PositionMatrix matrix = Of(
            [.. new[] { "spokesman", "envoy-sy", "head", "committee", "minister-ru", "politician-sy", "minister-xx", "faction", "~رجل في السوق" }
                .Select((s, i) => Said($"c{i}", s, "truce", PositionStance.Supports, "2017-01-05"))]);
        Assert.Equal(
            [
                "committee: committee head spokesman", "faction: faction", "minister-xx: minister-xx", "politician-sy: politician-sy", "state-ru: minister-ru",
                "state-sy: envoy-sy", "~رجل في السوق: ~رجل في السوق",
            ],
            matrix.Groups.Select(g => $"{g.Key}: {string.Join(' ', g.Rows.Select(r => r.Key))}"));
        Assert.Equal((null, "رجل في السوق"), (matrix.Groups[^1].ActorId, matrix.Groups[^1].Rows[0].Speaker.Text));
    }

    [Fact]
    public void UnrecognisedSpeakers_AreOneWhenTheirWordsFoldToTheSame() => Assert.Single(
        Of(Said("c1", "~مصدر أمني", "truce", PositionStance.Supports, "2017-01-05"), Said("c2", "~مصدر امني", "truce", PositionStance.Opposes, "2017-01-06")).Rows());

    [Fact]
    public void Scope_NarrowsByDaysTopicAndGroup()
    {
        ReportedClaim[] claims =
        [
            Said("c1", "state-sy", PositionLedger.Everything, PositionStance.Open, "2017-01-09"), Said("c2", "state-sy", "truce", PositionStance.Opposes, "2017-01-20"),
            Said("c3", "minister-ru", "transition", PositionStance.Supports, "2017-01-15"), Said("c4", "minister-ru", "truce", PositionStance.Supports, null),
        ];
        Assert.Equal(["transition", "truce", "everything"], PositionLedger.Of(claims, PositionSamples.Gazetteer, new PositionScope()).Topics);
        PositionMatrix early = PositionLedger.Of(claims, PositionSamples.Gazetteer, new PositionScope(AsOf: Day("2017-01-15")));
        Assert.Equal(["transition", "everything"], early.Topics);
        Assert.Equal(1, early.Undated);
        Assert.All(early.Rows(), r => Assert.Empty(r.Contradictions));
        PositionMatrix late = PositionLedger.Of(claims, PositionSamples.Gazetteer, new PositionScope(From: Day("2017-01-16")));
        Assert.Equal(["truce"], late.Topics);
        PositionRow truce = Assert.Single(PositionLedger.Of(claims, PositionSamples.Gazetteer, new PositionScope(Topic: "truce", Group: "state-sy")).Rows());
        Assert.Equal(("truce", 1), (Assert.Single(truce.Cells).Topic, truce.Contradictions.Count));
    }

    private static PositionMatrix Of(params ReportedClaim[] claims) => PositionLedger.Of(claims, PositionSamples.Gazetteer, new PositionScope());

    private static PositionRow Row(params ReportedClaim[] claims) => Assert.Single(Of(claims).Rows());
}
