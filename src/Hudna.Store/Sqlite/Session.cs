using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Hudna.Store.Sqlite;

/// <summary>One use of a connection: prepared statements by their text, values bound by position ($1, $2, …).</summary>
internal sealed class Session(string connectionString) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    public SqliteConnection Connection { get; } = new(connectionString);

    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>The rows, read to the end at once.</summary>
    public List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using SqliteDataReader rows = Prepare(sql, values).ExecuteReader();
        var all = new List<T>();
        while (rows.Read())
        {
            all.Add(read(rows));
        }

        return all;
    }

    /// <summary>The first row; the default value when there is none.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using SqliteDataReader rows = Prepare(sql, values).ExecuteReader();
        return rows.Read() ? read(rows) : default;
    }

    /// <summary>The number in the first row's first column; 0 when there is no row.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values) => First(sql, r => r.GetInt64(0), values);

    public void Dispose()
    {
        foreach (SqliteCommand command in prepared.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
    }

    [SuppressMessage(
        "Security", "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "Every text is put together from constants of this folder; what comes from outside is always a bound value.")]
    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out SqliteCommand? command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            prepared.Add(sql, command);
        }

        command.Transaction = Transaction;
        command.Parameters.Clear();
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(string.Create(null, $"${i + 1}"), values[i] ?? DBNull.Value);
        }

        return command;
    }

    /// <summary>The transaction that statements run in; set by <see cref="SqliteDatabase"/>.</summary>
    public SqliteTransaction? Transaction { get; set; }
}
