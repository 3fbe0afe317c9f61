namespace Hudna.Reading.Arabic.Times;

/// <summary>Years, decades and centuries.</summary>
internal sealed class CalendarYears(Article article, TimeWords words, TimeResolver resolver)
{
    /// <summary>A year behind a lead word: سنة 2012, عام 1438 هـ, عام 67, عام ألفين وستة عشر.</summary>
    public TimeRead? Led(int i)
    {
        if (words.YearFigure(i) is int year)
        {
            bool era = article.Longest(i + 1, Cat.Era) is { Proclitic: "" } told && ((TimeEntry)told.Entry).Tag == "hijri" == year < 1600;
            int last = era ? article.Longest(i + 1, Cat.Era)!.Value.Last : i;
            return new TimeRead(last, TimeResolver.Year(year), "time.year");
        }

        if (words.Whole(i) is int two && words.Length(i) == 2 && two >= 20 && article.Published is { } p && (article.Cats(i + 1) & (Cat.Unit | Cat.Measure)) == 0 && !words.IsMark(i + 1, '%'))
        {
            int century = p.Year / 100 * 100;
            return new TimeRead(i, TimeResolver.Year(century + two > p.Year + 5 ? century - 100 + two : century + two), "time.year.short");
        }

        return article.Tokens[Math.Min(i, article.Count - 1)].Kind == TokenKind.Word && words.Cardinal(i) is { Number: >= 1900 and <= 2100 } spelled
            ? new TimeRead(spelled.Last, TimeResolver.Year(spelled.Number), "time.year.words")
            : null;
    }

    /// <summary>منذ 2012, 2014-2016, انتخابات 2014, (1987), 1438 هـ: a year without the word for it needs a preposition of time, a noun that
    /// is told apart by its year, brackets of its own or an era.</summary>
    public TimeRead? Bare(int i)
    {
        if (words.YearFigure(i) is not int year || words.IsMark(i + 1, '/') || words.IsMark(i - 1, '/') || words.IsMark(i + 1, ':') || words.IsMark(i + 1, '%'))
        {
            return null;
        }

        if (article.Longest(i + 1, Cat.Era) is { Entry: TimeEntry { Tag: "hijri" }, Proclitic: "" } era)
        {
            return year < 1600 ? new TimeRead(era.Last, TimeResolver.Year(year), "time.year.hijri") : null;
        }

        if (year < 1900)
        {
            return null;
        }

        bool bracketed = words.IsMark(i - 1, '(') && words.IsMark(i + 1, ')') && year <= (article.Published?.Year ?? 2100) + 1;
        bool noun = words.Is(i - 1, "dated") && (article.Roles(i - 1) & Role.Negator) == 0;
        if (words.Form(i + 1) is "و" or "الي" && words.Whole(i + 2) is not null && Counts(i + 2))
        {
            return null;
        }

        if (words.IsDash(i - 1) || (words.IsDash(i + 1) && words.Whole(i + 2) is not null))
        {
            return null;
        }

        return (bracketed || noun || Preposition(i)) && !Counts(i) ? new TimeRead(i, TimeResolver.Year(year), "time.year.bare") : null;
    }

    /// <summary>True when a preposition of time stands right before, or و and a year before that.</summary>
    public bool Preposition(int i)
    {
        string before = article.Form(i - 1);
        if (before is "من" && (article.Longest(i - 2, Cat.Approximator) is { } approximator && approximator.Last >= i - 1))
        {
            return false;
        }

        return words.Is(i - 1, "before") || words.Lead(i - 1, "year") is not null || words.Longest(i - 1, Cat.MonthPart) is not null
            || (before is "و" && article.Times.Count > 0 && article.Times[^1].Last == i - 2);
    }

    /// <summary>True when a noun that is counted follows the figure: 2012 شخصا, 2000 متر.</summary>
    public bool Counts(int i)
    {
        if (article.Longest(i + 1, Cat.Measure | Cat.Unit | Cat.NumberWord) is { Proclitic: "" })
        {
            return true;
        }

        // A round figure before an unknown indefinite noun counts it; before ال, a verb or a function word it does not.
        return words.Whole(i) % 100 == 0 && article.Cats(i + 1) == Cat.None && article.Form(i + 1).Length > 0
            && !article.Form(i + 1).StartsWith("ال", StringComparison.Ordinal);
    }

    /// <summary>الثمانينيات, ثمانينات القرن الماضي, القرن الماضي, القرن التاسع عشر.</summary>
    public TimeRead? DecadeOrCentury(int i)
    {
        if (words.Of(i, "decadename") is { Entry: TimeEntry { Value: var tens } } decade)
        {
            int at = words.Form(decade.Last + 1) is "من" ? decade.Last + 2 : decade.Last + 1;
            if (words.Is(at, "age"))
            {
                return null;
            }

            (int First, int Last)? century = Century(at);
            int start = century is { } c ? c.First / 100 * 100 : 1900;
            return new TimeRead(century?.Last ?? decade.Last, $"{start + tens}/{start + tens + 9}", "time.decade", decade.Skip);
        }

        return Century(i) is { } named && words.Of(i, "century") is { } head
            ? new TimeRead(named.Last, $"{named.First}/{named.First + 99}", "time.century", head.Skip)
            : null;
    }

    /// <summary>The first year of a century (1901) and the last token.</summary>
    private (int First, int Last)? Century(int i)
    {
        if (words.Of(i, "century") is not { } head)
        {
            return null;
        }

        if (words.Shift(head.Last + 1) is { } shift && article.Published is { Year: > 300 } p)
        {
            int own = ((p.Year - 1) / 100 * 100) + 1;
            return shift.Tag is "past" ? (own - 100, shift.Last) : shift.Tag is "this" ? (own, shift.Last) : null;
        }

        return words.DayNumber(head.Last + 1) is { Day: >= 15 and <= 22 } nth && words.Whole(head.Last + 1) is null
            ? (((nth.Day - 1) * 100) + 1, nth.Last)
            : null;
    }

    /// <summary>A year named in any way: 2016, عام 2016, العام الماضي, هذا العام, العام.</summary>
    public (int Year, int Last)? Any(int i)
    {
        if (words.YearFigure(i) is int figure and >= 1900)
        {
            return (figure, i);
        }

        if (article.Longest(i, Cat.Period) is { Entry: TimeEntry { Tag: "year" } period } named && article.Published is { } p)
        {
            return (p.Year + period.Value, named.Last);
        }

        if (words.Lead(i, "year") is not { } lead)
        {
            return null;
        }

        if (words.YearFigure(lead.Last + 1) is int year)
        {
            return (year, lead.Last + 1);
        }

        if (words.Shift(lead.Last + 1) is { } shift)
        {
            return resolver.YearBy(shift.Tag) is int turned ? (turned, shift.Last) : null;
        }

        return words.Form(lead.Last).Contains("ال", StringComparison.Ordinal) && article.Published is { } own ? (own.Year, lead.Last) : null;
    }
}
