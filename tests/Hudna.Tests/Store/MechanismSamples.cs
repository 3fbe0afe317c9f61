using System.Globalization;
using System.Text;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Tests.Store;

/// <summary>A made-up agreement with three guarantors, their desks, and what they record.</summary>
internal static class MechanismSamples
{
    public const string Ivan = "Ivan", Ayse = "Ayşe", Dara = "Dara", Envoy = "Envoy's officer";

    public static readonly DateTimeOffset Lodged = new(2017, 1, 3, 9, 0, 0, TimeSpan.FromHours(2));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static BilingualText Text(string en, string ar = "نص") => new(en, ar);

    /// <summary>In force from 30 December 2016; commission of Russia, Turkey and, from 24 January, Iran.</summary>
    public static Agreement Agreement(DecisionRule rule = DecisionRule.Consensus, string id = "truce") => new()
    {
        Id = id,
        Name = Text("Truce", "هدنة"),
        Codes = new AgreementCodes(AgreementClass.CessationOfHostilities, null, "Cea", "Ceas", 2, 2, true, true, false, null),
        Zone = "Asia/Damascus",
        SignedOn = Day("2016-12-29"),
        InForceFrom = new DateTime(2016, 12, 30, 0, 0, 0, DateTimeKind.Unspecified),
        Documents = [new AgreementDocument("text", Text("Text"), Day("2016-12-29"), null, "S/2016/1133")],
        Participants = [new Participant("state-ru", ParticipantRole.Guarantor, default, "text")],
        Adherences = [new Adherence("gov-sy", AdherenceStatus.Adheres, new Period(Day("2016-12-30"), null), "annex I")],
        Areas =
        [
            new Area(
                "syria", Text("Syria"), [new AreaPart { Country = "SY" }],
                [
                    new AreaPart { Circle = new Circle(new Position(35.1, 36.7), 10) },
                    new AreaPart { Polygon = [new Position(35, 36), new Position(35.5, 36), new Position(35.5, 36.5)] },
                ]),
        ],
        Scope = [new ScopeRule("syria", false, default, "text")],
        Provisions =
        [
            new Provision
            {
                Number = "1",
                Type = ProvisionType.Prohibits,
                Title = Text("No attacks"),
                Text = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "To stop attacks", ["ar"] = "وقف الهجمات", ["ru-RU"] = "Прекратить" },
                Acts = [new ActPattern(EventType.Assault, null)],
                By = [new PartyPattern(PartyClass.Bound, null, null)],
                Against = [new PartyPattern(PartyClass.Anyone, null, null)],
            },
        ],
        Listers = [new Lister("un", null, Text("Security Council"), true, default)],
        Listings = [new Listing("un", "isil", new Period(Day("2016-12-30"), null), "S/2016/1133")],
        Commissions =
        [
            new Commission
            {
                Name = Text("Joint Commission"),
                Members =
                [
                    new CommissionMember("state-ru", default), new CommissionMember("state-tr", default),
                    new CommissionMember("state-ir", new Period(Day("2017-01-24"), null)),
                ],
                Rule = rule,
                ChairId = rule == DecisionRule.Chair ? "state-tr" : null,
                Deadlines = [new Deadline(ComplaintStage.PreliminaryInquiry, 24), new Deadline(ComplaintStage.Tasked, 48), new Deadline(ComplaintStage.Answered, 72)],
            },
        ],
    };

    public static (Act Act, ReadOnlyMemory<byte> Original) Filed(Agreement? agreement = null, string reason = "", string by = Ivan)
    {
        agreement ??= Agreement();
        byte[] bytes = Encoding.UTF8.GetBytes($"id: {agreement.Id} # {reason}\n");
        return (Samples.Act(agreement.Id, new AgreementFiled(agreement, ContentId.Sha256(bytes), reason), by), bytes);
    }

    public static Act Adherence(string actor, string from, string? until = null, AdherenceStatus status = AdherenceStatus.Adheres, string by = Ivan) => Samples.Act(
        "truce", new AdherenceRecorded(new Adherence(actor, status, new Period(Day(from), until is null ? null : Day(until)), "letter")), by);

    public static Act Listing(string actor, string from, string? until = null, string lister = "un", string by = Ivan) => Samples.Act(
        "truce", new ListingRecorded(new Listing(lister, actor, new Period(Day(from), until is null ? null : Day(until)), "list")), by);

    public static Act Desk(string id, string? actor, string member, DeskRole role = DeskRole.Guarantor, int revision = 0, Period period = default) =>
        Samples.Act(id, new DeskRecorded(revision, Text(id, "مكتب"), role, actor, [new DeskMember(member, period)]));

    /// <summary>The desks of the three guarantors and of the envoy.</summary>
    public static Act[] Desks() =>
    [
        Desk("russia", "state-ru", Ivan), Desk("turkiye", "state-tr", Ayse), Desk("iran", "state-ir", Dara),
        Desk("un-envoy", "united-nations", Envoy, DeskRole.Envoy),
    ];

    public static FindingContent Content(Ruling ruling = Ruling.Violation, string on = "2017-01-15") => new(
        OccurrenceFinding.Confirmed, AttributionFinding.NotAttributed, null,
        ruling == Ruling.OutsideScope ? ScopeFinding.OutsideArea : ScopeFinding.Inside, ruling,
        ruling switch
        {
            Ruling.Violation => RulingReason.ProvisionBreached,
            Ruling.NoViolation => RulingReason.Permitted,
            Ruling.OutsideScope => RulingReason.OutsideArea,
            Ruling.Pending => RulingReason.InquiryOpen,
            _ => RulingReason.SourcesConflict,
        },
        Confidence.Moderate, Day(on), string.Empty);

    public static Act Finding(
        string incident, string desk, string by, Ruling ruling = Ruling.Violation, int revision = 0, string on = "2017-01-15") =>
        Samples.Act(incident, new FindingRecorded(desk, revision, Content(ruling, on)), by);

    public static Act Determination(
        string incident, Ruling ruling = Ruling.Violation, int revision = 0, string by = Ivan, string on = "2017-01-15", params (string Desk, int Revision)[] rests) =>
        Samples.Act(
            incident,
            new DeterminationMade(revision, new DeterminationContent(
                ruling, null, ruling == Ruling.Violation ? ["1"] : [], Day(on), "heard", [.. rests.Select(r => new FindingSeen(r.Desk, r.Revision))])),
            by);

    public static Act Complaint(int number, string? incident = null, string desk = "turkiye", string by = Ayse, string? report = null, string summary = "Shelling") =>
        Samples.Act(
            string.Create(CultureInfo.InvariantCulture, $"k{number:D16}"),
            new ComplaintLodged(number, new ComplaintContent(desk, "gov-sy", incident, report, summary, Lodged)), by);

    public static Act Moved(int number, int revision, ComplaintStage stage, double hours, string note = "", string by = Ayse) => Samples.Act(
        string.Create(CultureInfo.InvariantCulture, $"k{number:D16}"), new ComplaintMoved(revision, stage, Lodged.AddHours(hours), note), by);

    public static CoverageContent CoverageOf(
        string province = "SY/Idlib", int fromHour = 8, int toHour = 10, CoverageAccess access = CoverageAccess.Full, Position? center = null, double? radiusKm = null) =>
        new(CoverageKind.Patrol, "Team 1", new CoveragePlace("Taftanaz", null, province, center, radiusKm), Lodged.AddHours(fromHour), Lodged.AddHours(toHour), access, null, string.Empty);

    public static Act Coverage(string id, CoverageContent content, int revision = 0) => Samples.Act(id, new CoverageRecorded(revision, content), Samples.Machine);

    public static IncidentAssessment Assessed(
        AssessmentOutcome outcome = AssessmentOutcome.ApparentViolation, string? province = "SY/Idlib", string agreement = "truce", params AssessmentOutcome[] others) => new()
        {
            AgreementId = agreement,
            Occurrence = OccurrenceState.Asserted,
            Attribution = AttributionState.Unattributed,
            Province = province,
            Outcomes =
        [
            .. others.Prepend(outcome).Select((o, i) => new ListOutcome(
                [$"l{i}"], o, null, o == AssessmentOutcome.ApparentViolation ? ["1"] : [], [],
                [new Variant([], [], o, null, [], [], [new TraceStep(AssessmentQuestion.Forbidden, Answer.Yes, "provision.forbids", ["x"], ["provision:1"], [])])])),
        ],
            Steps = [new TraceStep(AssessmentQuestion.InForce, Answer.Yes, "date.in_force", ["2017-01-01"], ["agreement"], [])],
        };

    public static (Act Act, ReadOnlyMemory<byte> Original) Bulletin(int number, long state, string json = "{}", string from = "2017-01-01", string until = "2017-01-07")
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        string hash = ContentId.Sha256(bytes);
        return (Samples.Act("b" + hash[..16], new BulletinPublished(number, Day(from), Day(until), state, hash)), bytes);
    }
}
