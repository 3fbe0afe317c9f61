namespace Hudna.Reading.Arabic;

/// <summary>What part of a person's name a word form can be, by the lists and by its letters.</summary>
[Flags]
internal enum NameShape
{
    None = 0,

    /// <summary>بن, أبو, عبد, دي: never ends a name.</summary>
    Particle = 1 << 0,

    /// <summary>A given name of the lists.</summary>
    Given = 1 << 1,

    /// <summary>A given name that is also another word.</summary>
    Common = 1 << 2,

    /// <summary>A family name of the lists.</summary>
    Family = 1 << 3,

    /// <summary>In no list, and not shaped as an ordinary word.</summary>
    Unknown = 1 << 4,

    /// <summary>Unknown and spelt as foreign names are.</summary>
    Foreign = 1 << 5,

    /// <summary>With ال, and neither an ordinary word nor an adjective of the lists: الدليمي.</summary>
    Definite = 1 << 6,

    /// <summary>A word of a listed person's name.</summary>
    Person = 1 << 7,

    /// <summary>A given or family name that is also a common word with endings (نشأت, عامرة).</summary>
    Weak = 1 << 8,
}

/// <summary>Tells <see cref="NameShape"/> of a form, once for each form.</summary>
internal sealed class NameShapes(CommonWords common, HashSet<string> particles, string[] foreignEnds)
{
    private const int LettersMin = 3;

    /// <summary>The shape of a folded form whose readings are known.</summary>
    public NameShape Of(string form, WordReading[] readings)
    {
        NameShape shape = particles.Contains(form) ? NameShape.Particle : NameShape.None;
        bool ordinary = false;
        foreach (WordReading reading in readings)
        {
            bool bare = reading.Skip == 0 && reading.Proclitic.Length == 0 && reading.Suffix == 0;
            foreach (Entry entry in reading.Entries)
            {
                switch (entry)
                {
                    case GivenNameEntry given when bare:
                        shape |= given.Common ? NameShape.Given | NameShape.Common : NameShape.Given;
                        break;
                    case FamilyNameEntry family when bare:
                        shape |= family.Common ? NameShape.Family | NameShape.Common : NameShape.Family;
                        break;
                    case ActorNameEntry { Actor.Type: ActorType.Person } when bare:
                        shape |= NameShape.Person;
                        break;
                    default:
                        ordinary = true;
                        break;
                }
            }
        }

        if ((shape & (NameShape.Given | NameShape.Family)) != 0)
        {
            bool weak = common.Has(form);
            shape = weak ? shape | NameShape.Weak : shape;
            return ordinary || common.HasExactly(form) || (form.Length <= 4 && weak) ? shape | NameShape.Common : shape;
        }

        if (IsJoined(form))
        {
            return shape | NameShape.Given;
        }

        return ordinary || shape != NameShape.None ? shape : Unlisted(form);
    }

    /// <summary>عبدالكريم, ابوبكر, نورالدين: compounds written as one word.</summary>
    private static bool IsJoined(string form) =>
        (form.Length >= 7 && form.StartsWith("عبدال", StringComparison.Ordinal)) || (form.Length >= 6 && form.StartsWith("ابو", StringComparison.Ordinal)) || (form.Length >= 7 && form.EndsWith("الدين", StringComparison.Ordinal) && form[0] is not ('و' or 'ب' or 'ل'));

    private NameShape Unlisted(string form)
    {
        if (form.Length < LettersMin)
        {
            return NameShape.None;
        }

        if (form.StartsWith("ال", StringComparison.Ordinal))
        {
            return form.Length >= 5 && !common.Has(form) && !UnknownNames.LooksOrdinary(form, false) && !form.EndsWith("ين", StringComparison.Ordinal) && form[^1] != 'ه' ? NameShape.Definite : NameShape.None;
        }

        if (common.Has(form) || (!EndsForeign(form) && UnknownNames.LooksOrdinary(form, false)))
        {
            return NameShape.None;
        }

        bool foreign = IsForeign(form);
        return foreign ? NameShape.Unknown | NameShape.Foreign : LooksVerb(form) ? NameShape.None : NameShape.Unknown;
    }

    /// <summary>A consonant after the prefix of the imperfect: يتنزه, نستبعد.</summary>
    private static bool LooksVerb(string form) => form.Length is >= 4 and <= 7 && form[0] is 'ي' or 'ت' or 'ن' && form[1] is not ('ا' or 'و' or 'ي');

    /// <summary>Endings of names in other languages, and more long vowels than an Arabic stem has.</summary>
    private bool IsForeign(string form)
    {
        if (EndsForeign(form))
        {
            return true;
        }

        int vowels = 0;
        for (int i = 1; i < form.Length; i++)
        {
            vowels += form[i] is 'ا' or 'و' or 'ي' ? 1 : 0;
        }

        return form.Length >= 5 && vowels * 5 >= form.Length * 2 && form[0] is not ('ا' or 'و' or 'ب' or 'ل' or 'ك') && form[^1] is not 'ه'
            && !form.EndsWith("ين", StringComparison.Ordinal) && !form.EndsWith("ان", StringComparison.Ordinal)
            && !(form[0] is 'ت' or 'م' && form[^2] == 'ي') && !(form[0] is 'م' && form[1] == 'و');
    }

    private bool EndsForeign(string form)
    {
        foreach (string end in foreignEnds)
        {
            if (form.Length >= end.Length + 2 && form.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
