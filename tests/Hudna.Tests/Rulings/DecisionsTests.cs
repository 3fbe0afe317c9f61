using FsCheck;
using FsCheck.Fluent;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Rulings;
using Hudna.Tests.Store;

namespace Hudna.Tests.Rulings;

public sealed class DecisionsTests
{
    private static readonly DateOnly Today = new(2017, 1, 15);

    /// <summary>Members' findings by position (null: none), and an order to hand findings in.</summary>
    private static readonly Gen<(Ruling?[] Votes, int[] Order)> Rounds =
        from count in Gen.Choose(0, 5)
        from votes in Gen.ArrayOf(Gen.Elements<Ruling?>(null, Ruling.Pending, Ruling.Violation, Ruling.Violation, Ruling.NoViolation, Ruling.CannotConfirm), count)
        from order in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        select (votes, order);

    private static Commission Of(int members, DecisionRule rule) => MechanismSamples.Agreement(rule).Commissions[0] with
    {
        Members = [.. Enumerable.Range(0, members).Select(n => new CommissionMember($"a{n}", default))],
        ChairId = rule == DecisionRule.Chair ? "a0" : null,
    };

    private static List<Desk> DesksOf(int count) => [.. Enumerable.Range(0, count).Select(n => new Desk
    {
        Id = $"d{n}",
        Name = MechanismSamples.Text("Desk"),
        Role = DeskRole.Guarantor,
        ActorId = $"a{n}",
        Members = [new DeskMember($"P{n}", default)],
    })];

    private static List<Finding> FindingsOf(Ruling?[] votes, IEnumerable<int> order) => [.. order.Where(n => votes[n] is not null)
        .Select(n => new Finding("i1", $"d{n}", MechanismSamples.Content(votes[n]!.Value), n + 1, $"P{n}", n))];

    // What the rule says, counted apart from the code.
    private static bool Carries(DecisionRule rule, Ruling?[] votes, Ruling ruling) => ruling != Ruling.Pending && votes.Length > 0 && (rule switch
    {
        DecisionRule.Consensus => Array.TrueForAll(votes, v => v == ruling),
        DecisionRule.Majority => votes.Count(v => v == ruling) > votes.Length / 2.0,
        _ => votes[0] == ruling,
    });

    [Fact]
    public void Determination_IsAcceptedOnlyWhenTheFindingsCarryIt_InWhateverOrder() => Prop.ForAll(
        Rounds.ToArbitrary(),
        round => Array.TrueForAll(Enum.GetValues<DecisionRule>(), rule => Array.TrueForAll(Enum.GetValues<Ruling>(), ruling =>
        {
            Agreement agreement = MechanismSamples.Agreement() with { Commissions = [Of(round.Votes.Length, rule)] };
            List<Desk> desks = DesksOf(round.Votes.Length + 1);
            List<Finding> findings = FindingsOf(round.Votes, round.Order);
            Standing standing = Decisions.Carried(agreement.Commissions[0], Today, desks, findings, ruling);
            var content = new DeterminationContent(ruling, null, ruling == Ruling.Violation ? ["1"] : [], Today, string.Empty, standing.Rests);
            ActProblem? problem = RulingCheck.Determination(
                new RulingGround(true, null, agreement, desks, findings, null), Samples.Act("i1", new DeterminationMade(0, content), "P0"));
            Ruling? possible = Decisions.Possible(agreement.Commissions[0], Today, desks, findings);
            bool expected = Carries(rule, round.Votes, ruling);
            return (problem is null) == expected && standing.IsCarried == expected && (standing.Reason is null) == expected
                && (possible == ruling) == expected && standing.Rests.Count == findings.Count;
        }))).QuickCheckThrowOnFailure();

    [Fact]
    public void Standing_DoesNotDependOnTheOrderOfFindings() => Prop.ForAll(
        Rounds.ToArbitrary(),
        round =>
        {
            Standing one = Of(round.Order), two = Of(Enumerable.Range(0, round.Votes.Length));
            return one.Reason == two.Reason && one.Dissent.SequenceEqual(two.Dissent) && one.Silent.SequenceEqual(two.Silent) && one.Rests.SequenceEqual(two.Rests);

            Standing Of(IEnumerable<int> order) => Decisions.Carried(
                DecisionsTests.Of(round.Votes.Length, DecisionRule.Consensus), Today, DesksOf(round.Votes.Length), FindingsOf(round.Votes, order), Ruling.Violation);
        }).QuickCheckThrowOnFailure();

    /// <summary>Each member speaks, differs or is silent, and only one of these.</summary>
    [Fact]
    public void Standing_EveryMemberIsWithItDissentsOrIsSilent() => Prop.ForAll(
        Rounds.ToArbitrary(),
        round =>
        {
            Standing standing = Decisions.Carried(
                Of(round.Votes.Length, DecisionRule.Majority), Today, DesksOf(round.Votes.Length), FindingsOf(round.Votes, round.Order), Ruling.Violation);
            return standing.Dissent.Count + standing.Silent.Count + round.Votes.Count(v => v == Ruling.Violation) == round.Votes.Length;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(DecisionRule.Consensus, "consensus of 3 is not there: d0 violation, d1 pending, a2 has no finding")]
    [InlineData(DecisionRule.Majority, "a majority, 2 of 3, is not there: d0 violation, d1 pending, a2 has no finding")]
    [InlineData(DecisionRule.Chair, "the chair a2 has not found violation: d0 violation, d1 pending, a2 has no finding")]
    public void Carried_Not_SaysWhoStandsHow(DecisionRule rule, string reason)
    {
        Commission commission = Of(3, rule) with { ChairId = "a2" };
        Standing standing = Decisions.Carried(commission, Today, DesksOf(2), FindingsOf([Ruling.Violation, Ruling.Pending], [0, 1]), Ruling.Violation);
        Assert.Equal(reason, standing.Reason);
        Assert.Equal(["a1", "a2"], standing.Silent);
    }

    [Fact]
    public void Carried_OnADay_CountsThatDaysMembersOnly()
    {
        Commission commission = MechanismSamples.Agreement().Commissions[0];
        List<Desk> desks = [.. MechanismSamples.Desks().Select(a => DeskState.Apply(null, a))];
        Finding[] findings = [.. new[] { "russia", "turkiye" }.Select(d => new Finding("i1", d, MechanismSamples.Content(), 1, "x", 1))];
        Assert.Equal(Ruling.Violation, Decisions.Possible(commission, new DateOnly(2017, 1, 23), desks, findings));
        Assert.Null(Decisions.Possible(commission, new DateOnly(2017, 1, 24), desks, findings));
    }

    [Fact]
    public void DeskOf_Actor_IsTheGuarantorsDeskElseTheFirst()
    {
        List<Desk> desks = DesksOf(2);
        desks = [desks[0] with { Id = "field", Role = DeskRole.Observer }, desks[0] with { Id = "camp", Role = DeskRole.Liaison }, .. desks];
        Assert.Equal("d0", Decisions.DeskOf("a0", desks)!.Id);
        Assert.Equal("field", Decisions.DeskOf("a0", desks[..2])!.Id);
        Assert.Null(Decisions.DeskOf("a9", desks));
    }
}
