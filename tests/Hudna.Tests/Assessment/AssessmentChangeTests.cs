using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Incidents;

namespace Hudna.Tests.Assessment;

public sealed class AssessmentChangeTests
{
    private static readonly Claim[] Claims = [Treaty.Claim("c1", author: "ahrar", when: "2017-01-05")];

    [Fact]
    public void RecordedAdherence_TurnsOutsideScopeIntoAViolation_AndIsTheReason()
    {
        Agreement later = Treaty.Agreement with { Adherences = [.. Treaty.Agreement.Adherences, Treaty.Adheres("ahrar", AdherenceStatus.Adheres, "2017-01-03")] };
        AssessmentChange change = Assert.Single(AssessmentChange.Of(Treaty.Assessor().Assess(Claims), Treaty.Assessor(later).Assess(Claims)));
        Assert.Null(change.Lister);
        Assert.True(change.IsOfOutcome);
        Assert.Equal((AssessmentOutcome.OutsideScope, AssessmentOutcome.ApparentViolation), (change.Before!.Outcome, change.After.Outcome));
        Assert.Equal("adherence:ahrar@2017-01-03", change.Because[0].Clauses[0]);
        Assert.Equal("author_bound.declined", change.NoLonger[0].Reason);
    }

    [Fact]
    public void ChangedList_ChangesOnlyItsListersOutcome()
    {
        Claim[] claims = [Treaty.Claim("c1", target: "army-of-islam")];
        Agreement later = Treaty.Agreement with { Listings = [.. Treaty.Agreement.Listings, Treaty.Listed(Treaty.Russia, "army-of-islam", "2017-01-01")] };
        AssessmentChange change = Assert.Single(AssessmentChange.Of(Treaty.Assessor().Assess(claims), Treaty.Assessor(later).Assess(claims)), c => c.IsOfOutcome);
        Assert.Equal(("russia", AssessmentOutcome.OutsideScope), (change.Lister, change.After.Outcome));
    }

    [Fact]
    public void FurtherClaim_SaysWhatItAdded()
    {
        AssessmentChange change = Assert.Single(AssessmentChange.Of(
            Treaty.Assessor().Assess([Treaty.Claim("c1", author: null)]), Treaty.Assessor().Assess([Treaty.Claim("c1", author: null), Treaty.Claim("c2")])));
        Assert.Equal((AssessmentOutcome.CannotBeAssessed, AssessmentOutcome.ApparentViolation), (change.Before!.Outcome, change.After.Outcome));
        Assert.Contains(change.Because, s => s.Reason == "author_bound.party");
    }

    [Fact]
    public void FirstAssessment_IsAChangeFromNothing() =>
        Assert.Null(Assert.Single(AssessmentChange.Of(null, Treaty.Assessor().Assess(Claims))).Before);
}
