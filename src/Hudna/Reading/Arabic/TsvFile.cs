using System.Globalization;

namespace Hudna.Reading.Arabic;

/// <summary>A tab-separated data file: leading # comments, one header line, one row a line.</summary>
internal sealed class TsvFile
{
    private readonly Dictionary<string, int> _columns;
    private readonly List<TsvRow> _rows;

    private TsvFile(string name, Dictionary<string, int> columns, List<TsvRow> rows)
    {
        Name = name;
        ShortName = name.LastIndexOf("lang/", StringComparison.Ordinal) is > 0 and int at && name[at - 1] is '/' or '\\' ? name[at..] : name;
        _columns = columns;
        _rows = rows;
    }

    public string Name { get; }

    /// <summary>Told of each row before it is handed out, and of null after the last.</summary>
    public Action<TsvRow?>? Reading { get; set; }

    /// <summary>The name as explanations show it: from <c>lang/</c> on, where the file stands in such a folder.</summary>
    public string ShortName { get; }

    public IEnumerable<TsvRow> Rows
    {
        get
        {
            foreach (TsvRow row in _rows)
            {
                Reading?.Invoke(row);
                yield return row;
            }

            Reading?.Invoke(null);
        }
    }

    /// <summary>Parses a file of a language. Throws <see cref="DataFileException"/> when it is missing, lacks a column or has a
    /// row of another width.</summary>
    public static TsvFile Parse(LanguageFiles files, string name, params ReadOnlySpan<string> required)
    {
        string path = $"{files.Folder}/{name}";
        if (!files.Texts.TryGetValue(name, out string? text))
        {
            throw new DataFileException(path, 0, "the file is missing");
        }

        Dictionary<string, int>? columns = null;
        List<TsvRow> rows = [];
        TsvFile? file = null;
        int number = 0;
        foreach (Range at in text.AsSpan().Split('\n'))
        {
            number++;
            ReadOnlySpan<char> line = text.AsSpan(at).TrimEnd('\r');
            if (line.Length == 0 || (columns is null && line[0] == '#'))
            {
                continue;
            }

            string[] cells = Cells(line);
            if (columns is null)
            {
                columns = new Dictionary<string, int>(StringComparer.Ordinal);
                for (int i = 0; i < cells.Length; i++)
                {
                    if (!columns.TryAdd(cells[i], i))
                    {
                        throw new DataFileException(path, number, $"column \"{cells[i]}\" stands twice in the header");
                    }
                }

                foreach (string column in required)
                {
                    if (!columns.ContainsKey(column))
                    {
                        throw new DataFileException(path, number, $"the header lacks the column \"{column}\"");
                    }
                }

                file = new TsvFile(path, columns, rows);
                continue;
            }

            if (cells.Length != columns.Count)
            {
                throw new DataFileException(path, number, $"{cells.Length} cells where the header has {columns.Count} columns");
            }

            rows.Add(new TsvRow(file!, number, cells));
        }

        return file ?? throw new DataFileException(path, 0, "there is no header line");
    }

    private static string[] Cells(ReadOnlySpan<char> line)
    {
        string[] cells = new string[line.Count('\t') + 1];
        int cell = 0;
        foreach (Range at in line.Split('\t'))
        {
            cells[cell++] = line[at].ToString();
        }

        return cells;
    }

    public int Column(string name) =>
        _columns.TryGetValue(name, out int column) ? column : throw new DataFileException(Name, 0, $"there is no column \"{name}\"");
}

/// <summary>One row of a data file; every complaint about it names file and line.</summary>
internal sealed class TsvRow(TsvFile file, int line, string[] cells)
{
    public DataLine Line => new(file.ShortName, line);

    public string this[string column] => cells[file.Column(column)];

    public string? Optional(string column) => this[column] is { Length: > 0 } value ? value : null;

    public string Required(string column) => Optional(column) ?? throw Bad(column, "is empty");

    /// <summary>The parts of a cell between bars, trimmed; empty when the cell is empty.</summary>
    public string[] List(string column) =>
        this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public int Integer(string column) =>
        int.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Bad(column, $"\"{this[column]}\" is not a whole number");

    public double Degrees(string column, double limit) =>
        double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) <= limit
            ? value
            : throw Bad(column, $"\"{this[column]}\" is not a number of degrees between -{limit} and {limit}");

    public T Value<T>(string column)
        where T : struct, Enum => Wire.Parse<T>(this[column])
            ?? throw Bad(column, $"\"{this[column]}\" is none of {string.Join(", ", Wire.All<T>())}");

    /// <summary>A value of the reader's own, in snake case as the file writes it.</summary>
    public T Named<T>(string column)
        where T : struct, Enum => Enum.TryParse(this[column].Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true, out T value) && Enum.IsDefined(value)
            ? value
            : throw Bad(column, $"\"{this[column]}\" is none of {string.Join(", ", Enum.GetNames<T>())}");

    public DataFileException Bad(string column, string problem) => new(file.Name, line, $"{column}: {problem}");
}
