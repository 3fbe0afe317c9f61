using Hudna.Acts;
using Hudna.Incidents;

namespace Hudna.Store;

public sealed partial class Intake
{
    /// <summary>Reports of one step at most.</summary>
    private const int StepMax = 500;

    /// <summary>Other writers wait for a step: when it has taken so long, it ends with the report at hand.</summary>
    private static readonly TimeSpan StepTime = TimeSpan.FromMilliseconds(500);

    /// <summary>Reads all reports that wait, in order of arrival, many in one transaction: the acts are those of reading one after another. What
    /// was reported to <paramref name="progress"/> is durable. A report whose claims cannot stand stays queued, is told with the reason, and costs
    /// the others nothing.</summary>
    /// <param name="progress">Told of each report, after its step.</param>
    /// <param name="cancellation">Cancels; steps that are done stay.</param>
    /// <returns>How many were read or left unread.</returns>
    public async Task<int> ReadQueuedAsync(IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        IReadOnlyList<string> queued = await record.QueuedReportsAsync(cancellation);
        int done = 0, failed = 0;
        while (done < queued.Count)
        {
            // The readers are built before the transaction, not in it.
            await LoadAsync(cancellation);
            foreach (ReadOutcome outcome in await record.TogetherAsync(unit => Within(unit).ReadStepAsync(queued, done, cancellation), cancellation))
            {
                failed += outcome.Status == ReportStatus.Queued ? 1 : 0;
                done++;
                progress?.Report(new ReadProgress(done, queued.Count, outcome));
            }
        }

        // Once for all: an incident that ten reports touch is weighed once.
        await AssessAsync(cancellation);
        return queued.Count - failed;
    }

    private Intake Within(IRecord unit) => new(unit, load, languageOf, assessing, time) { loaded = loaded };

    private async Task<IReadOnlyList<ReadOutcome>> ReadStepAsync(IReadOnlyList<string> queued, int from, CancellationToken cancellation)
    {
        long began = time.GetTimestamp();
        var outcomes = new List<ReadOutcome>();
        while (from + outcomes.Count < queued.Count && outcomes.Count < StepMax && (outcomes.Count == 0 || time.GetElapsedTime(began) < StepTime))
        {
            string id = queued[from + outcomes.Count];
            try
            {
                outcomes.Add(await ReadOneAsync(id, cancellation));
            }
            catch (InvalidActException e)
            {
                outcomes.Add(new ReadOutcome(id, ReportStatus.Queued, null, 0, 0, 0, [e.Message]));
            }
        }

        return outcomes;
    }
}
