using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Server.Features.Overview;

/// <summary>The mission at a glance.</summary>
/// <param name="Mission">What the mission calls itself.</param>
/// <param name="Counts">How much the record holds.</param>
/// <param name="Waiting">Reports with claims that nobody has decided on.</param>
/// <param name="Latest">Latest incidents.</param>
/// <param name="Differing">Latest incidents on which sources differ.</param>
/// <param name="Acts">Latest acts, newest first.</param>
public sealed record OverviewPage(
    MissionFacts Mission, RecordCounts Counts, IReadOnlyList<ReportSummary> Waiting, IReadOnlyList<Incident> Latest,
    IReadOnlyList<Incident> Differing, IReadOnlyList<Act> Acts)
{
    private const int Shown = 6;
    private const int ActsShown = 8;

    internal static async Task<OverviewPage> FindAsync(IRecord record, Missions.MissionView mission, CancellationToken cancellation) => new(
        new MissionFacts(mission.Id, mission.NameEn, mission.NameAr, mission.Zone.Id),
        await record.CountsAsync(cancellation),
        (await record.ReportsAsync(new ReportFilter { ToReview = true, Limit = Shown }, cancellation)).Items,
        (await record.IncidentsAsync(new IncidentFilter { Limit = Shown }, cancellation)).Items,
        (await record.IncidentsAsync(new IncidentFilter { Differing = true, Limit = Shown }, cancellation)).Items,
        await record.LatestActsAsync(ActsShown, cancellation));
}

/// <summary>The mission's names and zone.</summary>
public sealed record MissionFacts(string Id, string NameEn, string NameAr, string Zone);
