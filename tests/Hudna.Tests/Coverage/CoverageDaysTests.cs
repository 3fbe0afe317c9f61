using Hudna.Coverage;

namespace Hudna.Tests.Coverage;

#pragma warning disable CA5394 // Seeded on purpose: a failure is the same again.

public sealed class CoverageDaysTests
{
    private const string Idlib = "SY/Idlib", Homs = "SY/Homs";

    private static readonly TimeZoneInfo Damascus = TimeZoneInfo.FindSystemTimeZoneById("Asia/Damascus");
    private static readonly DateOnly Day = new(2017, 1, 15);

    [Fact]
    public void Overlaps_AreCountedOnce()
    {
        // 08:00–12:00 and 10:00–13:30 are five and a half hours; the post's four and the patrol's three and a half stand beside.
        CoverageDay day = One(Record("a", 8, 12, kind: CoverageKind.ObservationPost), Record("b", 10, 13.5));
        Assert.Equal((CoverageState.Observed, TimeSpan.FromHours(5.5), 5.5m), (day.State, day.Observed, day.Hours));
        Assert.Equal([new KindCoverage(CoverageKind.Patrol, TimeSpan.FromHours(3.5)), new KindCoverage(CoverageKind.ObservationPost, TimeSpan.FromHours(4))], day.Kinds);
    }

    [Fact]
    public void Denied_CountsOnlyWhereNobodyLooked()
    {
        CoverageDay denied = One(Record("a", 8, 12, CoverageAccess.Denied, by: "army"), Record("b", 9, 10, CoverageAccess.OutOfOrder));
        Assert.Equal(CoverageState.Denied, denied.State);
        Assert.Equal(new DeniedAccess("a", "army"), Assert.Single(denied.Denied));
        Assert.Equal(["b"], denied.OutOfOrder);
        CoverageDay both = One(Record("a", 8, 12, CoverageAccess.Denied), Record("b", 13, 14, CoverageAccess.Partial));
        Assert.Equal((CoverageState.Observed, 1), (both.State, both.Denied.Count));
    }

    [Fact]
    public void OutOfOrder_IsNotObserved()
    {
        CoverageDay day = One(Record("a", 0, 24, CoverageAccess.OutOfOrder));
        Assert.Equal((CoverageState.NotObserved, TimeSpan.Zero, 1), (day.State, day.Observed, day.OutOfOrder.Count));
    }

    [Fact]
    public void Withdrawn_DoesNotCount() => Assert.Equal(CoverageState.NotObserved, One(Record("a", 8, 12) with { Withdrawn = "wrong day" }).State);

    [Fact]
    public void Elsewhere_DoesNotCount()
    {
        IReadOnlyList<CoverageDay> days = CoverageDays.Of([Record("a", 8, 12)], Damascus, Day, Day.AddDays(1), [Homs, Idlib]);
        Assert.Equal(
            [(Homs, Day, false), (Homs, Day.AddDays(1), false), (Idlib, Day, true), (Idlib, Day.AddDays(1), false)],
            days.Select(d => (d.Province, d.Day, d.State == CoverageState.Observed)));
    }

    /// <summary>Damascus put its clocks forward at midnight of 31 March 2017 and back at midnight before 27 October (tz database).</summary>
    [Theory]
    [InlineData("2017-03-31", 23)]
    [InlineData("2017-10-26", 25)]
    [InlineData("2017-01-15", 24)]
    public void LengthOfADay_FollowsTheClocks(string day, int hours)
    {
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(TimeSpan.FromHours(hours), CoverageDays.Length(on, Damascus));
        DateTimeOffset start = CoverageDays.Start(on, Damascus);
        CoverageRecord always = Record("a", 0, 1) with { Content = Record("a", 0, 1).Content with { From = start.AddDays(-9), To = start.AddDays(9) } };
        Assert.Equal(TimeSpan.FromHours(hours), CoverageDays.Of([always], Damascus, on, on, [Idlib]).Single().Observed);
    }

    [Fact]
    public void Laws_HoldForRecordsOfAnySort()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            List<CoverageRecord> records = [.. Enumerable.Range(0, random.Next(0, 8)).Select(i => Any(random, i))];
            IReadOnlyList<CoverageDay> days = Days(records);
            Assert.All(days, d => Assert.InRange(d.Observed, TimeSpan.Zero, CoverageDays.Length(d.Day, Damascus)));
            Assert.All(days.SelectMany(d => d.Kinds.Select(k => (k.Observed, All: d.Observed))), k => Assert.True(k.Observed <= k.All));

            CoverageRecord[] shuffled = [.. records];
            random.Shuffle(shuffled);
            Assert.Equal(days.Select(Text), Days(shuffled).Select(Text));

            IReadOnlyList<CoverageDay> more = Days([.. records, Any(random, 99)]);
            Assert.All(days.Zip(more), d => Assert.True(d.First.State != CoverageState.Observed || d.Second.State == CoverageState.Observed));
            Assert.All(days.Zip(more), d => Assert.True(d.Second.Observed >= d.First.Observed));
        }
    }

    private static string Text(CoverageDay day) =>
        $"{day.Province} {day.Day:O} {day.State} {day.Observed} {string.Join(',', day.Kinds)} {string.Join(',', day.Denied)} {string.Join(',', day.OutOfOrder)}";

    // Around the day on which the clocks go forward.
    private static IReadOnlyList<CoverageDay> Days(IReadOnlyList<CoverageRecord> records) =>
        CoverageDays.Of(records, Damascus, new DateOnly(2017, 3, 29), new DateOnly(2017, 4, 2), [Idlib, Homs]);

    private static CoverageRecord Any(Random random, int id)
    {
        DateTimeOffset from = new DateTimeOffset(2017, 3, 28, 22, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(0, 7 * 24 * 60));
        CoverageRecord record = Record($"v{id}", 0, 1, (CoverageAccess)random.Next(4), kind: (CoverageKind)random.Next(4));
        return record with
        {
            Content = record.Content with
            {
                From = from,
                To = from.AddMinutes(random.Next(1, 4000)),
                Place = record.Content.Place with { Province = random.Next(2) == 0 ? Idlib : Homs },
            },
        };
    }

    private static CoverageDay One(params CoverageRecord[] records) => Assert.Single(CoverageDays.Of(records, Damascus, Day, Day, [Idlib]));

    private static CoverageRecord Record(
        string id, double from, double to, CoverageAccess access = CoverageAccess.Full, CoverageKind kind = CoverageKind.Patrol, string? by = null)
    {
        var midnight = new DateTimeOffset(2017, 1, 15, 0, 0, 0, TimeSpan.FromHours(2));
        return new CoverageRecord(
            id, new CoverageContent(kind, "Team 1", new CoveragePlace("Taftanaz", null, Idlib, null, null), midnight.AddHours(from), midnight.AddHours(to), access, by, ""), null, 1);
    }
}
