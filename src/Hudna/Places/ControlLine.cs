using System.Text.Json.Serialization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Places;

/// <summary>What is known of who holds a place.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ControlState>))]
public enum ControlState
{
    /// <summary>Nobody says who holds it: before the first claim, or after the holder left.</summary>
    Unknown,

    /// <summary>All claims that stand name the same holder, or holders together.</summary>
    Held,

    /// <summary>Claims that stand cannot all be true.</summary>
    Contested,

    /// <summary>Nothing stands on the whole place, but on parts of it.</summary>
    InParts,
}

/// <summary>A time through which the same is said of who holds a place.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">The first day on which it is no longer said; null when it still is.</param>
/// <param name="State">Never <see cref="ControlState.InParts"/>.</param>
/// <param name="Holders">Who holds it, or each of those between whom sources differ; in order of id.</param>
/// <param name="Known">How well <see cref="From"/> is known: the best that a claim of that day gives.</param>
/// <param name="Earliest">The first day that it can have begun, when the source gives several; else null.</param>
/// <param name="Evidence">The claims it rests on, in order of day.</param>
public sealed record ControlSpell(
    DateOnly From, DateOnly? Until, ControlState State, IReadOnlyList<HolderGroup> Holders, ControlDay Known, DateOnly? Earliest,
    IReadOnlyList<ControlMark> Evidence)
{
    /// <summary>The last day on which somebody said so.</summary>
    public DateOnly LastSaid => Evidence.Max(m => m.Day!.Value);

    /// <summary>True on a day of it.</summary>
    public bool Holds(DateOnly day) => From <= day && (Until is null || day < Until);
}

/// <summary>A time through which a place is said to be besieged; who holds it is told apart.</summary>
/// <param name="From">First day on which it is said.</param>
/// <param name="Until">The first day on which it no longer is; null when nobody says that it ended.</param>
/// <param name="By">Who besieges it, in order of id.</param>
/// <param name="Evidence">The claims it rests on, in order of day.</param>
public sealed record SiegeSpell(DateOnly From, DateOnly? Until, IReadOnlyList<HolderGroup> By, IReadOnlyList<ControlMark> Evidence)
{
    /// <summary>True on a day of it.</summary>
    public bool Holds(DateOnly day) => From <= day && (Until is null || day < Until);
}

/// <summary>A whole place, or one part of it in a source's words, over time.</summary>
/// <param name="Part">The part; null for the whole place.</param>
/// <param name="Spells">Who held it, in order of time, without gaps from the first claim on.</param>
/// <param name="Sieges">When it was besieged, in order of time.</param>
/// <param name="Asides">Claims that change nothing: planned, possible, denied, advances, without a day, without a holder. In order of day, those without one last.</param>
public sealed record ControlLine(
    string? Part, IReadOnlyList<ControlSpell> Spells, IReadOnlyList<SiegeSpell> Sieges, IReadOnlyList<ControlMark> Asides)
{
    /// <summary>The spell of a day; null before the first claim.</summary>
    public ControlSpell? SpellOn(DateOnly day) => Spells.FirstOrDefault(s => s.Holds(day));

    /// <summary>The siege of a day; null when none is told.</summary>
    public SiegeSpell? SiegeOn(DateOnly day) => Sieges.FirstOrDefault(s => s.Holds(day));

    internal static ControlLine Of(string? part, IEnumerable<ControlMark> marks)
    {
        ControlMark[] ordered = [.. marks.OrderBy(m => m.Day is null).ThenBy(m => m.Day).ThenBy(m => m.ClaimId, StringComparer.Ordinal)];
        ControlMark[] counting = [.. ordered.Where(m => m.Counts)];
        return new ControlLine(part, ControlFold.Spells(counting), SiegeFold.Spells(counting), [.. ordered.Where(m => !m.Counts)]);
    }
}

/// <summary>A place on a day.</summary>
/// <param name="State">What is known.</param>
/// <param name="Whole">The spell of the whole place; null when nobody has said anything of it yet.</param>
/// <param name="Siege">Its siege; null when none is told.</param>
/// <param name="Parts">Parts that something is said of on that day.</param>
public sealed record ControlOnDay(ControlState State, ControlSpell? Whole, SiegeSpell? Siege, IReadOnlyList<PartOnDay> Parts)
{
    /// <summary>All groups that hold it or a part of it, or between whom sources differ, or who besiege it; in order of id.</summary>
    [JsonIgnore]
    public IReadOnlyList<HolderGroup> Groups => HolderGroup.Distinct(
        (Whole?.Holders ?? []).Concat(Siege?.By ?? [])
            .Concat(Parts.Where(p => !p.Outdated).SelectMany(p => (p.Spell?.Holders ?? []).Concat(p.Siege?.By ?? []))));
}

/// <summary>A part of a place on a day.</summary>
/// <param name="Part">The part in a source's words.</param>
/// <param name="Spell">Its spell; null when only a siege is told.</param>
/// <param name="Siege">Its siege; null when none is told.</param>
/// <param name="Outdated">True when all that is said of the part is older than what is said of the whole place.</param>
public sealed record PartOnDay(string Part, ControlSpell? Spell, SiegeSpell? Siege, bool Outdated);

/// <summary>A place that claims on control speak of.</summary>
/// <param name="Key">The place's id; its folded name when it has none.</param>
/// <param name="Place">The place as the most precise claim has it.</param>
/// <param name="Infrastructure">What is spoken of there, in order.</param>
/// <param name="Lines">The whole place first, when anything is said of it; then the parts in order of name.</param>
public sealed record ControlPlace(string Key, ClaimPlace Place, IReadOnlyList<Infrastructure> Infrastructure, IReadOnlyList<ControlLine> Lines)
{
    /// <summary>All days on which something changes at the place, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<DateOnly> Changes => [.. Lines.SelectMany(l => l.Spells.SelectMany(s => new[] { s.From, s.Until })
        .Concat(l.Sieges.SelectMany(s => new[] { (DateOnly?)s.From, s.Until }))).OfType<DateOnly>().Distinct().Order()];

    /// <summary>What is said of it on a day, from claims up to that day.</summary>
    public ControlOnDay On(DateOnly day)
    {
        ControlLine? whole = Lines.FirstOrDefault(l => l.Part is null);
        ControlSpell? spell = whole?.SpellOn(day);
        PartOnDay[] parts =
        [
            .. Lines.Where(l => l.Part is not null).Select(l => (l.Part, Spell: l.SpellOn(day), Siege: l.SiegeOn(day)))
                .Where(l => l.Spell is not null || l.Siege is not null)
                .Select(l => new PartOnDay(l.Part!, l.Spell, l.Siege, IsOlder(l.Spell, l.Siege, spell, day))),
        ];
        bool inParts = spell is null or { State: ControlState.Unknown } && Array.Exists(parts, p => !p.Outdated && p.Spell is { State: not ControlState.Unknown });
        return new ControlOnDay(inParts ? ControlState.InParts : spell?.State ?? ControlState.Unknown, spell, whole?.SiegeOn(day), parts);
    }

    private static bool IsOlder(ControlSpell? part, SiegeSpell? siege, ControlSpell? whole, DateOnly day) => whole is not null
        && (part?.Evidence ?? []).Concat(siege?.Evidence ?? []).Where(m => m.Day <= day).All(m => m.Day < whole.From);
}
