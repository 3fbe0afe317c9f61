using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hudna.Acts;
using Hudna.Corroboration;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Tests.Corroboration;
using Hudna.Tests.Store;

namespace Hudna.Tests.Server;

/// <summary>Source pages, and who says so on an incident's page.</summary>
public sealed class SourcePagesTests
{
    public static readonly string Agency = ContentId.Source("وكالة سراج");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Incident 1 of a wire, an edited copy, and a report of its own that names another author and another toll.</summary>
    internal static async Task<Site> FilledAsync()
    {
        Site site = await Site.StartAsync();
        var acts = new List<Act>();
        var originals = new List<ReadOnlyMemory<byte>>();
        Add(Told.Wire, "وكالة سراج", "قصف", "2017-01-14", Told.Actor("sy:army", "الجيش"), 4, Samples.Place());
        Add(Told.Edited, "صحيفة المرفأ", "قصف", "2017-01-15", Told.Actor("sy:army", "الجيش"), 4, Samples.Place());
        Add(Told.Independent, "موقع النواعير", "المدفعية", "2017-01-14", Told.Actor("ahrar-al-sham", "أحرار الشام", ActorType.ArmedGroup), 7,
            Samples.Place("sy-saraqib", "Saraqib", "سراقب", 35.86, 36.8));
        await site.Record.AppendAsync(acts, originals, Cancellation);
        return site;

        void Add(string text, string source, string word, string day, Party actor, int dead, ClaimPlace place)
        {
            (Act filed, ReadOnlyMemory<byte> original) = Samples.Filed(text, source, day, text.Split('\n')[0]);
            Act claim = Samples.Proposed(filed.Subject, Samples.Event(text, word, actor: actor, dead: new Count(dead, dead, null), place: place, day: "2017-01-14"));
            acts.AddRange([filed, Samples.Read(filed.Subject), claim, .. acts.Count == 0 ? [Samples.Opened("i0000000000000001", 1)] : Array.Empty<Act>(), Samples.Linked(claim.Subject, "i0000000000000001")]);
            originals.Add(original);
        }
    }

    [Theory]
    [InlineData("en", "2 independent origins say it happened", "contested", "are the words of the report by", "differs since 14 January 2017")]
    [InlineData("ar", "منشآن مستقلان يقولان بوقوعه", "موضع خلاف", "من النص الأقصر هي كلمات تقرير", "مختلف فيه منذ 14 كانون الثاني 2017")]
    public async Task Incident_SaysWhoSaysSo(string lang, params string[] sentences)
    {
        await using Site site = await FilledAsync();
        string html = WebUtility.HtmlDecode(await site.PageAsync($"/{lang}/incidents/1")).Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
        Assert.All(sentences, s => Assert.Contains(s, html, StringComparison.Ordinal));

        // Each claimed place stands on the map and leads to its claim.
        Assert.Equal(2, html.Split("class=\"spot differs\"").Length - 1);
        Assert.Contains($"href=\"/{lang}/sources/{Agency}\"", html, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await site.PageAsync("/api/incidents/1"));
        JsonElement told = json.RootElement.GetProperty("corroboration");
        Assert.Equal((2, true, false), (told.GetProperty("asserting").GetInt32(), told.GetProperty("is_contested").GetBoolean(), told.GetProperty("is_single_source").GetBoolean()));
        Assert.Equal(["place", "dead", "actors"], told.GetProperty("contradictions").EnumerateArray().Select(c => c.GetProperty("field").GetString()!));
    }

    [Theory]
    [InlineData("contested=1", 1)]
    [InlineData("independent=1", 1)]
    [InlineData("single_source=1", 0)]
    public async Task Incidents_AreNarrowed(string query, int total)
    {
        await using Site site = await FilledAsync();
        using var json = JsonDocument.Parse(await site.PageAsync($"/api/incidents?{query}"));
        Assert.Equal(total, json.RootElement.GetProperty("incidents").GetProperty("total").GetInt32());
        Assert.Contains("checked", (await site.PageAsync($"/en/incidents?{query}")).Split($"name=\"{query[..^2]}\"")[1][..40], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_NamesItsCopies()
    {
        await using Site site = await FilledAsync();
        string html = await site.PageAsync($"/en/reports/{ContentId.Report(Told.Edited, "")}");
        Assert.Contains("1 report has the same words", html, StringComparison.Ordinal);
        Assert.Contains($"/en/reports/{ContentId.Report(Told.Wire, "")}", html, StringComparison.Ordinal);
        Assert.DoesNotContain("the same words", await site.PageAsync($"/en/reports/{ContentId.Report(Told.Independent, "")}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "repeated by others")]
    [InlineData("ar", "كرّره غيره")]
    public async Task Source_ShowsItsRecord_AndTakesAGrade(string lang, string role)
    {
        await using Site site = await FilledAsync();
        string page = $"/{lang}/sources/{Agency}";
        Assert.Contains(role, await site.PageAsync(page), StringComparison.Ordinal);
        Assert.Contains("incidents/1", await site.PageAsync($"{page}?role=repeated"), StringComparison.Ordinal);
        Assert.DoesNotContain("incident-row", await site.PageAsync($"{page}?role=repeats"), StringComparison.Ordinal);
        HttpResponseMessage refused = await site.PostAsync(page, $"{page}/grades", ("revision", "0"), ("grade", ""), ("reason", ""), ("reviewer", "Lina"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        HttpResponseMessage taken = await site.PostAsync(page, $"{page}/grades", ("revision", "0"), ("grade", "C"), ("reason", "right as far as was seen"), ("reviewer", "Lina"));
        Assert.Equal($"{page}#grades", taken.Headers.Location?.ToString());
        string html = await site.PageAsync(page);
        Assert.Contains("right as far as was seen", html, StringComparison.Ordinal);
        HttpResponseMessage late = await site.PostAsync(page, $"{page}/grades", ("revision", "0"), ("grade", "A"), ("reason", "so I think"), ("reviewer", "Omar"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("so I think", await late.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(Reliability.C, (await site.Record.SourceAsync(Agency, Cancellation))!.Grade);
        Assert.Contains("Lina", await site.PageAsync("/en/record"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credibility_IsSetAndTakenBack()
    {
        await using Site site = await FilledAsync();
        const string Page = "/en/incidents/1";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.PostAsync(Page, $"{Page}/credibility", ("grade", ""), ("reason", "why"), ("reviewer", "Lina"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await site.PostAsync(Page, $"{Page}/credibility", ("revision", "0"), ("grade", "4"), ("reason", "the pictures are older"), ("reviewer", "Lina"))).StatusCode);
        Assert.Contains("by rule: \u20681 – confirmed by other sources", WebUtility.HtmlDecode(await site.PageAsync(Page)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await site.PostAsync(Page, $"{Page}/credibility", ("revision", "1"), ("grade", ""), ("reason", "they are not"), ("reviewer", "Lina"))).StatusCode);
        Assert.Equal(["4", null], (await site.Record.GradesAsync("i0000000000000001", Cancellation))!.Entries.Select(e => e.Grade));
        Assert.Equal(HttpStatusCode.NotFound, (await site.PostAsync(Page, "/en/incidents/99/credibility", ("grade", "4"), ("reason", "why"), ("reviewer", "Lina"))).StatusCode);
    }

    [Fact]
    public async Task Api_ListsShowsAndGrades()
    {
        await using Site site = await FilledAsync();
        using var list = JsonDocument.Parse(await site.PageAsync("/api/sources"));
        Assert.Equal(3, list.RootElement.GetProperty("total").GetInt32());
        Assert.All(list.RootElement.GetProperty("items").EnumerateArray(), s => Assert.Equal("F", s.GetProperty("grade").GetString()));
        HttpResponseMessage graded = await site.Client.PostAsJsonAsync($"/api/sources/{Agency}/grades", new { by = "Lina", revision = 0, grade = "B", reason = "right so far" }, Cancellation);
        Assert.Equal((HttpStatusCode.Created, $"/api/sources/{Agency}"), (graded.StatusCode, graded.Headers.Location?.ToString()));
        using var one = JsonDocument.Parse(await site.PageAsync($"/api/sources/{Agency}?role=first"));
        Assert.Equal(("B", 1), (one.RootElement.GetProperty("source").GetProperty("grade").GetString(), one.RootElement.GetProperty("incidents").GetProperty("total").GetInt32()));
        Assert.Equal(HttpStatusCode.Created, (await site.Client.PostAsJsonAsync("/api/incidents/1/credibility", new { by = "Lina", revision = 0, grade = 2, reason = "seen" }, Cancellation)).StatusCode);
        foreach ((string path, object body, HttpStatusCode status) in new (string, object, HttpStatusCode)[]
        {
            ("/api/sources/s0/grades", new { by = "Lina", revision = 0, grade = "B", reason = "x" }, HttpStatusCode.NotFound),
            ($"/api/sources/{Agency}/grades", new { by = "Lina", revision = 0, grade = "B", reason = "x" }, HttpStatusCode.Conflict),
            ($"/api/sources/{Agency}/grades", new { by = "Lina", revision = 1, grade = "B", reason = "" }, HttpStatusCode.UnprocessableEntity),
            ($"/api/sources/{Agency}/grades", new { by = "Lina", revision = 1, grade = "G", reason = "x" }, HttpStatusCode.BadRequest),
            ("/api/incidents/1/credibility", new { by = "Lina", revision = 1, grade = 9, reason = "x" }, HttpStatusCode.UnprocessableEntity),
            ("/api/incidents/99/credibility", new { by = "Lina", revision = 1, grade = 2, reason = "x" }, HttpStatusCode.NotFound),
        })
        {
            HttpResponseMessage answer = await site.Client.PostAsJsonAsync(path, body, Cancellation);
            Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.GetAsync("/api/sources?grade=Z", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.GetAsync($"/api/sources/{Agency}?role=liar", Cancellation)).StatusCode);
    }

    /// <summary>Who told a desk in confidence has no page, stands in no list, and is named by no other source's page or report.</summary>
    [Fact]
    public async Task DeskSource_LeaksNowhere()
    {
        await using Site site = await FilledAsync();
        const string Text = Told.Wire + "\nوقال أبو سالم إنه رأى ذلك.";
        byte[] bytes = Encoding.UTF8.GetBytes(Text);
        string hash = ContentId.Sha256(bytes), report = ContentId.Report(Text, hash), id = ContentId.Source("أبو سالم");
        Act claim = Samples.Proposed(report, Samples.Event(Text, "قصف"));
        await site.Record.AppendAsync(
            [
                Samples.Act(report, new ReportFiled(ReportKind.Note, Samples.Source("أبو سالم"), null, Text, Confidentiality.Desk, hash, "text/plain", "utf-8")),
                claim, Samples.Linked(claim.Subject, "i0000000000000001"),
            ],
            [bytes], Cancellation);
        foreach (string path in new[] { "/en/sources", "/api/sources", $"/en/sources/{Agency}", $"/api/sources/{Agency}", $"/en/reports/{ContentId.Report(Told.Wire, "")}" })
        {
            Assert.DoesNotContain("سالم", WebUtility.HtmlDecode(await site.PageAsync(path)), StringComparison.Ordinal);
        }

        foreach (string path in new[] { $"/en/sources/{id}", $"/api/sources/{id}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(path, Cancellation)).StatusCode);
        }

        using var json = JsonDocument.Parse(await site.PageAsync("/api/incidents/1"));
        Assert.DoesNotContain("سالم", json.RootElement.GetProperty("corroboration").ToString(), StringComparison.Ordinal);
    }
}
