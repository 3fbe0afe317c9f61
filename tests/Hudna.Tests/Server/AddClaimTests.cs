using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Tests.Server;

/// <summary>A claim that the reader missed, added by a person.</summary>
public sealed class AddClaimTests
{
    // دمشق stands once, "ال" many times.
    private const string Missed = "دمشق";

    [Fact]
    public async Task Form_AddsTheClaim()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync();
        HttpResponseMessage answer = await Add(site, report, ("words", $" {Missed}\r\n"), ("kind", "statement"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Claim claim = await PersonsAsync(site, report);
        Assert.Equal($"/en/reports/{report.Id}#{claim.Id}", answer.Headers.Location?.ToString());
        Assert.Equal((ClaimKind.Statement, Missed, ClaimStatus.Accepted), (claim.Content.Kind, claim.Content.Span.Of(report.Text), claim.Status));
        Assert.Equal("Lina", (await site.Record.HistoryAsync(claim.Id, TestContext.Current.CancellationToken))[0].By);
        Assert.Contains($"id=\"{claim.Id}\"", await site.PageAsync($"/ar/reports/{report.Id}"), StringComparison.Ordinal);
    }

    // number given, where the claim then stands (nth from 1; 0 for refused)
    [Theory]
    [InlineData("1", 1)]
    [InlineData("٢", 2)]
    [InlineData("3", 0)]
    [InlineData("0", 0)]
    [InlineData("", 0)] // twice in the text: which is meant?
    public async Task Form_WordsThatStandTwice_NeedTheirNumber(string occurrence, int expected)
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync("نزح كثيرون من بسيمة. ثم نزح كثيرون آخرون.");
        HttpResponseMessage answer = await Add(site, report, ("words", "نزح كثيرون"), ("occurrence", occurrence), ("kind", "statement"));
        if (expected == 0)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("this many times: \u20682\u2069", await Html(answer), StringComparison.Ordinal);
            return;
        }

        Claim claim = await PersonsAsync(site, report);
        Assert.Equal(expected == 1 ? 0 : report.Text.LastIndexOf("نزح", StringComparison.Ordinal), claim.Content.Span.Start);
    }

    /// <summary>Everything that is wrong is told at once, and everything typed is still there.</summary>
    [Fact]
    public async Task Form_WithMistakes_LosesNothingTyped()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync();
        HttpResponseMessage answer = await Add(
            site, report, ("words", "ليست <في> النص"), ("occurrence", "7"), ("kind", "event"), ("type", "ASSAULT"), ("actor_text", "فاعل"), ("actor_id", ""), ("time_value", "yesterday"),
            ("dead_low", "twelve"), ("weapon", "هاون <120>"), ("reason", "ملاحظة"));
        string html = await Html(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(">ليست &lt;في&gt; النص</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("does not hold these words: \u2068ليست &lt;في&gt; النص\u2069", html, StringComparison.Ordinal);
        Assert.Contains("“\u2068yesterday\u2069” is not a date", html, StringComparison.Ordinal);
        Assert.All(["7", "فاعل", "yesterday", "twelve", "هاون &lt;120&gt;", "ملاحظة"], typed => Assert.Contains($"value=\"{typed}\"", html, StringComparison.Ordinal));
        Assert.Contains("value=\"ASSAULT\" selected", html, StringComparison.Ordinal);
        Assert.DoesNotContain((await site.Record.ClaimsAsync(new ClaimFilter { ReportId = report.Id }, TestContext.Current.CancellationToken)).Items, c => c.Rule is Intake.PersonRule);
    }

    [Fact]
    public async Task Form_WithoutAName_AsksForItAndCarriesOn()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync();
        (string, string)[] fields = [("words", Missed), ("kind", "statement"), ("modality", "asserted")];
        HttpResponseMessage asked = await site.PostAsync($"/en/reports/{report.Id}?add=1", $"/en/reports/{report.Id}/claims", fields);
        Assert.Contains($"name=\"words\" value=\"{Missed}\"", await Html(asked), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Add(site, report, fields)).StatusCode);
    }

    [Fact]
    public async Task Form_OfAClaimThatIsThere_LeadsToIt()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync();
        Claim claim = await site.ClaimAsync(report);
        HttpResponseMessage answer = await Add(
            site, report, ("words", claim.Content.Text), ("occurrence", "1"), ("kind", "event"), ("type", Wire.Name(claim.Content.Type!.Value)), ("weapon", "mortar"));
        string html = await Html(answer);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains($"href=\"#{claim.Id}\">Show that claim", html, StringComparison.Ordinal);
        Assert.Contains("value=\"mortar\"", html, StringComparison.Ordinal);
    }

    /// <summary>The words come with the address of the selection, its blanks left out.</summary>
    [Fact]
    public async Task Page_WithASelection_FillsWordsAndOccurrence()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync("نزح كثيرون من بسيمة. ثم نزح كثيرون آخرون.");
        int second = report.Text.LastIndexOf("نزح", StringComparison.Ordinal);
        string html = await site.PageAsync($"/ar/reports/{report.Id}?add={second - 1}-{second + 4}");
        Assert.Contains(">نزح</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("name=\"occurrence\" value=\"2\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"words\"", await site.PageAsync($"/ar/reports/{report.Id}?add=5-99999"), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"words\"", await site.PageAsync($"/ar/reports/{report.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_AddsTheClaim_OnceOnly()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync();
        int at = report.Text.IndexOf(Missed, StringComparison.Ordinal);
        object body = Body(at, Missed);
        HttpResponseMessage answer = await site.Client.PostAsJsonAsync($"/api/reports/{report.Id}/claims", body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Claim claim = await PersonsAsync(site, report);
        Assert.Equal($"/api/claims/{claim.Id}", answer.Headers.Location?.ToString());
        Assert.Equal(claim.Id, JsonDocument.Parse(await Html(answer)).RootElement.GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await site.Client.PostAsJsonAsync($"/api/reports/{report.Id}/claims", body, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Json_ThatCannotStand_IsRefused()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync();
        var address = $"/api/reports/{report.Id}/claims";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Status(address, Body(0, Missed)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Status(address, Body(99_999, Missed)));
        Assert.Equal(HttpStatusCode.NotFound, await Status("/api/reports/r0000000000000000/claims", Body(0, Missed)));

        // What another site's form can send is no JSON.
        string json = JsonSerializer.Serialize(Body(report.Text.IndexOf(Missed, StringComparison.Ordinal), Missed));
        using var text = new StringContent(json, Encoding.UTF8, "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await site.Client.PostAsync(address, text, TestContext.Current.CancellationToken)).StatusCode);
        Assert.DoesNotContain((await site.Record.ClaimsAsync(new ClaimFilter { ReportId = report.Id }, TestContext.Current.CancellationToken)).Items, c => c.Rule is Intake.PersonRule);

        async Task<HttpStatusCode> Status(string path, object body) =>
            (await site.Client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken)).StatusCode;
    }

    [Fact]
    public async Task OpenApi_TellsOfIt()
    {
        await using Site site = await Site.StartAsync();
        using var document = JsonDocument.Parse(await site.PageAsync("/openapi/v1.json"));
        JsonElement post = document.RootElement.GetProperty("paths").GetProperty("/api/reports/{id}/claims").GetProperty("post");
        Assert.Equal("proposeClaim", post.GetProperty("operationId").GetString());
        Assert.Equal(["application/json"], post.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(c => c.Name));
        Assert.All(["201", "404", "409", "422"], code => Assert.True(post.GetProperty("responses").TryGetProperty(code, out _), code));
    }

    private static object Body(int start, string words) => new
    {
        by = "Desk",
        content = new { kind = "statement", span = new { start, end = start + words.Length }, text = words, modality = "asserted" },
    };

    private static Task<string> Html(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<Claim> PersonsAsync(Site site, Report report) =>
        Assert.Single((await site.Record.ClaimsAsync(new ClaimFilter { ReportId = report.Id }, TestContext.Current.CancellationToken)).Items, c => c.Rule is Intake.PersonRule);

    private static Task<HttpResponseMessage> Add(Site site, Report report, params (string Field, string Value)[] typed)
    {
        (string, string)[] form = [("modality", "asserted"), ("reviewer", "Lina")];
        return site.PostAsync(
            $"/en/reports/{report.Id}?add=1", $"/en/reports/{report.Id}/claims", [.. form.Where(f => typed.All(t => t.Field != f.Item1)), .. typed]);
    }
}
