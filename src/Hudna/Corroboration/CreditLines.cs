using Hudna.Reading;

namespace Hudna.Corroboration;

/// <summary>The places of a text where an outlet says whose report it is: lines of few words at head and foot, the dateline before the first
/// sentence, a name in parentheses at the very end. An agency that is named elsewhere is only spoken of, or quoted for one claim.</summary>
internal static class CreditLines
{
    private const int HeadLines = 4;
    private const int FootLines = 2;
    private const int LineWordsMax = 10;
    private const int TitleWordsMax = 4;
    private const int DatelineWordsMax = 14;
    private const int EndingWordsMax = 6;

    /// <summary>The spans, in order.</summary>
    public static IReadOnlyList<Span> Of(string text)
    {
        List<Span> lines = Lines(text);
        var credits = new List<Span>();
        for (int i = 0; i < lines.Count; i++)
        {
            Span line = lines[i];
            bool isHead = i < HeadLines, isFoot = i >= lines.Count - FootLines;
            int words = Words(line.Of(text));
            if (words <= (i == 0 ? TitleWordsMax : LineWordsMax))
            {
                if (isHead || isFoot)
                {
                    credits.Add(line);
                }
            }
            else
            {
                // A headline says whose words follow before a colon: «رويترز: …».
                if (isHead && (i > 0 || lines.Count == 1 || HasDash(line.Of(text))) && Dateline(text, line) is { } dateline)
                {
                    credits.Add(dateline);
                }

                if (i == lines.Count - 1 && Ending(text, line) is { } ending)
                {
                    credits.Add(ending);
                }
            }
        }

        return credits;
    }

    private static bool HasDash(string line) => line.AsSpan(0, Math.Min(line.Length, 120)).IndexOfAny('-', '–', 'ـ') >= 0;

    private static List<Span> Lines(string text)
    {
        var lines = new List<Span>();
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] is '\n' or '\r')
            {
                if (!text.AsSpan(start, i - start).IsWhiteSpace())
                {
                    lines.Add(new Span(start, i));
                }

                start = i + 1;
            }
        }

        return lines;
    }

    // What stands before a dash or inside parentheses among the first words; a dash inside a word (a double name) is none.
    private static Span? Dateline(string text, Span line)
    {
        for (int i = line.Start; i < line.End; i++)
        {
            bool isDash = text[i] is '–' or '—' || (text[i] is '-' or 'ـ' && (i + 1 == line.End || char.IsWhiteSpace(text[i + 1]) || (i > line.Start && char.IsWhiteSpace(text[i - 1]))));
            if ((isDash || text[i] is ')' or ':') && Words(text[line.Start..i]) <= DatelineWordsMax)
            {
                return text[i] is ':' && Words(text[line.Start..i]) > TitleWordsMax ? null : new Span(line.Start, i);
            }

            if (text[i] is '.' && (i + 1 == line.End || char.IsWhiteSpace(text[i + 1])))
            {
                return null;
            }
        }

        return null;
    }

    private static Span? Ending(string text, Span line)
    {
        string last = line.Of(text).TrimEnd(' ', '.', '\t');
        int open = last.EndsWith(')') ? last.LastIndexOf('(') : -1;
        return open >= 0 && Words(last[open..]) <= EndingWordsMax ? new Span(line.Start + open, line.Start + last.Length) : null;
    }

    private static int Words(string text) => TextWords.Of(text).Count;
}
