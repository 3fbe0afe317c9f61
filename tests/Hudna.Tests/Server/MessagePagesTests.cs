using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hudna.Acts;
using Hudna.Missions;
using Hudna.Rulings;
using Hudna.Store;
using Hudna.Talks;

namespace Hudna.Tests.Server;

/// <summary>A message from draft to the answer carried back, by form and by the API.</summary>
public sealed class MessagePagesTests
{
    private static readonly (string, string)[] Draft =
    [
        ("desk", "russia"), ("by", "Ivan"), ("from", "russia"), ("to", "turkiye"), ("carrier", "un-envoy"), ("subject", "قوائم <الأسرى>"), ("text", "Names first"), ("at", "2017-01-23T10:00"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forms_CarryAMessageThereAndBack()
    {
        await using Site site = await StartAsync();
        HttpResponseMessage drafted = await site.PostAsync("/en/desks", "/en/messages", Draft);
        Assert.Equal(HttpStatusCode.SeeOther, drafted.StatusCode);
        string id = drafted.Headers.Location!.ToString().Split('/')[3].Split('?')[0];
        foreach ((string desk, string by, string action, (string, string)[] fields) in new[]
        {
            ("russia", "Ivan", "revise", new[] { ("revision", "1"), ("subject", "Lists"), ("text", "Names later"), ("at", "2017-01-23T11:00") }),
            ("un-envoy", "Ingrid", "deliver", [("revision", "2"), ("at", "2017-01-23T12:00")]),
            ("turkiye", "Ayşe", "answer", [("revision", "0"), ("text", "Agreed"), ("at", "2017-01-23T13:00")]),
            ("un-envoy", "Ingrid", "deliver_answer", [("revision", "1"), ("at", "2017-01-23T14:00")]),
        })
        {
            string page = $"/en/messages/{id}?desk={desk}&by={Uri.EscapeDataString(by)}";
            Assert.Contains($"/messages/{id}/{action}\"", await site.PageAsync(page), StringComparison.Ordinal);
            HttpResponseMessage done = await site.PostAsync(page, $"/en/messages/{id}/{action}", [("desk", desk), ("by", by), .. fields]);
            Assert.True(done.StatusCode == HttpStatusCode.SeeOther, await done.Content.ReadAsStringAsync(Cancellation));
        }

        SeenMessage seen = (await site.Record.MessageAsync("russia", id, Cancellation))!;
        Assert.Equal((MessageStatus.AnswerDelivered, 1, "Names later", "Agreed"), (seen.Status, seen.Number!.Value, seen.Content.Text, seen.Answer!.Text));
        Assert.Contains("Agreed", await site.PageAsync($"/ar/messages/{id}?desk=russia&by=Ivan"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("to", "russia", "three different desks")]
    [InlineData("subject", "", "Give a subject")]
    [InlineData("text", "", "Give the words")]
    [InlineData("at", "soon", "is not a time")]
    [InlineData("track", "kz-capital", "both the track and the day")]
    public async Task Draft_Refused_KeepsWhatWasTyped(string field, string value, string expected)
    {
        await using Site site = await StartAsync();
        HttpResponseMessage answer = await site.PostAsync("/en/desks", "/en/messages", [.. Draft.Where(f => f.Item1 != field), (field, value)]);
        string html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Contains(field == "subject" ? "Names first</textarea>" : "قوائم &lt;الأسرى&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OnAnOldRevision_ComesBackWithWhatWasTyped()
    {
        await using Site site = await StartAsync();
        string id = await DraftAsync(site);
        await MechanismSite.Of(site).RecordAsync(id, new MessageRevised("un-envoy", 1, null, "Lists", "The carrier's words", At(11)), "Ingrid", Cancellation);
        (string, string)[] mine = [("desk", "russia"), ("by", "Ivan"), ("revision", "1"), ("subject", "Lists"), ("text", "My words"), ("at", "2017-01-23T12:00")];
        HttpResponseMessage answer = await site.PostAsync("/en/desks", $"/en/messages/{id}/revise", mine);
        string html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("My words</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("The carrier&#x27;s words</blockquote>", html.Replace("'s words", "&#x27;s words", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("name=\"revision\" value=\"2\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_StepsAndConflicts()
    {
        await using Site site = await StartAsync();
        HttpResponseMessage drafted = await site.Client.PostAsJsonAsync("/api/messages", new
        {
            by = "Ivan",
            desk_id = "russia",
            at = "2017-01-23T10:00:00+02:00",
            message = new { from_desk = "russia", to_desk = "turkiye", carrier_desk = "un-envoy", round = new { track_id = "kz-capital", day = "2017-01-23" }, subject = "S", text = "T" },
        }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, drafted.StatusCode);
        string id = JsonDocument.Parse(await drafted.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StepAsync("russia", "Ivan", "deliver", 1));
        Assert.Equal(HttpStatusCode.Conflict, await StepAsync("un-envoy", "Ingrid", "deliver", 2));
        Assert.Equal(HttpStatusCode.OK, await StepAsync("un-envoy", "Ingrid", "deliver", 1));
        Assert.Equal(HttpStatusCode.Conflict, await StepAsync("un-envoy", "Ingrid", "withhold", 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StepAsync("turkiye", "Ayşe", "revise", 1));
        using var list = JsonDocument.Parse(await site.PageAsync($"/api/messages?desk=turkiye&by={Uri.EscapeDataString("ayşe")}"));
        JsonElement only = list.RootElement.GetProperty("items").EnumerateArray().Single();
        Assert.Equal(("delivered", "to", 1), (only.GetProperty("status").GetString(), only.GetProperty("role").GetString(), only.GetProperty("number").GetInt32()));
        Assert.Equal(JsonValueKind.Null, only.GetProperty("revision").ValueKind);

        async Task<HttpStatusCode> StepAsync(string desk, string by, string action, int revision) => (await site.Client.PostAsJsonAsync(
            $"/api/messages/{id}/steps", new { by, desk_id = desk, action, revision, at = "2017-01-23T12:00:00+02:00", reason = "late", text = "t", subject = "s" }, Cancellation)).StatusCode;
    }

    [Fact]
    public async Task Page_AsksForDeskAndName_AndSaysThatTheyAreTakenOnTrust()
    {
        await using Site site = await StartAsync();
        string html = await site.PageAsync("/en/messages");
        Assert.Contains("names are taken on trust", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"russia:Ivan\"", html, StringComparison.Ordinal);
        HttpResponseMessage chosen = await site.Client.GetAsync("/en/messages?as=russia%3AIvan", Cancellation);
        Assert.Equal((HttpStatusCode.SeeOther, "/en/messages?desk=russia&by=Ivan"), (chosen.StatusCode, chosen.Headers.Location?.ToString()));
        Assert.Contains("This desk has no messages", await site.PageAsync("/en/messages?desk=russia&by=Ivan"), StringComparison.Ordinal);
    }

    internal static async Task<Site> StartAsync()
    {
        Site site = await MechanismSite.StartAsync(Site.Mission with { AsOf = new DateOnly(2017, 2, 10) });
        await MechanismSite.Of(site).RecordAsync(
            "un-envoy", new DeskRecorded(0, new BilingualText("Envoy", "المبعوث"), DeskRole.Envoy, "united-nations", [new DeskMember("Ingrid", default)]), "Omar", Cancellation);
        return site;
    }

    internal static Task<string> DraftAsync(Site site) => MechanismSite.Of(site).DraftMessageAsync(
        "russia", new MessageContent("russia", "turkiye", "un-envoy", null, "Lists", "Names first"), At(10), "Ivan", Cancellation);

    private static DateTimeOffset At(int hour) => new(2017, 1, 23, hour, 0, 0, TimeSpan.FromHours(2));
}
