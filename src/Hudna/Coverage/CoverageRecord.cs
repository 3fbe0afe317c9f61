using System.Text.Json.Serialization;
using Hudna.Agreements;
using Hudna.Reading;

namespace Hudna.Coverage;

/// <summary>Where and when somebody looked, or was kept from looking. Without one, a quiet day is only a day that nobody saw.</summary>
/// <param name="Kind">What looked.</param>
/// <param name="Team">Whose: team, post or camera by name.</param>
/// <param name="Place">What was in sight.</param>
/// <param name="From">Begin, with offset.</param>
/// <param name="To">End, with offset; after <paramref name="From"/>.</param>
/// <param name="Access">Whether it could look.</param>
/// <param name="DeniedBy">Actor who kept it from looking; null when not told or when access was full.</param>
/// <param name="Note">What else to say; may be empty.</param>
public sealed record CoverageContent(
    CoverageKind Kind, string Team, CoveragePlace Place, DateTimeOffset From, DateTimeOffset To, CoverageAccess Access, string? DeniedBy, string Note);

/// <summary>What was in sight.</summary>
/// <param name="Name">As the record says it.</param>
/// <param name="PlaceId">Place of the gazetteer; null when not recognised.</param>
/// <param name="Province">Country and first-order division, as <c>SY/Idlib</c>.</param>
/// <param name="Center">Where it stood; null when all of the province was in sight.</param>
/// <param name="RadiusKm">How far it could see, in kilometres; null when not told.</param>
public sealed record CoveragePlace(string Name, string? PlaceId, string Province, Position? Center, double? RadiusKm);

/// <summary>A record of coverage as it stands.</summary>
/// <param name="Id"><c>v</c> and 16 hex digits over its first content.</param>
/// <param name="Content">What it says now.</param>
/// <param name="Withdrawn">Why it was withdrawn; null while it stands.</param>
/// <param name="Revision">1 when recorded, one more at each change.</param>
public sealed record CoverageRecord(string Id, CoverageContent Content, string? Withdrawn, int Revision);

/// <summary>What looks.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<CoverageKind>))]
public enum CoverageKind
{
    /// <summary>A patrol.</summary>
    Patrol,

    /// <summary>A fixed post.</summary>
    ObservationPost,

    /// <summary>A camera.</summary>
    Camera,

    /// <summary>An unmanned aircraft.</summary>
    Drone,
}

/// <summary>Whether it could look.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<CoverageAccess>))]
public enum CoverageAccess
{
    /// <summary>It could.</summary>
    Full,

    /// <summary>In part.</summary>
    Partial,

    /// <summary>It was kept from looking.</summary>
    Denied,

    /// <summary>It was out of order or without sight (power, fog).</summary>
    OutOfOrder,
}

/// <summary>What can be said of an area and a day.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<CoverageState>))]
public enum CoverageState
{
    /// <summary>Somebody looked.</summary>
    Observed,

    /// <summary>Somebody was to look and was kept from it all day.</summary>
    Denied,

    /// <summary>Nobody looked.</summary>
    NotObserved,
}
