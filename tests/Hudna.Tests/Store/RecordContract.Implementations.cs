using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Commitments;
using Hudna.Store;
using static Hudna.Tests.Store.ImplementationSamples;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    private const string PromiseText = "تعهدت روسيا بفتح الطريق";

    [Fact]
    public async Task Implementation_RatedAgain_KeepsEveryRating_AlsoAfterARebuildAndAsOf()
    {
        (string report, string claim) = await PromiseAsync();
        Assert.Null(await Record.ImplementationAsync(claim, Cancellation));
        await AppendAsync(Rated(claim, 0, "2017-01-01"));
        long first = await Record.StateAsync(Cancellation);
        await AppendAsync(Rated(claim, 2, "2017-01-02", 1, "", evidence: [new(EvidenceKind.Report, report), new(EvidenceKind.Claim, claim)]));
        ImplementationRecord record = (await Record.ImplementationAsync(claim, Cancellation))!;
        Assert.Equal((claim, 2), (record.Subject, record.Revision));
        Assert.Equal([(0, "seen", "Lina", 0), (2, "", "Lina", 2)], record.Ratings.Select(r => (r.Level, r.Note, r.By, r.Evidence.Count)));
        Assert.Equal([(MechanismSamples.Day("2017-01-01"), Samples.Noon), (MechanismSamples.Day("2017-01-02"), Samples.Noon)], record.Ratings.Select(r => (r.On, r.At)));
        Assert.Equal([claim], (await Record.ImplementationsAsync(Cancellation)).Select(r => r.Subject));

        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
        Assert.Contains("\"level\":2", before, StringComparison.Ordinal);
        await using IRecord then = await Record.AsOfAsync(first, Cancellation);
        Assert.Equal([0], (await then.ImplementationAsync(claim, Cancellation))!.Ratings.Select(r => r.Level));
    }

    [Fact]
    public async Task Implementation_OfAProvision()
    {
        Agreement agreement = MechanismSamples.Agreement();
        Provision obliges = agreement.Provisions[0] with { Number = "5.a", Type = ProvisionType.Obliges };
        (Act filed, ReadOnlyMemory<byte> file) = MechanismSamples.Filed(agreement with { Provisions = [.. agreement.Provisions, obliges] });
        await RefusedAsync("no provision 5.a that obliges", Rated("agreement:truce:5.a", 1, "2017-01-01"));
        await Record.AppendAsync([filed], [file], Cancellation);
        await AppendAsync(Rated("agreement:truce:5.a", 1, "2017-01-01"));
        Assert.Equal(1, (await Record.ImplementationAsync("agreement:truce:5.a", Cancellation))!.LevelOn(MechanismSamples.Day("2017-01-01")));
        await RefusedAsync("no provision 1 that obliges", Rated("agreement:truce:1", 1, "2017-01-01"));
        await RefusedAsync("no provision 5.a that obliges", Rated("agreement:other:5.a", 1, "2017-01-01"));
    }

    [Fact]
    public async Task Implementation_Refusals()
    {
        (_, string claim) = await PromiseAsync();
        string @event = await ProposeAsync("قصف تفتناز", "قصف");
        await RefusedAsync("no commitment c0000000000000000", Rated("c0000000000000000", 1, "2017-01-01"));
        await RefusedAsync("is no commitment", Rated(@event, 1, "2017-01-01"));
        await RefusedAsync("recorded by people", Rated(claim, 1, "2017-01-01", by: Samples.Machine));
        await RefusedAsync("level:", Rated(claim, 4, "2017-01-01"));
        await RefusedAsync("level:", Rated(claim, -1, "2017-01-01"));
        await RefusedAsync("on: the day on which", Samples.Act(claim, new ImplementationRated(0, 1, default, [], "seen")));
        await RefusedAsync("on: the day of the rating or an earlier one is expected, not 2017-01-03", Rated(claim, 1, "2017-01-03"));
        await RefusedAsync("or a note, is expected", Rated(claim, 1, "2017-01-01", note: " "));
        await RefusedAsync("note: at most 2000", Rated(claim, 1, "2017-01-01", note: new string('x', 2001)));
        foreach (EvidenceKind kind in Enum.GetValues<EvidenceKind>())
        {
            await RefusedAsync($"no {Hudna.Reading.Wire.Name(kind)} x9", Rated(claim, 1, "2017-01-01", evidence: [new(kind, "x9")]));
        }

        await RefusedAsync("each only once", Rated(claim, 1, "2017-01-01", evidence: [new(EvidenceKind.Claim, claim), new(EvidenceKind.Claim, claim)]));
        await RefusedAsync("at most 50", Rated(claim, 1, "2017-01-01", evidence: [.. Enumerable.Range(0, 51).Select(i => new EvidenceRef(EvidenceKind.Claim, $"c{i}"))]));
        await AppendAsync(Rated(claim, 1, "2017-01-01"));
        await ConflictAsync("at revision 1", Rated(claim, 2, "2017-01-01"));
        await ConflictAsync("at revision 1", Rated(claim, 2, "2017-01-01", 2));
    }

    [Fact]
    public async Task Implementation_OfARejectedPromise_IsRefused_AndEarlierRatingsStay()
    {
        (_, string claim) = await PromiseAsync();
        await AppendAsync(Rated(claim, 1, "2017-01-01"));
        await AppendAsync(Samples.Act(claim, new ClaimRejected(1, "nobody said so")));
        await RefusedAsync("is rejected", Rated(claim, 2, "2017-01-01", 1));
        Assert.Single((await Record.ImplementationAsync(claim, Cancellation))!.Ratings);
    }

    [Fact]
    public async Task Implementation_RestingOnAnIncident()
    {
        (_, string claim) = await PromiseAsync();
        string other = await ProposeAsync("حصار مضايا", "حصار");
        await AppendAsync(
            Samples.Opened("i0000000000000001", 1), Samples.Linked(other, "i0000000000000001"),
            Rated(claim, 1, "2017-01-01", note: "", evidence: [new(EvidenceKind.Incident, "i0000000000000001")]));
        Assert.Equal(new EvidenceRef(EvidenceKind.Incident, "i0000000000000001"), (await Record.ImplementationAsync(claim, Cancellation))!.Ratings[0].Evidence.Single());
    }

    private async Task<(string Report, string Claim)> PromiseAsync()
    {
        (Act filed, ReadOnlyMemory<byte> original) = Samples.Filed(PromiseText);
        Act proposed = Samples.Proposed(filed.Subject, Promise(PromiseText, "بفتح الطريق"));
        await Record.AppendAsync([filed, Samples.Read(filed.Subject), proposed], [original], Cancellation);
        return (filed.Subject, proposed.Subject);
    }
}
