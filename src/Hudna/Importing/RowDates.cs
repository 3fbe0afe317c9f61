using System.Buffers;
using System.Globalization;

namespace Hudna.Importing;

/// <summary>What a cell says of a day: the day, or why there is none.</summary>
/// <param name="Day">The day; null when none can be told.</param>
/// <param name="Clock">Time of day beside it; null when not told.</param>
/// <param name="Ambiguous">True when it is a date that can mean two days.</param>
/// <param name="NoYear">True when it gives day and month only.</param>
public readonly record struct CellDate(DateOnly? Day, TimeOnly? Clock, bool Ambiguous, bool NoYear);

/// <summary>Reads dates as tables write them: 2017-01-31, 2017/01/31, 31 January 2017, 31-Jan-2017, January 31 2017, 31/12/2017 and, where the
/// order is told, 03/04/2017; with or without a time. Gregorian, English or Arabic names of months. A day without a year is the last such day that is not after
/// the day of the report.</summary>
public static class RowDates
{
    private static readonly SearchValues<char> ClockSigns = SearchValues.Create("0123456789:.+-–Z ");

    private static readonly Dictionary<string, int> Months = MonthNames();

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="order">Order of day and month in dates of digits; null when not told.</param>
    /// <param name="reported">Day of the report, for dates without a year; null when not known.</param>
    public static CellDate Read(string cell, DateOrder? order, DateOnly? reported)
    {
        (string date, TimeOnly? clock) = SplitClock(cell.Trim());
        List<string> parts = Parts(date);
        return parts.Count switch
        {
            3 => OfThree(parts, order) with { Clock = clock },
            2 => OfTwo(parts, reported) with { Clock = clock },
            _ => default,
        };
    }

    /// <summary>A time of day to the minute, or the begin of a span of such; null when the cell is none.</summary>
    public static TimeOnly? ClockOf(string cell) => SplitClock(cell.Trim()) is ({ Length: 0 }, { } clock) ? clock : null;

    private static CellDate OfThree(List<string> parts, DateOrder? order)
    {
        int named = parts.FindIndex(p => Months.ContainsKey(p));
        if (named >= 0)
        {
            int month = Months[parts[named]];
            List<string> rest = [.. parts.Where((_, i) => i != named)];

            // "31 January 2017", "January 31 2017" or "2017 January 31".
            string year = rest[1].Length == 4 ? rest[1] : rest[0], day = rest[1].Length == 4 ? rest[0] : rest[1];
            return year.Length == 4 ? new(Day(year, month, day), null, false, false) : default;
        }

        if (parts[0].Length == 4)
        {
            return new(Day(parts[0], Number(parts[1]), parts[2]), null, false, false);
        }

        if (parts[2].Length != 4)
        {
            return default; // 03/04/17 could be three days.
        }

        DateOnly? dmy = Day(parts[2], Number(parts[1]), parts[0]), mdy = Day(parts[2], Number(parts[0]), parts[1]);
        return order switch
        {
            DateOrder.Dmy => new(dmy, null, false, false),
            DateOrder.Mdy => new(mdy, null, false, false),
            _ => dmy is null || mdy is null || dmy == mdy ? new(dmy ?? mdy, null, false, false) : new(null, null, true, false),
        };
    }

    private static CellDate OfTwo(List<string> parts, DateOnly? reported)
    {
        int named = parts.FindIndex(p => Months.ContainsKey(p));
        if (named < 0 || Number(parts[1 - named]) is not (>= 1 and <= 31 and var day))
        {
            return default;
        }

        int month = Months[parts[named]];
        if (reported is not { } until)
        {
            return new(null, null, false, true);
        }

        // 29 February goes back to the last leap year, eight years at most.
        for (int year = until.Year; year > until.Year - 9 && year > 0; year--)
        {
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var found && found <= until)
            {
                return new(found, null, false, false);
            }
        }

        return default;
    }

    private static DateOnly? Day(string year, int? month, string day) =>
        Number(year) is { } y and >= 1 and <= 9999 && month is { } m and >= 1 and <= 12 && Number(day) is { } d and >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d) : null;

    private static int? Number(string digits) =>
        digits.Length <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    // A time follows a blank, a comma or the T of ISO 8601: 14:30, 14:30:05, 14:30:05.000+02:00, 14:30-14:45 (its begin).
    private static (string Date, TimeOnly? Clock) SplitClock(string cell)
    {
        int colon = cell.IndexOf(':', StringComparison.Ordinal);
        int start = Math.Max(0, colon);
        while (start > 0 && char.IsAsciiDigit(cell[start - 1]))
        {
            start--;
        }

        if (colon - start is not (1 or 2) || colon + 2 >= cell.Length || !IsRestOfClock(cell.AsSpan(colon + 3))
            || !TimeOnly.TryParseExact(cell.AsSpan(start, colon + 3 - start), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly told))
        {
            return (cell, null);
        }

        string date = cell[..start].TrimEnd(' ', ',', 'T');
        bool isMorning = cell.EndsWith("AM", StringComparison.OrdinalIgnoreCase), isLater = cell.EndsWith("PM", StringComparison.OrdinalIgnoreCase);
        return !isMorning && !isLater ? (date, told)
            : told.Hour is 0 or > 12 ? (cell, null)
            : (date, new TimeOnly((told.Hour % 12) + (isLater ? 12 : 0), told.Minute));
    }

    private static bool IsRestOfClock(ReadOnlySpan<char> rest) => rest.TrimEnd("APMapm").IndexOfAnyExcept(ClockSigns) < 0;

    private static List<string> Parts(string date)
    {
        var parts = new List<string>(3);
        int start = -1;
        for (int i = 0; i <= date.Length; i++)
        {
            bool inside = i < date.Length && (char.IsLetterOrDigit(date[i]) || char.GetUnicodeCategory(date[i]) == UnicodeCategory.NonSpacingMark);
            bool turns = inside && start >= 0 && char.IsDigit(date[i]) != char.IsDigit(date[i - 1]);
            if (start >= 0 && (!inside || turns))
            {
                parts.Add(Western(date[start..i]));
                start = -1;
            }

            start = inside && start < 0 ? i : start;
        }

        // "5th of January": what follows the number, and "of", say nothing.
        parts.RemoveAll(p => p.ToUpperInvariant() is "TH" or "ST" or "ND" or "RD" or "OF");
        return parts;
    }

    // Arabic-Indic and Persian digits mean what ASCII ones do.
    private static string Western(string part) => string.Create(part.Length, part, static (span, from) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = from[i] switch { >= '٠' and <= '٩' => (char)(from[i] - '٠' + '0'), >= '۰' and <= '۹' => (char)(from[i] - '۰' + '0'), _ => from[i] };
        }
    });

    private static Dictionary<string, int> MonthNames()
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach ((_, string[] cells) in Incidents.EmbeddedTable.Rows("month-names.tsv", 2, "Importing"))
        {
            foreach (string name in cells[1].Split(' '))
            {
                names.Add(name, int.Parse(cells[0], CultureInfo.InvariantCulture));
            }
        }

        return names;
    }
}
