using Hudna.Linking;

namespace Hudna.Tests.Linking;

public sealed class IncidentSizesTests
{
    // 20,000 incidents, each size k as usual as 0.5^k, as a source that goes on reporting with probability one half would make them.
    private static readonly int[] Halving = [.. Enumerable.Range(1, 14).SelectMany(k => Enumerable.Repeat(k, 20_000 >> k))];

    [Fact]
    public void Of_Few_LeavesEwensFormula()
    {
        IncidentSizes sizes = IncidentSizes.Of([1, 1, 2, 40]);
        Assert.All((int[])[1, 2, 7, 40, 900], k => Assert.Equal(0, sizes.Log(k)));
        Assert.Equal(0, sizes.AgainstTwo(40));
    }

    [Theory]
    [InlineData(2, 1)] // 2 · 0.5² over 0.5
    [InlineData(4, 0.5)] // 4 · 0.5⁴ over 0.5
    [InlineData(6, 0.1875)]
    public void Log_OfSizesSeenOften_IsTheirShareTimesTheSize(int size, double expected) =>
        Assert.Equal(Math.Log(expected), IncidentSizes.Of(Halving).Log(size), 0.05);

    [Fact]
    public void Log_BeyondTheLargestSeen_GoesOnFalling()
    {
        IncidentSizes sizes = IncidentSizes.Of(Halving);
        double before = sizes.Log(14);
        for (int size = 15; size < 200; size++)
        {
            double log = sizes.Log(size);
            Assert.InRange(log - before, -1.5, -0.2);
            before = log;
        }
    }

    [Fact]
    public void AgainstTwo_OfOneThatNoneIsAsLargeAs_SpeaksForTwo()
    {
        // Incidents have one to three reports, or ten: twenty are two of ten.
        IncidentSizes sizes = IncidentSizes.Of([.. Enumerable.Range(0, 4000).Select(i => i % 4 == 3 ? 10 : 1 + (i % 4))]);
        Assert.True(sizes.AgainstTwo(10) > 0, $"10: {sizes.AgainstTwo(10)}");
        Assert.True(sizes.AgainstTwo(20) < -2, $"20: {sizes.AgainstTwo(20)}");
    }
}
