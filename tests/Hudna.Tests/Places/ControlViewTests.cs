using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hudna.Incidents;
using Hudna.Places;
using Hudna.Reading;
using static Hudna.Tests.Places.ControlSamples;

namespace Hudna.Tests.Places;

public sealed class ControlViewTests
{
    [Fact]
    public void BeforeTheFirstClaim_ItIsUnknown_FromTheDayItIsHeld()
    {
        ControlPlace place = One(Content(ControlStatus.Took, Aleppo, Army, "2016-12-22"));
        Assert.Equal(ControlState.Unknown, place.On(Day("2016-12-21")).State);
        Assert.Null(place.On(Day("2016-12-21")).Whole);
        ControlOnDay day = place.On(Day("2016-12-22"));
        Assert.Equal((ControlState.Held, "state-sy", ControlDay.Exact), (day.State, Assert.Single(day.Whole!.Holders).Id, day.Whole.Known));
        Assert.Null(day.Whole.Until);
    }

    [Fact]
    public void Taken_EndsWhatWasBefore()
    {
        ControlPlace place = One(
            Content(ControlStatus.Took, Palmyra, Army, "2016-03-27"), Content(ControlStatus.Took, Palmyra, Daesh, "2016-12-11"));
        Assert.Equal(
            [("state-sy", Day("2016-03-27"), Day("2016-12-11")), ("islamic-state", Day("2016-12-11"), (DateOnly?)null)],
            Whole(place).Spells.Select(s => (s.Holders[0].Id, s.From, s.Until)));
    }

    [Theory]
    [InlineData(ControlStatus.Left)]
    [InlineData(ControlStatus.Lost)]
    public void Left_LeavesTheHolderUnknown_UnlessSomebodyTookIt(ControlStatus status)
    {
        ClaimContent took = Content(ControlStatus.Took, Palmyra, Army, "2016-03-27"), left = Content(status, Palmyra, Army, "2016-12-10");
        ControlPlace place = One(took, left);
        Assert.Equal(ControlState.Unknown, place.On(Day("2016-12-10")).State);
        Assert.Equal(Day("2016-12-10"), Whole(place).Spells[0].Until);
        Assert.Equal("islamic-state", One(took, left, Content(ControlStatus.Took, Palmyra, Daesh, "2016-12-10")).On(Day("2016-12-10")).Whole!.Holders.Single().Id);
        Assert.Equal(ControlState.Held, One(took, Content(status, Palmyra, Daesh, "2016-12-10")).On(Day("2016-12-10")).State);
    }

    [Fact]
    public void TakenFromSomebody_ByNobodyNamed_EndsTheirSpell()
    {
        ControlPlace place = One(
            Content(ControlStatus.Took, Palmyra, Army, "2016-03-27"),
            Content(ControlStatus.Took, Palmyra, null, "2016-12-10") with { Recipients = [Army] });
        Assert.Equal(ControlState.Unknown, place.On(Day("2016-12-10")).State);
    }

    [Fact]
    public void DifferentHoldersOnOneDay_AreSourcesThatDiffer_BothListed()
    {
        ControlPlace place = One(Content(ControlStatus.Holds, Aleppo, Army, "2016-12-22"), Content(ControlStatus.Holds, Aleppo, Opposition, "2016-12-22"));
        ControlSpell spell = place.On(Day("2016-12-23")).Whole!;
        Assert.Equal((ControlState.Contested, 2), (spell.State, spell.Evidence.Count));
        Assert.Equal(["state-sy", "unnamed-sy"], spell.Holders.Select(h => h.Id));
    }

    [Fact]
    public void HeldAndGoneOnOneDay_AreSourcesThatDiffer() => Assert.Equal(
        ControlState.Contested,
        One(Content(ControlStatus.Holds, Aleppo, Army, "2016-12-22"), Content(ControlStatus.Left, Aleppo, Army, "2016-12-22")).On(Day("2016-12-22")).State);

    [Fact]
    public void ALaterClaim_SettlesIt()
    {
        ControlPlace place = One(
            Content(ControlStatus.Holds, Aleppo, Army, "2016-12-20"), Content(ControlStatus.Holds, Aleppo, Opposition, "2016-12-20"),
            Content(ControlStatus.Left, Aleppo, Opposition, "2016-12-22"));
        Assert.Equal((ControlState.Held, "state-sy"), (place.On(Day("2016-12-22")).State, place.On(Day("2016-12-22")).Whole!.Holders.Single().Id));
    }

    /// <summary>The army, government forces and the regime are the state's; opposition that is only described is one; a unit is its alliance.</summary>
    [Fact]
    public void Holders_AreComparedByWhatTheyBelongTo()
    {
        Party unit = new("اللواء", null, "brigade", "Brigade", ActorType.ArmedGroup), alliance = new("التحالف", null, "alliance", "Alliance", ActorType.ArmedGroup);
        foreach ((Party one, Party two, string id) in new[] { (Army, Regime, "state-sy"), (Opposition, Factions, "unnamed-sy"), (unit, alliance, "alliance") })
        {
            ControlOnDay day = One(Content(ControlStatus.Holds, Aleppo, one, "2016-12-22"), Content(ControlStatus.Holds, Aleppo, two, "2016-12-22")).On(Day("2016-12-22"));
            Assert.Equal((ControlState.Held, id), (day.State, Assert.Single(day.Whole!.Holders).Id));
        }
    }

    [Fact]
    public void WhoHoldTogether_DoNotDifferFromOneOfThem()
    {
        ControlOnDay day = One(
            Content(ControlStatus.Holds, Aleppo, Army, "2016-12-22") with { Actors = [Army, Daesh] }, Content(ControlStatus.Holds, Aleppo, Army, "2016-12-22")).On(Day("2016-12-22"));
        Assert.Equal((ControlState.Held, 2), (day.State, day.Whole!.Holders.Count));
    }

    /// <summary>A claim whose days reach back past another's cannot be told to be the later one: neither is chosen.</summary>
    [Fact]
    public void OrderThatCannotBeTold_IsNotChosen()
    {
        ClaimContent daesh = Content(ControlStatus.Took, Palmyra, Daesh, "2016-12-11");
        ControlPlace place = One(daesh, Content(ControlStatus.Took, Palmyra, Army, "2016-12-01/2016-12-31"));
        Assert.Equal(ControlState.Held, place.On(Day("2016-12-30")).State);
        ControlSpell spell = place.On(Day("2016-12-31")).Whole!;
        Assert.Equal((ControlState.Contested, ControlDay.Within, Day("2016-12-01")), (spell.State, spell.Known, spell.Earliest));
        Assert.Equal(ControlState.Held, One(daesh, Content(ControlStatus.Took, Palmyra, Army, "2016-12-12/2016-12-31")).On(Day("2016-12-31")).State);
        Assert.Equal(ControlState.Contested, One(daesh, Content(ControlStatus.Left, Palmyra, Daesh, "2016-12-01/2016-12-31")).On(Day("2016-12-31")).State);
    }

    [Theory]
    [InlineData(ControlStatus.Holds, ControlDay.SaidOn)]
    [InlineData(ControlStatus.Took, ControlDay.OnOrBefore)]
    public void WithoutTime_TheDayItWasSaidCounts_AndIsMarked(ControlStatus status, ControlDay known)
    {
        ControlSpell spell = Assert.Single(Whole(One(Content(status, Aleppo, Army))).Spells);
        Assert.Equal((Day("2017-01-20"), known), (spell.From, spell.Known));
    }

    [Fact]
    public void YearlessAndDayless_AreListed_NotPlaced()
    {
        ClaimContent yearless = Content(ControlStatus.Took, Aleppo, Army) with { Yearless = new YearlessDay("22 ديسمبر", null, "--12-22") };
        ControlPlace place = Of(Said(1, yearless), Said(2, Content(ControlStatus.Took, Aleppo, Daesh), published: null));
        Assert.Empty(Whole(place).Spells);
        Assert.Equal([ControlDay.Unplaced, ControlDay.Unplaced], Whole(place).Asides.Select(a => a.Known));
    }

    [Theory]
    [InlineData(Modality.Planned)]
    [InlineData(Modality.Possible)]
    [InlineData(Modality.Negated)]
    public void WhatDidNotHappen_NeverBecomesAStatus(Modality modality)
    {
        ControlPlace place = One(Content(ControlStatus.Took, WadiBarada, Army, "2017-01-09") with { Modality = modality });
        Assert.Empty(Whole(place).Spells);
        Assert.Single(Whole(place).Asides);
    }

    [Fact]
    public void Advances_ChangeNothing()
    {
        ControlPlace place = One(Content(ControlStatus.Holds, WadiBarada, Opposition, "2017-01-01"), Content(ControlStatus.Advances, WadiBarada, Army, "2017-01-09"));
        Assert.Equal("unnamed-sy", place.On(Day("2017-01-10")).Whole!.Holders.Single().Id);
        Assert.Equal(ControlStatus.Advances, Assert.Single(Whole(place).Asides).Status);
    }

    [Fact]
    public void Siege_LeavesTheHolder_AndEndsWhenThePlaceIsTaken()
    {
        ControlPlace place = One(
            Content(ControlStatus.Holds, EastAleppo, Opposition, "2016-07-01"), Content(ControlStatus.Besieges, EastAleppo, Army, "2016-09-04"),
            Content(ControlStatus.Took, EastAleppo, Army, "2016-12-22"));
        ControlOnDay besieged = place.On(Day("2016-10-01")), after = place.On(Day("2016-12-22"));
        Assert.Equal(("unnamed-sy", "state-sy"), (besieged.Whole!.Holders.Single().Id, besieged.Siege!.By.Single().Id));
        Assert.Null(after.Siege);
        Assert.Equal(Day("2016-12-22"), Assert.Single(Whole(place).Sieges).Until);
    }

    [Fact]
    public void Besieger_WhoLeaves_BesiegesNoMore()
    {
        ControlPlace place = One(
            Content(ControlStatus.Besieges, EastAleppo, Army, "2016-09-04") with { Actors = [Army, Daesh] }, Content(ControlStatus.Left, EastAleppo, Daesh, "2016-10-01"));
        Assert.Equal(["islamic-state", "state-sy"], place.On(Day("2016-09-30")).Siege!.By.Select(g => g.Id));
        Assert.Equal(["state-sy"], place.On(Day("2016-10-01")).Siege!.By.Select(g => g.Id));
    }

    [Fact]
    public void Parts_AreLinesOfTheirOwn_AndOutdatedWhenTheWholeIsTakenLater()
    {
        ClaimContent half = Content(ControlStatus.Holds, Aleppo, Opposition, "2016-07-01", "الأحياء الشرقية");
        ControlOnDay day = One(half).On(Day("2016-08-01"));
        Assert.Equal((ControlState.InParts, false), (day.State, Assert.Single(day.Parts).Outdated));
        ControlOnDay later = One(half, Content(ControlStatus.Took, Aleppo, Army, "2016-12-22")).On(Day("2016-12-22"));
        Assert.Equal((ControlState.Held, true), (later.State, Assert.Single(later.Parts).Outdated));
        Assert.Equal(["state-sy"], later.Groups.Select(g => g.Id));
    }

    [Fact]
    public void Rejected_AreLeftOut_AndInfrastructureIsKept()
    {
        ReportedClaim said = Said(1, Content(ControlStatus.Took, WadiBarada, Army, "2017-01-09", infrastructure: Infrastructure.Water));
        Assert.Equal([Infrastructure.Water], Of(said).Infrastructure);
        Assert.Empty(ControlView.Of([said with { Claim = said.Claim with { Status = ClaimStatus.Rejected } }], Known));
    }

    /// <summary>Whatever is claimed: the order of claims does not matter; spells follow one another without gap or overlap; a spell of one
    /// holder rests on nobody else's claim; and sources that contradict each other on the last day are never one holder.</summary>
    [Fact]
    public void Laws() => Prop.ForAll(Arb.From(Claims), Arb.From(Gen.Choose(0, int.MaxValue)), (claims, seed) =>
    {
        IReadOnlyList<ControlPlace> places = ControlView.Of(claims, Known);
        ReportedClaim[] shuffled = [.. claims.OrderBy(c => HashCode.Combine(c.Claim.Id, seed))];
        bool same = JsonSerializer.Serialize(places) == JsonSerializer.Serialize(ControlView.Of(shuffled, Known));
        bool whole = places.SelectMany(p => p.Lines).All(l => l.Spells.Zip(l.Spells.Skip(1)).All(p => p.First.Until == p.Second.From && p.First.From < p.Second.From)
            && (l.Spells.Count == 0 || l.Spells[^1].Until is null));
        bool told = places.SelectMany(p => p.Lines).SelectMany(l => l.Spells).All(s => s.Evidence.Count > 0 && s.Evidence.All(m => m.Counts)
            && (s.State == ControlState.Unknown) == (s.Holders.Count == 0)
            && s.Holders.All(h => s.Evidence.Any(m => m.By.Any(b => b.Id == h.Id))));
        bool open = places.SelectMany(p => p.Lines).All(HasNoSilentChoice);
        return same && whole && told && open;
    }).QuickCheckThrowOnFailure();

    private static bool HasNoSilentChoice(ControlLine line)
    {
        foreach (IGrouping<DateOnly, ControlMark> day in line.Spells.SelectMany(s => s.Evidence).DistinctBy(m => m.ClaimId).GroupBy(m => m.Day!.Value))
        {
            ControlMark[] said = [.. day.Where(m => m.Status is ControlStatus.Holds or ControlStatus.Took && m.By.Count > 0)];
            bool differ = said.Any(a => said.Any(b => !a.By.Any(x => b.By.Any(y => x.Id == y.Id))));
            if (differ && line.SpellOn(day.Key)!.State != ControlState.Contested)
            {
                return false;
            }
        }

        return true;
    }

    private static readonly Gen<ReportedClaim[]> Claims = Gen.Choose(0, 12).SelectMany(n => Gen.ArrayOf(
        from status in Gen.Elements(Enum.GetValues<ControlStatus>())
        from place in Gen.Elements(Aleppo, Palmyra)
        from who in Gen.Elements<Party?>(Army, Regime, Opposition, Daesh, null)
        from against in Gen.Elements<Party?>(Army, Daesh, null)
        from part in Gen.Elements<string?>(null, null, "الشرق")
        from day in Gen.Choose(0, 12)
        from days in Gen.Elements(0, 0, 0, 3)
        from timed in Gen.Elements(true, true, false)
        from modality in Gen.Frequency((8, Gen.Constant(Modality.Asserted)), (1, Gen.Constant(Modality.Negated)))
        let first = Day("2016-12-01").AddDays(day)
        select (Content(status, place, who, timed ? $"{first:yyyy-MM-dd}/{first.AddDays(days):yyyy-MM-dd}" : null, part) with
        {
            Recipients = against is null ? [] : [against],
            Modality = modality,
        }, first), n)).Select(all => all.Select((c, i) => Said(i, c.Item1, $"{c.first:yyyy-MM-dd}")).ToArray());

    private static ControlPlace One(params ClaimContent[] contents) => Of([.. contents.Select((c, i) => Said(i, c))]);

    private static ControlPlace Of(params ReportedClaim[] claims) => Assert.Single(ControlView.Of(claims, Known));

    private static ControlLine Whole(ControlPlace place) => place.Lines.Single(l => l.Part is null);
}
