namespace Hudna.Reading.Arabic;

/// <summary>Places, and states and capitals that are either a place or an actor by what stands around them.</summary>
internal sealed class PlaceRules(Article article, UnknownNames unknown)
{
    private readonly PlaceChoice _choice = new(article);
    private readonly StateUse _use = new(article);

    public NameFound? At(int i)
    {
        NameFound? typed = Typed(i);
        NameFound? named = Longest(State(i), Named(i));
        return Longest(named, typed);
    }

    private static NameFound? Longest(NameFound? one, NameFound? other) => one is null || (other is not null && other.Last > one.Last) ? other : one;

    private PlaceFound? Named(int i)
    {
        if (article.Longest(i, Cat.Place) is not { Entry: PlaceNameEntry } match)
        {
            return null;
        }

        PlaceEntry place = _choice.Choose(match);
        bool evidence = HasPlaceEvidence(i, match);
        // A well-known place that our tables also take for a verb (تدمر) is the place.
        Cat other = place.Rank <= 3 && !place.Ambiguous ? Cat.Particle | Cat.Unit : Cat.Verb | Cat.Particle | Cat.Masdar | Cat.Unit | Cat.Group | Cat.Title;
        bool otherWord = match.Count == 1 && (article.Tokens[i].Cats & other) != 0;
        if ((place.Ambiguous || otherWord || match.Skip > 0 && match.Count == 1 && article.Form(i).Length <= 4) && !evidence)
        {
            return null;
        }

        // A small place of a country which the text never speaks of: a common word (الوادي in a Syrian report) is the common word, and a
        // name needs evidence, for it is more often a person's or a slip of the pen.
        if (place.Country is { } country && _choice.IsForeign(country) && ((place.Ambiguous && place.Rank > 1) || (place.Rank >= 4 && !evidence)))
        {
            return null;
        }

        // شمالي إدلب: the north of what the city rules, not the city.
        if (place.Kind == PlaceKind.Settlement && place.Admin1 == place.NameEn && match.Skip == 0 && (article.OwnRoles(i - 1) & Role.Direction) != 0)
        {
            return new PlaceFound(
                i, match.Last, article.SpanOf(match), "place.list.direction", $"{place.NameEn} (countryside)", PlaceKind.Region, place.Country, place.Lat, place.Lon,
                $"{place.Id}:countryside");
        }

        return new PlaceFound(i, match.Last, article.SpanOf(match), "place.list", place.NameEn, place.Kind, place.Country, place.Lat, place.Lon, place.Id);
    }

    /// <summary>العاصمة الكازاخية, الأراضي السورية, and a type word with a name: the gazetteer's or an unknown one.</summary>
    private PlaceFound? Typed(int i)
    {
        string form = article.Form(i);
        if (form.EndsWith("العاصمه", StringComparison.Ordinal) && form.Length <= 8)
        {
            int skip = form.Length - "العاصمه".Length;
            return Capital(i, skip);
        }

        if (form.EndsWith("الاراضي", StringComparison.Ordinal) && article.Longest(i + 1, Cat.Nisba) is { Entry: StateEntry land, Proclitic: "" } nisba)
        {
            return Country(i, nisba.Last, form.Length - "الاراضي".Length, land.State, "place.territory");
        }

        if (article.Longest(i, Cat.PlaceType) is not { Entry: PlaceTypeEntry type } match || match.Suffix > 0)
        {
            return null;
        }

        int at = match.Last + 1;
        if (article.Longest(at, Cat.Place | Cat.Capital) is { Proclitic: "" } known && type.InSpan)
        {
            (string name, double? lat, double? lon, string? country, string? id) = known.Entry switch
            {
                PlaceNameEntry => Whole(_choice.Choose(known)),
                StateEntry s => (s.State.CapitalEn!, s.State.CapitalLat, s.State.CapitalLon, s.State.Code, s.State.CapitalId),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            return new PlaceFound(
                i, known.Last, article.SpanOf(i, known.Last, match.Skip), "place.type.list", $"{name} ({type.Class})", type.Kind, country, lat, lon, $"{id}:{type.Class}")
            {
                Core = (at, known.Last),
            };
        }

        if (article.Longest(at, Cat.Place | Cat.Capital | Cat.State | Cat.Actor | Cat.Group | Cat.Title) is not null)
        {
            return null;
        }

        // Only words for one settlement, base or crossing are followed by its name and by nothing else.
        int last = unknown.ExtendProper(at, 2);
        string typeForm = article.Form(i)[match.Skip..];
        bool definiteType = typeForm.StartsWith("ال", StringComparison.Ordinal) || typeForm.StartsWith("لل", StringComparison.Ordinal);
        bool names = type.Class is "city" or "town" or "village" or "neighbourhood" or "camp" or "governorate" or "base" or "crossing";
        if (last < at || definiteType || !names || (typeForm is "طريق" or "نفق" or "جسر" or "لواء" or "حقل"))
        {
            return null;
        }

        int first = type.InSpan ? i : at;
        return new PlaceFound(first, last, article.SpanOf(first, last, type.InSpan ? match.Skip : 0), "place.type.unknown-name", null, type.Kind, null, null, null, null)
        {
            Core = (at, last),
        };
    }

    private static (string Name, double? Lat, double? Lon, string? Country, string? Id) Whole(PlaceEntry place) =>
        (place.NameEn, place.Lat, place.Lon, place.Country, place.Id);

    private PlaceFound? Capital(int i, int skip)
    {
        if (article.Longest(i + 1, Cat.Nisba) is { Entry: StateEntry nisba, Proclitic: "" } nation && nisba.State.CapitalEn is not null)
        {
            int end = nation.Last;
            return article.Longest(end + 1, Cat.Capital) is null ? Settlement(i, end, skip, nisba.State, "place.capital.nisba") : null;
        }

        if (article.Longest(i + 1, Cat.Capital) is not null)
        {
            return null;
        }

        // العاصمة alone: the capital named last before it.
        PlaceFound? last = article.Names.OfType<PlaceFound>().LastOrDefault(p => p.Id?.EndsWith("-capital", StringComparison.Ordinal) == true);
        return last is null ? null : last with { First = i, Last = i, Span = article.SpanOf(i, i, skip), Rule = "place.capital.coref" };
    }

    private NameFound? State(int i)
    {
        if (article.Longest(i, Cat.State | Cat.Capital) is not { Entry: StateEntry entry } match)
        {
            return null;
        }

        // سورية after a noun is the adjective; after a particle, a verb or a mark it is the state. السعودية is the adjective only after
        // a definite noun.
        string form = article.Form(i), noun = article.Form(i - 1);
        bool agrees = form.EndsWith('ه') && form.StartsWith("ال", StringComparison.Ordinal) == noun.Contains("ال", StringComparison.Ordinal);
        if (match.Count == 1 && match.Skip == 0 && (article.Tokens[i].Cats & Cat.Nisba) != 0 && agrees && noun.Length > 0 && article.OwnRoles(i - 1) == Role.None
            && (article.Cats(i - 1) & (Cat.Verb | Cat.PlaceType)) == 0)
        {
            return null;
        }

        bool capital = entry.Cat == Cat.Capital;
        if (_use.IsPlace(i, match, capital))
        {
            return capital
                ? Settlement(i, match.Last, match.Skip, entry.State, "place.capital")
                : Country(i, match.Last, match.Skip, entry.State, "place.country");
        }

        return new ActorFound(
            i, match.Last, article.SpanOf(match), capital ? "actor.state.capital" : "actor.state", entry.State.NameEn, ActorType.State, entry.State.ActorId);
    }

    private PlaceFound Settlement(int first, int last, int skip, State state, string rule) =>
        new(first, last, article.SpanOf(first, last, skip), rule, state.CapitalEn, PlaceKind.Settlement, state.Code, state.CapitalLat, state.CapitalLon, state.CapitalId);

    private PlaceFound Country(int first, int last, int skip, State state, string rule) =>
        new(first, last, article.SpanOf(first, last, skip), rule, state.NameEn, PlaceKind.Country, state.Code, state.Lat, state.Lon, state.PlaceId);

    private bool HasPlaceEvidence(int i, Match match)
    {
        int before = _use.Before(i);
        bool common = match.Entry is PlaceNameEntry { Place: { Ambiguous: true } or { Rank: >= 5 } } && match.Count == 1;
        return (match.Proclitic.EndsWith('ب') && !common)
            || article.Form(before) is "محادثات" or "مفاوضات" or "مباحثات" or "مشاورات"
            || (article.OwnRoles(before) & (Role.Locative | Role.Direction)) != 0
            || (article.Cats(before) & Cat.PlaceType) != 0
            || (article.Form(before) is "من" or "الي" or "علي" && match.Count > 1);
    }
}
