using Hudna.Operations;
using Hudna.Reading;

namespace Hudna.Acts;

/// <summary>Whether an act on an operation may be appended. Pure; every store asks it before it appends.</summary>
public static class OperationCheck
{
    /// <summary>Characters of a name at most.</summary>
    public const int NameLengthMax = 300;

    /// <summary>Characters of a note, a route or the words of a deal at most.</summary>
    public const int NoteLengthMax = 2_000;

    /// <summary>Entries of a list at most.</summary>
    public const int ListLengthMax = 200;

    /// <summary>What is wrong with an act on an operation; null when nothing is.</summary>
    /// <param name="before">The operation; null when there is none such.</param>
    /// <param name="hasIncident">Whether there is an incident of a number.</param>
    /// <param name="act">The act.</param>
    public static ActProblem? Problem(Operation? before, Func<int, bool> hasIncident, Act act) => Persons.Only(act, "Operations") ?? act.Body switch
    {
        OperationPlanned planned => Revision(before, act.Subject, planned.Revision) ?? Invalid(Plan(planned.Plan)),
        OperationStageRecorded when before is null => ActProblem.Invalid($"There is no operation {act.Subject}."),
        OperationStageRecorded recorded => Revision(before, act.Subject, recorded.Revision)
            ?? (recorded.Number < 1 || recorded.Number > before.Stages.Count + 1
                ? ActProblem.Conflict($"The next stage's number is {before.Stages.Count + 1}, not {recorded.Number}: look at it again.") : null)
            ?? Invalid(Step(recorded.Step, hasIncident)),
        _ => null,
    };

    private static ActProblem? Revision(Operation? before, string id, int seen) => seen == (before?.Revision ?? 0) ? null
        : ActProblem.Conflict($"Operation {id} is at revision {before?.Revision ?? 0} and this was written on revision {seen}: look at it again.");

    private static string? Plan(OperationPlan plan) =>
        plan.Title is { En: null, Ar: null } ? "title: a title in English or Arabic is expected"
        : Name("title", plan.Title.En) ?? Name("title", plan.Title.Ar) ?? Place("from", plan.From) ?? (plan.To is { } to ? Place("to", to) : null)
        ?? Note("route", plan.Route) ?? Note("deal", plan.Deal) ?? Name("provision", plan.Provision)
        ?? (plan.First == default ? "first: the first day is expected" : plan.Last < plan.First ? "last: the first day or a later one is expected" : null)
        ?? Numbers(plan.Agreed) ?? Actors("who", plan.Who) ?? Actors("guarantors", plan.Guarantors) ?? Actors("observers", plan.Observers)
        ?? Claims(plan);

    private static string? Numbers(IReadOnlyList<AgreedNumber> agreed) =>
        agreed.Select(a => a.Category).Distinct().Count() != agreed.Count ? "agreed: each category once is expected"
        : agreed.Select(a => Bounds("agreed", a.Low, a.High)).FirstOrDefault(p => p is not null);

    private static string? Claims(OperationPlan plan) =>
        plan.Pinned.Count > ListLengthMax || plan.Excluded.Count > ListLengthMax ? $"pinned: at most {ListLengthMax} claims are expected"
        : plan.Pinned.Concat(plan.Excluded).Any(string.IsNullOrWhiteSpace) ? "pinned: ids of claims are expected"
        : plan.Pinned.Intersect(plan.Excluded, StringComparer.Ordinal).FirstOrDefault() is { } both
            ? $"excluded: claim {both} is pinned; one of both is expected" : null;

    private static string? Step(OperationStep step, Func<int, bool> hasIncident) =>
        step.On == default ? "on: the day is expected"
        : step.Counts.Count > ListLengthMax ? $"counts: at most {ListLengthMax} are expected"
        : step.Incident is not null && step.Stage != OperationStage.Obstructed ? "incident: only what is obstructed has one"
        : step.Incident is { } number && !hasIncident(number) ? $"incident: there is no incident {number}"
        : Note("note", step.Note)
            ?? step.Counts.Select(c => Bounds("counts", c.Low, c.High) ?? (string.IsNullOrWhiteSpace(c.Source) ? "counts: who counted is expected" : Name("counts", c.Source)))
                .FirstOrDefault(p => p is not null);

    private static string? Bounds(string field, decimal? low, decimal? high) =>
        low is null && high is null ? $"{field}: a number is expected"
        : low < 0 || high < 0 ? $"{field}: 0 or more is expected"
        : low > high ? $"{field}: a lower bound not above the upper one is expected" : null;

    private static string? Place(string field, OperationPlace place) =>
        string.IsNullOrWhiteSpace(place.Name) ? $"{field}: a place is expected"
        : place is { Lat: not (null or (>= -90 and <= 90)) } or { Lon: not (null or (>= -180 and <= 180)) } ? $"{field}: WGS 84 degrees are expected"
        : place.Lat is null != place.Lon is null ? $"{field}: both degrees or none are expected"
        : Name(field, place.Name);

    private static string? Actors(string field, IReadOnlyList<OperationActor> actors) =>
        actors.Count > ListLengthMax ? $"{field}: at most {ListLengthMax} are expected"
        : actors.Select(a => string.IsNullOrWhiteSpace(a.Name) ? $"{field}: a name is expected" : Name(field, a.Name)).FirstOrDefault(p => p is not null);

    private static string? Name(string field, string? text) => Text(field, text, NameLengthMax);

    private static string? Note(string field, string? text) => Text(field, text, NoteLengthMax);

    private static string? Text(string field, string? text, int max) => text?.Length > max ? $"{field}: at most {max} characters are expected" : null;

    private static ActProblem? Invalid(string? problem) => problem is null ? null : ActProblem.Invalid(problem);
}
