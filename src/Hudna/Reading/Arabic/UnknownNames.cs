namespace Hudna.Reading.Arabic;

/// <summary>Finds where a name begins and ends that no list holds, from the words around it.</summary>
internal sealed class UnknownNames(Article article)
{
    private const int NameWordsMax = 4;

    /// <summary>A person by given name: محمد فلان, a kunya, or a foreign given name and what follows it. At least two words.</summary>
    public ActorFound? PersonAt(int i)
    {
        if (article.Single<GivenNameEntry>(i).FirstOrDefault() is not { Entry: { } given, Reading: var reading } || reading.Skip > 1 || IsPreposition(i))
        {
            return null;
        }

        int last = Extend(i + 1, allowUnknownFirst: true);
        if (last <= i || (given.Common && article.Single<GivenNameEntry>(i + 1).FirstOrDefault().Entry is null))
        {
            return null;
        }

        return new ActorFound(i, last, article.SpanOf(i, last, reading.Skip), "actor.person.given-name", null, ActorType.Person, null);
    }

    /// <summary>The last token of a personal name that begins at a token; before it when none does.</summary>
    public int Extend(int i, bool allowUnknownFirst)
    {
        int last = i - 1, unknown = 0;
        for (int at = i; at < article.Count && at < i + NameWordsMax + 1; at++)
        {
            if (!IsNamePart(at, at == i, ref unknown, allowUnknownFirst))
            {
                break;
            }

            last = at;
        }

        // A particle of names (بن, أبو, دي) cannot end one.
        while (last >= i && IsNameParticle(last))
        {
            last--;
        }

        return last;
    }

    private bool IsNamePart(int at, bool first, ref int unknown, bool allowUnknownFirst)
    {
        Token token = article.Tokens[at];
        if (token.Kind != TokenKind.Word || article.Taken[at])
        {
            return false;
        }

        if (IsNameParticle(at))
        {
            return true;
        }

        if (IsPreposition(at))
        {
            return false;
        }

        WordInfo word = token.Word!;
        if (article.Single<GivenNameEntry>(at).Any(g => g.Reading.Skip == 0))
        {
            return true;
        }

        if (article.Single<ActorNameEntry>(at).Any(a => a.Reading.Skip == 0 && a.Entry.Actor.Type == ActorType.Person))
        {
            return true;
        }

        bool isUnknown = word.Cats == Cat.None && word.Form.Length >= 3;
        if (!isUnknown || (first && !allowUnknownFirst) || LooksOrdinary(word.Form, first))
        {
            return false;
        }

        return ++unknown <= 2;
    }

    /// <summary>على, إلى, أن fold to the same letters as علي, الي, آن: the original spelling tells, and a particle is never a name's first word.</summary>
    private bool IsPreposition(int at) =>
        (article.OwnRoles(at) & ~Role.Possible) != 0 && !(article.Form(at) is "علي" && article.Text[article.Tokens[at].End - 1] == 'ي' && (article.Cats(at - 1) & (Cat.GivenName | Cat.Title)) != 0);

    private bool IsNameParticle(int at) => article.Form(at) is "بن" or "ابن" or "ابو" or "ابي" or "ابا" or "ام" or "عبد" or "دي" or "فون" or "فان" or "ال" or "بنت" or "ولد" or "اولد" or "دو" or "لو";

    /// <summary>Whether a word that no list holds may be a name's first word: no article, no shape of an ordinary word, and no letter in
    /// front that is mostly a clitic or a verb's prefix.</summary>
    internal static bool MayBeName(string form) =>
        form.Length >= 3 && !form.StartsWith("ال", StringComparison.Ordinal) && !LooksOrdinary(form, false)
        && !(form.Length >= 4 && form[0] is 'ي' or 'ت' or 'ل' or 'و' && form[1] is not ('و' or 'ا' or 'ي')) && !(form.Length >= 4 && form[0] == 'ب' && form[1] is not ('و' or 'ا' or 'ي' or 'ر' or 'ل'))
        && !(form[0] == 'م' && form.Length >= 5 && form[^1] == 'ه');

    /// <summary>Shapes that names seldom have: a verb's future prefix, a verbal noun's pattern, an adverb's accusative, a feminine plural.</summary>
    internal static bool LooksOrdinary(string form, bool first) =>
        (form.Length >= 5 && (form.StartsWith("سي", StringComparison.Ordinal) || form.StartsWith("ست", StringComparison.Ordinal)) && !first)
        || (form.Length >= 5 && form.EndsWith("ات", StringComparison.Ordinal))
        || (form.Length >= 5 && form.EndsWith("يه", StringComparison.Ordinal))
        || (form.Length >= 5 && (form.EndsWith("ته", StringComparison.Ordinal) || form.EndsWith("ها", StringComparison.Ordinal)))
        || form.EndsWith("هم", StringComparison.Ordinal) || form.EndsWith("هما", StringComparison.Ordinal)
        || (form.Length >= 5 && (form.StartsWith("است", StringComparison.Ordinal) || form.StartsWith("لل", StringComparison.Ordinal) || form.StartsWith("وال", StringComparison.Ordinal) || form.StartsWith("بال", StringComparison.Ordinal)))
        || (form.Length >= 5 && ((form.EndsWith("ون", StringComparison.Ordinal) && form[0] is 'ي' or 'ت' or 'م') || form.EndsWith("وا", StringComparison.Ordinal)) && !first);

    /// <summary>The last token of a group's or place's unknown name that begins at a token; before it when none does.</summary>
    public int ExtendProper(int i, int wordsMax)
    {
        int last = i - 1;
        for (int at = i; at < article.Count && at < i + wordsMax; at++)
        {
            Token token = article.Tokens[at];
            if (token.Kind != TokenKind.Word || article.Taken[at])
            {
                break;
            }

            WordInfo word = token.Word!;
            bool given = article.Single<GivenNameEntry>(at).Any(g => g.Reading.Skip == 0) && !IsPreposition(at);
            bool unknown = word.Cats == Cat.None
                && (MayBeName(word.Form) || (word.Form.StartsWith("ال", StringComparison.Ordinal) && word.Form.Length >= 5 && !LooksOrdinary(word.Form, at == i)));
            if (!unknown && !given && !IsNameParticle(at))
            {
                break;
            }

            last = at;
        }

        return last;
    }
}
