namespace Hudna.Reading.Arabic.Speech;

/// <summary>Finds who speaks by a verb's own sentence: after the verb, before it, or as the noun that a relative clause hangs on.</summary>
internal sealed class Subjects(Article article, Reports reports, NounPhrases nouns)
{
    private const int Reach = 45;

    /// <summary>The subject after a finite verb or masdar: the first actor or noun that can speak and no preposition governs. Adjuncts (في موسكو, خلال مؤتمر)
    /// are passed over as far as the next comma.</summary>
    public Speaker? After(Report report, int sentenceLast)
    {
        Concord verb = reports.Concord(report);
        int limit = Math.Min(sentenceLast, report.At + Reach);
        bool adjunct = false, saying = (report.Takes & (Complement.An | Complement.From)) != 0 && report.Entry.Verb.Type is null;
        for (int j = report.At + 1; j <= limit; j++)
        {
            if (article.NameAt[j] is int name and >= 0)
            {
                NameFound found = article.Names[name];
                bool near = j == report.At + 1;
                if (found is ActorFound actor && !adjunct && article.SubjectLike(actor) && article.Tokens[j].Word?.Proclitic is "" or null && found is ActorFound who)
                {
                    return verb.Fits(Agreement.Of(article, who.First, who)) ? new Speaker(who.First, who.Last, who.Span, who, "after-verb") : null;
                }

                if (found is PlaceFound && near && article.Tokens[j].Word?.Proclitic is "" or null && near)
                {
                    return new Speaker(found.First, found.Last, found.Span, null, "after-verb");
                }

                adjunct |= found is ActorFound;
                j = found.Last;
                continue;
            }

            Token token = article.Tokens[j];
            if (token.Kind == TokenKind.Mark)
            {
                if (token.Mark == ':' || (token.IsQuote && (article.QuoteEnd[j] - j > 3 || j == report.At + 1)))
                {
                    return null;
                }

                adjunct &= token.Mark is not ('،' or ',' or '؛');
                continue;
            }

            if (token.Kind != TokenKind.Word || article.Taken[j])
            {
                continue;
            }

            if (Stops(j, report))
            {
                return null;
            }

            if (IsManner(j) is { } manner)
            {
                j = manner;
                continue;
            }

            if (Governs(j))
            {
                adjunct = true;
                continue;
            }

            if (adjunct)
            {
                continue;
            }

            if (nouns.At(j, limit + 1, anyNoun: saying && j == report.At + 1, "noun-phrase") is { } phrase)
            {
                return verb.Fits(phrase.Concord(article)) ? phrase : null;
            }

            // Some other noun stands where the subject would: it is what is spoken of.
            if (!token.Word!.Form.EndsWith('ا'))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>True when what stands right after the verb agrees with it and is no speaker: أظهرت لقطات أن is evidence, not speech.</summary>
    public bool IsThing(Report report)
    {
        int at = report.At + 1;
        return article.NameAt[at] < 0 && !article.Taken[at] && article.Tokens[at] is { Kind: TokenKind.Word, Word: { Proclitic: "", Speech: SpeechRole.None, OwnRoles: Role.None } word } token
            && (token.Cats & (Cat.Verb | Cat.Participle)) == 0 && report.Entry.Concord.Gender == 'f' && (word.Form.EndsWith('ه') || word.Form.EndsWith("ات", StringComparison.Ordinal) || word.Form.EndsWith("يج", StringComparison.Ordinal));
    }

    /// <summary>The subject before a finite verb: right before it (الجيش أعلن), as the noun of كان (كان فلان قد قال), at the head of the clause with words between
    /// commas after it, or as what a relative clause hangs on. Leads: the clause begins with it, so what follows the verb is no subject.</summary>
    public (Speaker? Speaker, bool Leads) Before(Report report, int sentenceFirst)
    {
        if (article.Tokens[report.At].Word!.Proclitic is "و" or "ف")
        {
            return default;
        }

        Concord verb = reports.Concord(report);
        int at = report.At - 1;
        while (at > sentenceFirst && (article.Form(at) is "قد" or "كان" or "كانت" or "كانوا" || IsManner(at) is not null || (article.Taken[at] && article.NameAt[at] < 0)))
        {
            at--;
        }

        bool relative = (article.OwnRoles(at) & Role.Relative) != 0 && article.Form(at) is not ("ما" or "من");
        at -= relative ? 1 : 0;
        bool comma = at > sentenceFirst && article.Tokens[at].Mark is '،' or ',' or '–' or '-' or ')';
        at -= comma && relative ? 1 : 0;
        if (at < sentenceFirst)
        {
            return default;
        }

        if (article.NameAt[at] is int name and >= 0 && article.Names[name] is ActorFound actor)
        {
            bool free = relative || article.SubjectLike(actor);
            return free && Agreement.Suits(verb, Agreement.Of(article, actor.First, actor))
                ? (new Speaker(actor.First, actor.Last, actor.Span, actor, "before-verb"), relative || Leads(actor.First, sentenceFirst))
                : default;
        }

        if (nouns.Before(at, sentenceFirst, "noun-phrase-before") is { } phrase && Agreement.Suits(verb, phrase.Concord(article)))
        {
            // كان فلان، مدير المرصد قد وصف: the noun describes who is named before the comma.
            if (article.Tokens[Math.Max(phrase.First - 1, 0)].Mark is '،' or ',' && phrase.First - 2 >= sentenceFirst && article.NameAt[phrase.First - 2] is int described and >= 0
                && article.Names[described] is ActorFound { Type: ActorType.Person } person && article.SubjectLike(person))
            {
                return (new Speaker(person.First, person.Last, person.Span, person, "before-verb"), false);
            }

            return (phrase, relative || Leads(phrase.First, sentenceFirst));
        }

        return Head(report, at, sentenceFirst, comma, verb) is { } head ? (head, false) : default;
    }

    /// <summary>The actor at the head of the clause: الرئيس الروسي، خلال زيارته، أكد; كان فلان، مدير المرصد قد وصف.</summary>
    private Speaker? Head(Report report, int at, int sentenceFirst, bool comma, Concord verb)
    {
        int start = at;
        while (start > sentenceFirst && at - start < Reach && !IsClauseStart(start - 1, comma))
        {
            start--;
        }

        while (start < report.At && (article.Tokens[start].Kind != TokenKind.Word || article.Form(start) is "قد" or "وقد" or "كان" or "وكان" or "كانت" or "وكانت" or "لكن" or "ان" or "و") && article.NameAt[start] < 0)
        {
            start++;
        }

        bool was = article.Form(start - 1) is "كان" or "وكان" or "كانت" or "وكانت";
        if (!was && !comma)
        {
            return null;
        }

        if (article.NameAt[start] is int name and >= 0)
        {
            return article.Names[name] is ActorFound actor && article.SubjectLike(actor) && Agreement.Suits(verb, Agreement.Of(article, actor.First, actor))
                ? new Speaker(actor.First, actor.Last, actor.Span, actor, "clause-head") : null;
        }

        return nouns.At(start, report.At, anyNoun: false, "clause-head") is { } phrase && Agreement.Suits(verb, phrase.Concord(article)) ? phrase : null;
    }

    /// <summary>True when a clause begins right before the token: its subject leads.</summary>
    private bool Leads(int first, int sentenceFirst) => first <= sentenceFirst || IsClauseStart(first - 1, false) || article.Tokens[first].Word?.Proclitic is "و" or "ف"
        || article.Form(first - 1) is "كان" or "وكان" or "كانت" or "وكانت" or "لكن" or "ولكن" or "و" or "اما";

    private bool IsClauseStart(int at, bool overCommas) =>
        article.IsBreak(at) || article.Tokens[at].IsQuote || article.Tokens[at].Mark is ':' or '؛' or '.' || (!overCommas && article.Tokens[at].Mark is '،' or ',')
        || (article.OwnRoles(at) & Role.Complement) != 0 || (article.Speech(at) & SpeechRole.Clause) != 0 && article.Form(at) is not ("كان" or "وكان" or "كانت" or "وكانت");

    /// <summary>The last token of an adverb that may part verb and subject; null when none stands there.</summary>
    private int? IsManner(int at) => article.Leads(at, SpeechRole.Manner) && article.Longest(at, Cat.Speech, e => e is SpeechEntry { Role: SpeechRole.Manner }) is { Suffix: 0, Proclitic: "" } match ? match.Last : null;

    private bool Stops(int j, Report report)
    {
        Role own = article.OwnRoles(j);
        string form = article.Form(j);
        return (own & (Role.Complement | Role.Relative | Role.Subordinator)) != 0 && form is not ("من" or "ما")
            || (article.Roles(j) & Role.Complement) != 0
            || ((report.Takes & Complement.Ala) != 0 && form == "علي") || ((report.Takes & (Complement.An3 | Complement.From)) != 0 && form is "عن" or "نقلا")
            || ((report.Takes & Complement.Ila) != 0 && form == "الي") || ((report.Takes & Complement.Min) != 0 && form == "من")
            || (reports.At(j) is { } other && (other.Finite || other.Suffix > 0) && article.OwnRoles(j) == Role.None && (article.Speech(j) & SpeechRole.Source) == 0);
    }

    private bool Governs(int j) =>
        (article.OwnRoles(j) & (Role.Locative | Role.Motion | Role.With | Role.About | Role.Between)) != 0 || article.Form(j) is "علي" or "عن" or "بعد" or "قبل" or "خلال" or "اثناء" or "لدي" or "عقب" or "اثر" or "منذ" or "ضد" or "امام"
        || (article.Tokens[j].Word!.Proclitic is "ب" or "ل" or "ك" && article.Tokens[j].Word!.Readings is [{ Skip: > 0 }, ..] or [{ Proclitic: "ل" }, ..]);
}
