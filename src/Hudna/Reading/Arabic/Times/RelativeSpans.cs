namespace Hudna.Reading.Arabic.Times;

/// <summary>Weeks, months and years named by how they lie to the publication date or to another date.</summary>
internal sealed class RelativeSpans(TimeWords words, TimeResolver resolver)
{
    private const int Single = 1, Dual = 2, Plural = 3, Definite = 10;

    /// <summary>الشهر المنصرم, الأسبوع المقبل, هذا العام, اليوم التالي, السنة نفسها.</summary>
    public TimeRead? Unit(int i)
    {
        if (words.Longest(i, Cat.Period) is { Entry: TimeEntry period } named && !IsAdjective(i))
        {
            return new TimeRead(named.Last, resolver.Unit(period.Tag, period.Value), "time.period", named.Skip);
        }

        if (UnitAt(i) is not { } unit || unit.Form != Definite + Single || words.Shift(unit.Last + 1) is not { } shift || IsAdjective(i))
        {
            return null;
        }

        string rule = $"time.unit.{shift.Tag}";
        string? value = shift.Tag switch
        {
            "past" => resolver.Unit(unit.Tag, -1),
            "next" => resolver.Unit(unit.Tag, 1),
            "beforelast" => resolver.Unit(unit.Tag, -2),
            "afternext" => resolver.Unit(unit.Tag, 2),
            "this" => resolver.Unit(unit.Tag, 0),
            "same" => resolver.Anchored(unit.Tag, 0),
            "following" => resolver.Anchored(unit.Tag, 1),
            _ => resolver.Anchored(unit.Tag, -1) ?? (unit.Tag == "day" ? null : resolver.Unit(unit.Tag, -1)),
        };
        return unit.Tag == "hour" ? null : new TimeRead(shift.Last, value, rule, unit.Skip);
    }

    /// <summary>The unit that a part is of: نهاية الأسبوع, مطلع العام.</summary>
    public TimeRead? Whole(int i) => UnitAt(i) is { Form: Definite + Single, Tag: not "hour" } unit && !IsAdjective(i)
        ? new TimeRead(unit.Last, resolver.Unit(unit.Tag, 0), "time.unit", unit.Skip)
        : null;

    /// <summary>A number of units before or after the publication date, or the last or next so many.</summary>
    public TimeRead? Counted(int i) => Ago(i) ?? Recent(i);

    /// <summary>15 من الشهر الجاري, العشرين من هذا الشهر, 23 الجاري, 12 منه.</summary>
    public TimeRead? DayOfMonth(int i)
    {
        if (words.DayNumber(i) is not { } day)
        {
            return null;
        }

        int at = day.Last + 1;
        if (words.Form(at) is "منه" && words.Whole(i) is not null)
        {
            return resolver.DayOfAnchor(day.Day) is { } same ? new TimeRead(at, same, "time.dayof.same", day.Skip) : null;
        }

        if (words.Whole(i) is not null && words.Shift(at) is { Tag: "this" } own)
        {
            return Of(resolver.Unit("month", 0), day.Day) is { } now ? new TimeRead(own.Last, now, "time.dayof", day.Skip) : null;
        }

        if (words.Form(at) is not "من" || Unit(at + 1) is not { } month || month.Value is not { Length: 7 })
        {
            return null;
        }

        return Of(month.Value, day.Day) is { } value ? new TimeRead(month.Last, value, "time.dayof", day.Skip) : null;
    }

    /// <summary>قبل يومين, قبل نحو أسبوعين, بعد ثلاثة أيام, في غضون أسبوع; from another date: بعد يومين من 30 ديسمبر is read by
    /// <see cref="TimeParts"/>.</summary>
    private TimeRead? Ago(int i)
    {
        string form = words.Form(i);
        bool within = form is "غضون" || (form is "خلال" && words.Form(i - 1) is not "من");
        if (form is not ("قبل" or "بعد") && !within)
        {
            return null;
        }

        if (words.Form(i - 1) is "من" || Count(i + 1) is not { } count || Goes(count.Last + 1))
        {
            return null;
        }

        if (within)
        {
            bool ahead = words.TenseAt(i) == Tense.Future || (form is "غضون" && words.TenseAt(i) is null);
            string? until = count.Tag == "hour" ? count.Number >= 12 ? resolver.Day((count.Number + 23) / 24) : null : Day(count.Tag, count.Number);
            return ahead && until is not null ? new TimeRead(count.Last, TimeResolver.Range(resolver.Day(0), until), "time.within") : null;
        }

        if (count.Tag == "hour" || (form == "بعد" && words.TenseAt(i) != Tense.Future))
        {
            return null;
        }

        return new TimeRead(count.Last, resolver.Unit(count.Tag, form == "قبل" ? -count.Number : count.Number), form == "قبل" ? "time.ago" : "time.ahead");
    }

    /// <summary>The day that lies so many units after the publication date.</summary>
    private string? Day(string unit, int number) => unit switch
    {
        "week" => resolver.Day(7 * Math.Min(number, 1000)),
        "day" => resolver.Day(number),
        _ => resolver.Unit(unit, number),
    };

    /// <summary>True when the count hangs on something told after it: قبل يومين من الانتخابات, بعد عام على.</summary>
    private bool Goes(int at)
    {
        at = words.Form(at) is "كامل" or "كامله" or "فقط" or "تقريبا" ? at + 1 : at;
        if (words.Form(at) is "من" && words.Form(at + 1) is "الان")
        {
            return false;
        }

        return words.Form(at) is "من" or "علي" or "عن" or "ل" || words.Is(at, "ordinal");
    }

    /// <summary>A number of units in any form: يومين, أسبوع, ثلاثة أيام, 15 يوما, نحو شهرين. A unit that names a date with what follows
    /// (شهر رمضان, عام 2011, يوم الجمعة) is no count.</summary>
    public (string Tag, int Number, int Last)? Count(int i)
    {
        if (words.Longest(i, Cat.Approximator) is { Entry: ApproximatorEntry { Bound: not ("above" or "below" or "between") }, Proclitic: "" } about)
        {
            i = about.Last + 1;
        }

        if (UnitAt(i) is { Form: Single or Dual } bare && bare.Skip == 0)
        {
            bool names = bare.Form == Single && ((words.Longest(bare.Last + 1, Cat.Month | Cat.Weekday | Cat.Day) is { Proclitic: "" }) || words.YearFigure(bare.Last + 1) is not null || words.Whole(bare.Last + 1) is not null);
            int last = words.Form(bare.Last + 1) is "واحد" or "واحده" ? bare.Last + 1 : bare.Last;
            return names ? null : (bare.Tag, bare.Form == Dual ? 2 : 1, last);
        }

        return words.Cardinal(i) is { Number: > 0 } number && UnitAt(number.Last + 1) is { Form: Single or Plural, Skip: 0 } unit
            ? (unit.Tag, number.Number, unit.Last)
            : null;
    }

    /// <summary>اليومين الماضيين, الأشهر الثلاثة الماضية, الـ24 ساعة الماضية, الساعات الـ24 المقبلة.</summary>
    private TimeRead? Recent(int i)
    {
        int skip = 0, number, last;
        string tag;
        if (UnitAt(i) is { Form: Definite + Dual } two)
        {
            (tag, number, last, skip) = (two.Tag, 2, two.Last, two.Skip);
        }
        else if (UnitAt(i) is { Form: Definite + Plural } many && Definitely(many.Last + 1) is { } after)
        {
            (tag, number, last, skip) = (many.Tag, after.Number, after.Last, many.Skip);
        }
        else if (Definitely(i) is { } before && before.Last > i && UnitAt(before.Last + 1) is { Form: Single or Plural } counted)
        {
            (tag, number, last) = (counted.Tag, before.Number, counted.Last);
        }
        else
        {
            return null;
        }

        if (words.Shift(last + 1) is not { Tag: "past" or "next" } shift)
        {
            return null;
        }

        string? value = resolver.Span(tag, number, shift.Tag == "past");
        return value is null ? null : new TimeRead(shift.Last, value, "time.recent", skip);
    }

    /// <summary>الثلاثة, الـ24, ال48.</summary>
    private (int Number, int Last)? Definitely(int i)
    {
        if (words.Of(i, "cardinal") is { Entry: TimeEntry { Value: > 0 } named, Proclitic: "" } definite)
        {
            return (named.Value, definite.Last);
        }

        return words.Form(i) is "ال" && words.Whole(i + 1) is int figure and > 1 and < 200 ? (figure, i + 1) : null;
    }

    private (string Tag, int Form, int Last, int Skip)? UnitAt(int i) =>
        words.Longest(i, Cat.Unit) is { Entry: TimeEntry unit } match ? (unit.Tag, unit.Value, match.Last, match.Skip) : null;

    /// <summary>العام behind a noun that it qualifies (الأمين العام السابق) is no year.</summary>
    private bool IsAdjective(int i) => words.Form(i) is "العام" && words.Is(i - 1, "general");

    private static string? Of(string? month, int day) =>
        month is { Length: 7 } && Incidents.TimeValue.TryParse($"{month}-{day:00}", out _) ? $"{month}-{day:00}" : null;
}
