using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>Which acts make incidents, and which two acts may be one happening told in different words.</summary>
internal static class ActPairs
{
    // PLOVER's material types, less SANCTION and COOPERATE: acts of offices, whose place is where an office sits or met.
    private static readonly HashSet<EventType> OnTheGround =
        [EventType.Assault, EventType.Coerce, EventType.Mobilize, EventType.Protest, EventType.Retreat, EventType.Aid];

    // Witnesses take a shell for a bomb and a car bomb for a suicide attack; nobody takes them for an abduction.
    private static readonly HashSet<string> Blasts = new(StringComparer.Ordinal)
    {
        "aerial", "drone", "heavy-weapons", "explosives", "suicide-attack", "destroy", "unconventional",
    };

    public static bool IsOnTheGround(EventType type) => OnTheGround.Contains(type);

    /// <summary>3 the same mode, 2 one mode not told, 1 modes that sources mix up; null when the acts differ. ASSAULT with a mode goes
    /// with ASSAULT without one: قصف and مقتل of one sentence are one happening.</summary>
    public static int? Score(ClaimContent a, ClaimContent b) =>
        a.Type is null || a.Type != b.Type ? null
        : a.Mode is null || b.Mode is null ? 2
        : string.Equals(a.Mode, b.Mode, StringComparison.Ordinal) ? 3
        : a.Type == EventType.Assault && Blasts.Contains(a.Mode) && Blasts.Contains(b.Mode) ? 1
        : null;

    public static string Print(ClaimContent content) =>
        content.Mode is null ? Wire.Name(content.Type!.Value) : $"{Wire.Name(content.Type!.Value)} {content.Mode}";
}
