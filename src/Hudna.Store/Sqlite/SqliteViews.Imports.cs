using Hudna.Acts;

namespace Hudna.Store.Sqlite;

/// <content>Mappings, and the rows of lists that reports are.</content>
internal sealed partial class SqliteViews
{
    public KeptMapping? Mapping(string id) => session.First("SELECT json FROM mappings WHERE id = $1", Rows.Mapping, id);

    public string? LatestOfRow(string register, string id) => session.First(
        "SELECT id FROM reports WHERE row_register = $1 AND row_id = $2 AND superseded_by IS NULL", r => r.GetString(0), register, id);

    public void Put(KeptMapping mapping) => session.Execute(
        "INSERT INTO mappings VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET kept = $2, json = $3", mapping.Id, mapping.KeptAct, RecordJson.Write(mapping));
}
