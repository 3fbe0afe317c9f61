using System.Net;
using System.Text.Json;
using Hudna.Rulings;
using Hudna.Server.Features.Rulings;

namespace Hudna.Tests.Server;

/// <summary>Findings by form and by JSON.</summary>
public sealed class FindingFormTests
{
    private static readonly (string, string)[] Violation =
    [
        ("desk", "russia"), ("revision", "0"), ("as", "russia:Ivan"), ("occurrence", "confirmed"), ("attribution", "attributed"), ("actor", "sy-army"), ("actor_id", ""),
        ("scope", "inside"), ("ruling", "violation"), ("reason", "provision_breached"), ("confidence", "high"), ("on", MechanismSite.Day), ("note", "seen <by> us"),
    ];

    [Fact]
    public async Task Form_RecordsAndRevises_AndKeepsTheHistory()
    {
        await using Site site = await MechanismSite.StartAsync();
        HttpResponseMessage answer = await PostAsync(site, Violation);
        Assert.Equal((HttpStatusCode.SeeOther, "/en/incidents/1#finding-russia"), (answer.StatusCode, answer.Headers.Location?.ToString()));

        // Who acted is remembered, and chosen in the next form.
        string html = await site.PageAsync("/en/incidents/1");
        Assert.Contains("seen &lt;by&gt; us", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"russia:Ivan\" selected", html, StringComparison.Ordinal);
        await PostAsync(site, With(("revision", "1"), ("ruling", "cannot_confirm"), ("reason", "access_denied")));
        html = await site.PageAsync("/en/incidents/1");
        Assert.Contains("Earlier revisions", html, StringComparison.Ordinal);
        using var data = JsonDocument.Parse(await site.PageAsync("/api/incidents/1"));
        Assert.Equal(2, data.RootElement.GetProperty("finding_history").GetArrayLength());
        Assert.Equal("cannot_confirm", data.RootElement.GetProperty("findings")[0].GetProperty("content").GetProperty("ruling").GetString());
        Assert.Equal(JsonValueKind.Null, data.RootElement.GetProperty("determination").ValueKind);
    }

    [Theory]
    [InlineData("as", "", "Choose who you are")]
    [InlineData("as", "iran:Dara", "Choose who you are")]
    [InlineData("actor", "", "say who did it")]
    [InlineData("actor_id", "nobody-known", "nobody-known")]
    [InlineData("scope", "outside_area", "must be within")]
    [InlineData("occurrence", "refuted", "must be confirmed")]
    [InlineData("reason", "self_defence", "does not go with this ruling")]
    [InlineData("reason", "", "Choose a reason")]
    [InlineData("on", "soon", "not a day")]
    [InlineData("on", "2016-12-01", "before 2016-12-30")]
    public async Task Form_Refused_KeepsWhatWasTyped(string field, string value, string expected)
    {
        await using Site site = await MechanismSite.StartAsync();
        HttpResponseMessage answer = await PostAsync(site, With((field, value)));
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Contains("seen &lt;by&gt; us", html, StringComparison.Ordinal);
        Assert.Contains("class=\"finding-open\" open", html, StringComparison.Ordinal);
        Assert.Empty(await site.Record.FindingsAsync((await site.Record.IncidentByNumberAsync(1, TestContext.Current.CancellationToken))!.Id, TestContext.Current.CancellationToken));
    }

    /// <summary>A finding written on a revision that is no longer the last is a conflict; the form comes back on the present one.</summary>
    [Fact]
    public async Task Form_OnAnOldRevision_IsAConflict()
    {
        await using Site site = await MechanismSite.StartAsync();
        await PostAsync(site, Violation);
        HttpResponseMessage answer = await PostAsync(site, Violation);
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Somebody was faster", html, StringComparison.Ordinal);
        Assert.Contains("name=\"revision\" value=\"1\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(site, With(("revision", "1")))).StatusCode);
    }

    [Fact]
    public async Task Api_RefusesAsTheRecordDoes()
    {
        await using Site site = await MechanismSite.StartAsync();
        HttpResponseMessage stranger = await MechanismSite.FindAsync(site, "russia", "Nobody", Ruling.Violation);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (stranger.StatusCode, stranger.Content.Headers.ContentType?.MediaType));
        Assert.Contains("no member of desk russia", await stranger.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await MechanismSite.FindAsync(site, "russia", MechanismSite.Ivan, Ruling.Violation)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await MechanismSite.FindAsync(site, "russia", MechanismSite.Ivan, Ruling.Violation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await MechanismSite.FindAsync(site, "russia", MechanismSite.Ivan, Ruling.Violation, 99)).StatusCode);

        // A ruling left out is refused, never taken for the first of the list.
        using var body = new StringContent("""{"by":"Ivan","desk_id":"russia","revision":1}""", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.PostAsync("/api/incidents/1/findings", body, TestContext.Current.CancellationToken)).StatusCode);
    }

    /// <summary>For every combination the form finds something wrong exactly when the record does, and says it in a sentence of its own.</summary>
    [Fact]
    public void Draft_RefusesWhatTheRecordRefuses()
    {
        IEnumerable<FindingContent> all =
            from occurrence in Enum.GetValues<OccurrenceFinding>()
            from attribution in Enum.GetValues<AttributionFinding>()
            from actor in new[] { null, "a" }
            from scope in Enum.GetValues<ScopeFinding>()
            from ruling in Enum.GetValues<Ruling>()
            from reason in Enum.GetValues<RulingReason>()
            select new FindingContent(occurrence, attribution, actor, scope, ruling, reason, Confidence.High, new DateOnly(2017, 2, 10), "");
        Assert.All(all, content =>
        {
            Hudna.Server.Features.Claims.FieldProblem? problem = FindingDraft.Problem(content);
            Assert.Equal(FindingCheck.Problem(content) is null, problem is null);
            Assert.NotEqual("problem.other", problem?.Key);
        });
    }

    private static (string, string)[] With(params (string Field, string Value)[] changes) =>
        [.. Violation.Select(f => Array.Find(changes, c => c.Field == f.Item1) is { Field: not null } change ? change : f)];

    private static Task<HttpResponseMessage> PostAsync(Site site, (string, string)[] fields) =>
        site.PostAsync("/en/incidents/1", "/en/incidents/1/findings", fields);
}
