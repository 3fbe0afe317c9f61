namespace Hudna.Reading;

/// <summary>A half-open range of UTF-16 code units in a report's original text. Spans are evidence: the slice they name
/// is what a claim rests on. The default value is the empty span at 0.</summary>
/// <param name="Start">First code unit, 0 or more.</param>
/// <param name="End">One past the last code unit, never below <paramref name="Start"/>.</param>
public readonly record struct Span(int Start, int End) : IComparable<Span>
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>True when the two ranges share at least one code unit.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>True when <paramref name="other"/> lies wholly inside this range.</summary>
    public bool Contains(Span other) => Start <= other.Start && other.End <= End;

    /// <summary>The original characters. Throws <see cref="ArgumentOutOfRangeException"/> when the span is not inside the text.</summary>
    public string Of(string text) => text.Substring(Start, Length);

    /// <summary>Orders by start, then by end.</summary>
    public int CompareTo(Span other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator <(Span left, Span right) => left.CompareTo(right) < 0;

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator >(Span left, Span right) => left.CompareTo(right) > 0;

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator <=(Span left, Span right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator >=(Span left, Span right) => left.CompareTo(right) >= 0;
}
