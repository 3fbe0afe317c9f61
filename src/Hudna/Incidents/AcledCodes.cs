using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>What an ACLED sub-event type is in PLOVER 2.0. Data and source: <c>acled-plover.tsv</c>.</summary>
internal static class AcledCodes
{
    private const string File = "acled-plover.tsv";

    private static readonly Dictionary<string, (EventType? Type, string? Mode)> Codes = EmbeddedTable.Rows(File, 4).ToDictionary(
        r => r.Cells[0],
        r => Code(File, r.Line, r.Cells[1], r.Cells[2]),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The sub-event types, in the table's order.</summary>
    public static IEnumerable<string> Names => Codes.Keys;

    /// <summary>The type and mode of a sub-event; the type is null for one that PLOVER does not have. False for an unknown name.</summary>
    public static bool TryGet(string subEvent, out EventType? type, out string? mode)
    {
        bool known = Codes.TryGetValue(subEvent, out (EventType? Type, string? Mode) code);
        (type, mode) = code;
        return known;
    }

    /// <summary>Type and mode as such tables write them, "-" for none.</summary>
    internal static (EventType? Type, string? Mode) Code(string file, int line, string type, string mode)
    {
        EventType? parsed = type is "-" ? null : Wire.Parse<EventType>(type) ?? throw new DataFileException(file, line, $"{type} is no event type");
        string? told = mode is "-" ? null : mode;
        return parsed is null || EventModes.Allows(parsed.Value, told)
            ? (parsed, told) : throw new DataFileException(file, line, $"{mode} is no mode of {type}");
    }
}
