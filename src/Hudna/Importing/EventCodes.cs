using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Importing;

/// <summary>What event types of other schemes are in PLOVER 2.0. Data and sources: <c>acled-plover.tsv</c>, <c>ucdp-plover.tsv</c>,
/// <c>osce-plover.tsv</c>.</summary>
internal static class EventCodes
{
    private static readonly Dictionary<string, IReadOnlyList<(string Pattern, EventType? Type, string? Mode)>> Tables = new(StringComparer.Ordinal)
    {
        ["ucdp"] = Load("ucdp-plover.tsv"),
        ["osce"] = Load("osce-plover.tsv"),
    };

    /// <summary>The schemes.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["acled", .. Tables.Keys];

    /// <summary>The names of a scheme, for messages.</summary>
    public static IEnumerable<string> NamesOf(string scheme) =>
        Tables.TryGetValue(scheme, out var table) ? table.Select(r => r.Pattern) : AcledCodes.Names;

    /// <summary>The type and mode of a name, in any case; the type is null for one that PLOVER does not have. False for an unknown name.</summary>
    public static bool TryGet(string scheme, string name, out EventType? type, out string? mode)
    {
        if (!Tables.TryGetValue(scheme, out var table))
        {
            return AcledCodes.TryGet(name, out type, out mode);
        }

        foreach ((string pattern, EventType? itsType, string? itsMode) in table)
        {
            if (CellPattern.Fits(pattern, name))
            {
                (type, mode) = (itsType, itsMode);
                return true;
            }
        }

        (type, mode) = (null, null);
        return false;
    }

    private static IReadOnlyList<(string Pattern, EventType? Type, string? Mode)> Load(string file) =>
        [.. EmbeddedTable.Rows(file, 4, "Importing").Select(r => (r.Cells[0], AcledCodes.Code(file, r.Line, r.Cells[1], r.Cells[2]))).Select(r => (r.Item1, r.Item2.Type, r.Item2.Mode))];
}

/// <summary>Whether a cell is what a table or a mapping lists: the same words in any case, with <c>*</c> at either end for "anything".</summary>
internal static class CellPattern
{
    public static bool Fits(string pattern, string cell)
    {
        ReadOnlySpan<char> words = pattern.AsSpan().Trim('*');
        ReadOnlySpan<char> told = cell.AsSpan().Trim();
        return (pattern.StartsWith('*'), pattern.EndsWith('*')) switch
        {
            (true, true) => told.Contains(words, StringComparison.OrdinalIgnoreCase),
            (true, false) => told.EndsWith(words, StringComparison.OrdinalIgnoreCase),
            (false, true) => told.StartsWith(words, StringComparison.OrdinalIgnoreCase),
            _ => told.Equals(words, StringComparison.OrdinalIgnoreCase),
        };
    }
}
