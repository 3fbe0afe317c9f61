using System.Text.Json;
using Hudna.Acts;
using Hudna.Store;
using Hudna.Talks;
using static Hudna.Tests.Store.OperationSamples;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    [Fact]
    public async Task Messages_EachDesk_GetsItsOwnAlone()
    {
        await AppendAsync([.. MechanismSamples.Desks(), Drafted("m1"), Drafted("m2"), Drafted("m3", Content(from: "turkiye", to: "russia"), Carrier, MechanismSamples.Envoy)]);
        await AppendAsync(Delivered("m2", 1, 1), Withheld("m1"));
        Assert.Equal("m2 m3 m1 of 3", await MessagesOfAsync("un-envoy"));
        Assert.Equal("m2 m1 of 2", await MessagesOfAsync("russia"));
        Assert.Equal("m2 m3 of 2", await MessagesOfAsync("turkiye"));
        Assert.Equal(" of 0", await MessagesOfAsync("iran"));
        Assert.Equal(" of 0", await MessagesOfAsync(""));
        Assert.Null(await Record.MessageAsync("turkiye", "m1", Cancellation));
        Assert.Null(await Record.MessageAsync("russia", "m3", Cancellation));
        Assert.Null(await Record.MessageAsync("russia", "m9", Cancellation));
        Assert.Equal(MessageStatus.Withheld, (await Record.MessageAsync("russia", "m1", Cancellation))!.Status);
        Assert.Equal(["m1"], (await Record.MessagesAsync("russia", 1, 1, Cancellation)).Items.Select(m => m.Id));
    }

    /// <summary>Order, count and numbers of what a desk sees are the same with and without what it may not see.</summary>
    [Fact]
    public async Task Messages_OthersThatAreHidden_ChangeNothingForTheToDesk()
    {
        await AppendAsync([.. MechanismSamples.Desks(), Drafted("m1"), Delivered("m1", 1, 1), Drafted("m4", Content("Later")), Delivered("m4", 1, 2, hours: 5)]);
        string alone = JsonSerializer.Serialize(await Record.MessagesAsync("turkiye", 0, 100, Cancellation));
        await using IRecord other = await OpenOtherAsync();
        await other.AppendAsync(
            [
                .. MechanismSamples.Desks(), Drafted("m0"), Withheld("m0"), Drafted("m1"), Drafted("m2"), Delivered("m1", 1, 1), Drafted("m4", Content("Later", "Draft")), Withheld("m2"),
                Samples.Act("m4", new MessageRevised(From, 1, Content().Round, "Later", "Names first", Written), MechanismSamples.Ivan), Delivered("m4", 2, 2, hours: 5), Drafted("m5", Content("Never")),
            ], [], Cancellation);
        Assert.Equal(alone, JsonSerializer.Serialize(await other.MessagesAsync("turkiye", 0, 100, Cancellation)));
    }

    [Fact]
    public async Task Messages_Acts_StandInNoListOfActs()
    {
        await AppendAsync([.. MechanismSamples.Desks(), .. Messages()]);
        Assert.Empty(await Record.HistoryAsync("m0000000000000001", Cancellation));
        Assert.Empty(await Record.HistoryAsync("m0000000000000002", Cancellation));
        Assert.DoesNotContain(await Record.LatestActsAsync(100, Cancellation), a => MessageState.Takes(a.Body));
        Assert.Equal(4, (await Record.LatestActsAsync(4, Cancellation)).Count);

        // The log itself, which stores and auditors read, has them.
        Assert.Equal(7, (await Record.ActsAsync(0, Cancellation).ToListAsync(Cancellation)).Count(a => MessageState.Takes(a.Body)));
    }

    [Fact]
    public async Task Messages_RebuiltAndAsOf_AreTheSame()
    {
        IReadOnlyList<Act> acts = await AppendAsync([.. MechanismSamples.Desks(), .. Messages()]);
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
        await using IRecord drafted = await Record.AsOfAsync(acts.First(a => a.Body is MessageRevised).Sequence, Cancellation);
        Assert.Null(await drafted.MessageAsync(To, "m0000000000000001", Cancellation));
        Assert.Equal("Names later", (await drafted.MessageAsync(From, "m0000000000000001", Cancellation))!.Content.Text);
        await using IRecord answered = await Record.AsOfAsync(acts.First(a => a.Body is MessageAnswered).Sequence, Cancellation);
        Assert.Null((await answered.MessageAsync(From, "m0000000000000001", Cancellation))!.Answer);
        Assert.Equal("Agreed", (await answered.MessageAsync(Carrier, "m0000000000000001", Cancellation))!.Answer!.Text);
    }

    [Fact]
    public async Task Messages_Refusals()
    {
        await AppendAsync(MechanismSamples.Desks());
        await RefusedAsync("from_desk: there is no desk x", Drafted("m1", Content() with { FromDesk = "x" }));
        await RefusedAsync("to_desk: another desk", Drafted("m1", Content(to: From)));
        await RefusedAsync("carrier_desk: a third desk", Drafted("m1", Content() with { CarrierDesk = To }));
        await RefusedAsync("desk_id:", Drafted("m1", desk: To, by: MechanismSamples.Ayse));
        await RefusedAsync("by: Ayşe is no member of desk russia", Drafted("m1", by: MechanismSamples.Ayse));
        await RefusedAsync("subject: 1 to 200", Drafted("m1", Content(subject: " ")));
        await RefusedAsync("text: 1 to 10000", Drafted("m1", Content(text: "")));
        await RefusedAsync("by: Messages are recorded by people", Drafted("m1", by: Samples.Machine));
        await AppendAsync(Drafted("m1"));
        await ConflictAsync("there already", Drafted("m1"));
        await ConflictAsync("at revision 1 and this was done on revision 2", Revised("m1", 2));
        await ConflictAsync("number between these desks is 1, not 2", Delivered("m1", 1, 2));
        await RefusedAsync("is before the last step", Revised("m1", 1, hours: -1));
        await RefusedAsync("reason: 1 to 1000", Withheld("m1", reason: " "));
        await AppendAsync(Delivered("m1", 1, 1));
        await ConflictAsync("no draft any more", Withheld("m1"));
        await ConflictAsync("no draft any more", Revised("m1", 1, hours: 3));
        await ConflictAsync("no answer to carry back", Carried("m1", 0));
        await AppendAsync(Answered("m1"));
        await ConflictAsync("answer to message m1 is at revision 1", Answered("m1"));
        await AppendAsync(Answered("m1", 1, "No", hours: 3.5));
        await ConflictAsync("at revision 2 and this was done on revision 1", Carried("m1"));
        await AppendAsync(Carried("m1", 2));
        await ConflictAsync("carried back already", Answered("m1", 2, hours: 5));
    }

    /// <summary>Who may not see a message is told what is told of one that is not there: in the same words.</summary>
    [Fact]
    public async Task Messages_Strangers_AreToldThatThereIsNone()
    {
        await AppendAsync([.. MechanismSamples.Desks(), Drafted("m1"), Drafted("m2"), Withheld("m2")]);
        foreach (Func<string, Act> act in (Func<string, Act>[])
            [
                id => Answered(id), id => Answered(id, by: MechanismSamples.Dara), id => Revised(id, 1, desk: To, by: MechanismSamples.Ayse), id => Withheld(id, desk: To, by: MechanismSamples.Ayse),
                id => Delivered(id, 1, 1, by: MechanismSamples.Ayse), id => Carried(id, by: MechanismSamples.Dara), id => Revised(id, 7, desk: "iran", by: MechanismSamples.Dara),
            ])
        {
            string[] told = [.. await Task.WhenAll(new[] { "m1", "m2", "m9" }.Select(async id =>
                (await Assert.ThrowsAsync<InvalidActException>(() => AppendAsync(act(id)))).Message.Replace(id, "ID", StringComparison.Ordinal)))];
            Assert.Single(told.Distinct(StringComparer.Ordinal));
        }
    }

    private async Task<string> MessagesOfAsync(string desk)
    {
        Page<SeenMessage> page = await Record.MessagesAsync(desk, 0, 100, Cancellation);
        return $"{string.Join(' ', page.Items.Select(m => m.Id))} of {page.Total}";
    }
}
