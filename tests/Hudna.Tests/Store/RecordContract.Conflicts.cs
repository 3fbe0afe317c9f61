using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    [Fact]
    public async Task Conflict_ReportFiledTwice()
    {
        (Act act, ReadOnlyMemory<byte> original) = Samples.Filed("قصف");
        await Record.AppendAsync([act], [original], Cancellation);
        await Assert.ThrowsAsync<RecordConflictException>(() => Record.AppendAsync([act], [original], Cancellation));
        await Assert.ThrowsAsync<RecordConflictException>(() => AppendAsync(Samples.Act(act.Subject, new ReportSourceNoted(Samples.Source()))));
    }

    [Fact]
    public async Task Conflict_ReportReadTwice()
    {
        string id = await FileAsync("قصف");
        await AppendAsync(Samples.Read(id));
        await Assert.ThrowsAsync<RecordConflictException>(() => AppendAsync(Samples.Read(id)));
        await Assert.ThrowsAsync<RecordConflictException>(() => AppendAsync(Samples.Act(id, new ReportLeftUnread("language:en", "en"))));
    }

    [Fact]
    public async Task Conflict_DecisionOnAnEarlierRevision()
    {
        string id = await ProposeAsync("قصف", "قصف");
        await AppendAsync(Samples.Act(id, new ClaimAccepted(1, "yes")));
        RecordConflictException e = await Assert.ThrowsAsync<RecordConflictException>(() => AppendAsync(Samples.Act(id, new ClaimRejected(1, "no"))));
        Assert.Contains("revision 2", e.Message, StringComparison.Ordinal);
        Assert.Equal(ClaimStatus.Accepted, (await Record.ClaimAsync(id, Cancellation))!.Status);
        await AppendAsync(Samples.Act(id, new ClaimRejected(2, "no")));
    }

    [Fact]
    public async Task Conflict_TwoDecisionsInOneRun_SecondMustNameTheNewRevision()
    {
        string id = await ProposeAsync("قصف", "قصف");
        await Assert.ThrowsAsync<RecordConflictException>(() =>
            AppendAsync(Samples.Act(id, new ClaimAccepted(1, "yes")), Samples.Act(id, new ClaimRejected(1, "no"))));
        Assert.Equal(1, (await Record.ClaimAsync(id, Cancellation))!.Revision);
    }

    [Fact]
    public async Task Conflict_IncidentNumberTakenOrLeftOut()
    {
        await AppendAsync(Samples.Opened("i0000000000000001", 1));
        await Assert.ThrowsAsync<RecordConflictException>(() => AppendAsync(Samples.Opened("i0000000000000002", 1)));
        await Assert.ThrowsAsync<RecordConflictException>(() => AppendAsync(Samples.Opened("i0000000000000002", 3)));
        await Assert.ThrowsAsync<RecordConflictException>(() => AppendAsync(Samples.Opened("i0000000000000001", 2)));
        await AppendAsync(Samples.Opened("i0000000000000002", 2), Samples.Opened("i0000000000000003", 3));
    }

    [Fact]
    public async Task Conflict_MachineLinksWhereAPersonUnlinked()
    {
        string id = await ProposeAsync("قصف", "قصف");
        await AppendAsync(Samples.Opened("i0000000000000001", 1), Samples.Linked(id, "i0000000000000001"));
        await AppendAsync(Samples.Act(id, new ClaimUnlinked("i0000000000000001", "no")));
        await Assert.ThrowsAsync<RecordConflictException>(() => AppendAsync(Samples.Linked(id, "i0000000000000001")));
        await AppendAsync(Samples.Linked(id, "i0000000000000001", by: "Desk A"));
        Claim claim = (await Record.ClaimAsync(id, Cancellation))!;
        Assert.Equal(("i0000000000000001", true, 0), (claim.IncidentId, claim.LinkedByPerson, claim.UnlinkedFrom.Count));
    }

    [Fact]
    public async Task Conflict_MachineMovesWhatAPersonLinked()
    {
        string id = await ProposeAsync("قصف", "قصف");
        await AppendAsync(Samples.Opened("i0000000000000001", 1), Samples.Opened("i0000000000000002", 2), Samples.Linked(id, "i0000000000000001", "Desk A"));
        await Assert.ThrowsAsync<RecordConflictException>(() => AppendAsync(Samples.Linked(id, "i0000000000000002")));
        await AppendAsync(Samples.Linked(id, "i0000000000000002", "Desk B"));
        Claim claim = (await Record.ClaimAsync(id, Cancellation))!;
        Assert.Equal(("i0000000000000002", "i0000000000000001"), (claim.IncidentId, claim.UnlinkedFrom.Single()));
        await Assert.ThrowsAsync<RecordConflictException>(() => AppendAsync(Samples.Act(id, new ClaimUnlinked("i0000000000000001", "no"))));
    }

    [Fact]
    public async Task Conflict_ActorAddedTwice()
    {
        Act added = Samples.Act("m-x", new ActorAdded("X", [], ActorType.Other, null, []));
        await AppendAsync(added);
        await Assert.ThrowsAsync<RecordConflictException>(() => AppendAsync(added));
        await Assert.ThrowsAsync<RecordConflictException>(() => AppendAsync(added with { Subject = "m-y" }, added with { Subject = "m-y" }));
    }

    public static TheoryData<string, ActBody> Invalid => new()
    {
        { "report", new ReportSourceNoted(Samples.Source(" ")) },
        { "missing", new ReportLeftUnread("language:en", "en") },
        { "report", new ReportRead("r", "ar", DocumentReading.Nothing(new DocumentInfo("x", "ar", null, null)) with { Times = [new TimeMention(0, 3, "xxx", null, "time")] }) },
        { "report", new ReportRead("r", "ar", DocumentReading.Nothing(new DocumentInfo("x", "ar", null, null)) with { Times = [new TimeMention(0, 300, "قصف", null, "time")] }) },
        { "c1", new ClaimProposed("missing", Samples.Event("قصف", "قصف"), "event.test") },
        { "c1", new ClaimProposed("report", Samples.Event("قصف", "قصف") with { Span = new Span(0, 30) }, "event.test") },
        { "c1", new ClaimProposed("report", Samples.Event("قصف", "قصف") with { Text = "قتل" }, "event.test") },
        { "c1", new ClaimProposed("report", Samples.Event("قصف", "قصف") with { Type = null }, "event.test") },
        { "c1", new ClaimProposed("report", Samples.Event("قصف", "قصف", mode: "seize"), "event.test") },
        { "c1", new ClaimProposed("report", Samples.Event("قصف", "قصف", dead: new Count(5, 3, null)), "event.test") },
        { "c1", new ClaimProposed("report", Samples.Event("قصف", "قصف", dead: new Count(-1, null, null)), "event.test") },
        { "c1", new ClaimProposed("report", Samples.Event("قصف", "قصف", place: Samples.Place(lat: 91)), "event.test") },
        { "c1", new ClaimProposed("report", Samples.Event("قصف", "قصف", place: Samples.Place() with { Precision = 0 }), "event.test") },
        { "c1", new ClaimProposed("report", Samples.Event("قصف", "قصف") with { Time = new ClaimTime("x", null, "2017-02-30", default, default) }, "event.test") },
        { "c1", new ClaimProposed("report", Samples.Event("قصف", "قصف") with { Kind = ClaimKind.Figure, Type = null }, "event.test") },
        { "missing", new ClaimAccepted(1, string.Empty) },
        { "missing", new ClaimEdited(1, Samples.Event("قصف", "قصف"), string.Empty) },
        { "claim", new ClaimEdited(1, Samples.Event("قصف", "قصف") with { Span = new Span(0, 99) }, "x") },
        { "claim", new ClaimLinked("missing", ["x"]) },
        { "claim", new ClaimLinked("i0000000000000001", []) },
        { "m-x", new PlaceAdded("X", [], PlaceKind.Settlement, "SY", null, 33, 181) },
        { "m-x", new PlaceAdded(" ", [], PlaceKind.Settlement, "SY", null, 33, 36) },
        { "m-x", new ActorAdded("X", [], ActorType.Other, "Syria", []) },
        { " ", new ActorAdded("X", [], ActorType.Other, null, []) },
    };

    /// <summary>What no record may hold, on a record with a report, a claim in it and an incident.</summary>
    [Theory]
    [MemberData(nameof(Invalid), DisableDiscoveryEnumeration = true)]
    public async Task Invalid_Act_IsRefusedAndChangesNothing(string subject, ActBody body)
    {
        (Act filed, ReadOnlyMemory<byte> original) = Samples.Filed("قصف");
        Act claim = Samples.Proposed(filed.Subject, Samples.Event("قصف", "قصف"));
        await Record.AppendAsync([filed, claim, Samples.Opened("i0000000000000001", 1)], [original], Cancellation);
        string before = await Record.DumpViewsAsync(Cancellation);
        ActBody onReport = body is ClaimProposed { ReportId: "report" } proposed ? proposed with { ReportId = filed.Subject } : body;
        string on = subject switch { "report" => filed.Subject, "claim" => claim.Subject, _ => subject };
        await Assert.ThrowsAsync<InvalidActException>(() => AppendAsync(Samples.Act(on, onReport)));
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
    }
}
