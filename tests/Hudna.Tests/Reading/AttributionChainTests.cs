using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>Who relays what is said: the chain of a statement, outermost first. Sentences written for the test.</summary>
public sealed class AttributionChainTests
{
    [Theory]
    [InlineData("نقلت رويترز عن مسؤول تركي قوله إن الحدود مغلقة.", "رويترز", "مسؤول تركي")] // naqala an
    [InlineData("ونقلت وكالة رويترز عن لافروف قوله إن الحدود مغلقة.", "وكالة رويترز", "لافروف")] // naqala an, agency
    [InlineData("قالت رويترز نقلا عن مصدر أمني إن الحدود مغلقة.", "رويترز", "مصدر أمني")] // naqlan an
    [InlineData("ذكرت قناة الجزيرة نقلا عن مصادر محلية أن الحدود مغلقة.", "قناة الجزيرة", "مصادر محلية")] // naqlan an
    [InlineData("قال لافروف لوكالة رويترز إن الحدود مغلقة.", "وكالة رويترز", "لافروف")] // to an agency
    [InlineData("قال زيلينسكي في مقابلة مع قناة الجزيرة إن الحرب طويلة.", "قناة الجزيرة", "زيلينسكي")] // interview
    [InlineData("قال لافروف في تصريح لقناة الجزيرة إن الحرب طويلة.", "قناة الجزيرة", "لافروف")] // remarks to
    [InlineData("وفي مقابلة مع قناة الجزيرة، قال زيلينسكي إن الحرب طويلة.", "قناة الجزيرة", "زيلينسكي")] // opening adjunct
    [InlineData("قال زيلينسكي إن الحرب طويلة، في مقابلة مع قناة الجزيرة.", "قناة الجزيرة", "زيلينسكي")] // closing adjunct
    [InlineData("قال لافروف إن الحدود مغلقة، بحسب رويترز.", "رويترز", "لافروف")] // attribution of a report
    [InlineData("قال لافروف إن الحدود مغلقة، وفق ما ذكرت وكالة رويترز.", "وكالة رويترز", "لافروف")] // attribution with a verb
    [InlineData("أغلقت السلطات المعبر، بحسب ما نقلت رويترز عن مصدر أمني.", "رويترز", "مصدر أمني")] // attribution with verb and source
    [InlineData("ذكرت رويترز أن لافروف أكد أن الحدود مغلقة.", "رويترز", "لافروف")] // report in a report
    [InlineData("قالت صحيفة القدس العربي إن مسؤولا عراقيا أكد أن الحدود مغلقة.", "صحيفة القدس العربي", "مسؤولا عراقيا")] // report in a report, plain noun
    [InlineData("قال لافروف إن الحدود مغلقة.", "", "لافروف")] // nobody relays
    [InlineData("رويترز: الحدود مغلقة بين البلدين", "", "رويترز")] // the outlet itself speaks
    [InlineData("ذكرت رويترز أن الحدود مغلقة.", "", "رويترز")] // the outlet itself speaks
    [InlineData("أغلقت السلطات المعبر، بحسب رويترز.", "", "رويترز")] // the outlet itself speaks
    [InlineData("انتقد لافروف قناة الجزيرة. وقال إن الحدود مغلقة.", "", "لافروف")] // an outlet in another sentence
    [InlineData("بيروت (رويترز) - قال لافروف إن الحدود مغلقة.", "رويترز", "لافروف")] // dateline
    [InlineData("(رويترز)\nقال لافروف إن الحدود مغلقة.", "رويترز", "لافروف")] // byline
    [InlineData("رويترز\nقال لافروف إن الحدود مغلقة.", "رويترز", "لافروف")] // byline alone on its line
    [InlineData("بيروت (رويترز) - نقلت قناة الجزيرة عن لافروف قوله إن الحدود مغلقة.", "رويترز|قناة الجزيرة", "لافروف")] // dateline, channel, speaker
    [InlineData("وأكد لافروف في حديث لصحيفة القدس العربي أن الحدود مغلقة.", "صحيفة القدس العربي", "لافروف")] // newspaper
    [InlineData("قال مصدر أمني لقناة الجزيرة إن الحدود مغلقة.", "قناة الجزيرة", "مصدر أمني")] // unnamed source to a channel
    [InlineData("أكدت موسكو على لسان لافروف أن الحدود مغلقة.", "موسكو", "لافروف")] // by the mouth of
    public void Chain_NamesRelaysAndSpeaker(string text, string via, string speaker)
    {
        StatementMention found = Assert.Single(Reader.Read(text, "2017-01-19").Statements);
        Assert.Equal((via, speaker), (string.Join('|', found.Via), found.Speaker));
    }

    [Fact]
    public void Event_InsideAStatement_IsAttributedToItsSpeaker()
    {
        DocumentReading reading = Reader.Read("نقلت رويترز عن مسؤول تركي قوله إن الطائرات قصفت السوق.", "2017-01-19");
        EventMention act = Assert.Single(reading.Events);
        Attribution told = Attribution.Of(reading, new Span(act.Start, act.End));
        Assert.Equal(("مسؤول تركي", "رويترز"), (told.Statement?.Speaker, Assert.Single(told.Via)));
    }

    [Fact]
    public void Event_OutsideStatements_IsTheTextsOwn()
    {
        DocumentReading reading = Reader.Read("قصفت الطائرات السوق. وقال لافروف إن الهدنة صامدة.", "2017-01-19");
        Attribution told = Attribution.Of(reading, new Span(reading.Events[0].Start, reading.Events[0].End));
        Assert.Null(told.Statement);
        Assert.Empty(told.Via);
    }
}
