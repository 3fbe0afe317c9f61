using Hudna.Corroboration;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Store.Sqlite;

/// <content>Reports that share their words, origins of incidents, sources and grades.</content>
internal sealed partial class SqliteViews
{
    public bool HasSource(string id) => session.Number("SELECT count(*) FROM sources WHERE id = $1 AND reports > 0", id) > 0;

    public SourceReport? SourceReport(string id) => Rows.Report(session, id) is not { } report ? null : new SourceReport(
        id, report.Sources, report.Published, report.Confidentiality, report.Text, IsRow(report.MediaType),
        session.First("SELECT json FROM report_outlets WHERE report = $1", Rows.Outlets, report.FiledAct) ?? []);

    public IReadOnlyList<TextCopy> CopiesOf(string reportId) => session.All(
        """
        SELECT a.id, b.id, c.shared, c.resemblance, c.containment FROM report_copies c JOIN reports a ON a.seq = c.report JOIN reports b ON b.seq = c.other
        WHERE c.report = (SELECT seq FROM reports WHERE id = $1) OR c.other = (SELECT seq FROM reports WHERE id = $1) ORDER BY c.report, c.other
        """,
        r => new TextCopy(r.GetString(0), r.GetString(1), new TextOverlap(r.GetInt32(2), r.GetDouble(3), r.GetDouble(4))), reportId);

    public void PutOutlets(string reportId, IReadOnlyList<OutletMention> outlets)
    {
        if (outlets.Count > 0)
        {
            session.Execute("INSERT INTO report_outlets SELECT seq, $2 FROM reports WHERE id = $1", reportId, RecordJson.Write(outlets));
        }
    }

    public void Put(string incidentId, IncidentCorroboration corroboration)
    {
        long number = session.Number("SELECT number FROM incidents WHERE id = $1", incidentId);
        session.Execute("INSERT INTO corroborations VALUES ($1, $2) ON CONFLICT (incident) DO UPDATE SET json = $2", number, RecordJson.Write(corroboration));
        List<(string Source, long[] Part)> before = session.All(
            "SELECT source, confirmed, contradicted, first, repeats, repeated FROM source_incidents WHERE incident = $1",
            r => (r.GetString(0), new[] { r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5) }), number);
        List<(string Source, long[] Part)> after = [.. corroboration.Parts.Select(p => (ContentId.Source(p.Source), Numbers(p)))];
        session.Execute("DELETE FROM source_incidents WHERE incident = $1", number);
        foreach ((string source, long[] part) in after)
        {
            session.Execute(
                "INSERT INTO source_incidents VALUES ($1, $2, $3, $4, $5, $6, $7)", source, number, part[0], part[1], part[2], part[3], part[4]);
            Tally(source, 1, part);
        }

        foreach ((string source, long[] part) in before)
        {
            Tally(source, -1, part);
        }
    }

    public GradeHistory? Grades(string subject) => session.First("SELECT json FROM gradings WHERE subject = $1", Rows.Grades, subject);

    public void Put(GradeHistory grades) => session.Execute(
        "INSERT INTO gradings VALUES ($1, $2) ON CONFLICT (subject) DO UPDATE SET json = $2", grades.Subject, RecordJson.Write(grades));

    private static long[] Numbers(SourcePart part) => [.. new[] { part.Confirmed, part.Contradicted, part.First, part.Repeats, part.Repeated }.Select(b => b ? 1L : 0L)];

    private void Tally(string source, long sign, long[] part) => session.Execute(
        """
        UPDATE sources SET incidents = incidents + $2, confirmed = confirmed + $3, contradicted = contradicted + $4, first = first + $5,
            repeats = repeats + $6, repeated = repeated + $7 WHERE id = $1
        """,
        source, sign, sign * part[0], sign * part[1], sign * part[2], sign * part[3], sign * part[4]);

    // A desk's own reports count for nobody: that a source reports to a desk is not told elsewhere.
    private void CountReport(Report report, ReportSource source, IEnumerable<ReportSource> before)
    {
        bool counts = report.Confidentiality != Confidentiality.Desk && !before.Any(s => string.Equals(s.Name, source.Name, StringComparison.Ordinal));
        session.Execute(
            "INSERT INTO sources(id, name, folded, reports) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO UPDATE SET reports = reports + $4",
            ContentId.Source(source.Name), source.Name, SearchFold.Of(source.Name), counts ? 1 : 0);
    }

    private static bool IsRow(string mediaType) => string.Equals(mediaType, Intake.TableRow, StringComparison.Ordinal);

    // Finds the earlier reports that share a passage by their fingerprints, and compares them word by word.
    private void Compare(Report report)
    {
        string compared = TextSignature.Compared(report.Text, IsRow(report.MediaType));
        IReadOnlyList<ulong> prints = TextSignature.Of(compared);
        var candidates = new CopyCandidates();
        foreach (ulong print in prints)
        {
            List<long> holders = session.All(
                "SELECT report FROM report_prints WHERE hash = $1 ORDER BY report LIMIT $2", r => r.GetInt64(0), unchecked((long)print), CopyCandidates.HoldersMax);
            if (candidates.Add(holders))
            {
                session.Execute("INSERT INTO report_prints VALUES ($1, $2)", unchecked((long)print), report.FiledAct);
            }
        }

        IReadOnlyList<long> chosen = candidates.Chosen();
        HashSet<ulong> runs = chosen.Count == 0 ? [] : TextSignature.DistinctRuns(compared);
        foreach (long other in chosen)
        {
            (string text, string mediaType) = session.First("SELECT text, media_type FROM reports WHERE seq = $1", r => (r.GetString(0), r.GetString(1)), other);
            var overlap = TextOverlap.Of(runs, TextSignature.DistinctRuns(TextSignature.Compared(text, IsRow(mediaType))));
            if (overlap.IsCopy)
            {
                session.Execute(
                    "INSERT INTO report_copies VALUES ($1, $2, $3, $4, $5)", report.FiledAct, other, overlap.Shared, overlap.Resemblance, overlap.Containment);
            }
        }
    }
}
