using System.Text;

namespace Hudna.Reading.Arabic;

/// <summary>Folding for matching only: spellings that the press mixes become one. Spans always point into the original text.</summary>
internal static class Folding
{
    /// <summary>A character that falls away: diacritics, tatweel, joiners and direction marks.</summary>
    public const char Dropped = '\0';

    private static readonly char[] s_table = BuildTable();

    /// <summary>The folded character, or <see cref="Dropped"/>. Presentation-form ligatures fold to their first letter here; the
    /// tokenizer asks <see cref="Expansion"/> for the rest.</summary>
    public static char Fold(char c) => s_table[c];

    /// <summary>What a presentation form stands for beyond its first letter; null for every other character.</summary>
    public static string? Expansion(char c)
    {
        if (c is < '\uFB50' or > '\uFEFC')
        {
            return null;
        }

        string plain = c.ToString().Normalize(NormalizationForm.FormKC);
        return plain.Length > 1 ? Fold(plain)[1..] : null;
    }

    /// <summary>A whole string folded, for data files and queries; the string itself when nothing in it folds.</summary>
    public static string Fold(string text)
    {
        int length = 0;
        bool same = true;
        foreach (char c in text)
        {
            char f = s_table[c];
            same &= f == c;
            length += f == Dropped ? 0 : 1 + (Expansion(c)?.Length ?? 0);
        }

        return same && length == text.Length ? text : string.Create(length, text, static (folded, original) =>
        {
            int at = 0;
            foreach (char c in original)
            {
                char f = s_table[c];
                if (f != Dropped)
                {
                    folded[at++] = f;
                    string? more = Expansion(c);
                    more?.CopyTo(folded[at..]);
                    at += more?.Length ?? 0;
                }
            }
        });
    }

    private static char[] BuildTable()
    {
        char[] table = new char[char.MaxValue + 1];
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = FoldOne((char)i);
        }

        return table;
    }

    private static char FoldOne(char c) => c switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' or '\u0672' or '\u0673' => 'ا',
        'ى' or 'ی' or 'ې' or 'ے' => 'ي',
        'ة' or 'ۀ' or 'ہ' or 'ھ' or 'ە' => 'ه',
        'ک' or 'ڪ' => 'ك',
        'گ' or 'ڭ' or 'ڨ' => 'غ',
        'پ' => 'ب',
        'چ' => 'ج',
        'ڤ' => 'ف',
        'ـ' or '\u0670' => Dropped,
        >= '\u0610' and <= '\u061A' => Dropped,
        >= '\u064B' and <= '\u065F' => Dropped,
        >= '\u06D6' and <= '\u06ED' => Dropped,
        '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u061C' or '\u00AD' or '\uFEFF' => Dropped,
        >= '\u202A' and <= '\u202E' => Dropped,
        >= '\u2066' and <= '\u2069' => Dropped,
        >= '٠' and <= '٩' => (char)('0' + (c - '٠')),
        >= '۰' and <= '۹' => (char)('0' + (c - '۰')),
        >= 'A' and <= 'Z' => (char)(c + 32),
        >= '\uFB50' and <= '\uFEFC' => FoldPresentation(c),
        _ => c,
    };

    private static char FoldPresentation(char c)
    {
        string plain = c.ToString().Normalize(NormalizationForm.FormKC);
        return plain.Length == 0 || plain[0] == c ? c : FoldOne(plain[0]);
    }
}
