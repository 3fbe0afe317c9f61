using System.Globalization;

namespace Hudna.Store.Sqlite;

/// <summary>Makes the record as it stood after an act: its acts up to that one, copied into a database in memory, and the views that
/// follow from them. Of originals it holds the hashes only; their bytes are read from the record itself.</summary>
internal static class AsOfCopy
{
    /// <summary>Copies and derives.</summary>
    /// <param name="source">The record's database.</param>
    /// <param name="state">Sequence number of the last act to copy; 0 to the present one.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such act.</exception>
    public static SqliteDatabase Make(SqliteDatabase source, long state, CancellationToken cancellation)
    {
        long last = source.Read(s => s.Number("SELECT coalesce(max(seq), 0) FROM acts"));
        if (state < 0 || state > last)
        {
            throw new ArgumentOutOfRangeException(nameof(state), state, string.Create(CultureInfo.InvariantCulture, $"an act's sequence number is expected, 0 to {last}"));
        }

        SqliteDatabase? copy = SqliteDatabase.InMemory();
        try
        {
            copy.Write(
                session =>
                {
                    CopyActs(source, session, state, cancellation);
                    CopyNames(source, session, state);
                    return Derivation.Run(session, null, cancellation);
                },
                cancellation);
            (SqliteDatabase done, copy) = (copy, null);
            return done;
        }
        finally
        {
            copy?.Close();
        }
    }

    // Acts do not change, so that steps read one after the other belong together.
    private static void CopyActs(SqliteDatabase source, Session target, long state, CancellationToken cancellation)
    {
        for (long after = 0; after < state; after += Derivation.Step)
        {
            cancellation.ThrowIfCancellationRequested();
            long from = after, to = Math.Min(after + Derivation.Step, state);
            foreach (object[] row in source.Read(s => s.All("SELECT * FROM acts WHERE seq > $1 AND seq <= $2 ORDER BY seq", Values, from, to)))
            {
                target.Execute("INSERT INTO acts VALUES ($1, $2, $3, $4, $5, $6)", row);
            }
        }
    }

    private static void CopyNames(SqliteDatabase source, Session target, long state)
    {
        List<object[]> hashes = source.Read(s => s.All(
            """
            SELECT DISTINCT coalesce(CAST(payload AS TEXT) ->> '$.original_sha256', CAST(payload AS TEXT) ->> '$.sha256') FROM acts
            WHERE seq <= $1 AND kind IN ('report_filed', 'agreement_filed', 'bulletin_published')
            """,
            Values, state));
        foreach (object[] row in hashes)
        {
            target.Execute("INSERT INTO originals VALUES ($1, $2)", row[0], Array.Empty<byte>());
        }

        foreach (object[] row in source.Read(s => s.All("SELECT name, value FROM settings", Values)))
        {
            target.Execute("INSERT INTO settings VALUES ($1, $2)", row);
        }
    }

    private static object[] Values(Microsoft.Data.Sqlite.SqliteDataReader row)
    {
        var values = new object[row.FieldCount];
        row.GetValues(values);
        return values;
    }
}
