using System.ComponentModel;
using Hudna.Acts;
using Hudna.Rulings;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Rulings;

/// <summary>Records or revises a desk's finding. Every field must be given: none has a ruling by default.</summary>
public sealed record FindingRequest
{
    /// <summary>Who records it: a member of the desk.</summary>
    public required string By { get; init; }

    /// <summary>The desk.</summary>
    public required string DeskId { get; init; }

    /// <summary>The revision of its finding that was seen; 0 when it had none.</summary>
    public required int Revision { get; init; }

    public required OccurrenceFinding Occurrence { get; init; }

    public required AttributionFinding Attribution { get; init; }

    /// <summary>Who did it, when attributed.</summary>
    public string? ActorId { get; init; }

    public required ScopeFinding Scope { get; init; }

    public required Ruling Ruling { get; init; }

    public required RulingReason Reason { get; init; }

    public required Confidence Confidence { get; init; }

    /// <summary>Day of the finding, in the mission's zone.</summary>
    public required DateOnly On { get; init; }

    public string? Note { get; init; }

    internal FindingContent Content => new(Occurrence, Attribution, ActorId, Scope, Ruling, Reason, Confidence, On, Note ?? "");
}

/// <summary>Records the commission's determination.</summary>
public sealed record DeterminationRequest
{
    /// <summary>Who records it: a member of a desk.</summary>
    public required string By { get; init; }

    /// <summary>The revision of the determination that was seen; 0 when there was none.</summary>
    public required int Revision { get; init; }

    public required Ruling Ruling { get; init; }

    /// <summary>Who did it; null when not attributed.</summary>
    public string? ActorId { get; init; }

    /// <summary>Numbers of the provisions violated; at least one for a violation, else none.</summary>
    public IReadOnlyList<string>? Provisions { get; init; }

    /// <summary>Day of the decision, in the mission's zone.</summary>
    public required DateOnly On { get; init; }

    public string? Note { get; init; }

    /// <summary>The members' findings that it rests on, each at the revision seen.</summary>
    public required IReadOnlyList<FindingSeen> Rests { get; init; }

    internal DeterminationContent Content => new(Ruling, ActorId, Provisions ?? [], On, Note ?? "", Rests);
}

internal static class RulingApi
{
    public static void MapRulingApi(this RouteGroupBuilder api)
    {
        api.MapPost("/incidents/{number}/findings", FindAsync).WithName("recordFinding").WithSummary("Records or revises a desk's finding on an incident")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/incidents/{number}/determination", DetermineAsync).WithName("recordDetermination")
            .WithSummary("Records the commission's determination on an incident; refused when its rule does not carry the ruling")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<Finding>, ProblemHttpResult>> FindAsync(
        [Description("The incident's number or id")] string number, FindingRequest request, IRecord record, Mechanism mechanism, CancellationToken cancellation)
    {
        (IncidentPage? page, ProblemHttpResult? problem) = await RecordAsync(
            number, request.By, new FindingRecorded(request.DeskId, request.Revision, request.Content), record, mechanism, cancellation);
        return problem is not null ? problem : TypedResults.Ok(page!.Findings.First(f => string.Equals(f.DeskId, request.DeskId, StringComparison.Ordinal)));
    }

    private static async Task<Results<Ok<Determination>, ProblemHttpResult>> DetermineAsync(
        [Description("The incident's number or id")] string number, DeterminationRequest request, IRecord record, Mechanism mechanism, CancellationToken cancellation)
    {
        (IncidentPage? page, ProblemHttpResult? problem) = await RecordAsync(
            number, request.By, new DeterminationMade(request.Revision, request.Content), record, mechanism, cancellation);
        return problem is not null ? problem : TypedResults.Ok(page!.Determination!);
    }

    private static async Task<(IncidentPage? Page, ProblemHttpResult? Problem)> RecordAsync(
        string number, string by, ActBody body, IRecord record, Mechanism mechanism, CancellationToken cancellation)
    {
        if (await IncidentPage.FindAsync(record, number, cancellation) is not { } page)
        {
            return (null, Problems.NotFound("incident", number));
        }

        return await Acted.TryAsync(by, name => mechanism.RecordAsync(page.Incident.Id, body, name, cancellation)) is { } problem
            ? (null, problem) : (await IncidentPage.FindAsync(record, page.Incident.Id, cancellation), null);
    }
}

/// <summary>An act by JSON: what the record refuses is a problem, a conflict one of its own.</summary>
internal static class Acted
{
    public static async Task<ProblemHttpResult?> TryAsync(string? by, Func<string, Task> act)
    {
        if (Visit.CleanReviewer(by) is not { } name)
        {
            return Problems.Unprocessable("by: the name of a person or desk is expected, at most 80 characters.");
        }

        try
        {
            await act(name);
            return null;
        }
        catch (RecordConflictException e)
        {
            return Problems.Conflict(e.Message);
        }
        catch (InvalidActException e)
        {
            return Problems.Unprocessable(e.Message);
        }
    }
}
