using System.Globalization;

namespace Hudna.Measuring;

/// <summary>How well one grouping of items finds another again.</summary>
/// <param name="Pairs">Pairs of items that share a group: right, wrong, missed. Two items that share k groups here and m there count
/// min(k, m) times as right; with one group an item these are the pairs everyone counts.</param>
/// <param name="Precision">BCubed precision, 0 to 1.</param>
/// <param name="Recall">BCubed recall, 0 to 1.</param>
/// <param name="Groups">Groups found.</param>
/// <param name="Largest">Items in the largest group found.</param>
internal readonly record struct GroupingScore(PairCounts Pairs, double Precision, double Recall, int Groups, int Largest)
{
    /// <summary>Harmonic mean of BCubed precision and recall; 0 when both are.</summary>
    public double F => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>Pairs counted; a whole war has more of them than an int holds.</summary>
/// <param name="Right">Together in both.</param>
/// <param name="Wrong">Together in what was found alone.</param>
/// <param name="Missed">Together in the truth alone.</param>
internal readonly record struct PairCounts(long Right, long Wrong, long Missed)
{
    /// <summary>Share of the pairs found that are right; 0 when none was found.</summary>
    public double Precision => Right + Wrong == 0 ? 0 : (double)Right / (Right + Wrong);

    /// <summary>Share of the true pairs that were found; 0 when there are none.</summary>
    public double Recall => Right + Missed == 0 ? 0 : (double)Right / (Right + Missed);

    /// <summary>Harmonic mean of both.</summary>
    public double F1 => Right == 0 ? 0 : 2.0 * Right / ((2.0 * Right) + Wrong + Missed);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"P {Precision:0.000}  R {Recall:0.000}  F1 {F1:0.000}  (right {Right}, wrong {Wrong}, missed {Missed})");
}

/// <summary>Which groups each item is in: of none, one or several. Items are numbered from 0, and so are groups.</summary>
internal sealed class Grouping
{
    private readonly int[][] groupsOf;
    private readonly int[][] itemsOf;

    /// <param name="items">How many items there are.</param>
    /// <param name="mentions">Item and group, in any order; doubles count once.</param>
    public Grouping(int items, IEnumerable<(int Item, string Group)> mentions)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        List<int>[] of = [.. Enumerable.Range(0, items).Select(_ => new List<int>(1))];
        List<List<int>> members = [];
        foreach ((int item, string name) in mentions)
        {
            if (!numbers.TryGetValue(name, out int group))
            {
                numbers.Add(name, group = members.Count);
                members.Add([]);
            }

            if (!of[item].Contains(group))
            {
                of[item].Add(group);
                members[group].Add(item);
            }
        }

        groupsOf = [.. of.Select(g => g.ToArray())];
        itemsOf = [.. members.Select(m => m.ToArray())];
    }

    /// <summary>How many groups there are.</summary>
    public int Count => itemsOf.Length;

    /// <summary>Items in the largest group; 0 when there is no group.</summary>
    public int Largest => itemsOf.Length == 0 ? 0 : itemsOf.Max(g => g.Length);

    /// <summary>Items in at least one group.</summary>
    public int Placed => groupsOf.Count(g => g.Length > 0);

    private long PairCount => itemsOf.Sum(g => (long)g.Length * (g.Length - 1) / 2);

    /// <summary>True when two items share a group.</summary>
    public bool Together(int a, int b) => Shared(groupsOf[a], groupsOf[b]) > 0;

    /// <summary>Scores what was found against the truth, by pairs and by BCubed extended to overlapping groups (Amigó, Gonzalo, Artiles and
    /// Verdejo 2009, "A comparison of extrinsic clustering evaluation metrics based on formal constraints", Information Retrieval 12, section 5):
    /// of two items that share c groups found and t true ones, precision is min(c, t)/c and recall min(c, t)/t; averaged over an item's
    /// partners, itself among them, and then over items. An item in no group found has no precision and a recall of 0.</summary>
    /// <remarks>Time and memory go with the squares of the true groups' sizes, not of those found, so one blob does not stop it.</remarks>
    /// <exception cref="ArgumentException">The two are of different items.</exception>
    public static GroupingScore Score(Grouping found, Grouping truth)
    {
        if (found.groupsOf.Length != truth.groupsOf.Length)
        {
            throw new ArgumentException("Both must group the same items.", nameof(found));
        }

        double precision = 0, recall = 0;
        long right = 0;
        HashSet<int> partners = [];
        for (int item = 0; item < found.groupsOf.Length; item++)
        {
            truth.PartnersOf(item, partners);
            double p = 0, r = 0;
            foreach (int other in partners)
            {
                int c = Shared(found.groupsOf[item], found.groupsOf[other]), t = Shared(truth.groupsOf[item], truth.groupsOf[other]);
                int both = Math.Min(c, t);
                p += c == 0 ? 0 : (double)both / c;
                r += (double)both / t;
                right += other > item ? both : 0;
            }

            recall += partners.Count == 0 ? 0 : r / partners.Count;
            precision += found.groupsOf[item].Length == 0 ? 0 : p / found.PartnerCount(item, partners);
        }

        PairCounts pairs = new(right, found.PairCount - right, truth.PairCount - right);
        return new GroupingScore(pairs, Share(precision, found.Placed), Share(recall, truth.Placed), found.Count, found.Largest);
    }

    private static double Share(double sum, int of) => of == 0 ? 0 : sum / of;

    private static int Shared(int[] a, int[] b)
    {
        int shared = 0;
        foreach (int group in a)
        {
            shared += Array.IndexOf(b, group) >= 0 ? 1 : 0;
        }

        return shared;
    }

    private int PartnerCount(int item, HashSet<int> scratch)
    {
        if (groupsOf[item] is [int only])
        {
            return itemsOf[only].Length;
        }

        PartnersOf(item, scratch);
        return scratch.Count;
    }

    private void PartnersOf(int item, HashSet<int> partners)
    {
        partners.Clear();
        foreach (int group in groupsOf[item])
        {
            partners.UnionWith(itemsOf[group]);
        }
    }
}
