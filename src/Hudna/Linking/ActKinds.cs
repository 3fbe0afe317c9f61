using System.Collections.Concurrent;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Linking;

/// <summary>Compares acts that sources code in schemes of their own, by the PLOVER act each is nearest to. Data: <c>acts.tsv</c>.
/// Safe to use from several threads.</summary>
internal static class ActKinds
{
    private const string File = "acts.tsv";

    // Witnesses take a shell for a bomb, and an attack in a fight for the fight: only these modes are things of their own.
    private static readonly HashSet<string> Apart = new(StringComparer.Ordinal) { "abduct", "sexual", "crowd-control", "torture" };

    // Sources tell the modes of these apart by what they saw; those of all others are acts of their own: who withdraws does not open a road.
    private static readonly HashSet<string> MixedUp = new(StringComparer.Ordinal) { "assault", "protest" };

    private static readonly HashSet<string> Types = [.. Enum.GetValues<EventType>().Select(t => Wire.Name(t).ToLowerInvariant())];

    private static readonly (string[][] Words, Kind Kind)[] Rows = [.. EmbeddedTable.Rows(File, 3, "Linking").Select(r =>
        (r.Cells[0].Split('|').Select(w => SearchFold.Of(w).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)).ToArray(),
            new Kind(r.Cells[1].ToLowerInvariant(), r.Cells[2] == "-" ? null : r.Cells[2])))];

    private static readonly ConcurrentDictionary<string, Kind?> Known = new(StringComparer.Ordinal);

    /// <summary>How two acts stand to one another; unknown when one is in no scheme that is known, unless the words are the same.</summary>
    /// <param name="a">Words, folded as for search.</param>
    /// <param name="b">Others.</param>
    public static Relation Relate(string a, string b)
    {
        if (Of(a) is not { } one || Of(b) is not { } other)
        {
            return Of(a) is null && Of(b) is null ? Relation.Different : Relation.Unknown;
        }

        if (one == other)
        {
            return Relation.Same;
        }

        return one.Type == other.Type && one.Mode is not null && other.Mode is not null && !MixedUp.Contains(one.Type) ? Relation.Different
            : one.Type == other.Type
            ? one.Mode is null || other.Mode is null || Apart.Contains(one.Mode) == Apart.Contains(other.Mode) || Either(one, other, "civilians", "battle")
                ? Relation.Related
                : Relation.Different
            : Pair(one, other, "assault", null, "coerce", "seize") || Pair(one, other, "assault", "crowd-control", "protest", null)
                || Pair(one, other, "assault", "civilians", "protest", "riot") || Pair(one, other, "assault", "abduct", "coerce", "arrest")
                ? Relation.Related
                : Relation.Different;
    }

    private static bool Either(Kind a, Kind b, params ReadOnlySpan<string> modes)
    {
        foreach (string mode in modes)
        {
            if (a.Mode == mode || b.Mode == mode)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Pair(Kind a, Kind b, string type, string? mode, string otherType, string? otherMode) =>
        (Is(a, type, mode) && Is(b, otherType, otherMode)) || (Is(b, type, mode) && Is(a, otherType, otherMode));

    private static bool Is(Kind kind, string type, string? mode) => kind.Type == type && (mode is null || kind.Mode == mode);

    private static Kind? Of(string act)
    {
        return Known.GetOrAdd(act, static a =>
        {
            string[] words = a.Split([' ', '-', '/', ',', '(', ')', '_'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && Types.Contains(words[0]))
            {
                int blank = a.IndexOf(' ', StringComparison.Ordinal);
                return new Kind(words[0], blank < 0 ? null : a[(blank + 1)..]);
            }

            foreach ((string[][] alternatives, Kind kind) in Rows)
            {
                if (Array.Exists(alternatives, all => Array.TrueForAll(all, w => Array.Exists(words, word => word.StartsWith(w, StringComparison.Ordinal)))))
                {
                    return kind;
                }
            }

            return (Kind?)null;
        });
    }

    private readonly record struct Kind(string Type, string? Mode);
}
