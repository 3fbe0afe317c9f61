using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Facts;
using Hudna.Server.Features.Reports.Text;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hudna.Tests.Server;

/// <summary>Facts around the truce as the report page shows them.</summary>
public sealed class FactPagesTests
{
    /// <summary>Codes, tracks, topics, words and days in words, labelled by what they mean in each kind.</summary>
    [Fact]
    public async Task Card_TellsEverythingThatAFactSays()
    {
        await using Site site = await EnteringTests.Start();
        Report report = await FileAsync(site);
        IHtmlDocument page = await PageAsync(site, $"/en/reports/{report.Id}");
        (ClaimKind Kind, string[] Expected)[] all =
        [
            (ClaimKind.Round, ["announced", "proximity, through mediators", "Track of talks", "Astana", "Agenda", "Political transition", "Truce", "water-sharing", "Venue", "Led or held by", "23 January", "year not told"]),
            (ClaimKind.Participation, ["under a condition", "Whose part", "Armed factions", "Who says so or decides", "Syrian Army", "Under which condition", "أن تلتزم الهدنة", "Under which rule or list", "القائمة"]),
            (ClaimKind.Delegation, ["head", "The person", "الرئاسة", "Whose delegation"]),
            (ClaimKind.TrackRelation, ["prepares the ground for", "Other track", "Geneva"]),
            (ClaimKind.Role, ["mediator", "Who has the role"]),
            (ClaimKind.Position, ["ready to discuss", "Topic", "Political transition", "Who holds it", "Said to"]),
            (ClaimKind.Deal, ["Truce", "in force", "Guarantors or sponsors", "Parties to it", "Where it holds"]),
            (ClaimKind.Commitment, ["joint statement", "wells", "Who promised", "Promised to", "By when", "8 February 2017"]),
            (ClaimKind.Operation, ["Evacuation", "under way", "350", "Where from", "Where to", "Idlib", "Route", "الطريق القديم"]),
            (ClaimKind.Control, ["took", "water", "Part of the place", "نصف بسيمة", "From or against whom"]),
        ];
        foreach ((ClaimKind kind, string[] expected) in all)
        {
            string id = ContentId.Claim(report.Id, FactSamples.All.Single(c => c.Kind == kind));
            string head = string.Join(' ', page.QuerySelector($"#{id} .claim-what")!.TextContent, page.QuerySelector($"#{id} .facts")!.TextContent);
            Assert.All(expected, e => Assert.Contains(e, head, StringComparison.OrdinalIgnoreCase));
        }

        string round = ContentId.Claim(report.Id, FactSamples.All[0]);
        Assert.NotNull(page.QuerySelector($"#{round} a[href='/en/talks/kz-capital']"));
    }

    [Fact]
    public async Task Text_MarksFactsOnALayerOfTheirOwn()
    {
        await using Site site = await EnteringTests.Start();
        Report report = await FileAsync(site);
        IHtmlDocument page = await PageAsync(site, $"/ar/reports/{report.Id}");
        Assert.NotNull(page.QuerySelector(".layers input[data-layer=facts]"));
        string marked = string.Concat(page.QuerySelectorAll("#text .m-facts").Select(m => m.TextContent));
        Assert.Contains("تمهد لمحادثات جنيف", marked, StringComparison.Ordinal);

        // Each fact leads from its words to its card, by one link however many pieces its words are cut into.
        foreach (ClaimContent content in FactSamples.All)
        {
            string id = ContentId.Claim(report.Id, content);
            Assert.NotNull(page.QuerySelector($"#t-{id}"));
            Assert.True(page.QuerySelectorAll($"#text a[href='#{id}']").Length <= 1, $"{content.Kind} has several links");
        }

        // The reader's own layers are as they were.
        Assert.Equal("الجيش السوري", page.QuerySelector("#text .m-actors")!.TextContent);
    }

    [Fact]
    public void Evidence_HoldsTracksWordsDestinationAndYearlessDay()
    {
        Span[] Of(ClaimKind kind) => [.. ReportMarks.Evidence(FactSamples.All.Single(c => c.Kind == kind))];
        Assert.Superset(new HashSet<Span> { FactSamples.At("أستانا"), FactSamples.At("23 كانون الثاني") }, Of(ClaimKind.Round).ToHashSet());
        Assert.Superset(new HashSet<Span> { FactSamples.At("أن تلتزم الهدنة"), FactSamples.At("القائمة"), FactSamples.At("الفصائل") }, Of(ClaimKind.Participation).ToHashSet());
        Assert.Superset(new HashSet<Span> { FactSamples.At("أستانا"), FactSamples.At("جنيف") }, Of(ClaimKind.TrackRelation).ToHashSet());
        Assert.Superset(new HashSet<Span> { FactSamples.At("إدلب"), FactSamples.At("الطريق القديم"), FactSamples.At("350") }, Of(ClaimKind.Operation).ToHashSet());
        Assert.Superset(new HashSet<Span> { FactSamples.At("نصف بسيمة") }, Of(ClaimKind.Control).ToHashSet());
    }

    [Fact]
    public async Task Claims_AreListedByGroup()
    {
        await using Site site = await EnteringTests.Start();
        Report report = await FileAsync(site);
        IHtmlDocument page = await PageAsync(site, $"/en/reports/{report.Id}");
        Assert.Equal(FactSamples.All.Count, page.QuerySelectorAll("#claims .claim").Length);
        string[] links = [.. page.QuerySelectorAll(".claim-groups a").Select(a => a.GetAttribute("href")!)];
        Assert.Equal(["", "?show=statements", "?show=talks", "?show=promises", "?show=ground"], links.Select(l => l[$"/en/reports/{report.Id}".Length..]));

        page = await PageAsync(site, $"/en/reports/{report.Id}?show=ground");
        Assert.Equal(Ids(ClaimKind.Operation, ClaimKind.Control), page.QuerySelectorAll("#claims .claim").Select(c => c.Id!));

        // Marks lead to cards that are there.
        Assert.All(page.QuerySelectorAll("#text .hit").SelectMany(h => h.GetAttribute("data-claims")!.Split(' ')), id => Assert.NotNull(page.GetElementById(id)));
        Assert.Equal($"/en/reports/{report.Id}?show=ground&edit={Ids(ClaimKind.Control)[0]}#{Ids(ClaimKind.Control)[0]}", page.QuerySelector($"#{Ids(ClaimKind.Control)[0]} [data-do=edit]")!.GetAttribute("href"));
        Assert.Equal($"/en/reports/{report.Id}?show=ground#{Ids(ClaimKind.Control)[0]}", page.QuerySelector($"#{Ids(ClaimKind.Control)[0]} .reject [name=back]")!.GetAttribute("value"));

        // A group that there is none of, a word that is no group, and a claim to edit that is of another: all are shown.
        foreach (string query in new[] { "show=incidents", "show=nonsense", $"show=ground&edit={Ids(ClaimKind.Round)[0]}" })
        {
            page = await PageAsync(site, $"/en/reports/{report.Id}?{query}");
            Assert.Equal(FactSamples.All.Count, page.QuerySelectorAll("#claims .claim").Length);
        }

        string[] Ids(params ClaimKind[] kinds) => [.. FactSamples.All.Where(c => kinds.Contains(c.Kind)).Select(c => ContentId.Claim(report.Id, c))];
    }

    [Fact]
    public async Task Note_IsListedAsWhatItIs()
    {
        await using Site site = await EnteringTests.Start();
        Claim claim = await site.Intake.EnterAsync(
            new HandEntry("Desk B", null, "الجيش السوري في بسيمة", Confidentiality.Mechanism),
            new ClaimContent { Kind = ClaimKind.Statement, Span = default, Text = "" }, "Lina", "", TestContext.Current.CancellationToken);
        IHtmlDocument list = await PageAsync(site, "/en/reports?kind=note");
        Assert.Contains("1 claim", list.QuerySelector(".report-row")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Not read", list.QuerySelector(".report-row")!.TextContent, StringComparison.OrdinalIgnoreCase);
        IHtmlDocument page = await PageAsync(site, $"/en/reports/{claim.ReportId}");
        Assert.StartsWith("Entered by hand", page.QuerySelector(".report-head .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".layers"));

        // A note comes with its claim: it cannot be filed as a text.
        Assert.Null((await PageAsync(site, "/en/file")).QuerySelector("option[value=note]"));
    }

    /// <summary>What a view rests on can be decided on where it is shown, and the decision comes back there.</summary>
    [Fact]
    public async Task Evidence_OffersWhatCanBeDecided()
    {
        await using Site site = await EnteringTests.Start();
        Report report = await FileAsync(site);
        Claim claim = (await site.Record.ClaimsAsync(new ClaimFilter { ReportId = report.Id, Kind = ClaimKind.Control }, TestContext.Current.CancellationToken)).Items[0];
        foreach ((ClaimStatus status, string[] actions) in new[]
        {
            (ClaimStatus.Proposed, new[] { "accept", "reject" }), (ClaimStatus.Accepted, ["reject"]), (ClaimStatus.Rejected, ["accept"]),
        })
        {
            IHtmlDocument html = await RenderAsync("/en/places", new ReportedClaim(
                claim with { Status = status, Revision = 3 }, null, ReportKind.Article, report.Sources, report.Published, Confidentiality.Public));
            Assert.Equal(actions, html.QuerySelectorAll("[formaction]").Select(b => b.GetAttribute("formaction")!)
                .Concat(html.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith("/en/claims/", StringComparison.Ordinal))).Select(h => h.Split('/')[^1]));
            Assert.All(html.QuerySelectorAll("button"), b => Assert.Equal(("decide", "3"), (b.GetAttribute("form"), b.GetAttribute("value"))));
            Assert.All(html.QuerySelectorAll("button, .evidence-source > a"), b => Assert.Contains(
                claim.Content.Text, string.Concat(b.GetAttribute("aria-labelledby")!.Split(' ').Select(id => html.GetElementById(id)!.TextContent)), StringComparison.Ordinal));
            Assert.NotNull(html.QuerySelector($"a[href='/en/reports/{report.Id}#{claim.Id}']"));
        }
    }

    /// <summary>Why a claim is rejected is asked on a page of its own, which comes back to the one that led there.</summary>
    [Theory]
    [InlineData("http://localhost/en/talks?x=1", "/en/talks?x=1")]
    [InlineData("http://elsewhere.example/en/talks", null)]
    [InlineData("nonsense", null)]
    [InlineData(null, null)]
    public async Task Rejecting_AsksWhy_AndComesBack(string? from, string? back)
    {
        await using Site site = await EnteringTests.Start();
        Report report = await FileAsync(site);
        Claim claim = (await site.Record.ClaimsAsync(new ClaimFilter { ReportId = report.Id, Kind = ClaimKind.Control }, TestContext.Current.CancellationToken)).Items[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/en/claims/{claim.Id}/reject");
        if (from is not null)
        {
            request.Headers.TryAddWithoutValidation("Referer", from.Replace("http://localhost", site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
        }

        HttpResponseMessage answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        IHtmlDocument page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(claim.Content.Text, page.QuerySelector("mark")!.TextContent);
        Assert.Equal(back ?? $"/en/reports/{report.Id}#{claim.Id}", page.QuerySelector(".reject-page [name=back]")!.GetAttribute("value"));
        Assert.Equal($"{claim.Revision}", page.QuerySelector(".reject-page [name=revision]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/en/claims/c0/reject", TestContext.Current.CancellationToken)).StatusCode);
    }

    /// <summary>The button beside a claim belongs to a form of the page that has the token and the way back.</summary>
    [Fact]
    public async Task Accepting_GoesThroughThePagesOneForm()
    {
        await using Site site = await Site.StartAsync();
        await site.FileAsync();
        IHtmlDocument page = await PageAsync(site, "/en/figures/killed");
        var form = (IHtmlFormElement)page.GetElementById("decide")!;
        Assert.Equal("/en/figures/killed", form.QuerySelector("[name=back]")!.GetAttribute("value"));
        IHtmlButtonElement[] buttons = [.. page.QuerySelectorAll("[formaction]").Cast<IHtmlButtonElement>()];
        Assert.NotEmpty(buttons);
        Assert.All(buttons, b => Assert.Same(form, b.Form));
        (string, string)[] fields = [("revision", buttons[0].Value), ("back", "/en/figures/killed"), ("reviewer", "Lina")];
        HttpResponseMessage accepted = await site.PostAsync("/en/figures/killed", buttons[0].GetAttribute("formaction")!, fields);
        Assert.Equal("/en/figures/killed", accepted.Headers.Location?.ToString());
        Assert.Equal(buttons.Length - 1, (await PageAsync(site, "/en/figures/killed")).QuerySelectorAll("[formaction]").Length);
    }

    [Fact]
    public async Task Decisions_ComeBack()
    {
        await using Site site = await EnteringTests.Start();
        Report report = await FileAsync(site);
        Claim claim = (await site.Record.ClaimsAsync(new ClaimFilter { ReportId = report.Id, Kind = ClaimKind.Control }, TestContext.Current.CancellationToken)).Items[0];
        (string, string)[] form = [("revision", $"{claim.Revision}"), ("back", "/en/places?q=x"), ("reviewer", "Lina")];
        HttpResponseMessage unexplained = await site.PostAsync("/en/places", $"/en/claims/{claim.Id}/reject", [.. form, ("reason", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unexplained.StatusCode);
        HttpResponseMessage rejected = await site.PostAsync("/en/places", $"/en/claims/{claim.Id}/reject", [.. form, ("reason", "not said")]);
        Assert.Equal("/en/places?q=x", rejected.Headers.Location?.ToString());

        // Decided meanwhile: the report's page shows what changed.
        Assert.Equal(HttpStatusCode.Conflict, (await site.PostAsync("/en/places", $"/en/claims/{claim.Id}/accept", form)).StatusCode);
        Assert.Equal(ClaimStatus.Rejected, (await site.Record.ClaimAsync(claim.Id, TestContext.Current.CancellationToken))!.Status);
    }

    internal static async Task<Report> FileAsync(Site site)
    {
        Report report = await site.FileAsync(FactSamples.Text);
        foreach (ClaimContent content in FactSamples.All)
        {
            await site.Intake.ProposeAsync(report.Id, content, "Omar", "", TestContext.Current.CancellationToken);
        }

        return report;
    }

    // No page of this part shows them; those that do hand them nothing but the claims.
    private static async Task<IHtmlDocument> RenderAsync(string path, ReportedClaim claim)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery();
        var http = new DefaultHttpContext();
        http.Request.Path = path;
        http.Request.RouteValues["lang"] = path[1..3];
        services.AddSingleton<IHttpContextAccessor>(new HttpContextAccessor { HttpContext = http }).AddSingleton(Site.Mission).AddSingleton(TimeProvider.System);
        services.AddScoped<Visit>().AddScoped<KnownNames>();
        await using ServiceProvider provider = services.BuildServiceProvider();
        http.RequestServices = provider;
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        string html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Evidence>(
            ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Claims"] = new[] { claim } }))).ToHtmlString());
        return await new HtmlParser().ParseDocumentAsync(html);
    }

    private static async Task<IHtmlDocument> PageAsync(Site site, string path) => await new HtmlParser().ParseDocumentAsync(await site.PageAsync(path));
}
