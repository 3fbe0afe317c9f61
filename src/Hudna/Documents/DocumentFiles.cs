namespace Hudna.Documents;

/// <summary>Takes files apart into documents: bytes and a name in, documents out. Pure and safe from several threads.</summary>
public static class DocumentFiles
{
    /// <summary>Longest text that is read, in UTF-16 code units. The longest single report known to us, a commission's annual one of some
    /// 500 pages, is about 1.5 million; what is longer is a dump of many, where one publication date cannot hold for all and reading
    /// would keep a reader busy for seconds. A longer text is kept, and marked unread with the reason <c>too-large</c>.</summary>
    public const int LongestText = 2_000_000;

    /// <summary>Largest file that is taken, in bytes: it is held in memory. JSON Lines files may be split at any line.</summary>
    public const int LargestFile = 256 * 1024 * 1024;

    /// <summary>File name extensions that folders are searched for, lower case, with the dot.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".txt", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".rss", ".atom"];

    /// <summary>Reads a file's documents. What it is comes from the name's extension; without a known one, from its first characters.</summary>
    /// <param name="fileName">The file's name, with or without folders; used for ids and messages.</param>
    /// <param name="bytes">All of its bytes.</param>
    /// <param name="charset">Encoding that a transport header declares; null when none does.</param>
    /// <returns>Never throws on bad bytes: they come back as problems.</returns>
    public static DocumentsFound Read(string fileName, ReadOnlyMemory<byte> bytes, string? charset = null)
    {
        if (bytes.Length > LargestFile)
        {
            return Refused(new("too-large", $"{fileName}: {bytes.Length / 1_000_000} MB, above the limit of {LargestFile / 1_000_000} MB. Split it.", null));
        }

        string extension = Path.GetExtension(fileName);
        return (Known(extension) ?? Sniff(bytes.Span)) switch
        {
            Format.Html => HtmlMainText.Read(fileName, bytes, charset),
            Format.JsonLines => JsonLinesDocuments.Read(fileName, bytes),
            Format.Feed => FeedDocuments.Read(fileName, bytes, charset),
            Format.Table => Refused(new("unknown-format", $"{fileName}: a table, and no document. `hudna import` takes tables; documents are .txt, .html, .jsonl or feeds.", null)),
            _ => PlainText.Read(fileName, bytes, charset),
        };
    }

    /// <summary>The id of a document that its container does not name: the file's name without folders and extension.</summary>
    public static string IdOf(string fileName)
    {
        string id = Path.GetFileNameWithoutExtension(fileName);
        return id.Length == 0 ? fileName : id;
    }

    internal static DocumentsFound Refused(DocumentProblem problem) => new([], [problem]);

    private enum Format
    {
        Text,
        Html,
        JsonLines,
        Feed,
        Table,
    }

    private static Format? Known(string extension) => extension.ToUpperInvariant() switch
    {
        ".TXT" => Format.Text,
        ".HTML" or ".HTM" or ".XHTML" => Format.Html,
        ".JSONL" or ".NDJSON" => Format.JsonLines,
        ".RSS" or ".ATOM" => Format.Feed,
        ".CSV" or ".TSV" or ".XLSX" or ".GEOJSON" => Format.Table,
        _ => null,
    };

    private static Format Sniff(ReadOnlySpan<byte> bytes)
    {
        if (FeedDocuments.LooksLike(bytes))
        {
            return Format.Feed;
        }

        ReadOnlySpan<byte> head = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        head = head[..Math.Min(head.Length, 1024)].TrimStart(" \t\r\n"u8);
        Span<byte> lower = stackalloc byte[Math.Min(head.Length, 64)];
        for (int i = 0; i < lower.Length; i++)
        {
            lower[i] = head[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(head[i] | 0x20) : head[i];
        }

        bool html = lower.StartsWith("<!doctype html"u8) || lower.StartsWith("<html"u8) || lower.StartsWith("<?xml"u8) || lower.StartsWith("<head"u8);
        return html ? Format.Html : lower.StartsWith("{\""u8) || lower.StartsWith("{ \""u8) ? Format.JsonLines : Format.Text;
    }
}
