using System.Runtime.CompilerServices;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hudna.Documents;

namespace Hudna.Tests.Documents;

public sealed class HtmlMainTextTests
{
    private static Document Page(string name, Encoding? encoding = null) =>
        Assert.Single(HtmlMainText.Read(name + ".html", (encoding ?? Encoding.UTF8).GetBytes(File.ReadAllText(PathOf(name + ".html")))).Documents);

    private static string PathOf(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Pages", file);

    private static Document Body(string body) =>
        Assert.Single(HtmlMainText.Read("p.html", Samples.Utf8($"<!doctype html><meta charset=utf-8><body>{body}")).Documents);

    [Theory]
    [InlineData("wordpress")]
    [InlineData("json-ld")]
    [InlineData("maghreb")]
    [InlineData("english")]
    public void Read_Layout_GivesTheStoryAndNothingElse(string page) =>
        Assert.Equal(File.ReadAllText(PathOf(page + ".txt")).TrimEnd('\n'), Page(page).Text);

    [Fact]
    public void Read_TableLayoutInWindows1256_GivesTheStory()
    {
        Document page = Page("old-tables", Samples.Windows(1256));
        Assert.Equal("windows-1256", page.Encoding);
        Assert.Equal(File.ReadAllText(PathOf("old-tables.txt")).TrimEnd('\n'), page.Text);
    }

    [Theory]
    [InlineData("wordpress", "مصادر ميدانية: الهدنة صامدة في معظم المناطق", "2016-12-31", "شبكة الفرات", "https://alfurat.example/2016/12/31/truce-holds/")]
    [InlineData("json-ld", "المبعوث الأممي يرحب بالاتفاق", "2016-12-30", "وكالة المدار للأنباء", null)]
    [InlineData("maghreb", "اجتماع ثلاثي حول سوريا في موسكو", "2016-12-20", null, "https://radio.example/ar/article/5512")]
    [InlineData("english", "Truce holds on second day", "2016-12-31", "The Levant Desk", null)]
    public void Read_Markup_GivesTitleDateOutletAddress(string page, string title, string published, string? source, string? url)
    {
        Document document = Page(page);
        Assert.Equal(
            (title, published, source, url), (document.Title, document.Published?.ToString("O", null), document.Source, document.Url));
    }

    /// <summary>A wrong or missing declaration of the encoding, as saved pages have.</summary>
    [Theory]
    [InlineData("", 1256)]
    [InlineData("<meta charset=utf-8>", 1256)]
    [InlineData("<meta charset=iso-8859-1>", 65001)]
    [InlineData("", 65001)]
    public void Read_CharsetWrongOrMissing_BytesDecide(string meta, int page)
    {
        Encoding encoding = page == 65001 ? new UTF8Encoding(false) : Samples.Windows(page);
        DocumentsFound found = HtmlMainText.Read("p.html", encoding.GetBytes($"<html><head>{meta}</head><body><p>{Samples.Arabic}</p></body></html>"));
        Assert.Contains("دخلت حيز التنفيذ منتصف الليل", Assert.Single(found.Documents).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HeaderCharset_IsUsedWhenThePageNamesNone()
    {
        byte[] bytes = Samples.Windows(1251).GetBytes($"<p>{Samples.Russian}</p>");
        Assert.Equal(Samples.Russian, Assert.Single(HtmlMainText.Read("p.html", bytes, "windows-1251").Documents).Text);
    }

    [Fact]
    public void Read_LineBreaks_AreParagraphs() =>
        Assert.Equal(
            "قال المصدر إن الهدنة بدأت فجر الجمعة.\nوأضاف أن الخروقات كانت محدودة جدا.",
            Body("<div>قال المصدر إن الهدنة بدأت فجر الجمعة.<br/>\n  وأضاف أن  الخروقات\nكانت محدودة جدا.</div>").Text);

    [Fact]
    public void Read_StoryInABoxCalledSidebar_IsKeptForItsHeadline() =>
        Assert.Contains("بدأت فجر الجمعة", Body("<div class='content sidebar'><h1>عنوان الخبر</h1><p>قال المصدر إن الهدنة بدأت فجر الجمعة.</p></div>").Text, StringComparison.Ordinal);

    [Fact]
    public void Read_EverythingInABoxCalledMenu_IsKept() =>
        Assert.Contains("بدأت فجر الجمعة", Body("<div class='menu'><p>قال المصدر إن الهدنة بدأت فجر الجمعة.</p></div>").Text, StringComparison.Ordinal);

    [Fact]
    public void Read_HiddenText_IsLeftOut() =>
        Assert.DoesNotContain("مخفي", Body("<p>قال المصدر إن الهدنة بدأت فجر الجمعة.</p><p style='display: none'>نص مخفي طويل لا يراه القارئ في الصفحة أبدا.</p>").Text, StringComparison.Ordinal);

    [Fact]
    public void Read_ListOfLinks_HasNoText() =>
        Assert.Equal("no-text", Assert.Single(HtmlMainText.Read("p.html", Samples.Utf8("<ul>" + string.Concat(Enumerable.Repeat("<li><a href=x>عنوان خبر طويل من أخبار اليوم في الصفحة</a></li>", 30)) + "</ul>")).Problems).Code);

    [Fact]
    public void Read_BrokenMetadata_DoesNotMatter() =>
        Assert.Null(Body("<script type='application/ld+json'>{\"headline\": </script><p>قال المصدر إن الهدنة بدأت فجر الجمعة.</p>").Title);

    /// <summary>A page made to break a recursive walk; it must come back, and soon.</summary>
    [Theory]
    [InlineData("<div>")]
    [InlineData("<span>")]
    [InlineData("<table><tr><td>")]
    public void Read_NestedVeryDeep_ComesBack(string open)
    {
        string body = string.Concat(Enumerable.Repeat(open, 5_000)) + "<p>قال المصدر إن الهدنة بدأت فجر الجمعة.</p>";
        Assert.Contains("بدأت فجر", Body(body).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i>")]
    [InlineData("<DIV class='x'>")]
    public void Read_NestedAMillionDeep_IsRefusedAtOnce(string open)
    {
        byte[] page = Samples.Utf8(string.Concat(Enumerable.Repeat(open, 1_000_000)));
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("no-text", Assert.Single(HtmlMainText.Read("p.html", page).Problems).Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    /// <summary>Pages without end tags where they may be left out are long, not deep.</summary>
    [Fact]
    public void Read_ManyUnclosedParagraphs_AreNoDepth() =>
        Assert.Equal(20_000, Body(string.Concat(Enumerable.Repeat("<p>قال المصدر إن الهدنة بدأت فجر الجمعة.<br>", 20_000))).Text.Split('\n').Length);

    [Fact]
    public void Read_AnyTagSoup_NeverThrows()
    {
        string[] pieces =
        [
            "<p>", "</p>", "<div class=related>", "</div>", "<table>", "<td>", "<article>", "<h1>", "</h1>", "<a href=x>", "</a>", "<br>", "<!--", "-->",
            "<script>", "</script>", "&amp;", "&#xD800;", "قال المصدر إن الهدنة بدأت فجر الجمعة.", "<meta property=og:title content='x'>", "<body>", "</html>",
        ];
        Prop.ForAll(
            Gen.Elements(pieces).ListOf().Select(l => string.Concat(l)).ToArbitrary(),
            soup => HtmlMainText.Read("p.html", Samples.Utf8(soup)) is { } found && found.Documents.Count + found.Problems.Count == 1)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }
}
