using Microsoft.Playwright;

namespace Hudna.Tests.Server;

/// <summary>The agreement, the desks and an assessment as a browser has them.</summary>
public sealed class AgreementBrowserTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("en", 1400, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Light)]
    [InlineData("ar", 1400, ColorScheme.Light)]
    [InlineData("ar", 390, ColorScheme.Dark)]
    public async Task FileRecordAndFollow_IsAccessible(string lang, int width, ColorScheme scheme)
    {
        await using Site site = await Site.StartAsync();
        await site.FileAsync();
        (IPage page, List<string> errors) = await browser.OpenAsync(site, width, scheme);
        var findings = new List<string>();
        await page.GotoAsync($"/{lang}/agreement");
        await CheckAsync(page, findings);
        await page.Locator("main [name=text]").FillAsync(Valley.Yaml);
        await page.Locator("main [name=reviewer]").FillAsync("Lina");
        await page.Locator("#file-agreement button").ClickAsync();
        await page.Locator("#provision-1").WaitForAsync();

        // Who has given the name once is not asked again.
        await page.Locator("#record-adherence > summary").ClickAsync();
        await page.Locator("#record-adherence [name=actor]").FillAsync(lang == "ar" ? "الجيش السوري" : "Syrian Army");
        await page.Locator("#record-adherence [name=status]").SelectOptionAsync("declined");
        await page.Locator("#record-adherence [name=from]").FillAsync("2016-12-30");
        await page.Locator("#record-adherence [name=source]").FillAsync("its statement");
        await page.Locator("#record-adherence button").ClickAsync();
        await page.ArriveAsync("**/agreement?on=2016-12-30#adherence");
        await page.Locator(".is-declined").WaitForAsync();
        await CheckAsync(page, findings);
        foreach (string path in new[] { "agreement?on=2016-12-01", "desks", "desks?edit=none", "incidents", "incidents/1" })
        {
            await page.GotoAsync($"/{lang}/{path}");
            await CheckAsync(page, findings);
        }

        Assert.True(await page.Locator("#assessment .changes .outcome-badge.is-outside_scope").First.IsVisibleAsync(), "the change is not told");
        await page.Locator("#assessment a[href*='#adherence-sy-army']").First.ClickAsync();
        await page.ArriveAsync("**/agreement#adherence-sy-army");
        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        Assert.Empty(errors);
    }

    private static async Task CheckAsync(IPage page, List<string> findings)
    {
        findings.AddRange(await page.FindingsAsync(page.Url));
    }
}
