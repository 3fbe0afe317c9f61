using System.Globalization;

namespace Hudna.Cli.Reading;

/// <summary>Publication dates handed in on the command line: one for all, or a file of lines <c>id&lt;TAB&gt;date</c>.</summary>
internal sealed class PublicationDates
{
    private readonly DateOnly? all;
    private readonly Dictionary<string, DateOnly> byId = new(StringComparer.Ordinal);

    private PublicationDates(DateOnly? all) => this.all = all;

    /// <summary>Reads the option's value.</summary>
    /// <exception cref="BadInputException">It is neither a date nor a file, or a line of the file is bad.</exception>
    internal static PublicationDates Of(string? dateOrFile)
    {
        if (dateOrFile is null)
        {
            return new(null);
        }

        if (Day(dateOrFile) is { } day)
        {
            return new(day);
        }

        if (!File.Exists(dateOrFile))
        {
            throw new BadInputException($"--published {dateOrFile}: neither a date such as 2016-12-30 nor a file of lines id<TAB>date.");
        }

        PublicationDates dates = new(null);
        int number = 0;
        foreach (string line in File.ReadLines(dateOrFile))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line) && !line.StartsWith('#'))
            {
                dates.AddLine(dateOrFile, number, line);
            }
        }

        return dates;
    }

    /// <summary>The date handed in for a document; null when none was.</summary>
    internal DateOnly? For(string id) => byId.TryGetValue(id, out DateOnly day) ? day : all;

    private void AddLine(string file, int number, string line)
    {
        string[] cells = line.Split('\t');
        if (cells.Length != 2 || Day(cells[1].Trim()) is not { } day)
        {
            throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{file}:{number}: expected id<TAB>date such as 2016-12-30, found \"{line}\"."));
        }

        if (!byId.TryAdd(cells[0].Trim(), day) && byId[cells[0].Trim()] != day)
        {
            throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{file}:{number}: a second, different date for {cells[0].Trim()}."));
        }
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
