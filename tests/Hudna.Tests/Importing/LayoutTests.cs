using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Importing;

/// <summary>Rows of published layouts; every row is made up.</summary>
public sealed class LayoutTests
{
    private const string AcledHeader =
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp";

    private const string GedHeader =
        "id,relid,year,active_year,code_status,type_of_violence,conflict_name,dyad_name,side_a,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,country,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low";

    private static string Acled(
        string id = "SYR1", string date = "2017-01-05", string timePrecision = "1", string act = "Armed clash", string actor1 = "Group A", string assoc1 = "", string actor2 = "Group B",
        string geoPrecision = "1", string dead = "3", string lat = "35.99", string timestamp = "1700000000") =>
        $"{id},{date},2017,{timePrecision},Political violence,Battles,{act},{actor1},{assoc1},2,{actor2},,2,22,,760,Middle East,Syria,Idleb,,,Taftanaz,{lat},36.79,{geoPrecision},Example Monitor,Subnational,\"Clashes, it is said.\",{dead},,{timestamp}";

    private static string Ged(
        string id = "990001", string type = "1", string wherePrecision = "1", string datePrecision = "1", string start = "2017-01-05 00:00:00.000", string end = "2017-01-05 00:00:00.000",
        string best = "4", string high = "6", string low = "3") =>
        $"{id},SYR-2017-1-1,2017,1,Clear,{type},Syria: Government,Dyad,Side one,Side two,1,\"\"\"Agency,2017-01-06,x\"\"\",Agency A,2017-01-06,Clashes kill four,r,{wherePrecision},Taftanaz town,Taftanaz,Idlib governorate,,35.99,36.79,POINT (36.79 35.99),Syria,1,{datePrecision},{start},{end},1,2,1,0,{best},{high},{low}";

    // date, time_precision, the time that it means
    [Theory]
    [InlineData("2017-01-05", "1", "2017-01-05")]
    [InlineData("05 January 2017", "1", "2017-01-05")]
    [InlineData("2017-01-05", "2", "2017-01-02/2017-01-08")] // the middle of a week
    [InlineData("2017-01-16", "3", "2017-01")] // the middle of a month
    public void Acled_TimePrecision(string date, string precision, string expected) =>
        Assert.Equal(expected, Single(AcledHeader, Acled(date: date, timePrecision: precision)).Claim!.Time!.Value);

    // geo_precision, where_prec: a town's centroid is no spot
    [Theory]
    [InlineData("1", 2)]
    [InlineData("2", 3)]
    [InlineData("3", 4)]
    public void Acled_GeoPrecision(string precision, int expected) => Assert.Equal(expected, Single(AcledHeader, Acled(geoPrecision: precision)).Claim!.Place!.Precision);

    [Fact]
    public void Acled_Row_IsAClaimWhoseFieldsRestOnCells()
    {
        ImportRow row = Single(AcledHeader, Acled(actor1: "Military Forces of Syria (2000-)", assoc1: "Militia X; Militia Y", act: "Shelling/artillery/missile attack"));
        ClaimContent claim = row.Claim!;
        Assert.Null(ClaimCheck.Problem(claim, row.Text));
        Assert.Equal(("SYR1", "acled", "ACLED", ReportKind.Observation, Confidentiality.Public), (row.Id, row.Register, row.Source, row.Kind, row.Confidentiality));
        Assert.Equal((EventType.Assault, "heavy-weapons", 3m, 3m), (claim.Type, claim.Mode, claim.Dead!.Low, claim.Dead.High));
        Assert.Equal(["Military Forces of Syria (2000-)", "Militia X", "Militia Y"], claim.Actors.Select(a => a.Text));
        Assert.All(claim.Actors.Concat(claim.Recipients), p => Assert.Equal(p.Text, p.Span!.Value.Of(row.Text)));
        Assert.Equal(("sy-taftanaz", "Taftanaz"), (claim.Place!.PlaceId, claim.Place.Span!.Value.Of(row.Text)));
        Assert.Equal(["Example Monitor"], claim.Via);
        Assert.EndsWith("notes: Clashes, it is said.", row.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1700000000", row.Text + row.Original, StringComparison.Ordinal);
    }

    [Fact]
    public void Acled_DownloadedAgain_IsTheSameReport() =>
        Assert.Equal(Single(AcledHeader, Acled()).Text, Single(AcledHeader, Acled(timestamp: "1800000000")).Text);

    // changed cell, column that the problem names
    [Theory]
    [InlineData("lat", "latitude")]
    [InlineData("dead", "fatalities")]
    [InlineData("act", "sub_event_type")]
    [InlineData("date", "event_date")]
    [InlineData("id", "event_id_cnty")]
    public void Acled_BadCell_IsNamedByTheFilesColumn(string what, string column)
    {
        string bad = what switch { "lat" => Acled(lat: "135"), "dead" => Acled(dead: "many"), "act" => Acled(act: "Quarrel"), "date" => Acled(date: "soon"), _ => Acled(id: "") };
        List<RowResult> rows = Layout.Read("a.csv", $"{AcledHeader}\n{bad}\n{Acled("SYR2")}\n");
        Assert.Equal([(2, false), (3, true)], rows.Select(r => (r.Line, r.Row is not null)));
        Assert.Equal(column, Assert.Single(rows[0].Problems).Column);
    }

    // type_of_violence, whether GED's type is one
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    public void Ged_TypeOfViolence_IsAnAssault(string type)
    {
        ClaimContent claim = Single(GedHeader, Ged(type: type)).Claim!;
        Assert.Equal((EventType.Assault, null, 3m, 6m), (claim.Type, claim.Mode, claim.Dead!.Low, claim.Dead.High));
        Assert.Equal(("Side one", "Side two"), (claim.Actors.Single().Text, claim.Recipients.Single().Text));
    }

    // where_prec of GED, ours
    [Theory]
    [InlineData("1", 2)]
    [InlineData("2", 2)]
    [InlineData("4", 4)]
    [InlineData("6", 6)]
    public void Ged_WherePrecision(string precision, int expected) => Assert.Equal(expected, Single(GedHeader, Ged(wherePrecision: precision)).Claim!.Place!.Precision);

    [Theory]
    [InlineData("1", "2017-01-05 00:00:00.000", "2017-01-05")]
    [InlineData("3", "2017-01-11", "2017-01-05/2017-01-11")]
    [InlineData("4", "2017-01-31 00:00:00.000", "2017-01-05/2017-01-31")]
    public void Ged_DateRange(string precision, string end, string expected) =>
        Assert.Equal(expected, Single(GedHeader, Ged(datePrecision: precision, end: end)).Claim!.Time!.Value);

    [Theory]
    [InlineData("low", "9", "low")]
    [InlineData("type", "4", "type_of_violence")]
    [InlineData("end", "2017-01-04", "date_end")]
    public void Ged_BadCell(string what, string cell, string column)
    {
        string bad = what switch { "low" => Ged(low: cell), "type" => Ged(type: cell), _ => Ged(end: cell) };
        RowResult row = Assert.Single(Layout.Read("g.csv", $"{GedHeader}\n{bad}\n"));
        Assert.Equal((null, column), (row.Row, Assert.Single(row.Problems).Column));
    }

    // weapon, observation, date and time, mode, time
    [Theory]
    [InlineData("N/K", "Explosion", "\"2-Feb, 20:45\"", null, "2017-02-02T20:45")]
    [InlineData("HMG", "Burst", "\"2-Feb, 21:00-21:10\"", "firearms", "2017-02-02T21:00")]
    [InlineData("Mortar (120mm)", "Explosion", "\"31-Dec, 09:15\"", "heavy-weapons", "2016-12-31T09:15")]
    [InlineData("", "Burst", "3 Feb", "firearms", "2017-02-03")]
    [InlineData("IFV (BMP-2) cannon (30mm)", "Shot", "1 February 2017", "heavy-weapons", "2017-02-01")]
    [InlineData("Undetermined", "Muzzle flash", "2-Feb", null, "2017-02-02")]
    public void Osce_Row(string weapon, string observation, string when, string? mode, string expected)
    {
        string table = "Table of violations,,,,,,,\nSMM position,Event location,Means,No.,Observation,Description,Weapon,\"Date, time\"\n"
            + $"NW edge of Exampletown,1-2km SW,Heard,3,{observation},Assessed as outgoing,{weapon},{when}\n";
        ImportRow row = Assert.Single(Layout.Read("smm.csv", table, new DateOnly(2017, 2, 3))).Row!;
        Assert.Equal((3, "OSCE SMM", EventType.Assault, mode, expected), (row.Line, row.Source, row.Claim!.Type!.Value, row.Claim.Mode, row.Claim.Time!.Value));
        Assert.Null(ClaimCheck.Problem(row.Claim, row.Text));
        Assert.Contains("Event location: 1-2km SW\n", row.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Osce_WithoutTheReportsDay_GoesInWithoutADate()
    {
        RowResult row = Assert.Single(Layout.Read("smm.csv", "SMM position,Event location,Means,No.,Observation,Description,Weapon,Date\nA,1km,Heard,1,Shot,,N/K,2-Feb\n"));
        Assert.Equal((null, false), (row.Row!.Claim!.Time, row.Problems.Single().CostsRow));
        Assert.Contains("--published", row.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryLayout_IsRecognisedByItsHeader_AndTakesItsOwnColumns()
    {
        Assert.All(Layouts.BuiltIn, m =>
        {
            Assert.Null(MappingCheck.Problem(m));
            Assert.Equal(m.Layout, Layouts.Of([.. m.AllColumns])?.Layout);
            Assert.Equal(m.Layout, Layouts.Of([.. m.AllColumns.Select(c => c.ToUpperInvariant())])?.Layout);
        });
        Assert.Null(Layouts.Of(["date", "place"]));
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void OtherSeparators_AreTold(char separator)
    {
        string table = $"{AcledHeader}\n{Acled()}".Replace("\"Clashes, it is said.\"", "Clashes.", StringComparison.Ordinal).Replace(',', separator);
        Assert.Equal("SYR1", Assert.Single(Layout.Read("a.csv", table)).Row!.Id);
    }

    [Fact]
    public void MissingColumns_AreNamed()
    {
        SourceTable table = Layout.Open("a.csv", "event_date,sub_event_type,actor1,fatalities\n2017-01-05,Armed clash,A,1\n");
        RowProblem problem = Assert.Single(new TableReading(table, Layouts.Named("acled")!, new KnownOfTable(null, null, "a")).HeaderProblems);
        Assert.Equal((1, "event_id_cnty"), (problem.Line, problem.Column));
    }

    private static ImportRow Single(string header, string row)
    {
        RowResult read = Assert.Single(Layout.Read("t.csv", $"{header}\n{row}\n"));
        Assert.Empty(read.Problems);
        return read.Row!;
    }
}
