using Hudna.Documents;
using Hudna.Importing;
using Hudna.Incidents;

namespace Hudna.Store;

/// <summary>A report handed in.</summary>
public sealed record Filing
{
    /// <summary>What sort.</summary>
    public ReportKind Kind { get; init; }

    /// <summary>Outlet, team or desk; never a person.</summary>
    public required string Source { get; init; }

    /// <summary>Date of publication or observation; null when not known.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>When the mission took it in; null for now.</summary>
    public DateTimeOffset? Received { get; init; }

    /// <summary>Where it was published; null when not known.</summary>
    public string? Url { get; init; }

    /// <summary>Name of the file it came in, with the line for tables; null when typed in.</summary>
    public string? FileName { get; init; }

    /// <summary>Headline known from outside the text; else null.</summary>
    public string? Title { get; init; }

    /// <summary>The decoded text.</summary>
    public required string Text { get; init; }

    /// <summary>Who may see it.</summary>
    public Confidentiality Confidentiality { get; init; }

    /// <summary>The original bytes.</summary>
    public required ReadOnlyMemory<byte> Original { get; init; }

    /// <summary>Media type of the original.</summary>
    public string MediaType { get; init; } = "text/plain";

    /// <summary>Encoding in which it was read.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>What it is in the list it comes from; null for what comes from none.</summary>
    public ListedRow? Row { get; init; }

    /// <summary>A document from a file. What the caller knows goes before what the document's container says.</summary>
    /// <param name="document">The document.</param>
    /// <param name="source">Outlet; null takes the document's own, and failing that its id.</param>
    /// <param name="published">Date of publication; null takes the document's own.</param>
    /// <param name="url">Address; null takes the document's own.</param>
    /// <param name="fileName">Name of the file.</param>
    public static Filing Of(Document document, string? source, DateOnly? published, string? url, string? fileName) => new()
    {
        Source = source ?? document.Source ?? document.Id,
        Published = published ?? document.Published,
        Url = url ?? document.Url,
        FileName = fileName,
        Title = document.Title,
        Text = document.Text,
        Original = document.Original,
        MediaType = document.MediaType,
        Encoding = document.Encoding,
        Row = document.Feed is { } feed ? new ListedRow(null, feed, document.Id) : null,
    };

    /// <summary>A row of a table.</summary>
    /// <param name="row">The row.</param>
    /// <param name="mappingId">The mapping that it is read by, which the record keeps.</param>
    /// <param name="fileName">Name of the table's file.</param>
    public static Filing Of(ImportRow row, string mappingId, string fileName) => new()
    {
        Kind = row.Kind,
        Source = row.Source,
        Published = row.Date,
        Received = row.Received,
        Url = row.Url,
        FileName = string.Create(null, $"{fileName}:{row.Line}"),
        Title = row.Title,
        Text = row.Text,
        Confidentiality = row.Confidentiality,
        Original = System.Text.Encoding.UTF8.GetBytes(row.Original),
        MediaType = Intake.TableRow,
        Row = new ListedRow(mappingId, row.Id is null ? null : row.Register, row.Id),
    };
}

/// <summary>What became of a filing.</summary>
public abstract record FilingOutcome
{
    /// <summary>It is in the record, and waits to be read.</summary>
    /// <param name="ReportId">The report.</param>
    public sealed record Filed(string ReportId) : FilingOutcome;

    /// <summary>The very same text is in the record already.</summary>
    /// <param name="ReportId">The report.</param>
    /// <param name="SourceNoted">True when its source is a further one, which was noted.</param>
    public sealed record Duplicate(string ReportId, bool SourceNoted) : FilingOutcome;

    /// <summary>The row is in the record with another content: this is its next version.</summary>
    /// <param name="ReportId">The report with the new content, which waits to be read.</param>
    /// <param name="Earlier">The report with the content before.</param>
    /// <param name="Decided">Claims of the earlier one that people decided on: they stand, and somebody should look at them.</param>
    public sealed record Changed(string ReportId, string Earlier, int Decided) : FilingOutcome;

    /// <summary>The row is in the record with this content and with a later one: nothing was done.</summary>
    /// <param name="ReportId">The report with this content.</param>
    /// <param name="Later">The report with the content after it.</param>
    public sealed record Older(string ReportId, string Later) : FilingOutcome;

    /// <summary>The row is in the record, read by another mapping: it waits to be read anew.</summary>
    /// <param name="ReportId">The report.</param>
    /// <param name="Decided">Claims that people decided on: they stand, and somebody should look at them.</param>
    public sealed record Remapped(string ReportId, int Decided) : FilingOutcome;

    /// <summary>It was not taken in.</summary>
    /// <param name="Code"><c>empty</c>, <c>no-source</c> or <c>too-large</c>.</param>
    /// <param name="Message">What is wrong and what is expected.</param>
    public sealed record Refused(string Code, string Message) : FilingOutcome;
}

/// <summary>What became of a report that was to be read.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Status">Where it stands now.</param>
/// <param name="UnreadReason">Why it was not read; null when it was.</param>
/// <param name="Claims">Claims proposed just now.</param>
/// <param name="IncidentsOpened">Incidents opened just now.</param>
/// <param name="ClaimsLinked">Claims linked just now, to new and to older incidents.</param>
/// <param name="Problems">What the reader found that cannot stand as a claim, and why a reader failed; for the operator.</param>
public sealed record ReadOutcome(
    string ReportId, ReportStatus Status, string? UnreadReason, int Claims, int IncidentsOpened, int ClaimsLinked, IReadOnlyList<string> Problems);

/// <summary>How far the reading of the queue has come.</summary>
/// <param name="Done">Reports done.</param>
/// <param name="Total">Reports that were waiting at the start.</param>
/// <param name="Last">What became of the last one.</param>
public sealed record ReadProgress(int Done, int Total, ReadOutcome Last);
