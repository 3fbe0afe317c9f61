using System.Globalization;
using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>The cells of one observation with their places in its text, and what they mean. Reading a cell that cannot be used notes
/// a problem and gives null.</summary>
internal sealed class ObservationFields
{
    private readonly Dictionary<string, (string Value, Span Span)> cells = new(StringComparer.Ordinal);

    private ObservationFields(string text) => Text = text;

    public string Text { get; }

    public List<(string Column, string Message)> Problems { get; } = [];

    /// <summary>Prints cells as lines <c>column: value</c>; empty ones are left out.</summary>
    public static string Print(IEnumerable<(string Column, string Value)> cells) =>
        string.Join('\n', cells.Where(c => c.Value.Length > 0).Select(c => $"{c.Column}: {c.Value}"));

    /// <summary>Reads such lines again. The free text, which comes last, may have several.</summary>
    public static ObservationFields Parse(string text)
    {
        var fields = new ObservationFields(text);
        for (int start = 0; start < text.Length;)
        {
            int colon = text.IndexOf(": ", start, StringComparison.Ordinal);
            if (colon < 0)
            {
                break;
            }

            string column = text[start..colon];
            int lineEnd = text.IndexOf('\n', colon);
            int end = lineEnd < 0 || column is "text" ? text.Length : lineEnd;
            fields.cells[column] = (text[(colon + 2)..end], new Span(colon + 2, end));
            start = end + 1;
        }

        return fields;
    }

    public string? this[string column] => cells.TryGetValue(column, out (string Value, Span Span) cell) ? cell.Value : null;

    public Span? SpanOf(string column) => cells.TryGetValue(column, out (string Value, Span Span) cell) ? cell.Span : null;

    public DateOnly? Day(string column) => this[column] is not { } cell ? null
        : DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : Bad<DateOnly>(column, "a date as 2017-01-31");

    public TimeOnly? Clock(string column) => this[column] is not { } cell ? null
        : TimeOnly.TryParseExact(cell, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly clock) ? clock
        : Bad<TimeOnly>(column, "a time of day as 14:30");

    public double? Degrees(string column, double max) => this[column] is not { } cell ? null
        : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= max ? degrees
        : Bad<double>(column, string.Create(CultureInfo.InvariantCulture, $"decimal degrees from -{max} to {max}"));

    public int? Whole(string column, int min, int max) => this[column] is not { } cell ? null
        : int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max ? number
        : Bad<int>(column, max == int.MaxValue ? $"a whole number of {min} or more" : $"a whole number from {min} to {max}");

    public void Missing(string column, string expected) => Problems.Add((column, $"is empty; {expected} is expected"));

    public T? Bad<T>(string column, string expected)
        where T : struct
    {
        Problems.Add((column, $"\"{this[column]}\" cannot be used; {expected} is expected"));
        return null;
    }
}
