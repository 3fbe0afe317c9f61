using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hudna.Rulings;

namespace Hudna.Tests.Server;

/// <summary>Complaints: lodged, taken from stage to stage, counted by the mission's own clock.</summary>
public sealed class ComplaintPagesTests
{
    private static readonly (string, string)[] Complaint =
    [
        ("as", "factions-liaison:Omar"), ("against", "الجيش السوري"), ("incident", "١"), ("summary", "Shells on <Bassima>"), ("at", "2017-02-01T09:30"),
    ];

    [Fact]
    public async Task Form_LodgesUnderTheNextNumber()
    {
        await using Site site = await StartAsync();
        HttpResponseMessage answer = await site.PostAsync("/en/complaints", "/en/complaints", Complaint);
        Assert.Equal((HttpStatusCode.SeeOther, "/en/complaints/1"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Complaint lodged = (await site.Record.ComplaintAsync("1", TestContext.Current.CancellationToken))!;
        Assert.Equal(("factions-liaison", "sy-army", new DateTimeOffset(2017, 2, 1, 9, 30, 0, TimeSpan.FromHours(2))), (lodged.Content.DeskId, lodged.Content.Against, lodged.Content.At));
        foreach (string path in new[] { "/en/complaints", "/ar/complaints", "/en/incidents/1", "/ar/complaints/1" })
        {
            Assert.Contains("Shells on &lt;Bassima&gt;", await site.PageAsync(path), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("as", "", "Choose who you are")]
    [InlineData("against", "nobody of that name", "No actor of this name")]
    [InlineData("incident", "77", "no incident of this number")]
    [InlineData("at", "yesterday", "is not a time")]
    [InlineData("summary", "", "what is complained of")]
    public async Task Form_Refused_KeepsWhatWasTyped(string field, string value, string expected)
    {
        await using Site site = await StartAsync();
        (string, string)[] fields = [.. Complaint.Select(f => f.Item1 == field ? (field, value) : f)];
        HttpResponseMessage answer = await site.PostAsync("/en/complaints", "/en/complaints", fields);
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Contains(field == "summary" ? "value=\"2017-02-01T09:30\"" : "Shells on &lt;Bassima&gt;</textarea>", html, StringComparison.Ordinal);
    }

    /// <summary>The mission's day is 10 February 2017: what was lodged on the first is overdue by 8 days, whatever the host's clock says.</summary>
    [Fact]
    public async Task List_PutsOverdueFirst_ByTheMissionsClock()
    {
        await using Site site = await StartAsync();
        await LodgeAsync(site, "late", "2017-02-01T00:00:00+02:00");
        await LodgeAsync(site, "in time", "2017-02-10T20:00:00+02:00");
        string html = await site.PageAsync("/en/complaints");
        Assert.Contains("overdue by \u20689 days\u2069", html, StringComparison.Ordinal);
        Assert.Contains("Counted by \u206811 February 2017", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf(">late<", StringComparison.Ordinal) < html.IndexOf(">in time<", StringComparison.Ordinal));
        using var data = JsonDocument.Parse(await site.PageAsync("/api/complaints?overdue=1"));
        Assert.Equal((1, 1), (data.RootElement.GetProperty("complaints").GetProperty("total").GetInt32(), data.RootElement.GetProperty("overdue").GetInt32()));
        Assert.DoesNotContain(">in time<", await site.PageAsync("/ar/complaints?overdue=1"), StringComparison.Ordinal);
        Assert.DoesNotContain(">late<", await site.PageAsync("/ar/complaints?desk=iran"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chain_GoesStageByStage_AndSaysWhatIsLate()
    {
        await using Site site = await StartAsync();
        await LodgeAsync(site, "x", "2017-02-01T09:00:00+02:00");
        HttpResponseMessage next = await MoveAsync(site, 1, "preliminary_inquiry", "2017-02-03T12:00");
        Assert.Equal((HttpStatusCode.SeeOther, "/en/complaints/1"), (next.StatusCode, next.Headers.Location?.ToString()));
        string html = await site.PageAsync("/en/complaints/1");
        Assert.Contains("late by \u206827 hours\u2069", html, StringComparison.Ordinal);
        Assert.Contains("overdue by \u20686 days\u2069", html, StringComparison.Ordinal);
        HttpResponseMessage jump = await MoveAsync(site, 2, "ruled", "2017-02-03T12:00");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, jump.StatusCode);
        Assert.Contains("tasked comes next", await jump.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await MoveAsync(site, 1, "tasked", "2017-02-03T12:00")).StatusCode);

        // Closed early it wants a reason; what was passed over says so.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MoveAsync(site, 2, "closed", "2017-02-04T12:00")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await MoveAsync(site, 2, "closed", "2017-02-04T12:00", "taken back")).StatusCode);
        html = await site.PageAsync("/en/complaints/1");
        Assert.All(["passed over", "taken back", "This complaint is closed."], s => Assert.Contains(s, html, StringComparison.Ordinal));
        Assert.Contains("No complaint fits", await site.PageAsync("/en/complaints?open=1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ByTheIncidentsNumber()
    {
        await using Site site = await StartAsync();
        await LodgeAsync(site, "x", "2017-02-01T09:00:00+02:00");
        HttpResponseMessage wrong = await LinkAsync("99");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"99\"", await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await LinkAsync("1")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await LinkAsync("1")).StatusCode);
        using var data = JsonDocument.Parse(await site.PageAsync("/api/complaints/1"));
        Assert.Equal(1, data.RootElement.GetProperty("row").GetProperty("incident").GetInt32());

        Task<HttpResponseMessage> LinkAsync(string number) => site.PostAsync(
            "/en/complaints/1", "/en/complaints/1/incident", ("as", "secretariat:Salma"), ("incident", number), ("reason", "same shells"));
    }

    [Fact]
    public async Task Api_LodgesMovesLinks_AndRefuses()
    {
        await using Site site = await StartAsync();
        HttpResponseMessage lodged = await LodgeAsync(site, "x", "2017-02-01T09:00:00+02:00");
        Assert.Equal((HttpStatusCode.Created, "/api/complaints/1"), (lodged.StatusCode, lodged.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await LodgeAsync(site, "x", "2017-02-01T09:00:00+02:00", "Nobody")).StatusCode);
        string incident = (await site.Record.IncidentByNumberAsync(1, TestContext.Current.CancellationToken))!.Id;
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/1/incident", new { by = "Salma", incident_id = incident, reason = "same" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/1/stages", new { by = "Salma", revision = 1, stage = "preliminary_inquiry", at = "2017-02-01T19:00:00+02:00" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync("/1/stages", new { by = "Salma", revision = 1, stage = "tasked", at = "2017-02-01T19:00:00+02:00" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync("/1/stages", new { by = "Salma", revision = 2, stage = "answered", at = "2017-02-01T19:00:00+02:00" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/9/stages", new { by = "Salma", revision = 2, stage = "tasked", at = "2017-02-01T19:00:00+02:00" })).StatusCode);

        Task<HttpResponseMessage> PostAsync(string path, object body) => site.Client.PostAsJsonAsync("/api/complaints" + path, body, TestContext.Current.CancellationToken);
    }

    internal static Task<Site> StartAsync() => MechanismSite.StartAsync(Site.Mission with { AsOf = new DateOnly(2017, 2, 10) }, new DateOnly(2017, 1, 31));

    internal static Task<HttpResponseMessage> LodgeAsync(Site site, string summary, string at, string by = MechanismSite.Omar) => site.Client.PostAsJsonAsync(
        "/api/complaints", new { by, desk_id = "factions-liaison", against = (string?)null, incident_id = (string?)null, report_id = (string?)null, summary, at },
        TestContext.Current.CancellationToken);

    private static Task<HttpResponseMessage> MoveAsync(Site site, int revision, string stage, string at, string note = "") => site.PostAsync(
        "/en/complaints", "/en/complaints/1/stages", ("as", "secretariat:Salma"), ("revision", $"{revision}"), ("stage", stage), ("at", at), ("note", note));
}
