using System.Globalization;
using Hudna.Linking.Articles;

namespace Hudna.Tests.Linking.Articles;

public sealed class DayCluesTests
{
    /// <summary>A clue: an ISO day, <c>--MM-dd</c> without year, an English weekday, or nothing. 7 December 2024 was a Saturday.</summary>
    [Theory]
    [InlineData("2024-12-07", "2024-12-07", "Same")]
    [InlineData("2024-12-07", "2024-12-08", "OneApart")]
    [InlineData("2024-12-07", "2024-12-05", "TwoApart")]
    [InlineData("2024-12-07", "2024-12-14", "Week")]
    [InlineData("2024-12-07", "2025-01-07", "Month")]
    [InlineData("2024-12-07", "2023-12-07", "Far")]
    [InlineData("2024-12-07", "--12-07", "YearlessSame")]
    [InlineData("2024-12-07", "--12-06", "YearlessNear")]
    [InlineData("2024-12-31", "--01-01", "YearlessNear")] // across the new year
    [InlineData("2024-12-07", "--11-07", "YearlessOther")]
    [InlineData("2024-12-07", "Saturday", "WeekdaySame")]
    [InlineData("2024-12-07", "Friday", "WeekdayNear")] // published the day after
    [InlineData("2024-12-07", "Sunday", "WeekdayOther")] // not before it happens
    [InlineData("--02-29", "--02-29", "BothYearlessSame")]
    [InlineData("--02-28", "--03-01", "BothYearlessOther")] // a leap day lies between
    [InlineData("--12-31", "--01-01", "BothYearlessNear")]
    [InlineData("Saturday", "Saturday", "BothWeekdaySame")]
    [InlineData("Saturday", "Sunday", "BothWeekdayNear")]
    [InlineData("Saturday", "Monday", "BothWeekdayOther")]
    [InlineData("--12-07", "Saturday", "NeitherTold")] // no year, so no weekday to compare
    [InlineData("2024-12-07", "", "Untold")]
    [InlineData("", "", "NeitherTold")]
    [InlineData("", "Monday", "NeitherTold")]
    public void Compare_TwoClues_FallOnALevelWhicheverComesFirst(string a, string b, string level)
    {
        Assert.Equal(level, DayClues.Compare(Clue(a), Clue(b)).ToString());
        Assert.Equal(DayClues.Compare(Clue(a), Clue(b)), DayClues.Compare(Clue(b), Clue(a)));
    }

    internal static DayClues Clue(string text) =>
        text.Length == 0 ? DayClues.None
        : text.StartsWith("--", StringComparison.Ordinal) ? DayClues.None with { MonthDays = [(int.Parse(text[2..4], CultureInfo.InvariantCulture), int.Parse(text[5..], CultureInfo.InvariantCulture))] }
        : Enum.TryParse(text, out DayOfWeek weekday) ? DayClues.None with { Weekdays = [weekday] }
        : new DayClues(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture), true, [], []);
}
