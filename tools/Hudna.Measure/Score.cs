using System.Globalization;

namespace Hudna.Measuring;

/// <summary>Counts of right, wrong and missed, and what follows from them.</summary>
/// <param name="Right">Found and right.</param>
/// <param name="Wrong">Found and wrong.</param>
/// <param name="Missed">There and not found.</param>
internal readonly record struct Score(int Right, int Wrong, int Missed)
{
    /// <summary>Share of what was found that is right, 0 to 1; 0 when nothing was found.</summary>
    public double Precision => Right + Wrong == 0 ? 0 : (double)Right / (Right + Wrong);

    /// <summary>Share of what is there that was found, 0 to 1; 0 when nothing is there.</summary>
    public double Recall => Right + Missed == 0 ? 0 : (double)Right / (Right + Missed);

    /// <summary>Harmonic mean of both.</summary>
    public double F1 => Right == 0 ? 0 : 2.0 * Right / ((2.0 * Right) + Wrong + Missed);

    public static Score operator +(Score a, Score b) => new(a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"P {Precision:0.000}  R {Recall:0.000}  F1 {F1:0.000}  (right {Right}, wrong {Wrong}, missed {Missed})");
}
