namespace Hudna.Reading.Arabic.Times;

/// <summary>Weekdays and days counted from the publication date.</summary>
internal sealed class RelativeDays(Article article, TimeWords words, TimeResolver resolver, CalendarDates dates)
{
    private const int MarksMax = 2;

    /// <summary>الجمعة, الخميس الماضي, السبت 1 آب 2026, الجمعة (13 يناير). Behind a lead word the doubts about words fall away.</summary>
    public TimeRead? Weekday(int i, bool led = false)
    {
        if (article.Longest(i, Cat.Weekday) is not { Entry: TimeEntry weekday } match)
        {
            return null;
        }

        int at = match.Last + 1;
        for (int marks = 0; marks < MarksMax && (article.IsMark(at, '،') || article.IsMark(at, ',') || article.IsMark(at, '(') || words.IsDash(at)); marks++)
        {
            at++;
        }

        bool bracket = at > match.Last + 1 && article.IsMark(at - 1, '(');
        int dateAt = words.Form(at) is "الموافق" or "الموافقه" ? at + 1 : at;
        TimeRead? dated = dates.Numeric(dateAt) ?? (words.DayNumber(dateAt) is not null ? dates.Date(dateAt) : null);
        if (dated is { } full)
        {
            int end = bracket && article.IsMark(full.Last + 1, ')') ? full.Last + 1 : full.Last;
            return full with { Last = TrailingPart(end), Skip = match.Skip };
        }

        (string Tag, int Last)? shift = words.Shift(match.Last + 1);
        if (!led && shift is null && !IsDay(i, weekday.Value))
        {
            return null;
        }

        bool frequency = words.Form(match.Last + 1) is "من" && words.Form(match.Last + 2) is "كل";
        if (frequency || words.Form(i - 1) is "كل")
        {
            return null;
        }

        bool forward = words.Form(i - 1) is not ("منذ" or "مساء" or "ليل") && words.TenseAt(i) == Tense.Future;
        string? value = resolver.Weekday(weekday.Value, shift?.Tag, forward);
        return new TimeRead(TrailingPart(shift?.Last ?? match.Last), value, shift is { } told ? "time.weekday." + told.Tag : "time.weekday", match.Skip);
    }

    /// <summary>Only the day itself, for a night between two and for runs of days.</summary>
    public (int Iso, int Last, int Skip, string Proclitic)? Name(int i) =>
        article.Longest(i, Cat.Weekday) is { Entry: TimeEntry weekday } match ? (weekday.Value, match.Last, match.Skip, match.Proclitic) : null;

    /// <summary>الأحد is also "the one", الاثنين "the two", and prayers and sermons have their Friday.</summary>
    private bool IsDay(int i, int iso)
    {
        if (words.Is(i - 1, "friday"))
        {
            return false;
        }

        return iso switch
        {
            7 => i == 0 || (article.Roles(i - 1) & (Role.Locative | Role.Motion)) != 0 || article.Cats(i - 1) != Cat.None || article.Tokens[i - 1].Kind != TokenKind.Word
                || article.Tokens[i].Word!.Proclitic is "و",
            1 => !words.Is(i - 1, "both"),
            _ => true,
        };
    }

    /// <summary>الخميس صباحا, أمس مساء.</summary>
    public int TrailingPart(int last) =>
        article.Longest(last + 1, Cat.DayPart) is { Entry: TimeEntry, Proclitic: "" } part
        && (article.Form(last + 1).EndsWith('ا') || (article.Form(last + 1) is "مساء" or "عشيه" && (article.Cats(part.Last + 1) & (Cat.Weekday | Cat.Day)) == 0))
            ? part.Last
            : last;

    /// <summary>اليوم, أمس, غدا, and with their weekday: أمس الأربعاء, اليوم (الجمعة).</summary>
    public TimeRead? Day(int i)
    {
        if (article.Longest(i, Cat.Day) is not { Entry: TimeEntry day } match || (match.Proclitic.Length > 0 && match.Proclitic is not ("و" or "ل" or "ف" or "ب" or "وب")))
        {
            return null;
        }

        bool led = match.Proclitic.EndsWith('ب');
        bool today = day.Value == 0 && match.Count == 1;
        int last = match.Last;
        if ((led && day.Value != -1) || (today && (words.Is(last + 1, "notoday") || words.Is(last + 1, "ordinal"))) || words.Form(i - 1) is "كل" || words.Form(last + 1) is "القريب" or "البعيد")
        {
            return null;
        }

        bool bracket = article.IsMark(last + 1, '(');
        int next = bracket || article.IsMark(last + 1, '،') || article.IsMark(last + 1, ',') ? last + 2 : last + 1;
        if (article.Longest(next, Cat.Weekday) is { Proclitic: "" } weekday && (next == last + 1 || bracket))
        {
            last = bracket && article.IsMark(weekday.Last + 1, ')') ? weekday.Last + 1 : weekday.Last;
            next = article.IsMark(last + 1, '،') || article.IsMark(last + 1, ',') ? last + 2 : last + 1;
            if ((dates.Numeric(next) ?? (words.DayNumber(next) is not null ? dates.Date(next) : null)) is { } dated)
            {
                return dated with { Skip = match.Skip };
            }
        }
        else if (today && words.Whole(next) is not null && article.Longest(next + 1, Cat.Unit) is not null)
        {
            return null;
        }
        else if (next == last + 1 && words.DayNumber(next) is not null && dates.Date(next) is { } full)
        {
            return full with { Skip = match.Skip };
        }

        return new TimeRead(TrailingPart(last), resolver.Day(day.Value), "time.day", match.Skip);
    }

    /// <summary>ليل الخميس - الجمعة, ليلة الجمعة السبت: the night between two days is named by the day that begins in it.</summary>
    public TimeRead? NightBetween(int i)
    {
        if (Name(i) is not { } first)
        {
            return null;
        }

        int at = first.Last + 1;
        if (words.IsDash(at) || words.IsMark(at, '/') || words.Form(at) is "الي" or "علي")
        {
            at++;
        }

        return Name(at) is { } second && second.Iso == (first.Iso % 7) + 1 && second.Proclitic.Length == 0
            ? new TimeRead(second.Last, resolver.Weekday(second.Iso, null, words.TenseAt(i) == Tense.Future), "time.night", first.Skip)
            : null;
    }
}
