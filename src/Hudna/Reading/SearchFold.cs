using System.Text;

namespace Hudna.Reading;

/// <summary>Folds text so that spellings that a person would take for the same compare equal: what searches and look-ups by name
/// use on both sides. For comparing only; never for showing, and offsets into the fold are not offsets into the text.</summary>
public static class SearchFold
{
    /// <summary>Hamza forms of alef, yeh and alef maksura, teh marbuta and heh, Persian and Arabic kaf each become one letter;
    /// Arabic-Indic and Persian digits become ASCII; vowel signs, tatweel and bidi marks go; letters become lower case;
    /// Turkish İ and ı become i; presentation forms become plain letters; runs of white space become one space, none at the ends.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            // Presentation forms A and B: one sign may stand for several letters (lam-alef, Allah).
            if (c is (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFE') && !char.IsSurrogate(c) && char.IsLetter(c))
            {
                foreach (char plain in c.ToString().Normalize(NormalizationForm.FormKC))
                {
                    Append(folded, plain);
                }
            }
            else
            {
                Append(folded, c);
            }
        }

        if (folded.Length > 0 && folded[^1] == ' ')
        {
            folded.Length--;
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char c)
    {
        switch (c)
        {
            case 'أ' or 'إ' or 'آ' or 'ٱ':
                folded.Append('ا');
                break;
            case 'ى' or 'ی':
                folded.Append('ي');
                break;
            case 'ة' or 'ہ':
                folded.Append('ه');
                break;
            case 'İ' or 'ı':
                folded.Append('i');
                break;
            case 'ک':
                folded.Append('ك');
                break;
            case (>= '\u064B' and <= '\u065F') or '\u0670' or '\u0640' or '\uFEFF' or '\u061C':
            case (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'):
                break;
            case >= '\u0660' and <= '\u0669':
                folded.Append((char)('0' + (c - '\u0660')));
                break;
            case >= '\u06F0' and <= '\u06F9':
                folded.Append((char)('0' + (c - '\u06F0')));
                break;
            default:
                if (!char.IsWhiteSpace(c))
                {
                    folded.Append(char.ToLowerInvariant(c));
                }
                else if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }

                break;
        }
    }
}
