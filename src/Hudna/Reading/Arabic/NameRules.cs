namespace Hudna.Reading.Arabic;

/// <summary>Finds named actors and places: by list, by title, by group word, by type word, and by their place in the sentence.</summary>
internal sealed class NameRules
{
    private readonly Article _article;
    private readonly TitleRules _titles;
    private readonly GroupRules _groups;
    private readonly PlaceRules _places;
    private readonly PersonRules _persons;
    private readonly SecondMentions _second;

    public NameRules(Article article)
    {
        _article = article;
        UnknownNames unknown = new(article);
        _persons = new PersonRules(article, unknown);
        _second = new SecondMentions(article, unknown);
        _groups = new GroupRules(article, unknown);
        _titles = new TitleRules(article, unknown, _groups);
        _places = new PlaceRules(article, unknown);
    }

    public void Find()
    {
        for (int i = 0; i < _article.Count;)
        {
            NameFound? best = At(i);
            if (best is null)
            {
                i++;
                continue;
            }

            _article.Names.Add(best);
            _article.MarkName(_article.Names.Count - 1);
            _article.Take(best.First, best.Last);
            i = best.Last + 1;
        }

        _second.Find();
    }

    private NameFound? At(int i)
    {
        if (_article.Taken[i] || _article.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Foreign))
        {
            return null;
        }

        if (_article.Tokens[i].Kind == TokenKind.Foreign)
        {
            return ForeignByline(i);
        }

        Token token = _article.Tokens[i];
        const Cat named = Cat.Title | Cat.Group | Cat.Actor | Cat.State | Cat.Capital | Cat.Place | Cat.PlaceType | Cat.GivenName | Cat.FamilyName;
        if ((token.Word!.Begins & named) == 0 && token.Word.Shape == NameShape.None)
        {
            return null;
        }

        NameFound? best = _titles.At(i);
        best = Longer(best, Known(i));
        best = Longer(best, _groups.At(i));
        best = Longer(best, _places.At(i));
        return Person(i, best);
    }

    /// <summary>A name of a person that goes on beyond a shorter match (فلان الحريري for الحريري); what is found otherwise where none does.</summary>
    private NameFound? Person(int i, NameFound? best)
    {
        if (best is ActorFound { Type: not ActorType.Person } && best.Core is not null && best.Core != (best.First, best.Last))
        {
            return best;
        }

        ActorFound? person = best is null || best.First == best.Last ? _persons.At(i) : null;
        return best is null || (person is not null && person.Last > best.Last && best is not ActorFound { Type: ActorType.State }) ? person ?? best : best;
    }

    private static NameFound? Longer(NameFound? one, NameFound? other) => one is null || (other is not null && other.Last > one.Last) ? other : one;

    /// <summary>An actor of the list, with a title that follows it: محمد علوش، كبير مفاوضي المعارضة.</summary>
    private ActorFound? Known(int i)
    {
        if (_article.Longest(i, Cat.Actor) is not { Entry: ActorNameEntry entry } match)
        {
            return null;
        }

        // A short name that is also an ordinary word's form with a clitic taken off is no evidence of an actor.
        if (entry.Short && match.Skip > 0 && (_article.Tokens[i].Cats & (Cat.Verb | Cat.Particle | Cat.Masdar)) != 0)
        {
            return null;
        }

        if (entry.Short && entry.Actor.Type == ActorType.Person && OwnWord(i))
        {
            return null;
        }

        int last = match.Last;
        string rule = "actor.list";
        if (entry.Actor.Type == ActorType.Person && _titles.After(last) is { } end)
        {
            last = end;
            rule = "actor.list.title-after";
        }
        else if (entry.Actor.Type is not ActorType.Person && _article.Longest(last + 1, Cat.Nisba) is { Proclitic: "" } nisba
            && _article.Form(last + 1).StartsWith("ال", StringComparison.Ordinal) && entry.Actor.Type is ActorType.Media)
        {
            last = nisba.Last;
        }

        return new ActorFound(i, last, _article.SpanOf(i, last, match.Skip), rule, entry.Actor.NameEn, entry.Actor.Type, entry.Actor.Id)
        {
            Core = (i, match.Last),
        };
    }

    /// <summary>A one-word form that the language uses as an ordinary word, with no quotation around it.</summary>
    private bool OwnWord(int i) =>
        (_article.Tokens[i].Cats & (Cat.Particle | Cat.Verb | Cat.Unit | Cat.Month)) != 0 && !(i > 0 && _article.Tokens[i - 1].IsQuote);

    /// <summary>A Latin word alone on its line in an Arabic text is a byline.</summary>
    private ActorFound? ForeignByline(int i)
    {
        bool alone = _article.IsBreak(i - 1) && _article.IsBreak(i + 1) && _article.Tokens[i].End - _article.Tokens[i].Start >= 4;
        return alone && _article.Sentences.Count > 2
            ? new ActorFound(i, i, _article.SpanOf(i, i), "actor.byline.foreign", null, ActorType.Media, null)
            : null;
    }
}
