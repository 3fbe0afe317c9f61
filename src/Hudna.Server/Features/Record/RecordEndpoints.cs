using System.ComponentModel;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Record;

internal static class RecordEndpoints
{
    public static void MapRecordPages(this RouteGroupBuilder pages) =>
        pages.MapGet("/record", async (string? subject, IRecord record, CancellationToken cancellation) =>
            Pages.Show<RecordView>(new { Model = await RecordPage.FindAsync(record, QueryFields.Text(subject), cancellation) }));

    public static void MapRecordApi(this RouteGroupBuilder api) =>
        api.MapGet("/record", FindAsync).WithTags("Record").WithName("listActs")
            .WithSummary("Acts, newest first: the latest 200 of all, or all on one subject");

    private static async Task<Ok<RecordPage>> FindAsync(
        [Description("Id of a report, claim, incident, actor or place")] string? subject, IRecord record, CancellationToken cancellation) =>
        TypedResults.Ok(await RecordPage.FindAsync(record, QueryFields.Text(subject), cancellation));
}
