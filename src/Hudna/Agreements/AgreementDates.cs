using System.Globalization;

namespace Hudna.Agreements;

/// <summary>Days come in their order.</summary>
internal static class AgreementDates
{
    public static IEnumerable<AgreementProblem> Problems(Agreement agreement) =>
        [.. OfAgreement(agreement), .. OfDocuments(agreement), .. OfPeriods(agreement)];

    private static IEnumerable<AgreementProblem> OfAgreement(Agreement agreement)
    {
        // Signed on a day and in force later that day or after it is usual; in force before anybody signed is a slip of the pen.
        if (agreement.SignedOn is { } signed && DateOnly.FromDateTime(agreement.InForceFrom) < signed)
        {
            yield return new AgreementProblem("in_force", $"is before it was signed on {Day(signed)}; that day or a later one is expected");
        }

        if (agreement.EndedAt <= agreement.InForceFrom)
        {
            yield return new AgreementProblem(
                "ended",
                string.Create(
                    CultureInfo.InvariantCulture, $"is not after {agreement.InForceFrom:yyyy-MM-ddTHH:mm}, when it came into force; a later time is expected"));
        }
    }

    private static IEnumerable<AgreementProblem> OfDocuments(Agreement agreement) =>
        from document in agreement.Documents.With("documents")
        where document.Value.Amends is not null
        let amended = agreement.Documents.FirstOrDefault(d => string.Equals(d.Id, document.Value.Amends, StringComparison.Ordinal))
        where amended is not null && document.Value.Date < amended.Date
        select new AgreementProblem(
            document.Path + ".date",
            $"is before {Day(amended.Date)}, the date of \"{amended.Id}\", which it amends; that day or a later one is expected");

    private static IEnumerable<AgreementProblem> OfPeriods(Agreement agreement)
    {
        DateOnly? last = LastDay(agreement.EndedAt);
        foreach ((string path, Period period) in AgreementParts.Periods(agreement))
        {
            if (period.Until < period.From)
            {
                yield return new AgreementProblem(
                    path + ".until", $"is before {Day(period.From.Value)}, the first day; that day or a later one is expected");
            }

            if (period.From > last)
            {
                yield return new AgreementProblem(
                    path + ".from", $"is after {Day(last.Value)}, the agreement's last day; that day or an earlier one is expected");
            }
        }
    }

    // The end is exclusive: ended at 00:00, the day before was the last.
    private static DateOnly? LastDay(DateTime? ended) =>
        ended is { } end && end > DateTime.MinValue ? DateOnly.FromDateTime(end.AddTicks(-1)) : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
