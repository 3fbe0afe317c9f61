using Hudna.Missions;
using Hudna.Reading;
using Hudna.Tests.Incidents;

namespace Hudna.Tests.Missions;

public sealed class ChronicleImplementationsTests
{
    private const string Good =
        """
        entries: []
        implementations:
          - { report: reports/a.txt, words: "فتح الطريق", on: 2017-01-10, by: Rima Test, level: 1, incidents: [T-O-1, T-O-2] }
          - { provision: "2.a", on: 2017-01-12, by: Marta Test, level: 3, note: seen }
        """;

    [Fact]
    public void Read_GoodFile_GivesAllOfIt()
    {
        var entries = Read(Good).Cast<ImplementationEntry>().ToList();
        Assert.Equal(
            (3, new DateOnly(2017, 1, 10), "Rima Test", "reports/a.txt", "فتح الطريق", null, 1, ""),
            (entries[0].Line, entries[0].On, entries[0].By, entries[0].Report, entries[0].Words, entries[0].Provision, entries[0].Level, entries[0].Note));
        Assert.Equal(["T-O-1", "T-O-2"], entries[0].Rows);
        Assert.Equal((null, "2.a", 3, "seen"), (entries[1].Report, entries[1].Provision, entries[1].Level, entries[1].Note));
        ChronicleCheck.Check(entries, "chronicle.yaml", DesksTests.Read(DesksTests.Good), Readings.Gazetteer);
    }

    [Fact]
    public void Read_WithoutTheSection_GivesNone() => Assert.Empty(Read("entries: []\n"));

    // what stands there, what instead, line of the error, what it says
    [Theory]
    [InlineData("report: reports/a.txt, ", "", 3, "implementations[1]: exactly one of report, provision")]
    [InlineData("{ provision: \"2.a\"", "{ report: a, provision: \"2.a\"", 4, "implementations[2]: exactly one of report, provision")]
    [InlineData("words: \"فتح الطريق\", ", "", 3, "implementations[1].words is missing")]
    [InlineData("provision: \"2.a\", ", "provision: \"2.a\", words: x, ", 4, "implementations[2].words: \"x\" cannot be used; nothing")]
    [InlineData("level: 1", "level: 4", 3, "implementations[1].level: \"4\" cannot be used; a whole number from 0 to 3")]
    [InlineData(", note: seen", "", 4, "implementations[2]: incidents or a note is expected")]
    [InlineData("on: 2017-01-12", "on: 2017-01-09", 4, "implementations[2].on: \"2017-01-09\" cannot be used; 2017-01-10, as above")]
    [InlineData("level: 3", "stage: 3", 4, "implementations[2].stage: is no key here")]
    public void Read_BadFile_NamesLinePathAndWhatIsExpected(string good, string bad, int line, string expected)
    {
        DataFileException e = Assert.Throws<DataFileException>(() => Read(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.Equal(line, e.Line);
    }

    [Fact]
    public void Check_WhoIsNoMember_IsNamed() => Assert.Contains("by: \"Nobody\" cannot be used; a member of a desk", Assert.Throws<DataFileException>(() => ChronicleCheck.Check(
        Read(Good.Replace("Rima Test", "Nobody", StringComparison.Ordinal)), "chronicle.yaml", DesksTests.Read(DesksTests.Good), Readings.Gazetteer)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_DamagedFile_NeverThrowsAnythingElse() => Damaged.Check(Good, text => Read(text));

    private static IReadOnlyList<ChronicleEntry> Read(string text) => ChronicleYaml.Read(text, "chronicle.yaml");
}
