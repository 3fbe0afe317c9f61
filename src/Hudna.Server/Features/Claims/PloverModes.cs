using Hudna.Reading;

namespace Hudna.Server.Features.Claims;

/// <summary>The modes of PLOVER 2.0 by event type, as the reading contract lists them.</summary>
internal static class PloverModes
{
    private static readonly string[] Demand = ["assist", "change", "yield", "meet"];

    public static IReadOnlyDictionary<EventType, IReadOnlyList<string>> ByType { get; } = new Dictionary<EventType, IReadOnlyList<string>>
    {
        [EventType.Consult] = ["visit", "third-party", "multilateral", "phone"],
        [EventType.Retreat] = ["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
        [EventType.Request] = Demand,
        [EventType.Reject] = Demand,
        [EventType.Accuse] = ["disapprove", "investigate", "allege"],
        [EventType.Threaten] = ["restrict", "arrest", "relations", "expel", "territory", "violence"],
        [EventType.Protest] = ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
        [EventType.Sanction] = ["convict", "expel", "withdraw", "discontinue"],
        [EventType.Mobilize] = ["troops", "weapons", "police", "militia"],
        [EventType.Coerce] = ["seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"],
        [EventType.Assault] =
        [
            "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial",
            "drone", "heavy-weapons", "crowd-control", "unconventional",
        ],
    };
}
