namespace Hudna.Reading.Arabic.Speech;

/// <summary>Who relays a statement: outlets between verb and words, the source behind نقلا عن, and the agency whose byline heads the article.</summary>
internal sealed class Relays(Article article, NounPhrases nouns)
{
    private const int BylineReach = 14;
    private const int GlossReach = 12;
    private const int OpeningReach = 40;

    /// <summary>The agency that the article's dateline or byline names («رويترز», (أ ف ب), الشرق الأوسط ـ); null when none does.</summary>
    public ActorFound? Byline()
    {
        foreach (NameFound name in article.Names)
        {
            if (name.First > BylineReach)
            {
                break;
            }

            if (name is not ActorFound { Type: ActorType.Media } media)
            {
                continue;
            }

            int before = media.First - 1, after = media.Last + 1;
            bool opens = article.IsBreak(before) || article.Tokens[before].Mark is '(' or '-' or '–' or 'ـ' or '/' or '—' || article.Tokens[before].IsQuote;
            bool closes = article.IsBreak(after) || article.Tokens[after].Mark is ')' or '-' or '–' or 'ـ' or '/' or '—' || article.Tokens[after].IsQuote || Dashed(media);
            if (opens && closes && after < article.Count)
            {
                return media;
            }
        }

        return null;
    }

    /// <summary>After عن (of نقل), نقلا عن or على لسان between a report and its words: who really speaks, so that the verb's subject only relays.</summary>
    public Speaker? Source(Report report, int markerAt)
    {
        for (int j = report.At + 1; j < markerAt; j++)
        {
            if (article.NameAt[j] is int name and >= 0)
            {
                j = article.Names[name].Last;
                continue;
            }

            string form = article.Form(j);
            int source = form == "عن" && ((report.Takes & Complement.From) != 0 || article.Form(j - 1) is "نقلا") ? j + 1
                : form == "علي" && article.Form(j + 1) is "لسان" ? j + 2
                : form == "عن" && article.Form(j + 1) is "لسان" ? j + 2 : -1;
            if (source < 0 || source >= markerAt)
            {
                continue;
            }

            if (article.NameAt[source] is int named and >= 0)
            {
                return article.Names[named] is ActorFound actor ? new Speaker(actor.First, actor.Last, actor.Span, actor, "source") : null;
            }

            return nouns.At(source, markerAt, anyNoun: true, "source");
        }

        return null;
    }

    /// <summary>Outlets named between two tokens, the speaker left out.</summary>
    public void Outlets(List<string> via, int first, int last, Speaker? speaker)
    {
        foreach (NameFound name in Article.Within(article.Names, Math.Max(first, 0), last))
        {
            if (name is ActorFound { Type: ActorType.Media } media && media.Span != speaker?.Span)
            {
                Add(via, article.Slice(media.Span));
            }
        }
    }

    /// <summary>Outlets in an opening adjunct: في مقابلة مع قناة فلان، قال الوزير.</summary>
    public void Opening(List<string> via, int first, int verb, Speaker? speaker)
    {
        foreach (NameFound name in Article.Within(article.Names, Math.Max(first, verb - OpeningReach), verb - 1))
        {
            if (name is ActorFound { Type: ActorType.Media } media && media.Span != speaker?.Span && !article.SubjectLike(media))
            {
                Add(via, article.Slice(media.Span));
            }
        }
    }

    /// <summary>Outlets in the reporter's words right after the reported ones: …، في تصريح لقناة فلان.</summary>
    public void Closing(List<string> via, int end, int sentenceLast, Speaker? speaker)
    {
        int at = end + 1;
        while (at < sentenceLast && article.Tokens[at].Kind == TokenKind.Mark)
        {
            at++;
        }

        if (at < sentenceLast && article.Longest(at, Cat.Speech, e => e is SpeechEntry { Role: SpeechRole.Gloss }) is { } gloss)
        {
            int last = gloss.Last;
            while (last < sentenceLast && last - at < GlossReach && article.Tokens[last].Mark is not ('،' or ',' or '؛'))
            {
                last++;
            }

            Outlets(via, at, last, speaker);
        }
    }

    public static void Add(List<string> via, string name)
    {
        if (!via.Contains(name))
        {
            via.Add(name);
        }
    }

    /// <summary>A tatweel alone serves as a dash (الشرق الأوسط ـ لندن); the tokenizer drops it, so the text itself is asked.</summary>
    private bool Dashed(ActorFound media)
    {
        int at = media.Span.End;
        while (at < article.Text.Length && article.Text[at] == ' ')
        {
            at++;
        }

        return at < article.Text.Length - 1 && article.Text[at] == 'ـ' && article.Text[at + 1] == ' ';
    }
}
