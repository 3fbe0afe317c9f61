namespace Hudna.Reading.Arabic.Facts;

/// <summary>Which of some classes of words a folded form is, as bits, by the stems of a data file.</summary>
internal sealed class CueTable
{
    private static readonly string[] s_fronts =
        ["", "ال", "ب", "ل", "ك", "بال", "كال", "لل", "ي", "ت", "ن", "ا", "سي", "ست", "سن", "سا", "لي", "لت"];

    private static readonly string[] s_pronouns = ["ه", "ها", "هم", "هما", "هن", "نا", "ك", "كم", "ي"];

    private readonly Dictionary<(char, char), List<(CueStem Stem, int Bit)>> _byStart = [];

    /// <param name="rows">The bit of each class, 0 to 127, and its stems, folded.</param>
    public CueTable(IEnumerable<(int Bit, IReadOnlyList<CueStem> Stems)> rows)
    {
        foreach ((int bit, IReadOnlyList<CueStem> stems) in rows)
        {
            foreach (CueStem stem in stems)
            {
                (char, char) start = (stem.Letters[0], stem.Letters[1]);
                if (!_byStart.TryGetValue(start, out List<(CueStem, int)>? list))
                {
                    _byStart.Add(start, list = []);
                }

                list.Add((stem, bit));
            }
        }
    }

    /// <summary>The classes that a form is: it begins with a stem after clitics, ال and the letters of the imperfect and future.</summary>
    public UInt128 Of(string form)
    {
        UInt128 cues = 0;
        foreach (int at in Starts(form))
        {
            if (at + 1 < form.Length && _byStart.TryGetValue((form[at], form[at + 1]), out List<(CueStem Stem, int Bit)>? stems))
            {
                foreach ((CueStem stem, int bit) in stems)
                {
                    cues |= stem.IsAt(form, at) ? UInt128.One << bit : 0;
                }
            }
        }

        return cues;
    }

    internal static bool IsPronoun(ReadOnlySpan<char> end)
    {
        foreach (string pronoun in s_pronouns)
        {
            if (end.SequenceEqual(pronoun))
            {
                return true;
            }
        }

        return false;
    }

    // Where a stem may begin: after a conjunction, and one of the fronts.
    private static IEnumerable<int> Starts(string form)
    {
        for (int conjunction = 0; conjunction <= (form.Length > 3 && form[0] is 'و' or 'ف' ? 1 : 0); conjunction++)
        {
            foreach (string front in s_fronts)
            {
                if (string.CompareOrdinal(form, conjunction, front, 0, front.Length) == 0 && form.Length - conjunction - front.Length >= 2)
                {
                    yield return conjunction + front.Length;
                }
            }
        }
    }
}

/// <summary>A stem of a cue, folded.</summary>
/// <param name="Letters">Two letters or more.</param>
/// <param name="Ends">The word ends with it, pronouns aside.</param>
internal readonly record struct CueStem(string Letters, bool Ends)
{
    /// <summary>A stem as the data writes it; null when it is too short.</summary>
    public static CueStem? Parse(string text)
    {
        string letters = Folding.Fold(text.TrimEnd('$').Trim());
        return letters.Length < 2 ? null : new CueStem(letters, text.EndsWith('$'));
    }

    /// <summary>True when a form goes on with it at an index.</summary>
    public bool IsAt(string form, int at) =>
        string.CompareOrdinal(form, at, Letters, 0, Letters.Length) == 0 && form.Length >= at + Letters.Length
        && (!Ends || form.Length == at + Letters.Length || CueTable.IsPronoun(form.AsSpan(at + Letters.Length)));
}

/// <summary>Words that speak of a topic.</summary>
/// <param name="Topic">Its id.</param>
/// <param name="Words">Sequences of stems, each by its bit in <see cref="WordInfo.TopicStems"/>.</param>
internal sealed record TopicCue(string Topic, IReadOnlyList<int[]> Words)
{
    /// <summary>The stems that open a sequence, as bits: a word without any of them speaks of something else.</summary>
    public UInt128 Opening { get; } = Words.Aggregate(UInt128.Zero, (all, words) => all | (UInt128.One << words[0]));
}
