using Microsoft.Data.Sqlite;

namespace Hudna.Store.Sqlite;

/// <summary>The file, or a database in memory: opening it, and transactions on it.</summary>
internal sealed partial class SqliteDatabase
{
    /// <summary>How long a writer waits for another process's transaction.</summary>
    private const int BusyTimeoutSeconds = 60;

    /// <summary>SQLITE_CANTOPEN and SQLITE_NOTADB (sqlite.org/rescode.html).</summary>
    private const int CannotOpen = 14, NotADatabase = 26;

    private readonly string connectionString;

    // A database in memory is its one connection's: uses of it take turns. Null for a file.
    private readonly Lock turn = new();
    private Session? kept;
    private bool isClosed;

    private SqliteDatabase(string source) => connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = source,
        Mode = source == Memory ? SqliteOpenMode.Memory : SqliteOpenMode.ReadWrite,
        Pooling = source != Memory,
        ForeignKeys = true,
        DefaultTimeout = BusyTimeoutSeconds,
    }.ConnectionString;

    private const string Memory = ":memory:";

    /// <summary>An empty record in memory, gone when it is closed. Nothing of it reaches the disk.</summary>
    public static SqliteDatabase InMemory()
    {
        var database = new SqliteDatabase(Memory);
        database.kept = database.Connect();
        database.kept.Execute("PRAGMA temp_store = MEMORY");
        database.Write(
            session =>
            {
                CreateTables(session);
                return 0;
            },
            CancellationToken.None);
        return database;
    }

    /// <summary>Opens the database in a folder.</summary>
    /// <exception cref="RecordUnavailableException">There is none and <paramref name="create"/> is false; or it is not ours.</exception>
    public static SqliteDatabase Open(string folder, bool create)
    {
        string file = Path.Combine(Path.GetFullPath(folder), "hudna.db");
        if (!File.Exists(file))
        {
            if (!create)
            {
                throw new RecordUnavailableException(
                    $"There is no record in {folder}: {file} does not exist. Name the right folder, or create a record there.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using FileStream made = new(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        }

        var database = new SqliteDatabase(file);
        try
        {
            database.Prepare(file, create);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is NotADatabase or CannotOpen)
        {
            throw new RecordUnavailableException($"{file} cannot be opened as a record: {e.Message} Move it away, or name another folder.");
        }

        return database;
    }

    /// <summary>Reads within one transaction, so that what is read belongs together.</summary>
    public T Read<T>(Func<Session, T> read) => Use(session =>
    {
        using SqliteTransaction transaction = session.Connection.BeginTransaction(deferred: true);
        session.Transaction = transaction;
        return read(session);
    });

    /// <summary>Writes within one transaction that holds the write lock from its start; commits when <paramref name="write"/> returns.</summary>
    public T Write<T>(Func<Session, T> write, CancellationToken cancellation) => Use(session =>
    {
        using SqliteTransaction transaction = session.Connection.BeginTransaction(deferred: false);
        session.Transaction = transaction;
        T result = write(session);
        cancellation.ThrowIfCancellationRequested();
        transaction.Commit();
        return result;
    });

    /// <summary>The same for work that waits for something between its statements. Not for a database in memory.</summary>
    public async Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancellation)
    {
        using Session session = Connect();

        // Ids are hashes, so that rows written together lie all over the file: with SQLite's own 2 MB, a record of 150,000 rows was read from the disk
        // again and again.
        session.Execute("PRAGMA cache_size = -65536");
        await using SqliteTransaction transaction = BeginWriting(session);
        session.Transaction = transaction;
        T result = await write(session);
        cancellation.ThrowIfCancellationRequested();
        await transaction.CommitAsync(cancellation);
        return result;
    }

    // The driver's asynchronous form cannot ask for the write lock from the start.
    private static SqliteTransaction BeginWriting(Session session) => session.Connection.BeginTransaction(deferred: false);

    /// <summary>Writes within a transaction that is open already: when <paramref name="write"/> throws, what it wrote is undone and what was
    /// written before it stays.</summary>
    public static T WriteWithin<T>(Session session, Func<Session, T> write, CancellationToken cancellation)
    {
        const string Step = "step";
        SqliteTransaction transaction = session.Transaction!;
        transaction.Save(Step);
        try
        {
            T result = write(session);
            cancellation.ThrowIfCancellationRequested();
            transaction.Release(Step);
            return result;
        }
        catch
        {
            transaction.Rollback(Step);
            transaction.Release(Step);
            throw;
        }
    }

    /// <summary>Gives the file's handles back; a database in memory is gone.</summary>
    public void Close()
    {
        lock (turn)
        {
            isClosed = true;
            kept?.Dispose();
        }

        if (kept is null)
        {
            using var connection = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    private T Use<T>(Func<Session, T> use)
    {
        if (kept is null)
        {
            using Session session = Connect();
            return use(session);
        }

        lock (turn)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            return use(kept);
        }
    }

    private Session Connect()
    {
        Session? session = null;
        try
        {
            session = new Session(connectionString);
            session.Connection.Open();

            // FULL: a commit is on the disk before it returns, in WAL mode too. The driver waits by DefaultTimeout on top of this.
            session.Execute("PRAGMA synchronous = FULL");
            session.Execute("PRAGMA busy_timeout = 5000");
            (Session opened, session) = (session, null);
            return opened;
        }
        finally
        {
            session?.Dispose();
        }
    }
}
