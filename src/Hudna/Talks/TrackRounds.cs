using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>The rounds of one track.</summary>
internal static class TrackRounds
{
    /// <summary>Days by which a round is put off, at most; a longer way to the new day is another round.</summary>
    internal const int PostponedDaysMax = 62;

    /// <summary>Days after a round on which that it was held, and no day, is said of it.</summary>
    internal const int HeldDaysMax = 7;

    /// <summary>The rounds, and the ids of claims that are near none of them.</summary>
    public static (IReadOnlyList<Round> Rounds, IReadOnlyList<string> Loose) Of(string trackId, IReadOnlyList<ReportedClaim> claims)
    {
        DayGroup[] groups = [.. Postponed(Off(Undated(DayGroups.Of(claims.Where(c => c.Claim.Content.Detail is RoundDetail)))))];
        Round[] bare = [.. groups.Select(g => OfGroup(trackId, g))];
        var near = claims.Where(c => c.Claim.Content.Detail is ParticipationDetail or DelegationDetail or RoleDetail)
            .ToLookup(c => Nearest(c, bare, groups));
        return (
            [
                .. bare.Select((round, i) => round with
                {
                    Roles = RoleHeld.Of(near[i]),
                    Delegations = Delegation.Of(near[i]),
                    Attendance = Attendance.Of(near[i]),
                }),
            ],
            TalksClaims.Ids(near[-1]));
    }

    // "They met in Astana", and no day: said of the only round that had begun, and was over for no longer than a week. "They are to meet":
    // of the only one to come within the days before a round.
    private static DayGroup[] Undated(IReadOnlyList<DayGroup> groups) => Moved(groups, claim => claim.IsPutForward(), IsSaidOf);

    private static bool IsSaidOf(DayGroup group, ReportedClaim claim)
    {
        if (claim.Published is not { } said || group is not { First: { } first, Last: { } last } || !new ClaimDay(first, last, null).IsNarrow)
        {
            return false;
        }

        return ((RoundDetail)claim.Claim.Content.Detail!).Status switch
        {
            RoundStatus.Held => first <= said && said.DayNumber - last.DayNumber <= HeldDaysMax,
            RoundStatus.Announced or RoundStatus.Confirmed => last >= said && first.DayNumber - said.DayNumber <= Round.DaysBefore,
            _ => false,
        };
    }

    // "It is put off", "it is called off", and no day: said of the only round that was still to come.
    private static DayGroup[] Off(IReadOnlyList<DayGroup> groups) => Moved(groups, IsOff, IsToCome);

    // Claims without a day go to the only group that they can be of.
    private static DayGroup[] Moved(IReadOnlyList<DayGroup> groups, Func<ReportedClaim, bool> moves, Func<DayGroup, ReportedClaim, bool> takes)
    {
        var moved = groups.Where(g => string.Equals(g.Key, DayGroups.Undated, StringComparison.Ordinal)).SelectMany(g => g.Claims).Where(moves)
            .Select(c => (Claim: c, To: groups.Where(g => takes(g, c)).ToArray())).Where(m => m.To.Length == 1).ToLookup(m => m.To[0].Key, m => m.Claim, StringComparer.Ordinal);
        HashSet<ReportedClaim> gone = [.. moved.SelectMany(m => m)];
        return [.. groups.Select(g => g with { Claims = [.. g.Claims.Where(c => !gone.Contains(c)), .. moved[g.Key]] }).Where(g => g.Claims.Count > 0)];
    }

    private static bool IsOff(ReportedClaim claim) =>
        claim.IsPutForward() && claim.Claim.Content.Detail is RoundDetail { Status: RoundStatus.Postponed or RoundStatus.Cancelled };

    private static bool IsToCome(DayGroup group, ReportedClaim claim) => group is { First: { } first, Last: { } last }
        && new ClaimDay(first, last, null).IsNarrow && (claim.Published is not { } said || last >= said)
        && !group.Claims.Any(c => c.IsPutForward() && c.Claim.Content.Detail is RoundDetail { Status: RoundStatus.Held });

    // A postponement with a new day is said of the round that it puts off: the only one before that day that was still to come.
    private static IEnumerable<DayGroup> Postponed(DayGroup[] groups)
    {
        int[] root = [.. Enumerable.Range(0, groups.Length)];
        for (int i = 0; i < groups.Length; i++)
        {
            foreach (ReportedClaim claim in groups[i].Claims.Where(c => IsPostponedTo(c, groups[i])))
            {
                int[] before = [.. Enumerable.Range(0, groups.Length).Where(j => IsPutOff(groups[j], groups[i], claim))];
                if (before.Length == 1)
                {
                    int from = root[i], to = root[before[0]];
                    root = [.. root.Select(r => r == from ? to : r)];
                }
            }
        }

        return groups.Select((g, i) => (Group: g, Root: root[i])).GroupBy(g => g.Root)
            .Select(g => g.Count() == 1 ? g.First().Group : DayGroups.Joined([.. g.Select(p => p.Group)]));
    }

    private static bool IsPostponedTo(ReportedClaim claim, DayGroup group) =>
        group.First is not null && claim.IsPutForward() && claim.Claim.Content.Detail is RoundDetail { Status: RoundStatus.Postponed } && ClaimDay.Of(claim.Claim.Content).IsNarrow;

    private static bool IsPutOff(DayGroup group, DayGroup to, ReportedClaim claim) =>
        IsToCome(group, claim) && group.Last < to.First && to.First!.Value.DayNumber - group.Last!.Value.DayNumber <= PostponedDaysMax;

    private static Round OfGroup(string trackId, DayGroup group)
    {
        ReportedClaim[] claims = [.. group.Claims.InOrderSaid()];
        RoundDate[] dates = [.. claims.Select(DateOf)];
        (RoundStatus Status, RoundDate By)? status = RoundStatuses.Of(dates);
        ClaimDay[] current = CurrentDays(dates);
        return new Round
        {
            TrackId = trackId,
            Key = group.Key,
            From = current.Length > 0 ? current.Min(d => d.First) : group.First,
            Until = current.Length > 0 ? current.Max(d => d.Last) : group.Last,
            Days = current,
            Yearless = group.First is null ? claims.Select(c => ClaimDay.Of(c.Claim.Content).Yearless).FirstOrDefault() : null,
            Status = status?.Status,
            StatusBy = status?.By.Claim,
            IsDayOpen = status is { Status: RoundStatus.Postponed, By.Day.First: null },
            Dates = dates,
            DatesDiffer = Array.Exists(current, a => Array.Exists(current, b => !a.Meets(b))),
            StatusesDiffer = RoundStatuses.Differ(dates),
            Venues = Tell<ClaimPlace, string>(claims, c => c.Claim.Content.Place is { } place ? [place] : [], p => p.PlaceId ?? p.Text),
            Formats = Tell<TalksFormat, TalksFormat>(claims, c => ((RoundDetail)c.Claim.Content.Detail!).Format is { } format ? [format] : [], f => f),
            Agenda = Tell(claims, c => ((RoundDetail)c.Claim.Content.Detail!).Agenda, t => t),
            Leads = Tell(claims, c => c.Claim.Content.Actors, TalksClaims.KeyOf),
            Roles = [],
            Delegations = [],
            Attendance = [],
            Claims = TalksClaims.Ids(claims),
        };
    }

    private static RoundDate DateOf(ReportedClaim claim) => new(
        ClaimDay.Of(claim.Claim.Content), ((RoundDetail)claim.Claim.Content.Detail!).Status, claim.Claim.Content.Modality, claim.Published,
        [.. claim.Sources.Select(s => s.Name)], claim.Claim.Content.Speaker, claim.Claim.Id);

    // The days told since it was last put off to a new day; all of them when it never was.
    private static ClaimDay[] CurrentDays(RoundDate[] dates)
    {
        RoundDate[] firm = [.. dates.Where(d => d.Day.IsNarrow && d.Modality != Modality.Negated)];
        RoundDate? put = firm.Where(d => d is { Status: RoundStatus.Postponed, Modality: not Modality.Possible })
            .OrderBy(d => d.Said ?? DateOnly.MinValue).ThenBy(d => d.Day.First).LastOrDefault();
        IEnumerable<RoundDate> counted = put is null ? firm
            : firm.Where(d => ReferenceEquals(d, put) || d.Day.Meets(put.Day) || (d.Status != RoundStatus.Postponed && d.Said > put.Said));
        return [.. counted.Select(d => d.Day).Distinct().OrderBy(d => d.First).ThenBy(d => d.Last)];
    }

    private static Told<T>[] Tell<T, TKey>(IEnumerable<ReportedClaim> claims, Func<ReportedClaim, IReadOnlyList<T>> values, Func<T, TKey> key)
        where TKey : notnull =>
    [
        .. claims.Where(c => c.Claim.Content.Modality != Modality.Negated).SelectMany(c => values(c).Select(v => (Claim: c, Value: v)))
            .GroupBy(v => key(v.Value)).Select(g => new Told<T>(g.First().Value, [.. g.Select(v => v.Claim.Claim.Id).Distinct(StringComparer.Ordinal)])),
    ];

    // Rounds of told days go before those of a month; what gives no day belongs to the rounds of its own report, else to the only one.
    private static int Nearest(ReportedClaim claim, Round[] rounds, DayGroup[] groups)
    {
        int[] all = [.. Enumerable.Range(0, rounds.Length)];
        if (claim.DayOf() is { } day && Array.Exists(rounds, r => r.IsNear(day)))
        {
            return all.Where(i => rounds[i].IsNear(day)).OrderBy(i => new ClaimDay(rounds[i].From, rounds[i].Until, null).IsWide)
                .ThenBy(i => rounds[i].DistanceDays(day)).ThenByDescending(i => rounds[i].From).First();
        }

        int[] told = [.. all.Where(i => groups[i].Claims.Any(c => string.Equals(c.Claim.ReportId, claim.Claim.ReportId, StringComparison.Ordinal)))];
        int[] open = claim.DayOf() is null ? (told.Length > 0 ? told : all) : [.. told.Where(i => rounds[i].From is null)];
        return open.Length == 1 ? open[0] : -1;
    }
}
