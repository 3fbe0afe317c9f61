namespace Hudna.Reading.Arabic;

/// <summary>What a word or phrase can be. A word often is several things; the rules decide by context.</summary>
[Flags]
internal enum Cat : long
{
    None = 0,
    Month = 1 << 0,
    Weekday = 1 << 1,
    Day = 1 << 2,
    Period = 1 << 3,
    Unit = 1 << 4,
    Shift = 1 << 5,
    DayPart = 1 << 6,
    MonthPart = 1 << 7,
    Lead = 1 << 8,
    Season = 1 << 9,
    Era = 1 << 10,
    NumberWord = 1 << 11,
    Approximator = 1 << 12,
    Measure = 1 << 13,
    StateCue = 1 << 14,
    State = 1 << 15,
    Capital = 1 << 16,
    Nisba = 1 << 17,
    Place = 1 << 18,
    PlaceType = 1 << 19,
    Actor = 1 << 20,
    Title = 1 << 21,
    Group = 1 << 22,
    GivenName = 1 << 23,
    Verb = 1 << 24,
    Masdar = 1 << 25,
    Participle = 1 << 26,
    EventNoun = 1 << 27,
    Particle = 1 << 28,
    GroupAdjective = 1 << 29,
    People = 1 << 30,
    FamilyName = 1L << 31,
    Speech = 1L << 33,

    /// <summary>Further words by which dates are read; the entry's tag says which class.</summary>
    TimeWord = 1L << 32,

    /// <summary>Any word of time.</summary>
    Time = Month | Weekday | Day | Period | Unit | Shift | DayPart | MonthPart | Lead | Season | Era,
}

/// <summary>Function words' classes, as particles.tsv names them.</summary>
[Flags]
internal enum Role
{
    None = 0,
    Locative = 1 << 0,
    Motion = 1 << 1,
    Direction = 1 << 2,
    Agentive = 1 << 3,
    With = 1 << 4,
    Between = 1 << 5,
    About = 1 << 6,
    Negator = 1 << 7,
    NegNoun = 1 << 8,
    Possible = 1 << 9,
    Planned = 1 << 10,
    Complement = 1 << 11,
    Relative = 1 << 12,
    Attribution = 1 << 13,
    Subordinator = 1 << 14,
    Coordinator = 1 << 15,
    Demonstrative = 1 << 16,
    Pronoun = 1 << 17,
    Aux = 1 << 18,
    AuxPassive = 1 << 19,
    Function = 1 << 20,
    Allegiance = 1 << 21,
    Subset = 1 << 22,
    Preposition = 1 << 25,
    Against = 1 << 23,
    Carrier = 1 << 24,
    Origin = 1 << 26,
}

/// <summary>Which form of a verb a word is.</summary>
internal enum VerbForm
{
    Perfect,
    Imperfect,
    Future,
    Masdar,
    Participle,
}

/// <summary>How reported speech follows a verb.</summary>
[Flags]
internal enum Complement
{
    None = 0,
    An = 1 << 0,
    Ala = 1 << 1,
    An3 = 1 << 2,
    Ila = 1 << 3,
    Bi = 1 << 4,
    Min = 1 << 5,
    Np = 1 << 7,

    /// <summary>عن names who speaks, and the verb's subject relays it: نقلت رويترز عن فلان قوله.</summary>
    From = 1 << 8,

    /// <summary>An object and what is said of it: وصف الهدنة بأنها هشة.</summary>
    As = 1 << 9,
}

/// <summary>What a word around reported speech does, as speech.tsv names it.</summary>
[Flags]
internal enum SpeechRole
{
    None = 0,
    Source = 1 << 0,
    Document = 1 << 1,
    Quantity = 1 << 2,
    Inert = 1 << 3,
    Content = 1 << 4,
    Gloss = 1 << 5,
    Formula = 1 << 6,
    Impersonal = 1 << 7,
    Question = 1 << 8,
    Manner = 1 << 9,
    Bearer = 1 << 10,
    Clause = 1 << 11,

    /// <summary>A particle of attribution of particles.tsv: بحسب, وفق.</summary>
    Attribution = 1 << 12,
}

/// <summary>What the lexicon knows of a form.</summary>
/// <param name="Cat">What it is.</param>
/// <param name="TakesPronoun">Whether a pronoun may hang on it.</param>
internal abstract record Entry(Cat Cat, bool TakesPronoun = false)
{
    /// <summary>The row that it comes from; null for what the mission added. Set once, by <see cref="Lexicon.Add"/>; two entries that
    /// say the same are equal wherever they stand.</summary>
    public DataLine? Line { get; set; }

    public virtual bool Equals(Entry? other) =>
        other is not null && EqualityContract == other.EqualityContract && Cat == other.Cat && TakesPronoun == other.TakesPronoun;

    public override int GetHashCode() => HashCode.Combine(EqualityContract, Cat, TakesPronoun);
}

/// <summary>A word of time with its value.</summary>
internal sealed record TimeEntry(Cat Cat, int Value, string Tag) : Entry(Cat);

internal sealed record NumberEntry(string Class, decimal Low, decimal High) : Entry(Cat.NumberWord);

/// <param name="Bound">about, above, below or between.</param>
/// <param name="After">It follows what is counted (على الأقل).</param>
internal sealed record ApproximatorEntry(string Bound, bool After) : Entry(Cat.Approximator);

/// <param name="Measure">What is counted; null for a neutral noun for people.</param>
/// <param name="Dual">Means two by itself.</param>
/// <param name="Armed">A noun for fighters: a cue in the clause overrides it.</param>
internal sealed record MeasureEntry(Measure? Measure, bool Dual, bool Armed) : Entry(Cat.Measure);

/// <summary>A state: territory, actor, adjective and capital in one.</summary>
internal sealed record State(string Code, string NameEn, double Lat, double Lon, string? CapitalEn, double? CapitalLat, double? CapitalLon)
{
    public string ActorId => "state-" + Code.ToLowerInvariant();

    public string PlaceId => Code.ToLowerInvariant();

    public string CapitalId => Code.ToLowerInvariant() + "-capital";
}

internal sealed record StateEntry(Cat Cat, State State) : Entry(Cat);

/// <summary>How a word beside a state's name tells what the state stands as; state_cues.tsv.</summary>
internal enum StateCue
{
    PlaceNoun,
    ActorNoun,
    PlaceVerb,
    FromActor,
    OnActor,
    Against,
}

internal sealed record StateCueEntry(StateCue Cue) : Entry(Cat.StateCue);

internal sealed record PlaceNameEntry(PlaceEntry Place) : Entry(Cat.Place);

internal sealed record PlaceTypeEntry(PlaceKind Kind, bool InSpan, string Class) : Entry(Cat.PlaceType);

/// <param name="Actor">The actor.</param>
/// <param name="Short">One word only, so that a name around it may be another's.</param>
internal sealed record ActorNameEntry(ActorEntry Actor, bool Short) : Entry(Cat.Actor);

internal sealed record TitleEntry(string Lemma, string Class, bool Definite) : Entry(Cat.Title, TakesPronoun: true);

internal sealed record GroupEntry(string Lemma, ActorType Type, string Needs, bool Definite, string NameEn) : Entry(Cat.Group);

/// <param name="Type">The type that the tail gives to the whole; null when it leaves the head's.</param>
/// <param name="Qualifies">Head and tail together can only be one actor.</param>
internal sealed record GroupAdjectiveEntry(ActorType? Type, bool Qualifies) : Entry(Cat.GroupAdjective);

internal sealed record GivenNameEntry(bool Common, string NameEn) : Entry(Cat.GivenName);

internal sealed record FamilyNameEntry(bool Common) : Entry(Cat.FamilyName);

/// <summary>A word around reported speech that is no verb.</summary>
/// <param name="Role">What it does.</param>
internal sealed record SpeechEntry(SpeechRole Role) : Entry(Cat.Speech, TakesPronoun: Role is SpeechRole.Source or SpeechRole.Content or SpeechRole.Document);

internal sealed record ParticleEntry(Role Role) : Entry(Cat.Particle);

/// <summary>A verb lemma's reading as report, as act, or both.</summary>
/// <param name="Lemma">Perfect, third person masculine singular.</param>
/// <param name="Report">How reported speech follows; none when it reports nothing.</param>
/// <param name="Type">The act; null when it is none of its own.</param>
/// <param name="Mode">The act's mode.</param>
/// <param name="With">Stems of which one must follow for the act to be meant.</param>
/// <param name="ActForms">Forms that say the act.</param>
/// <param name="GovernsObject">The noun after the masdar is whom the act is done to.</param>
internal sealed record Verb(
    string Lemma, Complement Report, EventType? Type, string? Mode, string[] With, HashSet<VerbForm> ActForms, bool GovernsObject);

/// <summary>A noun for people without a name.</summary>
/// <param name="Sort">armed, forces, crowd or civil.</param>
internal sealed record PeopleEntry(string Sort) : Entry(Cat.People);

/// <summary>A form of a verb.</summary>
/// <param name="Verb">The lemma's reading.</param>
/// <param name="Form">Which form.</param>
/// <param name="Cat">What it is.</param>
/// <param name="Concord">What the form tells of its subject, or, of a participle, of its noun.</param>
/// <param name="Voice">Whether spelling tells active from passive.</param>
internal sealed record VerbEntry(Verb Verb, VerbForm Form, Cat Cat, Concord Concord, Voice Voice) : Entry(Cat, TakesPronoun: true);

/// <summary>A noun or fixed phrase that says an act.</summary>
internal sealed record EventNounEntry(
    EventType Type, string? Mode, Modality? Modality, string[] With, string[] Before, bool OneWord) : Entry(Cat.EventNoun, OneWord);
