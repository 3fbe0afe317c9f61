namespace Hudna.Reading.Arabic.Speech;

/// <summary>Whoever a report names: a named actor, or plain nouns (مصدر عسكري, شهود عيان).</summary>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
/// <param name="Span">The slice.</param>
/// <param name="Actor">The named actor; null for plain nouns.</param>
/// <param name="Rule">How it was found.</param>
internal sealed record Speaker(int First, int Last, Span Span, ActorFound? Actor, string Rule)
{
    public Concord Concord(Article article) => Agreement.Of(article, First, Actor);
}

/// <summary>Plain noun phrases that can speak, and where they end.</summary>
internal sealed class NounPhrases(Article article)
{
    private const int WordsMax = 7;
    private const SpeechRole Heads = SpeechRole.Source | SpeechRole.Document;

    /// <summary>The noun phrase that begins at a token and can speak; null when none does. With <paramref name="anyNoun"/> a noun that no list
    /// holds counts too, when nothing in its shape speaks against it.</summary>
    public Speaker? At(int first, int limit, bool anyNoun, string rule)
    {
        if (!IsHead(first, anyNoun))
        {
            return null;
        }

        int last = After(first, limit);
        // قال الخبير العسكري فلان الفلاني: the name is who speaks.
        if (last + 1 < limit && Person(last + 1) is { } named)
        {
            return new Speaker(named.First, named.Last, named.Span, named, rule);
        }

        if (article.IsMark(last + 1, '،') && last + 2 < limit && Person(last + 2) is { } apposed)
        {
            return new Speaker(apposed.First, apposed.Last, apposed.Span, apposed, rule);
        }

        int skip = article.Tokens[first].Word!.Proclitic is "و" or "ف" && article.Tokens[first].Word!.Readings is [{ Skip: 1 }, ..] ? 1 : 0;
        return new Speaker(first, last, article.SpanOf(first, last, skip), null, rule);
    }

    /// <summary>The last token of the noun phrase whose head, whatever it is, stands at a token.</summary>
    public int After(int head, int limit)
    {
        int last = head;
        while (last + 1 < limit && last - head < WordsMax && (article.NameAt[last + 1] < 0 ? IsPart(last + 1) : IsOwner(last + 1)))
        {
            last = article.NameAt[last + 1] is int name and >= 0 ? article.Names[name].Last : last + 1;
        }

        return Tail(head, last, limit);
    }

    /// <summary>The noun phrase that ends at a token and can speak; null when none does: الطرفان أكدا, بعض المحللين قد اعتبروا.</summary>
    public Speaker? Before(int last, int sentenceFirst, string rule)
    {
        for (int first = last; first >= sentenceFirst && last - first < WordsMax; first--)
        {
            if (article.NameAt[first] >= 0 || !(IsPart(first) || IsHead(first, anyNoun: false)))
            {
                return null;
            }

            // مدير المرصد: the first noun of a construct heads it.
            bool construct = first > sentenceFirst && article.NameAt[first - 1] < 0 && IsHead(first - 1, anyNoun: false) && !article.Form(first - 1).StartsWith("ال", StringComparison.Ordinal);
            if (IsHead(first, anyNoun: false) && !construct)
            {
                bool oblique = (article.OwnRoles(first - 1) & (Role.With | Role.About | Role.Locative | Role.Motion | Role.Between | Role.Agentive)) != 0 && article.Form(first - 1) is not "ما"
                    || article.Tokens[first].Word!.Proclitic is not ("" or "و" or "ف") || article.Form(first - 1) is "علي" or "عن" or "باسم";
                return oblique ? null : At(first, last + 1, anyNoun: false, rule);
            }
        }

        return null;
    }

    private ActorFound? Person(int at) => article.NameAt[at] is int name and >= 0 && article.Names[name] is ActorFound { Type: ActorType.Person } actor && article.SubjectLike(actor) ? actor : null;

    private bool IsHead(int at, bool anyNoun)
    {
        Token token = article.Tokens[at];
        if (token.Kind != TokenKind.Word || article.NameAt[at] >= 0 || article.Taken[at] || token.Word!.Proclitic is not ("" or "و" or "ف"))
        {
            return false;
        }

        if ((token.Word.Speech & (Heads | SpeechRole.Quantity)) != 0 || (token.Cats & (Cat.Title | Cat.Group)) != 0)
        {
            return (token.Cats & (Cat.Masdar | Cat.Verb)) == 0 || (token.Word.Speech & Heads) != 0;
        }

        // A perfect's second radical cannot be told from a noun's: only what no list knows, with no shape of a verbal noun or an adverb.
        string form = token.Word.Form;
        return anyNoun && (token.Cats & ~Cat.GroupAdjective) == 0 && token.Word.Roles == Role.None && token.Word.Speech == SpeechRole.None && form.Length >= 3
            && !UnknownNames.LooksOrdinary(form, true) && !form.EndsWith('ا') && form[0] is not ('ت' or 'ي') && !form.StartsWith("الت", StringComparison.Ordinal) && !form.StartsWith("الا", StringComparison.Ordinal);
    }

    private bool IsPart(int at)
    {
        Token token = article.Tokens[at];
        return token.Kind == TokenKind.Word && !article.Taken[at] && (token.Cats & (Cat.Time | Cat.Verb | Cat.Participle)) == 0 && token.Word!.Proclitic is not ("ل" or "ب" or "ف" or "ك" or "و")
            && ((token.Word.OwnRoles == Role.None && token.Word.Roles == Role.None) || (token.Word.Speech & SpeechRole.Quantity) != 0)
            && (token.Word.Speech & (SpeechRole.Clause | SpeechRole.Manner | SpeechRole.Gloss | SpeechRole.Question)) == 0
            && ((token.Cats & (Cat.Masdar | Cat.EventNoun)) == 0 || token.Word.Form.StartsWith("ال", StringComparison.Ordinal));
    }

    /// <summary>A name right after a noun owns it: مراسل رويترز, قائد الجيش السوري; a person's name does not, it names whom the noun describes.</summary>
    private bool IsOwner(int at) => article.Names[article.NameAt[at]] is ActorFound { Type: not ActorType.Person } actor && actor.First == at && article.Tokens[at].Word?.Proclitic is "" or null;

    /// <summary>مصدر في وزارة الدفاع, متحدث باسم الحركة, مصادر من المعارضة, بيان للجيش السوري.</summary>
    private int Tail(int head, int last, int limit)
    {
        int at = last + 1;
        if (at >= limit)
        {
            return last;
        }

        if (article.NameAt[at] is int owner and >= 0)
        {
            bool to = (article.Speech(head) & SpeechRole.Document) != 0 && article.Names[owner] is ActorFound { Type: not ActorType.Person } && article.Tokens[at].Word?.Proclitic is "ل";
            return to ? article.Names[owner].Last : last;
        }

        if (article.Form(at) is "باسم" or "في" or "من" or "لدي" or "داخل" && at + 1 < limit)
        {
            if (article.NameAt[at + 1] is int name and >= 0)
            {
                return article.Form(at) is "باسم" or "لدي" || article.Names[name] is ActorFound ? article.Names[name].Last : last;
            }

            if (article.Tokens[at + 1].Kind == TokenKind.Word && (article.Form(at) is "باسم" ? IsPart(at + 1) : IsHead(at + 1, anyNoun: false)))
            {
                int end = at + 1;
                while (end + 1 < limit && end - at < 4 && (article.NameAt[end + 1] < 0 ? IsPart(end + 1) : IsOwner(end + 1)))
                {
                    end = article.NameAt[end + 1] is int body and >= 0 ? article.Names[body].Last : end + 1;
                }

                return end;
            }
        }

        return last;
    }
}
