using Hudna.Acts;
using Hudna.Cli;
using Hudna.Commitments;
using Hudna.Incidents;
using Hudna.Store;
using Hudna.Store.Sqlite;
using Hudna.Tests.Server;
using Hudna.Tests.Store;

namespace Hudna.Tests.Cli;

/// <summary>A small mission whose chronicle rates a promise of a report and a provision of its agreement.</summary>
public sealed class ImplementationReplayTests : IDisposable
{
    private const string Report = "تعهدت روسيا بفتح الطريق إلى الوادي أمام قوافل المساعدات، كما تعهدت بفتح الطريق إلى المطار.";

    private const string Mission = """
        id: valley
        name: { en: Valley, ar: الوادي }
        description: { en: A test., ar: تجربة. }
        zone: Asia/Damascus
        months: levantine
        languages: [ar, en]
        map:
          center: [38.5, 35.0]
          zoom: 6
          bounds: [35.5, 32.2, 42.5, 37.4]
        files:
          reports: reports.tsv
          agreement: agreement.yaml
          desks: desks.yaml
        """;

    private readonly CommandRun run = new();

    private string Data => Path.Combine(run.Folder, "data");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Replay_RatesTheNamedPromiseAndTheProvision()
    {
        string[] claims = await PrepareAsync("أمام قوافل المساعدات", """
              - { report: a.txt, words: "قوافل المساعدات", on: 2017-01-10, by: Salma, level: 1, note: one convoy }
              - { provision: "2", on: 2017-01-12, by: Salma, level: 2, note: mostly }
              - { report: a.txt, words: "قوافل المساعدات", on: 2017-01-20, by: Salma, level: 3, note: all }
            """);
        await DemoAsync();
        Assert.True(run.Code == ExitCode.Done, run.Error);
        await using SqliteRecord record = await SqliteRecord.OpenAsync(Data, create: false);
        Assert.Equal(
            [("agreement:valley:2", "2"), (claims[0], "1 3")],
            (await record.ImplementationsAsync(Cancellation)).Select(r => (r.Subject, string.Join(' ', r.Ratings.Select(x => x.Level)))));
    }

    [Fact]
    public async Task Replay_WordsOfTwoPromisesOrNone_AreToldWithTheirLine()
    {
        await PrepareAsync("أمام قوافل المساعدات", "  - { report: a.txt, words: \"الطريق\", on: 2017-01-10, by: Salma, level: 1, note: x }\n");
        await DemoAsync();
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("chronicle.yaml:3: 2 of the 2 commitments that a.txt tells of have the words \"الطريق\"", run.Error, StringComparison.Ordinal);
        run.Write("mission/chronicle.yaml", Chronicle("  - { report: b.txt, words: x, on: 2017-01-10, by: Salma, level: 1, note: x }\n"));
        await DemoAsync();
        Assert.Contains("chronicle.yaml:3: There is no report from the file b.txt", run.Error, StringComparison.Ordinal);
        run.Write("mission/chronicle.yaml", Chronicle("  - { provision: \"9\", on: 2017-01-10, by: Salma, level: 1, note: x }\n"));
        await DemoAsync();
        Assert.Contains("no provision 9 that obliges", run.Error, StringComparison.Ordinal);
    }

    // The reader may find promises of its own; these two stand in the record whatever it finds.
    private async Task<string[]> PrepareAsync(string words, string implementations)
    {
        run.Write("mission/mission.yaml", Mission);
        run.Write("mission/reports.tsv", "file\tsource\toutlet_kind\tpublished\tlanguage\turl\na.txt\tSham Post\tdaily\t2017-01-02\tar\t\n");
        run.Write("mission/a.txt", Report);
        run.Write("mission/agreement.yaml", Valley.Yaml
            .Replace("sy-army", "state-sy", StringComparison.Ordinal).Replace("{ place: sy-bassima }", "{ country: SY }", StringComparison.Ordinal));
        run.Write("mission/desks.yaml", """
            desks:
              - id: secretariat
                name: { en: Secretariat, ar: الأمانة }
                role: secretariat
                members: [{ name: Salma }]
            """);
        await DemoAsync();
        Assert.True(run.Code == ExitCode.Done, run.Error);
        await using (SqliteRecord record = await SqliteRecord.OpenAsync(Data, create: false))
        {
            ReportSummary report = Assert.Single((await record.ReportsAsync(new ReportFilter(), Cancellation)).Items);
            Page<Claim> found = await record.ClaimsAsync(new ClaimFilter { ReportId = report.Id, Kind = ClaimKind.Commitment }, Cancellation);
            await record.AppendAsync(
                [.. found.Items.Select(c => Samples.Act(c.Id, new ClaimRejected(c.Revision, "test")))], [], Cancellation);
            Act[] promises = [.. new[] { $"بفتح الطريق إلى الوادي {words}", "بفتح الطريق إلى المطار" }
                .Select(w => ImplementationSamples.Promise(Report, w)).Select(c => Samples.Act(ContentId.Claim(report.Id, c), new ClaimProposed(report.Id, c, "person"), "Salma"))];
            await record.AppendAsync(promises, [], Cancellation);
            run.Write("mission/mission.yaml", Mission + "\n  chronicle: chronicle.yaml\n");
            run.Write("mission/chronicle.yaml", Chronicle(implementations));
            File.Delete(Path.Combine(Data, "sample-is-in"));
            return [.. promises.Select(p => p.Subject)];
        }
    }

    private static string Chronicle(string implementations) => $"entries: []\nimplementations:\n{implementations}\n";

    private Task<CommandRun> DemoAsync() => run.RunAsync("demo", "--no-serve", "--data", Data, "--mission", Path.Combine(run.Folder, "mission"));
}
