namespace Hudna.Linking;

/// <summary>Reports that hang together by pairs that may be one; what is in two parts is never in one incident.</summary>
/// <param name="Reports">By number, rising.</param>
/// <param name="Edges">Pairs that may be one, by place in that list.</param>
internal sealed record Part(int[] Reports, List<(int A, int B)> Edges)
{
    /// <summary>All the parts, by their lowest report.</summary>
    /// <param name="count">Number of reports.</param>
    /// <param name="edges">Pairs of them that may be one.</param>
    public static List<Part> All(int count, List<(int A, int B)> edges)
    {
        DisjointSets sets = new(count);
        foreach ((int a, int b) in edges)
        {
            sets.Join(a, b);
        }

        int[] part = new int[count], place = new int[count];
        Array.Fill(part, -1);
        List<List<int>> members = [];
        foreach ((int a, int b) in edges)
        {
            In(a);
            In(b);
        }

        void In(int i)
        {
            int r = sets.Root(i);
            if (part[r] < 0)
            {
                part[r] = members.Count;
                members.Add([]);
            }
        }

        for (int i = 0; i < count; i++)
        {
            int own = part[sets.Root(i)];
            if (own >= 0)
            {
                place[i] = members[own].Count;
                members[own].Add(i);
            }
        }

        List<Part> parts = [.. members.Select(m => new Part([.. m], []))];
        foreach ((int a, int b) in edges)
        {
            parts[part[sets.Root(a)]].Edges.Add((place[a], place[b]));
        }

        // By the lowest report, so that the order does not depend on which thread came first.
        parts.Sort((a, b) => a.Reports[0].CompareTo(b.Reports[0]));
        return parts;
    }

    /// <summary>Place of a report in the list.</summary>
    public int Place(int report) => Array.BinarySearch(Reports, report);
}
