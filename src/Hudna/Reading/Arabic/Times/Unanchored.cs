namespace Hudna.Reading.Arabic.Times;

/// <summary>What an expression of time tells when nothing anchors it.</summary>
internal static class Unanchored
{
    /// <summary>23 يناير without a year that anything tells: month and day as XML Schema's gMonthDay, <c>--01-23</c>; null when it names none. Of Gregorian months
    /// only: a Hijri day falls on another one each year.</summary>
    public static string? MonthDay(Article article, TimeFound time)
    {
        int? month = null;
        decimal? day = null;
        for (int i = time.First; i <= time.Last; i++)
        {
            month ??= article.Longest(i, Cat.Month) is { Entry: TimeEntry { Tag: not "hijri" } entry } ? entry.Value : null;
            day ??= article.Tokens[i].Number is >= 1 and <= 31 and { } number && number == decimal.Truncate(number) ? number : null;
        }

        return month is { } m && day is { } d && d <= DateTime.DaysInMonth(2000, m) ? $"--{m:D2}-{(int)d:D2}" : null;
    }

    /// <summary>The weekday that it names; null when it names none.</summary>
    public static DayOfWeek? Weekday(Article article, TimeFound time)
    {
        for (int i = time.First; i <= time.Last; i++)
        {
            if (article.Longest(i, Cat.Weekday) is { Entry: TimeEntry weekday })
            {
                return (DayOfWeek)(weekday.Value % 7);
            }
        }

        return null;
    }
}
