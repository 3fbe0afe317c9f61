using Hudna.Server.Hosting;
using Hudna.Server.Missions;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Overview;

internal static class OverviewEndpoints
{
    public static void MapOverviewPages(this RouteGroupBuilder pages) =>
        pages.MapGet("/", async (IRecord record, Intake intake, MissionView mission, TimeProvider time, CancellationToken cancellation) =>
            Pages.Show<OverviewView>(new { Model = await OverviewPage.FindAsync(record, intake, mission, time.GetUtcNow(), cancellation) }));

    public static void MapOverviewApi(this RouteGroupBuilder api) =>
        api.MapGet("/overview", FindAsync).WithTags("Overview").WithName("getOverview").WithSummary("The mission at a glance");

    private static async Task<Ok<OverviewPage>> FindAsync(IRecord record, Intake intake, MissionView mission, TimeProvider time, CancellationToken cancellation) =>
        TypedResults.Ok(await OverviewPage.FindAsync(record, intake, mission, time.GetUtcNow(), cancellation));
}
