using System.ComponentModel;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Positions;

/// <summary>Statements, and the positions that they are coded to.</summary>
internal static class PositionEndpoints
{
    public static void MapPositionPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/positions", async ([AsParameters] PositionsQuery query, IRecord record, Intake intake, CancellationToken cancellation) =>
        {
            (PositionsPage page, IReadOnlyList<string> ignored) = await PositionsPage.FindAsync(record, await intake.GazetteerAsync(cancellation), query, cancellation);
            return Pages.Show<PositionsView>(new { Model = page, Ignored = ignored });
        });
        pages.MapGet("/positions/{speaker}/{topic}", async (string speaker, string topic, IRecord record, Intake intake, CancellationToken cancellation) =>
            await PositionCellPage.FindAsync(record, await intake.GazetteerAsync(cancellation), speaker, topic, cancellation) is { } model
                ? Pages.Show<PositionCellView>(new { Model = model }) : Pages.NotFound());
        pages.MapGet("/statements", async ([AsParameters] StatementsQuery query, Visit visit, IRecord record, Intake intake, CancellationToken cancellation) =>
        {
            (StatementsPage page, StatementChoice choice, IReadOnlyList<string> ignored) = await StatementsPage.FindAsync(
                record, await intake.GazetteerAsync(cancellation), query, visit.Words.IsArabic, cancellation);
            return Pages.Show<StatementsView>(new { Model = page, Choice = choice, Ignored = ignored });
        });
    }

    public static void MapPositionApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder positions = api.MapGroup("").WithTags("Positions");
        positions.MapGet("/positions", ListAsync).WithName("listPositions")
            .WithSummary("Who holds what on which topic over time, with changes and contradictions");
        positions.MapGet("/positions/{speaker}/{topic}", FindAsync).WithName("getPosition").WithSummary("All that one speaker says of one topic");
        positions.MapGet("/statements", StatementsAsync).WithName("listStatements").WithSummary("Everything that is said, latest first, with the topics that it is coded to");
    }

    private static async Task<Results<Ok<PositionsPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] PositionsQuery query, IRecord record, Intake intake, CancellationToken cancellation)
    {
        (PositionsPage page, IReadOnlyList<string> ignored) = await PositionsPage.FindAsync(record, await intake.GazetteerAsync(cancellation), query, cancellation);
        return ignored.Count == 0 ? TypedResults.Ok(page) : Problems.Ignored(ignored);
    }

    private static async Task<Results<Ok<PositionCellPage>, ProblemHttpResult>> FindAsync(
        [Description("The actor's id, or ~ and the folded words for one not recognised")] string speaker, [Description("The topic's id")] string topic,
        IRecord record, Intake intake, CancellationToken cancellation) =>
        await PositionCellPage.FindAsync(record, await intake.GazetteerAsync(cancellation), speaker, topic, cancellation) is { } model
            ? TypedResults.Ok(model) : Problems.NotFound("position", $"{speaker} on {topic}");

    private static async Task<Results<Ok<Page<global::Hudna.Talks.Statement>>, ProblemHttpResult>> StatementsAsync(
        [AsParameters] StatementsQuery query, IRecord record, Intake intake, CancellationToken cancellation)
    {
        (StatementsPage page, _, IReadOnlyList<string> ignored) = await StatementsPage.FindAsync(
            record, await intake.GazetteerAsync(cancellation), query, arabic: false, cancellation);
        return ignored.Count == 0 ? TypedResults.Ok(page.Statements) : Problems.Ignored(ignored);
    }
}
