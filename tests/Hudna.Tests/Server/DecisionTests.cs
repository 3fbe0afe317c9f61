using System.Net;
using System.Net.Http.Json;
using Hudna.Acts;
using Hudna.Incidents;

namespace Hudna.Tests.Server;

public sealed class DecisionTests
{
    [Fact]
    public async Task Accept_ByForm_IsInTheRecordWithTheName()
    {
        await using Site site = await Site.StartAsync();
        (Report report, Claim claim) = await ClaimAsync(site);
        await NameAsync(site, "Lina حداد");
        HttpResponseMessage answer = await Post(site, report, claim, "accept", ("revision", "1"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"/en/reports/{report.Id}#{claim.Id}", answer.Headers.Location?.ToString());
        Act act = (await site.Record.HistoryAsync(claim.Id, TestContext.Current.CancellationToken))[^1];
        Assert.IsType<ClaimAccepted>(act.Body);
        Assert.Equal("Lina حداد", act.By);
    }

    [Fact]
    public async Task Decision_WithoutAName_AsksForItAndCarriesOn()
    {
        await using Site site = await Site.StartAsync();
        (Report report, Claim claim) = await ClaimAsync(site);
        HttpResponseMessage asked = await Post(site, report, claim, "reject", ("revision", "1"), ("reason", "ليس في النص <i>"));
        string html = await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("value=\"ليس في النص &lt;i&gt;\"", html, StringComparison.Ordinal);
        Assert.Equal(ClaimStatus.Proposed, (await site.ClaimAsync(report)).Status);
        HttpResponseMessage done = await Post(site, report, claim, "reject", ("revision", "1"), ("reason", "ليس في النص"), ("reviewer", "Lina"));
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(ClaimStatus.Rejected, (await site.ClaimAsync(report)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(site, report, claim, "accept", ("revision", "2"))).StatusCode);
    }

    /// <summary>A name that would pass for the program's is no name.</summary>
    [Theory]
    [InlineData("machine:linker/1")]
    [InlineData(" Machine:x")]
    [InlineData("")]
    [InlineData("a\u0007b")]
    public async Task Decision_ByAnImpossibleName_IsRefused(string name)
    {
        await using Site site = await Site.StartAsync();
        (Report report, Claim claim) = await ClaimAsync(site);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post(site, report, claim, "accept", ("revision", "1"), ("reviewer", name))).StatusCode);
        HttpResponseMessage answer = await site.Client.PostAsJsonAsync(
            $"/api/claims/{claim.Id}/accept", new { by = name, revision = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(1, (await site.ClaimAsync(report)).Revision);
    }

    /// <summary>A list sent as null is the sender's mistake, not the server's.</summary>
    [Theory]
    [InlineData("actors")]
    [InlineData("via")]
    public async Task EditByJson_WithNullForAList_IsABadRequest(string field)
    {
        await using Site site = await Site.StartAsync();
        (Report report, Claim claim) = await ClaimAsync(site);
        string span = $"{{\"start\":{claim.Content.Span.Start},\"end\":{claim.Content.Span.End}}}";
        string content = $"{{\"kind\":\"event\",\"text\":\"{claim.Content.Text}\",\"type\":\"ASSAULT\",\"modality\":\"asserted\",\"span\":{span},\"{field}\":null}}";
        string json = $"{{\"by\":\"Lina\",\"reason\":\"x\",\"revision\":1,\"content\":{content}}}";
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        HttpResponseMessage answer = await site.Client.PostAsync($"/api/claims/{claim.Id}/edit", body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1, (await site.ClaimAsync(report)).Revision);
    }

    [Fact]
    public async Task Reject_WithoutAReason_IsRefused()
    {
        await using Site site = await Site.StartAsync();
        (Report report, Claim claim) = await ClaimAsync(site);
        HttpResponseMessage answer = await Post(site, report, claim, "reject", ("revision", "1"), ("reason", "  "), ("reviewer", "Lina"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(1, (await site.ClaimAsync(report)).Revision);
    }

    [Fact]
    public async Task Edit_ChangesWhatWasTypedAndKeepsTheRestWithItsSpans()
    {
        await using Site site = await Site.StartAsync();
        (Report report, Claim claim) = await ClaimAsync(site);
        HttpResponseMessage answer = await Edit(site, report, claim, ("mode", "aerial"), ("dead_low", "١٤"), ("dead_high", ""), ("reason", "طائرات"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Claim after = await site.ClaimAsync(report);
        Assert.Equal("aerial", after.Content.Mode);
        Assert.Equal(14, after.Content.Dead?.Low);
        Assert.Null(after.Content.Dead?.High);
        Assert.Equal(claim.Content.Place, after.Content.Place);
        Assert.Equal(claim.Content.Actors[0], after.Content.Actors[0]);
        Assert.Equal(claim.Content.Time, after.Content.Time);
        Assert.Equal((ClaimStatus.Accepted, 2), (after.Status, after.Revision));
    }

    [Fact]
    public async Task Edit_WithMistakes_LosesNothingTyped()
    {
        await using Site site = await Site.StartAsync();
        (Report report, Claim claim) = await ClaimAsync(site);
        HttpResponseMessage answer = await Edit(
            site, report, claim, ("time_value", "yesterday"), ("place_id", "sy-nowhere"), ("dead_low", "twelve"), ("weapon", "هاون <120>"), ("reason", "x"));
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.All(["yesterday", "sy-nowhere", "twelve", "هاون &lt;120&gt;"], typed => Assert.Contains($"value=\"{typed}\"", html, StringComparison.Ordinal));
        Assert.Equal(1, (await site.ClaimAsync(report)).Revision);
    }

    /// <summary>Two reviewers open the same claim; the second one is told what the first one did, and keeps what was typed.</summary>
    [Fact]
    public async Task Edit_OfARevisionThatIsGone_ShowsWhatChangedAndKeepsTheForm()
    {
        await using Site site = await Site.StartAsync();
        (Report report, Claim claim) = await ClaimAsync(site);
        await site.Intake.DecideAsync(new Hudna.Store.Decision.Reject(claim.Id, "Omar", "لم يحدث", 1), TestContext.Current.CancellationToken);
        HttpResponseMessage answer = await Edit(site, report, claim, ("weapon", "mortar"), ("reason", "my reason"));
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.All(["Omar", "لم يحدث", "value=\"mortar\"", "value=\"my reason\""], s => Assert.Contains(s, html, StringComparison.Ordinal));
        Assert.Equal(ClaimStatus.Rejected, (await site.ClaimAsync(report)).Status);

        // The form now carries the revision that is shown, so that sending it again is a decision on that one.
        Assert.Contains("name=\"revision\" value=\"2\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_ByJson_ConflictIsAProblem()
    {
        await using Site site = await Site.StartAsync();
        (Report _, Claim claim) = await ClaimAsync(site);
        var body = new { by = "Desk", revision = 1, reason = "" };
        Assert.Equal(HttpStatusCode.OK, (await site.Client.PostAsJsonAsync($"/api/claims/{claim.Id}/accept", body, TestContext.Current.CancellationToken)).StatusCode);
        HttpResponseMessage second = await site.Client.PostAsJsonAsync($"/api/claims/{claim.Id}/accept", body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Unlink_TakesTheClaimAway_LinkBringsItBack()
    {
        await using Site site = await Site.StartAsync();
        (Report report, Claim claim) = await ClaimAsync(site);
        Assert.NotNull(claim.IncidentId);
        HttpResponseMessage away = await site.PostAsync(
            "/en/incidents/1", $"/en/claims/{claim.Id}/unlink", ("incident", claim.IncidentId), ("reason", "another day"), ("reviewer", "Lina"));
        Assert.Equal(HttpStatusCode.SeeOther, away.StatusCode);

        // What is said to be another happening is one: it opens an incident of its own.
        Assert.NotEqual(claim.IncidentId, (await site.ClaimAsync(report)).IncidentId);
        HttpResponseMessage back = await site.PostAsync("/en/incidents/1", "/en/incidents/1/link", ("claim_id", claim.Id), ("reason", "same day after all"));
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Equal(claim.IncidentId, (await site.ClaimAsync(report)).IncidentId);
        Assert.Contains("same day after all", await site.PageAsync("/en/incidents/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutTheSitesToken_IsRefused()
    {
        await using Site site = await Site.StartAsync();
        (Report report, Claim claim) = await ClaimAsync(site);
        await NameAsync(site, "Lina");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("revision", "1")]);
        HttpResponseMessage answer = await site.Client.PostAsync($"/en/claims/{claim.Id}/accept", form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1, (await site.ClaimAsync(report)).Revision);
    }

    [Fact]
    public async Task Settings_DoNotLeadToAnotherSite()
    {
        await using Site site = await Site.StartAsync();
        foreach (string back in new[] { "//evil.example", "https://evil.example", "/\\evil.example", "" })
        {
            HttpResponseMessage answer = await site.PostAsync("/en/record", "/en/settings", ("reviewer", "Lina"), ("theme", "dark"), ("back", back));
            Assert.Equal("/en", answer.Headers.Location?.ToString());
        }
    }

    private static async Task<(Report Report, Claim Claim)> ClaimAsync(Site site)
    {
        Report report = await site.FileAsync();
        return (report, await site.ClaimAsync(report));
    }

    private static Task<HttpResponseMessage> NameAsync(Site site, string name) =>
        site.PostAsync("/en/record", "/en/settings", ("reviewer", name), ("theme", "auto"), ("back", "/en"));

    private static Task<HttpResponseMessage> Post(Site site, Report report, Claim claim, string decision, params (string, string)[] fields) =>
        site.PostAsync($"/en/reports/{report.Id}", $"/en/claims/{claim.Id}/{decision}", fields);

    /// <summary>The edit form as it opens on the claim, some fields typed over.</summary>
    private static Task<HttpResponseMessage> Edit(Site site, Report report, Claim claim, params (string Field, string Value)[] typed)
    {
        (string, string)[] form =
        [
            ("revision", "1"), ("type", "ASSAULT"), ("mode", claim.Content.Mode ?? ""), ("modality", "asserted"),
            ("actor_text", claim.Content.Actors[0].Text), ("actor_id", claim.Content.Actors[0].ActorId!), ("speaker_text", ""), ("speaker_id", ""), ("via", ""),
            ("place_text", claim.Content.Place!.Text), ("place_id", claim.Content.Place.PlaceId!), ("place_precision", ""),
            ("time_text", claim.Content.Time!.Text), ("time_value", claim.Content.Time.Value), ("dead_low", "12"), ("dead_high", ""),
            ("injured_low", ""), ("injured_high", ""), ("weapon", ""), ("reason", ""), ("reviewer", "Lina"),
        ];
        return Post(site, report, claim, "edit", [.. form.Where(f => typed.All(t => t.Field != f.Item1)), .. typed]);
    }
}
