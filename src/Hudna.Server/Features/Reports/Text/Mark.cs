using Hudna.Reading;

namespace Hudna.Server.Features.Reports.Text;

/// <summary>The layers of a reading, and two that only a page knows.</summary>
public enum Layer
{
    Statements,
    Facts,
    Events,
    Quantities,
    Actors,
    Places,
    Times,

    /// <summary>A field that a claim rests on; cuts segments so that the page can show it, has no look of its own.</summary>
    Evidence,

    /// <summary>The span that the address asked for.</summary>
    Sought,
}

/// <summary>Something to show at a span of a text.</summary>
/// <param name="Span">Where.</param>
/// <param name="Layer">As what.</param>
/// <param name="ClaimId">The claim that stands there; null for a mere mention.</param>
public sealed record Mark(Span Span, Layer Layer, string? ClaimId);

/// <summary>A stretch of text over which the same marks hold.</summary>
/// <param name="Span">Where.</param>
/// <param name="Marks">What holds over all of it, widest first.</param>
public sealed record Segment(Span Span, IReadOnlyList<Mark> Marks);
