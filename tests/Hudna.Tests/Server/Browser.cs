using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Hudna.Tests.Server;

/// <summary>Debian's Chromium under Playwright; tests that need it are skipped, visibly, where it is not installed.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Executable))
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = ["--no-sandbox"] });
        }
    }

    /// <summary>A page of a fresh session; what goes wrong in it (script errors, refused inline code) is gathered.</summary>
    internal async Task<(IPage Page, List<string> Errors)> OpenAsync(Site site, int width = 1400, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        Assert.SkipUnless(browser is not null, $"No {Executable}: apt-get install chromium");
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Address.ToString(),
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            Locale = "en-GB",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        return (page, errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}

internal static class BrowserPages
{
    /// <summary>What is wrong with a page as it stands: serious and critical findings of axe (WCAG 2.x), and being wider than the screen.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">What to call it.</param>
    internal static async Task<IReadOnlyList<string>> FindingsAsync(this IPage page, string name)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "src/Hudna.Server/node_modules/axe-core/axe.min.js"), TestContext.Current.CancellationToken));
        JsonElement found = (await page.EvaluateAsync("async () => (await axe.run({ resultTypes: ['violations'] })).violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')).join(' | ')}`)"))!.Value;
        bool isWide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") > 0;
        return [.. found.EnumerateArray().Select(f => $"{name} {f.GetString()}"), .. isWide ? [$"{name} is wider than the screen"] : Array.Empty<string>()];
    }

    /// <summary>Waits until the page stands at an address (<c>**</c>: anything, <c>*</c>: anything but a slash) and is loaded, scripts
    /// and all. The page itself is asked: Playwright's own wait for an address hangs when the load event comes before it listens.</summary>
    internal static async Task ArriveAsync(this IPage page, string address)
    {
        string pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{pattern}$", RegexOptions.None, TimeSpan.FromSeconds(1)), new PageAssertionsToHaveURLOptions { Timeout = 30_000 });
        while (await page.EvaluateAsync<string>("document.readyState") != "complete")
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
