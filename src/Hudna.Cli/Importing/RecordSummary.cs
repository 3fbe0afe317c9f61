using System.Globalization;
using Hudna.Assessment;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Cli.Importing;

/// <summary>What a record holds, in a few lines for a person.</summary>
internal static class RecordSummary
{
    /// <summary>The lines.</summary>
    internal static async Task<IReadOnlyList<string>> OfAsync(IRecord record, CancellationToken cancellation)
    {
        RecordCounts counts = await record.CountsAsync(cancellation);
        Page<ReportSummary> unread = await record.ReportsAsync(new ReportFilter { Status = ReportStatus.Unread, Limit = 500 }, cancellation);
        List<string> lines =
        [
            Line(counts.Reports, "reports", string.Create(CultureInfo.InvariantCulture, $"from {counts.Sources} sources")),
            Line(counts.Claims, "claims", string.Create(CultureInfo.InvariantCulture, $"{counts.ClaimsToReview} waiting for a person's decision")),
            Line(counts.Incidents, "incidents", string.Create(CultureInfo.InvariantCulture, $"in {counts.IncidentsDiffering} of them sources differ")),
            Line(counts.ReportsUnread, "kept unread", string.Join(", ", unread.Items.CountBy(r => r.UnreadReason ?? "?").OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Value} {p.Key}")))),
        ];
        if (await record.AgreementAsync(cancellation) is not null)
        {
            lines.AddRange(await MechanismAsync(record, cancellation));
        }

        if (counts.ReportsQueued > 0)
        {
            lines.Add(Line(counts.ReportsQueued, "waiting", "the server reads them"));
        }

        return lines;
    }

    private static async Task<IReadOnlyList<string>> MechanismAsync(IRecord record, CancellationToken cancellation)
    {
        RulingCounts rulings = await record.RulingCountsAsync(new RulingFilter(), cancellation);
        int complaints = (await record.ComplaintsAsync(new ComplaintFilter { Limit = 1 }, cancellation)).Total;
        int open = (await record.ComplaintsAsync(new ComplaintFilter { Limit = 1, Open = true }, cancellation)).Total;
        return
        [
            Line(rulings.Outcomes[AssessmentOutcome.ApparentViolation], "apparent violations", string.Create(
                CultureInfo.InvariantCulture, $"and {rulings.Outcomes[AssessmentOutcome.CannotBeAssessed]} incidents that cannot be assessed")),
            Line(rulings.Rulings.Sum(r => r.Count), "findings", string.Create(
                CultureInfo.InvariantCulture, $"agreeing on {rulings.Agreeing[Agreeing.Agreed]} incidents, diverging on {rulings.Agreeing[Agreeing.Diverging]}")),
            Line(rulings.Determined.Values.Sum(), "determinations", ""),
            Line(complaints, "complaints", string.Create(CultureInfo.InvariantCulture, $"{open} open")),
            Line((await record.CoverageAsync(new CoverageFilter { Limit = 1 }, cancellation)).Total, "patrols, posts and cameras", ""),
            Line((await record.BulletinsAsync(cancellation)).Count, "bulletins", ""),
        ];
    }

    private static string Line(int count, string what, string detail) =>
        string.Create(CultureInfo.InvariantCulture, $"{count,8} {what,-20} {detail}").TrimEnd();
}
