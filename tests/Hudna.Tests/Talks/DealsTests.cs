using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Talks;
using static Hudna.Reading.DealStep;

namespace Hudna.Tests.Talks;

public sealed class DealsTests
{
    private static readonly ClaimPlace Aleppo = new("حلب", null, "sy-aleppo", "Aleppo", PlaceKind.Settlement, "SY", 36.2, 37.2, 2);
    private static readonly ClaimPlace Syria = new("سوريا", null, "sy", "Syria", PlaceKind.Country, "SY", null, null, 6);

    [Theory]
    [InlineData(Reached, "2016-12-29", Reached, "2016-12-30", true, "the same step on two days")]
    [InlineData(Signed, "2016-12-29", InForce, "2016-12-30", false, "signed, then in force")]
    [InlineData(Signed, "2016-12-29", Reached, "2016-12-30", true, "reached after it was signed")]
    [InlineData(Reached, "2016-12-29", Signed, "2016-12-30", false, "reached, then signed")]
    [InlineData(InForce, "2016-12-29", Signed, "2016-12-30", true, "signed after it was in force")]
    [InlineData(Announced, "2016-12-29", Announced, "2016-12-30", false, "what happens more than once")]
    [InlineData(Reached, "2016-12-30", Reached, "2016-12", false, "a month holds the day")]
    [InlineData(Reached, "2016-12-30", Reached, "--12-30", false, "a day without year that is the same")]
    [InlineData(Reached, "--12-29", Reached, "--12-30", true, "days without year that differ")]
    [InlineData(Signed, "--12-29", InForce, "--12-30", false, "signed, then in force, without year")]
    [InlineData(InForce, "--12-29", Signed, "--12-30", true, "in force before it was signed, without year")]
    [InlineData(Signed, "--12-31", InForce, "--01-01", false, "in force over the turn of the year")]
    public void Dates_ContradictEachOther(DealStep one, string day, DealStep other, string otherDay, bool contradict, string reason)
    {
        Deal deal = Assert.Single(Deals.Of([Said.Deal(day, one), Said.Deal(otherDay, other)]));
        Assert.True(contradict == deal.DatesContradict, reason);
        Assert.Equal(contradict ? 2 : 0, deal.Dates.Count(d => d.IsContradicted));
    }

    [Fact]
    public void WhatIsPossibleOrDenied_ContradictsNothing() =>
        Assert.False(Assert.Single(Deals.Of([Said.Deal("2016-12-29", Reached), Said.Deal("2016-12-30", Reached, modality: Modality.Possible)])).DatesContradict);

    [Fact]
    public void Deals_StandApart_BySortPlaceAndDays()
    {
        IReadOnlyList<Deal> deals = Deals.Of(
        [
            Said.Deal("2016-12-29", Signed), Said.Deal("2016-12-30", InForce, place: Syria), Said.Deal("2016-12-30", Reached, place: Aleppo),
            Said.Deal("2016-12-30", Reached, type: DealType.Evacuation), Said.Deal("2016-02-27", InForce), Said.Deal("--09-12", InForce), Said.Deal(null, Proposed),
        ]);
        Assert.Equal(
            ["Truce 2016-02-27 1", "Truce 2016-12-29 2", "Truce --09-12 1", "Truce undated 1", "Truce sy-aleppo.2016-12-30 1", "Evacuation 2016-12-30 1"],
            deals.Select(d => $"{d.Type} {d.Key} {d.Claims.Count}"));
    }

    [Fact]
    public void WhatBefallsADealLater_IsOfTheLastOneBefore()
    {
        IReadOnlyList<Deal> deals = Deals.Of(
        [
            Said.Deal("2016-02-27", InForce), Said.Deal("2016-12-30", InForce), Said.Deal("2017-01-09", Breached), Said.Deal("2016-03-15", Extended), Said.Deal("2015-01-01", Ended),
            Said.Deal(null, Breached), Said.Deal(null, Announced),
        ]);
        Assert.Equal(["2015-01-01 Ended", "2016-02-27 InForce Extended", "2016-12-30 InForce Breached", "undated Breached Announced"],
            deals.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} {string.Join(' ', d.Dates.Select(s => s.Step))}"));
    }

    [Fact]
    public void Guarantors_AndParties_CarryTheirEvidence()
    {
        ReportedClaim one = Said.Of("a", Said.Content(new DealDetail(DealType.Truce, Reached), [Said.Russia, Said.Turkey], [Said.Army]), "2016-12-30");
        ReportedClaim two = Said.Of("b", Said.Content(new DealDetail(DealType.Truce, Signed), [Said.Russia]), "2016-12-29");
        Deal deal = Assert.Single(Deals.Of([one, two]));
        Assert.Equal([("state-ru", "a b"), ("state-tr", "a")], deal.Guarantors.Select(g => (g.Value.ActorId!, string.Join(' ', g.Claims))));
        Assert.Equal(["jaysh-al-islam"], deal.Parties.Select(p => p.Value.ActorId));
        Assert.True(deal.DatesContradict);
    }
}
