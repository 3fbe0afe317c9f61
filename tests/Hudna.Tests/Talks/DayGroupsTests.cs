using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Hudna.Incidents;
using Hudna.Talks;

namespace Hudna.Tests.Talks;

public sealed class DayGroupsTests
{
    [Theory]
    [InlineData("2017-01-23 2017-01-23/2017-01-24", "2017-01-23:2", "days that overlap")]
    [InlineData("2017-01-23 2017-01-26", "2017-01-23:2", "three days apart")]
    [InlineData("2017-01-23 2017-01-27", "2017-01-23:1 2017-01-27:1", "four days apart")]
    [InlineData("2017-01-23 2017-01", "2017-01-23:2", "a month joins the only round in it")]
    [InlineData("2017-01-05 2017-01-23 2017-01", "2017-01:1 2017-01-05:1 2017-01-23:1", "of two rounds in it, a month joins none")]
    [InlineData("2017-01-23 2017-02", "2017-01-23:1 2017-02:1", "another month")]
    [InlineData("2017-01-30/2017-02-02 2017-01", "2017-01:1 2017-01-30:1", "a round that goes beyond the month does not fall in it")]
    [InlineData("2017-01-23 2017", "2017-01-23:2", "a year that holds one round")]
    [InlineData("2017 2016-04-13 2017-02", "2016-04-13:1 2017-01-01..2017-12-31:1 2017-02:1", "a month is no round of days that a year could join")]
    [InlineData("--01-23 2017-01-23/2017-01-24", "2017-01-23:2", "a day without year joins the only round on that day")]
    [InlineData("--01-23 2017-01-25", "2017-01-25:1 --01-23:1", "near is not enough when the year is not told")]
    [InlineData("--01-23 2017-01-23 2018-01-23", "2017-01-23:1 2018-01-23:1 --01-23:1", "of two years it joins none")]
    [InlineData("--01-23 --01-23 2016-03-01", "2016-03-01:1 --01-23:2", "the same day without year")]
    [InlineData("--12-29 --12-30", "--12-29:2", "days without year, one apart")]
    [InlineData("--12-31 --01-01", "--12-31:2", "days without year, over the turn of a year")]
    [InlineData("--12-25 --12-30", "--12-25:1 --12-30:1", "days without year, five apart")]
    [InlineData("--12-29 --12-30 2016-12-30", "2016-12-30:2 --12-29:1", "one of them is the day of a year")]
    [InlineData("--02-29 2016-02-28/2016-03-01", "2016-02-28:2", "29 February of a leap year")]
    [InlineData("none none 2017-01-23", "2017-01-23:1 undated:2", "no date at all")]
    [InlineData("2017-01-01 2017-01-04 2017-01-07 2017-01-10 2017-01-13", "2017-01-01:1 2017-01-04:4", "a chain of 13 days is cut at the first of its widest gaps")]
    [InlineData("2017-01-01 2017-01-02 2017-01-05 2017-01-06 2017-01-09 2017-01-11 2017-01-12", "2017-01-01:2 2017-01-05:5", "and what is left is short enough")]
    public void Claims_AreGroupedByTheirDays(string days, string expected, string reason)
    {
        IReadOnlyList<DayGroup> groups = DayGroups.Of(Claims(days.Split(' ')));
        Assert.True(expected == Write(groups), $"{reason}: {Write(groups)}");
    }

    /// <summary>Any order gives the same groups; each claim is in one; no group of days is longer than ten days.</summary>
    [Fact]
    public void Groups_DoNotDependOnTheOrder() => Prop.ForAll<(int Start, int Length)[], int>((pairs, seed) =>
    {
        ReportedClaim[] claims = [.. Claims(pairs.Select(p => Day(Math.Abs(p.Start % 60), Math.Abs(p.Length % 14))))];
        IReadOnlyList<DayGroup> groups = DayGroups.Of(claims);
        var random = new System.Random(seed);
#pragma warning disable CA5394 // Seeded by the property: a failure is the same again.
        ReportedClaim[] shuffled = [.. claims.OrderBy(_ => random.Next())];
#pragma warning restore CA5394
        return Write(groups) == Write(DayGroups.Of(shuffled))
            && groups.SelectMany(g => g.Claims).Select(c => c.Claim.Id).Order(StringComparer.Ordinal).SequenceEqual(claims.Select(c => c.Claim.Id).Order(StringComparer.Ordinal), StringComparer.Ordinal)
            && groups.Select(g => g.Key).Distinct(StringComparer.Ordinal).Count() == groups.Count
            && groups.Where(g => g.Key.Length == 10).All(g => g.Last!.Value.DayNumber - g.First!.Value.DayNumber < ClaimDay.NarrowDaysMax);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2017-01-23", "2017-01-23/2017-01-24", true)]
    [InlineData("2017-01-23", "2017-01-24", false)]
    [InlineData("--01-23", "2017-01-20/2017-01-25", true)]
    [InlineData("--01-23", "--01-24", false)]
    [InlineData("none", "none", false)]
    [InlineData("none", "2017-01-24", false)]
    public void Days_MeetBothWays(string one, string other, bool meet)
    {
        ClaimDay[] days = [.. Claims([one, other]).Select(c => ClaimDay.Of(c.Claim.Content))];
        Assert.Equal((meet, meet), (days[0].Meets(days[1]), days[1].Meets(days[0])));
    }

    private static IEnumerable<ReportedClaim> Claims(IEnumerable<string> days) => days.Select((d, i) => Said.Round(d == "none" ? null : d, id: $"c{i:000}"));

    private static string Day(int start, int length)
    {
        DateOnly first = new DateOnly(2017, 1, 1).AddDays(start);
        return length switch
        {
            13 => first.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            12 => first.ToString("'--'MM-dd", CultureInfo.InvariantCulture),
            11 => "none",
            0 => Iso(first),
            _ => $"{Iso(first)}/{Iso(first.AddDays(length))}",
        };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Write(IEnumerable<DayGroup> groups) => string.Join(' ', groups.Select(g => $"{g.Key}:{g.Claims.Count}"));
}
