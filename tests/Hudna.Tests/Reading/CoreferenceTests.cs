using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>Whom a bare noun or a family name means. Sentences written for the test.</summary>
public sealed class CoreferenceTests
{
    [Theory]
    [InlineData("التقى وزير الخارجية الروسي سيرغي لافروف الوفد في موسكو. وقال الوزير إن الحوار مفيد.", "وزير الخارجية الروسي سيرغي لافروف")] // title
    [InlineData("التقى وزير الخارجية الروسي سيرغي لافروف الوفد في موسكو. وأكد الوزير أن الحوار مفيد.", "وزير الخارجية الروسي سيرغي لافروف")] // title
    [InlineData("وصل الرئيس الروسي فلاديمير بوتين إلى بكين. وقال الرئيس إن الحوار مفيد.", "الرئيس الروسي فلاديمير بوتين")] // president
    [InlineData("وصل بوتين إلى بكين. وقال الرئيس إن الحوار مفيد.", "بوتين")] // president by the list of offices
    [InlineData("وصل المبعوث الأممي ستافان دي ميستورا إلى دمشق. وقال المبعوث إن الحوار مفيد.", "المبعوث الأممي ستافان دي ميستورا")] // envoy
    [InlineData("اجتمعت حركة حماس في القاهرة. وقالت الحركة إن الحوار مفيد.", "حركة حماس")] // movement
    [InlineData("اجتمعت حماس في القاهرة. وقالت الحركة إن الحوار مفيد.", "حماس")] // movement by the list of names
    [InlineData("نشرت منظمة العفو الدولية تقريرا. وقالت المنظمة إن الحوار مفيد.", "منظمة العفو الدولية")] // organisation
    [InlineData("اجتمع حزب الله في بيروت. وقال الحزب إن الحوار مفيد.", "حزب الله")] // party
    [InlineData("بثت وكالة رويترز صورا. وقالت الوكالة إن الحوار مفيد.", "وكالة رويترز")] // agency
    public void BareNoun_MeansWhoWasNamed(string text, string named)
    {
        StatementMention found = Reader.Read(text, "2017-01-19").Statements[^1];
        Assert.Equal(named, found.SpeakerAntecedent?.Of(text));
    }

    [Theory]
    [InlineData("وقال الوزير إن الحوار مفيد.")] // nobody before
    [InlineData("وصل الرئيس الروسي فلاديمير بوتين إلى بكين. وقال الوزير إن الحوار مفيد.")] // a president is no minister
    [InlineData("التقى وزير الخارجية الروسي سيرغي لافروف وزير الخارجية التركي مولود تشاووش أوغلو. وقال الوزير إن الحوار مفيد.")] // two ministers in one sentence
    [InlineData("التقى وزير الخارجية الروسي سيرغي لافروف الوفد. وقال وزير إن الحوار مفيد.")] // not definite
    [InlineData("اجتمعت حركة حماس في القاهرة. وقالت المنظمة إن الحوار مفيد.")] // a movement is no organisation
    [InlineData("وصل رئيس الوزراء الإسرائيلي بنيامين نتنياهو إلى باريس. وقال الوزير إن الحوار مفيد.")] // a prime minister is called by his own title
    public void BareNoun_StaysOpen(string text) => Assert.Null(Reader.Read(text, "2017-01-19").Statements[^1].SpeakerAntecedent);

    [Theory]
    [InlineData("قال النائب محمد الزغلامي إن الحوار مفيد. وأضاف الزغلامي أن العمل مستمر.", "الزغلامي")] // family name alone
    [InlineData("قال الناشط أحمد الدرعاوي إن الحوار مفيد. وقال الدرعاوي إن العمل مستمر.", "الدرعاوي")] // family name alone
    public void FamilyNameAlone_IsItsBearer(string text, string family) =>
        Assert.Contains(Reader.Read(text, "2017-01-19").Actors, a => a.Text == family && a.Type == ActorType.Person);
}
