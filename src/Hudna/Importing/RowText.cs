using System.Text;
using Hudna.Reading;

namespace Hudna.Importing;

/// <summary>A row as the text of a report: lines <c>column: value</c>, empty cells left out. The free text comes last and runs to the end;
/// in every other cell two blanks follow a line break, so that a line that begins with none begins a cell.</summary>
public static class RowText
{
    private const string Continued = "\n  ";

    /// <summary>Prints cells.</summary>
    /// <param name="cells">Columns and values, in the order in which they are to stand.</param>
    /// <param name="freeText">The column that runs to the end; null when there is none.</param>
    public static string Print(IEnumerable<(string Column, string Value)> cells, string? freeText)
    {
        var text = new StringBuilder();
        string? last = null;
        foreach ((string column, string value) in cells)
        {
            if (value.Length == 0)
            {
                continue;
            }

            if (string.Equals(column, freeText, StringComparison.Ordinal))
            {
                last = $"{column}: {value}";
                continue;
            }

            text.Append(text.Length == 0 ? "" : "\n").Append(column).Append(": ").Append(value.ReplaceLineEndings(Continued));
        }

        return last is null ? text.ToString() : text.Append(text.Length == 0 ? "" : "\n").Append(last).ToString();
    }

    /// <summary>The cells of such a text, each with the characters that its value stands at.</summary>
    public static IReadOnlyDictionary<string, (string Value, Span Span)> Parse(string text, string? freeText)
    {
        var cells = new Dictionary<string, (string, Span)>(StringComparer.Ordinal);
        for (int start = 0; start < text.Length;)
        {
            int colon = text.IndexOf(": ", start, StringComparison.Ordinal);
            if (colon < 0)
            {
                break;
            }

            string column = text[start..colon];
            int end = string.Equals(column, freeText, StringComparison.Ordinal) ? text.Length : EndOfCell(text, colon + 2);
            cells.TryAdd(column, (text[(colon + 2)..end].Replace(Continued, "\n", StringComparison.Ordinal), new Span(colon + 2, end)));
            start = end + 1;
        }

        return cells;
    }

    private static int EndOfCell(string text, int from)
    {
        for (int end = text.IndexOf('\n', from); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            if (!text.AsSpan(end).StartsWith(Continued, StringComparison.Ordinal))
            {
                return end;
            }
        }

        return text.Length;
    }
}
