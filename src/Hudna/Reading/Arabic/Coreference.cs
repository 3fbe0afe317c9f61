namespace Hudna.Reading.Arabic;

/// <summary>Who is meant by less than a name: an office without a known holder (الرئيس الروسي) that the text gave a name, and bare definite nouns
/// (الوزير, المتحدث, الحركة). Family names standing alone are <see cref="SecondMentions"/>'s. Bare nouns make no mention of their own; <see cref="Antecedent"/> tells.</summary>
internal sealed class Coreference
{
    private const int TokensBack = 500;
    private readonly Article _article;
    private readonly List<Mention> _mentions = [];
    private readonly Dictionary<string, Described> _known = new(StringComparer.Ordinal);

    /// <summary>Resolves the mentions of an article whose names are found: fills what they left open.</summary>
    public Coreference(Article article)
    {
        _article = article;
        for (int i = 0; i < article.Names.Count; i++)
        {
            if (article.Names[i] is ActorFound actor)
            {
                Described described = Describe(actor);
                if (actor is { Id: null, Type: ActorType.Person } && described.Person is null && Namesake(actor, described) is { } same)
                {
                    actor = actor with { Name = actor.Name ?? same.Actor.Name, Id = same.Actor.Id, Rule = "actor.coref.office" };
                    article.Names[i] = actor;
                    described = described with { Person = same.Described.Person };
                }

                _mentions.Add(new Mention(actor, described));
            }
        }
    }

    /// <summary>The last actor before a token that its bare definite noun can mean; null when the token is no such noun, nobody fits, or two that
    /// fit stand in the same sentence.</summary>
    public ActorFound? Antecedent(int token)
    {
        if (_article.NameAt[token] >= 0 || Head(token, token) is not { } head || !_article.Form(token).Contains("ال", StringComparison.Ordinal) || _article.Form(token).Length < 5)
        {
            return null;
        }

        Mention? best = null;
        for (int k = Bisect.First(_mentions, static m => m.Actor.First, token) - 1; k >= 0 && token - _mentions[k].Actor.Last <= TokensBack; k--)
        {
            Mention mention = _mentions[k];
            if (!mention.Described.Heads.Contains(head))
            {
                continue;
            }

            if (best is null)
            {
                best = mention;
            }
            else if (_article.SentenceOf(mention.Actor.First) != _article.SentenceOf(best.Actor.First))
            {
                break;
            }
            else if (!Same(mention, best))
            {
                return null;
            }
        }

        return best?.Actor;
    }

    private static bool Same(Mention one, Mention other) =>
        one.Actor.Id is { } id ? id == other.Actor.Id : other.Actor.Id is null && (one.Described.Person ?? string.Empty) == (other.Described.Person ?? string.Empty);

    /// <summary>The last person named before with the same office and state.</summary>
    private Mention? Namesake(ActorFound actor, Described described)
    {
        for (int k = _mentions.Count - 1; k >= 0 && actor.First - _mentions[k].Actor.Last <= TokensBack; k--)
        {
            Mention mention = _mentions[k];
            if (mention.Actor.Type == ActorType.Person && mention.Described.Person is not null && mention.Described.Office is not null && mention.Described.Office == described.Office)
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>What an actor's own words and the lists say of it.</summary>
    private Described Describe(ActorFound actor)
    {
        HashSet<string> heads = [];
        string? state = null, person = actor.Id;
        int nameFirst = actor.First, at = actor.First;
        if (Head(actor.First, actor.Last) is { } head)
        {
            heads.Add(head);
        }

        for (; at <= actor.Last; at++)
        {
            state ??= _article.Longest(at, Cat.Nisba | Cat.State, e => e is StateEntry) is { Entry: StateEntry of } ? of.State.Code : null;
            nameFirst = (_article.Cats(at) & (Cat.Title | Cat.Nisba | Cat.Group)) != 0 || _article.Form(at).StartsWith("ال", StringComparison.Ordinal) ? at + 1 : nameFirst;
        }

        if (person is null && actor.Type == ActorType.Person && !actor.Rule.StartsWith("actor.title.office", StringComparison.Ordinal))
        {
            person = _article.Form(actor.Last);
        }

        if (actor.Id is { } id)
        {
            heads.UnionWith(Known(id).Heads);
        }

        string? office = actor.Type == ActorType.Person && state is not null && heads.Count > 0 && Office(actor) is { } words ? words + "|" + state : null;
        return new Described(heads, office, person);
    }

    /// <summary>The title's words as far as they tell one office from another: رئيس, وزير الخارجية.</summary>
    private string? Office(ActorFound actor)
    {
        if (_article.Longest(actor.First, Cat.Title) is not { Entry: TitleEntry { Class: "office" } title } match)
        {
            return null;
        }

        int next = match.Last + 1;
        bool domain = next <= actor.Last && (_article.Cats(next) & (Cat.Nisba | Cat.State | Cat.GivenName | Cat.Actor)) == 0 && _article.Form(next).StartsWith("ال", StringComparison.Ordinal);
        return domain ? title.Lemma + " " + _article.Form(next) : title.Lemma;
    }

    /// <summary>What the lists know of an actor: a person's offices, the group words in a body's names.</summary>
    private Described Known(string id)
    {
        if (_known.TryGetValue(id, out Described? known))
        {
            return known;
        }

        HashSet<string> heads = [];
        foreach ((string office, _) in _article.Language.OfficesOf(id, _article.Published))
        {
            heads.Add(FirstWord(office));
        }

        if (_article.Language.Gazetteer.Actors.TryGetValue(id, out ActorEntry? entry) && entry.Type is not (ActorType.Person or ActorType.State))
        {
            foreach (string name in entry.NamesAr)
            {
                foreach (WordReading reading in _article.Language.Lexicon.Word(Folding.Fold(FirstWord(name))).Readings)
                {
                    if (reading.Skip == 0)
                    {
                        heads.UnionWith(reading.Entries.OfType<GroupEntry>().Select(g => Key(g.Lemma)));
                    }
                }
            }
        }

        return _known[id] = new Described(heads, null, id);
    }

    /// <summary>The title's or group word's key at the head of a run of tokens: رئيس, وزير, حركة; null when there is none. A prime minister is no رئيس.</summary>
    private string? Head(int first, int last)
    {
        if (_article.Longest(first, Cat.Title) is { Entry: TitleEntry { Class: not "honorific" } title } match && match.Last <= Math.Max(last, first))
        {
            string lemma = Folding.Fold(title.Lemma);
            return FirstWord(lemma) is "رييس" && lemma.Contains(' ', StringComparison.Ordinal) && lemma is not ("رييس دوله" or "رييس جمهوريه") ? lemma : FirstWord(lemma);
        }

        return _article.Longest(first, Cat.Group) is { Entry: GroupEntry group } ? Key(group.Lemma) : null;
    }

    private static string Key(string lemma) => FirstWord(Folding.Fold(lemma));

    private static string FirstWord(string text)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? text : text[..space];
    }

    /// <param name="Heads">Keys of the nouns that can mean it: وزير, حركة.</param>
    /// <param name="Office">Office and state, of a person; null when the text tells none.</param>
    /// <param name="Person">What tells persons apart: the id, else the last word of the name; null for an office without holder.</param>
    private sealed record Described(HashSet<string> Heads, string? Office, string? Person);

    private sealed record Mention(ActorFound Actor, Described Described);
}
