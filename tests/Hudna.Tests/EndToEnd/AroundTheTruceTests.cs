using System.Text.Json;
using System.Text.RegularExpressions;
using Hudna.Reading.Arabic;
using Hudna.Store;
using Hudna.Tests.Cli;
using Hudna.Tests.Server;

namespace Hudna.Tests.EndToEnd;

/// <summary>What a newcomer finds on the pages after <c>hudna import</c> of three articles, written for this test, that tell of a truce what articles
/// of its time tell: rounds of two tracks, who is welcome and who is not, delegations, a joint statement, two dates of one truce, who holds which
/// town, an evacuation, tolls. Nothing is entered by hand.</summary>
public sealed partial class AroundTheTruceTests : IDisposable
{
    private const string Days = "2017-01-10-interview\t2017-01-10\n2017-01-18-preparations\t2017-01-18\n2017-01-24-result\t2017-01-24\n";

    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Rounds_WithTheirDatesFormatAndRelation()
    {
        await using Site site = await ImportedAsync();
        JsonElement talks = (await JsonAsync(site, "talks")).GetProperty("talks");
        Assert.Equal(["ch-geneva", "kz-capital"], All(talks, "tracks").Select(t => Text(t, "id")).Order(StringComparer.Ordinal));
        JsonElement astana = All(talks, "tracks").Single(t => Text(t, "id") == "kz-capital");
        JsonElement round = Assert.Single(All(astana, "rounds"));
        Assert.Equal(("2017-01-23", "held"), (Text(round, "key"), Text(round, "status")));
        Assert.Equal(["proximity"], All(round, "formats").Select(f => Text(f, "value")));
        JsonElement geneva = Assert.Single(All(All(talks, "tracks").Single(t => Text(t, "id") == "ch-geneva"), "rounds"));
        Assert.Equal(("2017-02-08", "announced"), (Text(geneva, "key"), Text(geneva, "status")));
        Assert.Contains(("replaces", "negated"), All(astana, "links").Select(l => (Text(l, "relation"), Text(l, "modality"))));
        Assert.Contains("prepares", All(astana, "links").Where(l => Text(l, "modality") != "negated").Select(l => Text(l, "relation")));
        Assert.Superset(
            new HashSet<string>(["state-ru", "state-tr", "state-ir"], StringComparer.Ordinal),
            All(astana, "roles").Where(r => Text(r, "role") == "sponsor").Select(r => Text(r.GetProperty("actor"), "actor_id")).ToHashSet(StringComparer.Ordinal));

        string english = await PageAsync(site, "/en/talks/kz-capital/2017-01-23"), arabic = await PageAsync(site, "/ar/talks/kz-capital/2017-01-23");
        Assert.All(["23 January 2017", "proximity", "Russia", "Bashar Jaafari", "Mohammed Alloush", "do not replace"], w => Assert.Contains(w, english, StringComparison.Ordinal));
        Assert.All(["أستانا", "لا تحلّ محل", "غير مباشرة"], w => Assert.Contains(w, arabic, StringComparison.Ordinal));
        string calendar = await site.PageAsync("/en/talks.ics");
        Assert.Contains("DTSTART;VALUE=DATE:20170123", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20170208", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoComes_AndWhoIsKeptAway_ByWhom()
    {
        await using Site site = await ImportedAsync();
        JsonElement page = (await JsonAsync(site, "talks/kz-capital/2017-01-23")).GetProperty("round");
        Dictionary<string, (string Stance, string By, string Condition)[]> who = All(page, "attendance").Where(a => Text(a.GetProperty("actor"), "actor_id").Length > 0).ToDictionary(
            a => Text(a.GetProperty("actor"), "actor_id"),
            a => All(a, "stances").Select(s => (Text(s, "stance"), string.Join(' ', All(s, "by").Select(b => Text(b, "actor_id"))), Text(s, "condition"))).ToArray(),
            StringComparer.Ordinal);
        Assert.Contains(("welcomed", "sergey-lavrov", ""), who["jaysh-al-islam"]);
        Assert.Contains(("excluded", "sergey-lavrov", ""), who["al-nusra-front"]);
        Assert.Contains(("excluded", "bashar-al-assad", ""), who["islamic-state"]);
        Assert.Contains(("excluded", "bashar-al-assad", ""), who["jabhat-fateh-al-sham"]);
        Assert.Contains(("vetoed", "faisal-mekdad", ""), who["state-qa"]);
        Assert.Contains(who["state-sa"], s => s is { Stance: "conditional", By: "faisal-mekdad" } && s.Condition.StartsWith("عندما", StringComparison.Ordinal));
        Assert.Contains(("welcomed", "sergey-lavrov", ""), who["state-us"]);
        Assert.Equal(
            [("bashar-jaafari", "head", "sy:government"), ("mohammed-alloush", "head", "sy:opposition")],
            All(page, "delegations").SelectMany(d => All(d, "members").Select(m => (
                Text(m.GetProperty("person"), "actor_id"), Text(m, "role"), Text(d.GetProperty("party"), "actor_id")))).OrderBy(m => m.Item1, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Truce_WithItsTwoDatesAsAContradiction()
    {
        await using Site site = await ImportedAsync();
        JsonElement truce = Assert.Single(All(await JsonAsync(site, "talks"), "deals"), d => Text(d, "type") == "truce" && Text(d, "first") == "2016-12-29");
        Assert.True(truce.GetProperty("dates_contradict").GetBoolean());
        Assert.Equal(
            [("reached", "2016-12-30"), ("signed", "2016-12-29")],
            All(truce, "dates").Where(d => d.GetProperty("is_contradicted").GetBoolean()).Select(d => (Text(d, "step"), Text(d.GetProperty("day"), "first"))).Order());
        Assert.Contains("Sources contradict each other", await PageAsync(site, "/en/talks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Truce_WithItsTwoDatesAsAContradiction_WhenNobodyTellsTheYear()
    {
        await using Site site = await ImportedAsync(dated: false);
        JsonElement truce = Assert.Single(All(await JsonAsync(site, "talks"), "deals"), d => Text(d, "type") == "truce" && Text(d, "yearless") == "--12-29");
        Assert.True(truce.GetProperty("dates_contradict").GetBoolean());
        Assert.Contains("--01-23", All(All((await JsonAsync(site, "talks")).GetProperty("talks"), "tracks").Single(t => Text(t, "id") == "kz-capital"), "rounds").Select(r => Text(r, "key")));
        Assert.Contains("23 January", await PageAsync(site, "/en/talks/kz-capital/--01-23"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JointStatement_AndItsThreeCommitments()
    {
        await using Site site = await ImportedAsync();
        JsonElement[] promised = [.. All((await JsonAsync(site, "commitments")).GetProperty("commitments"), "items").Where(c => Text(c, "basis") == "joint_statement")];
        Assert.Equal(3, promised.Length);
        Assert.All(promised, c => Assert.Equal(["state-ir", "state-ru", "state-tr"], All(c, "actor_ids").Select(a => a.GetString()!).Order(StringComparer.Ordinal)));
        string page = await PageAsync(site, "/ar/commitments");
        Assert.All(["إنشاء آلية ثلاثية لمراقبة وقف إطلاق النار", "محاربة تنظيم الدولة الإسلامية", "دعم مشاركة الفصائل في مفاوضات جنيف"], w => Assert.Contains(w, page, StringComparison.Ordinal));
        Assert.Contains(All(await JsonAsync(site, "talks"), "deals"), d => Text(d, "type") == "joint_statement");
    }

    [Fact]
    public async Task Places_WithTheirHolders()
    {
        await using Site site = await ImportedAsync();
        JsonElement on = await JsonAsync(site, "control?on=2017-01-24");
        Dictionary<string, string> holders = All(on, "places").ToDictionary(
            p => Text(p, "id"), p => string.Join(' ', All(p, "holders").Select(h => Text(h, "id"))), StringComparer.Ordinal);
        Assert.Equal(("state-sy", "islamic-state", "state-sy"), (holders["sy-aleppo"], holders["sy-palmyra"], holders["sy-wadi-barada"]));
        Assert.Contains("water", All(All(on, "places").Single(p => Text(p, "id") == "sy-wadi-barada"), "infrastructure").Select(i => i.GetString()));
        Assert.All(["Aleppo", "Palmyra", "Wadi Barada", "Islamic State"], await ContainedAsync(site, "/en/control?on=2017-01-24"));
    }

    [Fact]
    public async Task Evacuation_OfEasternAleppo()
    {
        await using Site site = await ImportedAsync();
        JsonElement operation = Assert.Single(All(await JsonAsync(site, "operations"), "proposed"), o => Text(o, "type") == "evacuation" && o.GetRawText().Contains("sy-east-aleppo", StringComparison.Ordinal));
        Assert.Contains("20000", operation.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("state-ru", operation.GetProperty("suggested").GetProperty("guarantors").GetRawText(), StringComparison.Ordinal);
        Assert.All(["East Aleppo", "20,000", "90,000"], await ContainedAsync(site, $"/en/operations/{Text(operation, "id")}"));
    }

    [Fact]
    public async Task Tolls_WithWhoCountedThem()
    {
        await using Site site = await ImportedAsync();
        JsonElement killed = await JsonAsync(site, "figures/killed");
        JsonElement toll = Assert.Single(All(killed, "series").SelectMany(s => All(s, "figures")));
        Assert.Equal((300_000, JsonValueKind.Null), (toll.GetProperty("count").GetProperty("low").GetInt32(), toll.GetProperty("count").GetProperty("high").ValueKind));
        Assert.Equal(
            [(6, "syrian-observatory-for-human-rights"), (12, "syrian-observatory-for-human-rights")],
            All(killed, "tolls").Where(t => t.GetProperty("count").GetProperty("low").GetInt32() < 1000)
                .Select(t => (t.GetProperty("count").GetProperty("low").GetInt32(), Text(t.GetProperty("counter"), "id"))).Order());
        JsonElement displaced = Assert.Single(All(await JsonAsync(site, "figures/displaced"), "series").SelectMany(s => All(s, "figures")));
        Assert.Equal(11_000_000, displaced.GetProperty("count").GetProperty("low").GetInt32());
        Assert.All(["300,000", "Syrian Observatory for Human Rights"], await ContainedAsync(site, "/en/figures/killed"));
        Assert.All(["11,000,000"], await ContainedAsync(site, "/ar/figures/displaced"));
    }

    [Fact]
    public async Task Positions_OfThoseWhoSpeak()
    {
        await using Site site = await ImportedAsync();
        Assert.All(["Bashar al-Assad", "ready to discuss", "Everything"], await ContainedAsync(site, "/en/positions"));
        Assert.All(["مستعد للبحث", "كل الأمور"], await ContainedAsync(site, "/ar/positions"));
    }

    private async Task<Site> ImportedAsync(bool dated = true)
    {
        string articles = Path.Combine(Repository.Root, "tests", "Hudna.Tests", "EndToEnd", "articles");
        string data = Path.Combine(run.Folder, "data");
        string[] dates = dated ? ["--published", run.Write("days.tsv", Days)] : [];
        await run.RunAsync(["import", "--data", data, .. dates, articles]);
        Assert.True(run.Code == 0, run.Error);
        var reader = ArabicReader.Load(DataFolders.ReadLanguage(Path.Combine(Repository.Root, "lang", "ar")), [], []);
        return await Site.StartAsync(data, _ => reader, known: reader.Gazetteer);
    }

    private static async Task<JsonElement> JsonAsync(Site site, string path) =>
        JsonDocument.Parse(await site.PageAsync($"/api/{path}")).RootElement;

    // As a reader sees it: marks that isolate scripts are no part of the words.
    private static async Task<string> PageAsync(Site site, string path) =>
        Marks().Replace(await site.PageAsync(path), "");

    [GeneratedRegex("<[^>]*>|[\u2066-\u2069]", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();

    private static async Task<Action<string>> ContainedAsync(Site site, string path)
    {
        string page = await PageAsync(site, path);
        return words => Assert.Contains(words, page, StringComparison.Ordinal);
    }

    private static JsonElement.ArrayEnumerator All(JsonElement element, string list) => element.GetProperty(list).EnumerateArray();

    private static string Text(JsonElement element, string field) => element.TryGetProperty(field, out JsonElement value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Object when value.TryGetProperty("text", out JsonElement words) => words.GetString()!,
        _ => "",
    } : "";
}
