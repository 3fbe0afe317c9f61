using System.Net;
using System.Text.Json;

namespace Hudna.Tests.Server;

public sealed class ControlPagesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Without a script the date in the address does what the slider does.</summary>
    [Fact]
    public async Task Map_ShowsTheDayAskedFor_InBothLanguages()
    {
        await using Site site = await FrontSite.StartAsync();
        string before = Row(await site.PageAsync("/en/control?on=2016-12-10"), "sy-palmyra"), after = Row(await site.PageAsync("/en/control?on=2016-12-11"), "sy-palmyra");
        Assert.Contains("the state and its forces", before, StringComparison.Ordinal);
        Assert.Contains("since 27 March 2016", before, StringComparison.Ordinal);
        Assert.Contains("Islamic State", after, StringComparison.Ordinal);
        Assert.Contains("not known", Row(await site.PageAsync("/en/control?on=2016-03-26"), "sy-palmyra"), StringComparison.Ordinal);
        string page = await site.PageAsync("/ar/control");
        Assert.Contains("value=\"2017-02-05\"", page, StringComparison.Ordinal);
        Assert.Contains("المصادر مختلفة", Row(page, "sy-wadi-barada"), StringComparison.Ordinal);
        Assert.Contains("مخطط", page, StringComparison.Ordinal);
        Assert.Contains("besieged by", Row(await site.PageAsync("/en/control?on=2016-10-01"), "sy-east-aleppo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_NarrowByHolderAndInfrastructure()
    {
        await using Site site = await FrontSite.StartAsync();
        Assert.Contains(" hidden", Row(await site.PageAsync("/en/control?on=2017-01-01&holder=islamic-state"), "sy-aleppo"), StringComparison.Ordinal);
        string water = await site.PageAsync("/en/control?infrastructure=water");
        Assert.DoesNotContain("<tr data-place=\"sy-aleppo\"", water, StringComparison.Ordinal);
        Assert.Contains("<tr data-place=\"sy-wadi-barada\"", water, StringComparison.Ordinal);
        Assert.Contains("could not be used", await site.PageAsync("/en/control?on=yesterday"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_ShowsEveryWordItRestsOn()
    {
        await using Site site = await FrontSite.StartAsync();
        string page = await site.PageAsync("/en/control/sy-palmyra");
        foreach (string words in new[] { "دخلها تنظيم الدولة", "استعاد الجيش تدمر في آذار", "انسحب الجيش من تدمر" })
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
        }

        Assert.Contains("href=\"/en/places/sy-palmyra\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/control/sy-east-aleppo\"", await site.PageAsync("/en/control/sy-aleppo"), StringComparison.Ordinal);
        Assert.Contains("claims/new?kind=control&amp;place=sy-palmyra", page, StringComparison.Ordinal);
        HttpResponseMessage none = await site.Client.GetAsync("/en/control/sy-bassima", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task PlacePage_SaysWhoHoldsItOnTheMissionsDay()
    {
        await using Site site = await FrontSite.StartAsync();
        string held = await site.PageAsync("/en/places/sy-palmyra"), unknown = await site.PageAsync("/ar/places/sy-bassima");
        Assert.Contains("5 February 2017", held, StringComparison.Ordinal);
        Assert.Contains("Islamic State", held[held.IndexOf("who-holds", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("لا مصدر يقول من يسيطر عليه", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_GivesTheDay_AndRefusesWhatItCannotUse()
    {
        await using Site site = await FrontSite.StartAsync();
        JsonElement page = await JsonAsync(site, "/api/control?on=2017-01-28");
        JsonElement barada = page.GetProperty("places").EnumerateArray().Single(p => p.GetProperty("id").GetString() == "sy-wadi-barada");
        Assert.Equal("contested", barada.GetProperty("state").GetString());
        Assert.Equal(["state-sy", "unnamed-sy"], barada.GetProperty("holders").EnumerateArray().Select(h => h.GetProperty("id").GetString()));
        JsonElement place = await JsonAsync(site, "/api/control/sy-palmyra?on=2016-12-10");
        Assert.Equal("held", place.GetProperty("today").GetProperty("state").GetString());
        Assert.Equal(2, place.GetProperty("place").GetProperty("lines")[0].GetProperty("spells").GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.GetAsync("/api/control?on=2017", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.GetAsync("/api/control.geojson?holder=nobody", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/api/control/sy-bassima", Cancellation)).StatusCode);
    }

    /// <summary>An export holds who is said to hold what, and never who reported it.</summary>
    [Fact]
    public async Task Exports_HoldTheDay_AndNoSource()
    {
        await using Site site = await FrontSite.StartAsync();
        HttpResponseMessage answer = await site.Client.GetAsync("/api/control.geojson?on=2016-12-10", Cancellation);
        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType?.MediaType);
        string text = await answer.Content.ReadAsStringAsync(Cancellation), csv = await site.PageAsync("/api/control.csv?on=2016-12-22");
        JsonElement palmyra = JsonDocument.Parse(text).RootElement.GetProperty("features").EnumerateArray().Single(f => f.GetProperty("id").GetString() == "sy-palmyra");
        Assert.Equal([38.27, 34.55], palmyra.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(c => c.GetDouble()));
        Assert.Equal("state-sy", palmyra.GetProperty("properties").GetProperty("holders")[0].GetString());
        Assert.Contains("2016-12-22,sy-east-aleppo,East Aleppo,36.2,37.19,2,النصف,held,state-sy,2016-12-22,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Sham Post", text + csv, StringComparison.Ordinal);
        Assert.DoesNotContain("دخلها", text + csv, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> JsonAsync(Site site, string path) => JsonDocument.Parse(await site.PageAsync(path)).RootElement;

    private static string Row(string page, string place)
    {
        int start = page.IndexOf($"<tr data-place=\"{place}\"", StringComparison.Ordinal);
        return page[start..page.IndexOf("</tr>", start, StringComparison.Ordinal)].Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
    }
}
