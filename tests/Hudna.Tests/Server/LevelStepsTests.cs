using Hudna.Commitments;
using Hudna.Server.Features.Commitments;
using Hudna.Tests.Commitments;

namespace Hudna.Tests.Server;

public sealed class LevelStepsTests
{
    private static readonly DateOnly Day = new(2017, 1, 31);

    // 1 to 31 January over 228 units between the edges: 7.6 a day; 12 units a level.
    [Fact]
    public void Line_StepsAtEachRating_AndEndsOnTheDay()
    {
        LevelSteps steps = LevelSteps.Of(Of(("2017-01-11", 0), ("2017-01-21", 3), ("2017-02-10", 1)), Day, mirrored: false)!;
        Assert.Equal("M82 42H158V6H234", steps.Line);
        Assert.Equal([("82", "42"), ("158", "6")], steps.Dots);
        Assert.Equal(("120", new DateOnly(2017, 1, 1), Day), (steps.Due, steps.First, steps.Last));
    }

    [Fact]
    public void Mirrored_RunsFromTheRight() =>
        Assert.Equal("M158 42H82V6H6", LevelSteps.Of(Of(("2017-01-11", 0), ("2017-01-21", 3)), Day, mirrored: true)!.Line);

    [Fact]
    public void NotRatedByThen_IsNoChart()
    {
        Assert.Null(LevelSteps.Of(Of(("2017-02-10", 1)), Day, mirrored: false));
        Assert.Null(LevelSteps.Of(Of() with { Implementation = null }, Day, mirrored: false));
    }

    [Fact]
    public void AllOnOneDay_StandsAtTheEdge()
    {
        LevelSteps steps = LevelSteps.Of(Of(("2017-01-31", 2)) with { MadeOn = Day, Due = null }, Day, mirrored: false)!;
        Assert.Equal(("M6 18H6", null), (steps.Line, steps.Due));
    }

    private static Commitment Of(params (string On, int Level)[] ratings) => CommitmentList.Of(
        [CommitmentSamples.Promise("c1", due: "2017-01-16", published: "2017-01-01")], null, [CommitmentSamples.Rated("c1", ratings)], Day)[0];
}
