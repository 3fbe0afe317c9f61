using System.Net;
using System.Text.Json;
using Hudna.Incidents;

namespace Hudna.Tests.Server;

public sealed class FiguresPagesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_ShowsTheLatestOfEachSource()
    {
        await using Site site = await FrontSite.StartAsync();
        string page = await site.PageAsync("/en/figures");
        foreach (string text in new[] { "300,000 or more", "312,000", "280,000 to 290,000", "11,000,000", "Third Post", "Syrian Observatory", "/en/figures/killed#tolls" })
        {
            Assert.Contains(text, page, StringComparison.Ordinal);
        }

        Assert.Contains("300,000 أو أكثر", await site.PageAsync("/ar/figures"), StringComparison.Ordinal);
    }

    /// <summary>280,000 to 290,000 on 5 January, after 312,000 on 13 December: the two are marked, the 300,000 or more of the 9th are not.</summary>
    [Fact]
    public async Task Measure_ShowsChartWordsContradictionsAndTolls()
    {
        await using Site site = await FrontSite.StartAsync();
        string page = await site.PageAsync("/en/figures/killed");
        Assert.Contains("أزيد من 300 ألف قتيل", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("class=\"differs\"").Length - 1);
        Assert.Equal(3, page.Split("<a href=\"#f-killed-").Length - 1 - 2);
        string tolls = page[page.IndexOf("id=\"tolls\"", StringComparison.Ordinal)..];
        Assert.Contains("12", tolls, StringComparison.Ordinal);
        Assert.Contains("Incident 1", tolls.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/en/figures/happiness", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Filters_NarrowBySourceDateAndPlace()
    {
        await using Site site = await FrontSite.StartAsync();
        Assert.DoesNotContain("Third Post", await site.PageAsync("/en/figures/killed?source=observatory"), StringComparison.Ordinal);
        Assert.DoesNotContain("312,000", await site.PageAsync("/en/figures/killed?from=2017-01-06&source=sham"), StringComparison.Ordinal);
        string place = await site.PageAsync("/en/figures/killed?place=sy-bassima");
        Assert.DoesNotContain("300,000", place, StringComparison.Ordinal);
        Assert.Contains("id=\"tolls\"", place, StringComparison.Ordinal);
        Assert.Contains("could not be used", await site.PageAsync("/en/figures?to=soon"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_GivesSeriesAndTolls()
    {
        await using Site site = await FrontSite.StartAsync();
        JsonElement page = JsonDocument.Parse(await site.PageAsync("/api/figures/killed")).RootElement;
        Assert.Equal(3, page.GetProperty("series")[0].GetProperty("figures").GetArrayLength());
        Assert.Contains(page.GetProperty("tolls").EnumerateArray(), t => t.GetProperty("count").GetProperty("low").GetDecimal() == 12);
        Assert.Equal(2, JsonDocument.Parse(await site.PageAsync("/api/figures")).RootElement.GetProperty("series").GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.GetAsync("/api/figures?from=x", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.GetAsync("/api/figures.csv?measure=x", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/api/figures/x", Cancellation)).StatusCode);
    }

    /// <summary>A number leaves the house, but not who said so in confidence, nor the words.</summary>
    [Fact]
    public async Task Csv_NamesOnlyPublicSources()
    {
        await using Site site = await FrontSite.StartAsync();
        await FrontSite.EnterAsync(site, "كلام سري", FrontSite.Figure(7, 7), new DateOnly(2017, 1, 20), "Hidden Team", Confidentiality.Desk);
        string csv = await site.PageAsync("/api/figures.csv?measure=killed");
        Assert.Contains("killed,killed,0,,,300000,,asserted,أزيد من 300 ألف قتيل,Sham Post,,Sham Post,2017-01-09,", csv, StringComparison.Ordinal);
        Assert.Contains("killed,killed,0,,,7,7,asserted,,,,,2017-01-20,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden Team", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("كلام سري", csv, StringComparison.Ordinal);
    }
}
