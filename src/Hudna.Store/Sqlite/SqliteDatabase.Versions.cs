using Microsoft.Data.Sqlite;

namespace Hudna.Store.Sqlite;

/// <content>Whether a file is ours, of which version, and how it comes to be of this one.</content>
internal sealed partial class SqliteDatabase
{
    /// <summary>SQLITE_BUSY (sqlite.org/rescode.html).</summary>
    private const int Busy = 5;

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
    // tables of the mechanism, the columns of incidents that it needs, and the table of incidents to be assessed again. Version 3 added what facts around
    // the truce need, version 4 mappings, what reports are in the lists that
    // they come from, fingerprints and copies of reports, origins of incidents, sources and grades, version 5 tellings, incidents that may be one, and weights.
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
