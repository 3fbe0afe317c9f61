using Hudna.Cli;

namespace Hudna.Tests.Cli;

public sealed class LinkCommandTests : IDisposable
{
    private const string Reports = """
        id,source,date_start,latitude,longitude,where_prec,event_type,actor_a,deaths_best
        1,A,2017-01-05,35.93,36.63,2,air strike,Air Force,9
        2,B,2017-01-05,35.93,36.64,2,airstrike,Air Force,9
        3,B,2017-01-09,33.51,36.29,2,protest,,
        """;

    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Link_Csv_WritesTheIncidentOfEachReport()
    {
        string output = Path.Combine(run.Folder, "out.csv");
        await run.RunAsync("link", run.Write("r.csv", Reports), "--out", output);
        Assert.Equal(ExitCode.Done, run.Code);
        string[] lines = await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken);
        Assert.Equal("id,incident,weight", lines[0]);
        Assert.Equal(["1", "1", "3"], lines[1..].Select(l => l.Split(',')[1]));
        Assert.Contains("3 reports, 2 incidents", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_BadRow_IsNamedAndTheOthersAreLinked()
    {
        await run.RunAsync("link", run.Write("r.csv", Reports + "\n4,B,2017-99-09,33.51,36.29,2,protest,,"));
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("5: date_start", run.Error, StringComparison.Ordinal);
        Assert.Equal(4, run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("--threshold", "1.5", "between 0 and 1")]
    [InlineData("--threads", "0", "1 to 1024")]
    [InlineData("--memory", "much", "4GB")]
    public async Task Link_BadOption_IsRefused(string option, string value, string message)
    {
        await run.RunAsync("link", run.Write("r.csv", Reports), option, value);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_NoFile_IsRefused()
    {
        await run.RunAsync("link", Path.Combine(run.Folder, "none.csv"));
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("no such file", run.Error, StringComparison.Ordinal);
    }

    private const string Articles = """
        {"id":"a","published":"2017-01-05","text":"قصف الجيش السوري مدينة سراقب اليوم ما أدى إلى مقتل 7 مدنيين في سوق الخضار."}
        {"id":"b","published":null,"text":"7 شهداء في قصف مدفعي على سوق الخضار في سراقب يوم الخميس 5 كانون الثاني."}
        {"id":"c","published":"2016-03-20","text":"مقتل مدني برصاص قناص في مدينة دوما."}
        """;

    [Fact]
    public async Task Link_Articles_WithAndWithoutADay_AreReadAndLinked()
    {
        string output = Path.Combine(run.Folder, "out.csv"), explain = Path.Combine(run.Folder, "why.csv");
        await run.RunAsync("link", run.Write("a.jsonl", Articles), "--out", output, "--explain", explain);
        Assert.Equal(ExitCode.Done, run.Code);
        string[] lines = await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken);
        Assert.Equal("id,incident,place,date,weight", lines[0]);
        Assert.StartsWith("a,a#0,sy-saraqib,2017-01-05,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("b,a#0,sy-saraqib,--01-05,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("c,c#0,sy-douma,2016-03-19/2016-03-20,", lines[3], StringComparison.Ordinal);
        Assert.Contains("day,Same,", await File.ReadAllTextAsync(explain, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ArticleInALanguageWithoutReader_IsNamedAndTheOthersAreLinked()
    {
        await run.RunAsync("link", run.Write("a.jsonl", Articles + "\n" + """{"id":"e","published":null,"text":"The army shelled the town of Saraqib on Thursday and killed seven people."}"""));
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("e: not read (language:en)", run.Error, StringComparison.Ordinal);
        Assert.Equal(4, run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
