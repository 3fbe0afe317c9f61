namespace Hudna.Reading.Arabic;

/// <summary>Something found at a run of tokens.</summary>
internal interface IFound
{
    /// <summary>First token.</summary>
    int First { get; }

    /// <summary>Last token.</summary>
    int Last { get; }
}

/// <summary>An expression of time found: tokens, value, rule.</summary>
internal sealed record TimeFound(int First, int Last, Span Span, string? Value, string Rule) : IFound;

/// <summary>A named actor or place found.</summary>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
/// <param name="Span">The slice.</param>
/// <param name="Rule">The rule that decided.</param>
internal abstract record NameFound(int First, int Last, Span Span, string Rule) : IFound
{
    /// <summary>First and last token of the proper name, without title, type or head word; null when the mention has none (an office alone, a
    /// body that only its state's adjective names).</summary>
    public (int First, int Last)? Core { get; init; } = (First, Last);

    /// <summary>Places and bodies named inside the title or the body's name, in order.</summary>
    public IReadOnlyList<NameFound> Inside { get; init; } = [];
}

/// <summary>A place.</summary>
internal sealed record PlaceFound(
    int First, int Last, Span Span, string Rule, string? Name, PlaceKind Kind, string? Country, double? Lat, double? Lon, string? Id)
    : NameFound(First, Last, Span, Rule);

/// <summary>An actor.</summary>
internal sealed record ActorFound(int First, int Last, Span Span, string Rule, string? Name, ActorType Type, string? Id)
    : NameFound(First, Last, Span, Rule);

/// <summary>A counted number.</summary>
internal sealed record QuantityFound(int First, int Last, Span Span, string Rule, Measure Measure, decimal? Low, decimal? High) : IFound;

/// <summary>Reported speech.</summary>
internal sealed record StatementFound(int First, int Last, Span Span, string Rule, string? Speaker, Span? SpeakerSpan, IReadOnlyList<string> Via)
{
    /// <summary>Where the actor is named whom a bare noun of the speaker (الوزير) means; null when none is known.</summary>
    public Span? Antecedent { get; init; }
}

/// <summary>An act.</summary>
internal sealed record EventFound(
    int First, int Last, Span Span, string Rule, EventType Type, string? Mode, Modality Modality, bool Nominal, bool Passive) : IFound
{
    public List<NameFound> Actors { get; } = [];

    public List<NameFound> Recipients { get; } = [];

    /// <summary>The noun after the trigger is whom the act is done to.</summary>
    public bool GovernsObject { get; init; }

    /// <summary>A perfect whose spelling leaves open whether somebody did it or suffered it (قتل).</summary>
    public bool VoiceOpen { get; init; }

    /// <summary>Who acts, only described (مسلحون مجهولون); null when named or not told.</summary>
    public (int First, int Last)? Agent { get; set; }

    /// <summary>To whom, only described; null when named, counted or not told.</summary>
    public (int First, int Last)? Patient { get; set; }

    /// <summary>The verb's lemma; null when a noun or phrase says the act.</summary>
    public string? Lemma { get; init; }

    public PlaceFound? Place { get; set; }

    public TimeFound? Date { get; set; }

    public QuantityFound? Dead { get; set; }

    public QuantityFound? Injured { get; set; }

    /// <summary>Whether the sentence reports it as a happening.</summary>
    public Realis Realis { get; set; }

    /// <summary>The cues seen, as bits of <see cref="RealisTable"/>; none where its modality decided.</summary>
    public UInt128 RealisCues { get; set; }

    /// <summary>The cues that were weighed.</summary>
    public string RealisRule { get; set; } = string.Empty;
}
