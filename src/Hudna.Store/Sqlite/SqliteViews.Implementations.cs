using Hudna.Commitments;

namespace Hudna.Store.Sqlite;

/// <content>How far commitments were carried out.</content>
internal sealed partial class SqliteViews
{
    public ImplementationRecord? Implementation(string subject) =>
        session.First("SELECT json FROM implementations WHERE subject = $1", Rows.Implementation, subject);

    public void Put(ImplementationRecord record) => session.Execute(
        "INSERT INTO implementations VALUES ($1, $2) ON CONFLICT (subject) DO UPDATE SET json = $2", record.Subject, RecordJson.Write(record));
}
