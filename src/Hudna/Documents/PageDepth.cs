using System.Collections.Frozen;

namespace Hudna.Documents;

/// <summary>How deep a page nests, before it is parsed: building the tree takes time with the square of the depth, and a page made to
/// nest a million deep would hold a reader for minutes. Browsers stop at 512.</summary>
internal static class PageDepth
{
    /// <summary>Deeper pages are not parsed.</summary>
    internal const int Most = 10_000;

    // Without end tags, or with end tags that may be left out.
    private static readonly FrozenSet<string> NotNesting = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li", "dt", "dd", "option", "tr", "td",
        "th", "thead", "tbody", "tfoot", "html", "body", "head");

    /// <summary>An estimate: start tags less end tags, at its highest.</summary>
    internal static int Of(ReadOnlySpan<char> html)
    {
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> notNesting = NotNesting.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0, deepest = 0;
        for (int at = html.IndexOf('<'); at >= 0; at = html.IndexOf('<'))
        {
            html = html[(at + 1)..];
            bool end = html.StartsWith("/");
            ReadOnlySpan<char> name = end ? html[1..] : html;
            int length = 0;
            while (length < name.Length && length < 32 && char.IsAsciiLetterOrDigit(name[length]))
            {
                length++;
            }

            if (length > 0 && !notNesting.Contains(name[..length]))
            {
                depth = end ? Math.Max(0, depth - 1) : depth + 1;
                deepest = Math.Max(deepest, depth);
            }
        }

        return deepest;
    }
}
