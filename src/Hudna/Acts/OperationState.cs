using Hudna.Operations;

namespace Hudna.Acts;

/// <summary>An operation's state as the fold of the acts on it.</summary>
public static class OperationState
{
    /// <summary>True when such an act is about an operation.</summary>
    public static bool Takes(ActBody body) => body is OperationPlanned or OperationStageRecorded;

    /// <summary>The operation after an act.</summary>
    /// <param name="before">The operation before it; null before it was planned.</param>
    /// <param name="act">An act whose subject is the operation.</param>
    /// <exception cref="InvalidActException">The act cannot follow on that state.</exception>
    public static Operation Apply(Operation? before, Act act) => (before, act.Body) switch
    {
        (null, OperationPlanned planned) => new Operation { Id = act.Subject, Plan = planned.Plan, PlannedBy = act.By, PlannedAt = act.At },
        ({ } operation, OperationPlanned planned) => operation with
        {
            Plan = planned.Plan,
            PlannedBy = act.By,
            PlannedAt = act.At,
            Revision = operation.Revision + 1,
        },
        ({ } operation, OperationStageRecorded recorded) => operation with
        {
            Stages = WithStage(operation.Stages, act, recorded),
            Revision = operation.Revision + 1,
        },
        _ => throw InvalidActException.OutOfOrder(act, before is not null),
    };

    private static OperationEntry[] WithStage(IReadOnlyList<OperationEntry> stages, Act act, OperationStageRecorded recorded)
    {
        OperationEntry? corrected = stages.FirstOrDefault(s => s.Number == recorded.Number);
        var entry = new OperationEntry(recorded.Number, (corrected?.Revision ?? 0) + 1, recorded.Step, act.By, act.At);
        return [.. stages.Where(s => s.Number != recorded.Number).Append(entry).OrderBy(s => s.Number)];
    }
}
