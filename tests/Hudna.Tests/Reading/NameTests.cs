using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>Actors and places; sentences written for the test.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("التقى وزير الخارجية النرويجي أولاف هاكون الوفد", "وزير الخارجية النرويجي أولاف هاكون", "person")] // a name in no list
    [InlineData("قالت موسكو إن الاتفاق قائم", "موسكو", "state")] // a capital that speaks
    [InlineData("اتفقت روسيا وتركيا على الهدنة", "تركيا", "state")]
    [InlineData("قصف الجيش السوري البلدة", "الجيش السوري", "military")]
    [InlineData("انسحبت فصائل المعارضة المسلحة من الحي", "فصائل المعارضة المسلحة", "armed_group")]
    [InlineData("رفض وفد المعارضة السورية المقترح", "وفد المعارضة السورية", "opposition")]
    [InlineData("أعلنت وزارة الدفاع الروسية", "وزارة الدفاع الروسية", "government")]
    [InlineData("تنظيم \"الدولة الإسلامية\" تبنى الهجوم", "تنظيم \"الدولة الإسلامية\"", "armed_group")]
    [InlineData("ذكرت وكالة رويترز أن", "وكالة رويترز", "media")]
    [InlineData("أعلنت الأمم المتحدة أن", "الأمم المتحدة", "igo")]
    [InlineData("وثق المرصد السوري لحقوق الإنسان", "المرصد السوري لحقوق الإنسان", "ngo")]
    [InlineData("برعاية روسياوإيران أمس", "إيران", "state")] // two names written as one
    public void Actor_IsFoundWithItsTitleAndType(string text, string mention, string type)
    {
        DocumentReading reading = Reader.Read(text, "2017-01-19");
        ActorMention? found = reading.Actors.FirstOrDefault(a => a.Text == mention);
        Assert.True(found is not null, $"found: {string.Join(" · ", reading.Actors.Select(a => a.Text))}");
        Assert.Equal(type, Wire.Name(found.Type));
    }

    [Theory]
    [InlineData("سقطت قذيفة في حلب", "حلب", "settlement", "SY")]
    [InlineData("عقد اللقاء في موسكو", "موسكو", "settlement", "RU")] // the same capital as a place
    [InlineData("الوضع في سوريا هش", "سوريا", "country", "SY")]
    [InlineData("وصلت القافلة إلى ريف حمص", "ريف حمص", "region", "SY")]
    [InlineData("غادر بدمشق المقاتلون", "دمشق", "settlement", "SY")] // proclitic off the span
    [InlineData("مفاوضات أستانة مستمرة", "أستانة", "settlement", "KZ")]
    [InlineData("دخل العاصمة الكازاخية أمس", "العاصمة الكازاخية", "settlement", "KZ")]
    public void Place_IsFoundWithKindAndCountry(string text, string mention, string kind, string country)
    {
        DocumentReading reading = Reader.Read(text, "2017-01-19");
        PlaceMention? found = reading.Places.FirstOrDefault(p => p.Text == mention);
        Assert.True(found is not null, $"found: {string.Join(" · ", reading.Places.Select(p => p.Text))}");
        Assert.Equal((kind, country), (Wire.Name(found.Kind), found.Country));
    }

    [Fact]
    public void Place_InNoGazetteer_IsFoundByItsTypeWordWithoutCoordinates()
    {
        PlaceMention found = Assert.Single(Reader.Read("قصفت المدفعية بلدة زنجفيل فجر السبت").Places);
        Assert.Equal(("زنجفيل", PlaceKind.Settlement), (found.Text, found.Kind));
        Assert.Null(found.Lat);
        Assert.Null(found.Name);
    }

    [Theory]
    [InlineData("على أن يكون ذلك قريبا")] // على is not Ali
    [InlineData("مشيرا إلى أن الوضع صعب")] // مشيرا is no marshal
    [InlineData("برعاية روسية تركية")] // adjectives alone are no mention
    public void OrdinaryWords_AreNoActors(string text) => Assert.Empty(Reader.Read(text).Actors);
}
