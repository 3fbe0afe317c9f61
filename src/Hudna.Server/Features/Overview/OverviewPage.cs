using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Rulings;
using Hudna.Store;

namespace Hudna.Server.Features.Overview;

/// <summary>The mission at a glance.</summary>
/// <param name="Mission">What the mission calls itself.</param>
/// <param name="Counts">How much the record holds.</param>
/// <param name="Waiting">Reports with claims that nobody has decided on.</param>
/// <param name="Latest">Latest incidents.</param>
/// <param name="Differing">Latest incidents on which sources differ.</param>
/// <param name="Acts">Latest acts, newest first.</param>
/// <param name="Mechanism">What the mechanism has come to; null when there is no agreement.</param>
/// <param name="Truce">Talks, promises, operations and control; null when nothing is known of any.</param>
public sealed record OverviewPage(
    MissionFacts Mission, RecordCounts Counts, IReadOnlyList<ReportSummary> Waiting, IReadOnlyList<Incident> Latest,
    IReadOnlyList<Incident> Differing, IReadOnlyList<Act> Acts, MechanismFacts? Mechanism,
    TruceFacts? Truce)
{
    /// <summary>Pairs of incidents that wait for somebody to say whether they are one.</summary>
    public int PossibleLinks { get; init; }

    private const int Shown = 6;
    private const int ActsShown = 8;

    internal static async Task<OverviewPage> FindAsync(IRecord record, Intake intake, Missions.MissionView mission, DateTimeOffset now, CancellationToken cancellation) => new(
        new MissionFacts(mission.Id, mission.NameEn, mission.NameAr, mission.Zone.Id),
        await record.CountsAsync(cancellation),
        (await record.ReportsAsync(new ReportFilter { ToReview = true, Limit = Shown }, cancellation)).Items,
        (await record.IncidentsAsync(new IncidentFilter { Limit = Shown }, cancellation)).Items,
        (await record.IncidentsAsync(new IncidentFilter { Differing = true, Limit = Shown }, cancellation)).Items,
        await record.LatestActsAsync(ActsShown, cancellation),
        await MechanismFacts.OfAsync(record, mission.Clock(now), cancellation),
        await TruceFacts.FindAsync(record, await intake.GazetteerAsync(cancellation), mission.Today(now), cancellation))
    {
        PossibleLinks = (await record.PossiblePairsAsync(null, 0, 1, cancellation)).Total,
    };
}

/// <summary>What the mechanism has come to.</summary>
/// <param name="NameEn">The agreement's name in English.</param>
/// <param name="NameAr">The agreement's name in Arabic.</param>
/// <param name="Counts">Counts over all incidents.</param>
/// <param name="ComplaintsOpen">Complaints that are not closed.</param>
/// <param name="ComplaintsOverdue">Complaints whose next stage was due, by the mission's clock.</param>
/// <param name="LastBulletin">The bulletin published last; null when there is none.</param>
public sealed record MechanismFacts(
    string NameEn, string NameAr, RulingCounts Counts, int ComplaintsOpen, int ComplaintsOverdue, Bulletin? LastBulletin)
{
    /// <summary>Open complaints are few: each waits for people.</summary>
    private const int ComplaintsMax = 5000;

    internal static async Task<MechanismFacts?> OfAsync(IRecord record, DateTimeOffset clock, CancellationToken cancellation)
    {
        if (await record.AgreementAsync(cancellation) is not { Agreement: { } agreement })
        {
            return null;
        }

        Page<Complaint> open = await record.ComplaintsAsync(new ComplaintFilter { Open = true, Limit = ComplaintsMax }, cancellation);
        IReadOnlyList<Bulletin> bulletins = await record.BulletinsAsync(cancellation);
        return new MechanismFacts(
            agreement.Name.En, agreement.Name.Ar, await record.RulingCountsAsync(new RulingFilter(), cancellation), open.Total,
            open.Items.Count(c => ComplaintClock.IsOverdue(c, agreement, clock)), bulletins.Count > 0 ? bulletins[0] : null);
    }
}

/// <summary>The mission's names and zone.</summary>
public sealed record MissionFacts(string Id, string NameEn, string NameAr, string Zone);
