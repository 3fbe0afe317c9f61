using System.Globalization;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Links;

/// <summary>Takes what people say of whole incidents by form: one, two, split. What cannot be done comes back as the same page with the reason and everything
/// typed.</summary>
internal sealed class LinksDesk(IHttpContextAccessor accessor, Visit visit, IRecord record, Intake intake)
{
    private readonly HttpContext http = accessor.HttpContext!;

    private CancellationToken Cancellation => http.RequestAborted;

    /// <summary>The queue.</summary>
    public async Task<IResult> ShowAsync(LinksQuery query, LinkProblem? problem = null, int status = StatusCodes.Status200OK)
    {
        (LinksPage model, Incident? incident, IReadOnlyList<string> ignored) = await query.FindAsync(record, Cancellation);
        return Pages.Show<LinksView>(
            new { Model = model, Gazetteer = await intake.GazetteerAsync(Cancellation), Incident = incident, Ignored = ignored, Problem = problem }, status);
    }

    /// <summary>An answer about a pair, from the queue: comes back to it.</summary>
    public Task<IResult> AnswerAsync(LinksQuery query) => AnswerAsync(_ => visit.With(("page", query.Page)), (problem, status) => ShowAsync(query, problem, status));

    /// <summary>An answer about a pair, from an incident's page: comes back to it, or to the incident that it now is.</summary>
    public Task<IResult> AnswerAsync(string number) => AnswerAsync(
        stays => visit.Url($"incidents/{stays?.Number.ToString(CultureInfo.InvariantCulture) ?? number}#links"), (problem, status) => ShowIncidentAsync(number, problem, status));

    /// <summary>An incident is another one, named by its number.</summary>
    public async Task<IResult> MergeAsync(string number)
    {
        IFormCollection form = await http.Request.ReadFormAsync(Cancellation);
        string typed = Text(form, "other");
        Incident? one = await LinksQuery.ByNameAsync(record, number, Cancellation), other = await LinksQuery.ByNameAsync(record, typed, Cancellation);
        if (one is null)
        {
            return Pages.NotFound();
        }

        List<FieldProblem> problems = Reasoned(form);
        if (other is null || other.Id == one.Id || other.Claims == 0)
        {
            problems.Add(other is null ? new FieldProblem("other", "problem.no_incident", typed) : new FieldProblem("other", other.Id == one.Id ? "links.problem_same" : "links.problem_empty", typed));
        }

        return await TakeAsync(
            form, problems, new LinkProblem(LinkProblem.Merge, Text(form, "reason"), Text(form, Reviewer.Field), []) { Other = typed },
            async (by, reason) => await MergeAsync(one, other!, by, reason) is { } stays ? visit.Url($"incidents/{stays.Number}") : null, (problem, status) => ShowIncidentAsync(number, problem, status));
    }

    /// <summary>Some claims of an incident are about something else.</summary>
    public async Task<IResult> SplitAsync(string number)
    {
        IFormCollection form = await http.Request.ReadFormAsync(Cancellation);
        if (await LinksQuery.ByNameAsync(record, number, Cancellation) is not { } one)
        {
            return Pages.NotFound();
        }

        string[] chosen = [.. form["claim"].OfType<string>().Distinct(StringComparer.Ordinal)];
        IReadOnlyList<Claim> claims = (await record.ClaimsAsync(new ClaimFilter { IncidentId = one.Id, Limit = ClaimsMax }, Cancellation)).Items;
        List<FieldProblem> problems = Reasoned(form);
        if (chosen.Length == 0 || claims.All(c => chosen.Contains(c.Id, StringComparer.Ordinal)))
        {
            problems.Add(new FieldProblem("claim", chosen.Length == 0 ? "links.problem_none" : "links.problem_all"));
        }

        return await TakeAsync(
            form, problems, new LinkProblem(LinkProblem.Split, Text(form, "reason"), Text(form, Reviewer.Field), []) { Claims = chosen },
            async (by, reason) =>
            {
                Gone(chosen.Any(c => claims.All(x => x.Id != c)));
                return visit.Url($"incidents/{(await intake.SplitAsync(one.Id, chosen, by, reason, Cancellation)).Number}");
            },
            (problem, status) => ShowIncidentAsync(number, problem, status));
    }

    // More than any incident has: see Intake.
    private const int ClaimsMax = 1000;

    private async Task<IResult> AnswerAsync(Func<Incident?, string> back, Func<LinkProblem, int, Task<IResult>> again)
    {
        IFormCollection form = await http.Request.ReadFormAsync(Cancellation);
        Incident? one = await record.IncidentAsync(Text(form, "incident"), Cancellation), other = await record.IncidentAsync(Text(form, "other"), Cancellation);
        string answer = Text(form, "answer");
        List<FieldProblem> problems = Reasoned(form);
        if (one is null || other is null)
        {
            return Pages.NotFound();
        }

        if (answer is not ("one" or "two"))
        {
            problems.Add(new FieldProblem("answer", "links.problem_answer"));
        }

        return await TakeAsync(
            form, problems, new LinkProblem(LinkProblem.Pair, Text(form, "reason"), Text(form, Reviewer.Field), []) { Now = [one, other] },
            async (by, reason) =>
            {
                // Whoever answers was asked: a pair that nobody asks about any more was decided, or has changed.
                Gone(!(await record.PossiblePairsAsync(one.Id, 0, PairsMax, Cancellation)).Items.Any(p => p.Incident.Id == other.Id || p.Other.Id == other.Id));
                if (answer == "two")
                {
                    await intake.KeepApartAsync(one.Id, other.Id, by, reason, Cancellation);
                    return back(null);
                }

                return await MergeAsync(one, other, by, reason) is { } stays ? back(stays) : null;
            },
            again);
    }

    private const int PairsMax = 500;

    // The one that is ruled on stays, else the one of the lower number; null when both are ruled on: a merger would take the claims from under one of the rulings.
    private async Task<Incident?> MergeAsync(Incident one, Incident other, string by, string reason)
    {
        (Incident low, Incident high) = one.Number < other.Number ? (one, other) : (other, one);
        (Incident stays, Incident goes) = await record.IsRuledOnAsync(high.Id, Cancellation) && !await record.IsRuledOnAsync(low.Id, Cancellation) ? (high, low) : (low, high);
        if (await record.IsRuledOnAsync(goes.Id, Cancellation))
        {
            return null;
        }

        await intake.MergeAsync(goes.Id, stays.Id, by, reason, Cancellation);
        return stays;
    }

    private static void Gone(bool gone)
    {
        if (gone)
        {
            throw new RecordConflictException("Somebody else decided meanwhile.");
        }
    }

    private async Task<IResult> TakeAsync(
        IFormCollection form, List<FieldProblem> problems, LinkProblem typed, Func<string, string, Task<string?>> take, Func<LinkProblem, int, Task<IResult>> again)
    {
        if (problems.Count > 0)
        {
            return await again(typed with { Problems = problems }, StatusCodes.Status422UnprocessableEntity);
        }

        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        try
        {
            return await take(by, typed.Reason) is { } address ? new SeeOther(address)
                : await again(typed with { Problems = [new FieldProblem("", "links.both_ruled")] }, StatusCodes.Status422UnprocessableEntity);
        }
        catch (RecordConflictException)
        {
            return await again(typed with { Problems = [new FieldProblem("", "links.conflict")] }, StatusCodes.Status409Conflict);
        }
        catch (InvalidActException e)
        {
            return await again(typed with { Problems = [new FieldProblem("", "problem.other", e.Message)] }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task<IResult> ShowIncidentAsync(string number, LinkProblem problem, int status) => await IncidentPage.FindAsync(record, number, Cancellation) is { } model
        ? Pages.Show<Incidents.IncidentView>(
            new
            {
                Model = model,
                Gazetteer = await intake.GazetteerAsync(Cancellation),
                Candidates = await LinkCandidates.OfAsync(record, model.Incident, model.Claims.Select(c => c.Claim.ReportId), Cancellation),
                Linking = problem,
            },
            status)
        : Pages.NotFound();

    private static List<FieldProblem> Reasoned(IFormCollection form) => Text(form, "reason").Length is 0 or > ReasonLengthMax ? [new FieldProblem("reason", "problem.reason")] : [];

    private const int ReasonLengthMax = 500;

    private static string Text(IFormCollection form, string field) => form[field].ToString().Trim();
}
