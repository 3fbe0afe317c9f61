using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Store;

namespace Hudna.Tests.Server;

/// <summary>Claims entered by hand, and decisions on facts from wherever their words are shown.</summary>
public sealed class EnteringTests
{
    private const string Said = "الجيش السوري يسيطر على بسيمة منذ 23 كانون الثاني";

    /// <summary>The fewest fields with which each kind can be entered; the first of each is what is left out in another test.</summary>
    public static TheoryData<string, string> Minimal => new()
    {
        { "round", "track_id=kz-capital round_status=announced" },
        { "participation", "recipient_id=sy-army participation=refused" },
        { "delegation", "actor_id=sy-army recipient_id=factions delegation_role=head" },
        { "track_relation", "track_id=kz-capital other_id=ch-geneva track_relation=prepares" },
        { "role", "actor_id=sy-army talks_role=host" },
        { "position", "speaker_id=sy-army topic=truce position=supports" },
        { "deal", "deal_type=truce deal_step=in_force" },
        { "commitment", "actor_id=sy-army commitment_basis=speech" },
        { "operation", "place_id=sy-bassima operation_type=evacuation operation_stage=begun" },
        { "control", "place_id=sy-bassima control_status=holds" },
        { "figure", "measure=killed number_low=12" },
        { "event", "type=ASSAULT" },
        { "statement", "" },
    };

    [Theory]
    [MemberData(nameof(Minimal))]
    public async Task Form_WithTheFewestFields_EntersTheClaim(string kind, string fields)
    {
        await using Site site = await Start();
        HttpResponseMessage answer = await Enter(site, kind, Fields(fields));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Claim claim = await OnlyAsync(site);
        Assert.Equal((kind, Said, ClaimStatus.Accepted), (Wire.Name(claim.Content.Kind), claim.Content.Text, claim.Status));
        Assert.Equal($"/en/reports/{claim.ReportId}#{claim.Id}", answer.Headers.Location?.ToString());
        Report report = (await site.Record.ReportAsync(claim.ReportId, Stop))!;
        Assert.Equal((ReportKind.Note, "Desk B", new DateOnly(2017, 1, 24)), (report.Kind, report.Sources[0].Name, report.Published));
        Assert.Equal("Lina", (await site.Record.HistoryAsync(claim.Id, Stop))[0].By);

        string html = await site.PageAsync($"/ar/reports/{claim.ReportId}");
        Assert.Contains("أُدخل يدوياً", html, StringComparison.Ordinal);
        Assert.DoesNotContain("notice-strong", html, StringComparison.Ordinal);
    }

    /// <summary>Each field that a kind needs is told, beside the field and in the reader's language.</summary>
    [Theory]
    [MemberData(nameof(Minimal))]
    public async Task Form_WithAFieldMissing_TellsItAtTheField(string kind, string fields)
    {
        await using Site site = await Start();
        (string Field, string Value)[] all = Fields(fields);
        foreach ((string missing, string _) in all.Concat([("source", ""), ("words", "")]))
        {
            HttpResponseMessage answer = await Enter(site, kind, [.. all.Where(f => f.Field != missing), (missing, "")]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            IHtmlDocument page = await PageOf(answer);
            Assert.DoesNotContain("The record did not take it", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.True(page.QuerySelector($"#entry [name={missing}][aria-invalid=true]") is not null, $"{missing} is not marked");

            // All else that was typed is still there.
            Assert.All(all.Where(f => f.Field != missing), f => Assert.Equal(f.Value, Value(page, f.Field)));
            if (missing != "words")
            {
                Assert.Equal(Said, page.QuerySelector("#entry [name=words]")!.TextContent);
            }
        }

        Assert.Equal(0, (await site.Record.ClaimsAsync(new ClaimFilter(), Stop)).Total);
    }

    [Fact]
    public async Task Form_OpensWithWhatTheAddressPresets()
    {
        await using Site site = await Start();
        IHtmlDocument page = await PageAsync(
            site, "/en/claims/new?kind=operation&place=sy-bassima&destination=sy-idlib&actor=sy-army&recipient=factions&time=2017-01-24&back=/en/actors");
        Assert.Equal(
            ["sy-bassima", "sy-idlib", "sy-army", "factions", "2017-01-24", "/en/actors"],
            new[] { "place_id", "destination_id", "actor_id", "recipient_id", "time_value", "back" }.Select(f => Value(page, f)));
        page = await PageAsync(site, "/ar/claims/new?kind=track_relation&track=kz-capital&other=ch-geneva");
        Assert.Equal(("kz-capital", "ch-geneva"), (Value(page, "track_id"), Value(page, "other_id")));
        page = await PageAsync(site, "/ar/claims/new?kind=position&topic=foreign_fighters");
        Assert.Equal("foreign_fighters", Value(page, "topic"));
        page = await PageAsync(site, "/ar/claims/new?kind=commitment&topic=wells");
        Assert.Equal("wells", Value(page, "topic_other"));

        // Without a kind, or with one that there is not, it is asked for, and the presets go along.
        foreach (string kind in new[] { "", "&kind=rumour" })
        {
            page = await PageAsync(site, "/en/claims/new?place=sy-bassima" + kind);
            Assert.Null(page.QuerySelector("#entry"));
            Assert.Contains("/en/claims/new?place=sy-bassima&kind=control", page.QuerySelectorAll(".entry-kinds a").Select(a => a.GetAttribute("href")));
        }
    }

    /// <summary>Another kind's fields, without script and without losing what was typed.</summary>
    [Fact]
    public async Task Form_OfAnotherKind_KeepsWhatWasTyped()
    {
        await using Site site = await Start();
        HttpResponseMessage answer = await Enter(site, "control", ("place_id", "sy-bassima"), ("source", "فريق <أ>"), ("show", "1"));
        IHtmlDocument page = await PageOf(answer);
        Assert.Equal((HttpStatusCode.OK, "فريق <أ>", "sy-bassima"), (answer.StatusCode, Value(page, "source"), Value(page, "place_id")));
        Assert.NotNull(page.QuerySelector("[name=control_status]"));
        Assert.Null(page.QuerySelector(".problem"));
        Assert.Equal(0, (await site.Record.ClaimsAsync(new ClaimFilter(), Stop)).Total);
    }

    [Fact]
    public async Task Form_FindsTheWordsInWhatTheSourceSays()
    {
        await using Site site = await Start();
        await Enter(
            site, "control", ("words", $"  {Said}\r\n"), ("control_status", "holds"), ("actor_text", "الجيش السوري"), ("actor_id", "sy-army"), ("place_text", "بسيمة"), ("place_id", "sy-bassima"),
            ("time_text", "23 كانون الثاني"), ("time_value", "--01-23"));
        ClaimContent content = (await OnlyAsync(site)).Content;
        Assert.Equal((Said, "الجيش السوري"), (content.Text, content.Actors[0].Span!.Value.Of(Said)));
        Assert.Equal(("بسيمة", "23 كانون الثاني", "--01-23"), (content.Place!.Span!.Value.Of(Said), content.Yearless!.Span!.Value.Of(Said), content.Yearless.Value));
        Assert.Contains("23 January\u2069, year not told", await site.PageAsync($"/en/reports/{(await OnlyAsync(site)).ReportId}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutAName_AsksForItAndCarriesOn()
    {
        await using Site site = await Start();
        HttpResponseMessage asked = await Enter(site, "control", ("place_id", "sy-bassima"), ("control_status", "holds"), ("reviewer", ""), ("back", "/en/places"));
        IHtmlDocument page = await PageOf(asked);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/en/claims/new"), (asked.StatusCode, page.QuerySelector("main form")!.GetAttribute("action")));
        Assert.Equal(("sy-bassima", "/en/places", Said), (Value(page, "place_id"), Value(page, "back"), Value(page, "words")));
    }

    [Fact]
    public async Task Form_OfAClaimThatIsThere_LeadsToIt()
    {
        await using Site site = await Start();
        (string, string)[] fields = [("place_id", "sy-bassima"), ("control_status", "holds")];
        await Enter(site, "control", fields);
        HttpResponseMessage again = await Enter(site, "control", fields);
        Claim claim = await OnlyAsync(site);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.NotNull((await PageOf(again)).QuerySelector($"a[href='/en/reports/{claim.ReportId}#{claim.Id}']"));

        // The same words may carry another claim.
        Assert.Equal(HttpStatusCode.SeeOther, (await Enter(site, "control", ("place_id", "sy-bassima"), ("control_status", "took"))).StatusCode);
    }

    /// <summary>An event opens its incident as one from a report does.</summary>
    [Fact]
    public async Task Event_IsLinked()
    {
        await using Site site = await Start();
        await Enter(site, "event", ("type", "ASSAULT"), ("place_id", "sy-bassima"), ("time_value", "2017-01-24"), ("actor_id", "sy-army"));
        Assert.NotNull((await OnlyAsync(site)).IncidentId);
        Assert.Contains("Desk B", await site.PageAsync("/en/incidents/1"), StringComparison.Ordinal);
    }

    // address given, where the answer leads (null for the report's page)
    [Theory]
    [InlineData("/en/places?q=1#top", "/en/places?q=1#top")]
    [InlineData("/ar/مكان", "/ar/%D9%85%D9%83%D8%A7%D9%86")]
    [InlineData("//evil.example", null)]
    [InlineData("/\\evil.example", null)]
    [InlineData("/\t/evil.example", null)]
    [InlineData("https://evil.example", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("evil", null)]
    [InlineData("", null)]
    public async Task Back_LeadsNowhereElse(string back, string? expected)
    {
        await using Site site = await Start();
        HttpResponseMessage entered = await Enter(site, "control", ("place_id", "sy-bassima"), ("control_status", "holds"), ("back", back));
        Claim claim = await OnlyAsync(site);
        string page = $"/en/reports/{claim.ReportId}#{claim.Id}";
        Assert.Equal((HttpStatusCode.SeeOther, expected ?? page), (entered.StatusCode, entered.Headers.Location?.OriginalString));
        foreach (string decision in new[] { "reject", "accept" })
        {
            HttpResponseMessage decided = await site.PostAsync(
                $"/en/reports/{claim.ReportId}", $"/en/claims/{claim.Id}/{decision}", ("revision", $"{(await OnlyAsync(site)).Revision}"), ("reason", "x"), ("back", back));
            Assert.Equal(expected ?? page, decided.Headers.Location?.OriginalString);
        }

        IHtmlDocument form = await PageAsync(site, $"/en/claims/new?kind=deal&back={Uri.EscapeDataString(back)}");
        Assert.Equal(expected, form.QuerySelector("#entry .decide a")?.GetAttribute("href"));
    }

    /// <summary>The page of each fact's edit form, sent as a browser would send it with nothing changed, leaves the claim as it was.</summary>
    [Fact]
    public async Task EditForm_SentAsItOpened_ChangesNothing()
    {
        await using Site site = await Start();
        Report report = await site.FileAsync(FactSamples.Text);
        foreach (ClaimContent content in FactSamples.All)
        {
            Claim claim = await site.Intake.ProposeAsync(report.Id, content, "Omar", "", Stop);
            IHtmlDocument page = await PageAsync(site, $"/ar/reports/{report.Id}?edit={claim.Id}");
            var form = (IHtmlFormElement)page.QuerySelector(".claim-form")!;
            HttpResponseMessage answer = await site.PostAsync(
                $"/ar/reports/{report.Id}", form.GetAttribute("action")!, [.. Sent(form).Where(f => f.Field != "reason"), ("reason", "نعم"), ("reviewer", "Lina")]);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Claim after = (await site.Record.ClaimAsync(claim.Id, Stop))!;
            Assert.Equal((claim.Revision + 1, JsonSerializer.Serialize(content)), (after.Revision, JsonSerializer.Serialize(after.Content)));
        }
    }

    /// <summary>Each kind added from the words of a report.</summary>
    [Theory]
    [MemberData(nameof(Minimal))]
    public async Task AddForm_TakesEveryKind(string kind, string fields)
    {
        await using Site site = await Start();
        Report report = await site.FileAsync(FactSamples.Text);
        HttpResponseMessage answer = await site.PostAsync(
            $"/en/reports/{report.Id}?add=1", $"/en/reports/{report.Id}/claims",
            [("kind", kind), ("words", "نصف بسيمة"), ("modality", "asserted"), ("reviewer", "Lina"), .. Rows(Fields(fields))]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Claim claim = Assert.Single((await site.Record.ClaimsAsync(new ClaimFilter { ReportId = report.Id }, Stop)).Items, c => c.Rule is Intake.PersonRule);
        Assert.Equal((kind, "نصف بسيمة"), (Wire.Name(claim.Content.Kind), claim.Content.Span.Of(report.Text)));
    }

    /// <summary>What another kind's fields hold does not get into the claim: the form that offers all kinds posts them, too.</summary>
    [Fact]
    public async Task AddForm_LeavesOutWhatTheKindHasNoFieldFor()
    {
        await using Site site = await Start();
        Report report = await site.FileAsync(FactSamples.Text);
        await site.PostAsync(
            $"/en/reports/{report.Id}?add=1", $"/en/reports/{report.Id}/claims", ("kind", "track_relation"), ("words", "نصف بسيمة"), ("modality", "asserted"), ("reviewer", "Lina"),
            ("track_text", ""), ("track_id", "kz-capital"), ("other_text", ""), ("other_id", "ch-geneva"), ("track_relation", "competes"),
            ("actor_text", ""), ("actor_id", "sy-army"), ("place_id", "sy-bassima"), ("weapon", "mortar"), ("number_low", "3"), ("destination_id", "sy-idlib"));
        ClaimContent content = Assert.Single((await site.Record.ClaimsAsync(new ClaimFilter { ReportId = report.Id }, Stop)).Items, c => c.Rule is Intake.PersonRule).Content;
        Assert.Equal((0, null, null, null, null), (content.Actors.Count, content.Place, content.Weapon, content.Number, content.Destination));
    }

    [Fact]
    public async Task Json_EntersTheClaim_OnceOnly()
    {
        await using Site site = await Start();

        // The fact's name may stand anywhere.
        object body = Body(new { status = "took", part = new { text = "نصف بسيمة" }, fact = "control" });
        HttpResponseMessage answer = await site.Client.PostAsJsonAsync("/api/claims", body, Stop);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Claim claim = await OnlyAsync(site);
        Assert.Equal($"/api/claims/{claim.Id}", answer.Headers.Location?.ToString());
        Assert.Equal(claim.Id, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("id").GetString());
        Assert.Equal(new Span(0, Said.Length), claim.Content.Span);
        HttpResponseMessage again = await site.Client.PostAsJsonAsync("/api/claims", body, Stop);
        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (again.StatusCode, again.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Json_ThatCannotStand_IsRefusedWithWhatIsWrong()
    {
        await using Site site = await Start();
        await Refused("by:", Body(new { fact = "control", status = "took" }, by: " "));
        await Refused("entry.source:", Body(new { fact = "control", status = "took" }, source: ""));
        await Refused("entry.source:", Body(new { fact = "control", status = "took" }, source: new string('x', 301)));
        await Refused("entry.words:", Body(new { fact = "control", status = "took" }, words: "\n"));
        await Refused("words:", Body(new { fact = "control", status = "took" }, words: new string('x', 2001)));
        await Refused("detail:", Body(new { fact = "deal", type = "truce", step = "reached" }));
        await Refused("yearless:", Body(new { fact = "control", status = "took" }, yearless: ""));
        await Refused("yearless:", Body(new { fact = "control", status = "took" }, yearless: "--02-30"));

        // Left out is not told, and no first value of a list.
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.PostAsJsonAsync("/api/claims", Body(new { fact = "control" }), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.PostAsJsonAsync("/api/claims", Body(new { fact = "round", status = "held", agenda = Array.Empty<string>() }), Stop)).StatusCode);
        await Refused("entry.source:", new { by = "Lina" });
        await Refused("content:", new { by = "Lina", entry = new { source = "Desk B", words = Said } });
        Assert.Equal(0, (await site.Record.ClaimsAsync(new ClaimFilter(), Stop)).Total);

        async Task Refused(string expected, object body)
        {
            HttpResponseMessage answer = await site.Client.PostAsJsonAsync("/api/claims", body, Stop);
            string text = await answer.Content.ReadAsStringAsync(Stop);
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{expected} {answer.StatusCode} {text}");
            Assert.Contains(expected, JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task OpenApi_TellsOfIt()
    {
        await using Site site = await Start();
        using var document = JsonDocument.Parse(await site.PageAsync("/openapi/v1.json"));
        JsonElement post = document.RootElement.GetProperty("paths").GetProperty("/api/claims").GetProperty("post");
        Assert.Equal("enterClaim", post.GetProperty("operationId").GetString());
        Assert.All(["201", "409", "422"], code => Assert.True(post.GetProperty("responses").TryGetProperty(code, out _), code));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal static Task<Site> Start() => Site.StartAsync(known: FactSamples.Known);

    private static object Body(object detail, string by = "Lina", string source = "Desk B", string words = Said, string? yearless = null) => new
    {
        by,
        entry = new { source, published = "2017-01-24", words, confidentiality = "public" },
        content = new
        {
            kind = "control",
            span = new { start = 0, end = 0 },
            text = "",
            modality = "asserted",
            place = new { text = "بسيمة", place_id = "sy-bassima", name = "Bassima", kind = "settlement", country = "SY", lat = 33.62, lon = 36.13, precision = 2 },
            yearless = yearless is null ? null : new { text = "day", value = yearless },
            detail,
        },
    };

    private static Task<HttpResponseMessage> Enter(Site site, string kind, params (string Field, string Value)[] typed)
    {
        (string Field, string Value)[] common =
        [
            ("kind", kind), ("source", "Desk B"), ("published", "2017-01-24"), ("words", Said), ("confidentiality", "public"), ("modality", "asserted"), ("reason", ""), ("reviewer", "Lina"),
        ];
        return site.PostAsync($"/en/claims/new?kind={kind}", "/en/claims/new", [.. common.Where(c => Array.TrueForAll(typed, t => t.Field != c.Field)), .. Rows(typed)]);
    }

    // Words and id of a party go together.
    private static (string Field, string Value)[] Rows((string Field, string Value)[] typed) =>
    [
        .. typed,
        .. new[] { "actor", "recipient" }.Where(n => typed.Any(t => t.Field == n + "_id") && typed.All(t => t.Field != n + "_text")).Select(n => (n + "_text", "")),
    ];

    private static (string Field, string Value)[] Fields(string fields) =>
        [.. fields.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(f => (f[..f.IndexOf('=', StringComparison.Ordinal)], f[(f.IndexOf('=', StringComparison.Ordinal) + 1)..]))];

    private static async Task<Claim> OnlyAsync(Site site) => Assert.Single((await site.Record.ClaimsAsync(new ClaimFilter(), Stop)).Items);

    private static async Task<IHtmlDocument> PageAsync(Site site, string path) => await new HtmlParser().ParseDocumentAsync(await site.PageAsync(path));

    private static async Task<IHtmlDocument> PageOf(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop));

    private static string? Value(IHtmlDocument page, string field) => page.QuerySelector($"main [name={field}]") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };

    // What a browser would send.
    private static IEnumerable<(string Field, string Value)> Sent(IHtmlFormElement form)
    {
        foreach (IHtmlElement element in form.Elements)
        {
            (string? name, string? value) = element switch
            {
                IHtmlInputElement { Type: "checkbox", IsChecked: false } => (null, null),
                IHtmlInputElement input => (input.Name, input.Value),
                IHtmlSelectElement select => (select.Name, select.Value),
                IHtmlTextAreaElement area => (area.Name, area.Value.ReplaceLineEndings("\r\n")),
                _ => (null, null),
            };
            if (name is { Length: > 0 } and not "form_token")
            {
                yield return (name, value!);
            }
        }
    }
}
