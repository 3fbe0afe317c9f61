using Hudna.Incidents;
using Hudna.Operations;
using Hudna.Reading;
using Hudna.Tests.Store;
using static Hudna.Tests.Operations.OperationClaims;

#pragma warning disable CA5394 // seeded, so that a failing order can be had again

namespace Hudna.Tests.Operations;

public sealed class OperationViewTests
{
    [Fact]
    public void Counts_StandSideBySide_AndAreNeverAddedUp()
    {
        OperationStep step = OperationSamples.Step(OperationStage.Begun, "2016-12-15", null, new OperationCount(OperationCategory.People, 90, null, "ICRC"));
        OperationView view = View(
            [step], Claim("c1", number: Number(9500), source: "Ministry", day: "2016-12-16"), Claim("c2", number: new Count(7500, null, null), source: "Ankara", day: "2016-12-16"),
            Claim("c3", number: Number(3000), source: "Observatory", who: ActorType.ArmedGroup, day: "2016-12-16"), Claim("c4"));
        Assert.Equal(
            ["ICRC People 90–", "Ankara People 7500–", "Ministry People 9500–9500", "Observatory Fighters 3000–3000"],
            view.Counts.Select(c => $"{c.Source} {c.Category} {c.Low}–{c.High}"));
        Assert.Equal((1, null, null, "c2"), (view.Counts[0].Stage, view.Counts[0].ClaimId, view.Counts[1].Stage, view.Counts[1].ClaimId));
    }

    [Fact]
    public void Completion_IsTheShareOfEachCount_FromBoundToBound()
    {
        OperationStep[] steps =
        [
            OperationSamples.Step(OperationStage.UnderWay, "2016-12-16", null, new OperationCount(OperationCategory.People, 90, 110, "A"), new OperationCount(OperationCategory.Wounded, 5, 5, "A")),
            OperationSamples.Step(OperationStage.Planned, "2016-12-14", null, new OperationCount(OperationCategory.People, 500, 500, "A")),
        ];
        OperationView view = View(
            steps, Claim("c1", number: Number(50), source: "B"), Claim("c2", number: new Count(null, 60, null), source: "C"), Claim("c3", number: Number(100), modality: Modality.Planned),
            Claim("c4", number: Number(100), modality: Modality.Negated), Claim("c5", number: Number(100), stage: OperationStage.Planned));
        CategoryCompletion people = view.Completion.Single();
        Assert.Equal(
            [("B", 0.25m, 0.5m), ("C", null, 0.6m), ("A", 0.45m, 1.1m)],
            people.Shares.Select(s => (s.Count.Source, s.Low, s.High)));
    }

    [Fact]
    public void Completion_OfNothingAgreed_IsUnknown()
    {
        Operation operation = Operation(
            "o1", OperationSamples.Plan(from: "aleppo") with { Agreed = [new AgreedNumber(OperationCategory.People, 0, null), new AgreedNumber(OperationCategory.Trucks, null, 10)] },
            OperationSamples.Step(counts: [new OperationCount(OperationCategory.People, 5, 5, "A"), new OperationCount(OperationCategory.Trucks, 4, 5, "A")]));
        OperationView view = OperationView.Of(operation, [], []);
        Assert.Equal([(null, null), (0.4m, (decimal?)null)], view.Completion.Select(c => (c.Shares.Single().Low, c.Shares.Single().High)));
    }

    [Fact]
    public void Figures_NearTheWords_AreShownOnce()
    {
        ReportedClaim claim = Claim("c1", number: Number(8500), start: 300);
        OperationView view = OperationView.Of(null, [claim],
        [
            Figure("f1", 337, 420), Figure("f2", 8500, 310), Figure("f3", 900, 505), Figure("f4", 901, 504), Figure("f5", 20, 320, "r2"), Figure("f6", 30, 320, measure: Measure.Killed), Figure("f1", 337, 420),
        ]);
        Assert.Equal(["c1", "f1", "f4"], view.Counts.Select(c => c.ClaimId).Order(StringComparer.Ordinal));
        Assert.Null(view.Counts.Single(c => c.ClaimId == "f1").At);
    }

    [Fact]
    public void Contradictions_AreOfOneDay_BetweenDifferentSources()
    {
        OperationView view = View(
            [], Claim("c1", day: "2016-12-16", stage: OperationStage.Completed, source: "Ministry"), Claim("c2", day: "2016-12-16", stage: OperationStage.Suspended, source: "Agency"),
            Claim("c3", day: "2016-12-17", stage: OperationStage.Completed, source: "Ministry"), Claim("c4", day: "2016-12-18", stage: OperationStage.Obstructed, source: "Agency"),
            Claim("c5", day: "2016-12-19", stage: OperationStage.Completed), Claim("c6", day: "2016-12-19", stage: OperationStage.Obstructed),
            Claim("c7", day: "2016-12-20", stage: OperationStage.Completed, source: "A"), Claim("c8", day: "2016-12-20", stage: OperationStage.Suspended, source: "B", modality: Modality.Negated),
            Claim("c9", day: "2016-12", stage: OperationStage.Completed, source: "A"), Claim("ca", day: "2016-12", stage: OperationStage.Suspended, source: "B"));
        OperationContradiction found = view.Contradictions.Single();
        Assert.Equal((new DateOnly(2016, 12, 16), "Ministry", "Agency"), (found.Day, found.Completed.Single().Source, found.Stopped.Single().Source));
    }

    [Fact]
    public void Contradiction_BetweenTheRecordAndASource_IsShown() => Assert.Equal(
        [(1, null, "Agency")],
        View([OperationSamples.Step(OperationStage.Completed, "2016-12-16")], Claim("c1", day: "2016-12-16", stage: OperationStage.Obstructed, source: "Agency"))
            .Contradictions.Select(c => (c.Completed.Single().Number!.Value, c.Completed.Single().Source, c.Stopped.Single().Source)));

    [Fact]
    public void Timeline_GroupsWhatIsSaidTheSameWay_InOrderOfTime()
    {
        OperationView view = View(
            [OperationSamples.Step(OperationStage.Begun, "2016-12-15")], Claim("c3", day: null), Claim("c2", day: "2016-12-15"), Claim("c1", day: "2016-12-15"),
            Claim("c4", day: "2016-12-15", modality: Modality.Negated), Claim("c5", day: null, published: "2016-12-20"));
        Assert.Equal(
            ["2016-12-15 stage 1", "2016-12-15 c1 c2", "2016-12-15 c4 Negated", "2016-12-20 c5 said", " c3 said"],
            view.Timeline.Select(m => $"{m.First:yyyy-MM-dd} {(m.Entry is { } e ? $"stage {e.Number}" : string.Join(' ', m.Claims.Select(c => c.Claim.Id)))}{(m.Modality == Modality.Asserted ? "" : $" {m.Modality}")}{(m.IsTold ? "" : " said")}"));
    }

    /// <summary>The order in which claims come changes nothing.</summary>
    [Fact]
    public void View_IsIndependentOfOrder()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            ReportedClaim[] claims =
            [
                .. Enumerable.Range(0, 15).Select(i => Claim(
                    $"c{i:D2}", day: random.Next(4) == 0 ? null : $"2016-12-{random.Next(14, 18)}", stage: (OperationStage)random.Next(6), source: $"S{random.Next(3)}",
                    modality: (Modality)random.Next(4), number: random.Next(2) == 0 ? null : Number(random.Next(5)), published: random.Next(2) == 0 ? null : "2016-12-16")),
            ];
            string expected = Print(View([OperationSamples.Step()], claims));
            random.Shuffle(claims);
            Assert.Equal(expected, Print(View([OperationSamples.Step()], claims)));
        }

        static string Print(OperationView view) => System.Text.Json.JsonSerializer.Serialize(view);
    }

    [Fact]
    public void PlanFromClaims_SaysWhatTheySay()
    {
        ProposedOperation proposed = OperationMatches.Of([], [
            Claim("c1", "east-aleppo", "2016-12-15", to: "idlib"), Claim("c2", "east-aleppo", "2016-12-22", number: Number(30), stage: OperationStage.Planned, modality: Modality.Planned),
            Claim("c3", "east-aleppo", null, published: "2017-01-10")], Known).Proposed.Single();
        OperationPlan plan = PlanFromClaims.Of(proposed, default);
        Assert.Equal(("east-aleppo", "idlib", new DateOnly(2016, 12, 15), new DateOnly(2016, 12, 22)), (plan.From.PlaceId, plan.To!.PlaceId, plan.First, plan.Last));
        Assert.Equal([new AgreedNumber(OperationCategory.People, 30, 30)], plan.Agreed);
        Assert.Equal(["c1", "c2", "c3"], plan.Pinned);
    }

    private static OperationView View(OperationStep[] steps, params ReportedClaim[] claims) => OperationView.Of(Operation("o1", null, steps), claims, []);

    private static Count Number(decimal number) => new(number, number, null);
}
