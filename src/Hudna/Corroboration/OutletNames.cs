using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Corroboration;

/// <summary>Which outlet a name means: its words without those that every outlet may have. Data: <c>outlet-words.tsv</c>.</summary>
internal static class OutletNames
{
    private const string File = "outlet-words.tsv";

    private static readonly Dictionary<string, bool> IsUnnamed = EmbeddedTable.Rows(File, 2).ToDictionary(
        r => Bare(SearchFold.Of(r.Cells[0])),
        r => r.Cells[1] switch
        {
            "unnamed" => true,
            "sort" => false,
            _ => throw new DataFileException(File, r.Line, $"{r.Cells[1]} is no class; sort or unnamed is expected"),
        },
        StringComparer.Ordinal);

    /// <summary>What an outlet is known by; all its words when every one of them is common. Equal for two names of one outlet that differ
    /// in sort words, articles and spelling; names in two languages are two.</summary>
    public static string KeyOf(string name) => string.Join(' ', WordsOf(name));

    /// <summary>The same, word by word.</summary>
    public static IReadOnlyList<string> WordsOf(string name)
    {
        List<string> words = [.. TextWords.Of(name).Select(Bare)];
        List<string> own = [.. words.Where(w => !IsUnnamed.ContainsKey(w))];
        return own.Count > 0 ? own : words;
    }

    /// <summary>True when a passage names the outlet of a key: its words stand in it in a row.</summary>
    /// <param name="passage">The passage's words, from <see cref="BareWordsOf"/>.</param>
    /// <param name="key">From <see cref="WordsOf"/>. A single word of under three letters is too little to go by.</param>
    public static bool Names(IReadOnlyList<string> passage, IReadOnlyList<string> key)
    {
        if (key.Count == 0 || (key.Count == 1 && key[0].Length < 3))
        {
            return false;
        }

        for (int i = 0; i + key.Count <= passage.Count; i++)
        {
            int same = 0;
            while (same < key.Count && string.Equals(passage[i + same], key[same], StringComparison.Ordinal))
            {
                same++;
            }

            if (same == key.Count)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a passage speaks of agencies without naming them.</summary>
    public static bool NamesNoAgency(IReadOnlyList<string> passage) => passage.Any(w => IsUnnamed.GetValueOrDefault(w));

    public static IReadOnlyList<string> BareWordsOf(string passage) => [.. TextWords.Of(passage).Select(Bare)];

    // Without the article, and the preposition that runs into it.
    private static string Bare(string word) =>
        word.Length > 4 && (word.StartsWith("ال", StringComparison.Ordinal) || word.StartsWith("لل", StringComparison.Ordinal)) ? word[2..] : word;
}
