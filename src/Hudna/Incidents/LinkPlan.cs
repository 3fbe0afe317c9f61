using Hudna.Acts;
using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>An act to be appended, without who and when.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Body">What.</param>
public sealed record PlannedAct(string Subject, ActBody Body);

/// <summary>Links the new claims of one report, one after another, so that they also find the incidents that earlier ones open.</summary>
public static class LinkPlan
{
    /// <summary>The acts that open incidents and link claims, in the order in which they must be appended. Claims that belong nowhere
    /// have none.</summary>
    /// <param name="linker">Decides.</param>
    /// <param name="text">The report's text: several verbs of one sentence may tell one happening.</param>
    /// <param name="claims">The report's unlinked claims.</param>
    /// <param name="targets">Incidents there are already.</param>
    /// <param name="lastNumber">The highest incident number so far; 0 when there is none.</param>
    public static IReadOnlyList<PlannedAct> Of(
        Linker linker, string text, IReadOnlyList<Claim> claims, IEnumerable<LinkTarget> targets, int lastNumber)
    {
        var acts = new List<PlannedAct>();
        SortedDictionary<int, LinkTarget> open = new(targets.DistinctBy(t => t.IncidentId, StringComparer.Ordinal).ToDictionary(t => t.Number));
        var linked = new List<(Claim Claim, int Number)>();

        // What is asserted comes first: a denial joins what an assertion of the same report opened.
        foreach (Claim claim in claims.OrderBy(c => c.Content.Modality == Modality.Negated).ThenBy(c => c.Content.Span).ThenBy(c => c.Id, StringComparer.Ordinal))
        {
            LinkDecision decision = linker.Decide(claim, open.Values, other =>
                string.Equals(other.ReportId, claim.ReportId, StringComparison.Ordinal) && InOneSentence(text, claim.Content.Span, other.Content.Span));
            if (decision.Opens)
            {
                int number = ++lastNumber;
                string id = ContentId.Incident(claim.Id, number);
                acts.Add(new PlannedAct(id, new IncidentOpened(number)));
                open.Add(number, new LinkTarget(id, number, []));
                Link(claim, open[number], decision.Reasons);
            }
            else if (decision.Target is { } target)
            {
                Link(claim, target, decision.Reasons);
            }
        }

        foreach (Claim claim in claims.Where(c => linked.TrueForAll(l => l.Claim != c)).OrderBy(c => c.Content.Span).ToList())
        {
            IEnumerable<(Claim, LinkTarget)> neighbours = linked.Where(l => InOneSentence(text, claim.Content.Span, l.Claim.Content.Span))
                .Select(l => (l.Claim, open[l.Number])).ToList();
            if (linker.DecideBySentence(claim, neighbours) is { Target: { } target } decision)
            {
                Link(claim, target, decision.Reasons);
            }
        }

        return acts;

        void Link(Claim claim, LinkTarget target, IReadOnlyList<string> reasons)
        {
            acts.Add(new PlannedAct(claim.Id, new ClaimLinked(target.IncidentId, reasons)));
            open[target.Number] = target with { Claims = [.. target.Claims, claim] };
            linked.Add((claim, target.Number));
        }
    }

    /// <summary>True when no full stop, question or exclamation mark or line end stands between two spans; a point inside a number ends
    /// no sentence.</summary>
    public static bool InOneSentence(string text, Span a, Span b)
    {
        int from = Math.Min(a.End, b.End), to = Math.Max(a.Start, b.Start);
        for (int i = from; i < to; i++)
        {
            bool ends = text[i] is '!' or '?' or '؟' or '\n' or '\r'
                || (text[i] == '.' && !(i + 1 < text.Length && char.IsDigit(text[i + 1]) && i > 0 && char.IsDigit(text[i - 1])));
            if (ends)
            {
                return false;
            }
        }

        return true;
    }
}
