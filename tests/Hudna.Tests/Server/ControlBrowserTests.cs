using Microsoft.Playwright;

namespace Hudna.Tests.Server;

/// <summary>Control of places and figures as a browser has them.</summary>
public sealed class ControlBrowserTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>The slider by the keyboard: map, legend, table, date field and links follow without a page load.</summary>
    [Theory]
    [InlineData("en", "Islamic State", "the state and its forces", "10 December 2016")]
    [InlineData("ar", "تنظيم الدولة", "الدولة وقواتها", "10 كانون الأول 2016")]
    public async Task Slider_MovesByTheKeyboard(string lang, string taken, string held, string day)
    {
        await using Site site = await FrontSite.StartAsync();
        (IPage page, List<string> errors) = await browser.OpenAsync(site);
        await page.GotoAsync($"/{lang}/control?on=2016-12-11");
        ILocator holder = page.Locator("tr[data-place=sy-palmyra] [data-cell=holder]"), sign = page.Locator("svg a[data-place=sy-palmyra]");
        Assert.Contains(taken, await holder.InnerTextAsync(), StringComparison.Ordinal);
        string before = await sign.InnerHTMLAsync();
        await page.EvaluateAsync("window.sameLoad = true");
        await page.Locator("#day").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Contains(held, await holder.InnerTextAsync(), StringComparison.Ordinal);
        Assert.NotEqual(before, await sign.InnerHTMLAsync());
        Assert.Equal(day, (await page.Locator("#day-name").InnerTextAsync()).Trim());
        Assert.Equal("2016-12-10", await page.Locator("[name=on]").InputValueAsync());
        Assert.Contains("absent", await page.Locator(".sign-legend [data-group=islamic-state]").GetAttributeAsync("class"), StringComparison.Ordinal);
        Assert.EndsWith("on=2016-12-10", page.Url, StringComparison.Ordinal);
        Assert.Contains("on=2016-12-10", await page.Locator("[data-export]").First.GetAttributeAsync("href"), StringComparison.Ordinal);

        await page.Locator("[data-turn=after]").ClickAsync();
        Assert.Contains(taken, await holder.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("window.sameLoad"));

        // What the script shows is what the server shows for that day.
        await page.Keyboard.PressAsync("Tab");
        string scripted = await page.Locator(".control-table tbody").InnerTextAsync();
        await page.ReloadAsync();
        Assert.Equal(scripted, await page.Locator(".control-table tbody").InnerTextAsync());
        Assert.Empty(errors);
    }

    /// <summary>Without a script there is no slider; the date field and the links do the same.</summary>
    [Fact]
    public async Task WithoutScript_TheDateFieldDoesIt()
    {
        await using Site site = await FrontSite.StartAsync();
        (IPage page, _) = await browser.OpenAsync(site, script: false);
        await page.GotoAsync("/en/control?on=2016-12-11");
        Assert.False(await page.Locator("#day").IsVisibleAsync());
        await page.Locator("[name=on]").FillAsync("2016-12-10");
        await page.Locator("#filters button.primary").ClickAsync();
        await page.ArriveAsync("**on=2016-12-10**");
        Assert.Contains("the state and its forces", await page.Locator("tr[data-place=sy-palmyra]").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("[data-turn=after]").ClickAsync();
        await page.ArriveAsync("**on=2016-12-11**");
    }

    [Theory]
    [InlineData("ar", 1400, ColorScheme.Light)]
    [InlineData("ar", 390, ColorScheme.Dark)]
    [InlineData("en", 1400, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Light)]
    public async Task Pages_AreAccessible(string lang, int width, ColorScheme scheme)
    {
        await using Site site = await FrontSite.StartAsync();
        (IPage page, List<string> errors) = await browser.OpenAsync(site, width, scheme);
        var findings = new List<string>();
        foreach (string path in new[] { "/control", "/control?on=2016-10-01", "/control/sy-palmyra", "/control/sy-east-aleppo", "/places/sy-wadi-barada", "/figures", "/figures/killed" })
        {
            await page.GotoAsync($"/{lang}{path}");
            if (Environment.GetEnvironmentVariable("HUDNA_SHOTS") is { } folder)
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{lang}-{width}{path.Replace('/', '-').Replace('?', '-')}.png"), FullPage = true });
            }

            findings.AddRange(await page.FindingsAsync(path));
        }

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        Assert.Empty(errors);
    }
}
