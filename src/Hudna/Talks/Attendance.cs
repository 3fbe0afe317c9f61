using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>One stance on somebody's part in talks.</summary>
/// <param name="Stance">The stance.</param>
/// <param name="By">Who takes it; empty when not told.</param>
/// <param name="Condition">Under which condition; null when none is told.</param>
/// <param name="Basis">Under which rule or list; null when none is told.</param>
/// <param name="Modality">How it is put forward: a denied one ("does not object") is shown, and is nobody's stance.</param>
/// <param name="Day">When it was taken, else when it was said; null when neither is known.</param>
/// <param name="TrackId">The track; null when not told.</param>
/// <param name="Sources">Who reported it.</param>
/// <param name="Claim">Id of the claim.</param>
public sealed record StanceTaken(
    ParticipationStance Stance, IReadOnlyList<Party> By, Phrase? Condition, Phrase? Basis, Modality Modality, DateOnly? Day, string? TrackId,
    IReadOnlyList<string> Sources, string Claim);

/// <summary>Whether one actor takes part in talks: every stance, in order of their days.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Stances">The stances, oldest first, undated ones before all; of one day, the milder first.</param>
/// <param name="Current">The last of those put forward as so; null when none is.</param>
/// <param name="Changed">True when one and the same taker says otherwise than before.</param>
/// <param name="Disputed">True when the last words of different takers are for and against.</param>
public sealed record Attendance(Party Actor, IReadOnlyList<StanceTaken> Stances, StanceTaken? Current, bool Changed, bool Disputed)
{
    /// <summary>The actors that claims of participation name, by name.</summary>
    internal static IReadOnlyList<Attendance> Of(IEnumerable<ReportedClaim> claims) =>
    [
        .. claims.Where(c => c.Claim.Content is { Detail: ParticipationDetail, Recipients.Count: > 0 })
            .GroupBy(c => TalksClaims.KeyOf(c.Claim.Content.Recipients[0]), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(One),
    ];

    private static Attendance One(IEnumerable<ReportedClaim> claims)
    {
        StanceTaken[] stances =
        [
            .. claims.OrderBy(c => c.DayOf() ?? DateOnly.MinValue).ThenBy(c => ((ParticipationDetail)c.Claim.Content.Detail!).Stance)
                .ThenBy(c => c.Claim.Id, StringComparer.Ordinal).Select(Stance),
        ];
        StanceTaken[] firm = [.. stances.Where(s => s.Modality is Modality.Asserted or Modality.Planned)];
        StanceTaken[][] byTaker = [.. firm.GroupBy(s => TalksClaims.KeyOf(s.By), StringComparer.Ordinal).Select(g => g.ToArray())];
        ParticipationStance[] last = [.. byTaker.Select(t => t[^1].Stance)];
        return new Attendance(
            TalksClaims.Shown(claims.Select(c => c.Claim.Content.Recipients[0])), stances, firm.LastOrDefault(),
            byTaker.Any(t => t.Zip(t.Skip(1)).Any(p => p.First.Day != p.Second.Day && Side(p.First.Stance) != Side(p.Second.Stance))),
            Array.Exists(last, s => Side(s) > 0) && Array.Exists(last, s => Side(s) < 0));
    }

    private static StanceTaken Stance(ReportedClaim claim)
    {
        var detail = (ParticipationDetail)claim.Claim.Content.Detail!;
        return new StanceTaken(
            detail.Stance, claim.Claim.Content.Actors, detail.Condition, detail.Basis, claim.Claim.Content.Modality, claim.DayOf(), detail.Track?.Id,
            [.. claim.Sources.Select(s => s.Name)], claim.Claim.Id);
    }

    /// <summary>1 for their coming, -1 against, 0 under a condition.</summary>
    internal static int Side(ParticipationStance stance) => stance switch
    {
        ParticipationStance.Refused or ParticipationStance.Vetoed or ParticipationStance.Excluded => -1,
        ParticipationStance.Conditional => 0,
        _ => 1,
    };
}
