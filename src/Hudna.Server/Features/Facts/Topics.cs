namespace Hudna.Server.Features.Facts;

/// <summary>The topics of the talks that the site has names for (<c>topic.*</c>); a claim may carry another id.</summary>
internal static class Topics
{
    public static IReadOnlyList<string> All { get; } =
    [
        "truce", "transition", "foreign_fighters", "prisoners", "access", "terror_lists", "participation", "reconstruction", "talks", "everything",
    ];

    public static bool IsKnown(string topic) => All.Contains(topic, StringComparer.Ordinal);
}
