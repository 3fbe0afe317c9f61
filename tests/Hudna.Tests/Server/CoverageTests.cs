using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hudna.Coverage;
using Hudna.Store;

namespace Hudna.Tests.Server;

public sealed class CoverageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Form_RecordsCoverage_AndThePageShowsIt()
    {
        await using Site site = await Site.StartAsync();
        await site.FileAsync();
        HttpResponseMessage answer = await AddAsync(site);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        CoverageRecord record = Assert.Single((await site.Record.CoverageAsync(new CoverageFilter(), Cancellation)).Items);
        Assert.Equal(("SY/Rif Dimashq", "sy-bassima", 5.0), (record.Content.Place.Province, record.Content.Place.PlaceId, record.Content.Place.RadiusKm));
        Assert.Equal(new DateTimeOffset(2016, 12, 29, 8, 0, 0, TimeSpan.FromHours(2)), record.Content.From);
        string page = await site.PageAsync("/en/coverage?from=2016-12-29&to=2016-12-31");
        Assert.Contains("29 December 2016: none observed in 4 hours of observation", page, StringComparison.Ordinal);
        Assert.Contains("30 December 2016: 1 incident, not observed", page, StringComparison.Ordinal);
        Assert.Contains("31 December 2016: not observed", page, StringComparison.Ordinal);
        Assert.Contains("لم تُراقَب", await site.PageAsync("/ar/coverage?from=2016-12-29&to=2016-12-31"), StringComparison.Ordinal);
        JsonElement data = JsonDocument.Parse(await site.PageAsync("/api/coverage?from=2016-12-29&to=2016-12-31")).RootElement;
        Assert.Equal("observed", data.GetProperty("provinces")[0].GetProperty("days")[0].GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("team", "", "Name the team")]
    [InlineData("place", "Nowhere", "Choose one")]
    [InlineData("to", "2016-12-29T07:00", "The end must come after the begin.")]
    [InlineData("from", "morning", "is not a time of the mission")]
    [InlineData("radius_km", "-3", "is not a number of kilometres")]
    [InlineData("lat", "33", "both latitude and longitude")]
    [InlineData("denied_by", "nobody knows", "No actor has the id")]
    public async Task Form_Wrong_ComesBackWithWhatWasTyped(string field, string value, string expected)
    {
        await using Site site = await Site.StartAsync();
        HttpResponseMessage answer = await AddAsync(site, (field, value));
        string page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Contains("a note to keep", page, StringComparison.Ordinal);
        Assert.Equal(0, (await site.Record.CoverageAsync(new CoverageFilter(), Cancellation)).Total);
    }

    [Fact]
    public async Task Withdraw_NeedsAReason()
    {
        await using Site site = await Site.StartAsync();
        await AddAsync(site);
        string id = (await site.Record.CoverageAsync(new CoverageFilter(), Cancellation)).Items[0].Id;
        HttpResponseMessage without = await site.PostAsync("/en/coverage", $"/en/coverage/{id}/withdraw", ("revision", "1"), ("reason", " "), ("reviewer", "Lina"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        HttpResponseMessage with = await site.PostAsync("/en/coverage", $"/en/coverage/{id}/withdraw", ("revision", "1"), ("reason", "wrong day"), ("reviewer", "Lina"));
        Assert.Equal(HttpStatusCode.SeeOther, with.StatusCode);
        Assert.Equal("wrong day", (await site.Record.CoverageRecordAsync(id, Cancellation))!.Withdrawn);
    }

    [Fact]
    public async Task Api_RecordsAndWithdraws()
    {
        await using Site site = await Site.StartAsync();
        object body = new
        {
            by = "Lina",
            coverage = new
            {
                kind = "drone",
                team = "Drone 1",
                place = new { name = "Idlib", place_id = (string?)null, province = "SY/Idlib", center = (object?)null, radius_km = (double?)null },
                from = "2017-01-15T08:00:00+02:00",
                to = "2017-01-15T12:00:00+02:00",
                access = "denied",
                denied_by = "sy-army",
                note = "",
            },
        };
        HttpResponseMessage answer = await site.Client.PostAsJsonAsync("/api/coverage", body, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        string id = (await site.Record.CoverageAsync(new CoverageFilter(), Cancellation)).Items[0].Id;
        HttpResponseMessage late = await site.Client.PostAsJsonAsync($"/api/coverage/{id}/withdraw", new { by = "Lina", revision = 7, reason = "x" }, Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.GetAsync("/api/coverage?access=none", Cancellation)).StatusCode);
    }

    /// <summary>No data is not quiet: the incidents' page says what nobody observed, and the timeline marks the days.</summary>
    [Fact]
    public async Task Incidents_SayWhatNobodyObserved()
    {
        await using Site site = await Site.StartAsync();
        await site.FileAsync(published: new DateOnly(2016, 12, 28));
        await site.FileAsync();
        await AddAsync(site);
        string page = await site.PageAsync("/en/incidents?from=2016-12-30&to=2016-12-30");
        Assert.Contains("nobody observed in", page, StringComparison.Ordinal);
        Assert.Contains("No data is not quiet.", page, StringComparison.Ordinal);
        Assert.Contains("class=\"unseen\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"seen-area", page, StringComparison.Ordinal);
        Assert.Contains("class=\"seen-area", await site.PageAsync("/ar/incidents?from=2016-12-29&to=2016-12-29"), StringComparison.Ordinal);
    }

    internal static Task<HttpResponseMessage> AddAsync(Site site, params (string Field, string Value)[] other)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["kind"] = "patrol",
            ["team"] = "Team 1",
            ["place"] = "sy-bassima",
            ["radius_km"] = "5",
            ["from"] = "2016-12-29T08:00",
            ["to"] = "2016-12-29T12:00",
            ["access"] = "full",
            ["note"] = "a note to keep",
            ["reviewer"] = "Lina",
        };
        foreach ((string field, string value) in other)
        {
            fields[field] = value;
        }

        return site.PostAsync("/en/coverage", "/en/coverage", [.. fields.Select(f => (f.Key, f.Value))]);
    }
}
