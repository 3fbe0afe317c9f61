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

    private readonly SideRelations sides = new(gazetteer);
    private readonly FellegiSunter levels = weights.Levels();

    /// <summary>The acts that follow from a change: incidents opened, claims linked and taken away, incidents noted as possibly one. In the order in which they
    /// must be appended; none when all stands as it should.</summary>
    /// <param name="tellings">The record's tellings as the change left them.</param>
    /// <param name="reports">Reports whose tellings changed.</param>
    /// <param name="incidents">Incidents whose claims changed.</param>
    public IReadOnlyList<PlannedAct> Plan(ITellings tellings, IReadOnlyCollection<string> reports, IReadOnlyCollection<string> incidents)
    {
        var changes = new IncidentChanges(tellings);
        HashSet<string> placed = new(StringComparer.Ordinal);
        IEnumerable<Telling> seeds = reports.Order(StringComparer.Ordinal).SelectMany(tellings.OfReport)
            .Concat(incidents.Order(StringComparer.Ordinal).SelectMany(tellings.OfIncident));
        foreach (Telling seed in seeds)
        {
            if (!placed.Contains(seed.Id))
            {
                LinkPart part = new(tellings, weights, levels, sides.Relate);
                part.Grow(seed);
                placed.UnionWith(part.Members.Select(m => m.Id));
                changes.Add(part.Link());
            }
        }

        foreach (string report in reports.Order(StringComparer.Ordinal))
        {
            changes.Add(tellings.Strays(report));
        }

        return changes.Acts;
    }
}
