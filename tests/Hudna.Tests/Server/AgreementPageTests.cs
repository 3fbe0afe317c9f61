using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Hudna.Tests.Server;

/// <summary>The agreement: its page, its forms and its API.</summary>
public sealed class AgreementPageTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "There is no agreement yet.")]
    [InlineData("ar", "لا يوجد اتفاق بعد.")]
    public async Task WithoutAgreement_SaysHowToFileOne(string lang, string says)
    {
        await using Site site = await Site.StartAsync();
        string html = await site.PageAsync($"/{lang}/agreement");
        Assert.Contains(says, html, StringComparison.Ordinal);
        Assert.Contains("hudna agreement check", html, StringComparison.Ordinal);
        Assert.Contains("name=\"file\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/api/agreement", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/api/agreement/file", Cancellation)).StatusCode);
    }

    // language, what the page must say
    [Theory]
    [InlineData("en", "Valley truce", "30 December 2016, 00:00 (Asia/Damascus)", "Annex of 24 January", "Nobody shells.", "Only in answer.", "Syrian Army", "Joint commission", "24 hours", "List of: \u2068North")]
    [InlineData("ar", "هدنة الوادي", "30 كانون الأول 2016، 00:00 (Asia/Damascus)", "Annex of 24 January", "لا يقصف أحد.", "ردا فقط.", "الجيش السوري", "اللجنة المشتركة", "24 ساعة", "قائمة: \u2068الشمال")]
    public async Task Page_TellsAllOfIt(string lang, params string[] said)
    {
        await using Site site = await Site.StartAsync();
        await Valley.FileAsync(site);
        string html = await site.PageAsync($"/{lang}/agreement?on=2017-01-15");
        Assert.All(said, s => Assert.Contains(s, html, StringComparison.Ordinal));
        Assert.Contains("id=\"provision-1\"", html, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"adherence-bar\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2017-01-15", true)]
    [InlineData("2017-01-24", false)]
    public async Task OnADay_WhatDoesNotHoldIsGreyedAndSaysSo(string on, bool greyed)
    {
        await using Site site = await Site.StartAsync();
        await Valley.FileAsync(site);
        string html = await site.PageAsync($"/en/agreement?on={on}");
        Assert.Equal(greyed, html.Contains("type-obliges not-now", StringComparison.Ordinal));
        Assert.Equal(greyed, html.Contains("not on that day", StringComparison.Ordinal));
        JsonElement day = (await site.Client.GetFromJsonAsync<JsonElement>($"/api/agreement?on={on}", Cancellation)).GetProperty("on");
        Assert.Equal(greyed ? 2 : 3, day.GetProperty("provisions").GetArrayLength());
        Assert.True(day.GetProperty("in_force").GetBoolean());
    }

    [Fact]
    public async Task OnADayThatIsNone_SaysSo()
    {
        await using Site site = await Site.StartAsync();
        await Valley.FileAsync(site);
        Assert.Contains("on=yesterday", await site.PageAsync("/en/agreement?on=yesterday"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.GetAsync("/api/agreement?on=yesterday", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task File_ComesBackByteForByte_AndTheSameAgainIsNoNewVersion()
    {
        await using Site site = await Site.StartAsync();
        await Valley.FileAsync(site);
        Assert.Equal(Valley.Yaml, await site.PageAsync("/api/agreement/file"));
        Assert.Equal(HttpStatusCode.OK, (await Valley.PostAsync(site, Valley.Yaml)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Valley.PostAsync(site, Valley.Yaml + "\n")).StatusCode);
        await Valley.FileAsync(site, Valley.Yaml + "\n", "by=Lina&reason=A%20line");
        JsonElement model = await site.Client.GetFromJsonAsync<JsonElement>("/api/agreement", Cancellation);
        Assert.Equal((2, 2), (model.GetProperty("version").GetInt32(), model.GetProperty("history").GetArrayLength()));
        Assert.Contains("A line", await site.PageAsync("/en/agreement"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithAWrongFile_SaysLineAndPath_AndKeepsTheText()
    {
        await using Site site = await Site.StartAsync();
        string wrong = Valley.Yaml.Replace("type: obliges", "type: forbids", StringComparison.Ordinal);
        HttpResponseMessage answer = await site.PostAsync("/en/agreement", "/en/agreement", ("text", wrong), ("reason", "typed reason"), ("reviewer", "Lina"));
        string html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Matches("agreement\\.yaml:[0-9]+: provisions\\[2\\]\\.type: \"forbids\"", html);
        Assert.Contains("type: forbids", html, StringComparison.Ordinal);
        Assert.Contains("typed reason", html, StringComparison.Ordinal);
        answer = await site.PostAsync("/en/agreement", "/en/agreement", ("text", Valley.Yaml.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(Valley.Yaml, await site.PageAsync("/api/agreement/file"));
    }

    [Fact]
    public async Task File_UnknownActor_OrWithoutName_IsRefused()
    {
        await using Site site = await Site.StartAsync();
        HttpResponseMessage answer = await Valley.PostAsync(site, Valley.Yaml.Replace("actor: sy-army, status", "actor: sy-armies, status", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("adherence[1].actor", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Valley.PostAsync(site, Valley.Yaml, "by=")).StatusCode);
        answer = await site.PostAsync("/en/agreement", "/en/agreement", ("text", Valley.Yaml));
        Assert.Contains("Give your name", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    /// <summary>A browser sends forms anywhere without asking; only the site's own pages may.</summary>
    [Fact]
    public async Task File_FromAnotherSitesPage_IsRefused()
    {
        await using Site site = await Site.StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent(Valley.Yaml), "file", "valley.yaml" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/agreement?by=Lina") { Content = form };
        request.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Client.SendAsync(request, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await site.Client.PostAsync("/api/agreement?by=Lina", new StringContent(Valley.Yaml), Cancellation)).StatusCode);
        Assert.Null(await site.Record.AgreementAsync(Cancellation));
    }

    [Fact]
    public async Task File_AsMultipart_IsTaken()
    {
        await using Site site = await Site.StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent("Lina"), "by" }, { new StringContent(Valley.Yaml), "file", "valley.yaml" } };
        Assert.Equal(HttpStatusCode.Created, (await site.Client.PostAsync("/api/agreement", form, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Adherence_ByForm_IsRecorded_ByTheActorsName()
    {
        await using Site site = await Site.StartAsync();
        await Valley.FileAsync(site);
        HttpResponseMessage answer = await site.PostAsync(
            "/ar/agreement", "/ar/agreement/adherence",
            ("reviewer", "لينا"), ("actor", "الجيش السوري"), ("status", "withdrawn"), ("from", "2017-02-01"), ("until", ""), ("source", "بيانه"), ("seen", "1"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        string html = await site.PageAsync("/ar/agreement?on=2017-02-02");
        Assert.Contains("adherence-status is-withdrawn", html, StringComparison.Ordinal);
        Assert.Contains("بيانه", html, StringComparison.Ordinal);
        Assert.Contains("سجّله \u2068لينا\u2069", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adherence_WithProblems_NamesFields_AndKeepsWhatWasTyped()
    {
        await using Site site = await Site.StartAsync();
        await Valley.FileAsync(site);
        HttpResponseMessage answer = await site.PostAsync(
            "/en/agreement", "/en/agreement/adherence",
            ("reviewer", "Lina"), ("actor", "Nobody & Sons"), ("status", "declined"), ("from", "2017-02-30"), ("until", ""), ("source", "kept source"));
        string html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Nobody &amp; Sons", html, StringComparison.Ordinal);
        Assert.Contains("kept source", html, StringComparison.Ordinal);
        Assert.Contains("2017-02-30", html, StringComparison.Ordinal);
        Assert.Matches("name=\"actor\"[^>]*aria-invalid=\"true\"", html);

        // A contradiction is found by the record, and told as it is.
        answer = await site.PostAsync(
            "/en/agreement", "/en/agreement/listings",
            ("actor", "sy-army"), ("lister", "north"), ("from", "2017-02-10"), ("until", "2017-02-01"), ("source", "s"));
        Assert.Contains("The last day is before the first.", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adherence_RecordedBySomebodyMeanwhile_Is409()
    {
        await using Site site = await Site.StartAsync();
        await Valley.FileAsync(site);
        long seen = (await site.Record.AgreementAsync(Cancellation))!.Changed;
        Assert.Equal(HttpStatusCode.Created, (await Valley.AdhereAsync(site, "withdrawn", "2017-02-01", seen)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Valley.AdhereAsync(site, "declined", "2017-02-01", seen)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Valley.AdhereAsync(site, "adheres", "2017-03-01", seen)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Valley.AdhereAsync(site, "declined", "2017-02-01")).StatusCode);
        HttpResponseMessage form = await site.PostAsync(
            "/en/agreement", "/en/agreement/adherence",
            ("reviewer", "Omar"), ("actor", "sy-army"), ("status", "adheres"), ("from", "2017-02-01"), ("until", ""), ("source", "mine"), ("seen", $"{seen}"));
        Assert.Equal(HttpStatusCode.Conflict, form.StatusCode);
        Assert.Contains("value=\"mine\"", await form.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listing_IsRecordedAndEnded_AndListsAreShownToDiffer()
    {
        await using Site site = await Site.StartAsync();
        await Valley.FileAsync(site);
        Assert.Equal(HttpStatusCode.Created, (await ListAsync(null)).StatusCode);
        string html = await site.PageAsync("/en/agreement?on=2017-02-20");
        Assert.Contains("lists differ", html, StringComparison.Ordinal);
        Assert.Contains("class=\"is-listed\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await ListAsync("2017-02-10")).StatusCode);
        html = await site.PageAsync("/en/agreement?on=2017-02-20");
        Assert.DoesNotContain("lists differ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"is-listed\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ListAsync("2017-01-01")).StatusCode);

        Task<HttpResponseMessage> ListAsync(string? until) => site.Client.PostAsJsonAsync(
            "/api/agreement/listings", new { by = "Lina", lister_id = "south", actor_id = "sy-army", from = "2017-02-01", until, source = "a decree" }, Cancellation);
    }
}
