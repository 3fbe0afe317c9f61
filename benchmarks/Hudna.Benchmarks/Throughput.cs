using System.Diagnostics;

namespace Hudna.Benchmarks;

/// <summary>A rate in characters a second and core: the median and the best of several rounds.</summary>
/// <param name="Median">Median, by the clock.</param>
/// <param name="Best">Best, by the clock.</param>
/// <param name="Processor">Median by the processor's time that the process used: what other programs take does not count, its own garbage
/// collector and compiler do.</param>
internal sealed record Rate(double Median, double Best, double Processor);

/// <summary>Measures passes over a set of texts.</summary>
internal static class Throughput
{
    // Of the processor's time: on a busy machine a warm-up by the clock ends before the compiler has done its work.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    private const int Rounds = 7;

    /// <summary>On one core.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="work">What to do with each.</param>
    internal static Rate OneCore(string[] texts, Action<string> work) => Measure(texts, 1, () => Array.ForEach(texts, work));

    /// <summary>On all cores at once, per core.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="work">What to do with each; called on several threads.</param>
    internal static Rate AllCores(string[] texts, Action<string> work) =>
        Measure(texts, Environment.ProcessorCount, () => Parallel.ForEach(texts, work));

    private static Rate Measure(string[] texts, int cores, Action pass)
    {
        Timed(pass, WarmUp);
        double characters = texts.Sum(t => (double)t.Length);
        (int Passes, double Seconds, double ProcessorSeconds)[] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => Timed(pass, Round))];
        double[] rates = [.. rounds.Select(t => characters * t.Passes / t.Seconds / cores).Order()];
        double[] processor = [.. rounds.Select(t => characters * t.Passes / t.ProcessorSeconds).Order()];
        return new(rates[Rounds / 2], rates[^1], processor[Rounds / 2]);
    }

    private static (int Passes, double Seconds, double ProcessorSeconds) Timed(Action pass, TimeSpan atLeast)
    {
        int passes = 0;
        TimeSpan before = Environment.CpuUsage.TotalTime, used;
        Stopwatch watch = Stopwatch.StartNew();
        do
        {
            pass();
            passes++;
            used = Environment.CpuUsage.TotalTime - before;
        }
        while (used < atLeast);
        return (passes, watch.Elapsed.TotalSeconds, used.TotalSeconds);
    }
}
