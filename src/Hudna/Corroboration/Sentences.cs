using Hudna.Reading;

namespace Hudna.Corroboration;

/// <summary>The sentence in which a claim stands.</summary>
internal static class Sentences
{
    /// <summary>From the end of the sentence before to the next one's: a line end, a question or exclamation mark, a full stop before white space.</summary>
    public static Span Around(string text, Span span)
    {
        int start = Math.Clamp(span.Start, 0, text.Length), end = Math.Clamp(span.End, start, text.Length);
        while (start > 0 && !Ends(text, start - 1))
        {
            start--;
        }

        while (end < text.Length && !Ends(text, end))
        {
            end++;
        }

        return new Span(start, end);
    }

    private static bool Ends(string text, int at) => text[at] switch
    {
        '\n' or '\r' or '!' or '?' or '؟' => true,
        '.' => at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]),
        _ => false,
    };
}
