using System.Text.RegularExpressions;
using Hudna.Reading;
using Hudna.Reading.Arabic.Explaining;
using Hudna.Store;
using Hudna.Tests.Server;

namespace Hudna.Tests.Reading;

/// <summary>Every rule that the reader uses has its row in <c>lang/ar/rules.tsv</c>, and every row shows its rule at work.</summary>
public sealed partial class RuleCatalogueTests
{
    private static readonly RuleCatalogue Catalogue = new ExplainingTables(DataFolders.ReadLanguage(DataFolders.Find("lang/ar"))).Catalogue;

    public static TheoryData<string, string> Examples() => [.. Catalogue.Rows.Select(r => (r.Rule, r.Example))];

    /// <summary>No row is dead: its example finds something by its rule, alone or with a last part told by another row.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_ShowsItsRule(string rule, string example)
    {
        IExplainedReading reasons = Reader.Arabic.Explain("t", example, new DateOnly(2017, 1, 5));
        string[] used = [.. ExplanationTests.Mentions(reasons.Reading).Select(reasons.Of)
            .SelectMany(e => e.Parts.Select(p => p.Rule?.Name).OfType<string>().Prepend(e.Rule.Name)).Distinct(StringComparer.Ordinal)];
        Assert.True(
            Array.Exists(used, u => Catalogue.RowsOf(u).Any(r => r.Rule == rule)),
            $"rules.tsv: the example of {rule} shows {string.Join(", ", used)}, not {rule}. If the rule is gone, take its row out; if it reads otherwise now, write another example.");
    }

    /// <summary>Rules as the source names them; a name that the source goes on with (<c>"fact.control."</c>) by what stands there.</summary>
    [Fact]
    public void RulesInTheSource_HaveRows()
    {
        string folder = Path.Combine(Repository.Root, "src/Hudna/Reading/Arabic");
        string[] missing = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).SelectMany(f => RuleName().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups["rule"].Value.TrimEnd('.')).Distinct(StringComparer.Ordinal)
            .Where(r => Catalogue.RowsOf(r).Count == 0 && !Catalogue.Rows.Any(row => row.Rule.StartsWith(r + ".", StringComparison.Ordinal)))];
        Assert.True(missing.Length == 0, "lang/ar/rules.tsv needs a row for: " + string.Join(", ", missing));
    }

    /// <summary>Rules that the source puts together show when they are used: on the sample mission, and on every sentence of the tests of
    /// reading.</summary>
    [Fact]
    public void RulesUsed_HaveRows()
    {
        IEnumerable<string> sentences = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/Hudna.Tests/Reading"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Sentence().Matches(File.ReadAllText(f))).Select(m => m.Value);
        IEnumerable<DocumentReading> readings = sentences.Select(s => Reader.Read(s, "2017-01-05")).Concat(ExplanationTests.Sample().Select(s => s.Reading));
        string[] missing = [.. readings.SelectMany(ExplanationTests.Mentions).Select(m => m.Rule).Distinct(StringComparer.Ordinal).Where(r => Catalogue.RowsOf(r).Count == 0).Order(StringComparer.Ordinal)];
        Assert.True(missing.Length == 0, "lang/ar/rules.tsv needs a row for: " + string.Join(", ", missing));
    }

    [Theory]
    [InlineData("time.weekday", "time.weekday")]
    [InlineData("time.weekday.past", "time.weekday *.past")]
    [InlineData("time.unit.past.part", "time.unit *.past *.part")]
    [InlineData("time.weekday.never", "")]
    [InlineData("never.past", "")]
    public void Rule_IsToldByItsParts(string rule, string rows) => Assert.Equal(rows, string.Join(' ', Catalogue.RowsOf(rule).Select(r => r.Rule)));

    /// <summary>What a rule says is nothing that the reader reads by: rewording it makes no new version of the reader.</summary>
    [Fact]
    public void Wording_IsNoPartOfTheVersion()
    {
        LanguageFiles files = DataFolders.ReadLanguage(DataFolders.Find("lang/ar"));
        Dictionary<string, string> texts = new(files.Texts, StringComparer.Ordinal) { ["rules.tsv"] = "rule\ten\tar\texample\n" };
        Assert.Equal(Reader.Arabic.Version, Hudna.Reading.Arabic.ArabicReader.Load(new LanguageFiles(files.Folder, texts), [], []).Version);
    }

    [GeneratedRegex("\"(?<rule>(time|place|actor|quantity|statement|event|fact)\\.[a-z.-]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex RuleName();

    [GeneratedRegex("(?<=\")[^\"\\n]*[\u0620-\u064A]{2}[^\"\\n]*(?=\")", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Sentence();
}
