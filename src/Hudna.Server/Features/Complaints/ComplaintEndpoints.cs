using System.ComponentModel;
using System.Text;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Incidents;
using Hudna.Rulings;
using Hudna.Server.Features.Rulings;
using Hudna.Server.Hosting;
using Hudna.Server.Missions;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Complaints;

/// <summary>Lodges a complaint.</summary>
/// <param name="By">Who lodges it: a member of the desk.</param>
/// <param name="DeskId">The desk.</param>
/// <param name="Against">Id of the actor complained of; null when not named.</param>
/// <param name="IncidentId">The incident's id; null while it is not known which.</param>
/// <param name="ReportId">The report that holds its text; null when there is none.</param>
/// <param name="Summary">In a few words.</param>
/// <param name="At">When, with offset.</param>
public sealed record ComplaintRequest(string By, string DeskId, string? Against, string? IncidentId, string? ReportId, string Summary, DateTimeOffset At);

/// <summary>Takes a complaint to its next stage, or closes it.</summary>
public sealed record StageRequest
{
    /// <summary>Who records it: a member of a desk.</summary>
    public required string By { get; init; }

    /// <summary>The revision that was seen.</summary>
    public required int Revision { get; init; }

    public required ComplaintStage Stage { get; init; }

    /// <summary>When it was reached, with offset.</summary>
    public required DateTimeOffset At { get; init; }

    public string? Note { get; init; }
}

/// <summary>Says which incident a complaint is about.</summary>
/// <param name="By">Who links it.</param>
/// <param name="IncidentId">The incident's id.</param>
/// <param name="Reason">Why; may be left out.</param>
public sealed record ComplaintLinkRequest(string By, string IncidentId, string? Reason);

/// <summary>Complaints: list, chain, calendar.</summary>
internal static class ComplaintEndpoints
{
    public static void MapComplaintPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/complaints", ([AsParameters] ComplaintQuery query, ComplaintDesk desk) => desk.ShowAsync(query));
        pages.MapPost("/complaints", (ComplaintDesk desk) => desk.LodgeAsync());
        pages.MapGet("/complaints.ics", CalendarAsync);
        pages.MapGet("/complaints/{number}", (string number, ComplaintDesk desk) => desk.ShowOneAsync(number));
        pages.MapPost("/complaints/{number}/stages", (string number, ComplaintDesk desk) => desk.MoveAsync(number));
        pages.MapPost("/complaints/{number}/incident", (string number, ComplaintDesk desk) => desk.LinkAsync(number));
    }

    public static void MapComplaintApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder complaints = api.MapGroup("/complaints").WithTags("Complaints");
        complaints.MapGet("/", ListAsync).WithName("listComplaints").WithSummary("Complaints with what is due next, overdue ones first");
        complaints.MapPost("/", LodgeAsync).WithName("lodgeComplaint").WithSummary("Lodges a complaint under the next number")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        complaints.MapGet("/{number}", FindAsync).WithName("getComplaint").WithSummary("One complaint with its chain of stages");
        complaints.MapPost("/{number}/stages", MoveAsync).WithName("moveComplaint").WithSummary("Takes a complaint to its next stage, or closes it")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        complaints.MapPost("/{number}/incident", LinkAsync).WithName("linkComplaint").WithSummary("Says which incident a complaint is about")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> CalendarAsync(HttpContext http, Visit visit, IRecord record, CancellationToken cancellation)
    {
        Agreement? agreement = (await record.AgreementAsync(cancellation))?.Agreement;
        IReadOnlyList<Complaint> open = await ComplaintsPage.AllAsync(record, new ComplaintFilter { Open = true }, cancellation);
        var calendar = new ComplaintCalendar(visit.Words, visit.Mission, await record.DesksAsync(cancellation), $"{http.Request.Scheme}://{http.Request.Host}");
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(calendar.Write(open, agreement)), "text/calendar; charset=utf-8");
    }

    private static async Task<Results<Ok<ComplaintsPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] ComplaintQuery query, IRecord record, MissionView mission, TimeProvider time, CancellationToken cancellation)
    {
        (ComplaintChoice choice, IReadOnlyList<string> ignored) = query.ToChoice(await record.DesksAsync(cancellation));
        return ignored.Count > 0 ? Problems.Ignored(ignored)
            : TypedResults.Ok(await ComplaintsPage.FindAsync(record, choice, mission.Clock(time.GetUtcNow()), cancellation));
    }

    private static async Task<Results<Ok<ComplaintPage>, ProblemHttpResult>> FindAsync(
        [Description("The complaint's number or id")] string number, IRecord record, MissionView mission, TimeProvider time, CancellationToken cancellation) =>
        await ComplaintPage.FindAsync(record, number, mission.Clock(time.GetUtcNow()), cancellation) is { } model
            ? TypedResults.Ok(model) : Problems.NotFound("complaint", number);

    private static async Task<Results<Created<Complaint>, ProblemHttpResult>> LodgeAsync(ComplaintRequest request, Mechanism mechanism, CancellationToken cancellation)
    {
        Complaint? complaint = null;
        var content = new ComplaintContent(request.DeskId, request.Against, request.IncidentId, request.ReportId, request.Summary, request.At);
        return await Acted.TryAsync(request.By, async by => complaint = await mechanism.LodgeAsync(content, by, cancellation)) is { } problem
            ? problem : TypedResults.Created(string.Create(null, $"/api/complaints/{complaint!.Number}"), complaint);
    }

    private static Task<Results<Ok<Complaint>, ProblemHttpResult>> MoveAsync(
        [Description("The complaint's number or id")] string number, StageRequest request, IRecord record, Mechanism mechanism, CancellationToken cancellation) =>
        RecordAsync(number, request.By, new ComplaintMoved(request.Revision, request.Stage, request.At, request.Note ?? ""), record, mechanism, cancellation);

    private static Task<Results<Ok<Complaint>, ProblemHttpResult>> LinkAsync(
        [Description("The complaint's number or id")] string number, ComplaintLinkRequest request, IRecord record, Mechanism mechanism, CancellationToken cancellation) =>
        RecordAsync(number, request.By, new ComplaintLinked(request.IncidentId, request.Reason ?? ""), record, mechanism, cancellation);

    private static async Task<Results<Ok<Complaint>, ProblemHttpResult>> RecordAsync(
        string number, string by, ActBody body, IRecord record, Mechanism mechanism, CancellationToken cancellation)
    {
        if (await record.ComplaintAsync(number, cancellation) is not { } complaint)
        {
            return Problems.NotFound("complaint", number);
        }

        return await Acted.TryAsync(by, name => mechanism.RecordAsync(complaint.Id, body, name, cancellation)) is { } problem
            ? problem : TypedResults.Ok((await record.ComplaintAsync(complaint.Id, cancellation))!);
    }
}
