using Hudna.Reading;

namespace Hudna.Places;

/// <summary>When a line of a place was besieged. A siege ends when anybody takes the place, and for a besieger who left, lost or holds it.</summary>
internal static class SiegeFold
{
    /// <param name="marks">Marks that count, in order of day and id.</param>
    public static IReadOnlyList<SiegeSpell> Spells(IReadOnlyList<ControlMark> marks)
    {
        var spells = new List<SiegeSpell>();
        List<HolderGroup> besiegers = [];
        foreach (IGrouping<DateOnly, ControlMark> day in marks.GroupBy(m => m.Day!.Value))
        {
            ControlMark[] said = [.. day.Where(m => m.Status == ControlStatus.Besieges)];
            HashSet<string> ended = [.. day.Where(m => m.Status != ControlStatus.Besieges).SelectMany(m => m.By).Select(g => g.Id)];
            bool taken = day.Any(m => m.Status == ControlStatus.Took);
            besiegers = [.. HolderGroup.Distinct((taken ? [] : besiegers).Concat(said.SelectMany(m => m.By))).Where(g => !ended.Contains(g.Id))];
            Append(spells, day.Key, besiegers, said);
        }

        return spells;
    }

    private static void Append(List<SiegeSpell> spells, DateOnly day, List<HolderGroup> besiegers, ControlMark[] said)
    {
        SiegeSpell? open = spells.Count > 0 && spells[^1].Until is null ? spells[^1] : null;
        if (open is not null && open.By.Select(g => g.Id).SequenceEqual(besiegers.Select(g => g.Id), StringComparer.Ordinal))
        {
            spells[^1] = open with { Evidence = [.. open.Evidence, .. said] };
            return;
        }

        if (open is not null)
        {
            spells[^1] = open with { Until = day };
        }

        if (besiegers.Count > 0)
        {
            ControlMark[] before = [.. (open?.Evidence ?? []).Where(m => m.By.Any(b => besiegers.Exists(g => ControlMark.Same(b, g))))];
            spells.Add(new SiegeSpell(day, null, besiegers, [.. before, .. said]));
        }
    }
}
