using System.Globalization;
using Hudna.Missions;

namespace Hudna.Server.Languages;

/// <summary>Writes dates and times for people: Gregorian always, in the mission's zone, with the mission's month names.</summary>
public sealed class Dates(Words words, TimeZoneInfo zone, MonthNames months)
{
    /// <summary>The mission's zone as it is named beside times.</summary>
    public string ZoneName => zone.Id;

    /// <summary><c>30 December 2016</c>, <c>30 كانون الأول 2016</c>.</summary>
    public string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Month(day.Month)} {day.Year}");

    /// <summary>A day or an inclusive range of days, no part said twice.</summary>
    public string Days(DateOnly first, DateOnly last)
    {
        if (first == last)
        {
            return Day(first);
        }

        return (first.Year == last.Year, first.Month == last.Month) switch
        {
            (true, true) when first.Day == 1 && last.AddDays(1).Day == 1 =>
                string.Create(CultureInfo.InvariantCulture, $"{Month(first.Month)} {first.Year}"),
            (true, true) => string.Create(CultureInfo.InvariantCulture, $"{first.Day}–{last.Day} {Month(last.Month)} {last.Year}"),
            (true, false) => string.Create(
                CultureInfo.InvariantCulture, $"{first.Day} {Month(first.Month)} – {last.Day} {Month(last.Month)} {last.Year}"),
            _ => $"{Day(first)} – {Day(last)}",
        };
    }

    /// <summary>Date, time and the offset that held then, in the mission's zone.</summary>
    public string Moment(DateTimeOffset at)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(at, zone);
        string time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{Day(DateOnly.FromDateTime(local.DateTime))}{words["date.comma"]} {time}";
    }

    /// <summary>The offset from UTC at a moment: <c>UTC+02:00</c>.</summary>
    public string Offset(DateTimeOffset at)
    {
        TimeSpan offset = TimeZoneInfo.ConvertTime(at, zone).Offset;
        return $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>For the <c>datetime</c> attribute.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The same; null for no day.</summary>
    public static string? Iso(DateOnly? day) => day is { } known ? Iso(known) : null;

    /// <summary><c>January 2017</c>, <c>كانون الثاني 2017</c>.</summary>
    public string MonthOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Month(day.Month)} {day.Year}");

    /// <summary>A day whose year is not told, from a gMonthDay: <c>23 January, year not told</c>; the value itself when it is none.</summary>
    public string Yearless(string monthDay) => !Incidents.MonthDay.TryParse(monthDay, out int month, out int day) ? monthDay
        : words.Format("entry.yearless", string.Create(CultureInfo.InvariantCulture, $"{day} {Month(month)}"));

    private string Style => months switch { MonthNames.Levantine => "levantine", MonthNames.Maghrebi => "maghrebi", _ => "egyptian" };

    private string Month(int month) =>
        words[string.Create(CultureInfo.InvariantCulture, $"month.{Style}.{month}")];
}
