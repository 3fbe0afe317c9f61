using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Linking;

/// <summary>Keeps a record's incidents right while tellings come, change and go: looks at no more than what hangs together with those that changed, and puts
/// that part into incidents anew. What comes out depends on the tellings there are, on people's decisions and on the weights, not on the order of arrival;
/// only which number an incident bears does. Safe to use from several threads.</summary>
/// <param name="gazetteer">What actors belong to.</param>
/// <param name="weights">By what is linked.</param>
public sealed class StreamLinker(Gazetteer gazetteer, LinkWeights weights)
{
    /// <summary>Who the machine's linking acts are by.</summary>
    public const string By = "machine:linker/2";

    /// <summary>Tellings at most that one report puts into incidents anew: it is not to wait. Many reports together take the time that it takes.</summary>
    private const int PartFew = 120, PartMany = 5_000;

    private const int FewReports = 20;

    private readonly SideRelations sides = new(gazetteer);
    private readonly FellegiSunter levels = weights.Levels();

    /// <summary>The acts that follow from a change: incidents opened, claims linked and taken away, incidents noted as possibly one. In the order in which they
    /// must be appended; none when all stands as it should.</summary>
    /// <param name="tellings">The record's tellings as the change left them.</param>
    /// <param name="reports">Reports whose tellings changed.</param>
    /// <param name="incidents">Incidents whose claims changed.</param>
    public IReadOnlyList<PlannedAct> Plan(ITellings tellings, IReadOnlyCollection<string> reports, IReadOnlyCollection<string> incidents)
    {
        int most = reports.Count > FewReports ? PartMany : PartFew;
        var plan = new PlannedTellings(tellings);
        var changes = new IncidentChanges(plan);
        HashSet<string> placed = new(StringComparer.Ordinal);
        foreach (Telling seed in (Telling[])[.. reports.Order(StringComparer.Ordinal).SelectMany(tellings.OfReport), .. incidents.Order(StringComparer.Ordinal).SelectMany(tellings.OfIncident)])
        {
            if (placed.Add(seed.Id))
            {
                LinkPart part = new(plan, weights, levels, sides.Relate, most);
                part.Grow(plan.Now(seed));
                placed.UnionWith(part.Placed.Select(m => m.Id));
                changes.Add(part.Link());
            }
        }

        foreach (string report in reports.Order(StringComparer.Ordinal))
        {
            changes.Add(tellings.Strays(report));
        }

        return plan.Acts;
    }
}
