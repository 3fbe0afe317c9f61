using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>One thing that happened, as the claims linked to it describe it. Everything but id and number is derived from them.</summary>
public sealed record Incident
{
    /// <summary><c>i</c> and 16 hex digits, from the claim that opened it.</summary>
    public required string Id { get; init; }

    /// <summary>1 for the mission's first incident, one more for each after it: what people call it by.</summary>
    public required int Number { get; init; }

    /// <summary>The acts claimed, commonest first.</summary>
    public required IReadOnlyList<IncidentAct> Acts { get; init; }

    /// <summary>The most precise place that a claim gives; null when none gives one.</summary>
    public ClaimPlace? Place { get; init; }

    /// <summary>First day that any claim allows; null when none gives a time.</summary>
    public DateOnly? First { get; init; }

    /// <summary>Last day that any claim allows.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>People killed: the lowest and the highest that any claim gives; null when none does.</summary>
    public Count? Dead { get; init; }

    /// <summary>People injured: the lowest and the highest that any claim gives.</summary>
    public Count? Injured { get; init; }

    /// <summary>Everyone whom a claim names as acting, distinct.</summary>
    public required IReadOnlyList<Party> Actors { get; init; }

    /// <summary>Everyone whom a claim names as the recipient, distinct.</summary>
    public required IReadOnlyList<Party> Recipients { get; init; }

    /// <summary>Number of claims linked, rejected ones left out.</summary>
    public required int Claims { get; init; }

    /// <summary>Distinct sources of those claims, by name.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Fields on which its claims differ: <c>dead</c>, <c>injured</c>, <c>time</c>, <c>place</c>, <c>actors</c>, <c>recipients</c>,
    /// <c>act</c>, <c>occurrence</c> (one asserts, another denies).</summary>
    public required IReadOnlyList<Difference> Differences { get; init; }

    /// <summary>What independent origins make of it; null when nobody has looked: for incidents that no record holds.</summary>
    public CorroborationSummary? Corroboration { get; init; }
}

/// <summary>An incident's corroboration in short; the whole has origins and reasons.</summary>
/// <param name="Asserting">Independent origins that assert it; copies of one wire story count once.</param>
/// <param name="Denying">Independent origins that deny it.</param>
/// <param name="SingleSource">One origin alone asserts it, however many reports repeat that.</param>
/// <param name="Contested">Who did it, or whether it happened, is told otherwise by another voice.</param>
/// <param name="Credibility">Figure of the Admiralty code by rule: 1 confirmed to 6 cannot be judged.</param>
public sealed record CorroborationSummary(int Asserting, int Denying, bool SingleSource, bool Contested, int Credibility);

/// <summary>An act claimed of an incident.</summary>
/// <param name="Type">Event type.</param>
/// <param name="Mode">Mode; null when not told.</param>
/// <param name="Claims">How many of its claims say so.</param>
public sealed record IncidentAct(EventType Type, string? Mode, int Claims);

/// <summary>A field on which claims about one incident differ.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Values">Each value held, with the claims that hold it.</param>
public sealed record Difference(string Field, IReadOnlyList<DifferingValue> Values);

/// <summary>One of several values that claims hold for a field.</summary>
/// <param name="Value">The value in words or figures, language-neutral.</param>
/// <param name="ClaimIds">The claims that hold it.</param>
public sealed record DifferingValue(string Value, IReadOnlyList<string> ClaimIds)
{
    /// <summary>The other values that cannot be right beside this one; none for a value that says less than the others.</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];
}
