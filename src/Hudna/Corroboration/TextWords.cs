using Hudna.Reading;

namespace Hudna.Corroboration;

/// <summary>The words of a text as comparison sees them, in order: spelling folded as search folds it, cut at everything that is neither
/// letter nor digit, so that quotation marks, vowel signs and punctuation that an editor changes make no difference. No language is assumed.</summary>
internal static class TextWords
{
    public static List<string> Of(string text)
    {
        string folded = SearchFold.Of(text);
        var words = new List<string>(folded.Length / 5);
        int start = -1;
        for (int i = 0; i <= folded.Length; i++)
        {
            bool inWord = i < folded.Length && (char.IsLetterOrDigit(folded[i]) || char.IsSurrogate(folded[i]));
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                words.Add(folded[start..i]);
                start = -1;
            }
        }

        return words;
    }

    /// <summary>A 64-bit hash of each run of <paramref name="length"/> words, in order; none when the text is shorter. FNV-1a
    /// (draft-eastlake-fnv) over UTF-16 code units with a separator after each word, then the finalizer of SplitMix64 (Steele, Lea and Flood
    /// 2014), so that the least of several hashes is a fair draw. The same on every machine, whatever the runtime's own hashes are.</summary>
    public static ulong[] Runs(List<string> words, int length)
    {
        if (words.Count < length)
        {
            return [];
        }

        var runs = new ulong[words.Count - length + 1];
        for (int i = 0; i < runs.Length; i++)
        {
            ulong hash = 14695981039346656037;
            for (int j = i; j < i + length; j++)
            {
                foreach (char c in words[j])
                {
                    hash = unchecked((hash ^ c) * 1099511628211);
                }

                hash = unchecked((hash ^ 0x20) * 1099511628211);
            }

            runs[i] = Mixed(hash);
        }

        return runs;
    }

    private static ulong Mixed(ulong hash)
    {
        hash = unchecked((hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9);
        hash = unchecked((hash ^ (hash >> 27)) * 0x94D049BB133111EB);
        return hash ^ (hash >> 31);
    }
}
