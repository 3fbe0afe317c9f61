using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Hudna.Importing;
using Hudna.Server.Features.Filing;
using Hudna.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hudna.Server.Features.Importing;

/// <summary>Tables on their way into the record: held from upload to confirmation, then taken in in the background.</summary>
internal sealed partial class ImportDesk(Intake intake, ReadingWorker worker, TimeProvider time, IHostApplicationLifetime life, ILogger<ImportDesk> log)
{
    /// <summary>Tables and bytes held at most; the oldest that do not run go first.</summary>
    private const int HeldMax = 20;
    private const long BytesHeldMax = 256L * 1024 * 1024;

    private readonly Lock changing = new();
    private readonly List<StagedImport> held = [];

    /// <summary>Holds a table and gives it an address of its own, which nobody can guess.</summary>
    public StagedImport Hold(TableFile file)
    {
        var import = new StagedImport(RandomNumberGenerator.GetHexString(24, lowercase: true), file);
        lock (changing)
        {
            held.Add(import);
            while (held.Count > HeldMax || held.Sum(h => (long)h.File.Bytes.Length) > BytesHeldMax)
            {
                StagedImport? oldest = held.Find(h => h.Stage != ImportStage.Running && h != import);
                if (oldest is null)
                {
                    break;
                }

                held.Remove(oldest);
            }
        }

        return import;
    }

    /// <summary>A table that is held; null when it is not any more.</summary>
    public StagedImport? Find(string id)
    {
        lock (changing)
        {
            return held.Find(h => string.Equals(h.Id, id, StringComparison.Ordinal));
        }
    }

    /// <summary>The table as it would be read now.</summary>
    /// <exception cref="BadTableException">It cannot be read.</exception>
    public Task<TableImport> OpenAsync(StagedImport import, CancellationToken cancellation) => TableImport.OpenAsync(intake, import.File, cancellation);

    /// <summary>Takes a table in, in the background; one that runs already is left alone.</summary>
    public async Task ConfirmAsync(StagedImport import, string by, CancellationToken cancellation)
    {
        TableImport table = await OpenAsync(import, cancellation);
        if (import.Begin(table.Count(), time.GetTimestamp()))
        {
            _ = Task.Run(() => RunAsync(import, table, by), CancellationToken.None);
        }
    }

    /// <summary>How long the rest will take; null when it cannot be told yet.</summary>
    public TimeSpan? Left(StagedImport import) => import is { Stage: ImportStage.Running, Done: > 0 }
        ? time.GetElapsedTime(import.Began) * (Math.Max(0, import.Total - import.Done) / (double)import.Done) : null;

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Nobody awaits it: what happened is logged and shown on the import's page.")]
    private async Task RunAsync(StagedImport import, TableImport table, string by)
    {
        try
        {
            await table.RunAsync(
                by,
                rows =>
                {
                    import.Tell(rows);
                    worker.Wake();
                    return Task.CompletedTask;
                },
                life.ApplicationStopping);
            import.End(null);
        }
        catch (Exception e)
        {
            import.End(e.Message);
            if (e is not OperationCanceledException)
            {
                Failed(log, import.File.FileName, e);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The import of {File} stopped; rows that were taken in stay.")]
    private static partial void Failed(ILogger log, string file, Exception error);
}
