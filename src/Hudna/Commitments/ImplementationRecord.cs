using System.Text.Json.Serialization;
using Hudna.Reading;

namespace Hudna.Commitments;

/// <summary>How far a commitment was carried out, as people rated it over time. Levels are those of the Peace Accords Matrix (Joshi,
/// Quinn and Regan 2015, "Annualized implementation data on comprehensive intrastate peace accords"): 0 not initiated, 1 minimal,
/// 2 intermediate, 3 full.</summary>
/// <param name="Subject">What is rated: a claim's id, or <see cref="ProvisionId"/>.</param>
/// <param name="Ratings">All that was recorded, in order of the acts. A later one for the same day stands in the earlier one's place.</param>
/// <param name="Revision">1 with the first rating, one more with each.</param>
public sealed record ImplementationRecord(string Subject, IReadOnlyList<ImplementationRating> Ratings, int Revision)
{
    /// <summary>The level of a commitment that is carried out.</summary>
    public const int Full = 3;

    /// <summary>What stood from which day on: one rating a day, the last recorded, in order of days.</summary>
    /// <param name="until">Last day to take into account, inclusive.</param>
    public IReadOnlyList<ImplementationRating> Steps(DateOnly until) =>
        [.. Ratings.Where(r => r.On <= until).GroupBy(r => r.On).OrderBy(g => g.Key).Select(g => g.Last())];

    /// <summary>The level on a day; null when nobody had rated it for that day or an earlier one.</summary>
    public int? LevelOn(DateOnly day) => Steps(day) is [.., var last] ? last.Level : null;

    /// <summary>The day from which the level of a day has stood without a change; null when there is no level. A rating that repeats the
    /// level before it changes nothing.</summary>
    public DateOnly? SinceOn(DateOnly day)
    {
        ImplementationRating[] steps = [.. Steps(day)];
        int first = Array.FindLastIndex(steps, s => s.Level != steps[^1].Level) + 1;
        return first < steps.Length ? steps[first].On : null;
    }
}

/// <summary>One rating.</summary>
/// <param name="Level">0 not initiated, 1 minimal, 2 intermediate, 3 full.</param>
/// <param name="On">The day on which it stood so.</param>
/// <param name="Evidence">What it rests on; empty when the note tells.</param>
/// <param name="Note">In words; empty only when there is evidence.</param>
/// <param name="By">Who rated.</param>
/// <param name="At">When it was recorded.</param>
public sealed record ImplementationRating(
    int Level, DateOnly On, IReadOnlyList<EvidenceRef> Evidence, string Note, string By, DateTimeOffset At);

/// <summary>Something of the record that a rating rests on.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Id">Its id.</param>
public sealed record EvidenceRef(EvidenceKind Kind, string Id);

/// <summary>What a rating can rest on.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<EvidenceKind>))]
public enum EvidenceKind
{
    /// <summary>A claim.</summary>
    Claim,

    /// <summary>An incident.</summary>
    Incident,

    /// <summary>A report.</summary>
    Report,
}
