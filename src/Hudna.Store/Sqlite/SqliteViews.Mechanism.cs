using Hudna.Acts;
using Hudna.Assessment;
using Hudna.Coverage;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Store.Sqlite;

/// <content>The tables of the mechanism.</content>
internal sealed partial class SqliteViews
{
    private const string NumberOf = "(SELECT number FROM incidents WHERE id = $1)";

    public IncidentFacts? Facts(string incidentId) => session.First(
        "SELECT first, changed FROM incidents WHERE id = $1", r => new IncidentFacts(Rows.Day(r, 0), r.GetInt64(1)), incidentId);

    public void MarkStale(string incidentId) =>
        session.Execute("INSERT OR IGNORE INTO stale_incidents SELECT number FROM incidents WHERE id = $1", incidentId);

    public void MarkAllStale() => session.Execute("INSERT OR IGNORE INTO stale_incidents SELECT number FROM incidents");

    public AgreementState? Agreement() => session.First("SELECT json FROM agreement", Rows.Agreement);

    public IReadOnlyList<Desk> Desks() => session.All("SELECT json FROM desks ORDER BY seq", Rows.Desk);

    public IReadOnlyList<Finding> Findings(string incidentId) => session.All(
        $"SELECT f.json FROM findings f JOIN desks d ON d.id = f.desk WHERE f.incident = {NumberOf} ORDER BY d.seq", Rows.Finding, incidentId);

    public IncidentAssessment? Assessment(string incidentId) =>
        session.First($"SELECT json FROM assessments WHERE incident = {NumberOf}", Rows.Assessment, incidentId);

    public Determination? Determination(string incidentId) =>
        session.First($"SELECT json FROM determinations WHERE incident = {NumberOf}", Rows.Determination, incidentId);

    public Complaint? Complaint(string id) => session.First("SELECT json FROM complaints WHERE id = $1", Rows.Complaint, id);

    public int LastComplaintNumber() => (int)session.Number("SELECT coalesce(max(number), 0) FROM complaints");

    public CoverageRecord? Coverage(string id) => session.First("SELECT json FROM coverage WHERE id = $1", Rows.Coverage, id);

    public bool IsBulletin(string id) => session.Number("SELECT count(*) FROM bulletins WHERE id = $1", id) > 0;

    public int LastBulletinNumber() => (int)session.Number("SELECT coalesce(max(number), 0) FROM bulletins");

    public void Put(AgreementState agreement) => session.Execute(
        "INSERT INTO agreement VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET json = $2", agreement.Agreement.Id, RecordJson.Write(agreement));

    public void Put(Desk desk, long act) => session.Execute(
        "INSERT INTO desks VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET json = $3", act, desk.Id, RecordJson.Write(desk));

    public void Put(string incidentId, IncidentAssessment assessment, long act)
    {
        session.Execute(
            $"""
            INSERT INTO assessments VALUES ({NumberOf}, $2, $3) ON CONFLICT (incident) DO UPDATE SET act = $2, json = $3
            """,
            incidentId, act, RecordJson.Write(assessment));
        session.Execute(
            "UPDATE incidents SET province = $2, outcomes = $3 WHERE id = $1", incidentId, assessment.Province,
            assessment.Outcomes.Aggregate(0, (bits, o) => bits | Bit(o.Outcome)));
    }

    public void Put(Finding finding, Agreeing agreeing)
    {
        session.Execute(
            $"""
            INSERT INTO findings VALUES ({NumberOf}, $2, $3, $4, $5)
            ON CONFLICT (incident, desk) DO UPDATE SET ruling = $3, reason = $4, json = $5
            """,
            finding.IncidentId, finding.DeskId, Wire.Name(finding.Content.Ruling), Wire.Name(finding.Content.Reason), RecordJson.Write(finding));
        session.Execute("UPDATE incidents SET agreeing = $2 WHERE id = $1", finding.IncidentId, Wire.Name(agreeing));
    }

    public void Put(Determination determination)
    {
        session.Execute(
            $"INSERT INTO determinations VALUES ({NumberOf}, $2) ON CONFLICT (incident) DO UPDATE SET json = $2",
            determination.IncidentId, RecordJson.Write(determination));
        session.Execute(
            "UPDATE incidents SET determined = $2 WHERE id = $1", determination.IncidentId, Wire.Name(determination.Content.Ruling));
    }

    public void Put(Complaint complaint) => session.Execute(
        """
        INSERT INTO complaints VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (number) DO UPDATE SET incident_id = $4, stage = $5, json = $6
        """,
        complaint.Number, complaint.Id, complaint.Content.DeskId, complaint.Content.IncidentId, Wire.Name(complaint.Stage),
        RecordJson.Write(complaint));

    public void Put(CoverageRecord record) => session.Execute(
        """
        INSERT INTO coverage VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO UPDATE SET province = $2, access = $3, begins = $4, ends = $5, withdrawn = $6, json = $7
        """,
        record.Id, record.Content.Place.Province, Wire.Name(record.Content.Access), record.Content.From.UtcTicks, record.Content.To.UtcTicks,
        record.Withdrawn is null ? 0 : 1, RecordJson.Write(record));

    public void Put(Bulletin bulletin) => session.Execute(
        "INSERT INTO bulletins VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        bulletin.Number, bulletin.Id, Rows.Iso(bulletin.From), Rows.Iso(bulletin.Until), bulletin.State, bulletin.Sha256,
        bulletin.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture), bulletin.By);

    /// <summary>The bit of an outcome in <c>incidents.outcomes</c>.</summary>
    public static int Bit(AssessmentOutcome outcome) => 1 << (int)outcome;
}
