using System.Globalization;

namespace Hudna.Reading.Arabic.Times;

/// <summary>Dates of the Hijri calendar by the Umm al-Qura tables (1318 to 1500 AH) as ISO 8601. A country that sights the moon may
/// differ by a day.</summary>
internal static class HijriDates
{
    private const int YearMin = 1318;
    private const int YearMax = 1500;
    private static readonly UmAlQuraCalendar s_calendar = new();

    /// <summary>A day exactly, a month or year as the range of days it covers; null outside the tables.</summary>
    public static string? Value(int? year, int? month, int? day)
    {
        if (year is not { } y || y is < YearMin or > YearMax)
        {
            return null;
        }

        if (month is not { } m)
        {
            return $"{Iso(y, 1, 1)}/{Iso(y, 12, s_calendar.GetDaysInMonth(y, 12))}";
        }

        int days = s_calendar.GetDaysInMonth(y, m);
        return day is null ? $"{Iso(y, m, 1)}/{Iso(y, m, days)}" : day <= days ? Iso(y, m, day.Value) : null;
    }

    /// <summary>The month or day nearest to a date (by its middle or itself), or the last before it, or the next after it.</summary>
    public static string? Near(DateOnly date, int month, int? day, string? shift)
    {
        DateTime at = date.ToDateTime(TimeOnly.MinValue);
        if (at < s_calendar.MinSupportedDateTime.AddYears(3) || at > s_calendar.MaxSupportedDateTime.AddYears(-3))
        {
            return null;
        }

        int year = s_calendar.GetYear(at);
        if (shift is "this" or "same")
        {
            return Value(year, month, day);
        }

        string? best = null;
        int bestDistance = int.MaxValue;
        for (int y = year - 1; y <= year + 1; y++)
        {
            int distance = DateOnly.FromDateTime(s_calendar.ToDateTime(y, month, day is { } d && d <= s_calendar.GetDaysInMonth(y, month) ? d : 15, 0, 0, 0, 0)).DayNumber - date.DayNumber;
            bool fits = shift switch { "past" or "preceding" => distance < -14 || (day is not null && distance < 0), "next" or "following" => distance > 14 || (day is not null && distance > 0), _ => true };
            if (fits && Math.Abs(distance) < bestDistance)
            {
                (best, bestDistance) = (Value(y, month, day), Math.Abs(distance));
            }
        }

        return best;
    }

    /// <summary>The month or day that begins in a Gregorian year; the first when two do.</summary>
    public static string? In(int gregorian, int month, int? day)
    {
        if (gregorian is < 1902 or > 2075)
        {
            return null;
        }

        int year = s_calendar.GetYear(new DateTime(gregorian, 1, 1));
        for (int y = year; y <= year + 1; y++)
        {
            if (Value(y, month, day) is { } value && value.StartsWith(gregorian.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }

    private static string Iso(int year, int month, int day) =>
        TimeResolver.Iso(DateOnly.FromDateTime(s_calendar.ToDateTime(year, month, day, 0, 0, 0, 0)));
}
