using Hudna.Agreements;

namespace Hudna.Rulings;

/// <summary>The agreement's clock over a complaint: each stage has its time, counted from the moment the stage before it was reached,
/// by the commission in office on the day (in the agreement's zone) of that moment.</summary>
public static class ComplaintClock
{
    /// <summary>When the next stage is due; null when the complaint is closed or the next stage has no deadline.</summary>
    public static DateTimeOffset? DueAt(Complaint complaint, Agreement agreement) =>
        complaint.Stage == ComplaintStage.Closed ? null : DueAt(complaint.Stage + 1, complaint.Steps[^1], agreement);

    /// <summary>True when the next stage was due before a moment.</summary>
    public static bool IsOverdue(Complaint complaint, Agreement agreement, DateTimeOffset now) => DueAt(complaint, agreement) < now;

    /// <summary>Every stage in order. A stage that was passed over has neither a step nor a time.</summary>
    public static IReadOnlyList<ChainStage> Chain(Complaint complaint, Agreement agreement)
    {
        var chain = new List<ChainStage>();
        ComplaintStep? before = null;
        foreach (ComplaintStage stage in Enum.GetValues<ComplaintStage>())
        {
            ComplaintStep? step = complaint.Steps.FirstOrDefault(s => s.Stage == stage);
            bool isWaitedFor = before is not null && (step is not null || complaint.Stage != ComplaintStage.Closed);
            DateTimeOffset? due = isWaitedFor ? DueAt(stage, before!, agreement) : null;
            chain.Add(new ChainStage(stage, step, due, step?.At - due is { } late && late > TimeSpan.Zero ? late : null));
            before = step;
        }

        return chain;
    }

    private static DateTimeOffset? DueAt(ComplaintStage stage, ComplaintStep before, Agreement agreement)
    {
        Commission? commission = agreement.CommissionOn(AgreementDays.DayOf(agreement, before.At));
        return commission?.Deadlines.FirstOrDefault(d => d.Stage == stage) is { } deadline ? before.At.AddHours(deadline.Hours) : null;
    }
}

/// <summary>A stage of a complaint's chain.</summary>
/// <param name="Stage">Which.</param>
/// <param name="Step">When and by whom it was reached; null when it was not.</param>
/// <param name="DueAt">When it is, or was, due; null when it has no deadline or the stage before it was not reached.</param>
/// <param name="LateBy">By how much it was reached too late; null when in time, or not reached.</param>
public sealed record ChainStage(ComplaintStage Stage, ComplaintStep? Step, DateTimeOffset? DueAt, TimeSpan? LateBy)
{
    /// <summary>Full hours by which it was reached too late; null when in time, or not reached.</summary>
    public int? LateHours => LateBy is { } late ? (int)Math.Floor(late.TotalHours) : null;
}
