using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    [Fact]
    public async Task Claim_Decisions_FoldIntoItsState()
    {
        const string Text = "قصف بلدة تفتناز";
        string id = await ProposeAsync(Text, "قصف");
        Claim claim = (await Record.ClaimAsync(id, Cancellation))!;
        Assert.Equal((ClaimStatus.Proposed, 1, "event.test"), (claim.Status, claim.Revision, claim.Rule));

        ClaimContent edited = Samples.Event(Text, "قصف", mode: "aerial", place: Samples.Place());
        await AppendAsync(Samples.Act(id, new ClaimEdited(1, edited, "from the air")));
        claim = (await Record.ClaimAsync(id, Cancellation))!;
        Assert.Equal((ClaimStatus.Accepted, 2, "aerial", null), (claim.Status, claim.Revision, claim.Content.Mode, claim.Proposed.Mode));
        Assert.Equal(1, (await Record.ClaimsAsync(new ClaimFilter { PlaceId = "sy-taftanaz" }, Cancellation)).Total);

        await AppendAsync(Samples.Act(id, new ClaimRejected(2, "a drill")));
        claim = (await Record.ClaimAsync(id, Cancellation))!;
        Assert.Equal((ClaimStatus.Rejected, 3), (claim.Status, claim.Revision));
        Assert.Equal(0, (await Record.CountsAsync(Cancellation)).ClaimsToReview);
    }

    [Fact]
    public async Task Claims_OfAReport_StandInOrderOfPosition()
    {
        const string Text = "قتل وجرح ونزح";
        string report = await FileAsync(Text);
        await AppendAsync(
            Samples.Proposed(report, Samples.Event(Text, "ونزح")),
            Samples.Proposed(report, Samples.Event(Text, "قتل")),
            Samples.Proposed(report, Samples.Event(Text, "وجرح")));
        Page<Claim> inReport = await Record.ClaimsAsync(new ClaimFilter { ReportId = report }, Cancellation);
        Assert.Equal(["قتل", "وجرح", "ونزح"], inReport.Items.Select(c => c.Content.Text));
        Page<Claim> newest = await Record.ClaimsAsync(new ClaimFilter { Limit = 2 }, Cancellation);
        Assert.Equal((3, "وجرح,قتل"), (newest.Total, string.Join(',', newest.Items.Select(c => c.Content.Text))));
    }

    [Fact]
    public async Task Claims_Filters_NarrowTogether()
    {
        Party army = Samples.Party("sy:army", "Syrian Army", "الجيش السوري");
        string shelling = await ProposeAsync("قصف بلدة تفتناز", "قصف", c => c with { Place = Samples.Place(), Actors = [army] });
        string siege = await ProposeAsync("حصار بلدة مضايا", "حصار", c => c with { Type = EventType.Coerce, Recipients = [army] });
        string said = await ProposeAsync("قال الجيش", "الجيش", c => c with { Kind = ClaimKind.Statement, Type = null, Speaker = army });
        await AppendAsync(Samples.Act(siege, new ClaimAccepted(1, string.Empty)));
        Assert.Equal([said, siege, shelling], await IdsAsync(new ClaimFilter { ActorId = "sy:army" }));
        Assert.Equal([shelling], await IdsAsync(new ClaimFilter { PlaceId = "sy-taftanaz" }));
        Assert.Equal([siege], await IdsAsync(new ClaimFilter { Type = EventType.Coerce }));
        Assert.Equal([said], await IdsAsync(new ClaimFilter { Kind = ClaimKind.Statement }));
        Assert.Equal([siege], await IdsAsync(new ClaimFilter { Status = ClaimStatus.Accepted }));
        Assert.Empty(await IdsAsync(new ClaimFilter { Status = ClaimStatus.Accepted, Kind = ClaimKind.Statement }));
        Assert.Equal([shelling], await IdsAsync(new ClaimFilter { Box = new GeoBox(36.7, 35.9, 36.9, 36.1) }));
        Assert.Empty(await IdsAsync(new ClaimFilter { Box = new GeoBox(36.7, 34.9, 36.9, 35.1) }));
        Assert.Equal(3, (await IdsAsync(new ClaimFilter { From = new DateOnly(2017, 1, 1), To = new DateOnly(2017, 1, 1) })).Count());
        Assert.Empty(await IdsAsync(new ClaimFilter { From = new DateOnly(2017, 1, 2) }));
        Assert.Empty(await IdsAsync(new ClaimFilter { To = new DateOnly(2016, 12, 31) }));
        await AppendAsync(Samples.Opened("i1", 1), Samples.Linked(shelling, "i1"), Samples.Act(said, new ClaimRejected(1, "no")));
        Assert.Equal([siege], await IdsAsync(new ClaimFilter { Unlinked = true }));

        async Task<IEnumerable<string>> IdsAsync(ClaimFilter filter) =>
            (await Record.ClaimsAsync(filter, Cancellation)).Items.Select(c => c.Id);
    }

    [Fact]
    public async Task Actors_ByNumberOfClaims_WithTheCommonestWording()
    {
        Party army = Samples.Party("sy:army", "Syrian Army", "الجيش السوري");
        await ProposeAsync("قصف أول", "قصف", c => c with { Actors = [army], Recipients = [army] });
        await ProposeAsync("قصف ثان", "قصف", c => c with { Actors = [army with { Text = "الجيش" }] });
        await ProposeAsync("قصف ثالث", "قصف", c => c with { Actors = [army with { Text = "الجيش" }] });
        await ProposeAsync("قصف رابع", "قصف", c => c with { Actors = [Samples.Party("nusra", "Al-Nusra Front", "جبهة النصرة")] });
        string rejected = await ProposeAsync("قصف خامس", "قصف", c => c with { Actors = [Samples.Party("nusra", "Al-Nusra Front", "النصرة")] });
        await AppendAsync(Samples.Act(rejected, new ClaimRejected(1, "no")));
        await ProposeAsync("قصف سادس", "قصف", c => c with { Actors = [new Party("مجهولون", null, null, null, null)] });

        Page<NamedCount> all = await Record.ActorsAsync(null, 0, 10, Cancellation);
        Assert.Equal(
            [new NamedCount("sy:army", "Syrian Army", "الجيش", "armed_group", 3), new NamedCount("nusra", "Al-Nusra Front", "جبهة النصرة", "armed_group", 1)],
            all.Items);
        Assert.Equal(2, all.Total);
        Page<NamedCount> found = await Record.ActorsAsync("السورى", 0, 10, Cancellation);
        Assert.Equal(("sy:army", 3, 1), (found.Items[0].Id, found.Items[0].Claims, found.Total));
        Assert.Equal("nusra", (await Record.ActorsAsync(null, 1, 1, Cancellation)).Items.Single().Id);
    }

    [Fact]
    public async Task Places_ByNumberOfClaims_CanBeSearched()
    {
        await ProposeAsync("قصف تفتناز", "قصف", c => c with { Place = Samples.Place() });
        await ProposeAsync("قصف على تفتناز", "قصف", c => c with { Place = Samples.Place() });
        await ProposeAsync("قصف بسيمة", "قصف", c => c with { Place = Samples.Place("sy-bassima", "Bassima", "بسيمة") });
        Page<NamedCount> all = await Record.PlacesAsync(null, 0, 10, Cancellation);
        Assert.Equal([("sy-taftanaz", 2), ("sy-bassima", 1)], all.Items.Select(p => (p.Id, p.Claims)));
        Assert.Equal("settlement", all.Items[0].Kind);
        Assert.Equal("sy-bassima", (await Record.PlacesAsync("بسيمه", 0, 10, Cancellation)).Items.Single().Id);
        Assert.Equal("sy-taftanaz", (await Record.PlacesAsync("taft", 0, 10, Cancellation)).Items.Single().Id);
    }

    [Fact]
    public async Task Additions_AreGivenInOrder()
    {
        await FillAsync();
        IReadOnlyList<Act> additions = await Record.AdditionsAsync(Cancellation);
        Assert.Equal(["m-actor", "m-place"], additions.Select(a => a.Subject));
    }
}
