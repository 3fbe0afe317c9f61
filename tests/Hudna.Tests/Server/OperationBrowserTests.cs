using Hudna.Reading;
using Microsoft.Playwright;

namespace Hudna.Tests.Server;

/// <summary>Messages and operations as a browser has them.</summary>
public sealed class OperationBrowserTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>The pages with something on them: no serious finding of axe, nothing wider than the screen.</summary>
    [Theory]
    [InlineData("ar", 1400, ColorScheme.Light)]
    [InlineData("ar", 390, ColorScheme.Dark)]
    [InlineData("en", 1400, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Light)]
    public async Task Pages_AreAccessible_AndAMessageGoesItsWay(string lang, int width, ColorScheme scheme)
    {
        await using Site site = await MessagePagesTests.StartAsync();
        string id = await MessagePagesTests.DraftAsync(site);
        await OperationPagesTests.EnterAsync(site, "اكتمل الإجلاء", OperationStage.Completed, 120, source: "الوزارة");
        string claim = (await OperationPagesTests.EnterAsync(site, "توقفت الحافلات", OperationStage.Suspended, 80)).Id;
        (IPage page, List<string> errors) = await browser.OpenAsync(site, width, scheme);
        var refused = new List<string>();
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                refused.Add($"{response.Status} {response.Url}");
            }
        };
        await page.GotoAsync($"/{lang}/messages");
        await page.Locator("main [name=as]").SelectOptionAsync("un-envoy:Ingrid");
        await page.Locator(".messages-who button.primary").ClickAsync();
        await page.Locator(".message-row .row-title").ClickAsync();
        await page.Locator("#deliver > summary").ClickAsync();
        await page.Locator("#deliver button.primary").ClickAsync();
        await page.Locator(".message-steps .step-delivered[aria-current]").WaitForAsync();

        await page.GotoAsync($"/{lang}/operations/new?proposed=p-{claim}");
        await page.Locator("[name=title_ar]").FillAsync("إجلاء بسيمة");
        await page.Locator("main button.primary").First.ClickAsync();
        await page.Locator("#timeline").WaitForAsync();
        string operation = new Uri(page.Url).AbsolutePath[3..];

        var findings = new List<string>();
        foreach (string path in new[] { "/messages", "/messages?desk=un-envoy&by=Ingrid", $"/messages/{id}?desk=turkiye&by=Ay%C5%9Fe", "/operations", operation, $"{operation}/plan" })
        {
            await page.GotoAsync($"/{lang}{path}");
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
            findings.AddRange(await page.FindingsAsync(path));
        }

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        Assert.Empty(refused);
        Assert.Empty(errors);
    }
}
