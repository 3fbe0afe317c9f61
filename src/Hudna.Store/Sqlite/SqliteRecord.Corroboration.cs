using Hudna.Corroboration;
using Hudna.Incidents;
using Hudna.Reading;
using Microsoft.Data.Sqlite;

namespace Hudna.Store.Sqlite;

/// <content>Who says so, and what became of what each source said.</content>
public sealed partial class SqliteRecord
{
    private const string SourceSummaryColumns =
        """
        s.id, s.name, s.reports, s.incidents, s.confirmed, s.contradicted, s.first, s.repeats, s.repeated,
        (SELECT json FROM gradings g WHERE g.subject = s.id)
        """;

    /// <inheritdoc/>
    public Task<IncidentCorroboration?> CorroborationAsync(string incidentId, CancellationToken cancellation) => ReadAsync(
        s => s.First("SELECT json FROM corroborations WHERE incident = (SELECT number FROM incidents WHERE id = $1)", Rows.Corroboration, incidentId), cancellation);

    /// <inheritdoc/>
    public Task<Page<SourceSummary>> SourcesAsync(SourceFilter filter, CancellationToken cancellation)
    {
        var where = new Where();
        where.And("s.reports > 0");
        foreach (string word in Where.Words(filter.Query))
        {
            where.And(where.Contains("s.folded", word));
        }

        if (filter.Grade is { } grade)
        {
            const string Graded = "(SELECT CAST(json AS TEXT) ->> '$.entries[#-1].grade' FROM gradings g WHERE g.subject = s.id)";
            where.And($"coalesce({Graded}, 'F') = {where.Value(Wire.Name(grade))}");
        }

        string limit = where.Value(Limited(filter.Limit, 500)), offset = where.Value(FromZero(filter.Offset));
        return ReadAsync(
            s => new Page<SourceSummary>(
                s.All(
                    $"SELECT {SourceSummaryColumns} FROM sources s{where} ORDER BY s.reports DESC, s.name LIMIT {limit} OFFSET {offset}",
                    SourceRow, where.Values),
                (int)s.Number($"SELECT count(*) FROM sources s{where}", where.Values),
                filter.Offset),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<SourceSummary?> SourceAsync(string id, CancellationToken cancellation) => ReadAsync(
        s => s.First($"SELECT {SourceSummaryColumns} FROM sources s WHERE s.id = $1 AND s.reports > 0", SourceRow, id), cancellation);

    /// <inheritdoc/>
    public Task<Page<SourceIncident>> SourceIncidentsAsync(string id, SourceRole? role, int offset, int limit, CancellationToken cancellation)
    {
        var where = new Where();
        where.AndEqual("p.source", id);
        if (role is { } did)
        {
            where.And(did switch
            {
                SourceRole.Confirmed => "p.confirmed",
                SourceRole.Contradicted => "p.contradicted",
                SourceRole.First => "p.first",
                SourceRole.Repeats => "p.repeats",
                SourceRole.Repeated => "p.repeated",
                _ => throw new ArgumentOutOfRangeException(nameof(role), role, "a known role is expected"),
            });
        }

        string most = where.Value(Limited(limit, 500)), from = where.Value(FromZero(offset));
        return ReadAsync(
            s => new Page<SourceIncident>(
                s.All(
                    $"""
                    SELECT i.json, p.confirmed, p.contradicted, p.first, p.repeats, p.repeated FROM source_incidents p JOIN incidents i ON i.number = p.incident{where}
                    ORDER BY i.first DESC NULLS LAST, i.number DESC LIMIT {most} OFFSET {from}
                    """,
                    row => new SourceIncident(Shown(s, Rows.Incident(row)), [.. Enum.GetValues<SourceRole>().Where((_, n) => row.GetInt64(n + 1) != 0)]), where.Values),
                (int)s.Number($"SELECT count(*) FROM source_incidents p{where}", where.Values),
                offset),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CopySummary>> CopiesAsync(string reportId, CancellationToken cancellation) => ReadAsync<IReadOnlyList<CopySummary>>(
        s =>
        [
            .. new SqliteViews(s).CopiesOf(reportId)
                .Select(c => (Other: string.Equals(c.ReportId, reportId, StringComparison.Ordinal) ? c.OtherId : c.ReportId, c.Overlap))
                .OrderByDescending(c => c.Overlap.Containment).ThenByDescending(c => c.Overlap.Resemblance).ThenBy(c => c.Other, StringComparer.Ordinal)
                .Select(c => (Report: Rows.Report(s, c.Other)!, c.Overlap)).Where(c => c.Report.Confidentiality != Confidentiality.Desk)
                .Select(c => new CopySummary(
                    c.Report.Id, c.Report.Title, [.. c.Report.Sources.Select(r => r.Name)], c.Report.Published,
                    Math.Round(c.Overlap.Containment, 2, MidpointRounding.AwayFromZero), c.Overlap.IsSame)),
        ],
        cancellation);

    /// <inheritdoc/>
    public Task<GradeHistory?> GradesAsync(string subject, CancellationToken cancellation) =>
        ReadAsync(s => new SqliteViews(s).Grades(subject), cancellation);

    // Who told a desk in confidence is not named beside the others.
    private static Incident Shown(Session session, Incident incident) => incident with
    {
        Sources = session.All(
            "SELECT s.name FROM source_incidents p JOIN sources s ON s.id = p.source WHERE p.incident = $1 ORDER BY s.name", r => r.GetString(0), incident.Number),
    };

    private static SourceSummary SourceRow(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7), row.GetInt32(8),
        row.IsDBNull(9) ? Reliability.F : Wire.Parse<Reliability>(RecordJson.ReadGrades(row.GetFieldValue<byte[]>(9)).Grade) ?? Reliability.F);
}
