using System.Diagnostics;
using System.Globalization;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Tests.Store;

/// <summary>Several processes on one record. The other processes are this test program itself, asked to run the explicit test
/// <see cref="RecordChild.Run"/>, which by itself is never run.</summary>
public abstract partial class RecordContract
{
    [Fact]
    public async Task Kill_InTheMiddleOfAppends_LosesNoActWhoseAppendHadReturned()
    {
        string acknowledged = Path.GetTempFileName();
        try
        {
            using (Process child = StartChild("forever", acknowledged))
            {
                // Once some appends have returned, in the middle of the next ones: SIGKILL, which no process can answer.
                await WaitUntilAsync(() => File.ReadAllLines(acknowledged).Length >= 20, child);
                child.Kill();
                await child.WaitForExitAsync(Cancellation);
            }

            string[] ids = [.. (await File.ReadAllTextAsync(acknowledged, Cancellation)).Split('\n')[..^1]];
            Assert.InRange(ids.Length, 20, int.MaxValue);
            await using IRecord survivor = await OpenAsync();
            foreach (string id in ids)
            {
                Assert.NotNull(await survivor.ReportAsync(id, Cancellation));
            }

            // Whole or not at all: each append is a report, its reading and a claim.
            RecordCounts counts = await survivor.CountsAsync(Cancellation);
            Assert.Equal((counts.Reports * 3L, counts.Reports), (counts.Acts, counts.Claims));
            string before = await survivor.DumpViewsAsync(Cancellation);
            await survivor.RebuildAsync(null, Cancellation);
            Assert.Equal(before, await survivor.DumpViewsAsync(Cancellation));
        }
        finally
        {
            File.Delete(acknowledged);
        }
    }

    [Fact]
    public async Task TwoProcesses_AppendingAtOnce_BothGetEverythingInWithoutGaps()
    {
        string acknowledged = Path.GetTempFileName();
        try
        {
            using Process child = StartChild("100", acknowledged);
            await WaitUntilAsync(() => new FileInfo(acknowledged).Length > 0, child);
            int own = 0;
            while (!child.HasExited || own < 50)
            {
                await RecordChild.AppendOneAsync(Record, $"here {own++}", Cancellation);
            }

            Assert.Equal(0, child.ExitCode);
            Assert.Equal(100, (await File.ReadAllLinesAsync(acknowledged, Cancellation)).Length);
            List<Act> acts = await Record.ActsAsync(0, Cancellation).ToListAsync(Cancellation);
            Assert.Equal(Enumerable.Range(1, (own + 100) * 3).Select(n => (long)n), acts.Select(a => a.Sequence));
            string before = await Record.DumpViewsAsync(Cancellation);
            await Record.RebuildAsync(null, Cancellation);
            Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
        }
        finally
        {
            File.Delete(acknowledged);
        }
    }

    [Fact]
    public async Task ManyThreads_DecidingAtOnce_OneWins()
    {
        string id = await ProposeAsync("قصف", "قصف");
        bool[] won = await Task.WhenAll(Enumerable.Range(0, 10).Select(async n =>
        {
            try
            {
                await AppendAsync(Samples.Act(id, new ClaimAccepted(1, $"{n}")));
                return true;
            }
            catch (RecordConflictException)
            {
                return false;
            }
        }));
        Assert.Single(won, w => w);
        Assert.Equal(2, (await Record.ClaimAsync(id, Cancellation))!.Revision);
    }

    private Process StartChild(string count, string acknowledged)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Hudna.Tests"))
        {
            ArgumentList = { "--explicit", "only", "--filter-method", "Hudna.Tests.Store.RecordChild.Run", "--no-progress" },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["HUDNA_CHILD_STORE"] = GetType().Name;
        start.Environment["HUDNA_CHILD_LOCATION"] = Location;
        start.Environment["HUDNA_CHILD_COUNT"] = count;
        start.Environment["HUDNA_CHILD_ACKNOWLEDGED"] = acknowledged;
        Process child = Process.Start(start)!;
        child.BeginOutputReadLine();
        return child;
    }

    private static async Task WaitUntilAsync(Func<bool> holds, Process child)
    {
        for (int tries = 0; !holds(); tries++)
        {
            Assert.False(child.HasExited, $"the child process ended by itself with {(child.HasExited ? child.ExitCode : 0)}");
            Assert.True(tries < 3000, "the child process did nothing for a minute");
            await Task.Delay(20, Cancellation);
        }
    }
}

/// <summary>What a child process does: appends, and after each append that has returned writes the report's id to a file.</summary>
public sealed class RecordChild
{
    [Fact(Explicit = true)]
    public async Task Run()
    {
        string count = Environment.GetEnvironmentVariable("HUDNA_CHILD_COUNT") ?? throw new InvalidOperationException("only for child processes");
        string location = Environment.GetEnvironmentVariable("HUDNA_CHILD_LOCATION")!;
        int appends = count is "forever" ? int.MaxValue : int.Parse(count, CultureInfo.InvariantCulture);
        await using IRecord record = Environment.GetEnvironmentVariable("HUDNA_CHILD_STORE") switch
        {
            nameof(SqliteRecordTests) => await Hudna.Store.Sqlite.SqliteRecord.OpenAsync(location, create: false),
            var store => throw new InvalidOperationException($"no store {store}"),
        };
        await using var acknowledged = new StreamWriter(Environment.GetEnvironmentVariable("HUDNA_CHILD_ACKNOWLEDGED")!) { AutoFlush = true, NewLine = "\n" };
        for (int n = 0; n < appends; n++)
        {
            await acknowledged.WriteLineAsync(await AppendOneAsync(record, $"child {n}", CancellationToken.None));
        }
    }

    /// <summary>Appends a report, its reading and a claim in one step, and gives the report's id.</summary>
    internal static async Task<string> AppendOneAsync(IRecord record, string name, CancellationToken cancellation)
    {
        string text = $"قصف {name}";
        (Act filed, ReadOnlyMemory<byte> original) = Samples.Filed(text);
        Act claim = Samples.Proposed(filed.Subject, Samples.Event(text, "قصف", EventType.Assault));
        await record.AppendAsync([filed, Samples.Read(filed.Subject), claim], [original], cancellation);
        return filed.Subject;
    }
}
