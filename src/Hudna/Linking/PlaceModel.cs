namespace Hudna.Linking;

/// <summary>Weighs the distance between the middles of two groups of reports. Two single reports weigh as their level was learned. The middle of many points
/// is surer than one: how far apart two reports of one incident are told is then taken to scale down with that, while how far apart two incidents lie
/// stays what it is; and each report of the smaller group that is told off speaks for itself. Sources that give the very same point share a map
/// and are one point.</summary>
internal sealed class PlaceModel
{
    /// <summary>Squared spread, in km², that stays however many tell: what a place is taken to be differs.</summary>
    private const double Common = 0.05;

    /// <summary>That two groups told only by a division, or by a place of a list, are told apart weighs at most so much more than two reports told so.</summary>
    private const double ReportsMax = 8;

    /// <summary>Spread of a told point about the true one, in km, by where_prec.</summary>
    private static readonly float[] s_spread = [1, 0.8f, 4, 20, 60, 100, 200, 50];

    private readonly ReportTable table;

    // By level: as learned, and not rising again with the distance.
    private readonly double[] learnedWeights, weights;

    // Of the two precise classes: logarithm of the density, by squared distance, at which one incident's reports lie apart, over that at no distance.
    private readonly double[][] falls;

    public PlaceModel(ReportTable table, FellegiSunter learned)
    {
        this.table = table;
        weights = PairFields.FallingWithDistance(level => learned.Weight(LinkField.Place, level));
        learnedWeights = [.. Enumerable.Range(0, PairFields.Levels[1]).Select(level => learned.Weight(LinkField.Place, level))];
        falls = [Falls(learned, 1), Falls(learned, 2)];
    }

    public static float Certainty(byte precision) => 1 / (s_spread[precision] * s_spread[precision]);

    /// <summary>Natural logarithm of how much likelier the two are told where they are when they are one.</summary>
    public double Weight(Profile a, Profile b)
    {
        if (float.IsNaN(a.Lat) || float.IsNaN(b.Lat))
        {
            return learnedWeights[PairFields.ByName(a.Place, b.Place)];
        }

        double km = ReportTable.Km(a.Lat, a.Lon, a.Cos, b.Lat, b.Lon, b.Cos);
        if (PairFields.IsByList(table, a.Place, a.Precision, b.Place, b.Precision))
        {
            return Apart(learnedWeights[PairFields.ByList(a.Place, b.Place, km)], a, b);
        }

        int vaguer = Math.Max(a.Precision, b.Precision), fewer = Math.Min(a.Points, b.Points);
        double weight = weights[PairFields.Distance(vaguer, km)];
        if (vaguer > 2)
        {
            return Apart(weight, a, b);
        }

        if (a.Members.Length == 1 && b.Members.Length == 1)
        {
            return weight;
        }

        // Squared spread of the difference of two single points, and of that of the middles.
        double single = (1 / Certainty(a.Precision)) + (1 / Certainty(b.Precision)) + Common;
        double shrunk = Math.Min(1, ((1 / Sure(a)) + (1 / Sure(b)) + Common) / single);
        double[] fall = falls[vaguer <= 1 ? 0 : 1];
        double square = km * km;
        return weight - Fall(fall, square) + (fewer * Fall(fall, square / (shrunk * fewer))) - Math.Log(shrunk);
    }

    // What speaks against speaks so for each report of the smaller group.
    private static double Apart(double weight, Profile a, Profile b) => weight >= 0 ? weight : weight * Math.Min(ReportsMax, Math.Min(a.Told, b.Told));

    private static double Sure(Profile p) => p.Points == 0 ? p.Certainty : p.Certainty * p.Points / p.Told;

    private static double[] Falls(FellegiSunter learned, int precision)
    {
        double[] logs = new double[PairFields.Kilometres.Length + 1];
        double inner = 0;
        for (int level = 0; level < logs.Length; level++)
        {
            bool last = level == PairFields.Kilometres.Length;
            double outer = last ? 2 * inner : PairFields.Kilometres[level];
            double log = Math.Log(learned.M(LinkField.Place, PairFields.Distance(precision, (inner + outer) / 2)) / ((outer * outer) - (inner * inner)));
            logs[level] = level == 0 ? log : Math.Min(logs[level - 1], log);
            inner = outer;
        }

        return [.. logs.Select(l => l - logs[0])];
    }

    // Between the middles of the rings, straight in the square of the distance, as a normal density is.
    private static double Fall(double[] fall, double square)
    {
        double inner = 0, before = 0;
        for (int level = 0; level < fall.Length; level++)
        {
            double outer = level < PairFields.Kilometres.Length ? PairFields.Kilometres[level] : 2 * PairFields.Kilometres[^1];
            double middle = ((inner * inner) + (outer * outer)) / 2;
            if (square < middle)
            {
                return level == 0 ? 0 : fall[level - 1] + ((fall[level] - fall[level - 1]) * (square - before) / (middle - before));
            }

            (inner, before) = (outer, middle);
        }

        return fall[^1];
    }
}
