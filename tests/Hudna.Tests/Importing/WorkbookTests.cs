using System.Text;
using Hudna.Importing;
using Hudna.Incidents;

namespace Hudna.Tests.Importing;

public sealed class WorkbookTests
{
    // a cell as it is kept, what it says
    [Theory]
    [InlineData("<c r=\"A2\" s=\"1\"><v>42740</v></c>", "2017-01-05")]
    [InlineData("<c r=\"A2\" s=\"2\"><v>42740.5</v></c>", "2017-01-05 12:00")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>59</v></c>", "1900-02-28")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>61</v></c>", "1900-03-01")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>0.5</v></c>", "12:00")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>9e99</v></c>", "9e99")]
    [InlineData("<c r=\"A2\" s=\"3\"><v>42740</v></c>", "42740")] // "days" in quotation marks makes no date
    [InlineData("<c r=\"A2\"><v>0.30000000000000004</v></c>", "0.3")]
    [InlineData("<c r=\"A2\"><v>12</v></c>", "12")]
    [InlineData("<c r=\"A2\" t=\"s\"><v>1</v></c>", "two words")]
    [InlineData("<c r=\"A2\" t=\"b\"><v>1</v></c>", "TRUE")]
    [InlineData("<c r=\"A2\" t=\"str\"><f>A1</f><v>result</v></c>", "result")]
    [InlineData("<c r=\"A2\" t=\"inlineStr\"><is><r><t>rich </t></r><r><t>text</t></r></is></c>", "rich text")]
    [InlineData("<c r=\"A2\" t=\"d\"><v>2017-01-05</v></c>", "2017-01-05")]
    public void Cell(string cell, string expected)
    {
        byte[] book = Sheets.Of([("S", [["a", "b"], [cell, "x"]])], "<si><t>one</t></si><si><r><t>two </t></r><r><t>words</t></r></si>", "");
        Assert.Equal([expected, "x"], Assert.Single(Open(book).Rows([])).Cells);
    }

    [Fact]
    public void DatesFrom1904()
    {
        byte[] book = Sheets.Of([("S", [["a", "b"], ["<c s=\"1\"><v>41278</v></c>", "x"]])], "", "<workbookPr date1904=\"1\"/>");
        Assert.Equal("2017-01-05", Assert.Single(Open(book).Rows([])).Cells[0]);
    }

    [Fact]
    public void GapsAndTitles_KeepRowsAndColumnsWhereTheyStand()
    {
        byte[] book = Sheets.Of(("S", [["A title"], [], ["event_date", "sub_event_type", "actor1", "fatalities"], [], ["<c r=\"B5\" t=\"inlineStr\"><is><t>x</t></is></c>", "<c r=\"D5\"><v>2</v></c>"]]));
        SourceTable table = Open(book);
        Assert.Equal((3, 4), (table.HeaderLine, table.Header.Count));
        SourceRow row = Assert.Single(table.Rows([]), r => r.Cells.Any(c => c.Length > 0));
        Assert.Equal((5, "|x||2"), (row.Line, string.Join('|', row.Cells)));
    }

    [Fact]
    public void Sheet_IsChosenByName_AndOthersAreNamed()
    {
        byte[] book = Sheets.Of(("First", [["a", "b"], ["1", "2"]]), ("Second", [["c", "d"], ["3", "4"]]));
        Assert.Contains("not read: Second", Assert.Single(Open(book).Notes), StringComparison.Ordinal);
        SourceTable second = Layout.Open("t.xlsx", book, "second");
        Assert.Equal(["c", "d"], second.Header);
        Assert.Empty(second.Notes);
        Assert.Contains("\"First\", \"Second\"", Assert.Throws<BadTableException>(() => Layout.Open("t.xlsx", book, "third")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Workbook_GivesTheSameRowsAsCsv()
    {
        const string Csv = "Date,Village,Killed\n2017-01-05,Taftanaz,3\n2017-01-06,Saraqib,0\n";
        byte[] book = Sheets.Of(("S", [["Date", "Village", "Killed"], ["<c s=\"1\"><v>42740</v></c>", "Taftanaz", "<c><v>3</v></c>"], ["<c s=\"1\"><v>42741</v></c>", "Saraqib", "<c><v>0</v></c>"]]));
        Assert.Equal(Layout.Read("v.csv", Csv).Select(r => r.Row!.Text), Layout.Read(Open(book)).Select(r => r.Row!.Text));
    }

    // what stands in the sheet, what is said of it
    [Theory]
    [InlineData("<c t=\"s\"><v>7</v></c>", "names text 7 of 0")]
    [InlineData("<c r=\"ZZZZZZ9\"><v>1</v></c>", "stands where none can")]
    [InlineData("<c r=\"9\"><v>1</v></c>", "a name such as B7")]
    public void BadCell_EndsTheRows_AndSaysWhere(string cell, string expected)
    {
        byte[] book = Sheets.Of(("S", [["a", "b"], ["1", "2"], [cell, "x"], ["3", "4"]]));
        var problems = new List<RowProblem>();
        SourceTable table = Open(book);
        Assert.Single(table.Rows(problems));
        Assert.Contains(expected, Assert.Single(problems).Message, StringComparison.Ordinal);
        Assert.Equal(3, problems[0].Line);
    }

    [Fact]
    public void NoWorkbook_IsRefused()
    {
        Assert.Throws<BadTableException>(() => Layout.Open("t.xlsx", "PK\u0003\u0004 and so on"u8.ToArray()));
        Assert.Throws<BadTableException>(() => Layout.Open("t.xlsx", []));
        Assert.Throws<BadTableException>(() => Layout.Open("t.xlsx", Sheets.Of(("S", []))));
        byte[] book = Sheets.Of(("S", [["a", "b"], ["1", "2"]]));
        Assert.Throws<BadTableException>(() => Layout.Open("t.xlsx", book[..(book.Length / 2)]));
    }

    [Fact]
    public void DocumentTypeInside_IsRefused()
    {
        byte[] book = Sheets.Of([("S", [["a", "b"]])], "", "");
        string bomb = "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        using var stream = new MemoryStream();
        stream.Write(book);
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/sharedStrings.xml")!.Delete();
            using Stream entry = zip.CreateEntry("xl/sharedStrings.xml").Open();
            entry.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?>{bomb}<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>&b;</t></si></sst>"));
        }

        Assert.Throws<BadTableException>(() => Layout.Open("t.xlsx", stream.ToArray()));
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(16_383, "XFD")]
    public void ColumnLetters(int at, string expected) => Assert.Equal(expected, Workbook.ColumnLetters(at));

    private static SourceTable Open(byte[] book) => Layout.Open("t.xlsx", book);
}
