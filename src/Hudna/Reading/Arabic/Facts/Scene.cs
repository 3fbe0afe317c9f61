namespace Hudna.Reading.Arabic.Facts;

/// <summary>An article as the rules of facts look at it: cues, clauses, who and where near a word. Fills the list of facts.</summary>
internal sealed class Scene(Article article)
{
    private const int NamesBackMax = 120;
    private readonly HashSet<(Type, string, int, int, string)> _seen = [];
    private Dictionary<string, ActorFound?>? _actorsByWords;
    private StatementFound?[]? _statementAt;
    private bool[]? _counted;
    private FactParty?[]? _groupUpTo;
    private string? _country;

    public Article Article { get; } = article;

    public List<FactMention> Facts { get; } = [];

    public bool Is(int token, Cue cue) => IsAny(token, Bit(cue));

    /// <summary>Whether a token is any of some cues, as <see cref="Bits"/> gives them.</summary>
    public bool IsAny(int token, UInt128 cues) =>
        token >= 0 && token < Article.Count && Article.Tokens[token].Word is { } word && (word.Cues & cues) != 0;

    /// <summary>Cues as the bits of <see cref="WordInfo.Cues"/>.</summary>
    public static UInt128 Bits(params ReadOnlySpan<Cue> cues)
    {
        UInt128 bits = 0;
        foreach (Cue cue in cues)
        {
            bits |= Bit(cue);
        }

        return bits;
    }

    private static UInt128 Bit(Cue cue) => UInt128.One << (int)cue;

    /// <summary>The first token of a cue between two tokens, both looked at; -1 when there is none.</summary>
    public int Find(Cue cue, int first, int last)
    {
        for (int i = Math.Max(0, first); i <= Math.Min(last, Article.Count - 1); i++)
        {
            if (Is(i, cue))
            {
                return i;
            }
        }

        return -1;
    }

    public bool Any(Cue cue, int first, int last) => Find(cue, first, last) >= 0;

    /// <summary>True when a negating word stands right before a word, or one word further off.</summary>
    public bool Negated(int token)
    {
        for (int i = token - 1; i >= Math.Max(0, token - 3) && Article.SentenceOf(i) == Article.SentenceOf(token); i--)
        {
            if ((Article.OwnRoles(i) & (Role.Negator | Role.NegNoun)) != 0 || Article.Form(i) is "ولا" or "فلن" or "ولن" or "ولم")
            {
                return true;
            }

            // بل turns it round, and a comma ends what was negated.
            if (Article.Form(i) is "بل" or "لكن" || Article.Tokens[i].Mark is '،' or ',' or '؛')
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>How what stands at a word is put forward: by the act coded there, else by the words before it.</summary>
    public Modality ModalityAt(int first, int last)
    {
        EventFound? coded = Article.Within(Article.Events, first, last).FirstOrDefault();
        if (coded is not null)
        {
            return coded.Modality;
        }

        VerbForm form = Article.Single<VerbEntry>(first).FirstOrDefault().Entry?.Form
            ?? ((Article.Cats(first) & (Cat.EventNoun | Cat.Masdar)) != 0 ? VerbForm.Masdar : VerbForm.Perfect);
        return new ModalityRules(Article).Of(first, last, form);
    }

    /// <summary>The part of the sentence around a token that no reported speech, relative or dependent clause parts from it.</summary>
    public (int First, int Last) Clause(int token)
    {
        (int first, int last) = Article.SentenceAt(token);
        int from = token, to = token;
        while (from > first && !Parts(from) && !Article.Tokens[from - 1].Is('؛'))
        {
            from--;
        }

        while (to < last && !Parts(to + 1) && !Article.Tokens[to + 1].Is('؛'))
        {
            to++;
        }

        return (from, to);
    }

    /// <summary>Whether a new clause begins at a token.</summary>
    public bool Parts(int token) =>
        (Article.OwnRoles(token) & (Role.Subordinator | Role.Complement)) != 0 && Article.Form(token) is not ("ان" or "حتي" or "كما");

    /// <summary>Whoever is named at a token or right after it, with those coordinated: actors, adjectives of states (روسية وتركية).</summary>
    /// <param name="token">Where to begin.</param>
    /// <param name="reach">How many tokens may stand before the first.</param>
    /// <param name="last">The last token to look at.</param>
    /// <param name="end">The last token of the last of them; <paramref name="token"/> - 1 when there is none.</param>
    public List<FactParty> PartiesFrom(int token, int reach, int last, out int end)
    {
        List<FactParty> parties = [];
        end = token - 1;
        int skipped = 0;
        for (int at = token; at <= last && at < Article.Count;)
        {
            if (StatesTakenUp(at) is { Count: > 0 } states && parties.Count == 0)
            {
                end = at + 1;
                return states;
            }

            if (PartyAt(at) is ({ } party, int partyEnd))
            {
                if (parties.Count > 0 && !Joined(end, at))
                {
                    break;
                }

                parties.Add(party);
                end = partyEnd;
                at = partyEnd + 1;
                continue;
            }

            bool connects = Article.Tokens[at].Mark is '،' or ',' || Article.Form(at) is "و" or "كل" or "كلا" or "من" or "ومن" or "مع" or "او"
                || Article.Tokens[at].IsQuote || Article.Tokens[at].Is('(') || Article.Tokens[at].Is(')');
            if (parties.Count > 0 ? !connects || at - end > 2 : ++skipped > reach)
            {
                break;
            }

            at++;
        }

        return parties;
    }

    // الدول الثلاث, الدول الضامنة: the states that were last named together.
    private List<FactParty> StatesTakenUp(int token)
    {
        if (Article.Form(token) is not ("الدول" or "للدول" or "والدول" or "البلدان") || Article.Form(token + 1) is not ("الثلاث" or "الضامنه" or "الراعيه" or "الموقعه" or "الثلاثه" or "الضامنين"))
        {
            return [];
        }

        int before = NamesBefore(token);
        for (int n = before - 1; n > Math.Max(0, before - NamesBackMax); n--)
        {
            if (Article.Names[n] is ActorFound { Type: ActorType.State } last && last.Last < token && Back(n) is { Count: > 1 } states
                && (Article.Form(token + 1) is not ("الثلاث" or "الثلاثه") || states.Count == 3))
            {
                Span words = Article.SpanOf(token, token + 1);
                return [.. states.Select(s => s with { Span = words })];
            }
        }

        return [];
    }

    public List<FactParty> PartiesFrom(int token, int reach, int last) => PartiesFrom(token, reach, last, out _);

    /// <summary>Who is named at a token.</summary>
    public (FactParty Party, int End)? PartyAt(int token)
    {
        if (token < 0 || token >= Article.Count)
        {
            return null;
        }

        if (Article.NameAt[token] is int name and >= 0)
        {
            return Article.Names[name] is ActorFound actor && actor.First == token ? (Party(actor), actor.Last) : null;
        }

        return Article.Longest(token, Cat.Nisba) is { Entry: StateEntry state, Proclitic: "" or "و" } nisba
            && (Article.Form(token).StartsWith("ال", StringComparison.Ordinal) || Article.Form(token)[^1] is 'ه' or 'ي')
            ? (new FactParty(Article.SpanOf(nisba), state.State.ActorId, state.State.NameEn, ActorType.State), nisba.Last) : null;
    }

    public FactParty Party(ActorFound actor) =>
        actor.Id is not null ? new FactParty(actor.Span, actor.Id, actor.Name, actor.Type)
        : Resumed(Article.Slice(actor.Span)) is { } same ? new FactParty(actor.Span, same.Id, same.Name, actor.Type)
        : OfTheWar(actor.First, new FactParty(actor.Span, null, actor.Name, actor.Type));

    /// <summary>A party at some tokens that no mention stands at; its id is known when the same words are an actor elsewhere in the text.</summary>
    public FactParty Party(int first, int last)
    {
        int skip = Skip(first);
        skip = skip > 0 ? skip : Article.Form(first) is ['ب' or 'ك' or 'و', 'ا', 'ل', ..] ? 1 : 0;
        Span span = Article.SpanOf(first, last, skip);
        ActorFound? same = Resumed(Article.Slice(span));
        return same is null ? OfTheWar(first, new FactParty(span, null, null, null)) : new FactParty(span, same.Id, same.Name, same.Type);
    }

    // النظام, القوات الحكومية, المعارضة without a state: of the country in which the text's places lie, those where talks are held left out.
    private FactParty OfTheWar(int token, FactParty party) =>
        Article.Longest(token, Cat.Group) is { Entry: GroupEntry { Needs: "alone" or "nisba" or "either" } head } && IsSide(head) && Article.Form(token).Contains("ال", StringComparison.Ordinal)
        && CountryOf(token, party.Span.End) is { Length: 2 } country && party.Type is null or ActorType.Government or ActorType.Military or ActorType.ArmedGroup or ActorType.Opposition
        && Article.Language.Gazetteer.Actors.GetValueOrDefault("state-" + country) is { } state
            ? party with { ActorId = GroupRules.IdOf(country, head), Name = GroupRules.NameOf(state.NameEn, head), Type = party.Type ?? head.Type } : party;

    // A government, an army, the opposition: one in each country. Fighters, organisations and delegations are many.
    private static bool IsSide(GroupEntry head) => head.Type is ActorType.Government or ActorType.Military
        || (head.NameEn.Contains("opposition", StringComparison.Ordinal) && !head.NameEn.Contains("delegation", StringComparison.Ordinal));

    // الحكومة السورية names its state itself.
    private string CountryOf(int token, int end)
    {
        for (int i = token; i < Article.Count && Article.Tokens[i].Start < end; i++)
        {
            if (Article.Longest(i, Cat.Nisba) is { Entry: StateEntry of })
            {
                return of.State.Code.ToLowerInvariant();
            }
        }

        return WarCountry;
    }

    /// <summary>The country of the war, as ISO 3166-1 alpha-2 in lower case: of which more than half of the text's places and
    /// bodies are, countries where talks are held left out; empty when there is none such.</summary>
    public string WarCountry => _country ??= MostNamed() ?? string.Empty;

    private string? MostNamed()
    {
        // The capital of a state is where talks and press conferences are held.
        List<PlaceFound> places = [.. Article.Names.OfType<PlaceFound>().Where(p => p.Country is not null && p.Id?.EndsWith("-capital", StringComparison.Ordinal) != true)];
        HashSet<string> hosts = [.. places.Where(p => Enumerable.Range(Math.Max(0, p.First - 4), Math.Min(4, p.First))
            .Any(i => Is(i, Cue.Talks) || Is(i, Cue.Meeting) || Is(i, Cue.Host)) || HoldsTalks(p)).Select(p => p.Country!)];
        List<string> named =
        [
            .. places.Where(p => !hosts.Contains(p.Country!)).Select(p => p.Country!.ToLowerInvariant()),
            .. Article.Names.OfType<ActorFound>().Where(a => a.Id is [_, _, ':', ..] && a.Type is ActorType.Government or ActorType.Military or ActorType.ArmedGroup or ActorType.Opposition)
                .Select(a => a.Id![..2]),
        ];
        IGrouping<string, string>? most = named.GroupBy(c => c, StringComparer.Ordinal).OrderByDescending(g => g.Count()).FirstOrDefault();
        return most is not null && most.Count() * 2 > named.Count ? most.Key : null;
    }

    /// <summary>تنطلق في جنيف جولة من المفاوضات, في ستوكهولم حيث انطلقت المشاورات: the verb of holding stands near a place, and the talks after it.</summary>
    public bool HoldsTalks(PlaceFound place)
    {
        (int first, int last) = Article.SentenceAt(place.First);
        return Any(Cue.Talks, place.Last + 1, Math.Min(last, place.Last + 8))
            && (Any(Cue.Held, Math.Max(first, place.First - 8), Math.Min(last, place.Last + 4)) || Any(Cue.Schedule, Math.Max(first, place.First - 8), place.First));
    }

    // المعارضة where the text elsewhere says المعارضة السورية; القوات الحكومية after القوات الحكومية السورية. Only when one actor alone can be meant.
    private ActorFound? Resumed(string words)
    {
        string folded = Folding.Fold(words).Trim();
        folded = folded.StartsWith("لل", StringComparison.Ordinal) ? "ا" + folded[1..] : folded;
        if (!folded.StartsWith("ال", StringComparison.Ordinal))
        {
            return null;
        }

        _actorsByWords ??= ActorsByWords();
        return _actorsByWords.GetValueOrDefault(folded);
    }

    // The first words of every body that is known by an id; null where several bodies begin alike.
    private Dictionary<string, ActorFound?> ActorsByWords()
    {
        Dictionary<string, ActorFound?> byWords = new(StringComparer.Ordinal);
        foreach (ActorFound actor in Article.Names.OfType<ActorFound>().Where(a => a.Id is not null && a.Type is not ActorType.Person))
        {
            string text = Folding.Fold(Article.Slice(actor.Span));
            for (int end = text.IndexOf(' ', StringComparison.Ordinal); ; end = text.IndexOf(' ', end + 1))
            {
                string words = end < 0 ? text : text[..end];
                byWords[words] = !byWords.TryGetValue(words, out ActorFound? known) ? actor
                    : string.Equals(known?.Id, actor.Id, StringComparison.Ordinal) ? known : null;
                if (end < 0)
                {
                    break;
                }
            }
        }

        return byWords;
    }

    /// <summary>The armed group that التنظيم or الحركة takes up: the one named last before; null when the word is none such.</summary>
    public FactParty? GroupTakenUp(int token)
    {
        // الجيش, القوات, النظام: of the country of the war.
        if (Article.NameAt[token] < 0 && Article.Form(token) is "الجيش" or "القوات" or "النظام" or "الحكومه"
            && OfTheWar(token, new FactParty(Article.SpanOf(token, token), null, null, null)) is { ActorId: not null } body)
        {
            return body;
        }

        if (Article.NameAt[token] >= 0 || Article.Form(token) is not ("التنظيم" or "الحركه" or "الجماعه" or "الجبهه" or "الفصيل" or "الميليشيا"))
        {
            return null;
        }

        _groupUpTo ??= GroupsUpTo();
        return NamesBefore(token) is int names and > 0 && _groupUpTo[names - 1] is { } group ? group with { Span = Article.SpanOf(token, token) } : null;
    }

    // For each name, the armed group named last up to it.
    private FactParty?[] GroupsUpTo()
    {
        FactParty?[] groups = new FactParty?[Article.Names.Count];
        for (int n = 0; n < groups.Length; n++)
        {
            groups[n] = Article.Names[n] is ActorFound { Type: ActorType.ArmedGroup, Id: not null } group ? new FactParty(group.Span, group.Id, group.Name, group.Type)
                : n > 0 ? groups[n - 1] : null;
        }

        return groups;
    }

    /// <summary>How many names begin before a token.</summary>
    private int NamesBefore(int token) => Bisect.First(Article.Names, static n => n.First, token);

    /// <summary>Whether a counted number stands at a token.</summary>
    public bool IsCounted(int token) => (_counted ??= Counted())[token];

    private bool[] Counted()
    {
        bool[] counted = new bool[Article.Count];
        foreach (QuantityFound quantity in Article.Quantities)
        {
            Array.Fill(counted, true, quantity.First, quantity.Last - quantity.First + 1);
        }

        return counted;
    }

    /// <summary>Folded letters of prepositions and و before a word.</summary>
    public int Skip(int token) => Article.Tokens[token].Word is { Readings.Length: > 0 } word ? word.Readings[0].Skip : 0;

    /// <summary>Who acts in the clause before a word: the last actor that can be a subject, with those coordinated before it.</summary>
    public List<FactParty> SubjectBefore(int token, int first)
    {
        for (int i = token - 1; i >= first; i--)
        {
            if (GroupTakenUp(i) is { } resumed)
            {
                return [resumed];
            }

            if (Article.NameAt[i] is int name and >= 0)
            {
                if (Article.Names[name] is ActorFound actor && Article.SubjectLike(actor))
                {
                    return Back(name);
                }

                i = Article.Names[name].First;
            }
        }

        return [];
    }

    private List<FactParty> Back(int name)
    {
        List<FactParty> parties = [Party((ActorFound)Article.Names[name])];
        for (int i = name; i > 0 && Article.Names[i - 1] is ActorFound earlier && Article.Names[i].First - earlier.Last <= 2 && Joined(earlier.Last, Article.Names[i].First); i--)
        {
            parties.Insert(0, Party(earlier));
        }

        return parties;
    }

    /// <summary>Whether the word after some tokens is coordinated with them: و or a comma stands between.</summary>
    private bool Joined(int end, int next)
    {
        if (Article.Tokens[next].Word?.Form is ['و', ..] && Article.Tokens[next].Word!.Proclitic.StartsWith('و'))
        {
            return true;
        }

        for (int i = end + 1; i < next; i++)
        {
            if (Article.Form(i) is "و" or "او" || Article.Tokens[i].Mark is '،' or ',')
            {
                return true;
            }
        }

        return next == end + 1 && PartyAt(next) is { Party.Type: ActorType.State } && Article.NameAt[next] < 0;
    }

    /// <summary>The statement that holds a token most closely; null when none does.</summary>
    public StatementFound? StatementAt(int token) => (_statementAt ??= Innermost())[token];

    // The longest first, so that those within them stand last.
    private StatementFound?[] Innermost()
    {
        StatementFound?[] at = new StatementFound?[Article.Count];
        foreach (StatementFound statement in Article.Statements.Where(s => s.Last >= s.First).Reverse().OrderByDescending(s => s.Last - s.First))
        {
            Array.Fill(at, statement, statement.First, statement.Last - statement.First + 1);
        }

        return at;
    }

    /// <summary>Who speaks at a token; null when the text says it in its own voice.</summary>
    public FactParty? SpeakerAt(int token)
    {
        if (StatementAt(token)?.SpeakerSpan is not { } span)
        {
            return null;
        }

        return Article.NameAt[TokenAt(span.End)] is int name and >= 0 && Article.Names[name] is ActorFound actor && actor.Span == span
            ? Party(actor) : new FactParty(span, null, null, null);
    }

    public FactTime? Time(TimeFound? time) => time is null ? null : new FactTime(time.Span, time.Value, time.Value is null ? Times.Unanchored.MonthDay(Article, time) : null);

    /// <summary>The expression of time nearest to a token between two tokens, days before months; null when there is none.</summary>
    public TimeFound? NearestTime(int token, int first, int last, int reach)
    {
        TimeFound? best = null;
        int bestDistance = reach + 1;
        foreach (TimeFound time in Article.Within(Article.Times, first, last))
        {
            // An hour or a bare year dates no round and no deal.
            if (time.Value is { Length: 4 } || (time.Value is null && Times.Unanchored.MonthDay(Article, time) is null))
            {
                continue;
            }

            int distance = time.First > token ? time.First - token : (token - time.Last) + 2;
            distance += (time.Value ?? "--01-01").Length is 10 or 7 && (time.Value is null || time.Value.Length == 10) ? 0 : 4;
            if (distance < bestDistance)
            {
                (best, bestDistance) = (time, distance);
            }
        }

        return best;
    }

    /// <summary>Adds a fact, once.</summary>
    public void Add(
        int first, int last, FactDetail detail, string rule, Modality modality = Modality.Asserted, IReadOnlyList<FactParty>? actors = null,
        IReadOnlyList<FactParty>? recipients = null, PlaceFound? place = null, PlaceFound? destination = null, TimeFound? time = null,
        Span? number = null, FactParty? speaker = null, int skip = 0)
    {
        Span span = Article.SpanOf(first, last, skip);
        string parties = string.Join('|', (actors ?? []).Concat(recipients ?? []).Select(p => p.Span.Start));
        if (_seen.Add((detail.GetType(), detail.ToString()!, span.Start, span.End, parties)))
        {
            Facts.Add(new FactMention(
                span.Start, span.End, Article.Slice(span), detail, modality, actors ?? [], recipients ?? [], place?.Span, destination?.Span, Time(time), number,
                speaker, rule));
        }
    }

    public Phrase Phrase(int first, int last)
    {
        Span span = Article.SpanOf(first, last, Skip(first));
        return new Phrase(Article.Slice(span), span);
    }

    /// <summary>The token that a span ends in.</summary>
    public int TokenAt(int end) => Math.Max(0, Math.Min(Bisect.First(Article.Tokens, static t => t.End, end), Article.Count - 1));
}
