using Hudna.Agreements;
using Hudna.Incidents;

namespace Hudna.Assessment;

/// <summary>What holds of an incident whoever did it: whether it happened, when and where.</summary>
internal sealed class CommonGround
{
    public CommonGround(TraceStep[] steps)
    {
        Answer occurred = steps[0].Result, inForce = steps[1].Result, inArea = steps[2].Result;
        Missing =
        [
            .. inForce == Answer.Unknown ? [MissingFact.Date] : Array.Empty<MissingFact>(),
            .. inArea == Answer.Unknown ? [MissingFact.Place] : Array.Empty<MissingFact>(),
        ];
        Decided = occurred != Answer.Yes ? (AssessmentOutcome.CannotBeAssessed, null, [MissingFact.Occurrence])
            : inForce == Answer.No ? (AssessmentOutcome.OutsideScope, ScopeGround.Date, [])
            : inArea == Answer.No ? (AssessmentOutcome.OutsideScope, ScopeGround.Area, [])
            : null;
    }

    /// <summary>The outcome, when nothing else matters any more.</summary>
    public (AssessmentOutcome Outcome, ScopeGround? OutsideBy, MissingFact[] Missing)? Decided { get; }

    /// <summary>What is missing of day and place.</summary>
    public IReadOnlyList<MissingFact> Missing { get; }
}

/// <summary>Weighs cases under the exclusion list of one lister.</summary>
internal sealed class Weighing(string? listerId, Lists lists, Provisions provisions, CommonGround common)
{
    /// <summary>The outcome of a case. A definite "no" to any condition decides before anything that is not known.</summary>
    /// <param name="given">The case.</param>
    /// <param name="merits">What the provisions say of it, which no list changes: filled in at first need.</param>
    public Variant Weigh(in Case given, ref Merits? merits)
    {
        var steps = new List<TraceStep>(6);
        Standing author = Author(given, steps);
        Answer targetExcluded = Target(given, steps);
        if (author.Answer == Answer.No || targetExcluded == Answer.Yes)
        {
            return new Variant(given.Authors, given.Targets, AssessmentOutcome.OutsideScope, ScopeGround.Group, [], [], steps);
        }

        merits ??= Merits.Of(given, provisions);
        steps.AddRange(merits.Steps);
        MissingFact[] missing =
        [
            .. common.Missing, .. author.Missing is { } who ? [who] : Array.Empty<MissingFact>(),
            .. targetExcluded == Answer.Unknown ? [MissingFact.Date] : Array.Empty<MissingFact>(), .. merits.Missing,
        ];
        AssessmentOutcome outcome = merits.Violated.Count == 0 && !merits.MayBeForbidden ? AssessmentOutcome.NoViolation
            : merits.Violated.Count > 0 && missing.Length == 0 ? AssessmentOutcome.ApparentViolation
            : AssessmentOutcome.CannotBeAssessed;
        return new Variant(
            given.Authors, given.Targets, outcome, null, outcome == AssessmentOutcome.ApparentViolation ? merits.Violated : [],
            outcome == AssessmentOutcome.CannotBeAssessed ? Trace.InOrder(missing) : [], steps);
    }

    // Excluded or not bound, either way the agreement does not hold for what they did. Of several who acted together one who is bound is enough.
    private Standing Author(in Case given, List<TraceStep> steps)
    {
        if (given.Authors.Count == 0)
        {
            steps.Add(new(AssessmentQuestion.AuthorBound, Answer.Unknown, "author_bound.not_named", [], [], []));
            return new Standing(Answer.Unknown, MissingFact.Author);
        }

        Standing all = new(Answer.No, null);
        for (int i = 0; i < given.Authors.Count; i++)
        {
            Party party = given.Authors[i];
            (Answer excluded, Listing? entry) = Listed(party, given);
            if (entry is not null)
            {
                steps.Add(new(
                    AssessmentQuestion.AuthorExcluded, excluded, excluded == Answer.Yes ? "author_excluded.yes" : "author_excluded.changes",
                    Entry(party, entry), ["listing:" + entry.Id], given.AuthorClaims));
            }

            if (excluded == Answer.Yes)
            {
                continue;
            }

            Bond bond = given.AuthorBonds[i];
            steps.Add(new(
                AssessmentQuestion.AuthorBound, bond.Answer, bond.Reason,
                [
                    Trace.Party(party), .. bond.RecordOf is { } of ? [Trace.Actor(of)] : Array.Empty<string>(),
                    .. bond.Since is { } since ? ["days:" + Trace.Day(since)] : Array.Empty<string>(),
                ],
                bond.Clause is { } clause ? [clause] : [], given.AuthorClaims));
            Standing one = excluded == Answer.Unknown ? new(Answer.Unknown, MissingFact.Date) : new(bond.Answer, bond.Missing);
            all = all.Answer == Answer.Yes ? all : one.Answer == Answer.Yes || all.Answer == Answer.No ? one : all;
        }

        return all;
    }

    // Only when all whom they attacked together are excluded does the agreement not protect any of them.
    private Answer Target(in Case given, List<TraceStep> steps)
    {
        Answer all = Answer.Yes;
        bool any = false;
        foreach (Party party in given.Targets)
        {
            (Answer excluded, Listing? entry) = Listed(party, given);
            any |= excluded != Answer.No;
            all = AreaTests.And(all, excluded);
            if (entry is not null)
            {
                steps.Add(new(
                    AssessmentQuestion.TargetExcluded, excluded, excluded == Answer.Yes ? "target_excluded.yes" : "target_excluded.changes",
                    Entry(party, entry), ["listing:" + entry.Id], given.TargetClaims));
            }
        }

        if (given.Targets.Count == 0 || !any)
        {
            steps.Add(new(
                AssessmentQuestion.TargetExcluded, Answer.No, given.Targets.Count == 0 ? "target_excluded.not_named" : "target_excluded.no",
                [.. given.Targets.Select(Trace.Party)], [], given.TargetClaims));
            return Answer.No;
        }

        if (all == Answer.No)
        {
            steps.Add(new(AssessmentQuestion.TargetExcluded, Answer.No, "target_excluded.not_all", [.. given.Targets.Select(Trace.Party)], [], given.TargetClaims));
        }

        return all;
    }

    private (Answer Answer, Listing? Entry) Listed(Party party, in Case given) =>
        given.First is { } first && given.Last is { } last ? lists.Of(party, listerId, first, last) : (Answer.No, null);

    private static string[] Entry(Party party, Listing entry) =>
        [Trace.Party(party), Trace.Actor(entry.ActorId), Trace.Lister(entry.ListerId), .. entry.Period.From is { } from ? ["days:" + Trace.Day(from)] : Array.Empty<string>()];

    private readonly record struct Standing(Answer Answer, MissingFact? Missing);
}
