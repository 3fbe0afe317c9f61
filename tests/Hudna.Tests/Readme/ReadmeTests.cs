using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using Hudna.Tests.Cli;

namespace Hudna.Tests.Readme;

/// <summary>Commands that the documents show are run as they stand. A block of <c>sh</c> directly under the line <c>&lt;!-- run --&gt;</c> is
/// run with <c>bash -e</c> in the repository's folder, with HUDNA_DATA, HUDNA_URLS and HOME of its own, and must end with 0. What it
/// writes into its working folder it should write under <c>"$HUDNA_DATA"</c>.</summary>
public sealed class ReadmeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    public static TheoryData<string, int> Blocks()
    {
        TheoryData<string, int> data = [];
        foreach (string file in (string[])["README.md", "ARCHITECTURE.md", "docs/reading.md"])
        {
            string path = Path.Combine(Root(), file);
            int count = File.Exists(path) ? RunnableBlocks.Of(File.ReadAllText(path)).Count : 0;
            for (int i = 0; i < count; i++)
            {
                data.Add(file, i);
            }
        }

        return data;
    }

    [Fact]
    public void Readme_HasCommandsThatAreRun()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(Root(), "README.md")), "There is no README.md yet.");
        Assert.Contains(Blocks(), b => b.Data.Item1 is "README.md");
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Blocks))]
    public async Task Block_AsItStands_Runs(string file, int index)
    {
        (int line, string script) = RunnableBlocks.Of(await File.ReadAllTextAsync(Path.Combine(Root(), file), TestContext.Current.CancellationToken))[index];
        string home = Directory.CreateTempSubdirectory("hudna-readme-").FullName;
        try
        {
            ProcessStartInfo start = new("bash") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Root() };
            start.ArgumentList.Add("-e");
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(script);
            string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            start.Environment["NUGET_PACKAGES"] = packages;
            start.Environment["HOME"] = home;
            start.Environment["HUDNA_DATA"] = Path.Combine(home, "data");
            start.Environment["HUDNA_URLS"] = $"http://localhost:{DemoCommandTests.FreePort()}";
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(Patience);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }

            Assert.True(process.ExitCode == 0, $"{file}:{line}: exit code {process.ExitCode}\n{await output}\n{await error}");
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }
}

/// <summary>Finds the blocks that are to be run.</summary>
internal static class RunnableBlocks
{
    /// <summary>Each block with the line its fence stands on.</summary>
    internal static IReadOnlyList<(int Line, string Script)> Of(string markdown)
    {
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        List<(int Line, string Script)> blocks = [];
        for (int i = 0; i + 1 < lines.Length; i++)
        {
            if (lines[i].Trim() is not "<!-- run -->")
            {
                continue;
            }

            int fence = i + 1;
            if (lines[fence].Trim() is not ("```sh" or "```bash"))
            {
                throw new InvalidDataException($"line {i + 1}: <!-- run --> is expected directly above ```sh");
            }

            StringBuilder script = new();
            for (i = fence + 1; i < lines.Length && lines[i].Trim() is not "```"; i++)
            {
                script.Append(lines[i]).Append('\n');
            }

            blocks.Add((fence + 1, script.ToString()));
        }

        return blocks;
    }
}

public sealed class RunnableBlocksTests
{
    [Fact]
    public void Of_MarkedBlocks_AreFoundWithTheirLines() =>
        Assert.Equal(
            [(4, "./hudna --version\n"), (9, "a\nb\n")],
            RunnableBlocks.Of("# T\n\n<!-- run -->\n```sh\n./hudna --version\n```\ntext\n<!-- run -->\n```sh\na\nb\n```\n```sh\nnot run\n```\n"));

    [Fact]
    public void Of_MarkWithoutBlock_IsAnError() => Assert.Throws<InvalidDataException>(() => RunnableBlocks.Of("<!-- run -->\n\ntext\n"));
}
