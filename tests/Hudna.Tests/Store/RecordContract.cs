using System.Text.Json;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Store;

namespace Hudna.Tests.Store;

/// <summary>What every store must do. A store's test class derives from this; see the other parts of the class for reports, claims,
/// incidents and conflicts.</summary>
public abstract partial class RecordContract : IAsyncLifetime
{
    private IRecord? opened;

    /// <summary>The record of this test, empty at first.</summary>
    protected IRecord Record => opened!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens this test's record: a new and empty one the first time, the same one again later.</summary>
    protected abstract Task<IRecord> OpenAsync();

    /// <summary>What a child process needs to open this test's record.</summary>
    protected abstract string Location { get; }

    public async ValueTask InitializeAsync() => opened = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Record.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<IReadOnlyList<Act>> AppendAsync(params Act[] acts) => Record.AppendAsync(acts, [], Cancellation);

    /// <summary>Files a text and gives the report's id.</summary>
    protected async Task<string> FileAsync(
        string text, string source = "Sham Post", string? day = "2017-01-01", string? title = null, ReportKind kind = ReportKind.Article)
    {
        (Act act, ReadOnlyMemory<byte> original) = Samples.Filed(text, source, day, title, kind);
        await Record.AppendAsync([act], [original], Cancellation);
        return act.Subject;
    }

    /// <summary>Files a text with one event claim on a word of it, and gives the claim's id.</summary>
    protected async Task<string> ProposeAsync(string text, string word, Func<ClaimContent, ClaimContent>? change = null)
    {
        (Act filed, ReadOnlyMemory<byte> original) = Samples.Filed(text);
        ClaimContent content = Samples.Event(text, word);
        Act proposed = Samples.Proposed(filed.Subject, change is null ? content : change(content));
        await Record.AppendAsync([filed, Samples.Read(filed.Subject), proposed], [original], Cancellation);
        return proposed.Subject;
    }

    [Fact]
    public async Task Append_Acts_GetsNumbersFromOneWithoutGaps()
    {
        (Act first, ReadOnlyMemory<byte> one) = Samples.Filed("قصف");
        (Act second, ReadOnlyMemory<byte> two) = Samples.Filed("هدنة");
        IReadOnlyList<Act> appended = await Record.AppendAsync([first, second], [one, two], Cancellation);
        Assert.Equal([1L, 2L], appended.Select(a => a.Sequence));
        Assert.Equal(3L, (await AppendAsync(Samples.Read(first.Subject)))[0].Sequence);
    }

    [Fact]
    public async Task Append_ActThatIsRefused_LeavesNothingOfTheRun()
    {
        (Act filed, ReadOnlyMemory<byte> original) = Samples.Filed("قصف");
        await Assert.ThrowsAsync<InvalidActException>(() =>
            Record.AppendAsync([filed, Samples.Linked("c0000000000000000", "i0000000000000000")], [original], Cancellation));
        Assert.Equal(0, (await Record.CountsAsync(Cancellation)).Acts);
        Assert.Null(await Record.ReportAsync(filed.Subject, Cancellation));
        Assert.Null(await Record.OriginalAsync(ContentId.Sha256(original.Span), Cancellation));
    }

    [Fact]
    public async Task Append_OriginalMissing_IsRefused()
    {
        (Act filed, _) = Samples.Filed("قصف");
        InvalidActException e = await Assert.ThrowsAsync<InvalidActException>(() => AppendAsync(filed));
        Assert.Contains("original", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_Cancelled_AppendsNothing()
    {
        (Act filed, ReadOnlyMemory<byte> original) = Samples.Filed("قصف");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Record.AppendAsync([filed], [original], new CancellationToken(true)));
        Assert.Equal(0, (await Record.CountsAsync(Cancellation)).Acts);
    }

    [Fact]
    public async Task Acts_ReadBack_AreWhatWasAppended()
    {
        IReadOnlyList<Act> appended = await FillAsync();
        List<Act> read = await Record.ActsAsync(0, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(Print(appended), Print(read));
        Assert.Equal(Print(appended.Skip(3)), Print(await Record.ActsAsync(3, Cancellation).ToListAsync(Cancellation)));
        Assert.Equal(Print(appended.Reverse().Take(2)), Print(await Record.LatestActsAsync(2, Cancellation)));
    }

    [Fact]
    public async Task Fill_HoldsEverySortOfAct() => Assert.Equal(
        typeof(ActBody).GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false)
            .Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>().Select(a => a.DerivedType.Name).Order(StringComparer.Ordinal),
        (await FillAsync()).Select(a => a.Body.GetType().Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Acts_MoreThanOneStep_AllComeInOrder()
    {
        Act[] many = [.. Enumerable.Range(1, 2500).Select(n => Samples.Act($"m-{n}", new ActorAdded($"Actor {n}", [], Hudna.Reading.ActorType.Other, null, [])))];
        await AppendAsync(many);
        List<Act> read = await Record.ActsAsync(0, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, 2500).Select(n => (long)n), read.Select(a => a.Sequence));
        Assert.Equal(many.Select(a => a.Subject), read.Select(a => a.Subject));
    }

    [Fact]
    public async Task History_OfOneSubject_LeavesOutTheOthers()
    {
        await FillAsync();
        Act proposed = (await Record.ActsAsync(0, Cancellation).ToListAsync(Cancellation)).First(a => a.Body is ClaimProposed);
        await AppendAsync(Samples.Act(proposed.Subject, new ClaimAccepted(1, "as said")));
        IReadOnlyList<Act> history = await Record.HistoryAsync(proposed.Subject, Cancellation);
        Assert.Equal([typeof(ClaimProposed), typeof(ClaimLinked), typeof(ClaimAccepted)], history.Select(a => a.Body.GetType()));
        Assert.All(history, a => Assert.Equal(proposed.Subject, a.Subject));
    }

    [Fact]
    public async Task Reopened_Record_HasEverything()
    {
        await FillAsync();
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.DisposeAsync();
        opened = await OpenAsync();
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
    }

    [Fact]
    public async Task Rebuild_OfEverything_GivesTheSameViews()
    {
        IReadOnlyList<Act> acts = await FillAsync();
        string before = await Record.DumpViewsAsync(Cancellation);
        Assert.Equal(acts.Count, await Record.RebuildAsync(null, Cancellation));
        string after = await Record.DumpViewsAsync(Cancellation);
        Assert.Equal(before, after);
        Assert.Contains("Taftanaz", after, StringComparison.Ordinal);
        Assert.Equal(1, (await Record.ReportsAsync(new ReportFilter { Query = "تفتناز" }, Cancellation)).Total);
    }

    [Fact]
    public async Task Rebuild_AfterManyAppends_GivesTheSameViews()
    {
        string first = await FileAsync("قصف بلدة تفتناز", title: null);
        string second = await FileAsync("هدنة");
        await AppendAsync(Samples.Read(first, title: "عنوان وجده القارئ"));
        await AppendAsync(Samples.Act(second, new ReportLeftUnread("language:en", "en"), Samples.Machine));
        await AppendAsync(Samples.Act(first, new ReportSourceNoted(Samples.Source("Halab Today", null))));
        string claim = await ProposeAsync("حصار مضايا", "حصار");
        await AppendAsync(Samples.Opened("i0000000000000001", 1), Samples.Linked(claim, "i0000000000000001"));
        await AppendAsync(Samples.Act(claim, new ClaimAccepted(1, "yes")));
        Assert.Equal(1, (await Record.ReportsAsync(new ReportFilter { Query = "وجده القارئ تفتناز" }, Cancellation)).Total);
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
    }

    [Fact]
    public async Task Rebuild_Cancelled_LeavesTheOldViews()
    {
        await FillAsync();
        string before = await Record.DumpViewsAsync(Cancellation);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Record.RebuildAsync(new Tell(stop.Cancel), stop.Token));
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
    }

    [Fact]
    public async Task Mission_Remembered_IsThereLater()
    {
        Assert.Null(await Record.MissionAsync(Cancellation));
        await Record.RememberMissionAsync("id: astana\n", Cancellation);
        await Record.RememberMissionAsync("id: astana\nname: أستانا\n", Cancellation);
        Assert.Equal("id: astana\nname: أستانا\n", await Record.MissionAsync(Cancellation));
    }

    /// <summary>Appends one act of every sort, and gives all acts as they were appended.</summary>
    protected async Task<IReadOnlyList<Act>> FillAsync()
    {
        const string Text = "قصف الطيران بلدة تفتناز وقتل 3 مدنيين";
        (Act filed, ReadOnlyMemory<byte> original) = Samples.Filed(Text, title: "قصف");
        (Act english, ReadOnlyMemory<byte> second) = Samples.Filed("A text in English", "Wire");
        Act claim = Samples.Proposed(filed.Subject, Samples.Event(
            Text, "قصف", mode: "aerial", place: Samples.Place(), actor: Samples.Party("sy:air-force", "Syrian Air Force", "الطيران"), dead: new Count(3, 3, null)));
        Act other = Samples.Proposed(filed.Subject, Samples.Event(Text, "وقتل", recipient: Samples.Party("civilians", "Civilians", "مدنيين")));
        (Act agreement, ReadOnlyMemory<byte> file) = MechanismSamples.Filed();
        (Act bulletin, ReadOnlyMemory<byte> json) = MechanismSamples.Bulletin(1, 20, "{\"number\":1}");
        Act promise = Samples.Proposed(english.Subject, ImplementationSamples.Promise("A text in English", "English"));
        Act third = Samples.Proposed(english.Subject, Samples.Event("A text in English", "text"));
        Act[] acts =
        [
            filed,
            english,
            Samples.Act(filed.Subject, new ReportSourceNoted(Samples.Source("Halab Today", "2016-12-31", "https://example.org/1")), Samples.Machine),
            Samples.Read(filed.Subject, published: "2016-12-30"),
            claim,
            other,
            Samples.Opened("i0000000000000001", 1),
            Samples.Linked(claim.Subject, "i0000000000000001"),
            Samples.Linked(other.Subject, "i0000000000000001"),
            Samples.Act(english.Subject, new ReportLeftUnread("language:en", "en"), Samples.Machine),
            Samples.Act(other.Subject, new ClaimEdited(1, Samples.Event(Text, "وقتل", place: Samples.Place(), dead: new Count(3, null, null)), "number added")),
            Samples.Act(other.Subject, new ClaimUnlinked("i0000000000000001", "another raid")),
            Samples.Act(other.Subject, new ClaimRejected(2, "said twice")),
            Samples.Act("m-actor", new ActorAdded("Army of Glory", ["جيش العزة"], Hudna.Reading.ActorType.ArmedGroup, "SY", ["FSA"])),
            Samples.Act("m-place", new PlaceAdded("Bassima", ["بسيمة"], Hudna.Reading.PlaceKind.Settlement, "SY", "Rif Dimashq", 33.65, 36.13)),
            agreement,
            MechanismSamples.Adherence("jaysh", "2017-01-10"),
            MechanismSamples.Listing("nusra", "2017-01-05", "2017-02-01"),
            .. MechanismSamples.Desks(),
            MechanismSamples.Desk("russia", "state-ru", "Ivan", revision: 1),
            Samples.Act("i0000000000000001", new IncidentAssessed(19, MechanismSamples.Assessed()), Samples.Machine),
            MechanismSamples.Finding("i0000000000000001", "russia", "Ivan", Hudna.Rulings.Ruling.CannotConfirm),
            MechanismSamples.Finding("i0000000000000001", "turkiye", MechanismSamples.Ayse),
            MechanismSamples.Finding("i0000000000000001", "russia", "Ivan", revision: 1),
            MechanismSamples.Determination("i0000000000000001", rests: [("russia", 2), ("turkiye", 1)]),
            MechanismSamples.Finding("i0000000000000001", "turkiye", MechanismSamples.Ayse, Hudna.Rulings.Ruling.NoViolation, 1),
            MechanismSamples.Complaint(1),
            Samples.Act("k0000000000000001", new ComplaintLinked("i0000000000000001", "same place and day"), MechanismSamples.Ayse),
            MechanismSamples.Moved(1, 1, Hudna.Rulings.ComplaintStage.PreliminaryInquiry, 5),
            MechanismSamples.Coverage("v0000000000000001", MechanismSamples.CoverageOf(center: new(35.99, 36.79), radiusKm: 2.5)),
            MechanismSamples.Coverage("v0000000000000002", MechanismSamples.CoverageOf("SY/Aleppo")),
            Samples.Act("v0000000000000002", new CoverageWithdrawn(1, "wrong day")),
            bulletin,
            .. OperationSamples.Messages(),
            .. OperationSamples.OperationActs(),
            Samples.Act(ContentId.Source("Sham Post"), new SourceGraded(0, Hudna.Corroboration.Reliability.C, "right in three of four cases")),
            Samples.Act("i0000000000000001", new CredibilitySet(0, 2, "photographs of the place")),
            third,
            Samples.Act(third.Subject, new ClaimAccepted(1, "as said")),
            Samples.Act(third.Subject, new ClaimBarred("i0000000000000001", "another place")),
            Samples.Opened("i0000000000000002", 2),
            Samples.Act("i0000000000000001", new PossibleIncidentNoted("i0000000000000002", new LinkEvidence(0.4, -1.1, [new FieldWeight(LinkField.Act, 0.7, "ASSAULT", "ASSAULT aerial")])), Samples.Machine),
            Samples.Act("linking", new LinkWeightsAdopted(LinkWeights.Shipped, 0, "as shipped")),
            promise,
            ImplementationSamples.Rated(promise.Subject, 1, "2017-01-01"),
            ImplementationSamples.Rated(promise.Subject, 2, "2017-01-02", 1, evidence: [new(Hudna.Commitments.EvidenceKind.Report, filed.Subject)]),
            .. RowActs(out ReadOnlyMemory<byte>[] rows),
        ];
        return await Record.AppendAsync(acts, [original, second, file, json, .. rows], Cancellation);
    }

    // Records hold lists, which compare by reference: their JSON compares by content.
    private static IEnumerable<string> Print(IEnumerable<Act> acts) => acts.Select(a => JsonSerializer.Serialize(a));

    private sealed class Tell(Action told) : IProgress<long>
    {
        public void Report(long value) => told();
    }
}
