using CsvHelper;
using Hudna.Incidents;

namespace Hudna.Importing;

/// <summary>Reads CSV as of RFC 4180: separated by commas, semicolons or tabs (the header tells), in quotation marks where a cell has one of
/// those. A row that cannot be cut into cells is named, and the others are given.</summary>
internal static class CsvRows
{
    /// <summary>The records of a text, each with the 1-based line on which it begins and as it stands there; empty lines are left out.</summary>
    /// <param name="csv">The text.</param>
    /// <param name="separator">Null finds it in the first line that has one.</param>
    /// <param name="problems">Takes what is wrong with quotation marks.</param>
    public static IEnumerable<(int Line, string[] Cells, string Raw)> Records(string csv, char? separator, List<RowProblem> problems)
    {
        using CsvReader table = CsvReader.FromText(csv.TrimStart('\uFEFF'), new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator ?? SeparatorOf(csv),
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = m => problems.Add(new RowProblem((int)m.LineNumber, string.Empty, m.Reason == CsvMalformedReason.UnterminatedQuote
                ? "opens a quotation mark that is never closed: this row and all after it were not read"
                : "has a quotation mark inside a cell; the cell in quotation marks, with those inside doubled, is expected")),
        });
        while (table.Read())
        {
            yield return ((int)table.LineNumber, table.Current.ToArray(), table.Current.ToString());
        }
    }

    /// <summary>A table whose header is the first line that <paramref name="isHeader"/> knows, else the first with two cells or more.</summary>
    /// <exception cref="BadTableException">There is no header.</exception>
    public static SourceTable Table(string csv, Func<IReadOnlyList<string>, bool> isHeader)
    {
        char separator = SeparatorOf(csv);
        (int Line, string[] Cells, string Raw) header = HeaderSearch.Find(Records(csv, separator, []), r => r.Cells, isHeader)
            ?? throw new BadTableException("the table is empty; a header line is expected", 1, "empty");
        return new SourceTable(header.Cells, header.Line, problems => Rows(csv, separator, header.Line, header.Cells.Length, header.Raw, problems));
    }

    private static IEnumerable<SourceRow> Rows(string csv, char separator, int headerLine, int width, string header, List<RowProblem> problems)
    {
        foreach ((int line, string[] cells, string raw) in Records(csv, separator, problems))
        {
            if (line <= headerLine || (cells.Length == 1 && string.IsNullOrWhiteSpace(cells[0])))
            {
                continue;
            }

            if (cells.Length != width)
            {
                problems.Add(new RowProblem(line, string.Empty, $"has {cells.Length} cells; {width} are expected, as in the header"));
                continue;
            }

            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = cells[i].Trim();
            }

            yield return new SourceRow(line, cells, $"{header}\n{raw}");
        }
    }

    // Of comma, semicolon and tab the one that a line among the first has most of, outside quotation marks.
    private static char SeparatorOf(string csv)
    {
        const string Separators = ",;\t";
        Span<int> counts = stackalloc int[Separators.Length];
        (char Separator, int Count) best = (',', 0);
        bool quoted = false;
        int lines = 0;
        for (int i = 0; i <= csv.Length && lines < HeaderSearch.RowsMax; i++)
        {
            char c = i < csv.Length ? csv[i] : '\n';
            quoted ^= c == '"';
            if ((c == '\n' && !quoted) || i == csv.Length)
            {
                lines++;
                for (int n = 0; n < counts.Length; n++)
                {
                    best = counts[n] > best.Count ? (Separators[n], counts[n]) : best;
                }

                counts.Clear();
            }
            else if (!quoted && Separators.IndexOf(c, StringComparison.Ordinal) is >= 0 and int which)
            {
                counts[which]++;
            }
        }

        return best.Separator;
    }
}
