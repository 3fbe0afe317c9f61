using System.Globalization;
using Hudna.Agreements;
using Hudna.Rulings;
using Hudna.Tests.Store;

namespace Hudna.Tests.Rulings;

/// <summary>Damascus is two hours ahead of UTC in January. First commission: inquiry 24 h, tasked 48 h, answered 72 h; from 10 January
/// (of Damascus) a second one gives 6 hours to each of these stages and to the closing.</summary>
public sealed class ComplaintClockTests
{
    private static readonly Agreement Two = MechanismSamples.Agreement() is var one ? one with
    {
        Commissions =
        [
            one.Commissions[0] with { Period = new Period(null, new DateOnly(2017, 1, 9)) },
            one.Commissions[0] with
            {
                Period = new Period(new DateOnly(2017, 1, 10), new DateOnly(2017, 2, 1)),
                Deadlines = [.. new[] { ComplaintStage.PreliminaryInquiry, ComplaintStage.Tasked, ComplaintStage.Answered, ComplaintStage.Closed }.Select(s => new Deadline(s, 6))],
            },
        ],
    } : null!;

    private static Complaint Of(params (ComplaintStage Stage, string At)[] steps) => new()
    {
        Id = "k1",
        Number = 1,
        Content = new ComplaintContent("turkiye", null, null, null, "Shelling", At(steps[0].At)),
        Steps = [.. steps.Select(s => new ComplaintStep(s.Stage, At(s.At), "Ayşe", string.Empty))],
    };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public static TheoryData<ComplaintStage, string, string?> Due => new()
    {
        { ComplaintStage.Lodged, "2017-01-03T09:00+02:00", "2017-01-04T09:00+02:00" },
        { ComplaintStage.PreliminaryInquiry, "2017-01-03T09:00+02:00", "2017-01-05T09:00+02:00" },
        { ComplaintStage.Tasked, "2017-01-03T09:00+02:00", null },
        { ComplaintStage.PartyAsked, "2017-01-03T09:00+02:00", "2017-01-06T09:00+02:00" },
        { ComplaintStage.Answered, "2017-01-03T09:00+02:00", null },
        { ComplaintStage.Closed, "2017-01-03T09:00+02:00", null },

        // 22:30 UTC of the 9th is the 10th in Damascus: the second commission is in office, whatever the offset given.
        { ComplaintStage.Lodged, "2017-01-09T21:30Z", "2017-01-10T21:30Z" },
        { ComplaintStage.Lodged, "2017-01-09T22:30Z", "2017-01-10T04:30Z" },
        { ComplaintStage.Lodged, "2017-01-10T00:30+02:00", "2017-01-10T06:30+02:00" },
        { ComplaintStage.Answered, "2017-01-10T09:00+02:00", "2017-01-10T15:00+02:00" },

        // Nobody is in office.
        { ComplaintStage.Lodged, "2017-02-02T09:00+02:00", null },
    };

    [Theory]
    [MemberData(nameof(Due))]
    public void DueAt_NextStage(ComplaintStage stage, string reached, string? due)
    {
        Complaint complaint = Of([.. Enum.GetValues<ComplaintStage>().Where(s => s <= stage).Select(s => (s, reached))]);
        DateTimeOffset? expected = due is null ? null : At(due);
        Assert.Equal(expected, ComplaintClock.DueAt(complaint, Two));
        Assert.False(ComplaintClock.IsOverdue(complaint, Two, expected ?? DateTimeOffset.MaxValue));
        Assert.Equal(due is not null, ComplaintClock.IsOverdue(complaint, Two, (expected ?? At(reached)).AddSeconds(1)));
    }

    [Fact]
    public void Chain_ShowsWhatWasLateAndWhatIsDue()
    {
        Complaint complaint = Of((ComplaintStage.Lodged, "2017-01-03T09:00+02:00"), (ComplaintStage.PreliminaryInquiry, "2017-01-04T12:30+02:00"));
        IReadOnlyList<ChainStage> chain = ComplaintClock.Chain(complaint, Two);
        Assert.Equal(Enum.GetValues<ComplaintStage>(), chain.Select(c => c.Stage));
        Assert.Equal((null, null), (chain[0].DueAt, chain[0].LateHours));
        Assert.Equal((At("2017-01-04T09:00+02:00"), TimeSpan.FromHours(3.5), 3), (chain[1].DueAt, chain[1].LateBy, chain[1].LateHours));
        Assert.Equal((null, ComplaintClock.DueAt(complaint, Two), null), (chain[2].Step, chain[2].DueAt, chain[2].LateBy));
        Assert.All(chain.Skip(3), c => Assert.Equal((null, null), (c.Step, c.DueAt)));
    }

    [Fact]
    public void Chain_ClosedEarly_WaitsForNothing()
    {
        Complaint complaint = Of((ComplaintStage.Lodged, "2017-01-10T09:00+02:00"), (ComplaintStage.Closed, "2017-01-20T09:00+02:00"));
        IReadOnlyList<ChainStage> chain = ComplaintClock.Chain(complaint, Two);
        Assert.All(chain, c => Assert.Equal((null, null), (c.DueAt, c.LateBy)));
        Assert.Equal([ComplaintStage.Lodged, ComplaintStage.Closed], chain.Where(c => c.Step is not null).Select(c => c.Stage));
    }
}
