using System.Globalization;
using System.Text;
using Hudna.Acts;
using Hudna.Bulletins;
using Hudna.Cli;
using Hudna.Coverage;
using Hudna.Documents;
using Hudna.Incidents;
using Hudna.Reading.Arabic;
using Hudna.Server.Features.Bulletins;
using Hudna.Store;
using Hudna.Store.Sqlite;

namespace Hudna.Tests.Cli;

public sealed class BulletinCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(run.Folder, "demo");

    public void Dispose() => run.Dispose();

    /// <summary>Published, then the record goes on (a claim rejected, coverage withdrawn): from the state it is the same to the byte.</summary>
    [Fact]
    public async Task Bulletin_FromItsState_IsTheSameToTheByte()
    {
        await run.RunAsync("demo", "--no-serve", "--data", Data);
        await run.RunAsync("bulletin", "--data", Data, "--date", "2017-01-09", "--days", "7", "--lang", "en", "--format", "json", "--publish", "--by", "Joint Commission");
        Assert.Equal(ExitCode.Done, run.Code);
        string json = run.Out;
        string state = BulletinJson.Read(Encoding.UTF8.GetBytes(json)).State.ToString(CultureInfo.InvariantCulture);
        string[] before = [json, await HtmlAsync("en", state), await HtmlAsync("ar", state)];
        await ChangeAsync();
        await run.RunAsync("bulletin", "--data", Data, "--date", "2017-01-09", "--days", "7", "--lang", "en", "--format", "json", "--state", state);
        string[] after = [run.Out, await HtmlAsync("en", state), await HtmlAsync("ar", state)];
        Assert.Equal(before, after);
        await run.RunAsync("bulletin", "--data", Data, "--date", "2017-01-16", "--lang", "en", "--format", "json");
        Assert.NotEmpty(BulletinJson.Read(Encoding.UTF8.GetBytes(run.Out)).Corrections);
        Assert.Contains("dir=\"rtl\"", before[2], StringComparison.Ordinal);
        Assert.Contains("كانون الثاني 2017", before[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_FromTheSameState_IsTheSameToTheByte()
    {
        Assert.SkipUnless(BulletinPdf.Chromium() is not null, "No chromium in the path: apt-get install chromium");
        await run.RunAsync("demo", "--no-serve", "--data", Data);
        string first = Path.Combine(run.Folder, "first.pdf"), second = Path.Combine(run.Folder, "second.pdf");
        foreach (string file in new[] { first, second })
        {
            await run.RunAsync("bulletin", "--data", Data, "--date", "2017-01-15", "--lang", "ar", "--out", file);
            Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        }

        byte[] pdf = await File.ReadAllBytesAsync(first, Cancellation);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.Equal(pdf, await File.ReadAllBytesAsync(second, Cancellation));
    }

    [Theory]
    [InlineData("--date", "15.1.2017", "a day such as 2017-01-15")]
    [InlineData("--days", "0", "a number from 1 to 366")]
    [InlineData("--lang", "fr", "ar or en")]
    [InlineData("--format", "docx", "html, json or pdf")]
    [InlineData("--state", "0", "1 or more")]
    [InlineData("--state", "999999", "a number from 1 to")]
    public async Task BadOption_SaysWhatIsExpected(string option, string value, string expected)
    {
        Dictionary<string, string> options = new(StringComparer.Ordinal) { ["--data"] = Data, ["--date"] = "2017-01-15", ["--lang"] = "en", [option] = value };
        await FileOneActAsync();
        await run.RunAsync(["bulletin", .. options.SelectMany(o => new[] { o.Key, o.Value })]);
        Assert.Equal((ExitCode.BadInput, ""), (run.Code, run.Out));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoRecord_SaysSo()
    {
        await run.RunAsync("bulletin", "--data", Path.Combine(run.Folder, "none"), "--date", "2017-01-15", "--lang", "en");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("there is no record", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_WithoutAName_SaysSo()
    {
        await run.RunAsync("bulletin", "--data", Data, "--date", "2017-01-15", "--lang", "en", "--publish");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("--by NAME", run.Error, StringComparison.Ordinal);
    }

    private async Task<string> HtmlAsync(string language, string state)
    {
        await run.RunAsync("bulletin", "--data", Data, "--date", "2017-01-09", "--days", "7", "--lang", language, "--state", state);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        return run.Out;
    }

    private async Task FileOneActAsync()
    {
        await using SqliteRecord record = await SqliteRecord.OpenAsync(Data, create: true);
        await record.AppendAsync([Store.MechanismSamples.Desk("russia", "state-ru", "Ivan")], [], Cancellation);
    }

    private async Task ChangeAsync()
    {
        await using SqliteRecord record = await SqliteRecord.OpenAsync(Data, create: false);
        var files = DataFolders.ReadLanguage(DataFolders.Find("lang/ar"));
        var assessing = new Assessing(record, TimeProvider.System);
        var intake = new Intake(
            record,
            additions =>
            {
                var reader = ArabicReader.Load(files, additions.Places, additions.Actors);
                return new Readers([reader], reader.Gazetteer);
            },
            LanguageGuess.Of, assessing, TimeProvider.System);
        Incident incident = (await record.IncidentsAsync(new IncidentFilter { From = new DateOnly(2017, 1, 10), To = new DateOnly(2017, 1, 10) }, Cancellation)).Items[0];
        foreach (Claim claim in (await record.ClaimsAsync(new ClaimFilter { IncidentId = incident.Id }, Cancellation)).Items)
        {
            await intake.DecideAsync(new Decision.Reject(claim.Id, "Lina", "the source does not say this", claim.Revision), Cancellation);
        }

        CoverageRecord covered = (await record.CoverageAsync(new CoverageFilter(), Cancellation)).Items[0];
        await new Mechanism(record, intake, assessing, TimeProvider.System)
            .RecordAsync(covered.Id, new CoverageWithdrawn(covered.Revision, "never went"), "Lina", Cancellation);
    }
}
