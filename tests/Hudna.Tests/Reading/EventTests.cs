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
    [InlineData("أغلقت إيطاليا سفارتها في طرابلس", "أغلقت", "SANCTION", "discontinue", "asserted")]
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

    /// <summary>A wrong place or day is worse than none.</summary>
    [Theory]
    [InlineData("قتل خمسة أشخاص في قصف، فيما اتفق الوفدان على اللقاء في جنيف يوم الاثنين المقبل", "قتل")] // the talks' place and day
    [InlineData("قال المتحدث يوم الجمعة إن القوات انسحبت", "انسحبت")] // the day of the saying
    public void AnotherClausesPlaceOrDay_IsNotTheActs(string text, string trigger)
    {
        EventMention found = Reader.Read(text, "2017-01-19").Events.First(e => e.Text == trigger);
        Assert.Null(found.Place);
        Assert.Null(found.Date);
    }

    [Fact]
    public void PartOfAToll_IsNoTollOfItsOwn()
    {
        EventMention found = Reader.Read("قتل ثمانية أشخاص بينهم طفلان في غارة").Events.First(e => e.Text == "قتل");
        Assert.Equal(8m, found.Dead);
        Assert.DoesNotContain(Reader.Read("أصيب بينهم طفلان بجروح في غارة").Events, e => e.Injured == 2 || e.Dead == 2);
    }

    [Fact]
    public void CountryInBrackets_IsNotTheKiller()
    {
        DocumentReading reading = Reader.Read("إدلب (سوريا) 10 كانون الثاني - قتل ثمانية أشخاص في غارة");
        Assert.DoesNotContain(reading.Actors, a => a.Text == "سوريا");
    }

    /// <summary>Blame needs evidence: who speaks, who is hit and where it happened are not who did it.</summary>
    [Theory]
    [InlineData("سوريا/ تفجيرات في حمص", "تفجيرات", "")] // a headline's country
    [InlineData("أكد المرصد السوري لحقوق الإنسان أن غارة أصابت السوق", "غارة", "")] // who reports it
    [InlineData("شن الجيش السوري هجوما على تنظيم داعش", "شن", "الجيش السوري")] // not whom it was against
    [InlineData("اعتقال مقاتلي المعارضة أمس", "اعتقال", "")] // the masdar's object
    [InlineData("واصل الجيش السوري قصف البلدة", "قصف", "الجيش السوري")]
    [InlineData("قتل ثلاثة مدنيين على يد تنظيم داعش", "قتل", "تنظيم داعش")]
    [InlineData("جرت المحادثات برعاية روسية تركية", "رعاية", "روسية|تركية")]
    [InlineData("قال بوتين: \"نجري مفاوضات مع الجميع، ونطالب دمشق بالهدنة\"", "نطالب", "بوتين")] // the quotation's own we
    public void WhoActs_IsNamedOnlyWithEvidence(string text, string trigger, string actors)
    {
        DocumentReading reading = Reader.Read(text, "2017-01-19");
        EventMention? found = reading.Events.FirstOrDefault(e => e.Text == trigger);
        Assert.True(found is not null, $"found: {string.Join(" · ", reading.Events.Select(e => e.Text))}");
        Assert.Equal(actors, string.Join('|', found.Actors));
    }
}
