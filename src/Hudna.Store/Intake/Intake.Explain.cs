using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Store;

/// <summary>Why the machine proposed a claim.</summary>
public sealed partial class Intake
{
    /// <summary>Reads a claim's report anew, with today's reader and the mission's additions, and says why it finds the claim. Nothing
    /// is written: the record keeps claims, not reasons.</summary>
    /// <returns>Null when there is no such claim.</returns>
    public async Task<ClaimExplanation?> ExplainAsync(string claimId, CancellationToken cancellation)
    {
        if (await record.ClaimAsync(claimId, cancellation) is not { } claim || await record.ReportAsync(claim.ReportId, cancellation) is not { } report)
        {
            return null;
        }

        ReportRead? read = (await record.HistoryAsync(report.Id, cancellation)).Select(a => a.Body).OfType<ReportRead>().LastOrDefault();
        if (string.Equals(claim.Rule, PersonRule, StringComparison.Ordinal) || string.Equals(claim.Rule, Importing.RowClaims.Rule, StringComparison.Ordinal) || read is null)
        {
            bool row = string.Equals(claim.Rule, Importing.RowClaims.Rule, StringComparison.Ordinal);
            return new ClaimExplanation(claim.Id, row ? ExplanationState.Row : ExplanationState.Person, claim.Rule, read?.Reader, null, null);
        }

        Loaded now = await LoadAsync(cancellation);
        IReader? reader = now.Readers.All.FirstOrDefault(r => string.Equals(r.Language, read.Language, StringComparison.Ordinal));
        if (reader is not IExplainingReader explaining)
        {
            return new ClaimExplanation(claim.Id, ExplanationState.NoReasons, claim.Rule, read.Reader, reader?.Version, null);
        }

        IExplainedReading reasons = explaining.Explain(report.Id, report.Text, report.Published);
        IMention? mention = ClaimsFromReading.MentionOf(report, reasons.Reading, now.Readers.Gazetteer, claim.Id);
        ExplanationState state = mention is null ? ExplanationState.NotFound
            : string.Equals(mention.Rule, claim.Rule, StringComparison.Ordinal) ? ExplanationState.Explained : ExplanationState.OtherRule;
        return new ClaimExplanation(claim.Id, state, claim.Rule, read.Reader, reader.Version, mention is null ? null : reasons.Of(mention));
    }
}
