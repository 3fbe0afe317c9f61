using Hudna.Importing;
using Hudna.Incidents;

namespace Hudna.Tests.Importing;

/// <summary>Exports of KoboToolbox and ODK beside their form; form and answers are made up.</summary>
public sealed class FormTests
{
    private const string Csv = """
        "start";"incident/day";"incident/what";"incident/weapons";"incident/weapons/mortar";"incident/weapons/rifle";"incident/spot";"_incident/spot_latitude";"_incident/spot_longitude";"_incident/spot_precision";"enumerator";"story";"_id";"_uuid";"_submission_time";"_submitted_by"
        "2017-01-05T10:00:00";"2017-01-05";"shelling";"mortar rifle";"1";"1";"35.99 36.79 400 4.5";"35.99";"36.79";"4.5";"Somebody";"سقطت قذيفتان";"77";"aaaa";"2017-01-05T11:00:00";"team_a"
        "2017-01-05T10:00:00";"2017-01-06";"wedding";"";"0";"0";"35.99 36.79 400 120";"35.99";"36.79";"120";"Somebody";"";"78";"bbbb";"2017-01-06T11:00:00";"team_a"
        """;

    internal static byte[] Form { get; } = Sheets.Of(
        ("survey",
        [
            ["type", "name", "label::English (en)", "label::العربية (ar)"],
            ["start", "start", "", ""],
            ["begin_group", "incident", "The incident", ""],
            ["date", "day", "When did it happen?", ""],
            ["select_one whats", "what", "What happened?", ""],
            ["select_multiple weapons", "weapons", "With what?", ""],
            ["geopoint", "spot", "Where?", ""],
            ["end_group", "", "", ""],
            ["text", "enumerator", "Your name", ""],
            ["text", "story", "What happened, in words", ""],
        ]),
        ("choices", [["list_name", "name", "label::English (en)"], ["whats", "shelling", "Shelling/artillery/missile attack"], ["whats", "wedding", "Other"], ["weapons", "mortar", "Mortar"], ["weapons", "rifle", "Rifle"]]));

    [Fact]
    public void Answers_AreTheFormsWords_AndPointsHaveTheirPrecision()
    {
        List<RowResult> rows = Rows(out Mapping mapping);
        Assert.All(rows, r => Assert.Empty(r.Problems));
        ImportRow row = rows[0].Row!;
        Assert.Equal(("77", Layouts.Kobo), (row.Id, mapping.Layout));
        Assert.Contains("incident/what: Shelling/artillery/missile attack\nincident/weapons: Mortar; Rifle\n", row.Text, StringComparison.Ordinal);
        Assert.Equal(("2017-01-05", "heavy-weapons", 35.99d, 1), (row.Claim!.Time!.Value, row.Claim.Mode, row.Claim.Place!.Lat, row.Claim.Place.Precision));
        Assert.Null(ClaimCheck.Problem(row.Claim, row.Text));
        Assert.Null(rows[1].Row!.Claim); // "Other" is no act
        Assert.Equal(new DateTimeOffset(2017, 1, 5, 11, 0, 0, TimeSpan.Zero), row.Received);
    }

    /// <summary>Who filled the form in is neither in the text nor in the original that is kept.</summary>
    [Fact]
    public void People_AreKeptNowhere()
    {
        foreach (ImportRow row in Rows(out Mapping mapping).Select(r => r.Row!))
        {
            Assert.DoesNotContain("Somebody", row.Text + row.Original + row.Title + row.Source, StringComparison.Ordinal);
            Assert.DoesNotContain("team_a", row.Text + row.Original + row.Title + row.Source, StringComparison.Ordinal);
            Assert.All(["enumerator", "_submitted_by"], c => Assert.Contains(c, mapping.LeaveOut));
        }
    }

    [Fact]
    public void WithoutTheForm_ItIsRecognised_AndCodesStand()
    {
        SourceTable table = Layout.Open("kobo.csv", Csv);
        Mapping mapping = MappingChoice.Of(table.Header, [], null, "kobo", null);
        Assert.Equal((Layouts.Kobo, "_id"), (mapping.Layout, mapping.Fields["id"].Columns.Single()));
        Assert.DoesNotContain("incident/weapons/mortar", mapping.Columns);
    }

    [Fact]
    public void OdkCentral_NamesGroupsWithHyphens()
    {
        FormQuestions form = TableFiles.Form(Form);
        Assert.Equal(("select_one", "incident/what"), (form.Of("incident-what")!.Type, form.Of("what")!.Path));
        Assert.Null(form.Of("else"));
        Assert.True(MappingProposal.IsForm(["SubmissionDate", "incident-day", "KEY", "SubmitterName"]));
    }

    [Fact]
    public void NoForm_IsRefused()
    {
        Assert.Contains("survey", Assert.Throws<BadTableException>(() => TableFiles.Form(Sheets.Of(("Sheet1", [["a", "b"]])))).Message, StringComparison.Ordinal);
        Assert.Throws<BadTableException>(() => TableFiles.Form("x"u8.ToArray()));
    }

    private static List<RowResult> Rows(out Mapping mapping)
    {
        FormQuestions form = TableFiles.Form(Form);
        SourceTable table = form.Apply(Layout.Open("kobo.csv", Csv));
        Mapping proposed = MappingChoice.Of(table.Header, [], null, "kobo", form);
        mapping = proposed with
        {
            Fields = new Dictionary<string, FieldMapping>(proposed.Fields, StringComparer.Ordinal) { ["event_type"] = new() { Columns = ["incident/what"] }, ["text"] = new() { Columns = ["story"] } },
            FreeText = "story",
        };
        return [.. new TableReading(table, mapping, new KnownOfTable(null, null, "kobo")).Rows()];
    }
}
