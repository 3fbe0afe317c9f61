using Hudna.Commitments;

namespace Hudna.Store;

/// <content>How far commitments were carried out.</content>
public partial interface IRecord
{
    /// <summary>The ratings of all commitments that have any, in ordinal order of subject. Ratings of a claim that was rejected later,
    /// or of a provision that a new version of the agreement no longer has, stay.</summary>
    Task<IReadOnlyList<ImplementationRecord>> ImplementationsAsync(CancellationToken cancellation);

    /// <summary>The ratings of one commitment; null when it has none.</summary>
    /// <param name="subject">The claim's id, or <see cref="ProvisionId"/>.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<ImplementationRecord?> ImplementationAsync(string subject, CancellationToken cancellation);
}
