using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hudna.Figures;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Tests.Places;

namespace Hudna.Tests.Figures;

public sealed class FigureViewTests
{
    private static readonly Party Observatory = new("المرصد", null, "syrian-observatory", "Observatory", ActorType.Ngo);

    [Fact]
    public void Numbers_KeepTheirBoundsAndSources_NeverASumOrMean()
    {
        FigureSeries series = Assert.Single(FigureView.Of([Said(1, 300_000, null, "2017-01-09"), Said(2, 310_000, 310_000, "2017-01-12", Observatory)]).Series);
        Assert.Equal(("killed", null, true), (series.Id, series.Place, series.IsWide));
        Assert.Equal([(300_000m, null), (310_000m, (decimal?)310_000m)], series.Figures.Select(f => (f.Count.Low!.Value, f.Count.High)));
        Assert.Equal(["outlet 1", "syrian-observatory"], series.Figures.Select(f => f.Counter.Id));
    }

    [Fact]
    public void WhoCounted_IsTheSpeaker_ThenTheInnermostRelay_ThenTheOutlet()
    {
        ClaimContent content = Content(12, 12);
        Assert.Equal("Observatory", Counter.Of(Reported(1, content with { Speaker = Observatory, Via = ["AFP"] }, "2017-01-09")).Party!.Name);
        Assert.Equal("monitor", Counter.Of(Reported(1, content with { Via = ["AFP", "monitor"] }, "2017-01-09")).Name);
        Assert.Equal("Outlet 1", Counter.Of(Reported(1, content, "2017-01-09")).Name);
    }

    [Fact]
    public void SeriesAreApart_ByMeasureAndPlace_AndOfTheConflictFirst()
    {
        ReportedClaim city = Reported(3, Content(40, 40) with { Place = ControlSamples.Aleppo }, "2017-01-09");
        ReportedClaim displaced = Reported(4, Content(11_000_000, 11_000_000) with { Measure = Measure.Displaced }, "2017-01-09");
        Assert.Equal(["killed", "displaced", "killed@sy-aleppo"], FigureView.Of([city, displaced, Said(1, 300_000, null, "2017-01-09")]).Series.Select(s => s.Id));
    }

    /// <summary>"Four killed" in a report that names no place is not what the war cost; a person who enters it so says that it is.</summary>
    [Fact]
    public void SmallNumbersWithoutAPlace_AreOfOneEvent()
    {
        ReportedClaim four = Said(1, 4, 4, "2017-01-09"), whole = Said(2, 300_000, null, "2017-01-09"), byHand = Said(3, 640, 640, "2017-01-10");
        FigureBook book = FigureView.Of(
        [
            four with { Claim = four.Claim with { Rule = "quantity.measure" } }, whole with { Claim = whole.Claim with { Rule = "quantity.measure" } },
            byHand with { Claim = byHand.Claim with { Rule = "person" } },
        ]);
        Assert.Equal([300_000m, 640m], Assert.Single(book.Series).Figures.Select(f => f.Count.Low!.Value));
        Assert.Equal([4m], book.Tolls.Select(f => f.Count.Low!.Value));
    }

    /// <summary>Each event's toll stands alone: it is in no series, even when its number is larger.</summary>
    [Fact]
    public void TollsOfEvents_StandApart()
    {
        ClaimContent raid = new()
        {
            Kind = ClaimKind.Event,
            Span = new Span(0, 1),
            Text = "x",
            Type = EventType.Assault,
            Dead = new Count(12, 12, null),
            Injured = new Count(null, 30, null),
            Speaker = Observatory,
        };
        ReportedClaim linked = Said(2, 6, 6, "2017-01-09");
        FigureBook book = FigureView.Of([Reported(1, raid, "2017-01-23"), linked with { Claim = linked.Claim with { IncidentId = "i1" } }]);
        Assert.Empty(book.Series);
        Assert.Equal([(Measure.Killed, 12m), (Measure.Injured, 30m), (Measure.Killed, 6m)], book.Tolls.Select(t => (t.Measure, (t.Count.Low ?? t.Count.High)!.Value)));
    }

    [Theory]
    [InlineData(300_000, null, "2017-01-09", 280_000, 290_000, "2017-01-20", true)] // A later total below what another has counted already.
    [InlineData(300_000, null, "2017-01-09", 280_000, null, "2017-01-20", false)] // No upper bound: it can be as many.
    [InlineData(300_000, null, "2017-01-09", 310_000, 310_000, "2017-01-20", false)] // It grows.
    [InlineData(280_000, 290_000, "2017-01-09", 300_000, null, "2017-01-20", false)] // Likewise.
    [InlineData(280_000, 290_000, "2017-01-20", 300_000, null, "2017-01-20", true)] // On one day it cannot.
    [InlineData(300_000, null, "2017-01-01", 280_000, 290_000, "2017-02-01", true)] // 31 days.
    [InlineData(300_000, null, "2017-01-01", 280_000, 290_000, "2017-02-02", false)] // 32 days.
    public void Contradiction_FollowsTheRule(int low, int? high, string said, int otherLow, int? otherHigh, string otherSaid, bool expected)
    {
        FigureSeries series = FigureView.Of([Said(1, low, high, said), Said(2, otherLow, otherHigh, otherSaid, Observatory)]).Series.Single();
        Assert.All(series.Figures, f => Assert.Equal(expected, f.Differs.Count == 1));
    }

    [Fact]
    public void ACountersOwnLaterNumber_CorrectsIt_AndStocksMayFall()
    {
        Assert.All(FigureView.Of([Said(1, 300, 300, "2017-01-09", Observatory), Said(2, 200, 200, "2017-01-10", Observatory)]).Series.Single().Figures, f => Assert.Empty(f.Differs));
        ReportedClaim[] displaced = [Displaced(1, 300, "2017-01-09"), Displaced(2, 200, "2017-01-10"), Displaced(3, 400, "2017-01-10")];
        Assert.Equal([0, 1, 1], FigureView.Of(displaced).Series.Single().Figures.Select(f => f.Differs.Count));
    }

    [Fact]
    public void WhatIsPlannedOrDenied_IsComparedWithNothing_AndIsNoLatestNumber()
    {
        ReportedClaim denied = Reported(2, Content(1, 1) with { Modality = Modality.Negated }, "2017-01-10");
        FigureSeries series = FigureView.Of([Said(1, 300, 300, "2017-01-09"), denied]).Series.Single();
        Assert.Equal((2, 1, 0), (series.Figures.Count, series.Latest.Count, series.Figures.Sum(f => f.Differs.Count)));
    }

    [Fact]
    public void Rejected_AndNumberless_AreLeftOut()
    {
        ReportedClaim said = Said(1, 300, 300, "2017-01-09");
        Assert.Empty(FigureView.Of([said with { Claim = said.Claim with { Status = ClaimStatus.Rejected } }]).Series);
        Assert.Empty(FigureView.Of([Reported(1, Content(null, null), "2017-01-09")]).Series);
    }

    /// <summary>Order does not matter, a contradiction is mutual, and every number comes out exactly as it went in.</summary>
    [Fact]
    public void Laws() => Prop.ForAll(Arb.From(Claims), Arb.From(Gen.Choose(0, int.MaxValue)), (claims, seed) =>
    {
        FigureBook book = FigureView.Of(claims);
        bool same = JsonSerializer.Serialize(book) == JsonSerializer.Serialize(FigureView.Of(claims.OrderBy(c => HashCode.Combine(c.Claim.Id, seed))));
        Figure[] figures = [.. book.Series.SelectMany(s => s.Figures)];
        bool mutual = figures.All(f => f.Differs.All(d => figures.Single(o => o.ClaimId == d).Differs.Contains(f.ClaimId)));
        bool kept = figures.Length == claims.Length && figures.All(f => f.Count == f.Source.Claim.Content.Number);
        return same && mutual && kept;
    }).QuickCheckThrowOnFailure();

    private static readonly Gen<ReportedClaim[]> Claims = Gen.Choose(0, 10).SelectMany(n => Gen.ArrayOf(
        from low in Gen.Choose(0, 20)
        from more in Gen.Elements<int?>(0, 0, 5, null)
        from day in Gen.Choose(0, 60)
        from counter in Gen.Elements<Party?>(Observatory, null)
        from measure in Gen.Elements(Measure.Killed, Measure.Displaced)
        select (low, more, day, counter, measure), n)).Select(all => all.Select((c, i) => Reported(
            i, Content(c.low, c.low + c.more) with { Speaker = c.counter, Measure = c.measure }, $"{new DateOnly(2017, 1, 1).AddDays(c.day):yyyy-MM-dd}")).ToArray());

    private static ReportedClaim Displaced(int number, int count, string said) => Reported(number, Content(count, count) with { Measure = Measure.Displaced }, said);

    private static ReportedClaim Said(int number, int? low, int? high, string said, Party? by = null) => Reported(number, Content(low, high) with { Speaker = by }, said);

    private static ReportedClaim Reported(int number, ClaimContent content, string said) => ControlSamples.Said(number, content, said, $"Outlet {number}");

    private static ClaimContent Content(int? low, int? high) => new()
    {
        Kind = ClaimKind.Figure,
        Span = new Span(0, 1),
        Text = "x",
        Measure = Measure.Killed,
        Number = new Count(low, high, null),
    };
}
