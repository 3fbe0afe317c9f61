using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>The modes that PLOVER 2.0 gives each event type. Data: <c>plover-modes.tsv</c>.</summary>
public static class EventModes
{
    private static readonly Dictionary<EventType, IReadOnlyList<string>> ByType = Load();

    /// <summary>The modes of a type, in PLOVER's order; empty for a type that has none.</summary>
    public static IReadOnlyList<string> Of(EventType type) => ByType.GetValueOrDefault(type, []);

    /// <summary>True when the type has such a mode; null, "not told", is always allowed.</summary>
    public static bool Allows(EventType type, string? mode) => mode is null || Of(type).Contains(mode, StringComparer.Ordinal);

    private static Dictionary<EventType, IReadOnlyList<string>> Load() => EmbeddedTable.Rows("plover-modes.tsv", 2).ToDictionary(
        r => Wire.Parse<EventType>(r.Cells[0])
            ?? throw new DataFileException("plover-modes.tsv", r.Line, $"{r.Cells[0]} is no event type"),
        r => (IReadOnlyList<string>)r.Cells[1].Split(' '));
}
