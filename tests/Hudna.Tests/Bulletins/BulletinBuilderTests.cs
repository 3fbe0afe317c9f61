using System.Text;
using Hudna.Assessment;
using Hudna.Bulletins;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Rulings;
using static Hudna.Tests.Bulletins.BulletinSample;

namespace Hudna.Tests.Bulletins;

#pragma warning disable CA5394 // Seeded on purpose: a failure is the same again.

/// <summary>Expected numbers were counted by hand from <see cref="BulletinSample"/>.</summary>
public sealed class BulletinBuilderTests
{
    private static readonly BulletinContent Built = BulletinBuilder.Build(Input());

    [Fact]
    public void Incidents_AreThoseOfTheDay() => Assert.Equal([1, 2, 3, 4], Built.Incidents.Select(i => i.Number));

    [Fact]
    public void Total_CountsEveryOutcomeOnce()
    {
        BulletinFigures t = Built.Total;
        Assert.Equal((4, 1, 0, 0, 1, 1, 1), (t.Incidents, t.ApparentViolations, t.NoViolation, t.OutsideScope, t.CannotBeAssessed, t.ListsDiffer, t.NotAssessed));
        Assert.Equal([new ListerFigures("russia", 1, 0, 1, 1), new ListerFigures("turkiye", 2, 0, 0, 1)], t.Listers);
    }

    /// <summary>The envoy's desk is no guarantor's, and a pending finding is no ruling.</summary>
    [Fact]
    public void Rulings_AreTheGuarantors()
    {
        BulletinFigures t = Built.Total;
        Assert.Equal((1, 1, 0, 2), (t.Agreed, t.Diverging, t.OneRuled, t.NotRuled));
        Assert.Equal([new DeskFigures("russia", 1, 0, 1, 0, 0, 1, 1), new DeskFigures("turkiye", 2, 0, 0, 0, 0, 0, 2)], t.Desks);
        Assert.Equal([2], Built.Divergences);
    }

    /// <summary>5 to 9 killed by two incidents, best 5 + 2; of two nobody says. One of those injured has no best number: there is no best sum.</summary>
    [Fact]
    public void Tolls_AddWhatIsKnown()
    {
        Assert.Equal((new Toll(5, 7, 9), 2), (Built.Total.Dead, Built.Total.DeadUnknown));
        Assert.Equal((new Toll(1, null, 4), 2), (Built.Total.Injured, Built.Total.InjuredUnknown));
        ProvinceFigures homs = Built.Provinces.Single(p => p.Id == Homs);
        Assert.Equal((Toll.Unknown, 1), (homs.Figures.Dead, homs.Figures.DeadUnknown));
    }

    [Fact]
    public void Provinces_SayWhoLooked()
    {
        Assert.Equal([Hama, Homs, Idlib, null], Built.Provinces.Select(p => p.Id));
        Assert.Equal(["SY/Tartus"], Built.NotObserved.Select(p => p.Id));
        Assert.Equal(
            [(CoverageState.Denied, 0m), (CoverageState.NotObserved, 0m), (CoverageState.Observed, 4m)],
            Built.Provinces.Where(p => p.Coverage is not null).Select(p => (p.Coverage!.State, p.Coverage.Hours)));
        Assert.Equal("v2", Assert.Single(Built.Denied).Record);
    }

    [Fact]
    public void Before_IsThePeriodOfTheSameLength()
    {
        Assert.Equal(new PeriodBefore(1, 1, 0), Built.Provinces.Single(p => p.Id == Idlib).Before);
        Assert.Equal(new PeriodBefore(0, 0, 1), Built.Provinces.Single(p => p.Id == Homs).Before);
    }

    [Fact]
    public void Changes_AreThoseOfThePeriod()
    {
        Assert.Equal("ahrar", Assert.Single(Built.Adherences).Actor.Id);
        Assert.Equal(("hts", false), (Assert.Single(Built.Listings).Actor.Id, Built.Listings[0].IsEnd));
        Assert.Equal(2, Built.Undated);
    }

    /// <summary>A group's letter of the 6th, recorded after the bulletin of the 14th, stands in that of the 15th.</summary>
    [Fact]
    public void Adherence_RecordedLate_StandsInTheNextBulletin()
    {
        HashSet<string> late = new(["gov-sy@2017-01-06"], StringComparer.Ordinal);
        Assert.Equal(["gov-sy", "ahrar"], BulletinBuilder.Build(Input() with { RecordedSince = late }).Adherences.Select(a => a.Actor.Id));
    }

    /// <summary>Who rules is the agreement's to say: a commission without guarantors has its members' desks.</summary>
    [Fact]
    public void Desks_AreTheCommissionMembers()
    {
        BulletinInput input = Input();
        Hudna.Agreements.Commission chaired = input.Agreement!.Commissions[0] with
        {
            Members = [new Hudna.Agreements.CommissionMember("united-nations", default)],
            Rule = Hudna.Agreements.DecisionRule.Chair,
            ChairId = "united-nations",
        };
        Desk envoy = input.Desks[2] with { ActorId = "united-nations" };
        BulletinContent built = BulletinBuilder.Build(input with { Agreement = input.Agreement with { Commissions = [chaired] }, Desks = [.. input.Desks.Take(2), envoy] });
        Assert.Equal(["envoy"], built.Desks.Select(d => d.Id));
        Assert.Equal([new DeskFigures("envoy", 0, 0, 0, 1, 0, 0, 3)], built.Total.Desks);
    }

    /// <summary>What desks wrote for the mechanism, and who wrote it, is not published.</summary>
    [Fact]
    public void Json_HoldsNoNotesAndNoNames()
    {
        string json = Encoding.UTF8.GetString(BulletinJson.Write(Built));
        Assert.DoesNotContain("kept inside", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Ivan", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_IsReadBackTheSame()
    {
        byte[] json = BulletinJson.Write(Built);
        Assert.Equal(json, BulletinJson.Write(BulletinJson.Read(json)));
        Assert.DoesNotContain((byte)'\r', json);
    }

    [Fact]
    public void Order_DoesNotMatter()
    {
        byte[] expected = BulletinJson.Write(Built);
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            BulletinInput input = Input();
            BulletinRow[] rows = [.. input.Rows.Select(r => r with { Findings = Shuffled(r.Findings, random) })];
            Assert.Equal(expected, BulletinJson.Write(BulletinBuilder.Build(input with { Rows = Shuffled(rows, random), Coverage = Shuffled(input.Coverage, random) })));
        }
    }

    [Fact]
    public void Sums_OfProvincesAreTheTotals()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            BulletinContent built = BulletinBuilder.Build(Input() with { Rows = [.. Enumerable.Range(1, random.Next(0, 30)).Select(n => Any(random, n))] });
            Func<BulletinFigures, decimal?>[] figures =
            [
                f => f.Incidents, f => f.ApparentViolations, f => f.ListsDiffer, f => f.NotAssessed, f => f.Agreed, f => f.Diverging, f => f.NotRuled, f => f.DeadUnknown,
                f => f.Dead.Low ?? 0, f => f.Dead.High ?? 0, f => f.Desks[0].Violation, f => f.Listers[1].OutsideScope,
            ];
            Assert.All(figures, f => Assert.Equal(f(built.Total), built.Provinces.Sum(p => f(p.Figures))));
            BulletinFigures t = built.Total;
            Assert.Equal(t.Incidents, t.ApparentViolations + t.NoViolation + t.OutsideScope + t.CannotBeAssessed + t.ListsDiffer + t.NotAssessed);
            Assert.Equal(t.Incidents, t.Agreed + t.Diverging + t.OneRuled + t.NotRuled);
            Assert.Equal(t.DeadUnknown == t.Incidents, t.Dead == Toll.Unknown);
        }
    }

    [Fact]
    public void Corrections_SayWhatTurnedOutOtherwise_AndOnce()
    {
        BulletinInput input = Input();
        PublishedBulletin first = new(1, Built);

        // Incident 1's toll rises, Turkey revises, 3 moves to the next day, 9 comes in late, 2 stays.
        List<BulletinRow> changed =
        [
            Row(1, Day, Idlib, [Out(AssessmentOutcome.ApparentViolation)], new Toll(3, 6, 8), Toll.Unknown, ("russia", Ruling.Violation), ("turkiye", Ruling.CannotConfirm)),
            input.Rows[1], Row(3, Day.AddDays(1), Homs, [Out(AssessmentOutcome.CannotBeAssessed)], Toll.Unknown, Toll.Unknown), input.Rows[3],
            Row(9, Day, Hama, [Out(AssessmentOutcome.ApparentViolation)], Toll.Unknown, Toll.Unknown),
        ];
        BulletinContent second = BulletinBuilder.Build(input with { From = Day.AddDays(1), Until = Day.AddDays(1), Rows = changed, Earlier = [first] });
        Assert.Equal(
            ["1 i1 dead 3/5/7 3/6/8", "1 i1 ruling:turkiye violation cannot_confirm", "1 i3 included in out", "1 i9 included out in"],
            second.Corrections.Select(c => $"{c.Bulletin} {c.IncidentId} {c.Field} {c.Was} {c.Is}"));

        BulletinContent third = BulletinBuilder.Build(input with { From = Day.AddDays(2), Until = Day.AddDays(2), Rows = changed, Earlier = [new(2, second), first] });
        Assert.Empty(third.Corrections);

        // What was taken in late can change again.
        changed[4] = Row(9, Day, Hama, [Out(AssessmentOutcome.OutsideScope)], Toll.Unknown, Toll.Unknown);
        BulletinContent fourth = BulletinBuilder.Build(input with { From = Day.AddDays(2), Until = Day.AddDays(2), Rows = changed, Earlier = [new(2, second), first] });
        Assert.Equal(
            ["1 outcome:russia apparent_violation outside_scope", "1 outcome:turkiye apparent_violation outside_scope"],
            fourth.Corrections.Select(c => $"{c.Bulletin} {c.Field} {c.Was} {c.Is}"));
    }

    /// <summary>Two sources say 12, one 20: 12. One says 12 and one 20: none. "At least 5" bounds and is no best number.</summary>
    [Fact]
    public void CasualtyEstimate_BestIsWhatMostSourcesGive()
    {
        Assert.Equal(new Toll(12, 12, 20), CasualtyEstimate.Of([Told(12, 12, "a"), Told(12, 12, "b"), Told(20, 20, "c")]));
        Assert.Equal(new Toll(12, null, 20), CasualtyEstimate.Of([Told(12, 12, "a"), Told(20, 20, "c")]));
        Assert.Equal(new Toll(12, null, 20), CasualtyEstimate.Of([Told(12, 12, "a"), Told(12, 12, "a"), Told(20, 20, "c")]));
        Assert.Equal(new Toll(5, null, 5), CasualtyEstimate.Of([Told(5, null, "a")]));
        Assert.Equal(new Toll(0, 0, 0), CasualtyEstimate.Of([Told(0, 0, "a")]));
        Assert.Equal(Toll.Unknown, CasualtyEstimate.Of([(null, ["a"])]));
        Assert.Equal(Toll.Unknown, Toll.Sum([Toll.Unknown, Toll.Unknown]));
    }

    private static (Count? Count, IReadOnlyList<string> Sources) Told(decimal? low, decimal? high, string source) => (new Count(low, high, null), [source]);

    private static BulletinRow Any(Random random, int number)
    {
        AssessmentOutcome outcome() => (AssessmentOutcome)random.Next(4);
        ListOutcome[] outcomes = random.Next(3) switch { 0 => [], 1 => [Out(outcome())], _ => [Out(outcome(), "russia"), Out(outcome(), "turkiye")] };
        int low = random.Next(5);
        (string, Ruling)[] findings = [.. new[] { "russia", "turkiye" }.Where(_ => random.Next(2) == 0).Select(d => (d, (Ruling)random.Next(6)))];
        return Row(
            number, Day.AddDays(random.Next(-1, 2)), new[] { Idlib, Homs, Hama, null }[random.Next(4)], outcomes,
            random.Next(2) == 0 ? Toll.Unknown : new Toll(low, low, low + random.Next(3)), Toll.Unknown, findings);
    }

    private static T[] Shuffled<T>(IReadOnlyList<T> items, Random random)
    {
        T[] all = [.. items];
        random.Shuffle(all);
        return all;
    }
}
