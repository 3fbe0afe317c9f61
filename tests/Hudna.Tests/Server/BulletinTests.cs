using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hudna.Store;
using Microsoft.Playwright;

namespace Hudna.Tests.Server;

public sealed class BulletinTests(Browser browser) : IClassFixture<Browser>
{
    private const string Mission = """
        id: test
        name: { en: "Test ceasefire", ar: "هدنة تجريبية" }
        description: { en: "A test.", ar: "تجربة." }
        zone: Asia/Damascus
        months: levantine
        languages: [ar, en]
        map: { center: [38.5, 35.0], zoom: 6, bounds: [35.5, 32.2, 42.5, 37.4] }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publish_ThenItStaysAsPublished()
    {
        await using Site site = await StartAsync();
        HttpResponseMessage answer = await PublishAsync(site);
        Assert.Equal((HttpStatusCode.SeeOther, "/en/bulletins/1"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Bulletin bulletin = Assert.Single(await site.Record.BulletinsAsync(Cancellation));
        string before = await site.PageAsync("/ar/bulletins/1.html"), json = await site.PageAsync("/api/bulletins/1");
        Assert.Contains("12", before, StringComparison.Ordinal);
        await site.FileAsync("أعلن مصدر أن الجيش السوري قصف بسيمة يوم الجمعة.", "Second");
        Assert.Equal(before, await site.PageAsync("/ar/bulletins/1.html"));
        Assert.Equal(json, await site.PageAsync("/en/bulletins/1.json"));
        Assert.Equal(bulletin.Sha256, Hudna.Incidents.ContentId.Sha256(Encoding.UTF8.GetBytes(json)));
        Assert.Contains(bulletin.Sha256, await site.PageAsync("/en/bulletins/1"), StringComparison.Ordinal);
        Assert.Contains("النشرة المشتركة رقم", await site.PageAsync("/ar/bulletins"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_FetchesNothing()
    {
        await using Site site = await StartAsync();
        await PublishAsync(site);
        string html = await site.PageAsync("/en/bulletins/1.html");
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_PublishesNothing()
    {
        await using Site site = await StartAsync();
        string page = await site.PageAsync("/en/bulletins/preview?date=2016-12-30");
        Assert.Contains("Joint bulletin (not published)", page, StringComparison.Ordinal);
        Assert.Contains("30 December 2016", page, StringComparison.Ordinal);
        Assert.Empty(await site.Record.BulletinsAsync(Cancellation));
        JsonElement data = JsonDocument.Parse(await site.PageAsync("/api/bulletins/preview?date=2016-12-30&days=2")).RootElement;
        Assert.Equal("2016-12-31", data.GetProperty("until").GetString());
        Assert.Equal(1, data.GetProperty("total").GetProperty("incidents").GetInt32());
    }

    [Theory]
    [InlineData("/en/bulletins/preview?date=30.12.2016", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/en/bulletins/preview?date=2016-12-30&days=400", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/bulletins/preview?date=x", HttpStatusCode.BadRequest)]
    [InlineData("/en/bulletins/7", HttpStatusCode.NotFound)]
    [InlineData("/en/bulletins/7.pdf", HttpStatusCode.NotFound)]
    [InlineData("/api/bulletins/7", HttpStatusCode.NotFound)]
    public async Task Wrong_SaysSo(string path, HttpStatusCode expected)
    {
        await using Site site = await StartAsync();
        Assert.Equal(expected, (await site.Client.GetAsync(path, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Api_Publishes_UnderTheNextNumber()
    {
        await using Site site = await StartAsync();
        await PublishAsync(site);
        HttpResponseMessage answer = await site.Client.PostAsJsonAsync("/api/bulletins", new { by = "Lina", from = "2016-12-30", until = "2017-01-05" }, Cancellation);
        Assert.Equal((HttpStatusCode.Created, "/api/bulletins/2"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        HttpResponseMessage refused = await site.Client.PostAsJsonAsync("/api/bulletins", new { by = "Lina", from = "2016-12-30", until = "2016-12-01" }, Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Theory]
    [InlineData("en", 1400)]
    [InlineData("ar", 390)]
    public async Task Pages_AreAccessible(string lang, int width)
    {
        await using Site site = await StartAsync();
        await CoverageTests.AddAsync(site);
        await CoverageTests.AddAsync(site, ("access", "denied"), ("team", "Team 2"));
        await PublishAsync(site);
        (IPage page, List<string> errors) = await browser.OpenAsync(site, width);
        var findings = new List<string>();
        foreach (string path in new[] { "/coverage?from=2016-12-20&to=2017-01-10", "/bulletins", "/bulletins/1", "/bulletins/preview?date=2016-12-29&days=3", "/incidents?from=2016-12-29&to=2016-12-30" })
        {
            await page.GotoAsync($"/{lang}{path}");
            findings.AddRange(await page.FindingsAsync(path));
        }

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        Assert.Empty(errors);
    }

    private static Task<HttpResponseMessage> PublishAsync(Site site) =>
        site.PostAsync("/en/bulletins", "/en/bulletins", ("date", "2016-12-30"), ("days", "1"), ("reviewer", "Lina"));

    private static async Task<Site> StartAsync()
    {
        Site site = await Site.StartAsync();
        await site.Record.RememberMissionAsync(Mission, Cancellation);
        await site.FileAsync();
        return site;
    }
}
