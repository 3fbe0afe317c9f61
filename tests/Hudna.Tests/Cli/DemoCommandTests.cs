using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Cli;
using Hudna.Coverage;
using Hudna.Rulings;
using Hudna.Store;
using Hudna.Store.Sqlite;

namespace Hudna.Tests.Cli;

public sealed class DemoCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    private string Data => Path.Combine(run.Folder, "demo");

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Demo_FirstTime_ReadsTheSampleAndSaysWhatItFound()
    {
        await run.RunAsync("demo", "--no-serve", "--data", Data);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Out));
        await using SqliteRecord record = await SqliteRecord.OpenAsync(Data, create: false);
        RecordCounts counts = await record.CountsAsync(TestContext.Current.CancellationToken);
        Assert.True(counts is { Reports: >= 150, ReportsQueued: 0, Claims: > 100, Incidents: > 90, IncidentsDiffering: > 0 }, counts.ToString());
        Assert.Contains("reading 1 of ", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{counts.Reports} reports", run.Error, StringComparison.Ordinal);
        Assert.Contains($"in {counts.IncidentsDiffering} of them sources differ", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 language:en", run.Error, StringComparison.Ordinal);
    }

    /// <summary>What a newcomer is to see of the mechanism, counted from the record: the numbers are the least that the sample promises.</summary>
    [Fact]
    public async Task Demo_ShowsTheMechanism()
    {
        await run.RunAsync("demo", "--no-serve", "--data", Data);
        Assert.Equal(ExitCode.Done, run.Code);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using SqliteRecord record = await SqliteRecord.OpenAsync(Data, create: false);
        var month = new RulingFilter { From = new DateOnly(2016, 12, 30), To = new DateOnly(2017, 1, 28), Limit = 1000 };
        IReadOnlyList<RulingRow> rows = (await record.RulingsAsync(month, cancellation)).Items;
        RulingCounts counts = await record.RulingCountsAsync(month, cancellation);
        Assert.True(rows.Count >= 60, $"{rows.Count} incidents in 30 days");
        Assert.All(rows, r => Assert.NotNull(r.Assessment));
        Assert.True(rows.Count(r => r.Findings.Count >= 3) > rows.Count / 2, "three guarantors' findings on most");
        Assert.True(counts.Agreeing[Agreeing.Diverging] >= 10 && counts.Agreeing[Agreeing.Agreed] >= 10, "agreed and diverging");
        Assert.True(counts.Determined.Values.Sum() >= 10, "determinations");
        Assert.Contains(rows, r => r.Assessment!.Outcomes.Count > 1);
        Assert.All(Enum.GetValues<AssessmentOutcome>(), o => Assert.True(counts.Outcomes[o] > 0, o.ToString()));

        Agreement agreement = (await record.AgreementAsync(cancellation))!.Agreement;
        DateTimeOffset asOf = new(2017, 2, 6, 0, 0, 0, TimeSpan.FromHours(2));
        IReadOnlyList<Complaint> complaints = (await record.ComplaintsAsync(new ComplaintFilter(), cancellation)).Items;
        Assert.Contains(complaints, c => ComplaintClock.IsOverdue(c, agreement, asOf));
        Assert.Contains(complaints, c => c.Stage == ComplaintStage.Closed);
        Assert.Contains((await record.CoverageAsync(new CoverageFilter { Access = CoverageAccess.Denied }, cancellation)).Items, c => c.Content.DeniedBy is not null);

        // A list that changed, and what that changed.
        bool listed = false;
        foreach (RulingRow row in rows)
        {
            IncidentAssessed[] history = [.. (await record.HistoryAsync(row.Incident.Id, cancellation)).Select(a => a.Body).OfType<IncidentAssessed>()];
            listed |= history.Length > 1 && AssessmentChange.Of(history[^2].Assessment, history[^1].Assessment)
                .Any(c => c.IsOfOutcome && c.Because.Any(s => s.Clauses.Any(l => l.StartsWith("listing:russia:", StringComparison.Ordinal))));
        }

        Assert.True(listed, "an outcome changed by a changed list");
    }

    [Fact]
    public async Task Demo_SecondTime_AddsNothingAndKeepsAll()
    {
        await run.RunAsync("demo", "--no-serve", "--data", Data);
        string before = await DumpAsync();
        await run.RunAsync("demo", "--no-serve", "--data", Data);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.DoesNotContain("reading", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Demo_CutOffTheFirstTime_IsTakenUpAgain()
    {
        await run.RunAsync("demo", "--no-serve", "--data", Data);
        string before = await DumpAsync();
        File.Delete(Path.Combine(Data, "sample-is-in")); // As a kill before the end leaves it.
        await run.RunAsync("demo", "--no-serve", "--data", Data);
        Assert.Equal(before, await DumpAsync());
    }

    /// <summary>The program itself: serves, answers, and ends orderly on SIGTERM.</summary>
    [Fact]
    public async Task Serve_Process_AnswersAndEndsOnTermination()
    {
        string url = $"http://localhost:{FreePort()}";
        using Process process = Start("serve", "--mission", DataFolders.Find("missions/astana"), "--data", Data, "--urls", url);
        try
        {
            using HttpClient client = new();
            string page = await UntilServedAsync(client, url + "/api/reports", process);
            Assert.StartsWith("{", page, StringComparison.Ordinal);
            Assert.Equal(0, Kill(process.Id, 15));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            Assert.Equal(ExitCode.Done, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    [Fact]
    public async Task Serve_AddressInUse_SaysSoInOneLine()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        string url = $"http://localhost:{((IPEndPoint)taken.LocalEndpoint).Port}";
        await run.RunAsync("serve", "--mission", DataFolders.Find("missions/astana"), "--data", Data, "--urls", url);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains($"{url} is in use", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no/such/mission", "http://localhost:5999", "--mission /no/such/mission: no such folder")]
    [InlineData("/tmp", "not-a-url", "--urls not-a-url")]
    public async Task Serve_BadOption_IsNamed(string mission, string urls, string says)
    {
        await run.RunAsync("serve", "--mission", mission, "--data", Data, "--urls", urls);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    internal static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<string> UntilServedAsync(HttpClient client, string url, Process process)
    {
        for (int attempt = 0; attempt < 300 && !process.HasExited; attempt++)
        {
            try
            {
                return await client.GetStringAsync(new Uri(url), TestContext.Current.CancellationToken);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }

        throw new InvalidOperationException(process.HasExited
            ? "The server ended: " + await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)
            : url + " was not served within 30 s");
    }

    private static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string argument in (string[])[typeof(HudnaCommand).Assembly.Location, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
#pragma warning disable SYSLIB1054 // One call in a test is not worth unsafe blocks in the project.
    private static extern int Kill(int process, int signal);
#pragma warning restore SYSLIB1054

    private async Task<string> DumpAsync()
    {
        await using SqliteRecord record = await SqliteRecord.OpenAsync(Data, create: false);
        return await record.DumpViewsAsync(TestContext.Current.CancellationToken);
    }
}
