using System.Globalization;
using CsvHelper;

namespace Hudna.Measuring;

/// <summary>That one report or article tells of one incident. Something may tell of several.</summary>
/// <param name="Id">The report's or article's id.</param>
/// <param name="Incident">The incident's id, of any form; only sameness counts.</param>
/// <param name="Weight">How sure the link is, on the scale of whoever made it; null when not said.</param>
internal readonly record struct Mention(string Id, string Incident, double? Weight)
{
    /// <summary>The rows of a CSV file with the columns id and incident and, if it is there, weight; other columns are passed over.
    /// A row whose incident is empty tells of none and is left out.</summary>
    /// <exception cref="MeasureException">No such file, no such columns, or a weight that is no number.</exception>
    public static List<Mention> Read(string file)
    {
        List<Mention> mentions = [];
        foreach (Dictionary<string, string> row in Table.Read(file, ["id", "incident"], ["weight"]))
        {
            if (row["incident"].Length > 0)
            {
                mentions.Add(new Mention(row["id"], row["incident"], WeightOf(file, row)));
            }
        }

        return mentions;
    }

    private static double? WeightOf(string file, Dictionary<string, string> row)
    {
        if (!row.TryGetValue("weight", out string? text) || text.Length == 0)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double weight)
            ? weight
            : throw new MeasureException($"{file}: the weight of {row["id"]} is \"{text}\"; a number is expected");
    }
}

/// <summary>Some columns of a CSV file (RFC 4180, UTF-8, with a header).</summary>
internal static class Table
{
    /// <summary>The names in a file's first line; none when it is empty.</summary>
    /// <exception cref="MeasureException">No such file.</exception>
    public static string[] Header(string file)
    {
        if (!File.Exists(file))
        {
            throw new MeasureException($"{file}: there is no such file");
        }

        using CsvReader csv = CsvReader.FromText(File.ReadLines(file).FirstOrDefault(string.Empty).TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = false });
        return csv.Read() ? csv.Current.ToArray() : [];
    }

    /// <summary>One row after the other, its cells by column.</summary>
    /// <param name="file">Path.</param>
    /// <param name="needed">Columns that must be there.</param>
    /// <param name="also">Columns that are read when they are there.</param>
    /// <exception cref="MeasureException">No such file, or a needed column is missing.</exception>
    public static IEnumerable<Dictionary<string, string>> Read(string file, string[] needed, string[] also)
    {
        if (!File.Exists(file))
        {
            throw new MeasureException($"{file}: there is no such file");
        }

        using CsvReader csv = CsvReader.FromText(File.ReadAllText(file).TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = false });
        string[] header = csv.Read() ? csv.Current.ToArray() : [];
        string[] missing = [.. needed.Where(c => !header.Contains(c, StringComparer.Ordinal))];
        if (missing.Length > 0)
        {
            throw new MeasureException($"{file}: the column {missing[0]} is missing; its first line must name the columns {string.Join(", ", needed)}");
        }

        (string Column, int At)[] columns = [.. needed.Concat(also).Select(c => (c, Array.IndexOf(header, c))).Where(c => c.Item2 >= 0)];
        while (csv.Read())
        {
            string[] cells = csv.Current.ToArray();
            yield return columns.ToDictionary(c => c.Column, c => c.At < cells.Length ? cells[c.At] : string.Empty, StringComparer.Ordinal);
        }
    }
}
