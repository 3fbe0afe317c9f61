using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>Reported speech; sentences written for the test.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("قال الرئيس الروسي إن الهدنة صامدة.", "الهدنة صامدة", "الرئيس الروسي")]
    [InlineData("أكدت موسكو أنها ملتزمة بالاتفاق.", "أنها ملتزمة بالاتفاق", "موسكو")] // a pronoun on أن stays
    [InlineData("وقال لافروف: \"نحن نرحب بالجميع\".", "نحن نرحب بالجميع", "لافروف")]
    [InlineData("أفاد مصدر عسكري بأن القوات انسحبت من البلدة.", "القوات انسحبت من البلدة", "مصدر عسكري")]
    [InlineData("شدد دي ميستورا على ضرورة استمرار الهدنة.", "ضرورة استمرار الهدنة", "دي ميستورا")]
    [InlineData("أعرب الأسد عن تفاؤله بالمحادثات.", "تفاؤله بالمحادثات", "الأسد")]
    [InlineData("لافروف: الهدنة قائمة في سوريا", "الهدنة قائمة في سوريا", "لافروف")] // a headline
    public void Report_HasWordsAndSpeaker(string text, string words, string speaker)
    {
        StatementMention found = Assert.Single(Reader.Read(text, "2017-01-19").Statements);
        Assert.Equal((words, speaker), (found.Text, found.Speaker));
    }

    [Fact]
    public void Participle_GoesOnWithTheSameSpeaker()
    {
        IReadOnlyList<StatementMention> found = Reader.Read("قال لافروف إن الهدنة صامدة، مضيفا أن المحادثات ستعقد قريبا.").Statements;
        Assert.Equal(["الهدنة صامدة", "المحادثات ستعقد قريبا"], found.Select(s => s.Text));
        Assert.All(found, s => Assert.Equal("لافروف", s.Speaker));
    }

    [Fact]
    public void Attribution_AtTheEnd_NamesTheSource()
    {
        StatementMention found = Assert.Single(Reader.Read("قتل خمسة مدنيين في إدلب، بحسب المرصد السوري لحقوق الإنسان.").Statements);
        Assert.Equal(("قتل خمسة مدنيين في إدلب", "المرصد السوري لحقوق الإنسان"), (found.Text, found.Speaker));
    }

    /// <summary>Local round-ups head their items with the place: «معربة: …» is no "expressing".</summary>
    [Fact]
    public void PlaceThatLooksAParticiple_AtTheHeadOfALine_IsNoReport() =>
        Assert.Empty(Reader.Read("معربة: أطلق سراح المخطوفين مساء الخميس في البلدة.", "2017-01-27").Statements);
}
