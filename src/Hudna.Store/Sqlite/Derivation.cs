using Hudna.Acts;

namespace Hudna.Store.Sqlite;

/// <summary>Derives every view anew from the acts.</summary>
internal static class Derivation
{
    /// <summary>Acts per step when reading or deriving.</summary>
    public const int Step = 1_000;

    /// <summary>Drops the views, of whatever version, and derives them within the session's transaction. All incidents are then to be
    /// assessed again: an assessment may come out differently by a newer program.</summary>
    /// <param name="session">A session that writes.</param>
    /// <param name="progress">Told the number of acts applied, after each step.</param>
    /// <param name="cancellation">Looked at before each step.</param>
    /// <returns>The number of acts applied.</returns>
    public static long Run(Session session, IProgress<long>? progress, CancellationToken cancellation)
    {
        foreach ((string table, _) in Schema.ViewTables)
        {
            session.Execute($"DROP TABLE IF EXISTS {table}");
        }

        session.Execute(Schema.Views);
        session.Execute("DELETE FROM stale_incidents");
        var projection = new Projection(new SqliteViews(session));
        long after = 0, applied = 0;
        List<Act> step;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            step = ActsAfter(session, after);
            foreach (Act act in step)
            {
                projection.Apply(act);
                after = act.Sequence;
            }

            projection.Flush();
            applied += step.Count;
            progress?.Report(applied);
        }
        while (step.Count == Step);
        projection.Finish();
        return applied;
    }

    /// <summary>The next acts after a sequence number, <see cref="Step"/> at most.</summary>
    public static List<Act> ActsAfter(Session session, long after) => session.All(
        $"SELECT {Rows.ActColumns} FROM acts WHERE seq > $1 ORDER BY seq LIMIT $2", Rows.Act, after, Step);
}
