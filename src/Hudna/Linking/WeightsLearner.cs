using Hudna.Reading;

namespace Hudna.Linking;

/// <summary>Learns a mission's weights from its own tellings: levels by expectation maximisation as <see cref="LevelLearner"/> does, beside those that the mission
/// began with, how many incidents a day there are, and how usual each act, side and toll is. Deterministic: the order of the tellings does not matter.</summary>
/// <param name="gazetteer">What actors belong to.</param>
/// <param name="options">Threads.</param>
public sealed class WeightsLearner(Gazetteer gazetteer, LinkOptions options)
{
    /// <summary>Tellings that it takes: fewer leave what was shipped nearly alone, and their shares are chance.</summary>
    public const int TellingsMin = 200;

    /// <summary>Tellings as which what was shipped weighs in shares and densities.</summary>
    private const double ShippedWeight = 50;

    /// <summary>Sides whose share is kept, at most; what is told less often is as rare as half the rarest.</summary>
    private const int SidesMax = 2000;

    /// <summary>Learns.</summary>
    /// <param name="tellings">The mission's tellings.</param>
    /// <exception cref="LinkInputException">There are fewer than <see cref="TellingsMin"/>.</exception>
    public LinkWeights Learn(IReadOnlyCollection<Telling> tellings)
    {
        if (tellings.Count < TellingsMin)
        {
            throw new LinkInputException($"{tellings.Count} tellings are too few to learn from; at least {TellingsMin} are expected.");
        }

        ReportTable table = ReportTable.Of(tellings.Select(t => t.Report), new SideRelations(gazetteer).Relate);
        BulkLinker.ComparedReports compared = new BulkLinker(options).Compare(table, LinkWeights.Shipped);
        FellegiSunter learned = compared.Learned;
        double ratio = BulkLinker.ReportsPerTheta(compared.Candidates, learned.Share);
        double[] densities = [.. compared.Candidates.Select(c => BulkLinker.LogDensity(c, ratio))];
        return new LinkWeights(
            Levels(learned.M), Levels(learned.U), Math.Clamp(learned.Share, 1e-6, 0.999), Densities(table, densities),
            Shares(table.Act, v => table.Acts[v], int.MaxValue), Shares([.. table.Actors, .. table.Targets], v => table.Parties[v], SidesMax), Tolls(table.Dead));
    }

    private static double[][] Levels(Func<LinkField, int, double> probability) =>
    [
        .. Enumerable.Range(0, PairFields.Count).Select(field => Enumerable.Range(0, PairFields.Levels[field])
            .Select(level => level == 0 ? 1 : Math.Round(Math.Clamp(probability((LinkField)field, level), 1e-7, 1), 7)).ToArray()),
    ];

    // The mean of each class of precision, drawn to what was shipped, moved by as much as all differ from it.
    private static double[] Densities(ReportTable table, double[] densities)
    {
        double[] shipped = [.. LinkWeights.Shipped.LogDensity];
        double moved = Enumerable.Range(0, table.Count).Average(i => densities[i] - shipped[table.Precision[i] - 1]);
        double[] sum = new double[shipped.Length], count = new double[shipped.Length];
        for (int i = 0; i < table.Count; i++)
        {
            sum[table.Precision[i] - 1] += densities[i];
            count[table.Precision[i] - 1]++;
        }

        return [.. shipped.Select((s, p) => Math.Round((sum[p] + (ShippedWeight * (s + moved))) / (count[p] + ShippedWeight), 4))];
    }

    private static SortedDictionary<string, double> Shares(int[] values, Func<int, string> name, int most)
    {
        double all = Math.Max(1, values.Count(v => v >= 0));
        return new SortedDictionary<string, double>(
            values.Where(v => v >= 0).CountBy(v => v).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(most)
                .ToDictionary(c => name(c.Key), c => Math.Round(c.Value / all, 7), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    private static double[] Tolls(int[] tolls)
    {
        IReadOnlyList<double> shipped = LinkWeights.Shipped.TollShares;
        double[] counts = new double[shipped.Count];
        foreach (int toll in tolls.Where(t => t >= 0))
        {
            counts[Math.Min(toll, counts.Length - 1)]++;
        }

        double all = counts.Sum() + ShippedWeight;
        return [.. counts.Select((c, n) => Math.Round((c + (ShippedWeight * shipped[n])) / all, 9))];
    }
}
