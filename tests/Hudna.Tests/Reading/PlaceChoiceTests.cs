using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>Names that several places share, and names that are also common words; sentences written for the test.</summary>
public sealed class PlaceChoiceTests
{
    [Theory]
    [InlineData("قصفت الطائرات أريحا في ريف إدلب", "أريحا", "SY")] // the division named after it
    [InlineData("اقتحمت قوات إسرائيلية أريحا واعتقلت فلسطينيين", "أريحا", "PS")] // the state that the text speaks of
    [InlineData("وصلت الدورية إلى القنيطرة بعد جولة في درعا والسويداء", "القنيطرة", "SY")] // other places of one country
    [InlineData("أوقفت الشرطة المغربية في القنيطرة شخصين", "القنيطرة", "MA")]
    [InlineData("سيطرت قسد على بلدة ذيبان شرقي دير الزور", "ذيبان", "SY")]
    [InlineData("احتج السكان في ذيبان جنوبي مادبا في الأردن", "ذيبان", "JO")]
    [InlineData("قال الحوثيون إنهم تقدموا في البيضاء قرب مأرب", "البيضاء", "YE")]
    [InlineData("انتشرت قوات حفتر في البيضاء بعد بنغازي ودرنة", "البيضاء", "LY")]
    [InlineData("اشتباكات في الطيبة جنوبي لبنان", "الطيبة", "LB")]
    [InlineData("انسحب الجيش السوداني من المالحة شمالي الفاشر إلى أم كدادة", "أم كدادة", "SD")]
    public void Homonym_IsChosenByTheTextsOtherPlaces(string text, string mention, string country)
    {
        PlaceMention? found = Reader.Read(text).Places.FirstOrDefault(p => p.Text == mention);
        Assert.True(found is not null, $"found: {string.Join(" · ", Reader.Read(text).Places.Select(p => p.Text))}");
        Assert.Equal(country, found.Country);
    }

    [Theory]
    [InlineData("شنت القوات هجوما جويا وبريا على المواقع السورية")] // جويا is no town of Lebanon
    [InlineData("قال الأمين العام إن الحرية والوحدة مطلب الشعب")]
    [InlineData("أكد المصدر أن الجهاد واجب في رأيه")]
    [InlineData("طالبت الأسرة والأم بالعدالة")]
    [InlineData("وأنه سيعود قريبا")]
    [InlineData("رصد مراقبون معبرا جديدا")]
    [InlineData("أعلنت الصحافة الحالية نبأ وفاة سليمان")]
    public void CommonWords_AreNoPlaces(string text) => Assert.DoesNotContain(Reader.Read(text).Places, p => p.Kind != PlaceKind.Country);

    [Theory]
    [InlineData("سقطت قذائف على حي الشعار في حلب", "حي الشعار")]
    [InlineData("انسحب المسلحون من بلدة الطيبة في جنوب لبنان", "الطيبة")]
    [InlineData("تقدمت القوات في حي الجهاد ببغداد", "حي الجهاد")]
    [InlineData("توجه الوفد إلى مخيم زمزم قرب الفاشر في السودان", "مخيم زمزم")]
    [InlineData("أغلق معبر رفح أمس", "معبر رفح")]
    [InlineData("استهدفت غارة محور موراج جنوبي قطاع غزة", "محور موراج")]
    [InlineData("سيطر الجيش على جسر شمبات في الخرطوم بحري", "جسر شمبات")]
    [InlineData("قصفت روسيا كوبيانسك في مقاطعة خاركيف الأوكرانية", "كوبيانسك")]
    [InlineData("اشتباكات في تين زاوتين شمالي مالي", "تين زاوتين")]
    public void TypeWord_MakesTheName(string text, string mention) => Assert.Contains(mention, Reader.Read(text).Places.Select(p => p.Text));

    [Theory]
    [InlineData("سقطت قذيفة على #ريف_حماة صباحا", "ريف_حماة", PlaceKind.Region)] // a tag is words
    [InlineData("اندلعت اشتباكات في ريف #درعا", "ريف #درعا", PlaceKind.Region)]
    [InlineData("غارات على بلدات جنوبي حماة", "حماة", PlaceKind.Region)] // a side of the province
    [InlineData("غارات على بلدات شمال مدينة درعا", "درعا", PlaceKind.Settlement)] // the city itself is named
    [InlineData("غارات على بلدات شمال تدمر", "تدمر", PlaceKind.Settlement)] // no province has its name
    public void TagsAndSidesOfProvinces_AreReadAsWhatTheyName(string text, string mention, PlaceKind kind)
    {
        IReadOnlyList<PlaceMention> found = Reader.Read(text).Places;
        Assert.Equal((mention, kind), found.Select(p => (p.Text, p.Kind)).SingleOrDefault(p => p.Text == mention));
    }

    [Theory]
    [InlineData("في بلدة سراقب بريف إدلب قتل ثلاثة مدنيين بقصف مدفعي", "سراقب")] // of places one within the other the first
    [InlineData("قصفت الطائرات محيط تدمر من اتجاه شمال شرق بيروت", "تدمر")] // where the strike came from
    [InlineData("قتل رجل من أهالي مدينة منبج برصاص مجهولين في الرقة", "الرقة")] // where the man came from
    public void Act_HappenedAtTheNarrowestPlaceThatIsNoOrigin(string text, string place)
    {
        DocumentReading reading = Reader.Read(text);
        string?[] places = [.. reading.Events.Where(e => e.Type == EventType.Assault && e.PlaceSpan is not null).Select(e => e.PlaceSpan is { } s ? text[s.Start..s.End] : null)];
        Assert.NotEmpty(places);
        Assert.All(places, p => Assert.Equal(place, p));
    }

    [Theory]
    [InlineData("مقـ ـتل 4 رجال في حماة")]
    [InlineData("مقـ.ـتل 4 رجال في حماة")]
    [InlineData("مقــ*ـتل 4 رجال في حماة")]
    public void WordBrokenAgainstFilters_IsReadWhole(string text)
    {
        DocumentReading reading = Reader.Read(text);
        Assert.Equal(EventType.Assault, Assert.Single(reading.Events).Type);
        Assert.Equal("killed", Wire.Name(Assert.Single(reading.Quantities).Measure));
    }
}
