using Hudna.Incidents;
using Microsoft.Playwright;

namespace Hudna.Tests.Server;

/// <summary>Positions and commitments as a browser has them.</summary>
public sealed class PositionsBrowserTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>From the matrix to the words, and on to a rating, without any script.</summary>
    [Theory]
    [InlineData("en", "Intermediate")]
    [InlineData("ar", "تنفيذ جزئي")]
    public async Task Reader_OpensACell_AndRatesACommitment(string lang, string level)
    {
        await using Site site = await PositionPagesTests.FilledAsync();
        Claim promise = await TalkFacts.PromiseAsync(site, "state-ru", "Aid will pass", "2017-01-27");
        (IPage page, List<string> errors) = await browser.OpenAsync(site, script: false);
        await page.GotoAsync($"/{lang}/positions");
        await page.Locator(".positions-grid a.position-link[href$='/state-sy/foreign_fighters']").ClickAsync();
        await page.ArriveAsync($"**/{lang}/positions/state-sy/foreign_fighters");
        Assert.Contains("Foreign fighters are not for discussion", await page.Locator(".position-entries").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync($"/{lang}/commitments");
        await page.Locator(".commitment-words a").First.ClickAsync();
        ILocator form = page.Locator("#rate");
        await form.Locator("[name=level]").SelectOptionAsync("2");
        await form.Locator("[name=on]").FillAsync("2017-02-01");
        await form.Locator("[name=evidence]").FillAsync(promise.Id);
        await form.Locator("[name=reviewer]").FillAsync("Lina");
        await form.Locator("button.primary").ClickAsync();
        await page.ArriveAsync($"**/{lang}/commitments/{promise.Id}#ratings");
        Assert.Contains(level, await page.Locator(".ratings").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    /// <summary>The pages with something on them: no serious finding of axe, nothing wider than the screen.</summary>
    [Theory]
    [InlineData("ar", 1400, ColorScheme.Light)]
    [InlineData("ar", 390, ColorScheme.Dark)]
    [InlineData("en", 1400, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Light)]
    public async Task Pages_AreAccessible(string lang, int width, ColorScheme scheme)
    {
        await using Site site = await PositionPagesTests.FilledAsync();
        Claim promise = await TalkFacts.PromiseAsync(site, "state-ru", "Aid will pass the road to the valley", "2017-01-27");
        await TalkFacts.PromiseAsync(site, "state-ru", "Aid will pass the road to the valley now", "2017-01-27");
        await MechanismSite.Of(site).RecordAsync(
            promise.Id, new Hudna.Acts.ImplementationRated(0, 1, new DateOnly(2017, 1, 30), [], "one lorry"), "Lina", TestContext.Current.CancellationToken);
        (IPage page, List<string> errors) = await browser.OpenAsync(site, width, scheme);
        var findings = new List<string>();
        foreach (string path in new[] { "/positions", "/positions/state-sy/everything", "/statements", "/commitments", $"/commitments/{promise.Id}", "/actors/state-ru" })
        {
            await page.GotoAsync($"/{lang}{path}");
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
            findings.AddRange(await page.FindingsAsync(path));
        }

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        Assert.Empty(errors);
    }
}
