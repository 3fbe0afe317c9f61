using Hudna.Rulings;

namespace Hudna.Acts;

/// <summary>A complaint's state as the fold of the acts on it.</summary>
public static class ComplaintState
{
    /// <summary>True when such an act is about a complaint.</summary>
    public static bool Takes(ActBody body) => body is ComplaintLodged or ComplaintMoved or ComplaintLinked;

    /// <summary>The complaint after an act.</summary>
    /// <param name="before">The complaint before it; null before it was lodged.</param>
    /// <param name="act">An act whose subject is the complaint.</param>
    /// <exception cref="InvalidActException">The act cannot follow on that state.</exception>
    public static Complaint Apply(Complaint? before, Act act) => (before, act.Body) switch
    {
        (null, ComplaintLodged lodged) => new Complaint
        {
            Id = act.Subject,
            Number = lodged.Number,
            Content = lodged.Content,
            Steps = [new ComplaintStep(ComplaintStage.Lodged, lodged.Content.At, act.By, string.Empty)],
        },
        ({ } complaint, ComplaintMoved moved) => complaint with
        {
            Steps = [.. complaint.Steps, new ComplaintStep(moved.Stage, moved.At, act.By, moved.Note)],
        },
        ({ } complaint, ComplaintLinked linked) => complaint with { Content = complaint.Content with { IncidentId = linked.IncidentId } },
        _ => throw InvalidActException.OutOfOrder(act, before is not null),
    };
}
