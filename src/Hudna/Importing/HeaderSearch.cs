namespace Hudna.Importing;

/// <summary>Finds the header among the first rows: a title may stand above it.</summary>
internal static class HeaderSearch
{
    /// <summary>Rows that are looked at.</summary>
    public const int RowsMax = 20;

    /// <summary>The first row that is known for a header; else the first with two cells or more that are not empty, else the first; null
    /// when there is no row.</summary>
    public static T? Find<T>(IEnumerable<T> rows, Func<T, IReadOnlyList<string>> cells, Func<IReadOnlyList<string>, bool> isHeader)
        where T : struct
    {
        T? wide = null, first = null;
        foreach (T row in rows.Take(RowsMax))
        {
            first ??= row;
            if (isHeader(cells(row)))
            {
                return row;
            }

            if (wide is null && cells(row).Count(c => !string.IsNullOrWhiteSpace(c)) >= 2)
            {
                wide = row;
            }
        }

        return wide ?? first;
    }
}
