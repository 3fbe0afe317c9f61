using Hudna.Acts;
using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    private static readonly Mapping Acled = Layouts.Named("acled")!;
    private static readonly string AcledId = MappingJson.IdOf(Acled);

    [Fact]
    public async Task Mapping_KeptAndWithdrawn_AlsoAfterARebuild()
    {
        Assert.Null(await Record.MappingAsync(AcledId, Cancellation));
        await AppendAsync(Samples.Act(AcledId, new MappingKept(Acled, false), Samples.Machine));
        Mapping other = Acled with { Name = "Ours", DateOrder = DateOrder.Dmy };
        string id = MappingJson.IdOf(other);
        await AppendAsync(Samples.Act(id, new MappingKept(other, true)));
        Assert.Equal([id, AcledId], (await Record.MappingsAsync(Cancellation)).Select(m => m.Id));
        KeptMapping kept = (await Record.MappingAsync(id, Cancellation))!;
        Assert.Equal(("Ours", true, "Desk A", null, MappingJson.Write(other)), (kept.Mapping.Name, kept.Own, kept.By, kept.Withdrawn, MappingJson.Write(kept.Mapping)));

        // A person takes the program's as their own, by another name.
        await AppendAsync(Samples.Act(AcledId, new MappingKept(Acled with { Name = "As it comes" }, true)));
        Assert.Equal([AcledId, id], (await Record.MappingsAsync(Cancellation)).Select(m => m.Id));
        await AppendAsync(Samples.Act(id, new MappingWithdrawn("wrong order")));
        Assert.Equal("wrong order", (await Record.MappingAsync(id, Cancellation))!.Withdrawn);

        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
        Assert.Contains("As it comes", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapping_Refusals()
    {
        await RefusedAsync("the mapping's id is", Samples.Act("m0", new MappingKept(Acled, true)));
        await RefusedAsync("layout:", Samples.Act(AcledId, new MappingKept(Acled with { Layout = "x" }, true)));
        await RefusedAsync("There is no mapping", Samples.Act(AcledId, new MappingWithdrawn("")));
        await AppendAsync(Samples.Act(AcledId, new MappingKept(Acled, true)));
        await ConflictAsync("kept already", Samples.Act(AcledId, new MappingKept(Acled, false)));
        await RefusedAsync("reason:", Samples.Act(AcledId, new MappingWithdrawn(new string('x', 2001))));
        await AppendAsync(Samples.Act(AcledId, new MappingWithdrawn("")));
        await ConflictAsync("withdrawn already", Samples.Act(AcledId, new MappingWithdrawn("")));
        await AppendAsync(Samples.Act(AcledId, new MappingKept(Acled, true)));
        Assert.Null((await Record.MappingAsync(AcledId, Cancellation))!.Withdrawn);
    }

    [Fact]
    public async Task Row_LaterContent_SupersedesTheEarlierOne()
    {
        (Act first, ReadOnlyMemory<byte> one) = RowAct("id: 1\ndead: 3");
        await RefusedOriginalAsync("is not kept", first, one);
        await AppendAsync(Samples.Act(AcledId, new MappingKept(Acled, false)));
        await Record.AppendAsync([first], [one], Cancellation);
        (Act second, ReadOnlyMemory<byte> two) = RowAct("id: 1\ndead: 4");
        RecordConflictException e = await Assert.ThrowsAsync<RecordConflictException>(() => Record.AppendAsync([second], [two], Cancellation));
        Assert.Contains("to be superseded first", e.Message, StringComparison.Ordinal);
        await Record.AppendAsync([Samples.Act(first.Subject, new ReportSuperseded(second.Subject)), second], [two], Cancellation);
        Assert.Equal(second.Subject, (await Record.LatestOfRowAsync("acled", "1", Cancellation))!.Id);
        Assert.Null(await Record.LatestOfRowAsync("acled", "2", Cancellation));
        Report earlier = (await Record.ReportAsync(first.Subject, Cancellation))!;
        Assert.Equal((second.Subject, ReportStatus.Unread, new ListedRow(AcledId, "acled", "1")), (earlier.SupersededBy, earlier.Status, earlier.Row));
        await ConflictAsync("superseded by", Samples.Act(first.Subject, new ReportSuperseded(second.Subject)));
        await ConflictAsync("not read any more", Samples.Read(first.Subject));
        await ConflictAsync("not read any more", Samples.Act(first.Subject, new ReportRemapped(AcledId)));
        Assert.Equal([second.Subject], await Record.QueuedReportsAsync(Cancellation));
    }

    [Fact]
    public async Task Row_Remapped_WaitsToBeReadAnew()
    {
        await AppendAsync(Samples.Act(AcledId, new MappingKept(Acled, false)));
        (Act act, ReadOnlyMemory<byte> original) = RowAct("id: 1");
        await Record.AppendAsync([act, Samples.Read(act.Subject)], [original], Cancellation);
        Mapping other = Acled with { DateOrder = DateOrder.Dmy };
        await RefusedAsync("which is not kept", Samples.Act(act.Subject, new ReportRemapped(MappingJson.IdOf(other))));
        await AppendAsync(Samples.Act(MappingJson.IdOf(other), new MappingKept(other, true)));
        await ConflictAsync("by mapping", Samples.Act(act.Subject, new ReportRemapped(AcledId)));
        await AppendAsync(Samples.Act(act.Subject, new ReportRemapped(MappingJson.IdOf(other))));
        Assert.Equal([act.Subject], await Record.QueuedReportsAsync(Cancellation));
        Assert.Equal(MappingJson.IdOf(other), (await Record.ReportAsync(act.Subject, Cancellation))!.Row!.MappingId);
        (Act article, ReadOnlyMemory<byte> text) = Samples.Filed("an article");
        await Record.AppendAsync([article], [text], Cancellation);
        await RefusedAsync("no row with an id", Samples.Act(article.Subject, new ReportSuperseded(act.Subject)));
    }

    private static Act[] RowActs(out ReadOnlyMemory<byte>[] originals)
    {
        (Act first, ReadOnlyMemory<byte> one) = RowAct("id: 1\ndead: 3");
        (Act second, ReadOnlyMemory<byte> two) = RowAct("id: 1\ndead: 4");
        Mapping other = Acled with { DateOrder = DateOrder.Dmy };
        originals = [one, two];
        return
        [
            Samples.Act(AcledId, new MappingKept(Acled, false), Samples.Machine),
            Samples.Act(MappingJson.IdOf(other), new MappingKept(other, true)),
            first,
            Samples.Act(first.Subject, new ReportRemapped(MappingJson.IdOf(other))),
            Samples.Act(first.Subject, new ReportSuperseded(second.Subject), Samples.Machine),
            second,
            Samples.Act(MappingJson.IdOf(other), new MappingWithdrawn("wrong order")),
        ];
    }

    private static (Act Act, ReadOnlyMemory<byte> Original) RowAct(string text)
    {
        (Act act, ReadOnlyMemory<byte> original) = Samples.Filed(text, "ACLED", kind: ReportKind.Observation);
        return (act with { Body = (ReportFiled)act.Body with { Row = new ListedRow(AcledId, "acled", "1") } }, original);
    }

    private async Task RefusedOriginalAsync(string expected, Act act, ReadOnlyMemory<byte> original)
    {
        InvalidActException e = await Assert.ThrowsAsync<InvalidActException>(() => Record.AppendAsync([act], [original], Cancellation));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }
}
