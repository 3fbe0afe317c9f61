using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>One date that a source gives for a round, with how sure it is.</summary>
/// <param name="Day">The day as the source gives it.</param>
/// <param name="Status">How sure.</param>
/// <param name="Modality">How it is put forward: a denied or only possible one decides nothing.</param>
/// <param name="Said">When the source said so; null when not known.</param>
/// <param name="Sources">Who reported it.</param>
/// <param name="Speaker">Whose word it is within the report; null when the report's own.</param>
/// <param name="Claim">Id of the claim.</param>
public sealed record RoundDate(
    ClaimDay Day, RoundStatus Status, Modality Modality, DateOnly? Said, IReadOnlyList<string> Sources, Party? Speaker, string Claim);

/// <summary>A value with the claims that give it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Claims">Ids of the claims, in the order they were said.</param>
public sealed record Told<T>(T Value, IReadOnlyList<string> Claims);

/// <summary>A round of a track: all that sources say of one meeting. What they say differently stands side by side.</summary>
public sealed record Round
{
    /// <summary>Id of its track.</summary>
    public required string TrackId { get; init; }

    /// <summary>What its address calls it: see <see cref="DayGroup.Key"/>. It stays when a later claim moves the round.</summary>
    public required string Key { get; init; }

    /// <summary>First of the days that it is to be on as last told; null when no year is told.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last of them, inclusive; null exactly when <see cref="From"/> is.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The days told for it as last told, each as its source gives it, by day; empty when no day of a year is told.</summary>
    public required IReadOnlyList<ClaimDay> Days { get; init; }

    /// <summary>Month and day as <c>--01-23</c>, when only these are told; else null.</summary>
    public string? Yearless { get; init; }

    /// <summary>Where it stands by <see cref="RoundStatuses"/>; null when it is only denied.</summary>
    public RoundStatus? Status { get; init; }

    /// <summary>Id of the claim that decides <see cref="Status"/>; null when none does.</summary>
    public string? StatusBy { get; init; }

    /// <summary>True when it is put off and no new day is told: <see cref="From"/> and <see cref="Until"/> are then the old ones.</summary>
    public bool IsDayOpen { get; init; }

    /// <summary>Every date told, in the order they were said.</summary>
    public required IReadOnlyList<RoundDate> Dates { get; init; }

    /// <summary>True when sources give days that cannot be the same, and no postponement tells why.</summary>
    public bool DatesDiffer { get; init; }

    /// <summary>True when sources contradict each other on whether it takes place.</summary>
    public bool StatusesDiffer { get; init; }

    /// <summary>Where; more than one when sources differ.</summary>
    public required IReadOnlyList<Told<ClaimPlace>> Venues { get; init; }

    /// <summary>How the parties meet; more than one when sources differ.</summary>
    public required IReadOnlyList<Told<TalksFormat>> Formats { get; init; }

    /// <summary>Ids of the topics it is to deal with.</summary>
    public required IReadOnlyList<Told<string>> Agenda { get; init; }

    /// <summary>Who leads or holds it.</summary>
    public required IReadOnlyList<Told<Party>> Leads { get; init; }

    /// <summary>Sponsors, hosts, mediators and observers said near it.</summary>
    public required IReadOnlyList<RoleHeld> Roles { get; init; }

    /// <summary>Delegations said near it.</summary>
    public required IReadOnlyList<Delegation> Delegations { get; init; }

    /// <summary>Who comes to it and who does not, as said near it.</summary>
    public required IReadOnlyList<Attendance> Attendance { get; init; }

    /// <summary>Ids of the claims on the round itself.</summary>
    public required IReadOnlyList<string> Claims { get; init; }

    /// <summary>Days before it on which what is said of talks counts as said of this round.</summary>
    public const int DaysBefore = 30;

    /// <summary>Days after it, likewise.</summary>
    public const int DaysAfter = 14;

    /// <summary>True when a day is near enough that what is said on it is taken to be of this round.</summary>
    public bool IsNear(DateOnly day) => DistanceDays(day) is not null;

    /// <summary>True when a claim is near it, by its own first day, else by the day it was said; false when it has neither.</summary>
    public bool IsNear(ReportedClaim claim) => claim.DayOf() is { } day && IsNear(day);

    /// <summary>True when an address means this round: its key, or a day, month or day without year that one of its dates gives.</summary>
    public bool IsCalled(string key) => string.Equals(Key, key, StringComparison.Ordinal)
        || Dates.Any(d => d.Day.Yearless is { } yearless ? string.Equals(yearless, key, StringComparison.Ordinal)
            : DateOnly.TryParseExact(key, "yyyy-MM-dd", null, System.Globalization.DateTimeStyles.None, out DateOnly day)
                ? d.Day.IsNarrow && d.Day.First <= day && day <= d.Day.Last
            : d.Day.IsWide && string.Equals(key, d.Day.First!.Value.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));

    /// <summary>Days between a day and the round, 0 within it; null when it is not near.</summary>
    internal int? DistanceDays(DateOnly day)
    {
        if (From is not { } first || Until is not { } last)
        {
            return null;
        }

        int before = first.DayNumber - day.DayNumber, after = day.DayNumber - last.DayNumber;
        return before > DaysBefore || after > DaysAfter ? null : Math.Max(0, Math.Max(before, after));
    }
}
