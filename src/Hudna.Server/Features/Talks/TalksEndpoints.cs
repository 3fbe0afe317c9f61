using System.ComponentModel;
using System.Text;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Hosting;
using Hudna.Server.Missions;
using Hudna.Store;
using Hudna.Talks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Talks;

/// <summary>Talks: tracks, rounds, who takes part, deals, calendar.</summary>
internal static class TalksEndpoints
{
    public static void MapTalksPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/talks", async (Visit visit, IRecord record, CancellationToken cancellation) =>
            Pages.Show<TalksOverview>(new { Model = await TalksPage.FindAsync(record, visit.Mission.Today(visit.Now), cancellation) }));
        pages.MapGet("/talks.ics", CalendarAsync);
        pages.MapGet("/talks/deals/{type}", async (string type, IRecord record, CancellationToken cancellation) =>
            Wire.Parse<DealType>(type) is { } known
                ? Pages.Show<DealsView>(new { Model = await DealsPage.FindAsync(record, known, cancellation) }) : Pages.NotFound());
        pages.MapGet("/talks/{track}", async (string track, Visit visit, IRecord record, Intake intake, CancellationToken cancellation) =>
            await TrackPage.FindAsync(record, await intake.GazetteerAsync(cancellation), track, visit.Mission.Today(visit.Now), cancellation) is { } model
                ? Pages.Show<TrackView>(new { Model = model }) : Pages.NotFound());
        pages.MapGet("/talks/{track}/{day}", ShowRoundAsync);
    }

    public static void MapTalksApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder talks = api.MapGroup("/talks").WithTags("Talks");
        talks.MapGet("/", async (IRecord record, MissionView mission, TimeProvider time, CancellationToken cancellation) =>
                TypedResults.Ok(await TalksPage.FindAsync(record, mission.Today(time.GetUtcNow()), cancellation)))
            .WithName("listTalks").WithSummary("Tracks with their rounds, who takes part, and deals, each with the claims it rests on");
        talks.MapGet("/deals/{type}", DealsAsync).WithName("listDeals").WithSummary("Truces and other deals of one sort, with every date told");
        talks.MapGet("/{track}", TrackAsync).WithName("getTrack").WithSummary("One track of talks");
        talks.MapGet("/{track}/{day}", RoundAsync).WithName("getRound").WithSummary("One round, with the exclusion register's verdict on those whose part is spoken of");
    }

    private static async Task<IResult> ShowRoundAsync(string track, string day, Visit visit, IRecord record, Intake intake, CancellationToken cancellation)
    {
        RoundPage? model = await RoundPage.FindAsync(
            record, await intake.GazetteerAsync(cancellation), track, day, visit.Mission.Today(visit.Now), cancellation);
        return model is null ? Pages.NotFound()
            : string.Equals(model.Round.Key, day, StringComparison.Ordinal) ? Pages.Show<RoundView>(new { Model = model })
            : new SeeOther(visit.Url(TalksText.Path(track, model.Round.Key)));
    }

    private static async Task<IResult> CalendarAsync(HttpContext http, Visit visit, KnownNames names, IRecord record, CancellationToken cancellation)
    {
        ReportedClaim[] claims = [.. (await TalksGround.ClaimsAsync(record, [ClaimKind.Round], cancellation)).Where(c => c.Confidentiality == Confidentiality.Public)];
        http.Response.Headers.CacheControl = "no-cache";
        string calendar = new TalksCalendar(visit, names, $"{http.Request.Scheme}://{http.Request.Host}").Write(claims);
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(calendar), "text/calendar; charset=utf-8");
    }

    private static async Task<Results<Ok<DealsPage>, ProblemHttpResult>> DealsAsync(
        [Description("The sort: truce, evacuation, joint_statement, monitoring or other")] string type, IRecord record, CancellationToken cancellation) =>
        Wire.Parse<DealType>(type) is { } known ? TypedResults.Ok(await DealsPage.FindAsync(record, known, cancellation)) : Problems.NotFound("sort of deals", type);

    private static async Task<Results<Ok<TrackPage>, ProblemHttpResult>> TrackAsync(
        [Description("The track's id: its venue's place")] string track, IRecord record, Intake intake, MissionView mission, TimeProvider time, CancellationToken cancellation) =>
        await TrackPage.FindAsync(record, await intake.GazetteerAsync(cancellation), track, mission.Today(time.GetUtcNow()), cancellation) is { } model
            ? TypedResults.Ok(model) : Problems.NotFound("track of talks", track);

    private static async Task<Results<Ok<RoundPage>, ProblemHttpResult>> RoundAsync(
        [Description("The track's id: its venue's place")] string track,
        [Description("A day of the round as 2017-01-23, its month as 2017-01, its day without year as --01-23, or undated")] string day,
        IRecord record, Intake intake, MissionView mission, TimeProvider time, CancellationToken cancellation) =>
        await RoundPage.FindAsync(record, await intake.GazetteerAsync(cancellation), track, day, mission.Today(time.GetUtcNow()), cancellation) is { } model
            ? TypedResults.Ok(model) : Problems.NotFound("round", $"{track}/{day}");
}
