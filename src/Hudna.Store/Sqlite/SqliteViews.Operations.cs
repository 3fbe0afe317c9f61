using Hudna.Acts;
using Hudna.Operations;
using Hudna.Reading;
using Hudna.Talks;

namespace Hudna.Store.Sqlite;

/// <content>The tables of messages and operations.</content>
internal sealed partial class SqliteViews
{
    public Message? Message(string id) => session.First("SELECT json FROM messages WHERE id = $1", Rows.Message, id);

    public int LastMessageNumber(MessageContent between) => (int)session.Number(
        "SELECT coalesce(max(number), 0) FROM messages WHERE from_desk = $1 AND to_desk = $2 AND carrier = $3",
        between.FromDesk, between.ToDesk, between.CarrierDesk);

    public void Put(Message message, Act act) => session.Execute(
        """
        INSERT INTO messages VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (id) DO UPDATE SET number = $5, delivered = coalesce(delivered, $7), json = $8
        """,
        message.Id, message.Content.FromDesk, message.Content.ToDesk, message.Content.CarrierDesk, message.Number, act.Sequence,
        act.Body is MessageDelivered ? act.Sequence : null, RecordJson.Write(message));

    public Operation? Operation(string id) => session.First("SELECT json FROM operations WHERE id = $1", Rows.Operation, id);

    public void Put(Operation operation) => session.Execute(
        "INSERT INTO operations VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO UPDATE SET type = $2, first = $3, json = $4",
        operation.Id, Wire.Name(operation.Plan.Type), Rows.Iso(operation.Plan.First), RecordJson.Write(operation));
}
