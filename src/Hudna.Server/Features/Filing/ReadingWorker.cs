using System.Threading.Channels;
using Hudna.Incidents;
using Hudna.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hudna.Server.Features.Filing;

/// <summary>Reads what waits in the record: at start what an earlier run left, then whatever is filed. The queue is the record itself,
/// so a server killed at any moment loses nothing that was filed: it is read at the next start.</summary>
internal sealed partial class ReadingWorker(Intake intake, TimeProvider time, ILogger<ReadingWorker> log) : BackgroundService
{
    /// <summary>How often to look without being told: an import by another process does not tell.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    // Room for one: that something was filed needs to be known once, however much it was.
    private readonly Channel<bool> filed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something was filed.</summary>
    public void Wake() => filed.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await ReadWaitingAsync(stoppingToken);
            using var tick = new CancellationTokenSource(LookEvery, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, tick.Token);
            try
            {
                await filed.Reader.ReadAsync(either.Token);
            }
            catch (OperationCanceledException)
            {
                // Time to look, or to stop.
            }
        }
    }

    /// <summary>Reads what waits, many in one step. One report that fails is logged and must not keep the others waiting.</summary>
    private async Task ReadWaitingAsync(CancellationToken cancellation)
    {
        try
        {
            // Weighs in the end what a crash, a rebuild or another process left to be weighed, too.
            await intake.ReadQueuedAsync(new Failures(log), cancellation);
        }
        catch (Exception e) when (cancellation.IsCancellationRequested && e is OperationCanceledException or ObjectDisposedException)
        {
            // Stopping, and the record may be closed already: what waits stays in it.
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            QueueFailed(log, e);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Report {Id} could not be read now; it stays queued and is tried again: {Problem}")]
    private static partial void ReportFailed(ILogger log, string id, string problem);

    [LoggerMessage(2, LogLevel.Error, "The queue of reports could not be looked at; it is tried again.")]
    private static partial void QueueFailed(ILogger log, Exception error);

    private sealed class Failures(ILogger log) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value)
        {
            if (value.Last.Status == ReportStatus.Queued)
            {
                ReportFailed(log, value.Last.ReportId, string.Join(' ', value.Last.Problems));
            }
        }
    }
}
