using Hudna.Incidents;
using Microsoft.Playwright;

namespace Hudna.Tests.Server;

/// <summary>Entering and reviewing facts as a browser has it.</summary>
public sealed class EnteringBrowserTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>The pages with something on them: no serious finding of axe, nothing wider than the screen.</summary>
    [Theory]
    [InlineData("ar", 1400, ColorScheme.Light)]
    [InlineData("ar", 390, ColorScheme.Dark)]
    [InlineData("en", 1400, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Light)]
    public async Task Pages_AreAccessible(string lang, int width, ColorScheme scheme)
    {
        await using Site site = await EnteringTests.Start();
        Report report = await FactPagesTests.FileAsync(site);
        string control = ContentId.Claim(report.Id, FactSamples.All[^1]);
        (IPage page, List<string> errors) = await browser.OpenAsync(site, width, scheme);
        var findings = new List<string>();
        foreach (string path in new[]
        {
            "/claims/new", "/claims/new?kind=round&track=kz-capital", "/claims/new?kind=operation&back=/en", "/claims/new?kind=control", "/claims/new?kind=figure",
            $"/reports/{report.Id}", $"/reports/{report.Id}?show=ground&edit={control}", $"/reports/{report.Id}?add=0-4",
        })
        {
            await page.GotoAsync($"/{lang}{path}");
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
            findings.AddRange(await page.FindingsAsync(path));
        }

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        Assert.Empty(errors);
    }

    /// <summary>From the choice of the kind to the claim on its report's page, with a mistake on the way; without script.</summary>
    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task Claim_IsEnteredByHand(string lang)
    {
        await using Site site = await EnteringTests.Start();
        (IPage page, List<string> errors) = await browser.OpenAsync(site, script: false);
        await page.GotoAsync($"/{lang}/claims/new?place=sy-bassima");
        await page.Locator(".entry-kinds a[href*='kind=control']").ClickAsync();
        ILocator form = page.Locator("#entry");
        await form.Locator("[name=source]").FillAsync("مكتب المتابعة");
        await form.Locator("[name=words]").FillAsync("الجيش السوري دخل بسيمة");
        await form.Locator("[name=actor_text]").FillAsync("الجيش السوري");
        await form.Locator("button.primary").ClickAsync();
        await page.Locator("[name=reviewer]").First.FillAsync("Lina");
        await page.Locator("main button.primary").ClickAsync();

        // What the place stands for is not told yet.
        await form.Locator("[name=control_status][aria-invalid=true]").WaitForAsync();
        Assert.Equal("الجيش السوري دخل بسيمة", await form.Locator("[name=words]").InputValueAsync());
        await form.Locator("[name=control_status]").SelectOptionAsync("advances");
        await form.Locator("button.primary").ClickAsync();
        await page.ArriveAsync($"**/{lang}/reports/r*#c*");
        Assert.Equal(1, await page.Locator(".claim.is-accepted .key-facts").CountAsync());
        Assert.DoesNotContain(errors, e => !e.Contains("422", StringComparison.Ordinal));
    }

    /// <summary>Keys go through the claims of a group; the fields shown follow the kind that is chosen.</summary>
    [Fact]
    public async Task Keys_ReviewTheClaimsOfAGroup()
    {
        await using Site site = await EnteringTests.Start();
        Report report = await FactPagesTests.FileAsync(site);
        (IPage page, List<string> errors) = await browser.OpenAsync(site);
        await page.GotoAsync("/en/record");
        await page.Locator("[name=reviewer]").FillAsync("Lina");
        await page.Locator(".settings-form button").ClickAsync();
        await page.GotoAsync($"/en/reports/{report.Id}?show=ground");
        await page.Keyboard.PressAsync("j");
        string first = (await page.EvaluateAsync<string>("document.activeElement.id"))!;
        Assert.True(await page.Locator(".seg.lit-main").CountAsync() > 0, "the claim's words are not lit in the text");
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("not said");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"#{first}.is-rejected").WaitForAsync();

        // The page is a new one: its keys work once its script has run.
        await page.WaitForLoadStateAsync(LoadState.Load);
        Assert.Equal(2, await page.Locator("#claims .claim").CountAsync());
        await page.Locator($"#{first}").FocusAsync();
        await page.Keyboard.PressAsync("e");
        await page.ArriveAsync($"**/en/reports/{report.Id}?show=ground&edit={first}#{first}");
        Assert.True(await page.Locator(".claim-form [name=operation_stage]").IsVisibleAsync());

        await page.GotoAsync($"/en/reports/{report.Id}?add=0-6#add");
        await page.Locator("#add [name=kind]").SelectOptionAsync("control");
        Assert.Equal((true, false, false), (
            await page.Locator("#add [name=control_status]").IsVisibleAsync(), await page.Locator("#add [name=round_status]").IsVisibleAsync(), await page.Locator("#add [name=type]").IsVisibleAsync()));
        Assert.True(await page.Locator("#add legend", new PageLocatorOptions { HasText = "From or against whom" }).IsVisibleAsync());
        Assert.Empty(errors);
    }
}
