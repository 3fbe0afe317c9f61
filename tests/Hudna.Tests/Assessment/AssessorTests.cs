using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Assessment;

public sealed class AssessorTests
{
    private static readonly Assessor Assessor = Treaty.Assessor();

    /// <summary>One claim: what it says, the outcome on every list, what it rests on or lacks.</summary>
    [Theory]
    // act, author, target, place, when → outcome, detail
    [InlineData("ASSAULT", "state-sy", null, "sy-taftanaz", "2017-01-05", "apparent_violation", "1")]
    [InlineData("ASSAULT:firearms", "state-sy", null, "sy-taftanaz", "2017-01-05", "apparent_violation", "1")]
    [InlineData("ASSAULT", "sy:army", null, "sy-taftanaz", "2017-01-05", "apparent_violation", "1")] // grammar built it: its state's
    [InlineData("ASSAULT", "air-force", null, "sy-taftanaz", "2017-01-05", "apparent_violation", "1")] // belongs to the state
    [InlineData("ASSAULT", "army-of-islam", "state-sy", "sy-taftanaz", "2017-01-05", "apparent_violation", "1")]
    [InlineData("ASSAULT", "state-sy", null, "sy-taftanaz", "2016-12-29", "outside_scope", "date")]
    [InlineData("ASSAULT", "state-sy", null, "sy-taftanaz", "2016-12-29T23:59", "outside_scope", "date")]
    [InlineData("ASSAULT", "state-sy", null, "sy-taftanaz", "2016-12-30T00:00", "apparent_violation", "1")]
    [InlineData("ASSAULT", "state-sy", null, "sy-taftanaz", "2017-01-31", "apparent_violation", "1")]
    [InlineData("ASSAULT", "state-sy", null, "sy-taftanaz", "2017-02-01", "outside_scope", "date")]
    [InlineData("ASSAULT", "state-sy", null, "sy-taftanaz", "2016-12", "cannot_be_assessed", "date")]
    [InlineData("ASSAULT", "state-sy", null, "sy-taftanaz", null, "cannot_be_assessed", "date")]
    [InlineData("ASSAULT", "state-sy", null, "tr-reyhanli", "2017-01-05", "outside_scope", "area")]
    [InlineData("ASSAULT", "state-sy", null, "sy-raqqa", "2017-01-05", "outside_scope", "area")] // cut out
    [InlineData("ASSAULT", "state-sy", null, "35.95,38.4", "2017-01-05", "outside_scope", "area")] // 55 km west of its centre
    [InlineData("ASSAULT", "state-sy", null, "36.00,36.80", "2017-01-05", "apparent_violation", "1")] // no name, next to Taftanaz
    [InlineData("ASSAULT", "state-sy", null, "sy", "2017-01-05", "cannot_be_assessed", "place")] // some of it is cut out
    [InlineData("ASSAULT", "state-sy", null, null, "2017-01-05", "cannot_be_assessed", "place")]
    [InlineData("ASSAULT", null, null, "sy-taftanaz", "2017-01-05", "cannot_be_assessed", "author")]
    [InlineData("ASSAULT", "gunmen", null, "sy-taftanaz", "2017-01-05", "cannot_be_assessed", "author_identity")]
    [InlineData("ASSAULT", "sy:opposition", null, "sy-taftanaz", "2017-01-05", "cannot_be_assessed", "author_identity")]
    [InlineData("ASSAULT", "state-us", null, "sy-taftanaz", "2017-01-05", "outside_scope", "group")] // never joined
    [InlineData("ASSAULT", "ahrar", null, "sy-taftanaz", "2017-01-05", "outside_scope", "group")] // declined
    [InlineData("ASSAULT", "ahrar", null, "sy-taftanaz", "2017-01-10", "apparent_violation", "1")] // joined
    [InlineData("ASSAULT", "ahrar-unit", null, "sy-taftanaz", "2017-01-10", "apparent_violation", "1")]
    [InlineData("ASSAULT", "ahrar", null, "sy-taftanaz", "2017-01-09/2017-01-10", "cannot_be_assessed", "date")]
    [InlineData("ASSAULT", "leavers", null, "sy-taftanaz", "2017-01-14", "apparent_violation", "1")]
    [InlineData("ASSAULT", "leavers", null, "sy-taftanaz", "2017-01-15", "outside_scope", "group")]
    [InlineData("ASSAULT", "nusra", null, "sy-taftanaz", "2017-01-05", "outside_scope", "group")]
    [InlineData("ASSAULT", "state-sy", "nusra", "sy-taftanaz", "2017-01-05", "outside_scope", "group")]
    [InlineData("ASSAULT", "state-sy", "nusra-unit", "sy-taftanaz", "2017-01-05", "outside_scope", "group")]
    [InlineData("ASSAULT", "state-sy", "nusra+army-of-islam", "sy-taftanaz", "2017-01-05", "apparent_violation", "1")] // one of them is protected
    [InlineData("ASSAULT", "nusra+army-of-islam", "state-sy", "sy-taftanaz", "2017-01-05", "apparent_violation", "1")] // one of them is bound
    [InlineData("ASSAULT", "gunmen", "nusra", "sy-taftanaz", "2017-01-05", "outside_scope", "group")] // whoever did it
    [InlineData("ASSAULT", "state-ru", null, "sy-taftanaz", "2017-01-05", "cannot_be_assessed", "act")] // a guarantor is barred from the air only
    [InlineData("ASSAULT:aerial", "russian-air-force", null, "sy-taftanaz", "2017-01-05", "apparent_violation", "4")]
    [InlineData("ASSAULT:firearms", "state-ru", null, "sy-taftanaz", "2017-01-05", "no_violation", "")]
    [InlineData("COERCE:withhold", "state-sy", "local-council", "sy-taftanaz", "2017-01-05", "apparent_violation", "3")]
    [InlineData("COERCE", "state-sy", null, "sy-taftanaz", "2017-01-05", "cannot_be_assessed", "act")]
    [InlineData("COERCE:arrest", "state-sy", null, "sy-taftanaz", "2017-01-05", "no_violation", "")]
    [InlineData("COERCE:arrest", null, null, "sy-taftanaz", "2017-01-05", "no_violation", "")] // whoever did it
    [InlineData("MOBILIZE:troops", "state-sy", null, "sy-taftanaz", "2017-01-05", "apparent_violation", "6")]
    [InlineData("MOBILIZE:police", "state-sy", null, "sy-taftanaz", "2017-01-05", "no_violation", "")] // permitted
    [InlineData("MOBILIZE", "state-sy", null, "sy-taftanaz", "2017-01-05", "cannot_be_assessed", "act")] // may be permitted
    [InlineData("PROTEST", "state-sy", "army-of-islam", "sy-taftanaz", "2017-01-05", "apparent_violation", "8")]
    [InlineData("PROTEST", "state-sy", null, "sy-taftanaz", "2017-01-05", "cannot_be_assessed", "target")]
    [InlineData("PROTEST", "state-sy", "state-us", "sy-taftanaz", "2017-01-05", "no_violation", "")]
    [InlineData("RETREAT", "state-sy", null, "sy-palmyra", "2017-01-05", "apparent_violation", "9")] // 5.5 km inside the polygon
    [InlineData("RETREAT", "state-sy", null, "sy-taftanaz", "2017-01-05", "no_violation", "")]
    [InlineData("RETREAT", "state-sy", null, "34.501,38.27", "2017-01-05", "apparent_violation", "9")] // 110 m inside its bound
    [InlineData("RETREAT", "state-sy", null, "34.499,38.27", "2017-01-05", "no_violation", "")]
    [InlineData(null, "state-sy", null, "sy-taftanaz", "2017-01-05", "no_violation", "")]
    public void OneClaim(string? act, string? author, string? target, string? place, string? when, string outcome, string detail)
    {
        ListOutcome found = Assert.Single(Assessor.Assess([Treaty.Claim("c1", act, author, target, place, when)]).Outcomes);
        Assert.Equal(outcome, Wire.Name(found.Outcome));
        Assert.Equal(detail, Detail(found));
    }

    [Fact]
    public void ListsThatDiffer_GiveOneOutcomeEach()
    {
        IncidentAssessment found = Assessor.Assess([Treaty.Claim("c1", target: "zenki", when: "2017-01-25")]);
        Assert.Equal(["russia: outside_scope group", "turkiye: apparent_violation 1"], found.Outcomes.Select(Told));
    }

    [Fact]
    public void SameOutcomeOnOtherGrounds_StandsApart()
    {
        Agreement listed = Treaty.Agreement with { Listings = [.. Treaty.Agreement.Listings, Treaty.Listed(Treaty.Russia, "state-us", "2017-01-01")] };
        IncidentAssessment found = Treaty.Assessor(listed).Assess([Treaty.Claim("c1", author: "state-us")]);
        Assert.Equal(["russia: outside_scope group", "turkiye: outside_scope group"], found.Outcomes.Select(Told));
        Assert.Equal(["author_excluded.yes", "author_bound.no_record"], found.Outcomes.Select(o => o.Variants[0].Steps[0].Reason));
    }

    [Fact]
    public void ListsThatDifferLater_GiveOneOutcomeBefore() => Assert.Equal(
        ["russia+turkiye: apparent_violation 1"], Assessor.Assess([Treaty.Claim("c1", target: "zenki", when: "2017-01-19")]).Outcomes.Select(Told));

    [Fact]
    public void WithoutLists_ThereIsOneOutcomeOfNobody()
    {
        Agreement none = Treaty.Agreement with { Listers = [], Listings = [] };
        Assert.Equal([": apparent_violation 1"], Treaty.Assessor(none).Assess([Treaty.Claim("c1", target: "nusra")]).Outcomes.Select(Told));
    }

    [Fact]
    public void OnlyACommonList_GivesOneOutcome()
    {
        Agreement common = Treaty.Agreement with { Listers = [Treaty.Agreement.Listers[0]], Listings = [Treaty.Agreement.Listings[0]] };
        Assert.Equal(["un: outside_scope group"], Treaty.Assessor(common).Assess([Treaty.Claim("c1", target: "nusra")]).Outcomes.Select(Told));
    }

    [Fact]
    public void ContestedAuthor_BothBound_IsAViolationEitherWay()
    {
        IncidentAssessment found = Assessor.Assess([Treaty.Claim("c1", author: "state-sy"), Treaty.Claim("c2", author: "army-of-islam")]);
        Assert.Equal(AttributionState.Contested, found.Attribution);
        ListOutcome outcome = Assert.Single(found.Outcomes);
        Assert.Equal((AssessmentOutcome.ApparentViolation, 2), (outcome.Outcome, outcome.Variants.Count));
    }

    [Fact]
    public void ContestedAuthor_OneExcluded_TurnsOnWhomOneBelieves()
    {
        ListOutcome outcome = Assert.Single(Assessor.Assess([Treaty.Claim("c1", author: "state-sy"), Treaty.Claim("c2", author: "nusra")]).Outcomes);
        Assert.Equal((AssessmentOutcome.CannotBeAssessed, "attribution"), (outcome.Outcome, Detail(outcome)));
        Assert.Equal([AssessmentOutcome.OutsideScope, AssessmentOutcome.ApparentViolation], outcome.Variants.OrderBy(v => v.Authors[0].ActorId, StringComparer.Ordinal).Select(v => v.Outcome));
        Assert.All(outcome.Variants.SelectMany(v => v.Steps.Where(s => s.Question == AssessmentQuestion.AuthorBound)), s => Assert.Single(s.ClaimIds));
    }

    [Fact]
    public void ContestedTarget_OneExcluded_TurnsOnWhomOneBelieves()
    {
        ListOutcome outcome = Assert.Single(Assessor.Assess([Treaty.Claim("c1", target: "nusra"), Treaty.Claim("c2", target: "army-of-islam")]).Outcomes);
        Assert.Equal((AssessmentOutcome.CannotBeAssessed, "target_identity"), (outcome.Outcome, Detail(outcome)));
    }

    // A claim that says less stands in nobody's way.
    [Theory]
    [InlineData(null)]
    [InlineData("unidentified gunmen")]
    [InlineData("طيران مجهول")]
    [InlineData("artillery of state-sy")] // a word in common
    [InlineData("sy:army")]
    [InlineData("air-force")]
    public void ClaimThatSaysLessOfTheAuthor_ContestsNothing(string? author)
    {
        IncidentAssessment found = Assessor.Assess([Treaty.Claim("c1", author: "state-sy"), Treaty.Claim("c2", author: author)]);
        Assert.Equal(AttributionState.Attributed, found.Attribution);
        Assert.Equal(AssessmentOutcome.ApparentViolation, Assert.Single(found.Outcomes).Outcome);
    }

    // What nobody recognised may be anybody: it is not the one who is named.
    [Theory]
    [InlineData("gunmen")]
    [InlineData("armed men of Bassima")]
    public void NameThatNobodyKnowsBesideOneThatIsKnown_IsContested(string author)
    {
        IncidentAssessment found = Assessor.Assess([Treaty.Claim("c1", author: "state-sy"), Treaty.Claim("c2", author: author)]);
        Assert.Equal(AttributionState.Contested, found.Attribution);
        Assert.Equal("attribution author_identity", string.Join(' ', Assert.Single(found.Outcomes).Missing.OrderByDescending(m => m).Select(Wire.Name)));
    }

    [Fact]
    public void FactionThatIsOnlyDescribed_ContestsNoFactionThatIsNamed()
    {
        Claim described = Treaty.Claim("c2", author: "sy:opposition");
        Assert.Equal(AttributionState.Attributed, Assessor.Assess([Treaty.Claim("c1", author: "army-of-islam"), described]).Attribution);
        Assert.Equal(AttributionState.Contested, Assessor.Assess([Treaty.Claim("c1", author: "state-sy"), described]).Attribution);
    }

    [Fact]
    public void MonthBesideADayOfIt_IsThatDay() => Assert.Equal(
        AssessmentOutcome.ApparentViolation, Assessor.Assess([Treaty.Claim("c1", when: "2016-12"), Treaty.Claim("c2", when: "2016-12-31")]).Outcomes[0].Outcome);

    [Fact]
    public void DaysOnBothSidesOfTheBound_CannotBeAssessed() => Assert.Equal(
        "date", Detail(Assessor.Assess([Treaty.Claim("c1", when: "2016-12-29"), Treaty.Claim("c2", when: "2016-12-30")]).Outcomes[0]));

    [Fact]
    public void DeniedToo_IsAssessedAsClaimed_AndSaysSo()
    {
        IncidentAssessment found = Assessor.Assess([Treaty.Claim("c1"), Treaty.Claim("c2", modality: Modality.Negated)]);
        Assert.Equal((OccurrenceState.Disputed, AssessmentOutcome.ApparentViolation), (found.Occurrence, found.Outcomes[0].Outcome));
    }

    [Theory]
    [InlineData(Modality.Negated)]
    [InlineData(Modality.Planned)]
    [InlineData(Modality.Possible)]
    public void NobodyAsserts_CannotBeAssessed(Modality modality)
    {
        IncidentAssessment found = Assessor.Assess([Treaty.Claim("c1", modality: modality)]);
        Assert.Equal((OccurrenceState.NotAsserted, "occurrence"), (found.Occurrence, Detail(Assert.Single(found.Outcomes))));
    }

    [Fact]
    public void RejectedClaims_AreLeftOut()
    {
        Claim rejected = Treaty.Claim("c2", author: "nusra") with { Status = ClaimStatus.Rejected };
        Assert.Equal(AttributionState.Attributed, Assessor.Assess([Treaty.Claim("c1"), rejected]).Attribution);
    }

    [Fact]
    public void ConditionalPermission_IsShownAndChangesNothing()
    {
        ListOutcome found = Assessor.Assess([Treaty.Claim("c1")]).Outcomes[0];
        Assert.Contains(found.Variants[0].Steps, s => s is { Question: AssessmentQuestion.Permitted, Reason: "permitted.condition" });
        Assert.Equal(AssessmentOutcome.ApparentViolation, found.Outcome);
    }

    [Fact]
    public void Trace_CitesClauseAndClaimAtEachStep()
    {
        IncidentAssessment found = Assessor.Assess([Treaty.Claim("c1", author: "ahrar", target: "local-council", when: "2017-01-12T14:30"), Treaty.Claim("c2", author: null, when: "2017-01-12")]);
        string[] steps = [.. found.Steps.Concat(found.Outcomes[0].Variants[0].Steps).Select(s =>
            $"{Wire.Name(s.Question)} {Wire.Name(s.Result)} {s.Reason} [{string.Join(' ', s.Read)}] [{string.Join(' ', s.Clauses)}] [{string.Join(' ', s.ClaimIds)}]")];
        Assert.Equal(
            [
                "occurred yes occurred.asserted [number:2] [] [c1 c2]",
                "in_force yes in_force.yes [minute:2017-01-12T14:30 minute:2016-12-30T00:00] [agreement:test] [c1 c2]",
                "in_area yes in_area.yes [place:sy-taftanaz area:land] [scope:land] [c1 c2]",
                "author_bound yes author_bound.adheres [actor:ahrar actor:ahrar days:2017-01-10] [adherence:ahrar@2017-01-10] [c1]",
                "target_excluded no target_excluded.no [actor:local-council] [] [c1]",
                "forbidden yes forbidden.yes [provision:1 act:ASSAULT] [provision:1] [c1]",
                "permitted unknown permitted.condition [provision:5 provision:1] [provision:5] [c1]",
            ],
            steps);
    }

    [Fact]
    public void Trace_CitesTheListAndTheEntry_AndStopsThere()
    {
        TraceStep last = Assessor.Assess([Treaty.Claim("c1", target: "nusra-unit")]).Outcomes[0].Variants[0].Steps[^1];
        Assert.Equal("target_excluded.yes actor:nusra-unit actor:nusra lister:un days:2013-05-30", $"{last.Reason} {string.Join(' ', last.Read)}");
        Assert.Equal(["listing:un:nusra@2013-05-30"], last.Clauses);
    }

    [Fact]
    public void Province_IsTheGazetteersOrTheNearestSettlements()
    {
        Assert.Equal("SY/Idlib", Assessor.Assess([Treaty.Claim("c1")]).Province);
        Assert.Equal("SY/Idlib", Assessor.Assess([Treaty.Claim("c1", place: "36.00,36.80")]).Province);
        Assert.Equal("SY/Idlib", Assessor.Assess([Treaty.Claim("c1", place: "sy-idlib-gov")]).Province);
        Assert.Null(Assessor.Assess([Treaty.Claim("c1", place: "sy")]).Province);
        Assert.Null(Assessor.Assess([Treaty.Claim("c1", place: "33.0,40.0")]).Province);
    }

    internal static string Detail(ListOutcome outcome) => outcome.Outcome switch
    {
        AssessmentOutcome.OutsideScope => Wire.Name(outcome.OutsideBy!.Value),
        AssessmentOutcome.ApparentViolation => string.Join(' ', outcome.Provisions),
        _ => string.Join(' ', outcome.Missing.Select(Wire.Name)),
    };

    internal static string Told(ListOutcome outcome) => $"{string.Join('+', outcome.Listers)}: {Wire.Name(outcome.Outcome)} {Detail(outcome)}";
}
