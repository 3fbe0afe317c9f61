namespace Hudna.Reading.Arabic;

/// <summary>Persons that no list holds and no title announces: by given name, kunya, spelling, or by the verb before them.</summary>
internal sealed class PersonRules(Article article, UnknownNames unknown)
{
    private const int ShortName = 4;
    private const NameShape Listed = NameShape.Given | NameShape.Family;

    /// <summary>A person whose name begins at a token; null when none is told by the words.</summary>
    public ActorFound? At(int i)
    {
        Token token = article.Tokens[i];
        if (token.Kind != TokenKind.Word || article.Taken[i])
        {
            return null;
        }

        int skip = SkipOf(i);
        if (skip < 0)
        {
            return null;
        }

        return Kunya(i, skip) ?? ByGivenName(i, skip) ?? (skip == 0 ? ByUnknown(i) : null);
    }

    /// <summary>Whether a name may begin here with so many letters of proclitics: 0, 1 or 2; -1 when none begins.</summary>
    private int SkipOf(int i)
    {
        NameShape shape = unknown.Shape(i);
        if ((shape & (Listed | NameShape.Unknown | NameShape.Particle)) != 0)
        {
            return 0;
        }

        if (article.Longest(i, Cat.GivenName) is { Count: > 1 } compound)
        {
            return compound.Skip;
        }

        foreach (WordReading reading in article.Tokens[i].Word!.Readings)
        {
            // بيان is no يان with a preposition: a short rest after ب, ل, ك is chance.
            bool chance = reading.Proclitic is not ("و" or "ف") && article.Form(i).Length - reading.Skip < ShortName;
            if (reading.Skip > 0 && !chance && Array.Exists(reading.Entries, e => e is GivenNameEntry or FamilyNameEntry))
            {
                return reading.Skip;
            }
        }

        return -1;
    }

    /// <summary>أبو مازن, ابن سينا: a particle and one part of a name, or a whole name.</summary>
    private ActorFound? Kunya(int i, int skip)
    {
        if (article.Form(i) is not ("ابو" or "ابي" or "ابا" or "ابن" or "وابو") || unknown.IsPreposition(i + 1))
        {
            return null;
        }

        int last = unknown.Extend(i, allowUnknownFirst: true);
        return last > i ? Person(i, last, skip, "actor.person.kunya") : null;
    }

    private ActorFound? ByGivenName(int i, int skip)
    {
        NameShape shape = skip == 0 ? unknown.Shape(i) : Clitic(i, skip);
        bool compound = article.Longest(i, Cat.GivenName) is { Count: > 1 };
        if (((shape & Listed) == 0 && !compound) || unknown.IsPreposition(i) || (skip > 0 && (article.Roles(i) & ~Role.Function) != 0))
        {
            return null;
        }

        int first = article.Longest(i, Cat.GivenName)?.Last ?? i;
        int last = unknown.Continue(first + 1);
        if (first > i)
        {
            return last > first ? Person(i, last, skip, "actor.person.given-name") : null;
        }

        bool common = (shape & NameShape.Common) != 0;
        if (last <= i)
        {
            if (skip == 0 && AfterReport(i) && (shape & NameShape.Given) != 0 && OnlyNames(i) && EndsHere(i, true) && !(i + 1 < article.Count && article.Form(i + 1).StartsWith("ال", StringComparison.Ordinal)))
            {
                return Person(i, i, 0, "actor.person.after-speech");
            }

            if (!common && skip <= 1 && (shape & NameShape.Weak) == 0 && !article.Form(i).AsSpan(skip).StartsWith("ال") && MayStandAlone(i)
                && ((shape & NameShape.Family) != 0 || (skip == 1 && FollowsPerson(i))))
            {
                return Person(i, i, skip, (shape & NameShape.Family) != 0 ? "actor.person.family-name" : "actor.person.listed-after-person");
            }

            return !common && (shape & (NameShape.Given | NameShape.Weak)) == NameShape.Given && !article.Form(i).AsSpan(skip).StartsWith("ال") && ((skip == 0 && article.Form(i).Length >= 4) || AfterReport(i)) && MayStandAlone(i) ? Person(i, i, skip, "actor.person.given-name-alone") : null;
        }

        // A first name that is also a word wants a second that is none, or a verb of speech before both.
        if (common && (unknown.Shape(i + 1) & (NameShape.Given | NameShape.Family | NameShape.Foreign | NameShape.Person)) == 0 && !unknown.IsNameParticle(i + 1)
            && !(AfterReport(i) || (unknown.Shape(i + 1) & NameShape.Definite) != 0))
        {
            return null;
        }

        if (common && (unknown.Shape(i + 1) & NameShape.Common) != 0 && last == i + 1 && !AfterReport(i) && !(OnlyNames(i) && OnlyNames(i + 1)))
        {
            return null;
        }

        return Person(i, last, skip, "actor.person.given-name");
    }

    /// <summary>Two words or more that no list holds, one of them spelt as foreign names are; one alone after a verb of speech.</summary>
    private ActorFound? ByUnknown(int i)
    {
        NameShape shape = unknown.Shape(i);
        if ((shape & NameShape.Unknown) == 0 || (article.OwnRoles(i - 1) & (Role.Locative | Role.Direction)) != 0 || (article.Cats(i - 1) & (Cat.PlaceType | Cat.Group)) != 0)
        {
            return null;
        }

        int last = unknown.Extend(i, allowUnknownFirst: true);
        if (last > i && IsSpelt(i, shape) && IsSpelt(i + 1, unknown.Shape(i + 1)))
        {
            return Person(i, last, 0, "actor.person.spelling");
        }

        // الفرنسي فلان, والإيطالية فلانة فلان: a nationality in the singular stands for the person who follows.
        if (last >= i && (last > i || (shape & NameShape.Foreign) != 0) && AfterNationality(i))
        {
            return Person(i, last, 0, "actor.person.nationality");
        }

        return last >= i && AfterReport(i) && EndsHere(last, (shape & NameShape.Foreign) != 0) ? Person(i, last, 0, "actor.person.after-speech") : null;
    }

    /// <summary>A word that is a name by list or by its letters, or a particle of names.</summary>
    private bool IsSpelt(int at, NameShape shape) =>
        (shape & (NameShape.Foreign | NameShape.Particle)) != 0 || ((shape & (NameShape.Given | NameShape.Family)) != 0 && (shape & NameShape.Common) == 0)
        || ((shape & NameShape.Definite) != 0 && article.Form(at)[^1] == 'ي');

    /// <summary>A name alone after a verb is followed by no noun that it could govern (كشف لغز الجريمة) and has no shape of a participle.</summary>
    private bool EndsHere(int last, bool foreign)
    {
        int next = last + 1;
        if (foreign || next >= article.Count || article.Tokens[next].Kind != TokenKind.Word || article.OwnRoles(next) != Role.None)
        {
            return article.Form(last)[0] != 'م' || foreign;
        }

        return article.Form(last)[0] is not ('م' or 'ا') && (article.Cats(next) & (Cat.Title | Cat.Verb | Cat.Weekday | Cat.Day)) != 0;
    }

    private bool FollowsPerson(int i) => i > 0 && article.NameAt[i - 1] is int index and >= 0 && article.Names[index] is ActorFound { Type: ActorType.Person };

    private bool AfterNationality(int i)
    {
        string form = article.Form(i - 1);
        return (article.Cats(i - 1) & Cat.Nisba) != 0 && form.Length > 4 && form[^1] is 'ي' or 'ه' && (form.Contains("ال", StringComparison.Ordinal) || form.StartsWith("لل", StringComparison.Ordinal))
            && !(article.NameAt[i - 1] >= 0) && !article.Form(i - 2).StartsWith("ال", StringComparison.Ordinal);
    }

    /// <summary>A word that the lexicon has as names only.</summary>
    private bool OnlyNames(int at) => (article.Cats(at) & ~(Cat.GivenName | Cat.FamilyName | Cat.Actor | Cat.Place)) == 0 && (unknown.Shape(at) & (NameShape.Given | NameShape.Family)) != 0;

    private NameShape Clitic(int i, int skip) => article.Language.Lexicon.Word(article.Form(i).AsSpan(skip)).Shape;

    /// <summary>A given name alone is a mention unless it names a place, a body, a day or a work: جامع محمد, عملية ياسمين.</summary>
    private bool MayStandAlone(int i) =>
        (article.Cats(i) & ~(Cat.GivenName | Cat.FamilyName | Cat.Actor)) == 0 && (article.Cats(i - 1) & (Cat.PlaceType | Cat.Group | Cat.EventNoun | Cat.Masdar)) == 0
        && (article.OwnRoles(i - 1) & (Role.Locative | Role.Direction)) == 0;

    /// <summary>قال فلان: the word before is a finite verb of reported speech.</summary>
    private bool AfterReport(int i)
    {
        if (i == 0 || (article.Cats(i - 1) & Cat.Verb) == 0 || article.OwnRoles(i - 1) != Role.None)
        {
            return false;
        }

        foreach (WordReading reading in article.Tokens[i - 1].Word!.Readings)
        {
            foreach (Entry entry in reading.Entries)
            {
                if (entry is VerbEntry { Cat: Cat.Verb } verb && (verb.Verb.Report & Complement.An) != 0 && reading.Suffix == 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private ActorFound Person(int first, int last, int skip, string rule) => new(first, last, article.SpanOf(first, last, skip), rule, null, ActorType.Person, null);
}
