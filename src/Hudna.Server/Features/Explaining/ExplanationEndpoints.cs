using System.ComponentModel;
using Hudna.Incidents;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Explaining;

/// <summary>Why a claim was proposed: a page of its own, since a report's page with every claim's reasons would be many times its size.</summary>
internal static class ExplanationEndpoints
{
    public static void MapExplanationPages(this RouteGroupBuilder pages) =>
        pages.MapGet("/claims/{id}/why", async (string id, IRecord record, Intake intake, CancellationToken cancellation) =>
            await record.ClaimAsync(id, cancellation) is { } claim
            && await ClaimInContext.OfAsync(record, [claim], cancellation) is [{ } item]
            && await intake.ExplainAsync(id, cancellation) is { } explanation
                ? Pages.Show<WhyView>(new { Item = item, Model = explanation })
                : Pages.NotFound());

    public static void MapExplanationApi(this RouteGroupBuilder api) =>
        api.MapGet("/claims/{id}/explanation", FindAsync).WithTags("Claims").WithName("getClaimExplanation")
            .WithSummary("Why the machine proposed a claim: its rule, its words, and the rows of the lexicon behind them, worked out anew");

    private static async Task<Results<Ok<ClaimExplanation>, ProblemHttpResult>> FindAsync(
        [Description("The claim's id: c and 16 hex digits")] string id, Intake intake, CancellationToken cancellation) =>
        await intake.ExplainAsync(id, cancellation) is { } explanation ? TypedResults.Ok(explanation) : Problems.NotFound("claim", id);
}
