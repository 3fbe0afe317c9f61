using System.Globalization;

namespace Hudna.Reading.Arabic;

/// <summary>Finds expressions that name a calendar point or period and resolves them.</summary>
internal sealed class TimeRules(Article article)
{
    private readonly TimeResolver _resolver = new(article);

    public void Find()
    {
        if (article.Published is null)
        {
            article.Published = OwnDate();
        }

        for (int i = 0; i < article.Count;)
        {
            TimeFound? found = At(i);
            if (found is null)
            {
                i++;
                continue;
            }

            article.Times.Add(found);
            article.Take(found.First, found.Last);
            i = found.Last + 1;
        }
    }

    /// <summary>The first complete date in figures or words near the head of the text: a dateline.</summary>
    private DateOnly? OwnDate()
    {
        for (int i = 0; i < Math.Min(article.Count, 120); i++)
        {
            if ((Numeric(i) ?? DayMonth(i, i)) is { Value: { Length: 10 } value, Rule: "time.numeric" or "time.daymonthyear" })
            {
                return DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private TimeFound? At(int i)
    {
        Token token = article.Tokens[i];
        if (token.Kind == TokenKind.Number)
        {
            return Numeric(i) ?? DayMonth(i, i) ?? BareYear(i);
        }

        if (token.Kind != TokenKind.Word || ((token.Cats & Cat.Time) == 0 && !token.Word!.BeginsPhrase))
        {
            return null;
        }

        return Led(i) ?? Weekday(i, i) ?? Day(i) ?? Month(i, i) ?? Unit(i) ?? Season(i);
    }

    /// <summary>Expressions that a part of the day, of the month, or a lead word opens: صباح الخميس, منتصف نوفمبر, يوم 22 ديسمبر, سنة 2012.</summary>
    private TimeFound? Led(int i)
    {
        if (article.Longest(i, Cat.DayPart) is { } part)
        {
            if (Day(part.Last + 1, i, part.Skip) is { } today)
            {
                return today;
            }

            int next = SkipLead(part.Last + 1, "day");
            if ((Weekday(next, i, part.Skip) ?? Day(next, i, part.Skip) ?? DayMonth(next, i, part.Skip)) is { } inner)
            {
                return inner;
            }
        }

        if (article.Longest(i, Cat.MonthPart) is { } monthPart)
        {
            int next = SkipLead(monthPart.Last + 1, "month");
            TimeFound? inner = Month(next, i, monthPart.Skip) ?? Unit(next, i, monthPart.Skip) ?? Year(SkipLead(next, "year"), i, monthPart.Skip, next);
            if (inner is not null)
            {
                return inner with { Rule = inner.Rule + ".part" };
            }
        }

        if (article.Longest(i, Cat.Lead) is { Entry: TimeEntry lead } match)
        {
            int next = match.Last + 1;
            return lead.Tag switch
            {
                "day" => Weekday(next, i, match.Skip) ?? DayMonth(next, i, match.Skip) ?? Numeric(next, i, match.Skip) ?? Day(next, i, match.Skip),
                "month" => Month(next, i, match.Skip),
                _ => Year(next, i, match.Skip, i),
            };
        }

        return null;
    }

    private int SkipLead(int i, string tag) =>
        article.Longest(i, Cat.Lead) is { Entry: TimeEntry lead } match && lead.Tag == tag ? match.Last + 1 : i;

    /// <summary>2016/12/16, 22/11/2023, 16-12-2016: four digits tell the year; else day before month.</summary>
    private TimeFound? Numeric(int i, int first = -1, int skip = 0)
    {
        if (i + 4 >= article.Count || article.Tokens[i].Kind != TokenKind.Number)
        {
            return null;
        }

        char mark = article.Tokens[i + 1].Mark;
        if (mark is not ('/' or '-' or '.' or '–') || article.Tokens[i + 3].Mark != mark
            || Whole(i) is not { } a || Whole(i + 2) is not { } b || Whole(i + 4) is not { } c)
        {
            return null;
        }

        (int year, int month, int day) = a > 31 ? (a, b, c) : (c, b, a);
        if (month > 12 && day <= 12)
        {
            (month, day) = (day, month);
        }

        if (year is < 1300 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        string? value = year < 1600 ? TimeResolver.FromHijri(year, month, day) : TimeResolver.Iso(new DateOnly(year, month, day));
        return Make(first < 0 ? i : first, i + 4, skip, value, "time.numeric");
    }

    private int? Whole(int i) =>
        i < article.Count && article.Tokens[i] is { Kind: TokenKind.Number, Number: { } n } && n == decimal.Truncate(n) && n is >= 0 and <= 9999
            ? (int)n
            : null;

    /// <summary>22 ديسمبر, 1 آب/أغسطس 2026, الثالث والعشرين من يناير.</summary>
    private TimeFound? DayMonth(int i, int first, int skip = 0)
    {
        int at = i;
        int? day = Whole(i);
        if (day is null)
        {
            (day, at) = OrdinalDay(i);
        }

        if (day is null or < 1 or > 31)
        {
            return null;
        }

        at++;
        if (article.Form(at) is "من" or "شهر")
        {
            at++;
        }

        if (article.Form(at) is "شهر")
        {
            at++;
        }

        return MonthMatch(at) is { } month ? Months(month, first, skip, day) : null;
    }

    private static readonly string[] s_ordinals =
    [
        "الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر",
    ];

    private (int? Day, int At) OrdinalDay(int i)
    {
        string form = article.Form(i);
        int unit = Array.IndexOf(s_ordinals, form) + 1;
        if (unit == 0 && form is "الحادي" or "حادي")
        {
            unit = 1;
        }

        if (unit == 0)
        {
            return form switch { "العشرين" => (20, i), "الثلاثين" => (30, i), _ => (null, i) };
        }

        return article.Form(i + 1) switch
        {
            "عشر" => (10 + unit, i + 1),
            "والعشرين" or "والعشرون" => (20 + unit, i + 1),
            "والثلاثين" or "والثلاثون" => (30 + unit, i + 1),
            _ => (unit, i),
        };
    }

    private Match? MonthMatch(int i) => article.Longest(i, Cat.Month);

    /// <summary>A month not led by a day: شهر يناير, نيسان الماضي, يناير 2017.</summary>
    private TimeFound? Month(int i, int first, int skip = 0)
    {
        if (MonthMatch(i) is not { Entry: TimeEntry entry } month)
        {
            return null;
        }

        TimeFound found = Months(month, first, first == i ? month.Skip : skip, null);
        bool bare = found.Last == month.Last && first == i;

        // Words that are also months (ناصر, صفر, رجب, ماي, جوان, آب) need a day, a year, a shift or a lead word.
        return bare && (entry.Tag is "hijri" or "libyan" || article.Form(i).Length <= 3 || month.Proclitic.Length > 0 && article.Form(i).Length <= 4) ? null : found;
    }

    private TimeFound Months(Match month, int first, int skip, int? day)
    {
        TimeEntry entry = (TimeEntry)month.Entry;
        int last = month.Last;

        // Doubled names: كانون الثاني/يناير, يناير (كانون الثاني).
        if (article.IsMark(last + 1, '/') || article.IsMark(last + 1, '-'))
        {
            if (MonthMatch(last + 2) is { Entry: TimeEntry second } alias && second.Value == entry.Value)
            {
                last = alias.Last;
            }
        }
        else if (article.IsMark(last + 1, '(') && MonthMatch(last + 2) is { } bracketed && article.IsMark(bracketed.Last + 1, ')'))
        {
            last = bracketed.Last + 1;
        }

        (int? year, string? shift, int end) = YearOrShift(last);
        bool hijri = entry.Tag == "hijri";
        string? value = hijri
            ? TimeResolver.FromHijri(year, entry.Value, day)
            : _resolver.Month(entry.Value, day, year, shift);
        string rule = day is null ? "time.month" : year is null ? "time.daymonth" : "time.daymonthyear";
        return Make(first, end, skip, value, shift is null ? rule : $"{rule}.{shift}");
    }

    /// <summary>What may follow a month: 2016, عام 2016, من عام 2016, الماضي, من العام الماضي, الجاري.</summary>
    private (int? Year, string? Shift, int Last) YearOrShift(int last)
    {
        int at = last + 1;
        if (article.IsMark(at, '،') || article.IsMark(at, ','))
        {
            at++;
            if (Whole(at) is not (>= 1900 and <= 2100))
            {
                return (null, null, last);
            }
        }

        if (article.Form(at) is "من")
        {
            at++;
            if (article.Longest(at, Cat.Unit | Cat.Lead) is null && article.Longest(at, Cat.Period) is null)
            {
                return (null, null, last);
            }
        }

        if (Whole(at) is int bare and >= 1300 and <= 2100 && article.Tokens[at].End - article.Tokens[at].Start == 4)
        {
            int end = article.Longest(at + 1, Cat.Era) is { } era ? era.Last : at;
            return (bare, null, end);
        }

        if (article.Longest(at, Cat.Lead, e => e is TimeEntry { Tag: "year" }) is { } lead)
        {
            if (Whole(lead.Last + 1) is int year and >= 1300 and <= 2100)
            {
                return (year, null, lead.Last + 1);
            }

            if (article.Longest(lead.Last + 1, Cat.Shift) is { Entry: TimeEntry yearShift } match && article.Published is { } published)
            {
                return (published.Year + yearShift.Value, null, match.Last);
            }
        }

        if (article.Longest(at, Cat.Shift) is { Entry: TimeEntry shift, Proclitic: "" } found)
        {
            return (null, shift.Tag, found.Last);
        }

        return (null, null, last);
    }

    private TimeFound? Weekday(int i, int first, int skip = 0)
    {
        if (article.Longest(i, Cat.Weekday) is not { Entry: TimeEntry weekday } match)
        {
            return null;
        }

        int at = match.Last + 1;
        while (article.IsMark(at, '،') || article.IsMark(at, ',') || article.IsMark(at, '('))
        {
            at++;
        }

        int own = first == i ? match.Skip : skip;
        if ((Numeric(at, first, own) ?? DayMonth(at, first, own)) is { } dated)
        {
            return dated;
        }

        (string? shift, int last) = article.Longest(match.Last + 1, Cat.Shift) is { Entry: TimeEntry s, Proclitic: "" } found ? (s.Tag, found.Last) : (null, match.Last);
        if (shift is null && first == i && weekday.Value == 7 && !HasTimeContext(i))
        {
            return null;
        }

        last = TrailingPart(last);
        return Make(first, last, own, _resolver.Weekday(weekday.Value, shift, FutureClause(i)), shift is null ? "time.weekday" : "time.weekday." + shift);
    }

    /// <summary>الأحد is also "the one"; as a day it stands after a time word, a comma or a clause's end.</summary>
    private bool HasTimeContext(int i) =>
        (article.Roles(i - 1) & (Role.Locative | Role.Motion)) != 0 || article.Cats(i - 1) != Cat.None || article.Tokens[Math.Max(0, i - 1)].Kind == TokenKind.Mark;

    private int TrailingPart(int last)
    {
        int at = last + 1;
        return article.Longest(at, Cat.DayPart) is { Entry: TimeEntry, Proclitic: "" } part && article.Form(at).EndsWith('ا') ? part.Last : last;
    }

    /// <summary>A weekday without a shift looks forward when the verb before it in its clause is a future one.</summary>
    private bool FutureClause(int i)
    {
        int sentence = article.SentenceOf(i);
        for (int j = i - 1; j >= 0 && j > i - 14 && article.SentenceOf(j) == sentence; j--)
        {
            if (article.Single<VerbEntry>(j).FirstOrDefault().Entry is { Cat: Cat.Verb } verb)
            {
                return verb.Form == VerbForm.Future;
            }

            if ((article.OwnRoles(j) & Role.Planned) != 0 || (article.Cats(j) == Cat.None && article.Form(j).Length >= 4 && article.Form(j)[0] == 'س' && article.Form(j)[1] is 'ي' or 'ت'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>اليوم, أمس, غدا, and with their weekday: أمس الأربعاء, اليوم الجمعة.</summary>
    private TimeFound? Day(int i, int first = -1, int skip = 0)
    {
        if (article.Longest(i, Cat.Day) is not { Entry: TimeEntry day } match || (match.Proclitic.Length > 0 && match.Proclitic is not ("و" or "ل")))
        {
            return null;
        }

        int last = match.Last;
        int next = article.IsMark(last + 1, '(') || article.IsMark(last + 1, '،') ? last + 2 : last + 1;
        if (article.Longest(next, Cat.Weekday) is { } weekday && (next == last + 1 || article.IsMark(last + 1, '(')))
        {
            last = article.IsMark(weekday.Last + 1, ')') ? weekday.Last + 1 : weekday.Last;
            if ((Numeric(last + 1, first < 0 ? i : first, skip) ?? DayMonth(last + 1, first < 0 ? i : first, skip)) is { } dated)
            {
                return dated;
            }
        }
        else if (article.Tokens[Math.Min(next, article.Count - 1)].Kind == TokenKind.Number && article.Longest(next + 1, Cat.Unit) is not null)
        {
            return null;
        }

        return Make(first < 0 ? i : first, TrailingPart(last), first < 0 ? match.Skip : skip, _resolver.Day(day.Value), "time.day");
    }

    /// <summary>الشهر المنصرم, الأسبوع المقبل, العام الماضي, هذا العام.</summary>
    private TimeFound? Unit(int i, int first = -1, int skip = 0)
    {
        if (article.Longest(i, Cat.Period) is { Entry: TimeEntry period } named)
        {
            return Make(first < 0 ? i : first, named.Last, first < 0 ? named.Skip : skip, _resolver.Unit(period.Tag, period.Value), "time.period");
        }

        if (article.Longest(i, Cat.Unit) is not { Entry: TimeEntry unit } match || !article.Form(i).Contains("ال", StringComparison.Ordinal)
            || article.Longest(match.Last + 1, Cat.Shift) is not { Entry: TimeEntry shift, Proclitic: "" } turned)
        {
            return null;
        }

        return Make(first < 0 ? i : first, turned.Last, first < 0 ? match.Skip : skip, _resolver.Unit(unit.Tag, shift.Value), $"time.unit.{shift.Tag}");
    }

    private TimeFound? Season(int i)
    {
        if (article.Longest(i, Cat.Season) is not { Entry: TimeEntry season } match)
        {
            return null;
        }

        (int? year, string? shift, int last) = YearOrShift(match.Last);
        return last == match.Last ? null : Make(i, last, match.Skip, _resolver.Season(season.Value, year, shift), "time.season");
    }

    /// <summary>سنة 2012, عامي 2014 و2016.</summary>
    private TimeFound? Year(int i, int first, int skip, int lead)
    {
        if (Whole(i) is not (>= 1300 and <= 2100) || (lead == i && article.Longest(i - 1, Cat.Lead) is null))
        {
            return null;
        }

        int last = article.Longest(i + 1, Cat.Era) is { } era ? era.Last : i;
        return Make(first, last, skip, TimeResolver.Year(Whole(i)!.Value), "time.year");
    }

    /// <summary>منذ 2012, بين 2014 و2016: a year without the word for it, after a preposition of time or with a range.</summary>
    private TimeFound? BareYear(int i)
    {
        if (Whole(i) is not (int year and >= 1900 and <= 2100) || article.Tokens[i].End - article.Tokens[i].Start != 4)
        {
            return null;
        }

        if (article.IsMark(i + 1, '-') && Whole(i + 2) is int to and >= 1900 and <= 2100 && to > year)
        {
            return Make(i, i + 2, 0, $"{year}/{to}", "time.range");
        }

        string before = article.Form(i - 1);
        bool after = before is "منذ" or "في" or "عام" or "العام" or "سنه" or "السنه" or "حتي" or "خلال" or "بين" or "قبل" or "بعد" or "من" or "الي" or "مطلع" or "نهايه" or "بدايه"
            || (before is "و" && i >= 2 && article.Times.Count > 0 && article.Times[^1].Last == i - 2);
        bool counts = article.Longest(i + 1, Cat.Measure | Cat.Unit) is { Proclitic: "" };
        return after && !counts ? Make(i, i, 0, TimeResolver.Year(year), "time.year.bare") : null;
    }

    private TimeFound Make(int first, int last, int skip, string? value, string rule) => new(first, last, article.SpanOf(first, last, skip), value, rule);
}
