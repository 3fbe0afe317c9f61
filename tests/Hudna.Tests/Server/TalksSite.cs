using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;
using Hudna.Tests.Talks;

namespace Hudna.Tests.Server;

/// <summary>A running server with the sample's agreement and talks entered by hand: a round at Astana, one at Geneva, who comes, two truces.</summary>
internal static class TalksSite
{
    public static async Task<Site> StartAsync()
    {
        Site site = await MechanismSite.StartAsync();
        ClaimPlace venue = new("أستانا", null, Said.Astana, "Astana", PlaceKind.Settlement, "KZ", 51.17, 71.43, 2);
        await EnterAsync(site, "Sham Post", "2017-01-10", "تعقد المحادثات في أستانا في 23 يناير", Round(RoundStatus.Announced, TalksFormat.Proximity) with { Place = venue }, "2017-01-23");
        await EnterAsync(site, "Orbit <b>News</b>", "2017-01-12", "موعد أستانا 24 يناير وجها لوجه", Round(RoundStatus.Announced, TalksFormat.Direct), "2017-01-24");
        await EnterAsync(site, "Sham Post", "2017-01-19", "تعقد جولة في جنيف في 8 فبراير", Said.Content(new RoundDetail(Said.Track(Said.Geneva), RoundStatus.Announced, null, ["transition"])), "2017-02-08");
        await EnterAsync(site, "Sham Post", "2017-01-19", "أستانا لن تحل محل جنيف", Relation(TrackRelation.Replaces, Modality.Negated));
        await EnterAsync(site, "Sham Post", "2017-01-19", "بل ستكون أرضية لها", Relation(TrackRelation.Prepares, Modality.Asserted));
        await EnterAsync(site, "Sham Post", "2017-01-18", "ترحب موسكو بمشاركة جيش الإسلام", Part(ParticipationStance.Welcomed, Said.Russia, Said.Army));
        await EnterAsync(site, "Orbit <b>News</b>", "2017-01-09", "باستثناء فتح الشام", Part(
            ParticipationStance.Excluded, new Party("بشار الأسد", null, "bashar-al-assad", "Bashar al-Assad", ActorType.Person),
            new Party("فتح الشام", null, "jabhat-fateh-al-sham", "Jabhat Fateh al-Sham", ActorType.ArmedGroup)));
        await EnterAsync(site, "Sham Post", "2017-01-18", "محمد علوش كبير المفاوضين", Said.Content(
            new DelegationDetail(Said.Track(Said.Astana), DelegationRole.ChiefNegotiator), [new Party("محمد علوش", null, null, "Mohammed Alloush", ActorType.Person)], [Said.Army]));
        await EnterAsync(site, "Sham Post", "2017-01-18", "برعاية روسيا وتركيا", Said.Content(new RoleDetail(Said.Track(Said.Astana), TalksRole.Sponsor), [Said.Russia, Said.Turkey]));
        await EnterAsync(site, "Sham Post", "2017-01-18", "تعترض دمشق على مشاركة قطر", Said.Content(
            new ParticipationDetail(null, ParticipationStance.Conditional, new Phrase("عندما توقف دعمها", null), null), [], [new Party("قطر", null, "state-qa", "Qatar", ActorType.State)]));
        await EnterAsync(site, "Sham Post", "2017-01-18", "هدنة 30 ديسمبر", Said.Content(new DealDetail(DealType.Truce, DealStep.Reached), [Said.Russia]), "2016-12-30");
        await EnterAsync(site, "Orbit <b>News</b>", "2017-01-18", "وقعت الهدنة في 29 ديسمبر", Said.Content(new DealDetail(DealType.Truce, DealStep.Signed), [Said.Turkey]), "2016-12-29");
        await EnterAsync(site, "Sham Post", "2017-01-20", "موسكو مستعدة لبحث كل شيء في أستانا", Said.Content(new PositionDetail("talks", PositionStance.Open)) with { Speaker = Said.Russia });
        return site;
    }

    public static Task<Claim> EnterAsync(
        Site site, string source, string published, string words, ClaimContent content, string? day = null, Confidentiality confidentiality = Confidentiality.Public) =>
        site.Intake.EnterAsync(
            new HandEntry(source, Said.Day(published), words, confidentiality), Said.Of("x", content, day).Claim.Content, "Lina", "", TestContext.Current.CancellationToken);

    public static ClaimContent Round(RoundStatus status, TalksFormat? format = null) =>
        Said.Content(new RoundDetail(Said.Track(Said.Astana), status, format, ["truce"]));

    private static ClaimContent Relation(TrackRelation relation, Modality modality) =>
        Said.Content(new TrackRelationDetail(Said.Track(Said.Astana), Said.Track(Said.Geneva), relation), modality: modality) with { Speaker = Said.Russia };

    private static ClaimContent Part(ParticipationStance stance, Party by, Party whose) =>
        Said.Content(new ParticipationDetail(Said.Track(Said.Astana), stance, null, null), [by], [whose]);
}
