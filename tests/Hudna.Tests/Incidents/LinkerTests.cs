using FsCheck;
using FsCheck.Fluent;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Tests.Store;

namespace Hudna.Tests.Incidents;

public sealed class LinkerTests
{
    private static readonly Linker Linker = new(Readings.Gazetteer);
    private static readonly Party Army = new("الجيش السوري", null, "sy:army", "Syrian Army", ActorType.Military);
    private static readonly Party AirForce = new("سلاح الجو", null, "sy-air-force", "Syrian Air Force", ActorType.Military);
    private static readonly Party Nusra = Samples.Party("nusra", "Al-Nusra Front", "النصرة");
    private static readonly Party JayshAlIslam = Samples.Party("jaysh-al-islam", "Jaysh al-Islam", "جيش الإسلام");

    /// <summary>One claim against an incident of one: field by field, what joins and what opens its own.</summary>
    public static TheoryData<string, ClaimContent, ClaimContent, bool> Pairs
    {
        get
        {
            ClaimContent one = Content();
            ClaimPlace exact = Samples.Place() with { Precision = 1 };
            ClaimPlace unnamed = new("مزرعة", null, null, null, PlaceKind.Settlement, "SY", 35.99, 36.79, 2);
            return new()
            {
                { "the same", one, one, true },
                { "mode told by one", one, one with { Mode = "aerial" }, true },
                { "modes that are mixed up", one with { Mode = "heavy-weapons" }, one with { Mode = "aerial" }, true },
                { "modes that are not", one with { Mode = "abduct" }, one with { Mode = "aerial" }, false },
                { "other types", one, one with { Type = EventType.Coerce }, false },
                { "modes of another type", one with { Type = EventType.Retreat, Mode = "access" }, one with { Type = EventType.Retreat, Mode = "withdraw" }, false },
                { "denied", one, one with { Modality = Modality.Negated }, true },
                { "planned", one, one with { Modality = Modality.Planned }, false },
                { "other place", one, one with { Place = Samples.Place("sy-bassima", "Bassima", "بسيمة", 33.65, 36.13) }, false },
                { "named neighbour at 2.8 km", one, one with { Place = Samples.Place("sy-neighbour", "X", "س", 36.015, 36.79) }, false },
                { "double entry at 0.6 km", one, one with { Place = Samples.Place("sy-double", "X", "س", 35.995, 36.79) }, true },
                { "nameless at 2.2 km", one, one with { Place = unnamed with { Lat = 36.01 } }, true },
                { "nameless at 3.3 km", one, one with { Place = unnamed with { Lat = 36.02 } }, false },
                { "crater in the town", one, one with { Place = exact with { Lat = 36.02 } }, true },
                { "two craters 3 km apart", one with { Place = exact }, one with { Place = exact with { Lat = 36.02 } }, false },
                { "governorate and nothing else", one with { Place = Governorate() }, one with { Place = Governorate() }, false },
                { "governorate and actor", one with { Place = Governorate(), Actors = [Nusra] }, one with { Place = Governorate(), Actors = [Nusra] }, true },
                { "village and its governorate", one, one with { Place = Governorate() }, false },
                { "next day, nothing else", one, one with { Time = Time("2017-01-02") }, false },
                { "next day, same actor", one with { Actors = [Nusra] }, one with { Actors = [Nusra], Time = Time("2017-01-02") }, true },
                { "next day, same mode", one with { Mode = "aerial" }, one with { Mode = "aerial", Time = Time("2017-01-02") }, true },
                { "next day, same toll", one with { Dead = new Count(9, 9, null) }, one with { Dead = new Count(9, 11, null), Time = Time("2017-01-02") }, true },
                { "two days on, same actor", one with { Actors = [Nusra] }, one with { Actors = [Nusra], Time = Time("2017-01-03") }, false },
                { "week around the day", one, one with { Time = Time("2016-W52") }, true },
                { "month around the day", one, one with { Time = Time("2017-01") }, false },
                { "same month", one with { Time = Time("2017-01") }, one with { Time = Time("2017-01") }, true },
                { "actor unknown to one", one with { Actors = [Nusra] }, one, true },
                { "actor not recognised", one with { Actors = [Nusra] }, one with { Actors = [new Party("مسلحون", null, null, null, null)] }, true },
                { "actor of the same state", one with { Actors = [Army] }, one with { Actors = [AirForce] }, true },
                { "other actor", one with { Actors = [Army] }, one with { Actors = [Nusra] }, false },
                { "other faction of one country", one with { Actors = [JayshAlIslam] }, one with { Actors = [Nusra] }, false },
                { "other actor, same victims", one with { Actors = [Army], Recipients = [JayshAlIslam] }, one with { Actors = [Nusra], Recipients = [JayshAlIslam] }, true },
                { "other actor, same toll", one with { Actors = [Army], Dead = new Count(12, 12, null) }, one with { Actors = [Nusra], Dead = new Count(12, null, null) }, true },
                { "fire returned", one with { Actors = [Army], Recipients = [Nusra] }, one with { Actors = [Nusra], Recipients = [Army] }, false },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void Claim_BesideAnother_JoinsOrNot(string why, ClaimContent first, ClaimContent second, bool joins)
    {
        LinkDecision forth = Linker.Decide(Claim(second, 2), [Target(1, Claim(first, 1))]);
        Assert.True((forth.Target is not null) == joins, $"{why}: {string.Join("; ", forth.Reasons)}");
        if (second.Modality == Modality.Asserted)
        {
            // Which of the two comes first does not matter.
            Assert.Equal(joins, Linker.Decide(Claim(first, 1), [Target(1, Claim(second, 2))]).Target is not null);
        }
    }

    [Fact]
    public void Reasons_NameEachFieldAndBothValues()
    {
        LinkDecision decision = Linker.Decide(
            Claim(Content() with { Actors = [Nusra], Dead = new Count(8, 8, null) }, 2),
            [Target(1, Claim(Content() with { Mode = "aerial", Actors = [Nusra], Dead = new Count(7, null, null) }, 1))]);
        Assert.Equal(
            [
                "act: ASSAULT ~ ASSAULT aerial", "place: sy-taftanaz 0.0 km", "time: 2017-01-01 = 2017-01-01", "actors: nusra = nusra",
                "recipients: ? | ?", "toll: 8/? = 7+/?",
            ],
            decision.Reasons);
    }

    public static TheoryData<string, ClaimContent, bool> Openers
    {
        get
        {
            ClaimContent one = Content();
            return new()
            {
                { "asserted, placed and timed", one, true },
                { "denied", one with { Modality = Modality.Negated }, false },
                { "planned", one with { Modality = Modality.Planned }, false },
                { "possible", one with { Modality = Modality.Possible }, false },
                { "reported as a happening", one with { Realis = Realis.Actual }, true },
                { "spoken of as a kind, but placed and dated", one with { Realis = Realis.Generic }, true },
                { "feared", one with { Realis = Realis.Other }, false },
                { "talk", one with { Type = EventType.Consult }, false },
                { "act of an office", one with { Type = EventType.Sanction }, false },
                { "no place", one with { Place = null }, false },
                { "country only", one with { Place = Samples.Place() with { Precision = 6 } }, false },
                { "no date", one with { Time = null }, false },
                { "figure", one with { Kind = ClaimKind.Figure, Type = null, Measure = Measure.Killed }, false },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Openers), DisableDiscoveryEnumeration = true)]
    public void Claim_Alone_OpensOrNot(string why, ClaimContent content, bool opens)
    {
        LinkDecision decision = Linker.Decide(Claim(content, 1), []);
        Assert.True(decision.Opens == opens, why);
        Assert.NotEmpty(decision.Reasons);
        Assert.False(Linker.Decide(Claim(content, 1) with { Status = ClaimStatus.Rejected }, []).Opens);
    }

    [Fact]
    public void Claim_APersonUnlinked_IsNeverLinkedThereAgain()
    {
        LinkTarget target = Target(1, Claim(Content(), 1));
        Claim taken = Claim(Content(), 2) with { UnlinkedFrom = [target.IncidentId] };
        Assert.True(Linker.Decide(taken, [target]).Opens);
        Assert.Null(Linker.DecideBySentence(taken with { Content = Content() with { Time = null } }, [(target.Claims[0], target)]));
    }

    [Fact]
    public void Incident_DayAfterDay_DoesNotChain()
    {
        ClaimContent raid = Content() with { Mode = "aerial" };
        LinkTarget twoDays = Target(1, Claim(raid, 1), Claim(raid with { Time = Time("2017-01-02") }, 2));
        Assert.True(Linker.Decide(Claim(raid with { Time = Time("2017-01-03") }, 3), [twoDays]).Opens);
    }

    [Fact]
    public void Incident_WhatAPersonLinkedThere_BindsNobodyElse()
    {
        Claim odd = Claim(Content() with { Mode = "abduct" }, 2);
        Claim raid = Claim(Content() with { Mode = "aerial" }, 3);
        Assert.True(Linker.Decide(raid, [Target(1, Claim(Content(), 1), odd)]).Opens);
        Assert.NotNull(Linker.Decide(raid, [Target(1, Claim(Content(), 1), odd with { LinkedByPerson = true })]).Target);
        Assert.NotNull(Linker.Decide(raid, [Target(1, Claim(Content(), 1), odd with { Status = ClaimStatus.Rejected })]).Target);
    }

    [Fact]
    public void Ties_GoToTheBetterScoreThenToTheEarlierIncident()
    {
        Claim claim = Claim(Content() with { Mode = "aerial" }, 9);
        LinkTarget vague = Target(1, Claim(Content(), 1)), near = Target(2, Claim(Content() with { Mode = "aerial" }, 2)), same = Target(3, Claim(Content() with { Mode = "aerial" }, 3));
        Assert.Equal(2, Linker.Decide(claim, [same, vague, near]).Target!.Number);
    }

    [Fact]
    public void AddingAnUnrelatedIncident_ChangesNothing() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
        Contents.ToArbitrary(), Contents.ListOf(5).ToArbitrary(), (content, others) =>
        {
            LinkTarget[] targets = [.. others.Select((o, i) => Target(i + 1, Claim(o, i + 1)))];
            LinkTarget faraway = Target(99, Claim(content with { Place = Samples.Place("sy-faraway", "Y", "ص", 33.0, 40.0) }, 99));
            LinkDecision before = Linker.Decide(Claim(content, 50), targets);
            LinkDecision after = Linker.Decide(Claim(content, 50), targets.Prepend(faraway));
            LinkDecision turned = Linker.Decide(Claim(content, 50), targets.Reverse().Append(faraway));
            return before.Reasons.Count > 0 && Same(before, after) && Same(before, turned);
        }));

    [Fact]
    public void Area_AlwaysHoldsWhatTheLinkerWouldJoin() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
        Contents.ToArbitrary(), Contents.ToArbitrary(), (a, b) =>
        {
            Claim claim = Claim(a, 1);
            if (Linker.Decide(claim, [Target(1, Claim(b, 2))]).Target is null)
            {
                return true;
            }

            LinkArea area = Linker.Area(claim)!;
            bool inBox = b.Place is { Lat: { } lat, Lon: { } lon } && lat >= area.South && lat <= area.North && lon >= area.West && lon <= area.East;
            return b.Type == area.Type && b.Time!.First <= area.Last && b.Time.Last >= area.First && (inBox || string.Equals(b.Place!.PlaceId, area.PlaceId, StringComparison.Ordinal));
        }));

    private static readonly Gen<ClaimContent> Contents =
        from mode in Gen.Elements(null, "aerial", "heavy-weapons", "abduct")
        from modality in Gen.Elements(Modality.Asserted, Modality.Asserted, Modality.Negated, Modality.Planned)
        from lat in Gen.Elements(35.99, 35.995, 36.02, 36.3)
        from named in Gen.Elements(true, false)
        from precision in Gen.Choose(1, 6)
        from value in Gen.Elements("2017-01-01", "2017-01-02", "2017-01-03", "2017-W01", "2017-01")
        from actor in Gen.Elements(null, Army, AirForce, Nusra)
        from recipient in Gen.Elements(null, Army, JayshAlIslam)
        from dead in Gen.Elements<decimal?>(null, 3, 8)
        select Content() with
        {
            Mode = mode,
            Modality = modality,
            Place = (named ? Samples.Place(lat: lat) : Samples.Place(lat: lat) with { PlaceId = null, Name = null, Text = "مزرعة" }) with { Precision = precision },
            Time = Time(value),
            Actors = actor is null ? [] : [actor],
            Recipients = recipient is null ? [] : [recipient],
            Dead = dead is null ? null : new Count(dead, dead, null),
        };

    private static bool Same(LinkDecision a, LinkDecision b) =>
        a.Target?.Number == b.Target?.Number && a.Opens == b.Opens && a.Reasons.SequenceEqual(b.Reasons);

    private static ClaimContent Content() => Samples.Event("قصف", "قصف", place: Samples.Place());

    private static ClaimPlace Governorate() => new("إدلب", null, "sy-idlib-gov", "Idlib", PlaceKind.Region, "SY", 35.9, 36.7, 4);

    private static ClaimTime Time(string value)
    {
        Assert.True(TimeValue.TryParse(value, out TimeValue time));
        return new ClaimTime(value, null, value, time.First, time.Last);
    }

    private static Claim Claim(ClaimContent content, int n) => new()
    {
        Id = $"c{n:D16}",
        ReportId = $"r{n:D16}",
        Content = content,
        Proposed = content,
        Rule = "event.test",
    };

    private static LinkTarget Target(int number, params Claim[] claims) => new($"i{number:D16}", number, claims);
}
