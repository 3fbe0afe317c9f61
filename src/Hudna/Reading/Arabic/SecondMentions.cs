namespace Hudna.Reading.Arabic;

/// <summary>Persons named again by a part of a name that the text has in full elsewhere: لافروف after سيرغي لافروف, and a headline before it.</summary>
internal sealed class SecondMentions(Article article, UnknownNames unknown)
{
    private const int LettersMin = 3;
    private readonly Dictionary<string, ActorFound?> _parts = new(StringComparer.Ordinal);

    /// <summary>Adds the further mentions to the names found, and keeps those in order of position.</summary>
    public void Find()
    {
        foreach (NameFound name in article.Names)
        {
            if (name is ActorFound { Type: ActorType.Person } person && person.Core is { } core)
            {
                Learn(person, core);
            }
        }

        if (_parts.Count == 0)
        {
            return;
        }

        int before = article.Names.Count;
        Contest(before);
        for (int i = 0; i < article.Count; i++)
        {
            if (!article.Taken[i] && article.Tokens[i].Kind == TokenKind.Word && At(i) is { } again)
            {
                article.Names.Add(again);
                article.Take(i, i);
            }
        }

        if (article.Names.Count > before)
        {
            article.Names.Sort(static (a, b) => a.First.CompareTo(b.First));
            for (int n = 0; n < article.Names.Count; n++)
            {
                article.MarkName(n);
            }
        }
    }

    /// <summary>The last word of a name of several, and the first where it is a given name of no other meaning; a name of one word that its
    /// verb or title told.</summary>
    private void Learn(ActorFound person, (int First, int Last) core)
    {
        string last = article.Form(core.Last);
        if (core.Last > core.First)
        {
            if (!unknown.IsNameParticle(core.Last - 1) || article.Form(core.Last - 1) is not "عبد")
            {
                Learn(last, person, whole: true);
            }

            if ((unknown.Shape(core.First) & (NameShape.Given | NameShape.Common)) == NameShape.Given || (unknown.Shape(core.First) & NameShape.Foreign) != 0)
            {
                Learn(article.Form(core.First)[SkipOf(person, core.First)..], person, whole: false);
            }
        }
        else if ((unknown.Shape(core.First) & (NameShape.Unknown | NameShape.Foreign)) != 0)
        {
            Learn(last, person, whole: true);
        }
    }

    private int SkipOf(ActorFound person, int at) => at == person.First ? Folding.Fold(article.Text[article.Tokens[at].Start..person.Span.Start]).Length : 0;

    /// <summary>A part that two persons share names neither of them, but still a person.</summary>
    private void Learn(string part, ActorFound person, bool whole)
    {
        if (part.Length < LettersMin)
        {
            return;
        }

        if (!_parts.TryGetValue(part, out ActorFound? known))
        {
            _parts.Add(part, person);
        }
        else if (known is not null && known.Id != person.Id)
        {
            _parts[part] = known.Id is null && whole ? known with { Name = null } : known with { Id = null, Name = null };
        }
    }

    /// <summary>A short name that a list gives to one person is another's when the text has that other by the same family name in full, and never the
    /// listed one: نصر الحريري … الحريري.</summary>
    private void Contest(int count)
    {
        HashSet<string> full = new(StringComparer.Ordinal), rivals = new(StringComparer.Ordinal);
        for (int n = 0; n < count; n++)
        {
            if (article.Names[n] is ActorFound { Type: ActorType.Person } person && person.Core is { } core && core.Last > core.First)
            {
                (person.Id is null ? rivals : full).Add(person.Id ?? article.Form(core.Last));
            }
        }

        for (int n = 0; n < count && rivals.Count > 0; n++)
        {
            if (article.Names[n] is ActorFound { Type: ActorType.Person, Id: { } id } person && person.Core is { } core && core.First == core.Last && !full.Contains(id)
                && rivals.Contains(article.Form(core.Last)[SkipOf(person, core.Last)..]))
            {
                article.Names[n] = person with { Id = null, Name = null, Rule = "actor.coref.family-name" };
            }
        }
    }

    private ActorFound? At(int i)
    {
        string form = article.Form(i);
        for (int skip = 0; skip <= 2 && form.Length - skip >= LettersMin; skip++)
        {
            if (skip > 0 && form[skip - 1] is not ('و' or 'ف' or 'ل' or 'ب' or 'ك'))
            {
                return null;
            }

            if (!_parts.TryGetValue(skip == 0 ? form : form[skip..], out ActorFound? person) || person is null)
            {
                continue;
            }

            return IsOtherWord(i, skip) ? null : new ActorFound(i, i, article.SpanOf(i, i, skip), "actor.coref.family-name", person.Name, ActorType.Person, person.Id);
        }

        return null;
    }

    /// <summary>A word of the language that is also somebody's name, or a word after a preposition of place.</summary>
    private bool IsOtherWord(int i, int skip)
    {
        NameShape shape = skip == 0 ? unknown.Shape(i) : article.Language.Lexicon.Word(article.Form(i).AsSpan(skip)).Shape;
        const NameShape name = NameShape.Given | NameShape.Family | NameShape.Unknown | NameShape.Definite | NameShape.Person;
        return (shape & name) == 0 || ((shape & NameShape.Common) != 0 && !article.Form(i).AsSpan(skip).StartsWith("ال")) || unknown.IsPreposition(i)
            || (article.Cats(i - 1) & Cat.PlaceType) != 0 || (article.Form(i).StartsWith("ال", StringComparison.Ordinal) && (article.Cats(i) & (Cat.Nisba | Cat.Group | Cat.Title)) != 0);
    }
}
