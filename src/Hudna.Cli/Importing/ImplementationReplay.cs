using System.Globalization;
using Hudna.Acts;
using Hudna.Commitments;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Store;

namespace Hudna.Cli.Importing;

/// <summary>Records a rating that a chronicle tells.</summary>
/// <param name="mission">The record and its workflows.</param>
/// <param name="incidentOf">The incident that a row of observations is linked to.</param>
internal sealed class ImplementationReplay(MissionRecord mission, Func<string, Task<string>> incidentOf)
{
    private const int ReportsPerPage = 500;

    /// <exception cref="InvalidActException">What it names is not there or not one thing, or the record refuses it.</exception>
    internal async Task TakeAsync(ImplementationEntry entry, CancellationToken cancellation)
    {
        string subject = entry.Provision is { } number ? await ProvisionAsync(number, cancellation) : await ClaimAsync(entry.Report!, entry.Words!, cancellation);
        var evidence = new List<EvidenceRef>();
        foreach (string row in entry.Rows)
        {
            evidence.Add(new EvidenceRef(EvidenceKind.Incident, await incidentOf(row)));
        }

        ImplementationRecord? before = await mission.Record.ImplementationAsync(subject, cancellation);
        await mission.Mechanism.RecordAsync(
            subject, new ImplementationRated(before?.Revision ?? 0, entry.Level, entry.On, [.. evidence.Distinct()], entry.Note), entry.By, cancellation);
    }

    private async Task<string> ProvisionAsync(string number, CancellationToken cancellation)
    {
        AgreementState agreement = await mission.Record.AgreementAsync(cancellation) ?? throw new InvalidActException("There is no agreement: file it first.");
        return new ProvisionId(agreement.Agreement.Id, number).ToString();
    }

    private async Task<string> ClaimAsync(string file, string words, CancellationToken cancellation)
    {
        List<ReportSummary> all = await RecordReading.AllAsync(
            (offset, limit) => mission.Record.ReportsAsync(new ReportFilter { Offset = offset, Limit = limit }, cancellation), ReportsPerPage);
        ReportSummary report = all.Find(r => r.Sources.Any(s => string.Equals(s.FileName, file, StringComparison.Ordinal)))
            ?? throw new InvalidActException($"There is no report from the file {file}.");
        Page<Claim> claims = await mission.Record.ClaimsAsync(new ClaimFilter { ReportId = report.Id, Kind = ClaimKind.Commitment, Live = true }, cancellation);
        Claim[] named = [.. claims.Items.Where(c => c.Content.Text.Contains(words, StringComparison.Ordinal))];
        return named.Length == 1 ? named[0].Id : throw new InvalidActException(string.Create(
            CultureInfo.InvariantCulture,
            $"{named.Length} of the {claims.Total} commitments that {file} tells of have the words \"{words}\"; exactly one is expected."));
    }
}
