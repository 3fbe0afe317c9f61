using Hudna.Figures;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Store;

namespace Hudna.Server.Features.Figures;

/// <summary>Figures: each number as its source gives it, never added up, never averaged.</summary>
/// <param name="Series">Series with all their numbers, of the conflict first.</param>
/// <param name="Tolls">Numbers of one event each, newest first.</param>
/// <param name="Incidents">Numbers of the incidents that the tolls' claims are linked to, by incident id.</param>
public sealed record FiguresPage(IReadOnlyList<FigureSeries> Series, IReadOnlyList<Figure> Tolls, IReadOnlyDictionary<string, int> Incidents)
{
    private static readonly ClaimKind[] Kinds = [ClaimKind.Figure, ClaimKind.Event];

    /// <param name="record">The record.</param>
    /// <param name="measure">What is counted; null for all.</param>
    /// <param name="filter">Which numbers; marks of contradiction are those of the whole series.</param>
    /// <param name="cancellation">Cancels.</param>
    internal static async Task<FiguresPage> FindAsync(IRecord record, Measure? measure, FigureFilter filter, CancellationToken cancellation)
    {
        FigureBook book = FigureView.Of(await record.AllReportedClaimsAsync(new ClaimFilter { Kinds = Kinds, Live = true }, cancellation));
        Figure[] tolls = [.. book.Tolls.Where(t => (measure is null || t.Measure == measure) && filter.Fits(t))];
        return new FiguresPage(
            [
                .. book.Series.Where(s => measure is null || s.Measure == measure)
                    .Select(s => s with { Figures = [.. s.Figures.Where(filter.Fits)] }).Where(s => s.Figures.Count > 0),
            ],
            tolls, await ClaimDays.IncidentNumbersAsync(record, tolls.Select(t => t.Source.Claim), cancellation));
    }
}
