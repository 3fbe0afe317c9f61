using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Corroboration;

/// <summary>What each source did in an incident.</summary>
internal static class SourceParts
{
    /// <summary>By source, in ordinal order of name. Reports that a desk keeps to itself are left out: a source of theirs has no record here.</summary>
    public static IReadOnlyList<SourcePart> Of(
        List<Claim> claims, Dictionary<string, SourceReport> reports, Gathered origins, List<Contradiction> contradictions)
    {
        List<(Claim Claim, SourceReport Report)> told =
        [
            .. claims.Select(c => (c, reports[c.ReportId])).Where(p => p.Item2.Confidentiality != Confidentiality.Desk),
        ];
        List<string> names = [.. told.SelectMany(p => p.Report.Sources).Select(s => s.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        DateOnly? first = told.SelectMany(p => p.Report.Sources).Min(s => s.Published);
        return [.. names.Select(Part)];

        SourcePart Part(string name)
        {
            List<(Claim Claim, SourceReport Report)> own = [.. told.Where(p => p.Report.Sources.Any(s => Is(s, name)))];
            HashSet<string> keys = [.. own.SelectMany(p => origins.KeysOf(p.Claim.Id))];
            string root = Root.Of(own[0].Report.Sources.First(s => Is(s, name))).Key;
            bool asserts = own.Exists(p => p.Claim.Content.Modality == Modality.Asserted), denies = own.Exists(p => p.Claim.Content.Modality == Modality.Negated);
            return new SourcePart(
                name,
                Confirmed: origins.All.Any(o => !keys.Contains(o.Key) && o.Kind != OriginKind.Unnamed && ((asserts && o.Asserts) || (denies && o.Denies))),
                Contradicted: contradictions.Exists(c => IsContradicted(c, own, keys)),
                First: names.Count > 1 && first is not null && own.Exists(p => !IsRepeated(p, root) && p.Report.Sources.Any(s => Is(s, name) && s.Published == first)),
                Repeats: own.Exists(p => IsRepeated(p, root)),
                Repeated: told.Exists(p => p.Report.Sources.Any(s => Root.Of(s).Key != root) && origins.KeysOf(p.Claim.Id).Contains(root, StringComparer.Ordinal)
                    && (!p.Report.Sources.Any(s => Is(s, name)) || Root.Of(Outlets.First(p.Report)).Key == root)));
        }

        bool IsRepeated((Claim Claim, SourceReport Report) p, string root) =>
            (!origins.KeysOf(p.Claim.Id).Contains(root, StringComparer.Ordinal) && IsTaken(p.Claim))
            || (p.Report.Sources.Count > 1 && Root.Of(Outlets.First(p.Report)).Key != root);

        // What it quotes somebody for is no copy of an outlet.
        bool IsTaken(Claim claim) => origins.All.Any(o => o.Kind is not OriginKind.Speaker && origins.KeysOf(claim.Id).Contains(o.Key, StringComparer.Ordinal));
    }

    private static bool IsContradicted(Contradiction contradiction, List<(Claim Claim, SourceReport Report)> own, HashSet<string> keys) =>
        contradiction.Values.Any(v => v.Excludes.Count > 0 && own.Exists(p => v.ClaimIds.Contains(p.Claim.Id, StringComparer.Ordinal))
            && contradiction.Values.Any(u => v.Excludes.Contains(u.Value, StringComparer.Ordinal) && u.Origins.Any(o => !keys.Contains(o))));

    private static bool Is(ReportSource source, string name) => string.Equals(source.Name, name, StringComparison.Ordinal);
}
