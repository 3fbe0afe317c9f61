using System.Globalization;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Features.Rulings;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Complaints;

/// <summary>Takes one act on a complaint within one request, and comes back to the page that its form stands on.</summary>
internal sealed class ComplaintDesk(IHttpContextAccessor accessor, Visit visit, IRecord record, Intake intake, Mechanism mechanism)
{
    private readonly HttpContext http = accessor.HttpContext!;

    private CancellationToken Cancellation => http.RequestAborted;

    private DateTimeOffset Clock => visit.Mission.Clock(visit.Now);

    public async Task<IResult> ShowAsync(ComplaintQuery query, ComplaintDraft? draft = null, IReadOnlyList<FieldProblem>? problems = null, int status = StatusCodes.Status200OK)
    {
        IReadOnlyList<Desk> desks = await record.DesksAsync(Cancellation);
        (ComplaintChoice choice, IReadOnlyList<string> ignored) = query.ToChoice(desks);
        NameField against = await AgainstAsync("");
        return Pages.Show<ComplaintsView>(
            new
            {
                Model = await ComplaintsPage.FindAsync(record, choice, Clock, Cancellation),
                Choice = choice,
                Desks = desks,
                Ignored = ignored,
                Actors = against.Offered,
                Draft = draft ?? new ComplaintDraft { At = LocalMoment.Now(visit.Mission, Clock), Incident = http.Request.Query["incident"].ToString() },
                Problems = problems ?? [],
            },
            status);
    }

    public async Task<IResult> ShowOneAsync(string number, StageDraft? draft = null, IReadOnlyList<FieldProblem>? problems = null, int status = StatusCodes.Status200OK)
    {
        if (await ComplaintPage.FindAsync(record, number, Clock, Cancellation) is not { } model)
        {
            return Pages.NotFound();
        }

        return Pages.Show<ComplaintView>(
            new { Model = model, Desks = await record.DesksAsync(Cancellation), Draft = draft, Problems = problems ?? [] }, status);
    }

    public async Task<IResult> LodgeAsync()
    {
        var draft = ComplaintDraft.Of(await http.Request.ReadFormAsync(Cancellation));
        var problems = new List<FieldProblem>();
        Acting? acting = Who(draft.As, await record.DesksAsync(Cancellation), problems);
        NameField against = await AgainstAsync(draft.Against);
        if (against.Problem is not null)
        {
            problems.Add(against.Problem with { Field = "against", Key = against.Problem.Key is "problem.several_names" ? "complaint.problem.several" : "complaint.problem.actor" });
        }

        Incident? incident = await IncidentAsync(draft.Incident, false, problems);
        DateTimeOffset? at = LocalMoment.Read(draft.At, visit.Mission.Zone, problems);
        if (draft.Summary.Length is 0 or > ComplaintCheck.SummaryLengthMax)
        {
            problems.Add(new FieldProblem("summary", "complaint.problem.summary"));
        }

        if (problems.Count == 0)
        {
            try
            {
                Complaint complaint = await mechanism.LodgeAsync(
                    new ComplaintContent(acting!.Desk.Id, against.Id, incident?.Id, null, draft.Summary, at!.Value), acting.Name, Cancellation);
                acting.Remember(http);
                return new SeeOther(visit.Url(Path(complaint.Number)));
            }
            catch (InvalidActException e)
            {
                problems.Add(new FieldProblem(RefusedField.Of(e.Message), "problem.other", e.Message));
            }
        }

        return await ShowAsync(new ComplaintQuery(), draft, problems, StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IResult> MoveAsync(string number)
    {
        var draft = StageDraft.Of(await http.Request.ReadFormAsync(Cancellation));
        (ComplaintMoved? moved, IReadOnlyList<FieldProblem> problems) = draft.Check(visit.Mission.Zone);
        return await TakeAsync(number, draft with { Incident = null }, problems, moved);
    }

    public async Task<IResult> LinkAsync(string number)
    {
        var draft = StageDraft.Of(await http.Request.ReadFormAsync(Cancellation));
        var problems = new List<FieldProblem>();
        Incident? incident = await IncidentAsync(draft.Incident ?? "", true, problems);
        return await TakeAsync(number, draft with { Incident = draft.Incident ?? "" }, problems, incident is null ? null : new ComplaintLinked(incident.Id, draft.Reason));
    }

    private async Task<IResult> TakeAsync(string number, StageDraft draft, IReadOnlyList<FieldProblem> wrong, ActBody? body)
    {
        var problems = new List<FieldProblem>(wrong);
        Acting? acting = Who(draft.As, await record.DesksAsync(Cancellation), problems);
        if (await record.ComplaintAsync(number, Cancellation) is not { } complaint)
        {
            return Pages.NotFound();
        }

        if (problems.Count > 0 || body is null)
        {
            return await ShowOneAsync(number, draft, problems, StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            await mechanism.RecordAsync(complaint.Id, body, acting!.Name, Cancellation);
            acting.Remember(http);
            return new SeeOther(visit.Url(Path(complaint.Number)));
        }
        catch (RecordConflictException e)
        {
            // The form comes back on what stands there now: sent again, it is a decision anew.
            Complaint now = (await record.ComplaintAsync(number, Cancellation))!;
            return await ShowOneAsync(number, draft with { Revision = now.Revision }, [new FieldProblem("", "finding.conflict", e.Message)], StatusCodes.Status409Conflict);
        }
        catch (InvalidActException e)
        {
            return await ShowOneAsync(number, draft, [new FieldProblem(RefusedField.Of(e.Message), "problem.other", e.Message)], StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static Acting? Who(string value, IReadOnlyList<Desk> desks, List<FieldProblem> problems)
    {
        var acting = Acting.Of(value, desks);
        if (acting is null)
        {
            problems.Insert(0, new FieldProblem(Acting.Field, "finding.problem.choose_as"));
        }

        return acting;
    }

    private async Task<Incident?> IncidentAsync(string typed, bool required, List<FieldProblem> problems)
    {
        if (typed.Length == 0 && !required)
        {
            return null;
        }

        string digits = string.Concat(typed.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c));
        Incident? incident = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? await record.IncidentByNumberAsync(number, Cancellation) : null;
        if (incident is null)
        {
            problems.Add(new FieldProblem("incident", "problem.no_incident", typed));
        }

        return incident;
    }

    private async Task<NameField> AgainstAsync(string typed) =>
        await NameField.ActorAsync(typed, record, await intake.GazetteerAsync(Cancellation), visit.Words.IsArabic, Cancellation);

    private static string Path(int number) => string.Create(CultureInfo.InvariantCulture, $"complaints/{number}");
}
