using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Hudna.Importing;
using Hudna.Server.Features.Filing;
using Hudna.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hudna.Server.Features.Importing;

/// <summary>Tables on their way into the record: kept on the disk from upload to confirmation, then taken in in the background.</summary>
internal sealed partial class ImportDesk(Intake intake, ImportShelf shelf, ReadingWorker worker, TimeProvider time, IHostApplicationLifetime life, ILogger<ImportDesk> log)
{
    /// <summary>Results that are remembered; they say what became of a table, and are no table any more.</summary>
    private const int RememberedMax = 50;

    private readonly Lock changing = new();
    private readonly List<StagedImport> known = [];

    /// <summary>Keeps a table and gives it an address of its own, which nobody can guess.</summary>
    public async Task<StagedImport> HoldAsync(TableFile file, Stream bytes, Stream? form, CancellationToken cancellation)
    {
        string id = RandomNumberGenerator.GetHexString(24, lowercase: true);
        await shelf.PutAsync(id, file, bytes, form, cancellation);
        shelf.Clear(kept => kept == id || Known(kept) is { Stage: ImportStage.Running });
        return Remember(new StagedImport(id, file));
    }

    /// <summary>A table that is kept, or what became of one; null when it is not any more.</summary>
    public StagedImport? Find(string id) => Known(id) is { } import && (import.Stage != ImportStage.Looked || shelf.Find(id) is not null) ? import
        : shelf.Find(id) is { } file ? Remember(new StagedImport(id, file)) : null;

    /// <summary>The table as it would be read now.</summary>
    /// <exception cref="BadTableException">It cannot be read.</exception>
    public async Task<TableImport> OpenAsync(StagedImport import, CancellationToken cancellation) =>
        await TableImport.OpenAsync(intake, await shelf.ReadAsync(import.Id, import.File, cancellation), cancellation);

    /// <summary>Has a table read by another mapping from now on.</summary>
    public async Task ChangeAsync(StagedImport import, Mapping mapping, CancellationToken cancellation)
    {
        import.File = import.File with { Mapping = mapping };
        await shelf.ChangeAsync(import.Id, import.File, cancellation);
    }

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

    private StagedImport? Known(string id)
    {
        lock (changing)
        {
            return known.Find(h => string.Equals(h.Id, id, StringComparison.Ordinal));
        }
    }

    // Two visits to one table after a restart meet one.
    private StagedImport Remember(StagedImport import)
    {
        lock (changing)
        {
            if (known.Find(h => string.Equals(h.Id, import.Id, StringComparison.Ordinal)) is { } there)
            {
                return there;
            }

            known.Add(import);
            if (known.Count > RememberedMax && known.Find(h => h.Stage != ImportStage.Running && h != import) is { } oldest)
            {
                known.Remove(oldest);
            }

            return import;
        }
    }

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
            shelf.Drop(import.Id);
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
