using Hudna.Acts;
using Hudna.Incidents;

namespace Hudna.Store;

/// <content>Mappings, and the rows of lists that reports are.</content>
public partial interface IRecord
{
    /// <summary>All mappings, those withdrawn too, the last kept first.</summary>
    Task<IReadOnlyList<KeptMapping>> MappingsAsync(CancellationToken cancellation);

    /// <summary>One mapping; null when there is none such.</summary>
    Task<KeptMapping?> MappingAsync(string id, CancellationToken cancellation);

    /// <summary>The report with the latest content of a row; null when none is of that row.</summary>
    /// <param name="register">The list.</param>
    /// <param name="id">The row's id there.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<Report?> LatestOfRowAsync(string register, string id, CancellationToken cancellation);
}
