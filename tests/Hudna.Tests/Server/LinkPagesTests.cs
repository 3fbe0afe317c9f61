using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Store;

namespace Hudna.Tests.Server;

/// <summary>Incidents that may be one: the queue, the two answers, splitting, and the weights.</summary>
public sealed class LinkPagesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The likeliest first; each pair with what is compared in words, the number beside it, and the sources' words.</summary>
    [Theory]
    [InlineData("en", "Incidents 2 and 3: one or two?", "possibly one, more likely two", "as likely one as two", "48 %", "6.0 km apart", "strongly for", "One incident: keep number 2", "Before comparing")]
    [InlineData("ar", "الحادثان 2 و3: واحد أم اثنان؟", "ربما واحد، والأرجح اثنان", "سيّان: واحد أو اثنان", "بينهما 6.0 كم", "يؤيد بقوة", "حادث واحد: يبقى الرقم 2", "قبل المقارنة")]
    public async Task Queue_AsksWithReasons(string lang, params string[] sentences)
    {
        await using Site site = await LinksSite.StartAsync();
        string html = await TextAsync(site, $"/{lang}/links");
        Assert.All(sentences, s => Assert.Contains(s, html, StringComparison.Ordinal));
        Assert.All(["قصفت", "تفتناز أمس", "Sham Post", "Halab Today"], s => Assert.Contains(s, html, StringComparison.Ordinal));
        using var json = JsonDocument.Parse(await site.PageAsync("/api/links"));
        double[] chances = [.. json.RootElement.GetProperty("pairs").EnumerateArray().Select(p => p.GetProperty("evidence").GetProperty("probability").GetDouble())];
        Assert.Equal(2, json.RootElement.GetProperty("total").GetInt32());
        Assert.Equal(chances.OrderDescending(), chances);
        Assert.Contains($"<a href=\"/{lang}/links\">2</a>", await site.PageAsync($"/{lang}"), StringComparison.Ordinal);
        Assert.Contains("\"possible_links\":2", await site.PageAsync("/api/overview"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queue_OfOneIncident_AndOfNone()
    {
        await using Site site = await LinksSite.StartAsync();
        using var json = JsonDocument.Parse(await site.PageAsync($"/api/links?incident={LinksSite.Second}"));
        JsonElement pair = Assert.Single(json.RootElement.GetProperty("pairs").EnumerateArray());
        Assert.Equal((LinksSite.First, LinksSite.Second), (pair.GetProperty("incident").GetProperty("number").GetInt32(), pair.GetProperty("other").GetProperty("number").GetInt32()));

        // Its own side is the lower number's: the earlier day.
        JsonElement time = pair.GetProperty("evidence").GetProperty("fields").EnumerateArray().First(f => f.GetProperty("field").GetString() == "time");
        Assert.Equal(("2017-01-01", "2017-01-02"), (time.GetProperty("own").GetString(), time.GetProperty("other").GetString()));
        HttpResponseMessage wrong = await site.Client.GetAsync("/api/links?incident=99&page=x", Cancellation);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (wrong.StatusCode, wrong.Content.Headers.ContentType?.MediaType));
        Assert.Contains("incident=99", await TextAsync(site, "/en/links?incident=99"), StringComparison.Ordinal);

        // A page behind the last shows the last.
        Assert.Contains("class=\"card pair-card\"", await site.PageAsync("/en/links?page=7"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_MergesIntoTheLowerNumber_AndTheOtherSaysWhereItsClaimsAre()
    {
        await using Site site = await LinksSite.StartAsync();
        HttpResponseMessage answer = await AnswerAsync(site, "one", LinksSite.Second, LinksSite.First, "one and the same");
        Assert.Equal((HttpStatusCode.SeeOther, "/en/links"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal((2, 0), ((await LinksSite.IncidentAsync(site, LinksSite.First)).Claims, (await LinksSite.IncidentAsync(site, LinksSite.Second)).Claims));
        string gone = await TextAsync(site, $"/en/incidents/{LinksSite.Second}");
        Assert.All(["This incident has no claims any more.", "Where its claims are now:", "Moved from here to incident 2", "one and the same"], s => Assert.Contains(s, gone, StringComparison.Ordinal));
        Assert.Contains("<h1>Incident 3</h1>", gone, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"merge\"", gone, StringComparison.Ordinal);
        string kept = await TextAsync(site, $"/ar/incidents/{LinksSite.First}");
        Assert.All(["نُقل إلى هنا من الحادث 3", "بقرار شخص: Omar: one and the same", "ربطه شخص"], s => Assert.Contains(s, kept, StringComparison.Ordinal));
        using var json = JsonDocument.Parse(await site.PageAsync($"/api/incidents/{LinksSite.Second}"));
        JsonElement links = json.RootElement.GetProperty("links");
        Assert.Equal(LinksSite.First, Assert.Single(links.GetProperty("heirs").EnumerateArray()).GetProperty("incident").GetProperty("number").GetInt32());
        JsonElement move = Assert.Single(links.GetProperty("moves").EnumerateArray());
        Assert.Equal((3, 2, 1, "Omar"), (move.GetProperty("from").GetInt32(), move.GetProperty("to").GetInt32(), move.GetProperty("claims").GetInt32(), move.GetProperty("by").GetString()));

        // Answered a second time, from a page that was open before.
        HttpResponseMessage late = await AnswerAsync(site, "two", LinksSite.Second, LinksSite.First, "no, <two>");
        string again = await late.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.All(["Somebody decided this meanwhile", "no, &lt;two&gt;", $"/en/incidents/{LinksSite.First}\""], s => Assert.Contains(s, again, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_IsNeverAskedAgain()
    {
        await using Site site = await LinksSite.StartAsync();
        HttpResponseMessage answer = await site.PostAsync(
            $"/ar/incidents/{LinksSite.First}", $"/ar/incidents/{LinksSite.First}/pair", [.. await PairAsync(site, LinksSite.First, LinksSite.Second), ("answer", "two"), ("reason", "صباحا ومساء"), ("reviewer", "Omar")]);
        Assert.Equal($"/ar/incidents/{LinksSite.First}#links", WebUtility.UrlDecode(answer.Headers.Location?.ToString()));
        Assert.Equal(1, (await site.Record.PossiblePairsAsync(null, 0, 10, Cancellation)).Total);
        string box = (await TextAsync(site, $"/ar/incidents/{LinksSite.Second}")).Split("لا يُربط أبدًا بـ:")[1];
        Assert.StartsWith("الحادث 2</a>", box[(box.IndexOf('>', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await AnswerAsync(site, "one", LinksSite.First, LinksSite.Second, "x")).StatusCode);
    }

    [Theory]
    [InlineData("one", "", "Give a reason")]
    [InlineData("", "because", "Choose: one incident, or two.")]
    public async Task Answer_ThatIsNotWhole_ComesBackAsTyped(string answer, string reason, string expected)
    {
        await using Site site = await LinksSite.StartAsync();
        HttpResponseMessage back = await AnswerAsync(site, answer, LinksSite.First, LinksSite.Second, reason);
        string html = await back.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, back.StatusCode);
        Assert.Contains($"name=\"reason\" required maxlength=\"500\" dir=\"auto\" value=\"{reason}\"", html.Split("id=\"pair-2-3\"")[1], StringComparison.Ordinal);
        Assert.Contains(expected, html.Split("id=\"pair-2-3\"")[1].Split("</article>")[0], StringComparison.Ordinal);
    }

    /// <summary>A ruling keeps its claims: the number that is ruled on stays, and of two that are, neither goes.</summary>
    [Fact]
    public async Task One_KeepsTheNumberThatIsRuledOn()
    {
        await using Site site = await LinksSite.StartAsync();
        await LinksSite.ComplainAsync(site, LinksSite.Second, LinksSite.Third, LinksSite.Fourth);
        string html = await TextAsync(site, "/en/links");
        Assert.Contains("One incident: keep number 3", html, StringComparison.Ordinal);
        Assert.DoesNotContain("One incident: keep number 4", html, StringComparison.Ordinal);
        Assert.Contains("Both have been ruled on", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await AnswerAsync(site, "one", LinksSite.First, LinksSite.Second, "same")).StatusCode);
        Assert.Equal(2, (await LinksSite.IncidentAsync(site, LinksSite.Second)).Claims);
        HttpResponseMessage both = await AnswerAsync(site, "one", LinksSite.Third, LinksSite.Fourth, "same");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, both.StatusCode);
        Assert.Contains("Both have been ruled on", await both.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    /// <summary>Each claim tells why it is linked, in words of the page's language, and whether a person said so.</summary>
    [Theory]
    [InlineData("en", "linked by the program", "this report:", "Who acted", "This claim opened the incident", "4 km apart|strongly for")]
    [InlineData("ar", "ربطه البرنامج", "هذا التقرير:", "الفاعل", "فتح هذا الادعاء الحادث", "يؤيد بقوة")]
    public async Task Claims_TellWhyTheyAreLinked(string lang, string by, string side, string field, string opened, string weight)
    {
        await using Site site = await LinksSite.StartAsync();
        string html = await TextAsync(site, $"/{lang}/incidents/{LinksSite.Told}");
        Assert.All([by, side, field, opened], s => Assert.Contains(s, html, StringComparison.Ordinal));
        Assert.Contains(weight.Split('|'), w => html.Contains(w, StringComparison.Ordinal));
        Assert.DoesNotContain("sy-bassima", string.Concat(html.Split("class=\"weight-sides").Skip(1).Select(s => s.Split("</span></span>")[0])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Split_OpensAnIncidentForTheChosenClaims()
    {
        await using Site site = await LinksSite.StartAsync();
        IReadOnlyList<Claim> claims = await LinksSite.ClaimsAsync(site, LinksSite.Told);
        Assert.Equal(3, claims.Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SplitAsync(site, "evening", [])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SplitAsync(site, "evening", [.. claims.Select(c => c.Id)])).StatusCode);
        HttpResponseMessage silent = await SplitAsync(site, " ", [claims[0].Id]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains($"value=\"{claims[0].Id}\" form=\"split-form\" checked", await silent.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        HttpResponseMessage done = await SplitAsync(site, "evening", [claims[0].Id]);
        Assert.Equal("/en/incidents/6", done.Headers.Location?.ToString());
        Assert.Equal(claims[0].Id, Assert.Single(await LinksSite.ClaimsAsync(site, 6)).Id);

        // Chosen on a page that was open before.
        Assert.Equal(HttpStatusCode.Conflict, (await SplitAsync(site, "evening", [claims[0].Id])).StatusCode);
        Assert.Contains("Moved from here to incident 6", await TextAsync(site, $"/en/incidents/{LinksSite.Told}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99", "no incident of this number")]
    [InlineData("2", "This is incident")]
    public async Task Merge_WithWhatCannotBe_ComesBack(string other, string expected)
    {
        await using Site site = await LinksSite.StartAsync();
        HttpResponseMessage back = await MergeAsync(site, LinksSite.First, other);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, back.StatusCode);
        string html = await back.Content.ReadAsStringAsync(Cancellation);
        Assert.All([expected, $"value=\"{other}\""], s => Assert.Contains(s, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Merge_TakesAnyIncident_ByItsNumber()
    {
        await using Site site = await LinksSite.StartAsync();
        Assert.Equal($"/en/incidents/{LinksSite.Told}", (await MergeAsync(site, LinksSite.First, "١")).Headers.Location?.ToString());
        Assert.Equal(4, (await LinksSite.IncidentAsync(site, LinksSite.Told)).Claims);
        HttpResponseMessage empty = await MergeAsync(site, LinksSite.Third, "2", page: LinksSite.Third);
        Assert.Contains("has no claims any more", await empty.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirmed_AClaimIsAPersons_AndBarredItStaysAway()
    {
        await using Site site = await LinksSite.StartAsync();
        Claim claim = (await LinksSite.ClaimsAsync(site, LinksSite.First))[0];
        Assert.False(claim.LinkedByPerson);
        HttpResponseMessage answer = await OfClaimAsync(site, claim, "bar", ("from", "99"), ("reason", "elsewhere"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        string html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.All(["value=\"99\"", "value=\"elsewhere\""], s => Assert.Contains(s, html, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.SeeOther, (await OfClaimAsync(site, claim, "bar", ("from", "3"), ("reason", "elsewhere"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await OfClaimAsync(site, claim, "confirm", ("reason", ""))).StatusCode);
        Claim after = (await site.Record.ClaimAsync(claim.Id, Cancellation))!;
        Assert.Equal((true, claim.IncidentId), (after.LinkedByPerson, after.IncidentId));
        Assert.Equal([(await LinksSite.IncidentAsync(site, LinksSite.Second)).Id], after.UnlinkedFrom);

        // A claim that was moved meanwhile is not moved back by confirming what is no longer so.
        await site.Intake.DecideAsync(new Decision.Link(claim.Id, "Lina", "", (await LinksSite.IncidentAsync(site, LinksSite.Told)).Id), Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, (await OfClaimAsync(site, claim, "confirm", ("reason", ""))).StatusCode);
    }

    [Fact]
    public async Task Api_MergesSplitsKeepsApartAndBars()
    {
        await using Site site = await LinksSite.StartAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(site, $"incidents/{LinksSite.First}/apart", new { by = "Omar", other = "3", reason = "two" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(site, $"incidents/{LinksSite.First}/apart", new { by = "Omar", other = "3", reason = "two" })).StatusCode);
        HttpResponseMessage merged = await PostAsync(site, $"incidents/{LinksSite.Fourth}/merge", new { by = "Omar", into = "4", reason = "one" });
        Assert.Equal((HttpStatusCode.OK, 2), (merged.StatusCode, (await JsonAsync(merged)).GetProperty("claims").GetInt32()));
        string claim = (await LinksSite.ClaimsAsync(site, LinksSite.Told))[0].Id;
        HttpResponseMessage split = await PostAsync(site, $"incidents/{LinksSite.Told}/split", new { by = "Omar", claims = new[] { claim }, reason = "other" });
        Assert.Equal((HttpStatusCode.Created, "/api/incidents/6"), (split.StatusCode, split.Headers.Location?.ToString()));
        HttpResponseMessage barred = await PostAsync(site, $"claims/{claim}/bar", new { by = "Omar", incident = (await LinksSite.IncidentAsync(site, LinksSite.First)).Id, reason = "elsewhere" });
        Assert.Equal(HttpStatusCode.OK, barred.StatusCode);
        foreach ((string path, object body, HttpStatusCode expected) in new (string, object, HttpStatusCode)[]
        {
            ("incidents/99/merge", new { by = "Omar", into = "1", reason = "x" }, HttpStatusCode.NotFound),
            ("incidents/1/merge", new { by = "Omar", into = "99", reason = "x" }, HttpStatusCode.UnprocessableEntity),
            ("incidents/1/merge", new { by = "", into = "2", reason = "x" }, HttpStatusCode.UnprocessableEntity),
            ("incidents/1/merge", new { by = "Omar", into = "2", reason = " " }, HttpStatusCode.UnprocessableEntity),
            ("incidents/1/split", new { by = "Omar", claims = Array.Empty<string>(), reason = "x" }, HttpStatusCode.UnprocessableEntity),
            ("incidents/1/apart", new { by = "Omar", other = "1", reason = "x" }, HttpStatusCode.UnprocessableEntity),
        })
        {
            HttpResponseMessage answer = await PostAsync(site, path, body);
            Assert.Equal((path, expected, "application/problem+json"), (path, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Theory]
    [InlineData("en", "the weights that Hudna ships", "learned from 1,200 tellings of this mission", "the same place of the list")]
    [InlineData("ar", "الأوزان المرفقة مع هدنة", "مستخلصة من 1,200 رواية لهذه البعثة", "المكان نفسه من القائمة")]
    public async Task Weights_AreToldInWords(string lang, string shipped, string learned, string level)
    {
        await using Site site = await Site.StartAsync();
        string html = await TextAsync(site, $"/{lang}/links/weights");
        Assert.All([shipped, level], s => Assert.Contains(s, html, StringComparison.Ordinal));
        LinkWeights weights = LinkWeights.Shipped with { Share = 0.0004 };
        await site.Record.AppendAsync([new Act(0, new DateTimeOffset(2017, 2, 1, 9, 0, 0, TimeSpan.Zero), "Omar", "linking", new LinkWeightsAdopted(weights, 1200, "our own reports"))], [], Cancellation);
        html = await TextAsync(site, $"/{lang}/links/weights");
        Assert.All([learned, "Omar", "our own reports"], s => Assert.Contains(s, html, StringComparison.Ordinal));
        using var json = JsonDocument.Parse(await site.PageAsync("/api/links/weights"));
        Assert.Equal((false, 1200, 0.0004), (json.RootElement.GetProperty("shipped").GetBoolean(), json.RootElement.GetProperty("tellings").GetInt32(), json.RootElement.GetProperty("share").GetDouble()));
        Assert.Contains(learned, await TextAsync(site, $"/{lang}/record"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Two incidents that may be one", "possibly one, more likely two", "no longer taken for possibly one", "Claim kept from an incident", "for: ")]
    [InlineData("ar", "حادثان قد يكونان حادثًا واحدًا", "ربما واحد، والأرجح اثنان", "لم يعودا محتملين أن يكونا واحدًا", "مُنع ربط ادعاء بحادث", "يؤيد: ")]
    public async Task Record_WordsEveryActOfLinking(string lang, params string[] sentences)
    {
        await using Site site = await LinksSite.StartAsync();
        await AnswerAsync(site, "two", LinksSite.First, LinksSite.Second, "morning and evening");
        string html = await TextAsync(site, $"/{lang}/record");
        Assert.All(sentences, s => Assert.Contains(s, html, StringComparison.Ordinal));
    }

    private static async Task<string> TextAsync(Site site, string path) => WebUtility.HtmlDecode(await site.PageAsync(path))
        .Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    private static async Task<(string, string)[]> PairAsync(Site site, int one, int other) =>
        [("incident", (await LinksSite.IncidentAsync(site, one)).Id), ("other", (await LinksSite.IncidentAsync(site, other)).Id)];

    private static async Task<HttpResponseMessage> AnswerAsync(Site site, string answer, int one, int other, string reason) =>
        await site.PostAsync("/en/links/weights", "/en/links", [.. await PairAsync(site, one, other), ("answer", answer), ("reason", reason), ("reviewer", "Omar")]);

    private static Task<HttpResponseMessage> SplitAsync(Site site, string reason, string[] claims) => site.PostAsync(
        $"/en/incidents/{LinksSite.Told}", $"/en/incidents/{LinksSite.Told}/split", [.. claims.Select(c => ("claim", c)), ("reason", reason), ("reviewer", "Omar")]);

    private static Task<HttpResponseMessage> MergeAsync(Site site, int number, string other, int page = LinksSite.First) => site.PostAsync(
        $"/en/incidents/{page}", $"/en/incidents/{number}/merge", ("other", other), ("reason", "the same"), ("reviewer", "Omar"));

    private static Task<HttpResponseMessage> OfClaimAsync(Site site, Claim claim, string what, params (string, string)[] fields) => site.PostAsync(
        "/en/links", $"/en/claims/{claim.Id}/{what}", [.. fields, ("incident", claim.IncidentId!), ("reviewer", "Omar")]);

    private static Task<HttpResponseMessage> PostAsync(Site site, string path, object body) => site.Client.PostAsJsonAsync($"/api/{path}", body, Cancellation);

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
}
