namespace Hudna.Reading.Arabic;

/// <summary>Makes the forms of verbs, nouns and adjectives from their lemmas, as unvocalised news spelling has them.</summary>
internal static class Inflection
{
    /// <summary>Perfect, third persons and first person plural: قال → قالت, قالوا, قالا, قالتا; أجلى → أجلت, أجلوا.</summary>
    public static IEnumerable<string> Perfect(string lemma)
    {
        yield return lemma;
        bool weak = lemma[^1] is 'ى' or 'ا';
        string stem = weak ? lemma[..^1] : lemma;
        yield return stem + "ت";
        yield return stem + "تا";
        yield return stem + "وا";
        yield return stem + "و";
        yield return weak ? stem + "يا" : stem + "ا";
        yield return weak ? stem + "ينا" : stem + "نا";
        if (weak)
        {
            yield return stem + "ا";
        }
    }

    /// <summary>Imperfect, the persons that news uses (I speaks in quotations only and looks like other words), indicative, subjunctive and jussive: يقول → تقول, نقول, يقولون, يقولوا, يقل.</summary>
    public static IEnumerable<string> Imperfect(string lemma)
    {
        string stem = lemma[1..];
        bool weak = stem[^1] is 'ى' or 'ي' or 'و' or 'ا';
        string plural = weak ? stem[..^1] : stem;
        foreach (char person in "يتن")
        {
            yield return person + stem;
            // The jussive of a weak verb after لم: only the third person, since نشر (of يشير) is another word.
            if (person == 'ن')
            {
                continue;
            }

            if (weak)
            {
                yield return person + plural;
                yield return person + plural + "ا";
            }
            else if (stem.Length >= 3 && stem[^2] is 'و' or 'ي' or 'ا')
            {
                yield return person + stem[..^2] + stem[^1];
            }
        }

        foreach (char person in "يت")
        {
            yield return person + plural + "ون";
            yield return person + plural + "وا";
            yield return person + stem + "ان";
            yield return person + stem + "ا";
            yield return person + stem + "ن";
        }
    }

    /// <summary>A noun with and without ال, and its accusative.</summary>
    public static IEnumerable<string> Noun(string form)
    {
        yield return form;
        if (!form.StartsWith("ال", StringComparison.Ordinal))
        {
            yield return "ال" + form;
        }

        if (form[^1] is not ('ة' or 'ا' or 'ى' or 'ء') && !form.EndsWith("ات", StringComparison.Ordinal)
            && !form.EndsWith("ين", StringComparison.Ordinal) && !form.EndsWith("ون", StringComparison.Ordinal))
        {
            yield return form + "ا";
        }
    }

    /// <summary>A nisba adjective in gender, number and definiteness: روسي → روسية, الروسي, الروسيين …</summary>
    public static IEnumerable<string> Adjective(string form)
    {
        foreach (string article in new[] { string.Empty, "ال" })
        {
            yield return article + form;
            yield return article + form + "ة";
            yield return article + form + "ين";
            yield return article + form + "ون";
            yield return article + form + "ان";
            yield return article + form + "تين";
            yield return article + form + "تان";
            yield return article + form + "ات";
        }

        yield return form + "ا";
    }

    /// <summary>An active participle standing for reported speech or an act: مؤكد → مؤكدا, مؤكدة, مؤكدين.</summary>
    public static IEnumerable<string> Participle(string form)
    {
        yield return form;
        yield return form + "ا";
        yield return form + "ة";
        yield return form + "ين";
        yield return form + "ون";
    }

    /// <summary>Noun and adjectives, all with ال or none: هجوم عسكري, الهجوم العسكري.</summary>
    public static IEnumerable<string> Agreeing(string phrase)
    {
        yield return phrase;
        yield return string.Join(' ', phrase.Split(' ').Select(w => w.StartsWith("ال", StringComparison.Ordinal) || w.StartsWith("با", StringComparison.Ordinal) ? w : "ال" + w));
    }
}
