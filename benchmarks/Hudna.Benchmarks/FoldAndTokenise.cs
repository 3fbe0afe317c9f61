namespace Hudna.Benchmarks;

/// <summary>The baseline: one plain pass that folds Arabic spelling and cuts words, and nothing more. What a reader does beyond it is the
/// price of understanding. Written here and on purpose not the reader's own code, so that it stays the same while that changes.</summary>
internal static class FoldAndTokenise
{
    /// <summary>Folds and cuts a text.</summary>
    /// <returns>A hash over all folded words, so that no work can be left out.</returns>
    internal static ulong Run(string text)
    {
        const ulong Prime = 1099511628211;
        ulong all = 0, word = 14695981039346656037;
        bool inside = false;
        foreach (char c in text)
        {
            char folded = Fold(c);
            if (folded == '\0')
            {
                continue; // A diacritic or tatweel.
            }

            if (char.IsLetterOrDigit(folded))
            {
                word = unchecked((word ^ folded) * Prime);
                inside = true;
            }
            else if (inside)
            {
                all = unchecked((all * 31) + word);
                word = 14695981039346656037;
                inside = false;
            }
        }

        return unchecked(all + word);
    }

    private static char Fold(char c) => c switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' or 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        'ـ' or '\u0670' or (>= '\u064B' and <= '\u065F') => '\0',
        _ => c,
    };
}
