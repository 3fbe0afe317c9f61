using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Hudna.Cli;
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
