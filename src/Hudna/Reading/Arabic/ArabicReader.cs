using System.Security.Cryptography;
using System.Text;
using Hudna.Reading.Arabic.Explaining;

namespace Hudna.Reading.Arabic;

/// <summary>The reader of Arabic news: deterministic, from the lexicons and grammar under <c>lang/ar</c>; every mention names its rule.</summary>
public sealed class ArabicReader : IExplainingReader
{
    private readonly ArabicLanguage _language;
    private readonly Lazy<ExplainingTables> _tables;

    private ArabicReader(ArabicLanguage language, string version, LanguageFiles files) =>
        (_language, Version, _tables) = (language, version, new(() => new ExplainingTables(files)));

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public string Language => "ar";

    /// <summary>The places and actors that it knows.</summary>
    public Gazetteer Gazetteer => _language.Gazetteer;

    /// <summary>Builds a reader from the data files of <c>lang/ar</c>, with places and actors that the mission added.</summary>
    /// <exception cref="DataFileException">A file is missing or has a bad line.</exception>
    public static ArabicReader Load(LanguageFiles files, IReadOnlyList<PlaceEntry> addedPlaces, IReadOnlyList<ActorEntry> addedActors)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, string text) in files.Texts.Where(f => f.Key is not ExplainingTables.Rules).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n"));
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData("\n"u8);
        }

        string data = Convert.ToHexStringLower(hash.GetCurrentHash())[..8];
        return new ArabicReader(new LexiconBuilder(files).Build(addedPlaces, addedActors), $"reader-ar/2+{data}", ExplainingTables.Needed(files));
    }

    /// <summary>The day that a site or platform stamped on a text in English (December 1, 2024); null when none did.</summary>
    public static DateOnly? StampOf(string text) => Times.Dateline.Stamp(text);

    /// <inheritdoc/>
    public DocumentReading Read(string id, string text, DateOnly? published)
    {
        Article article = new(text, _language, published);
        return Read(id, article);
    }

    /// <inheritdoc/>
    public IExplainedReading Explain(string id, string text, DateOnly? published)
    {
        Article article = new(text, _language, published) { Trace = new Trace() };
        return new ExplainedArticle(article, Read(id, article), published is not null, _tables.Value);
    }

    private static DocumentReading Read(string id, Article article)
    {
        new Times.TimeRules(article).Find();
        new NameRules(article).Find();
        article.Coreference = new Coreference(article);
        new QuantityRules(article).Find();
        new EventRules(article).Find();
        new StatementRules(article).Find();
        new ArgumentRules(article).Fill();
        new RealisRules(article).Decide();
        return Result(id, article);
    }

    private static DocumentReading Result(string id, Article article) => new(
        new DocumentInfo(id, "ar", Headline.Of(article), article.Published),
        [.. article.Times.Select(t => Time(article, t))],
        [.. article.Names.OfType<PlaceFound>().Select(p => Place(article, p))],
        [.. article.Names.OfType<ActorFound>().Select(a => Actor(article, a))],
        [.. article.Quantities.Select(q => new QuantityMention(q.Span.Start, q.Span.End, article.Slice(q.Span), q.Measure, q.Low, q.High, q.Rule))],
        [.. article.Statements.Select(s => new StatementMention(s.Span.Start, s.Span.End, article.Slice(s.Span), s.Speaker, s.SpeakerSpan, s.Via, s.Rule) { SpeakerAntecedent = s.Antecedent })],
        [.. article.Events.Select(e => Event(article, e))])
    {
        Facts = Facts.FactRules.Of(article),
    };

    private static TimeMention Time(Article article, TimeFound t) => new(t.Span.Start, t.Span.End, article.Slice(t.Span), t.Value, t.Rule)
    {
        MonthDay = t.Value is null ? Times.Unanchored.MonthDay(article, t) : null,
        Weekday = Times.Unanchored.Weekday(article, t),
    };

    private static PlaceMention Place(Article article, PlaceFound p) =>
        new(p.Span.Start, p.Span.End, article.Slice(p.Span), p.Name, p.Kind, p.Country, p.Lat, p.Lon, p.Id, p.Rule) { Core = Core(article, p) };

    private static ActorMention Actor(Article article, ActorFound a) => new(a.Span.Start, a.Span.End, article.Slice(a.Span), a.Name, a.Type, a.Id, a.Rule)
    {
        Core = Core(article, a),
        Within = [.. a.Inside.Select(n => n is PlaceFound place ? Place(article, place) : (IMention)Actor(article, (ActorFound)n))],
    };

    private static Span? Core(Article article, NameFound name) => name.Core is { } core
        ? new Span(core.First == name.First ? name.Span.Start : article.Tokens[core.First].Start, core.Last == name.Last ? name.Span.End : article.Tokens[core.Last].End)
        : null;

    private static EventMention Event(Article article, EventFound e) => new(
        e.Span.Start, e.Span.End, article.Slice(e.Span), e.Type, e.Mode, e.Modality,
        [.. e.Actors.Select(a => article.Slice(a.Span))], [.. e.Recipients.Select(a => article.Slice(a.Span))],
        e.Place is null ? null : article.Slice(e.Place.Span), e.Date?.Value,
        e.Dead is null ? null : e.Dead.Low ?? e.Dead.High, e.Injured is null ? null : e.Injured.Low ?? e.Injured.High,
        [.. e.Actors.Select(a => a.Span)], [.. e.Recipients.Select(a => a.Span)],
        e.Place?.Span, e.Date?.Span, e.Dead?.Span, e.Injured?.Span, e.Rule)
    {
        Realis = e.Realis,
        RealisRule = e.RealisRule,
        AgentPhrase = Phrase(article, e.Agent),
        PatientPhrase = Phrase(article, e.Patient),
    };

    private static string? Phrase(Article article, (int First, int Last)? tokens) =>
        tokens is var (first, last) ? article.Slice(article.SpanOf(first, last)) : null;
}
