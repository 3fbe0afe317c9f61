using Hudna.Agreements;

namespace Hudna.Assessment;

/// <summary>What the provisions say of a case, whoever is on whose list.</summary>
/// <param name="Steps">The steps, in order.</param>
/// <param name="Violated">Numbers of the provisions surely breached, in the agreement's order.</param>
/// <param name="MayBeForbidden">True when a provision may forbid it, but that cannot be told.</param>
/// <param name="Missing">What is missing to tell.</param>
internal sealed record Merits(IReadOnlyList<TraceStep> Steps, IReadOnlyList<string> Violated, bool MayBeForbidden, IReadOnlyList<MissingFact> Missing)
{
    public static Merits Of(in Case given, Provisions provisions)
    {
        string[] acts = [.. given.Acts.Select(Trace.Act)];
        List<(Clause Clause, Fit Fit)> forbidding = provisions.Forbidding(given);
        if (forbidding.Count == 0)
        {
            return new Merits([new(AssessmentQuestion.Forbidden, Answer.No, "forbidden.no", acts, [], given.AuthorClaims)], [], false, []);
        }

        var steps = new List<TraceStep>(forbidding.Count);
        var violated = new List<string>();
        var lacking = new List<Fit>();
        foreach ((Clause clause, Fit fit) in forbidding)
        {
            string[] read = [clause.Cited[0], .. acts];
            if (fit.Answer == Answer.Unknown)
            {
                lacking.Add(fit);
                steps.Add(new(AssessmentQuestion.Forbidden, Answer.Unknown, Unknown[(int)fit.First], read, clause.Cited, given.AuthorClaims));
                continue;
            }

            string reason = clause.Provision.Type == ProvisionType.Obliges ? "forbidden.breaches" : "forbidden.yes";
            steps.Add(new(AssessmentQuestion.Forbidden, Answer.Yes, reason, read, clause.Cited, given.AuthorClaims));
            if (Permitted(clause, given, provisions, steps, lacking) == Answer.No)
            {
                violated.Add(clause.Provision.Number);
            }
        }

        // Where one provision is surely breached, another that may be too takes nothing away.
        // And what the provision lacks that comes nearest is what to look for.
        int fewest = violated.Count == 0 && lacking.Count > 0 ? lacking.Min(l => l.LackingCount) : 0;
        return new Merits(steps, violated, lacking.Count > 0, fewest == 0 ? [] : [.. lacking.Where(l => l.LackingCount == fewest).SelectMany(l => l.Facts())]);
    }

    private static Answer Permitted(Clause forbidding, in Case given, Provisions provisions, List<TraceStep> steps, List<Fit> lacking)
    {
        Answer any = Answer.No;
        foreach ((Clause permission, Fit fit) in provisions.Permitting(forbidding.Provision, given))
        {
            string[] read = [permission.Cited[0], forbidding.Cited[0]];
            if (permission.Provision.Condition is not null)
            {
                // No data decides it: those who rule see that it is there.
                steps.Add(new(AssessmentQuestion.Permitted, Answer.Unknown, "permitted.condition", read, permission.Cited, given.AuthorClaims));
                continue;
            }

            string reason = fit.Answer == Answer.Yes ? "permitted.yes" : MayPermit[(int)fit.First];
            steps.Add(new(AssessmentQuestion.Permitted, fit.Answer, reason, read, permission.Cited, given.AuthorClaims));
            if (fit.Answer == Answer.Yes)
            {
                return Answer.Yes;
            }

            lacking.Add(fit);
            any = Answer.Unknown;
        }

        return any;
    }

    private static readonly string[] Unknown = [.. Reading.Wire.All<MissingFact>().Select(m => "forbidden.unknown_" + m)];

    private static readonly string[] MayPermit = [.. Reading.Wire.All<MissingFact>().Select(m => "permitted.unknown_" + m)];
}
