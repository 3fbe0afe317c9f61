using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Corroboration;

/// <summary>Derives an incident's corroboration from its claims. The order in which claims and reports are handed in does not matter.</summary>
public static class CorroborationView
{
    /// <summary>Who says so, and who contradicts whom.</summary>
    /// <param name="incident">What its claims come to: its <see cref="Incident.Differences"/> are explained.</param>
    /// <param name="claims">The claims linked to it; rejected ones are left out.</param>
    /// <param name="reports">The reports that they stand in.</param>
    /// <param name="copies">Reports that share their words; others than these reports' do no harm.</param>
    public static IncidentCorroboration Of(
        Incident incident, IEnumerable<Claim> claims, IReadOnlyList<SourceReport> reports, IReadOnlyList<TextCopy> copies)
    {
        Dictionary<string, SourceReport> byId = reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
        List<Claim> live =
        [
            .. claims.Where(c => c.Status != ClaimStatus.Rejected && byId.ContainsKey(c.ReportId)).OrderBy(c => c.Id, StringComparer.Ordinal),
        ];
        IReadOnlyDictionary<string, IReadOnlyList<Trace>> traces = OriginFinder.Find(live, reports, copies);
        var origins = new Gathered(live, traces, byId);
        int asserting = Counted(origins.All.Where(o => o.Asserts)), denying = Counted(origins.All.Where(o => o.Denies));
        List<Contradiction> contradictions = [.. incident.Differences.Select(d => ContradictionOf(d, live, byId, origins))];
        return new IncidentCorroboration
        {
            Origins = origins.All,
            Asserting = asserting,
            Denying = denying,
            IsContested = incident.Differences.Any(d => d.Field is "occurrence" or "actors" && IsContested(d, live, origins)),
            Contradictions = contradictions,
            Credibility = CredibilityRule.Of(asserting, denying),
            Parts = SourceParts.Of(live, byId, origins, contradictions),
        };
    }

    /// <summary>The same in short.</summary>
    public static CorroborationSummary Summary(IncidentCorroboration whole) =>
        new(whole.Asserting, whole.Denying, whole.IsSingleSource, whole.IsContested, whole.Credibility.Grade);

    // Agencies that nobody names may be those that are named.
    private static int Counted(IEnumerable<Origin> origins)
    {
        List<Origin> all = [.. origins];
        int named = all.Count(o => o.Kind != OriginKind.Unnamed);
        return named > 0 ? named : Math.Min(all.Count, 1);
    }

    private static Contradiction ContradictionOf(Difference difference, List<Claim> live, Dictionary<string, SourceReport> reports, Gathered origins)
    {
        List<ContradictionValue> values =
        [
            .. difference.Values.Select(v => new ContradictionValue(
                v.Value, v.ClaimIds, [.. v.ClaimIds.SelectMany(origins.KeysOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], v.Excludes,
                live.Where(c => v.ClaimIds.Contains(c.Id, StringComparer.Ordinal)).Min(c => reports[c.ReportId].Published))),
        ];
        List<(ContradictionValue One, ContradictionValue Other)> against =
        [
            .. values.SelectMany(v => values.Where(u => v.Excludes.Contains(u.Value, StringComparer.Ordinal)).Select(u => (v, u))),
        ];

        // Two values stand against one another from the day that the later of them is told.
        DateOnly? since = against.Where(p => p.One.Since is not null && p.Other.Since is not null)
            .Min(p => p.One.Since > p.Other.Since ? p.One.Since : p.Other.Since);
        return new Contradiction(difference.Field, values, since, against.Exists(p => !p.One.Origins.Order(StringComparer.Ordinal).SequenceEqual(p.Other.Origins.Order(StringComparer.Ordinal), StringComparer.Ordinal)));
    }

    // An agency that corrects itself contests nothing; one article that quotes two sides does.
    private static bool IsContested(Difference difference, List<Claim> live, Gathered origins)
    {
        Dictionary<string, HashSet<string>> voices = difference.Values.ToDictionary(
            v => v.Value,
            v => live.Where(c => v.ClaimIds.Contains(c.Id, StringComparer.Ordinal))
                .Select(c => string.Join('\n', origins.KeysOf(c.Id)) + '\n' + (c.Content.Speaker is { } s ? SearchFold.Of(s.Name ?? s.Text) : "")).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        return difference.Values.Any(v => v.Excludes.Any(u => voices[v.Value].Any(a => voices[u].Any(b => !string.Equals(a, b, StringComparison.Ordinal)))));
    }
}
