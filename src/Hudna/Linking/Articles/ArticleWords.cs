using Hudna.Corroboration;

namespace Hudna.Linking.Articles;

/// <summary>The words of articles, weighed by how few articles have them (tf-idf with binary tf), unit length. Names of people, families and
/// neighbourhoods are rare words, and so is a sentence that another article copied.</summary>
internal sealed class ArticleWords
{
    /// <summary>Rarest shared words of an article that are compared: a long page's frame would drown its news.</summary>
    private const int WordsMax = 128;

    private readonly (int Word, float Weight)[][] vectors;

    private ArticleWords((int, float)[][] vectors, int[] counts) => (this.vectors, Counts) = (vectors, counts);

    /// <summary>Articles that have each word, by its number.</summary>
    public int[] Counts { get; }

    /// <param name="texts">Texts in the order of reports.</param>
    public static ArticleWords Of(IReadOnlyList<string> texts)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        List<int> counts = [];
        int[][] words = new int[texts.Count][];
        for (int i = 0; i < texts.Count; i++)
        {
            words[i] = [.. TextWords.Of(Mended(texts[i])).Where(w => w.Length > 1 && !char.IsAsciiLetter(w[0])).Distinct(StringComparer.Ordinal).Select(Number)];
            foreach (int word in words[i])
            {
                counts[word]++;
            }
        }

        return new ArticleWords([.. words.Select(w => Weigh(w, counts, texts.Count))], [.. counts]);

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

    /// <summary>Words of an article that others have too, rarest 128.</summary>
    public IEnumerable<int> WordsOf(int i) => vectors[i].Select(w => w.Word);

    /// <summary>Cosine of two articles' words, 0 to 1.</summary>
    public double Cosine(int i, int j)
    {
        (int Word, float Weight)[] a = vectors[i], b = vectors[j];
        double sum = 0;
        for (int p = 0, q = 0; p < a.Length && q < b.Length;)
        {
            int order = a[p].Word.CompareTo(b[q].Word);
            sum += order == 0 ? a[p].Weight * b[q].Weight : 0;
            p += order <= 0 ? 1 : 0;
            q += order >= 0 ? 1 : 0;
        }

        return Math.Min(1, sum);
    }

    // A word of one article matches nothing, yet it makes the article longer: who says much else says something else.
    private static (int Word, float Weight)[] Weigh(int[] words, List<int> counts, int texts)
    {
        (int Word, double Weight)[] all = [.. words.Select(w => (w, Math.Log((1.0 + texts) / counts[w]))).OrderByDescending(w => w.Item2).ThenBy(w => w.w)];
        (int Word, double Weight)[] shared = [.. all.Where(w => counts[w.Word] > 1).Take(WordsMax)];
        double length = Math.Sqrt(shared.Concat(all.Where(w => counts[w.Word] == 1).Take(WordsMax - shared.Length)).Sum(w => w.Weight * w.Weight));
        return [.. shared.OrderBy(w => w.Word).Select(w => (w.Word, (float)(length == 0 ? 0 : w.Weight / length)))];
    }

    // The underscore of a tag parts words, and a word that its writer broke to hide it from filters (tatweel, mark, tatweel) is one.
    private static string Mended(string text)
    {
        const char tatweel = '\u0640';
        if (!text.Contains(tatweel, StringComparison.Ordinal))
        {
            return text;
        }

        System.Text.StringBuilder mended = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            int end = text[i] == tatweel ? i + 1 : 0;
            while (end > 0 && end < text.Length && end - i <= 4 && text[end] is ' ' or '.' or '*' or '-' or '/' or '_' or '|')
            {
                end++;
            }

            if (end > i + 1 && end < text.Length && text[end] == tatweel)
            {
                i = end;
                continue;
            }

            mended.Append(text[i]);
        }

        return mended.ToString();
    }
}
