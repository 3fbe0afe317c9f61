using System.Globalization;
using Hudna.Acts;
using Hudna.Assessment;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Rulings;
using Microsoft.Data.Sqlite;

namespace Hudna.Store.Sqlite;

/// <content>Agreement, desks, assessments, complaints, coverage, bulletins.</content>
public sealed partial class SqliteRecord
{
    /// <inheritdoc/>
    public Task<AgreementState?> AgreementAsync(CancellationToken cancellation) => ReadAsync(s => new SqliteViews(s).Agreement(), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Desk>> DesksAsync(CancellationToken cancellation) => ReadAsync(s => new SqliteViews(s).Desks(), cancellation);

    /// <inheritdoc/>
    public Task<IncidentAssessment?> AssessmentAsync(string incidentId, CancellationToken cancellation) =>
        ReadAsync(s => new SqliteViews(s).Assessment(incidentId), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> FindingsAsync(string incidentId, CancellationToken cancellation) =>
        ReadAsync(s => new SqliteViews(s).Findings(incidentId), cancellation);

    /// <inheritdoc/>
    public Task<Determination?> DeterminationAsync(string incidentId, CancellationToken cancellation) =>
        ReadAsync(s => new SqliteViews(s).Determination(incidentId), cancellation);

    /// <inheritdoc/>
    public Task<Page<Complaint>> ComplaintsAsync(ComplaintFilter filter, CancellationToken cancellation)
    {
        var where = new Where();
        where.AndEqual("stage", filter.Stage);
        where.AndEqual("desk", filter.DeskId);
        where.AndEqual("incident_id", filter.IncidentId);
        if (filter.Open)
        {
            where.And("stage <> 'closed'");
        }

        return PageAsync("complaints", where, "number DESC", Rows.Complaint, filter.Offset, filter.Limit, cancellation);
    }

    /// <inheritdoc/>
    public Task<Complaint?> ComplaintAsync(string idOrNumber, CancellationToken cancellation) => ReadAsync(
        s => new SqliteViews(s).Complaint(idOrNumber)
            ?? (int.TryParse(idOrNumber, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? s.First("SELECT json FROM complaints WHERE number = $1", Rows.Complaint, number) : null),
        cancellation);

    /// <inheritdoc/>
    public Task<int> LastComplaintNumberAsync(CancellationToken cancellation) =>
        ReadAsync(s => new SqliteViews(s).LastComplaintNumber(), cancellation);

    /// <inheritdoc/>
    public Task<Page<CoverageRecord>> CoverageAsync(CoverageFilter filter, CancellationToken cancellation)
    {
        var where = new Where();
        where.AndEqual("province", filter.Province);
        where.AndEqual("access", filter.Access);
        if (filter.From is { } from)
        {
            where.And($"ends > {where.Value(from.UtcTicks)}");
        }

        if (filter.To is { } to)
        {
            where.And($"begins < {where.Value(to.UtcTicks)}");
        }

        if (!filter.Withdrawn)
        {
            where.And("withdrawn = 0");
        }

        return PageAsync("coverage", where, "begins, id", Rows.Coverage, filter.Offset, filter.Limit, cancellation);
    }

    /// <inheritdoc/>
    public Task<CoverageRecord?> CoverageRecordAsync(string id, CancellationToken cancellation) =>
        ReadAsync(s => new SqliteViews(s).Coverage(id), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Bulletin>> BulletinsAsync(CancellationToken cancellation) => ReadAsync<IReadOnlyList<Bulletin>>(
        s => s.All("SELECT id, number, first, last, state, sha256, at, by FROM bulletins ORDER BY number DESC", ReadBulletin), cancellation);

    /// <inheritdoc/>
    public Task<long> StateAsync(CancellationToken cancellation) => ReadAsync(Last, cancellation);

    /// <inheritdoc/>
    public async Task<IRecord> AsOfAsync(long state, CancellationToken cancellation) => new SqliteRecord(
        await Task.Run(() => AsOfCopy.Make(database, state, cancellation), cancellation), earlierOf ?? database);

    private static long Last(Session session) => session.Number("SELECT coalesce(max(seq), 0) FROM acts");

    private static Bulletin ReadBulletin(SqliteDataReader row) => new(
        row.GetString(0), row.GetInt32(1), Rows.Day(row, 2)!.Value, Rows.Day(row, 3)!.Value, row.GetInt64(4), row.GetString(5),
        DateTimeOffset.ParseExact(row.GetString(6), "O", CultureInfo.InvariantCulture), row.GetString(7));

    // Rows that are their JSON.
    private Task<Page<T>> PageAsync<T>(
        string table, Where where, string order, Func<SqliteDataReader, T> read, int offset, int limit, CancellationToken cancellation)
    {
        string limited = where.Value(Limited(limit, 5000));
        string from = where.Value(FromZero(offset));
        return ReadAsync(
            s => new Page<T>(
                s.All($"SELECT json FROM {table}{where} ORDER BY {order} LIMIT {limited} OFFSET {from}", read, where.Values),
                (int)s.Number($"SELECT count(*) FROM {table}{where}", where.Values),
                offset),
            cancellation);
    }
}
