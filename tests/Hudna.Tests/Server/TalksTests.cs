using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Tests.Talks;

namespace Hudna.Tests.Server;

public sealed partial class TalksTests
{
    private const string RoundPath = "/talks/kz-capital/2017-01-23";

    [Fact]
    public async Task WithoutAnyTalks_PagesSaySo()
    {
        await using Site site = await Site.StartAsync();
        Assert.Contains("Nothing is known of talks or deals yet", await site.PageAsync("/en/talks"), StringComparison.Ordinal);
        Assert.Contains("No deal of this sort", await site.PageAsync("/en/talks/deals/truce"), StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN:VEVENT", await site.PageAsync("/ar/talks.ics"), StringComparison.Ordinal);
        foreach (string path in new[] { "/en/talks/kz-capital", "/en" + RoundPath, "/en/talks/deals/peace", "/api/talks/kz-capital", "/api" + RoundPath, "/api/talks/deals/peace" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        }

        JsonElement all = await JsonAsync(site, "/api/talks");
        Assert.Equal((0, 0), (all.GetProperty("talks").GetProperty("tracks").GetArrayLength(), all.GetProperty("deals").GetArrayLength()));
    }

    [Fact]
    public async Task Overview_ShowsTracksRoundsMatrixAndDeals()
    {
        await using Site site = await TalksSite.StartAsync();
        string page = Plain(await site.PageAsync("/en/talks"));
        Assert.Contains("do not replace the Geneva talks", page, StringComparison.Ordinal);
        Assert.Contains("prepare the ground for the Geneva talks", page, StringComparison.Ordinal);
        Assert.Contains("Sources differ on the date", page, StringComparison.Ordinal);
        Assert.Contains("Sources contradict each other on the dates", page, StringComparison.Ordinal);
        Assert.Contains("Talks not named", page, StringComparison.Ordinal);
        Assert.Contains("on condition: عندما توقف دعمها", page, StringComparison.Ordinal);
        string html = await site.PageAsync("/en/talks");
        Assert.Contains("/en/claims/new?kind=round&amp;back=%2Fen%2Ftalks\"", html, StringComparison.Ordinal);
        Assert.Contains("/en/talks/deals/truce#2016-12-29\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>News", html, StringComparison.Ordinal);
        AssertAnchors(html);
    }

    [Fact]
    public async Task Round_ReadsLikeABriefingNote_AndEveryNumberLeadsToItsEvidence()
    {
        await using Site site = await TalksSite.StartAsync();
        string html = await site.PageAsync("/en" + RoundPath), page = Plain(html);
        Assert.Matches("A round of the .+ talks is announced for 23 January 2017 or 24 January 2017\\.", page);
        Assert.Contains("Sponsored by Russia, Turkey.", page, StringComparison.Ordinal);
        Assert.Contains("Sources differ on the format: ", page, StringComparison.Ordinal);
        Assert.Contains("The Geneva talks follow: 8 February 2017", page, StringComparison.Ordinal);
        Assert.Contains("Mohammed Alloush", page, StringComparison.Ordinal);
        Assert.Contains("Truce", page, StringComparison.Ordinal);
        Assert.Contains("ready to discuss – The talks themselves", page, StringComparison.Ordinal);
        AssertAnchors(html);
        string arabic = Plain(await site.PageAsync("/ar" + RoundPath));
        Assert.Contains("أُعلن عن عقد جولة من", arabic, StringComparison.Ordinal);
        Assert.Contains("23 كانون الثاني 2017 أو 24 كانون الثاني 2017", arabic, StringComparison.Ordinal);
        Assert.Contains("وتليها محادثات جنيف: 8 شباط 2017", arabic, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_StandsBesideThePolitics()
    {
        await using Site site = await TalksSite.StartAsync();
        JsonElement round = await JsonAsync(site, "/api" + RoundPath);
        var verdicts = round.GetProperty("round").GetProperty("attendance").EnumerateArray().Select(a => a.GetProperty("actor").GetProperty("actor_id").GetString())
            .Zip(round.GetProperty("verdicts").EnumerateArray()).ToDictionary(v => v.First!, v => v.Second);
        Assert.Equal("not_listed", verdicts["jaysh-al-islam"].GetProperty("answer").GetString());
        JsonElement listed = verdicts["jabhat-fateh-al-sham"];
        Assert.Equal(("listed", "2017-01-23"), (listed.GetProperty("answer").GetString(), listed.GetProperty("on").GetString()));
        Assert.Equal(
            ("un-security-council", "2016-07-28"),
            (listed.GetProperty("entries")[0].GetProperty("lister").GetProperty("id").GetString(), listed.GetProperty("entries")[0].GetProperty("since").GetString()));
        string page = Plain(await site.PageAsync("/en/talks/kz-capital"));
        Assert.Contains("United Nations Security Council since 28 July 2016", page, StringComparison.Ordinal);
        Assert.Contains("Not listed as of 18 January 2017", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyOfItsDays_LeadsToTheRound_AndAnotherDoesNot()
    {
        await using Site site = await TalksSite.StartAsync();
        HttpResponseMessage answer = await site.Client.GetAsync("/en/talks/kz-capital/2017-01-24", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.SeeOther, "/en" + RoundPath), (answer.StatusCode, answer.Headers.Location?.ToString()));
        foreach (string day in new[] { "2017-01-25", "2017-02", "undated", "--01-23", "x" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/en/talks/kz-capital/" + day, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task Rejected_IsGoneFromThePages()
    {
        await using Site site = await TalksSite.StartAsync();
        JsonElement page = await JsonAsync(site, "/api" + RoundPath);
        JsonElement date = page.GetProperty("round").GetProperty("dates").EnumerateArray().Single(d => d.GetProperty("day").GetProperty("first").GetString() == "2017-01-24");
        Assert.True(page.GetProperty("round").GetProperty("dates_differ").GetBoolean());
        HttpResponseMessage rejected = await site.Client.PostAsJsonAsync(
            $"/api/claims/{date.GetProperty("claim").GetString()}/reject", new { by = "Lina", revision = 2, reason = "another meeting" }, TestContext.Current.CancellationToken);
        Assert.True(rejected.IsSuccessStatusCode, await rejected.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        JsonElement after = (await JsonAsync(site, "/api" + RoundPath)).GetProperty("round");
        Assert.Equal((1, false), (after.GetProperty("dates").GetArrayLength(), after.GetProperty("dates_differ").GetBoolean()));
    }

    [Fact]
    public async Task Deals_TellWhichDatesContradict()
    {
        await using Site site = await TalksSite.StartAsync();
        JsonElement deal = Assert.Single((await JsonAsync(site, "/api/talks/deals/truce")).GetProperty("deals").EnumerateArray());
        Assert.True(deal.GetProperty("dates_contradict").GetBoolean());
        string html = await site.PageAsync("/en/talks/deals/truce");
        Assert.Contains("id=\"2016-12-29\"", html, StringComparison.Ordinal);
        Assert.Contains("signed 29 December 2016 contradicted", Plain(html), StringComparison.Ordinal);
        AssertAnchors(html);
    }

    [Fact]
    public async Task Actor_HasAPanel_OnlyWhenAnythingIsSaidOfIt()
    {
        await using Site site = await TalksSite.StartAsync();
        string page = Plain(await site.PageAsync("/en/actors/jaysh-al-islam"));
        Assert.Contains("In the talks", page, StringComparison.Ordinal);
        Assert.Contains("welcomed by Russia", page, StringComparison.Ordinal);
        Assert.DoesNotContain("In the talks", await site.PageAsync("/en/actors/sy-army"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_HoldsRoundsOfToldDays_AndNothingThatIsNotPublic()
    {
        await using Site site = await TalksSite.StartAsync();
        await TalksSite.EnterAsync(
            site, "Desk", "2017-01-30", "جولة سرية", Said.Content(new RoundDetail(Said.Track("sy-bassima"), RoundStatus.Confirmed, null, [])), "2017-03-01", Confidentiality.Mechanism);
        string text = await site.PageAsync("/en/talks.ics");
        string[] lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Count(l => l == "BEGIN:VEVENT"));
        Assert.Equal(["DTSTART;VALUE=DATE:20170208", "DTSTART;VALUE=DATE:20170123"], lines.Where(l => l.StartsWith("DTSTART", StringComparison.Ordinal)));
        Assert.Contains("DTEND;VALUE=DATE:20170125", lines);
        Assert.Equal(2, lines.Count(l => l == "STATUS:TENTATIVE"));
        Assert.Contains("UID:round-kz-capital-2017-01-23@test.hudna", lines);
        Assert.Equal(text, await site.PageAsync("/en/talks.ics"));
        await TalksSite.EnterAsync(site, "Sham Post", "2017-01-25", "عقدت الجولة", TalksSite.Round(RoundStatus.Held), "2017-01-23");
        await TalksSite.EnterAsync(site, "Sham Post", "2017-02-01", "ألغيت جولة جنيف", Said.Content(new RoundDetail(Said.Track(Said.Geneva), RoundStatus.Cancelled, null, [])));
        string later = await site.PageAsync("/ar/talks.ics");
        Assert.Contains("STATUS:CONFIRMED", later, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", later, StringComparison.Ordinal);
        Assert.Contains("محادثات", later, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> JsonAsync(Site site, string path) => JsonDocument.Parse(await site.PageAsync(path)).RootElement;

    /// <summary>Every number points to a piece of evidence that stands on the page.</summary>
    private static void AssertAnchors(string html)
    {
        string[] targets = [.. Cite().Matches(html).Select(m => m.Groups["id"].Value).Distinct(StringComparer.Ordinal)];
        Assert.NotEmpty(targets);
        Assert.All(targets, t => Assert.Contains($"id=\"{t}\"", html, StringComparison.Ordinal));
    }

    private static string Plain(string html) => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(CiteLink().Replace(html, ""), "")).Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal), " ");

    [GeneratedRegex("class=\"cite\" href=\"#(?<id>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cite();

    [GeneratedRegex("<a class=\"cite\".*?</a>", RegexOptions.CultureInvariant | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CiteLink();

    [GeneratedRegex("<[^>]+>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
