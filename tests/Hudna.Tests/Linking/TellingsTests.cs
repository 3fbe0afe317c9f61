using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Reading;
using Hudna.Tests.Incidents;
using Hudna.Tests.Store;

namespace Hudna.Tests.Linking;

public sealed class TellingsTests
{
    [Fact]
    public void SeveralTriggersOfOneSentence_AreOneTelling()
    {
        const string Text = "قصفت الطائرات تفتناز أمس ما أدى إلى مقتل 12 شخصا وتدمير سوق. وفي خبر آخر نفذت غارة لم يعرف مكانها.";
        Readings reading = new Readings(Text).Time("أمس", "2017-01-01").Place("تفتناز", "sy-taftanaz").Quantity("12 شخصا", Measure.Killed, 12, 12)
            .Event("قصفت", "aerial", place: "تفتناز", date: "2017-01-01", dateWords: "أمس")
            .Event("مقتل", dead: 12, deadWords: "12 شخصا")
            .Event("تدمير", "destroy")
            .Event("غارة", "aerial");
        Telling telling = Assert.Single(Of(reading));
        Assert.Equal(["تدمير", "قصفت", "مقتل"], Words(reading, telling));
        Assert.Equal(("ASSAULT aerial", 12, "sy-taftanaz", true, true), (telling.Report.Act, telling.Report.DeadLow, telling.Report.Place, telling.Report.IsPlaceListed, telling.Opens));
    }

    [Fact]
    public void Denial_BeforeTheAssertionInTheText_GoesWithIt()
    {
        Readings reading = new Readings("لم تقصف تفتناز أمس بحسب مصدر، وقال آخر إن تفتناز قُصفت أمس").Time("أمس", "2017-01-01").Place("تفتناز", "sy-taftanaz")
            .Event("لم تقصف", modality: Modality.Negated, place: "تفتناز", date: "2017-01-01", dateWords: "أمس")
            .Event("قُصفت", place: "تفتناز", date: "2017-01-01", dateWords: "أمس");
        Telling telling = Assert.Single(Of(reading));
        Assert.Equal((2, true), (telling.Claims.Count, telling.Opens));
    }

    [Fact]
    public void TwoActsInAGovernorate_AreOneOnlyInOneSentence()
    {
        Assert.Single(Of(Told("إطلاق نار في محافظة إدلب أمس ومقتل رجل")));
        Assert.Equal(2, Of(Told("إطلاق نار في محافظة إدلب أمس. ومقتل رجل")).Count);

        static Readings Told(string text) => new Readings(text).Time("أمس", "2017-01-01").Place("محافظة إدلب", "sy-idlib-gov")
            .Event("إطلاق نار", "firearms", place: "محافظة إدلب", date: "2017-01-01", dateWords: "أمس")
            .Event("ومقتل", place: "محافظة إدلب", date: "2017-01-01", dateWords: "أمس");
    }

    [Fact]
    public void WhatPeopleMovedApart_IsToldApart()
    {
        Readings reading = new Readings("قصفت تفتناز أمس ثم قُصفت تفتناز أمس").Time("أمس", "2017-01-01").Place("تفتناز", "sy-taftanaz")
            .Event("قصفت", place: "تفتناز", date: "2017-01-01", dateWords: "أمس")
            .Event("قُصفت", place: "تفتناز", date: "2017-01-01", dateWords: "أمس");
        Claim[] claims = [.. reading.Claims.Select(Proposed)];
        Assert.Single(Tellings.Of(reading.Report, claims));
        Claim pinned = claims[1] with { IncidentId = "i1", LinkedByPerson = true }, barred = claims[1] with { UnlinkedFrom = ["i1"] };
        Assert.Equal([null, "i1"], Tellings.Of(reading.Report, [claims[0], pinned]).Select(t => t.Pinned).Order());
        Assert.Equal([0, 1], Tellings.Of(reading.Report, [claims[0], barred]).Select(t => t.Report.Forbidden.Count).Order());
    }

    public static TheoryData<string, ClaimContent, bool> Openers
    {
        get
        {
            ClaimContent one = Samples.Event("قصف", "قصف", place: Samples.Place());
            return new()
            {
                { "asserted, placed and timed", one, true },
                { "denied", one with { Modality = Modality.Negated }, false },
                { "planned", one with { Modality = Modality.Planned }, false },
                { "possible", one with { Modality = Modality.Possible }, false },
                { "reported as a happening", one with { Realis = Realis.Actual }, true },
                { "spoken of as a kind, but placed and dated", one with { Realis = Realis.Generic }, true },
                { "feared", one with { Realis = Realis.Other }, false },
                { "talk", one with { Type = EventType.Consult }, false },
                { "act of an office", one with { Type = EventType.Sanction }, false },
                { "no place", one with { Place = null }, false },
                { "country only", one with { Place = Samples.Place() with { Precision = 6 } }, false },
                { "no date", one with { Time = null }, false },
                { "figure", one with { Kind = ClaimKind.Figure, Type = null, Measure = Measure.Killed }, false },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Openers), DisableDiscoveryEnumeration = true)]
    public void Claim_Alone_OpensOrNot(string why, ClaimContent content, bool opens)
    {
        var claim = new Claim { Id = "c1", ReportId = "r1", Content = content, Proposed = content, Rule = "event.test" };
        Report report = new Readings("قصف").Report;
        Assert.True(opens == Tellings.Of(report, [claim]).Any(t => t.Opens), why);
        Assert.Empty(Tellings.Of(report, [claim with { Status = ClaimStatus.Rejected }]));
    }

    /// <summary>Numbers beyond all bounds are numbers still.</summary>
    [Fact]
    public void Toll_TooLargeForAnInteger_IsTheLargest()
    {
        ClaimContent content = Samples.Event("قصف", "قصف", place: Samples.Place(), dead: new Count(99_999_999_999_999m, null, null));
        Telling telling = Tellings.Of(new Readings("قصف").Report, [new Claim { Id = "c1", ReportId = "r1", Content = content, Proposed = content, Rule = "event.test" }])[0];
        Assert.Equal(int.MaxValue, telling.Report.DeadLow);
    }

    [Theory]
    [InlineData("قصف تفتناز 1.5 كم ومقتل", true)] // the point of a number
    [InlineData("قصف تفتناز. مقتل", false)]
    [InlineData("قصف تفتناز؟ مقتل", false)]
    [InlineData("قصف تفتناز\nمقتل", false)]
    public void Sentence_EndsAtItsMarks(string text, bool one) => Assert.Equal(
        one, Tellings.InOneSentence(text, new Span(0, 3), new Span(text.IndexOf("مقتل", StringComparison.Ordinal), text.Length)));

    private static IReadOnlyList<Telling> Of(Readings reading) => Tellings.Of(reading.Report, reading.Claims.Select(Proposed));

    private static Claim Proposed(ProposedClaim claim) => new()
    {
        Id = claim.Id,
        ReportId = claim.Body.ReportId,
        Content = claim.Body.Content,
        Proposed = claim.Body.Content,
        Rule = claim.Body.Rule,
    };

    private static string[] Words(Readings reading, Telling telling) =>
        [.. telling.Claims.Select(t => reading.Claims.Single(c => c.Id == t.Id).Body.Content.Text).Order(StringComparer.Ordinal)];
}
