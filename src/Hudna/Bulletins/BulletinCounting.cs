using Hudna.Assessment;
using Hudna.Rulings;

namespace Hudna.Bulletins;

/// <summary>How the guarantors' rulings on an incident stand to one another. A pending finding counts as none.</summary>
internal enum RulingStanding
{
    None,
    OneOnly,
    Agreed,
    Diverging,
}

/// <summary>Counts over incidents.</summary>
/// <param name="desks">The guarantors' desks.</param>
/// <param name="listers">Ids of the listers with outcomes of their own.</param>
internal sealed class BulletinCounting(IReadOnlyList<Desk> desks, IReadOnlyList<string> listers)
{
    public BulletinFigures Of(IEnumerable<BulletinRow> some)
    {
        List<BulletinRow> rows = [.. some];
        ILookup<RulingStanding, BulletinRow> standings = rows.ToLookup(Standing);
        List<AssessmentOutcome[]> outcomes = [.. rows.Select(r => r.Assessment?.Outcomes.Select(o => o.Outcome).Distinct().ToArray() ?? [])];
        int all(AssessmentOutcome outcome) => outcomes.Count(o => o.Length == 1 && o[0] == outcome);
        return new BulletinFigures
        {
            Incidents = rows.Count,
            ApparentViolations = all(AssessmentOutcome.ApparentViolation),
            NoViolation = all(AssessmentOutcome.NoViolation),
            OutsideScope = all(AssessmentOutcome.OutsideScope),
            CannotBeAssessed = all(AssessmentOutcome.CannotBeAssessed),
            ListsDiffer = outcomes.Count(o => o.Length > 1),
            NotAssessed = outcomes.Count(o => o.Length == 0),
            Listers = [.. listers.Select(l => ListerOf(l, rows))],
            Desks = [.. desks.Select(d => DeskOf(d.Id, rows))],
            Agreed = standings[RulingStanding.Agreed].Count(),
            Diverging = standings[RulingStanding.Diverging].Count(),
            OneRuled = standings[RulingStanding.OneOnly].Count(),
            NotRuled = standings[RulingStanding.None].Count(),
            Determined = rows.Count(r => r.Determination is not null),
            Dead = Toll.Sum(rows.Select(r => r.Dead)),
            DeadUnknown = rows.Count(r => !r.Dead.IsKnown),
            Injured = Toll.Sum(rows.Select(r => r.Injured)),
            InjuredUnknown = rows.Count(r => !r.Injured.IsKnown),
        };
    }

    public RulingStanding Standing(BulletinRow row)
    {
        Ruling[] rulings =
        [
            .. row.Findings.Where(f => f.Content.Ruling != Ruling.Pending && desks.Any(d => string.Equals(d.Id, f.DeskId, StringComparison.Ordinal)))
                .Select(f => f.Content.Ruling),
        ];
        return rulings.Length switch
        {
            0 => RulingStanding.None,
            1 => RulingStanding.OneOnly,
            _ => rulings.Distinct().Count() == 1 ? RulingStanding.Agreed : RulingStanding.Diverging,
        };
    }

    private static ListerFigures ListerOf(string lister, List<BulletinRow> rows)
    {
        List<AssessmentOutcome> outcomes =
        [
            .. rows.SelectMany(r => r.Assessment?.Outcomes ?? []).Where(o => o.Listers.Contains(lister, StringComparer.Ordinal)).Select(o => o.Outcome),
        ];
        int count(AssessmentOutcome outcome) => outcomes.Count(o => o == outcome);
        return new ListerFigures(
            lister, count(AssessmentOutcome.ApparentViolation), count(AssessmentOutcome.NoViolation), count(AssessmentOutcome.OutsideScope),
            count(AssessmentOutcome.CannotBeAssessed));
    }

    private static DeskFigures DeskOf(string desk, List<BulletinRow> rows)
    {
        List<Ruling> rulings = [.. rows.SelectMany(r => r.Findings).Where(f => string.Equals(f.DeskId, desk, StringComparison.Ordinal)).Select(f => f.Content.Ruling)];
        int count(Ruling ruling) => rulings.Count(r => r == ruling);
        return new DeskFigures(
            desk, count(Ruling.Violation), count(Ruling.NoViolation), count(Ruling.OutsideScope), count(Ruling.CannotConfirm),
            count(Ruling.InsufficientEvidence), count(Ruling.Pending), rows.Count - rulings.Count);
    }
}
