using Hudna.Incidents;
using Microsoft.Playwright;

namespace Hudna.Tests.Server;

/// <summary>The page that says why a claim was proposed, as a browser has it.</summary>
public sealed class WhyBrowserTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>From the claim's card to its reasons and back, without a script; no serious finding of axe, nothing wider than the screen.</summary>
    [Theory]
    [InlineData("ar", 1400, ColorScheme.Light)]
    [InlineData("ar", 390, ColorScheme.Dark)]
    [InlineData("en", 1400, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Light)]
    public async Task Claim_LeadsToItsReasons(string lang, int width, ColorScheme scheme)
    {
        await using Site site = await WhyTests.StartAsync();
        Report report = await site.FileAsync(WhyTests.Text);
        Claim claim = await site.ClaimAsync(report);
        (IPage page, List<string> errors) = await browser.OpenAsync(site, width, scheme);
        await page.GotoAsync($"/{lang}/reports/{report.Id}");
        await page.Locator($"#{claim.Id} a.rule").ClickAsync();
        await page.ArriveAsync($"**/{lang}/claims/{claim.Id}/why");
        Assert.True(await page.Locator(".why-part").CountAsync() >= 5);
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
        Assert.Empty(await page.FindingsAsync("why"));
        await page.Locator($".eyebrow a[href$='#{claim.Id}']").ClickAsync();
        await page.ArriveAsync($"**/{lang}/reports/{report.Id}#{claim.Id}");
        Assert.Empty(errors);
    }
}
