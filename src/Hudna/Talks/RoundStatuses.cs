using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>
/// Where a round stands when its sources say different things. Once a source says that it was held, it was, whatever is said later.
/// Else what was said last decides (what has no date was said first); of what was said on one day, the firmer: cancelled, postponed,
/// confirmed, announced, proposed. What is only possible counts as proposed, whatever it says; what is denied decides nothing.
/// </summary>
public static class RoundStatuses
{
    /// <summary>The status and the date that decides it; null when none does.</summary>
    public static (RoundStatus Status, RoundDate By)? Of(IEnumerable<RoundDate> dates) => dates
        .Where(d => d.Modality != Modality.Negated)
        .Select(d => (Status: Counted(d), By: d))
        .OrderByDescending(d => d.Status == RoundStatus.Held)
        .ThenByDescending(d => d.By.Said ?? DateOnly.MinValue)
        .ThenByDescending(d => Rank(d.Status))
        .ThenBy(d => d.By.Claim, StringComparer.Ordinal)
        .Select(d => ((RoundStatus, RoundDate)?)d).FirstOrDefault();

    /// <summary>True when it is said to have been held and to have been called off or not to have been; or when, on the last day on
    /// which anything was said of it, one source calls it off or puts it off and another does not.</summary>
    public static bool Differ(IReadOnlyList<RoundDate> dates)
    {
        RoundDate[] firm = [.. dates.Where(d => d.Modality is Modality.Asserted or Modality.Planned)];
        bool held = firm.Any(d => d.Status == RoundStatus.Held);
        bool denied = dates.Any(d => d is { Modality: Modality.Negated, Status: RoundStatus.Held }) || firm.Any(d => d.Status == RoundStatus.Cancelled);
        DateOnly? last = firm.Max(d => d.Said);
        RoundDate[] latest = [.. firm.Where(d => d.Said == last)];
        return (held && denied) || (latest.Any(IsOff) && !latest.All(IsOff));
    }

    private static bool IsOff(RoundDate date) => date.Status is RoundStatus.Cancelled or RoundStatus.Postponed;

    private static RoundStatus Counted(RoundDate date) => date.Modality == Modality.Possible ? RoundStatus.Proposed : date.Status;

    private static int Rank(RoundStatus status) => status switch
    {
        RoundStatus.Held => 5,
        RoundStatus.Cancelled => 4,
        RoundStatus.Postponed => 3,
        RoundStatus.Confirmed => 2,
        RoundStatus.Announced => 1,
        _ => 0,
    };
}
