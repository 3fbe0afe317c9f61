using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hudna.Rulings;

namespace Hudna.Tests.Server;

/// <summary>The grid of guarantor and incident: page, data, table.</summary>
public sealed class RulingsTests
{
    private static readonly DateOnly January = new(2017, 1, 3), February = new(2017, 2, 5);

    [Fact]
    public async Task Grid_TellsAgreedFromDiverging_AndWhoWasNoMemberYet()
    {
        await using Site site = await RuledAsync();
        string html = await site.PageAsync("/en/rulings");
        Assert.All(
            ["class=\"is-agreed\"", "class=\"is-diverging\"", "no member that day", "member from \u206824 January 2017\u2069", "A provision forbids the act", "confidence: \u2068moderate\u2069", "href=\"/en/incidents/2\""],
            s => Assert.Contains(s, html, StringComparison.Ordinal));
        string arabic = await site.PageAsync("/ar/rulings");
        Assert.All(["متفقة", "متباينة", "عضو منذ", "بند في الاتفاق يحظر الفعل"], s => Assert.Contains(s, arabic, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("agreeing=agreed", "1")]
    [InlineData("agreeing=diverging", "2")]
    [InlineData("agreeing=none", "3")]
    [InlineData("desk=turkiye&ruling=cannot_confirm", "2")]
    [InlineData("desk=commission&ruling=violation", "1")]
    [InlineData("desk=commission&ruling=cannot_confirm", "")]
    [InlineData("reason=provision_breached", "1 2")]
    [InlineData("determined=1", "1")]
    [InlineData("determined=0&from=2017-02-01", "2 3")]
    [InlineData("to=2017-01-31", "1")]
    [InlineData("province=none", "")]
    public async Task Filters_ChooseRows(string query, string expected)
    {
        await using Site site = await RuledAsync();
        using var page = JsonDocument.Parse(await site.PageAsync($"/api/rulings?{query}"));
        int[] numbers = [.. page.RootElement.GetProperty("rows").GetProperty("items").EnumerateArray().Select(r => r.GetProperty("incident").GetProperty("number").GetInt32()).Order()];
        Assert.Equal(expected, string.Join(' ', numbers));
        Assert.Equal(numbers.Length, page.RootElement.GetProperty("counts").GetProperty("incidents").GetInt32());
        string html = await site.PageAsync($"/en/rulings?{query}");
        Assert.All(numbers, n => Assert.Contains($"href=\"/en/incidents/{n}\"", html, StringComparison.Ordinal));
    }

    /// <summary>Every count links to a grid with just as many rows.</summary>
    [Fact]
    public async Task Counts_LinkToWhatTheyCount()
    {
        await using Site site = await RuledAsync();
        string html = await site.PageAsync("/en/rulings");
        AngleSharp.Html.Dom.IHtmlDocument document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        AngleSharp.Dom.IElement[] links = [.. document.QuerySelectorAll(".rulings-counts a")];
        Assert.Equal(9, links.Length);
        foreach (AngleSharp.Dom.IElement link in links)
        {
            string address = link.GetAttribute("href")!.Replace("/en/", "/api/", StringComparison.Ordinal);
            using var page = JsonDocument.Parse(await site.PageAsync(address));
            Assert.Equal(link.TextContent, page.RootElement.GetProperty("counts").GetProperty("incidents").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Csv_HoldsTheGrid()
    {
        await using Site site = await RuledAsync();
        byte[] plain = await site.Client.GetByteArrayAsync("/en/rulings.csv?agreeing=diverging", TestContext.Current.CancellationToken);
        string[] lines = System.Text.Encoding.UTF8.GetString(plain).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("incident,id,first_day,last_day,act,place,province,outcomes,agreeing,russia_ruling,russia_reason,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("2,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",diverging,violation,provision_breached,", lines[1], StringComparison.Ordinal);
        byte[] excel = await site.Client.GetByteArrayAsync("/ar/rulings?format=csv&excel=1&agreeing=diverging", TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF, .. plain], excel);
        Assert.Equal(plain, await site.Client.GetByteArrayAsync("/api/rulings.csv?agreeing=diverging", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Field_ThatCannotBeUsed_IsSaidAndRefused()
    {
        await using Site site = await MechanismSite.StartAsync();
        Assert.Contains("desk=nobody", await site.PageAsync("/en/rulings?desk=nobody"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.GetAsync("/api/rulings?determined=perhaps", TestContext.Current.CancellationToken)).StatusCode);
    }

    /// <summary>Incident 1 agreed and determined, 2 diverging, 3 without a finding.</summary>
    private static async Task<Site> RuledAsync()
    {
        Site site = await MechanismSite.StartAsync(January, February, February.AddDays(3));
        await MechanismSite.FindAsync(site, "russia", MechanismSite.Ivan, Ruling.Violation, on: "2017-01-10");
        await MechanismSite.FindAsync(site, "turkiye", MechanismSite.Ayse, Ruling.Violation, on: "2017-01-10");
        await MechanismSite.FindAsync(site, "russia", MechanismSite.Ivan, Ruling.Violation, 2);
        await MechanismSite.FindAsync(site, "turkiye", MechanismSite.Ayse, Ruling.CannotConfirm, 2);
        HttpResponseMessage made = await site.Client.PostAsJsonAsync("/api/incidents/1/determination", new
        {
            by = MechanismSite.Salma,
            revision = 0,
            ruling = "violation",
            provisions = new[] { "1" },
            on = "2017-01-12",
            rests = new[] { new { desk_id = "russia", revision = 1 }, new { desk_id = "turkiye", revision = 1 } },
        }, TestContext.Current.CancellationToken);
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return site;
    }
}
