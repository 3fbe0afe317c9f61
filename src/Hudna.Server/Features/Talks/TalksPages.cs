using Hudna.Agreements;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;
using Hudna.Talks;

namespace Hudna.Server.Features.Talks;

/// <summary>All talks and deals.</summary>
/// <param name="Today">The mission's day: rounds before it are past.</param>
/// <param name="Talks">The tracks, and what is said of talks that are not named.</param>
/// <param name="Matrix">Who takes part in which track.</param>
/// <param name="Deals">Truces and other deals.</param>
/// <param name="Evidence">The claims that all this rests on.</param>
public sealed record TalksPage(
    DateOnly Today, TalksView Talks, IReadOnlyList<MatrixRow> Matrix, IReadOnlyList<Deal> Deals, IReadOnlyList<ReportedClaim> Evidence)
{
    /// <summary>Ids of the claims that statements on the page point to; what only rounds rest on is shown with them.</summary>
    internal HashSet<string> Cited =>
    [
        .. Talks.Tracks.SelectMany(t => t.Roles.SelectMany(r => r.Claims).Concat(t.Links.SelectMany(l => l.Claims))),
        .. Matrix.SelectMany(r => r.Cells).Select(c => c.Current?.Claim).OfType<string>(),
        .. Talks.Unspecified?.Claims ?? [], .. Deals.SelectMany(d => d.Claims),
    ];

    internal static async Task<TalksPage> FindAsync(IRecord record, DateOnly today, CancellationToken cancellation)
    {
        IReadOnlyList<ReportedClaim> talks = await TalksGround.ClaimsAsync(record, TalksView.Kinds, cancellation);
        IReadOnlyList<ReportedClaim> deals = await TalksGround.ClaimsAsync(record, [ClaimKind.Deal], cancellation);
        TalksView view = TalksView.Of(talks);
        return new TalksPage(today, view, MatrixRow.Of(view), Hudna.Talks.Deals.Of(deals), TalksGround.InOrder(talks.Concat(deals)));
    }
}

/// <summary>One track.</summary>
/// <param name="Today">The mission's day.</param>
/// <param name="Track">The track.</param>
/// <param name="Tracks">What sources call the tracks, by id.</param>
/// <param name="Verdicts">The exclusion register's verdict on each of those whose part is spoken of, in their order, on the day of the last stance.</param>
/// <param name="Evidence">The claims that it rests on.</param>
public sealed record TrackPage(
    DateOnly Today, Track Track, IReadOnlyDictionary<string, string> Tracks, IReadOnlyList<RegisterVerdict> Verdicts, IReadOnlyList<ReportedClaim> Evidence)
{
    internal static async Task<TrackPage?> FindAsync(IRecord record, Gazetteer gazetteer, string id, DateOnly today, CancellationToken cancellation)
    {
        TalksGround ground = await TalksGround.FindAsync(record, gazetteer, cancellation);
        if (ground.View.Tracks.FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal)) is not { } track)
        {
            return null;
        }

        return new TrackPage(
            today, track, ground.Names(),
            [.. track.Attendance.Select(a => ground.Register.Of(a.Actor, a.Current?.Day ?? today))],
            ground.Evidence(track.Claims.Concat(track.Links.SelectMany(l => l.Claims))));
    }
}

/// <summary>One round.</summary>
/// <param name="Today">The mission's day.</param>
/// <param name="Track">Its track.</param>
/// <param name="Round">The round.</param>
/// <param name="Tracks">What sources call the tracks, by id.</param>
/// <param name="Next">The next round of each track that its own stands to.</param>
/// <param name="Verdicts">The exclusion register's verdict on each of those whose part is spoken of, in their order, on the round's first day, or today when it has none.</param>
/// <param name="Said">Ids of claims on positions on the talks, or on who takes part, said near the round.</param>
/// <param name="Evidence">The claims that it rests on.</param>
public sealed record RoundPage(
    DateOnly Today, Track Track, Round Round, IReadOnlyDictionary<string, string> Tracks, IReadOnlyList<Round> Next,
    IReadOnlyList<RegisterVerdict> Verdicts, IReadOnlyList<string> Said, IReadOnlyList<ReportedClaim> Evidence)
{
    private static readonly string[] TopicsOfTalks = ["talks", "participation"];

    internal static async Task<RoundPage?> FindAsync(IRecord record, Gazetteer gazetteer, string trackId, string key, DateOnly today, CancellationToken cancellation)
    {
        TalksGround ground = await TalksGround.FindAsync(record, gazetteer, cancellation);
        if (ground.View.Tracks.FirstOrDefault(t => string.Equals(t.Id, trackId, StringComparison.Ordinal)) is not { } track || track.RoundCalled(key) is not { } round)
        {
            return null;
        }

        ReportedClaim[] said = [.. (await TalksGround.ClaimsAsync(record, [ClaimKind.Position], cancellation))
            .Where(c => c.Claim.Content.Detail is PositionDetail position && TopicsOfTalks.Contains(position.Topic, StringComparer.Ordinal) && round.IsNear(c))];
        Round[] next = [.. track.Links.Select(l => l.TrackId == track.Id ? l.OtherId : l.TrackId).Distinct(StringComparer.Ordinal)
            .Select(id => ground.View.Tracks.First(t => t.Id == id).Rounds.FirstOrDefault(r => r.From > round.Until)).OfType<Round>()];
        IEnumerable<string> cited = round.Claims
            .Concat(round.Roles.SelectMany(r => r.Claims)).Concat(round.Delegations.SelectMany(d => d.Members).SelectMany(m => m.Claims))
            .Concat(round.Attendance.SelectMany(a => a.Stances).Select(s => s.Claim))
            .Concat(track.Links.SelectMany(l => l.Claims)).Concat(next.SelectMany(n => n.Claims));
        return new RoundPage(
            today, track, round, ground.Names(), next,
            [.. round.Attendance.Select(a => ground.Register.Of(a.Actor, round.From ?? today))],
            [.. said.Select(c => c.Claim.Id)], TalksGround.InOrder(ground.Evidence(cited).Concat(said)));
    }
}

/// <summary>Deals of one sort.</summary>
/// <param name="Type">The sort.</param>
/// <param name="Deals">The deals, by day.</param>
/// <param name="Evidence">The claims that they rest on.</param>
public sealed record DealsPage(DealType Type, IReadOnlyList<Deal> Deals, IReadOnlyList<ReportedClaim> Evidence)
{
    internal static async Task<DealsPage> FindAsync(IRecord record, DealType type, CancellationToken cancellation)
    {
        ReportedClaim[] claims = [.. (await TalksGround.ClaimsAsync(record, [ClaimKind.Deal], cancellation))
            .Where(c => c.Claim.Content.Detail is DealDetail deal && deal.Type == type)];
        return new DealsPage(type, Hudna.Talks.Deals.Of(claims), TalksGround.InOrder(claims));
    }
}

/// <summary>What the pages on talks are made from.</summary>
internal sealed record TalksGround(IReadOnlyList<ReportedClaim> Claims, TalksView View, Register Register)
{
    public static async Task<TalksGround> FindAsync(IRecord record, Gazetteer gazetteer, CancellationToken cancellation)
    {
        IReadOnlyList<ReportedClaim> claims = await ClaimsAsync(record, TalksView.Kinds, cancellation);
        Agreement? agreement = (await record.AgreementAsync(cancellation))?.Agreement;
        return new TalksGround(claims, TalksView.Of(claims), new Register(agreement, new Affiliations(gazetteer)));
    }

    /// <summary>Claims of some kinds that nobody rejected.</summary>
    public static async Task<IReadOnlyList<ReportedClaim>> ClaimsAsync(IRecord record, IReadOnlyCollection<ClaimKind> kinds, CancellationToken cancellation) =>
        await record.AllReportedClaimsAsync(new ClaimFilter { Kinds = kinds, Live = true }, cancellation);

    /// <summary>Evidence in the order it was published and, within a report, in which it stands there.</summary>
    public static ReportedClaim[] InOrder(IEnumerable<ReportedClaim> claims) =>
        [.. claims.DistinctBy(c => c.Claim.Id, StringComparer.Ordinal).OrderBy(c => c.Published ?? DateOnly.MinValue)
            .ThenBy(c => c.Claim.ReportId, StringComparer.Ordinal).ThenBy(c => c.Claim.Content.Span.Start).ThenBy(c => c.Claim.Id, StringComparer.Ordinal)];

    public IReadOnlyDictionary<string, string> Names() => View.Tracks.ToDictionary(t => t.Id, t => t.Text, StringComparer.Ordinal);

    public ReportedClaim[] Evidence(IEnumerable<string> ids)
    {
        HashSet<string> wanted = [.. ids];
        return InOrder(Claims.Where(c => wanted.Contains(c.Claim.Id)));
    }
}
