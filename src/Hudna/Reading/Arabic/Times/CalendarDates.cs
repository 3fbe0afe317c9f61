using System.Globalization;

namespace Hudna.Reading.Arabic.Times;

/// <summary>A date in words before it is resolved.</summary>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
/// <param name="Skip">Folded letters of clitics on the first token.</param>
/// <param name="Day">1 to 31; null when only a month is named.</param>
/// <param name="Month">The month's entry.</param>
/// <param name="Year">The year told; null when none is.</param>
/// <param name="Shift">past, next, this, following, preceding or same; null when none is told.</param>
internal readonly record struct DateParts(int First, int Last, int Skip, int? Day, TimeEntry Month, int? Year, string? Shift)
{
    public string Rule => (Day is null ? "time.month" : Year is null ? "time.daymonth" : "time.daymonthyear") + (Shift is null ? string.Empty : "." + Shift);
}

/// <summary>Dates of a calendar in figures and words.</summary>
internal sealed class CalendarDates(Article article, TimeWords words, TimeResolver resolver)
{
    /// <summary>2016/12/16, 22/11/2023, 16-12-2016, 16.12.2016, 12/5/16, 12/2016: four digits tell the year; else day before month.</summary>
    public TimeRead? Numeric(int i)
    {
        if (i + 2 >= article.Count || article.Tokens[i].Kind != TokenKind.Number || (i > 0 && article.IsMark(i - 1, article.Tokens[i + 1].Mark) && words.Whole(i - 2) is not null))
        {
            return null;
        }

        char mark = article.Tokens[i + 1].Mark;
        if (mark is '.' && words.Length(i + 2) == 4 && words.Whole(i + 2) is int dotted && Halves(i) is (int left, int right))
        {
            return Figures(left, right, dotted, false, i + 2);
        }

        if (mark is not ('/' or '-' or '–' or '\\') || words.Whole(i) is not { } a || words.Whole(i + 2) is not { } b)
        {
            return null;
        }

        if (i + 4 < article.Count && article.Tokens[i + 3].Mark == mark && words.Whole(i + 4) is { } c)
        {
            if (article.IsMark(i + 5, mark) && words.Whole(i + 6) is not null)
            {
                return null;
            }

            bool shortYear = mark == '/' && a <= 31 && words.Length(i + 4) == 2;
            return Figures(a, b, shortYear ? FullYear(c) : c, words.Length(i) <= 2 && words.Length(i + 4) == 2, i + 4);
        }

        if (mark == '/' && words.YearFigure(i + 2) is int year and >= 1900 && a is >= 1 and <= 12 && !words.Is(i - 1, "numbered"))
        {
            return new TimeRead(i + 2, TimeResolver.YearMonth(year, a), "time.numeric.month");
        }

        bool led = words.Lead(i - 1, "day") is not null || article.Form(i - 1) is "بتاريخ" || (article.Cats(i - 1) & Cat.Weekday) != 0;
        return led && mark == '/' && a is >= 1 and <= 31 && b is >= 1 and <= 12
            ? new TimeRead(i + 2, resolver.Month(b, a, null, null, i), "time.numeric.daymonth")
            : null;
    }

    /// <summary>A date in words with its value: 22 ديسمبر, 1 آب/أغسطس 2026, الثالث والعشرين من يناير, نيسان الماضي.</summary>
    public TimeRead? Date(int i) => Parts(i) is { } parts && (parts.Day is not null || !Bare(parts)) ? Resolve(parts) : null;

    /// <summary>The same behind a lead word, where the month may stand alone.</summary>
    public TimeRead? LedDate(int i) => Parts(i) is { } parts ? Resolve(parts) : null;

    public TimeRead? Resolve(DateParts parts)
    {
        string? value = parts.Month.Tag == "hijri"
            ? resolver.HijriMonth(parts.Month.Value, parts.Day, parts.Year, parts.Shift)
            : resolver.Month(parts.Month.Value, parts.Day, parts.Year ?? (parts.Day == 11 && parts.Month.Value == 9 && words.Is(parts.First - 1, "september") ? 2001 : null), parts.Shift, parts.First);
        return new TimeRead(parts.Last, value, parts.Rule, parts.Skip);
    }

    /// <summary>The parts of a date in words that begins at a token.</summary>
    public DateParts? Parts(int i)
    {
        int at = i, skip = 0;
        int? day = null;
        if (words.DayNumber(i) is { } number)
        {
            (day, at, skip) = (number.Day, number.Last + 1, number.Skip);
            at = article.Form(at) is "من" ? at + 1 : at;
            at = words.AfterLead(at, "month");
        }

        if (article.Longest(at, Cat.Month) is not { Entry: TimeEntry entry } month || (day is not null && month.Proclitic.Length > 0))
        {
            return null;
        }

        int last = Alias(month.Last, entry);
        (int? year, string? shift, int end) = YearOrShift(last);
        return new DateParts(i, end, day is null ? month.Skip : skip, day, entry, year, shift);
    }

    /// <summary>كانون الثاني/يناير, يناير (كانون الثاني), كانون الثاني يناير: one month named twice.</summary>
    private int Alias(int last, TimeEntry entry)
    {
        int at = last + 1;
        bool bracket = article.IsMark(at, '(');
        if (bracket || article.IsMark(at, '/') || words.IsDash(at) || article.IsMark(at, '\\'))
        {
            at++;
        }

        if (article.Longest(at, Cat.Month) is { Entry: TimeEntry second, Proclitic: "" } alias && second.Value == entry.Value && second.Tag != entry.Tag
            && (second.Tag == "hijri") == (entry.Tag == "hijri"))
        {
            return bracket && article.IsMark(alias.Last + 1, ')') ? alias.Last + 1 : bracket ? last : alias.Last;
        }

        return last;
    }

    /// <summary>Words that are also months (ناصر, صفر, رجب, ماي, آب, مارس) need a day, a year, a shift or a word that leads to them; no month
    /// stands right behind a given name (a surname).</summary>
    private bool Bare(DateParts parts)
    {
        if (parts.Year is not null || (parts.Shift is not null && parts.Month.Tag != "libyan"))
        {
            return false;
        }

        bool led = words.Is(parts.First - 1, "before");
        return parts.Month.Tag switch
        {
            "libyan" => true,
            "hijri" => parts.Month.Value != 9 || !led || parts.Last != parts.First,
            _ when words.Is(parts.First, "homonym") => !led && !(parts.Skip > 0 && article.Tokens[parts.First].Word!.Proclitic is "ل" && article.Form(parts.First).Length > 4),
            _ => (article.Cats(parts.First - 1) & Cat.GivenName) != 0 || words.Is(parts.First - 1, "brand"),
        };
    }

    /// <summary>What may follow a month: 2016, عام 2016, من عام 2016, الماضي, من العام الماضي, من السنة نفسها, الجاري.</summary>
    private (int? Year, string? Shift, int Last) YearOrShift(int last)
    {
        (int?, string?, int) none = (null, null, last);
        int at = last + 1;
        if (article.IsMark(at, '،') || article.IsMark(at, ',') || article.IsMark(at, '/') || words.IsDash(at))
        {
            return words.YearFigure(at + 1) is int parted and >= 1900 && !words.IsDash(at + 2) ? (parted, null, at + 1) : none;
        }

        if (words.Shift(at) is { } own)
        {
            return article.Form(own.Last + 1) is "من" or "عام" && YearOf(own.Last + 1) is { } told ? (told.Year, null, told.Last) : (null, own.Tag, own.Last);
        }

        return YearOf(at) is { } year ? (year.Year, null, year.Last) : none;
    }

    /// <summary>2016, عام 2016, من عام 2016, لعام 2016, من العام الماضي, من هذا العام, من السنة ذاتها.</summary>
    private (int Year, int Last)? YearOf(int at)
    {
        if (words.YearFigure(at) is int bare)
        {
            return (bare, article.Longest(at + 1, Cat.Era) is { Proclitic: "" } era && EraFits(era, bare) ? era.Last : at);
        }

        bool of = article.Form(at) is "من";
        at = of ? at + 1 : at;
        if (words.Lead(at, "year") is { Proclitic: "" or "ل" } lead)
        {
            if (words.YearFigure(lead.Last + 1) is int year)
            {
                return (year, article.Longest(lead.Last + 1 + 1, Cat.Era) is { Proclitic: "" } era && EraFits(era, year) ? era.Last : lead.Last + 1);
            }

            if (words.Shift(lead.Last + 1) is { } shift && resolver.YearBy(shift.Tag) is { } turned)
            {
                return (turned, shift.Last);
            }
        }

        return of && article.Longest(at, Cat.Period) is { Entry: TimeEntry { Tag: "year" } period } named && article.Published is { } p
            ? (p.Year + period.Value, named.Last)
            : null;
    }

    private bool EraFits(Match era, int year)
    {
        bool hijri = ((TimeEntry)era.Entry).Tag == "hijri";
        if (hijri != year < 1600)
        {
            return false;
        }

        // A lone م or هـ is an era; the ه of a list (أ، ب، ه) never stands behind a year.
        return words.Length(era.First) <= 2 || article.Form(era.First).Length > 2;
    }

    private TimeRead? Figures(int a, int b, int c, bool shortYear, int last)
    {
        (int year, int month, int day) = a > 31 ? (a, b, c) : (c, b, a);
        if (month > 12 && day <= 12)
        {
            (month, day) = (day, month);
        }

        if (year is < 1300 or > 2100 || month is < 1 or > 12 || day < 1)
        {
            return null;
        }

        bool hijri = year < 1600;
        if (day > (hijri ? 30 : DateTime.DaysInMonth(year, month)))
        {
            return null;
        }

        string? value = hijri ? TimeResolver.FromHijri(year, month, day) : TimeResolver.Iso(new DateOnly(year, month, day));
        Match? era = article.Longest(last + 1, Cat.Era);
        return new TimeRead(era is { Proclitic: "" } told && EraFits(told, year) ? told.Last : last, value, shortYear ? "time.numeric.short" : "time.numeric");
    }

    /// <summary>16.12 written as one number: 16 and 12.</summary>
    private (int? Left, int? Right) Halves(int i)
    {
        ReadOnlySpan<char> slice = article.Text.AsSpan(article.Tokens[i].Start, article.Tokens[i].End - article.Tokens[i].Start);
        int dot = slice.IndexOf('.');
        return dot is 1 or 2 && slice.Length - dot - 1 is 1 or 2 ? (Small(slice[..dot]), Small(slice[(dot + 1)..])) : (null, null);
    }

    private static int? Small(ReadOnlySpan<char> digits)
    {
        int value = 0;
        foreach (char c in digits)
        {
            char f = Folding.Fold(c);
            if (f is < '0' or > '9')
            {
                return null;
            }

            value = (value * 10) + (f - '0');
        }

        return value;
    }

    /// <summary>A year of two digits lies in the hundred years that end ten years from now.</summary>
    public int FullYear(int two)
    {
        int now = article.Published?.Year ?? 2020;
        int year = (now / 100 * 100) + two;
        return year > now + 10 ? year - 100 : year;
    }
}
