using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Server.Features.Reports.Text;

/// <summary>What to show in a report's text: everything that was found, and every claim with the words it rests on.</summary>
internal static class ReportMarks
{
    public static IReadOnlyList<Mark> Of(string text, DocumentReading? reading, IReadOnlyList<Claim> claims, Span? sought)
    {
        var marks = new List<Mark>();
        if (reading is not null)
        {
            Add(marks, reading.Times, Layer.Times);
            Add(marks, reading.Places, Layer.Places);
            Add(marks, reading.Actors, Layer.Actors);
            Add(marks, reading.Quantities, Layer.Quantities);
            Add(marks, reading.Statements, Layer.Statements);
            Add(marks, reading.Facts, Layer.Facts);
            Add(marks, reading.Events, Layer.Events);
        }

        foreach (Claim claim in claims)
        {
            Layer layer = LayerOf(claim.Content.Kind);
            marks.RemoveAll(m => m.ClaimId is null && m.Layer == layer && m.Span == claim.Content.Span);
            marks.Add(new Mark(claim.Content.Span, layer, claim.Id));
            marks.AddRange(Evidence(claim.Content).Select(s => new Mark(s, Layer.Evidence, null)));
        }

        if (sought is { } span)
        {
            marks.Add(new Mark(span, Layer.Sought, null));
        }

        // Spans from an edit or an older reader may not fit: they are left out here and shown as the claim's words instead.
        marks.RemoveAll(m => m.Span.Start < 0 || m.Span.End > text.Length || m.Span.Length <= 0);
        return marks;
    }

    /// <summary>The spans that a claim's fields rest on, its own words left out.</summary>
    public static IEnumerable<Span> Evidence(ClaimContent content)
    {
        IEnumerable<Span?> spans =
        [
            .. content.Actors.Select(a => a.Span), .. content.Recipients.Select(r => r.Span), content.Speaker?.Span,
            content.Place?.Span, content.Destination?.Span, content.Time?.Span, content.Yearless?.Span,
            content.Dead?.Span, content.Injured?.Span, content.Number?.Span,
            .. content.Detail is { } detail
                ? ClaimFacts.TracksOf(detail).Select(t => t.Span).Concat(ClaimFacts.PhrasesOf(detail).Select(p => p.Span)) : [],
        ];
        return spans.OfType<Span>().Where(s => s != content.Span).Distinct();
    }

    public static Layer LayerOf(ClaimKind kind) => kind switch
    {
        ClaimKind.Event => Layer.Events,
        ClaimKind.Figure => Layer.Quantities,
        ClaimKind.Statement => Layer.Statements,
        _ => Layer.Facts,
    };

    private static void Add(List<Mark> marks, IEnumerable<IMention> mentions, Layer layer) =>
        marks.AddRange(mentions.Select(m => new Mark(new Span(m.Start, m.End), layer, null)));
}
