using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Bulletins;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Tests.Store;

namespace Hudna.Tests.Bulletins;

/// <summary>A made-up period of which every number can be counted by hand.</summary>
internal static class BulletinSample
{
    public const string Idlib = "SY/Idlib", Homs = "SY/Homs", Hama = "SY/Hama";

    public static readonly DateOnly Day = new(2017, 1, 15);

    private static readonly string[] Listers = ["russia", "turkiye"];

    /// <summary>Six incidents: four on the day, one the day before, one the day after; two desks; a list on which the guarantors differ.</summary>
    public static BulletinInput Input() => new()
    {
        Mission = new BilingualText("Test", "تجربة"),
        Months = MonthNames.Levantine,
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Damascus"),
        From = Day,
        Until = Day,
        State = 100,
        Agreement = MechanismSamples.Agreement() with
        {
            Listers = [new Lister("russia", "state-ru", MechanismSamples.Text("Russia", "روسيا"), false, default), new Lister("turkiye", "state-tr", MechanismSamples.Text("Turkey", "تركيا"), false, default)],
            Listings = [new Listing("russia", "hts", new Period(Day, null), "statement")],
            Adherences = [new Adherence("ahrar", AdherenceStatus.Declined, new Period(Day, null), "spokesman"), new Adherence("gov-sy", AdherenceStatus.Adheres, new Period(Day.AddDays(-9), null), "letter")],
        },
        Gazetteer = new Gazetteer(
            new[] { Province("Idlib", "محافظة إدلب"), Province("Homs", "محافظة حمص"), Province("Hama", "محافظة حماة"), Province("Tartus", "محافظة طرطوس") }.ToDictionary(p => p.Id, StringComparer.Ordinal),
            new Dictionary<string, ActorEntry>(StringComparer.Ordinal)),
        Desks = [Desk("russia", "state-ru"), Desk("turkiye", "state-tr"), Desk("envoy", null, DeskRole.Envoy)],
        Rows =
        [
            Row(1, Day, Idlib, [Out(AssessmentOutcome.ApparentViolation)], new Toll(3, 5, 7), Toll.Unknown, ("russia", Ruling.Violation), ("turkiye", Ruling.Violation)),
            Row(2, Day, Idlib, [Out(AssessmentOutcome.OutsideScope, "russia"), Out(AssessmentOutcome.ApparentViolation, "turkiye")], new Toll(2, 2, 2), new Toll(1, null, 4), ("russia", Ruling.OutsideScope), ("turkiye", Ruling.Violation), ("envoy", Ruling.CannotConfirm)),
            Row(3, Day, Homs, [Out(AssessmentOutcome.CannotBeAssessed)], Toll.Unknown, Toll.Unknown, ("russia", Ruling.Pending)),
            Row(4, Day, null, [], Toll.Unknown, new Toll(0, 0, 0)),
            Row(5, Day.AddDays(-1), Idlib, [Out(AssessmentOutcome.ApparentViolation)], Toll.Unknown, Toll.Unknown),
            Row(6, Day.AddDays(1), Idlib, [Out(AssessmentOutcome.ApparentViolation)], Toll.Unknown, Toll.Unknown),
        ],
        Undated = 2,
        Coverage = [Covered("v1", Idlib, 8, 12), Covered("v2", Hama, 9, 11, CoverageAccess.Denied), Covered("v3", Homs, -20, -18)],
        Complaints = [],
        Earlier = [],
    };

    public static BulletinRow Row(int number, DateOnly first, string? province, IReadOnlyList<ListOutcome> outcomes, Toll dead, Toll injured, params (string Desk, Ruling Ruling)[] findings) => new(
        new Incident
        {
            Id = $"i{number}",
            Number = number,
            Acts = [new IncidentAct(EventType.Assault, "heavy-weapons", 1)],
            First = first,
            Last = first,
            Actors = [],
            Recipients = [],
            Claims = 1,
            Sources = ["Desk A"],
            Differences = [],
        },
        outcomes.Count == 0 ? null : new IncidentAssessment
        {
            AgreementId = "truce",
            Occurrence = OccurrenceState.Asserted,
            Attribution = AttributionState.Unattributed,
            Province = province,
            Outcomes = outcomes,
            Steps = [],
        },
        [.. findings.Select(f => new Finding($"i{number}", f.Desk, MechanismSamples.Content(f.Ruling), 1, "Ivan", number))], null, dead, injured);

    public static ListOutcome Out(AssessmentOutcome outcome, params string[] listers) => new(
        listers.Length == 0 ? Listers : listers, outcome, outcome == AssessmentOutcome.OutsideScope ? ScopeGround.Group : null,
        outcome == AssessmentOutcome.ApparentViolation ? ["1"] : [], [], []);

    private static CoverageRecord Covered(string id, string province, double from, double to, CoverageAccess access = CoverageAccess.Full)
    {
        DateTimeOffset midnight = new(2017, 1, 15, 0, 0, 0, TimeSpan.FromHours(2));
        return new CoverageRecord(
            id, new CoverageContent(CoverageKind.Patrol, "Team 1", new CoveragePlace("A place", null, province, null, null), midnight.AddHours(from), midnight.AddHours(to), access, null, "kept inside"), null, 1);
    }

    private static PlaceEntry Province(string name, string arabic) =>
        new($"sy-{name}", $"{name} Governorate", [arabic], PlaceKind.Region, "governorate", "SY", name, 35, 36, 2, false, "test");

    private static Desk Desk(string id, string? actor, DeskRole role = DeskRole.Guarantor) =>
        new() { Id = id, Name = MechanismSamples.Text($"{id}'s desk", "مكتب"), Role = role, ActorId = actor };
}
