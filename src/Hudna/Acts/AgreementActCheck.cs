using System.Globalization;
using Hudna.Agreements;

namespace Hudna.Acts;

/// <summary>Whether an act on the agreement may be appended. Pure; every store asks it before it appends.</summary>
public static class AgreementActCheck
{
    /// <summary>What is wrong with an act on the agreement; null when nothing is.</summary>
    /// <param name="before">The record's agreement; null when none was filed.</param>
    /// <param name="hasOriginal">For a file: true when its bytes were handed in.</param>
    /// <param name="act">The act.</param>
    public static ActProblem? Problem(AgreementState? before, bool hasOriginal, Act act) => (before, act.Body) switch
    {
        (_, AgreementFiled filed) when !Same(act.Subject, filed.Agreement.Id) =>
            ActProblem.Invalid($"subject: the agreement's id is {filed.Agreement.Id}, not {act.Subject}"),
        ({ } held, _) when !Same(act.Subject, held.Agreement.Id) =>
            ActProblem.Invalid($"The record holds the agreement {held.Agreement.Id}, and no other: {act.Subject} is refused."),
        (_, AgreementFiled filed) when !hasOriginal =>
            ActProblem.Invalid($"The original {filed.OriginalSha256} of agreement {act.Subject} was not handed in."),
        (null, not AgreementFiled) => ActProblem.Invalid($"There is no agreement {act.Subject}: file it first."),
        (_, not AgreementFiled) when act.ByMachine => Persons.Only(act, "Who adheres and who is listed"),
        _ => Contradiction(AgreementState.Apply(before, act).Agreement),
    };

    // Each problem on a file's list of hundreds would hide the first ones.
    private static ActProblem? Contradiction(Agreement agreement)
    {
        const int ShownMax = 5;
        IReadOnlyList<AgreementProblem> problems = AgreementCheck.Problems(agreement);
        string more = problems.Count > ShownMax ? string.Create(CultureInfo.InvariantCulture, $"; and {problems.Count - ShownMax} more") : string.Empty;
        return problems.Count == 0 ? null
            : ActProblem.Invalid($"Agreement {agreement.Id} would contradict itself: {string.Join("; ", problems.Take(ShownMax))}{more}.");
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
