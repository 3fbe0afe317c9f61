using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Microsoft.Data.Sqlite;

namespace Hudna.Store.Sqlite;

public sealed partial class SqliteRecord
{
    /// <summary>UTF-16 code units of a report's text that a list shows.</summary>
    private const int ExcerptLength = 280;

    /// <inheritdoc/>
    public Task<RecordCounts> CountsAsync(CancellationToken cancellation) => ReadAsync(
        s => new RecordCounts(
            Reports: (int)s.Number("SELECT count(*) FROM reports"),
            ReportsQueued: (int)s.Number("SELECT count(*) FROM reports WHERE status = 'queued'"),
            ReportsUnread: (int)s.Number("SELECT count(*) FROM reports WHERE status = 'unread'"),
            Sources: (int)s.Number("SELECT count(DISTINCT name) FROM report_sources"),
            Claims: (int)s.Number("SELECT count(*) FROM claims"),
            ClaimsToReview: (int)s.Number("SELECT count(*) FROM claims WHERE status = 'proposed'"),
            Incidents: (int)s.Number("SELECT count(*) FROM incidents WHERE claims > 0"),
            IncidentsDiffering: (int)s.Number("SELECT count(*) FROM incidents WHERE claims > 0 AND differing > 0"),
            Acts: s.Number("SELECT count(*) FROM acts")),
        cancellation);

    /// <inheritdoc/>
    public Task<Page<ReportSummary>> ReportsAsync(ReportFilter filter, CancellationToken cancellation)
    {
        Where where = WhereReport(filter);
        string limit = where.Value(Limited(filter.Limit, 500));
        string offset = where.Value(FromZero(filter.Offset));
        return ReadAsync(
            s => new Page<ReportSummary>(
                s.All(
                    $"""
                    SELECT id, kind, title, substr(text, 1, 1200), language, status, unread_reason, confidentiality, published,
                        (SELECT count(*) FROM claims c WHERE c.report_id = r.id),
                        (SELECT count(*) FROM claims c WHERE c.report_id = r.id AND c.status = 'proposed')
                    FROM reports r{where} ORDER BY published DESC NULLS LAST, seq DESC LIMIT {limit} OFFSET {offset}
                    """,
                    row => Summary(s, row),
                    where.Values),
                (int)s.Number($"SELECT count(*) FROM reports r{where}", where.Values),
                filter.Offset),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<Report?> ReportAsync(string id, CancellationToken cancellation) => ReadAsync(s => Rows.Report(s, id), cancellation);

    /// <inheritdoc/>
    public Task<DocumentReading?> ReadingAsync(string reportId, CancellationToken cancellation) => ReadAsync(
        s => s.First($"SELECT {Rows.ActColumns} FROM acts WHERE seq = (SELECT read_act FROM reports WHERE id = $1)", Rows.Act, reportId)
            ?.Body is ReportRead read ? read.Reading : null,
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> QueuedReportsAsync(CancellationToken cancellation) => ReadAsync<IReadOnlyList<string>>(
        s => s.All("SELECT id FROM reports WHERE status = 'queued' ORDER BY seq", r => r.GetString(0)), cancellation);

    private static Where WhereReport(ReportFilter filter)
    {
        var where = new Where();
        where.AndEqual("kind", filter.Kind);
        where.AndEqual("status", filter.Status);
        if (!string.IsNullOrEmpty(filter.Source))
        {
            where.And($"EXISTS (SELECT 1 FROM report_sources s WHERE s.report_id = r.id AND s.name = {where.Value(filter.Source)})");
        }

        if (filter.From is { } from)
        {
            where.And($"published >= {where.Value(from)}");
        }

        if (filter.To is { } to)
        {
            where.And($"published <= {where.Value(to)}");
        }

        if (filter.ToReview)
        {
            where.And("EXISTS (SELECT 1 FROM claims c WHERE c.report_id = r.id AND c.status = 'proposed')");
        }

        foreach (string word in Where.Words(filter.Query))
        {
            where.And($"""
                (seq IN ({where.ReportsWith(word)})
                OR EXISTS (SELECT 1 FROM report_sources s WHERE s.report_id = r.id AND {where.Contains("s.folded", word)}))
                """);
        }

        return where;
    }

    private static ReportSummary Summary(Session session, SqliteDataReader row)
    {
        string id = row.GetString(0);
        return new ReportSummary(
            id, Wire.Parse<ReportKind>(row.GetString(1))!.Value, Rows.Text(row, 2), Excerpt(row.GetString(3), Rows.Text(row, 2)),
            Rows.Sources(session, id), row.GetString(4), Wire.Parse<ReportStatus>(row.GetString(5))!.Value, Rows.Text(row, 6),
            Wire.Parse<Confidentiality>(row.GetString(7))!.Value, Rows.Day(row, 8), row.GetInt32(9), row.GetInt32(10));
    }

    // The beginning of the text, its headline left out, cut between words.
    private static string Excerpt(string text, string? title)
    {
        string body = text.Trim();
        if (title is not null && body.StartsWith(title, StringComparison.Ordinal))
        {
            body = body[title.Length..].TrimStart();
        }

        body = string.Join(' ', body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (body.Length <= ExcerptLength)
        {
            return body;
        }

        int cut = body.LastIndexOf(' ', ExcerptLength);
        cut = cut > 0 ? cut : ExcerptLength;
        return (char.IsHighSurrogate(body[cut - 1]) ? body[..(cut - 1)] : body[..cut]) + "…";
    }
}
