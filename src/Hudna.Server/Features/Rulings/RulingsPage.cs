using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Missions;
using Hudna.Rulings;
using Hudna.Store;

namespace Hudna.Server.Features.Rulings;

/// <summary>The grid of guarantors and incidents.</summary>
/// <param name="Members">Its columns: every member of any commission, in the agreement's order.</param>
/// <param name="Rows">A page of its rows.</param>
/// <param name="Counts">Counts over all rows that the filter gives.</param>
public sealed record RulingsPage(IReadOnlyList<MemberColumn> Members, Page<RulingRow> Rows, RulingCounts Counts)
{
    internal static async Task<RulingsPage> FindAsync(IRecord record, RulingFilter filter, CancellationToken cancellation) => new(
        MemberColumn.Of((await record.AgreementAsync(cancellation))?.Agreement, await record.DesksAsync(cancellation)),
        await record.RulingsAsync(filter, cancellation), await record.RulingCountsAsync(filter, cancellation));
}

/// <summary>A column of the grid.</summary>
/// <param name="ActorId">The member.</param>
/// <param name="DeskId">Its desk; null when it has none.</param>
/// <param name="Name">The desk's name; null when there is none.</param>
/// <param name="From">First day on which it is a member of a commission; null when from the beginning.</param>
/// <param name="Until">Last such day; null when without end.</param>
public sealed record MemberColumn(string ActorId, string? DeskId, BilingualText? Name, DateOnly? From, DateOnly? Until)
{
    internal static IReadOnlyList<MemberColumn> Of(Agreement? agreement, IReadOnlyList<Desk> desks)
    {
        var members = (agreement?.Commissions ?? []).SelectMany(c => c.Members.Select(m => (m.ActorId, Period: new Period(
            Later(m.Period.From, c.Period.From), Earlier(m.Period.Until, c.Period.Until)))));
        return
        [
            .. members.GroupBy(m => m.ActorId, m => m.Period, StringComparer.Ordinal).Select(g =>
            {
                Desk? desk = Decisions.DeskOf(g.Key, desks);
                DateOnly? from = g.Any(p => p.From is null) ? null : g.Min(p => p.From);
                DateOnly? until = g.Any(p => p.Until is null) ? null : g.Max(p => p.Until);
                return new MemberColumn(g.Key, desk?.Id, desk?.Name, from, until);
            }),
        ];
    }

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null ? b : b is null || a > b ? a : b;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null ? b : b is null || a < b ? a : b;
}
