namespace Hudna.Places;

/// <summary>Who held a line of a place when. Later claims go before earlier ones; claims of one day, and claims whose order their days
/// do not tell, stand side by side. Nothing hangs on the order in which claims are handed in.</summary>
internal static class ControlFold
{
    /// <param name="marks">Marks that count, in order of day and id.</param>
    public static IReadOnlyList<ControlSpell> Spells(IReadOnlyList<ControlMark> marks)
    {
        var spells = new List<ControlSpell>();
        List<Standing> standing = [];
        foreach (IGrouping<DateOnly, ControlMark> day in marks.Where(m => m.SaysHolder || m.Gone.Any()).GroupBy(m => m.Day!.Value))
        {
            ControlMark[] said = [.. day.Where(m => m.SaysHolder)];
            (standing, bool differ) = said.Length > 0 ? Taken(standing, said, [.. day]) : Left(standing, [.. day]);
            Append(spells, day.Key, standing, differ, [.. day]);
        }

        return spells;
    }

    /// <summary>A day on which somebody is said to hold it: what stood before gives way, unless today's days reach back to it.</summary>
    private static (List<Standing> Standing, bool Differ) Taken(List<Standing> before, ControlMark[] said, ControlMark[] day)
    {
        HashSet<string> gone = [.. day.Where(m => !m.SaysHolder).SelectMany(m => m.Gone).Select(g => g.Id)];
        List<Standing> now = [.. said.Select(m => new Standing(m, m.By))];
        bool differ = now.Exists(s => s.Holders.All(h => gone.Contains(h.Id)));
        bool agrees = Agree([.. before, .. now]) && Ids(before).SetEquals(Ids(now));
        now.InsertRange(0, before.Where(s => agrees || Array.TrueForAll(said, m => m.MayPrecede(s.Mark.Day!.Value))));
        return (now, differ || !Agree(now));
    }

    /// <summary>A day on which somebody is only said to have gone.</summary>
    private static (List<Standing> Standing, bool Differ) Left(List<Standing> before, ControlMark[] day)
    {
        bool differ = false;
        var now = new List<Standing>();
        foreach (Standing held in before)
        {
            HashSet<string> gone = [.. day.Where(m => !m.MayPrecede(held.Mark.Day!.Value)).SelectMany(m => m.Gone).Select(g => g.Id)];
            HashSet<string> perhaps = [.. day.SelectMany(m => m.Gone).Select(g => g.Id).Where(id => !gone.Contains(id))];
            HolderGroup[] rest = [.. held.Holders.Where(h => !gone.Contains(h.Id))];
            differ |= Array.Exists(rest, h => perhaps.Contains(h.Id));
            if (rest.Length > 0)
            {
                now.Add(held with { Holders = rest });
            }
        }

        return (now, differ || !Agree(now));
    }

    private static void Append(List<ControlSpell> spells, DateOnly day, List<Standing> standing, bool differ, ControlMark[] marks)
    {
        ControlState state = standing.Count == 0 ? ControlState.Unknown : differ ? ControlState.Contested : ControlState.Held;
        IReadOnlyList<HolderGroup> holders = HolderGroup.Distinct(standing.SelectMany(s => s.Holders));
        ControlSpell? last = spells.Count > 0 ? spells[^1] : null;
        if (last is not null && last.State == state && last.Holders.Select(h => h.Id).SequenceEqual(holders.Select(h => h.Id), StringComparer.Ordinal))
        {
            spells[^1] = last with { Evidence = [.. last.Evidence, .. marks] };
            return;
        }

        if (last is not null)
        {
            spells[^1] = last with { Until = day };
        }

        ControlMark[] evidence = [.. standing.Select(s => s.Mark).Concat(marks).DistinctBy(m => m.ClaimId, StringComparer.Ordinal)
            .OrderBy(m => m.Day).ThenBy(m => m.ClaimId, StringComparer.Ordinal)];
        ControlDay known = marks.Min(m => m.Known);
        spells.Add(new ControlSpell(day, null, state, holders, known, known == ControlDay.Within ? marks.Where(m => m.Known == known).Min(m => m.First) : null, evidence));
    }

    /// <summary>True when each two name a holder in common.</summary>
    private static bool Agree(List<Standing> standing) =>
        standing.TrueForAll(a => standing.TrueForAll(b => a.Holders.Any(h => b.Holders.Any(g => ControlMark.Same(h, g)))));

    private static HashSet<string> Ids(List<Standing> standing) => [.. standing.SelectMany(s => s.Holders).Select(h => h.Id)];

    private sealed record Standing(ControlMark Mark, IReadOnlyList<HolderGroup> Holders);
}
