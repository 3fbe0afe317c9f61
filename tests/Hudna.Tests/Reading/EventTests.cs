using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>Acts and their slots; sentences written for the test, codes from the PLOVER 2.0 manual and the reading contract.</summary>
public sealed class EventTests
{
    [Theory]
    [InlineData("قصفت المدفعية بلدة تفتناز", "قصفت", "ASSAULT", "heavy-weapons", "asserted")]
    [InlineData("قصف الطيران الحربي بلدة تفتناز", "قصف", "ASSAULT", "aerial", "asserted")]
    [InlineData("لم يقصف الجيش البلدة", "يقصف", "ASSAULT", null, "negated")]
    [InlineData("سيجتمع الوفدان في جنيف", "سيجتمع", "CONSULT", null, "planned")]
    [InlineData("دعا المبعوث إلى إجلاء الجرحى", "إجلاء", "RETREAT", "access", "possible")]
    [InlineData("سيطرت القوات الحكومية على البلدة", "سيطرت", "COERCE", "seize", "asserted")]
    [InlineData("اختطف مسلحون سائقا", "اختطف", "ASSAULT", "abduct", "asserted")]
    [InlineData("أفرجت الفصائل عن أسيرين", "أفرجت", "RETREAT", "release", "asserted")]
    [InlineData("دخل وقف إطلاق النار حيز التنفيذ", "وقف إطلاق النار", "RETREAT", "ceasefire", "asserted")]
    [InlineData("تظاهر المئات في المدينة", "تظاهر", "PROTEST", "demo", "asserted")]
    [InlineData("نفى مصدر عسكري قصف البلدة", "قصف", "ASSAULT", null, "negated")] // what is denied is not asserted
    [InlineData("أغلقت فرنسا سفارتها في دمشق", "أغلقت", "SANCTION", "discontinue", "asserted")]
    [InlineData("أغلق المسلحون معبر نصيب", "أغلق", "COERCE", "restrict", "asserted")] // the company tells the act
    public void Trigger_IsCoded(string text, string trigger, string type, string? mode, string modality)
    {
        DocumentReading reading = Reader.Read(text, "2017-01-19");
        EventMention? found = reading.Events.FirstOrDefault(e => e.Text == trigger);
        Assert.True(found is not null, $"found: {string.Join(" · ", reading.Events.Select(e => e.Text))}");
        Assert.Equal((type, mode, modality), (Wire.Name(found.Type), found.Mode, Wire.Name(found.Modality)));
    }

    [Fact]
    public void Slots_AreFilledFromTheSentence()
    {
        EventMention found = Assert.Single(Reader.Read("قصف الجيش السوري أمس مدينة سراقب", "2017-01-19").Events);
        Assert.Equal(["الجيش السوري"], found.Actors);
        Assert.Equal(("سراقب", "2017-01-18"), (found.Place, found.Date));
    }

    [Fact]
    public void Killing_CarriesItsToll()
    {
        EventMention found = Reader.Read("أسفر القصف عن مقتل 12 شخصا وإصابة 20 آخرين").Events.Single(e => e.Text == "مقتل");
        Assert.Equal(12m, found.Dead);
    }

    [Fact]
    public void UnknownToll_IsNullNotZero() => Assert.Null(Assert.Single(Reader.Read("قصف الجيش السوري مدينة سراقب").Events).Dead);
}
