using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Tests.Store;

namespace Hudna.Tests.Incidents;

public sealed class IncidentViewTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Sources = new(StringComparer.Ordinal)
    {
        ["r1"] = ["Sham Post", "Copy"],
        ["r2"] = ["Halab Today"],
        ["r3"] = ["Sham Post"],
    };

    [Fact]
    public void Incident_WithoutClaims_IsEmpty()
    {
        Incident incident = IncidentView.Of("i1", 1, [], Sources);
        Assert.Equal((0, null, null, null), (incident.Claims, incident.Place, incident.First, incident.Dead));
        Assert.Empty(incident.Acts);
    }

    [Fact]
    public void Bounds_AreTheLowestAndHighestGiven_NeverAMean()
    {
        Incident incident = Of(
            Content() with { Dead = new Count(43, 43, null) }, Content() with { Dead = new Count(60, null, null) }, Content() with { Dead = new Count(48, 50, null) });
        Assert.Equal(new Count(43, 60, null), incident.Dead);
        Assert.Null(incident.Injured);
        Assert.Equal(["43", "48–50", "60+"], incident.Differences.Single().Values.Select(v => v.Value));
    }

    [Fact]
    public void Place_IsTheMostPrecise_ThenTheOneMostNamed()
    {
        ClaimPlace crater = Samples.Place("sy-b", "B", "ب") with { Precision = 1 };
        Assert.Equal(1, Of(Content(), Content(), Content() with { Place = crater }).Place!.Precision);
        ClaimPlace other = Samples.Place("sy-a", "A", "أ");
        Assert.Equal("sy-taftanaz", Of(Content(), Content(), Content() with { Place = other }).Place!.PlaceId);
    }

    [Fact]
    public void RejectedClaims_AreLeftOut()
    {
        Claim[] claims = Claims(Content() with { Dead = new Count(1, 1, null) }, Content() with { Dead = new Count(99, 99, null) });
        Incident incident = IncidentView.Of("i1", 1, [claims[0], claims[1] with { Status = ClaimStatus.Rejected }], Sources);
        Assert.Equal((1, new Count(1, 1, null), 0), (incident.Claims, incident.Dead, incident.Differences.Count));
    }

    [Fact]
    public void Sources_AreCountedByName() =>
        Assert.Equal(["Copy", "Halab Today", "Sham Post"], Of(Content(), Content(), Content()).Sources);

    [Fact]
    public void Denial_CountsAsAClaimButHasNoToll()
    {
        Incident incident = Of(Content() with { Dead = new Count(4, 4, null) }, Content() with { Modality = Modality.Negated, Dead = new Count(90, 90, null) });
        Assert.Equal((2, new Count(4, 4, null)), (incident.Claims, incident.Dead));
        Assert.Equal("occurrence", incident.Differences.Single().Field);
        Assert.Equal(["asserted", "negated"], incident.Differences.Single().Values.Select(v => v.Value));
    }

    /// <summary>What differs and what only says less.</summary>
    public static TheoryData<string, ClaimContent, ClaimContent> Differing
    {
        get
        {
            ClaimContent one = Content();
            return new()
            {
                { string.Empty, one, one },
                { "dead", one with { Dead = new Count(8, 8, null) }, one with { Dead = new Count(11, 11, null) } },
                { string.Empty, one with { Dead = new Count(8, null, null) }, one with { Dead = new Count(11, 11, null) } },
                { string.Empty, one with { Dead = new Count(8, 8, null) }, one },
                { "injured", one with { Injured = new Count(8, 10, null) }, one with { Injured = new Count(11, null, null) } },
                { "time", one, one with { Time = new ClaimTime("x", null, "2017-01-02", new(2017, 1, 2), new(2017, 1, 2)) } },
                { string.Empty, one, one with { Time = new ClaimTime("x", null, "2017-01", new(2017, 1, 1), new(2017, 1, 31)) } },
                { "place", one, one with { Place = Samples.Place("sy-x", "X", "س", 36.1, 36.8) } },
                { string.Empty, one, one with { Place = new("إدلب", null, "sy-idlib-gov", "Idlib", PlaceKind.Region, "SY", 35.9, 36.7, 4) } },
                { string.Empty, one, one with { Place = Samples.Place(lat: 36.01) with { Precision = 1 } } },
                { "actors", one with { Actors = [Samples.Party("a", "A", "أ")] }, one with { Actors = [Samples.Party("b", "B", "ب")] } },
                { string.Empty, one with { Actors = [Samples.Party("a", "A", "أ")] }, one },
                { string.Empty, one with { Actors = [Samples.Party("a", "A", "أ")] }, one with { Actors = [Samples.Party("a", "A", "ا"), Samples.Party("b", "B", "ب")] } },
                { "recipients", one with { Recipients = [Samples.Party("a", "A", "أ")] }, one with { Recipients = [Samples.Party("b", "B", "ب")] } },
                { "act", one with { Mode = "aerial" }, one with { Mode = "heavy-weapons" } },
                { string.Empty, one with { Mode = "aerial" }, one },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Differing), DisableDiscoveryEnumeration = true)]
    public void Differences_AreWhatCannotBothBeRight(string field, ClaimContent a, ClaimContent b) =>
        Assert.Equal(field, string.Join(',', Of(a, b).Differences.Select(d => d.Field)));

    [Fact]
    public void OrderOfClaims_DoesNotMatter()
    {
        Gen<ClaimContent> content =
            from mode in Gen.Elements(null, "aerial", "heavy-weapons")
            from modality in Gen.Elements(Modality.Asserted, Modality.Negated)
            from place in Gen.Elements(Samples.Place(), Samples.Place("sy-x", "X", "س", 36.1, 36.8), Samples.Place() with { Precision = 1 })
            from actor in Gen.Elements(Samples.Party("a", "A", "أ"), Samples.Party("a", "A", "ا"), Samples.Party("b", "B", "ب"))
            from dead in Gen.Choose(0, 3)
            select Content() with { Mode = mode, Modality = modality, Place = place, Actors = [actor], Dead = new Count(dead, dead + 1, null) };
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
            content.ListOf(6).ToArbitrary(), Gen.Shuffle([0, 1, 2, 3, 4, 5]).ToArbitrary(), (contents, order) =>
            {
                Claim[] claims = Claims([.. contents]);
                string straight = JsonSerializer.Serialize(IncidentView.Of("i1", 1, claims, Sources));
                string shuffled = JsonSerializer.Serialize(IncidentView.Of("i1", 1, order.Select(i => claims[i]), Sources));
                return string.Equals(straight, shuffled, StringComparison.Ordinal);
            }));
    }

    private static ClaimContent Content() => Samples.Event("قصف", "قصف", place: Samples.Place());

    private static Incident Of(params ClaimContent[] contents) => IncidentView.Of("i1", 1, Claims(contents), Sources);

    private static Claim[] Claims(params ClaimContent[] contents) =>
    [
        .. contents.Select((c, n) => new Claim { Id = $"c{n + 1}", ReportId = $"r{(n % 3) + 1}", Content = c, Proposed = c, Rule = "event.test" }),
    ];
}
