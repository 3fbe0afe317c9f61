using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Incidents;
using Hudna.Rulings;
using Hudna.Store;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    /// <summary>An incident of 31 December 2016 under the agreement, with its desks.</summary>
    private async Task<string> RuledOnAsync(DecisionRule rule = DecisionRule.Consensus)
    {
        await FoundAsync(rule);
        return await OpenAsync(1, "قصف تفتناز", "قصف", c => c);
    }

    private static Act Finding(string id, string desk, string by, Func<FindingContent, FindingContent> change, int revision = 0) =>
        Samples.Act(id, new FindingRecorded(desk, revision, change(MechanismSamples.Content())), by);

    [Fact]
    public async Task Finding_RecordedAndRevised_StandsWithItsRevision()
    {
        string id = await RuledOnAsync();
        await AppendAsync(MechanismSamples.Finding(id, "turkiye", " ayşe ", Ruling.Pending));
        await AppendAsync(MechanismSamples.Finding(id, "russia", "IVAN"));
        IReadOnlyList<Act> revised = await AppendAsync(MechanismSamples.Finding(id, "turkiye", MechanismSamples.Ayse, Ruling.CannotConfirm, 1));
        IReadOnlyList<Finding> findings = await Record.FindingsAsync(id, Cancellation);
        Assert.Equal(["russia", "turkiye"], findings.Select(f => f.DeskId));
        Assert.Equal((2, Ruling.CannotConfirm, MechanismSamples.Ayse, revised[0].Sequence), (findings[1].Revision, findings[1].Content.Ruling, findings[1].By, findings[1].Act));
        Assert.Empty(await Record.FindingsAsync("i0000000000000099", Cancellation));
    }

    [Fact]
    public async Task Finding_OfOneWhoMayNot_IsRefused()
    {
        string id = await OpenAsync(1, "قصف تفتناز", "قصف", c => c);
        await RefusedAsync("no desk russia; none was recorded", MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan));
        await AppendAsync(MechanismSamples.Desks());
        await RefusedAsync("no agreement to rule by", MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan));
        Agreement late = MechanismSamples.Agreement();
        (Act filed, ReadOnlyMemory<byte> original) = MechanismSamples.Filed(late with
        {
            Commissions = [late.Commissions[0] with { Period = new Period(MechanismSamples.Day("2017-01-10"), null) }],
        });
        await Record.AppendAsync([filed], [original], Cancellation);
        await RefusedAsync("no commission on 2017-01-09", MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan, on: "2017-01-09"));
        await RefusedAsync("There is no incident i9", MechanismSamples.Finding("i9", "russia", MechanismSamples.Ivan));
        await RefusedAsync("there is no desk moon; the desks are russia, turkiye", MechanismSamples.Finding(id, "moon", MechanismSamples.Ivan));
        await RefusedAsync(
            "Desk un-envoy speaks for united-nations, which is no member of the Joint Commission on 2017-01-15; findings are recorded by russia, turkiye",
            MechanismSamples.Finding(id, "un-envoy", MechanismSamples.Envoy));
        await RefusedAsync("speaks for state-ir, which is no member", MechanismSamples.Finding(id, "iran", MechanismSamples.Dara));
        await AppendAsync(MechanismSamples.Finding(id, "iran", MechanismSamples.Dara, on: "2017-01-24"));
        await RefusedAsync("by: Ayşe is no member of desk russia on 2017-01-15", MechanismSamples.Finding(id, "russia", MechanismSamples.Ayse));
        await RefusedAsync("recorded by people", MechanismSamples.Finding(id, "russia", Samples.Machine));
        await AppendAsync(MechanismSamples.Desk("russia-field", "state-ru", MechanismSamples.Ivan, DeskRole.Observer));
        await RefusedAsync("recorded by desk russia, not by russia-field", MechanismSamples.Finding(id, "russia-field", MechanismSamples.Ivan));
    }

    [Fact]
    public async Task Finding_ThatDoesNotFit_IsRefused()
    {
        string id = await RuledOnAsync();
        await RefusedAsync("is before 2016-12-31", MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan, on: "2016-12-30"));
        await RefusedAsync("reason: self_defence does not go with violation", Finding(id, "russia", MechanismSamples.Ivan, c => c with { Reason = RulingReason.SelfDefence }));
        await RefusedAsync("note: at most 4000", Finding(id, "russia", MechanismSamples.Ivan, c => c with { Note = new string('x', 4001) }));
        await ConflictAsync("at revision 0", MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan, revision: 1));
        await AppendAsync(MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan));
        await ConflictAsync("at revision 1", MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan));
    }

    /// <summary>In one run with the claims that make the incident's days.</summary>
    [Fact]
    public async Task Finding_InTheRunThatOpensTheIncident_KnowsItsFirstDay()
    {
        await FoundAsync();
        string claim = await ProposeAsync("قصف", "قصف");
        Act opening = Samples.Opened("i0000000000000001", 1), linked = Samples.Linked(claim, "i0000000000000001");
        await RefusedAsync("is before 2017-01-01", opening, linked, MechanismSamples.Finding("i0000000000000001", "russia", MechanismSamples.Ivan, on: "2016-12-31"));
        await AppendAsync(opening, linked, MechanismSamples.Finding("i0000000000000001", "russia", MechanismSamples.Ivan, on: "2017-01-01"));
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
    }

    [Fact]
    public async Task Findings_RevisedAtOnce_OneWins()
    {
        string id = await RuledOnAsync();
        await AppendAsync(MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan));
        bool[] won = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await AppendAsync(MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan, Ruling.CannotConfirm, 1));
                return true;
            }
            catch (RecordConflictException)
            {
                return false;
            }
        }));
        Assert.Single(won, w => w);
        Assert.Equal(2, (await Record.FindingsAsync(id, Cancellation)).Single().Revision);
    }
}
