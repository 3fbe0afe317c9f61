namespace Hudna.Reading.Arabic.Facts;

/// <summary>A mention of talks at a venue: مفاوضات أستانا, جولة من المباحثات في جنيف.</summary>
/// <param name="First">The noun's token.</param>
/// <param name="Last">The venue's last token.</param>
/// <param name="Track">The track: its venue.</param>
/// <param name="Venue">The venue.</param>
internal sealed record TalksMention(int First, int Last, TrackRef Track, PlaceFound Venue);

/// <summary>Finds which talks a text speaks of. The press calls a track by its venue; talks named without one are those named last.</summary>
internal sealed class TalksMentions
{
    private const int VenueReach = 9;
    private const int VenueBefore = 22;

    private readonly Scene _scene;
    private readonly Dictionary<string, PlaceFound> _venueOfCountry = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _canHost = new(StringComparer.Ordinal);
    private readonly List<TalksMention> _present;
    private readonly TalksMention? _main;
    private readonly HashSet<string> _tracks;
    private readonly HashSet<string> _presentTracks;

    public TalksMentions(Scene scene)
    {
        _scene = scene;
        List<TalksMention> found = [.. Enumerable.Range(0, scene.Article.Count).Select(At).OfType<TalksMention>()];

        // مؤتمر and لقاء are said of many things: they count where the text elsewhere speaks of talks at that venue.
        HashSet<string> sure = [.. found.Where(t => scene.Is(t.First, Cue.Talks) || scene.Is(t.First, Cue.Round)).Select(t => t.Track.Id)];
        All = [.. found.Where(t => sure.Contains(t.Track.Id)).GroupBy(t => (t.Venue.First, t.First > t.Venue.Last)).Select(g => g.MaxBy(t => t.First)!).OrderBy(t => t.First)];
        _present = All.FindAll(t => !(scene.Article.Form(t.Last + 1) is "السابقه" or "الماضيه"));
        _tracks = [.. All.Select(t => t.Track.Id)];
        _main = Main(_present.Count > 0 ? _present : All);
        _presentTracks = [.. _present.Select(t => t.Track.Id)];
    }

    /// <summary>In order of position; one per venue's mention.</summary>
    public List<TalksMention> All { get; }

    /// <summary>Talks named between two tokens.</summary>
    public IEnumerable<TalksMention> Within(int first, int last) => Beginning(All, first, last).Where(t => t.Last <= last);

    /// <summary>Whether a mention of talks begins at a token.</summary>
    public bool BeginAt(int token) => AnyBegins(token, token);

    /// <summary>Whether a mention of talks begins between two tokens.</summary>
    public bool AnyBegins(int first, int last) => FirstBeginning(first, last) is not null;

    /// <summary>The first mention that begins between two tokens; null when none does.</summary>
    public TalksMention? FirstBeginning(int first, int last) => Beginning(All, first, last).FirstOrDefault();

    /// <summary>Whether the text speaks of talks at a venue.</summary>
    public bool IsTrack(string? place) => place is not null && _tracks.Contains(place);

    /// <summary>The talks that are meant at a token: named in its sentence, else those of which the text speaks most; null when the text names none.
    /// Where one track is left out, the last named before is meant (هذه المحادثات).</summary>
    /// <param name="token">The token.</param>
    /// <param name="notTrack">A track that cannot be meant; null when any can.</param>
    public TalksMention? Meant(int token, string? notTrack = null)
    {
        (int first, int last) = _scene.Article.SentenceAt(token);
        bool present = _presentTracks.Count > (notTrack is not null && _presentTracks.Contains(notTrack) ? 1 : 0);
        List<TalksMention> able = present ? _present : All;
        string? not = present ? notTrack : null;
        TalksMention? near = Beginning(able, first, last).Where(t => t.Last <= last && Able(t)).MinBy(t => Math.Abs(t.First - token));
        if (near is not null)
        {
            return near;
        }

        if (notTrack is null)
        {
            return _main;
        }

        for (int n = Bisect.First(able, static m => m.First, token) - 1; n >= 0; n--)
        {
            if (Able(able[n]))
            {
                return able[n];
            }
        }

        return able.Find(Able);

        bool Able(TalksMention t) => !string.Equals(t.Track.Id, not, StringComparison.Ordinal);
    }

    private static IEnumerable<TalksMention> Beginning(List<TalksMention> mentions, int first, int last)
    {
        for (int n = Bisect.First(mentions, static m => m.First, first); n < mentions.Count && mentions[n].First <= last; n++)
        {
            yield return mentions[n];
        }
    }

    private static TalksMention? Main(List<TalksMention> able) => able.GroupBy(t => t.Track.Id, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Min(t => t.First)).FirstOrDefault()?.First();

    private TalksMention? At(int token)
    {
        Article article = _scene.Article;
        if (!(_scene.Is(token, Cue.Talks) || _scene.Is(token, Cue.Meeting)) || (article.Cats(token) & Cat.Verb) != 0 && (article.Cats(token) & (Cat.EventNoun | Cat.Masdar)) == 0
            || _scene.Is(token + 1, Cue.Press))
        {
            return null;
        }

        int last = article.SentenceAt(token).Last;
        bool subject = false;
        for (int i = token + 1; i <= Math.Min(last, token + VenueReach); i++)
        {
            subject |= IsSubject(i);
            if (article.NameAt[i] is int name and >= 0)
            {
                if (subject && article.Names[name] is PlaceFound)
                {
                    subject = false;
                }
                else if (article.Names[name] is PlaceFound place && LeadsTo(place.First, token) && Venue(place) is { } venue)
                {
                    return new TalksMention(token, venue.Last, new TrackRef(venue.Id!, article.Slice(venue.Span), venue.Span), venue);
                }

                i = article.Names[name].Last;
                continue;
            }

            // What the talks are about, other talks, or another clause: no venue beyond. جولة من المباحثات is one.
            bool other = (_scene.Is(i, Cue.Talks) && !_scene.Is(token, Cue.Round) && !_scene.Is(token, Cue.Meeting))
                || ((article.OwnRoles(i) & Role.Relative) != 0 && article.Form(i) is not ("من" or "ما") && !IsHeldAt(i)) || _scene.Parts(i) || article.Tokens[i].Is('؛');
            if (other)
            {
                break;
            }
        }

        return Before(token);
    }

    // النزاع في السودان, الأزمة في ليبيا: the place after it is where the conflict is, not where the talks are.
    private bool IsSubject(int token) => _scene.Article.Form(token) is "النزاع" or "الصراع" or "الحرب" or "الازمه" or "السلام" or "القتال" or "العنف" && _scene.Article.Form(token + 1) is "في" or "داخل";

    // وفي جنيف، حيث انطلقت جولة من المفاوضات; اختتمت في العاصمة الكازاخية المحادثات: the venue stands before, outside the country of the war.
    private TalksMention? Before(int token)
    {
        Article article = _scene.Article;
        // تؤدي إلى مفاوضات: other talks, to which these are to lead.
        if (!_scene.Is(token, Cue.Talks) || article.Form(token - 1) is "الي")
        {
            return null;
        }

        int first = article.SentenceAt(token).First;
        PlaceFound? venue = Article.Within(article.Names, Math.Max(first, token - VenueBefore), token - 1).OfType<PlaceFound>().LastOrDefault(p =>
            p is { Kind: PlaceKind.Settlement, Id: not null, Country: not null } && (article.Form(p.First - 1) is "في" or "وفي" or "الي" or "فى" || article.Tokens[p.First].Word?.Proclitic is "ب" or "وب")
            && (_scene.WarCountry.Length == 2 || _scene.HoldsTalks(p)) && !string.Equals(p.Country, _scene.WarCountry, StringComparison.OrdinalIgnoreCase));
        return venue is null ? null : new TalksMention(token, Math.Max(token, venue.Last), new TrackRef(venue.Id!, article.Slice(venue.Span), venue.Span), venue);
    }

    // التي تدور في, التي ستعقد في: the venue follows all the same.
    private bool IsHeldAt(int relative) => _scene.Is(relative + 1, Cue.Held) || _scene.Is(relative + 1, Cue.Schedule) || _scene.Is(relative + 1, Cue.Host)
        || _scene.Is(relative + 1, Cue.Sponsor);

    // مفاوضات أستانا, في جنيف, “أستانا”, عاصمة كازاخستان, بجنيف; not حول سوريا.
    private bool LeadsTo(int place, int noun)
    {
        Article article = _scene.Article;
        int before = place - 1;
        while (before > noun && (article.Tokens[before].IsQuote || article.Tokens[before].Is('(')))
        {
            before--;
        }

        return before == noun || article.Form(before) is "في" or "فى" or "الي" or "عاصمه" or "العاصمه" or "مدينه" || IsCountryOf(before, place)
            || article.Tokens[place].Word?.Proclitic is "ب" or "وب";
    }

    // عاصمة كازاخستان (أستانا): the country before the city.
    private bool IsCountryOf(int before, int place) => _scene.Article.NameAt[before] is int country and >= 0 && _scene.Article.Names[country] is PlaceFound { Kind: PlaceKind.Country } state
        && _scene.Article.NameAt[place] is int city and >= 0 && _scene.Article.Names[city] is PlaceFound town && string.Equals(town.Country, state.Country, StringComparison.Ordinal);

    // A capital told after its country is the venue: عاصمة كازاخستان (أستانا). A country alone stands for the venue that the text names in it.
    private PlaceFound? Venue(PlaceFound place)
    {
        Article article = _scene.Article;
        int next = article.NameAt[place.First] + 1;
        if (place.Kind != PlaceKind.Country)
        {
            return place.Id is null || place.Kind == PlaceKind.Region ? null : place;
        }

        if (next < article.Names.Count && article.Names[next] is PlaceFound { Kind: PlaceKind.Settlement, Id: not null } city
            && string.Equals(city.Country, place.Country, StringComparison.Ordinal) && city.First - place.Last <= 3)
        {
            return city;
        }

        if (place.Country is not { } code || !CanHost(code))
        {
            return null;
        }

        if (!_venueOfCountry.TryGetValue(code, out PlaceFound? known))
        {
            known = article.Names.OfType<PlaceFound>().FirstOrDefault(p => p is { Kind: PlaceKind.Settlement, Id: not null } && string.Equals(p.Country, code, StringComparison.Ordinal));
            _venueOfCountry[code] = known ?? place;
        }

        return known is null || known == place ? place.Id is null ? null : place : known with { First = place.First, Last = place.Last, Span = place.Span };
    }

    // Where talks are told of, or no war is.
    private bool CanHost(string country)
    {
        if (!_canHost.TryGetValue(country, out bool can))
        {
            _canHost[country] = can = HasVenue(country) || !IsTheWars(country);
        }

        return can;
    }

    // مفاوضات أستانا elsewhere in the text: its country hosts talks.
    private bool HasVenue(string country) => _scene.Article.Names.OfType<PlaceFound>().Any(p => p.Kind == PlaceKind.Settlement
        && string.Equals(p.Country, country, StringComparison.Ordinal) && Enumerable.Range(Math.Max(0, p.First - 4), Math.Min(4, p.First)).Any(i => _scene.Is(i, Cue.Talks) || _scene.Is(i, Cue.Meeting) || _scene.Is(i, Cue.Held)));

    // The country in which most of the text's settlements lie is where the war is.
    private bool IsTheWars(string country)
    {
        List<PlaceFound> settlements = [.. _scene.Article.Names.OfType<PlaceFound>().Where(p => p.Kind is PlaceKind.Settlement or PlaceKind.Region)];
        return settlements.Count(p => string.Equals(p.Country, country, StringComparison.Ordinal)) * 2 > settlements.Count
            && settlements.Select(p => p.Country).Distinct(StringComparer.Ordinal).Count() > 1;
    }
}
