namespace Hudna.Reading;

/// <summary>The modes of PLOVER 2.0's event types (openeventdata/PLOVER), as the reading contract lists them.</summary>
public static class PloverModes
{
    private static readonly Dictionary<EventType, string[]> s_modes = new()
    {
        [EventType.Consult] = ["visit", "third-party", "multilateral", "phone"],
        [EventType.Retreat] = ["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
        [EventType.Request] = ["assist", "change", "yield", "meet"],
        [EventType.Reject] = ["assist", "change", "yield", "meet"],
        [EventType.Accuse] = ["disapprove", "investigate", "allege"],
        [EventType.Threaten] = ["restrict", "arrest", "relations", "expel", "territory", "violence"],
        [EventType.Protest] = ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
        [EventType.Sanction] = ["convict", "expel", "withdraw", "discontinue"],
        [EventType.Mobilize] = ["troops", "weapons", "police", "militia"],
        [EventType.Coerce] =
        [
            "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber",
        ],
        [EventType.Assault] =
        [
            "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial",
            "drone", "heavy-weapons", "crowd-control", "unconventional",
        ],
    };

    /// <summary>The modes of a type, in the codebook's order; empty for a type without modes.</summary>
    public static IReadOnlyList<string> Of(EventType type) => s_modes.GetValueOrDefault(type) ?? [];

    /// <summary>True when the type has the mode.</summary>
    public static bool Has(EventType type, string mode) => Of(type).Contains(mode, StringComparer.Ordinal);
}
