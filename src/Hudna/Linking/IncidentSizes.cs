namespace Hudna.Linking;

/// <summary>How many reports an incident has, learned from incidents found where little happens, since there they are told apart. Beside Ewens' formula, under
/// which a size k is as usual as 1 in k, says how much more or less usual each size is here.</summary>
internal sealed class IncidentSizes
{
    /// <summary>Incidents that it takes to learn from.</summary>
    private const int IncidentsMin = 1000;

    /// <summary>Incidents within reach of a size that its share is counted from.</summary>
    private const int Near = 30;

    /// <summary>The largest incidents, whose sizes tell how their numbers fall with size: exponentially, as exceedances of a high bound mostly do (Pickands 1975).</summary>
    private const int Largest = 50;

    private readonly double[] logs;
    private readonly double slope;

    private IncidentSizes(double[] logs, double slope) => (this.logs, this.slope) = (logs, slope);

    /// <summary>Learns from the sizes of incidents; from too few, each size is as usual as Ewens' formula says.</summary>
    /// <param name="sizes">Reports of each incident, 1 or more.</param>
    public static IncidentSizes Of(IReadOnlyCollection<int> sizes)
    {
        if (sizes.Count < IncidentsMin)
        {
            return new IncidentSizes([0, 0], 0);
        }

        int[] descending = [.. sizes.OrderDescending()];
        int tail = descending[Largest - 1];
        int[] beyond = [.. descending.TakeWhile(s => s >= tail)];

        // One more than was seen: that none goes beyond does not make it impossible.
        double excess = (beyond.Sum(s => s - tail) + 1.0) / beyond.Length, fall = Math.Log(excess / (1 + excess));
        double[] counts = new double[descending[0] + 1];
        foreach (int size in sizes)
        {
            counts[size]++;
        }

        double[] usual = new double[tail + 1];
        for (int size = 1; size <= tail; size++)
        {
            usual[size] = Math.Log(size * Around(counts, size)) - Math.Log(counts[1] + 1);
        }

        return new IncidentSizes(usual, fall);
    }

    /// <summary>Natural logarithm of how much more usual the size is than by Ewens' formula, up to a factor that all sizes share.</summary>
    public double Log(int size)
    {
        int last = logs.Length - 1;
        return size <= last ? logs[size] : logs[last] + (slope * (size - last)) + (slope == 0 ? 0 : Math.Log((double)size / last));
    }

    /// <summary>Natural logarithm of how much more usual the size is than the two sizes, most usual together, that make it.</summary>
    public double AgainstTwo(int size)
    {
        double two = double.NegativeInfinity;
        for (int part = 1; part <= size / 2; part++)
        {
            two = Math.Max(two, Log(part) + Log(size - part));
        }

        return Log(size) - two;
    }

    // Incidents of a size, or, where there are few, of sizes about it.
    private static double Around(double[] counts, int size)
    {
        int reach = 0;
        double sum = counts[size];
        while (sum < Near && size - reach > 1 && size + reach < counts.Length - 1)
        {
            reach++;
            sum += counts[size - reach] + counts[size + reach];
        }

        return (sum + 0.5) / ((2 * reach) + 1);
    }
}
