using System.Globalization;
using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>Numbers said of people and things. Bounds as the reading contract sets them.</summary>
public sealed class QuantityTests
{
    [Theory]
    [InlineData("مقتل 12 شخصا في القصف", "killed", "12", "12")]
    [InlineData("مقتل أزيد من 300.000 شخص", "killed", "300000", null)]
    [InlineData("مقتل أكثر من 300,000 شخص", "killed", "300000", null)]
    [InlineData("مقتل ٣٠٠٬٠٠٠ شخص", "killed", "300000", "300000")]
    [InlineData("مقتل ما لا يقل عن 15 مدنيا", "killed", "15", null)]
    [InlineData("مقتل أقل من 20 شخصا", "killed", null, "20")]
    [InlineData("تشريد نحو 9 ملايين آخرين", "displaced", "9000000", "9000000")]
    [InlineData("إجلاء عشرات الآلاف من المدنيين", "evacuated", "20000", "90000")]
    [InlineData("إصابة عشرات المدنيين", "injured", "20", "90")]
    [InlineData("سقط مئات القتلى", "killed", "200", "900")]
    [InlineData("إجلاء آلاف المدنيين", "evacuated", "2000", "9000")]
    [InlineData("سقط قتيلان في البلدة", "killed", "2", "2")]
    [InlineData("وأصيب ثلاثة وعشرون مدنيا بجروح", "injured", "23", "23")]
    [InlineData("مقتل مئة وعشرين شخصا", "killed", "120", "120")]
    [InlineData("مقتل ثلاثمائة شخص", "killed", "300", "300")]
    [InlineData("بين 10 و15 قتيلا سقطوا", "killed", "10", "15")]
    [InlineData("اعتقال 40 شخصا في المدينة", "detained", "40", "40")]
    [InlineData("سجلت اللجنة 27 خرقا للهدنة", "violations", "27", "27")]
    [InlineData("شنت الطائرات 5 غارات", "strikes", "5", "5")]
    [InlineData("وصلت 20 حافلة إلى الحي", "vehicles", "20", "20")]
    [InlineData("التشاور مع قرابة 40 فصيلا معارضا", "factions", "40", "40")]
    public void Number_HasMeasureAndBounds(string text, string measure, string? low, string? high)
    {
        QuantityMention found = Assert.Single(Reader.Read(text).Quantities);
        Assert.Equal(measure, Wire.Name(found.Measure));
        Assert.Equal(low is null ? null : decimal.Parse(low, CultureInfo.InvariantCulture), found.Low);
        Assert.Equal(high is null ? null : decimal.Parse(high, CultureInfo.InvariantCulture), found.High);
    }

    [Fact]
    public void Elliptic_NumberAfterItsMasdar_IsCounted()
    {
        IReadOnlyList<QuantityMention> found = Reader.Read("أدى القصف إلى مقتل 12 وإصابة 20 آخرين").Quantities;
        Assert.Equal([(Measure.Killed, 12m), (Measure.Injured, 20m)], found.Select(q => (q.Measure, q.Low!.Value)));
    }

    [Theory]
    [InlineData("سقط 31 مدنيا بين قتيل وجريح في السوق", null, null)]
    [InlineData("أوقع الانفجار 14 قتيلا وجريحا", null, null)]
    [InlineData("أفادت مصادر بمقتل وإصابة 9 أشخاص في الضاحية", null, null)]
    [InlineData("قال المسعفون إن 18 عاملا قتلوا وأصيبوا في المرفأ", null, null)]
    [InlineData("سقط 6 قتلى و11 جريحا في المعسكر", "6", "11")] // two numbers, two tolls
    [InlineData("سقط 6 قتلى وجريحان في المعسكر", "6", "2")] // a dual is a number of its own
    [InlineData("سقط 6 قتلى وعشرات الجرحى", "6", "20")]
    [InlineData("مقتل شخص وإصابة 4 آخرين", null, "4")]
    [InlineData("القذيفة تجرح 5 تلاميذ", null, "5")]
    public void NumberOfDeadAndInjuredTogether_IsNeitherToll(string text, string? killed, string? injured)
    {
        IReadOnlyList<QuantityMention> found = Reader.Read(text).Quantities;
        Assert.NotEmpty(found);
        Assert.Equal(killed, Low(found, Measure.Killed));
        Assert.Equal(injured, Low(found, Measure.Injured));
    }

    private static string? Low(IReadOnlyList<QuantityMention> found, Measure measure) =>
        found.SingleOrDefault(q => q.Measure == measure)?.Low?.ToString(CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("استشهاد مزارع All reactions:23 comments")]
    [InlineData("رحم الله الشهيد 40w View replies")]
    [InlineData("ننعى الشهيد January 11 Shared with Public")]
    [InlineData("في عام 2016 كانت")]
    [InlineData("الساعة 10:30 بدأت")]
    [InlineData("بعد 3 أيام من الهدنة")]
    [InlineData("بنسبة 20 بالمئة من السكان")]
    [InlineData("القرار 2254 الصادر")]
    public void DateTimeShareOrLabel_IsNoQuantity(string text) => Assert.Empty(Reader.Read(text, "2017-01-19").Quantities);
}
