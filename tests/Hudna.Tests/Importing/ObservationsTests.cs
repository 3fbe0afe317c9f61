using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Tests.Incidents;
using Hudna.Tests.Store;

namespace Hudna.Tests.Importing;

public sealed class ObservationsTests
{
    private static readonly string Header = string.Join(',', Observations.Columns);

    private static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["id"] = "T-O-001",
        ["kind"] = "observation",
        ["source"] = "Idlib team",
        ["received"] = "2017-01-01T18:00+02:00",
        ["date_start"] = "2017-01-01",
        ["date_end"] = "2017-01-01",
        ["date_prec"] = "1",
        ["time"] = "10:30",
        ["place"] = "تفتناز",
        ["adm_1"] = "Idlib",
        ["latitude"] = "35.99",
        ["longitude"] = "36.79",
        ["where_prec"] = "1",
        ["event_type"] = "Air/drone strike",
        ["actor_a"] = "سلاح الجو السوري",
        ["actor_b"] = "Al-Nusra Front",
        ["weapon"] = "two missiles",
        ["deaths_low"] = "9",
        ["deaths_best"] = "10",
        ["deaths_high"] = "11",
        ["injured_low"] = "20",
        ["confidentiality"] = "mechanism",
        ["text"] = "وصل الفريق، \"وشاهد\" حفرتين.\nثم غادر",
    };

    private static readonly RowClaims Claims = new(Readings.Gazetteer, null);

    [Fact]
    public void Row_BecomesAReportOfLines_AndAClaimWhoseFieldsRestOnThem()
    {
        ImportRow row = Assert.Single(Read().Rows);
        Assert.Equal(
            (2, ReportKind.Observation, "Idlib team", Confidentiality.Mechanism, new DateTimeOffset(2017, 1, 1, 18, 0, 0, TimeSpan.FromHours(2))),
            (row.Line, row.Kind, row.Source, row.Confidentiality, row.Received));
        Assert.StartsWith("id: T-O-001\ndate_start: 2017-01-01\n", row.Text, StringComparison.Ordinal);
        Assert.EndsWith("text: وصل الفريق، \"وشاهد\" حفرتين.\nثم غادر", row.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Idlib team", row.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("means", row.Text, StringComparison.Ordinal);

        ClaimContent claim = Claim(row)!;
        Assert.Null(ClaimCheck.Problem(claim, row.Text));
        Assert.Equal((EventType.Assault, "aerial", "Air/drone strike"), (claim.Type, claim.Mode, claim.Text));
        Assert.Equal("sy-air-force", claim.Actors.Single().ActorId);
        Assert.Equal("nusra", claim.Recipients.Single().ActorId);
        Assert.Equal(("sy-taftanaz", 35.99, 1), (claim.Place!.PlaceId, claim.Place.Lat, claim.Place.Precision));
        Assert.Equal(("2017-01-01T10:30", new DateOnly(2017, 1, 1)), (claim.Time!.Value, claim.Time.Last));
        Assert.Equal((9m, 11m, 20m, null), (claim.Dead!.Low, claim.Dead.High, claim.Injured!.Low, claim.Injured.High));
        Assert.Equal("two missiles", claim.Weapon);
        foreach ((Span? span, string column) in new[]
        {
            ((Span?)claim.Span, "event_type"), (claim.Actors[0].Span, "actor_a"), (claim.Recipients[0].Span, "actor_b"), (claim.Place.Span, "place"),
            (claim.Time.Span, "date_start"), (claim.Dead.Span, "deaths_best"), (claim.Injured.Span, "injured_low"),
        })
        {
            Assert.Equal(Good[column], span!.Value.Of(row.Text));
        }
    }

    // column, cell, what the message must say
    [Theory]
    [InlineData("id", "", "1 to 300")]
    [InlineData("kind", "rumour", "observation or complaint")]
    [InlineData("source", "", "is empty")]
    [InlineData("received", "2017-01-01 18:00", "2017-01-31T14:30+02:00")]
    [InlineData("date_start", "", "is empty")]
    [InlineData("date_start", "32/13/2017", "2017-01-31")]
    [InlineData("date_start", "01/02/17", "2017-01-31")]
    [InlineData("date_end", "2016-12-31", "a later day")]
    [InlineData("date_prec", "6", "from 1 to 5")]
    [InlineData("date_prec", "", "date_prec")]
    [InlineData("time", "24:10", "14:30")]
    [InlineData("latitude", "95.1", "from -90 to 90")]
    [InlineData("latitude", "", "together")]
    [InlineData("longitude", "36,79", "decimal degrees")]
    [InlineData("where_prec", "0", "from 1 to 7")]
    [InlineData("where_prec", "", "from 1 (exact) to 7")]
    [InlineData("event_type", "", "is empty")]
    [InlineData("event_type", "Strike", "Air/drone strike")]
    [InlineData("event_type", "Strike", "COERCE:withhold")]
    [InlineData("event_type", "COERCE:aerial", "seize, restrict, censor")]
    [InlineData("event_type", "COERCE:", "seize, restrict, censor")]
    [InlineData("event_type", "coerce:withhold", "as COERCE:withhold")]
    [InlineData("event_type", "AID:food", "AID, which has no modes")]
    [InlineData("deaths_low", "12", "rising order")]
    [InlineData("deaths_high", "9,5", "whole number")]
    [InlineData("deaths_best", "-1", "whole number")]
    [InlineData("injured_high", "19", "rising order")]
    [InlineData("confidentiality", "secret", "public, mechanism or restricted")]
    [InlineData("place", "a\nb", "quotation mark")]
    public void BadCell_IsNamedWithRowAndColumn_AndTheOtherRowsGoIn(string column, string cell, string expected)
    {
        ObservationFile file = Observations.Read($"{Header}\n{Row(column, cell)}\n{Row("id", "T-O-002")}\n");
        Assert.Equal("T-O-002", Assert.Single(file.Rows).Id);
        Assert.Contains(file.Problems, p => p is { Line: 2, CostsRow: true } && p.Message.Contains(expected, StringComparison.Ordinal)
            && (string.Equals(p.Column, column, StringComparison.Ordinal) || (column is "injured_high" && p.Column is "injured_low")));
        Assert.All(file.Problems, p => Assert.Equal(2, p.Line));
    }

    // ACLED has no sub-event for what is withheld: such rows give PLOVER's type, with or without its mode.
    [Theory]
    [InlineData("COERCE:withhold", EventType.Coerce, "withhold")]
    [InlineData("COERCE", EventType.Coerce, null)]
    [InlineData("AID", EventType.Aid, null)]
    public void EventType_MayBePlovers(string cell, EventType type, string? mode)
    {
        ImportRow row = Assert.Single(Observations.Read($"{Header}\n{Row("event_type", cell)}\n").Rows);
        ClaimContent claim = Claim(row)!;
        Assert.Null(ClaimCheck.Problem(claim, row.Text));
        Assert.Equal((type, mode, cell), (claim.Type!.Value, claim.Mode, claim.Span.Of(row.Text)));
    }

    [Fact]
    public void RowWithTooFewCells_IsNamed()
    {
        ObservationFile file = Observations.Read($"{Header}\nT-O-001,observation\n{Row("id", "T-O-002")}\n");
        Assert.Equal((1, 2, "has 2 cells; 25 are expected, as in the header"), (file.Rows.Count, file.Problems[0].Line, file.Problems[0].Message));
    }

    [Fact]
    public void LinesAreCounted_AlsoThroughCellsOfSeveralLines()
    {
        ObservationFile file = Observations.Read($"{Header}\r\n{Row()}\r\n{Row("kind", "x")}\r\n");
        Assert.Equal((2, 4), (file.Rows[0].Line, file.Problems.Single(p => p.Column is "kind").Line));
    }

    [Fact]
    public void IdTwice_IsNamed()
    {
        ObservationFile file = Observations.Read($"{Header}\n{Row()}\n{Row()}\n");
        Assert.Equal((1, "id"), (file.Rows.Count, Assert.Single(file.Problems).Column));
    }

    [Theory]
    [InlineData("", "header")]
    [InlineData("id,kind\n1,2\n", "missing in the header")]
    public void BadHeader_StopsTheTable(string csv, string expected)
    {
        ObservationFile file = Observations.Read(csv);
        Assert.Empty(file.Rows);
        Assert.Contains(file.Problems, p => p.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void QuotationMarkNeverClosed_IsSaid()
    {
        ObservationFile file = Observations.Read($"{Header}\n{Row("id", "T-O-002")}\n{Row()[..^1]}\n{Row("id", "T-O-003")[..^1]}");
        Assert.Equal("T-O-002", Assert.Single(file.Rows).Id);
        Assert.NotEmpty(file.Problems);
    }

    [Fact]
    public void ColumnsInAnotherOrder_GiveTheSameReport()
    {
        string[] turned = [.. Observations.Columns.Reverse()];
        string csv = string.Join(',', turned) + "\n" + string.Join(',', turned.Select(c => Quoted(Good.GetValueOrDefault(c, string.Empty)))) + "\n";
        Assert.Equal(Read().Rows[0].Text, Observations.Read("\uFEFF" + csv).Rows[0].Text);
    }

    // event type of the table, PLOVER type, mode
    [Theory]
    [InlineData("Armed clash", EventType.Assault, null)]
    [InlineData("shelling/artillery/missile attack", EventType.Assault, "heavy-weapons")]
    [InlineData("Arrests", EventType.Coerce, "arrest")]
    [InlineData("Other", null, null)]
    public void EventType_IsMappedOrLeft(string name, EventType? type, string? mode)
    {
        ClaimContent? claim = Claim(Observations.Read($"{Header}\n{Row("event_type", name)}\n").Rows[0]);
        Assert.Equal((type, mode), (claim?.Type, claim?.Mode));
    }

    [Fact]
    public void EverySubEventOfTheCodebook_IsInTheTable() => Assert.Equal(25, EmbeddedRows("acled-plover.tsv"));

    // place, adm_1, latitude, longitude, id expected
    [Theory]
    [InlineData("Taftanaz", "Idlib", "", "", "sy-taftanaz")]
    [InlineData("تلبيسة - المدخل الجنوبي", "حمص", "34.8405", "36.7292", "sy-talbiseh")] // the words that name it
    [InlineData("تلبيسة", "حمص", "36.2", "37.1", null)] // of that name, but elsewhere
    [InlineData("الدار الكبيره", "", "", "", null)] // two of that name
    [InlineData("الدار الكبيره", "Homs", "", "", "sy-dar-kabirah-homs")]
    [InlineData("الدار الكبيره", "", "35.73", "36.51", "sy-dar-kabirah-idlib")]
    [InlineData("المعرة", "إدلب", "", "", null)]
    public void Place_IsLookedUp_NeverGuessed(string place, string admin1, string lat, string lon, string? id)
    {
        ObservationFile file = Observations.Read($"{Header}\n{Row("place", place, "adm_1", admin1, "latitude", lat, "longitude", lon)}\n");
        Assert.Equal(id, Claim(file.Rows.Single())!.Place!.PlaceId);
    }

    // A date that can mean two days costs the date, not the row.
    [Fact]
    public void AmbiguousDate_CostsTheDate()
    {
        ObservationFile file = Observations.Read($"{Header}\n{Row("date_start", "03/04/2017", "date_end", "")}\n");
        ImportRow row = Assert.Single(file.Rows);
        Assert.Equal((null, null), (row.Date, row.Claim!.Time));
        RowProblem problem = Assert.Single(file.Problems);
        Assert.Equal((2, "date_start", false), (problem.Line, problem.Column, problem.CostsRow));
        Assert.Contains("day first and month first", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnsBeside_DoNotChangeTheReport()
    {
        ImportRow row = Assert.Single(Observations.Read($"{Header},extra\n{Row()},more\n").Rows);
        Assert.Equal(Read().Rows[0].Text, row.Text);
        Assert.EndsWith(",more", row.Original, StringComparison.Ordinal);
    }

    [Fact]
    public void Place_WithoutAPointAndCoarserThanOne_IsNoTown()
    {
        ObservationFile file = Observations.Read($"{Header}\n{Row("place", "تفتناز", "latitude", "", "longitude", "", "where_prec", "4")}\n");
        ClaimPlace place = Claim(file.Rows.Single())!.Place!;
        Assert.Equal((null, null, 4), (place.PlaceId, place.Lat, place.Precision));
    }

    private static int EmbeddedRows(string name)
    {
        using Stream stream = typeof(Observations).Assembly.GetManifestResourceStream("Hudna.Incidents." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Count(l => l.Length > 0 && l[0] != '#');
    }

    private static ObservationFile Read() => Observations.Read($"{Header}\n{Row()}\n");

    private static string Row(params string[] changes)
    {
        var cells = new Dictionary<string, string>(Good, StringComparer.Ordinal);
        for (int i = 0; i < changes.Length; i += 2)
        {
            cells[changes[i]] = changes[i + 1];
        }

        return string.Join(',', Observations.Columns.Select(c => Quoted(cells.GetValueOrDefault(c, string.Empty))));
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static ClaimContent? Claim(ImportRow row)
    {
        var problems = new List<string>();
        (Hudna.Acts.Act filed, _) = Samples.Filed(row.Text, kind: row.Kind);
        Report report = Hudna.Acts.ReportState.Apply(null, filed);
        ProposedClaim? claim = Claims.Of(report, Layouts.OfObservations, problems, out _);
        Assert.Empty(problems);
        Assert.Equal(claim is null ? null : RowClaims.Rule, claim?.Body.Rule);
        return claim?.Body.Content;
    }
}
