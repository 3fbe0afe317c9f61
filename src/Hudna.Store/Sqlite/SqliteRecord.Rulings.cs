using Hudna.Assessment;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Store.Sqlite;

/// <content>The grid of rulings. All that it filters and orders by stands in one index of incidents.</content>
public sealed partial class SqliteRecord
{
    /// <inheritdoc/>
    public Task<Page<RulingRow>> RulingsAsync(RulingFilter filter, CancellationToken cancellation)
    {
        Where where = WhereRuling(filter);
        string limit = where.Value(Limited(filter.Limit, 5000));
        string offset = where.Value(FromZero(filter.Offset));
        string page = $"(SELECT i.number FROM incidents i{where} ORDER BY i.first DESC, i.number DESC LIMIT {limit} OFFSET {offset})";
        return ReadAsync(s => new Page<RulingRow>(RulingRows(s, page, where), Rulings(s, where), filter.Offset), cancellation);
    }

    /// <inheritdoc/>
    public Task<RulingCounts> RulingCountsAsync(RulingFilter filter, CancellationToken cancellation)
    {
        Where where = WhereRuling(filter);
        return ReadAsync(s => Counts(s, where), cancellation);
    }

    private static List<RulingRow> RulingRows(Session session, string page, Where where)
    {
        ILookup<int, Finding> findings = session.All(
            $"SELECT f.json, f.incident FROM findings f JOIN desks d ON d.id = f.desk WHERE f.incident IN {page} ORDER BY d.seq",
            row => (Finding: Rows.Finding(row), Number: row.GetInt32(1)),
            where.Values).ToLookup(f => f.Number, f => f.Finding);
        return session.All(
            $"""
            SELECT i.json, i.number, a.json, d.json FROM incidents i LEFT JOIN assessments a ON a.incident = i.number
                LEFT JOIN determinations d ON d.incident = i.number
            WHERE i.number IN {page} ORDER BY i.first DESC, i.number DESC
            """,
            row => new RulingRow(
                Rows.Incident(row), row.IsDBNull(2) ? null : RecordJson.ReadAssessment(row.GetFieldValue<byte[]>(2)),
                [.. findings[row.GetInt32(1)]], row.IsDBNull(3) ? null : RecordJson.ReadDetermination(row.GetFieldValue<byte[]>(3))),
            where.Values);
    }

    private static int Rulings(Session session, Where where) => (int)session.Number($"SELECT count(*) FROM incidents i{where}", where.Values);

    private static RulingCounts Counts(Session session, Where where)
    {
        string findings =
            $"""
            SELECT d.id, f.ruling, count(*), d.seq FROM findings f JOIN desks d ON d.id = f.desk
            WHERE f.incident IN (SELECT i.number FROM incidents i{where}) GROUP BY d.seq, f.ruling
            """;
        return new RulingCounts(
            Rulings(session, where),
            Enum.GetValues<AssessmentOutcome>().ToDictionary(
                o => o, o => (int)session.Number($"SELECT coalesce(sum((i.outcomes & {SqliteViews.Bit(o)}) <> 0), 0) FROM incidents i{where}", where.Values)),
            CountBy<Agreeing>(session, "agreeing", where),
            [
                .. session.All(
                    findings,
                    row => (Seq: row.GetInt64(3), Row: new DeskRulingCount(row.GetString(0), Wire.Parse<Ruling>(row.GetString(1))!.Value, row.GetInt32(2))),
                    where.Values).OrderBy(r => r.Seq).ThenBy(r => r.Row.Ruling).Select(r => r.Row),
            ],
            CountBy<Ruling>(session, "determined", where),
            session.All(
                $"SELECT coalesce(i.province, ''), count(*) FROM incidents i{where} GROUP BY 1 ORDER BY 1", row => (row.GetString(0), row.GetInt32(1)),
                where.Values).ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal));
    }

    // Every value of the vocabulary has its count, 0 too.
    private static Dictionary<T, int> CountBy<T>(Session session, string column, Where where)
        where T : struct, Enum
    {
        Dictionary<T, int> counts = Enum.GetValues<T>().ToDictionary(v => v, _ => 0);
        foreach ((string? name, int count) in session.All(
            $"SELECT i.{column}, count(*) FROM incidents i{where} GROUP BY 1", row => (Rows.Text(row, 0), row.GetInt32(1)), where.Values))
        {
            if (Wire.Parse<T>(name) is { } value)
            {
                counts[value] = count;
            }
        }

        return counts;
    }

    private static Where WhereRuling(RulingFilter filter)
    {
        var where = new Where();
        where.And("i.claims > 0");
        where.And(filter.Province switch
        {
            null => "true",
            "" => "i.province IS NULL",
            var province => $"i.province = {where.Value(province)}",
        });
        if (filter.From is { } from)
        {
            where.And($"i.last >= {where.Value(from)}");
        }

        if (filter.To is { } to)
        {
            where.And($"i.first <= {where.Value(to)}");
        }

        string desk = filter.DeskId is { } deskId ? $" AND f.desk = {where.Value(deskId)}" : string.Empty;
        if (filter.Ruling is { } ruling)
        {
            string name = where.Value(Wire.Name(ruling));
            string determined = string.IsNullOrEmpty(filter.DeskId) ? $" OR i.determined = {name}" : string.Empty;
            where.And($"(EXISTS (SELECT 1 FROM findings f WHERE f.incident = i.number AND f.ruling = {name}{desk}){determined})");
        }

        if (filter.Reason is { } reason)
        {
            where.And($"EXISTS (SELECT 1 FROM findings f WHERE f.incident = i.number AND f.reason = {where.Value(Wire.Name(reason))}{desk})");
        }

        if (filter.Outcome is { } outcome)
        {
            where.And($"(i.outcomes & {where.Value(SqliteViews.Bit(outcome))}) <> 0");
        }

        where.AndEqual("i.agreeing", filter.Agreeing);
        if (filter.Determined is { } determination)
        {
            where.And(determination ? "i.determined IS NOT NULL" : "i.determined IS NULL");
        }

        return where;
    }
}
