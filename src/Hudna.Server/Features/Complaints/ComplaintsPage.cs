using Hudna.Agreements;
using Hudna.Incidents;
using Hudna.Rulings;
using Hudna.Store;

namespace Hudna.Server.Features.Complaints;

/// <summary>Complaints, overdue ones first.</summary>
/// <param name="CountedAt">The moment by which it is counted what is overdue: the mission's own.</param>
/// <param name="Complaints">A page of them: overdue ones, longest first; open ones by what is due next; closed ones, newest first.</param>
/// <param name="Overdue">How many of all that the filter gives are overdue.</param>
public sealed record ComplaintsPage(DateTimeOffset CountedAt, Page<ComplaintRow> Complaints, int Overdue)
{
    private const int BatchSize = 5000;

    internal static async Task<ComplaintsPage> FindAsync(IRecord record, ComplaintChoice choice, DateTimeOffset clock, CancellationToken cancellation)
    {
        Agreement? agreement = (await record.AgreementAsync(cancellation))?.Agreement;
        List<ComplaintRow> rows = [.. (await AllAsync(record, choice.Filter, cancellation)).Select(c => ComplaintRow.Of(c, agreement, clock))];
        int overdue = rows.Count(r => r.OverdueHours is not null);
        ComplaintRow[] ordered =
        [
            .. rows.Where(r => !choice.Overdue || r.OverdueHours is not null)
                .OrderBy(r => r.Complaint.Stage == ComplaintStage.Closed ? 2 : r.DueAt is null ? 1 : 0)
                .ThenBy(r => r.DueAt).ThenByDescending(r => r.Complaint.Number),
        ];
        var page = new List<ComplaintRow>();
        foreach (ComplaintRow row in ordered.Skip(choice.Offset).Take(ComplaintQuery.PageSize))
        {
            page.Add(row with { Incident = row.Complaint.Content.IncidentId is { } id ? (await record.IncidentAsync(id, cancellation))?.Number : null });
        }

        return new ComplaintsPage(clock, new Page<ComplaintRow>(page, ordered.Length, choice.Offset), overdue);
    }

    /// <summary>All complaints under a filter, newest first.</summary>
    internal static async Task<IReadOnlyList<Complaint>> AllAsync(IRecord record, ComplaintFilter filter, CancellationToken cancellation)
    {
        var all = new List<Complaint>();
        Page<Complaint> page;
        do
        {
            page = await record.ComplaintsAsync(filter with { Offset = all.Count, Limit = BatchSize }, cancellation);
            all.AddRange(page.Items);
        }
        while (page.Items.Count > 0 && all.Count < page.Total);
        return all;
    }
}

/// <summary>A complaint with what is due next.</summary>
/// <param name="Complaint">The complaint.</param>
/// <param name="Incident">Number of its incident; null when it has none, or when not looked up.</param>
/// <param name="DueAt">When the next stage is due; null when it is closed, or the next stage has no deadline.</param>
/// <param name="OverdueHours">Full hours by which it is overdue; null when it is not.</param>
public sealed record ComplaintRow(Complaint Complaint, int? Incident, DateTimeOffset? DueAt, int? OverdueHours)
{
    internal static ComplaintRow Of(Complaint complaint, Agreement? agreement, DateTimeOffset clock)
    {
        DateTimeOffset? due = agreement is null ? null : ComplaintClock.DueAt(complaint, agreement);
        return new ComplaintRow(complaint, null, due, due < clock ? (int)Math.Floor((clock - due.Value).TotalHours) : null);
    }
}

/// <summary>One complaint with its chain.</summary>
/// <param name="CountedAt">The moment by which it is counted what is overdue.</param>
/// <param name="Row">The complaint and what is due next.</param>
/// <param name="Chain">Every stage, reached or not.</param>
/// <param name="Incident">The incident; null while it has none.</param>
/// <param name="Determination">What the commission decided on the incident; null when it has not.</param>
public sealed record ComplaintPage(
    DateTimeOffset CountedAt, ComplaintRow Row, IReadOnlyList<ChainStage> Chain, Incident? Incident, Determination? Determination)
{
    internal static async Task<ComplaintPage?> FindAsync(IRecord record, string number, DateTimeOffset clock, CancellationToken cancellation)
    {
        if (await record.ComplaintAsync(number, cancellation) is not { } complaint)
        {
            return null;
        }

        Agreement? agreement = (await record.AgreementAsync(cancellation))?.Agreement;
        Incident? incident = complaint.Content.IncidentId is { } id ? await record.IncidentAsync(id, cancellation) : null;
        return new ComplaintPage(
            clock, ComplaintRow.Of(complaint, agreement, clock) with { Incident = incident?.Number },
            agreement is not null ? ComplaintClock.Chain(complaint, agreement)
                : [.. Enum.GetValues<ComplaintStage>().Select(s => new ChainStage(s, complaint.Steps.FirstOrDefault(p => p.Stage == s), null, null))],
            incident, incident is null ? null : await record.DeterminationAsync(incident.Id, cancellation));
    }
}
