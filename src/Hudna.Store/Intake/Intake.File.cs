using Hudna.Acts;
using Hudna.Incidents;

namespace Hudna.Store;

public sealed partial class Intake
{
    /// <summary>Takes a report in. When the task completes with <see cref="FilingOutcome.Filed"/>, it survives a crash.</summary>
    /// <param name="filing">The report.</param>
    /// <param name="by">Who files it: a desk or user; null for the machine (an import).</param>
    /// <param name="cancellation">Cancels before anything is in the record.</param>
    public async Task<FilingOutcome> FileAsync(Filing filing, string? by, CancellationToken cancellation) =>
        (await FileAllAsync([filing], by, cancellation))[0];

    /// <summary>Takes several reports in, in one step: all that can be taken are, or, when it throws, none. A text that is there already is
    /// kept once; a row of a list that is there with another content becomes its next version, and one that is read by another mapping now is
    /// read anew.</summary>
    /// <param name="filings">The reports; best a few hundred.</param>
    /// <param name="by">Who files them: a desk or user; null for the machine (an import).</param>
    /// <param name="cancellation">Cancels before anything is in the record.</param>
    /// <returns>What became of each, in order.</returns>
    public async Task<IReadOnlyList<FilingOutcome>> FileAllAsync(IReadOnlyList<Filing> filings, string? by, CancellationToken cancellation)
    {
        // One transaction for looking up and writing: no other writer comes between the two.
        return await record.TogetherAsync<IReadOnlyList<FilingOutcome>>(
            async unit =>
            {
                var plan = new FilingPlan(unit, time.GetUtcNow(), by ?? By);
                var outcomes = new List<FilingOutcome>(filings.Count);
                foreach (Filing filing in filings)
                {
                    outcomes.Add(Refusal(filing) ?? await plan.AddAsync(filing with { Text = WellFormed(filing.Text) }, cancellation));
                }

                if (plan.Acts.Count > 0)
                {
                    await (plan.Acts.Exists(a => a.Body is ClaimRejected)
                        ? Within(unit).AppendAsync(plan.Acts, plan.Originals, await LoadAsync(cancellation), cancellation)
                        : unit.AppendAsync(plan.Acts, plan.Originals, cancellation));
                }

                return outcomes;
            },
            cancellation);
    }

    /// <summary>Keeps a mapping, so that rows can be filed by it.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="own">True when a person made or changed it: later tables of its header are read by it too.</param>
    /// <param name="by">Who keeps it; null for the machine.</param>
    /// <param name="cancellation">Cancels before anything is in the record.</param>
    /// <returns>Its id, and whether anything was to be done.</returns>
    /// <exception cref="InvalidActException">It cannot be kept; the message says where and what is expected.</exception>
    public async Task<(string Id, bool IsNew)> KeepMappingAsync(Importing.Mapping mapping, bool own, string? by, CancellationToken cancellation)
    {
        string id = Importing.MappingJson.IdOf(mapping);
        var act = new Act(0, time.GetUtcNow(), by ?? By, id, new MappingKept(mapping, own));
        for (int attempt = 1; ; attempt++)
        {
            if (MappingState.Problem(await record.MappingAsync(id, cancellation), act) is { IsConflict: true })
            {
                return (id, false);
            }

            try
            {
                await record.AppendAsync([act], [], cancellation);
                return (id, true);
            }
            catch (RecordConflictException) when (attempt < AttemptsMax)
            {
                // Another writer kept it meanwhile.
            }
        }
    }

    /// <summary>Withdraws a mapping: later tables are not read by it; what was read by it stays.</summary>
    /// <exception cref="InvalidActException">There is none such.</exception>
    /// <exception cref="RecordConflictException">It is withdrawn already.</exception>
    public Task WithdrawMappingAsync(string id, string reason, string by, CancellationToken cancellation) =>
        record.AppendAsync([new Act(0, time.GetUtcNow(), by, id, new MappingWithdrawn(reason))], [], cancellation);

    /// <summary>The mappings that people keep for tables to come, the last kept last.</summary>
    public async Task<IReadOnlyList<Importing.Mapping>> OwnMappingsAsync(CancellationToken cancellation) =>
        [.. (await record.MappingsAsync(cancellation)).Where(m => m is { Own: true, Withdrawn: null }).Reverse().Select(m => m.Mapping)];

    /// <summary>Ids for the rows of a list that gives none (see <see cref="RowKeys"/>), by report id; empty for other lists.</summary>
    internal Task<IReadOnlyDictionary<string, string>> RowIdsAsync(IEnumerable<Importing.ImportRow> rows, CancellationToken cancellation) =>
        RowKeys.OfAsync(rows, record, cancellation);

    /// <summary>The id of the report that a row becomes.</summary>
    internal static string ReportIdOf(Importing.ImportRow row) =>
        ContentId.Report(WellFormed(row.Text), ContentId.Sha256(System.Text.Encoding.UTF8.GetBytes(row.Original)));

    /// <summary>Looks up the names of rows that are not in the record yet, as they will be looked up when they are read.</summary>
    public async Task<Importing.RowClaims> RowClaimsAsync(CancellationToken cancellation) => (await LoadAsync(cancellation)).Rows;
}
