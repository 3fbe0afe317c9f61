using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Server.Features.Claims;

/// <summary>A claim with the words of its source around it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Sources">Who handed in the report it stands in.</param>
/// <param name="ReportTitle">The report's headline; null when it has none.</param>
/// <param name="ReportKind">What sort of report.</param>
/// <param name="Published">The report's date; null when not known.</param>
/// <param name="Quote">The sentence that says it.</param>
public sealed record ClaimInContext(
    Claim Claim, IReadOnlyList<ReportSource> Sources, string? ReportTitle, ReportKind ReportKind, DateOnly? Published, Quote Quote)
{
    internal static async Task<IReadOnlyList<ClaimInContext>> OfAsync(IRecord record, IReadOnlyList<Claim> claims, CancellationToken cancellation)
    {
        var reports = new Dictionary<string, Report?>(StringComparer.Ordinal);
        var found = new List<ClaimInContext>(claims.Count);
        foreach (Claim claim in claims)
        {
            if (!reports.TryGetValue(claim.ReportId, out Report? report))
            {
                report = await record.ReportAsync(claim.ReportId, cancellation);
                reports.Add(claim.ReportId, report);
            }

            if (report is not null)
            {
                found.Add(new ClaimInContext(
                    claim, report.Sources, report.Title, report.Kind, report.Published, Quote.Of(report, await record.MappingOfAsync(report, cancellation), claim.Content.Span)));
            }
        }

        return found;
    }
}

/// <summary>A source's own words: what stands before, the words that say it, what stands after.</summary>
/// <param name="Before">What stands before.</param>
/// <param name="Words">The words that say it; empty for a row of a table, whose code for the event says nothing in words.</param>
/// <param name="After">What stands after; for a row of a table its free text.</param>
/// <param name="At">Where to look in the report.</param>
/// <param name="Means">How a row's team knows of it; null when not told and for other reports.</param>
public sealed record Quote(string Before, string Words, string After, Span At, string? Means = null)
{
    private const int SideLengthMax = 180;
    private const int RowLengthMax = 600;

    internal bool IsRow => Words.Length == 0;

    /// <summary>The free text of a row of a table, unless the span stands in it or there is none; else the sentence around the span.</summary>
    /// <param name="report">The report.</param>
    /// <param name="mapping">The mapping of its row; null for what is none.</param>
    /// <param name="span">The words.</param>
    internal static Quote Of(Report report, Mapping? mapping, Span span)
    {
        if (mapping is null || RowClaims.FreeTextSpan(report.Text, mapping) is not { Length: > 0 } free || free.Contains(span))
        {
            return Of(report.Text, span);
        }

        string text = free.Of(report.Text);
        return new Quote(
            "", "", text.Length <= RowLengthMax ? text : text[..Math.Max(1, text.LastIndexOf(' ', RowLengthMax))] + "…", free, RowClaims.Means(report.Text, mapping));
    }

    /// <summary>The sentence around a span, cut at a blank when it is long; together the parts are a slice of the text.</summary>
    internal static Quote Of(string text, Span span)
    {
        int start = Math.Clamp(span.Start, 0, text.Length);
        int end = Math.Clamp(span.End, start, text.Length);
        int from = start;
        while (from > 0 && start - from < SideLengthMax && !EndsSentence(text, from - 1))
        {
            from--;
        }

        int to = end;
        while (to < text.Length && to - end < SideLengthMax && !EndsSentence(text, to))
        {
            to++;
        }

        bool cutBefore = from > 0 && start - from >= SideLengthMax;
        bool cutAfter = to < text.Length && to - end >= SideLengthMax;
        string before = text[from..start].TrimStart();
        string after = text[end..to].TrimEnd();
        return new Quote(
            cutBefore ? "…" + before[(before.IndexOf(' ', StringComparison.Ordinal) + 1)..] : before, text[start..end],
            cutAfter ? after[..Math.Max(0, after.LastIndexOf(' '))] + "…" : after, new Span(start, end));
    }

    private static bool EndsSentence(string text, int at) => text[at] switch
    {
        '\n' or '\r' or '!' or '?' or '؟' => true,
        '.' => at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]),
        _ => false,
    };
}
