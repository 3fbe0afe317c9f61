using System.Globalization;
using Hudna.Agreements;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Assessment;

/// <summary>Weighs incidents against an agreement: (incident, agreement with its records, exclusion lists) → outcome with a trace. Pure:
/// the order of claims does not matter, and no incident has to do with another. Safe to use from several threads. Prepared once for an
/// agreement; a changed agreement wants a new one.</summary>
public sealed class Assessor
{
    private readonly Agreement agreement;
    private readonly Affiliations affiliations;
    private readonly Provinces provinces;
    private readonly AreaTests areas;
    private readonly Bonds bonds;
    private readonly Lists lists;
    private readonly Provisions provisions;
    private readonly DateTime inForceFrom;
    private readonly DateTime? endedAt;
    private readonly Dictionary<string, string> provisionOrder;

    /// <summary>Prepares an agreement.</summary>
    /// <param name="agreement">The agreement with all that was recorded on it.</param>
    /// <param name="gazetteer">Known places, and who belongs to whom.</param>
    /// <param name="zone">The mission's zone, which the days of claims are in.</param>
    public Assessor(Agreement agreement, Gazetteer gazetteer, TimeZoneInfo zone)
    {
        this.agreement = agreement;
        affiliations = new Affiliations(gazetteer);
        provinces = new Provinces(gazetteer);
        areas = new AreaTests(agreement.Areas, provinces);
        bonds = new Bonds(agreement, affiliations);
        lists = new Lists(agreement, affiliations);
        provisions = new Provisions(agreement, affiliations, areas);
        TimeZoneInfo own = TimeZoneInfo.FindSystemTimeZoneById(agreement.Zone);
        inForceFrom = TimeZoneInfo.ConvertTime(agreement.InForceFrom, own, zone);
        endedAt = agreement.EndedAt is { } ended ? TimeZoneInfo.ConvertTime(ended, own, zone) : null;
        provisionOrder = agreement.Provisions.Select((p, i) => (p.Number, i))
            .ToDictionary(p => p.Number, p => p.i.ToString("D4", CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary>The assessment of one incident.</summary>
    /// <param name="claims">All claims linked to it, in any order; rejected ones, figures and statements are left out.</param>
    public IncidentAssessment Assess(IReadOnlyList<Claim> claims)
    {
        IncidentFacts facts = IncidentFacts.Of(claims, affiliations);
        OccurrenceState occurrence = facts.Asserted.Count == 0 ? OccurrenceState.NotAsserted
            : facts.Denying.Count > 0 ? OccurrenceState.Disputed : OccurrenceState.Asserted;
        TraceStep[] steps = [Occurred(facts, occurrence), InForce(facts), InArea(facts)];
        return new IncidentAssessment
        {
            AgreementId = agreement.Id,
            Occurrence = occurrence,
            Attribution = facts.Authors.Count switch
            {
                0 => AttributionState.Unattributed,
                1 => AttributionState.Attributed,
                _ => AttributionState.Contested,
            },
            Province = facts.Place is { } place ? provinces.Of(place) : null,
            Outcomes = Outcomes(facts, steps),
            Steps = steps,
        };
    }

    private static TraceStep Occurred(IncidentFacts facts, OccurrenceState state) => state switch
    {
        OccurrenceState.Asserted => new(AssessmentQuestion.Occurred, Answer.Yes, "occurred.asserted", [Number(facts.Asserted.Count)], [], Ids(facts.Asserted)),
        OccurrenceState.Disputed => new(
            AssessmentQuestion.Occurred, Answer.Yes, "occurred.disputed", [Number(facts.Asserted.Count), Number(facts.Denying.Count)], [],
            [.. Ids(facts.Asserted).Concat(Ids(facts.Denying)).Order(StringComparer.Ordinal)]),
        _ => new(AssessmentQuestion.Occurred, Answer.Unknown, "occurred.not_asserted", [], [], Ids(facts.Denying)),
    };

    private TraceStep InForce(IncidentFacts facts)
    {
        if (facts.Window is not { } when)
        {
            return new(AssessmentQuestion.InForce, Answer.Unknown, "in_force.no_time", [], [], []);
        }

        (Answer answer, string reason) = when.Start >= inForceFrom && (endedAt is null || when.End <= endedAt) ? (Answer.Yes, "in_force.yes")
            : when.Start < inForceFrom && when.End <= inForceFrom ? (Answer.No, "in_force.before")
            : endedAt is { } ended && when.Start >= ended ? (Answer.No, "in_force.after")
            : (Answer.Unknown, "in_force.straddles");
        string bound = Trace.Minute(string.Equals(reason, "in_force.after", StringComparison.Ordinal) ? endedAt!.Value : inForceFrom);
        return new(
            AssessmentQuestion.InForce, answer, reason, [Trace.Days(when), bound], ["agreement:" + agreement.Id],
            [.. facts.Asserted.Where(c => c.Content.Time is not null).Select(c => c.Id)]);
    }

    private TraceStep InArea(IncidentFacts facts)
    {
        if (facts.Place is not { } place)
        {
            return new(AssessmentQuestion.InArea, Answer.Unknown, "in_area.no_place", [], [], []);
        }

        string[] claims = [.. facts.Asserted.Where(c => c.Content.Place is not null).Select(c => c.Id)];
        Answer included = Answer.No;
        string? clause = null;
        foreach (ScopeRule rule in agreement.Scope.Where(r => Applies(r.Period, facts.Window)))
        {
            Answer inside = areas.Contains(rule.AreaId, place);
            if (rule.IsExcluded && inside != Answer.No)
            {
                string reason = inside == Answer.Yes ? "in_area.excluded" : "in_area.imprecise";
                return new(AssessmentQuestion.InArea, AreaTests.Not(inside), reason, [Trace.Place(place), Trace.Area(rule.AreaId)], ["scope:" + rule.AreaId], claims);
            }

            if (!rule.IsExcluded && included != Answer.Yes && inside != Answer.No)
            {
                (included, clause) = (inside, rule.AreaId);
            }
        }

        return included switch
        {
            Answer.Yes => new(AssessmentQuestion.InArea, Answer.Yes, "in_area.yes", [Trace.Place(place), Trace.Area(clause!)], ["scope:" + clause], claims),
            Answer.No => new(AssessmentQuestion.InArea, Answer.No, "in_area.no", [Trace.Place(place)], [.. agreement.Scope.Where(r => !r.IsExcluded).Select(r => "scope:" + r.AreaId)], claims),
            _ => new(AssessmentQuestion.InArea, Answer.Unknown, "in_area.imprecise", [Trace.Place(place), Trace.Area(clause!)], ["scope:" + clause], claims),
        };
    }

    private static bool Applies(Period period, TimeWindow? when) => when is not { } days || period.Meets(new Period(days.FirstDay, days.LastDay));

    private IReadOnlyList<ListOutcome> Outcomes(IncidentFacts facts, TraceStep[] steps)
    {
        // What did not happen, or is outside by day or area, is so on everybody's list.
        var common = new CommonGround(steps);
        if (common.Decided is { } decided)
        {
            return [new ListOutcome([], decided.Outcome, decided.OutsideBy, [], decided.Missing, [])];
        }

        List<Case> cases = [.. Cases(facts)];
        var merits = new Merits?[cases.Count];
        DateOnly? first = facts.Window?.FirstDay, last = facts.Window?.LastDay;
        string[] listers = [.. agreement.ListersWithOutcome(first ?? DateOnly.FromDateTime(inForceFrom)).Select(l => l.Id)];
        bool listsMatter = cases.Exists(c => c.Authors.Concat(c.Targets).Any(lists.IsEverListed));
        if (listers.Length == 0 || !listsMatter)
        {
            return [Outcome(listers, listers.Length == 0 ? null : listers[0], facts, cases, merits, common)];
        }

        // Listers whose lists lead to the same result on the same grounds stand together: a designation is nobody's but who makes it.
        return
        [
            .. listers.Select(l => Outcome([l], l, facts, cases, merits, common))
                .GroupBy(Grounds, StringComparer.Ordinal)
                .Select(g => g.First() with { Listers = [.. g.SelectMany(o => o.Listers)] }),
        ];
    }

    private static string Grounds(ListOutcome outcome) => string.Join('|', outcome.Variants.SelectMany(v => v.Steps)
        .Select(s => $"{s.Question} {s.Result} {s.Reason} {string.Join(' ', s.Clauses)}"));

    private IEnumerable<Case> Cases(IncidentFacts facts)
    {
        DateOnly? first = facts.Window?.FirstDay, last = facts.Window?.LastDay;
        Alternative none = new([], []);
        foreach (Alternative authors in facts.Authors.Count > 0 ? facts.Authors : [none])
        {
            foreach (Alternative targets in facts.Targets.Count > 0 ? facts.Targets : [none])
            {
                yield return new Case(
                    authors.Parties, targets.Parties, Bonded(authors, first, last), Bonded(targets, first, last),
                    Acts(facts, authors, targets), facts.Place, first, last, authors.ClaimIds, targets.ClaimIds);
            }
        }
    }

    private Bond[] Bonded(Alternative alternative, DateOnly? first, DateOnly? last) =>
    [
        .. alternative.Parties.Select(p => first is { } from && last is { } to ? bonds.Of(p, from, to)
            : new Bond(Answer.Unknown, "author_bound.no_time", null, null, null, MissingFact.Date)),
    ];

    // What the claims of other camps say of the act is theirs.
    private static List<(EventType Type, string? Mode)> Acts(IncidentFacts facts, Alternative authors, Alternative targets)
    {
        var acts = new List<(EventType, string?)>();
        foreach (Claim claim in facts.Asserted)
        {
            bool isOfOther = (facts.Authors.Count > 1 && IsOfOther(claim, facts.Authors, authors)) || (facts.Targets.Count > 1 && IsOfOther(claim, facts.Targets, targets));
            if (!isOfOther && claim.Content.Type is { } type && !acts.Contains((type, claim.Content.Mode)))
            {
                acts.Add((type, claim.Content.Mode));
            }
        }

        acts.Sort((a, b) => a.Item1 != b.Item1 ? a.Item1.CompareTo(b.Item1) : string.CompareOrdinal(a.Item2, b.Item2));
        return acts;
    }

    private static bool IsOfOther(Claim claim, IReadOnlyList<Alternative> all, Alternative one) =>
        !one.ClaimIds.Contains(claim.Id, StringComparer.Ordinal) && all.Any(a => a.ClaimIds.Contains(claim.Id, StringComparer.Ordinal));

    private ListOutcome Outcome(IReadOnlyList<string> told, string? listerId, IncidentFacts facts, List<Case> cases, Merits?[] merits, CommonGround common)
    {
        var weighing = new Weighing(listerId, lists, provisions, common);
        List<Variant> variants = [.. cases.Select((c, i) => weighing.Weigh(c, ref merits[i]))];
        Variant one = variants[0];
        if (variants.TrueForAll(v => v.Outcome == one.Outcome && v.OutsideBy == one.OutsideBy))
        {
            return new ListOutcome(
                told, one.Outcome, one.OutsideBy, InOrder(variants.SelectMany(v => v.Provisions)), Trace.InOrder(variants.SelectMany(v => v.Missing)), variants);
        }

        // It turns on whom one believes.
        int targets = Math.Max(1, facts.Targets.Count);
        bool byAuthor = Enumerable.Range(0, targets).Any(t => variants.Where((_, i) => i % targets == t).DistinctBy(v => (v.Outcome, v.OutsideBy)).Count() > 1);
        bool byTarget = variants.Chunk(targets).Any(row => row.DistinctBy(v => (v.Outcome, v.OutsideBy)).Count() > 1);
        return new ListOutcome(
            told, AssessmentOutcome.CannotBeAssessed, null, [],
            Trace.InOrder(
            [
                .. byAuthor ? [MissingFact.Attribution] : Array.Empty<MissingFact>(), .. byTarget ? [MissingFact.TargetIdentity] : Array.Empty<MissingFact>(),
                .. variants.SelectMany(v => v.Missing),
            ]),
            variants);
    }

    private List<string> InOrder(IEnumerable<string> numbers) =>
        [.. numbers.Distinct(StringComparer.Ordinal).OrderBy(n => provisionOrder[n], StringComparer.Ordinal)];

    private static string Number(int count) => "number:" + count.ToString(CultureInfo.InvariantCulture);

    private static string[] Ids(IReadOnlyList<Claim> claims) => [.. claims.Select(c => c.Id)];
}
