namespace Hudna.Linking;

/// <summary>How likely sources are to tell these values of one field when one truth stands behind them, as a ratio to how usual the values are
/// where they are told. The truth is taken for one of the values told.</summary>
internal abstract class TruthModel
{
    /// <summary>Log likelihood ratio of the values of one profile; 0 when none is told.</summary>
    public double Log(ReadOnlySpan<Told> told)
    {
        if (told.Length == 0)
        {
            return 0;
        }

        if (told.Length == 1)
        {
            return told[0].LogShare + LogRatio(told[0], told[0]);
        }

        double most = double.NegativeInfinity, sum = 0;
        foreach (Told truth in told)
        {
            double log = truth.LogShare;
            foreach (Told value in told)
            {
                log += LogRatio(truth, value);
            }

            (most, sum) = log > most ? (log, (sum * Math.Exp(most - log)) + 1) : (most, sum + Math.Exp(log - most));
        }

        return most + Math.Log(sum);
    }

    /// <summary>Log likelihood ratio of the values of two profiles together.</summary>
    public double Joined(Told[] a, Told[] b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return Log(a) + Log(b);
        }

        int most = a.Length + b.Length;
        Span<Told> both = most <= 32 ? stackalloc Told[32] : new Told[most];
        return Log(both[..Profile.Union(a, b, both)]);
    }

    /// <summary>Sum over the reports that tell the value of the logarithm of: probability that a source tells it when this is the truth, over its share.</summary>
    protected abstract double LogRatio(Told truth, Told value);
}
