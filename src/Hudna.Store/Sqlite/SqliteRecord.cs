using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Linking;
using Microsoft.Data.Sqlite;

namespace Hudna.Store.Sqlite;

/// <summary>The record in one SQLite file, <c>hudna.db</c> in a folder: write-ahead log, every commit on the disk before it returns.
/// At worst, someone who can write to the file can change what is in it: acts carry no signatures yet.</summary>
public sealed partial class SqliteRecord : IRecord
{
    private readonly SqliteDatabase database;

    // Writers of this process wait here, in order, instead of polling for the file's lock.
    private readonly SemaphoreSlim writing = new(1, 1);

    // The record that this one shows an earlier state of; null for a record that takes acts.
    private readonly SqliteDatabase? earlierOf;

    // The open transaction that this record works in; null for a record whose every call has one of its own.
    private readonly Session? within;

    private SqliteRecord(SqliteDatabase database, SqliteDatabase? earlierOf = null, Session? within = null)
    {
        this.database = database;
        this.earlierOf = earlierOf;
        this.within = within;
    }

    /// <summary>Opens the record in a folder.</summary>
    /// <param name="folder">The folder that holds, or is to hold, <c>hudna.db</c>.</param>
    /// <param name="create">True creates the folder and an empty record when there is none; one that is there is opened as it is.</param>
    /// <exception cref="RecordUnavailableException">There is none and <paramref name="create"/> is false, or the file is not a record,
    /// or a newer program wrote it.</exception>
    public static Task<SqliteRecord> OpenAsync(string folder, bool create) =>
        Task.Run(() => new SqliteRecord(SqliteDatabase.Open(folder, create)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Act>> AppendAsync(
        IReadOnlyList<Act> acts, IReadOnlyList<ReadOnlyMemory<byte>> originals, CancellationToken cancellation) =>
        WriteAsync<IReadOnlyList<Act>>(session => Append(session, acts, originals, null), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Act>> AppendAsync(
        IReadOnlyList<Act> acts, IReadOnlyList<ReadOnlyMemory<byte>> originals, Func<LinkChange, IReadOnlyList<PlannedAct>> follow, CancellationToken cancellation) =>
        WriteAsync<IReadOnlyList<Act>>(session => Append(session, acts, originals, follow), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Act>> LinkAgainAsync(
        IReadOnlyCollection<string> reports, DateTimeOffset at, Func<LinkChange, IReadOnlyList<PlannedAct>> follow, CancellationToken cancellation) =>
        WriteAsync<IReadOnlyList<Act>>(
            session =>
            {
                var projection = new Projection(new SqliteViews(session));
                return Follow(session, projection, projection.LinkChange() with { Reports = reports }, at, follow);
            },
            cancellation);

    /// <inheritdoc/>
    public async Task<T> TogetherAsync<T>(Func<IRecord, Task<T>> work, CancellationToken cancellation)
    {
        if (within is not null)
        {
            return await work(this);
        }

        RefuseEarlier();

        await writing.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => database.WriteAsync(session => work(new SqliteRecord(database, within: session)), cancellation), cancellation);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Act> ActsAsync(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<Act> step;
        do
        {
            step = await ReadAsync(s => Derivation.ActsAfter(s, after), cancellation);
            foreach (Act act in step)
            {
                yield return act;
                after = act.Sequence;
            }
        }
        while (step.Count == Derivation.Step);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Act>> HistoryAsync(string subject, CancellationToken cancellation) => ReadAsync<IReadOnlyList<Act>>(
        s => s.All($"SELECT {Rows.ActColumns} FROM acts WHERE subject = $1 AND {OpenActs} ORDER BY seq", Rows.Act, subject), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Act>> AdditionsAsync(CancellationToken cancellation) => ReadAsync<IReadOnlyList<Act>>(
        s => s.All($"SELECT {Rows.ActColumns} FROM acts WHERE kind IN ('actor_added', 'place_added') ORDER BY seq", Rows.Act), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Act>> LatestActsAsync(int limit, CancellationToken cancellation) => ReadAsync<IReadOnlyList<Act>>(
        s => s.All($"SELECT {Rows.ActColumns} FROM acts WHERE {OpenActs} ORDER BY seq DESC LIMIT $1", Rows.Act, Limited(limit, 1000)), cancellation);

    /// <inheritdoc/>
    public async Task<byte[]?> OriginalAsync(string sha256, CancellationToken cancellation)
    {
        const string Sql = "SELECT bytes FROM originals WHERE sha256 = $1";
        byte[]? bytes = await ReadAsync(s => s.First(Sql, r => r.GetFieldValue<byte[]>(0), sha256), cancellation);
        return bytes is null || earlierOf is null
            ? bytes : await Task.Run(() => earlierOf.Read(s => s.First(Sql, r => r.GetFieldValue<byte[]>(0), sha256)), cancellation);
    }

    /// <inheritdoc/>
    public Task<string?> MissionAsync(CancellationToken cancellation) => ReadAsync(
        s => s.First("SELECT value FROM settings WHERE name = 'mission'", r => r.GetString(0)), cancellation);

    /// <inheritdoc/>
    public Task RememberMissionAsync(string text, CancellationToken cancellation) => WriteAsync(
        s => s.Execute("INSERT INTO settings VALUES ('mission', $1) ON CONFLICT (name) DO UPDATE SET value = $1", text), cancellation);

    /// <inheritdoc/>
    public Task<long> RebuildAsync(IProgress<long>? progress, CancellationToken cancellation) =>
        WriteAsync(session => Derivation.Run(session, progress, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<string> DumpViewsAsync(CancellationToken cancellation) => ReadAsync(Dump, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        writing.Dispose();
        if (within is null)
        {
            database.Close();
        }

        return ValueTask.CompletedTask;
    }

    private static List<Act> Append(
        Session session, IReadOnlyList<Act> acts, IReadOnlyList<ReadOnlyMemory<byte>> originals, Func<LinkChange, IReadOnlyList<PlannedAct>>? follow)
    {
        foreach (ReadOnlyMemory<byte> original in originals)
        {
            session.Execute(
                "INSERT INTO originals VALUES ($1, $2) ON CONFLICT DO NOTHING",
                ContentId.Sha256(original.Span), original.ToArray());
        }

        var projection = new Projection(new SqliteViews(session));
        long last = session.Number("SELECT coalesce(max(seq), 0) FROM acts");
        var appended = new List<Act>(acts.Count);
        foreach (Act act in acts)
        {
            appended.Add(Append(session, projection, act with { Sequence = ++last }));
        }

        projection.Finish();
        if (follow is not null && acts.Count > 0)
        {
            appended.AddRange(Follow(session, projection, projection.LinkChange(), acts[0].At, follow));
        }

        return appended;
    }

    private static List<Act> Follow(Session session, Projection projection, LinkChange change, DateTimeOffset at, Func<LinkChange, IReadOnlyList<PlannedAct>> follow)
    {
        long last = session.Number("SELECT coalesce(max(seq), 0) FROM acts");
        List<Act> followed = [];
        foreach (PlannedAct planned in follow(change))
        {
            followed.Add(Append(session, projection, new Act(++last, at, StreamLinker.By, planned.Subject, planned.Body)));
        }

        projection.Finish();
        return followed;
    }

    private static Act Append(Session session, Projection projection, Act act)
    {
        if (projection.Problem(act) is { } problem)
        {
            throw problem.IsConflict ? new RecordConflictException(problem.Message) : new InvalidActException(problem.Message);
        }

        session.Execute(
            "INSERT INTO acts VALUES ($1, $2, $3, $4, $5, $6)",
            act.Sequence, act.At.ToString("O", CultureInfo.InvariantCulture), act.By, act.Subject, RecordJson.Kind(act.Body),
            RecordJson.Write(act.Body));
        projection.Apply(act);
        return act;
    }

    private static string Dump(Session session)
    {
        var dump = new StringBuilder();
        foreach ((string table, string order) in Schema.ViewTables)
        {
            // The search index has no rows of its own: its terms, and in how many reports and how often each stands.
            bool isIndex = order.Length == 0;
            if (isIndex)
            {
                session.Execute($"CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, {table}, row)");
            }

            string sql = isIndex ? "SELECT term, doc, cnt FROM temp.terms ORDER BY term" : $"SELECT * FROM {table} ORDER BY {order}";
            foreach (string line in session.All(sql, PrintRow))
            {
                dump.Append(table).Append('\t').Append(line).Append('\n');
            }
        }

        return dump.ToString();
    }

    private static string PrintRow(SqliteDataReader row) => string.Join('\t', Enumerable.Range(0, row.FieldCount).Select(i => row.GetValue(i) switch
    {
        DBNull => "∅",
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var value => value.ToString(),
    }));

    private static int Limited(int limit, int max) => limit >= 1 && limit <= max
        ? limit : throw new ArgumentOutOfRangeException(nameof(limit), limit, string.Create(null, $"1 to {max} is expected"));

    private static int FromZero(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return offset;
    }

    private void RefuseEarlier()
    {
        if (earlierOf is not null)
        {
            throw new InvalidOperationException("This is the record as it stood at an earlier act: it is for reading only. Write to the record itself.");
        }
    }

    // SQLite answers on the calling thread; the pool's threads take that.
    private Task<T> ReadAsync<T>(Func<Session, T> read, CancellationToken cancellation) =>
        within is not null ? Task.FromResult(read(within)) : Task.Run(() => database.Read(read), cancellation);

    private async Task<T> WriteAsync<T>(Func<Session, T> write, CancellationToken cancellation)
    {
        RefuseEarlier();

        if (within is not null)
        {
            return SqliteDatabase.WriteWithin(within, write, cancellation);
        }

        await writing.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => database.Write(write, cancellation), cancellation);
        }
        finally
        {
            writing.Release();
        }
    }
}
