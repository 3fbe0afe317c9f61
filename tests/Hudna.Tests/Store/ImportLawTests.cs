using Hudna.Acts;
using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;
using Hudna.Store.Sqlite;
using Hudna.Tests.Incidents;

namespace Hudna.Tests.Store;

#pragma warning disable CA5394 // Seeded on purpose: a failure is the same again.

/// <summary>What holds of every import: twice is once, the order of rows does not matter, a changed row is its next version, and what people
/// decided stands.</summary>
public sealed class ImportLawTests : IAsyncLifetime
{
    private const string Header = "event_id_cnty,event_date,time_precision,sub_event_type,actor1,actor2,location,latitude,longitude,geo_precision,notes,fatalities,timestamp";

    private readonly List<string> folders = [];
    private readonly List<SqliteRecord> records = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (SqliteRecord record in records)
        {
            await record.DisposeAsync();
        }

        foreach (string folder in folders)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Twice_IsOnce()
    {
        (SqliteRecord record, Intake intake) = await NewAsync();
        string csv = Table(Rows(30));
        Assert.All(await Tables.FileAsync(intake, "a.csv", csv), r => Assert.IsType<FilingOutcome.Filed>(r.Outcome));
        await intake.ReadQueuedAsync(null, Cancellation);
        string before = await record.DumpViewsAsync(Cancellation);
        long acts = (await record.CountsAsync(Cancellation)).Acts;
        Assert.All(await Tables.FileAsync(intake, "downloaded-again.csv", csv.Replace("1700000000", "1800000000", StringComparison.Ordinal)), r => Assert.IsType<FilingOutcome.Duplicate>(r.Outcome));
        Assert.Equal(0, await intake.ReadQueuedAsync(null, Cancellation));
        Assert.Equal((before, acts), (await record.DumpViewsAsync(Cancellation), (await record.CountsAsync(Cancellation)).Acts));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task OrderOfRowsAndColumns_DoesNotMatter(int seed)
    {
        var random = new Random(seed);
        List<string> rows = Rows(25);
        (SqliteRecord one, Intake first) = await NewAsync();
        await Tables.FileAsync(first, "a.csv", Table(rows));
        (SqliteRecord other, Intake second) = await NewAsync();
        string[] shuffled = [.. rows];
        random.Shuffle(shuffled);
        string turned = string.Join('\n', Table(shuffled).Split('\n').Select(l => string.Join(',', l.Split(',').Reverse())));
        await Tables.FileAsync(second, "a.csv", turned);
        Assert.Equal(await ReportsAsync(one), await ReportsAsync(other));
    }

    /// <summary>Any split of a table into files, with overlaps, gives what the whole gives.</summary>
    [Fact]
    public async Task InParts_IsAsAWhole()
    {
        List<string> rows = Rows(20);
        (SqliteRecord whole, Intake first) = await NewAsync();
        await Tables.FileAsync(first, "a.csv", Table(rows));
        (SqliteRecord parts, Intake second) = await NewAsync();
        await Tables.FileAsync(second, "a1.csv", Table(rows[8..]));
        await Tables.FileAsync(second, "a2.csv", Table(rows[..12]));
        Assert.Equal(await ReportsAsync(whole), await ReportsAsync(parts));
    }

    [Fact]
    public async Task ChangedRow_IsTheNextVersion_AndTheEarlierOneIsTakenBack()
    {
        (SqliteRecord record, Intake intake) = await NewAsync();
        string before = ((FilingOutcome.Filed)(await Tables.FileAsync(intake, "a.csv", Table([Row("1", "3"), Row("2", "5")])))[0].Outcome!).ReportId;
        await intake.ReadQueuedAsync(null, Cancellation);
        Claim old = Assert.Single((await record.ClaimsAsync(new ClaimFilter { ReportId = before }, Cancellation)).Items);

        IReadOnlyList<RowOutcome> again = await Tables.FileAsync(intake, "a.csv", Table([Row("1", "4"), Row("2", "5")]));
        FilingOutcome.Changed changed = Assert.IsType<FilingOutcome.Changed>(again[0].Outcome);
        Assert.Equal((before, 0), (changed.Earlier, changed.Decided));
        Assert.IsType<FilingOutcome.Duplicate>(again[1].Outcome);
        await intake.ReadQueuedAsync(null, Cancellation);
        Assert.Equal(changed.ReportId, (await record.ReportAsync(before, Cancellation))!.SupersededBy);
        Assert.Equal(changed.ReportId, (await record.LatestOfRowAsync("acled", "1", Cancellation))!.Id);
        Assert.Equal(ClaimStatus.Rejected, (await record.ClaimAsync(old.Id, Cancellation))!.Status);
        Claim now = Assert.Single((await record.ClaimsAsync(new ClaimFilter { ReportId = changed.ReportId }, Cancellation)).Items);
        Assert.Equal((4m, ClaimStatus.Proposed), (now.Content.Dead!.Low, now.Status));

        // The old file again changes nothing, and says so.
        FilingOutcome.Older older = Assert.IsType<FilingOutcome.Older>((await Tables.FileAsync(intake, "a.csv", Table([Row("1", "3")])))[0].Outcome);
        Assert.Equal((before, changed.ReportId), (older.ReportId, older.Later));
        await RebuiltIsTheSameAsync(record);
    }

    [Fact]
    public async Task DecidedClaims_Stand()
    {
        (SqliteRecord record, Intake intake) = await NewAsync();
        string before = ((FilingOutcome.Filed)(await Tables.FileAsync(intake, "a.csv", Table([Row("1", "3")])))[0].Outcome!).ReportId;
        await intake.ReadQueuedAsync(null, Cancellation);
        Claim claim = (await record.ClaimsAsync(new ClaimFilter { ReportId = before }, Cancellation)).Items.Single();
        await record.AppendAsync([Samples.Act(claim.Id, new ClaimAccepted(1, "seen"))], [], Cancellation);
        FilingOutcome.Changed changed = Assert.IsType<FilingOutcome.Changed>((await Tables.FileAsync(intake, "a.csv", Table([Row("1", "4")])))[0].Outcome);
        Assert.Equal(1, changed.Decided);
        Assert.Equal(ClaimStatus.Accepted, (await record.ClaimAsync(claim.Id, Cancellation))!.Status);
    }

    [Fact]
    public async Task ChangedBeforeItWasRead_IsReadOnce()
    {
        (SqliteRecord record, Intake intake) = await NewAsync();
        string before = ((FilingOutcome.Filed)(await Tables.FileAsync(intake, "a.csv", Table([Row("1", "3")])))[0].Outcome!).ReportId;
        await Tables.FileAsync(intake, "a.csv", Table([Row("1", "4")]));
        Assert.Equal(1, await intake.ReadQueuedAsync(null, Cancellation));
        Report first = (await record.ReportAsync(before, Cancellation))!;
        Assert.Equal((ReportStatus.Unread, "superseded"), (first.Status, first.UnreadReason));
        Assert.Single((await record.ClaimsAsync(new ClaimFilter(), Cancellation)).Items);
        await RebuiltIsTheSameAsync(record);
    }

    [Fact]
    public async Task AnotherMapping_ReadsTheSameRowsAnew_AndIsUsedFromThenOn()
    {
        (SqliteRecord record, Intake intake) = await NewAsync();
        string csv = Table([Row("1", "3").Replace("2017-01-01", "03/04/2017", StringComparison.Ordinal)]);
        RowOutcome first = Assert.Single(await Tables.FileAsync(intake, "a.csv", csv));
        Assert.Single(first.Problems);
        await intake.ReadQueuedAsync(null, Cancellation);
        FilingOutcome.Remapped anew = Assert.IsType<FilingOutcome.Remapped>((await Tables.FileAsync(intake, "a.csv", csv, f => f with { DateOrder = DateOrder.Dmy }))[0].Outcome);
        await intake.ReadQueuedAsync(null, Cancellation);
        Claim live = Assert.Single((await record.ClaimsAsync(new ClaimFilter { ReportId = anew.ReportId, Live = true }, Cancellation)).Items);
        Assert.Equal("2017-04-03", live.Content.Time!.Value);
        Assert.Equal(2, (await record.ClaimsAsync(new ClaimFilter { ReportId = anew.ReportId }, Cancellation)).Total);

        // It is kept: the next table of these columns is read by it.
        Assert.Equal([true, false], (await record.MappingsAsync(Cancellation)).Select(m => m.Own));
        RowOutcome next = Assert.Single(await Tables.FileAsync(intake, "b.csv", Table([Row("9", "3").Replace("2017-01-01", "03/04/2017", StringComparison.Ordinal)])));
        Assert.Empty(next.Problems);
        await RebuiltIsTheSameAsync(record);
    }

    [Fact]
    public async Task SameRowTwiceInATable_AndRowsWithoutIds()
    {
        (SqliteRecord record, Intake intake) = await NewAsync();
        IReadOnlyList<RowOutcome> twice = await Tables.FileAsync(intake, "a.csv", Table([Row("1", "3"), Row("1", "4")]));
        Assert.Equal((null, "event_id_cnty"), (twice[1].Outcome, twice[1].Problems.Single().Column));
        const string Smm = "SMM position,Event location,Means,No.,Observation,Description,Weapon,Date\nA,1km,Heard,1,Shot,,N/K,2-Feb\nA,1km,Heard,1,Shot,,N/K,2-Feb\n";
        IReadOnlyList<RowOutcome> same = await Tables.FileAsync(intake, "s.csv", Smm, f => f with { Published = new DateOnly(2017, 2, 3) });
        Assert.IsType<FilingOutcome.Duplicate>(same[1].Outcome);
        Assert.Equal(2, (await record.CountsAsync(Cancellation)).Reports);
    }

    private const string SmmHeader = "SMM position,Event location,Means,No.,Observation,Description,Weapon,Date\n";
    private const string A = "Svitlodarsk,2km E,Heard,1,Explosion,,N/K,2-Feb\n", B = "Svitlodarsk,2km E,Heard,4,Burst,,HMG,2-Feb\n", C = "Svitlodarsk,2km E,Saw,2,Tracer,,N/K,2-Feb\n";
    private const string BMended = "Svitlodarsk,2km E,Heard,14,Burst,,HMG,2-Feb\n", CMended = "Svitlodarsk,2km E,Saw,2,Tracer,west to east,N/K,2-Feb\n", D = "Svitlodarsk,3km E,Heard,9,Shot,,Small arms,2-Feb\n";

    // first table, second table, outcomes of the second, rows that are no version of the past afterwards, why
    [Theory]
    [InlineData(A + B + C, A + B + C, "duplicate duplicate duplicate", 3, "the same table")]
    [InlineData(A + B + C, C + A + B, "duplicate duplicate duplicate", 3, "in another order")]
    [InlineData(A + B + C, A + BMended + C, "duplicate changed duplicate", 3, "a corrected number")]
    [InlineData(A + B + C, A + BMended + CMended, "duplicate changed changed", 3, "two corrections, in order")]
    [InlineData(A + C, A + B + C, "duplicate filed duplicate", 3, "a row put in between supersedes nothing")]
    [InlineData(A + B + C, A + C, "duplicate duplicate", 3, "a row that is not there any more stays")]
    [InlineData(A + B, A + BMended + C, "duplicate filed filed", 4, "which of the two corrects B cannot be told")]
    [InlineData(A + B + D, D + BMended + A, "duplicate changed duplicate", 3, "another place is another key")]
    [InlineData(A + A, A + A, "duplicate duplicate", 1, "the very same row twice is one")]
    public async Task RowsWithoutIds_AreKnownByDayPlaceAndOrdinal(string first, string second, string outcomes, int live, string why)
    {
        (SqliteRecord record, Intake intake) = await NewAsync();
        Func<TableFile, TableFile> day = f => f with { Published = new DateOnly(2017, 2, 3) };
        await Tables.FileAsync(intake, "s.csv", SmmHeader + first, day);
        await intake.ReadQueuedAsync(null, Cancellation);
        IReadOnlyList<RowOutcome> again = await Tables.FileAsync(intake, "s.csv", SmmHeader + second, day);
        Assert.Equal((why, outcomes), (why, string.Join(' ', again.Select(r => r.Outcome!.GetType().Name.ToLowerInvariant()))));
        await intake.ReadQueuedAsync(null, Cancellation);
        var stand = 0;
        foreach (ReportSummary report in (await record.ReportsAsync(new ReportFilter { Limit = 500 }, Cancellation)).Items)
        {
            stand += (await record.ReportAsync(report.Id, Cancellation))!.SupersededBy is null ? 1 : 0;
        }

        Assert.Equal((why, live), (why, stand));

        // A third time nothing happens.
        Assert.All(await Tables.FileAsync(intake, "s.csv", SmmHeader + second, day), r => Assert.IsType<FilingOutcome.Duplicate>(r.Outcome));
        await RebuiltIsTheSameAsync(record);
    }

    /// <summary>The same words of another year are another day.</summary>
    [Fact]
    public async Task RowsWithoutIds_OfAnotherYear_AreOthers()
    {
        (SqliteRecord record, Intake intake) = await NewAsync();
        await Tables.FileAsync(intake, "s.csv", SmmHeader + B, f => f with { Published = new DateOnly(2017, 2, 3) });
        Assert.IsType<FilingOutcome.Filed>((await Tables.FileAsync(intake, "s.csv", SmmHeader + BMended, f => f with { Published = new DateOnly(2018, 2, 3) }))[0].Outcome);
        Assert.Equal(2, (await record.CountsAsync(Cancellation)).Reports);
    }

    private async Task<(SqliteRecord Record, Intake Intake)> NewAsync()
    {
        string folder = Directory.CreateTempSubdirectory("hudna-law-").FullName;
        SqliteRecord record = await SqliteRecord.OpenAsync(folder, create: true);
        folders.Add(folder);
        records.Add(record);
        return (record, new Intake(record, _ => new Readers([], Readings.Gazetteer), _ => "und", new Assessing(record, TimeProvider.System), TimeProvider.System));
    }

    private static async Task<List<string>> ReportsAsync(SqliteRecord record) =>
        [.. (await record.ReportsAsync(new ReportFilter { Limit = 500 }, Cancellation)).Items.Select(r => $"{r.Id} {r.Title} {r.Published} {string.Join('|', r.Sources.Select(s => s.Name))}").Order(StringComparer.Ordinal)];

    private static async Task RebuiltIsTheSameAsync(SqliteRecord record)
    {
        string before = await record.DumpViewsAsync(Cancellation);
        await record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await record.DumpViewsAsync(Cancellation));
    }

    private static string Table(IEnumerable<string> rows) => string.Join('\n', rows.Prepend(Header));

    private static List<string> Rows(int count) => [.. Enumerable.Range(1, count).Select(i => Row($"SYR{i}", $"{i % 7}", i))];

    private static string Row(string id, string dead, int n = 0) =>
        string.Create(null, $"{id},2017-01-{(n % 28) + 1:00},1,Armed clash,Group A,Group B,Taftanaz,35.99,36.79,1,Words {n},{dead},1700000000");
}
