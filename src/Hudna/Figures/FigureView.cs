using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Figures;

/// <summary>Figures as claims give them. Rejected claims are left out; nothing is added up or averaged; the order in which claims are
/// handed in does not matter.</summary>
public static class FigureView
{
    /// <summary>Series of figures, and tolls of single events: an event's dead and injured, figures linked to an incident, and small numbers of dead
    /// and injured that the reader found without a place: whatever they are of, they are not the whole war's.</summary>
    /// <param name="claims">Claims of any kind; those without a number are left out.</param>
    public static FigureBook Of(IEnumerable<ReportedClaim> claims)
    {
        List<ReportedClaim> live = [.. claims.Where(c => c.Claim.Status != ClaimStatus.Rejected).OrderBy(c => c.Claim.Id, StringComparer.Ordinal)];
        List<Figure> figures = [.. live.Where(c => c.Claim.Content is { Kind: ClaimKind.Figure, Measure: not null } && IsNumber(c.Claim.Content.Number))
            .Select(c => Of(c, c.Claim.Content.Measure!.Value, c.Claim.Content.Number!))];
        return new FigureBook(
            [
                .. figures.Where(f => !IsOfOneEvent(f))
                    .GroupBy(f => IdOf(f.Measure, f.Source.Claim.Content.Place), StringComparer.Ordinal)
                    .Select(SeriesOf)
                    .OrderBy(s => !s.IsWide).ThenBy(s => s.Measure).ThenBy(s => s.Place is not null).ThenBy(s => s.Id, StringComparer.Ordinal),
            ],
            [
                .. figures.Where(IsOfOneEvent)
                    .Concat(live.Where(c => c.Claim.Content.Kind == ClaimKind.Event).SelectMany(TollsOf))
                    .OrderByDescending(f => f.Source.Claim.Content.Time?.Last ?? f.Said ?? DateOnly.MinValue)
                    .ThenBy(f => f.Measure).ThenBy(f => f.ClaimId, StringComparer.Ordinal),
            ]);
    }

    private static bool IsOfOneEvent(Figure figure) => figure.Source.Claim is { IncidentId: not null }
        || (figure.Measure is Measure.Killed or Measure.Injured && figure.Source.Claim is { Content.Place: null or { Kind: PlaceKind.Country }, Rule: not "person" }
            && (figure.Count.High ?? figure.Count.Low) < ClaimFacts.WarDead);

    private static IEnumerable<Figure> TollsOf(ReportedClaim claim)
    {
        foreach ((Measure measure, Count? count) in new[] { (Measure.Killed, claim.Claim.Content.Dead), (Measure.Injured, claim.Claim.Content.Injured) })
        {
            if (IsNumber(count))
            {
                yield return Of(claim, measure, count!);
            }
        }
    }

    private static FigureSeries SeriesOf(IGrouping<string, Figure> figures)
    {
        Figure[] ordered = [.. figures.OrderBy(f => f.Said is null).ThenBy(f => f.Said).ThenBy(f => f.ClaimId, StringComparer.Ordinal)];
        return new FigureSeries(
            figures.Key, ordered[0].Measure, IncidentView.BestPlace([.. ordered.Select(f => f.Source.Claim)]),
            [.. ordered.Select(f => f with { Differs = FigureDifferences.Of(f, ordered) })]);
    }

    private static Figure Of(ReportedClaim claim, Measure measure, Count count) => new(claim, measure, count, Counter.Of(claim), []);

    private static bool IsNumber(Count? count) => count is { Low: not null } or { High: not null };

    private static string IdOf(Measure measure, ClaimPlace? place) =>
        place is null ? Wire.Name(measure) : $"{Wire.Name(measure)}@{IncidentView.PlaceKey(place)}";
}
