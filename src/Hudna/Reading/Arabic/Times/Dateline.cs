using System.Globalization;

namespace Hudna.Reading.Arabic.Times;

/// <summary>The day of publication that a text gives itself: by a stamp, as sites and platforms set over posts (<c>December 1, 2024 · Shared with
/// Public</c>, <c>1 Dec 2024</c>), or by a dateline, a complete date on a short line of its own or behind the word for today. A complete date
/// inside a sentence is that of what it tells.</summary>
internal sealed class Dateline(Article article, TimeWords words, CalendarDates dates)
{
    /// <summary>Tokens from the head in which a dateline stands.</summary>
    private const int HeadTokens = 120;

    /// <summary>Tokens of a line that is no sentence: a place, an agency, a date with its hour.</summary>
    private const int LineTokens = 14;

    private static readonly string[] s_months =
        [.. CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames.Where(m => m.Length > 0).Select(m => m.ToUpperInvariant())];

    /// <summary>The day; null when the text gives none.</summary>
    public DateOnly? Day() => Stamp(article.Text) ?? Head();

    /// <summary>The first English date: no sentence of an Arabic text has one.</summary>
    public static DateOnly? Stamp(string text)
    {
        for (int at = 0; at < text.Length;)
        {
            if (!char.IsAsciiLetter(text[at]))
            {
                at++;
                continue;
            }

            int end = at;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
            {
                end++;
            }

            if (MonthOf(text.AsSpan(at, end - at)) is { } month && (After(text, end, month) ?? Around(text, at, end, month)) is { } day)
            {
                return day;
            }

            at = end;
        }

        return null;
    }

    private DateOnly? Head()
    {
        for (int i = 0; i < Math.Min(article.Count, HeadTokens); i++)
        {
            if (words.DayNumber(i) is null && words.Whole(i) is null)
            {
                continue;
            }

            TimeRead? read = dates.Numeric(i) ?? (dates.Parts(i) is { Day: not null, Year: not null } parts ? dates.Resolve(parts) : null);
            if (read is { Value: { Length: 10 } value } && (OwnLine(i, read.Value.Last) || IsToday(i)))
            {
                return DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private bool OwnLine(int first, int last)
    {
        int from = first, to = last;
        while (from > 0 && article.Tokens[from - 1].Kind != TokenKind.Break && last - from < LineTokens)
        {
            from--;
        }

        while (to + 1 < article.Count && article.Tokens[to + 1].Kind != TokenKind.Break && to - first < LineTokens)
        {
            to++;
        }

        return to - from < LineTokens;
    }

    // اليوم الجمعة 1 تشرين الأول 2021: whoever writes today writes that day.
    private bool IsToday(int i)
    {
        int at = i - 1;
        while (at > 0 && ((article.Cats(at) & Cat.Weekday) != 0 || article.Tokens[at].Kind == TokenKind.Mark))
        {
            at--;
        }

        return article.Longest(at, Cat.Day) is { Entry: TimeEntry { Value: 0 } };
    }

    // A word that begins as a month's abbreviation and is it, its full name, or the abbreviation as some write it (Sept).
    private static int? MonthOf(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
        {
            return null;
        }

        for (int month = 1; month <= 12; month++)
        {
            ReadOnlySpan<char> full = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
            if (word[..3].Equals(s_months[month - 1], StringComparison.OrdinalIgnoreCase) && full.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return month;
            }
        }

        return null;
    }

    // December 1, 2024
    private static DateOnly? After(string text, int at, int month) =>
        Figure(text, Skip(text, at), 2) is var (day, dayEnd) && Figure(text, Skip(text, dayEnd), 4) is var (year, _) ? On(year, month, day) : null;

    // 1 Dec 2024, 1st of nothing else
    private static DateOnly? Around(string text, int start, int end, int month)
    {
        int before = start;
        while (before > 0 && text[before - 1] is ' ' or '-')
        {
            before--;
        }

        int first = before;
        while (first > 0 && before - first < 3 && char.IsAsciiDigit(text[first - 1]))
        {
            first--;
        }

        return before - first is 1 or 2 && Figure(text, first, 2) is var (day, _) && Figure(text, Skip(text, end), 4) is var (year, _) ? On(year, month, day) : null;
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or ',' or '.' or '-' or '\u00A0')
        {
            at++;
        }

        return at;
    }

    // A day of one or two figures, or a year of its first four: counters are glued to it (20242.2K Views).
    private static (int Value, int End)? Figure(string text, int at, int digits)
    {
        int end = at, value = 0;
        while (end < text.Length && end - at < digits && char.IsAsciiDigit(text[end]))
        {
            value = (value * 10) + (text[end++] - '0');
        }

        bool whole = digits == 4 ? end - at == 4 : end > at && (end == text.Length || !char.IsAsciiDigit(text[end]));
        return whole ? (value, end) : null;
    }

    private static DateOnly? On(int year, int month, int day) =>
        year is >= 1990 and <= 2100 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
