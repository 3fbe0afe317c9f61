using System.Globalization;
using Hudna.Reading;

namespace Hudna.Missions;

/// <summary>One line of a mission's index of reports.</summary>
/// <param name="Line">1-based line in the index.</param>
/// <param name="File">Name of the text's file.</param>
/// <param name="Source">Outlet.</param>
/// <param name="OutletKind">What sort of outlet, as <c>agency</c> or <c>daily</c>.</param>
/// <param name="Published">Date of publication; null when not told.</param>
/// <param name="Language">BCP 47 code.</param>
/// <param name="Url">Address; null when not told.</param>
public sealed record ReportIndexEntry(int Line, string File, string Source, string OutletKind, DateOnly? Published, string Language, string? Url);

/// <summary>Reads <c>reports.tsv</c>: tab-separated, header <c>file source outlet_kind published language url</c>, lines that begin with
/// # are comments.</summary>
public static class ReportIndex
{
    private const string Header = "file\tsource\toutlet_kind\tpublished\tlanguage\turl";

    /// <summary>Reads an index.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="DataFileException">A line cannot be used.</exception>
    public static IReadOnlyList<ReportIndexEntry> Read(string text, string file)
    {
        var entries = new List<ReportIndexEntry>();
        bool hasHeader = false;
        int number = 0;
        foreach (string raw in text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            string line = raw.TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            if (!hasHeader)
            {
                hasHeader = string.Equals(line, Header, StringComparison.Ordinal)
                    ? true : throw new DataFileException(file, number, "the header is expected: " + Header.Replace("\t", " ⇥ ", StringComparison.Ordinal));
                continue;
            }

            entries.Add(Entry(line.Split('\t'), file, number));
        }

        IGrouping<string, ReportIndexEntry>? twice = entries.GroupBy(e => e.File, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? entries : throw new DataFileException(file, twice.Last().Line, $"{twice.Key} stands on line {twice.First().Line} too");
    }

    private static ReportIndexEntry Entry(string[] cells, string file, int line)
    {
        if (cells.Length != 6)
        {
            throw new DataFileException(file, line, $"6 cells are expected, {cells.Length} found");
        }

        DateOnly published = default;
        return Array.Exists([cells[0], cells[1], cells[2], cells[4]], string.IsNullOrWhiteSpace)
            ? throw new DataFileException(file, line, "file, source, outlet_kind and language are expected on every line")
            : cells[0].Contains("..", StringComparison.Ordinal) || Path.IsPathRooted(cells[0])
            ? throw new DataFileException(file, line, $"file: {cells[0]}: a name inside the mission's folder is expected")
            : cells[3].Length > 0 && !DateOnly.TryParseExact(cells[3], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out published)
            ? throw new DataFileException(file, line, $"published: {cells[3]}: a date as 2017-01-31 is expected, or nothing")
            : new ReportIndexEntry(
                line, cells[0], cells[1], cells[2], cells[3].Length == 0 ? null : published, cells[4], cells[5].Length == 0 ? null : cells[5]);
    }
}
