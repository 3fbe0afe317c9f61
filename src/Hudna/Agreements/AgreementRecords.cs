using System.Globalization;

namespace Hudna.Agreements;

/// <summary>Records of who adheres and who is listed do not contradict each other. A record without a last day ends where the next one
/// of the same actor begins; only a last day that is given can reach into the next.</summary>
internal static class AgreementRecords
{
    public static IEnumerable<AgreementProblem> Problems(Agreement agreement) =>
    [
        .. agreement.Adherences.With("adherence").GroupBy(a => a.Value.ActorId, StringComparer.Ordinal)
            .SelectMany(same => InOrder(same.Select(a => (a.Path, a.Value.Period, (AdherenceStatus?)a.Value.Status)), same.Key)),
        .. agreement.Listings.With("listings").GroupBy(l => (l.Value.ListerId, l.Value.ActorId))
            .SelectMany(same => InOrder(
                same.Select(l => (l.Path, l.Value.Period, (AdherenceStatus?)null)), $"{same.Key.ActorId} on the list of {same.Key.ListerId}")),
    ];

    // Without a status any overlap is one too many: a listing says the same as the other, or one of both is wrong.
    private static IEnumerable<AgreementProblem> InOrder(IEnumerable<(string Path, Period Period, AdherenceStatus? Status)> records, string whose)
    {
        (string Path, Period Period, AdherenceStatus? Status)[] ordered = [.. records.OrderBy(r => r.Period.From)];
        for (int i = 0; i < ordered.Length; i++)
        {
            (string at, Period held, AdherenceStatus? said) = ordered[i];
            if (held.From is null)
            {
                yield return new AgreementProblem(at + ".from", $"the first day is expected for {whose}");
            }

            foreach ((string path, Period period, AdherenceStatus? status) in ordered.Skip(i + 1)
                .TakeWhile(later => later.Period.From == held.From || later.Period.From <= held.Until))
            {
                if (period.From == held.From)
                {
                    yield return new AgreementProblem(
                        path + ".from", $"{whose} has a record from {Day(period.From)} at {at} too; one for each first day is expected");
                }
                else if (status is null || status != said)
                {
                    yield return new AgreementProblem(
                        path + ".from", $"{whose}: {at} reaches to {Day(held.Until)} and contradicts it; a first day after that is expected");
                }
            }
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
