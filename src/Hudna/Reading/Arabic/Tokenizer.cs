using System.Globalization;

namespace Hudna.Reading.Arabic;

/// <summary>Cuts a text into tokens. Nothing of the original is lost: each token is a range of it.</summary>
internal static class Tokenizer
{
    private const int FoldedWordMax = 64;
    private const int BreakMax = 4;

    public static Token[] Tokenize(string text, Lexicon lexicon)
    {
        List<Token> tokens = new((text.Length / 5) + 8);
        Span<char> buffer = stackalloc char[FoldedWordMax];
        int at = 0;
        while (at < text.Length)
        {
            char c = text[at];
            char f = Folding.Fold(c);
            if (f == Folding.Dropped || IsTagSign(text, at))
            {
                at++;
            }
            else if (IsArabicLetter(f))
            {
                at = Word(text, at, buffer, lexicon, tokens);
            }
            else if (f is >= '0' and <= '9')
            {
                at = Number(text, at, tokens);
            }
            else if (c is '\n')
            {
                tokens.Add(new Token(TokenKind.Break, at, ++at, '\n', null, null));
            }
            else if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (char.IsLetter(c))
            {
                at = Foreign(text, at, tokens);
            }
            else
            {
                tokens.Add(new Token(TokenKind.Mark, at, ++at, c, null, null));
            }
        }

        return [.. tokens];
    }

    /// <summary>The original position of the folded character <paramref name="skip"/> of the word that starts at <paramref name="start"/>.</summary>
    public static int Skip(string text, int start, int skip)
    {
        int at = start;
        while (at < text.Length - 1 && (skip > 0 || Folding.Fold(text[at]) == Folding.Dropped))
        {
            if (Folding.Fold(text[at]) != Folding.Dropped)
            {
                skip--;
                at++;
            }
            else
            {
                at = Mended(text, at) is { } next ? next : at + 1;
            }
        }

        return at;
    }

    /// <summary>The # before a word of a tag, and the _ between two: they bind words and are none.</summary>
    private static bool IsTagSign(string text, int at) => text[at] is '#' or '_'
        && at + 1 < text.Length && IsArabicLetter(Folding.Fold(text[at + 1]))
        && (text[at] is '#' || (at > 0 && IsArabicLetter(Folding.Fold(text[at - 1]))));

    /// <summary>Where a word goes on that its writer broke to hide it from filters, as posts do with words of violence: a tatweel, one to
    /// four spaces or marks, a tatweel, a letter. <paramref name="at"/> is the first tatweel; null when no such break stands there.</summary>
    private static int? Mended(string text, int at)
    {
        const char tatweel = '\u0640';
        if (text[at] != tatweel)
        {
            return null;
        }

        int next = at + 1;
        while (next < text.Length && next - at <= BreakMax && text[next] is ' ' or '.' or '*' or '-' or '/' or '_' or '|')
        {
            next++;
        }

        if (next == at + 1 || next >= text.Length || text[next] != tatweel)
        {
            return null;
        }

        while (next < text.Length && text[next] == tatweel)
        {
            next++;
        }

        return next < text.Length && IsArabicLetter(Folding.Fold(text[next])) ? next : null;
    }

    internal static bool IsArabicLetter(char c) => c is >= '\u0620' and <= '\u064A' or >= '\u066E' and <= '\u06D5' and not '\u06D4' or >= '\uFB50' and <= '\uFEFC';

    private static int Word(string text, int at, Span<char> buffer, Lexicon lexicon, List<Token> tokens)
    {
        int start = at, length = 0;
        while (at < text.Length)
        {
            char c = text[at];
            char f = Folding.Fold(c);
            if (f == Folding.Dropped)
            {
                // A direction mark between two words without a space parts them; a diacritic or tatweel does not.
                if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200C' or '\u200D' or '\u00AD'))
                {
                    break;
                }

                at = length > 0 && Mended(text, at) is { } next ? next : at + 1;
                continue;
            }

            if (!IsArabicLetter(f) && !(f is >= '0' and <= '9' && length is > 0 and < 4 && IsUnitDigit(text, at)))
            {
                break;
            }

            if (length < buffer.Length)
            {
                buffer[length++] = f;
                if (Folding.Expansion(c) is { } more && length + more.Length <= buffer.Length)
                {
                    more.CopyTo(buffer[length..]);
                    length += more.Length;
                }
            }

            at++;
        }

        WordInfo word = lexicon.Word(buffer[..length]);
        if (word.Glued is { } cut)
        {
            int split = Skip(text, start, cut);
            tokens.Add(new Token(TokenKind.Word, start, split, '\0', lexicon.Word(buffer[..cut]), null));
            tokens.Add(new Token(TokenKind.Word, split, at, '\0', lexicon.Word(buffer[cut..length]), null));
        }
        else
        {
            tokens.Add(new Token(TokenKind.Word, start, at, '\0', word, null));
        }

        return at;
    }

    /// <summary>The 2 of كلم2: a digit that ends a short unit.</summary>
    private static bool IsUnitDigit(string text, int at) =>
        text[at] is '2' or '٢' && text[at - 1] == 'م' && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    private static int Foreign(string text, int at, List<Token> tokens)
    {
        int start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '\'' or '’' or '_') && !IsArabicLetter(Folding.Fold(text[at])))
        {
            at++;
        }

        if (at == start)
        {
            at++;
        }

        tokens.Add(new Token(TokenKind.Foreign, start, at, '\0', null, null));
        return at;
    }

    /// <summary>Digits with separators: 12, 300.000, 300,000, ٣٠٠٬٠٠٠, 2.5. Groups of exactly three digits after every separator make
    /// a grouped number, anything else after one separator a fraction; dates keep their slashes as marks.</summary>
    private static int Number(string text, int at, List<Token> tokens)
    {
        int start = at;
        Span<char> digits = stackalloc char[28];
        int count = 0, groups = 0, sinceSeparator = 0, fraction = -1;
        bool grouped = true;
        while (at < text.Length)
        {
            char f = Folding.Fold(text[at]);
            if (f is >= '0' and <= '9')
            {
                if (count < digits.Length)
                {
                    digits[count++] = f;
                }

                sinceSeparator++;
                at++;
            }
            else if (f is '.' or ',' or '٬' or '٫' or '،' && at + 1 < text.Length && Folding.Fold(text[at + 1]) is >= '0' and <= '9')
            {
                int run = Run(text, at + 1);
                bool firstOk = groups > 0 || sinceSeparator is >= 1 and <= 3;
                if (run == 3 && firstOk && grouped && f != '٫' && !(sinceSeparator == 1 && digits[count - 1] == '0'))
                {
                    groups++;
                }
                else if (groups == 0 && fraction < 0 && f is '.' or '٫' or ',' && run <= 2)
                {
                    grouped = false;
                    fraction = count;
                }
                else
                {
                    break;
                }

                sinceSeparator = 0;
                at++;
            }
            else
            {
                break;
            }
        }

        decimal value = decimal.Parse(digits[..count], NumberStyles.None, CultureInfo.InvariantCulture);
        for (int i = fraction; i >= 0 && i < count; i++)
        {
            value /= 10;
        }

        tokens.Add(new Token(TokenKind.Number, start, at, '\0', null, value));
        return at;
    }

    private static int Run(string text, int at)
    {
        int start = at;
        while (at < text.Length && Folding.Fold(text[at]) is >= '0' and <= '9')
        {
            at++;
        }

        return at - start;
    }
}
