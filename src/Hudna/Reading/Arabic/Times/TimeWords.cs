namespace Hudna.Reading.Arabic.Times;

/// <summary>An expression of time that begins at some token.</summary>
/// <param name="Last">Its last token.</param>
/// <param name="Value">ISO 8601; null when nothing anchors it.</param>
/// <param name="Rule">The rule that read it.</param>
/// <param name="Skip">Folded letters of clitics on the first token, which are no part of it.</param>
internal readonly record struct TimeRead(int Last, string? Value, string Rule, int Skip = 0);

/// <summary>Looks at the words of time around a token.</summary>
internal sealed class TimeWords(Article article)
{
    private const int NameReach = 3;
    private const int TenseReach = 14;
    private const int TenseAhead = 6;

    /// <summary>A figure without fraction from 0 to 9999.</summary>
    public int? Whole(int i) =>
        i >= 0 && i < article.Count && article.Tokens[i] is { Kind: TokenKind.Number, Number: { } n } && n is >= 0 and <= 9999 && n == decimal.Truncate(n)
            ? (int)n
            : null;

    /// <summary>How many characters a token has.</summary>
    public int Length(int i) => i >= 0 && i < article.Count ? article.Tokens[i].End - article.Tokens[i].Start : 0;

    /// <summary>A figure of four digits that can be a year of our time.</summary>
    public int? YearFigure(int i) => Whole(i) is int year and >= 1300 and <= 2100 && Length(i) == 4 ? year : null;

    public string Form(int i) => article.Form(i);

    public bool IsMark(int i, char mark) => article.IsMark(i, mark);

    /// <summary>A hyphen or a dash.</summary>
    public bool IsDash(int i) => i >= 0 && i < article.Count && article.Tokens[i].Mark is '-' or '–' or '—' or '−';

    public Match? Longest(int i, Cat cat) => article.Longest(i, cat);

    /// <summary>The longest word of a class of the further words of time.</summary>
    public Match? Of(int i, string tag) => article.LongestTime(i, Cat.TimeWord, tag);

    /// <summary>True when the token is a word of the class by itself or with clitics.</summary>
    public bool Is(int i, string tag) => Of(i, tag) is not null;

    /// <summary>A lead word of a kind: day, month or year.</summary>
    public Match? Lead(int i, string tag) => article.LongestTime(i, Cat.Lead, tag);

    public int AfterLead(int i, string tag) => Lead(i, tag) is { Proclitic: "" } match ? match.Last + 1 : i;

    /// <summary>الماضي, المقبل, الجاري, التالي: the shift and its last token; null when there is none.</summary>
    public (string Tag, int Last)? Shift(int i) => article.Longest(i, Cat.Shift) is { Entry: TimeEntry shift, Proclitic: "" } match ? (shift.Tag, match.Last) : null;

    /// <summary>The number of a day in a month: 22, الأول, الثالث والعشرين, غرة.</summary>
    public (int Day, int Last, int Skip)? DayNumber(int i)
    {
        if (Whole(i) is int figure)
        {
            return figure is >= 1 and <= 31 && Length(i) <= 2 ? (figure, i, 0) : null;
        }

        if (Of(i, "first") is { } first)
        {
            return (1, first.Last, first.Skip);
        }

        if (Of(i, "ordinalten") is { Entry: TimeEntry ten } tens && tens.Proclitic is not "و")
        {
            return (ten.Value, tens.Last, tens.Skip);
        }

        if (Of(i, "ordinal") is not { Entry: TimeEntry { Value: > 0 } unit } match)
        {
            return null;
        }

        if (Form(match.Last + 1) is "عشر" or "عشره")
        {
            return (10 + unit.Value, match.Last + 1, match.Skip);
        }

        return Of(match.Last + 1, "ordinalten") is { Entry: TimeEntry tail, Proclitic: "و" } more
            ? (tail.Value + unit.Value, more.Last, match.Skip)
            : (unit.Value, match.Last, match.Skip);
    }

    /// <summary>A cardinal in figures or words up to some thousands: 3, ثلاثة, خمسة عشر, ثلاث وعشرين, الثلاثة.</summary>
    public (int Number, int Last)? Cardinal(int i)
    {
        if (Whole(i) is int figure)
        {
            return (figure, i);
        }

        if (Of(i, "cardinal") is { Entry: TimeEntry { Value: > 0 } definite, Proclitic: "" } counted)
        {
            return (definite.Value, counted.Last);
        }

        int total = 0, last = i - 1;
        for (int words = 0; words < 6; words++)
        {
            if (article.Longest(last + 1, Cat.NumberWord) is not { Entry: NumberEntry { Class: not ("vague" or "half") } entry } match
                || match.Proclitic != (words == 0 ? string.Empty : "و") && !(words > 0 && match.Proclitic.Length == 0 && entry.Class is "scale" or "teen")
                || entry.Low > 3000)
            {
                break;
            }

            total = entry.Class == "scale" && total is > 0 and < 10 ? total * (int)entry.Low : total + (int)entry.Low;
            last = match.Last;
        }

        return total > 0 ? (total, last) : null;
    }

    /// <summary>True when the tokens lie in a name that the lists know (روسيا اليوم, ميدان 6 أكتوبر), or behind a noun that makes a
    /// name of a date (ثورة 25 يناير), unless a year is told.</summary>
    public bool InName(int first, int last)
    {
        for (int i = first; i >= Math.Max(0, first - NameReach); i--)
        {
            if (article.Tokens[i].Kind is TokenKind.Break or TokenKind.Mark && !article.Tokens[i].IsQuote)
            {
                break;
            }

            if (article.Longest(i, Cat.Actor | Cat.Place) is { Count: > 1 } name && name.Last >= last && name.First <= first)
            {
                return true;
            }
        }

        if (!Is(first - 1, "nameday") || (last == first && article.Tokens[first].Kind == TokenKind.Number))
        {
            return false;
        }

        for (int i = first; i <= last; i++)
        {
            if (YearFigure(i) is not null || (article.Cats(i) & (Cat.Shift | Cat.Weekday | Cat.Day)) != 0)
            {
                return false;
            }
        }

        return (article.Cats(first) & (Cat.Weekday | Cat.Day)) == 0;
    }

    /// <summary>The tense of the clause around a token, by the nearest verb before it, else after it; null when no verb tells.</summary>
    public Tense? TenseAt(int i)
    {
        int sentence = article.SentenceOf(i);
        for (int j = i - 1; j >= 0 && j > i - TenseReach && article.SentenceOf(j) == sentence; j--)
        {
            if (Tense(j, i - j) is { } tense)
            {
                return tense;
            }
        }

        for (int j = i + 1; j < article.Count && j <= i + TenseAhead && article.SentenceOf(j) == sentence; j++)
        {
            if (article.Tokens[j].Mark is '،' or '؛' || article.OwnRoles(j).HasFlag(Role.Complement))
            {
                break;
            }

            if (Tense(j, i - j) is { } tense)
            {
                return tense;
            }
        }

        return null;
    }

    private Tense? Tense(int j, int distance)
    {
        if (article.Tokens[j].Word is not { } word)
        {
            return null;
        }

        VerbEntry? verb = VerbOf(word);
        if (verb is { Form: VerbForm.Perfect or VerbForm.Future })
        {
            return verb.Form == VerbForm.Future ? Times.Tense.Future : Times.Tense.Past;
        }

        if ((word.OwnRoles & Role.AuxPassive) != 0)
        {
            return word.Form[0] == 'س' ? Times.Tense.Future : word.Form[0] == 'ي' ? null : Times.Tense.Past;
        }

        if (verb is not null)
        {
            return Imperfect(verb, j, distance);
        }

        bool future = distance > 0 && (word.OwnRoles & Role.Planned) != 0 && (word.Cats & (Cat.Shift | Cat.Day)) == 0 && word.Form is not "قبيل";
        string form = word.Form;
        int at = form.Length > 5 && form[0] is 'و' or 'ف' ? 1 : 0;
        future |= word.Cats == Cat.None && form.Length >= at + 4 && form[at] == 'س' && form[at + 1] is 'ي' or 'ت';
        return future ? Times.Tense.Future : null;
    }

    /// <summary>The verb that a word is. تقدم, تبادل: where perfect and imperfect look alike, news tells what was.</summary>
    private static VerbEntry? VerbOf(WordInfo word) => VerbOf(word, imperfect: false) ?? VerbOf(word, imperfect: true);

    private static VerbEntry? VerbOf(WordInfo word, bool imperfect)
    {
        foreach (WordReading reading in word.Readings)
        {
            foreach (Entry entry in reading.Entries)
            {
                if (entry is VerbEntry { Cat: Cat.Verb } verb && verb.Form is VerbForm.Imperfect == imperfect)
                {
                    return verb;
                }
            }
        }

        return null;
    }

    /// <summary>An imperfect speaks of what is to come unless كان, لم or a verb of saying makes it past or present.</summary>
    private Tense? Imperfect(VerbEntry verb, int j, int distance)
    {
        for (int k = j - 1; k >= Math.Max(0, j - 3); k--)
        {
            if (Is(k, "was"))
            {
                return Times.Tense.Past;
            }

            if (Form(k) is "لن" or "سوف")
            {
                return Times.Tense.Future;
            }
        }

        return verb.Verb.Report == Complement.None && distance <= 5 ? Times.Tense.Future : null;
    }
}

/// <summary>Which way a clause looks from the publication date.</summary>
internal enum Tense
{
    Past,
    Future,
}
