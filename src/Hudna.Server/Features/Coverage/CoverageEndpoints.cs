using System.ComponentModel;
using System.Globalization;
using Hudna.Acts;
using Hudna.Coverage;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Hosting;
using Hudna.Server.Missions;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Coverage;

/// <summary>Coverage to be recorded.</summary>
/// <param name="By">Who records it.</param>
/// <param name="Coverage">Where and when somebody looked.</param>
public sealed record CoverageRequest(string By, CoverageContent Coverage);

/// <summary>Coverage to be withdrawn.</summary>
/// <param name="By">Who withdraws it.</param>
/// <param name="Revision">The revision seen.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawRequest(string By, int Revision, string Reason);

/// <summary>Coverage: who looked where and when.</summary>
internal static class CoverageEndpoints
{
    public static void MapCoveragePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/coverage", (HttpContext http, [AsParameters] CoverageQuery query, Visit visit, IRecord record, Intake intake) =>
            ShowAsync(http, query, visit, record, intake, new AddCoverageDraft(), []));
        pages.MapPost("/coverage", AddAsync);
        pages.MapPost("/coverage/{id}/withdraw", WithdrawAsync);
    }

    public static void MapCoverageApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder coverage = api.MapGroup("/coverage").WithTags("Coverage");
        coverage.MapGet("/", ListAsync).WithName("listCoverage").WithSummary("Who looked where, by province and day, with the incidents known");
        coverage.MapPost("/", (CoverageRequest request, Mechanism mechanism, CancellationToken cancellation) => AddedEntry.AddAsync(
                request.By, async by => (await mechanism.RecordCoverageAsync(request.Coverage, by, cancellation)).Id, "/api/coverage"))
            .WithName("addCoverage").WithSummary("Records coverage; the same content twice is one record")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        coverage.MapGet("/{id}", FindAsync).WithName("getCoverage").WithSummary("One record of coverage");
        coverage.MapPost("/{id}/withdraw", (string id, WithdrawRequest request, Mechanism mechanism, CancellationToken cancellation) => AddedEntry.AddAsync(
                request.By, async by => (await mechanism.RecordAsync(id, new CoverageWithdrawn(request.Revision, request.Reason), by, cancellation)).Subject, "/api/coverage"))
            .WithName("withdrawCoverage").WithSummary("Withdraws a record of coverage, with a reason")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, CoverageQuery query, Visit visit, IRecord record, Intake intake, AddCoverageDraft draft, IReadOnlyList<FieldProblem> problems,
        int status = StatusCodes.Status200OK)
    {
        CancellationToken cancellation = http.RequestAborted;
        (DateOnly from, DateOnly until, CoverageFilter filter, IReadOnlyList<string> ignored) = query.Read(visit.Mission.Zone, visit.Mission.Today(visit.Now));
        Gazetteer gazetteer = await intake.GazetteerAsync(cancellation);
        CoverageGround all = await CoverageGround.FindAsync(record, gazetteer, visit.Mission.Zone, from, until, cancellation);
        return Pages.Show<CoverageView>(
            new
            {
                Model = await CoveragePage.FindAsync(record, gazetteer, visit.Mission.Zone, from, until, filter, cancellation),
                Filter = filter,
                All = all.Provinces,
                Ignored = ignored,
                Draft = draft,
                Problems = problems,
                Places = (await NameField.PlaceAsync(null, record, gazetteer, visit.Words.IsArabic, cancellation)).Offered,
                Actors = (await NameField.ActorAsync(null, record, gazetteer, visit.Words.IsArabic, cancellation)).Offered,
            },
            status);
    }

    private static async Task<IResult> AddAsync(HttpContext http, [AsParameters] CoverageQuery query, Visit visit, IRecord record, Intake intake, Mechanism mechanism)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        var draft = AddCoverageDraft.Of(form);
        Gazetteer gazetteer = await intake.GazetteerAsync(http.RequestAborted);
        (CoverageContent? content, IReadOnlyList<FieldProblem> problems) = draft.Check(
            await NameField.PlaceAsync(draft.Place, record, gazetteer, visit.Words.IsArabic, http.RequestAborted),
            await NameField.ActorAsync(draft.DeniedBy, record, gazetteer, visit.Words.IsArabic, http.RequestAborted), gazetteer, visit.Mission.Zone);
        if (content is not null && Reviewer.Of(http, visit, form) is not { })
        {
            return Reviewer.Ask(form);
        }

        try
        {
            if (content is not null)
            {
                (string id, _) = await mechanism.RecordCoverageAsync(content, Reviewer.Of(http, visit, form)!, http.RequestAborted);
                DateOnly day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(content.From, visit.Mission.Zone).DateTime);
                return new SeeOther($"{visit.Url("coverage")}?from={Languages.Dates.Iso(day)}#{id}");
            }
        }
        catch (Exception e) when (e is InvalidActException or RecordConflictException)
        {
            problems = [new FieldProblem("", "problem.other", e.Message)];
        }

        return await ShowAsync(http, query, visit, record, intake, draft, problems, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> WithdrawAsync(
        string id, HttpContext http, [AsParameters] CoverageQuery query, Visit visit, IRecord record, Intake intake, Mechanism mechanism)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await record.CoverageRecordAsync(id, http.RequestAborted) is null)
        {
            return Pages.NotFound();
        }

        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        string reason = form["reason"].ToString().Trim();
        if (reason.Length == 0)
        {
            return await ShowAsync(http, query, visit, record, intake, new AddCoverageDraft(), [new FieldProblem("reason", "problem.reason")], StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            int seen = int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out int revision) ? revision : 0;
            await mechanism.RecordAsync(id, new CoverageWithdrawn(seen, reason), by, http.RequestAborted);
            return new SeeOther(visit.Url("coverage") + http.Request.QueryString);
        }
        catch (Exception e) when (e is InvalidActException or RecordConflictException)
        {
            return await ShowAsync(
                http, query, visit, record, intake, new AddCoverageDraft(), [new FieldProblem("", "problem.other", e.Message)],
                e is RecordConflictException ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<Results<Ok<CoveragePage>, ProblemHttpResult>> ListAsync(
        [AsParameters] CoverageQuery query, IRecord record, Intake intake, MissionView mission, TimeProvider time, CancellationToken cancellation)
    {
        (DateOnly from, DateOnly until, CoverageFilter filter, IReadOnlyList<string> ignored) = query.Read(mission.Zone, mission.Today(time.GetUtcNow()));
        return ignored.Count > 0 ? Problems.Ignored(ignored)
            : TypedResults.Ok(await CoveragePage.FindAsync(record, await intake.GazetteerAsync(cancellation), mission.Zone, from, until, filter, cancellation));
    }

    private static async Task<Results<Ok<CoverageRecord>, ProblemHttpResult>> FindAsync(
        [Description("The id of the record of coverage")] string id, IRecord record, CancellationToken cancellation) =>
        await record.CoverageRecordAsync(id, cancellation) is { } found ? TypedResults.Ok(found) : Problems.NotFound("record of coverage", id);
}
