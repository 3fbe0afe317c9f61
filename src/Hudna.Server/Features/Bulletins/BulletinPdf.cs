using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hudna.Bulletins;

namespace Hudna.Server.Features.Bulletins;

/// <summary>A bulletin as PDF, printed by Chromium from its HTML. What Chromium writes of the moment of printing is put to the period's last
/// day, and the names that it gives to the nodes of the tags, which go on counting from one run to the next, are counted from 0. So the same
/// bulletin gives the same bytes with the same Chromium and fonts; another Chromium may print otherwise, and JSON and HTML are what is pinned.</summary>
public static partial class BulletinPdf
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static readonly TimeSpan PrintMax = TimeSpan.FromSeconds(60);

    /// <summary>What to say where there is no Chromium.</summary>
    public const string Missing =
        "A PDF is printed by Chromium, and there is none: install it (Debian: apt-get install chromium), or name the program in HUDNA_CHROMIUM. HTML and JSON need none.";

    /// <summary>Path of Chromium: <c>HUDNA_CHROMIUM</c>, else <c>chromium</c> in the path; null when there is none.</summary>
    public static string? Chromium() => Environment.GetEnvironmentVariable("HUDNA_CHROMIUM") is { Length: > 0 } named
        ? File.Exists(named) ? named : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    /// <summary>The file.</summary>
    /// <param name="chromium">Path of Chromium.</param>
    /// <param name="content">The bulletin.</param>
    /// <param name="number">Its number; null when it is not published.</param>
    /// <param name="language"><c>ar</c> or <c>en</c>.</param>
    /// <param name="cancellation">Cancels, and ends Chromium.</param>
    /// <exception cref="IOException">Chromium failed; the message holds what it said.</exception>
    public static async Task<byte[]> PrintAsync(string chromium, BulletinContent content, int? number, string language, CancellationToken cancellation)
    {
        byte[] html = await BulletinHtml.RenderAsync(content, number, language);
        await OneAtATime.WaitAsync(cancellation);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("hudna-print-");
        try
        {
            string page = Path.Combine(folder.FullName, "bulletin.html"), pdf = Path.Combine(folder.FullName, "bulletin.pdf");
            await File.WriteAllBytesAsync(page, html, cancellation);
            await RunAsync(chromium, page, pdf, folder.FullName, cancellation);
            return Pinned(await File.ReadAllBytesAsync(pdf, cancellation), content.Until);
        }
        finally
        {
            OneAtATime.Release();
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException)
            {
                // A child of Chromium still writes to its profile: the system clears its folder for temporary files.
            }
        }
    }

    /// <summary>The PDF with the moments of making and changing put to a day, and the names of its nodes counted from 0. All keep their length,
    /// so that no offset changes, and their order, which the tree of names needs.</summary>
    internal static byte[] Pinned(byte[] pdf, DateOnly day)
    {
        // Latin-1 maps every byte to one character and back.
        string text = Encoding.Latin1.GetString(pdf);
        text = Moment().Replace(text, m => $"{m.Groups["key"].Value}(D:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}000000{m.Groups["zone"].Value})");
        Dictionary<string, string> nodes = Node().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select((name, i) => (name, Counted: string.Create(CultureInfo.InvariantCulture, $"(node{i:D8})"))).ToDictionary(n => n.name, n => n.Counted, StringComparer.Ordinal);
        return Encoding.Latin1.GetBytes(Node().Replace(text, m => nodes[m.Value]));
    }

    private static async Task RunAsync(string chromium, string page, string pdf, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(chromium) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in (string[])
        [
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-extensions", "--disable-dev-shm-usage", "--hide-scrollbars", "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
            $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={pdf}",
        ])
        {
            start.ArgumentList.Add(argument);
        }

        // Chromium refuses its sandbox to root; the page is our own, and fetches nothing.
        if (Environment.UserName == "root")
        {
            start.ArgumentList.Add("--no-sandbox");
        }

        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        using Process process = Process.Start(start) ?? throw new IOException($"{chromium} could not be started.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(PrintMax);
        Task<string> said = process.StandardError.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new IOException($"{chromium} did not print within {PrintMax.TotalSeconds} seconds.", e);
        }

        if (!File.Exists(pdf))
        {
            throw new IOException($"{chromium} printed nothing (exit code {process.ExitCode}): {(await said).Trim()}");
        }
    }

    [GeneratedRegex(@"(?<key>/(?:CreationDate|ModDate) ?)\(D:[0-9]{14}(?<zone>[^)]*)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Moment();

    [GeneratedRegex(@"\(node[0-9]{8}\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Node();
}
