using System.Globalization;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Operations;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Features.Rulings;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Operations;

/// <summary>Shows operations, and takes plans, stages and what claims belong to them.</summary>
internal sealed class OperationDesk(IHttpContextAccessor accessor, Visit visit, IRecord record, Intake intake, Mechanism mechanism)
{
    private readonly HttpContext http = accessor.HttpContext!;

    private CancellationToken Cancellation => http.RequestAborted;

    public async Task<IResult> ShowAsync(string? type)
    {
        var fields = new QueryFields();
        OperationType? only = fields.Vocabulary<OperationType>("type", type);
        OperationsPage model = await OperationsPage.FindAsync(record, await intake.GazetteerAsync(Cancellation), only, Cancellation);
        return Pages.Show<OperationsListView>(new { Model = model, Type = only, Ignored = fields.Ignored });
    }

    public async Task<IResult> ShowOneAsync(string id, string? stage)
    {
        if (await FindAsync(id) is not { } page)
        {
            return Pages.NotFound();
        }

        if (page.Id != id)
        {
            return new SeeOther(visit.Url($"operations/{page.Id}"));
        }

        OperationEntry? corrected = int.TryParse(stage, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? page.Operation?.Stages.FirstOrDefault(s => s.Number == number) : null;
        return await OneAsync(page, corrected is null ? null : OperationStageDraft.Of(corrected, page.Operation!.Revision), [], StatusCodes.Status200OK);
    }

    public async Task<IResult> NewAsync(string? proposed)
    {
        OperationPage? page = QueryFields.Text(proposed) is { } id ? await FindAsync(id) : null;
        return page?.Operation is not null ? new SeeOther(visit.Url($"operations/{page.Id}"))
            : await PlanAsync(null, page?.Suggested is { } plan ? OperationPlanDraft.Of(plan, 0) : new OperationPlanDraft(), [], StatusCodes.Status200OK);
    }

    public async Task<IResult> EditAsync(string id) => await record.OperationAsync(id, Cancellation) is { } operation
        ? await PlanAsync(operation, OperationPlanDraft.Of(operation.Plan, operation.Revision), [], StatusCodes.Status200OK) : Pages.NotFound();

    /// <summary>Records a plan, or corrects one.</summary>
    /// <param name="id">The operation; null for a new one.</param>
    public async Task<IResult> RecordPlanAsync(string? id)
    {
        IFormCollection form = await http.Request.ReadFormAsync(Cancellation);
        Operation? before = id is null ? null : await record.OperationAsync(id, Cancellation);
        if (id is not null && before is null)
        {
            return Pages.NotFound();
        }

        var draft = OperationPlanDraft.Of(form);
        Gazetteer gazetteer = await intake.GazetteerAsync(Cancellation);
        (OperationPlan? plan, IReadOnlyList<FieldProblem> problems) = draft.Check(
            await NameField.PlaceAsync(draft.From, record, gazetteer, visit.Words.IsArabic, Cancellation),
            await NameField.PlaceAsync(draft.To, record, gazetteer, visit.Words.IsArabic, Cancellation), gazetteer);
        if (plan is null)
        {
            return await PlanAsync(before, draft, problems, StatusCodes.Status422UnprocessableEntity);
        }

        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        try
        {
            string at = id ?? await mechanism.PlanOperationAsync(plan, by, Cancellation);
            if (id is not null)
            {
                await mechanism.RecordAsync(id, new OperationPlanned(draft.Revision, plan), by, Cancellation);
            }

            return new SeeOther(visit.Url($"operations/{at}"));
        }
        catch (RecordConflictException e)
        {
            // The form comes back on what stands there now: sent again, it is a decision anew.
            int now = id is null ? 0 : (await record.OperationAsync(id, Cancellation))!.Revision;
            return await PlanAsync(before, draft with { Revision = now }, [new FieldProblem("", "finding.conflict", e.Message)], StatusCodes.Status409Conflict);
        }
        catch (InvalidActException e)
        {
            return await PlanAsync(before, draft, [Refused(e)], StatusCodes.Status422UnprocessableEntity);
        }
    }

    public async Task<IResult> RecordStageAsync(string id)
    {
        IFormCollection form = await http.Request.ReadFormAsync(Cancellation);
        if (await FindAsync(id) is not { Operation: { } operation } page || operation.Id != id)
        {
            return Pages.NotFound();
        }

        var draft = OperationStageDraft.Of(form);
        (OperationStageRecorded? recorded, IReadOnlyList<FieldProblem> problems) = draft.Check(operation.Stages.Count);
        return recorded is null ? await OneAsync(page, draft, problems, StatusCodes.Status422UnprocessableEntity)
            : await RecordAsync(page, recorded, form, draft, recorded.Number == draft.Number ? $"#stage-{recorded.Number}" : "#timeline");
    }

    /// <summary>Says that claims belong to an operation, that they do not, or leaves it to place and day again.</summary>
    public async Task<IResult> PlaceClaimsAsync(string id)
    {
        IFormCollection form = await http.Request.ReadFormAsync(Cancellation);
        if (await FindAsync(id) is not { Operation: { } operation } page || operation.Id != id)
        {
            return Pages.NotFound();
        }

        string[] claims = [.. form["claim"].SelectMany(c => (c ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];
        foreach (string claim in claims)
        {
            if (await record.ClaimAsync(claim, Cancellation) is not { Content.Kind: ClaimKind.Operation })
            {
                return await OneAsync(page, null, [new FieldProblem("claim", "operations.problem.claim", claim)], StatusCodes.Status422UnprocessableEntity);
            }
        }

        OperationPlan plan = operation.Plan;
        string[] pinned = [.. plan.Pinned.Except(claims, StringComparer.Ordinal)], excluded = [.. plan.Excluded.Except(claims, StringComparer.Ordinal)];
        plan = form["do"].ToString() switch
        {
            "pin" => plan with { Pinned = [.. pinned, .. claims], Excluded = excluded },
            "exclude" => plan with { Pinned = pinned, Excluded = [.. excluded, .. claims] },
            _ => plan with { Pinned = pinned, Excluded = excluded },
        };
        int seen = int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out int revision) ? revision : operation.Revision;
        return await RecordAsync(page, new OperationPlanned(seen, plan), form, null, "#evidence");
    }

    private async Task<IResult> RecordAsync(OperationPage page, ActBody body, IFormCollection form, OperationStageDraft? draft, string anchor)
    {
        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        try
        {
            await mechanism.RecordAsync(page.Id, body, by, Cancellation);
            return new SeeOther(visit.Url($"operations/{page.Id}{anchor}"));
        }
        catch (RecordConflictException e)
        {
            OperationPage now = (await FindAsync(page.Id))!;
            return await OneAsync(
                now, draft is null ? null : draft with { Revision = now.Operation!.Revision }, [new FieldProblem("", "finding.conflict", e.Message)], StatusCodes.Status409Conflict);
        }
        catch (InvalidActException e)
        {
            return await OneAsync(page, draft, [Refused(e)], StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static FieldProblem Refused(InvalidActException e) => new(RefusedField.Of(e.Message), "problem.other", e.Message);

    private async Task<OperationPage?> FindAsync(string id) => await OperationPage.FindAsync(record, await intake.GazetteerAsync(Cancellation), id, Cancellation);

    private async Task<IResult> OneAsync(OperationPage page, OperationStageDraft? draft, IReadOnlyList<FieldProblem> problems, int status)
    {
        IReadOnlyList<Operation> others = page.Operation is not null ? []
            : (await record.OperationsAsync(new OperationFilter { Type = page.Type }, Cancellation)).Items;
        var excluded = new List<ReportedClaim>();
        foreach (string id in page.Operation?.Plan.Excluded ?? [])
        {
            if (await record.ClaimAsync(id, Cancellation) is { } claim)
            {
                excluded.AddRange((await record.AllReportedClaimsAsync(new ClaimFilter { ReportId = claim.ReportId, Kind = ClaimKind.Operation }, Cancellation))
                    .Where(c => c.Claim.Id == id));
            }
        }

        return Pages.Show<OperationOneView>(
            new { Model = page, Draft = draft ?? New(page), Problems = problems, Others = others, Excluded = excluded, IsCorrecting = draft is { Number: > 0 } }, status);
    }

    private static OperationStageDraft New(OperationPage page) => new()
    {
        Revision = page.Operation?.Revision ?? 0,
        On = (page.Operation?.Stages.Select(s => s.Step.On).DefaultIfEmpty(page.Operation.Plan.First).Max() ?? default).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private async Task<IResult> PlanAsync(Operation? operation, OperationPlanDraft draft, IReadOnlyList<FieldProblem> problems, int status)
    {
        Gazetteer gazetteer = await intake.GazetteerAsync(Cancellation);
        return Pages.Show<OperationPlanView>(
            new
            {
                Operation = operation,
                Draft = draft,
                Problems = problems,
                Places = (await NameField.PlaceAsync(null, record, gazetteer, visit.Words.IsArabic, Cancellation)).Offered,
                Provisions = (await record.AgreementAsync(Cancellation))?.Agreement.Provisions ?? [],
            },
            status);
    }
}
