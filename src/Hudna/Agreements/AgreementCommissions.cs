using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Agreements;

/// <summary>A commission can decide: it has members, its chair is one of them, and on no day are there two.</summary>
internal static class AgreementCommissions
{
    public static IEnumerable<AgreementProblem> Problems(Agreement agreement) =>
    [
        .. agreement.Commissions.With("commissions").SelectMany(c => OfCommission(c.Path, c.Value)),
        .. agreement.Commissions.With("commissions").SelectMany((c, i) => agreement.Commissions.With("commissions").Take(i)
            .Where(before => before.Value.Period.Meets(c.Value.Period))
            .Select(before => new AgreementProblem(
                c.Path, $"is in office on a day on which {before.Path} is too; from and until that keep them apart are expected"))),
    ];

    private static IEnumerable<AgreementProblem> OfCommission(string path, Commission commission)
    {
        if (commission.Members.Count == 0)
        {
            yield return new AgreementProblem(path + ".members", "at least one member is expected");
        }

        foreach ((string at, CommissionMember member) in commission.Members.With(path + ".members").Where((m, i) => commission.Members.Take(i)
            .Any(before => string.Equals(before.ActorId, m.Value.ActorId, StringComparison.Ordinal) && before.Period.Meets(m.Value.Period))))
        {
            yield return new AgreementProblem(at, $"{member.ActorId} is a member already; each is expected once on a day");
        }

        bool hasChair = commission.ChairId is not null;
        if (hasChair != (commission.Rule == DecisionRule.Chair))
        {
            yield return new AgreementProblem(
                hasChair ? path + ".chair" : path + ".rule",
                hasChair ? "goes with rule: chair only" : "chair: with one of the members is expected under rule: chair");
        }
        else if (hasChair && !commission.Members.Any(m => string.Equals(m.ActorId, commission.ChairId, StringComparison.Ordinal)))
        {
            yield return new AgreementProblem(
                path + ".chair",
                $"\"{commission.ChairId}\" is no member; one of {string.Join(", ", commission.Members.Select(m => m.ActorId))} is expected");
        }

        foreach (Deadline deadline in commission.Deadlines)
        {
            string at = $"{path}.deadlines.{Wire.Name(deadline.Stage)}";
            if (deadline.Stage == ComplaintStage.Lodged)
            {
                yield return new AgreementProblem(at, "the clock begins with lodging; a later stage is expected");
            }
            else if (deadline.Hours <= 0)
            {
                yield return new AgreementProblem(at, "a whole number of hours above 0 is expected");
            }
        }
    }
}
