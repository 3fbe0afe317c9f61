namespace Hudna.Reading.Arabic;

/// <summary>The headline of a text: its first line, when it is short, ends without a full stop, and more lines follow.</summary>
internal static class Headline
{
    private const int LengthMax = 160;

    public static string? Of(Article article)
    {
        int start = 0;
        while (start < article.Count && article.Tokens[start].Kind == TokenKind.Break)
        {
            start++;
        }

        int end = start;
        while (end < article.Count && article.Tokens[end].Kind != TokenKind.Break)
        {
            end++;
        }

        if (end == start || end >= article.Count - 1)
        {
            return null;
        }

        Span line = new(article.Tokens[start].Start, article.Tokens[end - 1].End);
        return line.Length <= LengthMax && article.Tokens[end - 1].Mark is not '.' ? article.Slice(line) : null;
    }
}
