namespace Hudna.Reading.Arabic;

/// <summary>Search in lists that stand in order of position.</summary>
internal static class Bisect
{
    /// <summary>The index of the first element whose key is at least a bound; the list's length when there is none.</summary>
    /// <param name="ordered">In rising order of the key.</param>
    /// <param name="key">What the list is ordered by.</param>
    /// <param name="from">The bound.</param>
    public static int First<T>(IReadOnlyList<T> ordered, Func<T, int> key, int from)
    {
        int low = 0, high = ordered.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = key(ordered[middle]) < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
