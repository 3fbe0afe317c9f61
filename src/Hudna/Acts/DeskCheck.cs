using Hudna.Rulings;

namespace Hudna.Acts;

/// <summary>Whether an act on a desk may be appended. Pure; every store asks it before it appends.</summary>
public static class DeskCheck
{
    private const int NameLengthMax = 300;

    /// <summary>What is wrong with an act on a desk; null when nothing is.</summary>
    /// <param name="desks">All desks as they stand.</param>
    /// <param name="act">An act of the kind <see cref="DeskRecorded"/>.</param>
    public static ActProblem? Problem(IReadOnlyList<Desk> desks, Act act)
    {
        var recorded = (DeskRecorded)act.Body;
        int revision = desks.FirstOrDefault(d => Same(d.Id, act.Subject))?.Revision ?? 0;
        return recorded.Revision != revision
                ? ActProblem.Conflict($"Desk {act.Subject} is at revision {revision} and the change was made on revision {recorded.Revision}: look at it again.")
            : !act.Subject.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
                ? ActProblem.Invalid($"subject: a desk's id has lower-case letters, digits and hyphens only, not {act.Subject}")
            : !IsName(recorded.Name.En) || !IsName(recorded.Name.Ar) ? ActProblem.Invalid($"name: English and Arabic, each of 1 to {NameLengthMax} characters, are expected")
            : recorded is { ActorId: null or "", Role: DeskRole.Guarantor or DeskRole.Envoy or DeskRole.Liaison }
                ? ActProblem.Invalid($"actor_id: whom the {Reading.Wire.Name(recorded.Role)}'s desk {act.Subject} speaks for is expected")
            : Guarantor(desks, act.Subject, recorded) ?? Members(recorded.Members);
    }

    private static ActProblem? Guarantor(IReadOnlyList<Desk> desks, string id, DeskRecorded recorded)
    {
        Desk? other = recorded.Role != DeskRole.Guarantor ? null
            : desks.FirstOrDefault(d => d.Role == DeskRole.Guarantor && Same(d.ActorId, recorded.ActorId) && !Same(d.Id, id));
        return other is null ? null : ActProblem.Invalid($"actor_id: desk {other.Id} is already the guarantor's desk of {recorded.ActorId}; a guarantor has one");
    }

    private static ActProblem? Members(IReadOnlyList<DeskMember> members)
    {
        for (int i = 0; i < members.Count; i++)
        {
            DeskMember member = members[i];
            string path = string.Create(null, $"members[{i + 1}]");
            if (!IsName(member.Name))
            {
                return ActProblem.Invalid($"{path}.name: a name of 1 to {NameLengthMax} characters is expected");
            }

            if (members.Take(i).Any(m => m.IsCalled(member.Name)))
            {
                return ActProblem.Invalid($"{path}.name: {member.Name} is already a member; each name once is expected");
            }

            if (member.Period.Until < member.Period.From)
            {
                return ActProblem.Invalid($"{path}.until: {member.Name}'s last day is before the first");
            }
        }

        return null;
    }

    private static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && name.Length <= NameLengthMax;

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);
}
