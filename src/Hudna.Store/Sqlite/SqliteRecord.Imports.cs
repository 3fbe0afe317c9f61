using Hudna.Acts;
using Hudna.Incidents;

namespace Hudna.Store.Sqlite;

/// <content>Mappings, and the rows of lists that reports are.</content>
public sealed partial class SqliteRecord
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<KeptMapping>> MappingsAsync(CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<KeptMapping>>(s => s.All("SELECT json FROM mappings ORDER BY kept DESC", Rows.Mapping), cancellation);

    /// <inheritdoc/>
    public Task<KeptMapping?> MappingAsync(string id, CancellationToken cancellation) => ReadAsync(s => new SqliteViews(s).Mapping(id), cancellation);

    /// <inheritdoc/>
    public Task<Report?> LatestOfRowAsync(string register, string id, CancellationToken cancellation) =>
        ReadAsync(s => new SqliteViews(s).LatestOfRow(register, id) is { } report ? Rows.Report(s, report) : null, cancellation);
}
