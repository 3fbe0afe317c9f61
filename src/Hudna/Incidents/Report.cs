using System.Text.Json.Serialization;
using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>What sort of report was taken in.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ReportKind>))]
public enum ReportKind
{
    /// <summary>A published article or statement.</summary>
    Article,

    /// <summary>A monitor's field observation.</summary>
    Observation,

    /// <summary>A party's complaint.</summary>
    Complaint,

    /// <summary>A note that somebody entered by hand, with the source's words as far as they have them.</summary>
    Note,
}

/// <summary>Who may see a report's text. Enforced from the day accounts exist; until then it is shown and exported with the report.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Confidentiality>))]
public enum Confidentiality
{
    /// <summary>Published already, or free to be.</summary>
    Public,

    /// <summary>For the mechanism's desks.</summary>
    Mechanism,

    /// <summary>For the desk that took it.</summary>
    Desk,
}

/// <summary>Where a report stands on its way.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ReportStatus>))]
public enum ReportStatus
{
    /// <summary>Kept, waiting to be read.</summary>
    Queued,

    /// <summary>Read: its claims are proposed.</summary>
    Read,

    /// <summary>Kept but not read; <see cref="Report.UnreadReason"/> says why.</summary>
    Unread,
}

/// <summary>A report as it was taken in. Its text never changes.</summary>
public sealed record Report
{
    /// <summary><c>r</c> and the first 16 hex digits of the SHA-256 of the text's UTF-8 bytes: equal text, equal id; of the
    /// original's hash when there is no text. See <see cref="ContentId.Report"/>.</summary>
    public required string Id { get; init; }

    /// <summary>What sort of report.</summary>
    public required ReportKind Kind { get; init; }

    /// <summary>Every source that handed in this very text, first one first; never a person's name.</summary>
    public required IReadOnlyList<ReportSource> Sources { get; init; }

    /// <summary>Headline, where there is one.</summary>
    public string? Title { get; init; }

    /// <summary>The text that spans point into, exactly as decoded.</summary>
    public required string Text { get; init; }

    /// <summary>BCP 47 code; "und" until read.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Who may see it.</summary>
    public Confidentiality Confidentiality { get; init; }

    /// <summary>Lower-case hex SHA-256 of the original bytes, which the store keeps.</summary>
    public required string OriginalSha256 { get; init; }

    /// <summary>Media type of the original: <c>text/plain</c>, <c>text/html</c>, <c>application/json</c>, <c>text/csv</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>Encoding in which the original was read: <c>utf-8</c>, <c>windows-1256</c>, <c>utf-16</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>Where it stands.</summary>
    public ReportStatus Status { get; init; }

    /// <summary>Why it was not read: <c>language:en</c>, <c>empty</c>, <c>no-text</c>, <c>too-large</c>,
    /// <c>reader-failed</c>, <c>bad-row</c>, <c>superseded</c> (its row came again, changed, before it was read), <c>note</c> (entered by hand, with its claim); null unless unread.</summary>
    public string? UnreadReason { get; init; }

    /// <summary>Publication date that its text gives; null until read or when it gives none.</summary>
    public DateOnly? PublishedInText { get; init; }

    /// <summary>The earliest publication date among its sources, else the one that its text gives; null when there is none.</summary>
    public DateOnly? Published => Sources.Min(s => s.Published) ?? PublishedInText;

    /// <summary>What it is in the list it comes from; null for what comes from none.</summary>
    public ListedRow? Row { get; init; }

    /// <summary>The report that holds the row's later content; null while this one is the latest.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Sequence number of the act that filed it: the order of arrival.</summary>
    public long FiledAct { get; init; }
}

/// <summary>One source that handed in a text.</summary>
/// <param name="Name">Outlet, team or desk; never a person.</param>
/// <param name="Published">Date of publication or observation; null when not known.</param>
/// <param name="Received">When the mission took it in.</param>
/// <param name="Url">Where it was published; null when not known.</param>
/// <param name="FileName">Name of the file it came in, with the row for tables; null when typed in.</param>
public sealed record ReportSource(string Name, DateOnly? Published, DateTimeOffset Received, string? Url, string? FileName)
{
    /// <summary>True when both are the same publication: same name, address and date. When it was received, and in which file, is
    /// only about our own handling.</summary>
    public bool IsSameAs(ReportSource other) =>
        string.Equals(Name, other.Name, StringComparison.Ordinal) && string.Equals(Url, other.Url, StringComparison.Ordinal)
        && Published == other.Published;
}

/// <summary>What a report is in the list that it comes from: a row of a table, an item of a feed.</summary>
/// <param name="MappingId">The mapping that its columns are read by; null for what has no columns.</param>
/// <param name="Register">The list that its id belongs to; null when it has no id.</param>
/// <param name="Id">Its id there; null when it has none. A report of the same list and id is a later content of the same row.</param>
public sealed record ListedRow(string? MappingId, string? Register, string? Id);
