namespace Hudna.Reading.Arabic.Speech;

/// <summary>Grammatical gender as far as unvocalised spelling tells.</summary>
internal enum Gender
{
    Unknown,
    Masculine,
    Feminine,
}

/// <summary>Gender and number of a verb, a participle or a noun phrase, as far as its spelling tells.</summary>
/// <param name="Gender">Unknown agrees with everything.</param>
/// <param name="Plural">Two or more persons: the verb's own plural or dual, or a noun's. Null when spelling does not tell.</param>
internal readonly record struct Agreement(Gender Gender, bool? Plural)
{
    /// <summary>A verb without subject of its own, or a participle, can have this as its subject. Broken plurals of things are feminine
    /// singular, so an unknown number agrees.</summary>
    public bool Suits(Agreement subject) =>
        (Gender == Gender.Unknown || subject.Gender == Gender.Unknown || Gender == subject.Gender)
        && (Plural is null || subject.Plural is null || Plural == subject.Plural);

    /// <summary>A verb before its subject is singular whatever the subject's number; only gender tells.</summary>
    public bool SuitsAfter(Agreement subject) =>
        Plural == true || Gender == Gender.Unknown || subject.Gender == Gender.Unknown || Gender == subject.Gender || subject.Plural == true;

    /// <summary>Of a form of a verb or participle with its clitics taken off, folded.</summary>
    public static Agreement Of(VerbForm form, ReadOnlySpan<char> word)
    {
        if (word.Length < 2)
        {
            return default;
        }

        switch (form)
        {
            case VerbForm.Perfect:
                return word.EndsWith("تا") ? new(Gender.Feminine, true)
                    : word.EndsWith("وا") ? new(Gender.Masculine, true)
                    : word[^1] == 'ت' && word.Length > 3 ? new(Gender.Feminine, false)
                    : word[^1] == 'ا' ? new(Gender.Masculine, null)
                    : new(Gender.Masculine, false);
            case VerbForm.Imperfect or VerbForm.Future:
                char person = form is VerbForm.Future && word[0] == 'س' ? word[1] : word[0];
                bool plural = word.EndsWith("ون") || word.EndsWith("وا") || (word.EndsWith("ان") && word.Length > 5);
                return person == 'ت' ? new(plural ? Gender.Unknown : Gender.Feminine, plural)
                    : person == 'ي' ? new(Gender.Masculine, plural) : default;
            case VerbForm.Participle:
                return word[^1] == 'ه' ? new(Gender.Feminine, false)
                    : word.EndsWith("ين") || word.EndsWith("ون") ? new(Gender.Masculine, true) : new(Gender.Masculine, false);
            default:
                return default;
        }
    }

    /// <summary>Of a pronoun that hangs on a word: نفيه, قولها, تأكيدهم.</summary>
    public static Agreement OfPronoun(string form) =>
        form.EndsWith("ها", StringComparison.Ordinal) ? new(Gender.Feminine, null)
        : form.EndsWith("هم", StringComparison.Ordinal) || form.EndsWith("هما", StringComparison.Ordinal) ? new(Gender.Unknown, true)
        : form.EndsWith('ه') ? new(Gender.Masculine, false) : default;

    /// <summary>Of a noun phrase or named actor, by its first word and, for an actor, its type.</summary>
    public static Agreement Of(Article article, int first, ActorFound? actor)
    {
        string form = Bare(article, first);
        bool feminine = form.EndsWith('ه') || form.EndsWith("ات", StringComparison.Ordinal);
        if (actor is { Type: ActorType.Person })
        {
            // A name alone does not tell; a title does: وزيرة is a woman, وزير is not.
            bool titled = (article.Cats(first) & Cat.Title) != 0;
            return titled ? new(feminine && form is not ("خليفه" or "علامه") ? Gender.Feminine : Gender.Masculine, false) : new(Gender.Unknown, false);
        }

        if (form.EndsWith("ون", StringComparison.Ordinal) && form.Length > 4 || form.EndsWith("ين", StringComparison.Ordinal) && form.Length > 5 || form.EndsWith("ان", StringComparison.Ordinal) && form is "طرفان" or "جانبان" or "مسوولان" or "متحدثان" or "وزيران" or "رييسان")
        {
            return new(Gender.Masculine, true);
        }

        if (actor is { Type: ActorType.State })
        {
            return feminine || form.EndsWith('ا') || (article.Cats(first) & Cat.Capital) != 0 ? new(Gender.Feminine, false) : new(Gender.Unknown, false);
        }

        // A noun without the feminine's ending may still be a broken plural (قوات ends in it, فصائل and مصادر do not).
        return feminine ? new(Gender.Feminine, null)
            : form.Length > 4 && form[2] == 'ا' && form[0] is not 'ا' && actor is null or { Type: not ActorType.Person } && IsBroken(form) ? new(Gender.Feminine, null)
            : (article.Cats(first) & (Cat.Group | Cat.Title)) != 0 || (article.Speech(first) & SpeechRole.Source) != 0 ? new(Gender.Masculine, null)
            : default;
    }

    /// <summary>فعائل, مفاعل, فواعل: the third letter is the plural's alif and two letters follow.</summary>
    private static bool IsBroken(string form) => form.Length is 5 or 6 && form[2] == 'ا' && form[^1] is not ('ه' or 'ن' or 'ي' or 'ا');

    private static string Bare(Article article, int token)
    {
        string form = article.Form(token);
        form = article.Tokens[token].Word is { } word && word.Readings.Length > 0 && word.Readings[0].Skip > 0 ? form[Math.Min(word.Readings[0].Skip, form.Length)..] : form;
        return form.StartsWith("ال", StringComparison.Ordinal) && form.Length > 4 ? form[2..] : form;
    }
}
