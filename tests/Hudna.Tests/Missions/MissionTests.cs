using FsCheck;
using FsCheck.Fluent;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Tests.Missions;

public sealed class MissionTests
{
    private const string Good =
        """
        id: test
        name: { en: Test, ar: اختبار }
        description:
          en: A mission for tests.
          ar: بعثة للاختبار.
        zone: Asia/Damascus
        months: levantine
        languages: [ar, en]
        map:
          center: [38.5, 35.0]
          zoom: 6
          bounds: [35.5, 32.2, 42.5, 37.4]
        files:
          reports: reports.tsv
          observations: observations.csv
        """;

    [Fact]
    public void Read_GoodFile_GivesAllOfIt()
    {
        Mission mission = MissionYaml.Read(Good, "mission.yaml");
        Assert.Equal(("test", "Asia/Damascus", MonthNames.Levantine), (mission.Id, mission.Zone, mission.Months));
        Assert.Equal(new BilingualText("Test", "اختبار"), mission.Name);
        Assert.Equal(["ar", "en"], mission.Languages);
        Assert.Equal(new MissionMap(38.5, 35.0, 6, 35.5, 32.2, 42.5, 37.4), mission.Map);
        Assert.Equal(("reports.tsv", "observations.csv"), (mission.ReportsFile, mission.ObservationsFile));
    }

    [Fact]
    public void Read_Topics_AreTheMissionsOwn()
    {
        Mission mission = MissionYaml.Read(Good + "\ntopics:\n  - { id: fishing_zone, name: { en: Fishing zone, ar: منطقة الصيد } }\n", "mission.yaml");
        Assert.Equal([new MissionTopic("fishing_zone", new BilingualText("Fishing zone", "منطقة الصيد"))], mission.Topics);
        Assert.Empty(MissionYaml.Read(Good, "mission.yaml").Topics);
    }

    [Theory]
    [InlineData("  - { id: Fishing zone, name: { en: F, ar: ف } }", "lower-case letters")]
    [InlineData("  - { id: f, name: { en: F, ar: ف } }\n  - { id: f, name: { en: G, ar: ج } }", "stands here twice")]
    [InlineData("  - { id: f }", "name is missing")]
    public void Read_BadTopic_IsRefused(string topics, string problem) =>
        Assert.Contains(problem, Assert.Throws<DataFileException>(() => MissionYaml.Read($"{Good}\ntopics:\n{topics}\n", "mission.yaml")).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_WithoutFiles_HasNone()
    {
        Mission mission = MissionYaml.Read(Good[..Good.IndexOf("files:", StringComparison.Ordinal)], "mission.yaml");
        Assert.Null(mission.ReportsFile);
    }

    // what stands there, what instead, line of the error, what it says
    [Theory]
    [InlineData("id: test", "id: Test Mission", 1, "lower-case")]
    [InlineData("id: test", "name2: x", 1, "name2: is no key here")]
    [InlineData("id: test", "", 2, "id is missing")]
    [InlineData("zone: Asia/Damascus", "zone: Asia/Dimashq", 6, "IANA")]
    [InlineData("months: levantine", "months: syriac", 7, "levantine")]
    [InlineData("languages: [ar, en]", "languages: [ar, fa]", 8, "en and ar")]
    [InlineData("languages: [ar, en]", "languages: []", 8, "en and ar")]
    [InlineData("zoom: 6", "zoom: near", 11, "0 to 22")]
    [InlineData("center: [38.5, 35.0]", "center: [38.5, 135.0]", 10, "from -90 to 90")]
    [InlineData("center: [38.5, 35.0]", "center: 38.5", 10, "longitude, latitude")]
    [InlineData("bounds: [35.5, 32.2, 42.5, 37.4]", "bounds: [42.5, 32.2, 35.5, 37.4]", 12, "west below east")]
    [InlineData("reports: reports.tsv", "reports: ../../etc/passwd", 14, "inside the mission's folder")]
    [InlineData("ar: اختبار", "ar: ''", 2, "a text")]
    [InlineData("name: { en: Test, ar: اختبار }", "name: Test", 2, "keys with values")]
    [InlineData("zoom: 6", "zoom: [", 0, "is no YAML")]
    [InlineData("zoom: 6", "zoom: \"6", 11, "is no YAML")]
    public void Read_BadFile_NamesFileLineAndWhatIsExpected(string good, string bad, int line, string expected)
    {
        DataFileException e = Assert.Throws<DataFileException>(() => MissionYaml.Read(Good.Replace(good, bad, StringComparison.Ordinal), "mission.yaml"));
        Assert.Equal(("mission.yaml", line), (e.File, e.Line));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedFile_NeverThrowsAnythingElse()
    {
        Gen<string> damaged =
            from at in Gen.Choose(0, Good.Length - 1)
            from length in Gen.Choose(0, 8)
            from sign in Gen.Elements("[", "]", "{", "}", ":", "\n", "\t", "&", "*", "!", "-", "'", "\"", "#", "|", ">", "%", "9")
            select Good[..at] + sign + Good[Math.Min(Good.Length, at + length)..];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(damaged.ToArbitrary(), text =>
        {
            try
            {
                return MissionYaml.Read(text, "mission.yaml").Id.Length > 0;
            }
            catch (DataFileException)
            {
                return true;
            }
        }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b\n")]
    public void Read_NoMapping_IsRefused(string text) => Assert.Throws<DataFileException>(() => MissionYaml.Read(text, "mission.yaml"));

    [Fact]
    public void Index_Lines_AreRead()
    {
        IReadOnlyList<ReportIndexEntry> entries = ReportIndex.Read(
            "# comment\r\nfile\tsource\toutlet_kind\tpublished\tlanguage\turl\r\nreports/01.txt\tوكالة\tagency\t2016-12-13\tar\thttps://x.example/1\r\nreports/02.txt\tWire\tagency\t\ten\t\r\n", "reports.tsv");
        Assert.Equal(
            [
                new ReportIndexEntry(3, "reports/01.txt", "وكالة", "agency", new DateOnly(2016, 12, 13), "ar", "https://x.example/1"),
                new ReportIndexEntry(4, "reports/02.txt", "Wire", "agency", null, "en", null),
            ],
            entries);
    }

    [Theory]
    [InlineData("a.txt\tX\tdaily\t2016-13-01\tar\t", 2, "2017-01-31")]
    [InlineData("a.txt\tX\tdaily", 2, "6 cells")]
    [InlineData("a.txt\t\tdaily\t\tar\t", 2, "expected on every line")]
    [InlineData("../a.txt\tX\tdaily\t\tar\t", 2, "inside the mission's folder")]
    [InlineData("a.txt\tX\tdaily\t\tar\t\na.txt\tY\tdaily\t\tar\t", 3, "line 2 too")]
    public void Index_BadLine_IsNamed(string lines, int line, string expected)
    {
        DataFileException e = Assert.Throws<DataFileException>(() => ReportIndex.Read("file\tsource\toutlet_kind\tpublished\tlanguage\turl\n" + lines, "reports.tsv"));
        Assert.Equal(line, e.Line);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Index_WithoutHeader_IsRefused() =>
        Assert.Equal(1, Assert.Throws<DataFileException>(() => ReportIndex.Read("a.txt\tX\tdaily\t\tar\t\n", "reports.tsv")).Line);

    /// <summary>The mission that the program comes with.</summary>
    [Fact]
    public void SampleMission_IsReadWithoutAProblem()
    {
        string folder;
        try
        {
            folder = DataFolders.Find("missions/astana");
        }
        catch (DirectoryNotFoundException)
        {
            Assert.Skip("missions/astana is not here");
            throw;
        }

        Mission mission = MissionYaml.Read(File.ReadAllText(Path.Combine(folder, "mission.yaml")), "mission.yaml");
        IReadOnlyList<ReportIndexEntry> reports = ReportIndex.Read(File.ReadAllText(Path.Combine(folder, mission.ReportsFile!)), mission.ReportsFile!);
        Assert.InRange(reports.Count, 16, 1000);
        Assert.All(reports, r => Assert.True(File.Exists(Path.Combine(folder, r.File)), r.File));
        Hudna.Importing.ObservationFile table = Hudna.Importing.Observations.Read(File.ReadAllText(Path.Combine(folder, mission.ObservationsFile!)));
        Assert.Empty(table.Problems);
        Assert.InRange(table.Rows.Count, 40, 1000);
    }
}
