using System.Net;
using System.Text.Json;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Tests.Server;

/// <summary>Why the machine proposed a claim: the page and its JSON, worked out anew by today's reader.</summary>
public sealed class WhyTests
{
    internal const string Text = "قال المرصد السوري لحقوق الإنسان إن الجيش السوري قصف بلدة سراقب بالمدفعية أمس ما أدى إلى مقتل 12 مدنيا.";

    internal static Task<Site> StartAsync(string? folder = null) => Site.StartAsync(folder, _ => Reading.Reader.Arabic);

    [Theory]
    [InlineData("en", "A form of a verb says the act", "Said by")]
    [InlineData("ar", "صيغة فعل تقول الفعل", "القائل")]
    public async Task Page_ShowsRuleWordsAndRows(string lang, string rule, string speaker)
    {
        await using Site site = await StartAsync();
        Report report = await site.FileAsync(Text);
        Claim claim = await site.ClaimAsync(report);
        Assert.Contains($"href=\"/{lang}/claims/{claim.Id}/why\"", await site.PageAsync($"/{lang}/reports/{report.Id}"), StringComparison.Ordinal);
        string html = await site.PageAsync($"/{lang}/claims/{claim.Id}/why");
        Assert.False(claim.IsEdited);
        Assert.DoesNotContain(lang == "ar" ? "صحح الناس" : "People have corrected", html, StringComparison.Ordinal);
        Assert.Contains(rule, html, StringComparison.Ordinal);
        Assert.Contains($"<h2>{speaker}</h2>", html, StringComparison.Ordinal);
        Assert.Matches("lang/ar/verbs\\.tsv:[0-9]+", html);
        Assert.Matches("lang/ar/places\\.tsv:[0-9]+", html);
        Assert.DoesNotContain("notice-strong", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    /// <summary>Every claim that the reader proposes can be explained, by the rule that proposed it.</summary>
    [Fact]
    public async Task Api_ExplainsEveryClaimOfAReport()
    {
        await using Site site = await StartAsync();
        string sample = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "missions/astana/reports/03-truce-deal-daily.txt"), TestContext.Current.CancellationToken);
        Report report = await site.FileAsync(sample);
        Page<Claim> claims = await site.Record.ClaimsAsync(new ClaimFilter { ReportId = report.Id, Limit = 500 }, TestContext.Current.CancellationToken);
        Assert.True(claims.Items.Count > 20);
        foreach (Claim claim in claims.Items)
        {
            JsonElement why = await ExplanationAsync(site, claim.Id);
            Assert.Equal(("explained", claim.Rule), (why.GetProperty("state").GetString(), why.GetProperty("explanation").GetProperty("rule").GetProperty("name").GetString()));
            Assert.Equal(why.GetProperty("read_with").GetString(), why.GetProperty("explained_with").GetString());
        }
    }

    /// <summary>The JSON has the shape that <c>hudna read --explain --format jsonl</c> writes.</summary>
    [Fact]
    public async Task Api_HasTheShapeOfTheCommand()
    {
        await using Site site = await StartAsync();
        Claim claim = await site.ClaimAsync(await site.FileAsync(Text));
        JsonElement served = (await ExplanationAsync(site, claim.Id)).GetProperty("explanation");
        using var run = new Cli.CommandRun();
        await run.RunAsync("read", "--explain", "--format", "jsonl", "--published", "2016-12-30", run.Write("a.txt", Text));
        using var document = JsonDocument.Parse(run.Out);
        JsonElement written = document.RootElement.GetProperty("events").EnumerateArray().First(e => e.GetProperty("start").GetInt32() == claim.Content.Span.Start);
        Assert.True(JsonElement.DeepEquals(written.GetProperty("explanation"), served), $"{written.GetProperty("explanation")}\n{served}");
    }

    /// <summary>A claim of another reader's, which today's does not find: said plainly, with both versions.</summary>
    [Fact]
    public async Task ClaimOfAnotherReader_IsSaidPlainly()
    {
        string folder = Directory.CreateTempSubdirectory("hudna-why-").FullName;
        string id;
        await using (Site before = await Site.StartAsync(folder))
        {
            // The fake reader finds بسيمة's shelling; the report is read by it, and explained by the real one.
            id = (await before.ClaimAsync(await before.FileAsync(), ClaimKind.Statement)).Id;
            JsonElement none = await ExplanationAsync(before, id);
            Assert.Equal("no_reasons", none.GetProperty("state").GetString());
            Assert.Contains("cannot say why it found", await before.PageAsync($"/en/claims/{id}/why"), StringComparison.Ordinal);
        }

        await using Site site = await StartAsync(folder);
        JsonElement why = await ExplanationAsync(site, id);
        Assert.NotEqual("explained", why.GetProperty("state").GetString());
        string html = await site.PageAsync($"/en/claims/{id}/why");
        Assert.Contains("notice-strong", html, StringComparison.Ordinal);
        Assert.Contains("fake/1", html, StringComparison.Ordinal);
        Assert.Contains(Reading.Reader.Arabic.Version.Split('+')[1], html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClaimOfAPerson_HasNoRule()
    {
        await using Site site = await TalksSite.StartAsync();
        Claim claim = (await site.Record.ClaimsAsync(new ClaimFilter { Limit = 1 }, TestContext.Current.CancellationToken)).Items[0];
        Assert.Equal("person", (await ExplanationAsync(site, claim.Id)).GetProperty("state").GetString());
        Assert.Contains("A person entered this claim", await site.PageAsync($"/en/claims/{claim.Id}/why"), StringComparison.Ordinal);
        Assert.DoesNotContain($"claims/{claim.Id}/why", await site.PageAsync($"/en/reports/{claim.ReportId}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/claims/c0000000000000000/why")]
    [InlineData("/api/claims/c0000000000000000/explanation")]
    public async Task UnknownClaim_IsNotFound(string path)
    {
        await using Site site = await StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<JsonElement> ExplanationAsync(Site site, string claimId)
    {
        using var document = JsonDocument.Parse(await site.PageAsync($"/api/claims/{claimId}/explanation"));
        return document.RootElement.Clone();
    }
}
