using System.Globalization;
using System.Text;
using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Documents;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Store;
using Hudna.Store.Sqlite;

namespace Hudna.Tests.Missions;

/// <summary>The sample mission through the whole way: every report and every observation, with the Arabic reader. What is asked here
/// of linking are the tables' rows, whose fields do not depend on how well articles are read.</summary>
public sealed class SampleMissionTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hudna-").FullName;
    private SqliteRecord? record;

    private SqliteRecord Record => record!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        record = await SqliteRecord.OpenAsync(folder, create: true);
        string mission = DataFolders.Find("missions/astana");
        var files = DataFolders.ReadLanguage(DataFolders.Find("lang/ar"));
        var intake = new Intake(
            Record,
            additions =>
            {
                var reader = ArabicReader.Load(files, additions.Places, additions.Actors);
                return new Readers([reader], reader.Gazetteer);
            },
            LanguageGuess.Of, new Assessing(Record, TimeProvider.System), TimeProvider.System);
        foreach (ReportIndexEntry entry in ReportIndex.Read(await File.ReadAllTextAsync(Path.Combine(mission, "reports.tsv"), Cancellation), "reports.tsv"))
        {
            byte[] bytes = await File.ReadAllBytesAsync(Path.Combine(mission, entry.File), Cancellation);
            Document document = Assert.Single(DocumentFiles.Read(entry.File, bytes).Documents);
            Assert.IsNotType<FilingOutcome.Refused>(
                await intake.FileAsync(Filing.Of(document, entry.Source, entry.Published, entry.Url, entry.File), null, Cancellation));
        }

        Assert.All(
            await Store.Tables.FileAsync(intake, "observations.csv", await File.ReadAllTextAsync(Path.Combine(mission, "observations.csv"), Cancellation)),
            r => Assert.IsType<FilingOutcome.Filed>(r.Outcome));

        var problems = new List<string>();
        await intake.ReadQueuedAsync(new Collect(problems), Cancellation);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', problems));
    }

    public async ValueTask DisposeAsync()
    {
        await Record.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task EveryReport_IsReadOrSaysWhyNot()
    {
        RecordCounts counts = await Record.CountsAsync(Cancellation);
        Assert.Equal(0, counts.ReportsQueued);
        ReportSummary unread = Assert.Single((await Record.ReportsAsync(new ReportFilter { Status = ReportStatus.Unread }, Cancellation)).Items);
        Assert.Equal("language:en", unread.UnreadReason); // report 24
        Page<ReportSummary> all = await Record.ReportsAsync(new ReportFilter { Limit = 500 }, Cancellation);
        ReportSummary copied = Assert.Single(all.Items, r => r.Sources.Count > 1); // 05 is 04 again
        Assert.Equal(2, copied.Sources.Count);
        await WriteOverviewAsync(counts);
    }

    // Rows of the table that tell one happening, by disagreements.md; the same incident must hold them.
    [Theory]
    [InlineData("AST-O-008", "AST-C-006")] // Azaz, the tanker
    [InlineData("AST-O-010", "AST-C-007")] // Maarrat Misrin, the market
    [InlineData("AST-O-013", "AST-C-008")] // Talbiseh, the convoy
    [InlineData("AST-O-015", "AST-C-012")] // Deir Qanun, the shelter
    [InlineData("AST-O-034", "AST-C-019")] // Homs, the security offices
    public async Task RowsOfOneHappening_AreOneIncident(string first, string second) =>
        Assert.Equal(await IncidentOfAsync(first), await IncidentOfAsync(second));

    // Rows that must not be mixed up.
    [Theory]
    [InlineData("AST-O-008", "AST-O-010")]
    [InlineData("AST-O-016", "AST-O-013")]
    [InlineData("AST-O-018", "AST-O-013")]
    public async Task RowsOfDifferentHappenings_AreDifferentIncidents(string first, string second) =>
        Assert.NotEqual(await IncidentOfAsync(first), await IncidentOfAsync(second));

    // The team names nobody, and the complaints of one or both sides do.
    [Fact]
    public async Task RowsOfContestedAuthorship_AreOneIncident()
    {
        foreach ((string first, string second) in new[]
        {
            ("AST-O-039", "AST-C-021"), // Saraqib
            ("AST-O-057", "AST-C-029"), ("AST-O-057", "AST-C-030"), // Harbinafsah
            ("AST-O-060", "AST-C-032"), ("AST-O-060", "AST-C-033"), // Madaya
            ("AST-O-067", "AST-C-036"), // al-Waer, the milk
        })
        {
            Assert.Equal(await IncidentOfAsync(first), await IncidentOfAsync(second));
        }
    }

    // A row of the chronicle stands for an incident of its own, or a desk's finding on one would revise that on another.
    [Fact]
    public async Task RowsOfTheChronicle_StandForIncidents_EachForAnother()
    {
        string text = await File.ReadAllTextAsync(Path.Combine(DataFolders.Find("missions/astana"), "chronicle.yaml"), Cancellation);
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (FindingEntry finding in ChronicleYaml.Read(text, "chronicle.yaml").OfType<FindingEntry>().DistinctBy(f => f.Row))
        {
            string incident = await IncidentOfAsync(finding.Row);
            Assert.True(rows.TryAdd(incident, finding.Row), $"{finding.Row} and {rows[incident]} are one incident");
            Assert.True((await Record.IncidentAsync(incident, Cancellation))!.First <= finding.On, $"line {finding.Line}");
        }

        IReadOnlyList<Incident> all = (await Record.IncidentsAsync(new IncidentFilter { Limit = 500 }, Cancellation)).Items;
        Assert.InRange(all.Count(i => i.First >= new DateOnly(2016, 12, 30) && i.First <= new DateOnly(2017, 1, 28)), 66, 500);
    }

    // Expected values are by hand: a group that joined on 3 January is bound from then on, however late that was recorded; a listing of
    // Russia's alone changes the outcome on its list alone.
    [Fact]
    public async Task RecordsOfTheChronicle_ChangeOutcomes()
    {
        string mission = DataFolders.Find("missions/astana");
        Agreement filed = AgreementYaml.Read(await File.ReadAllTextAsync(Path.Combine(mission, "agreement.yaml"), Cancellation), "agreement.yaml");
        IReadOnlyList<ChronicleEntry> chronicle = ChronicleYaml.Read(await File.ReadAllTextAsync(Path.Combine(mission, "chronicle.yaml"), Cancellation), "chronicle.yaml");
        Agreement recorded = filed with
        {
            Adherences = [.. filed.Adherences, .. chronicle.OfType<AdherenceEntry>().Select(e => e.Adherence)],
            Listings = [.. filed.Listings, .. chronicle.OfType<ListingEntry>().Select(e => e.Listing).Reverse().DistinctBy(l => l.Id)],
        };
        foreach ((string row, string before, string after) in new[]
        {
            ("AST-O-047", "russia turkiye outside_scope", "russia turkiye apparent_violation"), // late-recorded adherence
            ("AST-O-056", "russia turkiye outside_scope", "russia turkiye apparent_violation"),
            ("AST-O-072", "russia turkiye apparent_violation", "russia outside_scope; turkiye apparent_violation"), // Russia's listing, from the 20th
            ("AST-O-075", "russia turkiye outside_scope", "russia outside_scope; turkiye apparent_violation"),
            ("AST-O-079", "russia turkiye iran apparent_violation", "russia outside_scope; turkiye iran apparent_violation"),
            ("AST-O-044", "russia turkiye apparent_violation", "russia turkiye apparent_violation"),
        })
        {
            IReadOnlyList<Claim> claims = (await Record.ClaimsAsync(new ClaimFilter { IncidentId = await IncidentOfAsync(row) }, Cancellation)).Items;
            Assert.Equal((row, before, after), (row, Outcomes(filed, claims), Outcomes(recorded, claims)));
        }
    }

    private static string Outcomes(Agreement agreement, IReadOnlyList<Claim> claims) => string.Join("; ", new Assessor(
        agreement, Hudna.Tests.Reading.Reader.Arabic.Gazetteer, TimeZoneInfo.FindSystemTimeZoneById(agreement.Zone)).Assess(claims).Outcomes
        .Select(o => $"{string.Join(' ', o.Listers)} {Wire.Name(o.Outcome)}"));

    [Fact]
    public async Task Views_RebuiltFromTheActs_AreTheSame()
    {
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
    }

    private async Task<string> IncidentOfAsync(string row)
    {
        ReportSummary report = Assert.Single((await Record.ReportsAsync(new ReportFilter { Query = row }, Cancellation)).Items);
        Claim claim = Assert.Single((await Record.ClaimsAsync(new ClaimFilter { ReportId = report.Id }, Cancellation)).Items);
        Assert.NotNull(claim.IncidentId);
        return claim.IncidentId;
    }

    private async Task WriteOverviewAsync(RecordCounts counts)
    {
        var text = new StringBuilder().AppendLine(counts.ToString());
        foreach (Incident i in (await Record.IncidentsAsync(new IncidentFilter { Limit = 500 }, Cancellation)).Items)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                $"#{i.Number} {i.First:O}..{i.Last:O} {i.Place?.Name ?? i.Place?.Text} {string.Join(' ', i.Acts.Select(a => $"{a.Type}/{a.Mode}×{a.Claims}"))} dead {i.Dead?.Low}-{i.Dead?.High} [{string.Join(" | ", i.Sources)}] differs: {string.Join(',', i.Differences.Select(d => d.Field))}"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(text.ToString());
    }

    private sealed class Collect(List<string> problems) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => problems.AddRange(value.Last.Problems);
    }
}
