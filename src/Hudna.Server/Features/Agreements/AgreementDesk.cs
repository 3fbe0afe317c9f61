using System.Globalization;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Agreements;

/// <summary>What came of something done to the agreement.</summary>
/// <param name="Problems">Why it was not taken; empty when it was.</param>
/// <param name="Status">The HTTP status that says so.</param>
internal sealed record Done(IReadOnlyList<FieldProblem> Problems, int Status)
{
    public static Done Well { get; } = new([], StatusCodes.Status200OK);

    public static Done New { get; } = new([], StatusCodes.Status201Created);

    public static Done Refused(IReadOnlyList<FieldProblem> problems) => new(problems, StatusCodes.Status422UnprocessableEntity);

    public static Done Refused(string key, string argument) => Refused([new FieldProblem("", key, argument)]);

    public static Done Conflict(FieldProblem problem) => new([problem], StatusCodes.Status409Conflict);
}

/// <summary>Does to the agreement what forms and programs ask for, with the same checks.</summary>
internal sealed class AgreementDesk(IRecord record, Intake intake, Mechanism mechanism)
{
    public async Task<Done> AdhereAsync(EntryDraft draft, string by, CancellationToken cancellation)
    {
        (AdherenceRecorded? act, IReadOnlyList<FieldProblem> problems) = draft.Adherence(await intake.GazetteerAsync(cancellation));
        return act is null ? Done.Refused(problems) : await RecordAsync(act, act.Adherence.Id, draft.Seen, by, cancellation);
    }

    public async Task<Done> ListAsync(EntryDraft draft, string by, CancellationToken cancellation)
    {
        if (await record.AgreementAsync(cancellation) is not { } state)
        {
            return Done.Refused([new FieldProblem("", "agreement.none")]);
        }

        (ListingRecorded? act, IReadOnlyList<FieldProblem> problems) = draft.Listing(state.Agreement, await intake.GazetteerAsync(cancellation));
        return act is null ? Done.Refused(problems) : await RecordAsync(act, act.Listing.Id, draft.Seen, by, cancellation);
    }

    public async Task<Done> FileAsync(FileDraft draft, string by, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(draft.Text))
        {
            return Done.Refused([new FieldProblem("file", "agreement.problem.no_file")]);
        }

        if (draft.Reason.Length == 0 && await record.AgreementAsync(cancellation) is { } held
            && !string.Equals(held.OriginalSha256, Hudna.Incidents.ContentId.Sha256(draft.Bytes.Span), StringComparison.Ordinal))
        {
            return Done.Refused([new FieldProblem("reason", "agreement.problem.reason")]);
        }

        try
        {
            (_, bool isNew) = await mechanism.FileAgreementAsync(draft.Bytes, draft.Name, draft.Reason, by, cancellation);
            return isNew ? Done.New : Done.Well;
        }
        catch (DataFileException e)
        {
            return Done.Refused("agreement.problem.file", e.Message);
        }
        catch (InvalidActException e)
        {
            return Done.Refused("problem.other", e.Message);
        }
        catch (RecordConflictException e)
        {
            return Done.Conflict(new FieldProblem("", "problem.other", e.Message));
        }
    }

    private async Task<Done> RecordAsync(ActBody body, string entryId, string seen, string by, CancellationToken cancellation)
    {
        if (await record.AgreementAsync(cancellation) is not { } state)
        {
            return Done.Refused([new FieldProblem("", "agreement.none")]);
        }

        // Whoever sends a form again corrects what stands there; what somebody else has recorded meanwhile must be looked at first.
        if (long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out long known) && state.Changed > known
            && (await record.HistoryAsync(state.Agreement.Id, cancellation)).LastOrDefault(a => a.Sequence > known && IsOn(a.Body, entryId)) is { } newer)
        {
            return Done.Conflict(new FieldProblem("", "agreement.problem.meanwhile", newer.By));
        }

        try
        {
            await mechanism.RecordAsync(state.Agreement.Id, body, by, cancellation);
            return Done.New;
        }
        catch (InvalidActException e)
        {
            return Done.Refused("problem.other", e.Message);
        }
        catch (RecordConflictException e)
        {
            return Done.Conflict(new FieldProblem("", "problem.other", e.Message));
        }
    }

    private static bool IsOn(ActBody body, string entryId) =>
        string.Equals((body as AdherenceRecorded)?.Adherence.Id ?? (body as ListingRecorded)?.Listing.Id, entryId, StringComparison.Ordinal);
}
