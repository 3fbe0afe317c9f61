using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>Reads a tab-separated table that is built into the program: lines that start with # and empty lines are left out.</summary>
internal static class EmbeddedTable
{
    /// <summary>The cells of each row with its 1-based line.</summary>
    /// <param name="name">File name, as <c>plover-modes.tsv</c>.</param>
    /// <param name="columns">Number of cells that each row must have.</param>
    /// <param name="folder">Folder of the project that holds it.</param>
    /// <exception cref="DataFileException">A row has another number of cells.</exception>
    public static IReadOnlyList<(int Line, string[] Cells)> Rows(string name, int columns, string folder = "Incidents")
    {
        using Stream stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream($"Hudna.{folder}.{name}")
            ?? throw new DataFileException(name, 0, "is not built into the program");
        using var reader = new StreamReader(stream);
        var rows = new List<(int, string[])>();
        for (int line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            string[] cells = text.Split('\t');
            rows.Add(cells.Length == columns ? (line, cells) : throw new DataFileException(
                name, line, string.Create(null, $"{columns} cells expected, {cells.Length} found")));
        }

        return rows;
    }
}
