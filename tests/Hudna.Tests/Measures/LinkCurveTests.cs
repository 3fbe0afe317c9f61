using System.Globalization;
using Hudna.Linking;
using Hudna.Measuring;
using Hudna.Tests.Linking;

namespace Hudna.Tests.Measures;

public sealed class LinkCurveTests
{
    private static readonly List<(LinkReport Report, int Incident)> s_reports = SyntheticReports.Of(7, 400, days: 300);

    private static string[] Written(Action<BulkLinker, BulkLinker.ComparedReports, TextWriter> measure)
    {
        using StringWriter writer = new() { NewLine = "\n" };
        BulkLinker linker = new(new LinkOptions { Threads = 1 });
        measure(linker, linker.Compare(s_reports.Select(r => r.Report)), writer);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }

    [Fact]
    public void OfIncidents_TheDefaultIsWhatLinkGives_AndPrecisionRisesAlongTheCurve()
    {
        Mention[] truth = [.. s_reports.Select(r => new Mention(r.Report.Id, $"{r.Incident}", null))];
        string[] lines = Written((linker, compared, w) => LinkCurve.OfIncidents(linker, compared, truth, w));

        Assert.Equal(13, lines.Length);
        string[][] rows = [.. lines[2..].Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        string[] standard = Assert.Single(rows, r => r[0] == "*");
        int incidents = new BulkLinker(new LinkOptions { Threads = 1 }).Link(s_reports.Select(r => r.Report)).Links().Select(l => l.Incident).Distinct(StringComparer.Ordinal).Count();
        Assert.Equal(incidents.ToString(CultureInfo.InvariantCulture), standard[8]);
        Assert.True(Number(rows[^1][1]) >= Number(rows[0][1]));
        Assert.True(Number(rows[^1][2]) <= Number(rows[0][2]));
    }

    [Fact]
    public void OfIncidents_PairsThatNoBlockHolds_AreCountedApart()
    {
        Mention[] truth = [new("r000000", "p", null), new("r000001", "p", null), new("nowhere", "p", null)];
        string[] lines = Written((linker, compared, w) => LinkCurve.OfIncidents(linker, compared, truth, w));

        Assert.StartsWith("blocking  3 true pairs, ", lines[0], StringComparison.Ordinal);
        Assert.Matches("true pairs, [01] compared \\(0[.](0000|3333)\\)", lines[0]);
    }

    [Fact]
    public void OfPairs_LeavesOutTheUnclear_AndMissesWhatIsNotThere()
    {
        LinkReport one = s_reports[0].Report, other = s_reports.First(r => r.Report.First > one.First!.Value.AddDays(30)).Report;
        LinkPairs.JudgedPair[] judged =
        [
            new(one.Id, other.Id, false, string.Empty, string.Empty), new(one.Id, "nowhere", true, string.Empty, string.Empty), new(one.Id, other.Id, null, string.Empty, string.Empty),
        ];
        string[] lines = Written((linker, compared, w) => LinkCurve.OfPairs(linker, compared, judged, w));

        Assert.Equal("judged    3 pairs, 1 of them unclear and left out; 1 of a record that is not among the reports", lines[0]);
        Assert.StartsWith("blocking  1 true pairs, 0 compared (0.0000)", lines[1], StringComparison.Ordinal);
        Assert.Equal("*    0.50  P 0.000  R 0.000  F1 0.000  (right 0, wrong 0, missed 1)", lines[8]);
    }

    [Theory]
    [InlineData(new string[0], "link-curve: name the reports")]
    [InlineData(new[] { "/nowhere/r.csv" }, "link-curve: name the reports")]
    [InlineData(new[] { "/nowhere/r.csv", "/nowhere/t.csv" }, "/nowhere/t.csv: there is no such file")]
    public void Run_WithoutItsFiles_SaysSo(string[] arguments, string told) => Assert.Contains(
        told, Assert.Throws<MeasureException>(() => new LinkCurve().Run(null!, arguments, TextWriter.Null)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "id,incident\n1,a\n", "the file is empty")]
    [InlineData("id,source\n1,a\n", "id,incident\n1,a\n", "date")]
    [InlineData("id,day\n1,5\n", "id,weight\n1,a\n", "the column incident is missing")]
    public void Run_OnFilesOfAnotherForm_SaysSo(string reports, string truth, string told)
    {
        (string reportFile, string truthFile) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            File.WriteAllText(reportFile, reports);
            File.WriteAllText(truthFile, truth);
            Assert.Contains(told, Assert.Throws<MeasureException>(() => new LinkCurve().Run(null!, [reportFile, truthFile], TextWriter.Null)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(reportFile);
            File.Delete(truthFile);
        }
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
