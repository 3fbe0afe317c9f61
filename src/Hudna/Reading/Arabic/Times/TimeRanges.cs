namespace Hudna.Reading.Arabic.Times;

/// <summary>Two dates, months, years or weekdays that open and close one period.</summary>
internal sealed class TimeRanges(
    Article article, TimeWords words, TimeResolver resolver, CalendarDates dates, CalendarYears years, RelativeDays days)
{
    private const int RunMax = 7;

    private enum Joint
    {
        None,
        And,
        To,
        Dash,
    }

    /// <summary>23-24 يناير, بين 3 و5 يناير, يومي 23 و24 ديسمبر, من يناير إلى مارس 2016, عامي 2014 و2015, يومي السبت والأحد.</summary>
    public TimeRead? At(int i)
    {
        int first = i, skip = 0;
        string lead = string.Empty;
        if (article.Longest(i, Cat.Lead) is { Entry: TimeEntry word } match)
        {
            (first, skip, lead) = (match.Last + 1, match.Skip, word.Tag);
        }

        bool many = lead.Length > 0 && words.Is(i, "manylead");
        bool opened = words.Is(i - 1, "opens") && !Moves(i);
        return DayRun(first, skip, many || opened) ?? Years(first, skip, lead == "year", many, opened) ?? Dates(first, skip, many, opened)
            ?? (many || opened ? Weekdays(first, skip, many) : null);
    }

    /// <summary>Numbers of days before one month: 3 و4 و5 يناير, 23-24 يناير, من 3 إلى 5 شباط.</summary>
    private TimeRead? DayRun(int i, int skip, bool opened)
    {
        if (words.DayNumber(i) is not { } first)
        {
            return null;
        }

        int at = first.Last, day = first.Day, end = 0;
        bool to = opened;
        for (int n = 0; n < RunMax; n++)
        {
            (Joint joint, int next) = JointAt(at + 1);
            next = words.AfterLead(next, "day");
            if (joint == Joint.None || words.DayNumber(next) is not { } more || more.Day <= day)
            {
                break;
            }

            if (joint == Joint.And && !opened && more.Day != day + 1)
            {
                return null;
            }

            to |= joint != Joint.And;
            (at, day, end) = (more.Last, more.Day, next);
        }

        if (end == 0 || dates.Parts(end) is not { Day: not null } parts)
        {
            return null;
        }

        string? from = dates.Resolve(parts with { Day = first.Day }) is { } start ? start.Value : null;
        string? until = dates.Resolve(parts) is { } close ? close.Value : null;
        return TimeResolver.Range(from, until) is { } value ? new TimeRead(parts.Last, value, "time.range.days", first.Skip > 0 ? first.Skip : skip) : null;
    }

    private TimeRead? Years(int i, int skip, bool led, bool many, bool opened)
    {
        if (words.YearFigure(i) is not int from || from < 1900)
        {
            return null;
        }

        int at = i, to = from;
        bool run = false;
        for (int n = 0; n < RunMax; n++)
        {
            (Joint joint, int next) = JointAt(at + 1);
            if (joint == Joint.None && words.IsMark(at + 1, '/') && led)
            {
                (joint, next) = (Joint.Dash, at + 2);
            }

            next = joint is Joint.And or Joint.To ? words.AfterLead(next, "year") : next;
            int? year = words.YearFigure(next);
            if (year is null && joint == Joint.Dash && led && words.Length(next) == 2 && words.Whole(next) is int two && (from / 100 * 100) + two > from)
            {
                year = (from / 100 * 100) + two;
            }

            if (joint == Joint.None || year is not { } more || more <= to || (joint == Joint.And && !opened && !(many && more == to + 1)) || words.IsDash(next + 1))
            {
                break;
            }

            (at, to, run) = (next, more, true);
        }

        bool fits = run && !years.Counts(at) && (led || opened || words.IsDash(i + 1) && !words.IsDash(i - 1));
        return fits ? new TimeRead(at, $"{from}/{to}", "time.range.years", skip) : null;
    }

    /// <summary>Two dates with months: 28 يناير إلى 3 فبراير, يناير وفبراير 2016, بين 30 ديسمبر 2016 و8 فبراير 2017.</summary>
    private TimeRead? Dates(int i, int skip, bool many, bool opened)
    {
        TimeRead? figures = dates.Numeric(i);
        if (figures is { } numeric)
        {
            (Joint joint, int at) = JointAt(numeric.Last + 1);
            return opened && joint is Joint.And or Joint.To or Joint.Dash && opened && dates.Numeric(words.AfterLead(at, "day")) is { } until && TimeResolver.Range(numeric.Value, until.Value) is { } days
                ? new TimeRead(until.Last, days, "time.range.dates", skip)
                : null;
        }

        if (dates.Parts(i) is not { } start)
        {
            return null;
        }

        (Joint join, int next) = JointAt(start.Last + 1);
        if (join == Joint.None)
        {
            return null;
        }

        next = words.AfterLead(words.AfterLead(next, "day"), "month");
        if (dates.Parts(next) is not { } to || (to.Day is null) != (start.Day is null) || to.Month.Tag == "hijri" != (start.Month.Tag == "hijri"))
        {
            return null;
        }

        bool adjacent = start.Day is null && to.Month.Value == (start.Month.Value % 12) + 1 && start.Year is null && start.Shift is null;
        bool joined = opened || many || (join == Joint.And ? adjacent : join == Joint.Dash && start.Month != to.Month);
        if (!joined || (start.Day is null && !opened && !many && words.Is(i, "homonym") && !words.Is(i - 1, "before")))
        {
            return null;
        }

        string? end = dates.Resolve(to)?.Value;
        return TimeResolver.Range(Start(start, to, end), end) is { } value ? new TimeRead(to.Last, value, "time.range.dates", start.Skip > 0 ? start.Skip : skip) : null;
    }

    /// <summary>The first date takes the year of the second, or the year before when its month would lie behind it.</summary>
    private string? Start(DateParts start, DateParts to, string? end)
    {
        if (start.Year is not null || start.Shift is not null || end is null)
        {
            return dates.Resolve(start)?.Value;
        }

        if (start.Month.Tag == "hijri")
        {
            return dates.Resolve(start with { Year = to.Year, Shift = to.Shift })?.Value;
        }

        int year = int.Parse(end.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);
        bool before = start.Month.Value > to.Month.Value || (start.Month.Value == to.Month.Value && start.Day > to.Day);
        return dates.Resolve(start with { Year = before ? year - 1 : year })?.Value;
    }

    /// <summary>يومي السبت والأحد, بين الجمعة والأحد, من الاثنين إلى الخميس الماضي.</summary>
    private TimeRead? Weekdays(int i, int skip, bool many)
    {
        if (days.Name(i) is not { } first || (first.Proclitic.Length > 0 && many))
        {
            return null;
        }

        int at = first.Last, iso = first.Iso, count = 0;
        for (int n = 0; n < RunMax; n++)
        {
            (Joint joint, int next) = JointAt(at + 1);
            if (joint == Joint.None || days.Name(next) is not { } more || (joint == Joint.And && more.Proclitic.Length > 0 && more.Proclitic is not "و") || more.Iso == first.Iso
                || (joint == Joint.And && many && more.Iso != (iso % 7) + 1))
            {
                break;
            }

            (at, iso, count) = (more.Last, more.Iso, count + 1);
        }

        if (count == 0)
        {
            return null;
        }

        (string Tag, int Last)? shift = words.Shift(at + 1);
        bool future = shift is null && words.TenseAt(i) == Tense.Future;
        string? end = resolver.Weekday(iso, shift?.Tag, future);
        if (!Incidents.TimeValue.TryParse(end, out Incidents.TimeValue last))
        {
            return new TimeRead(shift?.Last ?? at, null, "time.range.weekdays", skip);
        }

        int back = (iso - first.Iso + 7) % 7;
        string? start = TimeResolver.Shifted(last.First, "day", -back);
        return new TimeRead(shift?.Last ?? at, TimeResolver.Range(start, end), "time.range.weekdays", skip);
    }

    /// <summary>What joins two dates, and where the second begins.</summary>
    private (Joint Joint, int Next) JointAt(int i)
    {
        if (words.IsDash(i))
        {
            return (Joint.Dash, i + 1);
        }

        string form = words.Form(i);
        return form switch
        {
            "و" => (Joint.And, i + 1),
            _ when words.Is(i, "until") => (Joint.To, i + 1),
            _ when form.Length > 2 && form[0] == 'و' && article.Tokens[i].Word is { } word && HasAnd(word) => (Joint.And, i),
            _ => (Joint.None, i),
        };
    }

    private static bool HasAnd(WordInfo word)
    {
        foreach (WordReading reading in word.Readings)
        {
            if (reading.Proclitic == "و")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a date is moved to another: تأجيل الاجتماع من 8 فبراير إلى 20 منه names two days, not a period.</summary>
    private bool Moves(int i)
    {
        for (int j = i - 1; j >= Math.Max(0, i - 8); j--)
        {
            if (words.Is(j, "moves"))
            {
                return true;
            }
        }

        return false;
    }
}
