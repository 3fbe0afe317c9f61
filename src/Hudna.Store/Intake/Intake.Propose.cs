using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Linking;

namespace Hudna.Store;

public sealed partial class Intake
{
    /// <summary>The rule of claims that a person proposed.</summary>
    public const string PersonRule = "person";

    /// <summary>Takes a claim that the reader missed: proposed and accepted by the same person, and linked by what it says, all in one
    /// step. A report that waits is left to its reader first, or the two would propose the same claim.</summary>
    /// <param name="reportId">The report it stands in, read or left unread.</param>
    /// <param name="content">What it says; its span is a slice of the report's text, with more than white space in it.</param>
    /// <param name="by">Who: a person or desk.</param>
    /// <param name="reason">Why; may be empty.</param>
    /// <param name="cancellation">Cancels before anything is in the record.</param>
    /// <returns>The claim as it stands after that.</returns>
    /// <exception cref="RecordConflictException">The same words are a claim of that kind and type already, or the report waits to be read.</exception>
    /// <exception cref="InvalidActException">There is no such report, or the content cannot stand.</exception>
    public async Task<Claim> ProposeAsync(string reportId, ClaimContent content, string by, string reason, CancellationToken cancellation)
    {
        if (by.StartsWith(Act.MachinePrefix, StringComparison.Ordinal))
        {
            throw new InvalidActException("by: a person or desk is expected; the machine's claims come from its readers.");
        }

        Report report = await record.ReportAsync(reportId, cancellation) ?? throw new InvalidActException($"There is no report {reportId}.");
        if (report.Status == ReportStatus.Queued)
        {
            throw new RecordConflictException($"Report {reportId} waits to be read: add the claim when that is done.");
        }

        // Checked before linking, which trusts what it compares.
        string? problem = ClaimCheck.Problem(content, report.Text)
            ?? (string.IsNullOrWhiteSpace(content.Text) ? "text: the words that say it are expected" : null);
        if (problem is not null)
        {
            throw new InvalidActException($"{problem}.");
        }

        string id = ContentId.Claim(reportId, content);
        Loaded now = await LoadAsync(cancellation);
        for (int attempt = 1; ; attempt++)
        {
            if (await record.ClaimAsync(id, cancellation) is not null)
            {
                throw new RecordConflictException($"Claim {id} is there already, of the same words, kind and type: decide on that one.");
            }

            var proposed = new ProposedClaim(id, new ClaimProposed(reportId, content, PersonRule));
            try
            {
                await AppendAsync(
                    [
                        (new PlannedAct(id, proposed.Body), by),
                        (new PlannedAct(id, new ClaimAccepted(1, reason)), by),
                    ],
                    [], now, cancellation);
                await AssessAsync(cancellation);
                return (await record.ClaimAsync(id, cancellation))!;
            }
            catch (RecordConflictException) when (attempt < AttemptsMax)
            {
                // Another writer proposed the very claim: look again.
            }
        }
    }
}
