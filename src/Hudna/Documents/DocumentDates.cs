using System.Globalization;

namespace Hudna.Documents;

/// <summary>Publication dates as files and markup write them. The calendar day is taken as written: at the outlet, in its own zone.</summary>
public static class DocumentDates
{
    private static readonly string[] Patterns =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "ddd, d MMM yyyy", "yyyy-M-d",
    ];

    /// <summary>The day that a value names; null when it names none without guessing (<c>03/04/2017</c> names none).</summary>
    /// <param name="value">ISO 8601 date or timestamp, RFC 1123 date, or an English date with the month in letters.</param>
    public static DateOnly? Parse(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        ReadOnlySpan<char> text = value.AsSpan().Trim();
        if ((Day(text) ?? DayFirst(text)) is { } whole)
        {
            return whole;
        }

        // A timestamp: the day stands before T, or before the time of day.
        int time = text.IndexOf('T');
        if (time == 10 || time == 8)
        {
            return Day(text[..time]);
        }

        for (int space = text.IndexOf(' '), from = 0; space > 0; from = space + 1, space = from >= text.Length ? -1 : IndexFrom(text, from))
        {
            if (Clock(text[(space + 1)..]) && Day(text[..space]) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>31/12/2016: certain only when the first number can be no month.</summary>
    private static DateOnly? DayFirst(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Day > 12 ? day : null;

    private static int IndexFrom(ReadOnlySpan<char> text, int from) => text[from..].IndexOf(' ') is >= 0 and var at ? at + from : -1;

    private static bool Clock(ReadOnlySpan<char> text) => text.Length >= 4 && char.IsAsciiDigit(text[0]) && text.IndexOf(':') is 1 or 2;

    private static DateOnly? Day(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, Patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
