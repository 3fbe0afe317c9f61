using Hudna.Acts;
using Hudna.Commitments;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Commitments;

/// <summary>Shows commitments and takes one rating within one request. What cannot be done comes back as the same page with the reason
/// and everything typed.</summary>
internal sealed class CommitmentDesk(IHttpContextAccessor accessor, Visit visit, IRecord record, Intake intake, Mechanism mechanism)
{
    private readonly HttpContext http = accessor.HttpContext!;

    private CancellationToken Cancellation => http.RequestAborted;

    private DateOnly Day => visit.Mission.Today(visit.Now);

    public async Task<IResult> ShowAsync(CommitmentsQuery query)
    {
        Gazetteer gazetteer = await intake.GazetteerAsync(Cancellation);
        (CommitmentChoice choice, IReadOnlyList<string> ignored) = query.ToChoice(
            await NameField.ActorAsync(query.Actor, record, gazetteer, visit.Words.IsArabic, Cancellation));
        return Pages.Show<CommitmentsView>(new
        {
            Model = await CommitmentsPage.FindAsync(record, choice, Day, Cancellation),
            Choice = choice,
            Ignored = ignored,
            Agreement = (await record.AgreementAsync(Cancellation))?.Agreement,
        });
    }

    public async Task<IResult> ShowOneAsync(string id, RatingDraft? draft = null, IReadOnlyList<FieldProblem>? problems = null, int status = StatusCodes.Status200OK) =>
        await CommitmentPage.FindAsync(record, id, Day, Cancellation) is { } model
            ? Pages.Show<CommitmentView>(
                new
                {
                    Model = model,
                    Agreement = (await record.AgreementAsync(Cancellation))?.Agreement,
                    Draft = draft ?? new RatingDraft { Revision = model.Commitment.Implementation?.Revision ?? 0, On = Languages.Dates.Iso(Day) },
                    Problems = problems ?? [],
                },
                status)
            : Pages.NotFound();

    public async Task<IResult> RateAsync(string id)
    {
        IFormCollection form = await http.Request.ReadFormAsync(Cancellation);
        var draft = RatingDraft.Of(form);
        (ImplementationRated? rated, IReadOnlyList<FieldProblem> problems) = await draft.CheckAsync(record, Cancellation);
        if (rated is null)
        {
            return await ShowOneAsync(id, draft, problems, StatusCodes.Status422UnprocessableEntity);
        }

        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        try
        {
            await mechanism.RecordAsync(id, rated, by, Cancellation);
            return new SeeOther($"{visit.Url($"commitments/{Uri.EscapeDataString(id)}")}#ratings");
        }
        catch (RecordConflictException e)
        {
            // The form comes back on what stands there now: sent again, it is a rating anew.
            ImplementationRecord? now = await record.ImplementationAsync(id, Cancellation);
            return await ShowOneAsync(
                id, draft with { Revision = now?.Revision ?? 0 }, [new FieldProblem("", "commitments.conflict", e.Message)], StatusCodes.Status409Conflict);
        }
        catch (InvalidActException e)
        {
            return await ShowOneAsync(id, draft, [new FieldProblem("", "problem.other", e.Message)], StatusCodes.Status422UnprocessableEntity);
        }
    }
}
