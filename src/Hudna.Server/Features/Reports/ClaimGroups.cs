using Hudna.Incidents;

namespace Hudna.Server.Features.Reports;

/// <summary>Kinds of claims that are reviewed together: a long article has dozens, and not everybody looks for the same.</summary>
internal static class ClaimGroups
{
    /// <summary>The groups, as the address and the words <c>entry.group.*</c> name them.</summary>
    public static IReadOnlyList<string> All { get; } = ["incidents", "statements", "talks", "promises", "ground"];

    /// <summary>The group that a kind belongs to.</summary>
    public static string Of(ClaimKind kind) => kind switch
    {
        ClaimKind.Event or ClaimKind.Figure => "incidents",
        ClaimKind.Statement or ClaimKind.Position => "statements",
        ClaimKind.Deal or ClaimKind.Commitment => "promises",
        ClaimKind.Operation or ClaimKind.Control => "ground",
        _ => "talks",
    };

    /// <summary>A group that there is, or null for all claims.</summary>
    public static string? Known(string? group) => All.FirstOrDefault(g => string.Equals(g, group, StringComparison.Ordinal));
}
