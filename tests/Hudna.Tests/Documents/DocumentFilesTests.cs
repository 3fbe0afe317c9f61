using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hudna.Documents;

namespace Hudna.Tests.Documents;

public sealed class DocumentFilesTests
{
    [Fact]
    public void Read_PlainText_IsTheFileItself()
    {
        const string Content = "\r\n  قال مصدر  \t\r\nسطر\u200Fآخر \n";
        Document document = Assert.Single(DocumentFiles.Read("dir/003_x.txt", Samples.Utf8(Content)).Documents);
        Assert.Equal(("003_x", Content, "text/plain"), (document.Id, document.Text, document.MediaType));
    }

    [Theory]
    [InlineData("a.txt", "plain", "text/plain")]
    [InlineData("a.html", "<p>A paragraph that is long enough to be running text.</p>", "text/html")]
    [InlineData("A.HTM", "<p>A paragraph that is long enough to be running text.</p>", "text/html")]
    [InlineData("a.jsonl", "{\"text\":\"t\"}", "application/json")]
    [InlineData("stdin", "{\"text\":\"t\"}", "application/json")]
    [InlineData("stdin", "  <!DOCTYPE html><p>A paragraph that is long enough to be running text.</p>", "text/html")]
    [InlineData("stdin", "قال مصدر", "text/plain")]
    public void Read_Format_ComesFromExtensionElseFromContent(string name, string content, string mediaType) =>
        Assert.Equal(mediaType, Assert.Single(DocumentFiles.Read(name, Samples.Utf8(content)).Documents).MediaType);

    [Theory]
    [InlineData("a.txt", "", "empty")]
    [InlineData("a.txt", " \n\t ", "empty")]
    [InlineData("a.html", "", "empty")]
    [InlineData("a.html", "<html><body><nav><a href=/>Home</a></nav></body></html>", "no-text")]
    [InlineData("a.csv", "a,b", "unknown-format")]
    [InlineData("a.txt", "\u0001\u0002\u0003\u0004 x", "binary")]
    public void Read_Unusable_SaysWhichFileAndWhy(string name, string content, string code)
    {
        DocumentsFound found = DocumentFiles.Read(name, Samples.Utf8(content));
        Assert.Empty(found.Documents);
        DocumentProblem problem = Assert.Single(found.Problems);
        Assert.Equal(code, problem.Code);
        Assert.StartsWith(name + ":", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TwentyMegabytesOfText_IsKeptUnread()
    {
        byte[] bytes = Samples.Utf8(string.Concat(Enumerable.Repeat(Samples.Arabic, 20_000_000 / Encoding.UTF8.GetByteCount(Samples.Arabic))));
        Document document = Assert.Single(DocumentFiles.Read("big.txt", bytes).Documents);
        Assert.Equal("too-large", document.Unread);
        Assert.Equal(bytes.Length, document.Original.Length);
    }

    [Fact]
    public void Read_TextAtTheLimit_IsRead()
    {
        Assert.Null(Assert.Single(DocumentFiles.Read("a.txt", new byte[DocumentFiles.LongestText].Select(_ => (byte)'a').ToArray()).Documents).Unread);
        Assert.NotNull(Assert.Single(DocumentFiles.Read("a.txt", new byte[DocumentFiles.LongestText + 1].Select(_ => (byte)'a').ToArray()).Documents).Unread);
    }

    [Fact]
    public void Read_TwentyMegabytesOfLines_AreDocumentsOfTheirOwn()
    {
        string line = $"{{\"text\":{System.Text.Json.JsonSerializer.Serialize(Samples.Arabic)}}}\n";
        DocumentsFound found = DocumentFiles.Read("big.jsonl", Samples.Utf8(string.Concat(Enumerable.Repeat(line, 20_000_000 / line.Length))));
        Assert.Empty(found.Problems);
        Assert.All(found.Documents, d => Assert.Null(d.Unread));
    }

    [Theory]
    [InlineData("x.txt")]
    [InlineData("x.html")]
    [InlineData("x.jsonl")]
    [InlineData("x")]
    public void Read_AnyBytes_NeverThrow(string name) =>
        Prop.ForAll<byte[]>(bytes =>
        {
            DocumentsFound found = DocumentFiles.Read(name, bytes);
            return found.Documents.Count + found.Problems.Count > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
