using Hudna.Assessment;
using Hudna.Incidents;
using Hudna.Server.Maps;
using Hudna.Store;

namespace Hudna.Server.Features.Incidents;

/// <summary>Incidents under a filter, as a list, on the map and by day. Each view is under the filter of the two others: the timeline shows
/// the days outside the chosen ones too, the map the places outside the chosen box.</summary>
/// <param name="Incidents">A page of the list.</param>
/// <param name="Days">Incidents per day, whatever days are chosen.</param>
/// <param name="Points">Incidents by place, whatever box is chosen; at most the latest 5000 incidents.</param>
/// <param name="Unplaced">How many of them have no place that a map can show.</param>
/// <param name="Outcomes">Outcomes of the assessment of each incident of the page that was assessed, by its id: one, or several where
/// lists differ.</param>
public sealed record IncidentsPage(
    Page<Incident> Incidents, IReadOnlyList<DayCount> Days, IReadOnlyList<MapPoint> Points, int Unplaced,
    IReadOnlyDictionary<string, IReadOnlyList<AssessmentOutcome>> Outcomes)
{
    private const int OnMapMax = 5000;

    internal static async Task<IncidentsPage> FindAsync(IRecord record, IncidentFilter filter, CancellationToken cancellation)
    {
        Page<Incident> list = await record.IncidentsAsync(filter, cancellation);
        IReadOnlyList<DayCount> days = await record.IncidentDaysAsync(filter with { From = null, To = null }, cancellation);
        Page<Incident> onMap = await record.IncidentsAsync(filter with { Box = null, Offset = 0, Limit = OnMapMax }, cancellation);
        var outcomes = new Dictionary<string, IReadOnlyList<AssessmentOutcome>>(StringComparer.Ordinal);
        foreach (Incident incident in list.Items)
        {
            if (await record.AssessmentAsync(incident.Id, cancellation) is { } assessment)
            {
                outcomes[incident.Id] = [.. assessment.Outcomes.Select(o => o.Outcome).Distinct()];
            }
        }

        return new IncidentsPage(list, days, MapPoint.Of(onMap.Items), onMap.Items.Count(i => !MapPoint.IsDrawn(i)), outcomes);
    }
}
