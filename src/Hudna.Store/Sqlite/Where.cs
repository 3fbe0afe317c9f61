using System.Globalization;
using Hudna.Reading;

namespace Hudna.Store.Sqlite;

/// <summary>Conditions of a query, each a constant text with bound values, joined by AND.</summary>
internal sealed class Where
{
    private readonly List<string> conditions = [];
    private readonly List<object?> values = [];

    public object?[] Values => [.. values];

    public override string ToString() => conditions.Count == 0 ? string.Empty : " WHERE " + string.Join(" AND ", conditions);

    /// <summary>Binds a value and gives the name it stands under.</summary>
    public string Value(object value)
    {
        values.Add(value);
        return "$" + values.Count.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Binds a day, as the tables write it.</summary>
    public string Value(DateOnly day) => Value(Rows.Iso(day)!);

    public void And(string condition) => conditions.Add(condition);

    public void AndEqual(string column, object? value)
    {
        if (value is not null)
        {
            And($"{column} = {Value(value)}");
        }
    }

    public void AndEqual<T>(string column, T? value)
        where T : struct, Enum => AndEqual(column, value is { } v ? Wire.Name(v) : (object?)null);

    /// <summary>The words of a query, folded; each must be found.</summary>
    public static IEnumerable<string> Words(string? query) =>
        SearchFold.Of(query ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);

    /// <summary>Rows of <c>report_fts</c> with a word in them, as a query for their <c>seq</c>. The trigram index finds three characters
    /// and more; shorter words are looked for row by row.</summary>
    public string ReportsWith(string word) => word.EnumerateRunes().Count() < 3
        ? $"SELECT seq FROM reports WHERE {Contains("folded", word)}"
        : $"SELECT rowid FROM report_fts WHERE report_fts MATCH {Value("\"" + word.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")}";

    /// <summary>True where a column has a word anywhere in it. instr, not LIKE: no wildcards, and letters as they are.</summary>
    public string Contains(string column, string word) => $"instr({column}, {Value(word)}) > 0";
}
