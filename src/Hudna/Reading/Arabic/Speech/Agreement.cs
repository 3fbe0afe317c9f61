namespace Hudna.Reading.Arabic.Speech;

/// <summary>Whether somebody named before can be the subject of a verb, by gender and number as far as spelling tells.</summary>
internal static class Agreement
{
    /// <summary>A verb without subject of its own, a participle or a pronoun can mean this. Plurals of things stand in the feminine singular
    /// and give no number.</summary>
    public static bool Suits(Concord verb, Concord subject) =>
        (verb.Gender == '\0' || subject.Gender == '\0' || verb.Gender == subject.Gender || (verb.Number != 's' && subject.Number is 'p' or 'd'))
        && (verb.Number == '\0' || subject.Number == '\0' || (verb.Number == 's') == (subject.Number == 's'));

    /// <summary>Of a pronoun that hangs on a word: نفيه, قولها, تأكيدهم.</summary>
    public static Concord OfPronoun(string form) =>
        form.EndsWith("ها", StringComparison.Ordinal) ? new(3, 'f', '\0')
        : form.EndsWith("هم", StringComparison.Ordinal) ? new(3, 'm', 'p')
        : form.EndsWith("هما", StringComparison.Ordinal) ? new(3, '\0', 'd')
        : form.EndsWith('ه') ? new(3, 'm', 's') : default;

    /// <summary>Of a noun phrase or named actor, by its first word and, for an actor, its type.</summary>
    public static Concord Of(Article article, int first, ActorFound? actor)
    {
        string form = Bare(article, first);
        bool feminine = form.EndsWith('ه') || form.EndsWith("ات", StringComparison.Ordinal);
        if (actor is { Type: ActorType.Person })
        {
            // A name alone does not tell; a title does: وزيرة is a woman, وزير is not.
            bool titled = (article.Cats(first) & Cat.Title) != 0;
            return new(3, !titled ? '\0' : feminine ? 'f' : 'm', 's');
        }

        if (IsSoundPlural(form))
        {
            return new(3, 'm', form.EndsWith("ان", StringComparison.Ordinal) ? 'd' : 'p');
        }

        if (actor is { Type: ActorType.State })
        {
            return feminine || form.EndsWith('ا') || (article.Cats(first) & Cat.Capital) != 0 ? new(3, 'f', 's') : new(3, '\0', 's');
        }

        // A noun without the feminine's ending may still be a broken plural (مصادر, فصائل), which takes the feminine as well.
        return feminine ? new(3, 'f', '\0')
            : IsBroken(form) ? new(3, 'f', '\0')
            : form.EndsWith("اء", StringComparison.Ordinal) ? default
            : (article.Speech(first) & (SpeechRole.Source | SpeechRole.Document)) != 0 || (article.Cats(first) & Cat.Group) != 0 ? new(3, 'm', '\0')
            : default;
    }

    /// <summary>مسؤولون, محللين; of the duals only those that cannot be another noun (طرفان, جانبان).</summary>
    private static bool IsSoundPlural(string form) =>
        form.Length > 4 && (form.EndsWith("ون", StringComparison.Ordinal) || form.EndsWith("فان", StringComparison.Ordinal) || form.EndsWith("بان", StringComparison.Ordinal)
            || (form.Length > 5 && form.EndsWith("ين", StringComparison.Ordinal)));

    /// <summary>فعائل, مفاعل, فواعل: the third letter is the plural's alif and one or two letters follow.</summary>
    private static bool IsBroken(string form) => form.Length is 5 or 6 && form[2] == 'ا' && (form[0] is not 'ت' || form.Length == 6) && form[^1] is not ('ه' or 'ن' or 'ي' or 'ا');

    private static string Bare(Article article, int token)
    {
        string form = article.Form(token);
        form = article.Tokens[token].Word is { Readings.Length: > 0 } word && word.Readings[0].Skip > 0 ? form[Math.Min(word.Readings[0].Skip, form.Length)..] : form;
        return form.StartsWith("ال", StringComparison.Ordinal) && form.Length > 4 ? form[2..] : form;
    }
}
