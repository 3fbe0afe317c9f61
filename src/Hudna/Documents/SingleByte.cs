using System.Text;

namespace Hudna.Documents;

/// <summary>Single-byte encodings that news of the region still comes in. windows-1256 is told by the statistics of its letters.</summary>
internal static class SingleByte
{
    // The nine commonest letters of Arabic news make up about two thirds of all letters (counted over the sample articles); UTF-8 or
    // windows-1251 taken for windows-1256 has hardly any of them but many ط, ظ and accented Latin letters.
    private const string CommonLetters = "اليمونرتبع";
    private const double CommonAtLeast = 0.45;

    // A headline's letters stray further from the average than a paragraph's.
    private const int ShortLetters = 40;
    private const double CommonAtLeastIfShort = 0.3;
    private const double ArabicAtLeast = 0.85;

    /// <summary>The encoding of a name, throwing on bytes that it does not define; null for a name unknown or not a single-byte encoding.</summary>
    internal static Encoding? Named(string name)
    {
        string trimmed = name.Trim().Trim('"', '\'');
        Encoding? encoding = CodePagesEncodingProvider.Instance.GetEncoding(trimmed, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return encoding is { IsSingleByte: true } ? encoding : null;
    }

    /// <summary>Text of bytes that are not UTF-8, when letters tell that they are windows-1256 or windows-1252; else null.</summary>
    internal static DecodedText? Decode(ReadOnlySpan<byte> bytes)
    {
        string arabic = Windows(1256).GetString(bytes);
        if (IsArabic(arabic))
        {
            return new(arabic, "windows-1256", ["converted from windows-1256"]);
        }

        string western = Windows(1252).GetString(bytes);
        return IsWestern(western) ? new(western, "windows-1252", ["converted from windows-1252"]) : null;
    }

    private static Encoding Windows(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;

    private static bool IsArabic(string text)
    {
        int high = 0, letters = 0, common = 0;
        foreach (char c in text)
        {
            if (c < 0x80 || IsTypographic(c))
            {
                continue;
            }

            high++;
            if (c is >= '\u0621' and <= '\u0652' or '\u0679' or '\u067E' or '\u0686' or '\u0688' or '\u0691' or '\u0698' or '\u06A9' or '\u06AF' or '\u06BA' or '\u06BE' or '\u06C1' or '\u06D2')
            {
                letters++;
                common += CommonLetters.Contains(c, StringComparison.Ordinal) ? 1 : 0;
            }
        }

        return letters >= 4 && letters >= high * ArabicAtLeast && common >= letters * (letters < ShortLetters ? CommonAtLeastIfShort : CommonAtLeast);
    }

    // Accented letters stand among plain ones, and are few beside them.
    private static bool IsWestern(string text)
    {
        int plain = 0, accented = 0, odd = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiLetter(c))
            {
                plain++;
            }
            else if (c is >= 'À' and <= 'ÿ' or 'œ' or 'Œ' or 'Š' or 'š' or 'Ž' or 'ž' or 'Ÿ')
            {
                accented++;
            }
            else if (c >= 0x80 && !IsTypographic(c))
            {
                odd++;
            }
        }

        return plain >= 3 && accented * 5 <= plain && odd * 20 <= plain;
    }

    private static bool IsTypographic(char c) =>
        c is '«' or '»' or '،' or '؛' or '؟' or '\u00A0' or '°' or '·' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '€' or '…' or '™' or '©' or '®'
            or (>= '\u2013' and <= '\u203A');
}
