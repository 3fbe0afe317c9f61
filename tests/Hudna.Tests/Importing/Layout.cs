using System.Text;
using Hudna.Importing;

namespace Hudna.Tests.Importing;

/// <summary>Tables read by what they are recognised as, without a record.</summary>
internal static class Layout
{
    public static SourceTable Open(string name, byte[] bytes, string? sheet = null) => TableFiles.Open(name, bytes, sheet, h => MappingChoice.IsKnown(h, []) || MappingProposal.IsForm(h));

    public static SourceTable Open(string name, string text) => Open(name, Encoding.UTF8.GetBytes(text));

    public static List<RowResult> Read(string name, string text, DateOnly? published = null, Func<Mapping, Mapping>? change = null) => Read(Open(name, text), published, change);

    public static List<RowResult> Read(SourceTable table, DateOnly? published = null, Func<Mapping, Mapping>? change = null)
    {
        Mapping mapping = MappingChoice.Of(table.Header, [], null, "table", null);
        mapping = change?.Invoke(mapping) ?? mapping;
        Assert.Null(MappingCheck.Problem(mapping));
        return [.. new TableReading(table, mapping, new KnownOfTable(null, published, "file"), new RowClaims(Incidents.Readings.Gazetteer, null)).Rows()];
    }
}
