using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hudna.Incidents;

namespace Hudna.Server.Features.Reports.Text;

/// <summary>Writes one paragraph with its marks. Each mark is an inline element without padding or border, so that Arabic letters
/// join across it; each layer underlines at a height of its own, so that marks one in another can all be seen.</summary>
internal sealed class MarkedHtml(string text, IReadOnlyDictionary<string, Claim> claims)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly HashSet<string> anchored = new(StringComparer.Ordinal);
    private bool soughtAnchored;

    /// <summary>The paragraph's inner HTML, everything from outside escaped.</summary>
    public string Paragraph(IReadOnlyList<Segment> segments)
    {
        var html = new StringBuilder();
        foreach (Segment segment in segments)
        {
            Write(html, segment);
        }

        return html.ToString();
    }

    private void Write(StringBuilder html, Segment segment)
    {
        string words = Encoder.Encode(segment.Span.Of(text));
        if (segment.Marks.Count == 0)
        {
            html.Append(words);
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<span class=\"seg\" data-s=\"{segment.Span.Start}\" data-e=\"{segment.Span.End}\">");
        string[] layers = [.. segment.Marks.Where(m => m.Layer != Layer.Evidence).Select(m => NameOf(m.Layer)).Distinct(StringComparer.Ordinal)];
        foreach (string layer in layers)
        {
            bool first = layer is "sought" && !soughtAnchored;
            soughtAnchored |= first;
            html.Append("<span class=\"m m-").Append(layer).Append(first ? "\" id=\"span\">" : "\">");
        }

        WriteHit(html, segment, words);
        html.Insert(html.Length, "</span>", layers.Length + 1);
    }

    /// <summary>The innermost claim gets the link; the others are named for the script.</summary>
    private void WriteHit(StringBuilder html, Segment segment, string words)
    {
        string[] ids = [.. segment.Marks.Reverse().Select(m => m.ClaimId).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (ids.Length == 0)
        {
            html.Append(words);
            return;
        }

        Claim inner = claims[ids[0]];

        // A blank between two marks is no place to lead to.
        bool isBlank = segment.Span.Of(text).AsSpan().IsWhiteSpace();
        string? anchor = isBlank ? null
            : ids.FirstOrDefault(id => claims[id].Content.Span.Start == segment.Span.Start && anchored.Add(id)) ?? ids.FirstOrDefault(anchored.Add);

        // A clause is cut into many pieces: only its first one is a link, or each would be a stop of the Tab key.
        string element = inner.Content.Kind switch
        {
            ClaimKind.Event or ClaimKind.Figure => isBlank ? "span" : "a",
            ClaimKind.Statement => "span",
            _ => string.Equals(anchor, inner.Id, StringComparison.Ordinal) ? "a" : "span",
        };
        html.Append('<').Append(element).Append(" class=\"hit is-").Append(Reading.Wire.Name(inner.Status)).Append("\" data-claims=\"")
            .Append(Encoder.Encode(string.Join(' ', ids))).Append('"');
        if (anchor is not null)
        {
            html.Append(" id=\"t-").Append(Encoder.Encode(anchor)).Append('"');
        }

        if (element is "a")
        {
            html.Append(" href=\"#").Append(Encoder.Encode(inner.Id)).Append('"');
        }

        html.Append('>').Append(words).Append("</").Append(element).Append('>');
    }

    internal static string NameOf(Layer layer) => layer switch
    {
        Layer.Statements => "statements",
        Layer.Facts => "facts",
        Layer.Events => "events",
        Layer.Quantities => "quantities",
        Layer.Actors => "actors",
        Layer.Places => "places",
        Layer.Times => "times",
        Layer.Sought => "sought",
        _ => "evidence",
    };
}
