using System.Globalization;

namespace Hudna.Incidents;

/// <summary>A month and a day without year, as XML Schema's gMonthDay writes them: <c>--01-23</c>.</summary>
public static class MonthDay
{
    /// <summary>Reads one; false when <paramref name="text"/> is none. The 29th of February is one.</summary>
    /// <param name="text">What to read.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to 31.</param>
    public static bool TryParse(string? text, out int month, out int day)
    {
        // 2000 was a leap year.
        bool known = DateOnly.TryParseExact(
            text?.StartsWith("--", StringComparison.Ordinal) == true ? "2000" + text[1..] : null, "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out DateOnly read);
        (month, day) = (read.Month, read.Day);
        return known;
    }
}
