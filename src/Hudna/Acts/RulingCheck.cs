using System.Globalization;
using Hudna.Agreements;
using Hudna.Rulings;

namespace Hudna.Acts;

/// <summary>Whether a finding or a determination may be appended. Pure; every store asks it before it appends.</summary>
public static class RulingCheck
{
    /// <summary>What is wrong with a finding; null when nothing is.</summary>
    /// <param name="ground">What it is judged by.</param>
    /// <param name="act">An act of the kind <see cref="FindingRecorded"/>.</param>
    public static ActProblem? Finding(RulingGround ground, Act act)
    {
        var recorded = (FindingRecorded)act.Body;
        DateOnly day = recorded.Content.On;
        Finding? before = ground.Findings.FirstOrDefault(f => Same(f.DeskId, recorded.DeskId));
        Desk? desk = ground.Desks.FirstOrDefault(d => Same(d.Id, recorded.DeskId));
        return Persons.Only(act, "Findings")
            ?? Incident(ground, act.Subject, day)
            ?? (desk is null ? ActProblem.Invalid($"desk_id: there is no desk {recorded.DeskId}{Known(ground.Desks)}") : null)
            ?? Commission(ground.Agreement, day)
            ?? Speaks(ground, desk!, day)
            ?? (desk!.HasMember(act.By, day) ? null : ActProblem.Invalid($"by: {act.By} is no member of desk {desk.Id} on {Iso(day)}; its members record its findings"))
            ?? Revision($"The finding of desk {desk.Id} on incident {act.Subject}", before?.Revision ?? 0, recorded.Revision)
            ?? (FindingCheck.Problem(recorded.Content) is { } problem ? ActProblem.Invalid(problem) : null);
    }

    /// <summary>What is wrong with a determination; null when nothing is. None that the commission's rule does not carry is let in.</summary>
    /// <param name="ground">What it is judged by.</param>
    /// <param name="act">An act of the kind <see cref="DeterminationMade"/>.</param>
    public static ActProblem? Determination(RulingGround ground, Act act)
    {
        var made = (DeterminationMade)act.Body;
        DateOnly day = made.Content.On;
        return Persons.Only(act, "Determinations")
            ?? Incident(ground, act.Subject, day)
            ?? Commission(ground.Agreement, day)
            ?? (ground.Desks.Any(d => d.HasMember(act.By, day)) ? null
                : ActProblem.Invalid($"by: {act.By} is no member of any desk on {Iso(day)}; members of desks record determinations"))
            ?? Revision($"The determination on incident {act.Subject}", ground.Determination?.Revision ?? 0, made.Revision)
            ?? (made.Content.Ruling == Ruling.Pending ? ActProblem.Invalid("ruling: a determination is never pending") : null)
            ?? Provisions(ground.Agreement!, made.Content)
            ?? (FindingCheck.Note(made.Content.Note) is { } note ? ActProblem.Invalid(note) : null)
            ?? Carried(ground, act.Subject, made.Content);
    }

    private static ActProblem? Incident(RulingGround ground, string id, DateOnly day) =>
        !ground.HasIncident ? ActProblem.Invalid($"There is no incident {id}.")
        : day < ground.First ? ActProblem.Invalid($"on: {Iso(day)} is before {Iso(ground.First.Value)}, the first day that incident {id} can mean")
        : null;

    private static ActProblem? Commission(Agreement? agreement, DateOnly day) =>
        agreement is null ? ActProblem.Invalid("There is no agreement to rule by: file it first.")
        : agreement.CommissionOn(day) is null ? ActProblem.Invalid($"on: agreement {agreement.Id} has no commission on {Iso(day)}")
        : null;

    private static ActProblem? Speaks(RulingGround ground, Desk desk, DateOnly day)
    {
        Commission commission = ground.Agreement!.CommissionOn(day)!;
        IReadOnlyList<Voice> voices = Decisions.Voices(commission, day, ground.Desks, []);
        string others = string.Join(", ", voices.Select(v => v.Desk?.Id ?? v.ActorId));
        return voices.Any(v => Same(v.Desk?.Id, desk.Id)) ? null
            : voices.FirstOrDefault(v => Same(v.ActorId, desk.ActorId)) is { } voice
                ? ActProblem.Invalid($"desk_id: findings for {voice.ActorId} are recorded by desk {voice.Desk!.Id}, not by {desk.Id}")
            : ActProblem.Invalid($"desk_id: Desk {desk.Id} speaks for {desk.ActorId ?? "nobody"}, which is no member of the "
                + $"{commission.Name.En} on {Iso(day)}; findings are recorded by {others}");
    }

    private static ActProblem? Provisions(Agreement agreement, DeterminationContent content)
    {
        string? unknown = content.Provisions.FirstOrDefault(n => !agreement.Provisions.Any(p => Same(p.Number, n)));
        bool isViolation = content.Ruling == Ruling.Violation;
        return unknown is not null ? ActProblem.Invalid(
                $"provisions: agreement {agreement.Id} has no provision {unknown}; it has {string.Join(", ", agreement.Provisions.Select(p => p.Number))}")
            : isViolation && content.Provisions.Count == 0 ? ActProblem.Invalid("provisions: at least one number is expected for a violation")
            : !isViolation && content.Provisions.Count > 0 ? ActProblem.Invalid($"provisions: none are expected for {Reading.Wire.Name(content.Ruling)}")
            : content.Provisions.Distinct(StringComparer.Ordinal).Count() < content.Provisions.Count ? ActProblem.Invalid("provisions: each number once is expected")
            : null;
    }

    private static ActProblem? Carried(RulingGround ground, string id, DeterminationContent content)
    {
        Commission commission = ground.Agreement!.CommissionOn(content.On)!;
        Standing standing = Decisions.Carried(commission, content.On, ground.Desks, ground.Findings, content.Ruling);
        return Rests(id, standing.Rests, content.Rests) ?? (standing.IsCarried ? null : ActProblem.Invalid(
            $"ruling: {Reading.Wire.Name(content.Ruling)} is not carried for incident {id}; {standing.Reason}"));
    }

    private static ActProblem? Rests(string id, IReadOnlyList<FindingSeen> stand, IReadOnlyList<FindingSeen> seen)
    {
        foreach (FindingSeen rest in seen)
        {
            FindingSeen? now = stand.FirstOrDefault(s => Same(s.DeskId, rest.DeskId));
            if (now is null || seen.Count(s => Same(s.DeskId, rest.DeskId)) > 1)
            {
                return ActProblem.Invalid(now is null
                    ? $"rests: desk {rest.DeskId} has no finding on incident {id} that counts for a member of the commission"
                    : $"rests: desk {rest.DeskId} stands there twice");
            }

            if (now.Revision != rest.Revision)
            {
                return ActProblem.Conflict(
                    $"The finding of desk {rest.DeskId} on incident {id} is at revision {now.Revision} and the decision rests on revision {rest.Revision}: look at it again.");
            }
        }

        return stand.FirstOrDefault(s => !seen.Any(r => Same(r.DeskId, s.DeskId))) is { } missed
            ? ActProblem.Conflict($"Desk {missed.DeskId} has a finding on incident {id}, at revision {missed.Revision}, that the decision does not rest on: look again.")
            : null;
    }

    private static ActProblem? Revision(string what, int revision, int seen) => seen == revision ? null
        : ActProblem.Conflict($"{what} is at revision {revision} and this was written on revision {seen}: look at it again.");

    private static string Known(IReadOnlyList<Desk> desks) => desks.Count == 0 ? "; none was recorded" : $"; the desks are {string.Join(", ", desks.Select(d => d.Id))}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);
}

/// <summary>What a finding or a determination on an incident is judged by, as it stands before the act.</summary>
/// <param name="HasIncident">Whether the incident is there.</param>
/// <param name="First">First day that the incident can mean; null when not known.</param>
/// <param name="Agreement">The agreement; null when none was filed.</param>
/// <param name="Desks">All desks, in order of their first acts.</param>
/// <param name="Findings">All findings on the incident.</param>
/// <param name="Determination">The determination on it; null when there is none.</param>
public sealed record RulingGround(
    bool HasIncident, DateOnly? First, Agreement? Agreement, IReadOnlyList<Desk> Desks, IReadOnlyList<Finding> Findings,
    Determination? Determination);
