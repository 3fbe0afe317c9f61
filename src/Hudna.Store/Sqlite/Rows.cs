using System.Globalization;
using Hudna.Acts;
using Hudna.Assessment;
using Hudna.Commitments;
using Hudna.Corroboration;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Rulings;
using Microsoft.Data.Sqlite;

namespace Hudna.Store.Sqlite;

/// <summary>Rows turned into what they stand for.</summary>
internal static class Rows
{
    public const string ActColumns = "seq, at, by, subject, payload";

    private const string ReportColumns =
        "seq, id, kind, title, text, language, confidentiality, original_sha256, media_type, encoding, status, unread_reason, published_in_text, " +
        "mapping_id, row_register, row_id, superseded_by";

    private const string SourceColumns = "name, published, received, url, file_name";

    public static Act Act(SqliteDataReader row) => new(
        row.GetInt64(0), DateTimeOffset.ParseExact(row.GetString(1), "O", CultureInfo.InvariantCulture), row.GetString(2), row.GetString(3),
        RecordJson.ReadAct(row.GetFieldValue<byte[]>(4)));

    public static Claim Claim(SqliteDataReader row) => RecordJson.ReadClaim(row.GetFieldValue<byte[]>(0));

    public static Incident Incident(SqliteDataReader row) => RecordJson.ReadIncident(row.GetFieldValue<byte[]>(0));

    public static AgreementState Agreement(SqliteDataReader row) => RecordJson.ReadAgreement(row.GetFieldValue<byte[]>(0));

    public static Desk Desk(SqliteDataReader row) => RecordJson.ReadDesk(row.GetFieldValue<byte[]>(0));

    public static IncidentAssessment Assessment(SqliteDataReader row) => RecordJson.ReadAssessment(row.GetFieldValue<byte[]>(0));

    public static Finding Finding(SqliteDataReader row) => RecordJson.ReadFinding(row.GetFieldValue<byte[]>(0));

    public static Determination Determination(SqliteDataReader row) => RecordJson.ReadDetermination(row.GetFieldValue<byte[]>(0));

    public static Complaint Complaint(SqliteDataReader row) => RecordJson.ReadComplaint(row.GetFieldValue<byte[]>(0));

    public static CoverageRecord Coverage(SqliteDataReader row) => RecordJson.ReadCoverage(row.GetFieldValue<byte[]>(0));

    public static ImplementationRecord Implementation(SqliteDataReader row) => RecordJson.ReadImplementation(row.GetFieldValue<byte[]>(0));

    public static IncidentCorroboration Corroboration(SqliteDataReader row) => RecordJson.ReadCorroboration(row.GetFieldValue<byte[]>(0));

    public static GradeHistory Grades(SqliteDataReader row) => RecordJson.ReadGrades(row.GetFieldValue<byte[]>(0));

    public static IReadOnlyList<OutletMention> Outlets(SqliteDataReader row) => RecordJson.ReadOutlets(row.GetFieldValue<byte[]>(0));

    public static Talks.Message Message(SqliteDataReader row) => RecordJson.ReadMessage(row.GetFieldValue<byte[]>(0));

    public static Operations.Operation Operation(SqliteDataReader row) => RecordJson.ReadOperation(row.GetFieldValue<byte[]>(0));

    public static KeptMapping Mapping(SqliteDataReader row) => RecordJson.ReadMapping(row.GetFieldValue<byte[]>(0));

    public static Report? Report(Session session, string id) => session.First(
        $"SELECT {ReportColumns} FROM reports WHERE id = $1",
        row => new Report
        {
            FiledAct = row.GetInt64(0),
            Id = row.GetString(1),
            Kind = Wire.Parse<ReportKind>(row.GetString(2))!.Value,
            Title = Text(row, 3),
            Text = row.GetString(4),
            Language = row.GetString(5),
            Confidentiality = Wire.Parse<Confidentiality>(row.GetString(6))!.Value,
            OriginalSha256 = row.GetString(7),
            MediaType = row.GetString(8),
            Encoding = row.GetString(9),
            Status = Wire.Parse<ReportStatus>(row.GetString(10))!.Value,
            UnreadReason = Text(row, 11),
            PublishedInText = Day(row, 12),
            Row = row.IsDBNull(13) && row.IsDBNull(14) ? null : new ListedRow(Text(row, 13), Text(row, 14), Text(row, 15)),
            SupersededBy = Text(row, 16),
            Sources = Sources(session, id),
        },
        id);

    public static IReadOnlyList<ReportSource> Sources(Session session, string reportId) => session.All(
        $"SELECT {SourceColumns} FROM report_sources WHERE report_id = $1 ORDER BY n",
        row => new ReportSource(
            row.GetString(0), Day(row, 1), DateTimeOffset.ParseExact(row.GetString(2), "O", CultureInfo.InvariantCulture), Text(row, 3), Text(row, 4)),
        reportId);

    public static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    public static DateOnly? Day(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateOnly.ParseExact(row.GetString(column), "O", CultureInfo.InvariantCulture);
}
