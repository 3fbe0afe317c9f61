using FsCheck;
using FsCheck.Fluent;
using Hudna.Agreements;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Coverage;

public sealed class CoverageTableTests
{
    private const string Header = "id,kind,team,place,adm_1,latitude,longitude,radius_km,from,to,access,denied_by,note";

    private static readonly Gazetteer Places = new(
        new Dictionary<string, PlaceEntry>(StringComparer.Ordinal)
        {
            ["sy-taftanaz"] = new("sy-taftanaz", "Taftanaz", ["تفتناز"], PlaceKind.Settlement, "town", "SY", "Idlib", 35.99, 36.79, 4, false, "test"),
            ["sy-idlib-gov"] = new("sy-idlib-gov", "Idlib Governorate", ["محافظة إدلب"], PlaceKind.Region, "governorate", "SY", "Idlib", 35.9, 36.7, 2, false, "test"),
            ["sy-idlib"] = new("sy-idlib", "Idlib", ["إدلب"], PlaceKind.Settlement, "city", "SY", "Idlib", 35.93, 36.63, 1, false, "test"),
            ["sy-rif"] = new("sy-rif", "Rural Damascus", ["ريف دمشق"], PlaceKind.Region, "governorate", "SY", "Rural Damascus", 33.5, 36.6, 2, false, "test"),
        },
        new Dictionary<string, ActorEntry>(StringComparer.Ordinal)
        {
            ["jaysh-al-islam"] = new("jaysh-al-islam", "Jaysh al-Islam", ["جيش الإسلام"], ActorType.ArmedGroup, "faction", "SY", [], null, null, "test"),
        });

    private static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["id"] = "T-V-001",
        ["kind"] = "patrol",
        ["team"] = "Idlib team",
        ["place"] = "Taftanaz",
        ["adm_1"] = "Idlib",
        ["latitude"] = "36.0",
        ["longitude"] = "36.8",
        ["radius_km"] = "2.5",
        ["from"] = "2017-01-05T08:00+02:00",
        ["to"] = "2017-01-05T12:30+02:00",
        ["access"] = "denied",
        ["denied_by"] = "جيش الإسلام",
        ["note"] = "turned back",
    };

    [Fact]
    public void Row_GivesAllOfIt()
    {
        CoverageRow row = Assert.Single(Read().Rows);
        Assert.Equal(("T-V-001", 2), (row.Id, row.Line));
        Assert.Equal(
            new CoverageContent(
                CoverageKind.Patrol, "Idlib team", new CoveragePlace("Taftanaz", "sy-taftanaz", "SY/Idlib", new Position(36.0, 36.8), 2.5), At(8, 0), At(12, 30),
                CoverageAccess.Denied, "jaysh-al-islam", "turned back"),
            row.Content);
    }

    // adm_1, province expected
    [Theory]
    [InlineData("Idlib", "SY/Idlib")]
    [InlineData("إدلب", "SY/Idlib")]
    [InlineData("محافظة ادلب", "SY/Idlib")]
    [InlineData("Rural Damascus", "SY/Rural Damascus")]
    [InlineData("ريف دمشق", "SY/Rural Damascus")]
    public void Division_IsKnownByItsNames(string name, string province)
    {
        CoverageRow row = Assert.Single(Read("place", "", "adm_1", name, "latitude", "", "longitude", "", "radius_km", "").Rows);
        Assert.Equal(new CoveragePlace(name, null, province, null, null), row.Content.Place);
    }

    [Fact]
    public void PlaceWithoutPoint_HasTheGazetteersOne() =>
        Assert.Equal(new Position(35.99, 36.79), Read("latitude", "", "longitude", "").Rows.Single().Content.Place.Center);

    // column, cell, what the message must say
    [Theory]
    [InlineData("id", "", "one line of 1 to 300 characters")]
    [InlineData("kind", "satellite", "patrol, observation_post, camera, drone")]
    [InlineData("team", "", "is empty")]
    [InlineData("team", "a\nb", "one line")]
    [InlineData("place", "Nowhere", "a place that the gazetteer has there")]
    [InlineData("adm_1", "", "is empty")]
    [InlineData("adm_1", "Rif", "a first-order division that the gazetteer has")]
    [InlineData("adm_1", "Rural Damascus", "Idlib, where the gazetteer has Taftanaz")]
    [InlineData("latitude", "95", "a number from -90 to 90")]
    [InlineData("latitude", "", "together")]
    [InlineData("longitude", "36,8", "a number from -180 to 180")]
    [InlineData("radius_km", "0", "a number from 0.01 to 500")]
    [InlineData("from", "2017-01-05 08:00", "a moment with its offset, as 2017-01-05T08:00+02:00")]
    [InlineData("to", "", "is empty")]
    [InlineData("to", "2017-01-05T08:00+02:00", "a moment after 2017-01-05T08:00+02:00")]
    [InlineData("access", "none", "full, partial, denied, out_of_order")]
    [InlineData("denied_by", "Somebody", "the id or the name of an actor")]
    public void BadCell_IsNamedWithRowAndColumn_AndTheOtherRowsGoIn(string column, string cell, string expected)
    {
        CoverageFile file = CoverageTable.Read($"{Header}\n{Row(column, cell)}\n{Row("id", "T-V-002")}\n", Places);
        Assert.Equal("T-V-002", Assert.Single(file.Rows).Id);
        Assert.Contains(file.Problems, p => p.Line == 2 && string.Equals(p.Column, column, StringComparison.Ordinal) && p.Message.Contains(expected, StringComparison.Ordinal));
        Assert.All(file.Problems, p => Assert.Equal(2, p.Line));
    }

    // columns and cells that do not go together
    [Theory]
    [InlineData("denied_by", "nothing, as access is full", "access", "full")]
    [InlineData("denied_by", "nothing, as access is out_of_order", "access", "out_of_order")]
    [InlineData("latitude", "the whole division was in sight", "place", "")]
    public void CellThatContradictsAnother_IsNamed(string column, string expected, params string[] changes)
    {
        CoverageFile file = Read(changes);
        Assert.Empty(file.Rows);
        Assert.Contains(file.Problems, p => string.Equals(p.Column, column, StringComparison.Ordinal) && p.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void IdTwice_IsNamed()
    {
        CoverageFile file = CoverageTable.Read($"{Header}\n{Row()}\n{Row()}\n", Places);
        Assert.Equal((1, new RowProblem(3, "id", "\"T-V-001\" cannot be used; an id that no earlier row has is expected")), (file.Rows.Count, Assert.Single(file.Problems)));
    }

    [Theory]
    [InlineData("", 1, "", "the table is empty")]
    [InlineData("id,kind\n1,2\n", 1, "team", "is missing in the header")]
    [InlineData(Header + ",extra\n", 1, "extra", "is no column")]
    [InlineData(Header + "\na,b\n", 2, "", "has 2 cells; 13 are expected")]
    public void BadTable_IsNamed(string csv, int line, string column, string expected)
    {
        CoverageFile file = CoverageTable.Read(csv, Places);
        Assert.Empty(file.Rows);
        Assert.Contains(file.Problems, p => p.Line == line && string.Equals(p.Column, column, StringComparison.Ordinal) && p.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void DamagedTable_NeverThrows()
    {
        string good = $"{Header}\n{Row()}\n{Row("id", "T-V-002", "note", "a, \"b\"\nc")}\n";
        Gen<string> damaged =
            from at in Gen.Choose(0, good.Length - 1)
            from length in Gen.Choose(0, 8)
            from sign in Gen.Elements(",", "\"", "\n", "\r", "\uFEFF", "9", "e999", "-", "ا", "\0", "")
            select good[..at] + sign + good[Math.Min(good.Length, at + length)..];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(damaged.ToArbitrary(), text =>
        {
            CoverageFile file = CoverageTable.Read(text, Places);
            return file.Problems.All(p => p.Line >= 1 && p.Message.Length > 0) && file.Rows.All(r => r.Content.From < r.Content.To);
        }));
    }

    private static CoverageFile Read(params string[] changes) => CoverageTable.Read($"{Header}\n{Row(changes)}\n", Places);

    private static string Row(params string[] changes)
    {
        var cells = new Dictionary<string, string>(Good, StringComparer.Ordinal);
        for (int i = 0; i < changes.Length; i += 2)
        {
            cells[changes[i]] = changes[i + 1];
        }

        return string.Join(',', CoverageTable.Columns.Select(c => cells[c].AsSpan().IndexOfAny(",\"\n") < 0
            ? cells[c] : "\"" + cells[c].Replace("\"", "\"\"", StringComparison.Ordinal) + "\""));
    }

    private static DateTimeOffset At(int hour, int minute) => new(2017, 1, 5, hour, minute, 0, TimeSpan.FromHours(2));
}
