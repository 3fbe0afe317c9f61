using Hudna.Cli;

namespace Hudna.Tests.Cli;

public sealed class HudnaCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("read", "--help")]
    [InlineData("read", "-h")]
    public async Task Help_AnyCommand_ShowsUsageAndExamples(params string[] args)
    {
        await run.RunAsync(args);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains("  hudna ", run.Out, StringComparison.Ordinal);
        Assert.Contains("Examples:", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Hudna.Tests", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_IsTheAssemblys()
    {
        await run.RunAsync("--version");
        Assert.StartsWith("0.", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, run.Code);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read", "--format", "xml", "a.txt")]
    [InlineData("no-such-command")]
    [InlineData("read", "--no-such-option", "a.txt")]
    public async Task CommandLine_Wrong_IsBadInputWithAHint(params string[] args)
    {
        await run.RunAsync(args);
        Assert.Equal((ExitCode.BadInput, ""), (run.Code, run.Out));
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }
}
