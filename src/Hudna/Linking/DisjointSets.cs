namespace Hudna.Linking;

/// <summary>Numbers from 0 in sets that are joined: union and find with path halving. The lowest number of a set names it.</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] root = [.. Enumerable.Range(0, count)];

    /// <summary>The lowest number of the set that a number is in.</summary>
    public int Root(int i)
    {
        while (root[i] != i)
        {
            root[i] = root[root[i]];
            i = root[i];
        }

        return i;
    }

    /// <summary>Makes the sets of two numbers one.</summary>
    public void Join(int a, int b)
    {
        int one = Root(a), other = Root(b);
        root[Math.Max(one, other)] = Math.Min(one, other);
    }
}
