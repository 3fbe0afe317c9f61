using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Store;
using Reader = Hudna.Tests.Reading.Reader;

namespace Hudna.Tests.Missions;

/// <summary>Desks, chronicle and coverage of the sample mission: they load, and the chronicle keeps the rules that can be checked without
/// a record. That the agreement allows what it tells is checked where it is played.</summary>
public sealed class SampleMechanismTests
{
    /// <summary>Iran is a guarantor with the trilateral mechanism of that day.</summary>
    private static readonly DateOnly Trilateral = new(2017, 1, 24);

    private static readonly string Folder = DataFolders.Find("missions/astana");

    private static readonly Mission Mission = MissionYaml.Read(Text("mission.yaml"), "mission.yaml");

    private static readonly IReadOnlyList<Desk> Desks = DesksYaml.Read(Text(Mission.DesksFile!), Mission.DesksFile!, Reader.Arabic.Gazetteer);

    private static readonly IReadOnlyList<ChronicleEntry> Chronicle = ChronicleYaml.Read(Text(Mission.ChronicleFile!), Mission.ChronicleFile!);

    private static readonly Dictionary<string, ObservationRow> Rows =
        Observations.Read(Text(Mission.ObservationsFile!)).Rows.ToDictionary(r => r.Id, StringComparer.Ordinal);

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
        Assert.True(f.On >= Rows[f.Row].Observed, $"line {f.Line}");
    });

    [Fact]
    public void Findings_GiveReasonsThatGoWithTheirRuling() => Assert.All(Findings, f => Assert.True(IsConsistent(f.Content), $"line {f.Line}: {f.Content}"));

    [Fact]
    public void Revisions_ChangeSomething() => Assert.All(
        Findings.GroupBy(f => (f.Row, f.DeskId)).SelectMany(g => g.Zip(g.Skip(1))),
        pair => Assert.NotEqual(pair.First.Content with { On = default, Note = string.Empty }, pair.Second.Content with { On = default, Note = string.Empty }));

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
        Findings, f => f.Line > b.Line && Rows[f.Row].Observed >= b.From && Rows[f.Row].Observed <= b.Until));

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

    private static string[] Members(DateOnly day) => day < Trilateral ? ["russia", "turkiye"] : ["russia", "turkiye", "iran"];

    private static bool IsConsistent(FindingContent f) => f.Attribution == AttributionFinding.Attributed == f.ActorId is not null
        && (f.Occurrence != OccurrenceFinding.Refuted || f is { Ruling: Ruling.NoViolation, Reason: RulingReason.DidNotOccur })
        && f.Ruling switch
        {
            Ruling.Violation => f is { Occurrence: OccurrenceFinding.Confirmed, Scope: ScopeFinding.Inside, Reason: RulingReason.ProvisionBreached },
            Ruling.NoViolation => f.Reason is RulingReason.SelfDefence or RulingReason.Permitted or RulingReason.DidNotOccur or RulingReason.NoPartyInvolved,
            Ruling.OutsideScope => (f.Scope, f.Reason) is (ScopeFinding.OutsideGroup, RulingReason.AuthorListed or RulingReason.TargetListed or RulingReason.AuthorNotBound)
                or (ScopeFinding.OutsideArea, RulingReason.OutsideArea) or (ScopeFinding.OutsideDate, RulingReason.OutsideDate),
            Ruling.CannotConfirm or Ruling.InsufficientEvidence =>
                f.Reason is RulingReason.AccessDenied or RulingReason.SourcesConflict or RulingReason.SingleSource or RulingReason.AuthorUnknown,
            Ruling.Pending => f.Reason == RulingReason.InquiryOpen,
            _ => false,
        };

    private static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));
}
