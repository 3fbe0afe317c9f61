using Hudna.Reading;

namespace Hudna.Cli.Reading;

/// <summary>Cuts a text into sentences for showing: at line ends, and after . ! ? ؟ before a space. It is not the reader's own cut.</summary>
internal static class Sentences
{
    /// <summary>Spans of the sentences in order, white space at their ends left out; they do not overlap.</summary>
    internal static IEnumerable<Span> Of(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool ends = text[i] is '\n' or '\r'
                || (text[i] is '.' or '!' or '?' or '؟' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
            if (ends || i + 1 == text.Length)
            {
                if (Trimmed(text, start, i + 1) is { Length: > 0 } sentence)
                {
                    yield return sentence;
                }

                start = i + 1;
            }
        }
    }

    private static Span Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new(start, end);
    }
}
