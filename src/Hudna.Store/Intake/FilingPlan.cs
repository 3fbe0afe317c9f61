using Hudna.Acts;
using Hudna.Incidents;

namespace Hudna.Store;

/// <summary>The acts that take some reports in, one after another, so that later ones see what earlier ones change.</summary>
/// <param name="record">The record.</param>
/// <param name="now">When.</param>
/// <param name="by">Who files them.</param>
internal sealed class FilingPlan(IRecord record, DateTimeOffset now, string by)
{
    // What a row's earlier content claimed is taken back by the machine, whoever files the later one: nobody decided on it.
    private const string TakenBackBy = "machine:import/1";

    private readonly Dictionary<string, Report> changed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Register, string Id), string> latest = [];

    public List<Act> Acts { get; } = [];

    public List<ReadOnlyMemory<byte>> Originals { get; } = [];

    /// <summary>Adds what takes a report in.</summary>
    public async Task<FilingOutcome> AddAsync(Filing filing, CancellationToken cancellation)
    {
        string hash = ContentId.Sha256(filing.Original.Span);
        string id = ContentId.Report(filing.Text, hash);
        var source = new ReportSource(filing.Source.Trim(), filing.Published, filing.Received ?? now, filing.Url, filing.FileName);
        Report? known = await ReportAsync(id, cancellation);
        if (known is not null)
        {
            return await KnownAsync(known, source, filing, cancellation);
        }

        Report? before = filing.Row is { Register: { } register, Id: { } row } ? await LatestAsync(register, row, cancellation) : null;
        int decided = before is null ? 0 : await TakeBackAsync(before, $"The row came again with another content, as report {id}.", cancellation);
        if (before is not null)
        {
            Add(before.Id, new ReportSuperseded(id), before);
        }

        Add(id, new ReportFiled(filing.Kind, source, filing.Title, filing.Text, filing.Confidentiality, hash, filing.MediaType, filing.Encoding, filing.Row), null);
        Originals.Add(filing.Original);
        return before is null ? new FilingOutcome.Filed(id) : new FilingOutcome.Changed(id, before.Id, decided);
    }

    private async Task<FilingOutcome> KnownAsync(Report known, ReportSource source, Filing filing, CancellationToken cancellation)
    {
        if (known.SupersededBy is { } later)
        {
            return new FilingOutcome.Older(known.Id, later);
        }

        // The same row is the same publication, whatever day it is read to speak of.
        bool isNoted = !known.Sources.Any(s => source.IsSameAs(s)
            || (filing.Row?.Id is not null && filing.Row.Id == known.Row?.Id && string.Equals(s.Name, source.Name, StringComparison.Ordinal) && string.Equals(s.Url, source.Url, StringComparison.Ordinal)));
        if (isNoted)
        {
            known = Add(known.Id, new ReportSourceNoted(source), known);
        }

        if (filing.Row?.MappingId is not { } mapping || string.Equals(known.Row?.MappingId, mapping, StringComparison.Ordinal))
        {
            return new FilingOutcome.Duplicate(known.Id, isNoted);
        }

        int decided = await TakeBackAsync(known, $"The row is read anew, by mapping {mapping}.", cancellation);
        Add(known.Id, new ReportRemapped(mapping), known);
        return new FilingOutcome.Remapped(known.Id, decided);
    }

    // What people decided stands; the number of such claims is given back.
    private async Task<int> TakeBackAsync(Report report, string reason, CancellationToken cancellation)
    {
        int decided = 0;
        foreach (Claim claim in (await record.ClaimsAsync(new ClaimFilter { ReportId = report.Id, Limit = 1000 }, cancellation)).Items)
        {
            if (claim is { Status: ClaimStatus.Proposed, LinkedByPerson: false })
            {
                Acts.Add(new Act(0, now, TakenBackBy, claim.Id, new ClaimRejected(claim.Revision, reason)));
            }
            else if (claim.Status != ClaimStatus.Rejected)
            {
                decided++;
            }
        }

        return decided;
    }

    private async Task<Report?> ReportAsync(string id, CancellationToken cancellation) => changed.GetValueOrDefault(id) ?? await record.ReportAsync(id, cancellation);

    private async Task<Report?> LatestAsync(string register, string id, CancellationToken cancellation) =>
        latest.TryGetValue((register, id), out string? report) ? changed[report] : await record.LatestOfRowAsync(register, id, cancellation);

    private Report Add(string subject, ActBody body, Report? before)
    {
        var act = new Act(0, now, by, subject, body);
        Acts.Add(act);
        Report after = ReportState.Apply(before, act);
        changed[subject] = after;
        if (body is ReportFiled && after.Row is { Register: { } register, Id: { } row })
        {
            latest[(register, row)] = subject;
        }

        return after;
    }
}
