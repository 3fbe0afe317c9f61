namespace Hudna.Acts;

/// <summary>Whether an assessment may be appended. Pure; every store asks it before it appends.</summary>
public static class AssessmentCheck
{
    /// <summary>What is wrong with an assessment; null when nothing is.</summary>
    /// <param name="agreement">The agreement; null when none was filed.</param>
    /// <param name="changed">Sequence number of the last act that changed the incident; null when there is no such incident.</param>
    /// <param name="act">An act of the kind <see cref="IncidentAssessed"/>, with its sequence number.</param>
    public static ActProblem? Problem(AgreementState? agreement, long? changed, Act act)
    {
        var assessed = (IncidentAssessed)act.Body;
        return changed is null ? ActProblem.Invalid($"There is no incident {act.Subject}.")
            : agreement is null ? ActProblem.Invalid("There is no agreement to assess by: file it first.")
            : !string.Equals(assessed.Assessment.AgreementId, agreement.Agreement.Id, StringComparison.Ordinal)
                ? ActProblem.Invalid($"agreement_id: the record's agreement is {agreement.Agreement.Id}, not {assessed.Assessment.AgreementId}")
            : assessed.Seen >= act.Sequence ? ActProblem.Invalid($"seen: an act before this one, {act.Sequence}, is expected, not {assessed.Seen}")
            : assessed.Seen < changed ? ActProblem.Conflict($"Incident {act.Subject} changed with act {changed}, after act {assessed.Seen} that the assessment knew of: assess it again.")
            : assessed.Seen < agreement.Changed
                ? ActProblem.Conflict($"Agreement {agreement.Agreement.Id} changed with act {agreement.Changed}, after act {assessed.Seen} that the assessment knew of: assess again.")
            : null;
    }
}
