using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>Something that somebody said.</summary>
/// <param name="Said">The claim, of kind statement, with who reported it.</param>
/// <param name="First">First day on which it can have been said; null when not known.</param>
/// <param name="Last">Last such day, inclusive.</param>
/// <param name="Topics">What the words are coded to, in order of topic.</param>
public sealed record Statement(ReportedClaim Said, DateOnly? First, DateOnly? Last, IReadOnlyList<StatementTopic> Topics);

/// <summary>A position that stands within a statement's words.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Stance">The stance.</param>
/// <param name="Modality">How it is put forward.</param>
/// <param name="Holder">Key of who holds it, as <see cref="PositionRow.Key"/>.</param>
/// <param name="ClaimId">The claim that says so.</param>
public sealed record StatementTopic(string Topic, PositionStance Stance, Modality Modality, string Holder, string ClaimId);

/// <summary>Everything that is said, as a fold over claims.</summary>
public static class StatementLedger
{
    /// <summary>The statements, latest first, those without a day last. Claims rejected are left out; a position belongs to every
    /// statement of the same report whose words it overlaps.</summary>
    /// <param name="claims">Claims of kind statement and position; others are passed over.</param>
    public static IReadOnlyList<Statement> Of(IEnumerable<ReportedClaim> claims)
    {
        List<ReportedClaim> live = [.. claims.Where(c => c.Claim.Status != ClaimStatus.Rejected)];
        ILookup<string, Claim> positions = live.Select(c => c.Claim).Where(c => c.Content is { Detail: PositionDetail, Speaker: not null })
            .ToLookup(c => c.ReportId, StringComparer.Ordinal);
        return
        [
            .. live.Where(c => c.Claim.Content.Kind == ClaimKind.Statement)
                .Select(c => new Statement(c, PositionLedger.Days(c).First, PositionLedger.Days(c).Last, Topics(c.Claim, positions[c.Claim.ReportId])))
                .OrderByDescending(s => s.First ?? DateOnly.MinValue).ThenBy(s => s.Said.Claim.ReportId, StringComparer.Ordinal)
                .ThenBy(s => s.Said.Claim.Content.Span.Start).ThenBy(s => s.Said.Claim.Id, StringComparer.Ordinal),
        ];
    }

    private static StatementTopic[] Topics(Claim statement, IEnumerable<Claim> positions) =>
    [
        .. positions.Where(p => p.Content.Span.Start < statement.Content.Span.End && statement.Content.Span.Start < p.Content.Span.End)
            .Select(p => (Detail: (PositionDetail)p.Content.Detail!, Claim: p))
            .Select(p => new StatementTopic(
                p.Detail.Topic, p.Detail.Stance, p.Claim.Content.Modality, PositionSpeakers.KeyOf(p.Claim.Content.Speaker!), p.Claim.Id))
            .OrderBy(t => t.Topic, PositionLedger.TopicOrder).ThenBy(t => t.Stance).ThenBy(t => t.ClaimId, StringComparer.Ordinal),
    ];
}
