using Hudna.Importing;

namespace Hudna.Incidents;

/// <summary>One row of a table.</summary>
/// <param name="Line">1-based line of the file on which the row begins.</param>
/// <param name="Cells">Its cells by column, trimmed.</param>
internal sealed record CsvTableRow(int Line, IReadOnlyDictionary<string, string> Cells);

/// <summary>Reads a table of known columns: CSV as of RFC 4180, UTF-8, with a header whose columns may stand in any order. A row that
/// cannot be cut into cells is named, and the others are given; without a good header there are none.</summary>
internal static class CsvTable
{
    /// <summary>True when the first line of a text is a header that has these columns, among others.</summary>
    public static bool HasColumns(string csv, params ReadOnlySpan<string> columns)
    {
        string[] header = CsvRows.Records(csv, null, []).Select(r => r.Cells).FirstOrDefault() ?? [];
        foreach (string column in columns)
        {
            if (!header.Contains(column, StringComparer.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The rows that have as many cells as the header.</summary>
    /// <param name="csv">The file's text.</param>
    /// <param name="columns">Columns that the header must have, and no others.</param>
    /// <param name="problems">Takes what is wrong with the header and with other rows.</param>
    public static List<CsvTableRow> Read(string csv, IReadOnlyList<string> columns, List<RowProblem> problems)
    {
        var rows = new List<CsvTableRow>();
        string[]? header = null;
        foreach ((int line, string[] cells, _) in CsvRows.Records(csv, null, problems))
        {
            if (header is null)
            {
                header = cells;
                if (!IsGood(header, columns, problems))
                {
                    return rows;
                }
            }
            else if (cells.Length != header.Length)
            {
                problems.Add(new RowProblem(line, string.Empty, $"has {cells.Length} cells; {header.Length} are expected, as in the header"));
            }
            else
            {
                rows.Add(new CsvTableRow(line, header.Zip(cells).ToDictionary(p => p.First, p => p.Second.Trim(), StringComparer.Ordinal)));
            }
        }

        if (header is null)
        {
            problems.Add(new RowProblem(1, string.Empty, "the table is empty; a header line is expected"));
        }

        return rows;
    }

    private static bool IsGood(string[] header, IReadOnlyList<string> columns, List<RowProblem> problems)
    {
        problems.AddRange(columns.Except(header, StringComparer.Ordinal).Select(c => new RowProblem(1, c, "is missing in the header")));
        problems.AddRange(header.Except(columns, StringComparer.Ordinal).Select(c => new RowProblem(1, c, "is no column of such tables")));
        problems.AddRange(header.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => new RowProblem(1, g.Key, "stands twice in the header")));
        if (problems.Count == 0)
        {
            return true;
        }

        RowProblem[] distinct = [.. problems.DistinctBy(p => p.Column, StringComparer.Ordinal)];
        problems.Clear();
        problems.AddRange(distinct);
        return false;
    }
}
