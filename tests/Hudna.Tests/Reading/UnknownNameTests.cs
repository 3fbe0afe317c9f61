using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>Persons and bodies that no list holds. Every name is made up.</summary>
public sealed class UnknownNameTests
{
    [Theory]
    // Given name and family, by country.
    [InlineData("وصل ياسين بوغندورة إلى المطار", "ياسين بوغندورة", "Maghreb")]
    [InlineData("التقى الوفد طارق المنشليني أمس", "طارق المنشليني", "a family name with ال and no list")]
    [InlineData("كما حضر عبدالمنعم قرطوشي الجلسة", "عبدالمنعم قرطوشي", "a compound written as one word")]
    [InlineData("قتل محمد بن سالم الرعيدي في الاشتباك", "محمد بن سالم الرعيدي", "بن inside a name")]
    [InlineData("حضر صلاح الدين زنكلو الجلسة", "صلاح الدين زنكلو", "a compound given name")]
    [InlineData("شارك أبو حازم الدرعاوي في اللقاء", "أبو حازم الدرعاوي", "a kunya")]
    [InlineData("ذكر أن أندريه كوزلاكوف غادر", "أندريه كوزلاكوف", "Slavic")]
    [InlineData("وفاز كارلوس ميرينداز بالسباق", "كارلوس ميرينداز", "Hispanic")]
    [InlineData("ويقول غونتر شتيلمان إن الوقت ضيق", "غونتر شتيلمان", "German")]
    [InlineData("ونشر جون ماكرودي كتابا", "جون ماكرودي", "English")]
    [InlineData("وتسلم هاكان توبراكلي الرسالة", "هاكان توبراكلي", "Turkish")]
    // Titles, ranks and forms of address; the title is in the mention.
    [InlineData("قال وزير الخارجية الروسي سيرغي بلوتنيكوف أمس", "وزير الخارجية الروسي سيرغي بلوتنيكوف", "title and nationality")]
    [InlineData("وأضاف المدرب البرتغالي كورديرينو أن فريقه جاهز", "المدرب البرتغالي كورديرينو", "one foreign word after a role with its nationality")]
    [InlineData("وقال د. عزيز الرماحي إن الجلسة ستعقد", "د. عزيز الرماحي", "a title cut short")]
    [InlineData("أكد اللواء سالم الحويطري ذلك", "اللواء سالم الحويطري", "rank")]
    // Without title: by the verb of speech, by nationality, by spelling.
    [InlineData("وقال ستورمبيرغ إن الاتفاق قريب", "ستورمبيرغ", "one word after a verb of speech")]
    [InlineData("وفازت الروسية سفتلينا كوزلوفا على منافستها", "سفتلينا كوزلوفا", "the nationality stands for the person and outside the name")]
    public void PersonIsFound(string text, string expected, string why)
    {
        IReadOnlyList<string> persons = Persons(text);
        Assert.True(persons.Contains(expected), $"{why}: found {string.Join(" / ", persons)}");
    }

    [Theory]
    [InlineData("كان عاهل أراغولا في القصر", "a construct's complement is no name")]
    [InlineData("اتفق مدرب خيرناندو مع الفريق", "a construct's complement, foreign")]
    [InlineData("قال المسؤول العراقي إن الوضع هادئ", "a nationality after a title")]
    [InlineData("وأعلن بيان للحكومة أن العمل مستمر", "a word that is also a name")]
    [InlineData("وأكد كريم الموقف", "a given name that is also a word, before a noun")]
    [InlineData("نشأت خلافات بين الطرفين", "a verb that looks a name")]
    [InlineData("وأنا لا أنكر ذلك", "a pronoun and a particle")]
    [InlineData("في مدينة شتيلبورغ الجديدة", "a place")]
    public void NoPersonIsFound(string text, string why)
    {
        IReadOnlyList<string> persons = Persons(text);
        Assert.True(persons.Count == 0, $"{why}: found {string.Join(" / ", persons)}");
    }

    [Theory]
    [InlineData("وصل أندريه كوزلاكوف مساء. وأبلغ كوزلاكوف الصحفيين أنه باق.", 2, "the family name alone, later")]
    [InlineData("غادر كوزلاكوف القاعة. وكان أندريه كوزلاكوف قد وصل صباحا.", 2, "the family name alone, earlier")]
    [InlineData("وقال ستورمبيرغ إن الاتفاق قريب. ثم غادر ستورمبيرغ القاعة.", 2, "a name told by its verb once counts elsewhere")]
    public void SecondMentionIsFound(string text, int expected, string why)
    {
        IReadOnlyList<string> persons = Persons(text);
        Assert.True(persons.Count == expected, $"{why}: found {string.Join(" / ", persons)}");
    }

    [Fact]
    public void SharedFamilyName_IsNotTheListedPersons()
    {
        DocumentReading reading = Reader.Read("عقد الاجتماع برئاسة مروان الحريري في الرياض. وأضاف الحريري أن الوفد مستعد.");
        Assert.All(reading.Actors.Where(a => a.Type == ActorType.Person), a => Assert.Null(a.ActorId));
        Assert.Equal(2, reading.Actors.Count(a => a.Type == ActorType.Person));
    }

    [Fact]
    public void TitleWithNationality_EndsBeforeTheStateItSpeaksOf()
    {
        DocumentReading reading = Reader.Read("اتهم الرئيس السوري فرنسا بانتهاج سياسة عدائية.");
        Assert.Equal(["الرئيس السوري", "فرنسا"], reading.Actors.Select(a => a.Text));
    }

    [Theory]
    [InlineData("أعلنت شركة تيلوماتيك أرباحها", "شركة تيلوماتيك", ActorType.Other)]
    [InlineData("نشرت مجلة الآفاق البعيدة مقالا", "مجلة الآفاق البعيدة", ActorType.Media)]
    [InlineData("دعت منظمة الأقطار المنتجة للقهوة إلى اجتماع", "منظمة الأقطار المنتجة للقهوة", ActorType.Other)]
    [InlineData("فاز نادي شترالين على ضيفه", "نادي شترالين", ActorType.Other)]
    public void BodyIsFound(string text, string expected, ActorType type) =>
        Assert.Contains(Reader.Read(text).Actors, a => a.Text == expected && a.Type == type);

    [Fact]
    public void Core_IsTheNameWithoutTitle_AndWithinHoldsTheState()
    {
        ActorMention actor = Reader.Read("قال رئيس فرنسا أندريه مولينياك أمس").Actors.Single(a => a.Type == ActorType.Person);
        Assert.Equal("أندريه مولينياك", actor.Core!.Value.Of("قال رئيس فرنسا أندريه مولينياك أمس"));
        Assert.Equal(["فرنسا"], actor.Within.Select(w => w.Text));
    }

    private static IReadOnlyList<string> Persons(string text) => [.. Reader.Read(text).Actors.Where(a => a.Type == ActorType.Person).Select(a => a.Text)];
}
