using Hudna.Incidents;
using Hudna.Places;
using Hudna.Reading;

namespace Hudna.Server.Features.Control;

/// <summary>Who is said to hold which place on a day.</summary>
/// <param name="On">The day.</param>
/// <param name="First">The first day on which anything is known, or the day itself.</param>
/// <param name="Last">The mission's own day, or the last on which anything changes.</param>
/// <param name="Before">The last day before it on which anything changes; null when none.</param>
/// <param name="After">The first day after it; null when none.</param>
/// <param name="Groups">All groups of holders, of whatever day, most claims first.</param>
/// <param name="Places">The places under the filter, in order of key; those unknown on that day too, unless a holder is asked for.</param>
public sealed record ControlPage(
    DateOnly On, DateOnly First, DateOnly Last, DateOnly? Before, DateOnly? After, IReadOnlyList<HolderGroup> Groups, IReadOnlyList<ControlRow> Places)
{
    internal static ControlPage Of(ControlGround ground, ControlFilter filter, DateOnly today)
    {
        (DateOnly first, DateOnly last) = ground.Days(filter.On, today);
        (DateOnly? before, DateOnly? after) = ground.Around(filter.On);
        return new ControlPage(
            filter.On, first, last, before, after, [.. ground.Groups.Select(g => g.Group)],
            [
                .. ground.Places.Where(filter.HasInfrastructure).Select(p => (Place: p, Day: p.On(filter.On)))
                    .Where(p => filter.HasHolder(p.Day)).Select(p => ControlRow.Of(p.Place, p.Day)),
            ]);
    }
}

/// <summary>A place on a day.</summary>
/// <param name="Id">The place's id; its folded name when it has none.</param>
/// <param name="Place">The place.</param>
/// <param name="State">What is known.</param>
/// <param name="Holders">Who holds it, or between whom sources differ.</param>
/// <param name="Since">Since when that is said; null when nothing is.</param>
/// <param name="Earliest">The first day on which it can have begun, when the source gives several.</param>
/// <param name="Known">How well the day is known; null when nothing is said.</param>
/// <param name="BesiegedBy">Who besieges it; empty when nobody is said to.</param>
/// <param name="BesiegedSince">Since when that is said.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Infrastructure">What is spoken of there.</param>
/// <param name="Claims">Ids of the claims that it rests on.</param>
public sealed record ControlRow(
    string Id, ClaimPlace Place, ControlState State, IReadOnlyList<HolderGroup> Holders, DateOnly? Since, DateOnly? Earliest, ControlDay? Known,
    IReadOnlyList<HolderGroup> BesiegedBy, DateOnly? BesiegedSince, IReadOnlyList<ControlPart> Parts, IReadOnlyList<Infrastructure> Infrastructure,
    IReadOnlyList<string> Claims)
{
    internal static ControlRow Of(ControlPlace place, ControlOnDay day) => new(
        place.Key, place.Place, day.State, day.Whole?.Holders ?? [], day.Whole?.From, day.Whole?.Earliest, day.Whole?.Known,
        day.Siege?.By ?? [], day.Siege?.From, [.. day.Parts.Select(ControlPart.Of)], place.Infrastructure, ClaimIds(day.Whole, day.Siege));

    internal static IReadOnlyList<string> ClaimIds(ControlSpell? spell, SiegeSpell? siege) =>
        [.. (spell?.Evidence ?? []).Concat(siege?.Evidence ?? []).Select(m => m.ClaimId).Distinct(StringComparer.Ordinal)];
}

/// <summary>A part of a place on a day; fields as in <see cref="ControlRow"/>.</summary>
/// <param name="Part">The part in a source's words.</param>
/// <param name="State">What is known.</param>
/// <param name="Holders">Who holds it, or between whom sources differ.</param>
/// <param name="Since">Since when that is said.</param>
/// <param name="Earliest">The first day on which it can have begun, when the source gives several.</param>
/// <param name="Known">How well the day is known.</param>
/// <param name="BesiegedBy">Who besieges it.</param>
/// <param name="BesiegedSince">Since when that is said.</param>
/// <param name="Outdated">True when all of it is older than what is said of the whole place.</param>
/// <param name="Claims">Ids of the claims that it rests on.</param>
public sealed record ControlPart(
    string Part, ControlState State, IReadOnlyList<HolderGroup> Holders, DateOnly? Since, DateOnly? Earliest, ControlDay? Known,
    IReadOnlyList<HolderGroup> BesiegedBy, DateOnly? BesiegedSince, bool Outdated, IReadOnlyList<string> Claims)
{
    internal static ControlPart Of(PartOnDay part) => new(
        part.Part, part.Spell?.State ?? ControlState.Unknown, part.Spell?.Holders ?? [], part.Spell?.From, part.Spell?.Earliest, part.Spell?.Known,
        part.Siege?.By ?? [], part.Siege?.From, part.Outdated, ControlRow.ClaimIds(part.Spell, part.Siege));
}

/// <summary>A place over time.</summary>
/// <param name="On">The day asked for.</param>
/// <param name="Today">The place on that day.</param>
/// <param name="Place">The place with its lines over time.</param>
/// <param name="Near">Places near it on that day, nearest first.</param>
public sealed record ControlPlacePage(DateOnly On, ControlRow Today, ControlPlace Place, IReadOnlyList<ControlRow> Near)
{
    internal static ControlPlacePage? Of(ControlGround ground, string key, DateOnly on) => ground.Find(key) is { } place
        ? new ControlPlacePage(on, ControlRow.Of(place, place.On(on)), place, [.. ground.Near(place).Select(p => ControlRow.Of(p, p.On(on)))])
        : null;
}
