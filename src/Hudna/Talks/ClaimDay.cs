using System.Globalization;
using System.Text.Json.Serialization;
using Hudna.Incidents;

namespace Hudna.Talks;

/// <summary>The day that a claim gives, as exactly as it gives it. At most one of a span of days and a day without year is known;
/// <c>default</c> is no day at all.</summary>
/// <param name="First">First day it can mean; null when no year is told.</param>
/// <param name="Last">Last day, inclusive; null exactly when <paramref name="First"/> is.</param>
/// <param name="Yearless">Month and day as <c>--01-23</c>; null unless the year is not told.</param>
public readonly record struct ClaimDay(DateOnly? First, DateOnly? Last, string? Yearless)
{
    /// <summary>A span of more days than this tells a month or a season, not the days of a meeting.</summary>
    public const int NarrowDaysMax = 10;

    /// <summary>True when the year and the days are told, at most <see cref="NarrowDaysMax"/> of them.</summary>
    [JsonIgnore]
    public bool IsNarrow => First is { } first && Last!.Value.DayNumber - first.DayNumber < NarrowDaysMax;

    /// <summary>True when the year is told, but no more than a month or the like.</summary>
    [JsonIgnore]
    public bool IsWide => First is not null && !IsNarrow;

    /// <summary>Days of a leap year, which has every month and day.</summary>
    internal const int LeapYearDays = 366;

    /// <summary>Which day of a leap year a day without year is, from 1.</summary>
    internal int DayOfLeapYear => MonthDay.TryParse(Yearless, out int month, out int day) ? new DateOnly(2000, month, day).DayOfYear
        : throw new InvalidOperationException("Only a day without year has one.");

    /// <summary>True when it is wholly after another. Of two days without year, the one is after the other that lies less than half a year later;
    /// a day with a year and one without cannot be told apart so.</summary>
    public bool IsAfter(ClaimDay other) => First is { } first && other.Last is { } last ? first > last
        : Yearless is not null && other.Yearless is not null
            && (DayOfLeapYear - other.DayOfLeapYear + LeapYearDays) % LeapYearDays is > 0 and < LeapYearDays / 2;

    /// <summary>The day of a claim.</summary>
    public static ClaimDay Of(ClaimContent content) => new(content.Time?.First, content.Time?.Last, content.Time is null ? content.Yearless?.Value : null);

    /// <summary>True when both can mean one and the same day. A day without year meets that day of every year; no day meets nothing.</summary>
    public bool Meets(ClaimDay other) => (First, other.First) switch
    {
        ({ } first, { } otherFirst) => first <= other.Last && otherFirst <= Last,
        ({ }, null) => other.Yearless is { } yearless && Holds(yearless),
        (null, { }) => Yearless is { } yearless && other.Holds(yearless),
        _ => Yearless is not null && string.Equals(Yearless, other.Yearless, StringComparison.Ordinal),
    };

    // A leap year's length is enough to have met every month and day, but for 29 February.
    private bool Holds(string monthDay)
    {
        for (DateOnly day = First!.Value; day <= Last && day.DayNumber - First.Value.DayNumber <= 366; day = day.AddDays(1))
        {
            if (string.Equals(day.ToString("'--'MM-dd", CultureInfo.InvariantCulture), monthDay, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
