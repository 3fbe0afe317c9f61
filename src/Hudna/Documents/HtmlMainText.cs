using System.Buffers;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Hudna.Documents;

/// <summary>Web pages: the main text with navigation, side columns, footers, comments, related stories and scripts left out, one paragraph a
/// line, headline first; and what the markup says of title, date, outlet and address. Spans of a reading point into that text.</summary>
public static class HtmlMainText
{
    /// <summary>Reads a page.</summary>
    /// <param name="fileName">Its name, for the id and for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="charset">Encoding that the transport header declared; null when none did. A byte order mark and the page itself go before it.</param>
    public static DocumentsFound Read(string fileName, ReadOnlyMemory<byte> bytes, string? charset = null)
    {
        string? declared = DeclaredCharset(bytes.Span) ?? charset;
        if (!TextDecoding.TryDecode(bytes.Span, declared, out DecodedText? decoded, out DocumentProblem? problem))
        {
            return DocumentFiles.Refused(problem with { Message = $"{fileName}: {problem.Message}" });
        }

        if (PageDepth.Of(decoded.Text) > PageDepth.Most)
        {
            return DocumentFiles.Refused(new("no-text", $"{fileName}: nested more than {PageDepth.Most} elements deep: no page for people. Save its text as .txt.", null));
        }

        using IHtmlDocument page = new HtmlParser().ParseDocument(decoded.Text);
        PageFacts facts = PageFacts.Of(page);
        IReadOnlyList<string> paragraphs = PageBlocks.MainParagraphs(page);
        if (paragraphs.Count == 0)
        {
            return DocumentFiles.Refused(new("no-text", $"{fileName}: no running text found on the page. Save its text as .txt.", null));
        }

        StringBuilder text = new();
        string? title = facts.Title([.. paragraphs.Take(OpeningParagraphs)]);
        if (title is not null && !paragraphs.Take(OpeningParagraphs).Contains(title, StringComparer.Ordinal))
        {
            text.Append(title).Append('\n');
        }

        text.AppendJoin('\n', paragraphs);
        Document document = new(
            DocumentFiles.IdOf(fileName), text.ToString(), title, facts.Published, facts.Source, facts.Url, "text/html", decoded.Encoding, bytes)
        {
            Notes = decoded.Notes,
        };
        return new([document], []);
    }

    // A kicker or a date may stand above the headline.
    private const int OpeningParagraphs = 3;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \"';>/?");

    // As browsers do: in the first kilobytes, before any parsing, since parsing needs it.
    internal static string? DeclaredCharset(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        int at = head.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            at = head.StartsWith("<?xml", StringComparison.Ordinal) ? head.IndexOf("encoding", StringComparison.Ordinal) : -1;
        }

        int equals = at < 0 ? -1 : head.IndexOf('=', at);
        if (equals < 0 || equals - at > 12)
        {
            return null;
        }

        ReadOnlySpan<char> value = head.AsSpan(equals + 1).TrimStart(" \"'");
        int end = value.IndexOfAny(ValueEnds);
        return end > 0 ? value[..end].ToString() : null;
    }
}
