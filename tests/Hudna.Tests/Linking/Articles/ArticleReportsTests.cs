using System.Globalization;
using Hudna.Linking.Articles;
using Reader = Hudna.Tests.Reading.Reader;

namespace Hudna.Tests.Linking.Articles;

/// <summary>What an article reports. Texts were written for these tests.</summary>
public sealed class ArticleReportsTests
{
    private static IReadOnlyList<ArticleReport> Read(string text, string? published = null) => ArticleReports.Read(
        Reader.Arabic, "a", text, published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    //// text, published, the day: told, "published" before that of publication, --MM-dd, a weekday or nothing
    [InlineData("قصف الجيش مدينة سراقب أمس ما أدى إلى مقتل 3 مدنيين.", "2017-01-19", "2017-01-18")]
    [InlineData("قصف الجيش مدينة سراقب.", "2017-01-19", "published 2017-01-19")]
    [InlineData("قصف الجيش مدينة سراقب. وكانت المدينة قصفت في 3 آذار 2015.", "2017-01-19", "published 2017-01-19")] // old news is not the news
    [InlineData("قصف الجيش مدينة سراقب صباح اليوم.", null, "")]
    [InlineData("قصف الجيش مدينة سراقب يوم الجمعة 20 كانون الثاني.", null, "--01-20")]
    [InlineData("قصف الجيش مدينة سراقب مساء الثلاثاء.", null, "Tuesday")]
    [InlineData("قصف الجيش مدينة سراقب الثلاثاء الماضي.", null, "")] // points elsewhere
    [InlineData("قصف الجيش مدينة سراقب في 18/1/2017.", null, "2017-01-18")]
    [InlineData("صفحة البلدة January 19, 2017 · Shared with Public قصف الجيش مدينة سراقب أمس.", null, "2017-01-18")]
    [InlineData("صفحة البلدة January 19, 2017 · Shared with Public قصف الجيش مدينة سراقب أمس.", "2018-03-01", "2017-01-18")] // handed in: the day of a copy
    public void Of_Article_TellsItsDay(string text, string? published, string expected)
    {
        DayClues days = Read(text, published)[0].Days;
        string told = days switch
        {
            { Day: { } day, IsTold: true } => $"{day:yyyy-MM-dd}",
            { Day: { } day } => $"published {day:yyyy-MM-dd}",
            { MonthDays: [var (month, date), ..] } => $"--{month:00}-{date:00}",
            { Weekdays: [var weekday, ..] } => weekday.ToString(),
            _ => string.Empty,
        };
        Assert.Equal(expected, told);
    }

    [Theory]
    //// text, its places, where it happened first
    [InlineData("قصف الجيش مدينة سراقب في محافظة إدلب.", "sy-saraqib")]
    [InlineData("نقل الجرحى إلى مدينة إدلب بعد قصف الجيش بلدة سراقب.", "sy-saraqib")] // the hospital's town comes after the town that was hit
    [InlineData("قصف الجيش قرية زنجفيلة.", "زنجفيله")] // in no list, yet a name to share
    public void Of_Article_NamesWhereItHappenedFirst(string text, string first) => Assert.Equal(first, Read(text)[0].Places[0].Key);

    [Theory]
    [InlineData("قصف الجيش مدينة سراقب ما أدى إلى مقتل 7 مدنيين بينهم طفلان.", 7)]
    [InlineData("قصف الجيش مدينة سراقب. وقال الدفاع المدني إن 4 أشخاص قتلوا.", 4)] // the toll in another sentence
    public void Of_Article_CountsItsKilled(string text, int first) => Assert.Equal(first, Read(text)[0].Killed[0]);

    [Fact]
    public void Of_AttackFarAwayWithItsOwnKilled_IsAReportOfItsOwn()
    {
        IReadOnlyList<ArticleReport> reports = Read("قصف الجيش مدينة سراقب ما أدى إلى مقتل 3 مدنيين.\nوقتل 5 مدنيين بقصف على مدينة دوما.", "2017-01-19");
        Assert.Equal(["a#0", "a#1"], reports.Select(r => r.Id));
        Assert.Equal("sy-douma", reports[1].Places[0].Key);
        Assert.Equal(5, reports[1].Killed[0]);
        Assert.DoesNotContain("سراقب", reports[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("قصف الجيش مدينة سراقب ما أدى إلى مقتل 3 مدنيين.\nونقل الجرحى إلى مشفى في مدينة إدلب.")] // the same happening goes on
    [InlineData("قصف الجيش مدينة سراقب ما أدى إلى مقتل 3 مدنيين.\nوكان قصف على مدينة دوما قتل 5 مدنيين في 3 آذار 2015.")] // background
    public void Of_WhatBelongsToTheHappeningOrLiesBehindIt_IsNoReport(string text) => Assert.Single(Read(text, "2017-01-19"));

    [Theory]
    [InlineData("كتاب جديد عن النحو والصرف.")]
    [InlineData("")]
    public void Of_NothingOnTheGround_IsNoReport(string text) => Assert.Empty(Read(text));
}
