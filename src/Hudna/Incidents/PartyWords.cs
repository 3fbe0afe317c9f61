using System.Collections.Concurrent;
using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>What the words of a party's name tell, for parties that the gazetteer does not know. Data: <c>party-words.tsv</c>.
/// Safe to use from several threads.</summary>
internal static class PartyWords
{
    private const string File = "party-words.tsv";

    /// <summary>Remembered texts at most: names repeat, texts of a flood of reports do not.</summary>
    private const int KnownMax = 100_000;

    private static readonly Dictionary<string, bool> IsUnknownWord = EmbeddedTable.Rows(File, 2).ToDictionary(
        r => Bare(SearchFold.Of(r.Cells[0])),
        r => r.Cells[1] switch
        {
            "unknown" => true,
            "generic" => false,
            _ => throw new DataFileException(File, r.Line, $"{r.Cells[1]} is no class; unknown or generic is expected"),
        },
        StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, (bool IsUnknown, string[] Telling)> Known = new(StringComparer.Ordinal);

    /// <summary>True when the source says that it does not know who: "unidentified aircraft".</summary>
    public static bool IsUnknown(Party party) => party.ActorId is null && Of(party.Text).IsUnknown;

    /// <summary>True when two names have a word in common that not every side has: "artillery of the regime" and "forces of the regime".</summary>
    public static bool Share(Party a, Party b)
    {
        string[] one = Of(a.Text).Telling, other = Of(b.Text).Telling;
        return Array.Exists(one, w => Array.IndexOf(other, w) >= 0);
    }

    private static (bool IsUnknown, string[] Telling) Of(string text)
    {
        if (Known.TryGetValue(text, out (bool, string[]) known))
        {
            return known;
        }

        string[] words = [.. SearchFold.Of(text).Split([' ', '،', ',', ';', '-', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries).Select(Bare)];
        (bool, string[]) told = (
            Array.Exists(words, w => IsUnknownWord.GetValueOrDefault(w)),
            [.. words.Where(w => w.Length > 2 && !IsUnknownWord.ContainsKey(w)).Distinct(StringComparer.Ordinal)]);
        if (Known.Count < KnownMax)
        {
            Known[text] = told;
        }

        return told;
    }

    // Without the article, and the preposition that runs into it (للجيش).
    private static string Bare(string word) => word.Length > 4 && (word.StartsWith("ال", StringComparison.Ordinal) || word.StartsWith("لل", StringComparison.Ordinal)) ? word[2..] : word;
}
