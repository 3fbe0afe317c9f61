namespace Hudna.Linking;

/// <summary>Probabilities and the natural logarithms of their odds.</summary>
public static class LogOdds
{
    /// <summary>Of a probability between 0 and 1; 0 of one half.</summary>
    public static double Of(double probability) => Math.Log(probability / (1 - probability));

    /// <summary>The probability of which these are the log odds.</summary>
    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
