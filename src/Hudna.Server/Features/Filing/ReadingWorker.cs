using Hudna.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hudna.Server.Features.Filing;

/// <summary>Reads what waits in the record: at start what an earlier run left, then whatever is filed. The queue is the record itself,
/// so a server killed at any moment loses nothing that was filed: it is read at the next start.</summary>
internal sealed partial class ReadingWorker(IRecord record, Intake intake, TimeProvider time, ILogger<ReadingWorker> log) : BackgroundService
{
    /// <summary>How often to look without being told: an import by another process does not tell.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim filed = new(0, 1);

    /// <summary>Something was filed.</summary>
    public void Wake()
    {
        try
        {
            filed.Release();
        }
        catch (SemaphoreFullException)
        {
            // It will look anyway.
        }
    }

    public override void Dispose()
    {
        filed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await ReadWaitingAsync(stoppingToken);
            using var tick = new CancellationTokenSource(LookEvery, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, tick.Token);
            try
            {
                await filed.WaitAsync(either.Token);
            }
            catch (OperationCanceledException)
            {
                // Time to look, or to stop.
            }
        }
    }

    /// <summary>One report that fails is logged and must not keep the others waiting.</summary>
    private async Task ReadWaitingAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (string id in await record.QueuedReportsAsync(cancellation))
            {
                try
                {
                    await intake.ReadAsync(id, cancellation);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    ReportFailed(log, id, e);
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopping: what waits stays in the record.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            QueueFailed(log, e);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Report {Id} could not be read now; it stays queued and is tried again.")]
    private static partial void ReportFailed(ILogger log, string id, Exception error);

    [LoggerMessage(2, LogLevel.Error, "The queue of reports could not be looked at; it is tried again.")]
    private static partial void QueueFailed(ILogger log, Exception error);
}
