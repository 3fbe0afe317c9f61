using Hudna.Linking;

namespace Hudna.Tests.Linking;

/// <summary>Two thousand incidents of one to six reports far apart teach how large an incident is; then many tell of one town on one day.</summary>
public sealed class SplittingTests
{
    private static readonly DateOnly Day = new(2016, 1, 1);

    private static IEnumerable<LinkReport> Usual()
    {
        Random random = new(3);
        for (int incident = 0; incident < 2000; incident++)
        {
            double lat = 20 + (incident % 40 * 0.7), lon = 20 + (incident / 40 * 0.9);
            int size = 1 + random.Next(6);
            for (int i = 0; i < size; i++)
            {
                yield return Report($"u{incident:0000}{i}", lat, lon, Day.AddDays(incident * 37 % 900), random, i) with { DeadBest = 1 + (incident % 5) };
            }
        }
    }

    private static LinkReport Report(string id, double lat, double lon, DateOnly day, Random random, int source) => new()
    {
        Id = id,
        Source = $"s{source}",
        First = day,
        Last = day,
        Lat = lat + ((random.NextDouble() - 0.5) / 60),
        Lon = lon + ((random.NextDouble() - 0.5) / 60),
        Act = "air strike",
        Actors = ["Air Force"],
        DeadBest = 2,
    };

    private static Dictionary<string, string> Link(IEnumerable<LinkReport> reports) =>
        new BulkLinker(new LinkOptions { Threads = 2 }).Link(reports).Links().ToDictionary(l => l.Id, l => l.Incident, StringComparer.Ordinal);

    private static IEnumerable<LinkReport> Crowd(double east, string name, string? pinned = null)
    {
        Random random = new(name[0]);
        return [.. Enumerable.Range(0, 12).Select(i => Report($"{name}{i:00}", 50, 50 + east, Day, random, i) with { Pinned = pinned })];
    }

    [Fact]
    public void Link_TwoThatAreToldAlike_AreNotOneLargerThanAnyOther()
    {
        Dictionary<string, string> links = Link([.. Usual(), .. Crowd(0, "x"), .. Crowd(0.02, "y")]);
        Assert.True(links.Values.CountBy(i => i).Max(c => c.Value) < 24);
    }

    [Fact]
    public void Link_LargeIncidentThatAPersonPutTogether_StaysWhole()
    {
        Dictionary<string, string> links = Link([.. Usual(), .. Crowd(0, "x", "7"), .. Crowd(0.02, "y", "7")]);
        Assert.Single(links.Where(l => l.Key[0] is 'x' or 'y').Select(l => l.Value).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Link_PointGivenManyTimes_IsOnePoint()
    {
        // Six sources of two maps whose middles of one town lie a kilometre apart: that each repeats its map's point does not make it surer.
        Random random = new(1);
        List<LinkReport> town = [.. Enumerable.Range(0, 6).Select(i => Report($"t{i}", 50, 50, Day, random, i) with { Lat = 50, Lon = i % 2 == 0 ? 50 : 50.014 })];
        Dictionary<string, string> links = Link([.. Usual(), .. town]);
        Assert.Single(town.Select(r => links[r.Id]).Distinct(StringComparer.Ordinal));
    }
}
