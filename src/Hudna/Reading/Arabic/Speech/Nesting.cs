namespace Hudna.Reading.Arabic.Speech;

/// <summary>A statement on its way: the reporting word's token, the words' tokens and slice, who speaks, who relays.</summary>
internal sealed record Said(int At, int First, int Last, Span Span, Speaker? Speaker, List<string> Via, string Rule);

/// <summary>Reports inside reports: the innermost speaker's words are the statement, the outer speakers relay it.</summary>
internal static class Nesting
{
    // An inner report that makes up more than this part (in tenths) of an outer one stands for it.
    private const int MostTenths = 6;
    private const int NearMax = 30;

    /// <summary>Statements in order of position. An outer one that says little more than the inner one falls away and its speaker becomes the first to relay; of two
    /// at the same words the one whose report stands nearer stays.</summary>
    public static IEnumerable<StatementFound> Innermost(Article article, List<Said> said, string? byline)
    {
        said.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End));
        bool[] dropped = new bool[said.Count];
        for (int i = 0; i < said.Count; i++)
        {
            for (int j = i + 1; j < said.Count && j <= i + NearMax && said[j].Span.Start < said[i].Span.End; j++)
            {
                // أن لافروف أكد أن …: the outer words are nothing but the inner report.
                bool onlyReport = said[i].Last == said[j].Last && (said[j].At <= said[i].First + 2 || said[j].Speaker?.First <= said[i].First);
                if (!said[i].Span.Contains(said[j].Span) || (!onlyReport && said[j].Span.Length * 10 <= said[i].Span.Length * MostTenths))
                {
                    continue;
                }

                dropped[i] = true;
                List<string> via = said[j].Via;
                int at = 0;
                foreach (string relay in said[i].Via.Append(said[i].Speaker is { } outer ? article.Slice(outer.Span) : string.Empty))
                {
                    if (relay.Length > 0 && !via.Contains(relay) && (said[j].Speaker is null || article.Slice(said[j].Speaker!.Span) != relay))
                    {
                        via.Insert(at++, relay);
                    }
                }

                break;
            }
        }

        for (int i = 0; i < said.Count; i++)
        {
            if (dropped[i])
            {
                continue;
            }

            Said s = said[i];
            string? speaker = s.Speaker is { } who ? article.Slice(who.Span) : null;
            if (byline is not null && !s.Via.Contains(byline) && speaker != byline)
            {
                s.Via.Insert(0, byline);
            }

            Span? antecedent = s.Speaker is { Actor: null } noun ? article.Antecedent(noun.First)?.Span : null;
            yield return new StatementFound(s.First, s.Last, s.Span, s.Rule, speaker, s.Speaker?.Span, s.Via) { Antecedent = antecedent };
        }
    }
}
