using System.Diagnostics;

namespace Hudna.Benchmarks;

/// <summary>Whole processes: how long from start to exit, and the most memory they held.</summary>
internal static class ColdStart
{
    private const int Runs = 11;

    /// <summary>Median wall time of a command in milliseconds; the first run, which fills the disk cache, is left out.</summary>
    internal static double MedianMilliseconds(string command, params string[] arguments)
    {
        Run(command, arguments);
        double[] times = [.. Enumerable.Range(0, Runs).Select(_ => Run(command, arguments).Milliseconds).Order()];
        return times[Runs / 2];
    }

    /// <summary>Runs a command.</summary>
    /// <returns>Wall time, and the peak resident memory in MB as Linux counts it (VmHWM, sampled until the end); 0 elsewhere.</returns>
    internal static (double Milliseconds, double PeakMegabytes) Run(string command, params string[] arguments)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using Process process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{command} did not start");
        Task drained = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        double peak = 0;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(5)))
        {
            peak = Math.Max(peak, PeakMegabytes($"/proc/{process.Id}/status"));
        }

        drained.Wait();
        double milliseconds = watch.Elapsed.TotalMilliseconds;
        return process.ExitCode == 0 ? (milliseconds, peak) : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)}: exit code {process.ExitCode}");
    }

    private static double PeakMegabytes(string status)
    {
        try
        {
            string? line = File.ReadLines(status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.AsSpan(6).Trim().TrimEnd(" kB"), null) / 1024;
        }
        catch (IOException)
        {
            return 0; // It has ended.
        }
    }
}
