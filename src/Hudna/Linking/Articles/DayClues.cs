namespace Hudna.Linking.Articles;

/// <summary>What a report tells of the day of what it reports: a day, or a day and month of no year, or weekdays, or nothing.</summary>
/// <param name="Day">The day: the one told, else that of publication; null when neither is known.</param>
/// <param name="IsTold">False when <paramref name="Day"/> is that of publication alone: the happening is of then or shortly before.</param>
/// <param name="MonthDays">Days and months whose year nothing tells, as they come in the text; none when <paramref name="Day"/> is known.</param>
/// <param name="Weekdays">Weekdays of weeks that nothing tells, as they come in the text; none when <paramref name="Day"/> is known.</param>
public sealed record DayClues(DateOnly? Day, bool IsTold, IReadOnlyList<(int Month, int Day)> MonthDays, IReadOnlyList<DayOfWeek> Weekdays)
{
    /// <summary>Nothing told.</summary>
    public static DayClues None { get; } = new(null, false, [], []);

    // A leap year, so that the 29th of February is a day.
    private const int LeapYear = 2000, YearDays = 366, WeekDays = 7;

    /// <summary>How two reports' days stand to one another; the order of the two does not matter.</summary>
    internal static DayLevel Compare(DayClues a, DayClues b) => (a.Day, b.Day) switch
    {
        ({ } one, { } other) => Apart(Math.Abs(one.DayNumber - other.DayNumber)),
        ({ } one, null) => b.Against(one),
        (null, { } other) => a.Against(other),
        _ => Unanchored(a, b),
    };

    private static DayLevel Apart(int days) =>
        days <= 2 ? DayLevel.Same + days : days <= 7 ? DayLevel.Week : days <= 31 ? DayLevel.Month : DayLevel.Far;

    private DayLevel Against(DateOnly day)
    {
        if (MonthDays.Count > 0)
        {
            return MonthDays.Min(m => DaysApart(m, (day.Month, day.Day))) switch
            {
                0 => DayLevel.YearlessSame,
                1 => DayLevel.YearlessNear,
                _ => DayLevel.YearlessOther,
            };
        }

        return Weekdays.Count == 0 ? DayLevel.Untold
            : Weekdays.Contains(day.DayOfWeek) ? DayLevel.WeekdaySame
            : Weekdays.Contains(day.AddDays(-1).DayOfWeek) ? DayLevel.WeekdayNear
            : DayLevel.WeekdayOther;
    }

    private static DayLevel Unanchored(DayClues a, DayClues b)
    {
        if (a.MonthDays.Count > 0 && b.MonthDays.Count > 0)
        {
            return a.MonthDays.Min(m => b.MonthDays.Min(n => DaysApart(m, n))) switch
            {
                0 => DayLevel.BothYearlessSame,
                1 => DayLevel.BothYearlessNear,
                _ => DayLevel.BothYearlessOther,
            };
        }

        if (a.Weekdays.Count == 0 || b.Weekdays.Count == 0)
        {
            return DayLevel.NeitherTold;
        }

        // The first weekday of a text is its news; what else it names is background.
        int apart = Math.Abs((int)a.Weekdays[0] - (int)b.Weekdays[0]);
        return apart == 0 ? DayLevel.BothWeekdaySame : Math.Min(apart, WeekDays - apart) == 1 ? DayLevel.BothWeekdayNear : DayLevel.BothWeekdayOther;
    }

    private static int DaysApart((int Month, int Day) a, (int Month, int Day) b)
    {
        int apart = Math.Abs(new DateOnly(LeapYear, a.Month, a.Day).DayOfYear - new DateOnly(LeapYear, b.Month, b.Day).DayOfYear);
        return Math.Min(apart, YearDays - apart);
    }
}

/// <summary>How the days of two reports stand to one another. <c>Yearless</c>: one tells a day, the other a day and month; <c>Weekday</c>: the other only weekdays.</summary>
internal enum DayLevel
{
    Same,
    OneApart,
    TwoApart,
    Week,
    Month,
    Far,
    YearlessSame,
    YearlessNear,
    YearlessOther,
    WeekdaySame,
    WeekdayNear,
    WeekdayOther,
    BothYearlessSame,
    BothYearlessNear,
    BothYearlessOther,
    BothWeekdaySame,
    BothWeekdayNear,
    BothWeekdayOther,

    /// <summary>One tells a day, the other nothing of it.</summary>
    Untold,
    NeitherTold,
}
