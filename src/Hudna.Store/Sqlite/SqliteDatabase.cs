using Microsoft.Data.Sqlite;

namespace Hudna.Store.Sqlite;

/// <summary>The file: opening, creating and checking it, and transactions on it.</summary>
internal sealed class SqliteDatabase
{
    /// <summary>How long a writer waits for another process's transaction.</summary>
    private const int BusyTimeoutSeconds = 60;

    /// <summary>SQLITE_BUSY, SQLITE_CANTOPEN and SQLITE_NOTADB (sqlite.org/rescode.html).</summary>
    private const int Busy = 5, CannotOpen = 14, NotADatabase = 26;

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

    private void Prepare(string file, bool create)
    {
        (long application, long version) = Identify();
        if (application == 0 && create)
        {
            Create(file);
            (application, version) = Identify();
        }

        if (application != Schema.ApplicationId)
        {
            throw new RecordUnavailableException(
                $"{file} is no record of Hudna (application id {application:X8}, expected {Schema.ApplicationId:X8}). Move it away, or name another folder.");
        }

        if (version > Schema.Version)
        {
            throw new RecordUnavailableException(
                $"{file} has version {version}; this program knows versions up to {Schema.Version}. Use the newer program.");
        }

        if (version < Schema.Version)
        {
            Write(Upgrade, CancellationToken.None);
        }
    }

    // An older file keeps its acts, originals and settings, which have had the same tables since version 1; all else is derived anew
    // from the acts, however long that takes, in one transaction: killed in the middle, the file is as it was. Version 2 added the
    // tables of the mechanism, the columns of incidents that it needs, and the table of incidents to be assessed again.
    private static long Upgrade(Session session)
    {
        if (session.Number("PRAGMA user_version") == Schema.Version)
        {
            return 0; // Another process was faster.
        }

        session.Execute(Schema.Work);
        long applied = Derivation.Run(session, null, CancellationToken.None);
        session.Execute($"PRAGMA user_version = {Schema.Version}");
        return applied;
    }

    private static void CreateTables(Session session)
    {
        session.Execute(Schema.Authoritative);
        session.Execute(Schema.Work);
        session.Execute(Schema.Views);
        session.Execute($"PRAGMA application_id = {Schema.ApplicationId}");
        session.Execute($"PRAGMA user_version = {Schema.Version}");
    }

    private (long Application, long Version) Identify() =>
        Read(s => (s.Number("PRAGMA application_id"), s.Number("PRAGMA user_version")));

    private void Create(string file)
    {
        using (Session session = Connect())
        {
            if (session.Number("SELECT count(*) FROM sqlite_schema") > 0 && session.Number("PRAGMA application_id") == 0)
            {
                throw new RecordUnavailableException($"{file} is a database of something else. Move it away, or name another folder.");
            }

            EnterWal(session);
        }

        // Two processes may create at once: the second finds the first one's tables and is content.
        Write(
            s =>
            {
                if (s.Number("PRAGMA application_id") == 0)
                {
                    CreateTables(s);
                }

                return 0;
            },
            CancellationToken.None);
    }

    // Changing the journal mode answers "busy" at once while another process does the same; it stays in the file.
    private static void EnterWal(Session session)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                session.Execute("PRAGMA journal_mode = WAL");
                return;
            }
            catch (SqliteException e) when (e.SqliteErrorCode == Busy && attempt < 50)
            {
                Thread.Sleep(20);
            }
        }
    }
}
