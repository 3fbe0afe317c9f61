#pragma warning disable CA5394 // Seeded on purpose: a failure is the same again.
using Hudna.Acts;
using Hudna.Corroboration;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;
using Hudna.Tests.Corroboration;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    private const string First = "i0000000000000001";

    [Fact]
    public async Task Copies_AreFound_WhicheverCameFirst_AndSurviveARebuild()
    {
        string wire = await FileAsync(Told.Wire, "وكالة سراج"), other = await FileAsync(Told.Independent, "النواعير"), edited = await FileAsync(Told.Edited, "المرفأ", "2017-01-02");
        CopySummary copy = Assert.Single(await Record.CopiesAsync(wire, Cancellation));
        Assert.Equal((edited, "المرفأ", true), (copy.ReportId, copy.Sources.Single(), copy.IsSame));
        Assert.Equal(wire, Assert.Single(await Record.CopiesAsync(edited, Cancellation)).ReportId);
        Assert.Empty(await Record.CopiesAsync(other, Cancellation));
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
        Assert.Contains("report_prints", before, StringComparison.Ordinal);
    }

    /// <summary>A site's frame stands in all its texts; two of them that have more than the frame in common find one another all the same.</summary>
    [Fact]
    public async Task Frame_SharedByManyTexts_HidesNoCopy()
    {
        string frame = Words("frame", 80);
        for (int n = 0; n < 120; n++)
        {
            await FileAsync($"{frame} {Words($"own{n}x", 140)}", "Frame site");
        }

        string wire = Words("wire", 70);
        string one = await FileAsync($"{frame} {wire} {Words("before", 70)}", "Frame site"), other = await FileAsync($"{frame} {Words("after", 70)} {wire}", "Frame site");
        Assert.Equal([one], (await Record.CopiesAsync(other, Cancellation)).Select(c => c.ReportId));

        // A story that everybody printed is still told, by some of its earliest prints.
        var printed = new List<string>();
        for (int n = 0; n < CopyCandidates.HoldersMax + 5; n++)
        {
            printed.Add(await FileAsync($"{Words("story", 90)} {Words($"end{n}x", 5)}", $"Paper {n}"));
        }

        IReadOnlyList<CopySummary> copies = await Record.CopiesAsync(printed[^1], Cancellation);
        Assert.Equal(printed.Take(CopyCandidates.FrameMax).Order(StringComparer.Ordinal), copies.Select(c => c.ReportId).Order(StringComparer.Ordinal));
        string dump = await Record.DumpViewsAsync(Cancellation);
        Assert.Equal(CopyCandidates.HoldersMax, dump.Split('\n').Where(l => l.StartsWith("report_prints", StringComparison.Ordinal)).GroupBy(l => l.Split('\t')[1]).Max(g => g.Count()));
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(dump, await Record.DumpViewsAsync(Cancellation));

        static string Words(string stem, int count) => string.Join(' ', Enumerable.Range(0, count).Select(n => $"{stem}{n}"));
    }

    /// <summary>All acts in one transaction give the views that they give one by one.</summary>
    [Fact]
    public async Task Corroboration_OfOneTransaction_IsThatOfMany()
    {
        await ThreeReportsAsync();
        string oneByOne = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(oneByOne, await Record.DumpViewsAsync(Cancellation));
        IncidentCorroboration whole = (await Record.CorroborationAsync(First, Cancellation))!;
        Assert.Equal((2, 0, false), (whole.Asserting, whole.Denying, whole.IsContested));
        Incident incident = (await Record.IncidentAsync(First, Cancellation))!;
        Assert.Equal(new CorroborationSummary(2, 0, false, false, 1), incident.Corroboration);
        Assert.Equal(3, incident.Sources.Count);
    }

    [Fact]
    public async Task Sources_TellWhatBecameOfWhatTheySaid()
    {
        string[] claims = await ThreeReportsAsync();
        Page<SourceSummary> sources = await Record.SourcesAsync(new SourceFilter(), Cancellation);
        Assert.Equal(3, sources.Total);
        Assert.Equal(
            [("المرفأ", 1, 1, 1, 1, 0, 1, 0), ("النواعير", 1, 1, 1, 1, 1, 0, 0), ("وكالة سراج", 1, 1, 1, 1, 1, 0, 1)],
            sources.Items.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => (s.Name, s.Reports, s.Incidents, s.Confirmed, s.Contradicted, s.First, s.Repeats, s.Repeated)));
        Assert.All(sources.Items, s => Assert.Equal(Reliability.F, s.Grade));
        string id = ContentId.Source("المرفأ");
        Assert.Equal([SourceRole.Confirmed, SourceRole.Contradicted, SourceRole.Repeats], (await Record.SourceIncidentsAsync(id, null, 0, 10, Cancellation)).Items.Single().Roles);
        Assert.Equal(1, (await Record.SourceIncidentsAsync(id, SourceRole.Repeats, 0, 10, Cancellation)).Total);
        Assert.Equal(0, (await Record.SourceIncidentsAsync(id, SourceRole.First, 0, 10, Cancellation)).Total);
        Assert.Equal(1, (await Record.SourcesAsync(new SourceFilter { Query = "سراج" }, Cancellation)).Total);

        // What is taken back is counted no more.
        await AppendAsync(Samples.Act(claims[2], new ClaimRejected(1, "it does not say so")));
        Assert.Equal((0, 0, 0), Counts((await Record.SourceAsync(ContentId.Source("النواعير"), Cancellation))!));
        Assert.Equal((1, 0, 0), Counts((await Record.SourceAsync(ContentId.Source("وكالة سراج"), Cancellation))!));
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));

        static (int Incidents, int Confirmed, int Contradicted) Counts(SourceSummary s) => (s.Incidents, s.Confirmed, s.Contradicted);
    }

    [Fact]
    public async Task Incidents_AreNarrowedByWhatTheirOriginsMakeOfThem()
    {
        string[] claims = await ThreeReportsAsync();
        Assert.Equal((1, 0, 0), await CountsAsync());
        await AppendAsync(Samples.Act(claims[2], new ClaimRejected(1, "it does not say so")));
        Assert.Equal((0, 1, 0), await CountsAsync());
        ClaimContent denial = Samples.Event(Told.Independent, "بيوت", modality: Modality.Negated);
        Act proposed = Samples.Proposed(ContentId.Report(Told.Independent, ""), denial);
        await AppendAsync(proposed, Samples.Linked(proposed.Subject, First));
        Assert.Equal((0, 1, 1), await CountsAsync());

        async Task<(int Independent, int Single, int Contested)> CountsAsync() => (
            (await Record.IncidentsAsync(new IncidentFilter { Independent = true }, Cancellation)).Total,
            (await Record.IncidentsAsync(new IncidentFilter { SingleSource = true }, Cancellation)).Total,
            (await Record.IncidentsAsync(new IncidentFilter { Contested = true }, Cancellation)).Total);
    }

    [Fact]
    public async Task Outlets_OfAReading_AreRemembered()
    {
        const string One = "رويترز\n\nأصاب القصف سوقا للخضار في البلدة.", Other = "فرانس برس\n\nأصاب القصف سوقا للخضار في البلدة ظهرا.";
        foreach ((string text, string name, string id) in new[] { (One, "رويترز", "reuters"), (Other, "فرانس برس", "afp") })
        {
            string report = await FileAsync(text, "المرفأ");
            DocumentReading reading = DocumentReading.Nothing(new DocumentInfo(report, "ar", null, null)) with { Actors = [new ActorMention(0, name.Length, name, id, ActorType.Media, id, "test")] };
            Act claim = Samples.Proposed(report, Samples.Event(text, "القصف"));
            await AppendAsync(Samples.Act(report, new ReportRead("reader-ar/1", "ar", reading), Samples.Machine), claim);
            await AppendAsync([.. id == "reuters" ? [Samples.Opened(First, 1)] : Array.Empty<Act>(), Samples.Linked(claim.Subject, First)]);
        }

        Assert.Equal(["afp", "reuters"], (await Record.CorroborationAsync(First, Cancellation))!.Origins.Select(o => o.ActorId).Order(StringComparer.Ordinal));
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
    }

    [Fact]
    public async Task DeskSource_HasNoRecord()
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(Told.Wire);
        string hash = ContentId.Sha256(bytes), id = ContentId.Source("أبو سالم");
        var filed = new ReportFiled(ReportKind.Note, Samples.Source("أبو سالم"), null, Told.Wire, Confidentiality.Desk, hash, "text/plain", "utf-8");
        await Record.AppendAsync([Samples.Act(ContentId.Report(Told.Wire, hash), filed)], [bytes], Cancellation);
        Assert.Equal(0, (await Record.SourcesAsync(new SourceFilter(), Cancellation)).Total);
        Assert.Null(await Record.SourceAsync(id, Cancellation));
        string copy = await FileAsync(Told.Edited, "المرفأ");
        Assert.Empty(await Record.CopiesAsync(copy, Cancellation));
        await RefusedAsync("no source", Samples.Act(id, new SourceGraded(0, Reliability.B, "known")));
    }

    [Fact]
    public async Task Grades_KeepEveryJudgement()
    {
        await ThreeReportsAsync();
        string id = ContentId.Source("وكالة سراج");
        Assert.Null(await Record.GradesAsync(id, Cancellation));
        await AppendAsync(Samples.Act(id, new SourceGraded(0, Reliability.B, "right so far"), "Lina"));
        await AppendAsync(Samples.Act(id, new SourceGraded(1, Reliability.D, "took a denial for a fact"), "Omar"));
        GradeHistory grades = (await Record.GradesAsync(id, Cancellation))!;
        Assert.Equal([("B", "right so far", "Lina"), ("D", "took a denial for a fact", "Omar")], grades.Entries.Select(e => (e.Grade!, e.Reason, e.By)));
        Assert.Equal(Reliability.D, (await Record.SourceAsync(id, Cancellation))!.Grade);
        Assert.Equal(1, (await Record.SourcesAsync(new SourceFilter { Grade = Reliability.D }, Cancellation)).Total);
        Assert.Equal(2, (await Record.SourcesAsync(new SourceFilter { Grade = Reliability.F }, Cancellation)).Total);
        await AppendAsync(Samples.Act(First, new CredibilitySet(0, 4, "the pictures are of another year")), Samples.Act(First, new CredibilitySet(1, null, "they are not")));
        Assert.Equal(["4", null], (await Record.GradesAsync(First, Cancellation))!.Entries.Select(e => e.Grade));
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
    }

    [Fact]
    public async Task Grades_Refusals()
    {
        await ThreeReportsAsync();
        string id = ContentId.Source("وكالة سراج");
        await RefusedAsync("There is no source s0", Samples.Act("s0", new SourceGraded(0, Reliability.B, "known")));
        await RefusedAsync("recorded by people", Samples.Act(id, new SourceGraded(0, Reliability.B, "known"), Samples.Machine));
        await RefusedAsync("reason:", Samples.Act(id, new SourceGraded(0, Reliability.B, " ")));
        await RefusedAsync("reason:", Samples.Act(id, new SourceGraded(0, Reliability.B, new string('x', GradingCheck.ReasonLengthMax + 1))));
        await RefusedAsync("grade: A to F", Samples.Act(id, new SourceGraded(0, (Reliability)9, "known")));
        await ConflictAsync("at revision 0", Samples.Act(id, new SourceGraded(1, Reliability.B, "known")));
        await RefusedAsync("There is no incident i0", Samples.Act("i0", new CredibilitySet(0, 2, "known")));
        await RefusedAsync("grade: 1 to 6", Samples.Act(First, new CredibilitySet(0, 7, "known")));
        await RefusedAsync("grade: 1 to 6", Samples.Act(First, new CredibilitySet(0, 0, "known")));
        await RefusedAsync("nobody has set one", Samples.Act(First, new CredibilitySet(0, null, "known")));
        await RefusedAsync("recorded by people", Samples.Act(First, new CredibilitySet(0, 2, "known"), Samples.Machine));
        await AppendAsync(Samples.Act(First, new CredibilitySet(0, 2, "known")));
        await ConflictAsync("at revision 1", Samples.Act(First, new CredibilitySet(0, 3, "known")));
    }

    /// <summary>Chance runs of filing, reading, linking, rejecting and noting further sources: what was derived step by step is what the acts give anew.</summary>
    [Fact]
    public async Task Corroboration_StepByStep_IsThatOfARebuild()
    {
        var random = new Random(21);
        string[] texts = [Told.Wire, Told.Edited, Told.Independent, Told.Wire + "\n" + Told.Independent, "سراج\n\n" + Told.Independent, Told.Edited + "\nوعاد الهدوء."];
        var claims = new List<(string Id, string Report, bool Linked)>();
        int incidents = 0;
        for (int step = 0; step < 60; step++)
        {
            string text = texts[random.Next(texts.Length)], id = ContentId.Report(text, "");
            Report? report = await Record.ReportAsync(id, Cancellation);
            switch (random.Next(5))
            {
                case 0 or 1 when report is null:
                    await FileAsync(text, $"مصدر {random.Next(4)}", $"2017-01-0{random.Next(1, 5)}");
                    string word = text.Contains("قصف", StringComparison.Ordinal) ? "قصف" : "تير";
                    Act proposed = Samples.Proposed(id, Samples.Event(text, word, modality: random.Next(3) == 0 ? Modality.Negated : Modality.Asserted, dead: new Count(random.Next(3), 3, null)));
                    await AppendAsync(Samples.Read(id), proposed);
                    claims.Add((proposed.Subject, id, false));
                    break;
                case 2 when report is not null && report.Sources.Count < 3:
                    await AppendAsync(Samples.Act(id, new ReportSourceNoted(Samples.Source($"مصدر {random.Next(4)}", null, $"https://example.org/{step}")), Samples.Machine));
                    break;
                case 3 when claims.Exists(c => !c.Linked):
                    int at = claims.FindIndex(c => !c.Linked);
                    if (incidents < 2)
                    {
                        await AppendAsync(Samples.Opened($"i000000000000000{++incidents}", incidents));
                    }

                    await AppendAsync(Samples.Linked(claims[at].Id, $"i000000000000000{random.Next(1, incidents + 1)}"));
                    claims[at] = claims[at] with { Linked = true };
                    break;
                case 4 when claims.Count > 3 && random.Next(3) == 0:
                    Claim claim = (await Record.ClaimAsync(claims[random.Next(claims.Count)].Id, Cancellation))!;
                    await AppendAsync(Samples.Act(claim.Id, claim.Status == ClaimStatus.Rejected ? new ClaimAccepted(claim.Revision, "it does") : new ClaimRejected(claim.Revision, "it does not")));
                    break;
            }
        }

        Assert.Equal(2, incidents);
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
        foreach (SourceSummary source in (await Record.SourcesAsync(new SourceFilter(), Cancellation)).Items)
        {
            Assert.Equal(source.Incidents, (await Record.SourceIncidentsAsync(source.Id, null, 0, 100, Cancellation)).Total);
            Assert.Equal(source.Confirmed, (await Record.SourceIncidentsAsync(source.Id, SourceRole.Confirmed, 0, 100, Cancellation)).Total);
        }
    }

    // A wire, an edited copy of the next day, another's own report with another toll; each in a transaction of its own.
    private async Task<string[]> ThreeReportsAsync()
    {
        var claims = new List<string>();
        foreach ((string text, string source, string word, string day, int dead) in new[]
        {
            (Told.Wire, "وكالة سراج", "قصف", "2017-01-01", 4), (Told.Edited, "المرفأ", "قصف", "2017-01-02", 4), (Told.Independent, "النواعير", "المدفعية", "2017-01-01", 7),
        })
        {
            string report = await FileAsync(text, source, day);
            Act claim = Samples.Proposed(report, Samples.Event(text, word, dead: new Count(dead, dead, null)));
            await AppendAsync(Samples.Read(report), claim);
            await AppendAsync([.. claims.Count == 0 ? [Samples.Opened(First, 1)] : Array.Empty<Act>(), Samples.Linked(claim.Subject, First)]);
            claims.Add(claim.Subject);
        }

        return [.. claims];
    }
}
