using Hudna.Reading;

namespace Hudna.Server.Features.Claims;

/// <summary>Where words stand in a text, letter by letter the same.</summary>
internal static class Occurrences
{
    /// <summary>In order of position, those that overlap too; none for no words.</summary>
    public static IReadOnlyList<Span> Of(string text, string words)
    {
        var found = new List<Span>();
        int at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal);
        while (at >= 0)
        {
            found.Add(new Span(at, at + words.Length));
            at = at + 1 < text.Length ? text.IndexOf(words, at + 1, StringComparison.Ordinal) : -1;
        }

        return found;
    }
}
