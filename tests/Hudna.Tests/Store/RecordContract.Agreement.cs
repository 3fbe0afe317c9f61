using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Incidents;
using Hudna.Rulings;
using Hudna.Store;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    /// <summary>Files the agreement and records the desks.</summary>
    protected async Task FoundAsync(DecisionRule rule = DecisionRule.Consensus)
    {
        (Act filed, ReadOnlyMemory<byte> original) = MechanismSamples.Filed(MechanismSamples.Agreement(rule));
        await Record.AppendAsync([filed, .. MechanismSamples.Desks()], [original], Cancellation);
    }

    protected async Task RefusedAsync(string words, params Act[] acts)
    {
        string before = await Record.DumpViewsAsync(Cancellation);
        InvalidActException e = await Assert.ThrowsAsync<InvalidActException>(() => AppendAsync(acts));
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
    }

    protected async Task ConflictAsync(string words, params Act[] acts) => Assert.Contains(
        words, (await Assert.ThrowsAsync<RecordConflictException>(() => AppendAsync(acts))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Agreement_FiledTwice_KeepsWhatWasRecordedBesideTheFile()
    {
        Assert.Null(await Record.AgreementAsync(Cancellation));
        (Act first, ReadOnlyMemory<byte> one) = MechanismSamples.Filed();
        await Record.AppendAsync([first, MechanismSamples.Adherence("jaysh", "2017-01-10")], [one], Cancellation);
        (Act second, ReadOnlyMemory<byte> two) = MechanismSamples.Filed(reason: "provision corrected");
        await Record.AppendAsync([second], [two], Cancellation);
        AgreementState state = (await Record.AgreementAsync(Cancellation))!;
        Assert.Equal((2, 3L, ContentId.Sha256(two.Span)), (state.Version, state.Changed, state.OriginalSha256));
        Assert.Equal(["gov-sy", "jaysh"], state.Agreement.Adherences.Select(a => a.ActorId));
        Assert.Equal(["gov-sy"], state.Filed.Adherences.Select(a => a.ActorId));
        Assert.Equal(two.ToArray(), await Record.OriginalAsync(state.OriginalSha256, Cancellation));
    }

    [Fact]
    public async Task Agreement_ReadBack_IsWhatWasFiled()
    {
        await FoundAsync();
        Agreement read = (await Record.AgreementAsync(Cancellation))!.Agreement;
        Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(MechanismSamples.Agreement()), System.Text.Json.JsonSerializer.Serialize(read));
        Assert.Equal(["ar", "en", "ru-RU"], read.Provisions[0].Text.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new Position(35.1, 36.7), read.Areas[0].Exclude[0].Circle!.Center);
        Assert.Equal(MechanismSamples.Day("2017-01-24"), read.Commissions[0].Members[2].Period.From);
    }

    [Fact]
    public async Task Agreement_Filed_Refusals()
    {
        (Act filed, ReadOnlyMemory<byte> original) = MechanismSamples.Filed();
        await RefusedAsync("not handed in", filed);
        await RefusedAsync("the agreement's id is truce, not other", filed with { Subject = "other" });
        await RefusedAsync("There is no agreement truce", MechanismSamples.Adherence("jaysh", "2017-01-10"));
        await Record.AppendAsync([filed], [original], Cancellation);
        await RefusedAsync("The record holds the agreement truce", MechanismSamples.Filed(MechanismSamples.Agreement(id: "other")).Act);
        await RefusedAsync("The record holds the agreement truce", MechanismSamples.Adherence("jaysh", "2017-01-10") with { Subject = "other" });
        Agreement twice = MechanismSamples.Agreement();
        twice = twice with { Adherences = [.. twice.Adherences, twice.Adherences[0]] };
        (Act bad, ReadOnlyMemory<byte> bytes) = MechanismSamples.Filed(twice, "twice");
        InvalidActException e = await Assert.ThrowsAsync<InvalidActException>(() => Record.AppendAsync([bad], [bytes], Cancellation));
        Assert.Contains("has a record from 2016-12-30", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adherence_Recorded_MustNotContradictOthers()
    {
        await FoundAsync();
        await AppendAsync(MechanismSamples.Adherence("jaysh", "2017-01-10", "2017-01-20"));
        await RefusedAsync("and contradicts it", MechanismSamples.Adherence("jaysh", "2017-01-15", status: AdherenceStatus.Withdrawn));
        await AppendAsync(MechanismSamples.Adherence("jaysh", "2017-01-15"));
        await AppendAsync(MechanismSamples.Adherence("jaysh", "2017-01-21", status: AdherenceStatus.Withdrawn));
        await RefusedAsync("the first day", MechanismSamples.Adherence("ahrar", "2017-01-10", "2017-01-09"));
        await RefusedAsync("recorded by people", MechanismSamples.Adherence("ahrar", "2017-01-10", by: Samples.Machine));
        await AppendAsync(MechanismSamples.Adherence("gov-sy", "2016-12-30", status: AdherenceStatus.Declined));
        AgreementState state = (await Record.AgreementAsync(Cancellation))!;
        Assert.Equal(AdherenceStatus.Declined, state.Agreement.Adherences.Single(a => a.ActorId is "gov-sy").Status);
    }

    [Fact]
    public async Task Listing_Recorded_MustBeOfAListerAndNotOverlap()
    {
        await FoundAsync();
        await RefusedAsync("there is no lister \"moon\"", MechanismSamples.Listing("nusra", "2017-01-05", lister: "moon"));
        await RefusedAsync("recorded by people", MechanismSamples.Listing("nusra", "2017-01-05", by: Samples.Machine));
        await AppendAsync(MechanismSamples.Listing("nusra", "2017-01-05", "2017-01-10"));
        await RefusedAsync("nusra on the list of un", MechanismSamples.Listing("nusra", "2017-01-08"));
        await AppendAsync(MechanismSamples.Listing("nusra", "2017-01-05", "2017-01-07"), MechanismSamples.Listing("nusra", "2017-01-08"));
        Assert.Equal(3, (await Record.AgreementAsync(Cancellation))!.Agreement.Listings.Count);
    }

    [Fact]
    public async Task Desks_AreInOrderOfTheirFirstActs()
    {
        await FoundAsync();
        await AppendAsync(MechanismSamples.Desk("turkiye", "state-tr", "Mehmet", revision: 1), MechanismSamples.Desk("secretariat", null, "Sam", DeskRole.Secretariat));
        IReadOnlyList<Desk> desks = await Record.DesksAsync(Cancellation);
        Assert.Equal(["russia", "turkiye", "iran", "un-envoy", "secretariat"], desks.Select(d => d.Id));
        Assert.Equal((2, "Mehmet"), (desks[1].Revision, desks[1].Members.Single().Name));
    }

    [Fact]
    public async Task Desk_Refusals()
    {
        await FoundAsync();
        await ConflictAsync("at revision 1", MechanismSamples.Desk("russia", "state-ru", "Ivan"));
        await ConflictAsync("at revision 0", MechanismSamples.Desk("new", "state-qa", "Q", revision: 1));
        await RefusedAsync("lower-case", MechanismSamples.Desk("New", "state-qa", "Q"));
        await RefusedAsync("speaks for is expected", MechanismSamples.Desk("new", null, "Q", DeskRole.Liaison));
        await RefusedAsync("desk russia is already", MechanismSamples.Desk("new", "state-ru", "Q"));
        await RefusedAsync("members[1].name", MechanismSamples.Desk("new", "state-qa", " "));
        await RefusedAsync("last day is before", MechanismSamples.Desk("new", "state-qa", "Q", period: new Period(MechanismSamples.Day("2017-01-02"), MechanismSamples.Day("2017-01-01"))));
        Act named = MechanismSamples.Desk("new", "state-qa", "Q");
        await RefusedAsync("name:", named with { Body = (DeskRecorded)named.Body with { Name = new("New", " ") } });
        await RefusedAsync("members[2].name", named with { Body = (DeskRecorded)named.Body with { Members = [new("Q", default), new("q ", default)] } });
    }
}
