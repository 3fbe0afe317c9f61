using System.Globalization;

namespace Hudna.Cli.Importing;

/// <summary>Progress on standard error: a bar that grows in place on a terminal; else a line at every fourth part. Once there is something to
/// reckon with, it says how long the rest will take.</summary>
/// <param name="shell">Where to draw.</param>
/// <param name="what">What is being done, as <c>reading</c>.</param>
internal sealed class ProgressLine(Shell shell, string what)
{
    private const int BarWidth = 30;

    /// <summary>An estimate before this is a guess.</summary>
    private static readonly TimeSpan EstimateAfter = TimeSpan.FromSeconds(2);

    private readonly long began = shell.Clock.GetTimestamp();
    private int drawnPart = -1;
    private int drawnTotal;

    /// <summary>So many of so many are done.</summary>
    internal void Show(int done, int total)
    {
        int parts = shell.ErrorIsTerminal ? BarWidth : 4;
        int part = total == 0 ? parts : (int)((long)done * parts / total);
        if (part == drawnPart && total == drawnTotal && done != total)
        {
            return;
        }

        (drawnPart, drawnTotal) = (part, total);
        string count = string.Create(CultureInfo.InvariantCulture, $"{what} {done} of {total}{Left(done, total)}");
        if (!shell.ErrorIsTerminal)
        {
            shell.Error.WriteLine(count);
            return;
        }

        // Blanks over what a longer line left.
        shell.Error.Write($"\r[{new string('#', part)}{new string('.', BarWidth - part)}] {count,-50}");
        if (done == total)
        {
            shell.Error.WriteLine();
        }
    }

    private string Left(int done, int total)
    {
        TimeSpan taken = shell.Clock.GetElapsedTime(began);
        if (done == 0 || done >= total || taken < EstimateAfter)
        {
            return string.Empty;
        }

        TimeSpan left = taken * ((total - done) / (double)done);
        return left < TimeSpan.FromMinutes(2) ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Max(1, Math.Round(left.TotalSeconds))} s left")
            : string.Create(CultureInfo.InvariantCulture, $", about {Math.Round(left.TotalMinutes)} min left");
    }
}
