using Hudna.Agreements;
using Hudna.Coverage;
using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Store;
using Reader = Hudna.Tests.Reading.Reader;

namespace Hudna.Tests.Missions;

/// <summary>Desks, chronicle and coverage of the sample mission: they load, and the chronicle keeps the agreement's rules as far as they
/// can be checked without a record.</summary>
public sealed class SampleMechanismTests
{
    private static readonly string Folder = DataFolders.Find("missions/astana");

    private static readonly Mission Mission = MissionYaml.Read(Text("mission.yaml"), "mission.yaml");

    private static readonly Agreement Terms = AgreementYaml.Read(Text(Mission.AgreementFile!), Mission.AgreementFile!);

    private static readonly IReadOnlyList<Desk> Desks = DesksYaml.Read(Text(Mission.DesksFile!), Mission.DesksFile!, Reader.Arabic.Gazetteer);

    private static readonly IReadOnlyList<ChronicleEntry> Chronicle = ChronicleYaml.Read(Text(Mission.ChronicleFile!), Mission.ChronicleFile!);

    private static readonly Dictionary<string, ImportRow> Rows =
        Observations.Read(Text(Mission.ObservationsFile!)).Rows.ToDictionary(r => r.Id!, StringComparer.Ordinal);

    private static IEnumerable<FindingEntry> Findings => Chronicle.OfType<FindingEntry>();

    [Fact]
    public void Chronicle_NamesKnownDesksPeopleAndActors() => ChronicleCheck.Check(Chronicle, Mission.ChronicleFile!, Desks, Reader.Arabic.Gazetteer);

    [Fact]
    public void Chronicle_NamesKnownRows() => Assert.All(
        Findings.Select(f => f.Row).Concat(Chronicle.OfType<DeterminationEntry>().Select(d => d.Row))
            .Concat(Chronicle.OfType<ComplaintEntry>().Select(c => c.Row).OfType<string>()),
        row => Assert.Contains(row, Rows));

    [Fact]
    public void Chronicle_EndsBeforeTheDayOfThePages() => Assert.All(Chronicle, e => Assert.True(e.On <= Mission.AsOf, $"line {e.Line}"));

    [Fact]
    public void Findings_AreOfMembersOfThatDay_AndNotBeforeTheIncident() => Assert.All(Findings, f =>
    {
        Assert.Contains(f.DeskId, Members(f.On));
        Assert.True(f.On >= Rows[f.Row].Date, $"line {f.Line}");
    });

    [Fact]
    public void Findings_GiveReasonsThatGoWithTheirRuling() => Assert.All(Findings, f => Assert.Null(FindingCheck.Problem(f.Content)));

    [Fact]
    public void Revisions_ChangeSomething() => Assert.All(
        Findings.GroupBy(f => (f.Row, f.DeskId)).SelectMany(g => g.Zip(g.Skip(1))),
        pair => Assert.NotEqual(pair.First.Content with { On = default, Note = string.Empty }, pair.Second.Content with { On = default, Note = string.Empty }));

    [Fact]
    public void Members_AreTwoThenThree()
    {
        Assert.Equal(["russia", "turkiye"], Members(new DateOnly(2017, 1, 23)));
        Assert.Equal(["russia", "turkiye", "iran"], Members(new DateOnly(2017, 1, 24)));
    }

    [Fact]
    public void Records_NameListersAndProvisionsOfTheAgreement()
    {
        Assert.All(Chronicle.OfType<ListingEntry>(), l => Assert.Contains(Terms.Listers, lister => string.Equals(lister.Id, l.Listing.ListerId, StringComparison.Ordinal)));
        Assert.All(
            Chronicle.OfType<DeterminationEntry>().SelectMany(d => d.Provisions),
            number => Assert.Contains(Terms.Provisions, p => string.Equals(p.Number, number, StringComparison.Ordinal)));
    }

    // Consensus: every member of the day has a current finding with that ruling, and the same author.
    [Fact]
    public void Determinations_AreOfOneMind()
    {
        var current = new Dictionary<(string Row, string Desk), FindingContent>();
        foreach (ChronicleEntry entry in Chronicle)
        {
            if (entry is FindingEntry finding)
            {
                current[(finding.Row, finding.DeskId)] = finding.Content;
            }
            else if (entry is DeterminationEntry determination)
            {
                Assert.All(Members(entry.On), desk =>
                {
                    FindingContent content = current[(determination.Row, desk)];
                    Assert.Equal((determination.Ruling, determination.ActorId), (content.Ruling, content.ActorId));
                });
            }
        }
    }

    [Fact]
    public void Complaints_AreRuledAndAskedAboutOnlyAfterADetermination()
    {
        var incidents = Chronicle.OfType<ComplaintEntry>().ToDictionary(c => c.Complaint, c => c.Row, StringComparer.Ordinal);
        var rulings = new Dictionary<string, Ruling>(StringComparer.Ordinal);
        foreach (ChronicleEntry entry in Chronicle)
        {
            if (entry is DeterminationEntry determination)
            {
                rulings[determination.Row] = determination.Ruling;
            }
            else if (entry is ComplaintStageEntry { Stage: ComplaintStage.Ruled or ComplaintStage.PartyAsked } step)
            {
                Assert.True(rulings.TryGetValue(incidents[step.Complaint]!, out Ruling ruling), $"line {step.Line}");
                Assert.True(step.Stage == ComplaintStage.Ruled || ruling == Ruling.Violation, $"line {step.Line}");
            }
        }
    }

    [Fact]
    public void Bulletins_AreOvertakenByLaterEntries() => Assert.All(Chronicle.OfType<BulletinEntry>(), b => Assert.Contains(
        Findings, f => f.Line > b.Line && Rows[f.Row].Date >= b.From && Rows[f.Row].Date <= b.Until));

    // Numbers that README and guides speak of are lower bounds here, so that the sample may grow.
    [Fact]
    public void Sample_IsAsLargeAsItIsSaidToBe()
    {
        Assert.InRange(Findings.GroupBy(f => f.Row).Count(g => g.Select(f => f.DeskId).Distinct().Count() == 3), 45, 1000);
        Assert.InRange(Chronicle.OfType<DeterminationEntry>().Count(), 15, 1000);
        Assert.InRange(Chronicle.OfType<ComplaintEntry>().Count(), 14, 1000);
        Assert.InRange(Chronicle.OfType<BulletinEntry>().Count(), 4, 1000);
        Assert.Contains(Chronicle.OfType<ComplaintEntry>(), c => c.Row is null);
    }

    [Fact]
    public void Coverage_IsReadWithoutAProblem_AndLeavesGaps()
    {
        CoverageFile file = CoverageTable.Read(Text(Mission.CoverageFile!), Reader.Arabic.Gazetteer);
        Assert.Empty(file.Problems);
        Assert.InRange(file.Rows.Count, 80, 1000);
        Assert.Equal(Enum.GetValues<CoverageAccess>().ToHashSet(), file.Rows.Select(r => r.Content.Access).ToHashSet());
        Assert.Equal(Enum.GetValues<CoverageKind>().ToHashSet(), file.Rows.Select(r => r.Content.Kind).ToHashSet());
        Assert.DoesNotContain(file.Rows, r => r.Content.Place.Province is "SY/Deir ez-Zor");
    }

    // The desks of the commission's members on a day.
    private static string[] Members(DateOnly day) =>
        [.. Decisions.Voices(Terms.CommissionOn(day)!, day, Desks, []).Select(v => v.Desk!.Id)];

    private static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));
}
