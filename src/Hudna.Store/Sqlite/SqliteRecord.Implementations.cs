using Hudna.Commitments;

namespace Hudna.Store.Sqlite;

/// <content>How far commitments were carried out.</content>
public sealed partial class SqliteRecord
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<ImplementationRecord>> ImplementationsAsync(CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<ImplementationRecord>>(s => s.All("SELECT json FROM implementations ORDER BY subject", Rows.Implementation), cancellation);

    /// <inheritdoc/>
    public Task<ImplementationRecord?> ImplementationAsync(string subject, CancellationToken cancellation) =>
        ReadAsync(s => new SqliteViews(s).Implementation(subject), cancellation);
}
