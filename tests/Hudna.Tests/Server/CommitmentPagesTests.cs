using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hudna.Commitments;
using Hudna.Incidents;

namespace Hudna.Tests.Server;

public sealed class CommitmentPagesTests
{
    private const string Road = "Aid will pass the road to the valley within three days";

    [Fact]
    public async Task List_ShowsPromisesTheirDueDaysAndTallies()
    {
        await using Site site = await FilledAsync();
        string page = await site.PageAsync("/en/commitments");
        Assert.Contains(Road, page, StringComparison.Ordinal);
        Assert.Contains("Provision \u2068" + "2", page, StringComparison.Ordinal);
        Assert.Contains("is-overdue", page, StringComparison.Ordinal);
        Assert.Contains("also said 1 more time", page, StringComparison.Ordinal);
        Assert.Contains("id=\"by-actor\"", page, StringComparison.Ordinal);
        Assert.Contains("4 تعهدات", await site.PageAsync("/ar/commitments"), StringComparison.Ordinal);
        using var all = JsonDocument.Parse(await site.PageAsync("/api/commitments"));
        JsonElement tally = all.RootElement.GetProperty("tally");
        Assert.Equal((4, 4, 2), (tally.GetProperty("promised").GetInt32(), tally.GetProperty("not_rated").GetInt32(), tally.GetProperty("overdue").GetInt32()));
    }

    [Theory]
    [InlineData("?actor=state-ru", 2)]
    [InlineData("?actor=state-sy", 1)]
    [InlineData("?basis=agreement", 1)]
    [InlineData("?basis=joint_statement", 3)]
    [InlineData("?overdue=1", 2)]
    [InlineData("?level=none", 4)]
    [InlineData("?level=3", 0)]
    public async Task List_IsFiltered(string query, int expected)
    {
        await using Site site = await FilledAsync();
        using var answer = JsonDocument.Parse(await site.PageAsync("/api/commitments" + query));
        Assert.Equal(expected, answer.RootElement.GetProperty("commitments").GetProperty("total").GetInt32());
        Assert.Equal(expected + 1, (await site.PageAsync("/api/commitments.csv" + query)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Rate_ByForm_StandsOnThePageWithItsEvidence()
    {
        await using Site site = await FilledAsync();
        Claim claim = await RoadAsync(site);
        HttpResponseMessage answer = await RateAsync(site, claim.Id, "1", $"{claim.Id} #1", "One lorry passed");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"/en/commitments/{claim.Id}#ratings", answer.Headers.Location?.ToString());
        await RateAsync(site, claim.Id, "3", "", "All of it did", revision: 1, on: "2017-02-04");
        string page = await site.PageAsync($"/en/commitments/{claim.Id}");
        Assert.Contains("One lorry passed", page, StringComparison.Ordinal);
        Assert.Contains($"/en/reports/{claim.ReportId}#{claim.Id}", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/incidents/1\"", page, StringComparison.Ordinal);
        Assert.Contains("class=\"steps\"", page, StringComparison.Ordinal);
        Assert.Contains("class=\"due\"", page, StringComparison.Ordinal);
        ImplementationRecord record = (await site.Record.ImplementationAsync(claim.Id, TestContext.Current.CancellationToken))!;
        Assert.Equal([(1, "Lina", 2), (3, "Lina", 0)], record.Ratings.Select(r => (r.Level, r.By, r.Evidence.Count)));
        using var list = JsonDocument.Parse(await site.PageAsync("/api/commitments?level=3"));
        Assert.Equal(claim.Id, list.RootElement.GetProperty("commitments").GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Contains($"{claim.Id},joint_statement,access,asserted,state-ru,state-ru,", await site.PageAsync("/api/commitments.csv"), StringComparison.Ordinal);
        Assert.Contains("Implementation rated", await site.PageAsync($"/en/record?subject={claim.Id}"), StringComparison.Ordinal);
    }

    // field, value, what the page says
    [Theory]
    [InlineData("level", "", "Choose how far it was carried out.")]
    [InlineData("level", "4", "Choose how far it was carried out.")]
    [InlineData("on", "4 February", "is not a day")]
    [InlineData("on", "2999-01-01", "the day of the rating or an earlier one is expected")]
    [InlineData("evidence", "17", "There is no incident, claim or report")]
    [InlineData("evidence", "c0000000000000000", "There is no incident, claim or report")]
    [InlineData("note", "", "Name at least one incident")]
    public async Task Rate_BadInput_ComesBackWithEverythingTyped(string field, string value, string expected)
    {
        await using Site site = await FilledAsync();
        Claim claim = await RoadAsync(site);
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["revision"] = "0",
            ["level"] = "2",
            ["on"] = "2017-02-01",
            ["evidence"] = "",
            ["note"] = "typed note",
            ["reviewer"] = "Lina",
        };
        fields[field] = value;
        HttpResponseMessage answer = await site.PostAsync(
            $"/en/commitments/{claim.Id}", $"/en/commitments/{claim.Id}/ratings", [.. fields.Select(f => (f.Key, f.Value))]);
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Contains(field is "note" ? "value=\"2017-02-01\"" : "typed note", page, StringComparison.Ordinal);
        Assert.Null(await site.Record.ImplementationAsync(claim.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rate_AfterSomebodyElse_ShowsTheirsAndCanBeSentAgain()
    {
        await using Site site = await FilledAsync();
        Claim claim = await RoadAsync(site);
        await RateAsync(site, claim.Id, "1", "", "first");
        HttpResponseMessage late = await RateAsync(site, claim.Id, "2", "", "second");
        string page = await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("second", page, StringComparison.Ordinal);
        Assert.Contains("name=\"revision\" value=\"1\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_WithoutAName_AsksForIt()
    {
        await using Site site = await FilledAsync();
        Claim claim = await RoadAsync(site);
        HttpResponseMessage answer = await RateAsync(site, claim.Id, "1", "", "kept note", reviewer: "");
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("kept note", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_ByApi()
    {
        await using Site site = await FilledAsync();
        Claim claim = await RoadAsync(site);
        string path = $"/api/commitments/{claim.Id}/ratings";
        object body = new { by = "Lina", revision = 0, level = 2, on = "2017-02-01", evidence = new[] { new { kind = "claim", id = claim.Id } } };
        HttpResponseMessage made = await site.Client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Created, $"/api/commitments/{claim.Id}"), (made.StatusCode, made.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.Conflict, (await site.Client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken)).StatusCode);
        foreach ((object wrong, HttpStatusCode status, string said) in new[]
        {
            ((object)new { by = "Lina", revision = 1, level = 2, on = "2017-02-01" }, HttpStatusCode.UnprocessableEntity, "or a note"),
            (new { by = "Lina", revision = 1, level = 7, on = "2017-02-01", note = "x" }, HttpStatusCode.UnprocessableEntity, "level:"),
            (new { by = "machine:x/1", revision = 1, level = 2, on = "2017-02-01", note = "x" }, HttpStatusCode.UnprocessableEntity, "by:"),
            (new { by = "Lina", revision = 1, level = 2, on = "today", note = "x" }, HttpStatusCode.BadRequest, "$.on"),
        })
        {
            HttpResponseMessage answer = await site.Client.PostAsJsonAsync(path, wrong, TestContext.Current.CancellationToken);
            Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Contains(said, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        using var one = JsonDocument.Parse(await site.PageAsync($"/api/commitments/{claim.Id}"));
        Assert.Equal(2, one.RootElement.GetProperty("commitment").GetProperty("level").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.PostAsJsonAsync("/api/commitments/c0/ratings", body, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.GetAsync("/api/commitments?level=9", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Provision_IsShownAndRated()
    {
        await using Site site = await FilledAsync();
        const string Id = "agreement:valley:2";
        Assert.Equal(HttpStatusCode.SeeOther, (await RateAsync(site, Id, "2", "", "Monitors pass mostly")).StatusCode);
        string page = await site.PageAsync($"/ar/commitments/{Id}");
        Assert.Contains("يمر المراقبون.", page, StringComparison.Ordinal);
        Assert.Contains("Monitors pass mostly", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/en/commitments/agreement:valley:1", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Csv_ForASpreadsheet_HasAByteOrderMark()
    {
        await using Site site = await FilledAsync();
        byte[] bytes = await site.Client.GetByteArrayAsync("/en/commitments.csv?excel=1", TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.StartsWith("id,basis,topic", await site.PageAsync("/api/commitments.csv"), StringComparison.Ordinal);
    }

    internal static async Task<Site> FilledAsync()
    {
        Site site = await Site.StartAsync(known: Hudna.Tests.Talks.PositionSamples.Gazetteer, mission: Site.Mission with { AsOf = new DateOnly(2017, 2, 5) });
        await site.FileAsync();
        await Valley.FileAsync(site);
        await TalkFacts.PromiseAsync(site, "state-ru", Road, "2017-01-27");
        await TalkFacts.PromiseAsync(site, "state-ru", Road + " from now", "2017-01-26/2017-01-28", source: "Halab Today");
        await TalkFacts.PromiseAsync(site, "state-sy", "Prisoners will be let go", "2017-03-01");
        return site;
    }

    private static async Task<Claim> RoadAsync(Site site) => (await site.Record.ClaimsAsync(
        new Hudna.Store.ClaimFilter { Kind = ClaimKind.Commitment }, TestContext.Current.CancellationToken)).Items.Single(c => c.Content.Text == Road);

    private static Task<HttpResponseMessage> RateAsync(
        Site site, string id, string level, string evidence, string note, int revision = 0, string on = "2017-02-01", string reviewer = "Lina") => site.PostAsync(
        $"/en/commitments/{id}", $"/en/commitments/{id}/ratings", ("revision", revision.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("level", level),
        ("on", on), ("evidence", evidence), ("note", note), ("reviewer", reviewer));
}
