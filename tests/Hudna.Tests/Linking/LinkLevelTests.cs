using Hudna.Linking;

namespace Hudna.Tests.Linking;

public sealed class LinkLevelTests
{
    [Fact]
    public void Of_NamesEveryLevel_WithTheSharesOfTheWeights()
    {
        LinkWeights weights = LinkWeights.Shipped;
        IReadOnlyList<LinkLevel> levels = LinkLevel.Of(weights);
        Assert.Equal(weights.M.Sum(row => row.Count - 1), levels.Count);
        Assert.All(levels, l => Assert.Equal((weights.M[(int)l.Field][l.Level], weights.U[(int)l.Field][l.Level]), (l.M, l.U)));

        // A level is told by its name, or by its bounds within a name.
        Assert.Equal(levels.Count, levels.DistinctBy(l => (l.Field, l.Name, l.From, l.To)).Count());
        Assert.All(levels.Where(l => l.From is not null && l.To is not null), l => Assert.True(l.From < l.To));
    }

    /// <summary>What is shown is what is weighed: the same day and place speak for, two places of a list against.</summary>
    [Theory]
    [InlineData(LinkField.Time, "same_day", null, true)]
    [InlineData(LinkField.Place, "list_same", null, true)]
    [InlineData(LinkField.Place, "list_far", null, false)]
    [InlineData(LinkField.Place, "km_exact", 0.3, true)]
    [InlineData(LinkField.Actors, "different", null, false)]
    [InlineData(LinkField.Toll, "equal_many", null, true)]
    [InlineData(LinkField.Wording, "cosine", 0.05, false)]
    [InlineData(LinkField.Source, "same", null, false)]
    public void Weight_HasTheSignOfWhatItSays(LinkField field, string name, double? to, bool speaksFor)
    {
        LinkLevel level = LinkLevel.Of(LinkWeights.Shipped).Single(l => l.Field == field && l.Name == name && l.To == to);
        Assert.Equal(speaksFor, level.Weight > 0);
        Assert.Equal(Math.Log(level.M / level.U), level.Weight, 6);
    }

    [Fact]
    public void Distances_NeverWeighMoreThanSmallerOnes() => Assert.All(
        LinkLevel.Of(LinkWeights.Shipped).Where(l => l.Name.StartsWith("km_", StringComparison.Ordinal)).GroupBy(l => l.Name),
        run => Assert.Equal(run.Select(l => l.Weight).OrderDescending(), run.Select(l => l.Weight)));

    [Fact]
    public void Turned_IsTheOtherSidesView()
    {
        LinkEvidence evidence = new(0.4, -2, [new FieldWeight(LinkField.Time, 1, "2017-01-01", "2017-01-02")]);
        Assert.Equal(("2017-01-02", "2017-01-01"), (evidence.Turned().Fields[0].Own, evidence.Turned().Fields[0].Other));
        Assert.Equal(evidence.Fields[0], evidence.Turned().Turned().Fields[0]);
    }
}
