using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Hudna.Tests.Server;

/// <summary>Desks: list, form and API.</summary>
public sealed class DesksTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Form_AddsADesk_AndChangesIt()
    {
        await using Site site = await Site.StartAsync();
        HttpResponseMessage answer = await SendAsync(site, 0, "Lina; 2017-01-01\nOmar؛ 2017-01-01؛ 2017-02-01");
        Assert.Equal("/en/desks#desk-army", answer.Headers.Location?.ToString());
        string html = await site.PageAsync("/ar/desks");
        Assert.Contains("مكتب الجيش", html, StringComparison.Ordinal);
        Assert.Contains("Omar", html, StringComparison.Ordinal);
        Assert.Contains("ارتباط طرف", html, StringComparison.Ordinal);
        html = await site.PageAsync("/en/desks?edit=army");
        Assert.Contains("Omar; 2017-01-01; 2017-02-01", html, StringComparison.Ordinal);
        Assert.Contains("name=\"revision\" value=\"1\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(site, 1, "Lina")).StatusCode);

        // Somebody who still has the first revision open.
        answer = await SendAsync(site, 1, "Omar\nZeina");
        html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Zeina", html, StringComparison.Ordinal);
    }

    // what is typed wrong, what the page says
    [Theory]
    [InlineData("id", "Army desk", "lower-case Latin letters")]
    [InlineData("name_ar", "", "Give the name in both languages.")]
    [InlineData("actor", "nobody", "No actor has the id or name")]
    [InlineData("actor", "", "Say for whom the desk speaks.")]
    [InlineData("members", "Lina; soon", "This line is not a name with days")]
    [InlineData("role", "king", "Choose one of the list.")]
    public async Task Form_WithAProblem_SaysSo_AndKeepsWhatWasTyped(string field, string typed, string says)
    {
        await using Site site = await Site.StartAsync();
        HttpResponseMessage answer = await SendAsync(site, 0, "Lina", (field, typed));
        string html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, html, StringComparison.Ordinal);
        Assert.Contains("The army's desk", html, StringComparison.Ordinal);
        Assert.Empty(await site.Record.DesksAsync(Cancellation));
    }

    [Fact]
    public async Task Api_AddsAndLists_AndRefusesAnOldRevision()
    {
        await using Site site = await Site.StartAsync();
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(0)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(0)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(1, "nobody")).StatusCode);
        JsonElement desks = await site.Client.GetFromJsonAsync<JsonElement>("/api/desks", Cancellation);
        Assert.Equal("Lina", desks[0].GetProperty("members")[0].GetProperty("name").GetString());

        Task<HttpResponseMessage> PostAsync(int revision, string actor = "sy-army") => site.Client.PostAsJsonAsync(
            "/api/desks",
            new
            {
                by = "Lina",
                id = "army",
                revision,
                name = new { en = "Army", ar = "الجيش" },
                role = "liaison",
                actor_id = actor,
                members = new[] { new { name = "Lina", period = new { from = "2017-01-01", until = (string?)null } } },
            },
            Cancellation);
    }

    private static Task<HttpResponseMessage> SendAsync(Site site, int revision, string members, params (string Field, string Value)[] changed)
    {
        (string Field, string Value)[] fields =
        [
            ("reviewer", "Lina"), ("id", "army"), ("revision", $"{revision}"), ("name_en", "The army's desk"), ("name_ar", "مكتب الجيش"), ("role", "liaison"),
            ("actor", "Syrian Army"), ("members", members),
        ];
        return site.PostAsync("/en/desks", "/en/desks", [.. fields.Where(f => !changed.Any(c => c.Field == f.Field)), .. changed]);
    }
}
