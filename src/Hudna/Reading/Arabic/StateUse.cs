namespace Hudna.Reading.Arabic;

/// <summary>Whether the name of a state or capital stands as a place or as one who acts, by the words around it (state_cues.tsv). The
/// contract's rule: a country or capital that acts or speaks is an actor.</summary>
internal sealed class StateUse(Article article)
{
    private const int OnReach = 4;
    private const int FromReach = 2;
    private const int SubjectReach = 4;

    /// <summary>The token before a name, quotation marks and opening brackets passed over; -1 at the text's start.</summary>
    public int Before(int i)
    {
        int before = i - 1;
        while (before >= 0 && (article.Tokens[before].IsQuote || article.IsMark(before, '(')))
        {
            before--;
        }

        return before;
    }

    /// <summary>True when it stands as a place. The evidence nearest to the name decides: its clitic, then the preposition, verb or noun before it,
    /// then the verb after it. Without any, a capital is where something is and a state is one who acts.</summary>
    public bool IsPlace(int i, Match match, bool capital)
    {
        int before = Before(i);
        return ByMarks(i, match, capital, before) ?? ByClitic(match, before) ?? ByNeighbour(match, before) ?? ByPreposition(before, capital)
            ?? ByVerb(before, match) ?? ByNoun(i, before, capital) ?? (capital && !ActsNext(match.Last));
    }

    /// <summary>Brackets, datelines, headings and apposition.</summary>
    private bool? ByMarks(int i, Match match, bool capital, int before)
    {
        if (before >= 0 && article.IsMark(i - 1, '('))
        {
            // إدلب (سوريا): a country in brackets after a place says where that is.
            return capital || PlaceAt(before);
        }

        char next = match.Last + 1 < article.Count ? article.Tokens[match.Last + 1].Mark : '\0';
        if (StartsClause(i, before) && next is '/' or '-' or '–' or '—' or '|')
        {
            // سوريا/ تفجيرات …: a country at the head of a line before a stroke or dash says where.
            return true;
        }

        if (!capital)
        {
            return null;
        }

        // A dateline (طوكيو – …), and a name in apposition to a place (عاصمة كازاخستان أستانا) or to "the Libyan capital".
        bool apposed = match.Skip == 0 && before >= 0 && (PlaceAt(before) || ((article.Cats(before) & Cat.Nisba) != 0 && IsCapitalWord(before - 1)));
        return next is '-' or '–' or '—' || apposed ? true : null;
    }

    private bool? ByClitic(Match match, int before)
    {
        if (match.Proclitic.EndsWith('ب'))
        {
            return true;
        }

        return match.Proclitic.EndsWith('ل') ? (article.OwnRoles(before) & Role.Allegiance) == 0 : null;
    }

    /// <summary>What is joined by و to a name stands as that name does.</summary>
    private bool? ByNeighbour(Match match, int before)
    {
        if (before < 0)
        {
            return null;
        }

        if (match.Proclitic is "و" && article.NameAt[before] >= 0)
        {
            return PlaceAt(before);
        }

        bool and = article.Form(before) is "و" or "او";
        return before >= 1 && (and || article.Tokens[before].Mark is '،' or ',') && article.NameAt[before - 1] >= 0 ? PlaceAt(before - 1) && and : null;
    }

    private bool? ByPreposition(int before, bool capital)
    {
        if (before < 0)
        {
            return null;
        }

        Role roles = article.OwnRoles(before);
        bool agentive = before >= 1 && article.Longest(before - 1, Cat.Particle, e => e is ParticleEntry { Role: Role.Agentive or Role.With or Role.Between }) is { } phrase && phrase.Last == before;
        if (agentive || (roles & (Role.With | Role.Between | Role.Agentive)) != 0 || Cue(before, StateCue.Against))
        {
            return false;
        }

        switch (article.Form(before))
        {
            case "من":
                return !Near(before, FromReach, StateCue.FromActor);
            case "علي":
                return capital ? !Near(before, OnReach, StateCue.OnActor) : IsHeldOrStruck(before);
            default:
                return (roles & (Role.Locative | Role.Motion | Role.Direction)) != 0 || (!capital && (roles & Role.About) != 0) ? true : null;
        }
    }

    /// <summary>The verb before a name: its subject acts, unless the verb says what a land sees or where one goes.</summary>
    private bool? ByVerb(int before, Match match)
    {
        if (before < 0)
        {
            return null;
        }

        if (match.Proclitic.Length == 0 && IsObject(before))
        {
            return true;
        }

        // تلتزم فيه موسكو: a pronoun's preposition between verb and subject.
        if ((article.OwnRoles(before) & Role.Pronoun) != 0 && before > 0 && ((article.Cats(before - 1) & Cat.Verb) != 0 || article.IsVerbShaped(before - 1, pastAnd: true)))
        {
            return false;
        }

        // After أن and لكن stands the subject of what follows.
        bool subject = (article.OwnRoles(before) & (Role.Complement | Role.Coordinator)) != 0 && article.Form(before) is not ("و" or "او");
        return match.Proclitic.Length == 0 && (subject || (article.Cats(before) & Cat.Verb) != 0 || article.IsVerbShaped(before, pastAnd: true)) ? false : null;
    }

    /// <summary>The noun before a name: what a land has (سكان) or what only one who acts has (موقف); a verbal noun's subject acts.</summary>
    private bool? ByNoun(int i, int before, bool capital)
    {
        if (before < 0 || article.SentenceOf(before) != article.SentenceOf(i))
        {
            return null;
        }

        if ((article.Cats(before) & Cat.PlaceType) != 0 || IsCapitalWord(before) || Cue(before, StateCue.PlaceNoun))
        {
            return true;
        }

        if (Cue(before, StateCue.ActorNoun) || (article.Cats(before) & Cat.Masdar) != 0)
        {
            return false;
        }

        bool talks = capital || article.Longest(i, Cat.Capital) is not null;
        return talks && article.Single<EventNounEntry>(before).Any(e => e.Entry.Type == EventType.Consult) ? true : null;
    }

    /// <summary>زار سوريا, زار الوفد سوريا: the verb of going right before, or with nothing but its subject between.</summary>
    private bool IsObject(int before)
    {
        for (int j = before; j >= Math.Max(0, before - SubjectReach) && article.SentenceOf(j) == article.SentenceOf(before); j--)
        {
            // The subject's name is passed over, and not asked for verbs: فيصل is no ف + يصل.
            if (article.NameAt[j] is int name and >= 0)
            {
                j = article.Names[name].First;
                continue;
            }

            if (Cue(j, StateCue.PlaceVerb))
            {
                return true;
            }

            // مشاركة قطر: a noun that governs the name parts it from the verb.
            if ((article.Cats(j) & Cat.Masdar) != 0 || Cue(j, StateCue.ActorNoun))
            {
                return false;
            }

            if (article.Tokens[j].Kind != TokenKind.Word || article.OwnRoles(j) != Role.None || (article.Cats(j) & Cat.Verb) != 0 || article.Tokens[j].Word!.Proclitic.Length > 0)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>موسكو تعلن: a verb right after that agrees with it.</summary>
    private bool ActsNext(int last) => last + 1 < article.Count && (article.Cats(last + 1) & Cat.Verb) != 0
        && article.Single<VerbEntry>(last + 1).Any(v => v.Entry.Cat == Cat.Verb && v.Entry.Concord is { Person: 3 or 0, Gender: 'f' or '\0', Number: 's' or '\0' });

    /// <summary>سيطرتهم على صنعاء, هجوم على السعودية: what is held or struck is a place.</summary>
    private bool? IsHeldOrStruck(int on)
    {
        for (int j = on - 1; j >= Math.Max(0, on - OnReach) && article.SentenceOf(j) == article.SentenceOf(on); j--)
        {
            bool hit = article.Single<VerbEntry>(j).Any(v => v.Entry.Verb.Type is EventType.Assault or EventType.Coerce)
                || article.Single<EventNounEntry>(j).Any(e => e.Entry.Type is EventType.Assault or EventType.Coerce);
            if (hit)
            {
                return true;
            }

            if (Cue(j, StateCue.OnActor))
            {
                return false;
            }
        }

        return null;
    }

    private bool Near(int before, int reach, StateCue cue)
    {
        for (int j = before - 1; j >= Math.Max(0, before - reach) && article.SentenceOf(j) == article.SentenceOf(before); j--)
        {
            if (Cue(j, cue))
            {
                return true;
            }
        }

        return false;
    }

    private bool Cue(int token, StateCue cue) =>
        (article.Cats(token) & Cat.StateCue) != 0 && article.Single<StateCueEntry>(token).Any(e => e.Entry.Cue == cue && e.Reading.Suffix == 0);

    private bool IsCapitalWord(int token) => article.Form(token) is "عاصمه" or "العاصمه" or "بالعاصمه" or "للعاصمه" or "اراضي" or "وسط";

    private bool PlaceAt(int token) => article.NameAt[token] >= 0 && article.Names[article.NameAt[token]] is PlaceFound;

    private bool StartsClause(int i, int before) => before < 0 || article.IsBreak(i - 1) || article.SentenceOf(before) != article.SentenceOf(i);
}
