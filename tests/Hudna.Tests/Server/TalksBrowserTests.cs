using Microsoft.Playwright;

namespace Hudna.Tests.Server;

/// <summary>The pages on talks as a browser has them.</summary>
public sealed class TalksBrowserTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>No serious finding of axe, nothing wider than the screen.</summary>
    [Theory]
    [InlineData("ar", 1400, ColorScheme.Light)]
    [InlineData("ar", 390, ColorScheme.Dark)]
    [InlineData("en", 1400, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Light)]
    public async Task Pages_AreAccessible(string lang, int width, ColorScheme scheme)
    {
        await using Site site = await TalksSite.StartAsync();
        (IPage page, List<string> errors) = await browser.OpenAsync(site, width, scheme);
        var findings = new List<string>();
        foreach (string path in new[] { "/talks", "/talks/kz-capital", "/talks/kz-capital/2017-01-23", "/talks/deals/truce", "/actors/jaysh-al-islam" })
        {
            await page.GotoAsync($"/{lang}{path}");
            findings.AddRange(await page.FindingsAsync(path));
        }

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        Assert.Empty(errors);
    }

    /// <summary>From the overview to the round, and from a number to the words behind it.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Note_LeadsToItsEvidence(string lang)
    {
        await using Site site = await TalksSite.StartAsync();
        (IPage page, List<string> errors) = await browser.OpenAsync(site, script: false);
        await page.GotoAsync($"/{lang}/talks");
        await page.Locator(".round-row a[href$='/talks/kz-capital/2017-01-23']").First.ClickAsync();
        await page.ArriveAsync($"**/{lang}/talks/kz-capital/2017-01-23");
        ILocator cite = page.Locator(".note-lead .cite").First;
        string target = (await cite.GetAttributeAsync("href"))!;
        await cite.ClickAsync();
        Assert.EndsWith(target, page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator(target).IsVisibleAsync());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await page.Locator(".add-by-hand").First.IsVisibleAsync());
        Assert.Empty(errors);
    }

    /// <summary>On a phone the site's parts are folded under one button that works by key and without a script; the overview leads to the rounds.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Menu_FoldsOnAPhone(string lang)
    {
        await using Site site = await TalksSite.StartAsync();
        (IPage page, List<string> errors) = await browser.OpenAsync(site, 390, script: false);
        await page.GotoAsync($"/{lang}");
        ILocator parts = page.Locator(".mainnav a[href$='/talks']");
        Assert.False(await parts.IsVisibleAsync());
        await page.Locator(".nav-button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await parts.IsVisibleAsync());
        LocatorBoundingBoxResult box = (await page.Locator(".mainnav").BoundingBoxAsync())!;
        Assert.InRange(box.X + box.Width, 0, 390);
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await parts.IsVisibleAsync());
        Assert.True(await page.Locator("section[aria-labelledby=o-truce] .tally-words a[href*='/talks/']").First.IsVisibleAsync());

        await page.SetViewportSizeAsync(1280, 900);
        Assert.True(await parts.IsVisibleAsync());
        Assert.False(await page.Locator(".nav-button").IsVisibleAsync());
        await parts.ClickAsync();
        await page.ArriveAsync($"**/{lang}/talks");
        Assert.Empty(errors);
    }
}
