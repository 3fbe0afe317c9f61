using System.Text;
using Microsoft.Playwright;

namespace Hudna.Tests.Server;

/// <summary>Import of a table as a browser has it.</summary>
public sealed class ImportBrowserTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>From upload to result, the mapping changed on the way; without script.</summary>
    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task Table_IsImported(string lang)
    {
        await using Site site = await Site.StartAsync();
        (IPage page, List<string> errors) = await browser.OpenAsync(site, script: false);
        await page.GotoAsync($"/{lang}/import");
        await page.Locator("[name=file]").SetInputFilesAsync(new FilePayload { Name = "village.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(ImportPagesTests.Village) });
        await page.Locator("#upload button.primary").ClickAsync();
        await page.Locator("#problems").WaitForAsync();
        await page.Locator("#mapping [name=date_order]").SelectOptionAsync("dmy");
        await page.Locator("#mapping [name='column.text']").SelectOptionAsync("Story");
        await page.Locator("#mapping [name='column.event_type']").SelectOptionAsync("What");
        await page.Locator("#mapping button.primary").ClickAsync();

        // What its cells mean is asked once the column is known.
        await page.Locator("#mapping label:has-text('Shelling') input[name='means.event_type']").FillAsync("ASSAULT:heavy-weapons");
        await page.Locator("#mapping button.primary").ClickAsync();
        Assert.Equal("dmy", await page.Locator("#mapping [name=date_order]").InputValueAsync());
        await Shot(page, $"look-{lang}-1400");
        await page.Locator("#confirm [name=reviewer]").FillAsync("Lina");
        await page.Locator("#confirm button.primary").ClickAsync();
        await page.Locator("#done").WaitForAsync();
        Assert.Equal(2, await page.Locator("tbody tr").CountAsync());
        await page.GotoAsync($"/{lang}/import");
        Assert.Equal(1, await page.Locator("#mappings .rows a").CountAsync());
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("ar", 1400, ColorScheme.Light)]
    [InlineData("ar", 390, ColorScheme.Dark)]
    [InlineData("en", 1400, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Light)]
    public async Task Pages_AreAccessible(string lang, int width, ColorScheme scheme)
    {
        await using Site site = await Site.StartAsync();
        (string mapping, _) = await site.Intake.KeepMappingAsync(Hudna.Importing.Layouts.Named("acled")! with { DateOrder = Hudna.Importing.DateOrder.Dmy }, true, "Lina", TestContext.Current.CancellationToken);
        string look = await ImportPagesTests.UploadAsync(site, $"/{lang}/import", "village.csv", ImportPagesTests.Village);
        string done = await ImportPagesTests.UploadAsync(site, $"/{lang}/import", "village.csv", ImportPagesTests.Village);
        await site.PostAsync(done, done + "/confirm", ("reviewer", "Lina"));
        (IPage page, List<string> errors) = await browser.OpenAsync(site, width, scheme);
        var findings = new List<string>();
        foreach (string path in new[] { $"/{lang}/import", look, done, $"/{lang}/mappings/{mapping}" })
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
            await Shot(page, $"{path.Split('/')[2]}{(path == look ? "-look" : path == done ? "-done" : "")}-{lang}-{width}");
            findings.AddRange(await page.FindingsAsync(path));
        }

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        Assert.Empty(errors);
    }

    // For looking at: HUDNA_SHOTS names a folder.
    private static async Task Shot(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("HUDNA_SHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
