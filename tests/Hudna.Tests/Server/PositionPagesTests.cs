using System.Net;
using System.Text.Json;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Server;

public sealed class PositionPagesTests
{
    [Fact]
    public async Task Matrix_ShowsStances_ContradictionsAndChanges_InBothLanguages()
    {
        await using Site site = await FilledAsync();
        string english = await site.PageAsync("/en/positions");
        Assert.Contains("Ready to discuss everything", english, StringComparison.Ordinal);
        Assert.Contains("9 January 2017", english, StringComparison.Ordinal);
        Assert.Contains("20 January 2017", english, StringComparison.Ordinal);
        Assert.Contains("contradicts itself", english, StringComparison.Ordinal);
        Assert.Contains(">changed<", english, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/positions/state-ru/truce\"", english, StringComparison.Ordinal);
        Assert.Contains("stance-opposes", english, StringComparison.Ordinal);
        string arabic = await site.PageAsync("/ar/positions");
        Assert.Contains("يناقض نفسه", arabic, StringComparison.Ordinal);
        Assert.Contains("المقاتلون الأجانب", arabic, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matrix_AsOf_ShowsWhatWasSaidByThen()
    {
        await using Site site = await FilledAsync();
        string early = await site.PageAsync("/en/positions?as_of=2017-01-15");
        Assert.DoesNotContain("id=\"contradictions\"", early, StringComparison.Ordinal);
        Assert.Contains("1 position whose day is not known is left out.", early, StringComparison.Ordinal);
        Assert.Contains("id=\"contradictions\"", await site.PageAsync("/en/positions?topic=foreign_fighters"), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"contradictions\"", await site.PageAsync("/en/positions?group=state-ru"), StringComparison.Ordinal);
        Assert.Contains("topic=weather", await site.PageAsync("/en/positions?topic=weather"), StringComparison.Ordinal);
        Assert.Contains("from=2017-02-01", await site.PageAsync("/en/positions?from=2017-02-01&as_of=2017-01-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cell_ShowsAllWordsWithTheirReports()
    {
        await using Site site = await FilledAsync();
        string page = await site.PageAsync("/en/positions/state-ru/truce");
        Assert.Contains("The truce must hold", page, StringComparison.Ordinal);
        Assert.Contains("Perhaps the truce is over", page, StringComparison.Ordinal);
        Assert.Contains("tag-possible", page, StringComparison.Ordinal);
        Claim claim = (await site.Record.ClaimsAsync(new Hudna.Store.ClaimFilter { Kind = ClaimKind.Position, Subject = "truce" }, TestContext.Current.CancellationToken)).Items
            .First(c => c.Content.Speaker!.ActorId == "state-ru");
        Assert.Contains($"/en/reports/{claim.ReportId}#{claim.Id}", page, StringComparison.Ordinal);
        Assert.Contains("/en/claims/new?kind=position&amp;topic=truce&amp;actor=state-ru&amp;back=", page, StringComparison.Ordinal);

        // A speaker whom nobody recognised is found by its words, with a slash in them too.
        string key = Uri.EscapeDataString("~مصدر/ناطق");
        Assert.Contains("لا نعرف", await site.PageAsync($"/ar/positions/{key}/truce"), StringComparison.Ordinal);
        Assert.Contains($"/ar/positions/{key}/truce", await site.PageAsync("/ar/positions"), StringComparison.Ordinal);
        foreach (string path in new[] { "/en/positions/state-ru/weather", "/en/positions/nobody/truce" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task Statements_AreFilteredBySpeakerTopicWordsAndDay()
    {
        await using Site site = await FilledAsync();
        Assert.Equal(2, await CountAsync(site, ""));
        Assert.Equal(1, await CountAsync(site, "?speaker=state-ru"));
        Assert.Equal(1, await CountAsync(site, "?topic=truce"));
        Assert.Equal(1, await CountAsync(site, "?topic=none"));
        Assert.Equal(1, await CountAsync(site, "?q=must+HOLD"));
        Assert.Equal(0, await CountAsync(site, "?q=must+not+be+there"));
        Assert.Equal(1, await CountAsync(site, "?from=2017-01-11"));
        Assert.Equal(1, await CountAsync(site, "?to=2017-01-10"));
        string page = await site.PageAsync("/en/statements?topic=truce");
        Assert.Contains("href=\"/en/positions/state-ru/truce\"", page, StringComparison.Ordinal);
        Assert.Contains("الصحفيين", page, StringComparison.Ordinal);
        Assert.Contains("speaker=nobody", await site.PageAsync("/en/statements?speaker=nobody"), StringComparison.Ordinal);
        Assert.Contains("تصريحان", await site.PageAsync("/ar/statements"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_GivesTheSame_AndRefusesWhatItCannotUse()
    {
        await using Site site = await FilledAsync();
        using var all = JsonDocument.Parse(await site.PageAsync("/api/positions"));
        JsonElement syria = all.RootElement.GetProperty("matrix").GetProperty("groups").EnumerateArray()
            .Single(g => g.GetProperty("key").GetString() == "state-sy").GetProperty("rows")[0];
        JsonElement pair = syria.GetProperty("contradictions")[0];
        Assert.Equal(("everything", "foreign_fighters", true), (
            pair.GetProperty("one").GetProperty("topic").GetString(), pair.GetProperty("other").GetProperty("topic").GetString(), pair.GetProperty("is_ordered").GetBoolean()));
        using var cell = JsonDocument.Parse(await site.PageAsync("/api/positions/state-ru/truce"));
        Assert.Equal("open", cell.RootElement.GetProperty("cell").GetProperty("latest")[0].GetString());
        foreach ((string path, HttpStatusCode status) in new[]
        {
            ("/api/positions?topic=weather", HttpStatusCode.BadRequest), ("/api/positions?as_of=today", HttpStatusCode.BadRequest),
            ("/api/positions/nobody/truce", HttpStatusCode.NotFound), ("/api/statements?speaker=nobody", HttpStatusCode.BadRequest),
            ("/api/statements?page=0", HttpStatusCode.BadRequest),
        })
        {
            HttpResponseMessage answer = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task ActorPage_ShowsTheLatestStances()
    {
        await using Site site = await FilledAsync();
        string page = await site.PageAsync("/en/actors/state-sy");
        Assert.Contains("id=\"positions-title\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/positions/state-sy/foreign_fighters\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"positions-title\"", await site.PageAsync("/en/actors/sy-army"), StringComparison.Ordinal);
    }

    internal static async Task<Site> FilledAsync()
    {
        Site site = await Site.StartAsync(known: Hudna.Tests.Talks.PositionSamples.Gazetteer);
        await TalkFacts.SayAsync(site, "state-sy", "everything", PositionStance.Open, "2017-01-09", "Ready to discuss everything at the table");
        await TalkFacts.SayAsync(site, "state-sy", "foreign_fighters", PositionStance.Opposes, "2017-01-20", "Foreign fighters are not for discussion", "Halab Today");
        await TalkFacts.StateAsync(site, "state-ru", "2017-01-10", "The truce must hold");
        await TalkFacts.SayAsync(site, "state-ru", "truce", PositionStance.Supports, "2017-01-10", "The truce must hold");
        await TalkFacts.SayAsync(site, "state-ru", "truce", PositionStance.Open, "2017-01-18", "The truce can be looked at again");
        await TalkFacts.SayAsync(site, "state-ru", "truce", PositionStance.Opposes, "2017-01-19", "Perhaps the truce is over", modality: Modality.Possible);
        await TalkFacts.SayAsync(site, "minister-ru", "transition", PositionStance.Demands, "2017-01-12", "A transition has to come");
        await TalkFacts.SayAsync(site, "~مصدر/ناطق", "truce", PositionStance.Neutral, null, "لا نعرف ما بعد الهدنة");
        await TalkFacts.StateAsync(site, "envoy-sy", "2017-01-14", "We shall see");
        return site;
    }

    private static async Task<int> CountAsync(Site site, string query)
    {
        using var answer = JsonDocument.Parse(await site.PageAsync("/api/statements" + query));
        return answer.RootElement.GetProperty("total").GetInt32();
    }
}
