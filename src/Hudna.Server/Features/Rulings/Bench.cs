using System.Globalization;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Rulings;
using Hudna.Store;

namespace Hudna.Server.Features.Rulings;

/// <summary>Who rules by what: the agreement as it stands and all desks.</summary>
/// <param name="Agreement">The agreement; null when none was filed.</param>
/// <param name="Desks">All desks, in order of their first acts.</param>
public sealed record Bench(Agreement? Agreement, IReadOnlyList<Desk> Desks)
{
    internal static async Task<Bench> OfAsync(IRecord record, CancellationToken cancellation) =>
        new((await record.AgreementAsync(cancellation))?.Agreement, await record.DesksAsync(cancellation));

    /// <summary>The day to rule on: today, or the last day on which there was a commission when there is none today.</summary>
    internal DateOnly Day(DateOnly today) => Agreement is null || Agreement.CommissionOn(today) is not null ? today
        : Agreement.Commissions.Select(c => c.Period.Until).OfType<DateOnly>().Where(d => d < today).DefaultIfEmpty(today).Max();
}

/// <summary>A finding as it was at one of its revisions.</summary>
/// <param name="DeskId">Whose.</param>
/// <param name="Revision">Which, from 1.</param>
/// <param name="Content">What it said.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When.</param>
/// <param name="Act">Sequence number of its act.</param>
public sealed record FindingRevision(string DeskId, int Revision, FindingContent Content, string By, DateTimeOffset At, long Act)
{
    /// <summary>All revisions in an incident's history, oldest first.</summary>
    internal static IReadOnlyList<FindingRevision> Of(IEnumerable<Act> history) =>
        [.. history.Where(a => a.Body is FindingRecorded).OrderBy(a => a.Sequence).Select(a =>
            a.Body is FindingRecorded r ? new FindingRevision(r.DeskId, r.Revision + 1, r.Content, a.By, a.At, a.Sequence) : throw new System.Diagnostics.UnreachableException())];
}

/// <summary>A finding that the determination knew at another revision, as forms carry it: <c>russia:2</c>.</summary>
internal static class Seen
{
    public static string Write(FindingSeen seen) => string.Create(CultureInfo.InvariantCulture, $"{seen.DeskId}:{seen.Revision}");

    public static FindingSeen? Read(string? text) =>
        text?.Split(':') is [{ Length: > 0 } desk, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int revision)
            ? new FindingSeen(desk, revision) : null;
}
