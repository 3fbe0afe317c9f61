using Hudna.Coverage;

namespace Hudna.Acts;

/// <summary>The state of a record of coverage as the fold of the acts on it.</summary>
public static class CoverageRecordState
{
    /// <summary>True when such an act is about a record of coverage.</summary>
    public static bool Takes(ActBody body) => body is CoverageRecorded or CoverageWithdrawn;

    /// <summary>The record after an act. What was withdrawn stands again when it is recorded again.</summary>
    /// <param name="before">The record before it; null before it was recorded.</param>
    /// <param name="act">An act whose subject is the record.</param>
    /// <exception cref="InvalidActException">The act cannot follow on that state.</exception>
    public static CoverageRecord Apply(CoverageRecord? before, Act act) => (before, act.Body) switch
    {
        (_, CoverageRecorded recorded) => new CoverageRecord(act.Subject, recorded.Content, null, (before?.Revision ?? 0) + 1),
        ({ } record, CoverageWithdrawn withdrawn) => record with { Withdrawn = withdrawn.Reason, Revision = record.Revision + 1 },
        _ => throw InvalidActException.OutOfOrder(act, before is not null),
    };
}
