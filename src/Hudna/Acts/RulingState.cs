using Hudna.Rulings;

namespace Hudna.Acts;

/// <summary>Findings and the determination on an incident as folds of the acts on it.</summary>
public static class RulingState
{
    /// <summary>True when such an act rules on an incident.</summary>
    public static bool Takes(ActBody body) => body is FindingRecorded or DeterminationMade;

    /// <summary>A desk's finding after an act.</summary>
    /// <param name="before">The desk's finding before it; null when it had none.</param>
    /// <param name="act">An act of the kind <see cref="FindingRecorded"/>.</param>
    /// <exception cref="InvalidActException">The act is no finding.</exception>
    public static Finding Apply(Finding? before, Act act) => act.Body is not FindingRecorded recorded
        ? throw InvalidActException.OutOfOrder(act, before is not null)
        : new Finding(act.Subject, recorded.DeskId, recorded.Content, (before?.Revision ?? 0) + 1, act.By, act.Sequence);

    /// <summary>The determination after an act.</summary>
    /// <param name="before">The determination before it; null when there was none.</param>
    /// <param name="act">An act of the kind <see cref="DeterminationMade"/>.</param>
    /// <param name="commission">The commission in office on the day of the decision.</param>
    /// <param name="desks">All desks as they stand, in order of their first acts.</param>
    /// <param name="findings">All findings on the incident as they stand.</param>
    /// <exception cref="InvalidActException">The act is no determination, or no commission was in office.</exception>
    public static Determination Apply(
        Determination? before, Act act, Agreements.Commission? commission, IReadOnlyList<Desk> desks, IReadOnlyList<Finding> findings)
    {
        if (act.Body is not DeterminationMade made || commission is null)
        {
            throw InvalidActException.OutOfOrder(act, before is not null);
        }

        Standing standing = Decisions.Carried(commission, made.Content.On, desks, findings, made.Content.Ruling);
        return new Determination(
            act.Subject, made.Content, commission.Rule, standing.Dissent, standing.Silent, (before?.Revision ?? 0) + 1, act.By, act.Sequence);
    }
}
