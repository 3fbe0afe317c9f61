using System.Diagnostics;
using System.Globalization;
using Hudna.Reading.Arabic;

namespace Hudna.Fuzzing;

/// <summary>Whether time grows with the text's length only: a rule that looks at the whole text for each mention shows here. Compiled
/// into the tests and into <c>./measure fuzz</c>.</summary>
internal static class Growth
{
    /// <summary>Characters of the shorter text.</summary>
    public const int Short = 16 * 1024;

    // How much longer a character of the longer text may take. Caches that overflow cost about two; a quadratic rule costs the factor.
    private const double RatioMax = 4;
    private const int Attempts = 5;
    private const double SecondsMin = 0.002;

    /// <summary>Reads a repeated unit, then texts up to some factor longer; tells the first that takes out of proportion, null when none does.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="unit">What is repeated.</param>
    /// <param name="published">When it was published.</param>
    /// <param name="factorMax">How many times <see cref="Short"/> the longest is.</param>
    public static string? OutOfProportion(ArabicReader reader, string unit, DateOnly? published, int factorMax)
    {
        string shorter = HostileTexts.Repeated(unit, Short);
        Seconds(reader, shorter, published, 1);
        double one = Math.Max(Seconds(reader, shorter, published, Attempts), SecondsMin);
        for (int factor = 4; factor <= factorMax; factor *= 4)
        {
            string longer = HostileTexts.Repeated(unit, Short * factor);
            double ratio = double.MaxValue;
            for (int attempt = 0; attempt < Attempts && ratio >= RatioMax; attempt++)
            {
                ratio = Math.Min(ratio, Seconds(reader, longer, published, 1) / (one * factor));
            }

            if (ratio >= RatioMax)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{factor} times {Short} characters take {ratio:0.0} times as long a character ({one * 1000:0} ms for the shorter)");
            }
        }

        return null;
    }

    /// <summary>The shortest of some readings of a text, in seconds. The clock counts other processes too, the processor's time of this process
    /// its other threads: the reading took at most the smaller.</summary>
    public static double Seconds(ArabicReader reader, string text, DateOnly? published, int runs)
    {
        double best = double.MaxValue;
        for (int i = 0; i < runs; i++)
        {
            TimeSpan used = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            reader.Read("t", text, published);
            best = Math.Min(best, Math.Min(Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds));
        }

        return best;
    }
}
