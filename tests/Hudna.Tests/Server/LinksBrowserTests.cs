using Microsoft.Playwright;

namespace Hudna.Tests.Server;

/// <summary>One or two incidents, as somebody at a browser decides it. No script is needed for any of it.</summary>
public sealed class LinksBrowserTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("en", "Moved here from incident 3", "Incident 6")]
    [InlineData("ar", "نُقل إلى هنا من الحادث 3", "الحادث 6")]
    public async Task Person_MergesKeepsApartAndSplits(string lang, string merged, string opened)
    {
        await using Site site = await LinksSite.StartAsync();
        (IPage page, List<string> errors) = await browser.OpenAsync(site, script: false);
        await page.GotoAsync($"/{lang}");
        await page.Locator(".tallies a[href$='/links']").ClickAsync();
        await page.ArriveAsync($"**/{lang}/links");
        Assert.Equal(2, await page.Locator(".pair-card").CountAsync());

        // One: by keyboard alone, from the reason to the first button.
        ILocator pair = page.Locator($"#pair-{LinksSite.First}-{LinksSite.Second}");
        await pair.Locator("[name=reason]").FillAsync("one morning");
        await pair.Locator("[name=reviewer]").FillAsync("Lina");
        await pair.Locator("[name=reviewer]").PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".pair-card")).ToHaveCountAsync(1);
        await page.ArriveAsync($"**/{lang}/links");

        // Two.
        pair = page.Locator($"#pair-{LinksSite.Third}-{LinksSite.Fourth}");
        await pair.Locator("[name=reason]").FillAsync("two hills");
        await pair.Locator("[name=answer][value=two]").ClickAsync();
        await Assertions.Expect(page.Locator(".pair-card")).ToHaveCountAsync(0);
        await page.GotoAsync($"/{lang}/incidents/{LinksSite.First}");
        Assert.Contains(merged, await page.Locator(".moves").InnerTextAsync(), StringComparison.Ordinal);

        // Split: chosen on the card, sent below.
        await page.GotoAsync($"/{lang}/incidents/{LinksSite.Told}");
        await page.Locator(".link-box [name=claim]").Last.CheckAsync();
        await page.Locator("#split > summary").ClickAsync();
        await page.Locator("#split [name=reason]").FillAsync("in the evening");
        await page.Locator("#split button.primary").ClickAsync();
        await page.ArriveAsync($"**/{lang}/incidents/6");
        Assert.Contains(opened, await page.Locator(".eyebrow").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".link-box").CountAsync());
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
        await using Site site = await LinksSite.StartAsync();
        (IPage page, List<string> errors) = await browser.OpenAsync(site, width, scheme);
        var findings = new List<string>();
        foreach (string path in new[] { "/links", "/links/weights", $"/incidents/{LinksSite.Told}", $"/incidents/{LinksSite.First}", $"/incidents/{LinksSite.Fourth}", "/record" })
        {
            if (path.EndsWith($"/{LinksSite.Fourth}", StringComparison.Ordinal))
            {
                await site.Intake.MergeAsync(
                    (await LinksSite.IncidentAsync(site, LinksSite.Fourth)).Id, (await LinksSite.IncidentAsync(site, LinksSite.Third)).Id, "Lina", "one and the same", TestContext.Current.CancellationToken);
            }

            await page.GotoAsync($"/{lang}{path}");
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
            if (Environment.GetEnvironmentVariable("HUDNA_SHOTS") is { Length: > 0 } folder)
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"links-{lang}-{width}{path.Replace('/', '-')}.png"), FullPage = true });
            }

            findings.AddRange(await page.FindingsAsync(path));
        }

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        Assert.Empty(errors);
    }
}
