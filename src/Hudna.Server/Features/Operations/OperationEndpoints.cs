using System.ComponentModel;
using Hudna.Acts;
using Hudna.Operations;
using Hudna.Reading;
using Hudna.Server.Features.Rulings;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Operations;

/// <summary>Records or corrects a plan.</summary>
/// <param name="By">Who records it.</param>
/// <param name="Revision">The operation's revision that was seen; 0 for a new one.</param>
/// <param name="Plan">What was agreed.</param>
public sealed record OperationPlanRequest(string By, int Revision, OperationPlan Plan);

/// <summary>Records or corrects a stage.</summary>
/// <param name="By">Who records it.</param>
/// <param name="Revision">The operation's revision that was seen.</param>
/// <param name="Number">The stage that is corrected; null for a new one.</param>
/// <param name="Step">What happened.</param>
public sealed record OperationStageRequest(string By, int Revision, int? Number, OperationStep Step);

/// <summary>Evacuations, aid convoys and exchanges of prisoners.</summary>
internal static class OperationEndpoints
{
    public static void MapOperationPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/operations", (string? type, OperationDesk desk) => desk.ShowAsync(type));
        pages.MapGet("/operations/new", (string? proposed, OperationDesk desk) => desk.NewAsync(proposed));
        pages.MapPost("/operations", (OperationDesk desk) => desk.RecordPlanAsync(null));
        pages.MapGet("/operations/{id}", (string id, string? stage, OperationDesk desk) => desk.ShowOneAsync(id, stage));
        pages.MapGet("/operations/{id}/plan", (string id, OperationDesk desk) => desk.EditAsync(id));
        pages.MapPost("/operations/{id}/plan", (string id, OperationDesk desk) => desk.RecordPlanAsync(id));
        pages.MapPost("/operations/{id}/stages", (string id, OperationDesk desk) => desk.RecordStageAsync(id));
        pages.MapPost("/operations/{id}/claims", (string id, OperationDesk desk) => desk.PlaceClaimsAsync(id));
    }

    public static void MapOperationApi(this RouteGroupBuilder api)
    {
        api.MapGet("/operations.csv", CsvAsync).WithTags("Operations").WithName("exportOperations")
            .WithSummary("Counts by source of recorded operations, one line a count; public reports only").Produces(StatusCodes.Status200OK, contentType: "text/csv");
        RouteGroupBuilder operations = api.MapGroup("/operations").WithTags("Operations");
        operations.MapGet("/", ListAsync).WithName("listOperations").WithSummary("Recorded operations, and those that claims propose");
        operations.MapPost("/", PlanAsync).WithName("planOperation").WithSummary("Records the plan of an operation")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        operations.MapGet("/{id}", FindAsync).WithName("getOperation").WithSummary("One operation: plan, timeline, counts by source, completion, contradictions");
        operations.MapPost("/{id}/plan", ReviseAsync).WithName("reviseOperation").WithSummary("Corrects the plan, and which claims belong to it")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        operations.MapPost("/{id}/stages", StageAsync).WithName("recordOperationStage").WithSummary("Records or corrects a stage")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<OperationsPage>, ProblemHttpResult>> ListAsync(
        [Description("evacuation, aid_convoy or prisoner_exchange")] string? type, IRecord record, Intake intake, CancellationToken cancellation)
    {
        var fields = new QueryFields();
        OperationType? only = fields.Vocabulary<OperationType>("type", type);
        return fields.Ignored.Count > 0 ? Problems.Ignored(fields.Ignored)
            : TypedResults.Ok(await OperationsPage.FindAsync(record, await intake.GazetteerAsync(cancellation), only, cancellation));
    }

    private static async Task<Results<Ok<OperationPage>, ProblemHttpResult>> FindAsync(
        [Description("Id of a recorded or proposed operation")] string id, IRecord record, Intake intake, CancellationToken cancellation) =>
        await OperationPage.FindAsync(record, await intake.GazetteerAsync(cancellation), id, cancellation) is { } page
            ? TypedResults.Ok(page) : Problems.NotFound("operation", id);

    private static async Task<IResult> CsvAsync(IRecord record, Intake intake, CancellationToken cancellation) => TypedResults.File(
        await OperationsCsv.WriteAsync(record, await intake.GazetteerAsync(cancellation), cancellation), "text/csv; charset=utf-8", "operations.csv");

    private static async Task<Results<Created<Operation>, ProblemHttpResult>> PlanAsync(
        OperationPlanRequest request, IRecord record, Mechanism mechanism, CancellationToken cancellation)
    {
        string? id = null;
        return request.Revision != 0 ? Problems.Unprocessable("revision: 0 is expected for a new operation; post to its own address to correct it.")
            : await Acted.TryAsync(request.By, async by => id = await mechanism.PlanOperationAsync(request.Plan, by, cancellation)) is { } problem
                ? problem : TypedResults.Created($"/api/operations/{id}", await record.OperationAsync(id!, cancellation));
    }

    private static Task<Results<Ok<Operation>, ProblemHttpResult>> ReviseAsync(
        [Description("The operation's id")] string id, OperationPlanRequest request, IRecord record, Mechanism mechanism, CancellationToken cancellation) =>
        RecordAsync(id, request.By, _ => new OperationPlanned(request.Revision, request.Plan), record, mechanism, cancellation);

    private static Task<Results<Ok<Operation>, ProblemHttpResult>> StageAsync(
        [Description("The operation's id")] string id, OperationStageRequest request, IRecord record, Mechanism mechanism, CancellationToken cancellation) =>
        RecordAsync(id, request.By, o => new OperationStageRecorded(request.Revision, request.Number ?? o.Stages.Count + 1, request.Step), record, mechanism, cancellation);

    private static async Task<Results<Ok<Operation>, ProblemHttpResult>> RecordAsync(
        string id, string by, Func<Operation, ActBody> body, IRecord record, Mechanism mechanism, CancellationToken cancellation) =>
        await record.OperationAsync(id, cancellation) is not { } before ? Problems.NotFound("operation", id)
            : await Acted.TryAsync(by, name => mechanism.RecordAsync(id, body(before), name, cancellation)) is { } problem
                ? problem : TypedResults.Ok((await record.OperationAsync(id, cancellation))!);
}
