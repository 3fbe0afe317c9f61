using Hudna.Incidents;

namespace Hudna.Store;

/// <summary>Whole lists, read page by page.</summary>
public static class RecordReading
{
    private const int ClaimsPerPage = 1_000;

    /// <summary>All claims that a filter gives, each with who reported it and when; the filter's paging is ignored.</summary>
    public static Task<List<ReportedClaim>> AllReportedClaimsAsync(this IRecord record, ClaimFilter filter, CancellationToken cancellation) => AllAsync(
        (offset, limit) => record.ReportedClaimsAsync(filter with { Offset = offset, Limit = limit }, cancellation), ClaimsPerPage);

    /// <summary>All rows of a list.</summary>
    /// <param name="read">Reads some rows: how many to leave out, and how many at most.</param>
    /// <param name="size">Rows at a time.</param>
    public static async Task<List<T>> AllAsync<T>(Func<int, int, Task<Page<T>>> read, int size)
    {
        var all = new List<T>();
        while (true)
        {
            Page<T> page = await read(all.Count, size);
            all.AddRange(page.Items);
            if (page.Items.Count == 0 || all.Count >= page.Total)
            {
                return all;
            }
        }
    }
}
