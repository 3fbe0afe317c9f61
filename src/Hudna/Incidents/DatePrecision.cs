namespace Hudna.Incidents;

/// <summary>The days that one day can mean when it is told with UCDP's date_prec. UCDP GED's codebook: 1 the day is known, 2 a period of two to
/// six days, 3 a week, 4 more than a week and a month at most, 5 more than a month and a year at most. GED itself tells both ends of the period, and
/// then nothing is widened; a list that tells one day tells the middle of its week (ACLED's codebook, time precision 2), and of its month or year some
/// day in it.</summary>
public static class DatePrecision
{
    /// <summary>Days on either side of the middle of a week, and of a period of two to six days, whose own length is not told.</summary>
    public const int HalfWeek = 3;

    /// <summary>The first and the last day, both inclusive.</summary>
    /// <param name="day">The day told.</param>
    /// <param name="precision">1 to 5; another is taken as 1.</param>
    public static (DateOnly First, DateOnly Last) Period(DateOnly day, int precision) => precision switch
    {
        2 or 3 => (Shifted(day, -HalfWeek), Shifted(day, HalfWeek)),
        4 => (new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month))),
        5 => (new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31)),
        _ => (day, day),
    };

    private static DateOnly Shifted(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
