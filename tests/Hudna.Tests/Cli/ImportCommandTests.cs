using System.Text;
using Hudna.Cli;
using Hudna.Incidents;
using Hudna.Store;
using Hudna.Store.Sqlite;
using Hudna.Tests.Documents;

namespace Hudna.Tests.Cli;

public sealed class ImportCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    private string Data => Path.Combine(run.Folder, "data");

    public void Dispose() => run.Dispose();

    private async Task<IReadOnlyList<ReportSummary>> ReportsAsync()
    {
        await using SqliteRecord record = await SqliteRecord.OpenAsync(Data, create: false);
        return (await record.ReportsAsync(new ReportFilter { Limit = 500 }, TestContext.Current.CancellationToken)).Items;
    }

    private static string Outcomes(string output) => string.Join(' ', output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')[0]));

    [Fact]
    public async Task Import_Article_IsFiledAndRead()
    {
        await run.RunAsync("import", "--data", Data, "--source", "وكالة", "--published", "2016-12-30", run.Write("a.txt", Samples.Arabic));
        Assert.Equal((ExitCode.Done, "filed"), (run.Code, Outcomes(run.Out)));
        ReportSummary report = Assert.Single(await ReportsAsync());
        Assert.Equal((ReportStatus.Read, "ar", new DateOnly(2016, 12, 30)), (report.Status, report.Language, report.Published));
        Assert.Equal("وكالة", Assert.Single(report.Sources).Name);
        Assert.True(report.Claims > 0);
    }

    [Fact]
    public async Task Import_SameTextTwice_IsKeptOnceWithBothSources()
    {
        string file = run.Write("a.txt", Samples.Arabic);
        await run.RunAsync("import", "--data", Data, "--source", "First", file);
        await run.RunAsync("import", "--data", Data, "--source", "Second", file);
        Assert.Equal((ExitCode.Done, "source-noted"), (run.Code, Outcomes(run.Out)));
        await run.RunAsync("import", "--data", Data, "--source", "Second", file);
        Assert.Equal((ExitCode.Done, "duplicate"), (run.Code, Outcomes(run.Out)));
        Assert.Equal("First Second", string.Join(' ', Assert.Single(await ReportsAsync()).Sources.Select(s => s.Name)));
    }

    [Fact]
    public async Task Import_AnotherLanguage_IsKeptUnreadAndSaidSo()
    {
        await run.RunAsync("import", "--data", Data, run.Write("en.txt", Samples.English));
        Assert.Equal((ExitCode.Done, "filed unread"), (run.Code, Outcomes(run.Out)));
        Assert.Contains("unread\t" + Path.Combine(run.Folder, "en.txt") + "\tlanguage:en", run.Out, StringComparison.Ordinal);
        ReportSummary report = Assert.Single(await ReportsAsync());
        Assert.Equal((ReportStatus.Unread, "language:en"), (report.Status, report.UnreadReason));
    }

    [Fact]
    public async Task Import_TwentyMegabytes_IsKeptUnreadAndSaidSo()
    {
        byte[] big = Samples.Utf8(string.Concat(Enumerable.Repeat(Samples.Arabic, 20_000_000 / Encoding.UTF8.GetByteCount(Samples.Arabic))));
        await run.RunAsync("import", "--data", Data, run.Write("big.txt", big));
        Assert.Equal((ExitCode.Done, "filed unread"), (run.Code, Outcomes(run.Out)));
        Assert.Equal("too-large", Assert.Single(await ReportsAsync()).UnreadReason);
    }

    [Fact]
    public async Task Import_SomeUnusable_AreNamedAndTheOthersAreIn()
    {
        string empty = run.Write("empty.txt", ""), lines = run.Write("x.jsonl", "{\"text\":\"هدنة في حلب\"}\n{\"text\":\n{\"text\":\"هدنة في حمص\"}\n");
        await run.RunAsync("import", "--data", Data, empty, Path.Combine(run.Folder, "gone.txt"), lines);
        Assert.Equal((ExitCode.BadInput, "refused refused filed filed refused"), (run.Code, Outcomes(run.Out)));
        Assert.Contains("x.jsonl:2: not valid JSON", run.Error, StringComparison.Ordinal);
        Assert.Contains("gone.txt: no such file", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await ReportsAsync()).Count);
    }

    [Fact]
    public async Task Import_Table_TakesGoodRowsAndNamesBadOnes()
    {
        string mission = DataFolders.Find("missions/astana");
        string[] table = await File.ReadAllLinesAsync(Path.Combine(mission, "observations.csv"), TestContext.Current.CancellationToken);
        string[] cells = table[1].Split(',');
        cells[4] = "31/31/2016";
        await run.RunAsync("import", "--data", Data, run.Write("obs.csv", string.Join('\n', table[0], string.Join(',', cells), table[2])));
        Assert.Equal((ExitCode.BadInput, "refused filed"), (run.Code, Outcomes(run.Out)));
        Assert.Contains("obs.csv:2: date_start", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OtherTable_SaysWhatToDo()
    {
        await run.RunAsync("import", "--data", Data, run.Write("other.csv", "a,b\n1,2\n"));
        Assert.Equal((ExitCode.BadInput, "refused"), (run.Code, Outcomes(run.Out)));
        Assert.Contains("--preview", run.Error, StringComparison.Ordinal);
        Assert.Contains("acled, ucdp-ged", run.Error, StringComparison.Ordinal);
        Assert.Empty(await ReportsAsync());
    }

    [Fact]
    public async Task Rebuild_AfterImport_LeavesTheViewsAsTheyWere()
    {
        await run.RunAsync("import", "--data", Data, run.Write("a.txt", Samples.Arabic));
        string before = await DumpAsync();
        await run.RunAsync("rebuild", "--data", Data);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Weights_AreShown_LearnedFromEnough_AndGivenBack()
    {
        await run.RunAsync("import", "--data", Data, run.Write("a.txt", Samples.Arabic));
        await run.RunAsync("weights", "--data", Data);
        Assert.Equal((ExitCode.Done, true), (run.Code, run.Error.Contains("as Hudna ships them", StringComparison.Ordinal)));
        await run.RunAsync("weights", "--data", Data, "--learn");
        Assert.Equal((ExitCode.BadInput, true), (run.Code, run.Error.Contains("--by and --reason", StringComparison.Ordinal)));
        await run.RunAsync("weights", "--data", Data, "--learn", "--by", "Desk A", "--reason", "x");
        Assert.Equal((ExitCode.BadInput, true), (run.Code, run.Error.Contains("at least 200", StringComparison.Ordinal)));
        string rows = string.Concat(Enumerable.Range(0, 210).Select(n => $"A{n},observation,Team {n % 4},,2017-01-{1 + (n / 10):00},2017-01-{1 + (n / 10):00},1,,town {n % 3},Idlib,{34 + (n % 3)}.1,37.1,2,Air/drone strike,,,,,,,,,,mechanism,Seen by the team\n"));
        await run.RunAsync("import", "--data", Data, run.Write("rows.csv", "id,kind,source,received,date_start,date_end,date_prec,time,place,adm_1,latitude,longitude,where_prec,event_type,actor_a,actor_b,weapon,means,deaths_low,deaths_best,deaths_high,injured_low,injured_high,confidentiality,text\n" + rows));
        await run.RunAsync("weights", "--data", Data, "--learn", "--by", "Desk A", "--reason", "enough by now");
        Assert.True(run.Code == ExitCode.Done && run.Error.Contains("tellings, adopted by Desk A", StringComparison.Ordinal), run.Error);
        await run.RunAsync("weights", "--data", Data, "--shipped", "--by", "Desk B", "--reason", "back");
        Assert.True(run.Code == ExitCode.Done && run.Error.Contains("as Hudna ships them, adopted by Desk B", StringComparison.Ordinal), run.Error);
    }

    [Fact]
    public async Task Rebuild_NoRecord_SaysSoAndMakesNone()
    {
        await run.RunAsync("rebuild", "--data", Data);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(Data, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    private async Task<string> DumpAsync()
    {
        await using SqliteRecord record = await SqliteRecord.OpenAsync(Data, create: false);
        return await record.DumpViewsAsync(TestContext.Current.CancellationToken);
    }
}
