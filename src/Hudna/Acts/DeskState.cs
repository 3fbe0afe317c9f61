using Hudna.Rulings;

namespace Hudna.Acts;

/// <summary>A desk's state as the fold of the acts on it.</summary>
public static class DeskState
{
    /// <summary>True when such an act is about a desk.</summary>
    public static bool Takes(ActBody body) => body is DeskRecorded;

    /// <summary>The desk after an act.</summary>
    /// <param name="before">The desk before it; null before it was recorded.</param>
    /// <param name="act">An act whose subject is the desk.</param>
    /// <exception cref="InvalidActException">The act is none on a desk.</exception>
    public static Desk Apply(Desk? before, Act act) => act.Body is not DeskRecorded recorded
        ? throw InvalidActException.OutOfOrder(act, before is not null)
        : new Desk
        {
            Id = act.Subject,
            Name = recorded.Name,
            Role = recorded.Role,
            ActorId = recorded.ActorId,
            Members = recorded.Members,
            Revision = (before?.Revision ?? 0) + 1,
        };
}
