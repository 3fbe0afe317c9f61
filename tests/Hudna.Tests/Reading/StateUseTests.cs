using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>Whether a state or capital stands as a place or acts. Sentences written for the test; why, in the last column.</summary>
public sealed class StateUseTests
{
    public static TheoryData<string, string, string, string> Uses => new()
    {
        { "أغلقت كندا حدودها أمس.", "كندا", "actor", "subject after its verb" },
        { "قال الوزير إن كندا ستفتح حدودها.", "كندا", "actor", "subject after إن" },
        { "بدأت القمة في كندا أمس.", "كندا", "place", "in" },
        { "زار الوفد كندا مرتين.", "كندا", "place", "the object of going, its subject between" },
        { "مفاجأة كندا الجديدة.", "كندا", "actor", "nothing beside it tells: a state acts" },
        { "وقد زار كندا مرتين.", "كندا", "place", "one visits a land" },
        { "رفض الوزير فيصل العامري مشاركة النرويج في المحادثات.", "النرويج", "actor", "a verbal noun's subject; فيصل is a name" },
        { "ألغى الرئيس زيارة النرويج.", "النرويج", "place", "one visits a land" },
        { "رحب المبعوث بموقف النرويج.", "النرويج", "actor", "only one who acts has a position" },
        { "نزح سكان السودان إلى الجوار.", "السودان", "place", "a land has people" },
        { "فرضت عقوبات على السودان.", "السودان", "actor", "sanctions fall on one who acts" },
        { "شنت طائرات هجوما على السودان.", "السودان", "place", "a land is struck" },
        { "تلقت الجماعة دعما من قطر.", "قطر", "actor", "support comes from one who acts" },
        { "عاد الوفد من قطر.", "قطر", "place", "one comes from a land" },
        { "تغير موقفهم تجاه إسرائيل.", "إسرائيل", "actor", "an attitude to one who acts" },
        { "تشهد الجزائر هدوءا.", "الجزائر", "place", "what a land sees" },
        { "تتهم الجزائر جارتها.", "الجزائر", "actor", "its verb before it" },
        { "بيان تلتزم فيه لندن بالهدنة.", "لندن", "actor", "a pronoun between verb and subject" },
        { "وقع انفجار في وسط لندن.", "لندن", "place", "in the middle of" },
        { "نزل المحتجون إلى شوارع لندن.", "لندن", "place", "a city has streets" },
        { "استيقظت العاصمة البريطانية لندن على دوي.", "لندن", "place", "in apposition to the capital" },
        { "قالت لندن إنها ترفض.", "لندن", "actor", "it speaks" },
        { "لندن تعلن إغلاق سفارتها.", "لندن", "actor", "a verb that agrees after it" },
        { "دعا المبعوث إلى محادثات بين لندن وطهران.", "طهران", "actor", "between two who act" },
        { "اجتمع الوزراء في لندن وطهران.", "طهران", "place", "as the place that it is joined to" },
        { "سيطرت الفصائل على الخرطوم.", "الخرطوم", "place", "a city is held" },
        { "وقع القرار بضغط من الخرطوم.", "الخرطوم", "actor", "pressure comes from one who acts" },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public void Name_StandsAs(string text, string name, string use, string why)
    {
        DocumentReading reading = Reader.Read(text);
        bool place = reading.Places.Any(p => p.Text == name), actor = reading.Actors.Any(a => a.Text == name);
        Assert.True(use == "place" ? place && !actor : actor && !place, why);
    }
}
