using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hudna.Incidents;

namespace Hudna.Tests.Server;

public sealed class PagesTests
{
    private static readonly string[] Paths =
    [
        "", "/reports", "/incidents", "/actors", "/places", "/record", "/file", "/reports/REPORT", "/incidents/1", "/actors/sy-army", "/places/sy-bassima",
        "/rulings", "/complaints", "/talks", "/positions", "/statements", "/commitments", "/operations", "/control", "/figures", "/sources",
        "/links", "/links/weights",
    ];

    public static TheoryData<string, string> Everywhere => [.. from lang in new[] { "en", "ar" } from path in Paths select (lang, path)];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Page_InBothLanguages_IsWhole(string lang, string path)
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync();
        string address = $"/{lang}{path.Replace("REPORT", report.Id, StringComparison.Ordinal)}";
        HttpResponseMessage answer = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"<html lang=\"{lang}\" dir=\"{(lang == "ar" ? "rtl" : "ltr")}\"", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{(lang == "ar" ? "en" : "ar")}{address[3..]}\"", html, StringComparison.Ordinal);
        Assert.Contains("</html>", html, StringComparison.Ordinal);

        // The content policy forbids inline script and style: a page that has any would not work.
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("<script(?![^>]*src=)|<style|\\sstyle=\"|\\son[a-z]+=\"", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), html);
    }

    [Fact]
    public async Task Page_HasAJsonTwin()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync();
        foreach (string path in Paths.Where(p => p is not "/file").Select(p => p.Length == 0 ? "/overview" : p.Replace("REPORT", report.Id, StringComparison.Ordinal)))
        {
            HttpResponseMessage answer = await site.Client.GetAsync("/api" + path, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, path);
            Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData(null, "en-GB,en;q=0.8", "/en")]
    [InlineData(null, "fr,ar;q=0.5", "/ar")]
    [InlineData(null, "en;q=0.2,ar-SY", "/ar")]
    [InlineData(null, "fr", "/ar")]
    [InlineData("en", "ar", "/en")]
    [InlineData("xx", "en", "/en")]
    public async Task Root_LeadsToTheVisitorsLanguage(string? cookie, string accepted, string expected)
    {
        await using Site site = await Site.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Language", accepted);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", $"hudna-language={cookie}");
        }

        HttpResponseMessage answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Report_MarksItsTextAndEscapesIt()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync();
        string html = await site.PageAsync($"/ar/reports/{report.Id}");
        Assert.Contains("m-events", html, StringComparison.Ordinal);
        Assert.Contains("m-statements", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b onclick", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_InAnotherLanguage_SaysSo()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync("The truce that took effect at midnight was broken within hours, monitors said on Friday, as shells fell on the valley north-west of the capital.");
        Assert.Equal(ReportStatus.Unread, report.Status);
        Assert.Contains("الإنكليزية", await site.PageAsync($"/ar/reports/{report.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Original_IsAnAttachmentThatNoBrowserRuns()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync();
        HttpResponseMessage answer = await site.Client.GetAsync($"/api/reports/{report.Id}/original", TestContext.Current.CancellationToken);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(Site.Text, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task List_FieldItCannotUse_IsSaidOnThePageAndRefusedByTheApi()
    {
        await using Site site = await Site.StartAsync();
        Assert.Contains("from=yesterday", await site.PageAsync("/en/reports?from=yesterday"), StringComparison.Ordinal);
        HttpResponseMessage answer = await site.Client.GetAsync("/api/incidents?box=1,2,3", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Unknown_IsAPageForPeopleAndAProblemForPrograms()
    {
        await using Site site = await Site.StartAsync();
        foreach (string path in new[] { "/ar/reports/r0", "/en/nothing", "/en/incidents/99" })
        {
            HttpResponseMessage page = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
            Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        }

        foreach (string path in new[] { "/api/reports/r0", "/api/nothing" })
        {
            HttpResponseMessage problem = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, problem.StatusCode);
            Assert.Equal("application/problem+json", problem.Content.Headers.ContentType?.MediaType);
        }
    }

    /// <summary>A body that cannot be read is answered with what is wrong in it.</summary>
    [Theory]
    [InlineData("{bad", "LineNumber: 0")]
    [InlineData("""{"desk":"russia"}""", "'desk'")]
    [InlineData("""{"by":"A"}""", "missing required properties")]
    public async Task ApiBody_ThatCannotBeRead_IsToldWhatIsWrong(string body, string expected)
    {
        await using Site site = await Site.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        HttpResponseMessage answer = await site.Client.PostAsync("/api/incidents/1/findings", content, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(expected, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    /// <summary>Another name pointed at this address (DNS rebinding) is not answered.</summary>
    [Fact]
    public async Task ForeignHost_IsRefused()
    {
        await using Site site = await Site.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en");
        request.Headers.Host = "evil.example";
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task OpenApi_DescribesEveryRouteOfTheApi()
    {
        await using Site site = await Site.StartAsync();
        using var document = JsonDocument.Parse(await site.PageAsync("/openapi/v1.json"));
        Assert.StartsWith("3.1", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        JsonElement paths = document.RootElement.GetProperty("paths");
        string[] expected =
        [
            "/api/overview", "/api/reports", "/api/reports/{id}", "/api/reports/{id}/original", "/api/reports/{id}/claims", "/api/bulletins", "/api/bulletins/{number}", "/api/bulletins/preview", "/api/claims/{id}", "/api/claims/{id}/accept",
            "/api/claims/{id}/reject", "/api/claims/{id}/edit", "/api/claims/{id}/explanation", "/api/claims/{id}/link", "/api/claims/{id}/unlink", "/api/coverage", "/api/coverage/{id}", "/api/coverage/{id}/withdraw", "/api/incidents",
            "/api/incidents/{number}", "/api/actors", "/api/actors/{id}", "/api/places", "/api/places/{id}", "/api/record", "/api/map/land",
            "/api/agreement", "/api/agreement/file", "/api/agreement/adherence", "/api/agreement/listings", "/api/desks",
            "/api/rulings", "/api/rulings.csv", "/api/incidents/{number}/findings", "/api/incidents/{number}/determination", "/api/complaints",
            "/api/claims",
            "/api/complaints/{number}", "/api/complaints/{number}/stages", "/api/complaints/{number}/incident",
            "/api/talks", "/api/talks/deals/{type}", "/api/talks/{track}", "/api/talks/{track}/{day}",
            "/api/control", "/api/control/{id}", "/api/control.geojson", "/api/control.csv", "/api/figures", "/api/figures/{measure}", "/api/figures.csv",
            "/api/positions", "/api/positions/{speaker}/{topic}", "/api/statements", "/api/commitments", "/api/commitments/{id}",
            "/api/commitments/{id}/ratings", "/api/commitments.csv",
            "/api/messages", "/api/messages/{id}", "/api/messages/{id}/steps",
            "/api/imports", "/api/mappings", "/api/mappings/{id}", "/api/mappings/{id}/withdraw",
            "/api/operations", "/api/operations.csv", "/api/operations/{id}", "/api/operations/{id}/plan", "/api/operations/{id}/stages",
            "/api/sources", "/api/sources/{id}", "/api/sources/{id}/grades", "/api/incidents/{number}/credibility",
            "/api/links", "/api/links/weights", "/api/incidents/{number}/merge", "/api/incidents/{number}/split", "/api/incidents/{number}/apart", "/api/claims/{id}/bar",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), paths.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.All(paths.EnumerateObject().SelectMany(p => p.Value.EnumerateObject()), operation =>
        {
            Assert.True(operation.Value.TryGetProperty("summary", out _), operation.ToString());
            Assert.True(operation.Value.TryGetProperty("operationId", out _), operation.ToString());
        });
    }
}
