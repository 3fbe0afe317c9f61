using System.Globalization;
using System.Runtime.CompilerServices;
using Hudna.Incidents;
using Hudna.Linking;

namespace Hudna.Store.Sqlite;

public sealed partial class SqliteRecord
{
    private const int TellingsStep = 5_000;

    /// <inheritdoc/>
    public Task<Page<PossiblePair>> PossiblePairsAsync(string? incidentId, int offset, int limit, CancellationToken cancellation)
    {
        const string From = "FROM possible_incidents p JOIN incidents a ON a.id = p.incident_id JOIN incidents b ON b.id = p.other_id";
        var where = new Where();
        where.And("a.claims > 0 AND b.claims > 0");
        if (incidentId is not null)
        {
            string id = where.Value(incidentId);
            where.And($"(p.incident_id = {id} OR p.other_id = {id})");
        }

        string most = where.Value(Limited(limit, 500)), from = where.Value(FromZero(offset));
        return ReadAsync(
            s => new Page<PossiblePair>(
                s.All(
                    $"SELECT a.json, b.json, p.json {From}{where} ORDER BY p.probability DESC, p.incident_id, p.other_id LIMIT {most} OFFSET {from}",
                    row => new PossiblePair(
                        RecordJson.ReadIncident(row.GetFieldValue<byte[]>(0)), RecordJson.ReadIncident(row.GetFieldValue<byte[]>(1)),
                        RecordJson.ReadEvidence(row.GetFieldValue<byte[]>(2))),
                    where.Values),
                (int)s.Number($"SELECT count(*) {From}{where}", where.Values),
                offset),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<(Incident Incident, int Claims)>> HeirsAsync(string incidentId, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<(Incident, int)>>(
            s => s.All(
                "SELECT i.json, h.claims FROM incident_heirs h JOIN incidents i ON i.id = h.heir_id WHERE h.incident_id = $1 AND i.claims > 0 ORDER BY h.claims DESC, i.number",
                row => (RecordJson.ReadIncident(row.GetFieldValue<byte[]>(0)), row.GetInt32(1)), incidentId),
            cancellation);

    /// <inheritdoc/>
    public Task<bool> IsRuledOnAsync(string incidentId, CancellationToken cancellation) => ReadAsync(s => new SqliteViews(s).IsRuledOn(incidentId), cancellation);

    /// <inheritdoc/>
    public Task<AdoptedWeights?> LinkWeightsAsync(CancellationToken cancellation) => ReadAsync(
        s => s.First(
            "SELECT act, tellings, at, by, json FROM link_weights",
            row => new AdoptedWeights(
                RecordJson.ReadWeights(row.GetFieldValue<byte[]>(4)), row.GetInt32(1),
                DateTimeOffset.Parse(row.GetString(2), CultureInfo.InvariantCulture), row.GetString(3), row.GetInt64(0))),
        cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Telling> TellingsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        long after = 0;
        List<(long Number, Telling Telling)> step;
        do
        {
            step = await ReadAsync(
                s => s.All(
                    "SELECT number, json FROM tellings WHERE number > $1 ORDER BY number LIMIT $2",
                    row => (row.GetInt64(0), RecordJson.ReadTelling(row.GetFieldValue<byte[]>(1))), after, TellingsStep),
                cancellation);
            foreach ((long number, Telling telling) in step)
            {
                yield return telling;
                after = number;
            }
        }
        while (step.Count == TellingsStep);
    }
}
