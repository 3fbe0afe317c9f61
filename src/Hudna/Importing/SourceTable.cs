using Hudna.Incidents;

namespace Hudna.Importing;

/// <summary>One row of a file, before anything is made of it.</summary>
/// <param name="Line">1-based: the line on which a CSV row or a GeoJSON feature begins, the row of a sheet.</param>
/// <param name="Cells">One for each column of the header, trimmed; empty where nothing stands.</param>
/// <param name="Raw">The header line and the row as they stand in a CSV file; null for other files.</param>
public sealed record SourceRow(int Line, IReadOnlyList<string> Cells, string? Raw);

/// <summary>A file of rows under one header, whatever its format: CSV, XLSX or GeoJSON.</summary>
public sealed class SourceTable
{
    private readonly Func<List<RowProblem>, IEnumerable<SourceRow>> rows;

    /// <summary>Wraps a reader of rows.</summary>
    /// <param name="header">Names of the columns as they stand in the file; cleaned here.</param>
    /// <param name="headerLine">1-based line of the header; 0 when the format has none.</param>
    /// <param name="rows">Reads the rows from the start, in order, each time it is called. What cannot be cut into cells goes to the list it
    /// is given, before or after the rows around it.</param>
    internal SourceTable(IReadOnlyList<string> header, int headerLine, Func<List<RowProblem>, IEnumerable<SourceRow>> rows) =>
        (Header, HeaderLine, this.rows) = (ColumnNames.Clean(header), headerLine, rows);

    /// <summary>Names of the columns: one line each, no two the same, none empty.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>1-based line of the header; 0 when the format has none.</summary>
    public int HeaderLine { get; }

    /// <summary>What the person who handed it in should know: sheets that were not read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The rows, in order; may be read more than once.</summary>
    /// <param name="problems">Takes what is wrong with rows that cannot be given.</param>
    public IEnumerable<SourceRow> Rows(List<RowProblem> problems) => rows(problems);
}

/// <summary>A file that is no table at all, or none that can be read.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="line">1-based line; 0 for the file as a whole.</param>
/// <param name="code">As <see cref="Documents.DocumentProblem.Code"/>.</param>
public sealed class BadTableException(string message, int line = 0, string code = "bad-table") : Exception(message)
{
    /// <summary>1-based line; 0 for the file as a whole.</summary>
    public int Line => line;

    /// <summary>As <see cref="Documents.DocumentProblem.Code"/>.</summary>
    public string Code => code;
}
