using System.Collections.Concurrent;
using Hudna.Reading;

namespace Hudna.Linking;

/// <summary>Compares the names of parties by the words that tell one from another: a word counts the more the fewer names have it, so that
/// "Military Forces of X" is near "Government of X" where few names hold X, and "brigade" says little. Safe to use from several threads.</summary>
internal sealed class PartyNames
{
    /// <summary>Between the members of a side.</summary>
    internal const char Separator = '\u001f';

    /// <summary>Names are near when what they share weighs at least this part of the lighter one, and one when this much.</summary>
    private const double NearMin = 0.5, SameMin = 0.95;

    private static readonly HashSet<string> Unknown = new(StringComparer.Ordinal) { "unknown", "unidentified", "unspecified", "مجهول", "مجهولون", "مجهوله", "مجهولين" };

    private readonly Dictionary<string, double> weights;
    private readonly int names;
    private readonly ConcurrentDictionary<string, string[][]> known = new(StringComparer.Ordinal);

    /// <param name="sets">All sides there are, as <see cref="Set"/> writes them.</param>
    public PartyNames(string[] sets)
    {
        Dictionary<string, int> count = new(StringComparer.Ordinal);
        HashSet<string> distinct = [.. sets.SelectMany(s => s.Split(Separator))];
        foreach (string word in distinct.SelectMany(n => Words(n).Distinct(StringComparer.Ordinal)))
        {
            count[word] = count.GetValueOrDefault(word) + 1;
        }

        names = distinct.Count;
        weights = count.ToDictionary(p => p.Key, p => Math.Log(1 + ((double)names / p.Value)), StringComparer.Ordinal);
    }

    /// <summary>The names of one side in order, folded, each once; null when none is told or the source says that it does not know who.</summary>
    public static string? Set(IReadOnlyList<string> names)
    {
        string[] told = [.. names.Where(n => !string.IsNullOrWhiteSpace(n)).Select(n => SearchFold.Of(n.Trim()))
            .Where(n => !Array.Exists(n.Split(' '), Unknown.Contains)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return told.Length == 0 ? null : string.Join(Separator, told);
    }

    /// <summary>How two sides stand to one another: the nearest pair of their members decides.</summary>
    public Relation Relate(string a, string b)
    {
        double best = 0;
        foreach (string[] one in Members(a))
        {
            foreach (string[] other in Members(b))
            {
                best = Math.Max(best, Nearness(one, other));
            }
        }

        return best >= SameMin ? Relation.Same : best >= NearMin ? Relation.Related : Relation.Different;
    }

    private double Nearness(string[] a, string[] b)
    {
        double shared = 0, one = 0, other = 0;
        foreach (string word in a)
        {
            one += weights[word];
            shared += Array.IndexOf(b, word) >= 0 ? weights[word] : 0;
        }

        foreach (string word in b)
        {
            other += weights[word];
        }

        double lighter = Math.Min(one, other), heavier = Math.Max(one, other);
        return lighter == 0 ? 0 : shared >= heavier ? 1 : Math.Min(0.9, shared / lighter);
    }

    private string[][] Members(string set) =>
        known.GetOrAdd(set, static s => [.. s.Split(Separator).Select(n => Words(n).Distinct(StringComparer.Ordinal).ToArray())]);

    // Years in brackets, as in "Military Forces of X (2011-)", tell governments apart, not sides.
    private static IEnumerable<string> Words(string name) =>
        name.Split([' ', '-', '/', ',', '(', ')', ':', '.', ';', '_', '\'', '"'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 2 && !w.All(char.IsAsciiDigit) && w is not ("the" or "and" or "for"));
}
