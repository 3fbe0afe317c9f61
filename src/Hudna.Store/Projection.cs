using Hudna.Acts;
using Hudna.Corroboration;
using Hudna.Incidents;
using Hudna.Linking;

namespace Hudna.Store;

/// <summary>Applies acts to the views. The states are pure folds; this keeps those that a run of acts touches, and derives anew the
/// incidents whose claims or sources changed.</summary>
internal sealed class Projection
{
    private readonly IViewTables views;
    private readonly MechanismProjection mechanism;
    private readonly Dictionary<string, (Report State, long? ReadAct)> reports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<OutletMention>> outlets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Claim State, long? ProposedAct)> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> opened = new(StringComparer.Ordinal);
    // The latest report of each row that this run of acts touches; null after one was superseded and before the next is filed.
    private readonly Dictionary<(string Register, string Id), string?> latest = [];
    private (string Id, Report? State)? looked;
    private readonly HashSet<string> added = new(StringComparer.Ordinal);

    // With the sequence number of the last act that changed each.
    private readonly SortedDictionary<string, long> staleIncidents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> staleSources = new(StringComparer.Ordinal);
    private readonly SortedSet<string> staleTellings = new(StringComparer.Ordinal);
    private readonly SortedSet<string> touchedReports = new(StringComparer.Ordinal);
    private readonly SortedSet<string> touchedIncidents = new(StringComparer.Ordinal);
    private bool areAllStale;
    private int? lastNumber;

    public Projection(IViewTables views)
    {
        this.views = views;
        mechanism = new MechanismProjection(
            views, FactsOf, id => Report(id) is not null, Claim, n => n >= 1 && n <= (lastNumber ??= views.LastIncidentNumber()), HasSource);
    }

    /// <summary>What forbids an act now; null when nothing does.</summary>
    public ActProblem? Problem(Act act) => ActCheck.Header(act) ?? act.Body switch
    {
        ReportFiled filed when !views.HasOriginal(filed.OriginalSha256) =>
            new ActProblem(false, $"The original {filed.OriginalSha256} of report {act.Subject} was not handed in."),
        ReportFiled { Row.MappingId: { } mapping } when views.Mapping(mapping) is null =>
            new ActProblem(false, $"Report {act.Subject} is read by mapping {mapping}, which is not kept."),
        ReportFiled { Row: { Register: { } register, Id: { } id } } when Report(act.Subject) is null && LatestOf(register, id) is { } other =>
            new ActProblem(true, $"Report {other} is the latest of row {id} of {register}: it is to be superseded first."),
        ReportRemapped { MappingId: var mapping } when views.Mapping(mapping) is null =>
            new ActProblem(false, $"Report {act.Subject} cannot be read by mapping {mapping}, which is not kept."),
        var body when MappingState.Takes(body) => MappingState.Problem(views.Mapping(act.Subject), act),
        var body when ReportState.Takes(body) => ActCheck.OnReport(Report(act.Subject), act),
        ClaimProposed proposed => ActCheck.OnClaim(Claim(act.Subject), Report(proposed.ReportId)?.Text, act),
        ClaimLinked linked when Number(linked.IncidentId) is null =>
            new ActProblem(false, $"There is no incident {linked.IncidentId} to link claim {act.Subject} to."),
        ClaimBarred barred when Number(barred.IncidentId) is null =>
            new ActProblem(false, $"There is no incident {barred.IncidentId} to bar claim {act.Subject} from."),
        ClaimEdited => Claim(act.Subject) is { } claim
            ? ActCheck.OnClaim(claim, Report(claim.ReportId)?.Text, act) : ActCheck.OnClaim(null, null, act),
        var body when ClaimState.Takes(body) => ActCheck.OnClaim(Claim(act.Subject), null, act),
        IncidentOpened open => Opening(act.Subject, open),
        PossibleIncidentNoted noted => Noting(act, noted),
        LinkWeightsAdopted adopted => adopted.Weights.Problem() is { } problem ? new ActProblem(false, $"weights: {problem}.") : null,
        var body when MechanismProjection.Takes(body) => mechanism.Problem(act),
        _ => ActCheck.OnAddition(added.Contains(act.Subject) || views.IsAdded(act.Subject), act),
    };

    /// <summary>Applies an act that was checked.</summary>
    public void Apply(Act act)
    {
        switch (act.Body)
        {
            case IncidentOpened open:
                opened[act.Subject] = open.Number;
                lastNumber = open.Number;
                MarkStale(act.Subject, act.Sequence);
                views.Put(
                    IncidentView.Of(act.Subject, open.Number, [], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)), act.Sequence);
                break;
            case var body when ReportState.Takes(body):
                long? read = body is ReportRead ? act.Sequence : reports.GetValueOrDefault(act.Subject).ReadAct;
                Report filed = ReportState.Apply(Report(act.Subject), act);
                reports[act.Subject] = (filed, read);
                if (body is ReportRead { Reading: var reading })
                {
                    outlets[act.Subject] = OutletMention.Of(reading);
                }

                if (filed.Row is { Register: { } register, Id: { } id } && body is ReportFiled or ReportSuperseded)
                {
                    latest[(register, id)] = body is ReportFiled ? act.Subject : null;
                }

                if (body is ReportSourceNoted)
                {
                    staleSources[act.Subject] = act.Sequence;
                }

                break;
            case var body when ClaimState.Takes(body):
                Claim? before = Claim(act.Subject);
                Claim after = ClaimState.Apply(before, act);
                claims[act.Subject] = (after, body is ClaimProposed ? act.Sequence : claims.GetValueOrDefault(act.Subject).ProposedAct);
                MarkStale(before?.IncidentId, act.Sequence);
                MarkStale(after.IncidentId, act.Sequence);
                staleTellings.Add(after.ReportId);
                if (before?.IncidentId is { } left && after.IncidentId is { } joined && left != joined)
                {
                    views.PutHeir(left, joined);
                }

                break;
            case PossibleIncidentNoted noted:
                views.PutPossible(act.Subject, noted.OtherId, noted.Evidence);
                break;
            case LinkWeightsAdopted adopted:
                views.Put(new AdoptedWeights(adopted.Weights, adopted.Tellings, act.At, act.By, act.Sequence));
                break;
            case var body when MappingState.Takes(body):
                views.Put(MappingState.Apply(views.Mapping(act.Subject), act));
                break;
            case var body when MechanismProjection.Takes(body):
                mechanism.Apply(act);
                areAllStale |= AgreementState.Takes(body);
                break;
            default:
                // A new actor or place can change who belongs to whom, and what lies where.
                added.Add(act.Subject);
                areAllStale = true;
                break;
        }
    }

    /// <summary>Writes the states that changed; incidents wait for <see cref="Finish"/>. To be called now and then on long runs.</summary>
    public void Flush()
    {
        // In order of arrival: a report is compared with those that were there before it.
        foreach ((Report report, long? read) in reports.Values.OrderBy(r => r.State.FiledAct))
        {
            views.Put(report, read);
        }

        foreach ((string report, IReadOnlyList<OutletMention> named) in outlets)
        {
            views.PutOutlets(report, named);
        }

        foreach ((Claim claim, long? proposed) in claims.Values)
        {
            views.Put(claim, proposed);
        }

        reports.Clear();
        looked = null;
        outlets.Clear();
        claims.Clear();
        latest.Clear();
    }

    /// <summary>Writes everything, derives the incidents that changed and notes that they are to be assessed again; all are when the
    /// agreement changed.</summary>
    public void Finish()
    {
        Flush();
        foreach (string reportId in staleTellings)
        {
            views.PutTellings(reportId, Tellings.Of(Report(reportId)!, views.ClaimsIn(reportId)));
        }

        touchedReports.UnionWith(staleTellings);
        touchedIncidents.UnionWith(staleIncidents.Keys);
        foreach ((string reportId, long sequence) in staleSources)
        {
            foreach (string id in views.IncidentsOf(reportId))
            {
                MarkStale(id, sequence);
            }
        }

        foreach ((string id, long changed) in staleIncidents)
        {
            Derive(id, changed);
            views.MarkStale(id);
        }

        if (areAllStale)
        {
            views.MarkAllStale();
        }

        staleIncidents.Clear();
        staleSources.Clear();
        staleTellings.Clear();
        areAllStale = false;
    }

    /// <summary>What the acts so far changed, for what follows for the links. After <see cref="Finish"/>.</summary>
    public LinkChange LinkChange() => new(views, [.. touchedReports], [.. touchedIncidents], views.WeightsAct(), views.Weights);

    private void Derive(string id, long changed)
    {
        IReadOnlyList<Claim> linked = views.ClaimsOf(id);
        List<SourceReport> told = [.. linked.Select(c => c.ReportId).Distinct(StringComparer.Ordinal).Select(views.SourceReport).OfType<SourceReport>()];
        Incident incident = IncidentView.Of(
            id, Number(id)!.Value, linked,
            told.ToDictionary(r => r.Id, r => (IReadOnlyList<string>)[.. r.Sources.Select(s => s.Name)], StringComparer.Ordinal));
        IncidentCorroboration corroboration = CorroborationView.Of(
            incident, linked, told, told.Count < 2 ? [] : [.. told.SelectMany(r => views.CopiesOf(r.Id)).Distinct()]);
        views.Put(incident with { Corroboration = CorroborationView.Summary(corroboration) }, changed);
        views.Put(id, corroboration);
    }

    private bool HasSource(string id)
    {
        Flush();
        return views.HasSource(id);
    }

    private void MarkStale(string? incidentId, long sequence)
    {
        if (incidentId is not null)
        {
            staleIncidents[incidentId] = Math.Max(sequence, staleIncidents.GetValueOrDefault(incidentId));
        }
    }

    // What is judged by an incident's days or changes needs it as the acts so far make it.
    private IncidentFacts? FactsOf(string id)
    {
        if (staleIncidents.ContainsKey(id) || staleSources.Count > 0)
        {
            Finish();
        }

        return views.Facts(id);
    }

    private ActProblem? Opening(string id, IncidentOpened open)
    {
        int next = (lastNumber ??= views.LastIncidentNumber()) + 1;
        return open.Number != next ? new ActProblem(true, $"The next incident's number is {next}, not {open.Number}: look again.")
            : Number(id) is not null ? new ActProblem(true, $"Incident {id} is already open.")
            : null;
    }

    private ActProblem? Noting(Act act, PossibleIncidentNoted noted) =>
        Number(act.Subject) is not { } one ? new ActProblem(false, $"There is no incident {act.Subject}.")
        : Number(noted.OtherId) is not { } other ? new ActProblem(false, $"There is no incident {noted.OtherId}.")
        : one >= other ? new ActProblem(false, $"other_id: an incident opened after {act.Subject} is expected.")
        : null;

    // Reports and claims that are only looked at are not kept: a reader's text may be large.
    // The last one is: an act is first checked against it and then applied to it.
    private Report? Report(string id)
    {
        if (reports.TryGetValue(id, out var known))
        {
            return known.State;
        }

        if (looked is not { } last || !string.Equals(last.Id, id, StringComparison.Ordinal))
        {
            looked = (id, views.Report(id));
        }

        return looked.Value.State;
    }

    private string? LatestOf(string register, string id) => latest.TryGetValue((register, id), out string? known) ? known : views.LatestOfRow(register, id);

    private Claim? Claim(string id) => claims.TryGetValue(id, out var known) ? known.State : views.Claim(id);

    private int? Number(string id) => opened.TryGetValue(id, out int number) ? number : views.Incident(id)?.Number;
}
