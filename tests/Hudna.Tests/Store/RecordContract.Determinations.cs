using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Rulings;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    [Fact]
    public async Task Determination_ByConsensus_NeedsEveryMembersFinding()
    {
        string id = await RuledOnAsync();
        await AppendAsync(MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan), MechanismSamples.Finding(id, "turkiye", MechanismSamples.Ayse, Ruling.CannotConfirm));
        await RefusedAsync(
            "consensus of 3 is not there: russia violation, turkiye cannot_confirm, iran has no finding",
            MechanismSamples.Determination(id, on: "2017-01-25", rests: [("russia", 1), ("turkiye", 1)]));
        await AppendAsync(MechanismSamples.Finding(id, "turkiye", MechanismSamples.Ayse, revision: 1));
        Act carried = MechanismSamples.Determination(id, rests: [("turkiye", 2), ("russia", 1)]);
        IReadOnlyList<Act> made = await AppendAsync(carried);
        Determination determination = (await Record.DeterminationAsync(id, Cancellation))!;
        Assert.Equal((DecisionRule.Consensus, 1, MechanismSamples.Ivan, made[0].Sequence), (determination.Rule, determination.Revision, determination.By, determination.Act));
        Assert.Empty(determination.Dissent);
        Assert.Empty(determination.Silent);
        Assert.Null(await Record.DeterminationAsync("i9", Cancellation));
    }

    [Fact]
    public async Task Determination_ByMajority_NamesDissentAndSilence()
    {
        string id = await RuledOnAsync(DecisionRule.Majority);
        await AppendAsync(
            MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan), MechanismSamples.Finding(id, "turkiye", MechanismSamples.Ayse),
            MechanismSamples.Finding(id, "iran", MechanismSamples.Dara, Ruling.NoViolation, on: "2017-01-25"));
        (string, int)[] rests = [("russia", 1), ("turkiye", 1), ("iran", 1)];
        await RefusedAsync("a majority, 2 of 3, is not there", MechanismSamples.Determination(id, Ruling.NoViolation, on: "2017-01-25", rests: rests));
        await AppendAsync(MechanismSamples.Determination(id, on: "2017-01-25", rests: rests));
        Assert.Equal(["iran"], (await Record.DeterminationAsync(id, Cancellation))!.Dissent);

        // Decided anew, after one finding became pending; the earlier one is not changed by what is found later.
        await AppendAsync(MechanismSamples.Finding(id, "iran", MechanismSamples.Dara, Ruling.Pending, 1, on: "2017-01-25"));
        Assert.Equal(["iran"], (await Record.DeterminationAsync(id, Cancellation))!.Dissent);
        await AppendAsync(MechanismSamples.Determination(id, revision: 1, on: "2017-01-26", rests: [("russia", 1), ("turkiye", 1), ("iran", 2)]));
        Determination anew = (await Record.DeterminationAsync(id, Cancellation))!;
        Assert.Equal((2, "state-ir", 0), (anew.Revision, anew.Silent.Single(), anew.Dissent.Count));
    }

    [Fact]
    public async Task Determination_ByTheChair_NeedsTheChairsFindingOnly()
    {
        string id = await RuledOnAsync(DecisionRule.Chair);
        await AppendAsync(MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan));
        await RefusedAsync("the chair state-tr has not found violation", MechanismSamples.Determination(id, rests: [("russia", 1)]));
        await AppendAsync(MechanismSamples.Finding(id, "turkiye", MechanismSamples.Ayse, Ruling.OutsideScope));
        await AppendAsync(MechanismSamples.Determination(id, Ruling.OutsideScope, rests: [("russia", 1), ("turkiye", 1)]));
        Assert.Equal(["russia"], (await Record.DeterminationAsync(id, Cancellation))!.Dissent);
    }

    [Fact]
    public async Task Determination_RestsOnTheFindingsAsTheyStand()
    {
        string id = await RuledOnAsync();
        await AppendAsync(MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan), MechanismSamples.Finding(id, "turkiye", MechanismSamples.Ayse));
        await ConflictAsync("Desk turkiye has a finding", MechanismSamples.Determination(id, rests: [("russia", 1)]));
        await RefusedAsync("desk iran has no finding", MechanismSamples.Determination(id, rests: [("russia", 1), ("turkiye", 1), ("iran", 1)]));
        await RefusedAsync("twice", MechanismSamples.Determination(id, rests: [("russia", 1), ("russia", 1), ("turkiye", 1)]));
        await AppendAsync(MechanismSamples.Finding(id, "turkiye", MechanismSamples.Ayse, revision: 1));
        await ConflictAsync("desk turkiye on incident", MechanismSamples.Determination(id, rests: [("russia", 1), ("turkiye", 1)]));
        await AppendAsync(MechanismSamples.Determination(id, rests: [("russia", 1), ("turkiye", 2)]));
        await ConflictAsync("at revision 1", MechanismSamples.Determination(id, rests: [("russia", 1), ("turkiye", 2)]));
    }

    [Fact]
    public async Task Determination_Refusals()
    {
        string id = await RuledOnAsync();
        (string, int)[] rests = [("russia", 1), ("turkiye", 1)];
        await AppendAsync(MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan), MechanismSamples.Finding(id, "turkiye", MechanismSamples.Ayse));
        Act good = MechanismSamples.Determination(id, rests: rests);
        await RefusedAsync("no incident i9", good with { Subject = "i9" });
        await RefusedAsync("never pending", MechanismSamples.Determination(id, Ruling.Pending, rests: rests));
        await RefusedAsync("recorded by people", good with { By = Samples.Machine });
        await RefusedAsync("no member of any desk on 2017-01-15", good with { By = "Nobody" });
        await RefusedAsync("is before 2016-12-31", MechanismSamples.Determination(id, on: "2016-12-30", rests: rests));
        await RefusedAsync("has no provision 7; it has 1", Change(c => c with { Provisions = ["7"] }));
        await RefusedAsync("at least one number", Change(c => c with { Provisions = [] }));
        await RefusedAsync("each number once", Change(c => c with { Provisions = ["1", "1"] }));
        await RefusedAsync("none are expected for no_violation", Change(c => c with { Ruling = Ruling.NoViolation }));
        await RefusedAsync("note: at most", Change(c => c with { Note = new string('x', 4001) }));
        await AppendAsync(good with { By = MechanismSamples.Envoy });

        Act Change(Func<DeterminationContent, DeterminationContent> change) =>
            good with { Body = new DeterminationMade(0, change(((DeterminationMade)good.Body).Content)) };
    }
}
