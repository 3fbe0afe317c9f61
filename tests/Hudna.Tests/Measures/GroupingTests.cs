using FsCheck;
using FsCheck.Fluent;
using Hudna.Measuring;

namespace Hudna.Tests.Measures;

/// <summary>Expected values are worked out by hand in the comments beside them.</summary>
public class GroupingTests
{
    private const double Close = 1e-12;

    // One row: items, groups found, true groups, one letter a group and one word an item; "-" is no group.
    [Theory]
    [InlineData("a a b b", "x x y y", 2, 0, 0, 1.0, 1.0, "as it is")]
    [InlineData("a a a a", "x x y y", 2, 4, 0, 0.5, 1.0, "one blob: 6 pairs, 2 right; each item has 2 of 4 right")]
    [InlineData("a b c d", "x x y y", 0, 0, 2, 1.0, 0.5, "all alone: no pair; each item has itself of 2")]
    [InlineData("a a b c", "x x x y", 1, 0, 2, 1.0, 2.0 / 3, "recall (2/3 + 2/3 + 1/3 + 1) / 4")]
    [InlineData("a a a b", "x x y y", 1, 2, 1, 2.0 / 3, 0.75, "precision (2/3 + 2/3 + 1/3 + 1) / 4, recall (1 + 1 + 1/2 + 1/2) / 4")]
    [InlineData("a a - -", "x x y y", 1, 0, 1, 1.0, 0.5, "no group found costs recall, not precision: (1 + 1 + 0 + 0) / 4")]
    [InlineData("- - - -", "x x y y", 0, 0, 2, 0.0, 0.0, "nothing found at all")]
    [InlineData("ab ab", "xy xy", 2, 0, 0, 1.0, 1.0, "two shared of two: the pair counts twice")]
    [InlineData("ab ab", "x x", 1, 1, 0, 0.5, 1.0, "two shared, one true: every precision is 1/2")]
    [InlineData("a a", "xy xy", 1, 0, 1, 1.0, 0.5, "one shared, two true: every recall is 1/2")]
    [InlineData("ab a b", "xy x y", 2, 0, 0, 1.0, 1.0, "an article of two incidents among reports of one")]
    [InlineData("a a b", "xy x y", 1, 0, 1, 1.0, 2.0 / 3, "its second incident missed: recall ((1/2 + 1 + 0)/3 + (1 + 1)/2 + (0 + 1)/2) / 3")]
    public void Score_ByHand(string found, string truth, long right, long wrong, long missed, double precision, double recall, string why)
    {
        GroupingScore score = Grouping.Score(Of(found), Of(truth));

        Assert.Equal(new PairCounts(right, wrong, missed), score.Pairs);
        Assert.True(Math.Abs(precision - score.Precision) < Close, $"{why}: precision {score.Precision}");
        Assert.True(Math.Abs(recall - score.Recall) < Close, $"{why}: recall {score.Recall}");
    }

    [Fact]
    public void Score_OfDifferentItems_IsRefused() => Assert.Throws<ArgumentException>(() => Grouping.Score(Of("a b"), Of("a")));

    [Fact]
    public void Score_OfNothing_IsZero()
    {
        GroupingScore score = Grouping.Score(new Grouping(0, []), new Grouping(0, []));

        Assert.Equal((0.0, 0.0, 0.0, 0, 0), (score.Precision, score.Recall, score.F, score.Groups, score.Largest));
    }

    [Fact]
    public void Grouping_CountsDoublesOnce()
    {
        Grouping grouping = new(3, [(0, "a"), (0, "a"), (1, "a"), (1, "b")]);

        Assert.Equal((2, 2, 2), (grouping.Count, grouping.Largest, grouping.Placed));
        Assert.True(grouping.Together(0, 1));
        Assert.False(grouping.Together(0, 2));
        Assert.False(grouping.Together(2, 2));
    }

    [Fact]
    public void Score_ExchangingFoundAndTruth_ExchangesPrecisionAndRecall() => Holds((a, b) =>
    {
        GroupingScore one = Grouping.Score(Of(a), Of(b)), other = Grouping.Score(Of(b), Of(a));
        return Math.Abs(one.Precision - other.Recall) < Close && Math.Abs(one.Recall - other.Precision) < Close
            && one.Pairs == new PairCounts(other.Pairs.Right, other.Pairs.Missed, other.Pairs.Wrong);
    });

    [Fact]
    public void Score_IsWithinBounds_AndPerfectAgainstItself() => Holds((a, b) =>
    {
        GroupingScore score = Grouping.Score(Of(a), Of(b)), self = Grouping.Score(Of(a), Of(a));
        return score.Precision is >= 0 and <= 1 + Close && score.Recall is >= 0 and <= 1 + Close && score.Pairs is { Right: >= 0, Wrong: >= 0, Missed: >= 0 }
            && self.Pairs is { Wrong: 0, Missed: 0 } && (Of(a).Placed == 0 || Math.Abs(self.F - 1) < Close);
    });

    [Fact]
    public void Score_IsThatOfTheDefinition() => Holds((a, b) => Math.Abs(Grouping.Score(Of(a), Of(b)).Recall - RecallByDefinition(a, b)) < Close);

    /// <summary>Each letter of a word is a group of the item at the word's place; "-" is none.</summary>
    private static Grouping Of(string words) => Of(words.Split(' '));

    private static Grouping Of(string[] words) =>
        new(words.Length, words.SelectMany((w, i) => w.Where(c => c != '-').Select(c => (i, c.ToString()))));

    /// <summary>Two random groupings of the same items, most items in one group, some in several or none.</summary>
    private static void Holds(Func<string[], string[], bool> law)
    {
        Gen<string> word = Gen.Elements("a", "b", "c", "d", "e", "ab", "bc", "ace", "-");
        Gen<(string[] A, string[] B)> both = Gen.Choose(1, 12).SelectMany(n => word.ArrayOf(n).SelectMany(a => word.ArrayOf(n).Select(b => (a, b))));
        Prop.ForAll(both.ToArbitrary(), g => law(g.A, g.B)).QuickCheckThrowOnFailure();
    }

    /// <summary>Extended BCubed recall straight from its formula, over all ordered pairs of items.</summary>
    private static double RecallByDefinition(string[] found, string[] truth)
    {
        List<double> ofItems = [];
        for (int item = 0; item < truth.Length; item++)
        {
            List<double> ofPairs = [];
            for (int other = 0; other < truth.Length; other++)
            {
                int t = Shared(truth[item], truth[other]), c = Shared(found[item], found[other]);
                if (t > 0)
                {
                    ofPairs.Add((double)Math.Min(t, c) / t);
                }
            }

            if (ofPairs.Count > 0)
            {
                ofItems.Add(ofPairs.Average());
            }
        }

        return ofItems.DefaultIfEmpty().Average();
    }

    private static int Shared(string a, string b) => a.Count(c => c != '-' && b.Contains(c, StringComparison.Ordinal));
}
