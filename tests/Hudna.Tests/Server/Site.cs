using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hudna.Documents;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Server;
using Hudna.Server.Missions;
using Hudna.Store;
using Hudna.Store.Sqlite;
using Microsoft.AspNetCore.Builder;

namespace Hudna.Tests.Server;

/// <summary>A running server on a free port with an empty record of its own and the fake reader.</summary>
internal sealed partial class Site : IAsyncDisposable
{
    public const string Text = "قال المرصد إن الجيش السوري قصف بسيمة وقتل 12 شخصا يوم الجمعة.\nولم تعلق دمشق <b onclick=\"alert(1)\">على</b> ذلك.";

    private readonly WebApplication app;

    private Site(WebApplication app, IRecord record, Intake intake, string folder)
    {
        this.app = app;
        Record = record;
        Intake = intake;
        Folder = folder;
        Address = new Uri(app.Urls.First());
        Client = NewClient();
    }

    public IRecord Record { get; }

    public Intake Intake { get; }

    public string Folder { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public static async Task<Site> StartAsync(string? folder = null, Func<Gazetteer, IReader>? reader = null, long uploadBytesMax = 1024 * 1024, Gazetteer? known = null,
        MissionView? mission = null)
    {
        folder ??= Directory.CreateTempSubdirectory("hudna-site-").FullName;
        IRecord record = await SqliteRecord.OpenAsync(folder, create: true);
        var assessing = new Assessing(record, TimeProvider.System);
        var intake = new Intake(record, a => Readers(a, reader ?? (g => new FakeReader(g)), known), LanguageGuess.Of, assessing, TimeProvider.System);
        var options = new ServerOptions
        {
            DataFolder = folder,
            MissionFolder = folder,
            Urls = "http://127.0.0.1:0",
            Time = TimeProvider.System,
            UploadBytesMax = uploadBytesMax,
        };
        WebApplication server = HudnaServer.Assemble(options, mission ?? Mission, record, intake, new Mechanism(record, intake, assessing, TimeProvider.System));
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new Site(server, record, intake, folder);
    }

    public static MissionView Mission { get; } = new(
        "test", "Test ceasefire", "هدنة تجريبية", "A test.", "تجربة.", TimeZoneInfo.FindSystemTimeZoneById("Asia/Damascus"),
        MonthNames.Levantine, "ar", new GeoBox(35.5, 32.2, 42.5, 37.4));

    /// <summary>Files a text and waits until the background has read it.</summary>
    public async Task<Report> FileAsync(string text = Text, string source = "وكالة الاختبار", DateOnly? published = null)
    {
        HttpResponseMessage answer = await Client.PostAsJsonAsync(
            "/api/reports", new { by = "Test desk", source, text, published = published ?? new DateOnly(2016, 12, 30) }, TestContext.Current.CancellationToken);
        string id = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement.GetProperty("report_id").GetString()!;
        return await ReadAsync(id);
    }

    /// <summary>The report once it is no longer queued.</summary>
    public async Task<Report> ReadAsync(string id)
    {
        for (int i = 0; i < 200; i++)
        {
            Report report = (await Record.ReportAsync(id, TestContext.Current.CancellationToken))!;
            if (report.Status != ReportStatus.Queued)
            {
                return report;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"Report {id} was not read within 10 seconds.");
    }

    public async Task<Claim> ClaimAsync(Report report, ClaimKind kind = ClaimKind.Event) =>
        (await Record.ClaimsAsync(new ClaimFilter { ReportId = report.Id, Kind = kind }, TestContext.Current.CancellationToken)).Items[0];

    public Task<string> PageAsync(string path) => Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    /// <summary>Posts a form as a browser would: with the token of the page it stands on.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, params (string Field, string Value)[] fields)
    {
        string token = TokenField().Match(await PageAsync(page)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(fields.Append(("form_token", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await Client.PostAsync(action, form, TestContext.Current.CancellationToken);
    }

    public HttpClient NewClient()
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        return new HttpClient(handler) { BaseAddress = Address };
    }

    /// <summary>The token that a page's forms carry.</summary>
    public async Task<string> TokenAsync(string page) => TokenField().Match(await PageAsync(page)).Groups["token"].Value;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    private static Readers Readers(Additions additions, Func<Gazetteer, IReader> reader, Gazetteer? known)
    {
        PlaceEntry bassima = new("sy-bassima", "Bassima", ["بسيمة"], PlaceKind.Settlement, "village", "SY", "Rif Dimashq", 33.62, 36.13, 2, false, "test");
        ActorEntry army = new("sy-army", "Syrian Army", ["الجيش السوري"], ActorType.Military, "army", "SY", [], null, null, "test");
        var gazetteer = new Gazetteer(
            additions.Places.Prepend(bassima).Concat(known?.Places.Values ?? []).DistinctBy(p => p.Id, StringComparer.Ordinal).ToDictionary(p => p.Id, StringComparer.Ordinal),
            additions.Actors.Prepend(army).Concat(known?.Actors.Values ?? []).DistinctBy(a => a.Id, StringComparer.Ordinal).ToDictionary(a => a.Id, StringComparer.Ordinal));
        return new Readers([reader(gazetteer)], gazetteer);
    }

    [GeneratedRegex("name=\"form_token\" value=\"(?<token>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField();
}
