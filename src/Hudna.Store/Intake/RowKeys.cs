using Hudna.Importing;
using Hudna.Incidents;

namespace Hudna.Store;

/// <summary>Finds which rows of a list without ids are which of those in the record, so that a corrected row becomes the next version of the one it
/// corrects and no row stands twice. A row is known by its key (<see cref="Mapping.Key"/>) and an ordinal, which the record keeps.</summary>
/// <remarks>
/// Of the rows of one key, those whose text is in the record are themselves, wherever they stand now. What is left on both sides is what was
/// corrected: as many new texts as rows of the record that the table has not any more are taken for one another in order. When there are more or fewer,
/// which corrects which cannot be told: new texts are rows of their own, and those in the record stay.
/// </remarks>
internal static class RowKeys
{
    /// <summary>The ids of the table's rows, by report id.</summary>
    /// <param name="rows">All rows of the table, in order.</param>
    /// <param name="record">The record.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<ImportRow> rows, IRecord record, CancellationToken cancellation)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (IGrouping<(string Register, string? Key), (string Report, string Register, string? Key)> of in rows.Where(r => r.Key is not null)
            .Select(r => (Report: Intake.ReportIdOf(r), r.Register, r.Key)).DistinctBy(r => r.Report, StringComparer.Ordinal).GroupBy(r => (r.Register, r.Key)))
        {
            List<(string Id, string Report)> there = await ThereAsync(of.Key.Register, of.Key.Key!, record, cancellation);
            HashSet<string> now = [.. of.Select(r => r.Report)], before = [.. there.Select(t => t.Report)];
            foreach ((string id, string report) in there.Where(t => now.Contains(t.Report)))
            {
                ids[report] = id;
            }

            // A text that the record has in another place, or of an earlier version, is no correction.
            List<string> fresh = [];
            foreach (string report in now.Where(r => !before.Contains(r)))
            {
                if (await record.ReportAsync(report, cancellation) is null)
                {
                    fresh.Add(report);
                }
            }

            string[] gone = [.. there.Where(t => !now.Contains(t.Report)).Select(t => t.Id)];
            for (int i = 0; i < fresh.Count; i++)
            {
                ids[fresh[i]] = fresh.Count == gone.Length ? gone[i] : IdOf(of.Key.Key!, there.Count + i + 1);
            }
        }

        return ids;
    }

    private static async Task<List<(string Id, string Report)>> ThereAsync(string register, string key, IRecord record, CancellationToken cancellation)
    {
        var there = new List<(string, string)>();
        while (await record.LatestOfRowAsync(register, IdOf(key, there.Count + 1), cancellation) is { } report)
        {
            there.Add((IdOf(key, there.Count + 1), report.Id));
        }

        return there;
    }

    private static string IdOf(string key, int ordinal) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key} #{ordinal}");
}
