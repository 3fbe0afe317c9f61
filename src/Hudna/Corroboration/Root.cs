using Hudna.Incidents;

namespace Hudna.Corroboration;

/// <summary>What a claim goes back to, and why.</summary>
/// <param name="Root">The origin.</param>
/// <param name="Reason">Why.</param>
internal sealed record Trace(Root Root, OriginReason Reason);

/// <summary>An origin before its claims are gathered. Equal when the keys are.</summary>
internal sealed record Root(string Key, OriginKind Kind, string Name, string? ActorId)
{
    public static Root Of(ReportSource source) => new("source:" + OutletNames.KeyOf(source.Name), OriginKind.Source, source.Name, null);

    public bool Equals(Root? other) => other is not null && string.Equals(Key, other.Key, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);
}
