using Hudna.Importing;

namespace Hudna.Acts;

/// <summary>A mapping in the record.</summary>
/// <param name="Id">As <see cref="MappingJson.IdOf"/>.</param>
/// <param name="Mapping">The mapping.</param>
/// <param name="Own">True when a person made or changed it.</param>
/// <param name="KeptAct">Sequence number of the act that kept it last: later ones go before earlier ones.</param>
/// <param name="By">Who kept it.</param>
/// <param name="At">When.</param>
/// <param name="Withdrawn">Why it is no longer used; null while it is.</param>
public sealed record KeptMapping(string Id, Mapping Mapping, bool Own, long KeptAct, string By, DateTimeOffset At, string? Withdrawn);

/// <summary>A mapping's state as the fold of the acts on it, and whether an act may be appended.</summary>
public static class MappingState
{
    /// <summary>True when such an act is about a mapping.</summary>
    public static bool Takes(ActBody body) => body is MappingKept or MappingWithdrawn;

    /// <summary>The mapping after an act.</summary>
    /// <exception cref="InvalidActException">The act cannot follow on that state.</exception>
    public static KeptMapping Apply(KeptMapping? before, Act act) => (before, act.Body) switch
    {
        (_, MappingKept kept) => new KeptMapping(act.Subject, kept.Mapping, kept.Own || before?.Own is true, act.Sequence, act.By, act.At, null),
        ({ } mapping, MappingWithdrawn withdrawn) => mapping with { Withdrawn = withdrawn.Reason },
        _ => throw InvalidActException.OutOfOrder(act, before is not null),
    };

    /// <summary>What is wrong with an act on a mapping; null when nothing is. One that is kept can be kept again: by a person in place of the
    /// program, under another name, or after it was withdrawn.</summary>
    public static ActProblem? Problem(KeptMapping? before, Act act) => (before, act.Body) switch
    {
        (_, MappingKept kept) when MappingCheck.Problem(kept.Mapping) is { } problem => ActProblem.Invalid(problem),
        (_, MappingKept kept) when !string.Equals(act.Subject, MappingJson.IdOf(kept.Mapping), StringComparison.Ordinal) =>
            ActProblem.Invalid($"subject: the mapping's id is {MappingJson.IdOf(kept.Mapping)}, not {act.Subject}"),
        ({ Withdrawn: null } same, MappingKept kept) when (same.Own || !kept.Own) && string.Equals(same.Mapping.Name, kept.Mapping.Name, StringComparison.Ordinal) =>
            ActProblem.Conflict($"Mapping {act.Subject} is kept already."),
        (null, MappingWithdrawn) => ActProblem.Invalid($"There is no mapping {act.Subject}."),
        ({ Withdrawn: not null }, MappingWithdrawn) => ActProblem.Conflict($"Mapping {act.Subject} is withdrawn already."),
        (_, MappingWithdrawn { Reason.Length: > 2_000 }) => ActProblem.Invalid("reason: at most 2000 characters are expected"),
        _ => null,
    };
}
