using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>Expressions of time. Expected values were worked out by hand from a calendar; the publication date is a Thursday,
/// 19 January 2017, unless the row gives another.</summary>
public sealed class TimeTests
{
    [Theory]
    //// text around, expression, value, published
    [InlineData("قال يوم الجمعة إن", "يوم الجمعة", "2017-01-13", null)] // the last Friday
    [InlineData("قال الخميس إن", "الخميس", "2017-01-19", null)] // publication day itself
    [InlineData("وصل أمس إلى", "أمس", "2017-01-18", null)]
    [InlineData("وصل أمس الأربعاء إلى", "أمس الأربعاء", "2017-01-18", null)] // one expression
    [InlineData("وصل اليوم الخميس إلى", "اليوم الخميس", "2017-01-19", null)]
    [InlineData("وصل أول أمس إلى", "أول أمس", "2017-01-17", null)]
    [InlineData("يصل غدا إلى", "غدا", "2017-01-20", null)]
    [InlineData("يصل بعد غد إلى", "بعد غد", "2017-01-21", null)]
    [InlineData("يعقد الاثنين المقبل في", "الاثنين المقبل", "2017-01-23", null)]
    [InlineData("يعقد الخميس القادم في", "الخميس القادم", "2017-01-26", null)] // not today
    [InlineData("عقد السبت الماضي في", "السبت الماضي", "2017-01-14", null)]
    [InlineData("عقد الخميس المنصرم في", "الخميس المنصرم", "2017-01-12", null)] // not today
    [InlineData("صباح الخميس بدأت", "صباح الخميس", "2017-01-19", null)]
    [InlineData("فجر اليوم بدأت", "فجر اليوم", "2017-01-19", null)]
    [InlineData("مساء أمس بدأت", "مساء أمس", "2017-01-18", null)]
    [InlineData("سيصل الاثنين إلى", "الاثنين", "2017-01-23", null)] // a future verb turns the bare weekday forward
    [InlineData("وصل الاثنين إلى", "الاثنين", "2017-01-16", null)]
    [InlineData("في 23 يناير الجاري", "23 يناير الجاري", "2017-01-23", null)]
    [InlineData("في 30 ديسمبر المنصرم", "30 ديسمبر المنصرم", "2016-12-30", null)]
    [InlineData("في 22 ديسمبر الفارط", "22 ديسمبر الفارط", "2016-12-22", null)] // Tunisia, Algeria
    [InlineData("في 30 دجنبر", "30 دجنبر", "2016-12-30", null)] // Morocco
    [InlineData("في 8 فبراير سيعقد", "8 فبراير", "2017-02-08", null)] // nearest
    [InlineData("في 12 أوت 2016", "12 أوت 2016", "2016-08-12", null)] // Maghreb: not the year 1912
    [InlineData("في 3 جانفي 2017", "3 جانفي 2017", "2017-01-03", null)]
    [InlineData("في 5 جويلية 2016", "5 جويلية 2016", "2016-07-05", null)]
    [InlineData("في 15 غشت 2016", "15 غشت 2016", "2016-08-15", null)]
    [InlineData("في 30 كانون الأول 2016", "30 كانون الأول 2016", "2016-12-30", null)]
    [InlineData("في 30 كانون الأول/ديسمبر 2016", "30 كانون الأول/ديسمبر 2016", "2016-12-30", null)]
    [InlineData("في 4 يناير (كانون الثاني) 2017", "4 يناير (كانون الثاني) 2017", "2017-01-04", null)]
    [InlineData("السبت 1 آب/أغسطس 2026 في", "السبت 1 آب/أغسطس 2026", "2026-08-01", null)] // one expression
    [InlineData("في ٢٣ كانون الثاني ٢٠١٧", "٢٣ كانون الثاني ٢٠١٧", "2017-01-23", null)]
    [InlineData("بتاريخ ٢٢/١١/٢٠٢٣ في", "٢٢/١١/٢٠٢٣", "2023-11-22", null)]
    [InlineData("نشر 2016/12/16 في", "2016/12/16", "2016-12-16", null)]
    [InlineData("نشر 16-12-2016 في", "16-12-2016", "2016-12-16", null)]
    [InlineData("في نيسان الماضي بدأت", "نيسان الماضي", "2016-04", null)]
    [InlineData("في كانون الأول من العام الماضي", "كانون الأول من العام الماضي", "2016-12", null)]
    [InlineData("خلال شهر يناير في", "شهر يناير", "2017-01", null)]
    [InlineData("في منتصف نوفمبر الماضي", "منتصف نوفمبر الماضي", "2016-11", null)]
    [InlineData("في أواخر شهر أبريل الماضي", "أواخر شهر أبريل الماضي", "2016-04", null)]
    [InlineData("في مطلع عام 2015", "مطلع عام 2015", "2015", null)]
    [InlineData("الشهر المنصرم وقعت", "الشهر المنصرم", "2016-12", null)]
    [InlineData("الأسبوع الماضي وقعت", "الأسبوع الماضي", "2017-W02", null)]
    [InlineData("العام الماضي وقعت", "العام الماضي", "2016", null)]
    [InlineData("السنة المقبلة ستعقد", "السنة المقبلة", "2018", null)]
    [InlineData("منذ 2012 وهي", "2012", "2012", null)]
    [InlineData("سنة 2012 أغلقت", "سنة 2012", "2012", null)]
    [InlineData("بين 2014 و2016 قتل", "2014 و2016", "2014/2016", null)] // a range is one
    [InlineData("في صيف 2016 بدأت", "صيف 2016", "2016-06/2016-08", null)]
    [InlineData("في 1 رمضان 1437 بدأت", "1 رمضان 1437", "2016-06-06", null)] // Umm al-Qura calendar
    [InlineData("في آذار الماضي استعادها", "آذار الماضي", "2016-03", "2016-12-16")]
    public void Expression_IsOneMentionWithItsValue(string text, string expression, string value, string? published)
    {
        TimeMention? found = Reader.Read(text, published ?? "2017-01-19").Times.FirstOrDefault(t => t.Text == expression);
        Assert.True(found is not null, $"found: {string.Join(" · ", Reader.Read(text, published ?? "2017-01-19").Times.Select(t => t.Text))}");
        Assert.Equal(value, found.Value);
    }

    [Theory]
    [InlineData("استمر القصف ثلاثة أيام")] // a duration
    [InlineData("بعد حصارها لعدة أشهر")]
    [InlineData("الهدنة هشة الآن")]
    [InlineData("قتل 2012 شخصا في")] // a count, not a year
    public void DurationOrCount_IsNoTime(string text) => Assert.Empty(Reader.Read(text, "2017-01-19").Times);

    [Fact]
    public void Relative_WithoutAnchor_StaysUnresolved() => Assert.Null(Assert.Single(Reader.Read("وصل الوفد أمس إلى المدينة").Times).Value);

    [Fact]
    public void Published_NotHandedIn_IsTheDatelineOfTheText()
    {
        DocumentReading reading = Reader.Read("دمشق - 5 كانون الثاني 2017\nقتل شخص أمس في حلب.");
        Assert.Equal(new DateOnly(2017, 1, 5), reading.Document.Published);
        Assert.Contains(reading.Times, t => t.Text == "أمس" && t.Value == "2017-01-04");
    }

    [Theory]
    //// text, its own day of publication; null when it gives none
    [InlineData("صفحة البلدة December 1, 2024 · Shared with Public قصف على البلدة", "2024-12-01")]
    [InlineData("صفحة البلدةDecember 1, 2024قصف على البلدة", "2024-12-01")] // glued on both sides
    [InlineData("قصف على البلدة 9:59 AM · Dec 7, 2024127Views", "2024-12-07")] // a counter glued to the year
    [InlineData("قصف على البلدة\n3 Sept 2021", "2021-09-03")]
    [InlineData("قصف على البلدة\n12-Nov-2021", "2021-11-12")]
    [InlineData("وكالة البلدة\nالاثنين، ٢٥ ديسمبر ٢٠٢٣، ١٥:٢٣\nقصف على البلدة", "2023-12-25")]
    [InlineData("قصف على البلدة صباح اليوم الجمعة 1 تشرين الأول 2021 كما قال شهود", "2021-10-01")] // today
    [InlineData("متطوعون ينقلون جرحى بعد قصف على قرية في الريف الغربي من المحافظة، 7 آب 2020، كما ظهر في صورة نشرتها فرق الإنقاذ", null)] // what the picture shows
    [InlineData("شنت طائرات غارة على البلدة التي شملها الاتفاق الذي وقعه الطرفان في 5 آذار 2020 في العاصمة بعد أشهر من القتال", null)] // background
    [InlineData("قصف على البلدة Decade 5, 2020", null)]
    [InlineData("قصف على البلدة Dec 45, 2020", null)]
    [InlineData("قصف على البلدة May 5", null)]
    [InlineData("قصف على البلدة Feb 30, 2020", null)]
    public void Published_NotHandedIn_IsStampOrDatelineOnly(string text, string? published) =>
        Assert.Equal(published, Reader.Read(text).Document.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("وصل يوم الجمعة 20 كانون الثاني إلى", "--01-20", DayOfWeek.Friday)]
    [InlineData("وصل في 29 شباط إلى", "--02-29", null)]
    [InlineData("وصل مساء الأحد إلى", null, DayOfWeek.Sunday)]
    [InlineData("وصل أمس إلى", null, null)]
    public void Unanchored_StillTellsMonthDayAndWeekday(string text, string? monthDay, DayOfWeek? weekday)
    {
        TimeMention time = Assert.Single(Reader.Read(text).Times);
        Assert.Null(time.Value);
        Assert.Equal(monthDay, time.MonthDay);
        Assert.Equal(weekday, time.Weekday);
    }
}
