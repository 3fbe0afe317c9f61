using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Claims;

namespace Hudna.Tests.Server;

/// <summary>The edit form of facts around the truce.</summary>
public sealed class FactEditTests
{
    private static readonly Gen<Span?> Spans = Gen.Elements<Span?>(null, FactSamples.At("أستانا"), FactSamples.At("350"), FactSamples.At("الطريق القديم"));

    private static readonly Gen<Party> Parties =
        from words in Gen.Elements("الجيش السوري", "الفصائل", "a group")
        from span in Spans
        from id in Gen.Elements(null, "sy-army", "sy:air-force")
        select new Party(words, span, id, id is null ? null : "Some name", id is null ? null : ActorType.Military);

    private static readonly Gen<Party[]> Actors = Gen.Choose(0, 3).SelectMany(n => Gen.ArrayOf(Parties, n));

    private static readonly Gen<ClaimPlace?> Places =
        from id in Gen.Elements(null, "sy-bassima", "sy-gone")
        from span in Spans
        from precision in Gen.Choose(1, 7)
        from there in Gen.Elements(true, true, false)
        select there ? new ClaimPlace("بسيمة", span, id, id is null ? null : "Bassima", PlaceKind.Region, "SY", 33.0, 36.0, precision) : null;

    private static readonly Gen<TrackRef?> Tracks =
        from id in Gen.Elements("kz-capital", "xx-not-listed")
        from span in Spans
        from there in Gen.Elements(true, true, false)
        select there ? new TrackRef(id, "أستانا", span) : null;

    private static readonly Gen<Phrase?> Phrases =
        from words in Gen.Elements("الطريق القديم", "two\r\nlines", "two\nlines", "<b>\"quoted\"</b>")
        from span in Spans
        from there in Gen.Elements(true, true, false)
        select there ? new Phrase(words, span) : null;

    private static readonly Gen<(ClaimTime?, YearlessDay?)> Times =
        from span in Spans
        from form in Gen.Choose(0, 3)
        select form switch
        {
            0 => (null, new YearlessDay("23 كانون الثاني", span, "--01-23")),
            1 => (FactSamples.Day("2017-01-23T14:30") with { Text = "يوم", Span = span }, null),
            2 => (FactSamples.Day("2016-12/2017-02") with { Span = span }, null),
            _ => ((ClaimTime?)null, (YearlessDay?)null),
        };

    private static readonly Gen<FactDetail> Details =
        from track in Tracks
        from one in Phrases
        from two in Phrases
        from code in Gen.Choose(0, 1000)
        from topic in Gen.Elements("truce", "everything", "wells")
        from agenda in Gen.Choose(0, 4).SelectMany(n => Gen.ArrayOf(Gen.Elements("talks", "truce", "wells", "transition"), n))
        from kind in Gen.Choose(0, 9)
        let named = track ?? FactSamples.Astana
        select (FactDetail)(kind switch
        {
            0 => new RoundDetail(named, One<RoundStatus>(code), code % 4 == 0 ? null : One<TalksFormat>(code), agenda),
            1 => new ParticipationDetail(track, One<ParticipationStance>(code), one, two),
            2 => new DelegationDetail(track, One<DelegationRole>(code)),
            3 => new TrackRelationDetail(named, FactSamples.Geneva, One<TrackRelation>(code)),
            4 => new RoleDetail(track, One<TalksRole>(code)),
            5 => new PositionDetail(topic, One<PositionStance>(code)),
            6 => new DealDetail(One<DealType>(code), One<DealStep>(code / 7)),
            7 => new CommitmentDetail(One<CommitmentBasis>(code), code % 3 == 0 ? null : topic),
            8 => new OperationDetail(One<OperationType>(code), One<OperationStage>(code / 3), one),
            _ => new ControlDetail(One<ControlStatus>(code), one, code % 4 == 0 ? null : One<Infrastructure>(code)),
        });

    private static readonly Gen<ClaimContent> Contents =
        from detail in Details
        from actors in Actors
        from recipients in Actors
        from speaker in Parties
        from spoken in Gen.Elements(true, false)
        from place in Places
        from destination in Places
        from time in Times
        from modality in Gen.Elements(Enum.GetValues<Modality>())
        from low in Gen.Elements<decimal?>(null, 0, 12.5m, 350)
        from span in Spans
        select new ClaimContent
        {
            Kind = ClaimFacts.KindOf(detail),
            Span = FactSamples.At("جولة تعقد"),
            Text = "جولة تعقد",
            Detail = detail,
            Modality = modality,
            Actors = actors,
            Recipients = recipients,
            Speaker = spoken ? speaker : null,
            Via = ["وكالة", "outlet"],
            Place = place,
            Destination = detail is OperationDetail ? destination : null,
            Number = detail is OperationDetail && low is not null ? new Count(low, 900, span) : null,
            Time = time.Item1,
            Yearless = time.Item2,
        };

    /// <summary>The form of a claim, sent as it opened, says the same as the claim: every field with the span it rests on.</summary>
    [Fact]
    public void Form_ReadBack_GivesTheSameContent() => Prop.ForAll(
        Contents.Where(c => ClaimCheck.Problem(c, FactSamples.Text) is null).ToArbitrary(),
        content =>
        {
            (ClaimContent? read, IReadOnlyList<FieldProblem> problems) = Read(content, ClaimDraft.Of(Claim(content)));
            return problems.Count == 0 && string.Equals(Print(content), Print(read!), StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    /// <summary>Whatever is in the form, a content that comes out can stand, and nothing comes out without a problem told.</summary>
    [Fact]
    public void Form_OfAnotherClaim_GivesWhatStandsOrSaysWhy() => Prop.ForAll(
        Gen.Zip(Contents, Contents).ToArbitrary(),
        pair =>
        {
            (ClaimContent? read, IReadOnlyList<FieldProblem> problems) = Read(pair.Item1, ClaimDraft.Of(Claim(pair.Item2)));
            return read is null ? problems.Count > 0 : problems.Count == 0 && ClaimCheck.Problem(read, FactSamples.Text) is null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    [Fact]
    public void Samples_AreOfEveryKindAndCanStand()
    {
        Assert.Equal(FactForm.Kinds, FactSamples.All.Select(c => c.Kind));
        Assert.All(FactSamples.All, c => Assert.Null(ClaimCheck.Problem(c, FactSamples.Text)));
    }

    [Fact]
    public void WordsTypedAnew_AreLookedForInTheText()
    {
        ClaimContent control = Sample(ClaimKind.Control);
        ClaimDraft draft = ClaimDraft.Of(Claim(control)) with { Fact = FactDraft.Of(control) with { Phrases = new Dictionary<string, string>(StringComparer.Ordinal) { ["part"] = "الطريق القديم" } } };
        var detail = (ControlDetail)Read(control, draft).Content!.Detail!;
        Assert.Equal(new Phrase("الطريق القديم", FactSamples.At("الطريق القديم")), detail.Part);
        Assert.Null(((ControlDetail)Read(control, draft with { Fact = draft.Fact with { Phrases = new Dictionary<string, string>(StringComparer.Ordinal) { ["part"] = "not in the text" } } }).Content!.Detail!).Part!.Span);
    }

    [Fact]
    public void Track_IsTakenByItsVenue()
    {
        ClaimContent round = Sample(ClaimKind.Round);
        ClaimDraft draft = ClaimDraft.Of(Claim(round));
        Assert.Equal(FactSamples.Geneva, Track(draft with { Fact = draft.Fact with { Track = new PlaceDraft("جنيف", "ch-geneva") } }));
        Assert.Equal(new TrackRef("ch-geneva", "جنيف", null), Track(draft with { Fact = draft.Fact with { Track = new PlaceDraft("", "ch-geneva") } }));
        Assert.Equal(("track_id", "problem.no_place"), Wrong(round, draft with { Fact = draft.Fact with { Track = new PlaceDraft("جنيف", "nowhere") } }));
        Assert.Equal(("track_id", "entry.problem.track_id"), Wrong(round, draft with { Fact = draft.Fact with { Track = new PlaceDraft("جنيف", "") } }));
        Assert.Equal(("track_id", "entry.problem.track"), Wrong(round, draft with { Fact = draft.Fact with { Track = new PlaceDraft("", "") } }));

        TrackRef Track(ClaimDraft typed) => ((RoundDetail)Read(round, typed).Content!.Detail!).Track;
    }

    /// <summary>A reviewer who knows the year gives it: the words and their place stay.</summary>
    [Fact]
    public void YearlessDay_BecomesADay()
    {
        ClaimContent round = Sample(ClaimKind.Round);
        ClaimContent read = Read(round, ClaimDraft.Of(Claim(round)) with { TimeValue = "2017-01-23" }).Content!;
        Assert.Null(read.Yearless);
        Assert.Equal((round.Yearless!.Text, round.Yearless.Span, new DateOnly(2017, 1, 23)), (read.Time!.Text, read.Time.Span, read.Time.First));
        Assert.Equal(("time_value", "entry.problem.time"), Wrong(round, ClaimDraft.Of(Claim(round)) with { TimeValue = "--02-30" }));
    }

    // An event has no field for a day without year.
    [Fact]
    public void YearlessDay_OfAnEvent_IsRefused()
    {
        var start = new ClaimContent { Kind = ClaimKind.Event, Span = FactSamples.At("وخرج"), Text = "وخرج", Type = EventType.Assault };
        Assert.Equal(("time_value", "problem.time"), Wrong(start, ClaimDraft.Of(Claim(start)) with { TimeValue = "--01-23" }));
    }

    [Theory]
    [InlineData("--01-23", 1, 23)]
    [InlineData("--02-29", 2, 29)]
    [InlineData("--02-30", 0, 0)]
    [InlineData("-01-23", 0, 0)]
    [InlineData("01-23", 0, 0)]
    [InlineData("--1-2", 0, 0)]
    [InlineData("--01-23Z", 0, 0)]
    [InlineData("", 0, 0)]
    [InlineData(null, 0, 0)]
    public void MonthDay_ReadsGMonthDay(string? text, int month, int day)
    {
        bool read = MonthDay.TryParse(text, out int m, out int d);
        Assert.Equal((month > 0, month > 0 ? (month, day) : (1, 1)), (read, (m, d)));
    }

    private static ClaimContent Sample(ClaimKind kind) => FactSamples.All.Single(c => c.Kind == kind);

    private static (string Field, string Key) Wrong(ClaimContent before, ClaimDraft draft)
    {
        (ClaimContent? content, IReadOnlyList<FieldProblem> problems) = Read(before, draft);
        Assert.Null(content);
        FieldProblem problem = Assert.Single(problems);
        return (problem.Field, problem.Key);
    }

    private static (ClaimContent? Content, IReadOnlyList<FieldProblem> Problems) Read(ClaimContent before, ClaimDraft draft) =>
        new ClaimEdit(draft, before, FactSamples.Text, FactSamples.Known, needsReason: false).Read();

    private static Claim Claim(ClaimContent content) => new() { Id = "c0000000000000000", ReportId = "r0000000000000000", Content = content, Proposed = content, Rule = "test" };

    private static T One<T>(int code)
        where T : struct, Enum => Enum.GetValues<T>()[code % Enum.GetValues<T>().Length];

    private static string Print(ClaimContent content) => JsonSerializer.Serialize(content);
}
