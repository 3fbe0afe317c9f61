namespace Hudna.Reading;

/// <summary>Who says something and who relays it.</summary>
/// <param name="Statement">The statement whose speaker says it, the innermost; null when the text says it in its own voice.</param>
/// <param name="Via">Who relays it, outermost first, as the text names them, each once.</param>
public sealed record Attribution(StatementMention? Statement, IReadOnlyList<string> Via)
{
    /// <summary>The attribution of what stands at a span: the statements that contain it, the longest being the outermost. The speakers of the outer
    /// ones relay it. With <paramref name="itself"/> the span is that statement's own and it counts as the innermost.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="span">A mention's span.</param>
    /// <param name="itself">The statement that the span is of; null for any other mention.</param>
    public static Attribution Of(DocumentReading reading, Span span, StatementMention? itself = null)
    {
        List<StatementMention> around =
        [
            .. reading.Statements.Where(s => !ReferenceEquals(s, itself) && new Span(s.Start, s.End) is var held && held.Contains(span) && (itself is null || held != span))
                .OrderByDescending(s => s.End - s.Start).ThenBy(s => s.Start),
        ];
        if (itself is not null)
        {
            around.Add(itself);
        }

        List<string> via = [];
        for (int i = 0; i < around.Count; i++)
        {
            foreach (string relay in i < around.Count - 1 && around[i].Speaker is { } outer ? around[i].Via.Append(outer) : around[i].Via)
            {
                if (!via.Contains(relay, StringComparer.Ordinal))
                {
                    via.Add(relay);
                }
            }
        }

        return new Attribution(around.Count > 0 ? around[^1] : null, via);
    }
}
