using System.Globalization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Importing;

/// <summary>A value of a field, with where it stands in the report's text.</summary>
/// <param name="Cell">The cell's words.</param>
/// <param name="Value">What the mapping says that they mean; the words themselves when it says nothing.</param>
/// <param name="Span">Where they stand; null before the row is a report, and for what the mapping says of all rows.</param>
internal readonly record struct FieldValue(string Cell, string Value, Span? Span);

/// <summary>The fields of one row by its mapping, and what they mean. Reading one that cannot be used notes a problem, by the column as
/// the file names it, and gives null.</summary>
/// <param name="mapping">The mapping.</param>
/// <param name="cells">The row's cells by column.</param>
/// <param name="reported">Day of the report, for dates without a year; null when not known.</param>
internal sealed class RowFields(Mapping mapping, IReadOnlyDictionary<string, (string Value, Span Span)> cells, DateOnly? reported)
{
    private readonly Dictionary<string, List<FieldValue>> known = new(StringComparer.Ordinal);

    public Mapping Mapping => mapping;

    public List<(string Column, string Message, bool CostsRow)> Problems { get; } = [];

    public string? this[string field] => All(field) is [var first, ..] ? first.Value : null;

    /// <summary>The values of a field, in the mapping's order; none when no column gives one.</summary>
    public IReadOnlyList<FieldValue> All(string field)
    {
        if (!known.TryGetValue(field, out List<FieldValue>? values))
        {
            known.Add(field, values = mapping.Fields.TryGetValue(field, out FieldMapping? from) ? [.. Values(field, from)] : []);
        }

        return values;
    }

    /// <summary>The words of the cell that gives a field.</summary>
    public string? Cell(string field) => All(field) is [var first, ..] ? first.Cell : null;

    /// <summary>The words that give a field, exactly as they stand in the report's text.</summary>
    public string? Words(string field, string text) => SpanOf(field) is { } span ? span.Of(text) : null;

    public Span? SpanOf(string field) => All(field) is [var first, ..] ? first.Span : null;

    /// <summary>The column that gives a field, for messages: the one with a cell, else the first.</summary>
    public string ColumnOf(string field) => !mapping.Fields.TryGetValue(field, out FieldMapping? from) ? field
        : from.Columns.FirstOrDefault(c => cells.ContainsKey(c)) ?? (from.Columns.Count > 0 ? from.Columns[0] : field);

    /// <summary>A day with the time beside it. A date that can mean two days, or has no year, costs the date and not the row.</summary>
    public (DateOnly? Day, TimeOnly? Clock) Day(string field)
    {
        if (this[field] is not { } cell)
        {
            return default;
        }

        CellDate date = RowDates.Read(cell, mapping.DateOrder, reported);
        if (date.Ambiguous || date.NoYear)
        {
            Problems.Add((ColumnOf(field), date.NoYear
                ? $"\"{cell}\" has no year and the report's own day is not known: the row goes in without a date. Say the day with --published"
                : $"\"{cell}\" can be read day first and month first: the row goes in without a date. Say the order in the mapping (date_order) or with --date-order", false));
        }
        else if (date.Day is null)
        {
            Bad<int>(field, "a date as 2017-01-31");
        }

        return (date.Day, date.Clock);
    }

    public TimeOnly? Clock(string field) => this[field] is not { } cell ? null : RowDates.ClockOf(cell) ?? Bad<TimeOnly>(field, "a time of day as 14:30");

    public double? Degrees(string field, double max) => this[field] is not { } cell ? null
        : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= max ? degrees
        : Bad<double>(field, string.Create(CultureInfo.InvariantCulture, $"decimal degrees from -{max} to {max}"));

    // Programs write whole numbers as 3.0 too.
    public int? Whole(string field, int min, int max) => this[field] is not { } cell ? null
        : int.TryParse(cell.EndsWith(".0", StringComparison.Ordinal) ? cell.AsSpan(0, cell.Length - 2) : cell, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= min && number <= max ? number
        : Bad<int>(field, max == int.MaxValue ? $"a whole number of {min} or more" : $"a whole number from {min} to {max}");

    public void Missing(string field, string expected) => Problems.Add((ColumnOf(field), $"is empty; {expected} is expected", true));

    public T? Bad<T>(string field, string expected, bool costsRow = true)
        where T : struct
    {
        string lost = costsRow ? string.Empty : ". The row goes in without it";
        Problems.Add((ColumnOf(field), (Cell(field) is { } cell ? $"\"{Short(cell)}\" cannot be used; {expected} is expected" : $"is empty; {expected} is expected") + lost, costsRow));
        return null;
    }

    private static string Short(string cell) => cell.Length <= 120 ? cell : cell[..(char.IsHighSurrogate(cell[118]) ? 118 : 119)] + "…";

    private IEnumerable<FieldValue> Values(string field, FieldMapping from)
    {
        if (from.Value is { Length: > 0 } all)
        {
            return [new FieldValue(all, all, null)];
        }

        IEnumerable<FieldValue> told = from.Columns.SelectMany(c => cells.TryGetValue(c, out (string Value, Span Span) cell) ? Split(cell.Value, cell.Span, from.Separator) : []);
        IEnumerable<(FieldValue Value, bool Known)> meant = told.Select(v => Meaning(from, v.Cell) is { } value ? (v with { Value = value }, true) : (v, false));
        return TargetFields.IsMany(field) ? meant.Select(m => m.Value).Where(v => v.Value.Length > 0)
            : meant.OrderByDescending(m => m.Known).Take(1).Select(m => m.Value).Where(v => v.Value.Length > 0);
    }

    // Event types are known by the scheme's names too: of several columns the first with a known name goes first.
    private string? Meaning(FieldMapping from, string cell)
    {
        if (from.Values is { } values)
        {
            foreach ((string pattern, string value) in values)
            {
                if (CellPattern.Fits(pattern, cell))
                {
                    return value;
                }
            }
        }

        return mapping.Codes is { } codes && mapping.Fields.TryGetValue("event_type", out FieldMapping? type) && ReferenceEquals(type, from)
            && EventCodes.TryGet(codes, cell, out _, out _) ? cell : null;
    }

    private static IEnumerable<FieldValue> Split(string cell, Span span, string? separator)
    {
        if (separator is null)
        {
            if (cell.Length > 0)
            {
                yield return new FieldValue(cell, cell, span);
            }

            yield break;
        }

        // A cell over several lines is longer in the text than by itself: its parts share its span.
        bool exact = span.Length == cell.Length;
        for (int start = 0; start <= cell.Length;)
        {
            int at = cell.IndexOf(separator, start, StringComparison.Ordinal);
            int end = at < 0 ? cell.Length : at;
            ReadOnlySpan<char> part = cell.AsSpan(start, end - start);
            string words = part.Trim().ToString();
            if (words.Length > 0)
            {
                int from = span.Start + start + (part.Length - part.TrimStart().Length);
                yield return new FieldValue(words, words, exact ? new Span(from, from + words.Length) : span);
            }

            start = end + separator.Length;
        }
    }
}
