namespace Hudna.Linking;

/// <summary>Errors in counting the killed: a source tells the number itself or one about it, off by a factor
/// whose logarithm is normal (as early counts are).</summary>
internal sealed class TollModel : TruthModel
{
    private readonly float[] logShares;
    private readonly double exact, spread, off;

    public TollModel(FellegiSunter learned, float[] logShares)
    {
        this.logShares = logShares;
        double equal = 0, apart = 0, square = 0, before = 0;
        for (int level = 1; level < PairFields.TollApart; level++)
        {
            equal += learned.M(LinkField.Toll, level);
        }

        for (int level = 0; level <= PairFields.TollRatios.Length; level++)
        {
            double bound = level < PairFields.TollRatios.Length ? PairFields.TollRatios[level] : 1.5;
            double share = learned.M(LinkField.Toll, PairFields.TollApart + level), middle = (before + bound) / 2;
            apart += share;
            square += share * middle * middle;
            before = bound;
        }

        // Two are equal when both tell the number itself; of those that differ about half differ by one error and half by two.
        exact = Math.Clamp(Math.Sqrt(equal / Math.Max(1e-9, equal + apart)), 0.3, 0.98);
        spread = Math.Clamp(Math.Sqrt(square / Math.Max(1e-9, apart) / 1.5), 0.15, 1.0);
        off = Math.Max(1e-4, learned.M(LinkField.Toll, PairFields.TollApart + PairFields.TollRatios.Length + 1) / 2);
    }

    protected override double LogRatio(Told truth, Told value) => (value.Count * LogTold(value.Value, truth.Value)) - value.LogShares;

    private double LogTold(int told, int truth)
    {
        if (told == truth)
        {
            return Math.Log(exact);
        }

        if (told == 0 || truth == 0)
        {
            // "Killed" against "none killed": as unusual as learned, and then as usual as the number.
            return Math.Log(off) + logShares[Math.Min(told, logShares.Length - 1)];
        }

        double ratio = Math.Log((told + 0.7) / (truth + 0.7)), z = ratio / spread;
        return Math.Log(1 - exact) + Math.Max(-12, -(z * z / 2) - Math.Log(spread * Math.Sqrt(2 * Math.PI) * (told + 0.7)));
    }
}
