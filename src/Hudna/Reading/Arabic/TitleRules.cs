namespace Hudna.Reading.Arabic;

/// <summary>Persons by title: وزير الخارجية الروسي سيرغي لافروف, رئيس كازاخستان فلان, and الرئيس السوري where the office alone names one.</summary>
internal sealed class TitleRules(Article article, UnknownNames unknown, GroupRules groups)
{
    private const int TitleWordsMax = 12;

    public ActorFound? At(int i)
    {
        if (article.Longest(i, Cat.Title) is not { Entry: TitleEntry title } match || (match.Suffix > 0 && title.Lemma != "نظير"))
        {
            return null;
        }

        // المعارضة is a woman in opposition far less often than the opposition; مشيرا is a marshal far less often than "pointing out".
        if (match.Count == 1 && ((title.Class == "role" && (article.Cats(i) & Cat.Group) != 0) || ((article.Cats(i) & (Cat.Participle | Cat.Verb)) != 0 && !title.Definite)))
        {
            return null;
        }

        Head head = Body(match, title);
        if (head.Name is { } name)
        {
            return Person(i, name.Last, match.Skip, name, head);
        }

        if (head.State is { } state && title.Class == "office" && head.End > match.Last && (article.Cats(i) & Cat.Group) == 0)
        {
            string office = OfficeOf(match, head.End);
            ActorEntry? holder = article.Language.Holder(office, state.Code, article.Published);
            return new ActorFound(
                i, head.End, article.SpanOf(i, head.End, match.Skip), holder is null ? "actor.title.office" : "actor.title.office-holder",
                holder?.NameEn, ActorType.Person, holder?.Id)
            {
                Core = null,
                Inside = head.Inside,
            };
        }

        return null;
    }

    /// <summary>A title in apposition after a name: محمد علوش، كبير مفاوضي المعارضة السورية. Returns its last token.</summary>
    public int? After(int nameLast)
    {
        int at = nameLast + 1;
        bool comma = article.IsMark(at, '،') || article.IsMark(at, ',');
        if (comma)
        {
            at++;
        }

        if (article.Longest(at, Cat.Title) is not { Entry: TitleEntry { Class: not "honorific" } title, Skip: 0, Suffix: 0 } match)
        {
            return null;
        }

        Head head = Body(match, title);
        return head.Name is null && head.End > match.Last ? head.End : null;
    }

    private ActorFound Person(int first, int last, int skip, NameRun name, Head head)
    {
        int nameLast = last;
        if (name.Known is null && After(last) is { } end)
        {
            last = end;
        }

        string rule = name.Known is not null ? "actor.title.list" : head.State is null ? "actor.title.unknown-name" : "actor.title.state.unknown-name";
        return new ActorFound(first, last, article.SpanOf(first, last, skip), rule, name.Known?.NameEn, ActorType.Person, name.Known?.Id)
        {
            Core = (name.First, nameLast),
            Inside = head.Inside,
        };
    }

    /// <summary>Walks the words of a title until a name, or until nothing more belongs to it.</summary>
    private Head Body(Match title, TitleEntry entry)
    {
        State? state = null;
        List<NameFound> inside = [];
        int at = title.Last + 1, end = title.Last;
        bool linked = false;
        for (int step = 0; step < TitleWordsMax && at < article.Count; step++)
        {
            if (article.Form(at) is not "باسم" && Name(at, MayBeUnknown(title, entry, end), entry.Class is "honorific" || (entry.Class is "rank" && (article.Cats(title.First) & Cat.Group) == 0), entry.Class is "role" && state is null) is { } name)
            {
                return new Head(end, state, name, inside);
            }

            if (article.IsMark(at, '.') && at == title.Last + 1 && article.Form(title.Last).Length <= 2)
            {
                at++;
                continue;
            }

            if (article.IsMark(at, '،') || article.IsMark(at, ','))
            {
                return Name(at + 1, allowUnknown: false, allowArticle: false, wary: true) is { } after ? new Head(end, state, after, inside) : new Head(end, state, null, inside);
            }

            if (article.IsMark(at, '"') || article.IsMark(at, '“') || article.IsMark(at, '«'))
            {
                if (article.QuoteEnd[at] is int close and > 0 && close - at <= 5)
                {
                    end = close;
                    at = close + 1;
                    continue;
                }

                break;
            }

            if (article.Taken[at] || article.Tokens[at].Kind != TokenKind.Word)
            {
                break;
            }

            if (article.Longest(at, Cat.Nisba | Cat.State | Cat.Capital, e => e is StateEntry) is { Entry: StateEntry of } nation
                && (nation.Entry.Cat == Cat.Nisba ? nation.Proclitic.Length == 0 : (state is null && (nation.Proclitic is "" or "ل" || linked)) || nation.Proclitic is "ب"))
            {
                state ??= of.State;
                if (nation.Entry.Cat != Cat.Nisba)
                {
                    inside.Add(Within(nation, of));
                }

                end = nation.Last;
                at = end + 1;
                linked = false;
                continue;
            }

            if (Domain(at, title, entry, state is not null, inside) is { } domainEnd)
            {
                state ??= StateIn(at, domainEnd);
                end = domainEnd;
                at = end + 1;
                linked = false;
                continue;
            }

            if (!linked && article.Form(at) is "الي" or "لدي" or "باسم" or "لشؤون" or "لشوون")
            {
                linked = true;
                at++;
                continue;
            }

            break;
        }

        return new Head(end, state, null, inside);
    }

    /// <summary>A word or body inside a title: الخارجية, الوزراء, بوزارة الخارجية, الهيئة التفاوضية العليا, للأمم المتحدة, السابق.</summary>
    private int? Domain(int at, Match title, TitleEntry entry, bool complete, List<NameFound> inside)
    {
        // After the nationality only an adjective of the title may follow: وزير الخارجية الروسي الأسبق.
        if (complete)
        {
            return article.Form(at).StartsWith("ال", StringComparison.Ordinal) && (article.Cats(at) & ~Cat.GroupAdjective) == 0 && article.OwnRoles(at) == Role.None
                && UnknownNames.LooksOrdinary(article.Form(at), true) is false && (article.Cats(at) != Cat.None || IsRank(article.Form(at)))
                ? at
                : null;
        }

        if (article.Longest(at, Cat.Title) is { Suffix: 0, Proclitic: "" or "و" } inner && at == title.Last + 1)
        {
            return inner.Last;
        }

        if (groups.At(at) is { } group)
        {
            inside.Add(group);
            return group.Last;
        }

        if (article.Longest(at, Cat.Actor) is { Entry: ActorNameEntry { Actor.Type: not ActorType.Person }, Proclitic: "" or "ل" or "ب" } body)
        {
            inside.Add(Within(body, (ActorNameEntry)body.Entry));
            return body.Last;
        }

        if (article.Longest(at, Cat.Group) is { Proclitic: "" or "ب" or "ل" or "في" } bare)
        {
            return bare.Last;
        }

        string form = article.Form(at);
        Cat cats = article.Cats(at);
        bool definite = form.StartsWith("ال", StringComparison.Ordinal) || form.StartsWith("لل", StringComparison.Ordinal)
            || (form.StartsWith("وال", StringComparison.Ordinal) && at > title.Last + 1);
        bool plain = (cats & (Cat.Verb | Cat.Time | Cat.Nisba)) == 0 && article.Roles(at) == Role.None;
        if (definite && plain && (cats & (Cat.Place | Cat.State | Cat.Capital)) == 0)
        {
            return at;
        }

        if (article.Longest(at, Cat.Place) is { Proclitic: "" or "ب" or "ل" or "و" } place && entry.Class != "honorific")
        {
            inside.Add(Within(place, (PlaceNameEntry)place.Entry));
            return place.Last;
        }

        return article.Longest(at, Cat.GroupAdjective) is { Proclitic: "" } adjective && definite ? adjective.Last : null;
    }

    /// <summary>A single name of no list and no foreign look has no ending of an accusative or participle, and a mark, a particle, a verb or a
    /// title after it.</summary>
    private bool StandsAlone(int at)
    {
        string form = article.Form(at);
        int next = at + 1;
        return form[^1] is not 'ا' && form[0] is not ('م' or 'و' or 'ل' or 'ب')
            && (next >= article.Count || article.Tokens[next].Kind != TokenKind.Word || article.Roles(next) != Role.None
                || (article.Cats(next) & (Cat.Particle | Cat.Verb | Cat.Time | Cat.Participle | Cat.Title)) != 0);
    }

    private static bool IsRank(string form) => form is "الاسبق" or "السابق" or "الحالي" or "الخاص" or "الاول" or "المنتخب" or "الراحل" or "المستقيل" or "المخلوع" or "الاعلي";

    private PlaceFound Within(Match match, PlaceNameEntry entry)
    {
        PlaceEntry p = entry.Place;
        return new PlaceFound(match.First, match.Last, article.SpanOf(match), "place.list", p.NameEn, p.Kind, p.Country, p.Lat, p.Lon, p.Id);
    }

    private PlaceFound Within(Match match, StateEntry entry)
    {
        State s = entry.State;
        return entry.Cat == Cat.Capital
            ? new PlaceFound(match.First, match.Last, article.SpanOf(match), "place.list", s.CapitalEn, PlaceKind.Settlement, s.Code, s.CapitalLat, s.CapitalLon, s.CapitalId)
            : new PlaceFound(match.First, match.Last, article.SpanOf(match), "place.list", s.NameEn, PlaceKind.Country, s.Code, s.Lat, s.Lon, s.PlaceId);
    }

    private ActorFound Within(Match match, ActorNameEntry entry) =>
        new(match.First, match.Last, article.SpanOf(match), "actor.list", entry.Actor.NameEn, entry.Actor.Type, entry.Actor.Id);

    private State? StateIn(int first, int last)
    {
        for (int at = first; at <= last; at++)
        {
            if (article.Longest(at, Cat.Nisba | Cat.State) is { Entry: StateEntry entry })
            {
                return entry.State;
            }
        }

        return null;
    }

    /// <summary>Whether a word of no list may be the name: not right after a construct's head, whose complement it would be (ملك أراغون, مدرب
    /// خيخون), but after a definite title (المدرب), a rank or a form of address, or when the title is complete (الوزير الروسي).</summary>
    private bool MayBeUnknown(Match title, TitleEntry entry, int end) =>
        entry.Definite || end > title.Last || article.Form(title.Last).StartsWith("ال", StringComparison.Ordinal);

    /// <summary>A name that begins at a token.</summary>
    /// <param name="at">The token.</param>
    /// <param name="allowUnknown">Whether a word of no list may begin it.</param>
    /// <param name="allowArticle">Whether a word with ال may be it.</param>
    /// <param name="wary">Whether a word of no list alone must be spelt as foreign names are.</param>
    private NameRun? Name(int at, bool allowUnknown, bool allowArticle, bool wary)
    {
        if (at >= article.Count || article.Taken[at] || article.Tokens[at].Kind != TokenKind.Word)
        {
            return null;
        }

        if (article.Longest(at, Cat.Actor, e => e is ActorNameEntry { Actor.Type: ActorType.Person }) is { Entry: ActorNameEntry known, Skip: 0 } match)
        {
            return new NameRun(at, match.Last, known.Actor);
        }

        NameShape shape = unknown.Shape(at);
        bool given = (shape & (NameShape.Given | NameShape.Family)) != 0 || unknown.IsNameParticle(at);
        bool blank = allowUnknown && (shape & (allowArticle ? NameShape.Unknown | NameShape.Definite : NameShape.Unknown)) != 0;
        // After a title المصري, الكبير are adjectives; only a rank or form of address is followed by a bare family name (الشيخ الشريف).
        bool adjective = article.Form(at).StartsWith("ال", StringComparison.Ordinal) && (!allowArticle || (shape & NameShape.Common) != 0 || (article.Cats(at) & Cat.Nisba) != 0);
        if ((!given && !blank) || adjective || unknown.IsPreposition(at))
        {
            return null;
        }

        if ((shape & NameShape.Definite) != 0)
        {
            if (article.Form(at)[^1] != 'ي')
            {
                return null;
            }

            return new NameRun(at, at, null);
        }

        int last = unknown.Extend(at, allowUnknownFirst: blank);
        if (!given && last == at && ((shape & NameShape.Foreign) == 0 ? wary || !StandsAlone(at) : article.Form(at)[0] is 'ل' or 'ف' && article.Form(at)[^1] is 'ت'))
        {
            return null;
        }

        return last >= at ? new NameRun(at, last, null) : null;
    }

    /// <summary>The office in the words of offices.tsv: the title's words without nationality, ال taken off the first.</summary>
    private string OfficeOf(Match title, int end)
    {
        List<string> words = [];
        for (int at = title.First; at <= end; at++)
        {
            if (article.Longest(at, Cat.Nisba | Cat.State | Cat.Capital) is { } nation && at > title.First)
            {
                at = nation.Last;
                continue;
            }

            string form = article.Form(at);
            words.Add(at == title.First ? Bare(form[Math.Min(title.Skip, form.Length)..]) : form);
        }

        return string.Join(' ', words);
    }

    private static string Bare(string form) => form.StartsWith("ال", StringComparison.Ordinal) ? form[2..] : form;

    private sealed record NameRun(int First, int Last, ActorEntry? Known);

    private sealed record Head(int End, State? State, NameRun? Name, List<NameFound> Inside);
}
