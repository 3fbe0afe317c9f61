using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hudna.Acts;
using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Tests.Server;

/// <summary>Import of tables at the site and by the API; every row is made up.</summary>
public sealed partial class ImportPagesTests
{
    internal const string Village = "Ref,Date,Village,What,Killed,Enumerator,Story\n1,03/04/2017,بسيمة,Shelling,2,Somebody,قصف على البلدة\n2,2017-01-06,بسيمة,Quarrel,0,Somebody,\n3,soon,بسيمة,Shelling,x,Somebody,\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What was handed in, and how it is to be read, is there after a restart; once it is taken in, nothing of it stays beside the record.</summary>
    [Fact]
    public async Task Table_OutlivesTheServer_AndLeavesNothingBehind()
    {
        string folder = Directory.CreateTempSubdirectory("hudna-site-").FullName, at, shelf = Path.Combine(folder, "imports");
        await using (Site site = await Site.StartAsync(folder))
        {
            at = await UploadAsync(site, "/en/import", "village.csv", Village);
            await site.PostAsync(at, at, ("name", "Villages"), ("date_order", "dmy"), ("column.id", "Ref"), ("column.date_start", "Date"), ("column.place", "Village"));
            Assert.Single(Directory.GetDirectories(shelf));
        }

        await using (Site site = await Site.StartAsync(folder))
        {
            string look = await site.PageAsync(at);
            Assert.Contains("value=\"Villages\"", look, StringComparison.Ordinal);
            Assert.DoesNotContain("day first and month first", look, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.SeeOther, (await site.PostAsync(at, at + "/confirm", ("reviewer", "Lina"))).StatusCode);
            Assert.Contains("<dt>filed</dt>", await DoneAsync(site, at), StringComparison.Ordinal);
            Assert.Empty(Directory.GetDirectories(shelf));
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What lies there and is no table's is nobody's page, whatever its name.</summary>
    [Theory]
    [InlineData("0123456789abcdef", "{")]
    [InlineData("0123456789abcdef", null)]
    [InlineData("0123456789abcdef.part", null)]
    public async Task Table_ThatCannotBeUsed_IsGone(string id, string? about)
    {
        await using Site site = await Site.StartAsync();
        string kept = Path.Combine(site.Folder, "imports", "0123456789abcdef");
        Directory.CreateDirectory(kept);
        if (about is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(kept, "about.json"), about, Cancellation);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync($"/ar/import/{Uri.EscapeDataString(id)}", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task TablesThatWaitTooLong_AreDropped()
    {
        await using Site site = await Site.StartAsync();
        string at = await UploadAsync(site, "/en/import", "village.csv", Village);
        string kept = Assert.Single(Directory.GetDirectories(Path.Combine(site.Folder, "imports")));
        Directory.SetLastWriteTimeUtc(kept, DateTime.UnixEpoch);
        await UploadAsync(site, "/en/import", "village.csv", Village);
        Assert.False(Directory.Exists(kept));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(at, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task PagesOfATable_NameNoJson_AndOthersDo()
    {
        await using Site site = await Site.StartAsync();
        string at = await UploadAsync(site, "/ar/import", "village.csv", Village);
        Assert.DoesNotContain("/api/import", await site.PageAsync(at) + await site.PageAsync("/ar/import"), StringComparison.Ordinal);
        Assert.Contains("/api/reports", await site.PageAsync("/ar/reports"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_IsLookedAt_Changed_AndTakenIn()
    {
        await using Site site = await Site.StartAsync();
        string at = await UploadAsync(site, "/en/import", "village.csv", Village);
        string look = await site.PageAsync(at);
        Assert.Contains("Nobody has looked at this mapping yet", look, StringComparison.Ordinal);
        Assert.Contains("2 rows can go in", look, StringComparison.Ordinal);
        Assert.Contains("can be read day first and month first", look, StringComparison.Ordinal);
        Assert.Equal(0, (await site.Record.CountsAsync(Cancellation)).Reports);

        HttpResponseMessage changed = await site.PostAsync(
            at, at, ("name", "Villages"), ("date_order", "dmy"), ("column.id", "Ref"), ("column.date_start", "Date"), ("column.place", "Village"), ("column.event_type", "What"),
            ("cell.event_type", "Shelling"), ("means.event_type", "ASSAULT:heavy-weapons"), ("cell.event_type", "Quarrel"), ("means.event_type", "-"),
            ("column.deaths_best", "Killed"), ("column.text", "Story"), ("value.source", "Village committee"), ("leave_out", "Enumerator"));
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        look = await site.PageAsync(at);
        Assert.DoesNotContain("Nobody has looked", look, StringComparison.Ordinal);
        Assert.DoesNotContain("day first and month first", look, StringComparison.Ordinal);
        Assert.Contains("Village committee", look, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await site.PostAsync(at, at + "/confirm", ("reviewer", "Lina"))).StatusCode);
        string done = await DoneAsync(site, at);
        Assert.Contains("<dt>filed</dt><dd>2</dd>", done, StringComparison.Ordinal);
        Assert.Contains("<dt>refused</dt><dd>1</dd>", done, StringComparison.Ordinal);
        Assert.Contains("Killed</bdi> <bdi dir=\"ltr\">&quot;x&quot; cannot be used", done, StringComparison.Ordinal);
        KeptMapping kept = Assert.Single(await site.Record.MappingsAsync(Cancellation));
        Assert.Equal(("Villages", true, "Lina", DateOrder.Dmy), (kept.Mapping.Name, kept.Own, kept.By, kept.Mapping.DateOrder));
        ReportSummary report = Assert.Single((await site.Record.ReportsAsync(new ReportFilter { Query = "البلدة" }, Cancellation)).Items);
        Assert.Equal(new DateOnly(2017, 4, 3), report.Published);
        await site.ReadAsync(report.Id);
        Claim claim = Assert.Single((await site.Record.ClaimsAsync(new ClaimFilter(), Cancellation)).Items);
        Assert.Equal(("heavy-weapons", 2m), (claim.Content.Mode, claim.Content.Dead!.Low));

        // Who filled it in is nowhere.
        Report whole = (await site.Record.ReportAsync(report.Id, Cancellation))!;
        Assert.DoesNotContain("Somebody", whole.Text + Encoding.UTF8.GetString((await site.Record.OriginalAsync(whole.OriginalSha256, Cancellation))!), StringComparison.Ordinal);
        string page = await site.PageAsync($"/en/reports/{report.Id}");
        Assert.Contains($"/en/mappings/{kept.Id}", page, StringComparison.Ordinal);

        // The next table of these columns is read by it, and taken in twice it is once.
        at = await UploadAsync(site, "/ar/import", "again.csv", Village);
        Assert.Contains("Villages", await site.PageAsync(at), StringComparison.Ordinal);
        await site.PostAsync(at, at + "/confirm", ("reviewer", "Lina"));
        Assert.Contains("<dt>موجود من قبل</dt><dd>2</dd>", await DoneAsync(site, at), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapping_IsShown_AndWithdrawn()
    {
        await using Site site = await Site.StartAsync();
        Mapping mapping = Layouts.Named("acled")! with { Name = "Ours <b>", DateOrder = DateOrder.Dmy };
        (string id, _) = await site.Intake.KeepMappingAsync(mapping, own: true, "Lina", Cancellation);
        Assert.Contains("Ours &lt;b&gt;", await site.PageAsync("/en/import"), StringComparison.Ordinal);
        Assert.Contains("sub_event_type", await site.PageAsync($"/en/mappings/{id}"), StringComparison.Ordinal);
        await site.PostAsync($"/en/mappings/{id}", $"/en/mappings/{id}/withdraw", ("reason", "wrong order"), ("reviewer", "Lina"));
        Assert.Contains("wrong order", await site.PageAsync($"/en/mappings/{id}"), StringComparison.Ordinal);
        Assert.Empty(await site.Intake.OwnMappingsAsync(Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/en/mappings/m0", Cancellation)).StatusCode);
    }

    // name, content, what the page says
    [Theory]
    [InlineData("a.txt", "words", "is no table")]
    [InlineData("a.csv", "", "No file")]
    [InlineData("a.geojson", "{", "no valid JSON")]
    [InlineData("a.xlsx", "PK", "cannot be read as a table")]
    public async Task WhatIsNoTable_IsSaid(string name, string content, string expected)
    {
        await using Site site = await Site.StartAsync();
        HttpResponseMessage answer = await PostFileAsync(site, "/en/import", name, content);
        string html = answer.StatusCode == HttpStatusCode.SeeOther
            ? await (await site.Client.GetAsync(answer.Headers.Location, Cancellation)).Content.ReadAsStringAsync(Cancellation) : await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(html.Contains(expected, StringComparison.OrdinalIgnoreCase) || (content.Length == 0 && answer.StatusCode == HttpStatusCode.UnprocessableEntity), html);
    }

    [Fact]
    public async Task BadMapping_IsSaid_AndTheTableIsStillThere()
    {
        await using Site site = await Site.StartAsync();
        string at = await UploadAsync(site, "/en/import", "village.csv", Village);
        HttpResponseMessage answer = await site.PostAsync(at, at, ("name", ""), ("column.place", "Village"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("name: 1 to 300", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(at, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/en/import/0123", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Api_PreviewsAndImports()
    {
        await using Site site = await Site.StartAsync();
        const string Acled = "event_id_cnty,event_date,time_precision,sub_event_type,actor1,actor2,location,latitude,longitude,geo_precision,notes,fatalities\n"
            + "SYR1,2017-01-05,1,Armed clash,A,B,بسيمة,33.65,36.13,1,x,3\nSYR2,2017-01-05,1,Quarrel,A,B,بسيمة,33.65,36.13,1,x,3\n";
        JsonElement preview = await ApiAsync(site, "/api/imports?name=a.csv&by=Lina&preview=true", Acled, HttpStatusCode.OK);
        Assert.Equal((1, 1), (preview.GetProperty("rows").GetProperty("good").GetInt32(), preview.GetProperty("rows").GetProperty("refused").GetInt32()));
        Assert.Equal("ASSAULT", preview.GetProperty("outcomes")[0].GetProperty("claim").GetProperty("type").GetString());
        Assert.Equal((3, "sub_event_type"), (preview.GetProperty("outcomes")[1].GetProperty("problems")[0].GetProperty("line").GetInt32(), preview.GetProperty("outcomes")[1].GetProperty("problems")[0].GetProperty("column").GetString()));
        Assert.Equal(0, (await site.Record.CountsAsync(Cancellation)).Acts);

        JsonElement done = await ApiAsync(site, "/api/imports?name=a.csv&by=Lina", Acled, HttpStatusCode.OK);
        string report = done.GetProperty("outcomes")[0].GetProperty("report_id").GetString()!;
        await site.ReadAsync(report);
        string id = done.GetProperty("mapping_id").GetString()!;
        Assert.Equal(id, JsonDocument.Parse(await site.PageAsync($"/api/mappings/{id}")).RootElement.GetProperty("id").GetString());
        Assert.Equal(1, JsonDocument.Parse(await site.PageAsync("/api/mappings")).RootElement.GetArrayLength());
        Assert.Equal("SYR1", JsonDocument.Parse(await site.PageAsync($"/api/reports/{report}")).RootElement.GetProperty("report").GetProperty("row").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("name=a.csv&by=", "by:")]
    [InlineData("name=a.csv&by=L&layout=x", "layout:")]
    [InlineData("name=a.csv&by=L&date_order=x", "date_order:")]
    [InlineData("name=a.csv&by=L&mapping=m0", "no mapping m0")]
    [InlineData("name=a.txt&by=L", "no table")]
    [InlineData("name=a.geojson&by=L", "no valid JSON")]
    public async Task Api_Refuses(string query, string expected)
    {
        await using Site site = await Site.StartAsync();
        Assert.Contains(expected, (await ApiAsync(site, "/api/imports?" + query, "a,b\n1,2", HttpStatusCode.UnprocessableEntity)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_KeepsAndWithdrawsMappings()
    {
        await using Site site = await Site.StartAsync();
        using var body = new StringContent($"{{\"by\":\"Lina\",\"mapping\":{MappingJson.Write(Layouts.Named("acled")!)}}}", Encoding.UTF8, "application/json");
        HttpResponseMessage kept = await site.Client.PostAsync("/api/mappings", body, Cancellation);
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        string id = JsonDocument.Parse(await kept.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await site.Client.PostAsJsonAsync($"/api/mappings/{id}/withdraw", new { by = "Lina", reason = "x" }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await site.Client.PostAsJsonAsync($"/api/mappings/{id}/withdraw", new { by = "Lina", reason = "x" }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.PostAsJsonAsync("/api/mappings/m0/withdraw", new { by = "Lina", reason = "x" }, Cancellation)).StatusCode);
    }

    internal static async Task<string> UploadAsync(Site site, string page, string name, string content)
    {
        HttpResponseMessage answer = await PostFileAsync(site, page, name, content);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static async Task<HttpResponseMessage> PostFileAsync(Site site, string page, string name, string content)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(FormToken().Match(await site.PageAsync(page)).Groups["token"].Value), "form_token" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", name },
        };
        return await site.Client.PostAsync(page, form, Cancellation);
    }

    private static async Task<string> DoneAsync(Site site, string at)
    {
        for (int i = 0; i < 100; i++)
        {
            string html = await site.PageAsync(at);
            if (html.Contains("id=\"done\"", StringComparison.Ordinal))
            {
                return html;
            }

            await Task.Delay(50, Cancellation);
        }

        throw new TimeoutException("The import did not end within 5 seconds.");
    }

    private static async Task<JsonElement> ApiAsync(Site site, string path, string body, HttpStatusCode expected)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new("application/octet-stream");
        HttpResponseMessage answer = await site.Client.PostAsync(path, content, Cancellation);
        string text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == expected, text);
        return JsonDocument.Parse(text).RootElement;
    }

    [GeneratedRegex("name=\"form_token\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormToken();
}
