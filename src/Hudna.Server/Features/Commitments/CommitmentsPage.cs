using System.Globalization;
using Hudna.Acts;
using Hudna.Commitments;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Server.Features.Commitments;

/// <summary>Promises and what became of them.</summary>
/// <param name="Day">The day by which it is counted what stands and what is overdue: the mission's own.</param>
/// <param name="Tally">Counts over all that actor and basis give, whatever level is asked for.</param>
/// <param name="ByActor">The same by who promised.</param>
/// <param name="Commitments">A page of them, overdue ones first.</param>
public sealed record CommitmentsPage(DateOnly Day, CommitmentTally Tally, IReadOnlyList<ActorTally> ByActor, Page<Commitment> Commitments)
{
    internal static async Task<CommitmentsPage> FindAsync(IRecord record, CommitmentChoice choice, DateOnly day, CancellationToken cancellation)
    {
        Commitment[] all = [.. (await AllAsync(record, day, cancellation)).Where(c => IsOf(c, choice))];
        Commitment[] shown = [.. all.Where(c => Has(c, choice))];
        return new CommitmentsPage(
            day, CommitmentTally.Of(all), CommitmentList.ByActor(all),
            new Page<Commitment>([.. shown.Skip(choice.Offset).Take(CommitmentsQuery.PageSize)], shown.Length, choice.Offset));
    }

    /// <summary>All that the filter gives, not paged.</summary>
    internal static async Task<IReadOnlyList<Commitment>> FoundAsync(IRecord record, CommitmentChoice choice, DateOnly day, CancellationToken cancellation) =>
        [.. (await AllAsync(record, day, cancellation)).Where(c => IsOf(c, choice) && Has(c, choice))];

    /// <summary>All promises as they stand on a day.</summary>
    internal static async Task<IReadOnlyList<Commitment>> AllAsync(IRecord record, DateOnly day, CancellationToken cancellation) => CommitmentList.Of(
        await record.AllReportedClaimsAsync(new ClaimFilter { Kinds = [ClaimKind.Commitment], Live = true }, cancellation),
        (await record.AgreementAsync(cancellation))?.Agreement, await record.ImplementationsAsync(cancellation), day);

    private static bool IsOf(Commitment commitment, CommitmentChoice choice) =>
        (choice.Actor.Id is null || commitment.ActorIds.Contains(choice.Actor.Id, StringComparer.Ordinal)) && (choice.Basis is null || commitment.Basis == choice.Basis);

    private static bool Has(Commitment commitment, CommitmentChoice choice) => (!choice.Overdue || commitment.IsOverdue)
        && (choice.Level is null || string.Equals(
            choice.Level, commitment.Level?.ToString(CultureInfo.InvariantCulture) ?? CommitmentsQuery.NotRated, StringComparison.Ordinal));
}

/// <summary>One promise with all that it rests on.</summary>
/// <param name="Day">The day by which it is counted what stands.</param>
/// <param name="Commitment">The promise.</param>
/// <param name="AlsoSaid">Claims that seem to tell of the same promise; each is a commitment by itself.</param>
/// <param name="Evidence">What its ratings rest on.</param>
public sealed record CommitmentPage(DateOnly Day, Commitment Commitment, IReadOnlyList<ReportedClaim> AlsoSaid, IReadOnlyList<EvidenceShown> Evidence)
{
    internal static async Task<CommitmentPage?> FindAsync(IRecord record, string id, DateOnly day, CancellationToken cancellation)
    {
        IReadOnlyList<Commitment> all = await CommitmentsPage.AllAsync(record, day, cancellation);
        if (all.FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.Ordinal)) is not { } commitment)
        {
            return null;
        }

        var evidence = new List<EvidenceShown>();
        foreach (EvidenceRef named in (commitment.Implementation?.Ratings ?? []).SelectMany(r => r.Evidence).Distinct())
        {
            evidence.Add(await EvidenceShown.OfAsync(record, named, cancellation));
        }

        return new CommitmentPage(
            day, commitment, [.. all.Select(c => c.Said).OfType<ReportedClaim>().Where(s => commitment.AlsoSaid.Contains(s.Claim.Id, StringComparer.Ordinal))], evidence);
    }
}

/// <summary>Something that a rating rests on, as a page shows it.</summary>
/// <param name="Named">What it is.</param>
/// <param name="Text">A claim's words, or a report's headline or first words; null for an incident.</param>
/// <param name="Number">An incident's number; null for the others.</param>
/// <param name="ReportId">The report in which a claim stands, or the report itself; null for an incident.</param>
public sealed record EvidenceShown(EvidenceRef Named, string? Text, int? Number, string? ReportId)
{
    private const int TextLengthMax = 160;

    internal static async Task<EvidenceShown> OfAsync(IRecord record, EvidenceRef named, CancellationToken cancellation) => named.Kind switch
    {
        EvidenceKind.Claim => await record.ClaimAsync(named.Id, cancellation) is { } claim
            ? new EvidenceShown(named, Short(claim.Content.Text), null, claim.ReportId) : new EvidenceShown(named, null, null, null),
        EvidenceKind.Incident => new EvidenceShown(named, null, (await record.IncidentAsync(named.Id, cancellation))?.Number, null),
        _ => await record.ReportAsync(named.Id, cancellation) is { } report
            ? new EvidenceShown(named, Short(report.Title ?? report.Text), null, report.Id) : new EvidenceShown(named, null, null, null),
    };

    private static string Short(string text) => text.Length <= TextLengthMax ? text : text[..(char.IsHighSurrogate(text[TextLengthMax - 1]) ? TextLengthMax - 1 : TextLengthMax)] + "…";
}
