using Hudna.Missions;

namespace Hudna.Rulings;

/// <summary>A desk: those who speak for one actor in the mechanism.</summary>
public sealed record Desk
{
    /// <summary>Short name: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>What it is.</summary>
    public required DeskRole Role { get; init; }

    /// <summary>Actor or state it speaks for; null for the secretariat.</summary>
    public string? ActorId { get; init; }

    /// <summary>Its people. Only they record findings for it.</summary>
    public IReadOnlyList<DeskMember> Members { get; init; } = [];

    /// <summary>1 when recorded, one more at each change.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>True when somebody is at the desk on a day; spaces around the name and case do not matter.</summary>
    public bool HasMember(string name, DateOnly day) => Members.Any(m => m.IsCalled(name) && m.Period.Holds(day));
}

/// <summary>A person at a desk.</summary>
/// <param name="Name">The name that stands as <c>By</c> on acts; compared without regard to case.</param>
/// <param name="Period">When at the desk.</param>
public sealed record DeskMember(string Name, Agreements.Period Period)
{
    /// <summary>True when a name is this person's; spaces around it and case do not matter.</summary>
    public bool IsCalled(string name) => string.Equals(Name.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase);
}
