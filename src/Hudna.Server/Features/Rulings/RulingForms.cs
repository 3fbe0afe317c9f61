using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Rulings;

/// <summary>A form of rulings that was refused, with everything typed.</summary>
/// <param name="Finding">What was typed as a finding; null when it was none.</param>
/// <param name="Determination">What was typed as a determination; null when it was none.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record RulingProblem(FindingDraft? Finding, DeterminationDraft? Determination, IReadOnlyList<FieldProblem> Problems);

/// <summary>Findings and determinations, by form.</summary>
internal static class RulingForms
{
    public static void MapRulingForms(this RouteGroupBuilder pages)
    {
        pages.MapPost("/incidents/{number}/findings", (string number, RulingDesk desk) => desk.FindAsync(number));
        pages.MapPost("/incidents/{number}/determination", (string number, RulingDesk desk) => desk.DetermineAsync(number));
    }
}

/// <summary>Takes one finding or determination within one request, and comes back to the incident.</summary>
internal sealed class RulingDesk(IHttpContextAccessor accessor, Visit visit, IRecord record, Intake intake, Mechanism mechanism, KnownNames names)
{
    private readonly HttpContext http = accessor.HttpContext!;

    public async Task<IResult> FindAsync(string number)
    {
        if (await IncidentPage.FindAsync(record, number, http.RequestAborted) is not { } page)
        {
            return Pages.NotFound();
        }

        var draft = FindingDraft.Of(await http.Request.ReadFormAsync(http.RequestAborted));
        (FindingContent? content, IReadOnlyList<FieldProblem> problems) = draft.Check(await intake.GazetteerAsync(http.RequestAborted));
        var acting = Acting.Of(draft.As, [.. page.Bench.Desks.Where(d => string.Equals(d.Id, draft.DeskId, StringComparison.Ordinal))]);
        if (acting is null || content is null)
        {
            return await AgainAsync(page, new RulingProblem(draft, null, Named(acting, problems)), StatusCodes.Status422UnprocessableEntity);
        }

        return await RecordAsync(
            page, acting, new FindingRecorded(draft.DeskId, draft.Revision, content), $"#finding-{draft.DeskId}",
            (p, now) => new RulingProblem(now is null ? draft : draft with { Revision = RevisionOf(now, draft.DeskId) }, null, p));
    }

    public async Task<IResult> DetermineAsync(string number)
    {
        if (await IncidentPage.FindAsync(record, number, http.RequestAborted) is not { } page)
        {
            return Pages.NotFound();
        }

        var draft = DeterminationDraft.Of(await http.Request.ReadFormAsync(http.RequestAborted));
        (DeterminationContent? content, IReadOnlyList<FieldProblem> problems) = draft.Check(page.Bench, await intake.GazetteerAsync(http.RequestAborted));
        var acting = Acting.Of(draft.As, page.Bench.Desks);
        if (content is not null && acting is not null && NotCarried(page, content) is { } notCarried)
        {
            problems = [notCarried];
            content = null;
        }

        if (acting is null || content is null)
        {
            return await AgainAsync(page, new RulingProblem(null, draft, Named(acting, problems)), StatusCodes.Status422UnprocessableEntity);
        }

        return await RecordAsync(
            page, acting, new DeterminationMade(draft.Revision, content), "#determination",
            (p, now) => new RulingProblem(null, now is null ? draft : draft with { Revision = now.Determination?.Revision ?? 0, Rests = SeenNow(now) }, p));
    }

    internal static IReadOnlyList<FindingSeen> SeenNow(IncidentPage page) => [.. page.Findings.Select(f => new FindingSeen(f.DeskId, f.Revision))];

    private static int RevisionOf(IncidentPage page, string desk) =>
        page.Findings.FirstOrDefault(f => string.Equals(f.DeskId, desk, StringComparison.Ordinal))?.Revision ?? 0;

    private static IReadOnlyList<FieldProblem> Named(Acting? acting, IReadOnlyList<FieldProblem> problems) =>
        acting is null ? [new FieldProblem(Acting.Field, "finding.problem.choose_as"), .. problems] : problems;

    /// <summary>Who stands how, in the page's words, when the rule does not carry the ruling and the findings are those that were seen.</summary>
    private FieldProblem? NotCarried(IncidentPage page, DeterminationContent content)
    {
        if (page.Bench.Agreement?.CommissionOn(content.On) is not { } commission)
        {
            return null;
        }

        Standing standing = Decisions.Carried(commission, content.On, page.Bench.Desks, page.Findings, content.Ruling);
        bool isFresh = standing.Rests.ToHashSet().SetEquals(content.Rests);
        return standing.IsCarried || !isFresh ? null : new FieldProblem(
            "ruling", $"determination.problem.{Wire.Name(commission.Rule)}",
            RulingText.Votes(visit.Words, names, Decisions.Voices(commission, content.On, page.Bench.Desks, page.Findings)));
    }

    private async Task<IResult> RecordAsync(
        IncidentPage page, Acting acting, ActBody body, string anchor, Func<IReadOnlyList<FieldProblem>, IncidentPage?, RulingProblem> refused)
    {
        try
        {
            await mechanism.RecordAsync(page.Incident.Id, body, acting.Name, http.RequestAborted);
            acting.Remember(http);
            return new SeeOther(visit.Url($"incidents/{page.Incident.Number}{anchor}"));
        }
        catch (RecordConflictException e)
        {
            // The form comes back on what stands there now: sent again, it is a decision anew.
            IncidentPage now = (await IncidentPage.FindAsync(record, page.Incident.Id, http.RequestAborted))!;
            return await AgainAsync(now, refused([new FieldProblem("", "finding.conflict", e.Message)], now), StatusCodes.Status409Conflict);
        }
        catch (InvalidActException e)
        {
            return await AgainAsync(page, refused([new FieldProblem(RefusedField.Of(e.Message), "problem.other", e.Message)], null), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task<IResult> AgainAsync(IncidentPage page, RulingProblem problem, int status) => Pages.Show<IncidentView>(
        new
        {
            Model = page,
            Gazetteer = await intake.GazetteerAsync(http.RequestAborted),
            Candidates = await LinkCandidates.OfAsync(record, page.Incident, page.Claims.Select(c => c.Claim.ReportId), http.RequestAborted),
            Ruling = problem,
        },
        status);
}

/// <summary>The field that a refusal of the record begins with: <c>scope: …</c>.</summary>
internal static class RefusedField
{
    public static string Of(string message)
    {
        int colon = message.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && message[..colon].All(c => char.IsAsciiLetterLower(c) || c == '_') ? message[..colon] : "";
    }
}
