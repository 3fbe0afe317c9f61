using System.Text;
using Hudna.Cli;
using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Store;
using Hudna.Store.Sqlite;
using Hudna.Tests.Documents;
using Hudna.Tests.Importing;

namespace Hudna.Tests.Cli;

/// <summary>Tables and feeds by the command line; every row is made up.</summary>
public sealed class ImportTablesTests : IDisposable
{
    private const string Acled = "event_id_cnty,event_date,time_precision,sub_event_type,actor1,actor2,admin1,location,latitude,longitude,geo_precision,notes,fatalities\n"
        + "SYR1,2017-01-05,1,Armed clash,Group A,Group B,Idlib,Taftanaz,35.99,36.79,1,Words,3\n";

    private const string Village = "Date,Village,Governorate,What,Killed,Enumerator\n03/04/2017,تفتناز,إدلب,Armed clash,2,Somebody\n";

    private readonly CommandRun run = new();

    private string Data => Path.Combine(run.Folder, "data");

    public void Dispose() => run.Dispose();

    /// <summary>Every example of the help runs, over files of those names, and takes something in.</summary>
    [Fact]
    public async Task Help_ItsExamplesRun()
    {
        run.Write("articles/a.txt", Samples.Arabic);
        run.Write("articles/b.html", "<html><body><article><h1>عنوان</h1><p>قصفت الطائرات بلدة تفتناز صباح أمس وسقط عدد من القتلى والجرحى.</p></article></body></html>");
        run.Write("report.txt", "قصف جديد على تفتناز");
        run.Write("articles.jsonl", "{\"id\":\"1\",\"text\":\"هدنة في حلب\"}\n");
        run.Write("news.rss", Samples.Utf8(FeedDocumentsTests.Rss.Replace("<item><guid>tag:3</guid></item>", "", StringComparison.Ordinal)));
        run.Write("acled.csv", Acled);
        run.Write("ged.xlsx", Sheets.Of(("ged", [
            ["id", "type_of_violence", "side_a", "side_b", "where_prec", "where_coordinates", "latitude", "longitude", "date_prec", "date_start", "date_end", "best", "high", "low"],
            ["7", "1", "A", "B", "1", "Taftanaz town", "<c><v>35.99</v></c>", "<c><v>36.79</v></c>", "1", "<c s=\"1\"><v>42740</v></c>", "<c s=\"1\"><v>42740</v></c>", "4", "6", "3"]])));
        run.Write("smm.csv", "SMM position,Event location,Means,No.,Observation,Description,Weapon,\"Date, time\"\nA hill,1km,Heard,2,Burst,,HMG,\"2-Feb, 21:00\"\n");
        run.Write("form.xlsx", FormTests.Form);
        run.Write("kobo.csv", "\"incident/day\";\"incident/what\";\"incident/spot\";\"_id\";\"_uuid\";\"_submission_time\"\n\"2017-01-05\";\"shelling\";\"35.99 36.79 0 4\";\"7\";\"u\";\"2017-01-05T11:00:00\"\n");
        run.Write("acled.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"event_id_cnty\":\"SYR2\",\"event_date\":\"2017-01-06\",\"sub_event_type\":\"Armed clash\",\"actor1\":\"A\",\"fatalities\":0,\"geo_precision\":1,\"location\":\"Taftanaz\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[36.79,35.99]}}]}");
        string mission = DataFolders.Find("missions/astana");
        foreach (string table in new[] { "observations.csv", "coverage.csv" })
        {
            run.Write(table, await File.ReadAllBytesAsync(Path.Combine(mission, table), TestContext.Current.CancellationToken));
        }

        run.Write("village.csv", Village);
        await run.RunAsync("import", "--help");
        Assert.Equal(ExitCode.Done, run.Code);
        string[] lines = [.. run.Out.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("hudna import ", StringComparison.Ordinal) && !l.Contains('<', StringComparison.Ordinal))];
        Assert.InRange(lines.Length, 14, 30);
        foreach (string line in lines)
        {
            string[] args = [.. Words(line)[1..].Select(InFolder)];
            args = args.Contains("--data") ? args : [args[0], "--data", Data, .. args[1..]];
            await run.RunAsync(args);
            Assert.True(run.Code == ExitCode.Done, $"{line}\n{run.Out}\n{run.Error}");
            Assert.False(run.Out.Length == 0, line);
            if (line.Contains("--print-mapping", StringComparison.Ordinal))
            {
                run.Write("village.json", run.Out);
            }
        }

        await using SqliteRecord record = await SqliteRecord.OpenAsync(Data, create: false);
        Assert.Equal("2017-04-03", (await record.ReportsAsync(new ReportFilter { Source = "village" }, TestContext.Current.CancellationToken)).Items.Single().Published!.Value.ToString("O", null));
    }

    [Fact]
    public async Task Preview_WritesNothing_AndNamesErrorsByLineAndColumn()
    {
        string file = run.Write("acled.csv", Acled + "SYR2,2017-01-06,1,Armed clash,A,B,Idlib,Taftanaz,135,36.79,1,x,none\n");
        await run.RunAsync("import", "--data", Data, "--preview", file);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("acled.csv:3: latitude \"135\" cannot be used", run.Error, StringComparison.Ordinal);
        Assert.Contains("acled.csv:3: fatalities \"none\" cannot be used", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 rows would go in, 1 would not. Nothing was written.", run.Out, StringComparison.Ordinal);
        Assert.Contains("[sy-taftanaz]", run.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task ChangedRow_IsTold()
    {
        string file = run.Write("acled.csv", Acled);
        await run.RunAsync("import", "--data", Data, file);
        Assert.Equal("filed", run.Out.Split('\t')[0]);
        run.Write("acled.csv", Acled.Replace("Words,3", "Words,4", StringComparison.Ordinal));
        await run.RunAsync("import", "--data", Data, file);
        Assert.Equal((ExitCode.Done, "changed"), (run.Code, run.Out.Split('\t')[0]));
        run.Write("acled.csv", Acled);
        await run.RunAsync("import", "--data", Data, file);
        Assert.Equal((ExitCode.Done, "older"), (run.Code, run.Out.Split('\t')[0]));
    }

    [Fact]
    public async Task FeedItemThatChanged_IsItsNextVersion()
    {
        string file = run.Write("n.rss", Samples.Utf8(FeedDocumentsTests.Rss));
        await run.RunAsync("import", "--data", Data, file);
        Assert.Equal(ExitCode.BadInput, run.Code); // the empty item
        run.Write("n.rss", Samples.Utf8(FeedDocumentsTests.Rss.Replace("استمر", "توقف", StringComparison.Ordinal)));
        await run.RunAsync("import", "--data", Data, file);
        Assert.Equal(["changed", "duplicate", "refused"], run.Out.Split('\n').Select(l => l.Split('\t')[0]).Where(o => o is "changed" or "duplicate" or "refused" or "filed"));
    }

    // arguments, what the error says
    [Theory]
    [InlineData("--as excel", "excel")]
    [InlineData("--mapping none.json", "none.json: no such file")]
    [InlineData("--mapping bad.json", "layout")]
    [InlineData("--form acled.csv", "the form")]
    [InlineData("--date-order ymd", "ymd")]
    [InlineData("--sheet x", "only workbooks")]
    [InlineData("--as ucdp-ged", "is missing in the header")]
    public async Task BadOptions_AreRefused_AndNothingIsImported(string options, string expected)
    {
        run.Write("bad.json", "{\"name\":\"x\"}");
        string file = run.Write("acled.csv", Acled);
        await run.RunAsync(["import", "--data", Data, .. options.Split(' ').Select(InFolder), file]);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        if (Directory.Exists(Data))
        {
            await using SqliteRecord record = await SqliteRecord.OpenAsync(Data, create: false);
            Assert.Equal(0, (await record.CountsAsync(TestContext.Current.CancellationToken)).Reports);
        }
    }

    /// <summary>Progress with what is left, where there is enough to reckon with.</summary>
    [Fact]
    public void Progress_SaysWhatIsLeft()
    {
        var clock = new Ticking();
        using var error = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var progress = new Hudna.Cli.Importing.ProgressLine(new Shell(Stream.Null, Stream.Null, error, false, false) { Clock = clock }, "row");
        clock.Seconds = 10;
        progress.Show(1000, 4000);
        clock.Seconds = 600;
        progress.Show(2000, 4000);
        progress.Show(4000, 4000);
        Assert.Equal("row 1000 of 4000, about 30 s left\nrow 2000 of 4000, about 10 min left\nrow 4000 of 4000\n", error.ToString().ReplaceLineEndings("\n"));
    }

    private string InFolder(string arg) => arg is "data" ? Data : arg.EndsWith('/') || arg.Contains('.', StringComparison.Ordinal) ? Path.Combine(run.Folder, arg) : arg;

    // Words of a command line, with quotation marks around those that hold blanks.
    private static List<string> Words(string line)
    {
        var words = new List<string>();
        string[] parts = line.Split('"');
        for (int i = 0; i < parts.Length; i++)
        {
            words.AddRange(i % 2 == 1 ? [parts[i]] : parts[i].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return words;
    }

    private sealed class Ticking : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
