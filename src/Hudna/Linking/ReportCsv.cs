using System.Globalization;
using CsvHelper;
using Hudna.Incidents;

namespace Hudna.Linking;

/// <summary>Reads reports to be linked from CSV (RFC 4180, UTF-8, header of known columns in any order, others ignored): UCDP GED's column names and
/// precision codes (codebook 23.1), or those of synthetic reports, where <c>day</c> counts days from any day and -1 is not told. One row after
/// another; a bad cell costs its row, which is named.</summary>
public static class ReportCsv
{
    /// <summary>The columns known, each with the names it goes by.</summary>
    private static readonly (Column Column, string[] Names)[] Known =
    [
        (Column.Id, ["id"]),
        (Column.Source, ["source"]),
        (Column.Start, ["date_start", "day", "date"]),
        (Column.End, ["date_end"]),
        (Column.DatePrecision, ["date_prec"]),
        (Column.Lat, ["latitude", "lat"]),
        (Column.Lon, ["longitude", "lon"]),
        (Column.Precision, ["where_prec", "loc_prec"]),
        (Column.Place, ["place"]),
        (Column.Adm1, ["adm_1", "adm1"]),
        (Column.Adm2, ["adm_2", "adm2"]),
        (Column.Act, ["event_type", "type"]),
        (Column.Actor, ["actor_a"]),
        (Column.Target, ["actor_b"]),
        (Column.DeadLow, ["deaths_low"]),
        (Column.DeadBest, ["deaths_best", "killed"]),
        (Column.DeadHigh, ["deaths_high"]),
        (Column.Text, ["text"]),
    ];

    // A count of days says nothing of the year; any first day does, and this one leaves room on both sides.
    private static readonly DateOnly DayZero = new(2000, 1, 1);

    private enum Column
    {
        Id,
        Source,
        Start,
        End,
        DatePrecision,
        Lat,
        Lon,
        Precision,
        Place,
        Adm1,
        Adm2,
        Act,
        Actor,
        Target,
        DeadLow,
        DeadBest,
        DeadHigh,
        Text,
    }

    /// <summary>The reports of the good rows.</summary>
    /// <param name="stream">The file, UTF-8; read to its end, not closed.</param>
    /// <param name="problems">Takes what is wrong with a row.</param>
    /// <exception cref="LinkInputException">The header has no id or no date, or a column twice.</exception>
    public static IEnumerable<LinkReport> Read(Stream stream, Action<RowProblem> problems)
    {
        using CsvReader table = CsvReader.Create(stream, new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            PoolStrings = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = m => problems(new RowProblem((int)m.LineNumber, string.Empty, "is no row of CSV: a quotation mark is not closed or stands inside a cell")),
        }, leaveOpen: true);
        if (!table.Read())
        {
            throw new LinkInputException("the file is empty; a header line is expected");
        }

        string[] header = [.. table.Current.ToArray().Select(h => h.Trim().TrimStart('\uFEFF').ToLowerInvariant())];
        int[] at = Places(header);
        HashSet<string> ids = new(StringComparer.Ordinal);
        while (table.Read())
        {
            int line = (int)table.LineNumber;
            if (table.FieldCount != header.Length)
            {
                problems(new RowProblem(line, string.Empty, $"has {table.FieldCount} cells; {header.Length} are expected, as in the header"));
                continue;
            }

            Row row = new(table, at, line, header, problems);
            if (row.Report() is { } report)
            {
                if (ids.Add(report.Id))
                {
                    yield return report;
                }
                else
                {
                    problems(new RowProblem(line, header[at[(int)Column.Id]], $"'{report.Id}' stands in a row before; an id of its own is expected"));
                }
            }
        }
    }

    private static int[] Places(string[] header)
    {
        int[] at = new int[Enum.GetValues<Column>().Length];
        Array.Fill(at, -1);
        foreach ((Column column, string[] names) in Known)
        {
            foreach (string name in names)
            {
                int first = Array.IndexOf(header, name);
                if (first >= 0 && Array.IndexOf(header, name, first + 1) >= 0)
                {
                    throw new LinkInputException($"line 1: the column {name} stands twice");
                }

                at[(int)column] = at[(int)column] < 0 ? first : at[(int)column];
            }
        }

        foreach (Column needed in (ReadOnlySpan<Column>)[Column.Id, Column.Start])
        {
            if (at[(int)needed] < 0)
            {
                string[] names = Known.First(k => k.Column == needed).Names;
                throw new LinkInputException($"line 1: no column {string.Join(" or ", names)}; known columns are {string.Join(", ", Known.Select(k => k.Names[0]))}");
            }
        }

        return at;
    }

    /// <summary>One row being read; the first bad cell is named and costs the row.</summary>
    private sealed class Row(CsvReader table, int[] at, int line, string[] header, Action<RowProblem> problems)
    {
        private bool isBad;

        public LinkReport? Report()
        {
            string? id = Text(Column.Id);
            DateOnly? first = Day(Column.Start), last = Day(Column.End) ?? first;
            (first, last) = Widen(first, last, Whole(Column.DatePrecision, 1, 5));
            double? lat = Degrees(Column.Lat, 90), lon = Degrees(Column.Lon, 180);
            LinkReport report = new()
            {
                Id = id ?? string.Empty,
                Source = Text(Column.Source),
                First = first,
                Last = last,
                Lat = lat,
                Lon = lon,
                Precision = Whole(Column.Precision, 1, 7) ?? 1,
                Place = Text(Column.Place),
                Adm1 = Text(Column.Adm1),
                Adm2 = Text(Column.Adm2),
                Act = Text(Column.Act),
                Actors = Text(Column.Actor) is { } actor ? [actor] : [],
                Targets = Text(Column.Target) is { } target ? [target] : [],
                DeadLow = Count(Column.DeadLow),
                DeadBest = Count(Column.DeadBest),
                DeadHigh = Count(Column.DeadHigh),
                Text = Text(Column.Text),
            };
            if (id is null)
            {
                Bad(Column.Id, "is empty; an id of its own is expected");
            }
            else if (last < first)
            {
                Bad(Column.End, "stands before the first day");
            }
            else if (lat is null != lon is null)
            {
                Bad(lat is null ? Column.Lat : Column.Lon, "is missing beside the other coordinate");
            }

            return isBad ? null : report;
        }

        // A date whose precision is coarser than its two ends.
        private static (DateOnly? First, DateOnly? Last) Widen(DateOnly? first, DateOnly? last, int? precision) =>
            first == last && first is { } day ? DatePrecision.Period(day, precision ?? 1) : (first, last);

        // -1 and nothing are both not told; so is NA, as R writes it. One degree south or west is a place.
        private string? Text(Column column)
        {
            int cell = at[(int)column];
            if (cell < 0)
            {
                return null;
            }

            string text = table.GetString(cell).Trim();
            bool isDegree = column is Column.Lat or Column.Lon;
            return text.Length == 0 || text is "NA" || (text is "-1" && !isDegree) ? null : text;
        }

        private DateOnly? Day(Column column)
        {
            if (Text(column) is not { } text)
            {
                return null;
            }

            if (DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                return day;
            }

            if (header[at[(int)column]] == "day" && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days < 2_000_000)
            {
                return DayZero.AddDays(days);
            }

            Bad(column, $"'{text}' is no date; YYYY-MM-DD is expected");
            return null;
        }

        private double? Degrees(Column column, int most)
        {
            if (Number(column) is not { } degrees)
            {
                return null;
            }

            if (Math.Abs(degrees) <= most)
            {
                return degrees;
            }

            Bad(column, $"{degrees.ToString(CultureInfo.InvariantCulture)} is out of bounds; -{most} to {most} degrees are expected");
            return null;
        }

        private int? Count(Column column)
        {
            double? number = Number(column);
            if (number is not (< 0 or > 10_000_000))
            {
                return (int?)number;
            }

            Bad(column, "is out of bounds; a number of people, or nothing, is expected");
            return null;
        }

        private int? Whole(Column column, int least, int most)
        {
            double? number = Number(column);
            if (number is null || (number >= least && number <= most && number == Math.Floor(number.Value)))
            {
                return (int?)number;
            }

            Bad(column, $"is out of bounds; {least} to {most} is expected, as UCDP GED codes it");
            return null;
        }

        private double? Number(Column column)
        {
            if (Text(column) is not { } text)
            {
                return null;
            }

            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
            {
                return number;
            }

            Bad(column, $"'{text}' is no number");
            return null;
        }

        private void Bad(Column column, string what)
        {
            if (!isBad)
            {
                isBad = true;
                int cell = at[(int)column];
                problems(new RowProblem(line, cell < 0 ? Known.First(k => k.Column == column).Names[0] : header[cell], what));
            }
        }
    }
}
