using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Incidents;

public sealed class LinkPlanTests
{
    private static readonly Linker Linker = new(Readings.Gazetteer);

    [Fact]
    public void SeveralTriggersOfOneSentence_EndInOneIncident()
    {
        const string Text = "قصفت الطائرات تفتناز أمس ما أدى إلى مقتل 12 شخصا وتدمير سوق. وفي خبر آخر نفذت غارة لم يعرف مكانها.";
        Readings reading = new Readings(Text).Time("أمس", "2017-01-01").Place("تفتناز", "sy-taftanaz").Quantity("12 شخصا", Measure.Killed, 12, 12)
            .Event("قصفت", "aerial", place: "تفتناز", date: "2017-01-01", dateWords: "أمس")
            .Event("مقتل", dead: 12, deadWords: "12 شخصا")
            .Event("تدمير", "destroy")
            .Event("غارة", "aerial");
        IReadOnlyList<PlannedAct> acts = Plan(reading);
        Assert.Single(acts, a => a.Body is IncidentOpened);
        Assert.Equal(["قصفت", "مقتل", "تدمير"], acts.Where(a => a.Body is ClaimLinked).Select(a => Word(reading, a)));
        Assert.StartsWith("sentence: ", ((ClaimLinked)acts[2].Body).Reasons[0], StringComparison.Ordinal);
        Assert.All(acts.Select(a => a.Body).OfType<ClaimLinked>(), l => Assert.NotEmpty(l.Reasons));
    }

    [Fact]
    public void Denial_BeforeTheAssertionInTheText_JoinsIt()
    {
        Readings reading = new Readings("لم تقصف تفتناز أمس بحسب مصدر، وقال آخر إن تفتناز قُصفت أمس").Time("أمس", "2017-01-01").Place("تفتناز", "sy-taftanaz")
            .Event("لم تقصف", modality: Modality.Negated, place: "تفتناز", date: "2017-01-01", dateWords: "أمس")
            .Event("قُصفت", place: "تفتناز", date: "2017-01-01", dateWords: "أمس");
        IReadOnlyList<PlannedAct> acts = Plan(reading);
        Assert.Single(acts, a => a.Body is IncidentOpened);
        Assert.Equal(["قُصفت", "لم تقصف"], acts.Where(a => a.Body is ClaimLinked).Select(a => Word(reading, a)));
    }

    [Fact]
    public void TwoActsInAGovernorate_AreOneOnlyInOneSentence()
    {
        Assert.Single(Plan(Of("إطلاق نار في محافظة إدلب أمس ومقتل رجل")), a => a.Body is IncidentOpened);
        Assert.Equal(2, Plan(Of("إطلاق نار في محافظة إدلب أمس. ومقتل رجل")).Count(a => a.Body is IncidentOpened));

        static Readings Of(string text) => new Readings(text).Time("أمس", "2017-01-01").Place("محافظة إدلب", "sy-idlib-gov")
            .Event("إطلاق نار", "firearms", place: "محافظة إدلب", date: "2017-01-01", dateWords: "أمس")
            .Event("ومقتل", place: "محافظة إدلب", date: "2017-01-01", dateWords: "أمس");
    }

    [Fact]
    public void DenialAlone_OpensNothing() => Assert.Empty(Plan(new Readings("لم تقصف تفتناز أمس").Time("أمس", "2017-01-01").Place("تفتناز", "sy-taftanaz")
        .Event("لم تقصف", modality: Modality.Negated, place: "تفتناز", date: "2017-01-01", dateWords: "أمس")));

    [Fact]
    public void Numbers_GoOnAfterTheLast()
    {
        Readings reading = new Readings("قصفت تفتناز أمس وحوصرت بسيمة").Time("أمس", "2017-01-01").Place("تفتناز", "sy-taftanaz").Place("بسيمة", "sy-bassima")
            .Event("قصفت", place: "تفتناز", date: "2017-01-01", dateWords: "أمس")
            .Event("وحوصرت", "withhold", EventType.Coerce, place: "بسيمة", date: "2017-01-01", dateWords: "أمس");
        Assert.Equal([8, 9], Plan(reading, 7).Select(a => a.Body).OfType<IncidentOpened>().Select(o => o.Number));
    }

    [Theory]
    [InlineData("قصف تفتناز 1.5 كم ومقتل", true)] // the point of a number
    [InlineData("قصف تفتناز. مقتل", false)]
    [InlineData("قصف تفتناز؟ مقتل", false)]
    [InlineData("قصف تفتناز\nمقتل", false)]
    public void Sentence_EndsAtItsMarks(string text, bool one) => Assert.Equal(
        one, LinkPlan.InOneSentence(text, new Span(0, 3), new Span(text.IndexOf("مقتل", StringComparison.Ordinal), text.Length)));

    private static IReadOnlyList<PlannedAct> Plan(Readings reading, int lastNumber = 0) =>
        LinkPlan.Of(Linker, reading.Report.Text, [.. reading.Claims.Select(Proposed)], [], lastNumber);

    private static Claim Proposed(ProposedClaim claim) => new()
    {
        Id = claim.Id,
        ReportId = claim.Body.ReportId,
        Content = claim.Body.Content,
        Proposed = claim.Body.Content,
        Rule = claim.Body.Rule,
    };

    private static string Word(Readings reading, PlannedAct act) =>
        reading.Claims.Single(c => string.Equals(c.Id, act.Subject, StringComparison.Ordinal)).Body.Content.Text;
}
