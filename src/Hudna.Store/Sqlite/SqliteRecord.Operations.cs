using Hudna.Operations;
using Hudna.Talks;

namespace Hudna.Store.Sqlite;

/// <content>Messages and operations.</content>
public sealed partial class SqliteRecord
{
    // Acts on messages stand in no list of acts: only the desks that a message is meant for may know of it.
    private const string OpenActs = "substr(kind, 1, 8) <> 'message_'";

    // The same as MessageVisibility says, so that count and pages are of what the desk may see alone.
    private const string ForDesk = " WHERE from_desk = $1 OR carrier = $1 OR (to_desk = $1 AND delivered IS NOT NULL)";

    /// <inheritdoc/>
    public Task<Page<SeenMessage>> MessagesAsync(string deskId, int offset, int limit, CancellationToken cancellation)
    {
        int rows = Limited(limit, 500), from = FromZero(offset);
        return ReadAsync(
            s => new Page<SeenMessage>(
                [
                    .. s.All(
                        $"SELECT json FROM messages{ForDesk} ORDER BY coalesce(delivered, drafted) DESC LIMIT $2 OFFSET $3", Rows.Message, deskId, rows, from)
                    .Select(m => MessageVisibility.Of(m, deskId)).OfType<SeenMessage>(),
                ],
                (int)s.Number($"SELECT count(*) FROM messages{ForDesk}", deskId),
                offset),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<SeenMessage?> MessageAsync(string deskId, string id, CancellationToken cancellation) => ReadAsync(
        s => new SqliteViews(s).Message(id) is { } message ? MessageVisibility.Of(message, deskId) : null, cancellation);

    /// <inheritdoc/>
    public Task<Page<Operation>> OperationsAsync(OperationFilter filter, CancellationToken cancellation)
    {
        var where = new Where();
        where.AndEqual("type", filter.Type);
        return PageAsync("operations", where, "first DESC, id", Rows.Operation, filter.Offset, filter.Limit, cancellation);
    }

    /// <inheritdoc/>
    public Task<Operation?> OperationAsync(string id, CancellationToken cancellation) =>
        ReadAsync(s => new SqliteViews(s).Operation(id), cancellation);
}
