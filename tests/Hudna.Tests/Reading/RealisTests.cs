using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>Whether a sentence reports an act as a happening; sentences written for the test, the notion from the Rich ERE guidelines.</summary>
public sealed class RealisTests
{
    [Theory]
    [InlineData("قتل سبعة أشخاص وأصيب عشرون بجروح في انفجار سيارة مفخخة وسط مدينة الرقة أمس", "قتل", "actual")] // counted victims, weapon, place, day
    [InlineData("قصف الجيش السوري أمس مدينة سراقب شمال البلاد", "قصف", "actual")] // a perfect, who, where, when
    [InlineData("اغتال مسلحون مجهولون ضابطا أمام منزله في درعا مساء أمس", "اغتال", "actual")]
    [InlineData("انفجرت عبوة ناسفة قرب حاجز للشرطة شمال المدينة مساء أمس", "انفجرت", "actual")] // the verb and its device are one happening
    [InlineData("نددت المنظمة بالهجمات على المستشفيات", "الهجمات", "generic")] // what is condemned, in the plural with ال
    [InlineData("تحدث الوزير عن مكافحة التفجيرات", "التفجيرات", "generic")] // a topic
    [InlineData("يحاكم الرجل بتهمة قتل جاره قبل عشرين عاما", "قتل", "generic")] // a charge
    [InlineData("وبعد الهجوم عاد الهدوء إلى المنطقة", "الهجوم", "generic")] // refers back
    [InlineData("حذرت الشرطة من خطر هجمات جديدة", "هجمات", "other")] // a danger
    [InlineData("سيشن الجيش هجوما على البلدة", "سيشن", "other")] // the future
    [InlineData("لم يقصف الجيش البلدة", "يقصف", "other")] // negated
    [InlineData("تظاهر المئات أمام مبنى البرلمان احتجاجا على رفع الأسعار", "تظاهر", "actual")]
    [InlineData("خرج آلاف المتظاهرين أمس إلى شوارع العاصمة تنديدا بالقرار", "خرج", "actual")]
    [InlineData("أكد الوزير أن حق التظاهر مكفول", "التظاهر", "generic")] // a right
    [InlineData("دعت النقابة إلى إضراب عام", "إضراب عام", "other")] // called for
    [InlineData("انسحبت القوات من البلدة أمس", "انسحبت", "actual")] // other types: a finite verb
    [InlineData("ناقش المجلس ملف الاعتقال", "الاعتقال", "generic")]
    public void Act_IsActualGenericOrOther(string text, string trigger, string realis)
    {
        DocumentReading reading = Reader.Read(text, "2017-01-19");
        EventMention? found = reading.Events.FirstOrDefault(e => e.Text == trigger);
        Assert.True(found is not null, $"found: {string.Join(" · ", reading.Events.Select(e => e.Text))}");
        Assert.True(Wire.Name(found.Realis) == realis, $"{Wire.Name(found.Realis)}: {found.RealisRule}");
    }

    [Fact]
    public void Rule_NamesItsCuesWithTheirWeights()
    {
        EventMention found = Reader.Read("نددت المنظمة بالهجمات على المستشفيات").Events.Single(e => e.Type == EventType.Assault);
        Assert.Matches(@"^always-\d+ .*definite-\d+", found.RealisRule);
    }
}
