using System.Globalization;
using Hudna.Acts;
using Hudna.Corroboration;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Features.Sources;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Corroborating;

/// <summary>A grade that was refused, with what was typed.</summary>
/// <param name="Grade">The grade chosen; empty when none was.</param>
/// <param name="Reason">The reason typed.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record GradeProblem(string Grade, string Reason, IReadOnlyList<FieldProblem> Problems)
{
    internal bool IsWrong(string field) => Problems.Any(p => string.Equals(p.Field, field, StringComparison.Ordinal));
}

/// <summary>Takes grades by form: of a source, and of an incident's information. What cannot be done comes back as the same page with the
/// reason and everything typed.</summary>
internal sealed class GradeDesk(IHttpContextAccessor accessor, Visit visit, IRecord record, Intake intake, Mechanism mechanism)
{
    private readonly HttpContext http = accessor.HttpContext!;

    private CancellationToken Cancellation => http.RequestAborted;

    public async Task<IResult> ShowSourceAsync(string id, SourceQuery query, GradeProblem? problem = null, int status = StatusCodes.Status200OK) =>
        await SourcePage.FindAsync(record, id, query, Cancellation) is { } model ? Pages.Show<SourceView>(new { Model = model, Problem = problem }, status) : Pages.NotFound();

    public async Task<IResult> GradeSourceAsync(string id)
    {
        IFormCollection form = await http.Request.ReadFormAsync(Cancellation);
        return await TakeAsync(
            form, id, grade => Wire.Parse<Reliability>(grade) is { } letter ? new SourceGraded(Revision(form), letter, form["reason"].ToString().Trim()) : null,
            $"sources/{Uri.EscapeDataString(id)}#grades", (problem, status) => ShowSourceAsync(id, new SourceQuery(), problem, status));
    }

    public async Task<IResult> SetCredibilityAsync(string number)
    {
        IFormCollection form = await http.Request.ReadFormAsync(Cancellation);
        if (await IncidentPage.FindAsync(record, number, Cancellation) is not { } model)
        {
            return Pages.NotFound();
        }

        return await TakeAsync(
            form, model.Incident.Id,
            grade => grade.Length == 0 && model.Credibility?.Grade is not null ? new CredibilitySet(Revision(form), null, form["reason"].ToString().Trim())
                : int.TryParse(grade, NumberStyles.None, CultureInfo.InvariantCulture, out int figure) && figure is >= 1 and <= CredibilityRule.CannotBeJudged
                    ? new CredibilitySet(Revision(form), figure, form["reason"].ToString().Trim()) : null,
            $"incidents/{model.Incident.Number}#credibility", (problem, status) => ShowIncidentAsync(number, problem, status));
    }

    private async Task<IResult> ShowIncidentAsync(string number, GradeProblem problem, int status) => await IncidentPage.FindAsync(record, number, Cancellation) is { } model
        ? Pages.Show<Incidents.IncidentView>(
            new
            {
                Model = model,
                Gazetteer = await intake.GazetteerAsync(Cancellation),
                Candidates = await LinkCandidates.OfAsync(record, model.Incident, model.Claims.Select(c => c.Claim.ReportId), Cancellation),
                Grade = problem,
            },
            status)
        : Pages.NotFound();

    private async Task<IResult> TakeAsync(
        IFormCollection form, string subject, Func<string, ActBody?> act, string back, Func<GradeProblem, int, Task<IResult>> again)
    {
        string grade = form["grade"].ToString(), reason = form["reason"].ToString().Trim();
        ActBody? body = act(grade);
        List<FieldProblem> problems = [];
        if (body is null)
        {
            problems.Add(new FieldProblem("grade", "corroboration.problem_grade"));
        }

        if (reason.Length is 0 or > GradingCheck.ReasonLengthMax)
        {
            problems.Add(new FieldProblem("reason", "problem.reason"));
        }

        if (body is null || problems.Count > 0)
        {
            return await again(new GradeProblem(grade, reason, problems), StatusCodes.Status422UnprocessableEntity);
        }

        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        try
        {
            await mechanism.RecordAsync(subject, body, by, Cancellation);
            return new SeeOther(visit.Url(back));
        }
        catch (RecordConflictException e)
        {
            return await again(new GradeProblem(grade, reason, [new FieldProblem("", "corroboration.conflict", e.Message)]), StatusCodes.Status409Conflict);
        }
        catch (InvalidActException e)
        {
            return await again(new GradeProblem(grade, reason, [new FieldProblem("", "problem.other", e.Message)]), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static int Revision(IFormCollection form) =>
        int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out int revision) ? revision : 0;
}
