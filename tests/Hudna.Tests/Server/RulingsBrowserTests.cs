using Hudna.Rulings;
using Microsoft.Playwright;

namespace Hudna.Tests.Server;

/// <summary>Ruling and complaining as a browser has it.</summary>
public sealed class RulingsBrowserTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>Two desks agree before the third is a member, and the commission decides; on the second incident they part, and it cannot.</summary>
    [Theory]
    [InlineData("en", "consensus is not there", "Violation")]
    [InlineData("ar", "لغياب التوافق", "انتهاك")]
    public async Task Desks_FindAndDetermine(string lang, string refusal, string violation)
    {
        await using Site site = await MechanismSite.StartAsync(new DateOnly(2016, 12, 30), new DateOnly(2017, 1, 5));
        (IPage page, List<string> errors) = await browser.OpenAsync(site, script: false);
        await FindAsync(page, lang, 1, "russia", "violation", "provision_breached");
        await FindAsync(page, lang, 1, "turkiye", "violation", "provision_breached");
        await DetermineAsync(page, lang, 1);
        Assert.Contains(violation, await page.Locator("#determination > .finding-ruling").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("1 – ", await page.Locator("#determination > .plain-facts").InnerTextAsync(), StringComparison.Ordinal);

        await FindAsync(page, lang, 2, "russia", "violation", "provision_breached");
        await FindAsync(page, lang, 2, "turkiye", "no_violation", "self_defence");
        await DetermineAsync(page, lang, 2);
        Assert.Contains(refusal, await page.Locator("#determination .problem").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("2017-01-10", await page.Locator("#determination [name=on]").InputValueAsync());
        Assert.True(await page.Locator("#determination [name=provisions][value='1']").IsCheckedAsync());

        await page.GotoAsync($"/{lang}/rulings");
        Assert.Equal((1, 1), (await page.Locator("tr.is-agreed").CountAsync(), await page.Locator("tr.is-diverging").CountAsync()));
        Assert.DoesNotContain(errors, e => !e.Contains("422", StringComparison.Ordinal));
    }

    /// <summary>The pages with something on them: no serious finding of axe, nothing wider than the screen.</summary>
    [Theory]
    [InlineData("ar", 1400, ColorScheme.Light)]
    [InlineData("ar", 390, ColorScheme.Dark)]
    [InlineData("en", 1400, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Light)]
    public async Task Pages_AreAccessible(string lang, int width, ColorScheme scheme)
    {
        await using Site site = await MechanismSite.StartAsync(new DateOnly(2016, 12, 30), new DateOnly(2017, 1, 5), new DateOnly(2017, 2, 5));
        foreach ((string desk, string by, Ruling ruling, int incident) in new[]
        {
            ("russia", MechanismSite.Ivan, Ruling.Violation, 1), ("turkiye", MechanismSite.Ayse, Ruling.Violation, 1),
            ("russia", MechanismSite.Ivan, Ruling.OutsideScope, 2), ("turkiye", MechanismSite.Ayse, Ruling.InsufficientEvidence, 2),
            ("iran", MechanismSite.Dara, Ruling.Pending, 2), ("iran", MechanismSite.Dara, Ruling.CannotConfirm, 3),
        })
        {
            await MechanismSite.FindAsync(site, desk, by, ruling, incident);
        }

        await ComplaintPagesTests.LodgeAsync(site, "قذائف على بسيمة", "2017-02-01T09:00:00+02:00");
        (IPage page, List<string> errors) = await browser.OpenAsync(site, width, scheme);
        var findings = new List<string>();
        foreach (string path in new[] { "/rulings", "/incidents/1", "/incidents/2", "/complaints", "/complaints/1" })
        {
            await page.GotoAsync($"/{lang}{path}");
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
            findings.AddRange(await page.FindingsAsync(path));
        }

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        Assert.Empty(errors);
    }

    private static async Task FindAsync(IPage page, string lang, int incident, string desk, string ruling, string reason)
    {
        await page.GotoAsync($"/{lang}/incidents/{incident}");
        ILocator card = page.Locator($"#finding-{desk}");
        await card.Locator(".finding-open > summary").ClickAsync();
        await card.Locator("[name=as]").SelectOptionAsync(desk == "russia" ? "russia:Ivan" : "turkiye:Ayşe");
        await card.Locator("[name=on]").FillAsync("2017-01-10");
        await card.Locator("[name=occurrence]").SelectOptionAsync("confirmed");
        await card.Locator("[name=scope]").SelectOptionAsync("inside");
        await card.Locator("[name=ruling]").SelectOptionAsync(ruling);
        await card.Locator("[name=reason]").SelectOptionAsync(reason);
        await card.Locator("[name=confidence]").SelectOptionAsync("high");
        await card.Locator("button.primary").ClickAsync();
        await page.ArriveAsync($"**/{lang}/incidents/{incident}#finding-{desk}");
    }

    private static async Task DetermineAsync(IPage page, string lang, int incident)
    {
        await page.GotoAsync($"/{lang}/incidents/{incident}");
        ILocator panel = page.Locator("#determination");
        await panel.Locator(".finding-open > summary").ClickAsync();
        await panel.Locator("[name=as]").SelectOptionAsync("secretariat:Salma");
        await panel.Locator("[name=on]").FillAsync("2017-01-10");
        await panel.Locator("[name=ruling]").SelectOptionAsync("violation");
        await panel.Locator("[name=provisions][value='1']").CheckAsync();
        await panel.Locator("button.primary").ClickAsync();
        await page.Locator("#determination").WaitForAsync();
    }
}
