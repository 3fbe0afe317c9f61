using System.Text;
using Hudna.Documents;

namespace Hudna.Tests.Documents;

public sealed class FeedDocumentsTests
{
    internal const string Rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
          <channel>
            <title>Example news</title><link>https://news.example/</link><description>d</description>
            <item>
              <title>قصف على بلدة</title><link>https://news.example/1</link><guid>tag:1</guid>
              <pubDate>Thu, 05 Jan 2017 23:30:00 +0300</pubDate>
              <description>short</description>
              <content:encoded><![CDATA[<p>قالت مصادر إن القصف <b>استمر</b>.</p><script>x()</script><p>ولم يعلق أحد.</p>]]></content:encoded>
            </item>
            <item><title>Second &amp; last</title><guid>tag:2</guid><description>Plain words &lt;b&gt;bold&lt;/b&gt;</description></item>
            <item><guid>tag:3</guid></item>
          </channel>
        </rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Bureau</title><id>urn:feed</id><updated>2017-01-05T00:00:00Z</updated>
          <entry><title type="html">A &lt;i&gt;title&lt;/i&gt;</title><id>urn:e1</id><updated>2017-01-05T22:00:00-05:00</updated>
            <link rel="alternate" href="https://bureau.example/e1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First.</p><p>Second.</p></div></content></entry>
          <entry><title>Only a summary</title><id>urn:e2</id><updated>2017-01-06T00:00:00Z</updated><summary>Said so.</summary></entry>
        </feed>
        """;

    [Fact]
    public void Rss_EachItemIsADocument()
    {
        DocumentsFound found = Read("n.rss", Rss);
        Assert.Equal(2, found.Documents.Count);
        Document first = found.Documents[0];
        Assert.Equal("قصف على بلدة\nقالت مصادر إن القصف استمر.\nولم يعلق أحد.", first.Text);
        Assert.Equal(("tag:1", "قصف على بلدة", new DateOnly(2017, 1, 5), "Example news", "https://news.example/1", 5), (first.Id, first.Title, first.Published, first.Source, first.Url, first.Line));
        Assert.Equal("https://news.example/", first.Feed);
        Assert.Contains("<guid>tag:1</guid>", Encoding.UTF8.GetString(first.Original.Span), StringComparison.Ordinal);
        Assert.Equal(("Second & last\nPlain words bold", null), (found.Documents[1].Text, found.Documents[1].Published));
        DocumentProblem empty = Assert.Single(found.Problems);
        Assert.Equal(("empty", 12), (empty.Code, empty.Line));
    }

    [Fact]
    public void Atom_EachEntryIsADocument()
    {
        DocumentsFound found = Read("a.atom", Atom);
        Assert.Empty(found.Problems);
        Assert.Equal(["A title\nFirst.\nSecond.", "Only a summary\nSaid so."], found.Documents.Select(d => d.Text));
        Assert.Equal(("urn:e1", "urn:feed", new DateOnly(2017, 1, 5), "https://bureau.example/e1"), (found.Documents[0].Id, found.Documents[0].Feed, found.Documents[0].Published, found.Documents[0].Url));
    }

    [Fact]
    public void BadDate_CostsTheDate()
    {
        Document document = Read("n.rss", Rss.Replace("Thu, 05 Jan 2017 23:30:00 +0300", "some day", StringComparison.Ordinal)).Documents[0];
        Assert.Null(document.Published);
        Assert.Contains("cannot be read", Assert.Single(document.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<rss version=\"2.0\"><channel><item></channel></rss>")] // not closed
    [InlineData("<rss version=\"0.4\"><x/></rss>")]
    [InlineData("<rdf:RDF xmlns:rdf=\"x\"></rdf:RDF>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"aaaa\">]><rss version=\"2.0\"><channel><title>&a;</title></channel></rss>")]
    [InlineData("<!DOCTYPE rss SYSTEM \"http://127.0.0.1:9/x.dtd\"><rss version=\"2.0\"><channel><title>t</title></channel></rss>")]
    [InlineData("<rss version=\"2.0\"><channel><title>t</title><link>http://x/</link><description>d</description></channel></rss>")]
    [InlineData("")]
    public void WhatIsNoFeed_IsRefused(string xml)
    {
        DocumentsFound found = Read("n.rss", xml);
        Assert.Empty(found.Documents);
        Assert.StartsWith("n.rss", Assert.Single(found.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("feed.xml", true)]
    [InlineData("feed", true)]
    [InlineData("feed.html", false)]
    public void Feed_IsKnownByItsBytes_WhereTheNameDoesNotSay(string name, bool expected) => Assert.Equal(expected, Read(name, Rss).Documents.Any(d => d.Feed is not null));

    [Fact]
    public void Page_ThatSpeaksOfRss_IsNoFeed() => Assert.False(FeedDocuments.LooksLike("<!doctype html><html><body><rss >"u8));

    private static DocumentsFound Read(string name, string text) => DocumentFiles.Read(name, Encoding.UTF8.GetBytes(text));
}
