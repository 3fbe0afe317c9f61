using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Hudna.Documents;

/// <summary>Feeds: RSS 2.0 and Atom 1.0 (RFC 4287). Each item is a document: headline, then its content, or its summary where it has none.
/// An item that cannot be used is named with its line, and the others go on. Nothing that a feed points to is fetched.</summary>
public static class FeedDocuments
{
    private const int IdLengthMax = 300;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = DocumentFiles.LargestFile,
        IgnoreComments = true,
    };

    /// <summary>True when bytes begin as a feed does, after declaration and comments.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 4096)];
        foreach (string sign in (string[])["<rss", "<feed", "<rdf:RDF"])
        {
            int at = head.IndexOf(Encoding.ASCII.GetBytes(sign));
            if (at >= 0 && head[..at].IndexOf("<html"u8) < 0 && head[..at].IndexOf("<HTML"u8) < 0)
            {
                return at + sign.Length < head.Length && head[at + sign.Length] is (byte)' ' or (byte)'>' or (byte)'\n' or (byte)'\r' or (byte)'\t';
            }
        }

        return false;
    }

    /// <summary>Reads a feed's items.</summary>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="charset">Encoding that the transport header declared; null when none did.</param>
    public static DocumentsFound Read(string fileName, ReadOnlyMemory<byte> bytes, string? charset = null)
    {
        if (!TextDecoding.TryDecode(bytes.Span, HtmlMainText.DeclaredCharset(bytes.Span) ?? charset, out DecodedText? decoded, out DocumentProblem? problem))
        {
            return DocumentFiles.Refused(problem with { Message = $"{fileName}: {problem.Message}" });
        }

        try
        {
            List<(int Line, string Xml)> raw = RawItems(decoded.Text);
            using var reader = XmlReader.Create(new StringReader(decoded.Text), Settings);
            SyndicationFeed feed = SyndicationFeed.Load(reader);
            return Items(fileName, decoded, feed, raw);
        }
        catch (NotSupportedException e)
        {
            return DocumentFiles.Refused(new("bad-feed", $"{fileName}:1: no RSS 2.0 or Atom 1.0 feed that can be read: {e.Message}", 1));
        }
        catch (XmlException e)
        {
            return DocumentFiles.Refused(new("bad-feed", string.Create(
                CultureInfo.InvariantCulture, $"{fileName}:{Math.Max(1, e.LineNumber)}: no RSS 2.0 or Atom 1.0 feed that can be read: {e.Message}"), e.LineNumber > 0 ? e.LineNumber : null));
        }
    }

    private static DocumentsFound Items(string fileName, DecodedText decoded, SyndicationFeed feed, List<(int Line, string Xml)> raw)
    {
        List<Document> documents = [];
        List<DocumentProblem> problems = [];
        int n = 0;
        foreach (SyndicationItem item in feed.Items)
        {
            (int line, string xml) = n < raw.Count ? raw[n] : (1, string.Empty);
            n++;
            if (Of(item, feed, fileName, line, decoded, xml) is { } document)
            {
                documents.Add(document);
            }
            else
            {
                problems.Add(new("empty", string.Create(CultureInfo.InvariantCulture, $"{fileName}:{line}: an item without title, content and summary."), line));
            }
        }

        if (n == 0)
        {
            problems.Add(new("empty", $"{fileName}: a feed without items.", null));
        }

        return new(documents, problems);
    }

    private static Document? Of(SyndicationItem item, SyndicationFeed feed, string fileName, int line, DecodedText decoded, string xml)
    {
        string? title = OneLine(item.Title);
        string body = Body(item);
        string text = title is null || body.StartsWith(title, StringComparison.Ordinal) ? body : body.Length == 0 ? title : $"{title}\n{body}";
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        string? link = item.Links.OrderByDescending(l => l.RelationshipType is "alternate" or null).Select(l => l.GetAbsoluteUri()).FirstOrDefault(u => u?.Scheme is "http" or "https")?.AbsoluteUri;
        string? id = item.Id is { Length: > 0 and <= IdLengthMax } guid ? guid : link;
        string? source = OneLine(feed.Title);
        string? register = new[] { feed.Id, feed.Links.Select(l => l.GetAbsoluteUri()?.AbsoluteUri).FirstOrDefault(l => l is not null), source }.FirstOrDefault(r => r is { Length: > 0 and <= IdLengthMax });
        DateOnly? published = Published(item, out bool isBad);
        return new Document(
            id ?? string.Create(CultureInfo.InvariantCulture, $"{DocumentFiles.IdOf(fileName)}:{line}"), text, title, published, source, link, "application/xml", decoded.Encoding,
            Encoding.UTF8.GetBytes(xml.Length > 0 ? xml : text))
        {
            Line = line,
            Feed = id is null ? null : register,
            Notes = isBad ? [.. decoded.Notes, string.Create(CultureInfo.InvariantCulture, $"line {line}: its date cannot be read; taken without a date")] : decoded.Notes,
        };
    }

    // The day as the feed writes it, in its own zone.
    private static DateOnly? Published(SyndicationItem item, out bool isBad)
    {
        isBad = false;
        try
        {
            DateTimeOffset moment = item.PublishDate != default ? item.PublishDate : item.LastUpdatedTime;
            return moment == default ? null : DateOnly.FromDateTime(moment.DateTime);
        }
        catch (XmlException)
        {
            isBad = true;
            return null;
        }
    }

    private static string Body(SyndicationItem item)
    {
        // RSS gives whole articles in content:encoded (RDF Site Summary 1.0 module "content").
        string? whole = item.ElementExtensions.Where(e => e.OuterName is "encoded" && e.OuterNamespace is "http://purl.org/rss/1.0/modules/content/")
            .Select(e => e.GetReader().ReadElementContentAsString()).FirstOrDefault();
        return whole is not null ? FromMarkup(whole)
            : item.Content is TextSyndicationContent { Text.Length: > 0 } content ? Plain(content)
            : item.Content is XmlSyndicationContent xml ? FromMarkup(xml.GetReaderAtContent().ReadOuterXml())
            : item.Summary is { } summary ? Plain(summary) : string.Empty;
    }

    // RSS does not say whether it holds markup: text with an angle bracket or a character reference does.
    private static string Plain(TextSyndicationContent content) =>
        content.Type is "html" or "xhtml" || content.Text.AsSpan().ContainsAny('<', '&') ? FromMarkup(content.Text) : Lines(content.Text);

    private static string? OneLine(TextSyndicationContent? content) =>
        content is null ? null : string.Join(' ', Plain(content).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : null;

    private static string FromMarkup(string markup)
    {
        if (PageDepth.Of(markup) > PageDepth.Most)
        {
            return string.Empty;
        }

        using IHtmlDocument page = new HtmlParser().ParseDocument(markup);
        var text = new StringBuilder();
        foreach ((INode node, bool entering) in PageWalk.Nodes(page.Body!))
        {
            if (node is IElement { LocalName: "p" or "div" or "br" or "li" or "tr" or "h1" or "h2" or "h3" or "h4" or "blockquote" or "ul" or "ol" or "table" or "figure" })
            {
                text.Append('\n');
            }
            else if (entering && node is IText words && node.ParentElement?.LocalName is not ("script" or "style"))
            {
                text.Append(words.Data.Replace('\n', ' '));
            }
        }

        return Lines(text.ToString());
    }

    private static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n')
        .Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(l => l.Length > 0));

    // Each item as it stands, with its line: what is kept of it.
    private static List<(int Line, string Xml)> RawItems(string text)
    {
        var items = new List<(int, string)>();
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        for (reader.Read(); !reader.EOF;)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "item" or "entry" } && reader is IXmlLineInfo { LineNumber: var line })
            {
                items.Add((line, reader.ReadOuterXml()));
            }
            else
            {
                reader.Read();
            }
        }

        return items;
    }
}
