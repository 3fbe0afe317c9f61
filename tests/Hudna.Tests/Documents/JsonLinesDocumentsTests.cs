using FsCheck;
using FsCheck.Fluent;
using Hudna.Documents;

namespace Hudna.Tests.Documents;

public sealed class JsonLinesDocumentsTests
{
    private static DocumentsFound Read(string lines) => JsonLinesDocuments.Read("in/reports.jsonl", Samples.Utf8(lines));

    [Fact]
    public void Read_AllFields_AreTaken()
    {
        const string Line = """{"id":"a1","published":"2016-12-30","source":"Agency","title":"هدنة","url":"https://example.org/1","text":"دخلت الهدنة\nحيز التنفيذ","extra":[1]}""";
        Document document = Assert.Single(Read(Line + "\n").Documents);
        Assert.Equal(("a1", "دخلت الهدنة\nحيز التنفيذ", "هدنة"), (document.Id, document.Text, document.Title));
        Assert.Equal((new DateOnly(2016, 12, 30), "Agency", "https://example.org/1"), (document.Published, document.Source, document.Url));
        Assert.Equal(Samples.Utf8(Line), document.Original.ToArray());
    }

    [Theory]
    [InlineData("{\"id\":\"x\",\"text\":", "bad-json", "not valid JSON")]
    [InlineData("[1,2]", "bad-json", "not a JSON object")]
    [InlineData("{\"id\":\"x\"}", "empty", "\"text\"")]
    [InlineData("{\"id\":\"x\",\"text\":\"  \"}", "empty", "\"text\"")]
    [InlineData("{\"id\":\"x\",\"text\":7}", "bad-json", "\"text\" is not a string")]
    [InlineData("{\"id\":\"x\",\"text\":\"half \\ud800 pair\"}", "bad-json", "surrogate")]
    public void Read_BadLine_NamesFileAndLineAndTheOthersGoOn(string bad, string code, string says)
    {
        DocumentsFound found = Read($"{{\"id\":\"a\",\"text\":\"one\"}}\n\n{bad}\r\n{{\"id\":\"b\",\"text\":\"two\"}}");
        Assert.Equal("a b", string.Join(' ', found.Documents.Select(d => d.Id)));
        DocumentProblem problem = Assert.Single(found.Problems);
        Assert.Equal((code, 3), (problem.Code, problem.Line));
        Assert.StartsWith("in/reports.jsonl:3: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    /// <summary>3 April or 4 March: the text goes in without a date, and a note says so; 31/12 can only be read one way.</summary>
    [Fact]
    public void Read_UncertainDate_CostsTheDateNotTheText()
    {
        DocumentsFound found = Read("{\"text\":\"a\",\"published\":\"03/04/2017\"}\n{\"text\":\"b\",\"published\":\"31/12/2016\"}");
        Assert.Empty(found.Problems);
        Assert.Null(found.Documents[0].Published);
        Assert.Contains("\"03/04/2017\"", Assert.Single(found.Documents[0].Notes), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2016, 12, 31), found.Documents[1].Published);
    }

    [Fact]
    public void Read_WithoutId_IsNamedByFileAndLine() => Assert.Equal("reports:2", Assert.Single(Read("\n{\"text\":\"t\"}").Documents).Id);

    [Fact]
    public void Read_NumericId_IsItsDigits() => Assert.Equal("17", Assert.Single(Read("{\"id\":17,\"text\":\"t\"}").Documents).Id);

    [Fact]
    public void Read_OneWindows1256Line_IsConverted()
    {
        byte[] bytes = [.. Samples.Utf8("{\"text\":\"a\"}\n"), .. Samples.Windows(1256).GetBytes("{\"text\":\"مقتل ثلاثة مدنيين في حلب\"}")];
        DocumentsFound found = JsonLinesDocuments.Read("x.jsonl", bytes);
        Assert.Equal("a|مقتل ثلاثة مدنيين في حلب", string.Join('|', found.Documents.Select(d => d.Text)));
    }

    [Fact]
    public void Read_Nothing_IsEmpty() => Assert.Equal("empty", Assert.Single(Read("\n \n").Problems).Code);

    [Fact]
    public void Read_AnyBytes_NeverThrow() =>
        Prop.ForAll<byte[]>(bytes => JsonLinesDocuments.Read("x.jsonl", bytes) is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
