using Hudna.Linking;
using Hudna.Linking.Articles;

namespace Hudna.Tests.Linking.Articles;

/// <summary>Which articles are of one incident. Texts and names were made up for these tests.</summary>
public sealed class ArticleLinkerTests
{
    private const string Market = "قصف مدفعي على سوق الخضار وسط البلدة أودى بحياة البائع جندب الزعفراني وابنته ريحانة قرب دوار الطاحونة";
    private const string School = "طائرة مسيرة استهدفت حافلة مدرسة الخنساء على الطريق الغربي وفرق الإنقاذ تنتشل السائق";

    private static readonly ArticlePlace Saraqib = new("sy-saraqib", 35.86, 36.80, 2, "سراقب", true);
    private static readonly ArticlePlace Douma = new("sy-douma", 33.57, 36.40, 2, "دوما", true);
    private static readonly ArticlePlace Idlib = new("sy-idlib-governorate", 35.9, 36.6, 4, "ادلب", true);

    private static ArticleReport Report(string id, string day, string text, params ArticlePlace[] places) =>
        new() { Id = id + "#0", Article = id, Days = DayCluesTests.Clue(day), Places = places, Killed = [], Text = text };

    private static Dictionary<string, string> Link(IEnumerable<ArticleReport> reports, int threads = 1) =>
        new ArticleLinker(new LinkOptions { Threads = threads }).Link(reports).Links().ToDictionary(l => l.Report.Article, l => l.Incident, StringComparer.Ordinal);

    /// <summary>Beside a report of 5 January 2017 (a Thursday) on the market at Saraqib.</summary>
    public static TheoryData<string, ArticleReport, bool> Pairs => new()
    {
        { "one day, one place, other words", Report("b", "2017-01-05", School, Saraqib), true },
        { "no day, one place, the same names", Report("b", "", "استشهاد جندب الزعفراني وابنته ريحانة في قصف سوق الخضار قرب دوار الطاحونة", Saraqib), true },
        { "day without year, one place", Report("b", "--01-05", "قصف على سوق الخضار", Saraqib), true },
        { "another day without year", Report("b", "--06-20", School, Saraqib), false },
        { "another year", Report("b", "2015-06-20", School, Saraqib), false },
        { "no day, another place, other words", Report("b", "", School, Douma), false },
        { "one day, another place, other words", Report("b", "2017-01-05", School, Douma), false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Link_TwoArticles_AreOneOrTwo(string why, ArticleReport other, bool one)
    {
        ArgumentNullException.ThrowIfNull(other);
        Dictionary<string, string> links = Link([Report("a", "2017-01-05", Market, Saraqib), other]);
        Assert.True(one == (links["a"] == links["b"]), why);
    }

    [Fact]
    public void Link_UndatedBetweenTwoDays_DoNotMakeThemOne()
    {
        ArticleReport[] reports =
        [
            .. Enumerable.Range(0, 4).Select(i => Report($"jan{i}", "2017-01-05", Market, Saraqib)),
            .. Enumerable.Range(0, 4).Select(i => Report($"jun{i}", "2018-06-20", School, Saraqib)),
            .. Enumerable.Range(0, 6).Select(i => Report($"none{i}", "", "قصف على سراقب", Saraqib)),
        ];
        Dictionary<string, string> links = Link(reports);
        Assert.NotEqual(links["jan0"], links["jun0"]);
        Assert.Single(Enumerable.Range(0, 4).Select(i => links[$"jan{i}"]).Distinct());
        Assert.Single(Enumerable.Range(0, 4).Select(i => links[$"jun{i}"]).Distinct());
    }

    [Fact]
    public void Link_NameThatAnArticleDoesNotPlace_IsTheNamesakeThatOthersMean()
    {
        ArticlePlace syrian = new("sy-ariha", 35.81, 36.61, 2, "اريحا", true), palestinian = new("ps-jericho", 31.86, 35.46, 2, "اريحا", false);
        Dictionary<string, string> links = Link([Report("a", "2021-10-20", Market, syrian, Idlib), Report("b", "2021-10-20", School, palestinian)]);
        Assert.Equal(links["a"], links["b"]);
        ArticlePlace sure = palestinian with { IsSure = true };
        links = Link([Report("a", "2021-10-20", Market, syrian, Idlib), Report("b", "2021-10-20", School, sure)]);
        Assert.NotEqual(links["a"], links["b"]);
    }

    [Fact]
    public void Link_AnyOrderAndThreads_GiveTheSame()
    {
        Random random = new(7);
        string[] days = ["2017-01-05", "2017-01-06", "--01-05", "Thursday", ""];
        string[] words = [.. Market.Split(' '), .. School.Split(' ')];
        ArticlePlace[] places = [Saraqib, Douma, Idlib];
        ArticleReport[] reports =
        [
            .. Enumerable.Range(0, 120).Select(i => Report(
                $"r{i:000}", days[random.Next(days.Length)], string.Join(' ', Enumerable.Range(0, 8).Select(_ => words[random.Next(words.Length)])), places[random.Next(places.Length)])),
        ];
        Dictionary<string, string> expected = Link(reports);
        for (int round = 0; round < 4; round++)
        {
            random.Shuffle(reports);
            Assert.Equal(expected, Link(reports, 1 + (round % 3)));
        }

        Assert.True(expected.Values.Distinct().Count() is > 2 and < 120);
    }

    [Fact]
    public void Link_EveryIncident_IsNamedByItsLowestReportAndWeighed()
    {
        ArticleLinks links = new ArticleLinker(new LinkOptions()).Link([Report("b", "2017-01-05", Market, Saraqib), Report("a", "2017-01-05", Market, Saraqib), Report("c", "2011-05-05", School, Douma)]);
        Assert.Equal(["a#0", "a#0", "c#0"], links.Links().Select(l => l.Incident));
        Assert.All(links.Links(), l => Assert.InRange(l.Probability, 0.5, 1));
        Assert.All(links.Levels(), l => Assert.InRange(l.Weight, -8, 8));
    }

    [Fact]
    public void Link_OneIdTwice_IsRefused() =>
        Assert.Contains("two reports have this id", Assert.Throws<LinkInputException>(() => Link([Report("a", "", Market), Report("a", "", School)])).Message, StringComparison.Ordinal);

    [Fact]
    public void Link_None_IsNone() => Assert.Empty(Link([]));

    [Fact]
    public void Weights_Shipped_FallWithDistance()
    {
        int first = Array.IndexOf(ArticleFields.Levels[(int)ArticleField.Place], "same");
        for (int level = first + 1; level < first + 6; level++)
        {
            Assert.True(ArticleWeights.Shipped[ArticleField.Place, level] <= ArticleWeights.Shipped[ArticleField.Place, level - 1]);
        }
    }
}
