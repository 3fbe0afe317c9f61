using Hudna.Cli;
using Hudna.Store;
using Hudna.Tests.Agreements;

namespace Hudna.Tests.Cli;

public sealed class AgreementCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Check_MissionFile_SaysWhatItHolds()
    {
        await run.RunAsync("agreement", "check", Path.Combine(DataFolders.Find("missions/hodeidah"), "agreement.yaml"));
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Equal(
            """
            hodeidah: Ceasefire in Hodeidah governorate (Stockholm Agreement, 2018)
            in force: 2018-12-18 00:00 Asia/Aden
            documents: 3
            parties: 2; guarantors: 0; other roles: 4
            adherence records: 7
            areas: 4
            provisions: 8
            listings: 0, kept by 0 listers
            commissions: 1

            """.ReplaceLineEndings("\n"),
            run.Out);
    }

    [Fact]
    public async Task Check_BadFile_NamesLineAndPath()
    {
        string file = run.Write("bad.yaml", AgreementSample.Good.Replace("type: prohibits", "type: forbids", StringComparison.Ordinal));
        await run.RunAsync("agreement", "check", file);
        Assert.Equal((ExitCode.BadInput, ""), (run.Code, run.Out));
        Assert.Contains($"{file}:33: provisions[1].type: \"forbids\" cannot be used", run.Error, StringComparison.Ordinal);
    }

    /// <summary>All unknown names are told at once, in the file's order.</summary>
    [Fact]
    public async Task Check_UnknownNames_AreAllNamedWithTheirLines()
    {
        string file = run.Write("bad.yaml", AgreementSample.Good
            .Replace("actor: islamic-state", "actor: islamic-stat", StringComparison.Ordinal).Replace("SY/Idlib", "SY/Idleb", StringComparison.Ordinal));
        await run.RunAsync("agreement", "check", file);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Equal(
            $"""
            hudna: {file}:21: areas[1].include[2].admin1: the gazetteer has no division "SY/Idleb"; "SY/Idlib"?
            hudna: {file}:56: listings[1].actor: the gazetteer has no actor "islamic-stat"; "islamic-state"?

            """.ReplaceLineEndings("\n"),
            run.Error.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("agreement", "check", "no-such-file.yaml")]
    [InlineData("agreement", "check")]
    [InlineData("agreement")]
    public async Task Check_Nothing_IsBadInput(params string[] args)
    {
        await run.RunAsync(args);
        Assert.Equal((ExitCode.BadInput, ""), (run.Code, run.Out));
    }

    [Fact]
    public async Task Check_WithoutFile_HintsAtTheWholeCommand()
    {
        await run.RunAsync("agreement", "check");
        Assert.Contains("hudna agreement check --help", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_NewVersion_NeedsAReason_AndTheSameFileChangesNothing()
    {
        string data = Path.Combine(run.Folder, "data"), first = Path.Combine(DataFolders.Find("missions/astana"), "agreement.yaml");
        await run.RunAsync("agreement", "file", first, "--data", data, "--by", "Marta Ilves");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("provisions: 11", run.Out, StringComparison.Ordinal);
        await run.RunAsync("agreement", "file", first, "--data", data, "--by", "Marta Ilves");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("nothing was changed", run.Error, StringComparison.Ordinal);
        string second = run.Write("second.yaml", (await File.ReadAllTextAsync(first, TestContext.Current.CancellationToken)).Replace("answered: 72", "answered: 96", StringComparison.Ordinal));
        await run.RunAsync("agreement", "file", second, "--data", data, "--by", "Marta Ilves");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("reason: why there is a new version", run.Error, StringComparison.Ordinal);
        await run.RunAsync("agreement", "file", second, "--data", data, "--by", "Marta Ilves", "--reason", "longer time to answer");
        Assert.Equal(ExitCode.Done, run.Code);
    }

    [Fact]
    public async Task File_AnotherAgreement_IsRefused()
    {
        string data = Path.Combine(run.Folder, "data");
        await run.RunAsync("agreement", "file", Path.Combine(DataFolders.Find("missions/hodeidah"), "agreement.yaml"), "--data", data, "--by", "Marta Ilves");
        await run.RunAsync("agreement", "file", Path.Combine(DataFolders.Find("missions/astana"), "agreement.yaml"), "--data", data, "--by", "Marta Ilves");
        Assert.Equal((ExitCode.BadInput, ""), (run.Code, run.Out));
        Assert.Contains("The record holds the agreement hodeidah", run.Error, StringComparison.Ordinal);
    }
}
