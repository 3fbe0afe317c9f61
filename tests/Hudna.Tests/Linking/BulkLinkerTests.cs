using Hudna.Linking;

namespace Hudna.Tests.Linking;

public sealed class BulkLinkerTests
{
    private static readonly LinkOptions OneThread = new() { Threads = 1 };

    private static readonly LinkReport Strike = new()
    {
        Id = "a",
        Source = "one",
        First = new DateOnly(2017, 1, 5),
        Last = new DateOnly(2017, 1, 5),
        Lat = 35.93,
        Lon = 36.63,
        Precision = 2,
        Place = "Idlib",
        Adm1 = "Idlib",
        Act = "air strike",
        Actors = ["Air Force"],
        DeadBest = 9,
    };

    private static Dictionary<string, string> Link(IEnumerable<LinkReport> reports, LinkOptions? options = null) =>
        new BulkLinker(options ?? OneThread).Link(reports).Links().ToDictionary(l => l.Id, l => l.Incident, StringComparer.Ordinal);

    /// <summary>One field changed: whether two reports of two sources are still one incident, with nothing learned but the defaults.</summary>
    public static TheoryData<string, LinkReport, bool> Pairs => new()
    {
        { "the same", Strike, true },
        { "the day after", Strike with { First = new DateOnly(2017, 1, 6), Last = new DateOnly(2017, 1, 6) }, true },
        { "a week after", Strike with { First = new DateOnly(2017, 1, 12), Last = new DateOnly(2017, 1, 12) }, false },
        { "no day told", Strike with { First = null, Last = null }, false },
        { "a longer time that holds the day", Strike with { First = new DateOnly(2017, 1, 3), Last = new DateOnly(2017, 1, 9) }, true },
        { "three kilometres away", Strike with { Lat = 35.957 }, true },
        { "the next town", Strike with { Lat = 36.2, Lon = 37.15, Place = "Aleppo", Adm1 = "Aleppo" }, false },
        { "only the province told", Strike with { Lat = 35.8, Lon = 36.7, Precision = 4, Place = null }, true },
        { "no place told", Strike with { Lat = null, Lon = null, Place = null, Adm1 = null }, false },
        { "the place told by name", Strike with { Lat = null, Lon = null }, true },
        { "another place told by name", Strike with { Lat = null, Lon = null, Place = "Aleppo", Adm1 = "Aleppo" }, false },
        { "another act, side and toll", Strike with { Act = "arrest", Actors = ["Police of X"], DeadBest = 0 }, false },
        { "actor not told", Strike with { Actors = [] }, true },
        { "toll not told", Strike with { DeadBest = null }, true },
        { "a toll near it", Strike with { DeadBest = 11 }, true },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Link_TwoReports_AreOneOrTwo(string why, LinkReport other, bool one)
    {
        ArgumentNullException.ThrowIfNull(other);
        Dictionary<string, string> links = Link([Strike, other with { Id = "b", Source = "two" }]);
        Assert.True(one == (links["a"] == links["b"]), why);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Link_ReportsInAnyOrderOnAnyThreads_GiveTheSameIncidents(int seed)
    {
        List<LinkReport> reports = [.. SyntheticReports.Of(seed, 400).Select(r => r.Report)];
        Dictionary<string, string> first = Link(reports);
        LinkReport[] shuffled = [.. reports];
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(first, Link(shuffled));
        Assert.Equal(first, Link(shuffled, new LinkOptions { Threads = 4 }));
    }

    [Fact]
    public void Link_KnownIncidents_AreFoundAgain()
    {
        List<(LinkReport Report, int Incident)> reports = SyntheticReports.Of(7, 1500, days: 1200);
        Dictionary<string, string> links = Link(reports.Select(r => r.Report));
        double right = 0, said = 0, there = 0;
        foreach ((LinkReport a, int one) in reports)
        {
            foreach ((LinkReport b, int other) in reports)
            {
                bool says = links[a.Id] == links[b.Id], isSo = one == other;
                (right, said, there) = (right + (says && isSo ? 1 : 0), said + (says ? 1 : 0), there + (isSo ? 1 : 0));
            }
        }

        double f1 = 2 * right / (said + there);
        Assert.True(f1 > 0.9, $"F1 {f1:0.000}");
    }

    [Fact]
    public void Link_ReportsPinnedTogether_AreOneHoweverFarApart()
    {
        Dictionary<string, string> links = Link([Strike with { Pinned = "7" }, Strike with { Id = "b", First = new DateOnly(2019, 5, 5), Last = new DateOnly(2019, 5, 5), Lat = 33.5, Pinned = "7" }]);
        Assert.Equal(links["a"], links["b"]);
    }

    [Fact]
    public void Link_ReportsPinnedApart_AreTwoHoweverAlike()
    {
        Dictionary<string, string> links = Link([Strike with { Pinned = "7" }, Strike with { Id = "b", Pinned = "8" }]);
        Assert.NotEqual(links["a"], links["b"]);
    }

    [Fact]
    public void Link_ReportThatAPersonTookAway_IsNeverLinkedThereAgain()
    {
        LinkReport taken = Strike with { Id = "b", Forbidden = ["7"] };
        Dictionary<string, string> links = Link([Strike with { Pinned = "7" }, taken, Strike with { Id = "c" }]);
        Assert.NotEqual(links["a"], links["b"]);
    }

    [Fact]
    public void Link_NoReports_GivesNone() => Assert.Empty(Link([]));

    [Fact]
    public void Link_TwoReportsOfOneId_IsRefused()
    {
        LinkInputException e = Assert.Throws<LinkInputException>(() => Link([Strike, Strike]));
        Assert.StartsWith("a:", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Link_LastDayBeforeTheFirst_IsRefused() =>
        Assert.Throws<LinkInputException>(() => Link([Strike with { Last = new DateOnly(2017, 1, 1) }]));

    [Fact]
    public void Link_EveryProbability_IsOne()
    {
        LinkResult result = new BulkLinker(OneThread).Link(SyntheticReports.Of(5, 300).Select(r => r.Report));
        Assert.All(result.Links(), l => Assert.InRange(l.Probability, 0, 1));
        Assert.All(result.Possible(), p => Assert.InRange(p.Probability, 0, 0.5));
        Assert.NotEmpty(result.Possible());
    }
}
