using Hudna.Incidents;
using Hudna.Reading;
using Microsoft.Data.Sqlite;

namespace Hudna.Store.Sqlite;

public sealed partial class SqliteRecord
{
    /// <inheritdoc/>
    public Task<Page<Claim>> ClaimsAsync(ClaimFilter filter, CancellationToken cancellation) =>
        ClaimsAsync(filter, (_, claims) => claims, cancellation);

    /// <inheritdoc/>
    public Task<Page<ReportedClaim>> ReportedClaimsAsync(ClaimFilter filter, CancellationToken cancellation) =>
        ClaimsAsync(filter, Reported, cancellation);

    private static List<ReportedClaim> Reported(Session session, List<Claim> claims)
    {
        var reports = new Dictionary<string, ReportedClaim>(StringComparer.Ordinal);
        return claims.ConvertAll(claim =>
        {
            if (!reports.TryGetValue(claim.ReportId, out ReportedClaim? known))
            {
                Report report = Rows.Report(session, claim.ReportId)!;
                known = new ReportedClaim(claim, report.Title, report.Kind, report.Sources, report.Published, report.Confidentiality);
                reports.Add(claim.ReportId, known);
            }

            return known with { Claim = claim };
        });
    }

    private Task<Page<T>> ClaimsAsync<T>(ClaimFilter filter, Func<Session, List<Claim>, List<T>> turn, CancellationToken cancellation)
    {
        var where = new Where();
        where.AndEqual("report_id", filter.ReportId);
        where.AndEqual("incident_id", filter.IncidentId);
        where.AndEqual("kind", filter.Kind);
        if (filter.Kinds is { } kinds)
        {
            where.And($"kind IN ({string.Join(", ", kinds.Select(k => where.Value(Wire.Name(k))))})");
        }

        where.AndEqual("subject", filter.Subject);
        if (filter.Live)
        {
            where.And("status <> 'rejected'");
        }

        where.AndEqual("type", filter.Type);
        where.AndEqual("status", filter.Status);
        if (filter.Unlinked)
        {
            where.And("incident_id IS NULL AND status <> 'rejected'");
        }

        if (filter.From is { } from)
        {
            where.And($"last >= {where.Value(from)}");
        }

        if (filter.To is { } to)
        {
            where.And($"first <= {where.Value(to)}");
        }

        if (filter.Box is { } box)
        {
            where.And($"id IN (SELECT claim_id FROM claim_places WHERE lat BETWEEN {where.Value(box.South)} AND {where.Value(box.North)} AND lon BETWEEN {where.Value(box.West)} AND {where.Value(box.East)})");
        }

        if (filter.ActorId is not null)
        {
            where.And($"id IN (SELECT claim_id FROM claim_actors WHERE actor_id = {where.Value(filter.ActorId)})");
        }

        if (filter.PlaceId is not null)
        {
            where.And($"id IN (SELECT claim_id FROM claim_places WHERE place_id = {where.Value(filter.PlaceId)})");
        }

        string order = filter.ReportId is null ? "seq DESC" : "start, \"end\", id";
        string limit = where.Value(Limited(filter.Limit, 1000));
        string offset = where.Value(FromZero(filter.Offset));
        return ReadAsync(
            s => new Page<T>(
                turn(s, s.All($"SELECT json FROM claims{where} ORDER BY {order} LIMIT {limit} OFFSET {offset}", Rows.Claim, where.Values)),
                (int)s.Number($"SELECT count(*) FROM claims{where}", where.Values),
                filter.Offset),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<Claim?> ClaimAsync(string id, CancellationToken cancellation) =>
        ReadAsync(s => s.First("SELECT json FROM claims WHERE id = $1", Rows.Claim, id), cancellation);

    /// <inheritdoc/>
    public Task<Page<NamedCount>> ActorsAsync(string? query, int offset, int limit, CancellationToken cancellation) =>
        NamedAsync("claim_actors", "actor_id", "coalesce(type, 'other')", query, offset, limit, cancellation);

    /// <inheritdoc/>
    public Task<Page<NamedCount>> PlacesAsync(string? query, int offset, int limit, CancellationToken cancellation) =>
        NamedAsync("claim_places", "place_id", "kind", query, offset, limit, cancellation);

    private const string Standing = "(SELECT id FROM claims WHERE status <> 'rejected')";

    // A query picks the actors or places; the count is then of all claims that name them, whatever the wording.
    private Task<Page<NamedCount>> NamedAsync(
        string table, string id, string kind, string? query, int offset, int limit, CancellationToken cancellation)
    {
        var where = new Where();
        where.And($"n.{id} IS NOT NULL");
        where.And("n.claim_id IN " + Standing);
        foreach (string word in Where.Words(query))
        {
            where.And($"n.{id} IN (SELECT m.{id} FROM {table} m WHERE {where.Contains("m.folded", word)})");
        }

        string limited = where.Value(Limited(limit, 500));
        string from = where.Value(FromZero(offset));
        string commonest = $"FROM {table} m WHERE m.{id} = named.id AND m.claim_id IN {Standing} GROUP BY 1 ORDER BY 1 IS NULL, count(*) DESC, 1 LIMIT 1";
        return ReadAsync(
            s => new Page<NamedCount>(
                s.All(
                    $"""
                    SELECT id, (SELECT m.name {commonest}), (SELECT m.text {commonest}), (SELECT {kind} {commonest}), claims FROM
                        (SELECT n.{id} AS id, count(DISTINCT n.claim_id) AS claims FROM {table} n{where} GROUP BY n.{id}
                         ORDER BY claims DESC, id LIMIT {limited} OFFSET {from}) AS named
                    ORDER BY claims DESC, id
                    """,
                    Named,
                    where.Values),
                (int)s.Number($"SELECT count(DISTINCT n.{id}) FROM {table} n{where}", where.Values),
                offset),
            cancellation);
    }

    private static NamedCount Named(SqliteDataReader row) =>
        new(row.GetString(0), Rows.Text(row, 1), row.GetString(2), row.GetString(3), row.GetInt32(4));
}
