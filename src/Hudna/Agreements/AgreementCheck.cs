using Hudna.Reading;

namespace Hudna.Agreements;

/// <summary>What is wrong in an agreement.</summary>
/// <param name="Path">Where, by the keys of the file, entries counted from 1: <c>adherence[3].until</c>.</param>
/// <param name="Problem">What is wrong and what is expected; no full stop.</param>
public sealed record AgreementProblem(string Path, string Problem)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Problem}";
}

/// <summary>Finds what in an agreement contradicts itself. It is asked when a file is read, and again when acts have changed who adheres
/// or who is listed.</summary>
public static class AgreementCheck
{
    /// <summary>All that is wrong, whatever the gazetteer knows; empty when all is well. In the order of the checks, not of the file.</summary>
    public static IReadOnlyList<AgreementProblem> Problems(Agreement agreement)
    {
        AgreementProblem[] references = [.. AgreementReferences.Problems(agreement)];
        return
        [
            .. references,
            .. references.Length == 0 ? AgreementCycles.Problems(agreement) : [], // Two parts of one id would look like a round.
            .. AgreementDates.Problems(agreement),
            .. AgreementRecords.Problems(agreement),
            .. AgreementShapes.Problems(agreement),
            .. AgreementCommissions.Problems(agreement),
        ];
    }

    /// <summary>Actors, places, countries and first-order divisions that the gazetteer does not know, with the nearest name that it
    /// knows, if one begins alike.</summary>
    public static IReadOnlyList<AgreementProblem> Names(Agreement agreement, Gazetteer gazetteer) =>
        [.. new AgreementNames(gazetteer).Problems(agreement)];
}
