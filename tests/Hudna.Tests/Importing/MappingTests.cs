using Hudna.Importing;
using Hudna.Incidents;

namespace Hudna.Tests.Importing;

public sealed class MappingTests
{
    private static readonly string[] Village = ["Date", "Village", "Governorate", "Lat", "Long", "Type", "Killed", "Notes", "Enumerator name"];

    [Fact]
    public void WrittenAndRead_IsTheSame_AndHasTheSameId() => Assert.All(Layouts.BuiltIn, m =>
    {
        Mapping again = MappingJson.Read(MappingJson.Write(m), out string? problem)!;
        Assert.Null(problem);
        Assert.Equal((MappingJson.Write(m), MappingJson.IdOf(m)), (MappingJson.Write(again), MappingJson.IdOf(again)));
    });

    [Fact]
    public void Id_IsOfWhatItDoes_NotOfItsName()
    {
        Mapping acled = Layouts.Named("acled")!;
        Mapping turned = acled with { Fields = acled.Fields.Reverse().ToDictionary(StringComparer.Ordinal) };
        Assert.Equal(MappingJson.IdOf(acled), MappingJson.IdOf(acled with { Name = "another" }));
        Assert.Equal(MappingJson.IdOf(acled), MappingJson.IdOf(turned));
        Assert.NotEqual(MappingJson.IdOf(acled), MappingJson.IdOf(acled with { DateOrder = DateOrder.Dmy }));
    }

    // what is written, what the problem says
    [Theory]
    [InlineData("", "line 1")]
    [InlineData("null", "object")]
    [InlineData("{\"name\":\"x\"}", "layout")]
    [InlineData("{\"name\":\"\",\"layout\":\"plain\",\"columns\":[\"a\"],\"fields\":{}}", "name: 1 to 300")]
    [InlineData("{\"name\":\"x\",\"layout\":\"excel\",\"columns\":[\"a\"],\"fields\":{}}", "layout: \"excel\"")]
    [InlineData("{\"name\":\"x\",\"layout\":\"plain\",\"columns\":[],\"fields\":{}}", "columns: 1 to")]
    [InlineData("{\"name\":\"x\",\"layout\":\"plain\",\"columns\":[\"a: b\"],\"fields\":{}}", "no name of a column")]
    [InlineData("{\"name\":\"x\",\"layout\":\"plain\",\"columns\":[\"a\"],\"leave_out\":[\"a\"],\"fields\":{}}", "leave_out: \"a\"")]
    [InlineData("{\"name\":\"x\",\"layout\":\"plain\",\"columns\":[\"a\"],\"free_text\":\"b\",\"fields\":{}}", "free_text: \"b\"")]
    [InlineData("{\"name\":\"x\",\"layout\":\"plain\",\"columns\":[\"a\"],\"fields\":{\"when\":{\"columns\":[\"a\"]}}}", "fields: \"when\"")]
    [InlineData("{\"name\":\"x\",\"layout\":\"plain\",\"columns\":[\"a\"],\"fields\":{\"place\":{}}}", "fields.place: columns or a value")]
    [InlineData("{\"name\":\"x\",\"layout\":\"plain\",\"columns\":[\"a\"],\"fields\":{\"place\":{\"columns\":[\"b\"]}}}", "fields.place: \"b\" is none of the columns")]
    [InlineData("{\"name\":\"x\",\"layout\":\"plain\",\"columns\":[\"a\"],\"fields\":{\"place\":{\"columns\":[\"a\"],\"values\":{\"*\":\"x\"}}}}", "\"*\" means nothing")]
    [InlineData("{\"name\":\"x\",\"layout\":\"plain\",\"columns\":[\"a\"],\"fields\":{},\"codes\":\"icews\"}", "codes: \"icews\"")]
    [InlineData("{\"name\":\"x\",\"layout\":\"plain\",\"columns\":[\"a\"],\"fields\":{},\"date_order\":\"ymd\"}", "date_order")]
    [InlineData("{\"name\":\"x\",\"layout\":\"plain\",\"columns\":[\"a\"],\"fields\":{},\"colour\":1}", "colour")]
    public void BadMapping_SaysWhere(string json, string expected)
    {
        Assert.Null(MappingJson.Read(json, out string? problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Proposal_IsByTheNamesOfColumns_AndLeavesPeopleOut()
    {
        Mapping mapping = MappingProposal.Of(Village, "village");
        Assert.Null(MappingCheck.Problem(mapping));
        Assert.Equal(
            ["date_start Date", "place Village", "adm_1 Governorate", "latitude Lat", "longitude Long", "event_type Type", "deaths_best Killed", "text Notes"],
            mapping.Fields.Select(f => $"{f.Key} {f.Value.Columns.Single()}"));
        Assert.Equal((Layouts.Plain, "Notes"), (mapping.Layout, mapping.FreeText));
        Assert.Equal(["Enumerator name"], mapping.LeaveOut);
        Assert.DoesNotContain("Enumerator name", mapping.Columns);
    }

    [Theory]
    [InlineData("التاريخ", "date_start")]
    [InlineData("الموقع", "place")]
    [InlineData("نوع الخرق", "event_type")]
    [InlineData("incident/date_of_incident", "date_start")]
    [InlineData("incident-village", "place")]
    [InlineData("_location_latitude", "latitude")]
    public void Proposal_KnowsOtherNames(string column, string field) => Assert.Contains(field, MappingProposal.Of([column, "zzz"], "t").Fields.Keys);

    [Fact]
    public void Choice_IsTheLastKept_ThenTheLayout_ThenAProposal()
    {
        string[] acled = [.. Layouts.Named("acled")!.AllColumns];
        Mapping first = Layouts.Named("acled")! with { DateOrder = DateOrder.Dmy }, second = first with { DateOrder = DateOrder.Mdy };
        Assert.Equal(DateOrder.Mdy, MappingChoice.Of(acled, [first, second], null, "x", null).DateOrder);
        Assert.Null(MappingChoice.Of(acled, [], null, "x", null).DateOrder);
        Mapping village = MappingProposal.Of(Village, "v") with { Name = "kept" };
        Assert.Equal("kept", MappingChoice.Of([.. Village.Reverse(), "one more"], [village], null, "x", null).Name);
        Assert.Equal("x", MappingChoice.Of(Village[1..], [village], null, "x", null).Name); // a column is missing
        Assert.Equal(Layouts.Plain, MappingChoice.Of(acled, [], Layouts.Plain, "x", null).Layout);
    }

    // cells of a column, pattern, whether it fits
    [Theory]
    [InlineData("120mm Mortar", "*mortar*", true)]
    [InlineData("Mortar", "mortar", true)]
    [InlineData("Mortars", "mortar", false)]
    [InlineData("Mortars", "mortar*", true)]
    [InlineData("undetermined", "mine*", false)]
    [InlineData(" HMG ", "hmg", true)]
    public void Pattern(string cell, string pattern, bool expected) => Assert.Equal(expected, CellPattern.Fits(pattern, cell));

    [Fact]
    public void Values_SayWhatCellsMean_AndAKnownCellGoesFirst()
    {
        const string Csv = "Date,Village,Kind,Weapon\n2017-01-05,Taftanaz,Shelling of homes,mortar 82\n2017-01-06,Taftanaz,Wedding,\n2017-01-07,Taftanaz,Quarrel,\n";
        List<RowResult> rows = Layout.Read("v.csv", Csv, null, m => m with
        {
            Fields = new Dictionary<string, FieldMapping>(m.Fields, StringComparer.Ordinal)
            {
                ["event_type"] = new() { Columns = ["Kind", "Weapon"], Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["*mortar*"] = "ASSAULT:heavy-weapons", ["wedding"] = "-" } },
            },
        });
        Assert.Equal("heavy-weapons", rows[0].Row!.Claim!.Mode);
        Assert.Equal("mortar 82", rows[0].Row!.Claim!.Text);
        Assert.Null(rows[1].Row!.Claim);
        Assert.Empty(rows[1].Problems);
        Assert.Equal((null, false), (rows[2].Row!.Claim, rows[2].Problems.Single().CostsRow)); // kept, for a person to code
    }

    [Fact]
    public void ColumnNames_AreClean_AndNeverTwice() =>
        Assert.Equal(["No. of violations", "No.", "No. (2)", "column 4", "a:b"], ColumnNames.Clean(["No. of\n violations", "No.", " No. ", "", "a: b"]));

    // Text and cells: what is printed is read again, at its characters.
    [Theory]
    [InlineData("one\ntwo", "x")]
    [InlineData("one\r\n  two: three\nfour: five", "a\nb: c")]
    [InlineData("", "only")]
    public void RowText_IsReadAsPrinted(string cell, string free)
    {
        string text = RowText.Print([("free", free), ("a", cell), ("b", "2")], "free");
        var cells = RowText.Parse(text, "free");
        Assert.Equal(cell.ReplaceLineEndings("\n"), cells.TryGetValue("a", out var a) ? a.Value : "");
        Assert.Equal(("2", free), (cells["b"].Value, cells["free"].Value));
        Assert.All(cells.Values, c => Assert.Equal(c.Value, c.Span.Of(text).Replace("\n  ", "\n", StringComparison.Ordinal)));
    }
}
