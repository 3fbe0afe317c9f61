using Hudna.Reading;

namespace Hudna.Server.Features.Reports.Text;

/// <summary>Cuts a text at every start and end of a mark, so that nested and overlapping marks become a flat row of segments:
/// HTML elements cannot overlap, segments need not.</summary>
public static class Segments
{
    /// <summary>The segments of one stretch of a text, in order, without gaps: together they are the stretch.</summary>
    /// <param name="within">The stretch.</param>
    /// <param name="marks">Marks in any order; what lies outside the stretch is ignored, empty ones too.</param>
    public static IReadOnlyList<Segment> Of(Span within, IReadOnlyList<Mark> marks)
    {
        Mark[] inside = [.. marks.Where(m => m.Span.Length > 0 && m.Span.Overlaps(within))];
        var cuts = new SortedSet<int> { within.Start, within.End };
        foreach (Mark mark in inside)
        {
            cuts.Add(Math.Max(mark.Span.Start, within.Start));
            cuts.Add(Math.Min(mark.Span.End, within.End));
        }

        var segments = new List<Segment>(cuts.Count);
        int start = within.Start;
        foreach (int end in cuts.Skip(1))
        {
            var span = new Span(start, end);
            segments.Add(new Segment(span, [.. inside.Where(m => m.Span.Contains(span))
                .OrderByDescending(m => m.Span.Length).ThenBy(m => m.Layer).ThenBy(m => m.ClaimId, StringComparer.Ordinal)]));
            start = end;
        }

        return segments;
    }

    /// <summary>The paragraphs of a text: stretches between line ends that hold more than white space.</summary>
    public static IEnumerable<Span> Paragraphs(string text)
    {
        int start = 0;
        for (int at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || text[at] is '\n' or '\r' or '\u2029' or '\u2028')
            {
                if (!text.AsSpan(start, at - start).IsWhiteSpace())
                {
                    yield return new Span(start, at);
                }

                start = at + 1;
            }
        }
    }
}
