using System.Net;
using System.Net.Http.Json;
using System.Text;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Tests.Server;

public sealed class FilingTests
{
    [Fact]
    public async Task Typed_LeadsToTheReportAndIsReadSoon()
    {
        await using Site site = await Site.StartAsync();
        HttpResponseMessage answer = await site.PostAsync(
            "/ar/file", "/ar/file", ("text", Site.Text.ReplaceLineEndings("\r\n")), ("source", "مكتب حمص"), ("kind", "observation"), ("published", "2016-12-30"),
            ("url", ""), ("confidentiality", "mechanism"), ("title", "عنوان"), ("reviewer", "Lina"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Report report = await site.ReadAsync(answer.Headers.Location!.ToString().Split('/')[^1]);
        Assert.Equal((ReportKind.Observation, Confidentiality.Mechanism, ReportStatus.Read), (report.Kind, report.Confidentiality, report.Status));
        Assert.Equal(Site.Text, report.Text);
    }

    [Fact]
    public async Task Typed_WithoutSource_KeepsTheText()
    {
        await using Site site = await Site.StartAsync();
        HttpResponseMessage answer = await site.PostAsync("/en/file", "/en/file", ("text", "نص طويل"), ("source", ""), ("reviewer", "Lina"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("نص طويل</textarea>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_EachFileHasItsOutcome()
    {
        await using Site site = await Site.StartAsync();
        await site.FileAsync();
        string html = await UploadAsync(
            site, HttpStatusCode.OK,
            ("again.txt", Encoding.UTF8.GetBytes(Site.Text)), ("new.txt", Encoding.UTF8.GetBytes("قصف جديد على بسيمة صباح اليوم")),
            ("empty.txt", []), ("binary.txt", [0, 1, 2, 3, 0, 255, 254, 0, 9, 0, 0, 1]),
            ("rows.csv", Encoding.UTF8.GetBytes("id,kind\n1,2\n")));
        Assert.All(["again.txt", "new.txt", "empty.txt", "binary.txt", "rows.csv"], name => Assert.Contains($">{name}</bdi>", html, StringComparison.Ordinal));
        Assert.Contains("already there; source noted", html, StringComparison.Ordinal);
        Assert.Contains("The file is empty.", html, StringComparison.Ordinal);
        Assert.Contains("use Import tables", html, StringComparison.Ordinal);
        Assert.Contains("It is not a text.", html, StringComparison.Ordinal);
        Assert.Equal(2, (await site.Record.CountsAsync(TestContext.Current.CancellationToken)).Reports);
    }

    /// <summary>A file name is shown, never used as a path or as markup.</summary>
    [Fact]
    public async Task Upload_NameWithMarkup_IsEscaped()
    {
        await using Site site = await Site.StartAsync();
        string html = await UploadAsync(site, HttpStatusCode.OK, ("../../<img src=x>.txt", []), ("b.txt", []));
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_TooLarge_IsRefusedAsAWhole()
    {
        await using Site site = await Site.StartAsync(uploadBytesMax: 20_000);
        HttpStatusCode status;
        try
        {
            await UploadAsync(site, null, ("big.txt", new byte[60_000]));
            status = HttpStatusCode.OK;
        }
        catch (HttpRequestException e)
        {
            // Kestrel may close the connection while the client is still sending.
            status = e.StatusCode ?? HttpStatusCode.RequestEntityTooLarge;
        }

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal(0, (await site.Record.CountsAsync(TestContext.Current.CancellationToken)).Reports);
    }

    [Fact]
    public async Task Json_FirstIsCreated_SecondIsThere()
    {
        await using Site site = await Site.StartAsync();
        var body = new { by = "Desk", source = "A", text = Site.Text };
        HttpResponseMessage first = await site.Client.PostAsJsonAsync("/api/reports", body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.StartsWith("/api/reports/r", first.Headers.Location!.ToString(), StringComparison.Ordinal);
        HttpResponseMessage second = await site.Client.PostAsJsonAsync("/api/reports", body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    /// <summary>No form of another site can post JSON; what a form can post is refused.</summary>
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public async Task Json_OfAnotherContentType_IsRefused(string type)
    {
        await using Site site = await Site.StartAsync();
        using var content = new StringContent("""{"by":"Desk","source":"A","text":"قصف"}""", Encoding.UTF8, type);
        HttpResponseMessage answer = await site.Client.PostAsync("/api/reports", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal(0, (await site.Record.CountsAsync(TestContext.Current.CancellationToken)).Reports);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"by":"Desk","source":"A"}""")]
    [InlineData("""{"by":"Desk","source":"A","text":"x","unknown":1}""")]
    [InlineData("""{"by":"Desk","source":"A","text":"x","url":"javascript:alert(1)"}""")]
    public async Task Json_Bad_IsAProblem(string json)
    {
        await using Site site = await Site.StartAsync();
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        HttpResponseMessage answer = await site.Client.PostAsync("/api/reports", content, TestContext.Current.CancellationToken);
        Assert.InRange((int)answer.StatusCode, 400, 422);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>The server stops before it could read what it accepted: the next one finds it in the record and reads it.</summary>
    [Fact]
    public async Task Accepted_ButNotReadBeforeTheEnd_IsReadByTheNextServer()
    {
        string folder = Directory.CreateTempSubdirectory("hudna-killed-").FullName;
        string id;
        await using (Site first = await Site.StartAsync(folder, _ => throw new InvalidOperationException("no reader today")))
        {
            HttpResponseMessage answer = await first.Client.PostAsJsonAsync(
                "/api/reports", new { by = "Desk", source = "A", text = Site.Text }, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            id = answer.Headers.Location!.ToString().Split('/')[^1];
            Assert.Equal(ReportStatus.Queued, (await first.Record.ReportAsync(id, TestContext.Current.CancellationToken))!.Status);
        }

        await using Site second = await Site.StartAsync(folder);
        Assert.Equal(ReportStatus.Read, (await second.ReadAsync(id)).Status);
    }

    [Fact]
    public async Task Place_ThatAUserAdds_HasAPageAndIsKnownToReaders()
    {
        await using Site site = await Site.StartAsync();
        HttpResponseMessage answer = await site.PostAsync(
            "/en/places", "/en/places", ("name_en", "Ain al-Fijah"), ("names_ar", "عين الفيجة\nالفيجة"), ("kind", "settlement"), ("country", "sy"),
            ("admin1", "Rif Dimashq"), ("lat", "33.6167"), ("lon", "36.1788"), ("reviewer", "Lina"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("عين الفيجة", await site.PageAsync(answer.Headers.Location!.ToString()), StringComparison.Ordinal);
        Gazetteer known = await site.Intake.GazetteerAsync(TestContext.Current.CancellationToken);
        Assert.Contains(known.Places.Values, p => p.NameEn == "Ain al-Fijah" && p.Country == "SY");
    }

    [Fact]
    public async Task Actor_WithMistakes_LosesNothingTyped()
    {
        await using Site site = await Site.StartAsync();
        HttpResponseMessage answer = await site.PostAsync(
            "/en/actors", "/en/actors", ("name_en", "Sixth Corps"), ("names_ar", "Latin only"), ("type", "military"), ("country", "Syria"), ("affiliation", "nobody"), ("reviewer", "Lina"));
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.All(["Sixth Corps", "Latin only", "nobody"], typed => Assert.Contains(typed, html, StringComparison.Ordinal));
    }

    private static async Task<string> UploadAsync(Site site, HttpStatusCode? expected, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await site.TokenAsync("/en/file")), "form_token" } };
        form.Add(new StringContent("Desk"), "source");
        form.Add(new StringContent("Lina"), "reviewer");
        foreach ((string name, byte[] bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), "files", name);
        }

        HttpResponseMessage answer = await site.Client.PostAsync("/en/file/upload", form, TestContext.Current.CancellationToken);
        if (expected is { } status)
        {
            Assert.Equal(status, answer.StatusCode);
        }
        else
        {
            answer.EnsureSuccessStatusCode();
        }

        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
