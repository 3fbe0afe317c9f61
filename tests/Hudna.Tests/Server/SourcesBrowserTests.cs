using Microsoft.Playwright;

namespace Hudna.Tests.Server;

/// <summary>Who says so, and sources, as a browser has them.</summary>
public sealed class SourcesBrowserTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>From the list of contested incidents to the origins, on to a source, and a grade, without any script.</summary>
    [Theory]
    [InlineData("en", "fairly reliable")]
    [InlineData("ar", "موثوق إلى حد ما")]
    public async Task Reader_FollowsAnOrigin_AndGradesTheSource(string lang, string grade)
    {
        await using Site site = await SourcePagesTests.FilledAsync();
        (IPage page, List<string> errors) = await browser.OpenAsync(site, script: false);
        await page.GotoAsync($"/{lang}/incidents");
        await page.Locator("[name=contested]").CheckAsync();
        await page.Locator("#filters button.primary").ClickAsync();
        await page.Locator(".incident-row .row-title").First.ClickAsync();
        await page.ArriveAsync($"**/{lang}/incidents/1");
        Assert.Equal(2, await page.Locator(".origins tbody tr").CountAsync());
        Assert.Equal(2, await page.Locator(".origins tbody tr").First.Locator(".origin-reports li").CountAsync());
        Assert.Equal(3, await page.Locator(".differences th[scope=rowgroup]").CountAsync());
        await page.Locator($"dd a[href$='/sources/{SourcePagesTests.Agency}']").ClickAsync();
        await page.ArriveAsync($"**/{lang}/sources/{SourcePagesTests.Agency}");
        ILocator form = page.Locator("#grades form");
        await form.Locator("[name=grade]").SelectOptionAsync("C");
        await form.Locator("[name=reason]").FillAsync("right as far as was seen");
        await form.Locator("[name=reviewer]").FillAsync("Lina");
        await form.Locator("button.primary").ClickAsync();
        await page.ArriveAsync($"**/{lang}/sources/{SourcePagesTests.Agency}#grades");
        Assert.Contains(grade, await page.Locator(".grades").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync($"/{lang}/sources?grade=C");
        Assert.Equal(1, await page.Locator(".source-table tbody tr").CountAsync());
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
        await using Site site = await SourcePagesTests.FilledAsync();
        await MechanismSite.Of(site).RecordAsync(
            SourcePagesTests.Agency, new Hudna.Acts.SourceGraded(0, Hudna.Corroboration.Reliability.B, "right so far"), "Lina", TestContext.Current.CancellationToken);
        (IPage page, List<string> errors) = await browser.OpenAsync(site, width, scheme);
        var findings = new List<string>();
        foreach (string path in new[] { "/incidents/1", "/sources", $"/sources/{SourcePagesTests.Agency}", $"/reports/{Hudna.Incidents.ContentId.Report(Corroboration.Told.Wire, "")}" })
        {
            await page.GotoAsync($"/{lang}{path}");
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
            findings.AddRange(await page.FindingsAsync(path));
        }

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        Assert.Empty(errors);
    }
}
