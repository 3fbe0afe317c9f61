using Hudna.Incidents;
using Hudna.Operations;
using Hudna.Reading;
using Hudna.Tests.Store;
using static Hudna.Tests.Operations.OperationClaims;

#pragma warning disable CA5394 // seeded, so that a failing order can be had again

namespace Hudna.Tests.Operations;

public sealed class OperationMatchesTests
{
    // from, day, yearless, published: belongs to the evacuation of Aleppo, 15 to 22 December 2016?
    [Theory]
    [InlineData("aleppo", "2016-12-15", null, null, true, "the plan's place and day")]
    [InlineData("east-aleppo", "2016-12-22", null, null, true, "a district of it")]
    [InlineData("aleppo-gov", "2016-12-18", null, null, true, "the governorate that it lies in")]
    [InlineData("idlib", "2016-12-18", null, null, false, "another town")]
    [InlineData("unknown place", "2016-12-18", null, null, false, "a place that nobody knows")]
    [InlineData(null, "2016-12-18", null, null, false, "no place at all")]
    [InlineData("aleppo", "2016-12-08", null, null, true, "seven days before")]
    [InlineData("aleppo", "2016-12-07", null, null, false, "eight days before")]
    [InlineData("aleppo", "2017-01-05", null, null, true, "fourteen days after")]
    [InlineData("aleppo", "2017-01-06", null, null, false, "fifteen days after")]
    [InlineData("aleppo", "2016-12", null, null, true, "a month that holds the days")]
    [InlineData("aleppo", null, "--12-20", "2017-01-23", true, "a day without year, nearest to when it was said")]
    [InlineData("aleppo", null, "--12-20", "2018-01-23", false, "the same, a year later")]
    [InlineData("aleppo", null, "--12-20", null, false, "a day without year, said at an unknown time")]
    [InlineData("aleppo", null, null, "2016-12-17", true, "no day: when it was said")]
    [InlineData("aleppo", null, null, "2017-02-17", false, "no day, said too late")]
    [InlineData("aleppo", null, null, null, false, "no day, no date")]
    public void Claim_BelongsByPlaceAndDay(string? from, string? day, string? yearless, string? published, bool belongs, string why)
    {
        OperationMatches matches = Match([Operation("o1")], Claim("c1", from, day, published, yearless: yearless, to: from is null ? "idlib" : null));
        Assert.True(belongs == matches.Recorded["o1"].Count > 0, why);
        Assert.Equal(belongs ? 0 : 1, matches.Proposed.Count);
    }

    [Fact]
    public void Claim_OfAnotherSort_DoesNotBelong() => Assert.Empty(Match([Operation("o1")], Claim("c1", type: OperationType.PrisonerExchange)).Recorded["o1"]);

    [Fact]
    public void Claim_ThatIsRejected_IsNowhere()
    {
        OperationMatches matches = Match([Operation("o1")], Claim("c1", status: ClaimStatus.Rejected), Claim("c2", "homs", status: ClaimStatus.Rejected));
        Assert.Empty(matches.Recorded["o1"]);
        Assert.Empty(matches.Proposed);
    }

    [Fact]
    public void Claim_WithoutStart_IsKnownByWhereItGoes()
    {
        Operation convoy = Operation("o1", OperationSamples.Plan(OperationType.AidConvoy, "homs", "talbiseh"));
        Assert.Single(Match([convoy], Claim("c1", null, type: OperationType.AidConvoy, to: "talbiseh")).Recorded["o1"]);
        Assert.Empty(Match([convoy], Claim("c1", null, type: OperationType.AidConvoy, to: "aleppo")).Recorded["o1"]);

        // Convoys from one town to different ones are different ones; an evacuation may end elsewhere than was agreed.
        Assert.Empty(Match([convoy], Claim("c1", "homs", type: OperationType.AidConvoy, to: "aleppo")).Recorded["o1"]);
        Assert.Single(Match([Operation("o2", OperationSamples.Plan(from: "aleppo", to: "idlib"))], Claim("c1", to: "homs")).Recorded["o2"]);
    }

    [Fact]
    public void Claim_BetweenTwo_GoesToTheNearerInDays()
    {
        Operation early = Operation("o2", OperationSamples.Plan(from: "aleppo", first: "2016-12-01", last: "2016-12-03")), late = Operation("o1", OperationSamples.Plan(from: "aleppo", first: "2016-12-10", last: null));
        OperationMatches matches = Match([early, late], Claim("c1", day: "2016-12-05"), Claim("c2", day: "2016-12-09"));
        Assert.Equal(("c1", "c2"), (matches.Recorded["o2"].Single().Claim.Id, matches.Recorded["o1"].Single().Claim.Id));
    }

    [Fact]
    public void Person_PinsAndExcludes_WhateverPlaceAndDaySay()
    {
        OperationPlan plan = OperationSamples.Plan(from: "aleppo");
        OperationMatches matches = Match(
            [Operation("o1", plan with { Excluded = ["c1"] }), Operation("o2", OperationSamples.Plan(from: "homs") with { Pinned = ["c2"] })], Claim("c1"), Claim("c2"));
        Assert.Empty(matches.Recorded["o1"]);
        Assert.Equal("c2", matches.Recorded["o2"].Single().Claim.Id);
        Assert.Equal("p-c1", matches.Proposed.Single().Id);
    }

    [Fact]
    public void Others_AreGroupedByPlaceAndDays()
    {
        OperationMatches matches = Match(
            [], Claim("c5", "east-aleppo", "2016-12-16"), Claim("c2", "aleppo", "2016-12-15"), Claim("c3", "aleppo", "2017-01-15"), Claim("c4", "aleppo", "2017-02-20"),
            Claim("c6", "homs", "2016-12-15"), Claim("c7", "homs", "2016-12-15", type: OperationType.PrisonerExchange), Claim("c8", null, "2016-12-15", to: "talbiseh"), Claim("c9", "homs", null));
        Assert.Equal(
            ["p-c2: c2 c5 c3", "p-c4: c4", "p-c6: c6 c8", "p-c7: c7", "p-c9: c9"],
            matches.Proposed.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => $"{p.Id}: {string.Join(' ', p.Claims.Select(c => c.Claim.Id))}"));
        ProposedOperation first = matches.Proposed.Single(p => p.IsCalled("p-c5"));
        Assert.Equal(("p-c2", new DateOnly(2016, 12, 15), new DateOnly(2017, 1, 15), "aleppo"), (first.Id, first.First, first.Last, first.From!.PlaceId));
        Assert.False(first.IsCalled("p-c4"));
        Assert.False(first.IsCalled("c5"));
    }

    /// <summary>Whatever the order in which claims and operations come, the same comes out.</summary>
    [Fact]
    public void Matching_IsIndependentOfOrder()
    {
        string[] places = ["aleppo", "east-aleppo", "aleppo-gov", "idlib", "homs", "talbiseh", "nowhere"];
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            ReportedClaim[] claims =
            [
                .. Enumerable.Range(0, 24).Select(i => Claim(
                    $"c{i:D2}", random.Next(8) == 0 ? null : places[random.Next(places.Length)],
                    random.Next(5) == 0 ? null : $"2016-{random.Next(10, 13)}-{random.Next(1, 28):D2}", random.Next(3) == 0 ? null : "2016-11-20",
                    (OperationStage)random.Next(6), (OperationType)random.Next(2), random.Next(2) == 0 ? null : places[random.Next(places.Length)])),
            ];
            Operation[] operations =
            [
                .. Enumerable.Range(0, 3).Select(i => Operation($"o{i}", OperationSamples.Plan(
                    (OperationType)random.Next(2), places[random.Next(6)], null, $"2016-{random.Next(10, 13)}-10", null) with { Pinned = [$"c{random.Next(24):D2}"] })),
            ];
            string expected = Print(OperationMatches.Of(operations, claims, Known));
            Assert.Contains("c00", expected, StringComparison.Ordinal);
            for (int i = 0; i < 3; i++)
            {
                random.Shuffle(claims);
                random.Shuffle(operations);
                Assert.Equal(expected, Print(OperationMatches.Of(operations, claims, Known)));
            }
        }
    }

    private static string Print(OperationMatches matches) => string.Join('\n', matches.Recorded.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => Line(r.Key, r.Value))
        .Concat(matches.Proposed.Select(p => Line($"{p.Id} {p.Type} {p.First} {p.Last} {p.From?.Text} {p.To?.Text}", p.Claims))));

    private static string Line(string name, IReadOnlyList<ReportedClaim> claims) => $"{name}: {string.Join(' ', claims.Select(c => c.Claim.Id))}";

    private static OperationMatches Match(IReadOnlyList<Operation> operations, params ReportedClaim[] claims) => OperationMatches.Of(operations, claims, Known);
}
