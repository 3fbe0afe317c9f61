using System.Text;
using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Linking;

namespace Hudna.Tests.Incidents;

public sealed class DatePrecisionTests
{
    // day, date_prec, first, last, why
    [Theory]
    [InlineData("2015-01-28", 1, "2015-01-28", "2015-01-28", "the day is known")]
    [InlineData("2015-01-28", 2, "2015-01-25", "2015-01-31", "two to six days: how many is not told")]
    [InlineData("2015-01-28", 3, "2015-01-25", "2015-01-31", "a week, told by its middle")]
    [InlineData("2015-01-01", 3, "2014-12-29", "2015-01-04", "a week over the turn of the year")]
    [InlineData("2016-02-10", 4, "2016-02-01", "2016-02-29", "a month, of a leap year")]
    [InlineData("2015-12-31", 4, "2015-12-01", "2015-12-31", "a month")]
    [InlineData("2015-06-15", 5, "2015-01-01", "2015-12-31", "a year")]
    [InlineData("0001-01-01", 3, "0001-01-01", "0001-01-04", "no day before the first")]
    [InlineData("9999-12-31", 2, "9999-12-28", "9999-12-31", "none after the last")]
    public void Period_IsTheCodebooks(string day, int precision, string first, string last, string why)
    {
        (DateOnly from, DateOnly to) = DatePrecision.Period(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), precision);
        Assert.True((first, last) == ($"{from:yyyy-MM-dd}", $"{to:yyyy-MM-dd}"), why);
    }

    /// <summary>A table that is imported and one that is linked mean the same days.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void ImportingAndLinking_WidenAlike(int precision)
    {
        string csv = $"id,date_start,date_prec,place,event_type\n1,2015-01-28,{precision},P,Armed clash\n";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        LinkReport linked = Assert.Single(ReportCsv.Read(stream, _ => { }));
        SourceTable table = TableFiles.Open("a.csv", Encoding.UTF8.GetBytes(csv), null, _ => true);
        Mapping mapping = MappingChoice.Of(table.Header, [], Layouts.Plain, "a", null) with { Widen = true, Codes = "acled" };
        ClaimTime time = Assert.Single(new TableReading(table, mapping, new KnownOfTable("S", null, "S")).Rows()).Row!.Claim!.Time!;
        Assert.Equal((linked.First, linked.Last), (time.First, time.Last));
    }
}
