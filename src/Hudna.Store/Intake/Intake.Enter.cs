using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Linking;

namespace Hudna.Store;

/// <summary>Something entered by hand: whose word it is, and the words.</summary>
/// <param name="Source">Outlet, team or desk that says so; never a person.</param>
/// <param name="Published">When they said so; null when not known.</param>
/// <param name="Words">The source's words, or the note itself.</param>
/// <param name="Confidentiality">Who may see it.</param>
public sealed record HandEntry(string Source, DateOnly? Published, string Words, Confidentiality Confidentiality);

public sealed partial class Intake
{
    /// <summary>Why a report of kind <see cref="ReportKind.Note"/> is not left to the reader: its claim came with it.</summary>
    public const string NoteReason = "note";

    /// <summary>Takes in what somebody entered by hand: a report of kind note with the words, and one claim that rests on all of them,
    /// proposed and accepted by the same person, and linked by what it says, all in one step. The same words of the same source can carry several claims.</summary>
    /// <param name="entry">Whose word it is.</param>
    /// <param name="content">What it says; its span and text are set here. Spans of its fields are looked at as they are.</param>
    /// <param name="by">Who enters it: a person or desk.</param>
    /// <param name="reason">Why; may be empty.</param>
    /// <param name="cancellation">Cancels before anything is in the record.</param>
    /// <returns>The claim as it stands after that.</returns>
    /// <exception cref="RecordConflictException">The very claim is there already.</exception>
    /// <exception cref="InvalidActException">A field cannot be used; the message says which and what is expected.</exception>
    public async Task<Claim> EnterAsync(HandEntry entry, ClaimContent content, string by, string reason, CancellationToken cancellation)
    {
        if (by.StartsWith(Act.MachinePrefix, StringComparison.Ordinal))
        {
            throw new InvalidActException("by: a person or desk is expected; the machine enters nothing by hand.");
        }

        string words = WellFormed(entry.Words.Trim());
        if (words.Length is 0 or > 2_000)
        {
            throw new InvalidActException("words: 1 to 2000 characters are expected: what the source says, or the note itself.");
        }

        ClaimContent whole = content with { Span = new Reading.Span(0, words.Length), Text = words };
        if (ClaimCheck.Problem(whole, words) is { } problem)
        {
            throw new InvalidActException($"{problem}.");
        }

        byte[] original = System.Text.Encoding.UTF8.GetBytes(words);
        string hash = ContentId.Sha256(original);
        string reportId = ContentId.Report(words, hash);
        string claimId = ContentId.Claim(reportId, whole);
        DateTimeOffset now = time.GetUtcNow();
        var source = new ReportSource(entry.Source.Trim(), entry.Published, now, null, null);
        Loaded loadedNow = await LoadAsync(cancellation);
        for (int attempt = 1; ; attempt++)
        {
            Report? known = await record.ReportAsync(reportId, cancellation);
            if (await record.ClaimAsync(claimId, cancellation) is not null)
            {
                throw new RecordConflictException($"Claim {claimId} is there already, of the same words and kind: decide on that one.");
            }

            List<(PlannedAct, string)> acts = [];
            if (known is null)
            {
                acts.Add((new PlannedAct(reportId, new ReportFiled(
                    ReportKind.Note, source, null, words, entry.Confidentiality, hash, "text/plain", "utf-8")), by));
                acts.Add((new PlannedAct(reportId, new ReportLeftUnread(NoteReason, languageOf(words))), By));
            }
            else if (!known.Sources.Any(source.IsSameAs))
            {
                acts.Add((new PlannedAct(reportId, new ReportSourceNoted(source)), by));
            }

            var proposed = new ProposedClaim(claimId, new ClaimProposed(reportId, whole, PersonRule));
            acts.Add((new PlannedAct(claimId, proposed.Body), by));
            acts.Add((new PlannedAct(claimId, new ClaimAccepted(1, reason)), by));
            try
            {
                await AppendAsync(acts, known is null ? [original] : [], loadedNow, cancellation);
                await AssessAsync(cancellation);
                return (await record.ClaimAsync(claimId, cancellation))!;
            }
            catch (RecordConflictException) when (attempt < AttemptsMax)
            {
                // Another writer filed the same words meanwhile: look again.
            }
        }
    }
}
