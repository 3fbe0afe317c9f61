using System.Text.Json;
using Hudna.Acts;
using Hudna.Linking;
using Hudna.Reading;

namespace Hudna.Tests.Linking;

public sealed class WeightsLearnerTests
{
    private static readonly Gazetteer Sides = new(
        new Dictionary<string, PlaceEntry>(StringComparer.Ordinal),
        new[] { "side", "people" }.SelectMany(n => Enumerable.Range(0, 4).Select(i => $"{n} {i}")).ToDictionary(
            n => n, n => new ActorEntry(n, n, [], ActorType.ArmedGroup, "faction", null, [], null, null, "test"), StringComparer.Ordinal));

    private static readonly WeightsLearner Learner = new(Sides, new LinkOptions());

    [Fact]
    public void Learn_DoesNotDependOnTheOrder_AndIsFitForUse()
    {
        List<Telling> tellings = Tellings(1, 200, out _);
        LinkWeights learned = Learner.Learn(tellings);
        Assert.Null(learned.Problem());
        Assert.Equal(JsonSerializer.Serialize(learned), JsonSerializer.Serialize(Learner.Learn([.. tellings.AsEnumerable().Reverse()])));
        Assert.Equal(1, learned.ActShares.Values.Sum(), 0.001);
        Assert.Equal(1, learned.TollShares.Sum(), 0.001);
    }

    [Fact]
    public void Learn_FromTooFew_SaysHowManyItTakes() =>
        Assert.Contains("at least 200", Assert.Throws<LinkInputException>(() => Learner.Learn([.. Tellings(1, 40, out _).Take(199)])).Message, StringComparison.Ordinal);

    /// <summary>On reports like those that the shipped weights were rounded from, what is learned serves as well.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Learned_LinkAsWellAsShipped(int seed)
    {
        List<Telling> tellings = Tellings(seed, 300, out Dictionary<string, int> truth);
        double shipped = Quality(LinkWeights.Shipped, tellings, truth), learned = Quality(Learner.Learn(tellings), tellings, truth);
        Assert.True(learned > shipped - 0.03 && learned > 0.8, $"F1 {learned:0.000} learned, {shipped:0.000} shipped");
    }

    [Fact]
    public void Problem_NamesWhatCannotBeUsed()
    {
        LinkWeights good = LinkWeights.Shipped;
        Assert.Null(good.Problem());
        Assert.StartsWith("share", (good with { Share = 1 }).Problem(), StringComparison.Ordinal);
        Assert.StartsWith("m, u", (good with { M = [] }).Problem(), StringComparison.Ordinal);
        Assert.StartsWith("log_density", (good with { LogDensity = [1, double.NaN] }).Problem(), StringComparison.Ordinal);
        Assert.StartsWith("shares", (good with { TollShares = [0] }).Problem(), StringComparison.Ordinal);
    }

    private static List<Telling> Tellings(int seed, int incidents, out Dictionary<string, int> truth)
    {
        List<(LinkReport Report, int Incident)> reports = SyntheticReports.Of(seed, incidents);
        truth = reports.ToDictionary(r => r.Report.Id, r => r.Incident, StringComparer.Ordinal);
        return [.. reports.Select(r => new Telling(r.Report, "report " + r.Report.Id, true, [new TellingClaim(r.Report.Id, null, false)]))];
    }

    // Pairwise F1.
    private static double Quality(LinkWeights weights, List<Telling> tellings, Dictionary<string, int> truth)
    {
        var record = new TellingList(tellings);
        record.Apply(new StreamLinker(Sides, weights).Plan(record, [.. tellings.Select(t => t.ReportId)], []));
        var found = tellings.Select(t => (Incident: record.IncidentOf(t.Id), Truth: truth[t.Id])).ToList();
        double both = Pairs(found.GroupBy(f => f)), ours = Pairs(found.GroupBy(f => f.Incident)), theirs = Pairs(found.GroupBy(f => f.Truth));
        return 2 * both / (ours + theirs);

        static double Pairs<TKey, T>(IEnumerable<IGrouping<TKey, T>> groups) => groups.Sum(g => g.Count() * (g.Count() - 1) / 2.0);
    }

    /// <summary>Tellings of one claim each, linked once.</summary>
    private sealed class TellingList(List<Telling> tellings) : ITellings
    {
        private readonly Dictionary<string, string> incidents = new(StringComparer.Ordinal);

        public string IncidentOf(string id) => incidents[id];

        public void Apply(IReadOnlyList<PlannedAct> acts)
        {
            foreach (PlannedAct act in acts)
            {
                if (act.Body is ClaimLinked linked)
                {
                    incidents[act.Subject] = linked.IncidentId;
                }
            }
        }

        public IReadOnlyList<Telling> Near(TellingArea area) => [.. tellings.Where(t => TellingArea.Of(t.Report) is { } other && other.First <= area.Last && other.Last >= area.First)];

        public IReadOnlyList<Telling> OfReport(string reportId) => [.. tellings.Where(t => t.ReportId == reportId)];

        public IReadOnlyList<TellingClaim> Strays(string reportId) => [];

        public IReadOnlyList<Telling> OfIncident(string incidentId) => [];

        public int Number(string incidentId) => 0;

        public int LastIncidentNumber() => 0;

        public bool IsRuledOn(string incidentId) => false;

        public IReadOnlyList<PossibleIncident> Possible(string incidentId) => [];
    }
}
