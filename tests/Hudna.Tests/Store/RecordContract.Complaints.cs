using Hudna.Acts;
using Hudna.Rulings;
using Hudna.Store;

namespace Hudna.Tests.Store;

public abstract partial class RecordContract
{
    [Fact]
    public async Task Complaint_GoesItsWay()
    {
        string id = await RuledOnAsync();
        await AppendAsync(
            MechanismSamples.Complaint(1), Samples.Act("k0000000000000001", new ComplaintLinked(id, "same"), MechanismSamples.Ayse),
            MechanismSamples.Moved(1, 1, ComplaintStage.PreliminaryInquiry, 1), MechanismSamples.Moved(1, 2, ComplaintStage.Tasked, 2),
            MechanismSamples.Moved(1, 3, ComplaintStage.Investigated, 3, "seen"));
        await RefusedAsync("a determination on its incident", MechanismSamples.Moved(1, 4, ComplaintStage.Ruled, 4));
        await AppendAsync(
            MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan, Ruling.NoViolation), MechanismSamples.Finding(id, "turkiye", MechanismSamples.Ayse, Ruling.NoViolation),
            MechanismSamples.Determination(id, Ruling.NoViolation, rests: [("russia", 1), ("turkiye", 1)]), MechanismSamples.Moved(1, 4, ComplaintStage.Ruled, 4));
        await RefusedAsync("only after a determination of a violation", MechanismSamples.Moved(1, 5, ComplaintStage.PartyAsked, 5));
        await RefusedAsync("was ruled on with incident", Samples.Act("k0000000000000001", new ComplaintLinked(await OpenAsync(2, "حصار", "حصار", c => c), "other"), MechanismSamples.Ayse));
        await AppendAsync(MechanismSamples.Moved(1, 5, ComplaintStage.Closed, 6, "no violation"));
        Complaint complaint = (await Record.ComplaintAsync("1", Cancellation))!;
        Assert.Equal((ComplaintStage.Closed, 6, id), (complaint.Stage, complaint.Revision, complaint.Content.IncidentId));
        Assert.Equal(("seen", MechanismSamples.Ayse, MechanismSamples.Lodged.AddHours(3)), (complaint.Steps[3].Note, complaint.Steps[3].By, complaint.Steps[3].At));
        await RefusedAsync("is closed", MechanismSamples.Moved(1, 6, ComplaintStage.Closed, 7, "again"));
    }

    [Fact]
    public async Task Complaint_AfterAViolation_AsksTheParty()
    {
        string id = await RuledOnAsync();
        await AppendAsync(
            MechanismSamples.Finding(id, "russia", MechanismSamples.Ivan), MechanismSamples.Finding(id, "turkiye", MechanismSamples.Ayse),
            MechanismSamples.Determination(id, rests: [("russia", 1), ("turkiye", 1)]), MechanismSamples.Complaint(1, id));
        ComplaintStage[] all = Enum.GetValues<ComplaintStage>();
        await AppendAsync([.. all.Skip(1).Select((stage, i) => MechanismSamples.Moved(1, i + 1, stage, i))]);
        Assert.Equal(all, (await Record.ComplaintAsync("k0000000000000001", Cancellation))!.Steps.Select(s => s.Stage));
    }

    [Fact]
    public async Task Complaint_Lodged_Refusals()
    {
        await RefusedAsync("no desk turkiye", MechanismSamples.Complaint(1));
        string id = await RuledOnAsync();
        await ConflictAsync("number is 1, not 2", MechanismSamples.Complaint(2));
        await RefusedAsync("no desk moon", MechanismSamples.Complaint(1, desk: "moon"));
        await RefusedAsync("Ivan is no member of desk turkiye on 2017-01-03", MechanismSamples.Complaint(1, by: MechanismSamples.Ivan));
        await RefusedAsync("recorded by people", MechanismSamples.Complaint(1, by: Samples.Machine));
        await RefusedAsync("no incident i9", MechanismSamples.Complaint(1, "i9"));
        await RefusedAsync("no report r9", MechanismSamples.Complaint(1, id, report: "r9"));
        await RefusedAsync("summary: 1 to 1000", MechanismSamples.Complaint(1, summary: " "));
        await RefusedAsync("summary: 1 to 1000", MechanismSamples.Complaint(1, summary: new string('x', 1001)));
        string report = (await Record.ReportsAsync(new ReportFilter(), Cancellation)).Items[0].Id;
        await AppendAsync(MechanismSamples.Complaint(1, id, report: report));
        await ConflictAsync("already lodged", MechanismSamples.Complaint(1, id));
        Assert.Equal(1, await Record.LastComplaintNumberAsync(Cancellation));
    }

    [Fact]
    public async Task Complaint_Moved_Refusals()
    {
        string id = await RuledOnAsync();
        await RefusedAsync("There is no complaint", MechanismSamples.Moved(1, 1, ComplaintStage.PreliminaryInquiry, 1));
        await AppendAsync(MechanismSamples.Complaint(1));
        await ConflictAsync("at revision 1", MechanismSamples.Moved(1, 2, ComplaintStage.PreliminaryInquiry, 1));
        await RefusedAsync("preliminary_inquiry comes next", MechanismSamples.Moved(1, 1, ComplaintStage.Tasked, 1));
        await RefusedAsync("preliminary_inquiry comes next", MechanismSamples.Moved(1, 1, ComplaintStage.Lodged, 1));
        await RefusedAsync("note: why", MechanismSamples.Moved(1, 1, ComplaintStage.Closed, 1));
        await RefusedAsync("is before the last step", MechanismSamples.Moved(1, 1, ComplaintStage.PreliminaryInquiry, -1));
        await RefusedAsync("no member of any desk on 2017-01-03", MechanismSamples.Moved(1, 1, ComplaintStage.PreliminaryInquiry, 1, by: "Nobody"));
        await RefusedAsync("recorded by people", MechanismSamples.Moved(1, 1, ComplaintStage.PreliminaryInquiry, 1, by: Samples.Machine));
        await RefusedAsync("no incident i9", Samples.Act("k0000000000000001", new ComplaintLinked("i9", "?"), MechanismSamples.Ayse));
        await AppendAsync(Samples.Act("k0000000000000001", new ComplaintLinked(id, "same"), MechanismSamples.Ayse));
        await ConflictAsync("already linked", Samples.Act("k0000000000000001", new ComplaintLinked(id, "same"), MechanismSamples.Ayse));
        await AppendAsync(MechanismSamples.Moved(1, 1, ComplaintStage.Closed, 0, "withdrawn"));
    }

    [Fact]
    public async Task Complaints_Filters_NewestFirst()
    {
        string id = await RuledOnAsync();
        await AppendAsync(
            MechanismSamples.Complaint(1, id), MechanismSamples.Complaint(2, desk: "russia", by: MechanismSamples.Ivan), MechanismSamples.Complaint(3),
            MechanismSamples.Moved(3, 1, ComplaintStage.Closed, 1, "withdrawn"));
        Assert.Equal([3, 2, 1], await NumbersAsync(new ComplaintFilter()));
        Assert.Equal([3], await NumbersAsync(new ComplaintFilter { Stage = ComplaintStage.Closed }));
        Assert.Equal([2], await NumbersAsync(new ComplaintFilter { DeskId = "russia" }));
        Assert.Equal([1], await NumbersAsync(new ComplaintFilter { IncidentId = id }));
        Assert.Equal([2, 1], await NumbersAsync(new ComplaintFilter { Open = true }));
        Page<Complaint> page = await Record.ComplaintsAsync(new ComplaintFilter { Offset = 1, Limit = 1 }, Cancellation);
        Assert.Equal((3, 1, 2), (page.Total, page.Offset, page.Items.Single().Number));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Record.ComplaintsAsync(new ComplaintFilter { Limit = 0 }, Cancellation));
        Assert.Null(await Record.ComplaintAsync("9", Cancellation));

        async Task<IEnumerable<int>> NumbersAsync(ComplaintFilter filter) =>
            (await Record.ComplaintsAsync(filter, Cancellation)).Items.Select(c => c.Number);
    }
}
