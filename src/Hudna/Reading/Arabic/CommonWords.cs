namespace Hudna.Reading.Arabic;

/// <summary>Frequent words of the language that are no names: known, a word next to a name ends it. Knows a word also with particles in front,
/// the article, and endings of number, gender and pronoun. No entry of the lexicon: it says only what a word is not.</summary>
internal sealed class CommonWords
{
    private static readonly string[] s_fronts = ["", "ال", "و", "ف", "ب", "ل", "ك", "وال", "بال", "كال", "فال", "لل", "وب", "ول", "وك", "ولل", "وبال", "س", "وس"];
    private static readonly string[] s_ends = ["", "ا", "ه", "ها", "هم", "هما", "هن", "نا", "ات", "ين", "ان", "ون", "وا", "ت", "تا", "ته", "تها", "تهم", "تهما", "تنا", "تين", "تان", "يه", "ي", "ية", "اته", "اتها", "اتهم"];

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public CommonWords() => _bySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add(string word) => _words.Add(Folding.Fold(word));

    /// <summary>True when a folded form is one of the words, or one with particles and endings.</summary>
    public bool Has(ReadOnlySpan<char> form)
    {
        foreach (string front in s_fronts)
        {
            if (form.StartsWith(front) && form.Length - front.Length >= 3 && HasStem(form[front.Length..], front.Contains("ال", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the form itself, without looking for particles or endings, is one of the words.</summary>
    public bool HasExactly(ReadOnlySpan<char> form) => _bySpan.Contains(form);

    private bool HasStem(ReadOnlySpan<char> rest, bool definite)
    {
        foreach (string end in s_ends)
        {
            // A noun with the article takes no pronoun, and its ي makes the adjective that families are called by (الحربي).
            if ((definite && end is "ي" or "ها" or "هم" or "هما" or "نا" or "ته" or "تها") || rest.Length - end.Length < 3 || !rest.EndsWith(end))
            {
                continue;
            }

            ReadOnlySpan<char> stem = rest[..^end.Length];
            if (_bySpan.Contains(stem) || (end.Length > 0 && end[0] is 'ت' or 'ا' && _bySpan.Contains(string.Concat(stem, "ه"))))
            {
                return true;
            }
        }

        return false;
    }
}
