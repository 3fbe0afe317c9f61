using System.Text.Json.Serialization;
using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Bulletins;

/// <summary>A joint bulletin: what the record says of a period, at one state of it. All that a page needs stands in it, names in both
/// languages among it. It holds no coordinates, no free text of desks and nobody's name: it is made to be published.</summary>
public sealed record BulletinContent
{
    /// <summary>Version of this form, <c>hudna-bulletin/1</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The mission.</summary>
    public required BilingualText Mission { get; init; }

    /// <summary>The agreement; null when none is filed.</summary>
    public BilingualText? Agreement { get; init; }

    /// <summary>Which Arabic month names the mission writes.</summary>
    [JsonConverter(typeof(SnakeCaseEnumConverter<MonthNames>))]
    public required MonthNames Months { get; init; }

    /// <summary>Zone of all days and times.</summary>
    public required string Zone { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Sequence number of the last act taken into account.</summary>
    public required long State { get; init; }

    /// <summary>Desks of the guarantors, in order of their first acts.</summary>
    public required IReadOnlyList<NamedId> Desks { get; init; }

    /// <summary>Those whose exclusion lists give outcomes of their own, in the agreement's order.</summary>
    public required IReadOnlyList<NamedId> Listers { get; init; }

    /// <summary>All provinces, and incidents whose province is not known, together.</summary>
    public required BulletinFigures Total { get; init; }

    /// <summary>Provinces with incidents, coverage or any record, in order; one without a province last when such incidents are there.</summary>
    public required IReadOnlyList<ProvinceFigures> Provinces { get; init; }

    /// <summary>The agreement's other provinces: nobody looked, nothing was recorded.</summary>
    public required IReadOnlyList<NamedId> NotObserved { get; init; }

    /// <summary>Incidents of the whole record without a day: no bulletin counts them.</summary>
    public required int Undated { get; init; }

    /// <summary>The incidents of the period, in order of day and number.</summary>
    public required IReadOnlyList<BulletinIncident> Incidents { get; init; }

    /// <summary>Numbers of the incidents on which guarantors' rulings differ, in order of day and number.</summary>
    public required IReadOnlyList<int> Divergences { get; init; }

    /// <summary>Determinations made in the period, whatever day their incidents are of.</summary>
    public required IReadOnlyList<BulletinDetermination> Determinations { get; init; }

    /// <summary>Access denied in the period.</summary>
    public required IReadOnlyList<BulletinDenial> Denied { get; init; }

    /// <summary>Who joined, declined or withdrew in the period.</summary>
    public required IReadOnlyList<BulletinAdherence> Adherences { get; init; }

    /// <summary>Changes of exclusion lists in the period.</summary>
    public required IReadOnlyList<BulletinListing> Listings { get; init; }

    /// <summary>Complaints lodged in the period.</summary>
    public required IReadOnlyList<BulletinComplaint> Complaints { get; init; }

    /// <summary>Complaints whose next stage was overdue at the period's end.</summary>
    public required IReadOnlyList<BulletinComplaint> Overdue { get; init; }

    /// <summary>What earlier bulletins said otherwise.</summary>
    public required IReadOnlyList<BulletinCorrection> Corrections { get; init; }
}

/// <summary>An id with its name.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">What people call it.</param>
public sealed record NamedId(string Id, BilingualText Name);

/// <summary>Counts over incidents.</summary>
public sealed record BulletinFigures
{
    /// <summary>How many.</summary>
    public required int Incidents { get; init; }

    /// <summary>Apparent violations under every list.</summary>
    public required int ApparentViolations { get; init; }

    /// <summary>No violation under any list.</summary>
    public required int NoViolation { get; init; }

    /// <summary>Outside the agreement's scope under every list.</summary>
    public required int OutsideScope { get; init; }

    /// <summary>Cannot be assessed under any list.</summary>
    public required int CannotBeAssessed { get; init; }

    /// <summary>With different outcomes under different lists.</summary>
    public required int ListsDiffer { get; init; }

    /// <summary>Not assessed; with the five above the sum of <see cref="Incidents"/>.</summary>
    public required int NotAssessed { get; init; }

    /// <summary>Outcomes by lister, in the agreement's order; empty when nobody keeps a list.</summary>
    public required IReadOnlyList<ListerFigures> Listers { get; init; }

    /// <summary>Rulings by guarantor's desk.</summary>
    public required IReadOnlyList<DeskFigures> Desks { get; init; }

    /// <summary>Incidents on which two or more guarantors ruled the same.</summary>
    public required int Agreed { get; init; }

    /// <summary>Incidents on which guarantors ruled differently.</summary>
    public required int Diverging { get; init; }

    /// <summary>Incidents on which only one guarantor has ruled.</summary>
    public required int OneRuled { get; init; }

    /// <summary>Incidents on which none has.</summary>
    public required int NotRuled { get; init; }

    /// <summary>Incidents that the commission has determined.</summary>
    public required int Determined { get; init; }

    /// <summary>People killed, of the incidents whose toll is known.</summary>
    public required Toll Dead { get; init; }

    /// <summary>Incidents of which nobody says how many were killed.</summary>
    public required int DeadUnknown { get; init; }

    /// <summary>People injured, of the incidents whose toll is known.</summary>
    public required Toll Injured { get; init; }

    /// <summary>Incidents of which nobody says how many were injured.</summary>
    public required int InjuredUnknown { get; init; }
}

/// <summary>Outcomes under one lister's list.</summary>
/// <param name="Id">The lister.</param>
/// <param name="ApparentViolations">Apparent violations.</param>
/// <param name="NoViolation">No violation.</param>
/// <param name="OutsideScope">Outside the scope.</param>
/// <param name="CannotBeAssessed">Cannot be assessed.</param>
public sealed record ListerFigures(string Id, int ApparentViolations, int NoViolation, int OutsideScope, int CannotBeAssessed);

/// <summary>Rulings of one desk.</summary>
/// <param name="Id">The desk.</param>
/// <param name="Violation">Violation.</param>
/// <param name="NoViolation">No violation.</param>
/// <param name="OutsideScope">Outside the scope.</param>
/// <param name="CannotConfirm">Cannot confirm.</param>
/// <param name="InsufficientEvidence">Insufficient evidence.</param>
/// <param name="Pending">Pending.</param>
/// <param name="None">Incidents without a finding of this desk.</param>
public sealed record DeskFigures(
    string Id, int Violation, int NoViolation, int OutsideScope, int CannotConfirm, int InsufficientEvidence, int Pending, int None);

/// <summary>Counts for a province.</summary>
/// <param name="Id">As <c>SY/Idlib</c>; null for incidents whose province is not known.</param>
/// <param name="Name">Its name; null for those.</param>
/// <param name="Figures">The counts.</param>
/// <param name="Coverage">Who looked; null for incidents whose province is not known.</param>
/// <param name="Before">The same in the period of the same length before.</param>
public sealed record ProvinceFigures(string? Id, BilingualText? Name, BulletinFigures Figures, PeriodCoverage? Coverage, PeriodBefore Before);

/// <summary>The period before, for comparison. More incidents may only mean that more was seen, so that the days observed stand beside.</summary>
/// <param name="Incidents">Incidents then.</param>
/// <param name="ApparentViolations">Apparent violations under every list then.</param>
/// <param name="ObservedDays">Days on which somebody looked then; null where coverage does not apply.</param>
public sealed record PeriodBefore(int Incidents, int ApparentViolations, int? ObservedDays);

/// <summary>Who looked in a period.</summary>
/// <param name="State">Observed when on any day, denied when on none but access was denied on some; else not observed.</param>
/// <param name="ObservedDays">Days on which somebody looked.</param>
/// <param name="DeniedDays">Days on which nobody could and access was denied.</param>
/// <param name="NotObservedDays">Days on which nobody looked.</param>
/// <param name="Hours">Hours of observation, overlaps counted once.</param>
/// <param name="Kinds">Hours by means.</param>
public sealed record PeriodCoverage(
    CoverageState State, int ObservedDays, int DeniedDays, int NotObservedDays, decimal Hours, IReadOnlyList<KindHours> Kinds);

/// <summary>Hours of one means.</summary>
/// <param name="Kind">The means.</param>
/// <param name="Hours">Hours, overlaps counted once.</param>
public sealed record KindHours(CoverageKind Kind, decimal Hours);

/// <summary>An incident of the period.</summary>
public sealed record BulletinIncident
{
    /// <summary>What people call it by.</summary>
    public required int Number { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Province; null when not known.</summary>
    public string? Province { get; init; }

    /// <summary>Place by name; null when not told.</summary>
    public BilingualText? Place { get; init; }

    /// <summary>How precise the place is: UCDP GED where_prec, 1 to 7; null without a place.</summary>
    public int? PlacePrecision { get; init; }

    /// <summary>First day that any claim allows.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Last day that any claim allows.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Acts claimed, commonest first.</summary>
    public required IReadOnlyList<BulletinAct> Acts { get; init; }

    /// <summary>Outcomes by listers; empty when not assessed.</summary>
    public required IReadOnlyList<BulletinOutcome> Outcomes { get; init; }

    /// <summary>Findings of the guarantors' desks.</summary>
    public required IReadOnlyList<BulletinFinding> Findings { get; init; }

    /// <summary>The commission's ruling; null when there is none.</summary>
    public Ruling? Determination { get; init; }

    /// <summary>People killed.</summary>
    public required Toll Dead { get; init; }

    /// <summary>People injured.</summary>
    public required Toll Injured { get; init; }

    /// <summary>Number of distinct sources.</summary>
    public required int Sources { get; init; }

    /// <summary>Fields on which its claims differ.</summary>
    public required IReadOnlyList<string> Differences { get; init; }
}

/// <summary>An act claimed.</summary>
/// <param name="Type">Event type.</param>
/// <param name="Mode">Mode; null when not told.</param>
public sealed record BulletinAct(EventType Type, string? Mode);

/// <summary>The outcome under some listers' lists.</summary>
/// <param name="Listers">Ids of the listers; empty when the agreement excludes nobody.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="OutsideBy">Why outside the scope; null for other outcomes.</param>
/// <param name="Provisions">Provisions apparently violated.</param>
public sealed record BulletinOutcome(IReadOnlyList<string> Listers, AssessmentOutcome Outcome, ScopeGround? OutsideBy, IReadOnlyList<string> Provisions);

/// <summary>A desk's finding.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="Ruling">Its ruling.</param>
/// <param name="Reason">Its reason.</param>
/// <param name="On">Day of the finding.</param>
public sealed record BulletinFinding(string Desk, Ruling Ruling, RulingReason Reason, DateOnly On);

/// <summary>A determination of the commission.</summary>
/// <param name="Incident">Number of the incident.</param>
/// <param name="IncidentId">Its id.</param>
/// <param name="Ruling">The ruling.</param>
/// <param name="Provisions">Provisions violated.</param>
/// <param name="On">Day of the decision.</param>
/// <param name="Rule">Rule that carried it.</param>
/// <param name="Dissent">Desks of members that ruled otherwise.</param>
/// <param name="Silent">Members that had not ruled.</param>
/// <param name="Revision">1 when first made.</param>
public sealed record BulletinDetermination(
    int Incident, string IncidentId, Ruling Ruling, IReadOnlyList<string> Provisions, DateOnly On, DecisionRule Rule, IReadOnlyList<NamedId> Dissent,
    IReadOnlyList<NamedId> Silent, int Revision);

/// <summary>Access that was denied.</summary>
/// <param name="Record">Id of the record of coverage.</param>
/// <param name="Province">Province.</param>
/// <param name="Place">Place, as recorded.</param>
/// <param name="Team">Team.</param>
/// <param name="Kind">What was to look.</param>
/// <param name="From">Begin.</param>
/// <param name="To">End.</param>
/// <param name="By">Who denied it; null when not told.</param>
public sealed record BulletinDenial(
    string Record, NamedId Province, string Place, string Team, CoverageKind Kind, DateTimeOffset From, DateTimeOffset To, NamedId? By);

/// <summary>A change of who is bound.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Status">What was recorded.</param>
/// <param name="On">First day.</param>
/// <param name="Source">Who recorded it where.</param>
public sealed record BulletinAdherence(NamedId Actor, AdherenceStatus Status, DateOnly On, string Source);

/// <summary>A change of an exclusion list.</summary>
/// <param name="Lister">Whose list.</param>
/// <param name="Actor">Who.</param>
/// <param name="IsEnd">True when it stood there for the last time on the day; false when for the first time.</param>
/// <param name="On">The day.</param>
/// <param name="Source">Where the lister says so.</param>
public sealed record BulletinListing(NamedId Lister, NamedId Actor, bool IsEnd, DateOnly On, string Source);

/// <summary>A complaint.</summary>
/// <param name="Number">What people call it by.</param>
/// <param name="Id">Its id.</param>
/// <param name="Desk">Desk that lodged it.</param>
/// <param name="Against">Actor complained of; null when not named.</param>
/// <param name="IncidentId">The incident; null while it is not known which.</param>
/// <param name="At">When it was lodged.</param>
/// <param name="Stage">Stage reached by the period's end.</param>
/// <param name="DueAt">When the next stage was due; null when it had no deadline.</param>
public sealed record BulletinComplaint(
    int Number, string Id, NamedId Desk, NamedId? Against, string? IncidentId, DateTimeOffset At, ComplaintStage Stage, DateTimeOffset? DueAt);

/// <summary>Something that an earlier bulletin said otherwise.</summary>
/// <param name="Bulletin">Number of that bulletin.</param>
/// <param name="Incident">Number of the incident.</param>
/// <param name="IncidentId">Its id.</param>
/// <param name="Field"><c>included</c>, <c>province</c>, <c>outcome:lister</c>, <c>ruling:desk</c>, <c>determination</c>, <c>dead</c>, <c>injured</c>.</param>
/// <param name="Was">What was said, language-neutral; null for nothing.</param>
/// <param name="Is">What holds now; null for nothing.</param>
/// <param name="Said">For an incident taken in late: all that is said of it now, so that later corrections have something to go by.</param>
public sealed record BulletinCorrection(
    int Bulletin, int Incident, string IncidentId, string Field, string? Was, string? Is, IReadOnlyList<SaidField>? Said);

/// <summary>What a bulletin says of an incident on one field, language-neutral.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The value.</param>
public sealed record SaidField(string Field, string Value);
