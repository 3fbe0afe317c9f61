using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Store.Sqlite;

public sealed partial class SqliteRecord
{
    /// <inheritdoc/>
    public Task<Page<Incident>> IncidentsAsync(IncidentFilter filter, CancellationToken cancellation)
    {
        Where where = WhereIncident(filter);
        string limit = where.Value(Limited(filter.Limit, 5000));
        string offset = where.Value(FromZero(filter.Offset));
        return ReadAsync(
            s => new Page<Incident>(
                s.All(
                    $"SELECT json FROM incidents i{where} ORDER BY first DESC NULLS LAST, number DESC LIMIT {limit} OFFSET {offset}",
                    Rows.Incident, where.Values),
                (int)s.Number($"SELECT count(*) FROM incidents i{where}", where.Values),
                filter.Offset),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<Incident?> IncidentAsync(string id, CancellationToken cancellation) =>
        ReadAsync(s => s.First("SELECT json FROM incidents WHERE id = $1", Rows.Incident, id), cancellation);

    /// <inheritdoc/>
    public Task<Incident?> IncidentByNumberAsync(int number, CancellationToken cancellation) =>
        ReadAsync(s => s.First("SELECT json FROM incidents WHERE number = $1", Rows.Incident, number), cancellation);

    /// <inheritdoc/>
    public Task<int> LastIncidentNumberAsync(CancellationToken cancellation) =>
        ReadAsync(s => new SqliteViews(s).LastIncidentNumber(), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DayCount>> IncidentDaysAsync(IncidentFilter filter, CancellationToken cancellation)
    {
        Where where = WhereIncident(filter);
        where.And("first IS NOT NULL");
        return ReadAsync<IReadOnlyList<DayCount>>(
            s => s.All(
                $"SELECT first, count(*), sum(last > first) FROM incidents i{where} GROUP BY first ORDER BY first",
                row => new DayCount(Rows.Day(row, 0)!.Value, row.GetInt32(1), row.GetInt32(2)), where.Values),
            cancellation);
    }

    private static Where WhereIncident(IncidentFilter filter)
    {
        // "claim" below is any claim of the incident that is not rejected.
        const string Claim = "SELECT 1 FROM claims c WHERE c.incident_id = i.id AND c.status <> 'rejected'";
        var where = new Where();
        where.And("i.claims > 0");
        if (filter.Type is { } type)
        {
            where.And($"EXISTS ({Claim} AND c.type = {where.Value(Wire.Name(type))})");
        }

        if (filter.From is { } from)
        {
            where.And($"i.last >= {where.Value(from)}");
        }

        if (filter.To is { } to)
        {
            where.And($"i.first <= {where.Value(to)}");
        }

        if (filter.PlaceId is { } placeId)
        {
            where.And($"EXISTS ({Claim} AND c.id IN (SELECT claim_id FROM claim_places WHERE place_id = {where.Value(placeId)}))");
        }

        if (filter.ActorId is { } actorId)
        {
            where.And($"EXISTS ({Claim} AND c.id IN (SELECT claim_id FROM claim_actors WHERE actor_id = {where.Value(actorId)}))");
        }

        if (filter.Differing)
        {
            where.And("i.differing > 0");
        }

        if (filter.ManySources)
        {
            where.And("i.sources > 1");
        }

        if (filter.Independent)
        {
            where.And("i.asserting > 1");
        }

        if (filter.SingleSource)
        {
            where.And("i.asserting = 1");
        }

        if (filter.Contested)
        {
            where.And("i.contested > 0");
        }

        if (filter.Outcome is { } outcome)
        {
            where.And($"(i.outcomes & {where.Value(SqliteViews.Bit(outcome))}) <> 0");
        }

        if (filter.Box is { } box)
        {
            where.And($"i.lat BETWEEN {where.Value(box.South)} AND {where.Value(box.North)}");
            where.And($"i.lon BETWEEN {where.Value(box.West)} AND {where.Value(box.East)}");
        }

        foreach (string word in Where.Words(filter.Query))
        {
            where.And($"""
                EXISTS ({Claim} AND (
                    c.report_id IN (SELECT id FROM reports WHERE seq IN ({where.ReportsWith(word)}))
                    OR EXISTS (SELECT 1 FROM claim_places p WHERE p.claim_id = c.id AND {where.Contains("p.folded", word)})
                    OR EXISTS (SELECT 1 FROM claim_actors a WHERE a.claim_id = c.id AND {where.Contains("a.folded", word)})))
                """);
        }

        return where;
    }
}
