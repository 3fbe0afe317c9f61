using System.ComponentModel;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Claims;

/// <summary>Accepts or rejects a claim.</summary>
/// <param name="By">Who decides: a person's or desk's name.</param>
/// <param name="Revision">The revision that was seen; another one there is a conflict.</param>
/// <param name="Reason">Why; required for a rejection.</param>
public sealed record DecisionRequest(string By, int Revision, string? Reason);

/// <summary>Corrects a claim and so accepts it.</summary>
/// <param name="By">Who decides.</param>
/// <param name="Revision">The revision that was seen.</param>
/// <param name="Content">What it says now, every field.</param>
/// <param name="Reason">Why.</param>
public sealed record EditRequest(string By, int Revision, ClaimContent Content, string Reason);

/// <summary>Links a claim to an incident.</summary>
/// <param name="By">Who decides.</param>
/// <param name="Incident">The incident's id; null opens a new one.</param>
/// <param name="Reason">Why.</param>
public sealed record LinkRequest(string By, string? Incident, string Reason);

/// <summary>Takes a claim from its incident.</summary>
/// <param name="By">Who decides.</param>
/// <param name="Incident">The incident it is taken from.</param>
/// <param name="Reason">Why.</param>
public sealed record UnlinkRequest(string By, string Incident, string Reason);

/// <summary>Keeps a claim from an incident that it is not linked to.</summary>
/// <param name="By">Who decides.</param>
/// <param name="Incident">The incident's id: the machine never links the claim there.</param>
/// <param name="Reason">Why.</param>
public sealed record BarRequest(string By, string Incident, string Reason);

/// <summary>Adds a claim that the reader missed, and so accepts it.</summary>
/// <param name="By">Who adds it.</param>
/// <param name="Content">What it says; its span is a slice of the report's text.</param>
/// <param name="Reason">Why; may be left out.</param>
public sealed record ProposeRequest(string By, ClaimContent Content, string? Reason);

/// <summary>Claims and decisions on them by JSON. A body of any other type is refused: no form of another site can post one.</summary>
internal static class ClaimApi
{
    public static void MapClaimApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder claims = api.MapGroup("/claims").WithTags("Claims");
        claims.MapGet("/{id}", FindAsync).WithName("getClaim").WithSummary("One claim");
        Post("accept", "acceptClaim", "Accepts a claim as it stands", (string id, DecisionRequest r, Intake intake, CancellationToken c) =>
            TakeAsync(intake, r.By, by => new Decision.Accept(id, by, r.Reason ?? "", r.Revision), c));
        Post("reject", "rejectClaim", "Rejects a claim: the source does not say this", (string id, DecisionRequest r, Intake intake, CancellationToken c) =>
            TakeAsync(intake, r.By, by => new Decision.Reject(id, by, r.Reason ?? "", r.Revision), c));
        Post("edit", "editClaim", "Corrects a claim and so accepts it", (string id, EditRequest r, Intake intake, CancellationToken c) =>
            TakeAsync(intake, r.By, by => new Decision.Edit(id, by, r.Reason, r.Revision, r.Content), c));
        Post("link", "linkClaim", "Links a claim to an incident, or opens one for it; to where it is: the machine leaves it there", (string id, LinkRequest r, Intake intake, CancellationToken c) =>
            TakeAsync(intake, r.By, by => new Decision.Link(id, by, r.Reason, r.Incident), c));
        Post("unlink", "unlinkClaim", "Takes a claim from its incident", (string id, UnlinkRequest r, Intake intake, CancellationToken c) =>
            TakeAsync(intake, r.By, by => new Decision.Unlink(id, by, r.Reason, r.Incident), c));
        Post("bar", "barClaim", "Keeps a claim from an incident that it is not linked to: the machine never links it there", (string id, BarRequest r, Intake intake, CancellationToken c) =>
            TakeAsync(intake, r.By, by => new Decision.Bar(id, by, r.Reason, r.Incident), c));

        api.MapPost("/reports/{id}/claims", ProposeAsync).WithTags("Claims").WithName("proposeClaim")
            .WithSummary("Adds a claim that the reader missed; it is accepted, and linked as others are")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        void Post(string path, string name, string summary, Delegate handler) => claims.MapPost("/{id}/" + path, handler).WithName(name).WithSummary(summary)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<Claim>, ProblemHttpResult>> FindAsync(
        [Description("The claim's id: c and 16 hex digits")] string id, IRecord record, CancellationToken cancellation) =>
        await record.ClaimAsync(id, cancellation) is { } claim ? TypedResults.Ok(claim) : Problems.NotFound("claim", id);

    private static async Task<Results<Created<Claim>, ProblemHttpResult>> ProposeAsync(
        [Description("The report's id: r and 16 hex digits")] string id, ProposeRequest request, IRecord record, Intake intake, CancellationToken cancellation)
    {
        if (await record.ReportAsync(id, cancellation) is null)
        {
            return Problems.NotFound("report", id);
        }

        if (Visit.CleanReviewer(request.By) is not { } by)
        {
            return Problems.Unprocessable("by: the name of a person or desk is expected, at most 80 characters.");
        }

        try
        {
            Claim claim = await intake.ProposeAsync(id, request.Content, by, request.Reason ?? "", cancellation);
            return TypedResults.Created($"/api/claims/{claim.Id}", claim);
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

    private static async Task<Results<Ok<Claim>, ProblemHttpResult>> TakeAsync(
        Intake intake, string? by, Func<string, Decision> decide, CancellationToken cancellation)
    {
        if (Visit.CleanReviewer(by) is not { } name)
        {
            return Problems.Unprocessable("by: the name of a person or desk is expected, at most 80 characters.");
        }

        try
        {
            return TypedResults.Ok(await intake.DecideAsync(decide(name), cancellation));
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
