using System.ComponentModel;
using Hudna.Agreements;
using Hudna.Server.Hosting;
using Hudna.Server.Missions;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Agreements;

/// <summary>Adherence to be recorded. One of the same actor and first day is replaced.</summary>
/// <param name="By">Who records it.</param>
/// <param name="ActorId">Actor or state, by id or name.</param>
/// <param name="Status">adheres, declined or withdrawn.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive; null for without end.</param>
/// <param name="Source">Who said so, where.</param>
/// <param name="Seen">The agreement's <c>changed</c> that was seen: when somebody has recorded the same entry since, it is refused
/// with 409. Null to replace it whatever it says.</param>
public sealed record AdherenceRequest(string By, string ActorId, AdherenceStatus Status, DateOnly From, DateOnly? Until, string Source, long? Seen = null);

/// <summary>An entry of an exclusion list to be recorded, or ended by its last day. One of the same lister, actor and first day is
/// replaced.</summary>
/// <param name="By">Who records it.</param>
/// <param name="ListerId">Whose list: an id of the agreement's listers.</param>
/// <param name="ActorId">Actor, by id or name.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive; null for without end.</param>
/// <param name="Source">Where the lister says so.</param>
/// <param name="Seen">As for adherence.</param>
public sealed record ListingRequest(string By, string ListerId, string ActorId, DateOnly From, DateOnly? Until, string Source, long? Seen = null);

/// <summary>The agreement for programs.</summary>
internal static class AgreementApi
{
    private const string Yaml = "application/yaml";

    public static void MapAgreementApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder agreement = api.MapGroup("/agreement").WithTags("Agreement");
        agreement.MapGet("/", FindAsync).WithName("getAgreement").WithSummary("The agreement, and what of it holds on a day");
        agreement.MapGet("/file", FileTextAsync).WithName("getAgreementFile").WithSummary("The last file of the agreement, byte for byte")
            .Produces(StatusCodes.Status200OK, contentType: Yaml);
        agreement.MapPost("/", FileAsync).WithName("fileAgreement")
            .WithSummary("Files the agreement or a new version: the file as the body, or as the field file of a form. 201; 200 when that very file is the last already")
            .Accepts<IFormFile>("multipart/form-data", Yaml, "application/x-yaml", "text/yaml")
            .Produces<AgreementPage>(StatusCodes.Status201Created).Produces<AgreementPage>()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        agreement.MapPost("/adherence", (AdherenceRequest request, AgreementDesk desk, IRecord record, Visit visit, CancellationToken cancellation) => TakeAsync(
                request.By, desk.AdhereAsync, Draft(request.ActorId, request.From, request.Until, request.Source, request.Seen) with { Status = Reading.Wire.Name(request.Status) },
                record, visit, cancellation))
            .WithName("recordAdherence").WithSummary("Records whether an actor is bound, from a day on; incidents are assessed anew")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        agreement.MapPost("/listings", (ListingRequest request, AgreementDesk desk, IRecord record, Visit visit, CancellationToken cancellation) => TakeAsync(
                request.By, desk.ListAsync, Draft(request.ActorId, request.From, request.Until, request.Source, request.Seen) with { Lister = request.ListerId ?? "" },
                record, visit, cancellation))
            .WithName("recordListing").WithSummary("Records or ends an entry of an exclusion list; incidents are assessed anew")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<AgreementPage>, ProblemHttpResult>> FindAsync(
        [Description("A day, as 2017-01-15; the mission's own day when left out")] string? on, IRecord record, MissionView mission, TimeProvider clock,
        CancellationToken cancellation)
    {
        var fields = new QueryFields();
        DateOnly day = fields.Day("on", on) ?? mission.Today(clock.GetUtcNow());
        return fields.Ignored.Count > 0 ? Problems.Ignored(fields.Ignored)
            : await AgreementPage.FindAsync(record, day, cancellation) is { } model ? TypedResults.Ok(model)
            : NoAgreement();
    }

    private static async Task<IResult> FileTextAsync(IRecord record, CancellationToken cancellation) =>
        await record.AgreementAsync(cancellation) is { } state && await record.OriginalAsync(state.OriginalSha256, cancellation) is { } bytes
            ? TypedResults.Bytes(bytes, Yaml, $"{state.Agreement.Id}.yaml") : NoAgreement();

    private static async Task<IResult> FileAsync(
        HttpRequest request, AgreementDesk desk, IRecord record, Visit visit,
        [Description("Who files it; in a form, the field by")] string? by, [Description("Why this version; in a form, the field reason")] string? reason)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;

        // A browser sends forms to any site without asking: what another site's page sends is refused.
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        {
            return TypedResults.Problem($"A page of {origin} may not file an agreement here.", statusCode: StatusCodes.Status403Forbidden);
        }

        FileDraft draft;
        if (request.HasFormContentType)
        {
            IFormCollection form = await request.ReadFormAsync(cancellation);
            draft = await FileDraft.OfAsync(form, cancellation);
            draft = draft.Reason.Length == 0 ? draft with { Reason = reason ?? "" } : draft;
            by ??= form["by"];
        }
        else
        {
            using var bytes = new MemoryStream();
            await request.Body.CopyToAsync(bytes, cancellation);
            draft = FileDraft.Of(bytes.ToArray(), FileDraft.DefaultName, reason?.Trim() ?? "");
        }

        if (Visit.CleanReviewer(by) is not { } name)
        {
            return NoName();
        }

        Done done = await desk.FileAsync(draft, name, cancellation);
        if (done.Problems.Count > 0)
        {
            return Refused(done);
        }

        AgreementPage model = (await AgreementPage.FindAsync(record, visit.Mission.Today(visit.Now), cancellation))!;
        return done.Status == StatusCodes.Status201Created ? TypedResults.Created("/api/agreement", model) : TypedResults.Ok(model);
    }

    private static async Task<Results<Created<AgreementPage>, ProblemHttpResult>> TakeAsync(
        string? by, Func<EntryDraft, string, CancellationToken, Task<Done>> take, EntryDraft draft, IRecord record, Visit visit, CancellationToken cancellation)
    {
        if (Visit.CleanReviewer(by) is not { } name)
        {
            return NoName();
        }

        Done done = await take(draft, name, cancellation);
        return done.Problems.Count > 0 ? Refused(done)
            : TypedResults.Created("/api/agreement", (await AgreementPage.FindAsync(record, visit.Mission.Today(visit.Now), cancellation))!);
    }

    private static EntryDraft Draft(string? actorId, DateOnly from, DateOnly? until, string? source, long? seen) => new()
    {
        Actor = actorId ?? "",
        From = Languages.Dates.Iso(from),
        Until = until is { } day ? Languages.Dates.Iso(day) : "",
        Source = source?.Trim() ?? "",
        Seen = seen?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };

    private static ProblemHttpResult NoAgreement() =>
        TypedResults.Problem("There is no agreement yet: file one with POST /api/agreement.", statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult NoName() => Problems.Unprocessable("by: the name of a person or desk is expected, at most 80 characters.");

    private static ProblemHttpResult Refused(Done done) => TypedResults.Problem(
        string.Join(' ', done.Problems.Select(p => p is { Argument: { } said, Key: "agreement.problem.file" or "problem.other" } ? said
            : p.Field.Length == 0 ? Languages.Words.English.Sentence(p) : $"{p.Field}: {Languages.Words.English.Sentence(p)}")),
        statusCode: done.Status);
}
