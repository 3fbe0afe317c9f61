using System.Globalization;
using Hudna.Corroboration;
using Hudna.Reading;

namespace Hudna.Acts;

/// <summary>The grades of a source or of an incident's information as the fold of the acts on it.</summary>
public static class GradingState
{
    /// <summary>True when such an act is a grade.</summary>
    public static bool Takes(ActBody body) => body is SourceGraded or CredibilitySet;

    /// <summary>The grades after an act.</summary>
    /// <param name="before">The grades before it; null before the first.</param>
    /// <param name="act">An act whose subject is the source or the incident.</param>
    /// <exception cref="InvalidActException">The act is no grade.</exception>
    public static GradeHistory Apply(GradeHistory? before, Act act)
    {
        (string? grade, string reason) = act.Body switch
        {
            SourceGraded graded => (Wire.Name(graded.Grade), graded.Reason),
            CredibilitySet set => (set.Grade?.ToString(CultureInfo.InvariantCulture), set.Reason),
            _ => throw InvalidActException.OutOfOrder(act, before is not null),
        };
        return new GradeHistory(act.Subject, [.. before?.Entries ?? [], new GradeEntry(grade, reason, act.By, act.At)]);
    }
}
