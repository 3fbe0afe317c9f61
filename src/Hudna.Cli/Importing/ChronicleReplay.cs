using System.Diagnostics;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Rulings;
using Hudna.Store;

namespace Hudna.Cli.Importing;

/// <summary>Records what a chronicle tells, entry by entry, as the desks would have done by form.</summary>
internal sealed class ChronicleReplay
{
    private readonly MissionRecord mission;
    private readonly Dictionary<string, string> reports;
    private readonly Dictionary<string, int> complaints = new(StringComparer.Ordinal);

    /// <summary>Prepares the rows that the chronicle names.</summary>
    /// <param name="mission">The record and its workflows.</param>
    /// <param name="rows">Rows of the mission's observations, which are in the record.</param>
    internal ChronicleReplay(MissionRecord mission, IReadOnlyList<ImportRow> rows)
    {
        this.mission = mission;
        reports = rows.ToDictionary(
            r => r.Id!, r => ContentId.Report(r.Text, ContentId.Sha256(System.Text.Encoding.UTF8.GetBytes(r.Original))), StringComparer.Ordinal);
    }

    /// <summary>Records one entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="isDone">True when it is in the record already: only what later entries refer to is remembered.</param>
    /// <param name="cancellation">Cancels before it is in the record.</param>
    /// <exception cref="InvalidActException">The record refuses it.</exception>
    internal Task TakeAsync(ChronicleEntry entry, bool isDone, CancellationToken cancellation) => (entry, isDone) switch
    {
        (ComplaintEntry complaint, true) => RememberAsync(complaint),
        (_, true) => Task.CompletedTask,
        (FindingEntry finding, _) => FindAsync(finding, cancellation),
        (DeterminationEntry determination, _) => DetermineAsync(determination, cancellation),
        (ComplaintEntry complaint, _) => LodgeAsync(complaint, cancellation),
        (ComplaintStageEntry stage, _) => MoveAsync(stage, cancellation),
        (ListingEntry listing, _) => OnAgreementAsync(new ListingRecorded(listing.Listing), listing.By, cancellation),
        (AdherenceEntry adherence, _) => OnAgreementAsync(new AdherenceRecorded(adherence.Adherence), adherence.By, cancellation),
        (PlanEntry plan, _) => mission.Mechanism.PlanOperationAsync(plan.Plan, plan.By, cancellation),
        (PlanStageEntry stage, _) => StageAsync(stage, cancellation),
        (MessageEntry message, _) => mission.Mechanism.DraftMessageAsync(message.DeskId, message.Content, message.At, message.By, cancellation),
        (MessageStepEntry { Body: MessageDelivered delivered } step, _) =>
            mission.Mechanism.DeliverMessageAsync(step.DeskId, step.MessageId, delivered.Revision, step.At, step.By, cancellation),
        (MessageStepEntry step, _) => mission.Mechanism.RecordAsync(step.MessageId, step.Body, step.By, cancellation),
        (BulletinEntry bulletin, _) => mission.Mechanism.PublishBulletinAsync(bulletin.From, bulletin.Until, bulletin.By, cancellation),
        (ImplementationEntry rated, _) => new ImplementationReplay(mission, row => IncidentAsync(row, cancellation)).TakeAsync(rated, cancellation),
        _ => throw new UnreachableException(),
    };

    private async Task FindAsync(FindingEntry finding, CancellationToken cancellation)
    {
        string incident = await IncidentAsync(finding.Row, cancellation);
        Finding? before = (await mission.Record.FindingsAsync(incident, cancellation)).FirstOrDefault(f => string.Equals(f.DeskId, finding.DeskId, StringComparison.Ordinal));
        await mission.Mechanism.RecordAsync(incident, new FindingRecorded(finding.DeskId, before?.Revision ?? 0, finding.Content), finding.By, cancellation);
    }

    private async Task DetermineAsync(DeterminationEntry entry, CancellationToken cancellation)
    {
        string incident = await IncidentAsync(entry.Row, cancellation);
        Agreement agreement = (await mission.Record.AgreementAsync(cancellation))?.Agreement ?? throw new InvalidActException("There is no agreement to rule by.");
        Commission commission = agreement.CommissionOn(entry.On) ?? throw new InvalidActException("There is no commission on that day.");
        Standing standing = Decisions.Carried(
            commission, entry.On, await mission.Record.DesksAsync(cancellation), await mission.Record.FindingsAsync(incident, cancellation), entry.Ruling);
        Determination? before = await mission.Record.DeterminationAsync(incident, cancellation);
        var content = new DeterminationContent(entry.Ruling, entry.ActorId, entry.Provisions, entry.On, entry.Note, standing.Rests);
        await mission.Mechanism.RecordAsync(incident, new DeterminationMade(before?.Revision ?? 0, content), entry.By, cancellation);
    }

    private async Task LodgeAsync(ComplaintEntry entry, CancellationToken cancellation)
    {
        string? incident = entry.Row is { } row ? await IncidentAsync(row, cancellation) : null;
        string? report = entry.Row is { } told ? reports[told] : null;
        Complaint complaint = await mission.Mechanism.LodgeAsync(
            new ComplaintContent(entry.DeskId, entry.Against, incident, report, entry.Summary, entry.At), entry.By, cancellation);
        complaints[entry.Complaint] = complaint.Number;
    }

    private async Task StageAsync(PlanStageEntry entry, CancellationToken cancellation)
    {
        Operations.Operation operation = await mission.Record.OperationAsync(entry.OperationId, cancellation)
            ?? throw new InvalidActException($"There is no operation {entry.OperationId}.");
        int? number = entry.Row is { } row ? (await mission.Record.IncidentAsync(await IncidentAsync(row, cancellation), cancellation))?.Number : null;
        await mission.Mechanism.RecordAsync(
            operation.Id, new OperationStageRecorded(operation.Revision, operation.Stages.Count + 1, entry.Step with { Incident = number }), entry.By, cancellation);
    }

    private Task RememberAsync(ComplaintEntry entry)
    {
        complaints[entry.Complaint] = complaints.Count + 1;
        return Task.CompletedTask;
    }

    private async Task MoveAsync(ComplaintStageEntry entry, CancellationToken cancellation)
    {
        string number = complaints[entry.Complaint].ToString(System.Globalization.CultureInfo.InvariantCulture);
        Complaint complaint = (await mission.Record.ComplaintAsync(number, cancellation))!;
        await mission.Mechanism.RecordAsync(complaint.Id, new ComplaintMoved(complaint.Revision, entry.Stage, entry.At, entry.Note), entry.By, cancellation);
    }

    private async Task OnAgreementAsync(ActBody body, string by, CancellationToken cancellation)
    {
        AgreementState agreement = await mission.Record.AgreementAsync(cancellation) ?? throw new InvalidActException("There is no agreement: file it first.");
        await mission.Mechanism.RecordAsync(agreement.Agreement.Id, body, by, cancellation);
    }

    // A row says one thing, and stands for the incident that this is linked to.
    private async Task<string> IncidentAsync(string row, CancellationToken cancellation)
    {
        string report = reports.GetValueOrDefault(row) ?? throw new InvalidActException($"There is no row {row} in the mission's observations.");
        Page<Claim> claims = await mission.Record.ClaimsAsync(new ClaimFilter { ReportId = report }, cancellation);
        return claims.Items.Select(c => c.IncidentId).FirstOrDefault(i => i is not null)
            ?? throw new InvalidActException($"Row {row} is linked to no incident: it gives no act that can be one, or no place and day.");
    }
}
