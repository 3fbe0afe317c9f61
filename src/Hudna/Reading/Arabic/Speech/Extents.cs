namespace Hudna.Reading.Arabic.Speech;

/// <summary>Where reported words end: the quotation's close, the next report of the same sentence, words of the reporter, or the sentence's end.</summary>
internal sealed class Extents(Article article, Reports reports)
{
    private const int OpenQuoteSentences = 3;
    private const int ClauseReach = 5;

    // Tokens that one report holds outside quotation marks: a text without full stops stays linear.
    private const int LengthMax = 250;

    /// <summary>The last token of what begins at a token.</summary>
    public int End(Marker marker, int sentenceLast)
    {
        int start = marker.Start;
        if (marker.Quoted)
        {
            return article.QuoteEnd[start - 1] is int close and > 0 ? close - 1 : OpenQuote(start, sentenceLast);
        }

        return End(start, sentenceLast);
    }

    public int End(int start, int sentenceLast)
    {
        int last = Math.Min(sentenceLast, start + LengthMax);
        for (int j = start; j <= last; j++)
        {
            if (article.NameAt[j] >= 0)
            {
                j = article.Names[article.NameAt[j]].Last;
                continue;
            }

            if (article.QuoteEnd[j] > 0)
            {
                j = article.QuoteEnd[j];
                last = Math.Max(last, j);
                continue;
            }

            if (Breaks(j, start))
            {
                return Trim(start, j - 1);
            }
        }

        return Trim(start, last);
    }

    /// <summary>Takes marks, dangling conjunctions and a closing mark without its opening one off the end.</summary>
    public int Trim(int start, int last)
    {
        while (last > start && (article.Tokens[last].Kind is TokenKind.Break || article.Tokens[last].Mark is '.' or '،' or ',' or '؛' or ':' or '-' or '–' or '(' or '؟' or '!'
            || article.Form(last) is "و" or "كما" or "وقد" or "لكن" or "قد" || (article.Tokens[last].IsQuote && article.QuoteEnd[last] < 0 && !Closes(last, start))))
        {
            last--;
        }

        return last;
    }

    /// <summary>A quotation that is never closed goes on to the end of its line, or to a sentence that و opens.</summary>
    private int OpenQuote(int start, int sentenceLast)
    {
        int last = End(start, sentenceLast);
        for (int s = article.SentenceOf(start) + 1, n = 1; last >= sentenceLast - 2 && s < article.Sentences.Count && n < OpenQuoteSentences; s++, n++)
        {
            (int first, int end) = article.Sentences[s];
            if (article.IsBreak(first) || article.IsBreak(sentenceLast) || article.Form(first).StartsWith('و') || article.Tokens[first].IsQuote)
            {
                break;
            }

            sentenceLast = end;
            last = Trim(start, end);
        }

        return last;
    }

    private bool Breaks(int j, int start)
    {
        if (j <= start + 1)
        {
            return false;
        }

        if (article.Longest(j, Cat.Particle, e => e is ParticleEntry { Role: Role.Attribution }) is { } according && article.Form(j) is not "كما" && j > start + 2)
        {
            return Sources(according.Last + 1);
        }

        bool comma = article.Tokens[j - 1].Mark is '،' or ',' or '؛' || article.Tokens[j - 1].IsQuote;
        if ((comma || article.Form(j).StartsWith("وذلك", StringComparison.Ordinal) || article.Form(j) is "علي" or "في") && article.Longest(j, Cat.Speech, e => e is SpeechEntry { Role: SpeechRole.Gloss }) is { } gloss
            && (comma || article.Form(j) is "علي" || gloss.Count > 1 && article.Form(j + 1) is "ذلك" or "اشاره" || article.Form(j).StartsWith("وذلك", StringComparison.Ordinal)))
        {
            return true;
        }

        if (comma && OpensReport(j))
        {
            return true;
        }

        if (reports.At(j) is not { } report || (article.OwnRoles(j - 1) & Role.Relative) != 0)
        {
            return false;
        }

        // A participle goes on with the same speaker; a finite verb after a comma or و opens the next report.
        string form = article.Form(j);
        return report.Entry.Form switch
        {
            VerbForm.Participle => form.EndsWith('ا') || (comma && (form.EndsWith('ه') || form.EndsWith("ين", StringComparison.Ordinal))),
            VerbForm.Perfect => (comma && (article.OwnRoles(j) == Role.None || (article.OwnRoles(j + 1) & Role.Complement) != 0)) || (article.Tokens[j].Word!.Proclitic is "و" && (report.Entry.Verb.Type is null || report.Takes.HasFlag(Complement.An)) && article.OwnRoles(j) == Role.None),
            VerbForm.Imperfect => comma && article.Tokens[j].Word!.Proclitic is "و" && report.Entry.Verb.Type is null && (article.NameAt[Math.Min(j + 1, article.Count - 1)] >= 0 || (article.Speech(j + 1) & SpeechRole.Source) != 0),
            _ => false,
        };
    }

    /// <summary>، فيما أعلن …, ، بينما الجيش أكد …, ، حيث كان فلان قد قال: a clause of its own, in which somebody reports.</summary>
    private bool OpensReport(int j)
    {
        if (article.Longest(j, Cat.Speech, e => e is SpeechEntry { Role: SpeechRole.Clause }) is not { } clause)
        {
            return false;
        }

        for (int at = clause.Last + 1, steps = 0; at < article.Count && steps < ClauseReach; steps++)
        {
            if (article.NameAt[at] is int name and >= 0)
            {
                at = article.Names[name].Last + 1;
                continue;
            }

            if (reports.At(at) is { Finite: true, Entry.Form: not VerbForm.Future } report && (article.OwnRoles(at - 1) & Role.Negator) == 0 && (report.Entry.Form is VerbForm.Perfect || report.Entry.Verb.Type is null))
            {
                return true;
            }

            if (article.Tokens[at].Kind != TokenKind.Word || (article.OwnRoles(at) & (Role.Complement | Role.Relative)) != 0)
            {
                return false;
            }

            at++;
        }

        return false;
    }

    /// <summary>وفق بيان, بحسب المرصد, بحسب ما ذكرت: somebody is named; وفق الاتفاق and بحسب الحاجة are part of what is said.</summary>
    private bool Sources(int at)
    {
        if (article.Form(at) is "ما")
        {
            return true;
        }

        return at < article.Count && (article.NameAt[at] >= 0 ? article.Names[article.NameAt[at]] is ActorFound : (article.Speech(at) & (SpeechRole.Source | SpeechRole.Document)) != 0 || reports.At(at) is not null || (article.Cats(at) & (Cat.Title | Cat.Group)) != 0);
    }

    private bool Closes(int mark, int start)
    {
        for (int j = Math.Max(0, start - 1); j < mark; j++)
        {
            if (article.QuoteEnd[j] == mark)
            {
                return j >= start;
            }
        }

        return false;
    }
}
