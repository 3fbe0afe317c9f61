namespace Hudna.Reading.Arabic;

/// <summary>A form of a word with what it tells of its subject or noun.</summary>
internal readonly record struct Inflected(string Form, Concord Concord);

/// <summary>Makes the forms of verbs, nouns and adjectives from their lemmas by the rows of inflection.tsv.</summary>
internal sealed class Inflection
{
    private readonly Dictionary<string, List<Affix>> _classes = new(StringComparer.Ordinal);

    /// <summary>Reads inflection.tsv.</summary>
    /// <exception cref="DataFileException">A row names an unknown stem, cut, person, gender or number.</exception>
    public Inflection(TsvFile file)
    {
        foreach (TsvRow row in file.Rows)
        {
            string name = row.Required("class");
            if (!_classes.TryGetValue(name, out List<Affix>? affixes))
            {
                _classes.Add(name, affixes = []);
            }

            affixes.Add(new Affix(
                row.Named<Stem>("stem"), row.Optional("cut") is null ? Cut.Nothing : row.Named<Cut>("cut"), row["before"], row["after"],
                new Concord((byte)(Mark(row, "person", "123") is '\0' ? 0 : row["person"][0] - '0'), Mark(row, "gender", "mf"), Mark(row, "number", "sdp"))));
        }
    }

    private enum Stem
    {
        Any,
        Strong,
        Weak,
        Hollow,
        Indefinite,
        Open,
    }

    private enum Cut
    {
        Nothing,
        Last,
        Vowel,
    }

    /// <summary>Every form of a lemma, in the table's order, each spelling once. The lemma of an imperfect stands with its ya.</summary>
    /// <param name="name">The class: perfect, imperfect, noun, adjective, participle.</param>
    /// <param name="lemma">The form that the class is made from.</param>
    public IEnumerable<Inflected> Forms(string name, string lemma)
    {
        string stem = name == "imperfect" ? lemma[1..] : lemma;
        HashSet<string> made = new(StringComparer.Ordinal);
        foreach (Affix affix in _classes[name])
        {
            if (!Is(affix.Stem, stem, name))
            {
                continue;
            }

            string rest = affix.Cut switch
            {
                Cut.Last => stem[..^1],
                Cut.Vowel => stem[..^2] + stem[^1],
                _ => stem,
            };
            string form = affix.Before + rest + affix.After;
            if (made.Add(form))
            {
                yield return new Inflected(form, affix.Concord);
            }
        }
    }

    /// <summary>The forms alone.</summary>
    public IEnumerable<string> Spellings(string name, string lemma) => Forms(name, lemma).Select(f => f.Form);

    /// <summary>Noun and adjectives, all with ال or none: هجوم عسكري, الهجوم العسكري.</summary>
    public static IEnumerable<string> Agreeing(string phrase)
    {
        yield return phrase;
        yield return string.Join(' ', phrase.Split(' ').Select(w => w.StartsWith("ال", StringComparison.Ordinal) || w.StartsWith("با", StringComparison.Ordinal) ? w : "ال" + w));
    }

    private static bool Is(Stem wanted, string stem, string name)
    {
        bool weak = stem[^1] is 'ى' or 'ا' || (name == "imperfect" && stem[^1] is 'ي' or 'و');
        return wanted switch
        {
            Stem.Weak => weak,
            Stem.Strong => !weak,
            Stem.Hollow => !weak && stem.Length >= 3 && stem[^2] is 'و' or 'ي' or 'ا',
            Stem.Indefinite => !stem.StartsWith("ال", StringComparison.Ordinal),
            Stem.Open => stem[^1] is not ('ة' or 'ا' or 'ى' or 'ء') && !(stem.Length > 1 && stem[^2..] is "ات" or "ين" or "ون"),
            _ => true,
        };
    }

    private static char Mark(TsvRow row, string column, string allowed) => row[column] switch
    {
        "" => '\0',
        [char mark] when allowed.Contains(mark, StringComparison.Ordinal) => mark,
        _ => throw row.Bad(column, $"\"{row[column]}\" is none of {string.Join(", ", allowed.AsEnumerable())}"),
    };

    private readonly record struct Affix(Stem Stem, Cut Cut, string Before, string After, Concord Concord);
}
