using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>The matrix of positions as a fold over claims. Claims rejected are left out; those that are put forward as possible, planned
/// or negated are listed and never count as a stance. The order in which claims are handed in does not matter.</summary>
public static class PositionLedger
{
    /// <summary>The topic that stands for all others.</summary>
    public const string Everything = "everything";

    /// <summary>The matrix.</summary>
    /// <param name="claims">Claims; those of other kinds are passed over.</param>
    /// <param name="gazetteer">Tells whom a speaker speaks for.</param>
    /// <param name="scope">What to show.</param>
    public static PositionMatrix Of(IEnumerable<ReportedClaim> claims, Gazetteer gazetteer, PositionScope scope)
    {
        List<ReportedClaim> all = [.. claims.Where(c => c.Claim is { Status: not ClaimStatus.Rejected, Content: { Detail: PositionDetail, Speaker: not null } })];
        bool asksForDays = scope.From is not null || scope.AsOf is not null;
        ReportedClaim[] within = [.. all.Where(c => !asksForDays || IsWithin(c, scope))];
        var speakers = new PositionSpeakers(gazetteer);
        PositionGroup[] groups =
        [
            .. within.GroupBy(c => PositionSpeakers.KeyOf(c.Claim.Content.Speaker!), StringComparer.Ordinal)
                .Select(g => Row(g.Key, [.. g.OrderBy(FirstDay).ThenBy(LastDay).ThenBy(c => c.Claim.ReportId, StringComparer.Ordinal)
                    .ThenBy(c => c.Claim.Content.Span.Start).ThenBy(c => c.Claim.Id, StringComparer.Ordinal)]))
                .GroupBy(r => speakers.GroupOf(r.Speaker), StringComparer.Ordinal)
                .Where(g => scope.Group is null || string.Equals(g.Key, scope.Group, StringComparison.Ordinal))
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Group(g.Key, [.. g.Select(r => Narrowed(r, scope.Topic)).Where(r => r.Cells.Count > 0)]))
                .Where(g => g.Rows.Count > 0),
        ];
        return new PositionMatrix(
            [.. groups.SelectMany(g => g.Rows).SelectMany(r => r.Cells).Select(c => c.Topic).Distinct(StringComparer.Ordinal).Order(TopicOrder)],
            groups, asksForDays ? all.Count(c => Days(c).First is null) : 0);
    }

    /// <summary>The days on which a claim says that it was said: its own, or else its report's; null when neither tells one.</summary>
    public static (DateOnly? First, DateOnly? Last) Days(ReportedClaim said) =>
        said.Claim.Content.Time is { } time ? (time.First, time.Last) : (said.Published, said.Published);

    /// <summary>True for a stance that is for the topic, or ready to talk about it.</summary>
    public static bool IsFor(PositionStance stance) => stance is PositionStance.Supports or PositionStance.Open or PositionStance.Demands;

    /// <summary>Topics by id, <see cref="Everything"/> last.</summary>
    public static Comparer<string> TopicOrder { get; } = Comparer<string>.Create((a, b) =>
        a is Everything == b is Everything ? string.CompareOrdinal(a, b) : a is Everything ? 1 : -1);

    private static bool IsWithin(ReportedClaim said, PositionScope scope) => Days(said) is ({ } first, { } last)
        && (scope.From is null || last >= scope.From) && (scope.AsOf is null || first <= scope.AsOf);

    private static DateOnly FirstDay(ReportedClaim said) => Days(said).First ?? DateOnly.MaxValue;

    private static DateOnly LastDay(ReportedClaim said) => Days(said).Last ?? DateOnly.MaxValue;

    private static PositionRow Row(string key, ReportedClaim[] said)
    {
        ILookup<string, ReportedClaim> byTopic = said.ToLookup(c => ((PositionDetail)c.Claim.Content.Detail!).Topic, StringComparer.Ordinal);
        Dictionary<string, PositionPoint[]> points = byTopic.ToDictionary(g => g.Key, g => Points(g.Key, g), StringComparer.Ordinal);
        PositionPair[] contradictions = [.. PositionPairs.Contradictions([.. points.OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => p.Value)])];
        return new PositionRow(key, PositionSpeakers.Usual(said.Select(c => c.Claim.Content.Speaker!)), [
            .. byTopic.OrderBy(g => g.Key, TopicOrder).Select(g => new PositionCell(
                g.Key, [.. g], points[g.Key], Latest(points[g.Key]),
                g.SelectMany(c => c.Sources).Select(s => s.Name).Distinct(StringComparer.Ordinal).Count(),
                [.. PositionPairs.Shifts(points[g.Key])],
                [.. contradictions.Where(p => IsOn(p, g.Key))])),
        ], contradictions);
    }

    private static PositionPoint[] Points(string topic, IEnumerable<ReportedClaim> said) =>
    [
        .. said.Where(c => c.Claim.Content.Modality == Modality.Asserted)
            .GroupBy(c => (Days(c).First, Days(c).Last, ((PositionDetail)c.Claim.Content.Detail!).Stance))
            .Select(g => new PositionPoint(topic, g.Key.Stance, g.Key.First, g.Key.Last, [.. g]))
            .OrderBy(p => p.First ?? DateOnly.MaxValue).ThenBy(p => p.Last ?? DateOnly.MaxValue).ThenBy(p => p.Stance),
    ];

    private static PositionStance[] Latest(PositionPoint[] points)
    {
        PositionPoint[] sided = [.. points.Where(p => p.Stance != PositionStance.Neutral)];
        PositionPoint[] counted = sided.Length > 0 ? sided : points;
        PositionPoint[] dated = [.. counted.Where(p => p.First is not null)];
        counted = dated.Length > 0 ? dated : counted;
        return [.. counted.Where(p => !Array.Exists(counted, p.IsBefore)).Select(p => p.Stance).Distinct().Order()];
    }

    private static bool IsOn(PositionPair pair, string topic) =>
        string.Equals(pair.One.Topic, topic, StringComparison.Ordinal) || string.Equals(pair.Other.Topic, topic, StringComparison.Ordinal);

    private static PositionGroup Group(string key, PositionRow[] rows) => new(
        key, key.StartsWith(PositionSpeakers.Unrecognised, StringComparison.Ordinal) ? null : key,
        [.. rows.OrderBy(r => !string.Equals(r.Key, key, StringComparison.Ordinal)).ThenBy(r => r.Key, StringComparer.Ordinal)]);

    private static PositionRow Narrowed(PositionRow row, string? topic) => topic is null ? row : row with
    {
        Cells = [.. row.Cells.Where(c => string.Equals(c.Topic, topic, StringComparison.Ordinal))],
        Contradictions = [.. row.Contradictions.Where(p => IsOn(p, topic))],
    };
}
