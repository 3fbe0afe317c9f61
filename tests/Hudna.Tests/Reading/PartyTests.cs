using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>Who acts and to whom: sentences written for the test.</summary>
public sealed class PartyTests
{
    [Theory]
    [InlineData("ترعاها كل من تركيا وإيران وروسيا", "ترعاها", "تركيا|إيران|روسيا", "")] // كل من leads the subject
    [InlineData("جرت محادثات بين الحكومة السورية والمعارضة في أستانا", "محادثات", "الحكومة السورية", "المعارضة")]
    [InlineData("أشاد الوزير بجيش الإسلام الذي انضم إلى الهدنة", "انضم", "جيش الإسلام", "")] // الذي takes up the doer
    [InlineData("استعاد الجيش المدينة التي استولى عليها تنظيم الدولة", "استولى", "تنظيم الدولة", "")] // the subject follows
    [InlineData("تعرضت القوات السورية لهجوم قرب تدمر", "هجوم", "", "القوات السورية")] // who underwent it
    [InlineData("وقع هجوم نفذه تنظيم داعش قرب تدمر", "هجوم", "تنظيم داعش", "")]
    [InlineData("قال وزير الخارجية الروسي سيرغي لافروف إنه يرفض الاقتراح", "يرفض", "وزير الخارجية الروسي سيرغي لافروف", "")] // the pronoun of إن
    [InlineData("روسيا لا تعارض مشاركة جيش الإسلام", "تعارض", "روسيا", "جيش الإسلام")] // the negation stands between
    [InlineData("اعتصم عشرات المواطنين أمام مقر جيش الإسلام", "اعتصم", "", "")] // a name behind a preposition is no subject
    [InlineData("استهدفت الغارة مطار الملك خالد", "استهدفت", "", "")] // a name that names a place's noun is nobody hit
    public void Parties_AreTheOnesTheSentenceNames(string text, string trigger, string actors, string recipients)
    {
        EventMention found = Find(text, trigger);
        Assert.Equal((actors, recipients), (string.Join('|', found.Actors), string.Join('|', found.Recipients)));
    }

    [Theory]
    [InlineData("اغتال مسلحون مجهولون ضابطا أمام منزله", "اغتال", "مسلحون مجهولون", "ضابطا")]
    [InlineData("أعلنت الشرطة أن مسلحين مجهولين اختطفوا مهندسين", "اختطفوا", "مسلحين مجهولين", "مهندسين")] // before the verb
    [InlineData("اقتحم مسلحون المبنى وخطفوا سائقا", "خطفوا", "مسلحون", "سائقا")] // a second verb, the same subject
    [InlineData("تظاهر مئات الطلاب في الساحة", "تظاهر", "مئات الطلاب", null)]
    [InlineData("جرى إجلاء المدنيين من البلدة", "إجلاء", null, "المدنيين")]
    [InlineData("هجوم نفذه مجهولون على حاجز", "هجوم", "مجهولون", null)]
    [InlineData("قتل ثلاثة جنود في انفجار", "قتل", null, null)] // counted people are a toll
    [InlineData("قصف الجيش السوري البلدة", "قصف", null, null)] // a named doer is not described too
    public void Described_StandApartFromNames(string text, string trigger, string? agent, string? patient)
    {
        EventMention found = Find(text, trigger);
        Assert.Equal((agent, patient), (found.AgentPhrase, found.PatientPhrase));
        Assert.DoesNotContain(agent ?? "-", found.Actors);
    }

    [Theory]
    [InlineData("استعاد الجيش المدينة في آذار الماضي بعد معارك", "معارك")] // the day of the main verb
    [InlineData("دخلت القوات البلدة يوم الاثنين، في حين تتواصل المعارك", "المعارك")] // the contrast's own clause
    public void AnothersDay_IsNotTheActs(string text, string trigger) => Assert.Null(Find(text, trigger).Date);

    private static EventMention Find(string text, string trigger)
    {
        DocumentReading reading = Reader.Read(text, "2017-01-19");
        EventMention? found = reading.Events.FirstOrDefault(e => e.Text == trigger);
        Assert.True(found is not null, $"found: {string.Join(" · ", reading.Events.Select(e => e.Text))}");
        return found;
    }
}
