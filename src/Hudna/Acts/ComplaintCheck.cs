using System.Globalization;
using Hudna.Agreements;
using Hudna.Rulings;

namespace Hudna.Acts;

/// <summary>Whether an act on a complaint may be appended. Pure; every store asks it before it appends.</summary>
public static class ComplaintCheck
{
    /// <summary>Longest summary, in UTF-16 code units.</summary>
    public const int SummaryLengthMax = 1000;

    /// <summary>What is wrong with an act on a complaint; null when nothing is.</summary>
    /// <param name="before">The complaint; null when there is none such.</param>
    /// <param name="ground">What it is judged by.</param>
    /// <param name="act">The act.</param>
    public static ActProblem? Problem(Complaint? before, ComplaintGround ground, Act act) => Persons.Only(act, "Complaints") ?? (before, act.Body) switch
    {
        (not null, ComplaintLodged) => ActProblem.Conflict($"Complaint {act.Subject} is already lodged, as number {before.Number}."),
        (null, ComplaintLodged lodged) => Lodged(ground, act, lodged),
        (null, _) => ActProblem.Invalid($"There is no complaint {act.Subject}."),
        (_, ComplaintMoved moved) => Moved(before, ground, act, moved),
        (_, ComplaintLinked linked) => Linked(before, ground, linked),
        _ => null,
    };

    private static ActProblem? Lodged(ComplaintGround ground, Act act, ComplaintLodged lodged)
    {
        ComplaintContent content = lodged.Content;
        Desk? desk = ground.Desks.FirstOrDefault(d => Same(d.Id, content.DeskId));
        return lodged.Number != ground.LastNumber + 1
                ? ActProblem.Conflict($"The next complaint's number is {ground.LastNumber + 1}, not {lodged.Number}: look again.")
            : desk is null ? ActProblem.Invalid($"desk_id: there is no desk {content.DeskId}")
            : content.At == default ? ActProblem.Invalid("at: a time is expected")
            : !desk.HasMember(act.By, AgreementDays.DayOf(ground.Agreement, content.At))
                ? ActProblem.Invalid($"by: {act.By} is no member of desk {desk.Id} on {Day(ground, content.At)}; its members lodge its complaints")
            : content.IncidentId is not null && !ground.HasIncident ? ActProblem.Invalid($"incident_id: there is no incident {content.IncidentId}")
            : content.ReportId is not null && !ground.HasReport ? ActProblem.Invalid($"report_id: there is no report {content.ReportId}")
            : string.IsNullOrWhiteSpace(content.Summary) || content.Summary.Length > SummaryLengthMax
                ? ActProblem.Invalid($"summary: 1 to {SummaryLengthMax} characters are expected, not {content.Summary.Length}")
            : null;
    }

    private static ActProblem? Moved(Complaint before, ComplaintGround ground, Act act, ComplaintMoved moved)
    {
        string name = $"Complaint {before.Number}";
        return moved.Revision != before.Revision ? ActProblem.Conflict(
                $"{name} is at revision {before.Revision} and the step was taken on revision {moved.Revision}: look at it again.")
            : before.Stage == ComplaintStage.Closed ? ActProblem.Invalid($"stage: {name} is closed")
            : moved.Stage != before.Stage + 1 && moved.Stage != ComplaintStage.Closed ? ActProblem.Invalid(
                $"stage: {name} stands at {Name(before.Stage)}; {Name(before.Stage + 1)} comes next, or closed with a note, not {Name(moved.Stage)}")
            : moved.Stage != before.Stage + 1 && string.IsNullOrWhiteSpace(moved.Note) ? ActProblem.Invalid($"note: why {name} is closed at {Name(before.Stage)} is expected")
            : moved.At < before.Steps[^1].At ? ActProblem.Invalid(
                $"at: {moved.At.ToString("O", CultureInfo.InvariantCulture)} is before the last step's {before.Steps[^1].At.ToString("O", CultureInfo.InvariantCulture)}")
            : FindingCheck.Note(moved.Note) is { } note ? ActProblem.Invalid(note)
            : !ground.Desks.Any(d => d.HasMember(act.By, AgreementDays.DayOf(ground.Agreement, moved.At))) ? ActProblem.Invalid(
                $"by: {act.By} is no member of any desk on {Day(ground, moved.At)}; members of desks move complaints")
            : Ruled(ground, name, moved.Stage);
    }

    private static ActProblem? Ruled(ComplaintGround ground, string name, ComplaintStage stage) => stage switch
    {
        ComplaintStage.Ruled when ground.Determination is null =>
            ActProblem.Invalid($"stage: {name} is ruled on by a determination on its incident, and there is none; link the incident, and have the commission decide"),
        ComplaintStage.PartyAsked when ground.Determination?.Content.Ruling != Ruling.Violation =>
            ActProblem.Invalid($"stage: the party is asked only after a determination of a violation, and {name} has none; close it with a note"),
        _ => null,
    };

    private static ActProblem? Linked(Complaint before, ComplaintGround ground, ComplaintLinked linked) =>
        !ground.HasIncident ? ActProblem.Invalid($"incident_id: there is no incident {linked.IncidentId}")
        : Same(before.Content.IncidentId, linked.IncidentId) ? ActProblem.Conflict($"Complaint {before.Number} is already linked to incident {linked.IncidentId}.")
        : before.Steps.Any(s => s.Stage == ComplaintStage.Ruled) ? ActProblem.Invalid(
            $"incident_id: complaint {before.Number} was ruled on with incident {before.Content.IncidentId}; lodge another for incident {linked.IncidentId}")
        : null;

    private static string Day(ComplaintGround ground, DateTimeOffset at) =>
        AgreementDays.DayOf(ground.Agreement, at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Name(ComplaintStage stage) => Reading.Wire.Name(stage);

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);
}

/// <summary>What an act on a complaint is judged by, as it stands before the act.</summary>
/// <param name="LastNumber">The highest number that a complaint has; 0 when there is none.</param>
/// <param name="Agreement">The agreement, whose zone tells the days; null when none was filed.</param>
/// <param name="Desks">All desks.</param>
/// <param name="HasIncident">Whether the incident that the act names is there.</param>
/// <param name="HasReport">Whether the report that the act names is there.</param>
/// <param name="Determination">The determination on the complaint's incident; null when there is none.</param>
public sealed record ComplaintGround(
    int LastNumber, Agreement? Agreement, IReadOnlyList<Desk> Desks, bool HasIncident, bool HasReport, Determination? Determination);
