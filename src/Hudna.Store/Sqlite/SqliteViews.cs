using Hudna.Corroboration;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Store.Sqlite;

/// <summary>Writes and reads the views' rows within one transaction.</summary>
internal sealed partial class SqliteViews(Session session) : IViewTables
{
    public Report? Report(string id) => Rows.Report(session, id);

    public Claim? Claim(string id) => session.First("SELECT json FROM claims WHERE id = $1", Rows.Claim, id);

    public (string Id, int Number)? Incident(string id)
    {
        long number = session.Number("SELECT number FROM incidents WHERE id = $1", id);
        return number == 0 ? null : (id, (int)number);
    }

    public int LastIncidentNumber() => (int)session.Number("SELECT coalesce(max(number), 0) FROM incidents");

    public bool IsAdded(string subject) => session.Number(
        "SELECT count(*) FROM acts WHERE subject = $1 AND kind IN ('actor_added', 'place_added')", subject) > 0;

    public bool HasOriginal(string sha256) => session.Number("SELECT count(*) FROM originals WHERE sha256 = $1", sha256) > 0;

    public IReadOnlyList<Claim> ClaimsOf(string incidentId) =>
        session.All("SELECT json FROM claims WHERE incident_id = $1 ORDER BY seq", Rows.Claim, incidentId);

    public IReadOnlyList<string> IncidentsOf(string reportId) => session.All(
        "SELECT DISTINCT incident_id FROM claims WHERE report_id = $1 AND incident_id IS NOT NULL ORDER BY incident_id",
        r => r.GetString(0), reportId);

    public void Put(Report report, long? readAct)
    {
        string? published = Rows.Iso(report.Published);
        string folded = SearchFold.Of(report.Title + "\n" + report.Text);
        string? before = session.First("SELECT folded FROM reports WHERE seq = $1", r => r.GetString(0), report.FiledAct);
        if (before is not null)
        {
            session.Execute(
                """
                UPDATE reports SET title = $2, folded = $3, language = $4, status = $5, unread_reason = $6, published = $7,
                    published_in_text = $8, read_act = coalesce($9, read_act), mapping_id = $10, superseded_by = $11 WHERE seq = $1
                """,
                report.FiledAct, report.Title, folded, report.Language, Wire.Name(report.Status), report.UnreadReason, published,
                Rows.Iso(report.PublishedInText), readAct, report.Row?.MappingId, report.SupersededBy);
        }
        else
        {
            session.Execute(
                "INSERT INTO reports VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
                report.FiledAct, report.Id, Wire.Name(report.Kind), report.Title, report.Text, folded, report.Language,
                Wire.Name(report.Confidentiality), report.OriginalSha256, report.MediaType, report.Encoding, Wire.Name(report.Status),
                report.UnreadReason, published, Rows.Iso(report.PublishedInText), readAct, report.Row?.MappingId, report.Row?.Register,
                report.Row?.Id, report.SupersededBy);
            Compare(report);
        }

        // Reading may find a headline: the index is told what it held before, as external content demands, and what it holds now.
        if (!string.Equals(before, folded, StringComparison.Ordinal))
        {
            if (before is not null)
            {
                session.Execute("INSERT INTO report_fts(report_fts, rowid, folded) VALUES ('delete', $1, $2)", report.FiledAct, before);
            }

            session.Execute("INSERT INTO report_fts(rowid, folded) VALUES ($1, $2)", report.FiledAct, folded);
        }

        int noted = (int)session.Number("SELECT count(*) FROM report_sources WHERE report_id = $1", report.Id);
        foreach (ReportSource source in report.Sources.Skip(noted))
        {
            CountReport(report, source, report.Sources.Take(noted));
            session.Execute(
                "INSERT INTO report_sources VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                report.Id, ++noted, source.Name, SearchFold.Of(source.Name), Rows.Iso(source.Published), source.Received.ToString("O"),
                source.Url, source.FileName);
        }
    }

    public void Put(Claim claim, long? proposedAct)
    {
        ClaimContent content = claim.Content;
        object?[] values =
        [
            Wire.Name(content.Kind), content.Type is { } type ? Wire.Name(type) : null, Wire.Name(claim.Status), content.Span.Start,
            content.Span.End, Rows.Iso(content.Time?.First), Rows.Iso(content.Time?.Last), claim.IncidentId, RecordJson.Write(claim),
            claim.Id, ClaimFacts.SubjectOf(content),
        ];
        if (proposedAct is null)
        {
            session.Execute(
                """
                UPDATE claims SET kind = $1, type = $2, status = $3, start = $4, "end" = $5, first = $6, last = $7, incident_id = $8,
                    json = $9, subject = $11 WHERE id = $10
                """,
                values);
            session.Execute("DELETE FROM claim_actors WHERE claim_id = $1", claim.Id);
            session.Execute("DELETE FROM claim_places WHERE claim_id = $1", claim.Id);
        }
        else
        {
            session.Execute(
                """
                INSERT INTO claims(kind, type, status, start, "end", first, last, incident_id, json, id, subject, seq, report_id)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                """,
                [.. values, proposedAct, claim.ReportId]);
        }

        PutParties(claim.Id, "actor", content.Actors);
        PutParties(claim.Id, "recipient", content.Recipients);
        PutParties(claim.Id, "speaker", content.Speaker is { } speaker ? [speaker] : []);
        if (content.Place is { } place)
        {
            session.Execute(
                "INSERT INTO claim_places VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                claim.Id, place.PlaceId, place.Name, place.Text, SearchFold.Of(place.Text + " " + place.Name), Wire.Name(place.Kind), place.Lat,
                place.Lon, place.Precision);
        }
    }

    public void Put(Incident incident, long changed) => session.Execute(
        """
        INSERT INTO incidents(number, id, claims, sources, differing, first, last, lat, lon, json, changed, asserting, contested, credibility)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        ON CONFLICT (number) DO UPDATE SET claims = $3, sources = $4, differing = $5, first = $6, last = $7, lat = $8, lon = $9,
            json = $10, changed = max(changed, $11), asserting = $12, contested = $13, credibility = $14
        """,
        incident.Number, incident.Id, incident.Claims, incident.Sources.Count, incident.Differences.Count, Rows.Iso(incident.First),
        Rows.Iso(incident.Last), incident.Place?.Lat, incident.Place?.Lon, RecordJson.Write(incident), changed,
        incident.Corroboration?.Asserting ?? 0, incident.Corroboration is { Contested: true } ? 1 : 0,
        incident.Corroboration?.Credibility ?? CredibilityRule.CannotBeJudged);

    private void PutParties(string claimId, string role, IReadOnlyList<Party> parties)
    {
        for (int n = 0; n < parties.Count; n++)
        {
            Party party = parties[n];
            session.Execute(
                "INSERT INTO claim_actors VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                claimId, role, n, party.ActorId, party.Name, party.Text, SearchFold.Of(party.Text + " " + party.Name),
                party.Type is { } type ? Wire.Name(type) : null);
        }
    }
}
