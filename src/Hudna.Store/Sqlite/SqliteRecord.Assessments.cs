using Hudna.Acts;
using Hudna.Assessment;
using Hudna.Incidents;

namespace Hudna.Store.Sqlite;

/// <content>Which incidents to assess again, and what came of it.</content>
public sealed partial class SqliteRecord
{
    /// <inheritdoc/>
    public Task<StaleIncidents> StaleIncidentsAsync(int limit, CancellationToken cancellation)
    {
        int limited = Limited(limit, 5000);
        return ReadAsync(s => Stale(s, limited), cancellation);
    }

    /// <inheritdoc/>
    public Task<int> NoteAssessedAsync(
        long seen, DateTimeOffset at, string by, IReadOnlyCollection<string> looked, IReadOnlyDictionary<string, IncidentAssessment> changed,
        CancellationToken cancellation) =>
        changed.Keys.Except(looked, StringComparer.Ordinal).FirstOrDefault() is { } unseen
            ? throw new ArgumentException($"incident {unseen} has a new assessment but was not looked at", nameof(changed))
            : WriteAsync(session => NoteAssessed(session, seen, at, by, looked, changed), cancellation);

    private static StaleIncidents Stale(Session session, int limit)
    {
        var views = new SqliteViews(session);
        long seen = Last(session);
        if (views.Agreement() is null)
        {
            return new StaleIncidents(seen, [], 0);
        }

        List<Incident> incidents = session.All(
            "SELECT i.json FROM stale_incidents s JOIN incidents i ON i.number = s.number ORDER BY s.number LIMIT $1", Rows.Incident, limit);
        return new StaleIncidents(
            seen, [.. incidents.Select(i => new StaleIncident(i, views.ClaimsOf(i.Id), views.Assessment(i.Id)))],
            (int)session.Number("SELECT count(*) FROM stale_incidents"));
    }

    private static int NoteAssessed(
        Session session, long seen, DateTimeOffset at, string by, IReadOnlyCollection<string> looked,
        IReadOnlyDictionary<string, IncidentAssessment> changed)
    {
        var views = new SqliteViews(session);
        long added = session.Number("SELECT coalesce(max(seq), 0) FROM acts WHERE kind IN ('actor_added', 'place_added')");
        if (views.Agreement() is not { } agreement || agreement.Changed > seen || added > seen)
        {
            return 0;
        }

        var acts = new SortedList<long, Act>();
        foreach (string id in looked.Distinct(StringComparer.Ordinal))
        {
            long number = session.Number("SELECT number FROM incidents WHERE id = $1 AND changed <= $2", id, seen);
            if (number > 0)
            {
                session.Execute("DELETE FROM stale_incidents WHERE number = $1", number);
            }

            // Two processes may have looked at the same time, and found the same.
            if (number > 0 && changed.TryGetValue(id, out IncidentAssessment? assessment) && (views.Assessment(id) is not { } before || !RecordJson.IsSame(before, assessment)))
            {
                acts.Add(number, new Act(0, at, by, id, new IncidentAssessed(seen, assessment)));
            }
        }

        return Append(session, [.. acts.Values], [], null).Count;
    }
}
