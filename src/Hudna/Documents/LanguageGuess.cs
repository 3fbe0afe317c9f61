using System.Collections.Frozen;

namespace Hudna.Documents;

/// <summary>Tells a text's language by its script and, within a script, by telling letters and the commonest function words. Made to
/// send Arabic to the Arabic reader and other languages past it; it is no language identifier for anything else.</summary>
public static class LanguageGuess
{
    // Windows of this many characters, spread evenly, are enough for a page and keep the cost of a long text flat.
    private const int WindowLength = 2048;
    private const int WindowCount = 4;

    /// <summary>The language: <c>ar</c>, <c>fa</c>, <c>ur</c>, <c>ckb</c>, <c>en</c>, <c>fr</c>, <c>tr</c>, <c>ru</c>, <c>uk</c>, <c>he</c>, or
    /// <c>und</c> when there are no letters or they are of none of these. Arabic script without marks of another language is Arabic.</summary>
    public static string Of(string text)
    {
        LetterCounts counts = new();
        if (text.Length <= WindowLength * WindowCount)
        {
            counts.Add(text);
        }
        else
        {
            for (int i = 0; i < WindowCount; i++)
            {
                int start = (int)((long)(text.Length - WindowLength) * i / (WindowCount - 1));
                counts.Add(text.AsSpan(start, WindowLength));
            }
        }

        return counts.Language();
    }

    private static readonly FrozenDictionary<string, string> FunctionWords = new (string Language, string Words)[]
    {
        ("ar", "في من على الى إلى أن ان عن التي الذي هذا هذه كان بعد قبل مع لا لم ما أو بين حتى قد كما وقال قال خلال"),
        ("fa", "است که را از به با این آن می برای های شد شده کرد ها بر یک نیز گفت خود ایران بود"),
        ("ur", "کے کی ہے میں اور سے کا نے کو پر ہیں تھا بھی یہ نہیں"),
        ("ckb", "لە بۆ بە کە ئەم ئەو و لەگەڵ دەکات هەر کرد بوو"),
        ("en", "the of and to in that for is was on with by as at from said"),
        ("fr", "le la les des du de et est une un dans que pour par sur qui au a été"),
        ("tr", "ve bir bu için ile da de olarak olan gibi daha çok sonra"),
    }.SelectMany(l => l.Words.Split(' ').Select(w => (Word: w, l.Language)))
        .GroupBy(p => p.Word, StringComparer.Ordinal)
        .Where(g => g.Count() == 1)
        .ToFrozenDictionary(g => g.Key, g => g.First().Language, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>();

    private sealed class LetterCounts
    {
        private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
        private int arabic, latin, cyrillic, hebrew, other;
        private int persian, urdu, kurdish, arabicOnly, turkish, ukrainian;

        internal void Add(ReadOnlySpan<char> text)
        {
            foreach (Range range in text.SplitAny(" \t\r\n\u00A0.,،؛;:!?؟()[]{}«»\"“”"))
            {
                ReadOnlySpan<char> word = text[range];
                if (word.IsEmpty || word.IndexOfAny('/', '@', '_') >= 0)
                {
                    continue; // Addresses and handles are Latin in every language.
                }

                if (Lookup.TryGetValue(word, out string? language))
                {
                    words[language] = words.GetValueOrDefault(language) + 1;
                }

                arabicOnly += word.Length > 4 && (word.StartsWith("ال") || word.StartsWith("وال")) ? 1 : 0;
                foreach (char c in word)
                {
                    Add(c);
                }
            }
        }

        internal string Language()
        {
            int most = Math.Max(Math.Max(latin, cyrillic), Math.Max(hebrew, other));
            return arabic > 0 && arabic * 2 >= most ? OfArabicScript()
                : most == 0 || most == other ? "und"
                : most == cyrillic ? (ukrainian * 50 > cyrillic ? "uk" : "ru")
                : most == hebrew ? "he"
                : OfLatinScript();
        }

        private string OfArabicScript()
        {
            int ar = (Words("ar") * 2) + arabicOnly;
            int fa = (Words("fa") * 2) + persian;
            int ur = (Words("ur") * 2) + (urdu * 2);
            int ckb = (Words("ckb") * 2) + (kurdish * 2);
            int best = Math.Max(fa, Math.Max(ur, ckb));
            // A Persian name or two in an Arabic text is not enough.
            return best <= ar || best < 3 ? "ar" : best == ckb ? "ckb" : best == ur ? "ur" : "fa";
        }

        private string OfLatinScript()
        {
            (string language, int score) = new[] { ("en", Words("en")), ("fr", Words("fr")), ("tr", Words("tr") + turkish) }.MaxBy(p => p.Item2);
            return score > 0 ? language : "und";
        }

        private int Words(string language) => words.GetValueOrDefault(language);

        private void Add(char c)
        {
            if (c < 0x80)
            {
                latin += char.IsAsciiLetter(c) ? 1 : 0;
                return;
            }

            switch (c)
            {
                case 'پ' or 'چ' or 'ژ' or 'گ':
                    persian++;
                    arabic++;
                    break;
                case 'ٹ' or 'ڈ' or 'ڑ' or 'ے' or 'ہ' or 'ں' or 'ھ':
                    urdu++;
                    arabic++;
                    break;
                case 'ێ' or 'ۆ' or 'ە' or 'ڕ' or 'ڵ' or 'ڤ':
                    kurdish++;
                    arabic++;
                    break;
                case (>= '\u0620' and <= '\u064A') or (>= '\u066E' and <= '\u06D3') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC'):
                    arabic++;
                    break;
                case 'ğ' or 'ş' or 'ı' or 'İ' or 'Ğ' or 'Ş':
                    turkish++;
                    latin++;
                    break;
                case 'і' or 'ї' or 'є' or 'ґ':
                    ukrainian++;
                    cyrillic++;
                    break;
                case >= '\u0400' and <= '\u052F':
                    cyrillic++;
                    break;
                case >= '\u05D0' and <= '\u05EA':
                    hebrew++;
                    break;
                case >= '\u00C0' and <= '\u024F':
                    latin++;
                    break;
                default:
                    other += char.IsLetter(c) ? 1 : 0;
                    break;
            }
        }
    }
}
