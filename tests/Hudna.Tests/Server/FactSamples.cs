using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Server;

/// <summary>A made-up text with one claim of every kind of fact in it, and the places and actors that it names.</summary>
internal static class FactSamples
{
    public const string Text =
        "أعلنت الرئاسة أن جولة تعقد في أستانا يوم 23 كانون الثاني، وأنها تمهد لمحادثات جنيف.\n"
        + "ورحب الجيش السوري بمشاركة الفصائل بشرط أن تلتزم الهدنة، واستثنى النصرة لأنها على القائمة.\n"
        + "وخرج 350 شخصا من بسيمة إلى إدلب عبر الطريق القديم، وسيطر الجيش السوري على نصف بسيمة.";

    public static Gazetteer Known { get; } = new(
        new[]
        {
            Place("kz-capital", "Astana", "أستانا", 51.17, 71.43), Place("ch-geneva", "Geneva", "جنيف", 46.2, 6.15), Place("sy-idlib", "Idlib", "إدلب", 35.93, 36.63),
            Place("sy-bassima", "Bassima", "بسيمة", 33.62, 36.13),
        }.ToDictionary(p => p.Id, StringComparer.Ordinal),
        new[]
        {
            new ActorEntry("sy-army", "Syrian Army", ["الجيش السوري"], ActorType.Military, "army", "SY", [], null, null, "test"),
            new ActorEntry("factions", "Armed factions", ["الفصائل"], ActorType.ArmedGroup, "faction", "SY", [], null, null, "test"),
        }.ToDictionary(a => a.Id, StringComparer.Ordinal));

    public static TrackRef Astana { get; } = new("kz-capital", "أستانا", At("أستانا"));

    public static TrackRef Geneva { get; } = new("ch-geneva", "جنيف", At("جنيف"));

    private static Party Army { get; } = new("الجيش السوري", At("الجيش السوري"), "sy-army", "Syrian Army", ActorType.Military);

    private static Party Factions { get; } = new("الفصائل", At("الفصائل"), "factions", "Armed factions", ActorType.ArmedGroup);

    /// <summary>One claim of each kind of fact, with every field that the kind has.</summary>
    public static IReadOnlyList<ClaimContent> All { get; } =
    [
        Fact("جولة تعقد في أستانا", new RoundDetail(Astana, RoundStatus.Announced, TalksFormat.Proximity, ["transition", "truce", "water-sharing"])) with
        {
            Place = PlaceOf("kz-capital", "أستانا"),
            Yearless = new YearlessDay("23 كانون الثاني", At("23 كانون الثاني"), "--01-23"),
            Actors = [Army],
        },
        Fact("ورحب الجيش السوري بمشاركة الفصائل", new ParticipationDetail(
            Astana, ParticipationStance.Conditional, new Phrase("أن تلتزم الهدنة", At("أن تلتزم الهدنة")), new Phrase("القائمة", At("القائمة")))) with
        {
            Actors = [Army],
            Recipients = [Factions],
            Time = Day("2017-01-20"),
        },
        Fact("الرئاسة", new DelegationDetail(Astana, DelegationRole.Head)) with { Actors = [new Party("الرئاسة", At("الرئاسة"), null, null, null)], Recipients = [Army] },
        Fact("تمهد لمحادثات جنيف", new TrackRelationDetail(Astana, Geneva, TrackRelation.Prepares)) with { Modality = Modality.Negated, Speaker = Army },
        Fact("أعلنت", new RoleDetail(Geneva, TalksRole.Mediator)) with { Actors = [Factions] },
        Fact("ورحب", new PositionDetail("transition", PositionStance.Open)) with { Speaker = Army, Recipients = [Factions], Via = ["وكالة"] },
        Fact("الهدنة", new DealDetail(DealType.Truce, DealStep.InForce)) with
        {
            Actors = [Army],
            Recipients = [Factions],
            Place = PlaceOf("sy-bassima", "بسيمة"),
            Time = Day("2016-12-30T00:00"),
        },
        Fact("أن تلتزم", new CommitmentDetail(CommitmentBasis.JointStatement, "wells")) with { Actors = [Factions], Recipients = [Army], Time = Day("2017-02-08") },
        Fact("وخرج 350 شخصا", new OperationDetail(OperationType.Evacuation, OperationStage.UnderWay, new Phrase("الطريق القديم", At("الطريق القديم")))) with
        {
            Actors = [Army],
            Recipients = [new Party("شخصا", At("شخصا"), null, null, null)],
            Place = PlaceOf("sy-bassima", "بسيمة"),
            Destination = PlaceOf("sy-idlib", "إدلب"),
            Number = new Count(350, 350, At("350")),
        },
        Fact("وسيطر الجيش السوري على نصف بسيمة", new ControlDetail(ControlStatus.Took, new Phrase("نصف بسيمة", At("نصف بسيمة")), Infrastructure.Water)) with
        {
            Actors = [new Party("الجيش السوري", Last("الجيش السوري"), "sy-army", "Syrian Army", ActorType.Military)],
            Recipients = [Factions],
            Place = PlaceOf("sy-bassima", "بسيمة") with { Precision = 1 },
        },
    ];

    public static Span At(string words)
    {
        int start = Text.IndexOf(words, StringComparison.Ordinal);
        return new Span(start, start + words.Length);
    }

    public static ClaimTime Day(string value)
    {
        Assert.True(TimeValue.TryParse(value, out TimeValue time));
        return new ClaimTime(value, null, value, time.First, time.Last);
    }

    public static ClaimPlace PlaceOf(string id, string words)
    {
        PlaceEntry entry = Known.Places[id];
        return new ClaimPlace(words, At(words), id, entry.NameEn, entry.Kind, entry.Country, entry.Lat, entry.Lon, 2);
    }

    private static Span Last(string words)
    {
        int start = Text.LastIndexOf(words, StringComparison.Ordinal);
        return new Span(start, start + words.Length);
    }

    private static ClaimContent Fact(string words, FactDetail detail) =>
        new() { Kind = ClaimFacts.KindOf(detail), Span = At(words), Text = words, Detail = detail };

    private static PlaceEntry Place(string id, string english, string arabic, double lat, double lon) =>
        new(id, english, [arabic], PlaceKind.Settlement, "town", id[..2].ToUpperInvariant(), null, lat, lon, 2, false, "test");
}
