using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    [Fact]
    public async Task Together_LaterStepsSeeEarlierOnes_AndAllAreThereAfterwards()
    {
        (Act filed, ReadOnlyMemory<byte> original) = Samples.Filed("قصف");
        int seen = await Record.TogetherAsync(
            async unit =>
            {
                await unit.AppendAsync([filed], [original], Cancellation);
                Assert.NotNull(await unit.ReportAsync(filed.Subject, Cancellation));
                Assert.Null(await Record.ReportAsync(filed.Subject, Cancellation)); // others see it when it is durable
                await unit.AppendAsync([Samples.Read(filed.Subject)], [], Cancellation);
                return (await unit.CountsAsync(Cancellation)).Reports;
            },
            Cancellation);
        Assert.Equal(1, seen);
        Assert.Equal([1L, 2L], (await Record.HistoryAsync(filed.Subject, Cancellation)).Select(a => a.Sequence));
        Assert.Equal(ReportStatus.Read, (await Record.ReportAsync(filed.Subject, Cancellation))!.Status);
    }

    [Fact]
    public async Task Together_StepThatFails_CostsItselfOnly()
    {
        (Act one, ReadOnlyMemory<byte> first) = Samples.Filed("قصف");
        (Act two, ReadOnlyMemory<byte> second) = Samples.Filed("قصف آخر");
        await Record.TogetherAsync(
            async unit =>
            {
                await unit.AppendAsync([one], [first], Cancellation);

                // Its first act can stand, its second cannot: neither is kept.
                await Assert.ThrowsAsync<RecordConflictException>(() => unit.AppendAsync([two, one], [second], Cancellation));
                Assert.Null(await unit.ReportAsync(two.Subject, Cancellation));
                await unit.AppendAsync([Samples.Read(one.Subject)], [], Cancellation);
                return 0;
            },
            Cancellation);
        Assert.Equal(2, (await Record.CountsAsync(Cancellation)).Acts);
        Assert.Null(await Record.OriginalAsync(ContentId.Sha256(second.Span), Cancellation));
        await Record.AppendAsync([two], [second], Cancellation);
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
    }

    [Fact]
    public async Task Together_WorkThatThrows_LeavesNothing_AndTheNextWriterGetsOn()
    {
        (Act filed, ReadOnlyMemory<byte> original) = Samples.Filed("قصف");
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => Record.TogetherAsync<int>(
            async unit =>
            {
                await unit.AppendAsync([filed], [original], Cancellation);
                throw new TimeZoneNotFoundException();
            },
            Cancellation));
        Assert.Equal(0, (await Record.CountsAsync(Cancellation)).Acts);
        await Record.AppendAsync([filed], [original], Cancellation);
        Assert.Equal(1, (await Record.CountsAsync(Cancellation)).Acts);
    }

    [Fact]
    public async Task Together_OthersWaitTheirTurn()
    {
        string[] texts = [.. Enumerable.Range(0, 12).Select(n => $"قصف {n}")];
        await Task.WhenAll(texts.Select((text, n) => n % 3 == 0 ? FileTogetherAsync(text) : FileAsync(text)));
        Assert.Equal((12, 12L), ((await Record.CountsAsync(Cancellation)).Reports, (await Record.CountsAsync(Cancellation)).Acts));

        // Inside, the same again is part of it.
        Task<string> FileTogetherAsync(string text) => Record.TogetherAsync(
            outer => outer.TogetherAsync(
                async unit =>
                {
                    (Act filed, ReadOnlyMemory<byte> original) = Samples.Filed(text);
                    await Task.Yield();
                    await unit.AppendAsync([filed], [original], Cancellation);
                    return filed.Subject;
                },
                Cancellation),
            Cancellation);
    }
}
