using CsvHelper;

namespace Hudna.Incidents;

/// <summary>One row of a table.</summary>
/// <param name="Line">1-based line of the file on which the row begins.</param>
/// <param name="Cells">Its cells by column, trimmed.</param>
/// <param name="Original">The header line and the row, as they stand in the file.</param>
internal sealed record CsvTableRow(int Line, IReadOnlyDictionary<string, string> Cells, string Original);

/// <summary>Reads a table of known columns: CSV as of RFC 4180, UTF-8, with a header whose columns may stand in any order. A row that
/// cannot be cut into cells is named, and the others are given; without a good header there are none.</summary>
internal static class CsvTable
{
    /// <summary>True when the first line of a text is a header that has these columns, among others.</summary>
    public static bool HasColumns(string csv, params ReadOnlySpan<string> columns)
    {
        int end = csv.AsSpan().IndexOfAny('\r', '\n');
        string[] header = (end < 0 ? csv : csv[..end]).TrimStart('\uFEFF').Split(',');
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
        using CsvReader table = CsvReader.FromText(csv.TrimStart('\uFEFF'), new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = m => problems.Add(new RowProblem((int)m.LineNumber, string.Empty, m.Reason == CsvMalformedReason.UnterminatedQuote
                ? "opens a quotation mark that is never closed: this row and all after it were not read"
                : "has a quotation mark inside a cell; the cell in quotation marks, with those inside doubled, is expected")),
        });
        if (!table.Read())
        {
            problems.Add(new RowProblem(1, string.Empty, "the table is empty; a header line is expected"));
            return rows;
        }

        string[] header = table.Current.ToArray();
        string headerLine = table.Current.ToString() + "\n";
        if (!IsGood(header, columns, problems))
        {
            return rows;
        }

        while (table.Read())
        {
            string[] cells = table.Current.ToArray();
            int line = (int)table.LineNumber;
            if (cells.Length != header.Length)
            {
                problems.Add(new RowProblem(line, string.Empty, $"has {cells.Length} cells; {header.Length} are expected, as in the header"));
                continue;
            }

            rows.Add(new CsvTableRow(
                line, header.Zip(cells).ToDictionary(p => p.First, p => p.Second.Trim(), StringComparer.Ordinal), headerLine + table.Current.ToString()));
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
