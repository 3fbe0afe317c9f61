using System.Globalization;
using Hudna.Reading.Arabic.Facts;

namespace Hudna.Reading.Arabic;

/// <summary>Builds the lexicon and the gazetteer from the data files of lang/ar.</summary>
internal sealed partial class LexiconBuilder(LanguageFiles files)
{
    private readonly Inflection _inflection = new(TsvFile.Parse(files, "inflection.tsv", "class", "stem", "cut", "before", "after", "person", "gender", "number"));
    private readonly Lexicon _lexicon = new();
    private readonly Dictionary<string, PlaceEntry> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorEntry> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorType> _bodyTypes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _states = new(StringComparer.Ordinal);

    public ArabicLanguage Build(IReadOnlyList<PlaceEntry> addedPlaces, IReadOnlyList<ActorEntry> addedActors)
    {
        Particles();
        Months();
        TimeWords();
        Numbers();
        Measures();
        People();
        States();
        StateCues();
        PlaceTypes();
        Places(addedPlaces);
        Titles();
        Groups();
        GroupAdjectives();
        GivenNames();
        NameLists();
        Actors(addedActors);
        Verbs();
        Speech();
        Phrases();
        _lexicon.Shapes = Shapes();
        _lexicon.Cues = new CueTable(FactFiles.Cues(File("fact_cues.tsv", "cue", "stems")));
        RealisTable realis = RealisTable.Read(File("realis_cues.tsv", "cue", "where", "says", "assault", "protest", "other", "stems"));
        _lexicon.RealisCues = realis.Stems;
        (IReadOnlyList<TopicCue> topics, _lexicon.TopicStems) = FactFiles.Topics(File("topics.tsv", "topic", "stems"));
        return new ArabicLanguage(_lexicon, new Gazetteer(_places, _actors) { BodiesAr = _bodies, BodyTypes = _bodyTypes }, Offices(), MeasureCues(), ModeCues(), topics, realis);
    }

    /// <summary>A file whose rows the lexicon is told of, so that each entry knows where it stands.</summary>
    private TsvFile File(string name, params ReadOnlySpan<string> columns)
    {
        TsvFile file = TsvFile.Parse(files, name, columns);
        file.Reading = row => _lexicon.Line = row?.Line;
        return file;
    }

    private void Numbers()
    {
        foreach (TsvRow row in File("numbers.tsv", "class", "value", "forms").Rows)
        {
            string[] bounds = row.Required("value").Split(':');
            if (!decimal.TryParse(bounds[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal low)
                || !decimal.TryParse(bounds[^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal high))
            {
                throw row.Bad("value", $"\"{row["value"]}\" is neither a number nor low:high");
            }

            foreach (string form in row.List("forms"))
            {
                _lexicon.Add(form, new NumberEntry(row.Required("class"), low, high));
            }
        }

        foreach (TsvRow row in File("approximators.tsv", "bound", "forms").Rows)
        {
            foreach (string form in row.List("forms"))
            {
                string bound = row.Required("bound");
                _lexicon.Add(form, new ApproximatorEntry(bound.Split('-')[^1], bound.StartsWith("after-", StringComparison.Ordinal)));
            }
        }
    }

    private void People()
    {
        foreach (TsvRow row in File("people_words.tsv", "class", "forms").Rows)
        {
            Add(row.List("forms").SelectMany(f => _inflection.Spellings("noun", f)), new PeopleEntry(row.Required("class")));
        }
    }

    private void Measures()
    {
        foreach (TsvRow row in File("measures.tsv", "measure", "forms", "dual").Rows)
        {
            Measure? measure = row["measure"] == "person" ? null : row.Value<Measure>("measure");
            MeasureEntry entry = new(measure, Dual: false, Armed: measure is Measure.Fighters);
            foreach (string form in row.List("forms").SelectMany(f => _inflection.Spellings("noun", f)))
            {
                _lexicon.Add(form, entry);
            }

            foreach (string form in row.List("dual"))
            {
                _lexicon.Add(form, entry with { Dual = true });
            }
        }
    }

    private List<(Measure Measure, string[] Stems)> MeasureCues() =>
        [.. File("measure_cues.tsv", "measure", "forms").Rows.Select(r => (r.Value<Measure>("measure"), r.List("forms").Select(Folding.Fold).ToArray()))];

    private List<ModeCue> ModeCues() =>
        [.. File("mode_cues.tsv", "type", "mode", "stems").Rows.Select(r => new ModeCue(r.Value<EventType>("type"), r.Required("mode"), [.. r.List("stems").Select(Folding.Fold)]))];

    private void States()
    {
        foreach (TsvRow row in File("states.tsv", "iso2", "name_en", "names_ar", "nisba", "capital_en", "names_capital_ar", "capital_lat", "capital_lon", "lat", "lon").Rows)
        {
            bool hasCapital = row.Optional("capital_lat") is not null;
            State state = new(
                row.Required("iso2"), row.Required("name_en"), row.Degrees("lat", 90), row.Degrees("lon", 180), row.Optional("capital_en"),
                hasCapital ? row.Degrees("capital_lat", 90) : null, hasCapital ? row.Degrees("capital_lon", 180) : null);
            if (!_states.Add(state.Code))
            {
                throw row.Bad("iso2", $"{state.Code} stands twice");
            }

            string[] names = row.List("names_ar");
            string[] capitals = row.List("names_capital_ar");
            Add(names, new StateEntry(Cat.State, state));
            Add(capitals, new StateEntry(Cat.Capital, state));
            Add(row.List("nisba").SelectMany(f => _inflection.Spellings("adjective", f)), new StateEntry(Cat.Nisba, state));
            _places[state.PlaceId] = new PlaceEntry(state.PlaceId, state.NameEn, names, PlaceKind.Country, "country", state.Code, null, state.Lat, state.Lon, 1, false, row["source"]);
            _actors[state.ActorId] = new ActorEntry(state.ActorId, state.NameEn, names, ActorType.State, "state", state.Code, [], null, null, row["source"]);
            if (state.CapitalEn is not null && hasCapital)
            {
                _places[state.CapitalId] = new PlaceEntry(
                    state.CapitalId, state.CapitalEn, capitals, PlaceKind.Settlement, "capital", state.Code, null,
                    state.CapitalLat!.Value, state.CapitalLon!.Value, 1, false, row["source"]);
            }
        }
    }

    private void StateCues()
    {
        foreach (TsvRow row in File("state_cues.tsv", "cue", "forms").Rows)
        {
            StateCueEntry entry = new(row.Named<StateCue>("cue"));
            foreach (string form in row.List("forms"))
            {
                Add(
                    form.Split(':') switch
                    {
                        [string perfect, string imperfect] => _inflection.Spellings("perfect", perfect).Concat(_inflection.Spellings("imperfect", imperfect)),
                        _ => _inflection.Spellings("noun", form),
                    },
                    entry);
            }
        }
    }

    private void PlaceTypes()
    {
        foreach (TsvRow row in File("place_types.tsv", "kind", "span", "class", "forms").Rows)
        {
            PlaceTypeEntry entry = new(row.Value<PlaceKind>("kind"), row.Required("span") == "in", row.Required("class"));
            Add(row.List("forms").SelectMany(f => _inflection.Spellings("noun", f)), entry);
        }
    }

    private void Places(IReadOnlyList<PlaceEntry> added)
    {
        foreach (TsvRow row in File("places.tsv", "id", "name_en", "names_ar", "kind", "class", "country", "admin1", "lat", "lon", "rank", "ambiguous", "source").Rows)
        {
            PlaceEntry place = new(
                row.Required("id"), row.Required("name_en"), row.List("names_ar"), row.Value<PlaceKind>("kind"), row.Required("class"),
                row.Optional("country"), row.Optional("admin1"), row.Degrees("lat", 90), row.Degrees("lon", 180), row.Integer("rank"),
                row["ambiguous"] == "y", row.Required("source"));
            if (!_places.TryAdd(place.Id, place))
            {
                throw row.Bad("id", $"{place.Id} stands twice");
            }

            Add(place.NamesAr, new PlaceNameEntry(place));
        }

        foreach (PlaceEntry place in added)
        {
            _places[place.Id] = place;
            Add(place.NamesAr, new PlaceNameEntry(place));
        }
    }

    private void Titles()
    {
        foreach (TsvRow row in File("titles.tsv", "lemma", "forms", "class", "takes").Rows)
        {
            string lemma = row.Required("lemma");
            foreach (string form in row.List("forms").Prepend(lemma))
            {
                Add(_inflection.Spellings("noun", form).Where(f => !f.StartsWith("ال", StringComparison.Ordinal)), new TitleEntry(lemma, row.Required("class"), false));
                string definite = form.StartsWith("ال", StringComparison.Ordinal) ? form : "ال" + form;
                _lexicon.Add(definite, new TitleEntry(lemma, row.Required("class"), true));
                if (form.Contains(' ', StringComparison.Ordinal))
                {
                    _lexicon.Add(string.Join(' ', form.Split(' ').Select(w => "ال" + w)), new TitleEntry(lemma, row.Required("class"), true));
                }
            }
        }
    }

    private void Groups()
    {
        foreach (TsvRow row in File("group_words.tsv", "lemma", "forms", "type", "needs", "name_en").Rows)
        {
            string lemma = row.Required("lemma");
            string slug = GroupRules.Slug(row["name_en"].Length > 0 ? row["name_en"] : lemma);
            _bodies.TryAdd(slug, lemma);
            _bodyTypes.TryAdd(slug, row.Value<ActorType>("type"));
            foreach (string form in row.List("forms").Prepend(lemma))
            {
                GroupEntry entry = new(lemma, row.Value<ActorType>("type"), row.Required("needs"), form.StartsWith("ال", StringComparison.Ordinal), row["name_en"]);
                _lexicon.Add(form, entry);
                if (!entry.Definite)
                {
                    _lexicon.Add("ال" + form, entry with { Definite = true });
                }
            }
        }
    }

    private void GroupAdjectives()
    {
        foreach (TsvRow row in File("group_adjectives.tsv", "type", "qualifies", "forms").Rows)
        {
            ActorType? type = row.Optional("type") is null ? null : row.Value<ActorType>("type");
            Add(row.List("forms").SelectMany(f => _inflection.Spellings("adjective", f)), new GroupAdjectiveEntry(type, row["qualifies"] == "y"));
        }
    }

    private void GivenNames()
    {
        foreach (TsvRow row in File("given_names.tsv", "name_ar", "name_en", "origin", "common").Rows)
        {
            _lexicon.Add(row.Required("name_ar"), new GivenNameEntry(row["common"] == "y", row.Required("name_en")));
        }
    }

    /// <summary>Given and family names without romanisation, many a row.</summary>
    private void NameLists()
    {
        foreach (TsvRow row in File("names.tsv", "part", "origin", "common", "names").Rows)
        {
            bool common = row["common"] == "y";
            Entry entry = row.Required("part") switch
            {
                "given" => new GivenNameEntry(common, string.Empty),
                "family" => new FamilyNameEntry(common),
                _ => throw row.Bad("part", $"\"{row["part"]}\" is neither given nor family"),
            };
            Add(row.List("names"), entry);
        }
    }

    private NameShapes Shapes()
    {
        CommonWords common = new();
        foreach (TsvRow row in File("common_words.tsv", "source", "words").Rows)
        {
            foreach (string word in row.List("words"))
            {
                common.Add(word);
            }
        }

        HashSet<string> particles = new(StringComparer.Ordinal);
        List<string> ends = [];
        foreach (TsvRow row in File("name_parts.tsv", "class", "forms").Rows)
        {
            foreach (string form in row.List("forms"))
            {
                switch (row.Required("class"))
                {
                    case "particle":
                        particles.Add(Folding.Fold(form));
                        break;
                    case "foreign-ending":
                        ends.Add(Folding.Fold(form));
                        break;
                    default:
                        throw row.Bad("class", $"\"{row["class"]}\" is neither particle nor foreign-ending");
                }
            }
        }

        return new NameShapes(common, particles, [.. ends]);
    }

    private void Actors(IReadOnlyList<ActorEntry> added)
    {
        foreach (TsvRow row in File("actors.tsv", "id", "name_en", "names_ar", "type", "class", "country", "affiliation", "from", "to", "source").Rows)
        {
            ActorEntry actor = new(
                row.Required("id"), row.Required("name_en"), row.List("names_ar"), row.Value<ActorType>("type"), row["class"],
                row.Optional("country"), row.List("affiliation"), row.Optional("from"), row.Optional("to"), row.Required("source"));
            if (!_actors.TryAdd(actor.Id, actor))
            {
                throw row.Bad("id", $"{actor.Id} stands twice");
            }

            AddActor(actor);
        }

        foreach (ActorEntry actor in added)
        {
            _actors[actor.Id] = actor;
            AddActor(actor);
        }
    }

    private void AddActor(ActorEntry actor)
    {
        foreach (string name in actor.NamesAr)
        {
            _lexicon.Add(name, new ActorNameEntry(actor, !name.Contains(' ', StringComparison.Ordinal)));
        }
    }

    private void Particles()
    {
        foreach (TsvRow row in File("particles.tsv", "class", "forms").Rows)
        {
            Role role = Enum.TryParse(row.Required("class"), ignoreCase: true, out Role parsed)
                ? parsed
                : throw row.Bad("class", $"\"{row["class"]}\" is no class of function words");
            Add(row.List("forms"), new ParticleEntry(role));
        }
    }

    private void Speech()
    {
        foreach (TsvRow row in File("speech.tsv", "class", "forms").Rows)
        {
            SpeechRole role = Enum.TryParse(row.Required("class"), ignoreCase: true, out SpeechRole parsed) && parsed != SpeechRole.None
                ? parsed
                : throw row.Bad("class", $"\"{row["class"]}\" is no class of words around speech");
            bool noun = role is SpeechRole.Source or SpeechRole.Document or SpeechRole.Quantity or SpeechRole.Inert or SpeechRole.Content;
            IEnumerable<string> forms = row.List("forms");
            Add(noun ? forms.SelectMany(f => _inflection.Spellings("noun", f)) : forms, new SpeechEntry(role));
        }
    }

    private void Phrases()
    {
        foreach (TsvRow row in File("phrases.tsv", "forms", "build", "type", "mode", "modality", "with", "before").Rows)
        {
            EventType type = row.Value<EventType>("type");
            string? mode = row.Optional("mode");
            if (mode is not null && !PloverModes.Has(type, mode))
            {
                throw row.Bad("mode", $"\"{mode}\" is no mode of {row["type"]}");
            }

            Modality? modality = row.Optional("modality") is null ? null : row.Value<Modality>("modality");
            string[] with = [.. row.List("with").Select(Folding.Fold)];
            string[] before = [.. row.List("before").Select(Folding.Fold)];
            foreach (string form in row.List("forms"))
            {
                bool one = !form.Contains(' ', StringComparison.Ordinal);
                IEnumerable<string> built = row.Required("build") switch
                {
                    "word" => one ? _inflection.Spellings("noun", form) : Inflection.Agreeing(form),
                    "adj" => Inflection.Agreeing(form),
                    "idafa" or "fixed" => [form],
                    _ => throw row.Bad("build", $"\"{row["build"]}\" is none of word, adj, idafa, fixed"),
                };
                Add(built, new EventNounEntry(type, mode, modality, with, before, one));
            }
        }
    }

    private Dictionary<(string Office, string Country), List<OfficeHolder>> Offices()
    {
        Dictionary<(string Office, string Country), List<OfficeHolder>> offices = [];
        foreach (TsvRow row in File("offices.tsv", "office_ar", "country", "person", "from", "to").Rows)
        {
            if (!_actors.TryGetValue(row.Required("person"), out ActorEntry? person))
            {
                throw row.Bad("person", $"\"{row["person"]}\" is not in actors.tsv");
            }

            (string Office, string Country) key = (Folding.Fold(row.Required("office_ar")), row["country"]);
            if (!offices.TryGetValue(key, out List<OfficeHolder>? holders))
            {
                offices.Add(key, holders = []);
            }

            holders.Add(new OfficeHolder(person, Date(row, "from"), Date(row, "to")));
        }

        return offices;
    }

    /// <summary>An ISO date, a month's or a year's first day; null when empty.</summary>
    private static DateOnly? Date(TsvRow row, string column)
    {
        if (row.Optional(column) is not { } text)
        {
            return null;
        }

        string full = text.Length switch { 4 => text + "-01-01", 7 => text + "-01", _ => text };
        return DateOnly.TryParseExact(full, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw row.Bad(column, $"\"{text}\" is no ISO date");
    }

    private void Add(IEnumerable<string> forms, Entry entry)
    {
        foreach (string form in forms)
        {
            _lexicon.Add(form, entry);
        }
    }
}

/// <summary>A person in an office, from a day until a day.</summary>
internal sealed record OfficeHolder(ActorEntry Person, DateOnly? From, DateOnly? To);

/// <summary>Stems near an attack that tell its mode.</summary>
internal sealed record ModeCue(EventType Type, string Mode, string[] Stems);

/// <summary>All that the reader knows of the language.</summary>
internal sealed record ArabicLanguage(
    Lexicon Lexicon, Gazetteer Gazetteer, IReadOnlyDictionary<(string Office, string Country), List<OfficeHolder>> Offices,
    IReadOnlyList<(Measure Measure, string[] Stems)> MeasureCues, IReadOnlyList<ModeCue> ModeCues,
    IReadOnlyList<TopicCue> Topics, RealisTable Realis)
{
    private readonly ILookup<string, (string Office, string Country, OfficeHolder Holder)> _officesOf =
        Offices.SelectMany(o => o.Value.Select(h => (o.Key.Office, o.Key.Country, Holder: h))).ToLookup(o => o.Holder.Person.Id, StringComparer.Ordinal);

    /// <summary>The offices, folded, that a person held on a day; all that are known when no day is given.</summary>
    public IEnumerable<(string Office, string Country)> OfficesOf(string personId, DateOnly? on) =>
        _officesOf[personId].Where(o => on is null || ((o.Holder.From is null || o.Holder.From <= on) && (o.Holder.To is null || on < o.Holder.To))).Select(o => (o.Office, o.Country));

    /// <summary>Who held an office on a day; null when not known.</summary>
    public ActorEntry? Holder(string office, string country, DateOnly? on)
    {
        if (on is null || !Offices.TryGetValue((office, country), out List<OfficeHolder>? holders))
        {
            return null;
        }

        return holders.Find(h => (h.From is null || h.From <= on) && (h.To is null || on < h.To))?.Person;
    }
}
