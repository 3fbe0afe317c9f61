using System.Globalization;

namespace Hudna.Reading.Arabic.Times;

/// <summary>Turns the parts of an expression of time into an ISO 8601 value, against the publication date or the expression before
/// it. What cannot be resolved stays null.</summary>
internal sealed class TimeResolver(Article article)
{
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string YearMonth(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");

    public static string? Year(int year) =>
        year >= 1600 ? year.ToString("0000", CultureInfo.InvariantCulture) : HijriDates.Value(year, null, null);

    /// <summary>First and last day of two values as one range; null when either is null or they stand the wrong way round.</summary>
    public static string? Range(string? from, string? to)
    {
        if (from is null || to is null)
        {
            return null;
        }

        from = from.Split('/')[0];
        to = to.Split('/')[^1];
        return from == to ? from : Incidents.TimeValue.TryParse($"{from}/{to}", out _) ? $"{from}/{to}" : null;
    }

    /// <summary>أمس, اليوم, غدا.</summary>
    public string? Day(int offset) => Shifted(article.Published, "day", offset);

    /// <summary>A weekday: the last one on or before the publication date; the next after it when shifted forward or in a clause that
    /// looks forward.</summary>
    public string? Weekday(int iso, string? shift, bool future)
    {
        DateOnly? from = shift is "following" or "preceding" or "same" ? AnchorDay : article.Published;
        if (from is not { } p || p.Year is < 2 or > 9998)
        {
            return null;
        }

        int today = p.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)p.DayOfWeek;
        int back = (today - iso + 7) % 7;
        if (future && back != 0 && string.IsNullOrEmpty(shift))
        {
            return Iso(p.AddDays(7 - back));
        }

        return shift switch
        {
            "next" or "following" => Iso(p.AddDays(back == 0 ? 7 : 7 - back)),
            "past" or "preceding" => Iso(p.AddDays(back == 0 ? -7 : -back)),
            "beforelast" => Iso(p.AddDays((back == 0 ? -7 : -back) - 7)),
            "afternext" => Iso(p.AddDays((back == 0 ? 7 : 7 - back) + 7)),
            _ => Iso(p.AddDays(-back)),
        };
    }

    /// <summary>A month, with its day when there is one: past is the latest before the publication date, next the first after it, and
    /// without either the nearest to it, as far as the clause's tense allows.</summary>
    public string? Month(int month, int? day, int? year, string? shift, int at)
    {
        if (year is null)
        {
            DateOnly? from = shift is "following" or "preceding" or "same" ? AnchorDay : article.Published;
            if (from is not { } p)
            {
                return null;
            }

            year = shift switch
            {
                "past" or "preceding" => IsBefore(p, month, day) ? p.Year : p.Year - 1,
                "next" or "following" => IsAfter(p, month, day) ? p.Year : p.Year + 1,
                "this" or "same" => p.Year,
                _ => Nearest(p, month, day is null ? null : new TimeWords(article).TenseAt(at)),
            };
        }

        if (year is < 1 or > 9999)
        {
            return null;
        }

        return day is null ? YearMonth(year.Value, month)
            : day <= DateTime.DaysInMonth(year.Value, month) ? Iso(new DateOnly(year.Value, month, day.Value)) : null;
    }

    /// <summary>A day, week, month, year or decade counted from the publication date.</summary>
    public string? Unit(string unit, int offset) => Shifted(article.Published, unit, offset);

    /// <summary>The unit around, before or after what the text last dated.</summary>
    public string? Anchored(string unit, int offset) => Shifted(AnchorDay, unit, offset) is { } value && (unit != "day" || Anchor is { Length: 10 }) ? value : null;

    /// <summary>A number of units before the publication date (negative) or after it.</summary>
    public static string? Shifted(DateOnly? from, string unit, int offset)
    {
        if (from is not { } p || p.Year is < 300 or > 9700 || offset is < -290 * 366 or > 290 * 366)
        {
            return null;
        }

        int years = unit is "year" ? offset : unit is "decade" ? offset * 10 : unit is "month" ? offset / 12 : 0;
        return years is < -290 or > 290 ? null : unit switch
        {
            "day" => Iso(p.AddDays(offset)),
            "week" when offset is > -5000 and < 5000 => Week(p.AddDays(7 * offset)),
            "month" => YearMonth(p.AddMonths(offset).Year, p.AddMonths(offset).Month),
            "year" => Year(p.Year + offset),
            "decade" => $"{Year(((p.Year / 10) + offset) * 10)}/{Year((((p.Year / 10) + offset) * 10) + 9)}",
            _ => null,
        };
    }

    /// <summary>The last or next so many units, the running one left out; hours as the days they touch.</summary>
    public string? Span(string unit, int count, bool past)
    {
        if (unit == "hour")
        {
            int days = (count + 23) / 24;
            return count < 12 ? null : past ? Range(Day(-days), Day(0)) : Range(Day(0), Day(days));
        }

        return past ? Range(Unit(unit, -count), Unit(unit, -1)) : Range(Unit(unit, 1), Unit(unit, count));
    }

    /// <summary>The year that a shift makes of the publication's.</summary>
    public int? YearBy(string shift) => Turned(shift) is int year and > 1 and < 9999 ? year : null;

    private int? Turned(string shift) => shift switch
    {
        "past" => article.Published?.Year - 1,
        "next" => article.Published?.Year + 1,
        "this" => article.Published?.Year,
        "beforelast" => article.Published?.Year - 2,
        "afternext" => article.Published?.Year + 2,
        "same" => AnchorDay?.Year ?? article.Published?.Year,
        "following" => AnchorDay?.Year + 1,
        "preceding" => (AnchorDay ?? article.Published)?.Year - 1,
        _ => null,
    };

    /// <summary>A season as the months it spans (winter from December of the year before).</summary>
    public string? Season(int season, int? year, string? shift)
    {
        if (year is null)
        {
            if (article.Published is not { } p)
            {
                return null;
            }

            int lastMonth = season == 1 ? 2 : ((season - 1) * 3) + 2;
            year = shift switch
            {
                "past" => p.Month > lastMonth ? p.Year : p.Year - 1,
                "next" => p.Month < lastMonth - 2 || (season == 1 && p.Month < 0) ? p.Year : p.Year + 1,
                _ => p.Year,
            };
        }

        int first = (season - 1) * 3;
        return year is < 2 or > 9998 ? null : first == 0
            ? $"{YearMonth(year.Value - 1, 12)}/{YearMonth(year.Value, 2)}"
            : $"{YearMonth(year.Value, first)}/{YearMonth(year.Value, first + 2)}";
    }

    /// <summary>A Hijri day or month; without a year the nearest to the publication date, or the one that a shift tells. A Gregorian
    /// year means the one that begins in it.</summary>
    public string? HijriMonth(int month, int? day, int? year, string? shift)
    {
        if (year >= 1600)
        {
            return HijriDates.In(year.Value, month, day);
        }

        return year is not null ? HijriDates.Value(year, month, day) : article.Published is { } p ? HijriDates.Near(p, month, day, shift) : null;
    }

    public static string? FromHijri(int? year, int? month, int? day) => HijriDates.Value(year, month, day);

    /// <summary>The value of the expression before, which التالي and نفسه hang on.</summary>
    private string? Anchor => article.Times.Count > 0 ? article.Times[^1].Value : null;

    public DateOnly? AnchorDay => Incidents.TimeValue.TryParse(Anchor, out Incidents.TimeValue value) ? value.Last : null;

    /// <summary>The month that منه ("of it") means: that of the expression before.</summary>
    public string? DayOfAnchor(int day) => AnchorDay is { } a && Anchor is { Length: 7 or 10 } && day <= DateTime.DaysInMonth(a.Year, a.Month)
        ? Iso(new DateOnly(a.Year, a.Month, day))
        : null;

    private static string Week(DateOnly date)
    {
        DateTime day = date.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}");
    }

    private static bool IsBefore(DateOnly p, int month, int? day) => month < p.Month || (month == p.Month && day <= p.Day);

    private static bool IsAfter(DateOnly p, int month, int? day) => month > p.Month || (month == p.Month && day >= p.Day);

    /// <summary>The year in which the month lies nearest; news looks back more than ahead, so beyond four months back wins, unless the
    /// clause looks forward.</summary>
    private static int Nearest(DateOnly p, int month, Tense? tense)
    {
        int ahead = (month - p.Month + 12) % 12;
        bool forward = tense == Tense.Future ? ahead <= 10 : ahead <= 4;
        return forward ? p.Year + (month < p.Month ? 1 : 0) : p.Year - (month > p.Month ? 1 : 0);
    }
}
