using System.Diagnostics;
using System.Globalization;
using Hudna.Linking;
using Hudna.Measuring;

namespace Hudna.Benchmarks;

/// <summary>Linking of the reports of a <see cref="SyntheticWar"/>, each size in a process of its own, so that its peak memory is its own: once as dense as a
/// million reports in ten years, and once over ten years whatever the size. Beside it, as baseline, what it costs in that process to sort the same
/// reports by cell and day and to go through the same pairs without weighing them.</summary>
internal static class LinkingSpeed
{
    /// <summary>The option by which this program calls itself: reports and days follow.</summary>
    public const string RunOption = "--link-run";

    private const int Years10 = 3650, Million = 1_000_000, Seed = 20_170_101;

    private static readonly string[] s_columns =
        ["reports", "reports_a_day", "s", "cpu_s", "reports_per_s", "us_per_report", "cpu_us_per_report", "over_pairs_alone", "managed_mb", "rss_mb",
         "pair_precision", "pair_recall", "pair_f1", "b3_precision", "b3_recall", "b3_f", "blocking_recall", "largest", "largest_true"];

    /// <summary>Runs all sizes and prints a table of them as they end.</summary>
    /// <param name="full">With a million reports, which takes a minute or two.</param>
    public static IEnumerable<(string Name, double Value)> Figures(bool full)
    {
        Console.WriteLine($"linking, {(full ? string.Empty : "without a million reports (--full), ")}seed {Seed}; density: like = as a million in ten years, grows = ten years whatever the size");
        Console.WriteLine("density  reports   a day       s   cpu s  reports/s  us each  cpu us  x pairs  managed  RSS MB  P     R     F1    B3 P  B3 R  B3 F  blocked  largest (true)");
        foreach ((string density, int reports, int days) in Sizes(full))
        {
            Dictionary<string, double> run = Child(reports, days);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{density,-7} {reports,8:#,0} {run["reports_a_day"],7:0} {run["s"],7:0.0} {run["cpu_s"],7:0.0} {run["reports_per_s"],10:#,0} {run["us_per_report"],8:0.0} {run["cpu_us_per_report"],7:0.0} {run["over_pairs_alone"],8:0.0} {run["managed_mb"],8:0} {run["rss_mb"],7:0}  {run["pair_precision"]:.000}  {run["pair_recall"]:.000}  {run["pair_f1"]:.000}  {run["b3_precision"]:.000}  {run["b3_recall"]:.000}  {run["b3_f"]:.000}    {run["blocking_recall"]:.000}  {run["largest"],7:0} ({run["largest_true"]:0})"));
            foreach (string column in s_columns)
            {
                yield return ($"link_{density}_{reports / 1000}k_{column}", run[column]);
            }
        }
    }

    // At a million the two densities are one.
    private static IEnumerable<(string Density, int Reports, int Days)> Sizes(bool full)
    {
        foreach (int reports in new[] { 10_000, 100_000 })
        {
            yield return ("like", reports, (int)((long)Years10 * reports / Million));
            yield return ("grows", reports, Years10);
        }

        if (full)
        {
            yield return ("like", Million, Years10);
        }
    }

    private static Dictionary<string, double> Child(int reports, int days)
    {
        ProcessStartInfo start = new("dotnet", [Environment.GetCommandLineArgs()[0], RunOption, reports.ToString(CultureInfo.InvariantCulture), days.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode == 0
            ? lines.Select(l => l.Split(' ')).ToDictionary(l => l[0], l => double.Parse(l[1], CultureInfo.InvariantCulture), StringComparer.Ordinal)
            : throw new InvalidOperationException($"linking {reports} reports ended with exit code {process.ExitCode}");
    }

    /// <summary>One size, in this process: prints a name and a value a line.</summary>
    public static void Run(int reports, int days)
    {
        // Code is compiled before the clock starts: a program that links ten thousand reports pays half a second for it, whatever the size.
        new BulkLinker(new LinkOptions()).Link(new SyntheticWar(Seed + 1, 10_000, 60).Reports());
        double making = Timed(() =>
        {
            foreach (LinkReport report in new SyntheticWar(Seed, reports, days).Reports())
            {
                GC.KeepAlive(report);
            }
        }).Cpu;
        Pairs pairs = new(new SyntheticWar(Seed, reports, days));
        (_, double baseline) = Timed(pairs.GoThrough);
        SyntheticWar war = new(Seed, reports, days);
        LinkResult? result = null;
        Collect();
        using PeakMemory peak = new();
        (double seconds, double cpu) = Timed(() => result = new BulkLinker(new LinkOptions()).Link(war.Reports()));
        (double managed, double rss) = peak.Megabytes();
        (seconds, cpu, baseline) = (seconds - making, cpu - making, baseline - making);
        GroupingScore score = Grouping.Score(
            new Grouping(reports, result!.Links().Select(l => (int.Parse(l.Id, CultureInfo.InvariantCulture), l.Incident))),
            new Grouping(reports, war.Truth.Select((incident, i) => (i, incident.ToString(CultureInfo.InvariantCulture)))));
        double[] values =
            [reports, (double)reports / days, seconds, cpu, reports / seconds, seconds / reports * 1e6, cpu / reports * 1e6, cpu / baseline, managed, rss,
             score.Pairs.Precision, score.Pairs.Recall, score.Pairs.F1, score.Precision, score.Recall, score.F,
             (double)pairs.True / (score.Pairs.Right + score.Pairs.Missed), score.Largest, war.Truth.CountBy(i => i).Max(c => c.Value)];
        foreach ((string name, double value) in s_columns.Zip(values))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:R}"));
        }
    }

    private static (double Seconds, double Cpu) Timed(Action work)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Stopwatch watch = Stopwatch.StartNew();
        work();
        return (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    /// <summary>The baseline: the pairs of the blocks, counted.</summary>
    private sealed class Pairs(SyntheticWar war)
    {
        public long All { get; private set; }

        /// <summary>Pairs of one incident among them.</summary>
        public long True { get; private set; }

        public void GoThrough()
        {
            // Ids are numbers of one length, so a report's place in the table is its number.
            Blocks blocks = new(ReportTable.Of(war.Reports()));
            for (int part = 0; part < blocks.Parts; part++)
            {
                blocks.Pairs(part, 0, Blocks.DaysApart, (i, j) =>
                {
                    All++;
                    True += war.Truth[i] == war.Truth[j] ? 1 : 0;
                });
            }
        }
    }

    /// <summary>The most memory in use while it lives, looked at twenty times a second.</summary>
    private sealed class PeakMemory : IDisposable
    {
        private readonly Timer timer;
        private long managed, resident;

        public PeakMemory() => timer = new Timer(_ => Look(), null, 0, 50);

        /// <summary>Managed heap, and resident set of the process, in MB.</summary>
        public (double Managed, double Resident) Megabytes()
        {
            Look();
            return (managed / 1e6, resident / 1e6);
        }

        public void Dispose() => timer.Dispose();

        private void Look()
        {
            managed = Math.Max(managed, GC.GetTotalMemory(forceFullCollection: false));
            resident = Math.Max(resident, Environment.WorkingSet);
        }
    }
}
