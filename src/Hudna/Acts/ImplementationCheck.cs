using System.Globalization;
using Hudna.Agreements;
using Hudna.Commitments;
using Hudna.Incidents;

namespace Hudna.Acts;

/// <summary>What a rating is judged by.</summary>
/// <param name="Before">The ratings so far; null before the first.</param>
/// <param name="Claim">The claim that it names; null when there is none such.</param>
/// <param name="Agreement">The agreement; null when none was filed.</param>
/// <param name="Has">Whether something of the record is there.</param>
public sealed record ImplementationGround(ImplementationRecord? Before, Claim? Claim, Agreement? Agreement, Func<EvidenceRef, bool> Has);

/// <summary>Whether a rating may be appended. Pure; every store asks it before it appends.</summary>
public static class ImplementationCheck
{
    /// <summary>Characters of a note at most.</summary>
    public const int NoteLengthMax = 2_000;

    /// <summary>Things that one rating rests on, at most.</summary>
    public const int EvidenceMax = 50;

    /// <summary>What is wrong with an act on a commitment; null when nothing is.</summary>
    public static ActProblem? Problem(ImplementationGround ground, Act act) => act.Body is not ImplementationRated rated ? null
        : Persons.Only(act, "ratings") ?? Subject(ground, act.Subject) ?? Content(rated, act, ground.Agreement) ?? Evidence(rated, ground)
            ?? Revision(ground.Before, act.Subject, rated.Revision);

    private static ActProblem? Subject(ImplementationGround ground, string subject) => (ProvisionId.Parse(subject), ground.Claim) switch
    {
        ({ } id, _) => ground.Agreement is { } agreement && string.Equals(agreement.Id, id.AgreementId, StringComparison.Ordinal)
            && agreement.Provisions.Any(p => p.Type == ProvisionType.Obliges && string.Equals(p.Number, id.Number, StringComparison.Ordinal))
            ? null : ActProblem.Invalid($"The agreement has no provision {id.Number} that obliges: there is nothing {subject} to rate."),
        (_, null) => ActProblem.Invalid($"There is no commitment {subject}."),
        (_, { Content.Kind: not ClaimKind.Commitment }) => ActProblem.Invalid($"Claim {subject} is no commitment: only those are rated."),
        (_, { Status: ClaimStatus.Rejected }) => ActProblem.Invalid($"Commitment {subject} is rejected: what nobody promised is not rated."),
        _ => null,
    };

    private static ActProblem? Content(ImplementationRated rated, Act act, Agreement? agreement) =>
        rated.Level is < 0 or > ImplementationRecord.Full ? ActProblem.Invalid("level: 0 not initiated, 1 minimal, 2 intermediate or 3 full is expected")
        : rated.On == default ? ActProblem.Invalid("on: the day on which it stood so is expected")
        : rated.On > AgreementDays.DayOf(agreement, act.At) ? ActProblem.Invalid(
            string.Create(CultureInfo.InvariantCulture, $"on: the day of the rating or an earlier one is expected, not {rated.On:yyyy-MM-dd}"))
        : rated.Note.Length > NoteLengthMax ? ActProblem.Invalid($"note: at most {NoteLengthMax} characters are expected")
        : rated.Evidence.Count == 0 && string.IsNullOrWhiteSpace(rated.Note)
            ? ActProblem.Invalid("evidence: a claim, an incident or a report that it rests on, or a note, is expected")
        : null;

    private static ActProblem? Evidence(ImplementationRated rated, ImplementationGround ground) =>
        rated.Evidence.Count > EvidenceMax ? ActProblem.Invalid($"evidence: at most {EvidenceMax} are expected")
        : rated.Evidence.Distinct().Count() < rated.Evidence.Count ? ActProblem.Invalid("evidence: each only once is expected")
        : rated.Evidence.FirstOrDefault(e => !ground.Has(e)) is { } missing
            ? ActProblem.Invalid($"evidence: there is no {Reading.Wire.Name(missing.Kind)} {missing.Id}")
        : null;

    private static ActProblem? Revision(ImplementationRecord? before, string id, int seen) => seen == (before?.Revision ?? 0) ? null
        : ActProblem.Conflict($"The ratings of {id} are at revision {before?.Revision ?? 0} and this was written on revision {seen}: look at them again.");
}
