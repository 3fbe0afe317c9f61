using System.Globalization;
using Hudna.Corroboration;

namespace Hudna.Acts;

/// <summary>Whether a grade may be appended. Pure; every store asks it before it appends.</summary>
public static class GradingCheck
{
    /// <summary>Characters of a reason at most.</summary>
    public const int ReasonLengthMax = 2_000;

    /// <summary>What is wrong with a grade; null when nothing is.</summary>
    /// <param name="before">The grades so far; null before the first.</param>
    /// <param name="exists">Whether there is such a source, or incident.</param>
    /// <param name="act">The act.</param>
    public static ActProblem? Problem(GradeHistory? before, bool exists, Act act) => act.Body switch
    {
        SourceGraded graded => Persons.Only(act, "grades of sources")
            ?? (exists ? null : ActProblem.Invalid($"There is no source {act.Subject}."))
            ?? (Enum.IsDefined(graded.Grade) ? null : ActProblem.Invalid("grade: A to F is expected"))
            ?? Reason(graded.Reason) ?? Revision(before, act.Subject, graded.Revision),
        CredibilitySet set => Persons.Only(act, "credibilities")
            ?? (exists ? null : ActProblem.Invalid($"There is no incident {act.Subject}."))
            ?? (set.Grade is null or (>= 1 and <= CredibilityRule.CannotBeJudged) ? null : ActProblem.Invalid("grade: 1 to 6 is expected, or none to let the rule's proposal hold"))
            ?? (set.Grade is null && before?.Grade is null ? ActProblem.Invalid("grade: nobody has set one that could be taken back") : null)
            ?? Reason(set.Reason) ?? Revision(before, act.Subject, set.Revision),
        _ => null,
    };

    private static ActProblem? Reason(string reason) => string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonLengthMax
        ? ActProblem.Invalid($"reason: why, in 1 to {ReasonLengthMax} characters, is expected") : null;

    private static ActProblem? Revision(GradeHistory? before, string id, int seen) => seen == (before?.Revision ?? 0) ? null : ActProblem.Conflict(string.Create(
        CultureInfo.InvariantCulture, $"The grades of {id} are at revision {before?.Revision ?? 0} and this was written on revision {seen}: look at them again."));
}
