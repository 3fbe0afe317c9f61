using System.Globalization;

namespace Hudna.Incidents;

/// <summary>How much of the calendar a time value names.</summary>
public enum TimePrecision
{
    /// <summary>A day, perhaps with a time of day.</summary>
    Day,

    /// <summary>An ISO 8601 week, Monday to Sunday.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,

    /// <summary>From one value to another.</summary>
    Range,
}

/// <summary>A calendar time as ISO 8601 writes it, with the days it can mean: <c>2016-12-22</c>, <c>2016-12-22T14:30</c>,
/// <c>2016-W51</c>, <c>2016-12</c>, <c>2016</c> or a range of two such, <c>2014/2016</c>. Years 0001 to 9999, Gregorian, in the
/// mission's zone. The default value is 0001-01-01.</summary>
public readonly record struct TimeValue
{
    /// <summary>What a parser expects, for error messages.</summary>
    public const string Expected = "a day as 2016-12-22 or 2016-12-22T14:30, a week as 2016-W51, a month as 2016-12, a year as 2016, or a range as 2014/2016";

    /// <summary>First day it can mean.</summary>
    public DateOnly First { get; private init; }

    /// <summary>Last day it can mean, inclusive; never before <see cref="First"/>.</summary>
    public DateOnly Last { get; private init; }

    /// <summary>How much it names.</summary>
    public TimePrecision Precision { get; private init; }

    /// <summary>Time of day, to the minute; null unless given with a day.</summary>
    public TimeOnly? Clock { get; private init; }

    private TimePrecision FirstPrecision { get; init; }

    private TimePrecision LastPrecision { get; init; }

    /// <summary>Number of days it can mean; 1 or more.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>A single day.</summary>
    public static TimeValue OfDay(DateOnly day, TimeOnly? clock = null) =>
        new() { First = day, Last = day, Precision = TimePrecision.Day, Clock = clock is { } c ? new TimeOnly(c.Hour, c.Minute) : null };

    /// <summary>From one day to another, both inclusive; a single day when they are the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="last"/> is before <paramref name="first"/>.</exception>
    public static TimeValue OfDays(DateOnly first, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        return first == last ? OfDay(first) : new() { First = first, Last = last, Precision = TimePrecision.Range };
    }

    /// <summary>Reads a value; false when <paramref name="text"/> is none.</summary>
    public static bool TryParse(string? text, out TimeValue value)
    {
        value = default;
        if (text is null)
        {
            return false;
        }

        int slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return TryParsePoint(text, out value);
        }

        if (!TryParsePoint(text.AsSpan(0, slash), out TimeValue from) || !TryParsePoint(text.AsSpan(slash + 1), out TimeValue to)
            || from.Clock is not null || to.Clock is not null || to.Last < from.First)
        {
            return false;
        }

        value = new()
        {
            First = from.First,
            Last = to.Last,
            Precision = TimePrecision.Range,
            FirstPrecision = from.Precision,
            LastPrecision = to.Precision,
        };
        return value.Last >= value.First;
    }

    /// <summary>The value as ISO 8601 writes it; reading it gives the same value again.</summary>
    public override string ToString() => Precision == TimePrecision.Range
        ? Print(First, FirstPrecision) + "/" + Print(LastPrecision == TimePrecision.Week ? Last.AddDays(-6) : Last, LastPrecision)
        : Print(First, Precision) + (Clock is { } clock ? clock.ToString("'T'HH':'mm", CultureInfo.InvariantCulture) : null);

    private static string Print(DateOnly day, TimePrecision precision) => precision switch
    {
        TimePrecision.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):D4}-W{ISOWeek.GetWeekOfYear(day):D2}"),
        TimePrecision.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        TimePrecision.Year => day.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static bool TryParsePoint(ReadOnlySpan<char> text, out TimeValue value)
    {
        value = default;
        if (!TryDigits(text, 0, 4, out int year) || year == 0)
        {
            return false;
        }

        switch (text.Length)
        {
            case 4:
                value = new() { First = new(year, 1, 1), Last = new(year, 12, 31), Precision = TimePrecision.Year };
                return true;
            case 7 when text[4] == '-' && TryDigits(text, 5, 2, out int month) && month is >= 1 and <= 12:
                value = new()
                {
                    First = new(year, month, 1),
                    Last = new(year, month, DateTime.DaysInMonth(year, month)),
                    Precision = TimePrecision.Month,
                };
                return true;
            case 8 when text[4] == '-' && text[5] == 'W' && TryDigits(text, 6, 2, out int week):
                return TryWeek(year, week, out value);
            case 10 or 16 when DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day):
                if (text.Length == 10)
                {
                    value = OfDay(day);
                    return true;
                }

                bool timed = TimeOnly.TryParseExact(text[10..], "'T'HH':'mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly clock);
                value = timed ? OfDay(day, clock) : default;
                return timed;
            default:
                return false;
        }
    }

    // The last week of 9999 runs past the calendar's end and is refused.
    private static bool TryWeek(int year, int week, out TimeValue value)
    {
        value = default;
        if (week < 1 || week > ISOWeek.GetWeeksInYear(year) || (year == 9999 && week >= 52))
        {
            return false;
        }

        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        value = new() { First = monday, Last = monday.AddDays(6), Precision = TimePrecision.Week };
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, int start, int length, out int value)
    {
        value = 0;
        if (text.Length < start + length)
        {
            return false;
        }

        foreach (char c in text.Slice(start, length))
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        return true;
    }
}
