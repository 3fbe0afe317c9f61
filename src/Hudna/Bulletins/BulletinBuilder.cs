using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Bulletins;

/// <summary>Builds a bulletin. An incident belongs to the period that its first possible day lies in, so that no two periods count it.
/// Pure: the same input, in whatever order, gives the same bulletin.</summary>
public sealed class BulletinBuilder
{
    private readonly BulletinInput input;
    private readonly BulletinNames names;
    private readonly List<Desk> desks;
    private readonly BulletinCounting counting;
    private readonly List<BulletinRow> rows;
    private readonly List<BulletinRow> before;
    private readonly Dictionary<string, string?> provinces;

    private BulletinBuilder(BulletinInput input)
    {
        this.input = input;
        names = new BulletinNames(input.Gazetteer);
        rows = RowsOf(input.From, input.Until);
        desks = RulingDesks();
        int days = input.Until.DayNumber - input.From.DayNumber + 1;
        BeforeFrom = input.From.AddDays(-days);
        before = RowsOf(BeforeFrom, input.From.AddDays(-1));
        provinces = input.Rows.DistinctBy(r => r.Incident.Id, StringComparer.Ordinal)
            .ToDictionary(r => r.Incident.Id, r => r.Assessment is { } a ? a.Province : r.Incident.Place is { } place ? names.Provinces.Of(place) : null, StringComparer.Ordinal);
        counting = new BulletinCounting(desks, [.. ListersOf().Select(l => l.Id)]);
    }

    private DateOnly BeforeFrom { get; }

    /// <summary>The bulletin.</summary>
    public static BulletinContent Build(BulletinInput input) => new BulletinBuilder(input).Build();

    private BulletinContent Build()
    {
        DateTimeOffset start = CoverageDays.Start(input.From, input.Zone), end = CoverageDays.Start(input.Until.AddDays(1), input.Zone);
        IReadOnlyList<CoverageRecord> covered = [.. input.Coverage.Where(r => r.Withdrawn is null)];
        string[] told =
        [
            .. rows.Concat(before).Select(r => provinces[r.Incident.Id]).OfType<string>()
                .Concat(covered.Where(r => r.Content.From < end && r.Content.To > CoverageDays.Start(BeforeFrom, input.Zone)).Select(r => r.Content.Place.Province))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return new BulletinContent
        {
            Format = "hudna-bulletin/1",
            Mission = input.Mission,
            Agreement = input.Agreement?.Name,
            Months = input.Months,
            Zone = input.Zone.Id,
            From = input.From,
            Until = input.Until,
            State = input.State,
            Desks = [.. desks.Select(d => new NamedId(d.Id, d.Name))],
            Listers = ListersOf(),
            Total = counting.Of(rows),
            Provinces =
            [
                .. told.Select(p => ProvinceOf(p, covered)),
                .. rows.Concat(before).Any(r => provinces[r.Incident.Id] is null) ? [ProvinceOf(null, covered)] : Array.Empty<ProvinceFigures>(),
            ],
            NotObserved = [.. AllProvinces().Except(told, StringComparer.Ordinal).Select(names.Province)],
            Undated = input.Undated,
            Incidents = [.. rows.Select(IncidentOf)],
            Divergences = [.. rows.Where(r => counting.Standing(r) == RulingStanding.Diverging).Select(r => r.Incident.Number)],
            Determinations = Determinations(),
            Denied = Denials(covered, start, end),
            Adherences = Adherences(),
            Listings = Listings(),
            Complaints = [.. Lodged(end).Where(c => c.At >= start)],
            Overdue = [.. Lodged(end).Where(c => c.DueAt < end)],
            Corrections = BulletinCorrections.Of(input.Earlier, [.. input.Rows.DistinctBy(r => r.Incident.Id, StringComparer.Ordinal).Where(r => r.Incident.First is not null).Select(IncidentOf)]),
        };
    }

    // The desks of those who sit, or sat, in a commission up to the period's end, in the commissions' order.
    private List<Desk> RulingDesks() =>
    [
        .. (input.Agreement?.Commissions ?? []).Where(c => c.Period.From is not { } from || from <= input.Until)
            .SelectMany(c => c.Members).Select(m => Decisions.DeskOf(m.ActorId, input.Desks)).OfType<Desk>().DistinctBy(d => d.Id, StringComparer.Ordinal),
    ];

    private List<BulletinRow> RowsOf(DateOnly from, DateOnly until) =>
    [
        .. input.Rows.Where(r => r.Incident.First is { } first && first >= from && first <= until).DistinctBy(r => r.Incident.Id, StringComparer.Ordinal)
            .OrderBy(r => r.Incident.First).ThenBy(r => r.Incident.Number),
    ];

    private IReadOnlyList<NamedId> ListersOf() => input.Agreement is not { } agreement ? [] :
    [
        .. agreement.Listers.Where(l => !l.IsCommon && l.Period.Meets(new Period(input.From, input.Until)))
            .DefaultIfEmpty(agreement.Listers.FirstOrDefault(l => l.IsCommon && l.Period.Meets(new Period(input.From, input.Until))))
            .OfType<Lister>().Select(l => new NamedId(l.Id, l.Name)),
    ];

    private IEnumerable<string> AllProvinces() => input.Agreement is not { } agreement ? []
        : AgreementGround.Countries(agreement, input.Gazetteer).SelectMany(names.Provinces.All);

    private ProvinceFigures ProvinceOf(string? province, IReadOnlyList<CoverageRecord> covered)
    {
        bool isHere(BulletinRow row) => string.Equals(provinces[row.Incident.Id], province, StringComparison.Ordinal);
        BulletinFigures then = counting.Of(before.Where(isHere));
        return new ProvinceFigures(
            province, province is null ? null : names.Province(province).Name, counting.Of(rows.Where(isHere)),
            province is null ? null : CoverageOf(province, covered, input.From, input.Until),
            new PeriodBefore(
                then.Incidents, then.ApparentViolations,
                province is null ? null : CoverageOf(province, covered, BeforeFrom, input.From.AddDays(-1)).ObservedDays));
    }

    private PeriodCoverage CoverageOf(string province, IReadOnlyList<CoverageRecord> covered, DateOnly from, DateOnly until)
    {
        IReadOnlyList<CoverageDay> days = CoverageDays.Of(covered, input.Zone, from, until, [province]);
        int observed = days.Count(d => d.State == CoverageState.Observed), denied = days.Count(d => d.State == CoverageState.Denied);
        return new PeriodCoverage(
            observed > 0 ? CoverageState.Observed : denied > 0 ? CoverageState.Denied : CoverageState.NotObserved,
            observed, denied, days.Count - observed - denied, Hours(days.Select(d => d.Observed)),
            [
                .. days.SelectMany(d => d.Kinds).GroupBy(k => k.Kind).OrderBy(g => g.Key).Select(g => new KindHours(g.Key, Hours(g.Select(k => k.Observed)))),
            ]);
    }

    private static decimal Hours(IEnumerable<TimeSpan> times) =>
        Math.Round(times.Sum(t => t.Ticks) / (decimal)TimeSpan.TicksPerHour, 1, MidpointRounding.AwayFromZero);

    private BulletinIncident IncidentOf(BulletinRow row) => new()
    {
        Number = row.Incident.Number,
        Id = row.Incident.Id,
        Province = provinces[row.Incident.Id],
        Place = names.Place(row.Incident.Place),
        PlacePrecision = row.Incident.Place?.Precision,
        First = row.Incident.First!.Value,
        Last = row.Incident.Last ?? row.Incident.First.Value,
        Acts = [.. row.Incident.Acts.Select(a => new BulletinAct(a.Type, a.Mode))],
        Outcomes = [.. row.Assessment?.Outcomes.Select(o => new BulletinOutcome(o.Listers, o.Outcome, o.OutsideBy, o.Provisions)) ?? []],
        Findings = [.. desks.SelectMany(d => row.Findings.Where(f => Same(f.DeskId, d.Id))).Select(f => new BulletinFinding(f.DeskId, f.Content.Ruling, f.Content.Reason, f.Content.On))],
        Determination = row.Determination?.Content.Ruling,
        Dead = row.Dead,
        Injured = row.Injured,
        Sources = row.Incident.Sources.Count,
        Differences = [.. row.Incident.Differences.Select(d => d.Field)],
    };

    private List<BulletinDetermination> Determinations() =>
    [
        .. input.Rows.DistinctBy(r => r.Incident.Id, StringComparer.Ordinal).Where(r => r.Determination is { } d && Holds(d.Content.On))
            .OrderBy(r => r.Determination!.Content.On).ThenBy(r => r.Incident.Number)
            .Select(r => (r.Incident.Number, Made: r.Determination!))
            .Select(r => new BulletinDetermination(
                r.Number, r.Made.IncidentId, r.Made.Content.Ruling, r.Made.Content.Provisions, r.Made.Content.On, r.Made.Rule,
                [.. r.Made.Dissent.Select(DeskNamed)], [.. r.Made.Silent.Select(names.Actor)], r.Made.Revision)),
    ];

    private List<BulletinDenial> Denials(IReadOnlyList<CoverageRecord> covered, DateTimeOffset start, DateTimeOffset end) =>
    [
        .. covered.Where(r => r.Content.Access == CoverageAccess.Denied && r.Content.From < end && r.Content.To > start)
            .OrderBy(r => r.Content.From).ThenBy(r => r.Id, StringComparer.Ordinal)
            .Select(r => new BulletinDenial(
                r.Id, names.Province(r.Content.Place.Province), r.Content.Place.Name, r.Content.Team, r.Content.Kind, r.Content.From, r.Content.To,
                r.Content.DeniedBy is { } by ? names.Actor(by) : null)),
    ];

    private List<BulletinAdherence> Adherences() =>
    [
        .. (input.Agreement?.Adherences ?? []).Where(a => a.Period.From is { } day && (Holds(day) || IsLate(a.Id, day)))
            .OrderBy(a => a.Period.From).ThenBy(a => a.ActorId, StringComparer.Ordinal)
            .Select(a => new BulletinAdherence(names.Actor(a.ActorId), a.Status, a.Period.From!.Value, a.Source)),
    ];

    private List<BulletinListing> Listings() =>
    [
        .. (input.Agreement?.Listings ?? [])
            .SelectMany(l => new[] { (Listing: l, IsEnd: false, On: l.Period.From), (Listing: l, IsEnd: true, On: l.Period.Until) })
            .Where(l => l.On is { } day && (Holds(day) || IsLate(l.Listing.Id, day)))
            .OrderBy(l => l.On).ThenBy(l => l.Listing.ListerId, StringComparer.Ordinal).ThenBy(l => l.Listing.ActorId, StringComparer.Ordinal).ThenBy(l => l.IsEnd)
            .Select(l => new BulletinListing(
                new NamedId(l.Listing.ListerId, input.Agreement!.Listers.First(k => Same(k.Id, l.Listing.ListerId)).Name),
                names.Actor(l.Listing.ActorId), l.IsEnd, l.On!.Value, l.Listing.Source)),
    ];

    // Complaints as they stood at the period's end: what came later is left to a later bulletin.
    private IEnumerable<BulletinComplaint> Lodged(DateTimeOffset end) =>
        input.Complaints.Where(c => c.Content.At < end).OrderBy(c => c.Number)
            .Select(c => c with { Steps = [c.Steps[0], .. c.Steps.Skip(1).TakeWhile(s => s.At < end)] })
            .Select(c => new BulletinComplaint(
                c.Number, c.Id, DeskNamed(c.Content.DeskId), c.Content.Against is { } against ? names.Actor(against) : null, c.Content.IncidentId, c.Content.At,
                c.Stage, input.Agreement is { } agreement ? ComplaintClock.DueAt(c, agreement) : null));

    private NamedId DeskNamed(string id) => new(id, input.Desks.FirstOrDefault(d => Same(d.Id, id))?.Name ?? new Missions.BilingualText(id, id));

    // What holds from a day that earlier bulletins covered was not known to them: the first one after it was recorded tells it.
    private bool IsLate(string id, DateOnly day) => day < input.From && input.RecordedSince.Contains(id);

    private bool Holds(DateOnly day) => day >= input.From && day <= input.Until;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
