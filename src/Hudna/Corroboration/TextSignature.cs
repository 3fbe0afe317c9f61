using Hudna.Importing;

namespace Hudna.Corroboration;

/// <summary>The fingerprints by which a text is found among a million others that share a passage with it, without comparing it with each.</summary>
/// <remarks>
/// Local MinHash, known as winnowing: S. Schleimer, D. Wilkerson and A. Aiken, "Winnowing: Local Algorithms for Document Fingerprinting",
/// SIGMOD 2003. Of the hashes of all runs of <see cref="RunLength"/> words, the least in each window of <see cref="Window"/> runs is kept. A
/// MinHash of the whole text estimates how alike two texts are as wholes and so misses a short wire inside a long article; here two
/// texts that have <see cref="FoundLength"/> words in a row in common always share a fingerprint, wherever those stand. About one in eight
/// words has one.
/// </remarks>
public static class TextSignature
{
    /// <summary>Words whose hash is taken together.</summary>
    public const int RunLength = 4;

    /// <summary>Runs in a window, of which the least is kept.</summary>
    public const int Window = 16;

    /// <summary>So many equal words in a row always give a common fingerprint.</summary>
    public const int FoundLength = Window + RunLength - 1;

    /// <summary>Words of a text that are looked at, from its beginning; what stands behind is not compared.</summary>
    public const int WordsMax = 20_000;

    /// <summary>The text that is compared: of a row of a table its longest cell alone, as all rows of a table share their labels. The longest, not the
    /// one that a mapping calls free text: the comparison stands when people change the mapping.</summary>
    /// <param name="text">The report's text.</param>
    /// <param name="isRow">Whether the report is a row of a table.</param>
    public static string Compared(string text, bool isRow) =>
        !isRow ? text : RowText.Parse(text, freeText: null).Values.OrderByDescending(c => c.Value.Length).ThenBy(c => c.Span.Start).Select(c => c.Value).FirstOrDefault(string.Empty);

    /// <summary>The distinct fingerprints, ascending; none when the text has fewer than <see cref="FoundLength"/> words.</summary>
    public static IReadOnlyList<ulong> Of(string text)
    {
        ulong[] runs = Runs(text);
        var kept = new SortedSet<ulong>();
        int least = -1;
        for (int end = Window - 1; end < runs.Length; end++)
        {
            int start = end - Window + 1;
            if (least < start)
            {
                // The least fell out of the window: the rightmost least of the new one.
                least = start;
                for (int i = start + 1; i <= end; i++)
                {
                    least = runs[i] <= runs[least] ? i : least;
                }
            }
            else if (runs[end] <= runs[least])
            {
                least = end;
            }

            kept.Add(runs[least]);
        }

        return [.. kept];
    }

    /// <summary>Every run of <see cref="RunLength"/> words, by its hash, for <see cref="TextOverlap.Of(HashSet{ulong}, HashSet{ulong})"/>.</summary>
    public static HashSet<ulong> DistinctRuns(string text) => [.. Runs(text)];

    internal static ulong[] Runs(string text)
    {
        List<string> words = TextWords.Of(text);
        if (words.Count > WordsMax)
        {
            words.RemoveRange(WordsMax, words.Count - WordsMax);
        }

        return TextWords.Runs(words, RunLength);
    }
}
