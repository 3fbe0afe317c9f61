using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;
using Hudna.Talks;

namespace Hudna.Server.Features.Positions;

/// <summary>Who holds what on which topic.</summary>
/// <param name="Scope">What was asked for.</param>
/// <param name="Matrix">Speakers by topics.</param>
/// <param name="Topics">All topics that can be asked for.</param>
/// <param name="Groups">Keys of all groups that can be asked for.</param>
public sealed record PositionsPage(PositionScope Scope, PositionMatrix Matrix, IReadOnlyList<string> Topics, IReadOnlyList<string> Groups)
{
    private static readonly ClaimKind[] Kinds = [ClaimKind.Position];

    internal static async Task<(PositionsPage Page, IReadOnlyList<string> Ignored)> FindAsync(
        IRecord record, Gazetteer gazetteer, PositionsQuery query, CancellationToken cancellation)
    {
        List<ReportedClaim> claims = await record.AllReportedClaimsAsync(new ClaimFilter { Kinds = Kinds, Live = true }, cancellation);
        PositionMatrix all = PositionLedger.Of(claims, gazetteer, new PositionScope());
        (PositionScope scope, IReadOnlyList<string> ignored) = query.Read(all);
        return (new PositionsPage(scope, PositionLedger.Of(claims, gazetteer, scope), all.Topics, [.. all.Groups.Select(g => g.Key)]), ignored);
    }

    /// <summary>What one actor holds; null when it holds nothing.</summary>
    internal static async Task<PositionRow?> OfAsync(IRecord record, Gazetteer gazetteer, string actorId, CancellationToken cancellation) => PositionLedger
        .Of(await record.AllReportedClaimsAsync(new ClaimFilter { Kinds = Kinds, Live = true, ActorId = actorId }, cancellation), gazetteer, new PositionScope())
        .Rows().FirstOrDefault(r => string.Equals(r.Key, actorId, StringComparison.Ordinal));
}

/// <summary>What one speaker says of one topic.</summary>
/// <param name="Key">The speaker's key.</param>
/// <param name="Speaker">The speaker.</param>
/// <param name="Cell">All that it says of the topic.</param>
/// <param name="Topics">The topics that it speaks of.</param>
public sealed record PositionCellPage(string Key, Party Speaker, PositionCell Cell, IReadOnlyList<string> Topics)
{
    internal static async Task<PositionCellPage?> FindAsync(IRecord record, Gazetteer gazetteer, string speaker, string topic, CancellationToken cancellation)
    {
        // A route leaves an escaped slash as it is.
        string key = speaker.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), on = topic.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        (PositionsPage all, _) = await PositionsPage.FindAsync(record, gazetteer, new PositionsQuery(), cancellation);
        return all.Matrix.Rows().FirstOrDefault(r => string.Equals(r.Key, key, StringComparison.Ordinal)) is { } row
            && row.Cells.FirstOrDefault(c => string.Equals(c.Topic, on, StringComparison.Ordinal)) is { } cell
            ? new PositionCellPage(key, row.Speaker, cell, [.. row.Cells.Select(c => c.Topic)]) : null;
    }
}
