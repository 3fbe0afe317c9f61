using System.Globalization;

namespace Hudna.Reading.Arabic;

/// <summary>Turns the parts of an expression of time into an ISO 8601 value, against the publication date. What cannot be resolved
/// stays null.</summary>
internal sealed class TimeResolver(Article article)
{
    private static readonly UmAlQuraCalendar s_hijri = new();

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Year(int year)
    {
        if (year >= 1600)
        {
            return year.ToString("0000", CultureInfo.InvariantCulture);
        }

        return FromHijri(year, null, null);
    }

    /// <summary>A Hijri date by the Umm al-Qura calendar (1318–1500): a day exactly, a month or year as the range of days it covers.</summary>
    public static string? FromHijri(int? year, int? month, int? day)
    {
        if (year is null or < 1318 or > 1500)
        {
            return null;
        }

        if (month is null)
        {
            return Range(year.Value, 1, 1, year.Value, 12, s_hijri.GetDaysInMonth(year.Value, 12));
        }

        int days = s_hijri.GetDaysInMonth(year.Value, month.Value);
        if (day is null)
        {
            return Range(year.Value, month.Value, 1, year.Value, month.Value, days);
        }

        return day <= days ? Iso(Gregorian(year.Value, month.Value, day.Value)) : null;
    }

    /// <summary>أمس, اليوم, غدا.</summary>
    public string? Day(int offset) => article.Published is { } p ? Iso(p.AddDays(offset)) : null;

    /// <summary>A weekday: the last one on or before the publication date; the next after it when shifted forward or in a future clause.</summary>
    public string? Weekday(int iso, string? shift, bool future)
    {
        if (article.Published is not { } p)
        {
            return null;
        }

        int today = p.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)p.DayOfWeek;
        int back = (today - iso + 7) % 7;
        return shift switch
        {
            "next" => Iso(p.AddDays(back == 0 ? 7 : 7 - back)),
            "past" => Iso(p.AddDays(back == 0 ? -7 : -back)),
            "this" => Iso(p.AddDays(-back)),
            _ when future && back != 0 => Iso(p.AddDays(7 - back)),
            _ => Iso(p.AddDays(-back)),
        };
    }

    /// <summary>A month, with its day when there is one: past is the latest before the publication date, next the first after it, and
    /// without either the nearest to it.</summary>
    public string? Month(int month, int? day, int? year, string? shift)
    {
        if (year is null)
        {
            if (article.Published is not { } p)
            {
                return null;
            }

            year = shift switch
            {
                "past" => IsBefore(p, p.Year, month, day) ? p.Year : p.Year - 1,
                "next" => IsAfter(p, p.Year, month, day) ? p.Year : p.Year + 1,
                "this" => p.Year,
                _ => Nearest(p, month),
            };
        }

        if (day is null)
        {
            return $"{year:0000}-{month:00}";
        }

        return day <= DateTime.DaysInMonth(year.Value, month) ? $"{year:0000}-{month:00}-{day:00}" : null;
    }

    /// <summary>A week, month or year counted from the publication date.</summary>
    public string? Unit(string unit, int offset)
    {
        if (article.Published is not { } p)
        {
            return null;
        }

        return unit switch
        {
            "day" => Iso(p.AddDays(offset)),
            "week" => Week(p.AddDays(7 * offset)),
            "month" => p.AddMonths(offset).ToString("yyyy-MM", CultureInfo.InvariantCulture),
            "year" => (p.Year + offset).ToString("0000", CultureInfo.InvariantCulture),
            "decade" => $"{((p.Year / 10) + offset) * 10}/{(((p.Year / 10) + offset) * 10) + 9}",
            _ => null,
        };
    }

    /// <summary>A season as the months it spans (winter from December of the year before).</summary>
    public string? Season(int season, int? year, string? shift)
    {
        if (year is null)
        {
            if (article.Published is not { } p)
            {
                return null;
            }

            int lastMonth = season == 1 ? 2 : (season - 1) * 3 + 2;
            year = shift switch
            {
                "past" => p.Month > lastMonth ? p.Year : p.Year - 1,
                "next" => p.Month < lastMonth ? p.Year : p.Year + 1,
                _ => p.Year,
            };
        }

        int first = (season - 1) * 3;
        return first == 0 ? $"{year - 1:0000}-12/{year:0000}-02" : $"{year:0000}-{first:00}/{year:0000}-{first + 2:00}";
    }

    private static string Week(DateOnly date)
    {
        DateTime day = date.ToDateTime(TimeOnly.MinValue);
        return $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}";
    }

    private static bool IsBefore(DateOnly p, int year, int month, int? day) => month < p.Month || (month == p.Month && day is { } d && d <= p.Day && year == p.Year);

    private static bool IsAfter(DateOnly p, int year, int month, int? day) => month > p.Month || (month == p.Month && day is { } d && d >= p.Day && year == p.Year);

    /// <summary>The year in which the month lies nearest; news looks back more than ahead, so at six months' distance back wins.</summary>
    private static int Nearest(DateOnly p, int month)
    {
        int ahead = (month - p.Month + 12) % 12;
        return ahead <= 4 ? p.Year + (month < p.Month ? 1 : 0) : p.Year - (month > p.Month ? 1 : 0);
    }

    private static string Range(int y1, int m1, int d1, int y2, int m2, int d2) => $"{Iso(Gregorian(y1, m1, d1))}/{Iso(Gregorian(y2, m2, d2))}";

    private static DateOnly Gregorian(int year, int month, int day) => DateOnly.FromDateTime(new DateTime(year, month, day, s_hijri));
}
