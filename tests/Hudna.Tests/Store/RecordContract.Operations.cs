using Hudna.Acts;
using Hudna.Operations;
using Hudna.Reading;
using Hudna.Store;
using static Hudna.Tests.Store.OperationSamples;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    [Fact]
    public async Task Operation_PlannedStagedCorrected()
    {
        await AppendAsync(Samples.Opened("i0000000000000001", 1));
        await AppendAsync([.. OperationActs(), Staged("o0000000000000001", 4, 1, Step(OperationStage.Completed, "2016-12-22"))]);
        Operation operation = (await Record.OperationAsync("o0000000000000001", Cancellation))!;
        Assert.Equal((5, 2), (operation.Revision, operation.Stages.Count));
        Assert.Equal(["c1"], operation.Plan.Pinned);
        Assert.Equal([(1, 2, OperationStage.Completed), (2, 1, OperationStage.Obstructed)], operation.Stages.Select(s => (s.Number, s.Revision, s.Step.Stage)));
        Assert.Equal(1, operation.Stages[1].Step.Incident);
        Assert.Null(await Record.OperationAsync("o9", Cancellation));
    }

    [Fact]
    public async Task Operations_ListedLatestFirst()
    {
        await AppendAsync(
            Planned("o2", Plan(first: "2017-01-05", last: null)), Planned("o1", Plan(first: "2017-01-05", last: null)), Planned("o3", Plan(OperationType.AidConvoy, first: "2017-02-01", last: null)),
            Planned("o4", Plan(first: "2016-01-01", last: null)));
        Assert.Equal(["o3", "o1", "o2", "o4"], await IdsAsync(new OperationFilter()));
        Assert.Equal(["o1", "o2", "o4"], await IdsAsync(new OperationFilter { Type = OperationType.Evacuation }));
        Assert.Equal(["o1"], await IdsAsync(new OperationFilter { Offset = 1, Limit = 1 }));

        async Task<IEnumerable<string>> IdsAsync(OperationFilter filter) => (await Record.OperationsAsync(filter, Cancellation)).Items.Select(o => o.Id);
    }

    [Fact]
    public async Task Operations_RebuiltAndAsOf_AreTheSame()
    {
        IReadOnlyList<Act> acts = await AppendAsync([Samples.Opened("i0000000000000001", 1), .. OperationActs()]);
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
        await using IRecord then = await Record.AsOfAsync(acts[2].Sequence, Cancellation);
        Operation operation = (await then.OperationAsync("o0000000000000001", Cancellation))!;
        Assert.Equal((2, 1, 0), (operation.Revision, operation.Stages.Count, operation.Plan.Pinned.Count));
    }

    [Fact]
    public async Task Operation_Refusals()
    {
        await RefusedAsync("no operation o1", Staged("o1", 1, 1));
        await RefusedAsync("title: a title", Planned("o1", Plan() with { Title = new OperationTitle(null, null) }));
        await RefusedAsync("from: a place", Planned("o1", Plan(from: " ")));
        await RefusedAsync("last:", Planned("o1", Plan(last: "2016-12-14")));
        await RefusedAsync("each category once", Planned("o1", Plan() with { Agreed = [new AgreedNumber(OperationCategory.People, 1, 1), new AgreedNumber(OperationCategory.People, 2, 2)] }));
        await RefusedAsync("agreed: a number", Planned("o1", Plan() with { Agreed = [new AgreedNumber(OperationCategory.People, null, null)] }));
        await RefusedAsync("lower bound", Planned("o1", Plan() with { Agreed = [new AgreedNumber(OperationCategory.People, 3, 2)] }));
        await RefusedAsync("claim c1 is pinned", Planned("o1", Plan() with { Pinned = ["c1"], Excluded = ["c1"] }));
        await RefusedAsync("by: Operations are recorded by people", Planned("o1") with { By = Samples.Machine });
        await ConflictAsync("at revision 0", Planned("o1", revision: 1));
        await AppendAsync(Planned("o1"));
        await ConflictAsync("at revision 1", Planned("o1"));
        await ConflictAsync("at revision 1", Staged("o1", 2, 1));
        await ConflictAsync("next stage's number is 1", Staged("o1", 1, 2));
        await RefusedAsync("counts: who counted", Staged("o1", 1, 1, Step(counts: new OperationCount(OperationCategory.People, 1, 1, " "))));
        await RefusedAsync("counts: 0 or more", Staged("o1", 1, 1, Step(counts: new OperationCount(OperationCategory.People, -1, 1, "x"))));
        await RefusedAsync("incident: only what is obstructed", Staged("o1", 1, 1, Step(incident: 1)));
        await RefusedAsync("incident: there is no incident 1", Staged("o1", 1, 1, Step(OperationStage.Obstructed, incident: 1)));
        await AppendAsync(Samples.Opened("i0000000000000001", 1), Staged("o1", 1, 1, Step(OperationStage.Obstructed, incident: 1)));
    }
}
