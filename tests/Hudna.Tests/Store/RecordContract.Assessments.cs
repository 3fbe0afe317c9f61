using Hudna.Acts;
using Hudna.Assessment;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    private Task<int> NoteAsync(long seen, params (string Id, IncidentAssessment? Assessment)[] looked) => Record.NoteAssessedAsync(
        seen, Samples.Noon, "machine:assessor/1", [.. looked.Select(l => l.Id)],
        looked.Where(l => l.Assessment is not null).ToDictionary(l => l.Id, l => l.Assessment!, StringComparer.Ordinal), Cancellation);

    private async Task<IEnumerable<string>> StaleAsync() =>
        (await Record.StaleIncidentsAsync(5000, Cancellation)).Incidents.Select(s => s.Incident.Id);

    [Fact]
    public async Task Stale_WithoutAgreement_NoneIs()
    {
        await OpenAsync(1, "قصف تفتناز", "قصف", c => c);
        StaleIncidents none = await Record.StaleIncidentsAsync(10, Cancellation);
        Assert.Equal((0, 0, await Record.StateAsync(Cancellation)), (none.Total, none.Incidents.Count, none.Seen));
        Assert.Equal(0, await NoteAsync(none.Seen, ("i1", null)));
        await FoundAsync();
        Assert.Single(await StaleAsync());
    }

    [Fact]
    public async Task Stale_AfterEachChangeOfClaimsOrSources_AndOfNothingElse()
    {
        await FoundAsync();
        (string id, string first, string second) = await TwoSourcesAsync();
        string other = await OpenAsync(2, "حصار بسيمة", "حصار", c => c with { Type = EventType.Coerce });
        Assert.Equal([id, other], await StaleAsync());
        StaleIncident stale = (await Record.StaleIncidentsAsync(1, Cancellation)).Incidents.Single();
        Assert.Equal([first, second], stale.Claims.Select(c => c.Id));
        Assert.Null(stale.Before);
        Assert.Equal(2, (await Record.StaleIncidentsAsync(1, Cancellation)).Total);
        await LookedAsync();
        string report = (await Record.ClaimAsync(first, Cancellation))!.ReportId;
        Act[] changes =
        [
            Samples.Act(first, new ClaimAccepted(1, "yes")),
            Samples.Act(report, new ReportSourceNoted(Samples.Source("Third"))),
            Samples.Act(second, new ClaimRejected(1, "no")),
            Samples.Act(second, new ClaimUnlinked(id, "elsewhere")),
        ];
        foreach (Act change in changes)
        {
            await AppendAsync(change);
            Assert.Equal([id], await StaleAsync());
            await LookedAsync();
        }

        await AppendAsync(MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan));
        await AppendAsync(MechanismSamples.Coverage("v1", MechanismSamples.CoverageOf()), MechanismSamples.Desk("new", "state-qa", "Q", Hudna.Rulings.DeskRole.Observer));
        await FileAsync("خبر آخر");
        Assert.Empty(await StaleAsync());
        await AppendAsync(MechanismSamples.Listing("nusra", "2017-01-05"));
        Assert.Equal([id, other], await StaleAsync());

        async Task LookedAsync()
        {
            StaleIncidents all = await Record.StaleIncidentsAsync(5000, Cancellation);
            Assert.Equal(0, await NoteAsync(all.Seen, [.. all.Incidents.Select(i => (i.Incident.Id, (IncidentAssessment?)null))]));
            Assert.Empty(await StaleAsync());
        }
    }

    [Fact]
    public async Task NoteAssessed_AppendsWhatCameOutDifferently()
    {
        await FoundAsync();
        (string id, _, _) = await TwoSourcesAsync();
        string other = await OpenAsync(2, "حصار بسيمة", "حصار", c => c);
        long seen = await Record.StateAsync(Cancellation);
        Assert.Equal(1, await NoteAsync(seen, (other, null), (id, MechanismSamples.Assessed())));
        Assert.Empty(await StaleAsync());
        Assert.Equal(MechanismSamples.Assessed().Province, (await Record.AssessmentAsync(id, Cancellation))!.Province);
        Assert.Null(await Record.AssessmentAsync(other, Cancellation));
        Act act = (await Record.HistoryAsync(id, Cancellation))[^1];
        Assert.Equal((seen, "machine:assessor/1", Samples.Noon), (((IncidentAssessed)act.Body).Seen, act.By, act.At));

        // The same result from another process is no news.
        Assert.Equal(0, await NoteAsync(seen, (id, MechanismSamples.Assessed())));
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal([id, other], await StaleAsync());
        Assert.Equal("SY/Idlib", (await Record.StaleIncidentsAsync(10, Cancellation)).Incidents[0].Before!.Province);
    }

    [Fact]
    public async Task NoteAssessed_OfWhatHasChangedSince_LeavesItStale()
    {
        await FoundAsync();
        (string id, string first, _) = await TwoSourcesAsync();
        string other = await OpenAsync(2, "حصار بسيمة", "حصار", c => c);
        long seen = await Record.StateAsync(Cancellation);
        await AppendAsync(Samples.Act(first, new ClaimAccepted(1, "yes")));
        Assert.Equal(1, await NoteAsync(seen, (id, MechanismSamples.Assessed()), (other, MechanismSamples.Assessed())));
        Assert.Equal([id], await StaleAsync());
        Assert.Null(await Record.AssessmentAsync(id, Cancellation));
        await AppendAsync(MechanismSamples.Adherence("jaysh", "2017-01-10"));
        Assert.Equal(0, await NoteAsync(seen + 2, (id, MechanismSamples.Assessed())));
        Assert.Equal([id, other], await StaleAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => Record.NoteAssessedAsync(
            seen, Samples.Noon, "machine:x", [], new Dictionary<string, IncidentAssessment> { [id] = MechanismSamples.Assessed() }, Cancellation));
    }

    [Fact]
    public async Task Assessed_Refusals()
    {
        (string id, string first, _) = await TwoSourcesAsync();
        await RefusedAsync("no agreement to assess by", Of(id, 1));
        await FoundAsync();
        long founded = await Record.StateAsync(Cancellation);
        await AppendAsync(Samples.Act(first, new ClaimAccepted(1, "yes")));
        await RefusedAsync("There is no incident i9", Of("i9", founded + 1));
        await RefusedAsync("the record's agreement is truce, not other", Of(id, founded + 1, MechanismSamples.Assessed(agreement: "other")));
        await RefusedAsync("seen:", Of(id, founded + 2));
        await ConflictAsync("changed with act", Of(id, founded));
        await AppendAsync(Of(id, founded + 1));
        await ConflictAsync("changed with act", Samples.Act(first, new ClaimRejected(2, "no")), Of(id, founded + 2));
        await AppendAsync(MechanismSamples.Adherence("jaysh", "2017-01-10"));
        await ConflictAsync("Agreement truce changed", Of(id, founded + 2));

        static Act Of(string id, long seen, IncidentAssessment? assessment = null) =>
            Samples.Act(id, new IncidentAssessed(seen, assessment ?? MechanismSamples.Assessed()), Samples.Machine);
    }

    /// <summary>A rebuild applies acts in steps and derives incidents at the end; which act changed an incident last must come out the same.</summary>
    [Fact]
    public async Task Rebuild_OverSeveralSteps_KnowsWhichActChangedAnIncidentLast()
    {
        await FoundAsync();
        (string id, string first, string second) = await TwoSourcesAsync();
        string other = await OpenAsync(2, "حصار بسيمة", "حصار", c => c);
        string report = (await Record.ClaimAsync(first, Cancellation))!.ReportId;
        Act[] fill = [.. Enumerable.Range(1, 700).Select(n => Samples.Act($"m-{n}", new ActorAdded($"Actor {n}", [], ActorType.Other, null, [])))];
        await AppendAsync([.. fill, Samples.Act(report, new ReportSourceNoted(Samples.Source("Third")))]);
        await AppendAsync(Samples.Act(first, new ClaimUnlinked(id, "elsewhere")));
        await AppendAsync([.. fill.Select(a => a with { Subject = a.Subject + "-b" })]);
        await AppendAsync(Samples.Linked(first, other, "Desk A"), Samples.Act(report, new ReportSourceNoted(Samples.Source("Fourth"))));
        await AppendAsync(Samples.Act(second, new ClaimAccepted(1, "yes")), MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan));
        await NoteAsync(await Record.StateAsync(Cancellation), (id, MechanismSamples.Assessed()), (other, MechanismSamples.Assessed()));
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
    }
}
