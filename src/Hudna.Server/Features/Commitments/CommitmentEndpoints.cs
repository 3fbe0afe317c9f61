using System.ComponentModel;
using Hudna.Acts;
using Hudna.Commitments;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Hosting;
using Hudna.Server.Missions;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Commitments;

/// <summary>A rating to be recorded.</summary>
/// <param name="By">Who rates: a person or desk.</param>
/// <param name="Revision">The revision of the ratings that was seen; 0 when there was none.</param>
/// <param name="Level">0 not initiated, 1 minimal, 2 intermediate, 3 full (Peace Accords Matrix).</param>
/// <param name="On">The day on which it stood so.</param>
/// <param name="Evidence">Claims, incidents and reports that it rests on, by id; null or empty when the note tells.</param>
/// <param name="Note">In words; null or empty when there is evidence.</param>
public sealed record RatingRequest(string By, int Revision, int Level, DateOnly On, IReadOnlyList<EvidenceRef>? Evidence = null, string? Note = null);

/// <summary>Promises, and how far they were carried out.</summary>
internal static class CommitmentEndpoints
{
    private const string CsvType = "text/csv; charset=utf-8";

    public static void MapCommitmentPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/commitments", ([AsParameters] CommitmentsQuery query, CommitmentDesk desk) => desk.ShowAsync(query));
        pages.MapGet("/commitments.csv", DownloadAsync);
        pages.MapGet("/commitments/{id}", (string id, CommitmentDesk desk) => desk.ShowOneAsync(id));
        pages.MapPost("/commitments/{id}/ratings", (string id, CommitmentDesk desk) => desk.RateAsync(id));
    }

    public static void MapCommitmentApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder commitments = api.MapGroup("").WithTags("Commitments");
        commitments.MapGet("/commitments", ListAsync).WithName("listCommitments").WithSummary("Who promised what to whom by when, and how far it was carried out");
        commitments.MapGet("/commitments.csv", DownloadAsync).WithName("downloadCommitments").WithSummary("The same rows as a table, RFC 4180 in UTF-8; never paged")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status400BadRequest);
        commitments.MapGet("/commitments/{id}", FindAsync).WithName("getCommitment").WithSummary("One promise with its ratings and what they rest on");
        commitments.MapPost("/commitments/{id}/ratings", RateAsync).WithName("rateCommitment")
            .WithSummary("Rates how far a promise was carried out, from 0 not initiated to 3 full")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<CommitmentsPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] CommitmentsQuery query, IRecord record, Intake intake, MissionView mission, TimeProvider time, CancellationToken cancellation)
    {
        (CommitmentChoice choice, IReadOnlyList<string> ignored) = await ChoiceAsync(query, record, intake, cancellation);
        return ignored.Count > 0 ? Problems.Ignored(ignored)
            : TypedResults.Ok(await CommitmentsPage.FindAsync(record, choice, mission.Today(time.GetUtcNow()), cancellation));
    }

    private static async Task<IResult> DownloadAsync(
        [AsParameters] CommitmentsQuery query, [FromQuery(Name = "excel"), Description("1 for a byte order mark, and apostrophes before what a spreadsheet takes for formulas")] string? excel,
        IRecord record, Intake intake, MissionView mission, TimeProvider time, CancellationToken cancellation)
    {
        (CommitmentChoice choice, IReadOnlyList<string> ignored) = await ChoiceAsync(query, record, intake, cancellation);
        return ignored.Count > 0 ? Problems.Ignored(ignored) : TypedResults.File(
            CommitmentsCsv.Of(await CommitmentsPage.FoundAsync(record, choice, mission.Today(time.GetUtcNow()), cancellation), excel is "1"),
            CsvType, "commitments.csv");
    }

    private static async Task<Results<Ok<CommitmentPage>, ProblemHttpResult>> FindAsync(
        [Description("A claim's id, or agreement:<id>:<number> for a provision")] string id, IRecord record, MissionView mission, TimeProvider time,
        CancellationToken cancellation) =>
        await CommitmentPage.FindAsync(record, id, mission.Today(time.GetUtcNow()), cancellation) is { } found
            ? TypedResults.Ok(found) : Problems.NotFound("commitment", id);

    private static async Task<Results<Created<AddedEntry>, ProblemHttpResult>> RateAsync(
        [Description("A claim's id, or agreement:<id>:<number> for a provision")] string id, RatingRequest request, IRecord record, Mechanism mechanism,
        MissionView mission, TimeProvider time, CancellationToken cancellation) =>
        await CommitmentPage.FindAsync(record, id, mission.Today(time.GetUtcNow()), cancellation) is null ? Problems.NotFound("commitment", id)
        : (await AddedEntry.AddAsync(
            request.By,
            async by => (await mechanism.RecordAsync(
                id, new ImplementationRated(request.Revision, request.Level, request.On, request.Evidence ?? [], request.Note ?? ""), by, cancellation)).Subject,
            "/api/commitments"));

    private static async Task<(CommitmentChoice Choice, IReadOnlyList<string> Ignored)> ChoiceAsync(
        CommitmentsQuery query, IRecord record, Intake intake, CancellationToken cancellation) =>
        query.ToChoice(await NameField.ActorAsync(query.Actor, record, await intake.GazetteerAsync(cancellation), arabic: false, cancellation));
}
