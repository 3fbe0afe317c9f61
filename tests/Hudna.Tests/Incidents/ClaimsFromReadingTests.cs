using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Incidents;

public sealed class ClaimsFromReadingTests
{
    private const string Text =
        "قال المرصد إن مصدرا طبيا أفاد بأن سلاح الجو السوري قصف تفتناز في محافظة إدلب أمس فقتل 12 شخصا ونزح 300 آخرون.";

    private static Readings Reading => new Readings(Text)
        .Time("أمس", "2017-01-01").Place("تفتناز", "sy-taftanaz").Place("محافظة إدلب", "sy-idlib-gov").Actor("سلاح الجو السوري", "sy-air-force")
        .Quantity("12 شخصا", Measure.Killed, 12, 12).Quantity("300 آخرون", Measure.Displaced, 300, null);

    [Fact]
    public void Event_Fields_RestOnTheSpansOfTheirMentions()
    {
        ClaimContent claim = Reading.Event(
            "قصف", "aerial", actor: "سلاح الجو السوري", place: "تفتناز", date: "2017-01-01", dateWords: "أمس", dead: 12, deadWords: "12 شخصا").Claims[0].Body.Content;
        Assert.Equal(new Party("سلاح الجو السوري", Reading.At("سلاح الجو السوري"), "sy-air-force", "Syrian Air Force", ActorType.Military), claim.Actors.Single());
        Assert.Equal(new ClaimPlace("تفتناز", Reading.At("تفتناز"), "sy-taftanaz", "Taftanaz", PlaceKind.Settlement, "SY", 35.99, 36.79, 2), claim.Place);
        Assert.Equal(new ClaimTime("أمس", Reading.At("أمس"), "2017-01-01", new(2017, 1, 1), new(2017, 1, 1)), claim.Time);
        Assert.Equal(new Count(12, 12, Reading.At("12 شخصا")), claim.Dead);
        Assert.Null(claim.Injured);
        Assert.Null(ClaimCheck.Problem(claim, Text));
    }

    [Fact]
    public void Figures_AreTheQuantitiesThatAreNoEventsToll()
    {
        IReadOnlyList<ProposedClaim> claims = Reading.Event("قصف", dead: 12, deadWords: "12 شخصا").Claims;
        ProposedClaim figure = Assert.Single(claims, c => c.Body.Content.Kind == ClaimKind.Figure);
        Assert.Equal((Measure.Displaced, new Count(300, null, Reading.At("300 آخرون"))), (figure.Body.Content.Measure, figure.Body.Content.Number));
        Assert.Equal("quantity.test", figure.Body.Rule);
        Assert.Equal(2, Reading.Claims.Count(c => c.Body.Content.Kind == ClaimKind.Figure));
    }

    [Fact]
    public void Attribution_IsTheInnermostStatements_AndTheOuterSpeakersRelay()
    {
        IReadOnlyList<ProposedClaim> claims = Reading
            .Statement("مصدرا طبيا أفاد بأن سلاح الجو السوري قصف تفتناز في محافظة إدلب أمس فقتل 12 شخصا", "المرصد", "Sham Post", "وكالة الأنباء")
            .Statement("سلاح الجو السوري قصف تفتناز في محافظة إدلب أمس فقتل 12 شخصا", "مصدرا طبيا")
            .Event("قصف").Claims;
        ClaimContent inside = claims.Single(c => c.Body.Content.Kind == ClaimKind.Event).Body.Content;
        Assert.Equal("مصدرا طبيا", inside.Speaker!.Text);
        Assert.Equal(["وكالة الأنباء", "المرصد"], inside.Via); // the report's own source is no relay
        ClaimContent innerStatement = claims.Last(c => c.Body.Content.Kind == ClaimKind.Statement).Body.Content;
        Assert.Equal(("مصدرا طبيا", "وكالة الأنباء,المرصد"), (innerStatement.Speaker!.Text, string.Join(',', innerStatement.Via)));
        ClaimContent outside = claims.Single(c => c.Body.Content.Measure == Measure.Displaced).Body.Content;
        Assert.Null(outside.Speaker);
        Assert.Empty(outside.Via);
    }

    [Theory]
    [InlineData("2016-12-31", null)] // no words for it anywhere: no evidence, no date
    [InlineData("2017-01-01", "أمس")] // rests on the time mention of that value
    [InlineData("قريبا", null)] // no date at all
    public void Date_WithoutWordsOfItsOwn_NeedsATimeMention(string date, string? words)
    {
        ClaimContent claim = Reading.Event("قصف", date: date).Claims.Single(c => c.Body.Content.Kind == ClaimKind.Event).Body.Content;
        Assert.Equal(words, claim.Time?.Text);
    }

    [Fact]
    public void Place_NobodyKnows_IsAFuzzyArea()
    {
        ClaimPlace place = new Readings("قصف قرية مجهولة").Event("قصف", place: "قرية مجهولة").Claims.Single().Body.Content.Place!;
        Assert.Equal((null, null, PlacePrecision.Fuzzy), (place.PlaceId, place.Lat, place.Precision));
    }

    [Fact]
    public void Ids_ComeFromContent()
    {
        Assert.Equal(Reading.Event("قصف").Claims.Select(c => c.Id), Reading.Event("قصف").Claims.Select(c => c.Id));
        Assert.NotEqual(Reading.Event("قصف").Claims[0].Id, Reading.Event("قصف", type: EventType.Coerce).Claims[0].Id);
        Assert.Single(new Readings("قصف").Event("قصف").Event("قصف", "aerial").Claims);
        Assert.Matches("^c[0-9a-f]{16}$", Reading.Claims[0].Id);
    }

    [Theory]
    [InlineData(PlaceKind.Settlement, "city", 2)]
    [InlineData(PlaceKind.Feature, "crossing", 2)]
    [InlineData(PlaceKind.Feature, "road", 5)]
    [InlineData(PlaceKind.Feature, "sea", 7)]
    [InlineData(PlaceKind.Region, "governorate", 4)]
    [InlineData(PlaceKind.Region, "district", 3)]
    [InlineData(PlaceKind.Region, "valley", 5)]
    [InlineData(PlaceKind.Country, null, 6)]
    public void Precision_OfAName(PlaceKind kind, string? gazetteerClass, int expected) =>
        Assert.Equal(expected, PlacePrecision.Of(kind, gazetteerClass));
}
