using Hudna.Incidents;
using Hudna.Server.Features.Claims;

namespace Hudna.Server.Features.Links;

/// <summary>Why an answer about incidents was not taken, with everything that was typed.</summary>
/// <param name="Form">Which form: <c>pair</c>, <c>merge</c> or <c>split</c>.</param>
/// <param name="Reason">The reason typed.</param>
/// <param name="By">The name typed; empty when it was not asked for.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record LinkProblem(string Form, string Reason, string By, IReadOnlyList<FieldProblem> Problems)
{
    public const string Pair = "pair", Merge = "merge", Split = "split";

    /// <summary>The two incidents of the pair, as they stand now; empty for other forms.</summary>
    public IReadOnlyList<Incident> Now { get; init; } = [];

    /// <summary>The other incident as typed; null unless it was a merger.</summary>
    public string? Other { get; init; }

    /// <summary>The claims chosen; empty unless it was a split.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    internal bool IsWrong(string field) => Problems.Any(p => string.Equals(p.Field, field, StringComparison.Ordinal));

    internal bool IsAbout(LinkPair pair) => Form == Pair && Now.Count == 2 && Now.Any(i => i.Id == pair.Incident.Id) && Now.Any(i => i.Id == pair.Other.Id);
}
