using System.Text;
using Hudna.Incidents;
using Hudna.Linking;

namespace Hudna.Tests.Linking;

public sealed class ReportCsvTests
{
    private static (List<LinkReport> Reports, List<RowProblem> Problems) Read(string csv)
    {
        List<RowProblem> problems = [];
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(csv));
        return ([.. ReportCsv.Read(stream, problems.Add)], problems);
    }

    [Fact]
    public void Read_UcdpColumns_FillsAReport()
    {
        (List<LinkReport> reports, _) = Read("""
            id,source,date_start,date_end,date_prec,latitude,longitude,where_prec,place,adm_1,adm_2,event_type,actor_a,actor_b,deaths_low,deaths_best,deaths_high,text,other
            7,GED,2014-08-10,2014-08-12,2,32.1,20.07,3,Benghazi,Benghazi,,state-based,"Army, of Y",Z,1,2,5,"two
            lines",x
            """);
        LinkReport r = Assert.Single(reports);
        Assert.Equal(
            ("7", "GED", new DateOnly(2014, 8, 10), new DateOnly(2014, 8, 12), 32.1, 20.07, 3, "Benghazi", null),
            (r.Id, r.Source, r.First, r.Last, r.Lat, r.Lon, r.Precision, r.Place, r.Adm2));
        Assert.Equal(("state-based", "Army, of Y", "Z", 1, 2, 5), (r.Act, Assert.Single(r.Actors), Assert.Single(r.Targets), r.DeadLow, r.DeadBest, r.DeadHigh));
        Assert.Contains("lines", r.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SyntheticColumns_CountsDaysAndTakesMinusOneForNotTold()
    {
        (List<LinkReport> reports, List<RowProblem> problems) = Read("id,incident,source,day,lat,lon,loc_prec,adm1,adm2,type,actor_a,actor_b,killed\n0,6657,17,318,35.9,39.0,3,2,12,0,-1,73,-1\n1,6657,17,319,35.9,39.0,1,2,12,0,4,73,0\n");
        Assert.Empty(problems);
        Assert.Equal(1, reports[1].First!.Value.DayNumber - reports[0].First!.Value.DayNumber);
        Assert.Empty(reports[0].Actors);
        Assert.Equal((null, 0), (reports[0].DeadBest, reports[1].DeadBest));
    }

    [Theory]
    [InlineData("x,2014-01-01,95,10", "latitude", "out of bounds")]
    [InlineData("x,01/02/2014,5,10", "date_start", "YYYY-MM-DD")]
    [InlineData("x,2014-01-01,north,10", "latitude", "no number")]
    [InlineData("x,2014-01-01,5,", "longitude", "missing")]
    [InlineData(",2014-01-01,5,10", "id", "empty")]
    [InlineData("x,2014-01-01,5", "", "3 cells")]
    public void Read_BadRow_IsNamedAndTheOthersGoIn(string row, string column, string message)
    {
        (List<LinkReport> reports, List<RowProblem> problems) = Read($"id,date_start,latitude,longitude\n{row}\ny,2014-01-01,5,10\n");
        Assert.Equal("y", Assert.Single(reports).Id);
        RowProblem problem = Assert.Single(problems);
        Assert.Equal((2, column), (problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OneDegreeSouthAndWest_IsAPlace()
    {
        LinkReport report = Assert.Single(Read("id,date_start,latitude,longitude\nx,2014-01-01,-1,-1\n").Reports);
        Assert.Equal((-1, -1), (report.Lat, report.Lon));
    }

    [Fact]
    public void Read_IdOfARowBefore_IsNamed()
    {
        (List<LinkReport> reports, List<RowProblem> problems) = Read("id,date_start,place\nx,2014-01-01,P\nx,2014-01-02,Q\n");
        Assert.Single(reports);
        Assert.Equal((3, "id"), (Assert.Single(problems).Line, problems[0].Column));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("date_start,place\n", "no column id")]
    [InlineData("id,place\n", "no column date_start")]
    [InlineData("id,id,date_start\n", "twice")]
    public void Read_BadHeader_IsRefused(string csv, string message) =>
        Assert.Contains(message, Assert.Throws<LinkInputException>(() => Read(csv)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "2014-08-13", "2014-08-13")]
    [InlineData(2, "2014-08-10", "2014-08-16")]
    [InlineData(3, "2014-08-10", "2014-08-16")]
    [InlineData(4, "2014-08-01", "2014-08-31")]
    [InlineData(5, "2014-01-01", "2014-12-31")]
    public void Read_DatePrecision_WidensTheDay(int precision, string first, string last)
    {
        LinkReport report = Assert.Single(Read($"id,date_start,date_prec,place\n1,2014-08-13,{precision},P\n").Reports);
        Assert.Equal((first, last), ($"{report.First:yyyy-MM-dd}", $"{report.Last:yyyy-MM-dd}"));
    }
}
