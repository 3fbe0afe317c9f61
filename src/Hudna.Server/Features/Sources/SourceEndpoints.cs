using System.ComponentModel;
using Hudna.Acts;
using Hudna.Corroboration;
using Hudna.Incidents;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Corroborating;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Sources;

/// <summary>A source to be graded.</summary>
/// <param name="By">Who grades it: a person or desk.</param>
/// <param name="Revision">The number of grades that was seen; 0 when there was none.</param>
/// <param name="Grade">A completely reliable to E unreliable; F cannot be judged.</param>
/// <param name="Reason">Why.</param>
public sealed record SourceGradeRequest(string By, int Revision, Reliability Grade, string Reason);

/// <summary>An incident's credibility to be set.</summary>
/// <param name="By">Who sets it: a person or desk.</param>
/// <param name="Revision">The number of settings that was seen; 0 when there was none.</param>
/// <param name="Grade">1 confirmed by other sources to 5 improbable, 6 cannot be judged; null lets the rule's proposal hold again.</param>
/// <param name="Reason">Why.</param>
public sealed record CredibilityRequest(string By, int Revision, int? Grade, string Reason);

/// <summary>Sources with their record, and grades.</summary>
internal static class SourceEndpoints
{
    public static void MapSourcePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/sources", async ([AsParameters] SourcesQuery query, IRecord record, CancellationToken cancellation) =>
        {
            (SourceFilter filter, IReadOnlyList<string> ignored) = query.ToFilter();
            return Pages.Show<SourcesView>(new { Model = await record.SourcesAsync(filter, cancellation), Filter = filter, Ignored = ignored });
        });
        pages.MapGet("/sources/{id}", (string id, [AsParameters] SourceQuery query, GradeDesk desk) => desk.ShowSourceAsync(id, query));
        pages.MapPost("/sources/{id}/grades", (string id, GradeDesk desk) => desk.GradeSourceAsync(id));
        pages.MapPost("/incidents/{number}/credibility", (string number, GradeDesk desk) => desk.SetCredibilityAsync(number));
    }

    public static void MapSourceApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder sources = api.MapGroup("").WithTags("Sources");
        sources.MapGet("/sources", ListAsync).WithName("listSources")
            .WithSummary("Sources, most reports first, each with how often it was confirmed, contradicted, first and copied, counted in incidents");
        sources.MapGet("/sources/{id}", FindAsync).WithName("getSource").WithSummary("One source with its grades and its incidents");
        sources.MapPost("/sources/{id}/grades", GradeAsync).WithName("gradeSource").WithSummary("Grades how far a source can be relied on, A to F of the Admiralty code")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        sources.MapPost("/incidents/{number}/credibility", SetAsync).WithName("setCredibility")
            .WithSummary("Sets the credibility of what is said of an incident, 1 to 6 of the Admiralty code, in place of the rule's proposal")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<Page<SourceSummary>>, ProblemHttpResult>> ListAsync(
        [AsParameters] SourcesQuery query, IRecord record, CancellationToken cancellation)
    {
        (SourceFilter filter, IReadOnlyList<string> ignored) = query.ToFilter();
        return ignored.Count > 0 ? Problems.Ignored(ignored) : TypedResults.Ok(await record.SourcesAsync(filter, cancellation));
    }

    private static async Task<Results<Ok<SourcePage>, ProblemHttpResult>> FindAsync(
        [Description("The source's id")] string id, [AsParameters] SourceQuery query, IRecord record, CancellationToken cancellation) =>
        query.Read().Ignored is { Count: > 0 } ignored ? Problems.Ignored(ignored)
        : await SourcePage.FindAsync(record, id, query, cancellation) is { } model ? TypedResults.Ok(model) : Problems.NotFound("source", id);

    private static async Task<Results<Created<AddedEntry>, ProblemHttpResult>> GradeAsync(
        [Description("The source's id")] string id, SourceGradeRequest request, IRecord record, Mechanism mechanism, CancellationToken cancellation) =>
        await record.SourceAsync(id, cancellation) is null ? Problems.NotFound("source", id)
        : await AddedEntry.AddAsync(
            request.By,
            async by => (await mechanism.RecordAsync(id, new SourceGraded(request.Revision, request.Grade, request.Reason), by, cancellation)).Subject,
            "/api/sources");

    private static async Task<Results<Created<AddedEntry>, ProblemHttpResult>> SetAsync(
        [Description("The incident's number or id")] string number, CredibilityRequest request, IRecord record, Mechanism mechanism, CancellationToken cancellation)
    {
        Incident? incident = int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int n)
            ? await record.IncidentByNumberAsync(n, cancellation) : await record.IncidentAsync(number, cancellation);
        return incident is null ? Problems.NotFound("incident", number) : await AddedEntry.AddAsync(
            request.By,
            async by => (await mechanism.RecordAsync(incident.Id, new CredibilitySet(request.Revision, request.Grade, request.Reason), by, cancellation)).Subject,
            "/api/incidents");
    }
}
