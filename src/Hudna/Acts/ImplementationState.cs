using Hudna.Commitments;

namespace Hudna.Acts;

/// <summary>The ratings of a commitment as the fold of the acts on it.</summary>
public static class ImplementationState
{
    /// <summary>True when such an act is about how far a commitment was carried out.</summary>
    public static bool Takes(ActBody body) => body is ImplementationRated;

    /// <summary>The ratings after an act.</summary>
    /// <param name="before">The ratings before it; null before the first.</param>
    /// <param name="act">An act whose subject is the commitment.</param>
    /// <exception cref="InvalidActException">The act cannot follow on that state.</exception>
    public static ImplementationRecord Apply(ImplementationRecord? before, Act act) => act.Body switch
    {
        ImplementationRated rated => new ImplementationRecord(
            act.Subject,
            [.. before?.Ratings ?? [], new ImplementationRating(rated.Level, rated.On, rated.Evidence, rated.Note, act.By, act.At)],
            (before?.Revision ?? 0) + 1),
        _ => throw InvalidActException.OutOfOrder(act, before is not null),
    };
}
