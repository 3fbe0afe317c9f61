using Hudna.Incidents;
using Microsoft.Playwright;

namespace Hudna.Tests.Server;

/// <summary>The pages as a browser has them.</summary>
public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const string Second = "أعلن مصدر أن الجيش السوري قصف بسيمة يوم الجمعة. وعاد القصف مساء ثم قصف محيط بسيمة.";

    public static TheoryData<string, int, ColorScheme> Looks =>
    [
        ("ar", 1400, ColorScheme.Light), ("ar", 390, ColorScheme.Dark), ("en", 1400, ColorScheme.Dark), ("en", 390, ColorScheme.Light),
    ];

    /// <summary>Every page, in each language, wide and narrow, light and dark: no serious finding of axe, no script error, nothing that
    /// makes the page wider than the screen.</summary>
    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Pages_AreAccessible(string lang, int width, ColorScheme scheme)
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync();
        await site.FileAsync(Second, "Second source");
        Claim claim = await site.ClaimAsync(report);
        (IPage page, List<string> errors) = await browser.OpenAsync(site, width, scheme);
        string[] paths =
        [
            "", "/reports", $"/reports/{report.Id}", $"/reports/{report.Id}?edit={claim.Id}", $"/reports/{report.Id}?add=0-4", "/incidents", "/incidents/1", "/actors", "/actors/sy-army",
            "/places", "/places/sy-bassima", "/file", "/record", "/coverage", "/bulletins",
        ];
        var findings = new List<string>();
        foreach (string path in paths)
        {
            await page.GotoAsync($"/{lang}{path}");
            findings.AddRange(await page.FindingsAsync(path));
        }

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Keys_MoveAcceptAndReject()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync(Second);
        (IPage page, List<string> errors) = await browser.OpenAsync(site);
        await NameAsync(page);
        await page.GotoAsync($"/ar/reports/{report.Id}");
        await page.Keyboard.PressAsync("j");
        string first = (await page.EvaluateAsync<string>("document.activeElement.id"))!;
        Assert.StartsWith("c", first, StringComparison.Ordinal);
        Assert.True(await page.Locator(".seg.lit-main").CountAsync() > 0, "the claim's words are not lit in the text");
        await page.Keyboard.PressAsync("a");
        await page.Locator($"#{first}.is-accepted").WaitForAsync();

        // After a decision the next claim has the focus.
        await page.WaitForFunctionAsync("first => document.activeElement.id !== first", first);
        string second = (await page.EvaluateAsync<string>("document.activeElement.id"))!;
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("ليس فعلا");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"#{second}.is-rejected").WaitForAsync();
        Claim accepted = (await site.Record.ClaimAsync(first, TestContext.Current.CancellationToken))!;
        Claim rejected = (await site.Record.ClaimAsync(second, TestContext.Current.CancellationToken))!;
        Assert.Equal((ClaimStatus.Accepted, ClaimStatus.Rejected), (accepted.Status, rejected.Status));
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Keys_EditOpensTheFormAndSaves()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync(Second);
        (IPage page, List<string> errors) = await browser.OpenAsync(site);
        await NameAsync(page);
        await page.GotoAsync($"/en/reports/{report.Id}");
        await page.Keyboard.PressAsync("j");
        string id = (await page.EvaluateAsync<string>("document.activeElement.id"))!;
        await page.Keyboard.PressAsync("e");
        await page.Locator(".claim-form").WaitForAsync();
        await page.Locator("[name=weapon]").FillAsync("mortar");
        await page.Locator(".claim-form [name=reason]").FillAsync("the text says so");
        await page.Locator(".claim-form button.good").ClickAsync();
        await page.Locator($"#{id}.is-accepted").WaitForAsync();
        Assert.Equal("mortar", (await site.Record.ClaimAsync(id, TestContext.Current.CancellationToken))!.Content.Weapon);
        Assert.Empty(errors);
    }

    /// <summary>Words selected in the text, the key n, and the form: what was wrong comes back with everything typed, then it is a claim.</summary>
    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task Keys_AddAClaimFromTheSelection(string lang)
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync(Second);
        (IPage page, List<string> errors) = await browser.OpenAsync(site);
        await NameAsync(page);
        await page.GotoAsync($"/{lang}/reports/{report.Id}");

        // Across the border of a mark, with the blank before the words.
        int start = report.Text.IndexOf("محيط بسيمة", StringComparison.Ordinal);
        await page.EvaluateAsync(
            """
            ([from, to]) => {
              const walker = document.createTreeWalker(document.querySelector('#text p'), NodeFilter.SHOW_TEXT), range = document.createRange();
              for (let at = 0, node; (node = walker.nextNode()); at += node.length) {
                if (from >= at && from <= at + node.length) range.setStart(node, from - at);
                if (to >= at && to <= at + node.length) { range.setEnd(node, to - at); break; }
              }
              getSelection().removeAllRanges();
              getSelection().addRange(range);
            }
            """,
            new[] { start - 1, start + "محيط بسيمة".Length });
        Assert.True(await page.Locator("#add-chosen").IsVisibleAsync(), "no button beside the selection");
        await page.Keyboard.PressAsync("n");
        await page.Locator("#add form").WaitForAsync();
        Assert.Equal("محيط بسيمة", await page.Locator("#add [name=words]").InputValueAsync());
        Assert.Equal("1", await page.Locator("#add [name=occurrence]").InputValueAsync());
        Assert.True(await page.Locator("#add [name=weapon]").IsVisibleAsync());
        await page.Locator("#add [name=kind]").SelectOptionAsync("figure");
        Assert.False(await page.Locator("#add [name=weapon]").IsVisibleAsync());
        await page.Locator("#add [name=measure]").SelectOptionAsync("killed");
        await page.Locator("#add [name=number_low]").FillAsync("many");
        await page.Locator("#add button.good").ClickAsync();
        await page.Locator("#add .problem").WaitForAsync();
        Assert.Equal("محيط بسيمة", await page.Locator("#add [name=words]").InputValueAsync());
        await page.Locator("#add [name=number_low]").FillAsync("3");
        await page.Locator("#add button.good").ClickAsync();
        await page.ArriveAsync($"**/{lang}/reports/{report.Id}#c*");
        Claim claim = await site.ClaimAsync(report, ClaimKind.Figure);
        Assert.Equal((start, 3m, "person"), (claim.Content.Span.Start, claim.Content.Number!.Low, claim.Rule));
        Assert.Equal(claim.Id, await page.EvaluateAsync<string>("document.activeElement.id"));

        // The refused form answers 422, which the browser itself notes as an error.
        Assert.DoesNotContain(errors, e => !e.Contains("422", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Layers_CanBeHidden()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync();
        (IPage page, _) = await browser.OpenAsync(site, script: false);
        await page.GotoAsync($"/en/reports/{report.Id}");
        ILocator mark = page.Locator(".text .m-events").First;
        Assert.Equal("underline", await Line(mark));
        await page.Locator("[data-layer=events]").UncheckAsync();
        Assert.Equal("none", await Line(mark));
    }

    /// <summary>Without script everything is done by links and forms; only the name is asked for on a page of its own.</summary>
    [Fact]
    public async Task WithoutScript_AcceptWorks()
    {
        await using Site site = await Site.StartAsync();
        Report report = await site.FileAsync(Second);
        (IPage page, _) = await browser.OpenAsync(site, script: false);
        await page.GotoAsync($"/en/reports/{report.Id}");
        await page.Locator("[data-do=accept] button").First.ClickAsync();
        await page.Locator("main [name=reviewer]").FillAsync("Lina");
        await page.Locator("main button.primary").ClickAsync();
        Assert.Equal(1, await page.Locator(".claim.is-accepted").CountAsync());
        Assert.True(await page.Locator("svg .land").CountAsync() == 0);
        await page.GotoAsync("/en/incidents");
        Assert.True(await page.Locator("svg .land").IsVisibleAsync(), "the drawn map is not there");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Timeline_BrushNarrowsListAndAddress(string lang)
    {
        await using Site site = await Site.StartAsync();
        for (int day = 1; day <= 9; day += 2)
        {
            await site.FileAsync($"{Second} {day}", "Desk", new DateOnly(2017, 1, day));
        }

        (IPage page, List<string> errors) = await browser.OpenAsync(site);
        await page.GotoAsync($"/{lang}/incidents");

        // The page's own faces move what stands below the form: measure once they are there.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        LocatorBoundingBoxResult box = (await page.Locator("[data-timeline] svg").BoundingBoxAsync())!;
        float middle = box.Y + (box.Height / 2);

        // The first three of nine days, from the side on which the language begins.
        float at(double share) => (float)(box.X + (box.Width * (lang == "ar" ? 1 - share : share)));
        await page.Mouse.MoveAsync(at(0.02), middle);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(at(0.15), middle);
        await page.Mouse.MoveAsync(at(0.30), middle);
        await page.Mouse.UpAsync();
        await page.ArriveAsync("**from=2017-01-01&to=2017-01-03**");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#list .incident-row').length === 2");
        await page.GoBackAsync();
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#list .incident-row').length === 5");
        Assert.Equal("", await page.Locator("[name=from]").InputValueAsync());
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Map_ComesAliveInThePlaceOfTheDrawing()
    {
        await using Site site = await Site.StartAsync();
        await site.FileAsync();
        (IPage page, List<string> errors) = await browser.OpenAsync(site);
        await page.GotoAsync("/ar/incidents");
        await page.Locator("[data-map][data-live=true]").WaitForAsync(new LocatorWaitForOptions { Timeout = 30_000 });
        Assert.True(await page.Locator(".map-live canvas").IsVisibleAsync());
        Assert.False(await page.Locator(".map-drawn").IsVisibleAsync());
        Assert.True(await page.Locator(".map-search").IsHiddenAsync(), "the search button shows before the map was moved");
        Assert.Empty(errors);
    }

    /// <summary>Held back until the drawing was measured, the live map takes the very room of it; its buttons follow the theme.</summary>
    [Theory]
    [InlineData("/ar/incidents", 1400)]
    [InlineData("/en/incidents/1", 390)]
    public async Task Map_TakesTheDrawingsRoomWithoutAJump(string path, int width)
    {
        await using Site site = await Site.StartAsync();
        await site.FileAsync();
        (IPage page, _) = await browser.OpenAsync(site, width, ColorScheme.Dark);
        var library = new TaskCompletionSource();
        await page.RouteAsync("**/maplibre-gl.mjs*", async route =>
        {
            await library.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.EvaluateAsync("document.fonts.ready");
        string before = await Places();
        Assert.True(await page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('.map-drawn .town text')].map(t => t.getBoundingClientRect().height))") >= 10, "names too small to be read");
        library.SetResult();
        await page.Locator("[data-map][data-live=true]").WaitForAsync(new LocatorWaitForOptions { Timeout = 30_000 });
        Assert.Equal(before, await Places());
        Assert.Equal("invert(1)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.maplibregl-ctrl-icon')).filter"));
        Assert.Equal(
            await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.map-live')).borderTopWidth + JSON.stringify(document.querySelector('.map-drawn').getBoundingClientRect())"),
            await page.EvaluateAsync<string>("'1px' + JSON.stringify(document.querySelector('.map-live').getBoundingClientRect())"));

        Task<string> Places() => page.EvaluateAsync<string>("[...document.querySelectorAll('.map, .map figcaption, main, footer')].map(e => JSON.stringify(e.getBoundingClientRect())).join()");
    }

    private static Task<string> Line(ILocator mark) => mark.EvaluateAsync<string>("e => getComputedStyle(e).textDecorationLine");

    private static async Task NameAsync(IPage page)
    {
        await page.GotoAsync("/en/record");
        await page.Locator("[name=reviewer]").FillAsync("Lina");
        await page.Locator(".settings-form button").ClickAsync();
        await page.ArriveAsync("**/en/record");
    }
}
