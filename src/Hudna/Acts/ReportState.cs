using Hudna.Incidents;

namespace Hudna.Acts;

/// <summary>A report's state as the fold of the acts on it. Acts were checked when they were appended (<see cref="ActCheck"/>);
/// the fold only applies them.</summary>
public static class ReportState
{
    /// <summary>True when such an act is about a report.</summary>
    public static bool Takes(ActBody body) => body is ReportFiled or ReportSourceNoted or ReportRead or ReportLeftUnread or ReportSuperseded or ReportRemapped;

    /// <summary>The report after an act.</summary>
    /// <param name="before">The report before it; null before it was filed.</param>
    /// <param name="act">An act whose subject is the report.</param>
    /// <exception cref="InvalidActException">The act cannot follow on that state.</exception>
    public static Report Apply(Report? before, Act act) => (before, act.Body) switch
    {
        (null, ReportFiled filed) => Filed(act, filed),
        ({ } report, ReportSourceNoted noted) => report with { Sources = [.. report.Sources, noted.Source] },
        ({ } report, ReportRead read) => report with
        {
            Language = read.Language,
            Title = report.Title ?? read.Reading.Document.Title,
            PublishedInText = read.Reading.Document.Published,
            Status = ReportStatus.Read,
            UnreadReason = null,
        },
        ({ } report, ReportLeftUnread left) => report with
        {
            Language = left.Language,
            Status = ReportStatus.Unread,
            UnreadReason = left.Reason,
        },
        ({ } report, ReportSuperseded superseded) => report with
        {
            SupersededBy = superseded.ByReportId,
            Status = report.Status == ReportStatus.Queued ? ReportStatus.Unread : report.Status,
            UnreadReason = report.Status == ReportStatus.Queued ? "superseded" : report.UnreadReason,
        },
        ({ } report, ReportRemapped remapped) => report with
        {
            Row = (report.Row ?? new ListedRow(null, null, null)) with { MappingId = remapped.MappingId },
            Status = ReportStatus.Queued,
            UnreadReason = null,
        },
        _ => throw InvalidActException.OutOfOrder(act, before is not null),
    };

    private static Report Filed(Act act, ReportFiled filed) => new()
    {
        Id = act.Subject,
        Kind = filed.Kind,
        Sources = [filed.Source],
        Title = filed.Title,
        Text = filed.Text,
        Confidentiality = filed.Confidentiality,
        OriginalSha256 = filed.OriginalSha256,
        MediaType = filed.MediaType,
        Encoding = filed.Encoding,
        Row = filed.Row,
        FiledAct = act.Sequence,
    };
}
