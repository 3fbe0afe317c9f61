using Hudna.Measuring;

namespace Hudna.Tests.Measures;

public class LinkMeasureTests
{
    private static readonly Mention[] s_truth = [new("1", "p", null), new("2", "p", null), new("3", "q", null), new("4", "q", null)];

    [Fact]
    public void LinkScore_TellsWhatIsMissingAndUnknown()
    {
        string[] lines = Written(w => LinkScore.Measure([new("1", "a", null), new("2", "a", null), new("3", "a", null), new("9", "a", null)], s_truth, w));

        Assert.Equal("ids       4 in the truth, 1 of them without an incident; 1 links of ids unknown to it left out", lines[0]);
        Assert.Equal("incidents 1 found, 2 true; the largest holds 3 found, 2 true", lines[1]);
        Assert.Equal("pairs     P 0.333  R 0.500  F1 0.400  (right 1, wrong 2, missed 1)", lines[2]);
        // Precision (2/3 + 2/3 + 1/3) / 3 = 5/9, recall (1 + 1 + 1/2 + 0) / 4 = 5/8.
        Assert.Equal("BCubed    P 0.556  R 0.625  F 0.588", lines[3]);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public void LinkScore_OfSeveralIncidentsAnId_AlsoTakesTheHeaviestAlone()
    {
        string[] lines = Written(w => LinkScore.Measure(
            [new("1", "a", null), new("2", "a", null), new("2", "b", null), new("3", "b", 2), new("3", "c", 3), new("4", "c", null)], s_truth, w));

        Assert.Contains("(right 2, wrong 1, missed 0)", lines[2], StringComparison.Ordinal);
        Assert.Equal("with the heaviest link of each id alone (2 left out):", lines[4]);
        Assert.Equal("pairs     P 1.000  R 1.000  F1 1.000  (right 2, wrong 0, missed 0)", lines[5]);
    }

    [Fact]
    public void LinkScore_Curve_CutsTheLightLinksFirst()
    {
        string[] lines = Written(w => LinkScore.Measure([new("1", "a", 9), new("2", "a", 9), new("3", "a", 1), new("4", "b", null)], s_truth, w));

        // At 1 all hold together as they are; at 9 the third report stands alone: one pair, right.
        Assert.Equal(["weight", "1", "9"], lines[4..].Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]));
        Assert.Contains("0.333  0.500  0.400", lines[5], StringComparison.Ordinal);
        Assert.Contains("1.000  0.500  0.667", lines[6], StringComparison.Ordinal);
    }

    [Fact]
    public void LinkPairs_CountsLabelledPairs_AndTheBaseline()
    {
        LinkPairs.JudgedPair[] judged =
        [
            new("1", "2", true, "near", string.Empty),
            new("1", "3", false, "near", string.Empty),
            new("3", "4", true, "far", "missed for a reason"),
            new("2", "4", null, "far", string.Empty),
            new("8", "9", false, "far", string.Empty),
        ];
        string[] lines = Written(w => LinkPairs.Measure([new("1", "a", null), new("2", "a", null), new("3", "a", null), new("4", "b", null)], judged, errors: true, w));

        Assert.Equal("judged    5 pairs, 1 of them unclear and left out; 1 with a record that was not linked at all", lines[0]);
        Assert.Equal("all       linked            P 0.500  R 0.500  F1 0.500  (right 1, wrong 1, missed 1)", lines[1]);
        Assert.Equal("          calling all same  P 0.500  R 1.000  F1 0.667  (right 2, wrong 2, missed 0)", lines[2]);
        Assert.StartsWith("far       linked            P 0.000", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("near      linked            P 0.500", lines[5], StringComparison.Ordinal);
        Assert.Equal(["wrong\t1\t3\t", "missed\t3\t4\tmissed for a reason"], lines[7..]);
    }

    [Theory]
    [InlineData("id,incident,weight\n1,a,2.5\n1,b,\n2,,\n", "1 a 2.5|1 b ")]
    [InlineData("\uFEFFday,incident,id\n7,\"x,y\",1\n", "1 x,y ")]
    public void Mention_Read_TakesItsColumns(string csv, string expected) =>
        Assert.Equal(expected, string.Join('|', FromFile(csv, Mention.Read).Select(m => FormattableString.Invariant($"{m.Id} {m.Incident} {m.Weight}"))));

    [Theory]
    [InlineData("id,weight\n1,2\n", "the column incident is missing")]
    [InlineData("", "the column id is missing")]
    [InlineData("id,incident,weight\n1,a,heavy\n", "the weight of 1 is \"heavy\"")]
    public void Mention_Read_RefusesWhatItCannotUse(string csv, string told) =>
        Assert.Contains(told, Assert.Throws<MeasureException>(() => FromFile(csv, Mention.Read)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("yes", true)]
    [InlineData("1", true)]
    [InlineData("No", false)]
    [InlineData("0", false)]
    [InlineData("unclear", null)]
    public void JudgedPair_Read_KnowsTheJudgements(string same, bool? expected) =>
        Assert.Equal(expected, Assert.Single(FromFile($"id_a,id_b,same\n1,2,{same}\n", LinkPairs.JudgedPair.Read)).Same);

    [Fact]
    public void JudgedPair_Read_RefusesAnotherJudgement() => Assert.Contains(
        "judged \"maybe\"", Assert.Throws<MeasureException>(() => FromFile("id_a,id_b,same\n1,2,maybe\n", LinkPairs.JudgedPair.Read)).Message, StringComparison.Ordinal);

    [Fact]
    public void Mention_Read_OfNoFile_IsRefused() =>
        Assert.Contains("there is no such file", Assert.Throws<MeasureException>(() => Mention.Read("/nowhere/out.csv")).Message, StringComparison.Ordinal);

    private static string[] Written(Action<TextWriter> write)
    {
        using StringWriter writer = new() { NewLine = "\n" };
        write(writer);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }

    private static List<T> FromFile<T>(string csv, Func<string, List<T>> read)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, csv);
            return read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
