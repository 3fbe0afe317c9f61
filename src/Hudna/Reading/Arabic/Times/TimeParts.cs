namespace Hudna.Reading.Arabic.Times;

/// <summary>Expressions that a part of the day, month or year opens, or a word that leads to a date.</summary>
internal sealed class TimeParts(
    TimeWords words, TimeResolver resolver, CalendarDates dates, CalendarYears years, RelativeSpans spans, RelativeDays days)
{
    /// <summary>صباح الخميس, منتصف نوفمبر, يوم 22 ديسمبر, سنة 2012, النصف الثاني من العام الماضي, بعد يومين من 30 ديسمبر.</summary>
    public TimeRead? Led(int i) => DayPart(i) ?? MonthPart(i) ?? Fraction(i) ?? NthWeek(i) ?? Lead(i) ?? FromDate(i);

    /// <summary>Seasons, decades, centuries and feasts, which need no lead word.</summary>
    public TimeRead? Whole(int i) => Season(i) ?? years.DecadeOrCentury(i) ?? Feast(i);

    private TimeRead? DayPart(int i)
    {
        if (words.Longest(i, Cat.DayPart) is not { } part)
        {
            return null;
        }

        int at = part.Last + 1;
        if (words.Is(i, "night") && days.NightBetween(words.AfterLead(at, "day")) is { } night)
        {
            return night with { Skip = part.Skip };
        }

        int next = words.AfterLead(at, "day");
        TimeRead? inner = spans.Unit(at) is { Rule: "time.unit.same" or "time.unit.following" or "time.unit.preceding" } anchored ? anchored
            : days.Day(at) ?? days.Weekday(next, true) ?? days.Day(next) ?? (words.DayNumber(next) is not null ? dates.Numeric(next) ?? dates.LedDate(next) : null)
                ?? spans.DayOfMonth(next) ?? Feast(next, true);
        if (inner is { Skip: 0 } found)
        {
            // The night of a feast is the one before it: ليلة رأس السنة is 31 December.
            bool eve = found.Rule == "time.feast" && (words.Is(i, "night") || words.Form(i) is "عشيه") && Incidents.TimeValue.TryParse(found.Value, out Incidents.TimeValue day) && day.Days == 1;
            return found with { Skip = part.Skip, Value = eve && Incidents.TimeValue.TryParse(found.Value, out day) ? TimeResolver.Shifted(day.First, "day", -1) : found.Value };
        }

        // الليلة الماضية began yesterday.
        return words.Form(part.Last) is "الليله" && words.Shift(at) is { Tag: "past" or "next" or "beforelast" } shift
            ? new TimeRead(shift.Last, resolver.Day(shift.Tag == "next" ? 1 : shift.Tag == "past" ? -1 : -2), "time.night.shift", part.Skip)
            : null;
    }

    private TimeRead? MonthPart(int i)
    {
        if (words.Longest(i, Cat.MonthPart) is not { } part)
        {
            return null;
        }

        int next = words.AfterLead(part.Last + 1, "month");
        TimeRead? inner = next > part.Last + 1 && spans.Unit(part.Last + 1) is { } unit ? unit
            : Month(next) ?? spans.Unit(next) ?? Year(words.AfterLead(next, "year"), next) ?? years.DecadeOrCentury(next) ?? Season(next) ?? spans.Whole(part.Last + 1);
        return inner is { Skip: 0 } found ? found with { Skip = part.Skip, Rule = found.Rule + ".part" } : null;
    }

    private TimeRead? Month(int i) => words.Longest(i, Cat.Month) is { Proclitic: "" } ? dates.LedDate(i) : null;

    private TimeRead? Year(int i, int from) => i > from || words.YearFigure(i) is >= 1900 ? years.Led(i) : null;

    /// <summary>النصف الأول من 2017, الربع الأخير من العام الماضي, الثلث الثاني من شهر يناير.</summary>
    private TimeRead? Fraction(int i)
    {
        if (words.Of(i, "fraction") is not { Entry: TimeEntry { Value: > 0 and var parts } } head)
        {
            return null;
        }

        int nth, at;
        if (words.DayNumber(head.Last + 1) is { } ordinal && words.Whole(head.Last + 1) is null)
        {
            (nth, at) = (ordinal.Day, ordinal.Last + 1);
        }
        else if (words.Form(head.Last + 1) is "الاخير")
        {
            (nth, at) = (parts, head.Last + 2);
        }
        else
        {
            return null;
        }

        at = words.Form(at) is "من" or "ل" ? at + 1 : at;
        if (nth > parts)
        {
            return null;
        }

        if (years.Any(at) is { } year)
        {
            int months = 12 / parts, first = ((nth - 1) * months) + 1;
            return new TimeRead(year.Last, $"{TimeResolver.YearMonth(year.Year, first)}/{TimeResolver.YearMonth(year.Year, first + months - 1)}", "time.fraction", head.Skip);
        }

        return (Month(words.AfterLead(at, "month")) ?? spans.Unit(at)) is { Value: { Length: 7 } or null } month
            ? month with { Rule = "time.fraction.month", Skip = head.Skip }
            : null;
    }

    /// <summary>الأسبوع الأول من يناير: its days; اليوم الأول من فبراير.</summary>
    private TimeRead? NthWeek(int i)
    {
        if (words.Longest(i, Cat.Unit) is not { Entry: TimeEntry { Value: 11, Tag: "week" or "day" } unit } head || words.Whole(head.Last + 1) is not null
            || words.DayNumber(head.Last + 1) is not { } nth || words.Form(nth.Last + 1) is not "من")
        {
            return null;
        }

        if (Month(words.AfterLead(nth.Last + 2, "month")) is not { Value: { Length: 7 } month } read)
        {
            return null;
        }

        int from = unit.Tag == "day" ? nth.Day : ((nth.Day - 1) * 7) + 1;
        int to = unit.Tag == "day" ? nth.Day : Math.Min(from + 6, 28);
        string? value = from > 28 && unit.Tag == "week" ? null : TimeResolver.Range($"{month}-{from:00}", $"{month}-{to:00}");
        return value is null || !Incidents.TimeValue.TryParse(value, out _) ? null : new TimeRead(read.Last, value, "time.nth", head.Skip);
    }

    private TimeRead? Lead(int i)
    {
        if (words.Longest(i, Cat.Lead) is not { Entry: TimeEntry lead } match)
        {
            return null;
        }

        int next = match.Last + 1;
        TimeRead? inner = lead.Tag switch
        {
            "day" => days.Weekday(next, true) ?? dates.Numeric(next) ?? (words.DayNumber(next) is not null ? dates.LedDate(next) ?? spans.DayOfMonth(next) : null) ?? days.Day(next),
            "month" => Month(next) ?? MonthNumber(next),
            _ => years.Led(next),
        };
        return inner is { } found && (found.Skip == 0 || lead.Tag == "day") && words.Form(i - 1) is not "كل" ? found with { Skip = match.Skip } : null;
    }

    /// <summary>شهر 12, شهر 6 الماضي.</summary>
    private TimeRead? MonthNumber(int i)
    {
        if (words.Whole(i) is not (>= 1 and <= 12 and var month) || words.Length(i) > 2 || words.IsMark(i + 1, '/'))
        {
            return null;
        }

        (string Tag, int Last)? shift = words.Shift(i + 1);
        int? year = words.IsMark(i + 1, '/') ? null : words.YearFigure(i + 1);
        return new TimeRead(year is null ? shift?.Last ?? i : i + 1, resolver.Month(month, null, year, shift?.Tag, i), "time.month.number");
    }

    private TimeRead? Season(int i)
    {
        if (words.Longest(i, Cat.Season) is not { Entry: TimeEntry season } match)
        {
            return null;
        }

        int at = words.Form(match.Last + 1) is "من" ? match.Last + 2 : match.Last + 1;
        if (years.Any(at) is { } year && (words.Lead(at, "year") is null || words.Form(at) is not "العام" || year.Last > at))
        {
            return new TimeRead(year.Last, resolver.Season(season.Value, year.Year, null), "time.season", match.Skip);
        }

        if (words.Shift(match.Last + 1) is { Tag: "past" or "next" or "this" } shift)
        {
            return new TimeRead(shift.Last, resolver.Season(season.Value, null, shift.Tag), "time.season." + shift.Tag, match.Skip);
        }

        return words.Form(i - 1) is "هذا" && words.Form(match.Last).StartsWith("ال", StringComparison.Ordinal)
            ? new TimeRead(match.Last, resolver.Season(season.Value, null, "this"), "time.season.this", match.Skip)
            : null;
    }

    /// <summary>عيد الفطر, رأس السنة الميلادية: a point of the calendar where a word of time leads to it or a year or shift follows.</summary>
    private TimeRead? Feast(int i, bool led = false)
    {
        if ((words.Of(i, "feast-hijri") ?? words.Of(i, "feast-gregorian")) is not { Entry: TimeEntry { Value: var code, Tag: var calendar } } match)
        {
            return null;
        }

        int month = code / 100, day = code % 100, at = match.Last + 1;
        (string Tag, int Last)? shift = words.Shift(at);
        (int Year, int Last)? year = shift is null ? years.Any(words.Form(at) is "من" ? at + 1 : at) : null;
        if (!led && shift is null && year is null && !(words.Is(i - 1, "before") && match.Skip == 0))
        {
            return null;
        }

        int last = shift?.Last ?? year?.Last ?? match.Last;
        string? value = calendar == "feast-hijri"
            ? resolver.HijriMonth(month, day, year?.Year, shift?.Tag)
            : resolver.Month(month, day, year?.Year, shift?.Tag, i);
        return new TimeRead(last, value, "time.feast", match.Skip);
    }

    /// <summary>بعد يومين من 30 ديسمبر, قبل أسبوع من 8 فبراير: counted from the date told.</summary>
    private TimeRead? FromDate(int i)
    {
        if (words.Form(i) is not ("قبل" or "بعد") || spans.Count(i + 1) is not { } count || words.Form(count.Last + 1) is not "من")
        {
            return null;
        }

        int at = words.AfterLead(count.Last + 2, "day");
        TimeRead? from = dates.Numeric(at) ?? (words.DayNumber(at) is not null ? dates.Date(at) : null) ?? days.Weekday(at, true);
        if (from is not { Value: { Length: 10 } value } date || !Incidents.TimeValue.TryParse(value, out Incidents.TimeValue day))
        {
            return null;
        }

        int sign = words.Form(i) == "قبل" ? -1 : 1;
        string? shifted = count.Tag switch
        {
            "day" => TimeResolver.Shifted(day.First, "day", sign * count.Number),
            "week" => TimeResolver.Shifted(day.First, "day", sign * 7 * Math.Min(count.Number, 1000)),
            _ => TimeResolver.Shifted(day.First, count.Tag, sign * count.Number),
        };
        return shifted is null ? null : new TimeRead(date.Last, shifted, "time.fromdate");
    }
}
