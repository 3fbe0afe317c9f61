using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hudna.Incidents;
using Hudna.Operations;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Tests.Server;

/// <summary>Operations: proposed from claims, planned, staged, corrected; by form and by the API.</summary>
public sealed class OperationPagesTests
{
    private static readonly (string, string)[] Plan =
    [
        ("reviewer", "Salma"), ("type", "evacuation"), ("title_en", "Evacuation of <Bassima>"), ("title_ar", ""), ("from", "Bassima"), ("to", "somewhere"), ("first", "2017-01-10"), ("last", "2017-01-12"),
        ("who", "families\nstate-tr"), ("agreed_category", "people"), ("agreed_low", "١٠٠"), ("agreed_high", "200"), ("guarantors", "Russia (state-ru)"), ("revision", "0"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Empty_SaysWhatToDo()
    {
        await using Site site = await MechanismSite.StartAsync();
        string html = await site.PageAsync("/en/operations");
        Assert.Contains("No operation is recorded", html, StringComparison.Ordinal);
        Assert.Contains("No report tells of an operation", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/en/operations/p-c1", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Proposed_IsPlannedFromItsClaims_AndKeepsThem()
    {
        await using Site site = await MechanismSite.StartAsync();
        Claim first = await EnterAsync(site, "بدأ إخراج 120 مدنياً من بسيمة", OperationStage.Begun, 120), second = await EnterAsync(site, "توقفت الحافلات", OperationStage.Suspended, null);
        string html = await site.PageAsync("/en/operations");
        string id = "p-" + new[] { first.Id, second.Id }.Min(StringComparer.Ordinal);
        Assert.Contains($"/en/operations/{id}\"", html, StringComparison.Ordinal);
        Assert.Contains("بدأ إخراج 120 مدنياً من بسيمة", await site.PageAsync($"/ar/operations/{id}"), StringComparison.Ordinal);
        string form = await site.PageAsync($"/en/operations/new?proposed={id}");
        Assert.Contains("value=\"Bassima (sy-bassima)\"", form, StringComparison.Ordinal);
        Assert.Contains("value=\"2017-01-10\"", form, StringComparison.Ordinal);

        HttpResponseMessage answer = await site.PostAsync("/en/operations/new", "/en/operations", [.. Plan, ("pinned", $"{first.Id} {second.Id}")]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        string page = answer.Headers.Location!.ToString();
        Assert.Equal(page, (await site.Client.GetAsync($"/en/operations/{id}", Cancellation)).Headers.Location?.ToString());
        html = await site.PageAsync(page);
        Assert.Contains("Evacuation of &lt;Bassima&gt;", html, StringComparison.Ordinal);
        Assert.Contains("\u206860\u2069 to \u2068120\u2069 %".Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal), html.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Operation operation = (await site.Record.OperationAsync(page.Split('/')[^1], Cancellation))!;
        Assert.Equal(("sy-bassima", "state-tr", "state-ru"), (operation.Plan.From.PlaceId, operation.Plan.Who[1].ActorId, operation.Plan.Guarantors[0].ActorId));

        // A person takes a claim away: it is proposed again.
        HttpResponseMessage taken = await site.PostAsync(page, $"{page}/claims", ("revision", "1"), ("claim", second.Id), ("do", "exclude"));
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        using var data = JsonDocument.Parse(await site.PageAsync("/api/operations"));
        Assert.Equal($"p-{second.Id}", data.RootElement.GetProperty("proposed").EnumerateArray().Single().GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await site.PostAsync(page, $"{page}/claims", ("revision", "1"), ("claim", second.Id), ("do", "pin"))).StatusCode);
    }

    [Theory]
    [InlineData("title_en", "", "Give a title")]
    [InlineData("from", "", "Say from where")]
    [InlineData("first", "soon", "is not a day")]
    [InlineData("last", "2017-01-01", "before the first")]
    [InlineData("agreed_low", "many", "is not a number")]
    [InlineData("agreed_low", "300", "above the upper")]
    [InlineData("agreed_category", "", "what a number counts")]
    public async Task Plan_Refused_KeepsWhatWasTyped(string field, string value, string expected)
    {
        await using Site site = await MechanismSite.StartAsync();
        HttpResponseMessage answer = await site.PostAsync("/en/operations/new", "/en/operations", [.. Plan.Select(f => f.Item1 == field ? (field, value) : f)]);
        string html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Contains("value=\"somewhere\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stage_IsRecordedAndCorrected_WithItsIncident()
    {
        await using Site site = await MechanismSite.StartAsync();
        string page = (await site.PostAsync("/en/operations/new", "/en/operations", Plan)).Headers.Location!.ToString();
        (string, string)[] stage =
        [
            ("stage", "obstructed"), ("on", "2017-01-11"), ("time", "09:30"), ("incident", "1"), ("note", "Shots <near> the road"), ("count_category", "people"), ("count_low", "40"),
            ("count_high", ""), ("count_source", "ICRC"), ("number", "0"),
        ];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.PostAsync(page, $"{page}/stages", [.. stage.Select(f => f.Item1 == "count_source" ? (f.Item1, "") : f), ("revision", "1")])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.PostAsync(page, $"{page}/stages", [.. stage.Select(f => f.Item1 == "incident" ? (f.Item1, "99") : f), ("revision", "1")])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await site.PostAsync(page, $"{page}/stages", [.. stage, ("revision", "1")])).StatusCode);
        string html = await site.PageAsync(page);
        Assert.Contains("Shots &lt;near&gt; the road", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/incidents/1\"", html, StringComparison.Ordinal);
        Assert.Contains("Shots &lt;near&gt; the road</textarea>", await site.PageAsync($"{page}?stage=1"), StringComparison.Ordinal);
        HttpResponseMessage late = await site.PostAsync(page, $"{page}/stages", [.. stage.Select(f => f.Item1 == "number" ? (f.Item1, "1") : f), ("revision", "1")]);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Somebody was faster", await late.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await site.PostAsync(page, $"{page}/stages", [.. stage.Select(f => f.Item1 == "number" ? (f.Item1, "1") : f), ("revision", "2")])).StatusCode);
        Operation operation = (await site.Record.OperationAsync(page.Split('/')[^1], Cancellation))!;
        Assert.Equal((1, 2), (operation.Stages.Count, operation.Stages[0].Revision));
        Assert.Contains(",ICRC,obstructed,asserted,2017-01-11,2017-01-11,people,40,,100,200,0.2,,1,", await site.PageAsync("/api/operations.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_PlansRevisesAndStages()
    {
        await using Site site = await MechanismSite.StartAsync();
        object plan = new { type = "aid_convoy", title = new { en = "Convoy", ar = (string?)null }, from = new { name = "Homs", place_id = (string?)null, lat = 34.73, lon = 36.71 }, first = "2017-01-12" };
        HttpResponseMessage planned = await site.Client.PostAsJsonAsync("/api/operations", new { by = "Salma", revision = 0, plan }, Cancellation);
        Assert.True(planned.StatusCode == HttpStatusCode.Created, await planned.Content.ReadAsStringAsync(Cancellation));
        string address = planned.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.Conflict, (await site.Client.PostAsJsonAsync("/api/operations", new { by = "Salma", revision = 0, plan }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await site.Client.PostAsJsonAsync($"{address}/plan", new { by = "Salma", revision = 3, plan }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.PostAsJsonAsync(
            $"{address}/stages", new { by = "Salma", revision = 1, step = new { stage = "begun", on = "2017-01-12", time = (string?)null, note = "", counts = Array.Empty<object>(), incident = (int?)null }, number = (int?)null }, Cancellation)).StatusCode);
        using var page = JsonDocument.Parse(await site.PageAsync(address));
        Assert.Equal("begun", page.RootElement.GetProperty("stage").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.GetAsync("/api/operations?type=party", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.PostAsJsonAsync("/api/operations/o9/plan", new { by = "Salma", revision = 0, plan }, Cancellation)).StatusCode);
    }

    internal static Task<Claim> EnterAsync(Site site, string words, OperationStage stage, decimal? number, string day = "2017-01-10", string source = "وكالة") => site.Intake.EnterAsync(
        new HandEntry(source, new DateOnly(2017, 1, 11), words, Confidentiality.Public),
        new ClaimContent
        {
            Kind = ClaimKind.Operation,
            Span = default,
            Text = "",
            Detail = new OperationDetail(OperationType.Evacuation, stage, null),
            Place = new ClaimPlace("بسيمة", null, "sy-bassima", "Bassima", PlaceKind.Settlement, "SY", 33.62, 36.13, 2),
            Time = new ClaimTime(day, null, day, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)),
            Number = number is null ? null : new Count(number, number, null),
        },
        "Salma", "", Cancellation);
}
