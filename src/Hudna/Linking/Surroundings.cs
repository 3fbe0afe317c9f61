using System.Runtime.InteropServices;

namespace Hudna.Linking;

/// <summary>How usual each report's values are where it is told to be: that two reports name the side that fights there every day says little.</summary>
internal sealed class Surroundings
{
    /// <summary>As many reports as the shares of the whole table weigh beside those of the place.</summary>
    private const double WholeWeight = 20;

    private const double CellDegrees = 0.5;

    private Surroundings(float[] acts, float[] actors, float[] targets, float[] tolls) => (Acts, Actors, Targets, Tolls) = (acts, actors, targets, tolls);

    /// <summary>Natural logarithm of the share of each report's value among those told there.</summary>
    public float[] Acts { get; }

    public float[] Actors { get; }

    public float[] Targets { get; }

    /// <summary>By killed, in the whole table.</summary>
    public float[] Tolls { get; }

    public static Surroundings Of(ReportTable table)
    {
        int[] cells = Cells(table);
        return new Surroundings(Shares(table.Act, cells), Shares(table.Actors, cells), Shares(table.Targets, cells), TollShares(table.Dead));
    }

    /// <summary>By weights that were learned before, whatever else is in the table.</summary>
    public static Surroundings Of(ReportTable table, LinkWeights weights) => new(
        [.. table.Act.Select(v => v < 0 ? 0 : weights.LogActShare(table.Acts[v]))],
        [.. table.Actors.Select(v => v < 0 ? 0 : weights.LogPartyShare(table.Parties[v]))],
        [.. table.Targets.Select(v => v < 0 ? 0 : weights.LogPartyShare(table.Parties[v]))],
        weights.LogTollShares);

    private static int[] Cells(ReportTable table)
    {
        Dictionary<(int, int, int), int> numbers = [];
        int[] cells = new int[table.Count];
        for (int i = 0; i < table.Count; i++)
        {
            (int, int, int) key = table.Adm2[i] >= 0 ? (0, table.Adm1[i], table.Adm2[i])
                : table.HasPoint(i) ? (1, (int)Math.Floor(table.Lat[i] / CellDegrees), (int)Math.Floor(table.Lon[i] / CellDegrees))
                : (2, table.Adm1[i], table.Adm1[i] >= 0 ? 0 : table.Place[i]);
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out bool known);
            cells[i] = known ? number : number = numbers.Count - 1;
        }

        return cells;
    }

    private static float[] Shares(int[] values, int[] cells)
    {
        Dictionary<(int Cell, int Value), int> there = [];
        Dictionary<int, int> whole = [];
        int[] told = new int[cells.Length == 0 ? 0 : cells.Max() + 1];
        int all = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] >= 0)
            {
                all++;
                told[cells[i]]++;
                CollectionsMarshal.GetValueRefOrAddDefault(there, (cells[i], values[i]), out _)++;
                CollectionsMarshal.GetValueRefOrAddDefault(whole, values[i], out _)++;
            }
        }

        float[] shares = new float[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] >= 0)
            {
                double everywhere = (whole[values[i]] + 1.0) / (all + whole.Count);
                shares[i] = (float)Math.Log((there[(cells[i], values[i])] + (WholeWeight * everywhere)) / (told[cells[i]] + WholeWeight));
            }
        }

        return shares;
    }

    private static float[] TollShares(int[] tolls)
    {
        int most = Math.Max(1000, tolls.Length == 0 ? 0 : Math.Min(100_000, tolls.Max()));
        double[] counts = new double[most + 1];
        foreach (int toll in tolls)
        {
            if (toll >= 0)
            {
                counts[Math.Min(most, toll)]++;
            }
        }

        // A toll that nobody told yet is as rare as the rarest: half a report in the whole table.
        double all = counts.Sum() + (0.5 * counts.Length);
        return [.. counts.Select(c => (float)Math.Log((c + 0.5) / all))];
    }
}
