using FsCheck;
using FsCheck.Fluent;
using Hudna.Agreements;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Tests.Agreements;

public sealed class AgreementYamlTests
{
    private const string Good = AgreementSample.Good;

    private static readonly DateOnly Third = new(2017, 2, 1);

    private static Agreement Read(string text) => AgreementYaml.Read(text, "agreement.yaml");

    [Fact]
    public void Read_GoodFile_GivesWhatItSays()
    {
        Agreement a = Read(Good);
        Assert.Equal(("test", "Test", "Asia/Damascus"), (a.Id, a.Name.En, a.Zone));
        Assert.Equal((new DateOnly(2016, 12, 29), new DateTime(2016, 12, 30), new DateTime(2017, 6, 1)), (a.SignedOn, a.InForceFrom, a.EndedAt));
        Assert.Equal(new AgreementCodes(AgreementClass.Preliminary, null, "Cea", null, 2, null, null, true, null, null), a.Codes);
        Assert.Equal("first", a.Documents[1].Amends);
        Assert.Equal(new Participant("state-ir", ParticipantRole.Guarantor, new Period(new(2017, 1, 24), null), "second"), a.Participants[1]);
        Assert.Equal(new Adherence("levant-front", AdherenceStatus.Adheres, new Period(new(2016, 12, 30), Third), "paper 1"), a.Adherences[1]);
        Assert.Equal([new ScopeRule("b", false, default, "first")], a.Scope);
        Assert.Equal(new Lister("un", null, new("UN", "الأمم"), true, default), a.Listers[0]);
        Assert.Equal("russia:jund-al-aqsa@2017-02-01", a.Listings[2].Id);
    }

    [Fact]
    public void Read_GoodFile_GivesAreasByTheirParts()
    {
        Area b = Read(Good).Areas[1];
        Assert.Equal([new AreaPart { AreaId = "a" }, new AreaPart { Circle = new Circle(new Position(35.5, 36.5), 5) }], b.Include);
        Assert.Equal([new Position(35, 36), new Position(35, 37), new Position(36, 37)], Assert.Single(b.Exclude).Polygon!);
        Assert.Equal([new AreaPart { Country = "SY" }, new AreaPart { Admin1 = "SY/Idlib" }], Read(Good).Areas[0].Include);
    }

    /// <summary>Acts and sub-events come together; "by" is whoever is bound and "against" is anyone where the file says neither.</summary>
    [Fact]
    public void Read_GoodFile_GivesProvisionsAndDefaults()
    {
        Provision first = Read(Good).Provisions[0];
        Assert.Equal(
            [new ActPattern(EventType.Assault, "aerial"), new ActPattern(EventType.Coerce, null), new ActPattern(EventType.Assault, null)], first.Acts);
        Assert.Equal([new PartyPattern(PartyClass.Bound, null, null)], first.By);
        Assert.Equal([new PartyPattern(PartyClass.Anyone, null, null)], first.Against);
        Assert.Equal(("No attacks.", "لا هجمات.", "en"), (first.Text["en"], first.Text["ar"], first.Original));
        Provision second = Read(Good).Provisions[1];
        Assert.Equal([new PartyPattern(PartyClass.Guarantors, null, null), new PartyPattern(PartyClass.Actor, "levant-front", null)], second.By);
        Assert.Equal([new PartyPattern(PartyClass.Type, null, ActorType.ArmedGroup)], second.Against);
        Assert.Equal(("b", "first", "Needed"), (second.AreaId, second.DocumentId, second.Condition?.En));
        Assert.Equal(["1"], second.ExceptionTo);
    }

    [Fact]
    public void Read_GoodFile_GivesCommissions()
    {
        Agreement a = Read(Good);
        Assert.Equal([new Deadline(ComplaintStage.Tasked, 24)], a.Commissions[0].Deadlines);
        Assert.Equal((DecisionRule.Chair, "state-ru", "second"), (a.Commissions[1].Rule, a.Commissions[1].ChairId, a.Commissions[1].DocumentId));
        Assert.Equal([new CommissionMember("state-ru", default), new CommissionMember("state-ir", new Period(new(2017, 1, 24), null))], a.Commissions[1].Members);
    }

    // what stands there, what instead, line of the error, what it says
    [Theory]
    [InlineData("id: test", "id: Test File", 1, "id: \"Test File\" cannot be used; lower-case")]
    [InlineData("id: test", "title: x", 1, "title: is no key here")]
    [InlineData("zone: Asia/Damascus", "zone: Asia/Dimashq", 3, "IANA")]
    [InlineData("in_force: 2016-12-30T00:00", "in_force: 2016-12-30", 5, "a local time as")]
    [InlineData("in_force: 2016-12-30T00:00", "", 1, "in_force is missing")]
    [InlineData("class: preliminary", "class: truce", 7, "codes.class: \"truce\" cannot be used; one of cessation_of_hostilities")]
    [InlineData("pax_stage: Cea", "pax_stage: Ceas", 7, "one of Pre, Cea")]
    [InlineData("purpose: 2", "purpose: 6", 7, "from 1 to 5")]
    [InlineData("written: true", "written: yes", 7, "true or false")]
    [InlineData("{ actor: state-ru, role: guarantor, document: first }", "{ actor: state-ru, role: friend }", 12, "participants[1].role: \"friend\" cannot be used; one of party")]
    [InlineData("status: withdrawn", "status: left", 17, "adherence[3].status")]
    [InlineData("{ actor: state-sy, status: adheres, from: 2016-12-30, source: paper 1 }", "{ actor: state-sy, status: adheres, source: paper 1 }", 15, "adherence[1].from is missing")]
    [InlineData("type: prohibits", "type: forbids", 33, "provisions[1].type: \"forbids\" cannot be used; one of prohibits, obliges, permits")]
    [InlineData("number: \"2\"", "number: \"1\"", 39, "provisions[2].number: \"1\" stands at provisions[1].number too")]
    [InlineData("COERCE]", "ATTACK]", 37, "provisions[1].acts[2]: \"ATTACK\" cannot be used; a PLOVER event type")]
    [InlineData("ASSAULT:aerial", "ASSAULT:airstrike", 37, "for ASSAULT one of abduct")]
    [InlineData("ASSAULT:aerial", "AGREE:phone", 37, "AGREE, which has no modes")]
    [InlineData("[Armed clash]", "[Skirmish]", 38, "provisions[1].acled[1]: \"Skirmish\" cannot be used; an ACLED sub-event")]
    [InlineData("[Armed clash]", "[Disrupted weapons use]", 38, "is no act in PLOVER")]
    [InlineData("acts: [ASSAULT]\n", "acts: []\n", 39, "provisions[2]: the acts that it prohibits or permits")]
    [InlineData("by: [guarantors, \"actor:levant-front\"]", "by: [everybody]", 44, "provisions[2].by[1]: \"everybody\" cannot be used; anyone, bound")]
    [InlineData("by: [guarantors, \"actor:levant-front\"]", "by: []", 44, "at least one of anyone")]
    [InlineData("type:armed_group", "type:rebels", 45, "type: with one of person")]
    [InlineData("original: en", "original: ' '", 36, "a text is expected")]
    [InlineData("text: { en: Defence. }", "text: { 1: Defence. }", 42, "BCP 47")]
    [InlineData("text: { en: Defence. }", "text: {}", 42, "at least one language")]
    [InlineData("area: b\n    from", "area: c\n    from", 46, "provisions[2].area: there is no area \"c\"; one of a, b is expected")]
    [InlineData("until: 2017-03-01", "until: 2016-03-01", 48, "provisions[2].until: is before 2017-01-01")]
    [InlineData("until: 2017-03-01", "until: soon", 48, "a day as")]
    [InlineData("from: 2017-01-01", "from: 2017-06-01", 47, "provisions[2].from: is after 2017-05-31, the agreement's last day")]
    [InlineData("exception_to: [\"1\"]", "exception_to: [\"7\"]", 50, "provisions[2].exception_to[1]: there is no provision \"7\"; one of 1, 2 is expected")]
    [InlineData("exception_to: [\"1\"]", "exception_to: [\"2\"]", 50, "2 → 2: a permission cannot be an exception to itself")]
    [InlineData("type: permits", "type: obliges", 50, "only a permission is an exception")]
    [InlineData("SY/Idlib", "SY", 21, "areas[1].include[2].admin1: \"SY\" cannot be used; country and division")]
    [InlineData("country: SY", "country: Syria", 21, "2 capital letters")]
    [InlineData("{ country: SY }", "{ country: SY, area: b }", 21, "areas[1].include[1]: exactly one of country")]
    [InlineData("{ country: SY }", "{ area: b }", 19, "areas[1]: a → b → a: an area cannot include itself")]
    [InlineData("{ area: a }", "{ area: b }", 22, "areas[2]: b → b: an area cannot include itself")]
    [InlineData("id: b\n", "id: a\n", 22, "areas[2].id: \"a\" stands at areas[1].id too")]
    [InlineData("radius_km: 5", "radius_km: 0", 26, "areas[2].include[2].circle.radius_km: \"0\" cannot be used; a number of kilometres above 0")]
    [InlineData("lat: 35.5", "lat: 95.5", 26, "from -90 to 90")]
    [InlineData("[[36, 35], [37, 35], [37, 36]]", "[[36, 35], [37, 35]]", 28, "areas[2].exclude[1].polygon: at least 3 corners")]
    [InlineData("[[36, 35], [37, 35], [37, 36]]", "[[36, 35], [37, 36], [38, 37]]", 28, "lie on one line")]
    [InlineData("[[36, 35], [37, 35], [37, 36]]", "[[36, 35], [37, 95], [37, 36]]", 28, "areas[2].exclude[1].polygon[2][2]: \"95\" cannot be used; a number from -90 to 90")]
    [InlineData("[[36, 35], [37, 35], [37, 36]]", "[36, 35]", 28, "[longitude, latitude]")]
    [InlineData("{ area: b, document: first }", "{ area: b, excluded: true }", 30, "scope: at least one area in which")]
    [InlineData("{ area: b, document: first }", "{ area: b, document: third }", 30, "scope[1].document: there is no document \"third\"; one of first, second is expected")]
    [InlineData("source: paper 1 }\n  - { id: second", "amends: second, source: paper 1 }\n  - { id: second", 9, "first → second → first: a document cannot amend itself")]
    [InlineData("date: 2017-01-24, amends", "date: 2016-12-28, amends", 10, "documents[2].date: is before 2016-12-29, the date of \"first\"")]
    [InlineData("signed: 2016-12-29", "signed: 2016-12-31", 5, "in_force: is before it was signed on 2016-12-31")]
    [InlineData("ended: 2017-06-01T00:00", "ended: 2016-12-30T00:00", 6, "ended: is not after 2016-12-30T00:00")]
    [InlineData("status: withdrawn, from: 2017-02-02", "status: withdrawn, from: 2017-02-01", 17, "adherence[3].from: levant-front: adherence[2] reaches to 2017-02-01 and contradicts it")]
    [InlineData("status: withdrawn, from: 2017-02-02", "status: adheres, from: 2016-12-30", 17, "levant-front has a record from 2016-12-30 at adherence[2] too")]
    [InlineData("from: 2017-02-01, source: list", "from: 2017-01-31, source: list", 58, "listings[3].from: jund-al-aqsa on the list of russia: listings[2] reaches to 2017-01-31")]
    [InlineData("from: 2017-02-01, source: list", "from: 2016-12-30, source: list", 58, "has a record from 2016-12-30 at listings[2] too")]
    [InlineData("lister: un,", "lister: nato,", 56, "listings[1].lister: there is no lister \"nato\"; one of un, russia is expected")]
    [InlineData("[{ actor: state-ru }]", "[]", 61, "commissions[1].members: at least one member")]
    [InlineData("[{ actor: state-ru }]", "[{ actor: state-ru }, { actor: state-ru }]", 61, "commissions[1].members[2]: state-ru is a member already")]
    [InlineData("rule: consensus", "rule: vote", 62, "one of consensus, majority, chair")]
    [InlineData("chair: state-ru", "chair: state-tr", 70, "commissions[2].chair: \"state-tr\" is no member; one of state-ru, state-ir is expected")]
    [InlineData("    chair: state-ru\n", "", 69, "commissions[2].rule: chair: with one of the members")]
    [InlineData("rule: consensus", "rule: consensus\n    chair: state-ru", 63, "commissions[1].chair: goes with rule: chair only")]
    [InlineData("until: 2017-01-23", "until: 2017-01-24", 65, "commissions[2]: is in office on a day on which commissions[1] is too")]
    [InlineData("tasked: 24", "lodged: 24", 63, "commissions[1].deadlines.lodged: the clock begins with lodging")]
    [InlineData("tasked: 24", "tasked: 0", 63, "commissions[1].deadlines.tasked: a whole number of hours above 0")]
    [InlineData("tasked: 24", "asked: 24", 63, "is no stage of a complaint; one of lodged")]
    [InlineData("ended: 2017-06-01T00:00", "ended: [", 0, "is no YAML")]
    public void Read_BadFile_NamesFileLineAndWhatIsExpected(string good, string bad, int line, string expected)
    {
        Assert.Equal(2, Good.Split(good).Length);
        DataFileException e = Assert.Throws<DataFileException>(() => Read(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.Equal(("agreement.yaml", line), (e.File, e.Line));
    }

    // What looks odd and is right: an open record ends where the next begins; two records may overlap when they say the same.
    [Theory]
    [InlineData("until: 2017-02-01, source: paper 1", "source: paper 1")]
    [InlineData("status: withdrawn, from: 2017-02-02", "status: adheres, from: 2017-01-15")]
    [InlineData("from: 2016-12-30, until: 2017-01-31, source: list", "from: 2016-12-30, source: list")]
    [InlineData("signed: 2016-12-29\n", "")]
    [InlineData("signed: 2016-12-29", "signed: 2016-12-30")]
    [InlineData("ended: 2017-06-01T00:00\n", "")]
    [InlineData("from: 2017-01-01", "from: 2017-03-01")]
    [InlineData("date: 2017-01-24, amends", "date: 2016-12-29, amends")]
    [InlineData("tasked: 24", "tasked: 1")]
    [InlineData("type: permits", "type: permits\n    acled: [air/drone strike]")]
    public void Read_UnusualButRight_IsRead(string usual, string unusual)
    {
        Assert.Equal(2, Good.Split(usual).Length);
        Assert.Equal("test", Read(Good.Replace(usual, unusual, StringComparison.Ordinal)).Id);
    }

    /// <summary>A long chain of areas is followed without recursion.</summary>
    [Fact]
    public void Read_LongChainOfAreas_IsFollowed()
    {
        string Chain(int last) => string.Concat(Enumerable.Range(0, 3000).Select(i =>
            $"  - {{ id: x{i}, name: {{ en: X, ar: س }}, include: [{{ area: {(i == 2999 ? last < 0 ? "a" : $"x{last}" : $"x{i + 1}")} }}] }}\n"));
        Assert.Equal(3002, Read(Good.Replace("scope:\n", Chain(-1) + "scope:\n", StringComparison.Ordinal)).Areas.Count);
        DataFileException e = Assert.Throws<DataFileException>(() => Read(Good.Replace("scope:\n", Chain(0) + "scope:\n", StringComparison.Ordinal)));
        Assert.Contains("x0 → x1 → x2", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedFile_NeverThrowsAnythingElse()
    {
        Gen<string> damaged =
            from at in Gen.Choose(0, Good.Length - 1)
            from length in Gen.Choose(0, 8)
            from sign in Gen.Elements("[", "]", "{", "}", ":", "\n", "\t", "&a ", "*a", "!", "-", "'", "\"", "#", "|", ">", "%", "9", "99999", ",")
            select Good[..at] + sign + Good[Math.Min(Good.Length, at + length)..];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(damaged.ToArbitrary(), text =>
        {
            try
            {
                return Read(text).Id.Length > 0;
            }
            catch (DataFileException)
            {
                return true;
            }
        }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b\n")]
    [InlineData("id: &x [*x]\n")]
    public void Read_NoMapping_IsRefused(string text) => Assert.Throws<DataFileException>(() => Read(text));
}
