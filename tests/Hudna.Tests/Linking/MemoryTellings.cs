using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Tests.Store;

namespace Hudna.Tests.Linking;

/// <summary>A record's claims in memory, linked as a store would have them linked.</summary>
/// <param name="linker">Links.</param>
/// <param name="asked">True answers what is asked for and no more; false gives all there is each time.</param>
internal sealed class MemoryTellings(StreamLinker linker, bool asked = true) : ITellings
{
    private readonly SortedDictionary<string, Claim> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Report> reports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), PossibleIncident> possible = [];

    private readonly Dictionary<string, IReadOnlyList<Telling>> known = new(StringComparer.Ordinal);

    public HashSet<string> RuledOn { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<(string, string), PossibleIncident> AllPossible => possible;

    public IEnumerable<Claim> Claims => claims.Values;

    /// <summary>Ids of the claims of each incident, in order: the partition, whatever the numbers.</summary>
    public IReadOnlyList<string> Partition =>
        [.. claims.Values.Where(c => c.IncidentId is not null).GroupBy(c => c.IncidentId).Select(g => string.Join(' ', g.Select(c => c.Id))).Order(StringComparer.Ordinal)];

    public Claim this[int n] => claims[Id(n)];

    public int? NumberOf(int n) => this[n].IncidentId is { } id ? numbers[id] : null;

    public static string Id(int n) => $"c{n:D16}";

    /// <summary>A report of one claim comes in.</summary>
    public IReadOnlyList<PlannedAct> Add(int n, ClaimContent content, string? source = null, Func<Claim, Claim>? change = null)
    {
        var claim = new Claim { Id = Id(n), ReportId = $"r{n:D16}", Content = content, Proposed = content, Rule = "event.test" };
        return Add(
            new Report
            {
                Id = claim.ReportId,
                Kind = ReportKind.Article,
                Sources = [Samples.Source(source ?? $"Source {n}")],
                Text = content.Text,
                OriginalSha256 = "none",
                MediaType = "text/plain",
                Encoding = "utf-8",
            },
            change?.Invoke(claim) ?? claim);
    }

    public IReadOnlyList<PlannedAct> Add(Report report, params IEnumerable<Claim> own)
    {
        reports[report.Id] = report;
        foreach (Claim claim in own)
        {
            Put(claim);
        }

        return Follow([report.Id], []);
    }

    /// <summary>A person decides.</summary>
    public IReadOnlyList<PlannedAct> Decide(string subject, ActBody body)
    {
        string?[] touched = [claims.GetValueOrDefault(subject)?.IncidentId, null];
        var act = new Act(0, Samples.Noon, "Desk A", subject, body);
        if (body is IncidentOpened { Number: var number })
        {
            numbers[subject] = number;
            return [];
        }

        Assert.Null(ActCheck.OnClaim(claims[subject], reports[claims[subject].ReportId].Text, act));
        Put(ClaimState.Apply(claims[subject], act));
        touched[1] = claims[subject].IncidentId;
        return Follow([claims[subject].ReportId], [.. touched.OfType<string>()]);
    }

    public IReadOnlyList<PlannedAct> Follow(IReadOnlyCollection<string> ofReports, IReadOnlyCollection<string> ofIncidents)
    {
        IReadOnlyList<PlannedAct> acts = linker.Plan(this, ofReports, ofIncidents);
        foreach (PlannedAct planned in acts)
        {
            switch (planned.Body)
            {
                case IncidentOpened opened:
                    Assert.Equal(LastIncidentNumber() + 1, opened.Number);
                    numbers.Add(planned.Subject, opened.Number);
                    break;
                case PossibleIncidentNoted noted:
                    Assert.True(numbers[planned.Subject] < numbers[noted.OtherId]);
                    possible.Remove((planned.Subject, noted.OtherId));
                    if (noted.Evidence is { } evidence)
                    {
                        possible[(planned.Subject, noted.OtherId)] = new PossibleIncident(planned.Subject, noted.OtherId, evidence);
                    }

                    break;
                default:
                    var act = new Act(0, Samples.Noon, StreamLinker.By, planned.Subject, planned.Body);
                    Assert.Null(ActCheck.OnClaim(claims[planned.Subject], string.Empty, act));
                    Put(ClaimState.Apply(claims[planned.Subject], act));
                    break;
            }
        }

        return acts;
    }

    public IReadOnlyList<Telling> Near(TellingArea area) => [.. All().Where(t => !asked || IsNear(area, t))];

    public IReadOnlyList<Telling> OfReport(string reportId)
    {
        if (!known.TryGetValue(reportId, out IReadOnlyList<Telling>? tellings))
        {
            known[reportId] = tellings = Tellings.Of(reports[reportId], claims.Values.Where(c => c.ReportId == reportId));
        }

        return tellings;
    }

    public IReadOnlyList<TellingClaim> Strays(string reportId) =>
        Tellings.StraysOf(claims.Values.Where(c => c.ReportId == reportId), OfReport(reportId).SelectMany(t => t.Claims).Select(c => c.Id).ToHashSet(StringComparer.Ordinal));

    public IReadOnlyList<Telling> OfIncident(string incidentId) => [.. All().Where(t => t.Claims.Any(c => c.IncidentId == incidentId))];

    public int Number(string incidentId) => numbers[incidentId];

    public int LastIncidentNumber() => numbers.Values.DefaultIfEmpty().Max();

    public bool IsRuledOn(string incidentId) => RuledOn.Contains(incidentId);

    public IReadOnlyList<PossibleIncident> Possible(string incidentId) => [.. possible.Values.Where(p => p.IncidentId == incidentId || p.OtherId == incidentId)];

    private void Put(Claim claim)
    {
        claims[claim.Id] = claim;
        known.Remove(claim.ReportId);
    }

    private IEnumerable<Telling> All() => reports.Keys.Order(StringComparer.Ordinal).SelectMany(OfReport);

    private static bool IsNear(TellingArea area, Telling telling)
    {
        if (TellingArea.Of(telling.Report) is not { } other || other.First > area.Last || other.Last < area.First)
        {
            return false;
        }

        return area.Box is { } a && other.Box is { } b
            ? a.South <= b.North && b.South <= a.North && a.West <= b.East && b.West <= a.East
            : area.Place is not null && area.Place == other.Place;
    }
}
