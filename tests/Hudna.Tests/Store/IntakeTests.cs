using System.Text;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;
using Hudna.Store.Sqlite;
using Hudna.Tests.Incidents;

namespace Hudna.Tests.Store;

/// <summary>The way of a report, with a reader that knows three words.</summary>
public sealed partial class IntakeTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2017, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("hudna-").FullName;
    private SqliteRecord? record;
    private int loads;

    private SqliteRecord Record => record!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => record = await SqliteRecord.OpenAsync(folder, create: true);

    public async ValueTask DisposeAsync()
    {
        await Record.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task File_NewText_IsFiledAndQueued()
    {
        var filed = Assert.IsType<FilingOutcome.Filed>(await FileAsync("قصفت تفتناز أمس"));
        Report report = (await Record.ReportAsync(filed.ReportId, Cancellation))!;
        Assert.Equal((ReportStatus.Queued, Now), (report.Status, report.Sources[0].Received));
        Assert.Equal("machine:intake/1", (await Record.HistoryAsync(report.Id, Cancellation))[0].By);
    }

    [Fact]
    public async Task File_SameText_IsKeptOnceAndBothSourcesAreNoted()
    {
        string id = ((FilingOutcome.Filed)await FileAsync("قصفت تفتناز أمس")).ReportId;
        Assert.Equal(new FilingOutcome.Duplicate(id, true), await FileAsync("قصفت تفتناز أمس", "Halab Today"));
        Assert.Equal(new FilingOutcome.Duplicate(id, false), await FileAsync("قصفت تفتناز أمس", "Halab Today"));
        Assert.Equal(new FilingOutcome.Duplicate(id, false), await FileAsync("قصفت تفتناز أمس"));
        Assert.Equal(["Sham Post", "Halab Today"], (await Record.ReportAsync(id, Cancellation))!.Sources.Select(s => s.Name));
        Assert.Equal((1, 2L), ((await Record.CountsAsync(Cancellation)).Reports, (await Record.CountsAsync(Cancellation)).Acts));
    }

    [Fact]
    public async Task File_SameTextByManyAtOnce_IsKeptOnce()
    {
        FilingOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => FileAsync("قصفت تفتناز أمس", $"Source {n % 4}")));
        Assert.Single(outcomes, o => o is FilingOutcome.Filed);
        Assert.Equal(3, outcomes.Count(o => o is FilingOutcome.Duplicate { SourceNoted: true }));
        Assert.Equal(4, (await Record.ReportsAsync(new ReportFilter(), Cancellation)).Items.Single().Sources.Count);
    }

    [Fact]
    public async Task File_WhatCannotBeTaken_IsRefusedAndSaysWhy()
    {
        var filing = new Filing { Source = "Sham Post", Text = string.Empty, Original = default };
        Assert.Equal("empty", Assert.IsType<FilingOutcome.Refused>(await Intake().FileAsync(filing, null, Cancellation)).Code);
        Assert.Equal("no-source", Assert.IsType<FilingOutcome.Refused>(await FileAsync("قصف", " ")).Code);
        Assert.Equal(0, (await Record.CountsAsync(Cancellation)).Acts);
    }

    [Fact]
    public async Task File_LoneSurrogate_IsKeptAsTheRecordCanGiveItBack()
    {
        string id = ((FilingOutcome.Filed)await FileAsync("قصف \uD800 تفتناز")).ReportId;
        Assert.Equal("قصف \uFFFD تفتناز", (await Record.ReportAsync(id, Cancellation))!.Text);
        Assert.Equal(new FilingOutcome.Duplicate(id, false), await FileAsync("قصف \uD800 تفتناز"));
    }

    // text, language told, reason
    [Theory]
    [InlineData("A text in English", "en", "language:en")]
    [InlineData("متن فارسی", "fa", "language:fa")]
    [InlineData("12345", "und", "language:und")]
    [InlineData("  \n ", "und", "no-text")]
    [InlineData("انفجر القارئ", "ar", "reader-failed")] // the reader throws on it
    [InlineData("خرج القارئ", "ar", "reader-failed")] // the reader gives a span outside the text
    public async Task Read_WhatCannotBeRead_IsKeptAndSaysWhy(string text, string language, string reason)
    {
        string id = ((FilingOutcome.Filed)await FileAsync(text)).ReportId;
        ReadOutcome outcome = await Intake(language).ReadAsync(id, Cancellation);
        Assert.Equal((ReportStatus.Unread, reason, 0), (outcome.Status, outcome.UnreadReason, outcome.Claims));
        Report report = (await Record.ReportAsync(id, Cancellation))!;
        Assert.Equal((ReportStatus.Unread, reason, text), (report.Status, report.UnreadReason, report.Text));
        Assert.Empty(await Record.QueuedReportsAsync(Cancellation));
    }

    [Fact]
    public async Task Read_TextOverTwentyMegabytes_IsKeptUnread()
    {
        string id = ((FilingOutcome.Filed)await FileAsync(new string('ق', 10_500_000))).ReportId;
        Assert.Equal("too-large", (await Intake().ReadAsync(id, Cancellation)).UnreadReason);
        Assert.Equal(10_500_000, (await Record.ReportAsync(id, Cancellation))!.Text.Length);
    }

    [Fact]
    public async Task File_TwoFilesWithoutText_AreTwoReports()
    {
        var one = new Filing { Source = "X", Text = string.Empty, Original = new byte[] { 1 }, MediaType = "text/html" };
        Assert.IsType<FilingOutcome.Filed>(await Intake().FileAsync(one, null, Cancellation));
        Assert.IsType<FilingOutcome.Filed>(await Intake().FileAsync(one with { Original = new byte[] { 2 } }, null, Cancellation));
        Assert.IsType<FilingOutcome.Duplicate>(await Intake().FileAsync(one, null, Cancellation));
    }

    [Fact]
    public async Task Read_TwoReportsOfOneShelling_EndInOneIncident()
    {
        await FileAsync("قصفت تفتناز أمس");
        await FileAsync("نبأ عاجل: قصفت تفتناز أمس", "Halab Today");
        await FileAsync("قصفت بسيمة أمس", "Third");
        var progress = new Steps();
        Assert.Equal(3, await Intake().ReadQueuedAsync(progress, Cancellation));
        Assert.Equal([(1, 1, 1), (2, 0, 1), (3, 1, 1)], progress.Seen.Select(p => (p.Done, p.Last.IncidentsOpened, p.Last.ClaimsLinked)));
        Incident incident = (await Record.IncidentByNumberAsync(1, Cancellation))!;
        Assert.Equal(["Halab Today", "Sham Post"], incident.Sources);
        Assert.Equal(2, (await Record.CountsAsync(Cancellation)).Incidents);
        Claim joined = (await Record.ClaimsAsync(new ClaimFilter { IncidentId = incident.Id }, Cancellation)).Items[0];
        Assert.Contains(joined.LinkEvidence!.Fields, f => f is { Field: Hudna.Linking.LinkField.Place, Own: "sy-taftanaz", Weight: > 0 });
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
    }

    /// <summary>Many in one transaction give the acts of one after another, and a text that cannot be read costs the others nothing.</summary>
    [Fact]
    public async Task ReadQueued_ManyInOneStep_GivesWhatOneByOneGives()
    {
        string[] texts =
        [
            "قصفت تفتناز أمس", "نبأ عاجل: قصفت تفتناز أمس", "لغة بلا اسم", "انفجر القارئ", "خرج القارئ", "قصفت بسيمة أمس", "مساء: قصفت تفتناز أمس", " ",
        ];
        var ids = new List<string>();
        foreach (string text in texts)
        {
            ids.Add(((FilingOutcome.Filed)await FileAsync(text, "Source")).ReportId);
        }

        string copy = Path.Combine(folder, "copy");
        await using SqliteRecord other = await SqliteRecord.OpenAsync(copy, create: true);
        foreach ((string text, int n) in texts.Select((t, n) => (t, n)))
        {
            await Intake(record: other).FileAsync(new Filing { Source = "Source", Published = new DateOnly(2017, 1, 2), Text = text, Original = Encoding.UTF8.GetBytes(text) }, null, Cancellation);
        }

        var progress = new Steps();
        Intake many = Picky(Record), single = Picky(other);
        Assert.Equal(8, await many.ReadQueuedAsync(progress, Cancellation));
        foreach (string id in ids)
        {
            await single.ReadAsync(id, Cancellation);
        }

        Assert.Equal(await other.DumpViewsAsync(Cancellation), await Record.DumpViewsAsync(Cancellation));
        Assert.Equal(ids, progress.Seen.Select(p => p.Last.ReportId));
        Assert.Equal(
            [null, null, "reader-failed", "reader-failed", "reader-failed", null, null, "no-text"], progress.Seen.Select(p => p.Last.UnreadReason));

        Intake Picky(IRecord record) => new(
            record, Load, t => t.StartsWith("لغة", StringComparison.Ordinal) ? throw new InvalidOperationException("no such language") : "ar",
            new Assessing(record, new Clock()), new Clock());
    }

    /// <summary>Claims that cannot be appended leave their report queued and named; the others go on.</summary>
    [Fact]
    public async Task ReadQueued_ReportWhoseClaimsAreRefused_StaysQueued()
    {
        string bad = ((FilingOutcome.Filed)await FileAsync("قصفت تفتناز أمس")).ReportId, good = ((FilingOutcome.Filed)await FileAsync("قصفت بسيمة أمس")).ReportId;
        await using IRecord refusing = Refusing.Of(Record, bad);
        var progress = new Steps();
        Assert.Equal(1, await Intake(record: refusing).ReadQueuedAsync(progress, Cancellation));
        Assert.Equal([(bad, ReportStatus.Queued, 1), (good, ReportStatus.Read, 0)], progress.Seen.Select(p => (p.Last.ReportId, p.Last.Status, p.Last.Problems.Count)));
        Assert.Equal([bad], await Record.QueuedReportsAsync(Cancellation));
        Assert.Equal(1, await Intake().ReadQueuedAsync(null, Cancellation));
    }

    [Fact]
    public async Task Read_Twice_ReadsOnce()
    {
        string id = ((FilingOutcome.Filed)await FileAsync("قصفت تفتناز أمس")).ReportId;
        ReadOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Intake().ReadAsync(id, Cancellation)));
        Assert.Equal(1, outcomes.Sum(o => o.Claims));
        Assert.All(outcomes, o => Assert.Equal(ReportStatus.Read, o.Status));
        await Assert.ThrowsAsync<InvalidActException>(() => Intake().ReadAsync("r0000000000000000", Cancellation));
    }

    [Fact]
    public async Task Read_WhenAnotherReadsItFirst_LooksAgain()
    {
        string id = ((FilingOutcome.Filed)await FileAsync("قصفت تفتناز أمس")).ReportId;
        await using IRecord between = Meanwhile.Of(Record, nameof(IRecord.AppendAsync), () => Intake().ReadAsync(id, Cancellation));
        ReadOutcome outcome = await Intake(record: between).ReadAsync(id, Cancellation);
        Assert.Equal((ReportStatus.Read, 0), (outcome.Status, outcome.Claims));
        Assert.Equal(1, (await Record.CountsAsync(Cancellation)).Incidents);
    }

    [Fact]
    public async Task Read_ByManyAtOnce_OneIncidentForOneShelling()
    {
        var ids = new List<string>();
        for (int n = 0; n < 8; n++)
        {
            ids.Add(((FilingOutcome.Filed)await FileAsync($"خبر {n}: قصفت تفتناز أمس", $"Source {n}")).ReportId);
        }

        await Task.WhenAll(ids.Select(id => Intake().ReadAsync(id, Cancellation)));
        Assert.Equal((1, 8), ((await Record.CountsAsync(Cancellation)).Incidents, (await Record.IncidentByNumberAsync(1, Cancellation))!.Claims));
    }

    [Fact]
    public async Task CrashBetweenFilingAndReading_LeavesItQueued_AndALaterRunReadsIt()
    {
        string id = ((FilingOutcome.Filed)await FileAsync("قصفت تفتناز أمس")).ReportId;
        await Record.DisposeAsync();
        record = await SqliteRecord.OpenAsync(folder, create: false);
        Assert.Equal([id], await Record.QueuedReportsAsync(Cancellation));
        Assert.Equal(1, await Intake().ReadQueuedAsync(null, Cancellation));
        Assert.Equal(ReportStatus.Read, (await Record.ReportAsync(id, Cancellation))!.Status);
    }

    [Fact]
    public async Task ObservationRow_IsReadByItsColumns_AndJoinsTheArticlesIncident()
    {
        await FileAsync("قصفت تفتناز أمس");
        const string Csv =
            "id,kind,source,received,date_start,date_end,date_prec,time,place,adm_1,latitude,longitude,where_prec,event_type,actor_a,actor_b,weapon,means,deaths_low,deaths_best,deaths_high,injured_low,injured_high,confidentiality,text\n" +
            "T-1,observation,Idlib team,2017-01-01T18:00+02:00,2017-01-01,2017-01-01,1,10:30,تفتناز,Idlib,35.99,36.79,1,Air/drone strike,,,,saw,,2,,,,mechanism,Two craters\n" +
            "T-2,observation,Idlib team,,2017-01-01,2017-01-01,1,,تفتناز,Idlib,35.99,36.79,1,Other,,,,saw,,,,,,mechanism,Quiet\n";
        Assert.All(await Tables.FileAsync(Intake(), "observations.csv", Csv), r => Assert.IsType<FilingOutcome.Filed>(r.Outcome));

        await Intake("en").ReadQueuedAsync(null, Cancellation); // the article is no English: its language is told as en, so it stays unread
        Assert.Equal(1, (await Record.CountsAsync(Cancellation)).Claims);
        Claim claim = (await Record.ClaimsAsync(new ClaimFilter(), Cancellation)).Items.Single();
        Report report = (await Record.ReportAsync(claim.ReportId, Cancellation))!;
        Assert.Equal(("T-1 · Air/drone strike · تفتناز", ReportKind.Observation, "observations.csv:2", Confidentiality.Mechanism), (report.Title, report.Kind, report.Sources[0].FileName, report.Confidentiality));
        Assert.Equal(1, (await Record.IncidentByNumberAsync(1, Cancellation))!.Claims);
        await FileAsync("بعد يوم: قصفت تفتناز أمس", "Halab Today");
        await Intake().ReadQueuedAsync(null, Cancellation);
        Assert.Equal(["Halab Today", "Idlib team"], (await Record.IncidentByNumberAsync(1, Cancellation))!.Sources);
    }

    [Fact]
    public async Task Decide_EachSort_ChangesTheClaim()
    {
        Claim claim = await OneClaimAsync();
        Assert.Equal((ClaimStatus.Accepted, 2), Standing(await Intake().DecideAsync(new Decision.Accept(claim.Id, "Desk A", string.Empty, 1), Cancellation)));
        ClaimContent edited = claim.Content with { Mode = "aerial" };
        Claim after = await Intake().DecideAsync(new Decision.Edit(claim.Id, "Desk A", "from the air", 2, edited), Cancellation);
        Assert.Equal((ClaimStatus.Accepted, 3, "aerial"), (after.Status, after.Revision, after.Content.Mode));
        after = await Intake().DecideAsync(new Decision.Unlink(claim.Id, "Desk A", "another raid", claim.IncidentId!), Cancellation);

        // Said to be another raid, it is one.
        Assert.Equal((2, false), ((await Record.IncidentAsync(after.IncidentId!, Cancellation))!.Number, after.LinkedByPerson));
        after = await Intake().DecideAsync(new Decision.Link(claim.Id, "Desk A", string.Empty, null), Cancellation);
        Assert.Equal((3, true), ((await Record.IncidentAsync(after.IncidentId!, Cancellation))!.Number, after.LinkedByPerson));
        Assert.Equal(["person: Desk A"], after.LinkReasons);
        after = await Intake().DecideAsync(new Decision.Link(claim.Id, "Desk B", "same after all", claim.IncidentId), Cancellation);
        Assert.Equal((claim.IncidentId, "person: Desk B: same after all"), (after.IncidentId, after.LinkReasons[0]));
        Assert.Equal((ClaimStatus.Rejected, 4), Standing(await Intake().DecideAsync(new Decision.Reject(claim.Id, "Desk B", "misread", 3), Cancellation)));

        static (ClaimStatus Status, int Revision) Standing(Claim c) => (c.Status, c.Revision);
    }

    [Fact]
    public async Task Decide_OnWhatSomebodyElseDecided_IsAConflict()
    {
        Claim claim = await OneClaimAsync();
        await Intake().DecideAsync(new Decision.Reject(claim.Id, "Desk A", "misread", 1), Cancellation);
        await Assert.ThrowsAsync<RecordConflictException>(() => Intake().DecideAsync(new Decision.Accept(claim.Id, "Desk B", string.Empty, 1), Cancellation));
        await Assert.ThrowsAsync<RecordConflictException>(() => Intake().DecideAsync(new Decision.Edit(claim.Id, "Desk B", "x", 1, claim.Content), Cancellation));
        await Assert.ThrowsAsync<RecordConflictException>(() => Intake().DecideAsync(new Decision.Unlink(claim.Id, "Desk B", "x", "i0000000000000000"), Cancellation));
    }

    [Fact]
    public async Task Decide_Badly_IsRefused()
    {
        Claim claim = await OneClaimAsync();
        Decision[] bad =
        [
            new Decision.Accept("c0000000000000000", "Desk A", string.Empty, 1),
            new Decision.Accept(claim.Id, "machine:bot", string.Empty, 1),
            new Decision.Accept(claim.Id, " ", string.Empty, 1),
            new Decision.Reject(claim.Id, "Desk A", " ", 1),
            new Decision.Unlink(claim.Id, "Desk A", string.Empty, claim.IncidentId!),
            new Decision.Edit(claim.Id, "Desk A", "x", 1, claim.Content with { Mode = "seize" }),
            new Decision.Edit(claim.Id, "Desk A", "x", 1, claim.Content with { Span = new Span(0, 999) }),
            new Decision.Link(claim.Id, "Desk A", string.Empty, "i0000000000000000"),
        ];
        long acts = (await Record.CountsAsync(Cancellation)).Acts;
        foreach (Decision decision in bad)
        {
            await Assert.ThrowsAsync<InvalidActException>(() => Intake().DecideAsync(decision, Cancellation));
        }

        Assert.Equal(acts, (await Record.CountsAsync(Cancellation)).Acts);
    }

    [Fact]
    public async Task Edit_ThatTellsThePlace_LinksTheClaim()
    {
        await OneClaimAsync();
        string id = ((FilingOutcome.Filed)await FileAsync("قصفت بلدة أمس", "Halab Today")).ReportId;
        await Intake().ReadAsync(id, Cancellation);
        Claim loose = (await Record.ClaimsAsync(new ClaimFilter { ReportId = id }, Cancellation)).Items.Single();
        Assert.Null(loose.IncidentId);
        Claim after = await Intake().DecideAsync(
            new Decision.Edit(loose.Id, "Desk A", "it is Taftanaz", 1, loose.Content with { Place = Samples.Place() }), Cancellation);
        Assert.Equal((await Record.IncidentByNumberAsync(1, Cancellation))!.Id, after.IncidentId);
        Assert.False(after.LinkedByPerson);
    }

    [Fact]
    public async Task Edit_AfterAPersonUnlinked_DoesNotLinkItThereAgain()
    {
        Claim claim = await OneClaimAsync();
        await Intake().DecideAsync(new Decision.Unlink(claim.Id, "Desk A", "another raid", claim.IncidentId!), Cancellation);
        Claim after = await Intake().DecideAsync(new Decision.Edit(claim.Id, "Desk A", "x", 1, claim.Content with { Mode = "aerial" }), Cancellation);
        Assert.NotEqual(claim.IncidentId, after.IncidentId);
    }

    [Fact]
    public async Task Propose_ByAPerson_IsAcceptedAndLinkedInOneStep()
    {
        Claim first = await OneClaimAsync();
        Report report = await ReadAsync("قصفت تفتناز أمس وقصف تفتناز مساء", "Halab Today");
        ClaimContent content = Samples.Event(report.Text, "وقصف", place: Samples.Place());
        Claim claim = await Intake().ProposeAsync(report.Id, content, "Desk A", "the reader missed it", Cancellation);
        Assert.Equal(ContentId.Claim(report.Id, content), claim.Id);
        Assert.Equal(("person", ClaimStatus.Accepted, 2, first.IncidentId), (claim.Rule, claim.Status, claim.Revision, claim.IncidentId));
        IReadOnlyList<Act> history = await Record.HistoryAsync(claim.Id, Cancellation);
        Assert.Equal(
            [(nameof(ClaimProposed), "Desk A"), (nameof(ClaimAccepted), "Desk A"), (nameof(ClaimLinked), "machine:linker/2")],
            history.Select(a => (a.Body.GetType().Name, a.By)));
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
    }

    /// <summary>A text that no reader knows can still be worked on by hand.</summary>
    [Fact]
    public async Task Propose_OnAnUnreadReport_OpensAnIncident()
    {
        string id = ((FilingOutcome.Filed)await FileAsync("They shelled Taftanaz")).ReportId;
        await Intake("en").ReadAsync(id, Cancellation);
        Claim claim = await Intake("en").ProposeAsync(
            id, Samples.Event("They shelled Taftanaz", "shelled", place: Samples.Place()), "Desk A", string.Empty, Cancellation);
        Assert.Equal(1, (await Record.IncidentAsync(claim.IncidentId!, Cancellation))!.Number);
        Assert.Equal(ReportStatus.Unread, (await Record.ReportAsync(id, Cancellation))!.Status);
    }

    [Fact]
    public async Task Propose_WhatIsThereAlready_IsAConflict()
    {
        Claim claim = await OneClaimAsync();
        RecordConflictException e = await Assert.ThrowsAsync<RecordConflictException>(
            () => Intake().ProposeAsync(claim.ReportId, claim.Content with { Mode = "aerial" }, "Desk A", string.Empty, Cancellation));
        Assert.Contains(claim.Id, e.Message, StringComparison.Ordinal);
        Assert.Equal(claim.Revision, (await Record.ClaimAsync(claim.Id, Cancellation))!.Revision);

        string queued = ((FilingOutcome.Filed)await FileAsync("قصفت بسيمة أمس")).ReportId;
        await Assert.ThrowsAsync<RecordConflictException>(
            () => Intake().ProposeAsync(queued, Samples.Event("قصفت بسيمة أمس", "قصفت"), "Desk A", string.Empty, Cancellation));
    }

    [Fact]
    public async Task Propose_ByManyAtOnce_OneIsTaken()
    {
        Report report = await ReadAsync("قصفت تفتناز أمس وقصف تفتناز مساء", "Halab Today");
        ClaimContent content = Samples.Event(report.Text, "وقصف", place: Samples.Place());
        bool[] taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(async n =>
        {
            try
            {
                await Intake().ProposeAsync(report.Id, content, $"Desk {n}", string.Empty, Cancellation);
                return true;
            }
            catch (RecordConflictException)
            {
                return false;
            }
        }));
        Assert.Single(taken, t => t);
        Assert.Equal(1, (await Record.CountsAsync(Cancellation)).Incidents);
    }

    [Fact]
    public async Task Propose_Badly_IsRefused()
    {
        Claim claim = await OneClaimAsync();
        ClaimContent statement = new() { Kind = ClaimKind.Statement, Span = new Span(0, 4), Text = claim.Content.Text[..4] };
        (string Report, ClaimContent Content, string By)[] bad =
        [
            ("r0000000000000000", statement, "Desk A"),
            (claim.ReportId, statement, "machine:bot"),
            (claim.ReportId, statement, " "),
            (claim.ReportId, statement with { Text = "قتلت" }, "Desk A"), // other words than stand there
            (claim.ReportId, statement with { Span = new Span(0, 999) }, "Desk A"),
            (claim.ReportId, statement with { Span = new Span(3, 3), Text = string.Empty }, "Desk A"),
            (claim.ReportId, statement with { Kind = ClaimKind.Event }, "Desk A"), // an event without a type
        ];
        long acts = (await Record.CountsAsync(Cancellation)).Acts;
        foreach ((string report, ClaimContent content, string by) in bad)
        {
            await Assert.ThrowsAsync<InvalidActException>(() => Intake().ProposeAsync(report, content, by, string.Empty, Cancellation));
        }

        Assert.Equal(acts, (await Record.CountsAsync(Cancellation)).Acts);
    }

    [Fact]
    public async Task Additions_AreCheckedAndKnownToTheReadersFromThenOn()
    {
        Intake intake = Intake();
        var place = new PlaceAdded("Kafr Test", ["كفر اختبار"], PlaceKind.Settlement, "SY", "Idlib", 35.8, 36.6);
        string id = await intake.AddPlaceAsync(place, "Desk A", Cancellation);
        Assert.Equal("Kafr Test", (await intake.GazetteerAsync(Cancellation)).Places[id].NameEn);
        int before = loads;
        await intake.GazetteerAsync(Cancellation);
        Assert.Equal(before, loads);

        string actor = await intake.AddActorAsync(new ActorAdded("Army of Test", ["جيش الاختبار"], ActorType.ArmedGroup, "SY", ["nusra"]), "Desk A", Cancellation);
        Assert.Equal("m-army-of-test", actor);
        Assert.Equal(["nusra"], (await intake.GazetteerAsync(Cancellation)).Actors[actor].Affiliation);

        await Assert.ThrowsAsync<InvalidActException>(() => intake.AddPlaceAsync(place with { Lat = 35.81 }, "Desk A", Cancellation));
        await Assert.ThrowsAsync<InvalidActException>(() => intake.AddPlaceAsync(place with { NameEn = "Other", NamesAr = [], Lat = 95 }, "Desk A", Cancellation));
        await Assert.ThrowsAsync<InvalidActException>(() => intake.AddActorAsync(new ActorAdded("Al-Nusra Front", [], ActorType.ArmedGroup, "SY", []), "Desk A", Cancellation));
        await Assert.ThrowsAsync<InvalidActException>(() => intake.AddActorAsync(new ActorAdded("New", [], ActorType.ArmedGroup, "SY", ["nobody"]), "Desk A", Cancellation));
        Assert.NotEqual(id, await intake.AddPlaceAsync(place with { Lat = 33.0 }, "Desk A", Cancellation)); // a namesake elsewhere
    }

    private async Task<Claim> OneClaimAsync()
    {
        string id = ((FilingOutcome.Filed)await FileAsync("قصفت تفتناز أمس")).ReportId;
        await Intake().ReadAsync(id, Cancellation);
        return (await Record.ClaimsAsync(new ClaimFilter { ReportId = id }, Cancellation)).Items.Single();
    }

    private async Task<Report> ReadAsync(string text, string source = "Sham Post", DateOnly? published = null)
    {
        string id = ((FilingOutcome.Filed)await FileAsync(text, source, published)).ReportId;
        await Intake().ReadAsync(id, Cancellation);
        return (await Record.ReportAsync(id, Cancellation))!;
    }

    private Task<FilingOutcome> FileAsync(string text, string source = "Sham Post", DateOnly? published = null) => Intake().FileAsync(
        new Filing { Source = source, Published = published ?? new DateOnly(2017, 1, 2), Text = text, Original = Encoding.UTF8.GetBytes(text) }, null, Cancellation);

    private Intake Intake(string language = "ar", IRecord? record = null) =>
        new(record ?? Record, Load, _ => language, new Assessing(Record, new Clock()), new Clock());

    private Readers Load(Additions additions)
    {
        loads++;
        return new Readers([new ThreeWords()], new Gazetteer(
            Readings.Gazetteer.Places.Values.Concat(additions.Places).ToDictionary(p => p.Id, StringComparer.Ordinal),
            Readings.Gazetteer.Actors.Values.Concat(additions.Actors).ToDictionary(a => a.Id, StringComparer.Ordinal)));
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Steps : IProgress<ReadProgress>
    {
        public List<ReadProgress> Seen { get; } = [];

        public void Report(ReadProgress value) => Seen.Add(value);
    }

    /// <summary>Finds قصفت, أمس (the day before publication) and two villages.</summary>
    private sealed class ThreeWords : IReader
    {
        public string Version => "three-words/1";

        public string Language => "ar";

        public DocumentReading Read(string id, string text, DateOnly? published)
        {
            if (text.StartsWith("انفجر", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("boom");
            }

            var readings = new Readings(text);
            if (text.StartsWith("خرج", StringComparison.Ordinal))
            {
                return readings.Reading with { Times = [new TimeMention(0, 9999, "خرج", null, "time.test")] };
            }

            string? place = text.Contains("تفتناز", StringComparison.Ordinal) ? "تفتناز" : text.Contains("بسيمة", StringComparison.Ordinal) ? "بسيمة" : null;
            if (place is not null)
            {
                readings.Place(place, place is "تفتناز" ? "sy-taftanaz" : "sy-bassima");
            }

            string date = $"{published?.AddDays(-1):yyyy-MM-dd}";
            return readings.Time("أمس", date).Event("قصفت", place: place, date: date, dateWords: "أمس").Reading;
        }
    }
}
