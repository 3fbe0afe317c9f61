using Hudna.Acts;
using Hudna.Store;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    /// <summary>A new and empty record beside this test's.</summary>
    protected abstract Task<IRecord> OpenOtherAsync();

    [Fact]
    public async Task AsOf_EachState_EqualsARecordThatOnlyEverGotThoseActs()
    {
        IReadOnlyList<Act> acts = await FillAsync();
        await using IRecord other = await OpenOtherAsync();
        foreach (Act act in acts)
        {
            string? hash = act.Body switch
            {
                ReportFiled filed => filed.OriginalSha256,
                AgreementFiled filed => filed.OriginalSha256,
                BulletinPublished published => published.Sha256,
                _ => null,
            };
            byte[]? original = hash is null ? null : await Record.OriginalAsync(hash, Cancellation);
            await other.AppendAsync([act], original is null ? [] : [original], Cancellation);
            await using IRecord asOf = await Record.AsOfAsync(act.Sequence, Cancellation);
            Assert.Equal(act.Sequence, await asOf.StateAsync(Cancellation));
            Assert.Equal(await other.DumpViewsAsync(Cancellation), await asOf.DumpViewsAsync(Cancellation));
        }
    }

    [Fact]
    public async Task AsOf_EarlierState_HasItsOriginalsAndNoLaterOnes()
    {
        string early = await FileAsync("قصف");
        (Act bulletin, ReadOnlyMemory<byte> json) = MechanismSamples.Bulletin(1, 1);
        await Record.AppendAsync([bulletin], [json], Cancellation);
        string late = await FileAsync("هدنة");
        await using IRecord asOf = await Record.AsOfAsync(2, Cancellation);
        Assert.Equal(json.ToArray(), await asOf.OriginalAsync((await asOf.BulletinsAsync(Cancellation)).Single().Sha256, Cancellation));
        Assert.NotNull(await asOf.OriginalAsync((await asOf.ReportAsync(early, Cancellation))!.OriginalSha256, Cancellation));
        Assert.Null(await asOf.ReportAsync(late, Cancellation));
        Assert.Null(await asOf.OriginalAsync((await Record.ReportAsync(late, Cancellation))!.OriginalSha256, Cancellation));
        Assert.Equal(1, (await asOf.ReportsAsync(new ReportFilter { Query = "قصف" }, Cancellation)).Total);
        await using IRecord earlier = await asOf.AsOfAsync(1, Cancellation);
        Assert.Empty(await earlier.BulletinsAsync(Cancellation));
        Assert.NotNull(await earlier.OriginalAsync((await earlier.ReportAsync(early, Cancellation))!.OriginalSha256, Cancellation));
    }

    [Fact]
    public async Task AsOf_TakesNoActs()
    {
        await FillAsync();
        await Record.RememberMissionAsync("id: astana\n", Cancellation);
        await using IRecord asOf = await Record.AsOfAsync(0, Cancellation);
        Assert.Equal((0, "id: astana\n"), ((await asOf.CountsAsync(Cancellation)).Acts, await asOf.MissionAsync(Cancellation)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => asOf.AppendAsync([Samples.Opened("i1", 1)], [], Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Record.AsOfAsync(-1, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Record.AsOfAsync(await Record.StateAsync(Cancellation) + 1, Cancellation));
    }

    [Fact]
    public async Task AsOf_Disposed_IsGone()
    {
        await FillAsync();
        IRecord asOf = await Record.AsOfAsync(5, Cancellation);
        await asOf.DisposeAsync();
        await asOf.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => asOf.StateAsync(Cancellation));
        Assert.NotEqual(0, await Record.StateAsync(Cancellation));
    }

    [Fact]
    public async Task AsOf_ManyAtOnce_AreApart()
    {
        await FillAsync();
        long state = await Record.StateAsync(Cancellation);
        await Task.WhenAll(Enumerable.Range(1, 8).Select(async n =>
        {
            await using IRecord asOf = await Record.AsOfAsync(state - n, Cancellation);
            string[] dumps = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => asOf.DumpViewsAsync(Cancellation)));
            Assert.Single(dumps.Distinct(StringComparer.Ordinal));
            Assert.Equal(state - n, await asOf.StateAsync(Cancellation));
            Assert.Equal(dumps[0], await asOf.DumpViewsAsync(Cancellation));
        }));
    }
}
