using Hudna.Acts;
using Hudna.Assessment;

namespace Hudna.Server.Features.Assessments;

/// <summary>One assessment of an incident and how it differs from the one before.</summary>
/// <param name="State">Sequence number of the act that holds it.</param>
/// <param name="Seen">Sequence number of the last act that it knew of.</param>
/// <param name="At">When it was made.</param>
/// <param name="By">What part of the program made it.</param>
/// <param name="IsFirst">True when there was none before.</param>
/// <param name="Changes">What changed, for each lister for whom something did; at the first one, each outcome.</param>
public sealed record AssessmentNote(long State, long Seen, DateTimeOffset At, string By, bool IsFirst, IReadOnlyList<AssessmentChange> Changes)
{
    /// <summary>The assessments among the acts on an incident, latest first.</summary>
    internal static IReadOnlyList<AssessmentNote> Of(IEnumerable<Act> history)
    {
        var notes = new List<AssessmentNote>();
        IncidentAssessment? before = null;
        foreach (Act act in history.OrderBy(a => a.Sequence))
        {
            if (act.Body is IncidentAssessed assessed)
            {
                notes.Add(new AssessmentNote(
                    act.Sequence, assessed.Seen, act.At, act.By, before is null, AssessmentChange.Of(before, assessed.Assessment)));
                before = assessed.Assessment;
            }
        }

        notes.Reverse();
        return notes;
    }
}
