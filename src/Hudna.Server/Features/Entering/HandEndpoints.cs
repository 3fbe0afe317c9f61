using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Entering;

/// <summary>Enters a claim by hand: the source's words are filed as a note, the claim is accepted.</summary>
/// <param name="By">Who enters it: a person's or desk's name.</param>
/// <param name="Entry">Whose word it is.</param>
/// <param name="Content">What it says; its span and text are taken from the entry's words, whatever is given.</param>
/// <param name="Reason">Why; may be left out.</param>
public sealed record EnterRequest(string By, EntryRequest Entry, ClaimContent Content, string? Reason);

/// <summary>Whose word a claim is.</summary>
/// <param name="Source">Outlet, team or desk, 1 to 300 characters; never a person.</param>
/// <param name="Published">When they said so; null when not known.</param>
/// <param name="Words">What they said, 1 to 2,000 characters; spans count from their first character, white space around them left out.</param>
/// <param name="Confidentiality">Who may see it; public when left out.</param>
public sealed record EntryRequest(string Source, DateOnly? Published, string Words, Confidentiality Confidentiality);

/// <summary>Claims entered by hand: the page with its form, and the same by JSON.</summary>
internal static class HandEndpoints
{
    public static void MapHandPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/claims/new", (HandDesk desk) => desk.OpenAsync());
        pages.MapPost("/claims/new", (HandDesk desk) => desk.EnterAsync());
    }

    public static void MapHandApi(this RouteGroupBuilder api) => api.MapPost("/claims", EnterAsync).WithTags("Claims").WithName("enterClaim")
        .WithSummary("Enters a claim by hand, with the words of its source; it is accepted, and linked as others are")
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<Claim>, ProblemHttpResult>> EnterAsync(EnterRequest request, Intake intake, CancellationToken cancellation)
    {
        if (Visit.CleanReviewer(request.By) is not { } by)
        {
            return Problems.Unprocessable("by: the name of a person or desk is expected, at most 80 characters.");
        }

        if (string.IsNullOrWhiteSpace(request.Entry?.Source) || request.Entry.Source.Length > 300)
        {
            return Problems.Unprocessable("entry.source: an outlet, team or desk of 1 to 300 characters is expected.");
        }

        if (string.IsNullOrWhiteSpace(request.Entry.Words))
        {
            return Problems.Unprocessable("entry.words: 1 to 2000 characters are expected: what the source says, or the note itself.");
        }

        if (request.Content is null)
        {
            return Problems.Unprocessable("content: what the claim says is expected.");
        }

        var entry = new HandEntry(request.Entry.Source, request.Entry.Published, request.Entry.Words, request.Entry.Confidentiality);
        try
        {
            Claim claim = await intake.EnterAsync(entry, request.Content, by, request.Reason ?? "", cancellation);
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
}
