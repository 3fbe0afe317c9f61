using Hudna.Reading;

namespace Hudna.Linking;

/// <summary>The words of texts, weighed by how few texts have them (tf-idf with binary tf), at most <see cref="WordsMax"/> a text, unit length.</summary>
internal sealed class WordVectors
{
    private const int WordsMax = 64;

    private readonly (int Word, float Weight)[]?[] vectors;

    private WordVectors((int Word, float Weight)[]?[] vectors) => this.vectors = vectors;

    /// <param name="texts">Texts in the order of reports; null and blank ones have no vector.</param>
    public static WordVectors Of(string?[] texts)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        List<int> counts = [];
        int[]?[] words = new int[]?[texts.Length];
        int told = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(texts[i]))
            {
                continue;
            }

            told++;
            words[i] = [.. Words(texts[i]!).Distinct(StringComparer.Ordinal).Select(Number).Order()];
            foreach (int word in words[i]!)
            {
                counts[word]++;
            }
        }

        var weighed = new (int, float)[]?[texts.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            weighed[i] = words[i] is { Length: > 0 } own ? Weigh(own, counts, told) : null;
        }

        return new WordVectors(weighed);

        int Number(string word)
        {
            if (!numbers.TryGetValue(word, out int number))
            {
                numbers[word] = number = numbers.Count;
                counts.Add(0);
            }

            return number;
        }
    }

    /// <summary>Cosine of two texts' words, 0 to 1; NaN when one has no text.</summary>
    public double Cosine(int i, int j)
    {
        if (vectors[i] is not { } a || vectors[j] is not { } b)
        {
            return double.NaN;
        }

        double sum = 0;
        for (int p = 0, q = 0; p < a.Length && q < b.Length;)
        {
            int order = a[p].Word.CompareTo(b[q].Word);
            if (order == 0)
            {
                sum += a[p++].Weight * b[q++].Weight;
            }
            else if (order < 0)
            {
                p++;
            }
            else
            {
                q++;
            }
        }

        return sum;
    }

    private static (int Word, float Weight)[] Weigh(int[] words, List<int> counts, int texts)
    {
        // A word of one text only matches nothing, yet it makes the text longer: it stays, for a text that says much else is another text.
        (int Word, double Weight)[] kept = [.. words.Select(w => (w, Math.Log((1.0 + texts) / counts[w])))
            .OrderByDescending(w => w.Item2).ThenBy(w => w.w).Take(WordsMax).OrderBy(w => w.w)];
        double length = Math.Sqrt(kept.Sum(w => w.Weight * w.Weight));
        return [.. kept.Select(w => (w.Word, (float)(length == 0 ? 0 : w.Weight / length)))];
    }

    private static IEnumerable<string> Words(string text)
    {
        string folded = SearchFold.Of(text);
        int start = -1;
        for (int i = 0; i <= folded.Length; i++)
        {
            bool inWord = i < folded.Length && char.IsLetterOrDigit(folded[i]);
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                if (i - start > 1)
                {
                    yield return folded[start..i];
                }

                start = -1;
            }
        }
    }
}
