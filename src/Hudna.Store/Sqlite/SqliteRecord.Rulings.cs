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
        return ReadAsync(
            s => new Page<RulingRow>(
                RulingRows(s, page, where), (int)s.Number($"SELECT count(*) FROM incidents i{where}", where.Values), filter.Offset),
            cancellation);
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

    // One pass over the incidents, whatever is counted: the four columns have few combinations.
    private static RulingCounts Counts(Session session, Where where)
    {
        List<(int Outcomes, string Agreeing, string? Determined, string Province, int Count)> groups = session.All(
            $"SELECT i.outcomes, i.agreeing, i.determined, coalesce(i.province, ''), count(*) FROM incidents i{where} GROUP BY 1, 2, 3, 4",
            row => (row.GetInt32(0), row.GetString(1), Rows.Text(row, 2), row.GetString(3), row.GetInt32(4)),
            where.Values);
        return new RulingCounts(
            groups.Sum(g => g.Count),
            CountBy<AssessmentOutcome>(o => groups.Where(g => (g.Outcomes & SqliteViews.Bit(o)) != 0).Sum(g => g.Count)),
            CountBy<Agreeing>(a => groups.Where(g => g.Agreeing == Wire.Name(a)).Sum(g => g.Count)),
            FindingCounts(session, where),
            CountBy<Ruling>(r => groups.Where(g => g.Determined == Wire.Name(r)).Sum(g => g.Count)),
            groups.GroupBy(g => g.Province, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Sum(p => p.Count), StringComparer.Ordinal));
    }

    // Every value of the vocabulary has its count, 0 too.
    private static Dictionary<T, int> CountBy<T>(Func<T, int> count)
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => v, count);

    private static IReadOnlyList<DeskRulingCount> FindingCounts(Session session, Where where) =>
    [
        .. session.All(
            $"""
            SELECT d.id, f.ruling, count(*), d.seq FROM findings f JOIN desks d ON d.id = f.desk
            WHERE f.incident IN (SELECT i.number FROM incidents i{where}) GROUP BY d.seq, f.ruling
            """,
            row => (Seq: row.GetInt64(3), Row: new DeskRulingCount(row.GetString(0), Wire.Parse<Ruling>(row.GetString(1))!.Value, row.GetInt32(2))),
            where.Values).OrderBy(r => r.Seq).ThenBy(r => r.Row.Ruling).Select(r => r.Row),
    ];

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
