using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Corroboration;

/// <summary>The origins of an incident, gathered from what its claims go back to, and which of them each claim goes back to.</summary>
/// <remarks>
/// A claim that can go back to any of several roots (an article that credits two agencies) makes no origin of its own as long as one of them
/// is an origin already; else the several together are one. So what is counted is the least number of origins that can account for all claims,
/// taken greedily from the claims with the fewest roots on.
/// </remarks>
internal sealed class Gathered
{
    private readonly Dictionary<string, List<string>> keys = new(StringComparer.Ordinal);

    public Gathered(List<Claim> claims, IReadOnlyDictionary<string, IReadOnlyList<Trace>> traces, Dictionary<string, SourceReport> reports)
    {
        var members = new Dictionary<string, (Root Root, List<Claim> Claims)>(StringComparer.Ordinal);
        var covered = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((Claim claim, List<Root> roots) in claims.Select(c => (c, traces[c.Id].Select(t => t.Root).Distinct().OrderBy(r => r.Key, StringComparer.Ordinal).ToList()))
            .OrderBy(p => p.Item2.Count).ThenBy(p => string.Join('\n', p.Item2.Select(r => r.Key)), StringComparer.Ordinal).ThenBy(p => p.c.Id, StringComparer.Ordinal))
        {
            List<string> joined = [.. roots.Where(r => covered.ContainsKey(r.Key)).Select(r => covered[r.Key]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (joined.Count == 0)
            {
                Root root = roots.Count == 1 ? roots[0]
                    : new Root(string.Join('\n', roots.Select(r => r.Key)), OriginKind.Several, string.Join(" | ", roots.Select(r => r.Name)), null);
                members[root.Key] = (root, []);
                joined = [root.Key];
                foreach (Root each in roots)
                {
                    covered[each.Key] = root.Key;
                }
            }

            joined.ForEach(k => members[k].Claims.Add(claim));
            keys[claim.Id] = joined;
        }

        Dictionary<string, string> shown = [];
        var all = new List<Origin>();
        foreach ((Root root, List<Claim> own) in members.Values)
        {
            Origin origin = OriginOf(root, own, traces, reports);
            shown[root.Key] = origin.Key;
            all.Add(origin);
        }

        keys = keys.ToDictionary(k => k.Key, k => k.Value.ConvertAll(v => shown[v]), StringComparer.Ordinal);
        All =
        [
            .. all.OrderBy(o => o.Asserts ? 0 : o.Denies ? 1 : 2).ThenByDescending(o => o.Reports.Count).ThenBy(o => o.First ?? DateOnly.MaxValue)
                .ThenBy(o => o.Key, StringComparer.Ordinal),
        ];
    }

    public IReadOnlyList<Origin> All { get; }

    /// <summary>Keys of the origins that a claim goes back to.</summary>
    public IReadOnlyList<string> KeysOf(string claimId) => keys.TryGetValue(claimId, out List<string>? found) ? found : [];

    private static Origin OriginOf(Root root, List<Claim> claims, IReadOnlyDictionary<string, IReadOnlyList<Trace>> traces, Dictionary<string, SourceReport> reports)
    {
        List<OriginReport> told =
        [
            .. claims.GroupBy(c => c.ReportId, StringComparer.Ordinal)
                .OrderBy(g => reports[g.Key].Published ?? DateOnly.MaxValue).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new OriginReport(
                    g.Key, [.. g.Select(c => c.Id).Order(StringComparer.Ordinal)],
                    [.. g.SelectMany(c => traces[c.Id]).Select(t => Shown(t.Reason, reports[g.Key])).Distinct().OrderBy(r => r.Why).ThenBy(r => r.Of, StringComparer.Ordinal).ThenBy(r => r.At)])),
        ];
        bool isHidden = IsHidden(root, told, reports);
        return new Origin(
            isHidden ? "desk:" + told[0].ReportId : root.Key.Replace('\n', '|'), root.Kind, isHidden ? null : root.Name, isHidden ? null : root.ActorId,
            claims.Exists(c => c.Content.Modality == Modality.Asserted), claims.Exists(c => c.Content.Modality == Modality.Negated),
            told.Min(r => reports[r.ReportId].Published), told);
    }

    // Who told a desk something in confidence is named to nobody else: neither as the source nor by whom it quotes. An origin that a report
    // free to be seen names as well is named by that report.
    private static bool IsHidden(Root root, List<OriginReport> told, Dictionary<string, SourceReport> reports)
    {
        List<SourceReport> own = [.. reports.Values.Where(r => r.Sources.Any(s => Root.Of(s) == root))];
        return own.Count > 0 ? own.TrueForAll(IsDesk) : told.TrueForAll(r => IsDesk(reports[r.ReportId]));
    }

    private static OriginReason Shown(OriginReason reason, SourceReport report) =>
        IsDesk(report) && reason.Why is not (OriginWhy.SameWords or OriginWhy.SameSentence) ? reason with { Of = null } : reason;

    private static bool IsDesk(SourceReport report) => report.Confidentiality == Confidentiality.Desk;
}
