using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Reports.Text;

namespace Hudna.Tests.Server;

public sealed class SegmentsTests
{
    [Fact]
    public void Of_NestedMark_CutsTheWiderOne()
    {
        IReadOnlyList<Segment> segments = Segments.Of(new Span(0, 10), [M(2, 8, Layer.Statements), M(4, 6, Layer.Events)]);
        Assert.Equal([new Span(0, 2), new Span(2, 4), new Span(4, 6), new Span(6, 8), new Span(8, 10)], segments.Select(s => s.Span));
        Assert.Equal([Layer.Statements, Layer.Events], segments[2].Marks.Select(m => m.Layer));
    }

    [Fact]
    public void Of_OverlappingMarks_ShareTheMiddle()
    {
        IReadOnlyList<Segment> segments = Segments.Of(new Span(0, 9), [M(0, 6, Layer.Actors), M(3, 9, Layer.Places)]);
        Assert.Equal([1, 2, 1], segments.Select(s => s.Marks.Count));
    }

    /// <summary>Whatever the marks: the segments are the text without gap or overlap, and each mark covers just its own characters.</summary>
    [Fact]
    public void Of_AnyMarks_CoverTheStretchExactly()
    {
        var random = new Random(20161230);
        for (int round = 0; round < 500; round++)
        {
            int length = random.Next(1, 60);
            Mark[] marks = [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ =>
            {
                int start = random.Next(-3, length);
                return M(start, start + random.Next(0, length + 4 - Math.Max(0, start)), (Layer)random.Next(0, 6));
            })];
            IReadOnlyList<Segment> segments = Segments.Of(new Span(0, length), marks);
            Assert.Equal(0, segments[0].Span.Start);
            Assert.Equal(length, segments[^1].Span.End);
            Assert.All(segments.Zip(segments.Skip(1)), p => Assert.Equal(p.First.Span.End, p.Second.Span.Start));
            for (int at = 0; at < length; at++)
            {
                Segment here = segments.Single(s => s.Span.Start <= at && at < s.Span.End);
                Assert.Equal(marks.Count(m => m.Span.Start <= at && at < m.Span.End), here.Marks.Count);
            }
        }
    }

    [Fact]
    public void Paragraphs_LeaveOutEmptyLines()
    {
        const string text = "a\r\n\r\n  \nbc";
        Assert.Equal(["a", "bc"], Segments.Paragraphs(text).Select(p => p.Of(text)));
    }

    [Fact]
    public void Paragraph_MarkupInTheText_IsShownNotRun()
    {
        const string text = "<script>alert('x')</script> & قصف";
        var claim = new Claim
        {
            Id = "c\"><img>",
            ReportId = "r",
            Rule = "x",
            Content = new ClaimContent { Kind = ClaimKind.Event, Span = new Span(0, 8), Text = "<script>", Type = EventType.Assault },
            Proposed = new ClaimContent { Kind = ClaimKind.Event, Span = new Span(0, 8), Text = "<script>", Type = EventType.Assault },
        };
        var html = new MarkedHtml(text, new Dictionary<string, Claim> { [claim.Id] = claim });
        string written = html.Paragraph(Segments.Of(new Span(0, text.Length), ReportMarks.Of(text, null, [claim], null)));
        Assert.DoesNotContain("<script", written, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", written, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", written, StringComparison.Ordinal);
        Assert.Contains("قصف", written, StringComparison.Ordinal);
    }

    private static Mark M(int start, int end, Layer layer) => new(new Span(start, end), layer, null);
}
