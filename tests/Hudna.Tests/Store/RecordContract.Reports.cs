using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    [Fact]
    public async Task Report_Filed_IsKeptByteForByte()
    {
        string id = await FileAsync("\u200Fقُصِفَت بلدة تفتناز\r\nيوم ١ كانون الثاني", title: "قصف");
        Report? report = await Record.ReportAsync(id, Cancellation);
        Assert.NotNull(report);
        Assert.Equal("\u200Fقُصِفَت بلدة تفتناز\r\nيوم ١ كانون الثاني", report.Text);
        Assert.Equal(("قصف", ReportStatus.Queued, "und", 1L), (report.Title, report.Status, report.Language, report.FiledAct));
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(report.Text), await Record.OriginalAsync(report.OriginalSha256, Cancellation));
        Assert.Equal([Samples.Source()], report.Sources);
    }

    [Fact]
    public async Task Report_Unknown_IsNull()
    {
        Assert.Null(await Record.ReportAsync("r0000000000000000", Cancellation));
        Assert.Null(await Record.ReadingAsync("r0000000000000000", Cancellation));
        Assert.Null(await Record.OriginalAsync(new string('0', 64), Cancellation));
        Assert.Null(await Record.ClaimAsync("c0000000000000000", Cancellation));
        Assert.Null(await Record.IncidentAsync("i0000000000000000", Cancellation));
        Assert.Null(await Record.IncidentByNumberAsync(1, Cancellation));
        Assert.Empty(await Record.HistoryAsync("r0000000000000000", Cancellation));
    }

    [Fact]
    public async Task Report_Read_HasReadingTitleAndDateOfItsText()
    {
        string id = await FileAsync("هدنة", day: null);
        Assert.Equal([id], await Record.QueuedReportsAsync(Cancellation));
        await AppendAsync(Samples.Read(id, "عنوان", "2016-12-30"));
        Report report = (await Record.ReportAsync(id, Cancellation))!;
        Assert.Equal((ReportStatus.Read, "ar", "عنوان", new DateOnly(2016, 12, 30)), (report.Status, report.Language, report.Title, report.Published));
        Assert.Equal("عنوان", (await Record.ReadingAsync(id, Cancellation))!.Document.Title);
        Assert.Empty(await Record.QueuedReportsAsync(Cancellation));
    }

    [Fact]
    public async Task Report_LeftUnread_SaysWhyAndMayBeReadLater()
    {
        string id = await FileAsync("A text in English");
        await AppendAsync(Samples.Act(id, new ReportLeftUnread("language:en", "en"), Samples.Machine));
        Report report = (await Record.ReportAsync(id, Cancellation))!;
        Assert.Equal((ReportStatus.Unread, "language:en", "en"), (report.Status, report.UnreadReason, report.Language));
        await AppendAsync(Samples.Read(id));
        report = (await Record.ReportAsync(id, Cancellation))!;
        Assert.Equal((ReportStatus.Read, null), (report.Status, report.UnreadReason));
    }

    [Fact]
    public async Task Report_FurtherSource_StandsBesideTheFirstAndMayBeEarlier()
    {
        string id = await FileAsync("هدنة", "Sham Post", "2017-01-02");
        await AppendAsync(Samples.Act(id, new ReportSourceNoted(Samples.Source("Halab Today", "2017-01-01"))));
        Report report = (await Record.ReportAsync(id, Cancellation))!;
        Assert.Equal(["Sham Post", "Halab Today"], report.Sources.Select(s => s.Name));
        Assert.Equal(new DateOnly(2017, 1, 1), report.Published);
        Assert.Equal(2, (await Record.CountsAsync(Cancellation)).Sources);
    }

    [Theory]
    [InlineData("تفتناز", 1)] // part of بتفتناز
    [InlineData("أحرار", 1)] // hamza folded: the text has احرار
    [InlineData("حلب قصف", 1)] // both words, in any order
    [InlineData("حلب هدنة", 0)] // both words needed
    [InlineData("قص", 1)] // two letters: no trigram
    [InlineData("عي", 0)]
    [InlineData("١٢", 1)] // digits folded: the text has 12
    [InlineData("sham", 2)] // the source's name
    [InlineData("\"", 0)] // no query syntax
    [InlineData("100%", 1)]
    [InlineData("%", 1)]
    [InlineData("", 2)]
    public async Task Reports_Query_FindsFoldedPartsOfWords(string query, int found)
    {
        await FileAsync("قصف بتفتناز في حلب قتل 12 من احرار الشام 100%");
        await FileAsync("اتفاق على وقف إطلاق النار");
        Page<ReportSummary> page = await Record.ReportsAsync(new ReportFilter { Query = query }, Cancellation);
        Assert.Equal((found, found), (page.Total, page.Items.Count));
    }

    [Fact]
    public async Task Reports_Filters_NarrowTogether()
    {
        string first = await FileAsync("قصف", "Sham Post", "2017-01-01");
        string second = await FileAsync("هدنة", "Halab Today", "2017-01-03", kind: ReportKind.Complaint);
        string undated = await FileAsync("وفد", "Halab Today", null);
        await AppendAsync(Samples.Read(second));
        Assert.Equal([second, first, undated], await IdsAsync(new ReportFilter()));
        Assert.Equal([second, undated], await IdsAsync(new ReportFilter { Source = "Halab Today" }));
        Assert.Equal([second], await IdsAsync(new ReportFilter { Kind = ReportKind.Complaint }));
        Assert.Equal([first, undated], await IdsAsync(new ReportFilter { Status = ReportStatus.Queued }));
        Assert.Equal([second], await IdsAsync(new ReportFilter { From = new DateOnly(2017, 1, 2) }));
        Assert.Equal([first], await IdsAsync(new ReportFilter { To = new DateOnly(2017, 1, 2) }));
        Assert.Equal([first], await IdsAsync(new ReportFilter { From = new DateOnly(2017, 1, 1), To = new DateOnly(2017, 1, 1) }));
        Assert.Empty(await IdsAsync(new ReportFilter { Source = "Halab Today", To = new DateOnly(2017, 1, 2) }));

        async Task<IEnumerable<string>> IdsAsync(ReportFilter filter) =>
            (await Record.ReportsAsync(filter, Cancellation)).Items.Select(r => r.Id);
    }

    [Fact]
    public async Task Reports_Paging_GoesThroughAllOnce()
    {
        for (int n = 1; n <= 7; n++)
        {
            await FileAsync($"خبر {n}", day: $"2017-01-0{n}");
        }

        var seen = new List<string>();
        for (int offset = 0; offset < 9; offset += 3)
        {
            Page<ReportSummary> page = await Record.ReportsAsync(new ReportFilter { Offset = offset, Limit = 3 }, Cancellation);
            Assert.Equal((7, offset), (page.Total, page.Offset));
            seen.AddRange(page.Items.Select(r => r.Excerpt));
        }

        Assert.Equal(Enumerable.Range(1, 7).Reverse().Select(n => $"خبر {n}"), seen);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Record.ReportsAsync(new ReportFilter { Limit = 501 }, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Record.ReportsAsync(new ReportFilter { Offset = -1 }, Cancellation));
    }

    [Fact]
    public async Task Reports_Summary_CountsClaimsAndThoseToReview()
    {
        string claim = await ProposeAsync("قصف بلدة تفتناز", "قصف");
        await FileAsync("هدنة");
        Assert.Equal(1, (await Record.ReportsAsync(new ReportFilter { ToReview = true }, Cancellation)).Total);
        await AppendAsync(Samples.Act(claim, new ClaimAccepted(1, string.Empty)));
        Assert.Equal(0, (await Record.ReportsAsync(new ReportFilter { ToReview = true }, Cancellation)).Total);
        ReportSummary summary = (await Record.ReportsAsync(new ReportFilter { Status = ReportStatus.Read }, Cancellation)).Items[0];
        Assert.Equal((1, 0), (summary.Claims, summary.ClaimsToReview));
    }

    [Fact]
    public async Task Reports_Excerpt_EndsBetweenWordsAndLeavesTheHeadlineOut()
    {
        await FileAsync("عنوان\n" + string.Concat(Enumerable.Repeat("كلمة ", 200)), title: "عنوان");
        ReportSummary summary = (await Record.ReportsAsync(new ReportFilter(), Cancellation)).Items[0];
        Assert.StartsWith("كلمة", summary.Excerpt, StringComparison.Ordinal);
        Assert.EndsWith("كلمة…", summary.Excerpt, StringComparison.Ordinal);
        Assert.InRange(summary.Excerpt.Length, 200, 300);
    }
}
