using System.Text.Json.Serialization;
using Hudna.Reading;

namespace Hudna.Operations;

/// <summary>What an operation counts.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<OperationCategory>))]
public enum OperationCategory
{
    /// <summary>People, of whatever sort.</summary>
    People,

    /// <summary>Civilians.</summary>
    Civilians,

    /// <summary>Fighters.</summary>
    Fighters,

    /// <summary>Wounded and sick.</summary>
    Wounded,

    /// <summary>Families.</summary>
    Families,

    /// <summary>Prisoners, detainees, kidnapped.</summary>
    Prisoners,

    /// <summary>Bodies of the dead.</summary>
    Bodies,

    /// <summary>Trucks.</summary>
    Trucks,

    /// <summary>Buses.</summary>
    Buses,

    /// <summary>Tonnes of goods.</summary>
    Tonnes,
}

/// <summary>An evacuation, an aid convoy or an exchange of prisoners under a deal: what people recorded of it.</summary>
public sealed record Operation
{
    /// <summary><c>o</c> and 16 hex digits (see <see cref="OperationId"/>).</summary>
    public required string Id { get; init; }

    /// <summary>What was agreed.</summary>
    public required OperationPlan Plan { get; init; }

    /// <summary>Stages that people recorded, in order of number.</summary>
    public IReadOnlyList<OperationEntry> Stages { get; init; } = [];

    /// <summary>1 when planned, one more at each act on it.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Who recorded the plan as it stands.</summary>
    public required string PlannedBy { get; init; }

    /// <summary>When the plan was recorded as it stands.</summary>
    public required DateTimeOffset PlannedAt { get; init; }
}

/// <summary>What was agreed.</summary>
public sealed record OperationPlan
{
    /// <summary>What sort of operation.</summary>
    public required OperationType Type { get; init; }

    /// <summary>What people call it.</summary>
    public required OperationTitle Title { get; init; }

    /// <summary>Where people are brought out of, or aid leaves from.</summary>
    public required OperationPlace From { get; init; }

    /// <summary>Where to; null when not agreed or not known.</summary>
    public OperationPlace? To { get; init; }

    /// <summary>The route, in words; null when not told.</summary>
    public string? Route { get; init; }

    /// <summary>Who is brought out or helped.</summary>
    public IReadOnlyList<OperationActor> Who { get; init; } = [];

    /// <summary>Agreed numbers, each category at most once.</summary>
    public IReadOnlyList<AgreedNumber> Agreed { get; init; } = [];

    /// <summary>First day, in the mission's zone.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Last day, inclusive; null when open.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>The deal that it is under, in words; null when not told.</summary>
    public string? Deal { get; init; }

    /// <summary>Number of the provision of the agreement that it is under; null when under none.</summary>
    public string? Provision { get; init; }

    /// <summary>Who guarantees it.</summary>
    public IReadOnlyList<OperationActor> Guarantors { get; init; } = [];

    /// <summary>Who looks on.</summary>
    public IReadOnlyList<OperationActor> Observers { get; init; } = [];

    /// <summary>Ids of claims that belong to it, whatever their place and day.</summary>
    public IReadOnlyList<string> Pinned { get; init; } = [];

    /// <summary>Ids of claims that do not belong to it, whatever their place and day.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];
}

/// <summary>A title in one language at least.</summary>
/// <param name="En">English; null when there is none.</param>
/// <param name="Ar">Arabic; null when there is none.</param>
public sealed record OperationTitle(string? En, string? Ar);

/// <summary>A place of an operation.</summary>
/// <param name="Name">What the plan calls it.</param>
/// <param name="PlaceId">Id in the mission's places; null when not recognised.</param>
/// <param name="Lat">WGS 84 degrees north; null when not known.</param>
/// <param name="Lon">WGS 84 degrees east; null when not known.</param>
public sealed record OperationPlace(string Name, string? PlaceId, double? Lat, double? Lon);

/// <summary>Who has a part in an operation.</summary>
/// <param name="Name">In words.</param>
/// <param name="ActorId">Id in the mission's actors; null when not recognised.</param>
public sealed record OperationActor(string Name, string? ActorId);

/// <summary>How many were agreed on; at least one bound is given.</summary>
/// <param name="Category">Of what.</param>
/// <param name="Low">At least; null when no lower bound was agreed.</param>
/// <param name="High">At most; null when no upper bound was agreed.</param>
public sealed record AgreedNumber(OperationCategory Category, decimal? Low, decimal? High);

/// <summary>A stage that somebody recorded.</summary>
/// <param name="Number">1 for the first recorded, one more for each.</param>
/// <param name="Revision">1 when recorded, one more at each correction.</param>
/// <param name="Step">What happened.</param>
/// <param name="By">Who recorded it as it stands.</param>
/// <param name="At">When it was recorded.</param>
public sealed record OperationEntry(int Number, int Revision, OperationStep Step, string By, DateTimeOffset At);

/// <summary>How far an operation was at a time.</summary>
/// <param name="Stage">How far.</param>
/// <param name="On">Day, in the mission's zone.</param>
/// <param name="Time">Time of day in the mission's zone; null when not known.</param>
/// <param name="Note">In words; may be empty.</param>
/// <param name="Counts">What was counted, each by a named source; never to be added up.</param>
/// <param name="Incident">Number of the incident that obstructed it; null unless obstructed.</param>
public sealed record OperationStep(
    OperationStage Stage, DateOnly On, TimeOnly? Time, string Note, IReadOnlyList<OperationCount> Counts, int? Incident);

/// <summary>What one source counted; at least one bound is given.</summary>
/// <param name="Category">Of what.</param>
/// <param name="Low">At least; null when not told.</param>
/// <param name="High">At most; null when not told.</param>
/// <param name="Source">Who counted: an outlet, a team or a desk.</param>
public sealed record OperationCount(OperationCategory Category, decimal? Low, decimal? High, string Source);
