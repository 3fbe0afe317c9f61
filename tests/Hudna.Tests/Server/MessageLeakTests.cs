using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hudna.Acts;
using Hudna.Missions;
using Hudna.Rulings;
using Hudna.Store;
using Hudna.Talks;

namespace Hudna.Tests.Server;

/// <summary>A message is seen by the desks that it is meant for, and leaves no trace anywhere else: every page and every answer of the API is
/// walked as those who must not see it.</summary>
public sealed partial class MessageLeakTests
{
    // Russia writes to Turkey; the envoy carries. Nothing else in the record says these words.
    private const string Subject = "Zanzibar", Text = "Quagga", Answer = "Xylophone", Reason = "Vuvuzela";

    private static readonly string[] Markers = [Subject, Text, Answer, Reason];

    private static readonly string[] Readers = ["russia:Ivan", "turkiye:Ayşe", "un-envoy:Ingrid", "iran:Dara", "secretariat:Salma", "factions-liaison:Omar"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // state, who sees the words, who sees the answer
    public static TheoryData<string, string, string> States => new()
    {
        { "draft", "russia un-envoy", "" },
        { "withheld", "russia un-envoy", "" },
        { "delivered", "russia un-envoy turkiye", "" },
        { "answered", "russia un-envoy turkiye", "un-envoy turkiye" },
        { "carried", "russia un-envoy turkiye", "russia un-envoy turkiye" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public async Task EveryPageAndRoute_HoldsTheWordsForThoseMeantAlone(string state, string words, string answer)
    {
        (Site site, string id) = await StartAsync(state);
        await using (site)
        {
            foreach (string reader in Readers)
            {
                string desk = reader.Split(':')[0];
                string[] hidden =
                [
                    .. words.Split(' ').Contains(desk) ? Array.Empty<string>() : [Subject, Text, id],
                    .. answer.Split(' ').Contains(desk) ? Array.Empty<string>() : [Answer],
                    .. state == "withheld" && words.Split(' ').Contains(desk) ? Array.Empty<string>() : [Reason],
                ];
                bool isSeen = false;
                foreach (string address in await AddressesAsync(site, id, reader))
                {
                    string told = Told(await (await site.Client.GetAsync(address, Cancellation)).Content.ReadAsStringAsync(Cancellation), address);
                    Assert.All(
                        hidden.Where(m => m != id || !address.Contains(id, StringComparison.Ordinal)),
                        m => Assert.False(told.Contains(m, StringComparison.Ordinal), $"{reader} {address}: {m}"));
                    isSeen |= told.Contains(Text, StringComparison.Ordinal);
                }

                Assert.Equal(words.Split(' ').Contains(desk), isSeen);
            }
        }
    }

    /// <summary>What nobody is asked for by desk holds nothing of any message: not to those who may see it either.</summary>
    [Theory]
    [InlineData("draft")]
    [InlineData("carried")]
    [InlineData("withheld")]
    public async Task EverythingButMessages_HoldsNothingOfThem(string state)
    {
        (Site site, string id) = await StartAsync(state);
        await using (site)
        {
            foreach (string address in (await AddressesAsync(site, id, null)).Where(a => !a.Contains(id, StringComparison.Ordinal)))
            {
                string body = Told(await (await site.Client.GetAsync(address, Cancellation)).Content.ReadAsStringAsync(Cancellation), address);
                Assert.All(Markers.Append(id), m => Assert.False(body.Contains(m, StringComparison.Ordinal), $"{address}: {m}"));
                Assert.False(address.Contains("/record", StringComparison.Ordinal) && body.Contains("message_", StringComparison.Ordinal), address);
            }
        }
    }

    /// <summary>Whoever may not see it is told the very same as of a message that never was: by every way there is to ask.</summary>
    [Theory]
    [MemberData(nameof(States))]
    public async Task HiddenMessage_IsAnsweredLikeOneThatNeverWas(string state, string words, string answer)
    {
        _ = answer;
        const string Nobody = "m00000000deadbeef";
        (Site site, string id) = await StartAsync(state);
        await using (site)
        {
            foreach (string reader in Readers.Where(r => !words.Split(' ').Contains(r.Split(':')[0])))
            {
                (string desk, string by) = (reader.Split(':')[0], reader.Split(':')[1]);
                foreach (string path in new[] { $"/en/messages/ID?desk={desk}&by={Uri.EscapeDataString(by)}", $"/ar/messages/ID?desk={desk}&by={Uri.EscapeDataString(by)}",
                    $"/api/messages/ID?desk={desk}&by={Uri.EscapeDataString(by)}", "/en/record?subject=ID", "/api/record?subject=ID", "/api/operations/ID", "/api/coverage/ID" })
                {
                    await SameAsync(path, i => site.Client.GetAsync(path.Replace("ID", i, StringComparison.Ordinal), Cancellation));
                }

                foreach (MessageAction action in Enum.GetValues<MessageAction>())
                {
                    string name = Hudna.Reading.Wire.Name(action);
                    await SameAsync($"form {name}", i => site.PostAsync(
                        "/en/desks", $"/en/messages/{i}/{name}", ("desk", desk), ("by", by), ("revision", "1"), ("at", "2017-01-24T10:00"), ("text", "t"), ("subject", "s"), ("reason", "r")));
                    await SameAsync($"api {name}", i => site.Client.PostAsJsonAsync(
                        $"/api/messages/{i}/steps", new { by, desk_id = desk, action = name, revision = 1, at = "2017-01-24T10:00:00+02:00", text = "t", subject = "s", reason = "r" }, Cancellation));
                }
            }

            async Task SameAsync(string what, Func<string, Task<HttpResponseMessage>> ask)
            {
                (HttpStatusCode Status, string Body) hidden = await ToldAsync(id), never = await ToldAsync(Nobody);
                Assert.True(hidden == never, $"{what}: {hidden} and {never}");

                async Task<(HttpStatusCode, string)> ToldAsync(string i)
                {
                    HttpResponseMessage told = await ask(i);
                    return (told.StatusCode, Without(await told.Content.ReadAsStringAsync(Cancellation), i));
                }
            }
        }
    }

    /// <summary>Who is not at the desk on the mission's day is refused, whatever is asked for.</summary>
    [Fact]
    public async Task Stranger_IsRefused_BeforeAnythingIsLookedUp()
    {
        (Site site, string id) = await StartAsync("carried");
        await using (site)
        {
            foreach (string who in new[] { "", "desk=russia", "by=Ivan", "desk=russia&by=Dara", "desk=nobody&by=Ivan", "desk=russia&by=Gone" })
            {
                foreach (string path in new[] { "/api/messages", $"/api/messages/{id}", "/api/messages/m00000000deadbeef", $"/en/messages/{id}" })
                {
                    HttpResponseMessage answer = await site.Client.GetAsync($"{path}?{who}", Cancellation);
                    string body = await answer.Content.ReadAsStringAsync(Cancellation);
                    Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
                    Assert.DoesNotContain(Subject, body, StringComparison.Ordinal);
                }
            }

            Assert.Equal(HttpStatusCode.Forbidden, (await site.Client.PostAsJsonAsync(
                $"/api/messages/{id}/steps", new { by = "Dara", desk_id = "russia", action = "deliver", revision = 1, at = "2017-01-24T10:00:00+02:00" }, Cancellation)).StatusCode);
            HttpResponseMessage mine = await site.Client.GetAsync($"/api/messages/{id}?desk=russia&by=Ivan", Cancellation);
            Assert.Equal((HttpStatusCode.OK, true), (mine.StatusCode, mine.Headers.CacheControl?.NoStore));
        }
    }

    /// <summary>Pages and API read acts by what leaves messages out; the whole log is for stores and auditors.</summary>
    [Fact]
    public void NoPage_ReadsTheWholeLog() => Assert.DoesNotContain(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Hudna.Server"), "*.*", SearchOption.AllDirectories)
            .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal)) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal)),
        f => File.ReadAllText(f).Contains(".ActsAsync(", StringComparison.Ordinal));

    // Every GET of the API (from its own description) and every page, filled in with what the record holds.
    private static async Task<IReadOnlyList<string>> AddressesAsync(Site site, string id, string? reader)
    {
        using var api = JsonDocument.Parse(await site.PageAsync("/openapi/v1.json"));
        string[] routes = [.. api.RootElement.GetProperty("paths").EnumerateObject().Where(p => p.Value.TryGetProperty("get", out _)).Select(p => p.Name)];
        Assert.Contains("/api/messages/{id}", routes);
        string[] pages =
        [
            "", "/reports", "/incidents", "/actors", "/places", "/record", "/file", "/rulings", "/complaints", "/complaints.ics", "/desks", "/agreement", "/coverage", "/bulletins",
            "/bulletins/preview?from=2017-01-01&until=2017-02-10", "/operations", "/operations/new", "/incidents/1", "/messages", $"/messages/{id}", $"/record?subject={id}",
            $"/reports?q={Subject}", $"/reports?q={Text}", $"/incidents?q={Subject}", $"/actors?q={Subject}", $"/places?q={Text}", $"/operations/{id}", $"/complaints/{id}", $"/actors/{id}",
        ];
        string report = (await site.Record.ReportsAsync(new ReportFilter(), Cancellation)).Items[0].Id;
        string query = reader is null ? "" : $"desk={reader.Split(':')[0]}&by={Uri.EscapeDataString(reader.Split(':')[1])}";
        IEnumerable<string> all = pages.Append($"/reports/{report}").SelectMany(p => new[] { "/en" + p, "/ar" + p })
            .Concat(routes.SelectMany(r => new[] { id, r.Contains("reports", StringComparison.Ordinal) ? report : "1" }.Select(v => IdInRoute().Replace(r, v))).Distinct(StringComparer.Ordinal))
            .Concat([$"/api/record?subject={id}", $"/api/reports?q={Subject}", "/api/bulletins/preview?from=2017-01-01&until=2017-02-10", "/openapi/v1.json"]);
        return [.. all.Select(a => query.Length == 0 ? a : $"{a}{(a.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}")];
    }

    private static async Task<(Site Site, string Id)> StartAsync(string state)
    {
        Site site = await MechanismSite.StartAsync(Site.Mission with { AsOf = new DateOnly(2017, 2, 10) });
        Mechanism mechanism = MechanismSite.Of(site);
        await mechanism.RecordAsync(
            "un-envoy", new DeskRecorded(0, new BilingualText("Envoy", "المبعوث"), DeskRole.Envoy, "united-nations", [new DeskMember("Ingrid", default)]), "Omar", Cancellation);
        await mechanism.RecordAsync(
            "russia", new DeskRecorded(1, new BilingualText("Russia", "روسيا"), DeskRole.Guarantor, "state-ru",
                [new DeskMember("Ivan", default), new DeskMember("Gone", new Hudna.Agreements.Period(null, new DateOnly(2017, 2, 1)))]), "Omar", Cancellation);
        DateTimeOffset at = new(2017, 1, 23, 10, 0, 0, TimeSpan.FromHours(2));
        var content = new MessageContent("russia", "turkiye", "un-envoy", null, Subject, Text);
        string id = await mechanism.DraftMessageAsync("russia", content, at, "Ivan", Cancellation);
        switch (state)
        {
            case "withheld":
                await mechanism.RecordAsync(id, new MessageWithheld("un-envoy", 1, Reason, at), "Ingrid", Cancellation);
                break;
            case "delivered" or "answered" or "carried":
                await mechanism.DeliverMessageAsync("un-envoy", id, 1, at, "Ingrid", Cancellation);
                break;
            default:
                break;
        }

        if (state is "answered" or "carried")
        {
            await mechanism.RecordAsync(id, new MessageAnswered(0, Answer, at), "Ayşe", Cancellation);
        }

        if (state is "carried")
        {
            await mechanism.RecordAsync(id, new MessageAnswerDelivered(1, at), "Ingrid", Cancellation);
        }

        return (site, id);
    }

    // A page says its own address and a form's token; both are the asker's.
    private static string Without(string body, string id) =>
        FormToken().Replace(TraceId().Replace(body.Replace(id, "ID", StringComparison.Ordinal), ""), "");

    // Who searches for a word is shown that word again.
    private static string Told(string body, string address) =>
        address.Contains("?q=", StringComparison.Ordinal) ? Asked().Replace(body, "") : body;

    [GeneratedRegex("\\{[a-z]+\\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdInRoute();

    [GeneratedRegex("name=\"form_token\" value=\"[^\"]+\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormToken();

    [GeneratedRegex("\"trace_id\":\"[^\"]+\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TraceId();

    [GeneratedRegex("[?&;]q=[A-Za-z]+|value=\"(Zanzibar|Quagga)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();
}
