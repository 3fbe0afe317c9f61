using System.Globalization;
using Hudna.Incidents;
using Hudna.Linking;
using Microsoft.Data.Sqlite;

namespace Hudna.Store.Sqlite;

internal sealed partial class SqliteViews
{
    // What was read in this transaction, by number: those of one town are asked for again and again.
    private readonly Dictionary<long, Telling> known = [];

    private Telling Telling(SqliteDataReader row)
    {
        long number = row.GetInt64(0);
        if (!known.TryGetValue(number, out Telling? telling))
        {
            known[number] = telling = RecordJson.ReadTelling(row.GetFieldValue<byte[]>(1));
        }

        return telling;
    }

    public IReadOnlyList<Claim> ClaimsIn(string reportId) =>
        session.All("SELECT json FROM claims WHERE report_id = $1 ORDER BY seq", Rows.Claim, reportId);

    public void PutTellings(string reportId, IReadOnlyList<Telling> tellings)
    {
        session.Execute("DELETE FROM telling_boxes WHERE number IN (SELECT number FROM tellings WHERE report_id = $1)", reportId);
        session.Execute("DELETE FROM tellings WHERE report_id = $1", reportId);
        foreach (Telling telling in tellings)
        {
            long number = session.Number("SELECT seq FROM claims WHERE id = $1", telling.Id);
            TellingArea? area = TellingArea.Of(telling.Report);
            known.Remove(number);
            session.Execute(
                "INSERT INTO tellings VALUES ($1, $2, $3, $4, $5, $6, $7)",
                number, reportId, area?.Place, area?.Box is null ? 0 : 1, area?.First, area?.Last, RecordJson.Write(telling));
            if (area is { Box: { } box })
            {
                session.Execute(
                    "INSERT INTO telling_boxes VALUES ($1, $2, $3, $4, $5, $6, $7)", number, box.South, box.North, box.West, box.East, area.First, area.Last);
            }
        }
    }

    public IReadOnlyList<Telling> Near(TellingArea area)
    {
        List<Telling> near = area.Box is not { } box ? [] : session.All(
            """
            SELECT t.number, t.json FROM telling_boxes b JOIN tellings t ON t.number = b.number
            WHERE b.south <= $1 AND b.north >= $2 AND b.west <= $3 AND b.east >= $4 AND b.first <= $5 AND b.last >= $6
            """,
            Telling, box.North, box.South, box.East, box.West, area.Last, area.First);
        if (area.Place is { } place)
        {
            // Of two of which one has no point, the name decides.
            near.AddRange(session.All(
                $"SELECT number, json FROM tellings WHERE place = $1 AND {(area.Box is null ? "has_point IN (0, 1)" : "has_point = 0")} AND first BETWEEN $2 AND $3 AND last >= $4",
                Telling, place, area.First - LongestDays, area.Last, area.First));
        }

        return near;
    }

    public IReadOnlyList<Telling> OfReport(string reportId) =>
        session.All("SELECT number, json FROM tellings WHERE report_id = $1 ORDER BY number", Telling, reportId);

    public IReadOnlyList<TellingClaim> Strays(string reportId)
    {
        List<Claim> linked = session.All("SELECT json FROM claims WHERE report_id = $1 AND incident_id IS NOT NULL", Rows.Claim, reportId);
        if (linked.Count == 0)
        {
            return [];
        }

        HashSet<string> told = [.. OfReport(reportId).SelectMany(t => t.Claims).Select(c => c.Id)];
        return Linking.Tellings.StraysOf(linked, told);
    }

    public IReadOnlyList<Telling> OfIncident(string incidentId) =>
    [
        .. session.All(
            "SELECT number, json FROM tellings WHERE report_id IN (SELECT report_id FROM claims WHERE incident_id = $1) ORDER BY number", Telling, incidentId)
            .Where(t => t.Claims.Any(c => c.IncidentId == incidentId)),
    ];

    public int Number(string incidentId) => (int)session.Number("SELECT number FROM incidents WHERE id = $1", incidentId);

    public bool IsRuledOn(string incidentId) => session.Number(
        """
        SELECT EXISTS (SELECT 1 FROM findings WHERE incident = i.number) OR EXISTS (SELECT 1 FROM determinations WHERE incident = i.number)
            OR EXISTS (SELECT 1 FROM complaints WHERE incident_id = i.id) FROM incidents i WHERE i.id = $1
        """,
        incidentId) > 0;

    public IReadOnlyList<PossibleIncident> Possible(string incidentId) => session.All(
        """
        SELECT incident_id, other_id, json FROM possible_incidents WHERE incident_id = $1
        UNION ALL SELECT incident_id, other_id, json FROM possible_incidents WHERE other_id = $1
        """,
        row => new PossibleIncident(row.GetString(0), row.GetString(1), RecordJson.ReadEvidence(row.GetFieldValue<byte[]>(2))), incidentId);

    public void PutPossible(string incidentId, string otherId, LinkEvidence? evidence)
    {
        session.Execute("DELETE FROM possible_incidents WHERE incident_id = $1 AND other_id = $2", incidentId, otherId);
        if (evidence is not null)
        {
            session.Execute("INSERT INTO possible_incidents VALUES ($1, $2, $3, $4)", incidentId, otherId, evidence.Probability, RecordJson.Write(evidence));
        }
    }

    public void PutHeir(string incidentId, string heirId) => session.Execute(
        "INSERT INTO incident_heirs VALUES ($1, $2, 1) ON CONFLICT DO UPDATE SET claims = claims + 1", incidentId, heirId);

    public void Put(AdoptedWeights weights)
    {
        session.Execute("DELETE FROM link_weights");
        session.Execute(
            "INSERT INTO link_weights VALUES ($1, $2, $3, $4, $5)",
            weights.Act, weights.Tellings, weights.At.ToString("O", CultureInfo.InvariantCulture), weights.By, RecordJson.Write(weights.Weights));
    }

    public long WeightsAct() => session.Number("SELECT coalesce(max(act), 0) FROM link_weights");

    public LinkWeights Weights() =>
        session.First("SELECT json FROM link_weights", row => RecordJson.ReadWeights(row.GetFieldValue<byte[]>(0))) ?? LinkWeights.Shipped;

    // Longer times are compared with nothing: see TellingArea.
    private const int LongestDays = 31;
}
