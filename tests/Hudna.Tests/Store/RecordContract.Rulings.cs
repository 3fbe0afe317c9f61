using Hudna.Assessment;
using Hudna.Rulings;
using Hudna.Store;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    /// <summary>Incident 1 (31 December, Idlib): two findings that differ, determined by the chair. Incident 2 (1 January, Aleppo): two
    /// that agree. Incident 3 (January): one, and one pending. Incident 4: none, province not known. Incident 5: no live claims.</summary>
    private async Task<string[]> GridAsync()
    {
        await FoundAsync(Hudna.Agreements.DecisionRule.Chair);
        string[] ids =
        [
            await OpenAsync(1, "قصف واحد", "قصف", c => c),
            await OpenAsync(2, "قصف اثنان", "قصف", c => c with { Time = new("1", null, "2017-01-01", new(2017, 1, 1), new(2017, 1, 1)) }),
            await OpenAsync(3, "قصف ثلاثة", "قصف", c => c with { Time = new("1", null, "2017-01", new(2017, 1, 1), new(2017, 1, 31)) }),
            await OpenAsync(4, "قصف أربعة", "قصف", c => c with { Time = null }),
            await OpenAsync(5, "قصف خمسة", "قصف", c => c),
        ];
        string gone = (await Record.ClaimsAsync(new ClaimFilter { IncidentId = ids[4] }, Cancellation)).Items[0].Id;
        await AppendAsync(Samples.Act(gone, new Hudna.Acts.ClaimRejected(1, "no")));
        await NoteAsync(
            await Record.StateAsync(Cancellation),
            (ids[0], MechanismSamples.Assessed(others: AssessmentOutcome.OutsideScope)), (ids[1], MechanismSamples.Assessed(province: "SY/Aleppo")),
            (ids[2], MechanismSamples.Assessed(AssessmentOutcome.NoViolation)), (ids[3], MechanismSamples.Assessed(AssessmentOutcome.CannotBeAssessed, province: null)));
        await AppendAsync(
            MechanismSamples.Finding(ids[0], "turkiye", MechanismSamples.Ayse), MechanismSamples.Finding(ids[0], "russia", MechanismSamples.Ivan, Ruling.OutsideScope),
            MechanismSamples.Determination(ids[0], rests: [("russia", 1), ("turkiye", 1)]),
            MechanismSamples.Finding(ids[1], "turkiye", MechanismSamples.Ayse, Ruling.CannotConfirm), MechanismSamples.Finding(ids[1], "russia", MechanismSamples.Ivan, Ruling.CannotConfirm),
            MechanismSamples.Finding(ids[2], "turkiye", MechanismSamples.Ayse, Ruling.Pending), MechanismSamples.Finding(ids[2], "russia", MechanismSamples.Ivan));
        return ids;
    }

    [Fact]
    public async Task Rulings_GiveIncidentsWithAllThatWasRuled_LatestFirst()
    {
        string[] ids = await GridAsync();
        Page<RulingRow> page = await Record.RulingsAsync(new RulingFilter(), Cancellation);
        Assert.Equal([ids[2], ids[1], ids[0], ids[3]], page.Items.Select(r => r.Incident.Id));
        RulingRow first = page.Items[2];
        Assert.Equal(["russia", "turkiye"], first.Findings.Select(f => f.DeskId));
        Assert.Equal((2, Ruling.Violation), (first.Assessment!.Outcomes.Count, first.Determination!.Content.Ruling));
        Assert.Equal(["russia"], first.Determination.Dissent);
        Assert.Empty(page.Items[3].Findings);
        Page<RulingRow> second = await Record.RulingsAsync(new RulingFilter { Offset = 1, Limit = 2 }, Cancellation);
        Assert.Equal((4, 1), (second.Total, second.Offset));
        Assert.Equal([ids[1], ids[0]], second.Items.Select(r => r.Incident.Id));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Record.RulingsAsync(new RulingFilter { Limit = 5001 }, Cancellation));
    }

    [Fact]
    public async Task Incidents_ByOutcome_UnderAnybodysLists()
    {
        await GridAsync();
        Assert.Equal([1, 2], await OfAsync(AssessmentOutcome.ApparentViolation));
        Assert.Equal([1], await OfAsync(AssessmentOutcome.OutsideScope));
        Assert.Equal([3], await OfAsync(AssessmentOutcome.NoViolation));
        Assert.Equal([4], await OfAsync(AssessmentOutcome.CannotBeAssessed));
        Assert.Single(await Record.IncidentDaysAsync(new IncidentFilter { Outcome = AssessmentOutcome.NoViolation }, Cancellation));

        async Task<IEnumerable<int>> OfAsync(AssessmentOutcome outcome) =>
            (await Record.IncidentsAsync(new IncidentFilter { Outcome = outcome }, Cancellation)).Items.Select(i => i.Number).Order();
    }

    [Fact]
    public async Task Rulings_Filters_NarrowTogether()
    {
        await GridAsync();
        Assert.Equal([3, 1], await NumbersAsync(new RulingFilter { Province = "SY/Idlib" }));
        Assert.Equal([4], await NumbersAsync(new RulingFilter { Province = string.Empty }));
        Assert.Equal([3], await NumbersAsync(new RulingFilter { From = MechanismSamples.Day("2017-01-02") }));
        Assert.Equal([1], await NumbersAsync(new RulingFilter { To = MechanismSamples.Day("2016-12-31") }));
        Assert.Equal([3, 1], await NumbersAsync(new RulingFilter { Ruling = Ruling.Violation }));
        Assert.Equal([1], await NumbersAsync(new RulingFilter { Ruling = Ruling.Violation, DeskId = "turkiye" }));
        Assert.Equal([3], await NumbersAsync(new RulingFilter { Ruling = Ruling.Violation, DeskId = "russia" }));
        Assert.Equal([3], await NumbersAsync(new RulingFilter { Ruling = Ruling.Pending }));
        Assert.Equal([3, 2, 1, 4], await NumbersAsync(new RulingFilter { DeskId = "turkiye" }));
        Assert.Equal([2], await NumbersAsync(new RulingFilter { Reason = RulingReason.SourcesConflict }));
        Assert.Empty(await NumbersAsync(new RulingFilter { Reason = RulingReason.OutsideArea, DeskId = "turkiye" }));
        Assert.Equal([1], await NumbersAsync(new RulingFilter { Outcome = AssessmentOutcome.OutsideScope }));
        Assert.Equal([2, 1], await NumbersAsync(new RulingFilter { Outcome = AssessmentOutcome.ApparentViolation }));
        Assert.Equal([4], await NumbersAsync(new RulingFilter { Agreeing = Agreeing.None }));
        Assert.Equal([3], await NumbersAsync(new RulingFilter { Agreeing = Agreeing.Single }));
        Assert.Equal([2], await NumbersAsync(new RulingFilter { Agreeing = Agreeing.Agreed }));
        Assert.Equal([1], await NumbersAsync(new RulingFilter { Agreeing = Agreeing.Diverging }));
        Assert.Equal([1], await NumbersAsync(new RulingFilter { Determined = true }));
        Assert.Equal([3, 2, 4], await NumbersAsync(new RulingFilter { Determined = false }));
        Assert.Empty(await NumbersAsync(new RulingFilter { Determined = true, Province = "SY/Aleppo" }));

        async Task<IEnumerable<int>> NumbersAsync(RulingFilter filter)
        {
            Page<RulingRow> page = await Record.RulingsAsync(filter, Cancellation);
            Assert.Equal(page.Items.Count, page.Total);
            Assert.Equal(page.Total, (await Record.RulingCountsAsync(filter, Cancellation)).Incidents);
            return page.Items.Select(r => r.Incident.Number);
        }
    }

    [Fact]
    public async Task RulingCounts_CountOverTheFilter()
    {
        await GridAsync();
        RulingCounts all = await Record.RulingCountsAsync(new RulingFilter { Limit = 1 }, Cancellation);
        Assert.Equal(4, all.Incidents);
        Assert.Equal([2, 1, 1, 1], Enum.GetValues<AssessmentOutcome>().Select(o => all.Outcomes[o]));
        Assert.Equal([1, 1, 1, 1], Enum.GetValues<Agreeing>().Select(a => all.Agreeing[a]));
        Assert.Equal(
            [
                new("russia", Ruling.Violation, 1), new("russia", Ruling.OutsideScope, 1), new("russia", Ruling.CannotConfirm, 1),
                new("turkiye", Ruling.Violation, 1), new("turkiye", Ruling.CannotConfirm, 1), new("turkiye", Ruling.Pending, 1),
            ],
            all.Rulings);
        Assert.Equal((1, 1), (all.Determined[Ruling.Violation], all.Determined.Values.Sum()));
        Assert.Equal([("", 1), ("SY/Aleppo", 1), ("SY/Idlib", 2)], all.Provinces.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, p.Value)));
        RulingCounts one = await Record.RulingCountsAsync(new RulingFilter { Province = "SY/Aleppo" }, Cancellation);
        Assert.Equal((1, 2, 0), (one.Incidents, one.Rulings.Sum(r => r.Count), one.Determined.Values.Sum()));
    }
}
