using Hudna.Importing;
using Hudna.Incidents;

namespace Hudna.Tests.Importing;

public sealed class GeoJsonTests
{
    // geometry, latitude, longitude, where_prec
    [Theory]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[36.8,35.9]}", "35.9", "36.8", "")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[36.8,35.9,410]}", "35.9", "36.8", "")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[36,35],[37,35],[37,36],[36,36],[36,35]]]}", "35.5", "36.5", "5")]
    [InlineData("{\"type\":\"LineString\",\"coordinates\":[[36,35],[36.5,35],[37,35]]}", "35", "36.5", "5")]
    [InlineData("{\"type\":\"MultiPoint\",\"coordinates\":[[36,35]]}", "35", "36", "5")]
    [InlineData("{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[36,35]}]}", "35", "36", "5")]
    [InlineData("null", "", "", "")]
    public void Geometry(string geometry, string lat, string lon, string precision)
    {
        SourceTable table = Open($"{{\"type\":\"Feature\",\"properties\":{{\"a\":\"x\"}},\"geometry\":{geometry}}}");
        SourceRow row = Assert.Single(table.Rows([]));
        string cell(string name) => ColumnNames.IndexOf(table.Header, name) is >= 0 and int at ? row.Cells[at] : "";
        Assert.Equal((lat, lon, precision), (cell("latitude"), cell("longitude"), cell("where_prec")));
    }

    [Theory]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[336.8,35.9]}")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[\"a\",\"b\"]}")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[]}")]
    [InlineData("{\"type\":\"Point\"}")]
    [InlineData("{\"type\":7}")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[36,35],[37,35]]]}")]
    [InlineData("{\"type\":\"Circle\",\"coordinates\":[36,35]}")]
    public void BadGeometry_IsNamedWithItsLine(string geometry)
    {
        SourceTable table = Open("{\"type\":\"Feature\",\"properties\":{\"a\":\"x\"},\"geometry\":null}", $"{{\"type\":\"Feature\",\"properties\":{{\"a\":\"y\"}},\"geometry\":{geometry}}}");
        var problems = new List<RowProblem>();
        Assert.Equal("x", Assert.Single(table.Rows(problems)).Cells[0]);
        Assert.Equal((3, "geometry"), (Assert.Single(problems).Line, problems[0].Column));
    }

    [Fact]
    public void Features_AreRowsOfTheirLayout()
    {
        const string Properties = "\"event_id_cnty\":\"SYR7\",\"event_date\":\"2017-01-05\",\"time_precision\":1,\"sub_event_type\":\"Armed clash\",\"actor1\":\"A\",\"actor2\":null,\"geo_precision\":1,\"location\":\"Taftanaz\",\"fatalities\":2,\"notes\":\"n\"";
        RowResult row = Assert.Single(Layout.Read(Open($"{{\"type\":\"Feature\",\"properties\":{{{Properties}}},\"geometry\":{{\"type\":\"Point\",\"coordinates\":[36.79,35.99]}}}}")));
        Assert.Equal(("SYR7", 35.99, 2m), (row.Row!.Id, row.Row.Claim!.Place!.Lat, row.Row.Claim.Dead!.Low));
    }

    [Theory]
    [InlineData("{", 1)]
    [InlineData("{\"type\":\"Feature\"}", 1)]
    [InlineData("{\"type\":\"FeatureCollection\",\n\"features\":[}\n", 2)]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", 1)]
    [InlineData("[]", 1)]
    public void NoCollection_IsRefused(string json, int line) => Assert.Equal(line, Assert.Throws<BadTableException>(() => Layout.Open("t.geojson", json)).Line);

    private static SourceTable Open(params string[] features) => Layout.Open("t.geojson", $"{{\"type\":\"FeatureCollection\",\"features\":[\n{string.Join(",\n", features)}\n]}}");
}
