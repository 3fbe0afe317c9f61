using Hudna.Agreements;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Commitments;

/// <summary>All promises as a fold over claims, agreement and ratings. The order in which they are handed in does not matter.</summary>
public static class CommitmentList
{
    /// <summary>The promises as they stand on a day: overdue ones first, longest first; then by due day, those without one last.</summary>
    /// <param name="claims">Claims; those rejected, and of other kinds, are left out.</param>
    /// <param name="agreement">The agreement with all recorded beside it; null when none was filed.</param>
    /// <param name="ratings">Ratings by subject.</param>
    /// <param name="day">The day asked for, in the mission's zone.</param>
    public static IReadOnlyList<Commitment> Of(
        IEnumerable<ReportedClaim> claims, Agreement? agreement, IEnumerable<ImplementationRecord> ratings, DateOnly day)
    {
        Dictionary<string, ImplementationRecord> bySubject = ratings.ToDictionary(r => r.Subject, StringComparer.Ordinal);
        ReportedClaim[] said = [.. claims.Where(c => c.Claim is { Status: not ClaimStatus.Rejected, Content.Detail: CommitmentDetail })];
        IReadOnlyDictionary<string, IReadOnlyList<string>> again = Repetitions.Of([.. said.Select(c => c.Claim)]);
        return
        [
            .. said.Select(c => Of(c) with { AlsoSaid = again.GetValueOrDefault(c.Claim.Id) ?? [] })
                .Concat(agreement is null ? [] : agreement.Provisions.Where(p => p.Type == ProvisionType.Obliges).Select(p => Of(p, agreement, day)))
                .Select(c => Rated(c, bySubject.GetValueOrDefault(c.Id), day))
                .OrderByDescending(c => c.IsOverdue).ThenBy(c => c.Due ?? DateOnly.MaxValue).ThenBy(c => c.MadeOn ?? DateOnly.MaxValue)
                .ThenBy(c => c.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Counts for each actor who promised something, most promises first.</summary>
    public static IReadOnlyList<ActorTally> ByActor(IEnumerable<Commitment> commitments)
    {
        var all = commitments.Where(c => c.Counts).SelectMany(c => Promisers(c).Select(p => (p.Key, p.Actor, Commitment: c))).ToList();
        return
        [
            .. all.GroupBy(p => p.Key, StringComparer.Ordinal)
                .Select(g => new ActorTally(
                    g.Key, g.Select(p => p.Actor).OfType<Party>().OrderBy(p => p.Text, StringComparer.Ordinal).FirstOrDefault(), CommitmentTally.Of(g.Select(p => p.Commitment))))
                .OrderByDescending(t => t.Tally.Promised).ThenBy(t => t.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>What tells one promiser from another: the id, or the folded words.</summary>
    internal static string KeyOf(Party party) => party.ActorId ?? SearchFold.Of(party.Text);

    private static IEnumerable<(string Key, Party? Actor)> Promisers(Commitment commitment) => (commitment.Said is null
        ? commitment.ActorIds.Select(id => (Key: id, Actor: (Party?)null))
        : commitment.By.Select(p => (Key: KeyOf(p), Actor: (Party?)p))).DistinctBy(p => p.Key, StringComparer.Ordinal);

    private static Commitment Of(ReportedClaim said)
    {
        ClaimContent content = said.Claim.Content;
        var detail = (CommitmentDetail)content.Detail!;
        return new Commitment
        {
            Id = said.Claim.Id,
            Said = said,
            Basis = detail.Basis,
            Topic = detail.Topic,
            Modality = content.Modality,
            By = content.Actors,
            To = content.Recipients,
            ActorIds = [.. content.Actors.Select(a => a.ActorId).OfType<string>().Distinct(StringComparer.Ordinal)],
            MadeOn = said.Published,
            Due = content.Time?.Last,
        };
    }

    // The model of agreements has no day by which an obligation is to be met: it holds, and can be rated, and is never overdue.
    private static Commitment Of(Provision provision, Agreement agreement, DateOnly day) => new()
    {
        Id = new ProvisionId(agreement.Id, provision.Number).ToString(),
        Provision = provision,
        Basis = CommitmentBasis.Agreement,
        Modality = Modality.Asserted,
        ActorIds = [.. provision.By.SelectMany(p => Meant(p, agreement, day)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        MadeOn = provision.Period.From ?? agreement.Documents.FirstOrDefault(d => string.Equals(d.Id, provision.DocumentId, StringComparison.Ordinal))?.Date
            ?? DateOnly.FromDateTime(agreement.InForceFrom),
    };

    private static IEnumerable<string> Meant(PartyPattern pattern, Agreement agreement, DateOnly day) => pattern.Class switch
    {
        PartyClass.Actor => [pattern.ActorId!],
        PartyClass.Guarantors => agreement.Participants.Where(p => p.Role == ParticipantRole.Guarantor && p.Period.Holds(day)).Select(p => p.ActorId),
        PartyClass.Bound => agreement.Adherences.GroupBy(a => a.ActorId, StringComparer.Ordinal)
            .Select(g => g.Where(a => a.Period.From is null || a.Period.From <= day).MaxBy(a => a.Period.From))
            .Where(a => a is { Status: AdherenceStatus.Adheres } && a.Period.Holds(day)).Select(a => a!.ActorId),
        _ => [],
    };

    private static Commitment Rated(Commitment commitment, ImplementationRecord? ratings, DateOnly day)
    {
        int? level = ratings?.LevelOn(day);
        return commitment with
        {
            Implementation = ratings,
            Level = level,
            LevelSince = ratings?.SinceOn(day),
            IsOverdue = commitment.Counts && commitment.Due < day && level is not ImplementationRecord.Full,
        };
    }
}
