using System.Globalization;

namespace Hudna.Cli.Importing;

/// <summary>Progress on standard error: a bar that grows in place on a terminal; else a line at every fourth part.</summary>
/// <param name="shell">Where to draw.</param>
/// <param name="what">What is being done, as <c>reading</c>.</param>
internal sealed class ProgressLine(Shell shell, string what)
{
    private const int BarWidth = 30;

    private int drawnPart = -1;

    /// <summary>So many of so many are done.</summary>
    internal void Show(int done, int total)
    {
        int parts = shell.ErrorIsTerminal ? BarWidth : 4;
        int part = total == 0 ? parts : (int)((long)done * parts / total);
        if (part == drawnPart && done != total)
        {
            return;
        }

        drawnPart = part;
        string count = string.Create(CultureInfo.InvariantCulture, $"{what} {done} of {total}");
        if (!shell.ErrorIsTerminal)
        {
            shell.Error.WriteLine(count);
            return;
        }

        shell.Error.Write($"\r[{new string('#', part)}{new string('.', BarWidth - part)}] {count}");
        if (done == total)
        {
            shell.Error.WriteLine();
        }
    }
}
