using Hudna.Acts;
using Hudna.Store;

namespace Hudna.Server.Features.Record;

/// <summary>Acts, newest first: the latest of all, or all on one subject.</summary>
/// <param name="Subject">The subject asked for; null for the latest of all.</param>
/// <param name="Acts">The acts.</param>
/// <param name="Total">How many acts the record holds in all.</param>
public sealed record RecordPage(string? Subject, IReadOnlyList<Act> Acts, long Total)
{
    internal const int LatestMax = 200;

    internal static async Task<RecordPage> FindAsync(IRecord record, string? subject, CancellationToken cancellation)
    {
        RecordCounts counts = await record.CountsAsync(cancellation);
        IReadOnlyList<Act> acts = subject is null
            ? await record.LatestActsAsync(LatestMax, cancellation)
            : [.. (await record.HistoryAsync(subject, cancellation)).Reverse()];
        return new RecordPage(subject, acts, counts.Acts);
    }
}
