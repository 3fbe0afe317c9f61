using System.Text.Json.Serialization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Figures;

/// <summary>Who counted: the innermost speaker that the report names, else the innermost relay, else the outlet itself.</summary>
/// <param name="Id">The actor's id, or the folded name.</param>
/// <param name="Party">The speaker; null when a relay or the outlet counts in its own voice.</param>
/// <param name="Name">The name in the source's words.</param>
public sealed record Counter(string Id, Party? Party, string Name)
{
    /// <summary>Who counted what a claim says.</summary>
    public static Counter Of(ReportedClaim source)
    {
        ClaimContent content = source.Claim.Content;
        if (content.Speaker is { } speaker)
        {
            return new Counter(speaker.ActorId ?? SearchFold.Of(speaker.Text), speaker, speaker.Text);
        }

        string name = content.Via.Count > 0 ? content.Via[^1] : source.Sources.Select(s => s.Name).FirstOrDefault() ?? "";
        return new Counter(SearchFold.Of(name), null, name);
    }
}

/// <summary>One number as one claim gives it. It is never added to another, nor averaged.</summary>
/// <param name="Source">The claim and who reported it.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Count">How many, with the bounds that the words set: "more than 300,000" has no upper one.</param>
/// <param name="Counter">Who counted.</param>
/// <param name="Differs">Claims of other counters in the same series that cannot be true together with this; in order of id.</param>
public sealed record Figure(ReportedClaim Source, Measure Measure, Count Count, Counter Counter, IReadOnlyList<string> Differs)
{
    /// <summary>The claim's id.</summary>
    public string ClaimId => Source.Claim.Id;

    /// <summary>The day on which it was said; null when not known.</summary>
    public DateOnly? Said => Source.Published;

    /// <summary>True for what happened or is so; what is planned, possible or denied is shown as such and compared with nothing.</summary>
    [JsonIgnore]
    public bool IsAsserted => Source.Claim.Content.Modality == Modality.Asserted;
}

/// <summary>What is counted, about what: one table and one chart.</summary>
/// <param name="Id"><c>killed</c> for the conflict without a place; <c>killed@sy-aleppo</c> for a place or country.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Place">The place or country; null when none is named: the conflict as a whole.</param>
/// <param name="Figures">The numbers, in order of the day they were said; those without one last.</param>
public sealed record FigureSeries(string Id, Measure Measure, ClaimPlace? Place, IReadOnlyList<Figure> Figures)
{
    /// <summary>True when it is about the conflict or a country, not a place inside it.</summary>
    public bool IsWide => Place is null or { Kind: PlaceKind.Country };

    /// <summary>The latest number of each counter, in order of counter.</summary>
    [JsonIgnore]
    public IReadOnlyList<Figure> Latest =>
        [.. Figures.Where(f => f.IsAsserted).GroupBy(f => f.Counter.Id, StringComparer.Ordinal).Select(g => g.MaxBy(f => (f.Said ?? DateOnly.MinValue, f.ClaimId))!)];
}

/// <summary>All figures of a record.</summary>
/// <param name="Series">Of the conflict first, then of places; by measure.</param>
/// <param name="Tolls">Numbers of one event each, newest first: they belong to no series.</param>
public sealed record FigureBook(IReadOnlyList<FigureSeries> Series, IReadOnlyList<Figure> Tolls);
