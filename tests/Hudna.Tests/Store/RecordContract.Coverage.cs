using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Coverage;
using Hudna.Store;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    [Fact]
    public async Task Coverage_RecordedCorrectedWithdrawn()
    {
        await AppendAsync(MechanismSamples.Coverage("v1", MechanismSamples.CoverageOf(center: new Position(35.99, 36.79), radiusKm: 2.5)));
        await AppendAsync(MechanismSamples.Coverage("v1", MechanismSamples.CoverageOf(access: CoverageAccess.Denied), 1));
        Assert.Equal((CoverageAccess.Denied, 2, null), (await Record.CoverageRecordAsync("v1", Cancellation)) is { } v ? (v.Content.Access, v.Revision, v.Withdrawn) : default);
        await RefusedAsync("reason: why", Samples.Act("v1", new CoverageWithdrawn(2, " ")));
        await AppendAsync(Samples.Act("v1", new CoverageWithdrawn(2, "wrong day")));
        Assert.Equal("wrong day", (await Record.CoverageRecordAsync("v1", Cancellation))!.Withdrawn);
        await ConflictAsync("already withdrawn", Samples.Act("v1", new CoverageWithdrawn(3, "again")));
        await AppendAsync(MechanismSamples.Coverage("v1", MechanismSamples.CoverageOf(), 3));
        Assert.Null((await Record.CoverageRecordAsync("v1", Cancellation))!.Withdrawn);
        Assert.Null(await Record.CoverageRecordAsync("v9", Cancellation));
    }

    [Fact]
    public async Task Coverage_Refusals()
    {
        await ConflictAsync("at revision 0", MechanismSamples.Coverage("v1", MechanismSamples.CoverageOf(), 1));
        await RefusedAsync("no record of coverage v1", Samples.Act("v1", new CoverageWithdrawn(1, "x")));
        await RefusedAsync("to: a time after from", Of(MechanismSamples.CoverageOf(fromHour: 8, toHour: 8)));
        await RefusedAsync("team:", Of(MechanismSamples.CoverageOf() with { Team = " " }));
        foreach (string province in (string[])["Idlib", "sy/Idlib", "SY/", "SY/ ", ""])
        {
            await RefusedAsync("as SY/Idlib", Of(MechanismSamples.CoverageOf(province)));
        }

        await RefusedAsync("lat:", Of(MechanismSamples.CoverageOf(center: new Position(90.1, 0))));
        await RefusedAsync("lon:", Of(MechanismSamples.CoverageOf(center: new Position(0, -180.1))));
        await RefusedAsync("radius_km:", Of(MechanismSamples.CoverageOf(radiusKm: 0)));

        static Act Of(CoverageContent content) => MechanismSamples.Coverage("v1", content);
    }

    [Fact]
    public async Task Coverage_Filters_InOrderOfBegin()
    {
        await AppendAsync(
            MechanismSamples.Coverage("v3", MechanismSamples.CoverageOf(fromHour: 8, toHour: 10)),
            MechanismSamples.Coverage("v2", MechanismSamples.CoverageOf("SY/Aleppo", 6, 12, CoverageAccess.Denied)),
            MechanismSamples.Coverage("v1", MechanismSamples.CoverageOf(fromHour: 8, toHour: 9)),
            MechanismSamples.Coverage("v4", MechanismSamples.CoverageOf(fromHour: 20, toHour: 21)),
            Samples.Act("v4", new CoverageWithdrawn(1, "wrong day")));
        Assert.Equal(["v2", "v1", "v3"], await IdsAsync(new CoverageFilter()));
        Assert.Equal(["v2", "v1", "v3", "v4"], await IdsAsync(new CoverageFilter { Withdrawn = true }));
        Assert.Equal(["v1", "v3"], await IdsAsync(new CoverageFilter { Province = "SY/Idlib" }));
        Assert.Equal(["v2"], await IdsAsync(new CoverageFilter { Access = CoverageAccess.Denied }));

        // A record that ends when the filter begins, or begins when it ends, is outside; whatever the offset.
        Assert.Equal(["v2", "v3"], await IdsAsync(new CoverageFilter { From = MechanismSamples.Lodged.AddHours(9).ToUniversalTime() }));
        Assert.Equal(["v2"], await IdsAsync(new CoverageFilter { To = MechanismSamples.Lodged.AddHours(8) }));
        Assert.Equal(3, (await Record.CoverageAsync(new CoverageFilter { Limit = 1 }, Cancellation)).Total);

        async Task<IEnumerable<string>> IdsAsync(CoverageFilter filter) => (await Record.CoverageAsync(filter, Cancellation)).Items.Select(c => c.Id);
    }

    [Fact]
    public async Task Bulletin_Published_CanBeReadLater()
    {
        await FileAsync("قصف");
        (Act first, ReadOnlyMemory<byte> one) = MechanismSamples.Bulletin(1, 1, "{\"number\":1}");
        (Act second, ReadOnlyMemory<byte> two) = MechanismSamples.Bulletin(2, 2, "{\"number\":2}", until: "2017-01-01");
        await Record.AppendAsync([first], [one], Cancellation);
        await Record.AppendAsync([second], [two], Cancellation);
        IReadOnlyList<Bulletin> bulletins = await Record.BulletinsAsync(Cancellation);
        Assert.Equal([2, 1], bulletins.Select(b => b.Number));
        Assert.Equal(
            new Bulletin(first.Subject, 1, MechanismSamples.Day("2017-01-01"), MechanismSamples.Day("2017-01-07"), 1, ((BulletinPublished)first.Body).Sha256, first.At, first.By),
            bulletins[1]);
        Assert.Equal(one.ToArray(), await Record.OriginalAsync(bulletins[1].Sha256, Cancellation));
    }

    [Fact]
    public async Task Bulletin_Refusals()
    {
        (Act first, ReadOnlyMemory<byte> json) = MechanismSamples.Bulletin(1, 1);
        await RefusedAsync("state: an act that is there", first);
        await FileAsync("قصف");
        await RefusedAsync("not handed in", first);
        await ConflictAsync("number is 1, not 2", MechanismSamples.Bulletin(2, 1).Act);
        await RefusedAsync("state:", MechanismSamples.Bulletin(1, 2).Act);
        await RefusedAsync("state:", MechanismSamples.Bulletin(1, 0).Act);
        await RefusedAsync("until:", MechanismSamples.Bulletin(1, 1, until: "2016-12-31").Act);
        await Record.AppendAsync([first], [json], Cancellation);
        await ConflictAsync("already published", first with { Body = (BulletinPublished)first.Body with { Number = 2 } });
    }
}
