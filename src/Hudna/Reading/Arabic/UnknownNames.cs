namespace Hudna.Reading.Arabic;

/// <summary>Finds where a name begins and ends that no list holds, from the words around it.</summary>
internal sealed class UnknownNames(Article article)
{
    private const int NameWordsMax = 7;
    private const int UnknownWordsMax = 2;

    /// <summary>The last token of a personal name that begins at a token; before it when none does.</summary>
    /// <param name="i">The first token.</param>
    /// <param name="allowUnknownFirst">Whether the first word may be one that no list holds.</param>
    public int Extend(int i, bool allowUnknownFirst) => Extend(i, i, allowUnknownFirst);

    /// <summary>The last token of a name whose first word, a name by the lists, stands before the token; the token before it when no more belongs to it.</summary>
    public int Continue(int i) => Extend(i, -1, true);

    private int Extend(int i, int first, bool allowUnknownFirst)
    {
        int last = i - 1, unknown = 0;
        for (int at = i; at < article.Count && at < i + NameWordsMax; at++)
        {
            if (!IsNamePart(at, at == first, ref unknown, allowUnknownFirst))
            {
                break;
            }

            last = at;
            // A family name with ال is the last, save one more of its kind (السيد الخطيب) or آل.
            if (at != first && (Shape(at) & NameShape.Definite) != 0 && !IsNameParticle(at + 1) && (Shape(at + 1) & NameShape.Definite) == 0)
            {
                break;
            }
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

        if (IsPreposition(at) || (!first && IsReport(at)))
        {
            return false;
        }

        NameShape shape = token.Word!.Shape;
        if ((shape & (NameShape.Given | NameShape.Family | NameShape.Person)) != 0)
        {
            return true;
        }

        if (!first)
        {
            // عبد الله, صلاح الدين; محمد المصري, علي الحربي: after a name the compound's second half, or an adjective that families are called by.
            string form = article.Form(at);
            if (form is "الله" or "الدين" or "الرحمن" || (article.Form(at - 1) == "عبد" && form.StartsWith("ال", StringComparison.Ordinal))
                || (article.Form(at - 1) is "ابو" or "بن" or "ابن" or "ال" && article.Roles(at) == Role.None && (article.Cats(at) & (Cat.Verb | Cat.Time)) == 0))
            {
                return true;
            }

            if ((shape & NameShape.Definite) != 0 || (unknown == 0 && IsFamilyAdjective(at)))
            {
                return true;
            }
        }

        // و before an unlisted word inside a name is "and", not a letter of it.
        if ((shape & NameShape.Unknown) == 0 || (first ? !allowUnknownFirst : article.Form(at)[0] == 'و'))
        {
            return false;
        }

        return ++unknown <= ((shape & NameShape.Foreign) != 0 ? UnknownWordsMax + 1 : UnknownWordsMax);
    }

    /// <summary>محمد المصري: a nationality, masculine with ال, right after a given name that is no other word.</summary>
    private bool IsFamilyAdjective(int at) =>
        (article.Cats(at) & Cat.Nisba) != 0 && article.Form(at).StartsWith("ال", StringComparison.Ordinal) && article.Form(at)[^1] == 'ي'
        && (Shape(at - 1) & (NameShape.Given | NameShape.Common)) == NameShape.Given && (Shape(at + 1) & (NameShape.Given | NameShape.Unknown)) == 0
        && (article.Cats(at - 2) & (Cat.Title | Cat.GivenName)) == 0;

    /// <summary>What part of a name a token can be.</summary>
    public NameShape Shape(int at) => at >= 0 && at < article.Count && article.Tokens[at].Word is { } word ? word.Shape : NameShape.None;

    private bool IsReport(int at) => (article.Cats(at) & Cat.Verb) != 0 && (Shape(at) & (NameShape.Given | NameShape.Family)) == 0;

    /// <summary>على, إلى, أن fold to the same letters as علي, الي, آن: the original spelling tells, and a particle is never a name's first word.</summary>
    public bool IsPreposition(int at) =>
        (article.OwnRoles(at) & ~Role.Possible) != 0 && !(article.Form(at) is "علي" && article.Text[article.Tokens[at].End - 1] == 'ي' && (article.Cats(at - 1) & (Cat.GivenName | Cat.FamilyName | Cat.Title)) != 0);

    /// <summary>A word that stands inside names and never ends one.</summary>
    public bool IsNameParticle(int at) => (Shape(at) & NameShape.Particle) != 0;

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
            bool given = (word.Shape & (NameShape.Given | NameShape.Family)) != 0 && !IsPreposition(at);
            bool unknown = word.Cats == Cat.None && (word.Shape & (NameShape.Unknown | NameShape.Definite)) != 0
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
