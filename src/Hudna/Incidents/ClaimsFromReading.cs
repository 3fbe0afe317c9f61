using Hudna.Acts;
using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>A claim about to be proposed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Body">The act.</param>
public sealed record ProposedClaim(string Id, ClaimProposed Body);

/// <summary>Turns a reading into claims: each event, each figure that is not already an event's toll, each statement, and each
/// fact around the truce. Every field
/// keeps the span it rests on; a field that the reading does not fill stays null.</summary>
public sealed class ClaimsFromReading
{
    private readonly Report report;
    private readonly DocumentReading reading;
    private readonly Gazetteer gazetteer;

    private ClaimsFromReading(Report report, DocumentReading reading, Gazetteer gazetteer) =>
        (this.report, this.reading, this.gazetteer) = (report, reading, gazetteer);

    /// <summary>The claims in order of position. Two mentions at one span with one type give one claim.</summary>
    public static IReadOnlyList<ProposedClaim> Of(Report report, DocumentReading reading, Gazetteer gazetteer)
    {
        return
        [
            .. new ClaimsFromReading(report, reading, gazetteer).All().OrderBy(c => c.Content.Span).ThenBy(c => c.Content.Kind)
                .Select(c => new ProposedClaim(ContentId.Claim(report.Id, c.Content), new ClaimProposed(report.Id, c.Content, c.Mention.Rule)))
                .DistinctBy(c => c.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The mention that a claim comes from; null when the reading has none that would give it.</summary>
    public static IMention? MentionOf(Report report, DocumentReading reading, Gazetteer gazetteer, string claimId) =>
        new ClaimsFromReading(report, reading, gazetteer).All().OrderBy(c => c.Content.Span).ThenBy(c => c.Content.Kind)
            .FirstOrDefault(c => string.Equals(ContentId.Claim(report.Id, c.Content), claimId, StringComparison.Ordinal)).Mention;

    private IEnumerable<(ClaimContent Content, IMention Mention)> All() =>
    [
        .. reading.Events.Select(e => (Event(e), (IMention)e)),
        .. reading.Quantities.Where(IsFigure).Select(q => (Figure(q), (IMention)q)),
        .. reading.Statements.Select(s => (Statement(s), (IMention)s)),
        .. reading.Facts.Select(f => (Fact(f), (IMention)f)),
    ];

    private ClaimContent Event(EventMention mention) => Attributed(new ClaimContent
    {
        Kind = ClaimKind.Event,
        Span = SpanOf(mention),
        Text = mention.Text,
        Type = mention.Type,
        Mode = mention.Mode,
        Modality = mention.Modality,
        Realis = mention.Realis,
        Actors = Parties(mention.Actors, mention.ActorSpans),
        Recipients = Parties(mention.Recipients, mention.RecipientSpans),
        Place = mention.PlaceSpan is { } place ? Place(place) : null,
        Time = Time(mention),
        Dead = Toll(mention.Dead, mention.DeadSpan, Measure.Killed),
        Injured = Toll(mention.Injured, mention.InjuredSpan, Measure.Injured),
    });

    private ClaimContent Figure(QuantityMention mention) => Attributed(new ClaimContent
    {
        Kind = ClaimKind.Figure,
        Span = SpanOf(mention),
        Text = mention.Text,
        Measure = mention.Measure,
        Number = new Count(mention.Low, mention.High, SpanOf(mention)),
    });

    private ClaimContent Statement(StatementMention mention) => Attributed(
        new ClaimContent { Kind = ClaimKind.Statement, Span = SpanOf(mention), Text = mention.Text }, mention);

    private ClaimContent Fact(FactMention mention)
    {
        ClaimContent content = Attributed(new ClaimContent
        {
            Kind = ClaimFacts.KindOf(mention.Detail),
            Span = SpanOf(mention),
            Text = mention.Text,
            Modality = mention.Modality,
            Actors = [.. mention.Actors.Select(Party)],
            Recipients = [.. mention.Recipients.Select(Party)],
            Place = mention.PlaceSpan is { } place ? Place(place) : null,
            Destination = mention.DestinationSpan is { } destination ? Place(destination) : null,
            Time = mention.Time is { Value: { } value, Span: var at } && TimeValue.TryParse(value, out TimeValue time)
                ? new ClaimTime(at.Of(report.Text), at, value, time.First, time.Last) : null,
            Yearless = mention.Time is { Value: null, MonthDay: { } day, Span: var words } ? new YearlessDay(words.Of(report.Text), words, day) : null,
            Number = mention.NumberSpan is { } number && Best(reading.Quantities, number) is { } quantity
                ? new Count(quantity.Low, quantity.High, number) : null,
            Detail = mention.Detail,
        });
        return mention.Speaker is { } speaker ? content with { Speaker = Party(speaker) } : content;
    }

    // The dead and injured of an event are that event's, unless they are so many that they are a war's; a number without bounds says nothing.
    private bool IsFigure(QuantityMention quantity) =>
        (quantity.Low is not null || quantity.High is not null)
        && ((quantity.Measure == Measure.Killed && quantity.Low >= ClaimFacts.WarDead) || !IsToll(quantity));

    private bool IsToll(QuantityMention quantity) =>
        reading.Events.Any(e => (quantity.Measure == Measure.Killed && e.DeadSpan is { } dead && dead.Overlaps(SpanOf(quantity)))
            || (quantity.Measure == Measure.Injured && e.InjuredSpan is { } injured && injured.Overlaps(SpanOf(quantity))));

    // Statements around a claim, outermost first: the innermost one's speaker says it, the others and whoever they name relay it.
    private ClaimContent Attributed(ClaimContent content, StatementMention? itself = null)
    {
        Attribution told = Attribution.Of(reading, content.Span, itself);
        if (told.Statement is not { } innermost)
        {
            return content;
        }

        HashSet<string> own = [.. report.Sources.Select(s => SearchFold.Of(s.Name))];
        return content with
        {
            Speaker = (innermost.SpeakerAntecedent ?? innermost.SpeakerSpan) is { } span ? Party(span.Of(report.Text), span)
                : innermost.Speaker is { } named ? Party(named, null) : null,
            Via = [.. told.Via.Where(r => !own.Contains(SearchFold.Of(r)))],
        };
    }

    private List<Party> Parties(IReadOnlyList<string> names, IReadOnlyList<Span> spans) =>
        [.. names.Select((name, i) => i < spans.Count ? Party(spans[i].Of(report.Text), spans[i]) : Party(name, null))];

    private Party Party(FactParty party) => new(party.Span.Of(report.Text), party.Span, party.ActorId, party.Name, party.Type);

    private Party Party(string text, Span? span)
    {
        ActorMention? mention = span is { } s ? Best(reading.Actors, s)
            : reading.Actors.FirstOrDefault(a => string.Equals(a.Text, text, StringComparison.Ordinal));
        return new Party(text, span ?? (mention is null ? null : SpanOf(mention)), mention?.ActorId, mention?.Name, mention?.Type);
    }

    // A place that no mention backs has no known extent: a fuzzy area.
    private ClaimPlace Place(Span span)
    {
        PlaceMention? mention = Best(reading.Places, span);
        string? entryClass = mention?.PlaceId is { } id && gazetteer.Places.TryGetValue(id, out PlaceEntry? entry) ? entry.Class : null;
        return new ClaimPlace(
            span.Of(report.Text), span, mention?.PlaceId, mention?.Name, mention?.Kind ?? PlaceKind.Region, mention?.Country, mention?.Lat,
            mention?.Lon, mention is null ? PlacePrecision.Fuzzy : PlacePrecision.Of(mention.Kind, entryClass));
    }

    // A date without words of its own rests on the nearest time mention of that value; without any there is no evidence for it.
    private ClaimTime? Time(EventMention mention)
    {
        if (!TimeValue.TryParse(mention.Date, out TimeValue value))
        {
            return null;
        }

        Span? span = mention.DateSpan ?? reading.Times.Where(t => string.Equals(t.Value, mention.Date, StringComparison.Ordinal))
            .OrderBy(t => Math.Abs(t.Start - mention.Start)).ThenBy(t => t.Start).Select(t => (Span?)SpanOf(t)).FirstOrDefault();
        return span is { } s ? new ClaimTime(s.Of(report.Text), s, mention.Date!, value.First, value.Last) : null;
    }

    // The event gives a lower bound; the quantity at its span may know the upper one.
    private Count? Toll(decimal? low, Span? span, Measure measure)
    {
        QuantityMention? quantity = span is { } s ? Best(reading.Quantities.Where(q => q.Measure == measure), s) : null;
        return quantity is { Low: not null } or { High: not null } ? new Count(quantity.Low, quantity.High, span)
            : low is null ? null : new Count(low, null, span);
    }

    // The mention that covers most of a span; the first of equals.
    private static T? Best<T>(IEnumerable<T> mentions, Span span)
        where T : class, IMention =>
        mentions.Where(m => SpanOf(m).Overlaps(span))
            .OrderByDescending(m => Math.Min(m.End, span.End) - Math.Max(m.Start, span.Start)).ThenBy(m => m.End - m.Start).ThenBy(m => m.Start)
            .FirstOrDefault();

    private static Span SpanOf(IMention mention) => new(mention.Start, mention.End);
}
