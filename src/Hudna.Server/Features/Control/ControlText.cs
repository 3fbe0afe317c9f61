using Hudna.Places;
using Hudna.Reading;
using Hudna.Server.Hosting;
using Hudna.Server.Languages;

namespace Hudna.Server.Features.Control;

/// <summary>Who holds a place since when, in words of a language.</summary>
internal sealed class ControlText(Visit visit, KnownNames names, IReadOnlyList<HolderSign> signs)
{
    private Words Words => visit.Words;

    public string Holder(HolderGroup group) => group.Sort switch
    {
        HolderSort.State => Words.Format("control.of_state", names.ById(group.Id, Words.IsArabic) ?? group.Name ?? group.Text),
        HolderSort.Actor => names.ById(group.Id, Words.IsArabic) ?? (Words.IsArabic ? group.Text : group.Name ?? group.Text),
        HolderSort.Unnamed => Words["control.unnamed"],
        _ => Words.IsArabic ? group.Text : group.Name ?? group.Text,
    };

    public string Holders(IEnumerable<HolderGroup> groups) => string.Join(Words["date.comma"], groups.Select(Holder));

    public HolderSign? SignOf(HolderGroup group) => signs.FirstOrDefault(s => string.Equals(s.Group.Id, group.Id, StringComparison.Ordinal));

    /// <summary>The class of a sign and what is written in it.</summary>
    public (string Look, string Mark) Sign(ControlState state, IReadOnlyList<HolderGroup> holders) => state switch
    {
        ControlState.Held when holders.Count > 0 && SignOf(holders[0]) is { } sign => (sign.Look, sign.Letter(Words.IsArabic) + (holders.Count > 1 ? "+" : "")),
        ControlState.Contested => ("sign-contested", "≠"),
        ControlState.InParts => ("sign-parts", ""),
        _ => ("sign-unknown", Words.IsArabic ? "؟" : "?"),
    };

    public string State(ControlState state, IReadOnlyList<HolderGroup> holders) => state switch
    {
        ControlState.Held => Holders(holders),
        ControlState.Contested when holders.Count > 1 => Words.Format("control.differ", Holders(holders)),
        ControlState.Contested => Words.Format("control.differ_gone", Holders(holders)),
        ControlState.InParts => Words["control.in_parts"],
        _ => Words["control.unknown"],
    };

    public string Since(ControlSpell spell) => spell.Known switch
    {
        ControlDay.Within => Words.Format("control.within", visit.Dates.Days(spell.Earliest ?? spell.From, spell.From)),
        ControlDay.SaidOn => Words.Format("control.said_on", visit.Dates.Day(spell.From)),
        ControlDay.OnOrBefore => Words.Format("control.on_or_before", visit.Dates.Day(spell.From)),
        _ => Words.Format("control.since", visit.Dates.Day(spell.From)),
    };

    public string Day(ControlMark mark) => (mark.Known, mark.Day) switch
    {
        (ControlDay.Exact, { } day) => visit.Dates.Day(day),
        (ControlDay.Within, { } day) => Words.Format("control.within", visit.Dates.Days(mark.First ?? day, day)),
        (ControlDay.SaidOn, { } day) => Words.Format("control.said_on", visit.Dates.Day(day)),
        (ControlDay.OnOrBefore, { } day) => Words.Format("control.on_or_before", visit.Dates.Day(day)),
        _ => mark.Source.Claim.Content.Yearless is { } yearless ? Words.Format("control.yearless", yearless.Text) : Words["control.no_day"],
    };

    public string Siege(SiegeSpell siege) => Words.Format("control.besieged", Holders(siege.By), visit.Dates.Day(siege.From));

    public string Parts(IReadOnlyList<PartOnDay> parts) => string.Join(" · ", parts.Select(p => Words.Format(
        p.Outdated ? "control.part_outdated" : "control.part", p.Part,
        p.Spell is { } spell ? State(spell.State, spell.Holders) : Words["control.unknown"])
        + (p.Siege is { } siege ? Words["date.comma"] + Siege(siege) : "")));

    /// <summary>A claim in a line: who took it, when, and how it is put forward.</summary>
    public string Line(ControlMark mark) =>
        (mark.By.Count > 0 ? Holders(mark.By) : Words["control.nobody_named"]) + " – " + Words.Term("control_status", Wire.Name(mark.Status));
}
