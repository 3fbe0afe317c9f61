using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    private static readonly ClaimPlace Bassima = Samples.Place("sy-bassima", "Bassima", "بسيمة", 33.65, 36.13);

    [Fact]
    public async Task Incident_OfTwoClaims_ShowsBothAndWhereTheyDiffer()
    {
        (string id, string first, string second) = await TwoSourcesAsync();
        Incident incident = (await Record.IncidentAsync(id, Cancellation))!;
        Assert.Equal((1, 2), (incident.Number, incident.Claims));
        Assert.Equal(["Halab Today", "Sham Post"], incident.Sources);
        Assert.Equal(new Count(3, 8, null), incident.Dead);
        Difference dead = Assert.Single(incident.Differences);
        Assert.Equal("dead", dead.Field);
        Assert.Equal([("3", first), ("8", second)], dead.Values.Select(v => (v.Value, v.ClaimIds.Single())));
        Assert.Equal(incident.Id, (await Record.IncidentByNumberAsync(1, Cancellation))!.Id);
        Assert.Equal([second, first], (await Record.ClaimsAsync(new ClaimFilter { IncidentId = id }, Cancellation)).Items.Select(c => c.Id));
        Assert.Equal((1, 1), ((await Record.CountsAsync(Cancellation)).Incidents, (await Record.CountsAsync(Cancellation)).IncidentsDiffering));
    }

    [Fact]
    public async Task Incident_ClaimRejectedOrUnlinked_IsDerivedAnew()
    {
        (string id, string first, string second) = await TwoSourcesAsync();
        await AppendAsync(Samples.Act(first, new ClaimRejected(1, "misread")));
        Incident incident = (await Record.IncidentAsync(id, Cancellation))!;
        Assert.Equal((1, new Count(8, 8, null), 0), (incident.Claims, incident.Dead, incident.Differences.Count));
        await AppendAsync(Samples.Act(second, new ClaimUnlinked(id, "elsewhere")));
        Assert.Equal(0, (await Record.IncidentAsync(id, Cancellation))!.Claims);
        Assert.Equal(0, (await Record.IncidentsAsync(new IncidentFilter(), Cancellation)).Total);
        Assert.Empty(await Record.IncidentDaysAsync(new IncidentFilter(), Cancellation));
        Assert.Equal(1, await Record.LastIncidentNumberAsync(Cancellation));
    }

    [Fact]
    public async Task Incident_FurtherSourceOfItsReport_IsCounted()
    {
        (string id, string first, _) = await TwoSourcesAsync();
        string report = (await Record.ClaimAsync(first, Cancellation))!.ReportId;
        await AppendAsync(Samples.Act(report, new ReportSourceNoted(Samples.Source("Third"))));
        Assert.Equal(["Halab Today", "Sham Post", "Third"], (await Record.IncidentAsync(id, Cancellation))!.Sources);
    }

    [Fact]
    public async Task Incidents_Filters_NarrowTogether()
    {
        (string taftanaz, _, _) = await TwoSourcesAsync();
        Party army = Samples.Party("sy:army", "Syrian Army", "الجيش السوري");
        string siege = await OpenAsync(2, "حصار بسيمة في وادي بردى", "حصار", c => c with
        {
            Type = EventType.Coerce,
            Place = Bassima,
            Actors = [army],
            Time = new ClaimTime("الشهر", null, "2017-01", new(2017, 1, 1), new(2017, 1, 31)),
        });
        Assert.Equal([siege, taftanaz], await IdsAsync(new IncidentFilter()));
        Assert.Equal([siege], await IdsAsync(new IncidentFilter { Type = EventType.Coerce }));
        Assert.Equal([siege], await IdsAsync(new IncidentFilter { From = new DateOnly(2017, 1, 20) }));
        Assert.Equal([taftanaz], await IdsAsync(new IncidentFilter { To = new DateOnly(2016, 12, 31) }));
        Assert.Equal([siege], await IdsAsync(new IncidentFilter { PlaceId = "sy-bassima" }));
        Assert.Equal([siege], await IdsAsync(new IncidentFilter { ActorId = "sy:army" }));
        Assert.Equal([taftanaz], await IdsAsync(new IncidentFilter { Differing = true }));
        Assert.Equal([taftanaz], await IdsAsync(new IncidentFilter { ManySources = true }));
        Assert.Equal([siege], await IdsAsync(new IncidentFilter { Box = new GeoBox(36.0, 33.0, 36.5, 34.0) }));
        Assert.Equal([siege], await IdsAsync(new IncidentFilter { Query = "بسيمه" }));
        Assert.Equal([taftanaz], await IdsAsync(new IncidentFilter { Query = "Taftanaz" }));
        Assert.Equal([siege], await IdsAsync(new IncidentFilter { Query = "syrian army" }));
        Assert.Equal([siege], await IdsAsync(new IncidentFilter { Query = "وادي" }));
        Assert.Empty(await IdsAsync(new IncidentFilter { Query = "وادي", Differing = true }));

        async Task<IEnumerable<string>> IdsAsync(IncidentFilter filter)
        {
            Page<Incident> page = await Record.IncidentsAsync(filter, Cancellation);
            Assert.Equal(page.Items.Count, page.Total);
            return page.Items.Select(i => i.Id);
        }
    }

    [Fact]
    public async Task IncidentDays_UnderAFilter_CountFirstDaysAndTellImpreciseOnes()
    {
        await TwoSourcesAsync();
        await OpenAsync(2, "حصار بسيمة", "حصار", c => c with { Place = Bassima, Time = new ClaimTime("2017", null, "2017", new(2017, 1, 1), new(2017, 12, 31)) });
        await OpenAsync(3, "قصف بسيمة", "قصف", c => c with { Place = Bassima, Time = new ClaimTime("1", null, "2017-01-01", new(2017, 1, 1), new(2017, 1, 1)) });
        await OpenAsync(4, "قصف بسيمة بلا تاريخ", "قصف", c => c with { Place = Bassima, Time = null });
        Assert.Equal(
            [new DayCount(new DateOnly(2016, 12, 31), 1), new DayCount(new DateOnly(2017, 1, 1), 2, 1)],
            await Record.IncidentDaysAsync(new IncidentFilter { Limit = 1 }, Cancellation));
        Assert.Equal([new DayCount(new DateOnly(2016, 12, 31), 1)], await Record.IncidentDaysAsync(new IncidentFilter { ManySources = true }, Cancellation));
    }

    /// <summary>Two reports of two sources on one shelling, whose tolls differ, linked to incident 1.</summary>
    private async Task<(string Incident, string First, string Second)> TwoSourcesAsync()
    {
        string id = await OpenAsync(1, "قصف تفتناز وقتل 3", "قصف", c => c with { Dead = new Count(3, 3, null) });
        string first = (await Record.ClaimsAsync(new ClaimFilter { IncidentId = id }, Cancellation)).Items[0].Id;
        (Act filed, ReadOnlyMemory<byte> original) = Samples.Filed("مقتل 8 في تفتناز", "Halab Today");
        Act claim = Samples.Proposed(filed.Subject, Samples.Event("مقتل 8 في تفتناز", "مقتل", place: Samples.Place(), day: "2016-12-31", dead: new Count(8, 8, null)));
        await Record.AppendAsync([filed, Samples.Read(filed.Subject), claim, Samples.Linked(claim.Subject, id)], [original], Cancellation);
        return (id, first, claim.Subject);
    }

    private async Task<string> OpenAsync(int number, string text, string word, Func<ClaimContent, ClaimContent> change)
    {
        string claim = await ProposeAsync(text, word, c => change(c with
        {
            Place = Samples.Place(),
            Time = new ClaimTime("31", null, "2016-12-31", new(2016, 12, 31), new(2016, 12, 31)),
        }));
        string id = ContentId.Incident(claim, number);
        await AppendAsync(Samples.Opened(id, number), Samples.Linked(claim, id));
        return id;
    }
}
