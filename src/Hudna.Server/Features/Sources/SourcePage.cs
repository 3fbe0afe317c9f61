using Hudna.Corroboration;
using Hudna.Store;

namespace Hudna.Server.Features.Sources;

/// <summary>One source with its record.</summary>
/// <param name="Source">The source and what became of what it said, counted in incidents.</param>
/// <param name="Grades">Its grades with who gave them and why; null when nobody graded it.</param>
/// <param name="Incidents">A page of its incidents, latest first, with what it did in each.</param>
/// <param name="Role">What it did in those that are listed; null for all.</param>
public sealed record SourcePage(SourceSummary Source, GradeHistory? Grades, Page<SourceIncident> Incidents, SourceRole? Role)
{
    internal static async Task<SourcePage?> FindAsync(IRecord record, string id, SourceQuery query, CancellationToken cancellation)
    {
        (SourceRole? role, int offset, _) = query.Read();
        return await record.SourceAsync(id, cancellation) is not { } source ? null : new SourcePage(
            source, await record.GradesAsync(id, cancellation),
            await record.SourceIncidentsAsync(id, role, offset, SourceQuery.PageSize, cancellation), role);
    }
}
