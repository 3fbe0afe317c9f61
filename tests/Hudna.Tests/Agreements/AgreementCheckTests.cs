using Hudna.Agreements;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Store;

namespace Hudna.Tests.Agreements;

public sealed class AgreementCheckTests
{
    private static readonly Lazy<Gazetteer> Known = new(() => ArabicReader.Load(DataFolders.ReadLanguage(DataFolders.Find("lang/ar")), [], []).Gazetteer);

    private static Agreement Good => AgreementYaml.Read(AgreementSample.Good, "agreement.yaml");

    [Fact]
    public void Problems_GoodAgreement_HasNone() => Assert.Empty(AgreementCheck.Problems(Good));

    /// <summary>Acts change who adheres; the same check then says what contradicts what.</summary>
    [Fact]
    public void Problems_AdherenceAddedByAnAct_IsChecked()
    {
        var added = new Adherence("levant-front", AdherenceStatus.Declined, new Period(new(2017, 1, 10), null), "letter");
        AgreementProblem problem = Assert.Single(AgreementCheck.Problems(Good with { Adherences = [.. Good.Adherences, added] }));
        Assert.Equal("adherence[4].from: levant-front: adherence[2] reaches to 2017-02-01 and contradicts it; a first day after that is expected", problem.ToString());
    }

    [Fact]
    public void Problems_RecordWithoutFirstDay_IsRefused()
    {
        var added = new Listing("un", "al-nusra-front", default, "list");
        Assert.Equal("listings[4].from", Assert.Single(AgreementCheck.Problems(Good with { Listings = [.. Good.Listings, added] })).Path);
    }

    [Fact]
    public void Names_KnownToTheGazetteer_HaveNoProblem() => Assert.Empty(AgreementCheck.Names(Good, Known.Value));

    // what stands there, what instead, path and words
    [Theory]
    [InlineData("actor: islamic-state", "actor: islamic-stat", "listings[1].actor: the gazetteer has no actor \"islamic-stat\"; \"islamic-state\"?")]
    [InlineData("actor:levant-front", "actor:levant-frnt", "provisions[2].by[2]: the gazetteer has no actor \"levant-frnt\"; \"levant-front\"?")]
    [InlineData("actor: state-sy", "actor: zzz", "adherence[1].actor: the gazetteer has no actor \"zzz\"")]
    [InlineData("actor: state-sy", "actor: state-zz", "adherence[1].actor: the gazetteer has no actor \"state-zz\"; \"state-za\"?")]
    [InlineData("SY/Idlib", "SY/Idleb", "areas[1].include[2].admin1: the gazetteer has no division \"SY/Idleb\"; \"SY/Idlib\"?")]
    [InlineData("country: SY", "country: ZZ", "areas[1].include[1].country: the gazetteer has no country \"ZZ\"")]
    [InlineData("{ country: SY }", "{ place: sy-idlb }", "areas[1].include[1].place: the gazetteer has no place \"sy-idlb\"; \"sy-idlib\"?")]
    public void Names_Unknown_AreToldWithTheNearest(string good, string bad, string expected)
    {
        Agreement agreement = AgreementYaml.Read(AgreementSample.Good.Replace(good, bad, StringComparison.Ordinal), "agreement.yaml");
        Assert.Equal(expected, Assert.Single(AgreementCheck.Names(agreement, Known.Value)).ToString());
    }

    [Fact]
    public void Locate_PathOfAProblem_GivesItsLine()
    {
        Assert.Equal(57, AgreementYaml.Locate(AgreementSample.Good, "x.yaml", new("listings[2].actor", "?")).Line);
        Assert.Equal("x.yaml:42: provisions[2].text.ar: ?", AgreementYaml.Locate(AgreementSample.Good, "x.yaml", new("provisions[2].text.ar", "?")).Message);
        Assert.Equal(1, AgreementYaml.Locate(AgreementSample.Good, "x.yaml", new("nothing[9].of.this", "?")).Line);
    }

    /// <summary>Every mission that comes with the program and names an agreement.</summary>
    [Theory]
    [InlineData("astana", 11, 2)]
    [InlineData("hodeidah", 8, 1)]
    public void MissionFile_IsReadAndItsNamesAreKnown(string mission, int provisions, int commissions)
    {
        string folder = DataFolders.Find($"missions/{mission}");
        Mission settings = MissionYaml.Read(File.ReadAllText(Path.Combine(folder, "mission.yaml")), "mission.yaml");
        string file = Path.Combine(folder, settings.AgreementFile!);
        Agreement agreement = AgreementYaml.Read(File.ReadAllText(file), file);
        Assert.Empty(AgreementCheck.Names(agreement, Known.Value));
        Assert.Equal((mission, settings.Zone), (agreement.Id, agreement.Zone));
        Assert.Equal((provisions, commissions), (agreement.Provisions.Count, agreement.Commissions.Count));
        Assert.All(agreement.Provisions, p => Assert.Equal(["ar", "en"], p.Text.Keys.Order(StringComparer.Ordinal)));
    }

    /// <summary>The example of the format's reference is an agreement file.</summary>
    [Fact]
    public void Reference_Example_IsReadAndItsNamesAreKnown()
    {
        string page = File.ReadAllText(Path.Combine(DataFolders.Find("docs"), "agreement-files.md"));
        string example = page.Split("```yaml\n")[1].Split("```")[0];
        Agreement agreement = AgreementYaml.Read(example, "agreement-files.md");
        Assert.Equal([new ActPattern(EventType.Assault, "heavy-weapons"), new ActPattern(EventType.Assault, "aerial")], agreement.Provisions[0].Acts);
        Assert.Empty(AgreementCheck.Names(agreement, Known.Value));
    }
}
