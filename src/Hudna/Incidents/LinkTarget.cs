using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>An incident that a claim may belong to.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Number">What people call it by.</param>
/// <param name="Claims">The claims linked to it, rejected ones too.</param>
public sealed record LinkTarget(string IncidentId, int Number, IReadOnlyList<Claim> Claims);

/// <summary>Where to look for incidents that a claim may belong to.</summary>
/// <param name="Type">Event type.</param>
/// <param name="First">First day, inclusive.</param>
/// <param name="Last">Last day, inclusive.</param>
/// <param name="PlaceId">Claims at this place count; null when the claim's place is not recognised.</param>
/// <param name="South">Claims inside this box of WGS 84 degrees count too; null when the claim has no coordinates.</param>
/// <param name="West">Western bound.</param>
/// <param name="North">Northern bound.</param>
/// <param name="East">Eastern bound.</param>
public sealed record LinkArea(
    EventType Type, DateOnly First, DateOnly Last, string? PlaceId, double? South, double? West, double? North, double? East);
