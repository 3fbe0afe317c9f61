using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Links;

/// <summary>Possible links, and the weights that the mission links by; forms that merge, split and keep apart.</summary>
internal static class LinkPages
{
    public static void MapLinkPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/links", ([AsParameters] LinksQuery query, LinksDesk desk) => desk.ShowAsync(query));
        pages.MapPost("/links", ([AsParameters] LinksQuery query, LinksDesk desk) => desk.AnswerAsync(query));
        pages.MapGet("/links/weights", async (IRecord record, CancellationToken cancellation) =>
            Pages.Show<WeightsView>(new { Model = await WeightsPage.FindAsync(record, cancellation) }));
        pages.MapPost("/incidents/{number}/pair", (string number, LinksDesk desk) => desk.AnswerAsync(number));
        pages.MapPost("/incidents/{number}/merge", (string number, LinksDesk desk) => desk.MergeAsync(number));
        pages.MapPost("/incidents/{number}/split", (string number, LinksDesk desk) => desk.SplitAsync(number));
    }
}
