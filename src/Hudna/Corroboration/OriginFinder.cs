using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Corroboration;

/// <summary>Finds what each claim of an incident goes back to. Reports are looked at in order of publication, so that a copy finds what it
/// copies already traced; the order in which they are handed in does not matter.</summary>
internal sealed class OriginFinder
{
    private readonly List<SourceReport> reports;
    private readonly Outlets outlets;
    private readonly ILookup<string, (string Other, TextOverlap Overlap)> copies;
    private readonly Dictionary<string, IReadOnlyList<Trace>> credits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Trace>> own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Trace>> traced = new(StringComparer.Ordinal);
    private readonly SameSentences sentences = new();

    private OriginFinder(IReadOnlyList<SourceReport> reports, IReadOnlyList<TextCopy> copies)
    {
        this.reports =
        [
            .. reports.OrderBy(r => r.Published ?? DateOnly.MaxValue).ThenBy(r => r.Sources.Min(s => s.Received)).ThenBy(r => r.Id, StringComparer.Ordinal),
        ];
        outlets = new Outlets(this.reports);
        HashSet<string> ids = [.. reports.Select(r => r.Id)];
        this.copies = copies.Where(c => c.Overlap.IsCopy && ids.Contains(c.ReportId) && ids.Contains(c.OtherId))
            .SelectMany(c => new[] { (c.ReportId, Other: c.OtherId, c.Overlap), (ReportId: c.OtherId, Other: c.ReportId, c.Overlap) })
            .Distinct().OrderByDescending(c => c.Overlap.Containment).ThenBy(c => c.Other, StringComparer.Ordinal)
            .ToLookup(c => c.ReportId, c => (c.Other, c.Overlap), StringComparer.Ordinal);
    }

    /// <summary>What each claim goes back to, by its id; never nothing. Several traces with different roots mean that any of them may be it.</summary>
    /// <param name="claims">The incident's live claims.</param>
    /// <param name="reports">Their reports.</param>
    /// <param name="copies">Which of them share their words.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<Trace>> Find(
        IReadOnlyList<Claim> claims, IReadOnlyList<SourceReport> reports, IReadOnlyList<TextCopy> copies)
    {
        var finder = new OriginFinder(reports, copies);
        foreach (SourceReport report in finder.reports)
        {
            finder.credits[report.Id] = finder.outlets.Credits(report);
        }

        ILookup<string, Claim> byReport = claims.OrderBy(c => c.Content.Span).ThenBy(c => c.Id, StringComparer.Ordinal).ToLookup(c => c.ReportId, StringComparer.Ordinal);
        foreach (SourceReport report in finder.reports)
        {
            finder.own[report.Id] = finder.OwnOf(report);
            finder.TraceClaims(report, [.. byReport[report.Id]]);
        }

        return finder.traced;
    }

    // What a report says in its own voice goes back to: the agency that it credits, or that a report of the same words credits; else what it
    // copies; else agencies that it does not name; else its own source.
    private IReadOnlyList<Trace> OwnOf(SourceReport report)
    {
        if (credits[report.Id].Count > 0)
        {
            return credits[report.Id];
        }

        List<Trace> credited =
        [
            .. copies[report.Id].Where(c => c.Overlap.IsSame).SelectMany(c => credits[c.Other].Select(t => new Trace(t.Root, SameWords(c.Other, c.Overlap))))
                .DistinctBy(t => t.Root.Key, StringComparer.Ordinal),
        ];
        if (credited.Count > 0)
        {
            return credited;
        }

        List<Trace> copied =
        [
            .. copies[report.Id].Where(c => own.ContainsKey(c.Other)).SelectMany(c => own[c.Other].Select(t => new Trace(t.Root, SameWords(c.Other, c.Overlap))))
                .DistinctBy(t => t.Root.Key, StringComparer.Ordinal),
        ];
        if (copied.Count > 0)
        {
            return copied;
        }

        if (Outlets.Unnamed(report) is { } unnamed)
        {
            return [unnamed];
        }

        ReportSource first = Outlets.First(report);
        var root = Root.Of(first);
        return
        [
            new Trace(root, new OriginReason(OriginWhy.Own)),
            .. report.Sources.Where(s => Root.Of(s) != root).Select(s => new Trace(root, new OriginReason(OriginWhy.SameText, s.Name, 1))),
        ];
    }

    private void TraceClaims(SourceReport report, List<Claim> claims)
    {
        HashSet<string> sources = [.. report.Sources.Select(s => Root.Of(s).Key)];
        var ascribed = new List<(Claim Claim, Trace Trace)>();
        var voiced = new List<Claim>();
        foreach (Claim claim in claims)
        {
            if (Ascribed(claim, report, sources) is { } trace)
            {
                ascribed.Add((claim, trace));
                traced[claim.Id] = [trace];
            }
            else
            {
                voiced.Add(claim);
            }
        }

        foreach (Claim claim in voiced)
        {
            // The headline says in its own voice what the text then ascribes.
            List<Trace> repeated =
            [
                .. ascribed.Where(a => a.Claim.Content.Modality == claim.Content.Modality && claim.Content.Speaker is null).Select(a => a.Trace.Root)
                    .Distinct().Select(r => new Trace(r, new OriginReason(OriginWhy.Repeats, r.Name))),
            ];
            bool isOwn = own[report.Id].All(t => t.Reason.Why is OriginWhy.Own or OriginWhy.SameText);
            traced[claim.Id] = repeated.Count > 0 ? repeated : isOwn && sentences.Before(claim, report) is { } same
                ? [.. traced[same.ClaimId].Select(t => t.Root).Distinct().Select(r => new Trace(r, new OriginReason(OriginWhy.SameSentence, same.ReportId, Rounded(same.Share))))]
                : own[report.Id];
        }

        sentences.Add(report, claims);
    }

    // Whose words a claim is told after; null when the report, or somebody who is nobody in particular, says it.
    private Trace? Ascribed(Claim claim, SourceReport report, HashSet<string> sources)
    {
        if (claim.Content.Speaker is { } speaker && outlets.Speaker(speaker) is { } said && !sources.Contains(said.Key))
        {
            return new Trace(said, new OriginReason(said.Kind == OriginKind.Speaker ? OriginWhy.Quotes : OriginWhy.Relays, speaker.Text, At: speaker.Span));
        }

        Root? relay = claim.Content.Via.Reverse().Select(outlets.Named).FirstOrDefault(r => r is not null && !sources.Contains(r.Key));
        return relay is null || own[report.Id].Any(t => t.Root == relay) ? null : new Trace(relay, new OriginReason(OriginWhy.Relays, relay.Name));
    }

    private static OriginReason SameWords(string other, TextOverlap overlap) => new(OriginWhy.SameWords, other, Rounded(overlap.Containment));

    private static double Rounded(double share) => Math.Round(share, 2, MidpointRounding.AwayFromZero);
}
