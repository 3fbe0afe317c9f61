namespace Hudna.Linking;

/// <summary>Which pairs of reports are compared at all: by cells of place and time as large as the precisions allow. Two exact reports must
/// be within a few kilometres; one that tells only a province is compared with all there. Reports without a day, with a time longer than a
/// month, or without any place are compared with none.</summary>
internal sealed class Blocks
{
    /// <summary>Days apart that reports of one happening may be dated; next-day papers date by the day of telling.</summary>
    public const int DaysApart = 2;

    /// <summary>Reports with a time as long as this, in days, are compared with none.</summary>
    public const int DaysMax = 31;

    /// <summary>Times no longer than this many days beyond the first are looked for apart from longer ones, which are few: who looks for days near a day need not
    /// look a month back for those.</summary>
    private const int ShortDays = 2;

    /// <summary>Where no district is told, as far as two points of where_prec 2 can be apart.</summary>
    private const double BlockKm = 50;

    /// <summary>A fine cell is wider than two points of where_prec 2 can be apart going north; a degree east is shorter, see <see cref="s_fineEast"/>.</summary>
    private const double FineDegrees = 0.46, WideDegrees = 1.0, KmPerDegree = 111.2;

    /// <summary>Degrees east of a fine cell: wide enough up to 60° north or south.</summary>
    private const double s_fineEast = 2 * FineDegrees;

    /// <summary>How far, in km, the told point may lie from the happening, by where_prec.</summary>
    private static readonly double[] s_reach = [0, 6, 25, 60, 150, 250, 400, 100];

    /// <summary>How far, in km, the point that a report tells may lie from the happening.</summary>
    public static double Reach(int precision) => s_reach[Math.Clamp(precision, 1, 7)];

    private readonly ReportTable table;
    private readonly bool byAdm1;
    private readonly Cells<(int Y, int X)> fine, wide;
    private readonly Cells<(int Kind, int Value)> named;

    public Blocks(ReportTable table)
    {
        this.table = table;
        byAdm1 = Array.TrueForAll(table.Adm1, a => a >= 0);
        Dictionary<(int, int), List<int>> fineCells = [], wideCells = [], names = [];
        for (int i = 0; i < table.Count; i++)
        {
            if (!IsLinkable(table, i))
            {
                continue;
            }

            if (table.HasPoint(i))
            {
                In(wideCells, byAdm1 ? (table.Adm1[i], 0) : ((int)Math.Floor(table.Lat[i] / WideDegrees), (int)Math.Floor(table.Lon[i] / WideDegrees)), i);
                if (table.Precision[i] <= 2)
                {
                    In(fineCells, ((int)Math.Floor(table.Lat[i] / FineDegrees), (int)Math.Floor(table.Lon[i] / s_fineEast)), i);
                }
            }

            // Those told by name only are compared with all that tell the same name.
            foreach ((int, int Value) name in (ReadOnlySpan<(int, int)>)[(0, table.Place[i]), (1, table.Adm2[i])])
            {
                if (name.Value >= 0)
                {
                    In(names, name, i);
                }
            }
        }

        fine = new Cells<(int, int)>(fineCells, table);
        wide = new Cells<(int, int)>(wideCells, table);
        foreach ((int, int) key in names.Where(n => n.Value.TrueForAll(table.HasPoint)).Select(n => n.Key).ToList())
        {
            names.Remove(key);
        }

        named = new Cells<(int, int)>(names, table);
    }

    /// <summary>Parts that can be gone through apart from one another.</summary>
    public int Parts => fine.Keys.Length + wide.Keys.Length + named.Keys.Length;

    public static bool IsLinkable(ReportTable t, int i) =>
        t.HasDay(i) && t.Last[i] - t.First[i] < DaysMax && (t.HasPoint(i) || t.Place[i] >= 0 || t.Adm2[i] >= 0);

    /// <summary>Takes each pair of one part whose places can be one, i before j, when its days are from <paramref name="from"/> to <paramref name="to"/> apart
    /// (0 when they overlap). Over all parts each pair comes once.</summary>
    /// <param name="part">The part, from 0.</param>
    /// <param name="from">Days apart at least.</param>
    /// <param name="to">Days apart at most.</param>
    /// <param name="take">Takes the pair.</param>
    /// <param name="every">Only the pairs that every so many-th report looks for: each pair is looked for by one of its two.</param>
    public void Pairs(int part, int from, int to, Action<int, int> take, int every = 1)
    {
        if (part < fine.Keys.Length)
        {
            FinePairs(fine.Keys[part], from, to, every, take);
        }
        else if (part < fine.Keys.Length + wide.Keys.Length)
        {
            WidePairs(wide.Keys[part - fine.Keys.Length], from, to, every, take);
        }
        else
        {
            (int kind, _) = named.Keys[part - fine.Keys.Length - wide.Keys.Length];
            Members members = named.Of(named.Keys[part - fine.Keys.Length - wide.Keys.Length]);
            Window(members.All, members, from, to, every, (i, j) =>
            {
                // Those of one place and one district come with the place.
                bool once = i < j && (kind == 0 || table.Place[i] < 0 || table.Place[i] != table.Place[j]);
                if (once && !(table.HasPoint(i) && table.HasPoint(j)))
                {
                    take(i, j);
                }
            });
        }
    }

    private void FinePairs((int Y, int X) key, int from, int to, int every, Action<int, int> take)
    {
        Members members = fine.Of(key);
        Window(members.All, members, from, to, every, (i, j) =>
        {
            if (i < j && IsNear(i, j))
            {
                take(i, j);
            }
        });

        // Half of the neighbours: the other half comes when theirs is the part.
        ReadOnlySpan<(int, int)> half = [(key.Y, key.X + 1), (key.Y + 1, key.X - 1), (key.Y + 1, key.X), (key.Y + 1, key.X + 1)];
        foreach ((int, int) other in half)
        {
            Window(members.All, fine.Of(other), from, to, every, (i, j) =>
            {
                if (IsNear(i, j))
                {
                    take(Math.Min(i, j), Math.Max(i, j));
                }
            });
        }
    }

    // Each vague report looks around itself for those that are not vaguer; of two as vague the one of the lower number does.
    private void WidePairs((int Y, int X) key, int from, int to, int every, Action<int, int> take)
    {
        foreach (IGrouping<byte, int> vague in wide.Of(key).All.Where(m => table.Precision[m] > 2).GroupBy(m => table.Precision[m]))
        {
            int[] members = [.. vague];
            int cells = byAdm1 ? 0 : (int)Math.Ceiling(2 * s_reach[vague.Key] / KmPerDegree / WideDegrees);
            for (int y = key.Y - cells; y <= key.Y + cells; y++)
            {
                for (int x = key.X - cells; x <= key.X + cells; x++)
                {
                    Window(members, wide.Of((y, x)), from, to, every, (i, j) =>
                    {
                        bool mine = table.Precision[j] < table.Precision[i] || (table.Precision[j] == table.Precision[i] && i < j);
                        if (mine && IsOneDivision(i, j))
                        {
                            take(Math.Min(i, j), Math.Max(i, j));
                        }
                    });
                }
            }
        }
    }

    // One district is one block, so that reports in it are weighed against the same crowd whatever their precision.
    private bool IsNear(int i, int j)
    {
        bool districts = table.Adm2[i] >= 0 && table.Adm2[j] >= 0;
        return districts && table.Adm2[i] == table.Adm2[j]
            ? true
            : table.Km(i, j) <= (districts ? s_reach[table.Precision[i]] + s_reach[table.Precision[j]] : BlockKm);
    }

    // What only names a division stands at its middle: the division decides, and where none is told the distance.
    private bool IsOneDivision(int i, int j)
    {
        bool districts = table.Adm2[i] >= 0 && table.Adm2[j] >= 0, provinces = table.Adm1[i] >= 0 && table.Adm1[j] >= 0;
        if (provinces && table.Adm1[i] != table.Adm1[j])
        {
            return false;
        }

        return districts ? table.Adm2[i] == table.Adm2[j] : provinces || IsNear(i, j);
    }

    /// <summary>Takes each pair of one of some reports, in order of day, and one of others, whose days are so far apart.</summary>
    private void Window(int[] some, Members others, int from, int to, int every, Action<int, int> take)
    {
        Window(some, others.Short, ShortDays, from, to, every, take);
        Window(some, others.Long, DaysMax, from, to, every, take);
    }

    private void Window(int[] some, int[] others, int longest, int from, int to, int every, Action<int, int> take)
    {
        int start = 0;
        foreach (int i in some)
        {
            if (every > 1 && i % every != 0)
            {
                continue;
            }

            while (start < others.Length && table.First[i] - table.First[others[start]] > to + longest)
            {
                start++;
            }

            for (int b = start; b < others.Length && table.First[others[b]] - table.Last[i] <= to; b++)
            {
                int j = others[b];
                int apart = Math.Max(0, Math.Max(table.First[j] - table.Last[i], table.First[i] - table.Last[j]));
                if (i != j && apart >= from && apart <= to)
                {
                    take(i, j);
                }
            }
        }
    }

    private static void In<TKey>(Dictionary<TKey, List<int>> groups, TKey key, int member)
        where TKey : notnull
    {
        if (!groups.TryGetValue(key, out List<int>? members))
        {
            groups[key] = members = [];
        }

        members.Add(member);
    }

    /// <summary>The reports of a cell, each list in order of day.</summary>
    /// <param name="All">All of them.</param>
    /// <param name="Short">Those of a time no longer than <see cref="ShortDays"/>.</param>
    /// <param name="Long">The others.</param>
    private sealed record Members(int[] All, int[] Short, int[] Long)
    {
        public static readonly Members None = new([], [], []);
    }

    private sealed class Cells<TKey>
        where TKey : notnull
    {
        private readonly Dictionary<TKey, Members> members;

        public Cells(Dictionary<TKey, List<int>> groups, ReportTable table)
        {
            Keys = [.. groups.Keys.Order()];
            members = groups.ToDictionary(g => g.Key, g => ByDay(g.Value, table));
        }

        public TKey[] Keys { get; }

        public Members Of(TKey key) => members.GetValueOrDefault(key, Members.None);

        private static Members ByDay(List<int> members, ReportTable table)
        {
            int[] ordered = [.. members];
            Array.Sort(ordered, (a, b) => table.First[a] != table.First[b] ? table.First[a].CompareTo(table.First[b]) : a.CompareTo(b));
            int[] brief = Array.FindAll(ordered, m => table.Last[m] - table.First[m] <= ShortDays);
            return brief.Length == ordered.Length ? new Members(ordered, ordered, []) : new Members(ordered, brief, Array.FindAll(ordered, m => table.Last[m] - table.First[m] > ShortDays));
        }
    }
}
