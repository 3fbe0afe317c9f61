using System.Globalization;

namespace Hudna.Agreements;

/// <summary>Whether the records of who adheres and who is listed contradict one another. A record without a last day ends where the
/// next one of the same actor begins; only a last day that is given can reach into the next.</summary>
/// <remarks>The whole agreement is checked by the reader of agreement files; this is what acts on a filed agreement can break.</remarks>
internal static class StandingRecords
{
    /// <summary>What contradicts itself; empty when nothing does.</summary>
    public static IReadOnlyList<string> Problems(Agreement agreement) =>
    [
        .. agreement.Adherences.GroupBy(a => a.ActorId, StringComparer.Ordinal)
            .SelectMany(g => Contradictions($"adherence of {g.Key}", [.. g.Select(a => (a.Period, Wire(a.Status)))])),
        .. agreement.Listings.GroupBy(l => (l.ListerId, l.ActorId))
            .SelectMany(g => Contradictions($"{g.Key.ActorId} on the list of {g.Key.ListerId}", [.. g.Select(l => (l.Period, string.Empty))])),
        .. agreement.Listings.Select(l => l.ListerId).Distinct(StringComparer.Ordinal)
            .Where(id => !agreement.Listers.Any(l => string.Equals(l.Id, id, StringComparison.Ordinal)))
            .Select(id => $"listings: {id} keeps no list; the listers are {string.Join(", ", agreement.Listers.Select(l => l.Id))}"),
    ];

    private static IEnumerable<string> Contradictions(string what, List<(Period Period, string Status)> records)
    {
        List<(Period Period, string Status)> ordered = [.. records.OrderBy(r => r.Period.From)];
        for (int i = 0; i < ordered.Count; i++)
        {
            (Period period, string status) = ordered[i];
            if (period.From is null)
            {
                yield return $"{what}: a first day is expected";
            }
            else if (period.Until < period.From)
            {
                yield return $"{what}: its last day {Day(period.Until)} is before its first, {Day(period.From)}";
            }

            foreach ((Period later, string other) in ordered.Skip(i + 1))
            {
                if (later.From == period.From)
                {
                    yield return $"{what}: two records begin on {Day(later.From)}; one is expected";
                }
                else if (later.From <= period.Until && (status.Length == 0 || status != other))
                {
                    yield return $"{what}: the record from {Day(period.From)} until {Day(period.Until)} reaches into the one from {Day(later.From)}; end it before that day";
                }
            }
        }
    }

    private static string Wire(AdherenceStatus status) => Reading.Wire.Name(status);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
