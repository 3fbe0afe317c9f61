using Hudna.Importing;
using Hudna.Incidents;

namespace Hudna.Store;

/// <summary>By which mapping a report is read.</summary>
public static class RecordMappings
{
    /// <summary>The mapping of a row of a table; null for a report that is none. Rows filed before mappings were kept are of Hudna's own table.</summary>
    public static async Task<Mapping?> MappingOfAsync(this IRecord record, Report report, CancellationToken cancellation) =>
        !string.Equals(report.MediaType, Intake.TableRow, StringComparison.Ordinal) ? null
        : report.Row?.MappingId is not { } id ? Layouts.OfObservations
        : (await record.MappingAsync(id, cancellation))!.Mapping; // The record takes no row whose mapping it does not keep.
}
