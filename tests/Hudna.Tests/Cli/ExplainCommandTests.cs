using System.Text.Json;
using Hudna.Cli;

namespace Hudna.Tests.Cli;

/// <summary><c>hudna read --explain</c>.</summary>
public sealed class ExplainCommandTests : IDisposable
{
    private const string Text = "قال الرئيس الروسي إن القوات الحكومية قصفت بلدة سراقب أمس.\nوقتل خمسة مدنيين في حلب.\n";

    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Explain_ThroughAPipe_IsForPeople()
    {
        await RunAsync();
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        string[] lines = run.Out.Split('\n');
        Assert.Contains(lines, l => l.StartsWith("    rule event.verb: ", StringComparison.Ordinal) && l.Contains("lang/ar/rules.tsv:", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("        * verb lang/ar/verbs.tsv:", StringComparison.Ordinal) && l.Contains(" type=ASSAULT", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("      * office lang/ar/offices.tsv:", StringComparison.Ordinal));
        Assert.Contains("    anchor  2017-01-05", lines);
        Assert.DoesNotContain('\e', run.Out);
    }

    /// <summary>What a terminal would put in another order stands between isolates, which never cross a line; the source's own sentence is
    /// as it is.</summary>
    [Fact]
    public async Task Explain_IsolatesArabic()
    {
        await RunAsync();
        Assert.All(run.Out.Split('\n'), l => Assert.Equal(l.Count(c => c == '\u2068'), l.Count(c => c == '\u2069')));
        Assert.All(
            run.Out.Split('\n').Where(l => l.StartsWith(' ')),
            l => Assert.DoesNotContain(Outside(l), c => c is >= '\u0620' and <= '\u064A'));
    }

    [Theory]
    [InlineData("events", null, "events")]
    [InlineData("times,places", null, "times places")]
    [InlineData(null, "سَراقب", "places statements")]
    [InlineData("places", "سراقب", "places")]
    [InlineData(null, "لا شيء من هذا", "")]
    public async Task OnlyAndAt_Narrow(string? only, string? at, string layers)
    {
        await RunAsync([.. only is null ? [] : new[] { "--only", only }, .. at is null ? [] : new[] { "--at", at }]);
        string found = string.Join(' ', run.Out.Split('\n').Where(l => l.Length > 2 && l.StartsWith("  ", StringComparison.Ordinal) && l[2] != ' ')
            .Select(l => l.Trim().Split(' ')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(string.Join(' ', layers.Split(' ').Order(StringComparer.Ordinal)), found);
    }

    [Theory]
    [InlineData("--only", "verbs", "no such layer")]
    public async Task BadLayer_IsRefused(string option, string value, string problem)
    {
        await RunAsync(option, value);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NarrowingWithoutExplain_IsRefused()
    {
        await run.RunAsync("read", "--only", "events", run.Write("a.txt", Text));
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("give --explain too", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jsonl_CarriesAnExplanationPerMention()
    {
        await RunAsync("--format", "jsonl");
        using var document = JsonDocument.Parse(run.Out);
        int explained = 0;
        foreach (JsonProperty layer in document.RootElement.EnumerateObject().Where(l => l.Value.ValueKind == JsonValueKind.Array))
        {
            foreach (JsonElement mention in layer.Value.EnumerateArray())
            {
                JsonElement why = mention.GetProperty("explanation");
                Assert.Equal(mention.GetProperty("rule").GetString(), why.GetProperty("rule").GetProperty("name").GetString());
                Assert.NotEqual("", why.GetProperty("rule").GetProperty("en").GetString());
                explained++;
            }
        }

        Assert.True(explained >= 8, $"{explained} explained");
        await RunAsync("--format", "jsonl", "--only", "places");
        using var places = JsonDocument.Parse(run.Out);
        Assert.True(places.RootElement.GetProperty("places")[0].TryGetProperty("explanation", out _));
        Assert.False(places.RootElement.GetProperty("events")[0].TryGetProperty("explanation", out _));
    }

    /// <summary>Without the option the contract's object stays as it was.</summary>
    [Fact]
    public async Task WithoutExplain_NothingIsAdded()
    {
        await run.RunAsync("read", run.Write("a.txt", Text));
        Assert.DoesNotContain("explanation", run.Out, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(params string[] options) => run.RunAsync(["read", "--explain", "--published", "2017-01-05", .. options, run.Write("a.txt", Text)]);

    private static string Outside(string line)
    {
        System.Text.StringBuilder outside = new();
        int depth = 0;
        foreach (char c in line)
        {
            depth += c == '\u2068' ? 1 : c == '\u2069' ? -1 : 0;
            if (depth == 0)
            {
                outside.Append(c);
            }
        }

        return outside.ToString();
    }
}
