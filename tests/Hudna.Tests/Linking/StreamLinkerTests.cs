using FsCheck;
using FsCheck.Fluent;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Reading;
using Hudna.Tests.Incidents;
using Hudna.Tests.Store;

namespace Hudna.Tests.Linking;

public sealed class StreamLinkerTests
{
    private static readonly StreamLinker Linker = new(Readings.Gazetteer, LinkWeights.Shipped);
    private static readonly Party Army = new("الجيش السوري", null, "sy:army", "Syrian Army", ActorType.Military);
    private static readonly Party AirForce = new("سلاح الجو", null, "sy-air-force", "Syrian Air Force", ActorType.Military);
    private static readonly Party Nusra = Samples.Party("nusra", "Al-Nusra Front", "النصرة");
    private static readonly Party JayshAlIslam = Samples.Party("jaysh-al-islam", "Jaysh al-Islam", "جيش الإسلام");

    public enum Verdict
    {
        One,
        Possible,
        Apart,
    }

    /// <summary>Two reports, field by field, by the weights that a mission begins with.</summary>
    public static TheoryData<string, ClaimContent, ClaimContent, Verdict> Pairs
    {
        get
        {
            ClaimContent one = Content();
            ClaimPlace exact = Samples.Place() with { Precision = 1 };
            ClaimPlace unnamed = new("مزرعة", null, null, null, PlaceKind.Settlement, "SY", 35.99, 36.79, 2);
            return new()
            {
                { "the same", one, one, Verdict.One },
                { "mode told by one", one, one with { Mode = "aerial" }, Verdict.One },
                { "modes that are mixed up", one with { Mode = "heavy-weapons" }, one with { Mode = "aerial" }, Verdict.One },
                { "modes that are not", one with { Mode = "abduct" }, one with { Mode = "aerial" }, Verdict.Apart },
                { "other types", one, one with { Type = EventType.Coerce }, Verdict.Apart },
                { "modes of another type", one with { Type = EventType.Retreat, Mode = "access" }, one with { Type = EventType.Retreat, Mode = "withdraw" }, Verdict.Apart },
                { "denied", one, one with { Modality = Modality.Negated }, Verdict.One },
                { "planned", one, one with { Modality = Modality.Planned }, Verdict.Apart },
                { "other place", one, one with { Place = Samples.Place("sy-bassima", "Bassima", "بسيمة", 33.65, 36.13) }, Verdict.Apart },
                { "named neighbour at 2.8 km", one, one with { Place = Samples.Place("sy-neighbour", "X", "س", 36.015, 36.79) }, Verdict.Apart },
                { "named neighbour at 11 km", one, one with { Place = Samples.Place("sy-neighbour", "X", "س", 36.09, 36.79) }, Verdict.Apart },
                { "double entry at 0.6 km", one, one with { Place = Samples.Place("sy-double", "X", "س", 35.995, 36.79) }, Verdict.One },
                { "nameless at 2.2 km", one with { Actors = [Nusra] }, one with { Actors = [Nusra], Place = unnamed with { Lat = 36.01 } }, Verdict.One },
                { "crater in the town", one, one with { Place = exact with { Lat = 36.02 } }, Verdict.One },
                { "two craters 3 km apart", one with { Place = exact }, one with { Place = exact with { Lat = 36.02 } }, Verdict.Apart },
                { "governorate and nothing else", one with { Place = Governorate() }, one with { Place = Governorate() }, Verdict.Apart },
                { "village and its governorate", one, one with { Place = Governorate() }, Verdict.Apart },
                { "next day, nothing else", one, one with { Time = Time("2017-01-02") }, Verdict.Possible },
                { "next day, same actor", one with { Actors = [Nusra] }, one with { Actors = [Nusra], Time = Time("2017-01-02") }, Verdict.One },
                { "next day, same mode", one with { Mode = "aerial" }, one with { Mode = "aerial", Time = Time("2017-01-02") }, Verdict.Possible },
                { "next day, same toll", one with { Dead = new Count(9, 9, null) }, one with { Dead = new Count(9, 11, null), Time = Time("2017-01-02") }, Verdict.Possible },
                { "two days on, same actor", one with { Actors = [Nusra] }, one with { Actors = [Nusra], Time = Time("2017-01-03") }, Verdict.Possible },
                { "week around the day", one, one with { Time = Time("2016-W52") }, Verdict.Possible },
                { "month around the day", one, one with { Time = Time("2017-01") }, Verdict.Apart },
                { "actor unknown to one", one with { Actors = [Nusra] }, one, Verdict.One },
                { "actor not recognised", one with { Actors = [Nusra] }, one with { Actors = [new Party("مسلحون", null, null, null, null)] }, Verdict.One },
                { "actor of the same state", one with { Actors = [Army] }, one with { Actors = [AirForce] }, Verdict.One },
                { "other actor", one with { Actors = [Army] }, one with { Actors = [Nusra] }, Verdict.Possible },
                { "other faction of one country", one with { Actors = [JayshAlIslam] }, one with { Actors = [Nusra] }, Verdict.Possible },
                { "other actor, same victims", one with { Actors = [Army], Recipients = [JayshAlIslam] }, one with { Actors = [Nusra], Recipients = [JayshAlIslam] }, Verdict.One },
                { "other actor, same toll", one with { Actors = [Army], Dead = new Count(12, 12, null) }, one with { Actors = [Nusra], Dead = new Count(12, null, null) }, Verdict.One },
                { "fire returned", one with { Actors = [Army], Recipients = [Nusra] }, one with { Actors = [Nusra], Recipients = [Army] }, Verdict.Apart },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void TwoReports_AreOneOrPossiblyOrApart(string why, ClaimContent first, ClaimContent second, Verdict expected)
    {
        var forth = new MemoryTellings(Linker);
        forth.Add(1, first);
        forth.Add(2, second);
        Verdict verdict = forth.Partition.Count == 1 && forth[2].IncidentId is not null ? Verdict.One : forth.AllPossible.Count > 0 ? Verdict.Possible : Verdict.Apart;
        Assert.True(expected == verdict, $"{why}: {verdict}; {string.Join(", ", forth.AllPossible.Values.Select(p => p.Evidence).Append(forth[2].LinkEvidence).OfType<LinkEvidence>().Select(Print))}");

        var back = new MemoryTellings(Linker);
        back.Add(2, second);
        back.Add(1, first);
        Assert.Equal(forth.Partition, back.Partition);
        Assert.Equal(forth.AllPossible.Count, back.AllPossible.Count);
    }

    [Fact]
    public void Evidence_SumsToTheOdds_FieldByField()
    {
        var record = new MemoryTellings(Linker);
        record.Add(1, Content() with { Mode = "aerial", Actors = [Nusra], Dead = new Count(7, null, null) });
        record.Add(2, Content() with { Actors = [Nusra], Dead = new Count(8, 8, null) }, "Halab Today");
        Assert.Equal(["incident: opened by this claim"], record[1].LinkReasons);
        LinkEvidence evidence = record[2].LinkEvidence!;
        Assert.Equal(
            [
                (LinkField.Time, "2017-01-01", "2017-01-01"), (LinkField.Place, "sy-taftanaz", "sy-taftanaz (0.0 km)"), (LinkField.Act, "ASSAULT", "ASSAULT aerial"),
                (LinkField.Actors, "nusra", "nusra"), (LinkField.Toll, "8", "7–"), (LinkField.Source, "Halab Today", "Source 1"),
            ],
            evidence.Fields.Select(f => (f.Field, f.Own!, f.Other!)));
        Assert.Equal(LogOdds.Of(evidence.Probability), evidence.Prior + evidence.Fields.Sum(f => f.Weight), 0.1);
        Assert.All(evidence.Fields, f => Assert.True(f.Field is LinkField.Time or LinkField.Source || f.Weight > 0, Print(evidence)));
    }

    /// <summary>The incidents are those of the set of reports, in whatever order they came; and nothing is left to do afterwards.</summary>
    [Fact]
    public void Order_DoesNotMatter() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        Contents.ListOf(9).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (contents, seed) =>
        {
            var record = new MemoryTellings(Linker);
            var other = new MemoryTellings(Linker, asked: false);
            int[] order = [.. Enumerable.Range(0, contents.Count)];
            foreach (int i in order)
            {
                record.Add(i, contents[i]);
            }

            new Random(seed).Shuffle(order);
            foreach (int i in order)
            {
                other.Add(i, contents[i]);
            }

            bool settled = record.Follow([.. contents.Select((_, i) => $"r{i:D16}")], []).Count == 0;
            return settled && record.Partition.SequenceEqual(other.Partition) && record.AllPossible.Count == other.AllPossible.Count;
        }));

    /// <summary>Whatever comes in afterwards: what a person linked stays linked, what one took away or barred stays away.</summary>
    [Fact]
    public void WhatAPersonDecided_IsNeverUndone() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(
        Contents.ListOf(6).ToArbitrary(), Contents.ListOf(6).ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), (before, after, which) =>
        {
            var record = new MemoryTellings(Linker);
            for (int i = 0; i < before.Count; i++)
            {
                record.Add(i, before[i]);
            }

            Claim claim = record[which];
            string? incident = claim.IncidentId;
            string? other = record.Claims.Select(c => c.IncidentId).FirstOrDefault(i => i is not null && i != incident);
            int decided = which % 3;
            if (incident is null || (decided > 0 && other is null))
            {
                return true;
            }

            record.Decide(claim.Id, decided == 0 ? new ClaimUnlinked(incident, "another raid") : decided == 1 ? new ClaimLinked(other!, ["person: it is that one"]) : new ClaimBarred(other!, "not that one"));
            for (int i = 0; i < after.Count; i++)
            {
                record.Add(100 + i, after[i]);
            }

            return decided == 0 ? record[which].IncidentId != incident : decided == 1 ? record[which].IncidentId == other : record[which].IncidentId != other;
        }));

    [Fact]
    public void DayAfterDay_DoesNotChain()
    {
        var record = new MemoryTellings(Linker);
        for (int day = 1; day <= 9; day++)
        {
            for (int source = 0; source < 3; source++)
            {
                record.Add((10 * day) + source, Content() with { Mode = "aerial", Actors = [Army], Time = Time($"2017-01-0{day}") });
            }
        }

        Assert.Equal(9, record.Partition.Count);
    }

    [Fact]
    public void AReportThatJoinsTwo_MakesThemOne_AndTheLargerKeepsItsNumber()
    {
        var record = new MemoryTellings(Linker);
        ClaimContent day = Content() with { Actors = [Army] };
        record.Add(1, Content() with { Place = Samples.Place() with { PlaceId = null, Name = null, Text = "مزرعة", Lat = 36.25 } });
        record.Add(2, day with { Dead = new Count(40, 40, null) });
        record.Add(3, day with { Dead = new Count(40, 40, null) });
        Assert.Equal([1, 2, 2], new[] { 1, 2, 3 }.Select(record.NumberOf).OfType<int>());
        record.Decide(MemoryTellings.Id(1), new ClaimLinked(record[2].IncidentId!, ["person: seen there"]));
        Assert.Equal([2, 2, 2], new[] { 1, 2, 3 }.Select(record.NumberOf).OfType<int>());
        Assert.Empty(record.AllPossible);
    }

    [Fact]
    public void AnIncidentThatSomebodyRuledOn_KeepsItsClaims()
    {
        ClaimContent raid = Content() with { Actors = [Army] };
        ClaimContent vague = raid with { Time = Time("2017-01-02"), Dead = new Count(30, 30, null) };
        ClaimContent clear = vague with { Time = Time("2017-01-02") };
        foreach (bool ruled in new[] { false, true })
        {
            var record = new MemoryTellings(Linker);
            record.Add(1, raid);
            record.Add(2, vague);
            Assert.Single(record.Partition);
            if (ruled)
            {
                record.RuledOn.Add(record[1].IncidentId!);
            }

            for (int n = 3; n < 9; n++)
            {
                record.Add(n, clear);
            }

            // By then the second clearly belongs to the raid of the day after.
            Assert.Equal(ruled, record[2].IncidentId == record[1].IncidentId);
        }
    }

    [Fact]
    public void ADenialAlone_OpensNothing_AndJoinsLater()
    {
        var record = new MemoryTellings(Linker);
        Assert.Empty(record.Add(1, Content() with { Modality = Modality.Negated }));
        record.Add(2, Content());
        Assert.Equal([1, 1], new[] { 1, 2 }.Select(record.NumberOf).OfType<int>());
        record.Decide(MemoryTellings.Id(2), new ClaimRejected(1, "misread"));
        Assert.Null(record[1].IncidentId);
        Assert.Equal(1, record.NumberOf(2));
    }

    [Fact]
    public void AClaimThatIsEditedToTellNothing_LeavesItsIncident()
    {
        var record = new MemoryTellings(Linker);
        record.Add(1, Content());
        record.Add(2, Content());
        record.Decide(MemoryTellings.Id(2), new ClaimEdited(1, Content() with { Time = null }, "no day is told"));
        Assert.Equal([1, null], new[] { 1, 2 }.Select(record.NumberOf));
    }

    [Fact]
    public void KeptApart_StaysApart_AndIsAskedNoMore()
    {
        var record = new MemoryTellings(Linker);
        record.Add(1, Content() with { Actors = [Army] });
        record.Add(2, Content() with { Actors = [Nusra] });
        Assert.Single(record.AllPossible);
        record.Decide(MemoryTellings.Id(2), new ClaimBarred(record[1].IncidentId!, "two shellings"));
        Assert.Empty(record.AllPossible);
        record.Add(3, Content());
        Assert.Equal([1, 2], new[] { 1, 2 }.Select(record.NumberOf).OfType<int>());
        Assert.NotNull(record.NumberOf(3));
    }

    /// <summary>A crowd too large to be put into incidents anew: those that are linked stay, the new one finds its place.</summary>
    [Fact]
    public void ACrowd_IsNotLinkedAnew()
    {
        var record = new MemoryTellings(Linker);
        for (int n = 0; n < 150; n++)
        {
            record.Add(n, Content() with { Mode = n % 2 == 0 ? "aerial" : "heavy-weapons", Actors = [n % 3 == 0 ? Nusra : Army], Dead = new Count(1 + (n % 7), 1 + (n % 7), null) });
        }

        Assert.All(record.Claims, c => Assert.NotNull(c.IncidentId));
        IReadOnlyList<PlannedAct> acts = record.Add(999, Content() with { Mode = "aerial", Actors = [Army] });
        Assert.Single(acts, a => a.Body is ClaimLinked);
    }

    private static readonly Gen<ClaimContent> Contents =
        from mode in Gen.Elements(null, "aerial", "heavy-weapons", "abduct")
        from modality in Gen.Elements(Modality.Asserted, Modality.Asserted, Modality.Negated, Modality.Planned)
        from lat in Gen.Elements(35.99, 35.995, 36.02, 36.3)
        from named in Gen.Elements(true, false)
        from point in Gen.Elements(true, true, true, false)
        from precision in Gen.Choose(1, 6)
        from value in Gen.Elements("2017-01-01", "2017-01-02", "2017-01-03", "2017-W01", "2017-01")
        from actor in Gen.Elements(null, Army, AirForce, Nusra)
        from recipient in Gen.Elements(null, Army, JayshAlIslam)
        from dead in Gen.Elements<decimal?>(null, 3, 8)
        select Content() with
        {
            Mode = mode,
            Modality = modality,
            Place = (named ? Samples.Place(lat: point ? lat : null, lon: point ? 36.79 : null) : Samples.Place(lat: lat) with { PlaceId = null, Name = null, Text = "مزرعة" }) with { Precision = precision },
            Time = Time(value),
            Actors = actor is null ? [] : [actor],
            Recipients = recipient is null ? [] : [recipient],
            Dead = dead is null ? null : new Count(dead, dead, null),
        };

    private static string Print(LinkEvidence e) => $"p {e.Probability} prior {e.Prior} {string.Join(' ', e.Fields.Select(f => $"{f.Field} {f.Weight}"))}";

    private static ClaimContent Content() => Samples.Event("قصف", "قصف", place: Samples.Place());

    private static ClaimPlace Governorate() => new("إدلب", null, "sy-idlib-gov", "Idlib", PlaceKind.Region, "SY", 35.9, 36.7, 4);

    private static ClaimTime Time(string value)
    {
        Assert.True(TimeValue.TryParse(value, out TimeValue time));
        return new ClaimTime(value, null, value, time.First, time.Last);
    }
}
