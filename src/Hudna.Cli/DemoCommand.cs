using System.CommandLine;
using Hudna.Cli.Importing;
using Hudna.Missions;
using Hudna.Store;

namespace Hudna.Cli;

/// <summary><c>hudna demo</c>: the sample mission, ready to look at.</summary>
internal static class DemoCommand
{
    internal const string Examples = """
        Examples:
          hudna demo
          hudna demo --urls http://localhost:8080
          hudna demo --mission missions/hodeidah --data /tmp/hodeidah        another agreement; no reports yet
          hudna demo --data /tmp/demo --no-serve        takes the sample in, says what was found, and ends

        What is entered stays in the data folder; remove the folder to begin anew.
        """;

    // Written when all of the sample is in the record: an import cut off is taken up again.
    private const string Complete = "sample-is-in";

    internal static Command Build(Shell shell)
    {
        Option<string> data = DataFolder.Option("Data folder");
        Option<string> urls = ServeCommand.Urls();
        Option<string?> mission = new("--mission") { Description = "Another mission's folder instead of the sample in missions/astana.", HelpName = "DIR" };
        Option<bool> noServe = new("--no-serve") { Description = "Take the sample in and end." };
        Command command = new("demo", "Make a mission of the sample in missions/astana, read its reports, and serve it.") { data, mission, urls, noServe };
        command.SetAction(async (parsed, _) =>
        {
            string folder = parsed.GetValue(data)!;
            string missionFolder = parsed.GetValue(mission) is not { } given ? DataFolders.Find(Path.Combine("missions", "astana"))
                : File.Exists(Path.Combine(given, "mission.yaml")) ? given : throw new BadInputException($"--mission {given}: a folder with mission.yaml is expected.");
            using Interruption interruption = new();
            await TakeInAsync(shell, missionFolder, folder, interruption.Token);
            return parsed.GetValue(noServe) ? ExitCode.Done : await ServeCommand.RunAsync(shell, missionFolder, folder, parsed.GetValue(urls)!, interruption);
        });
        return command;
    }

    private static async Task TakeInAsync(Shell shell, string missionFolder, string folder, CancellationToken cancellation)
    {
        string complete = Path.Combine(folder, Complete);
        await using MissionRecord mission = await MissionRecord.OpenAsync(folder, create: true, shell.Clock);
        if (!File.Exists(complete))
        {
            shell.Say($"taking in the sample of {missionFolder}");
            SampleMission sample = new(missionFolder);
            Mission settings = await sample.SettingsAsync(mission.Record, cancellation);
            MechanismSample mechanism = new(missionFolder, mission);
            await mechanism.PrepareAsync(settings, cancellation);
            IReadOnlyList<ImportOutcome> refused = await sample.ImportAsync(settings, mission, new ProgressLine(shell, "filing"), cancellation);
            ProgressLine reading = new(shell, "reading");
            await mission.Intake.ReadQueuedAsync(new ImportCommand.DirectProgress(p => reading.Show(p.Done, p.Total)), cancellation);
            IReadOnlyList<string> coverage = await mechanism.ReplayAsync(settings, folder, new ProgressLine(shell, "replaying"), cancellation);
            foreach (string problem in refused.Select(o => o.Detail).Concat(coverage))
            {
                shell.Say(problem);
            }

            await File.WriteAllBytesAsync(complete, [], cancellation);
        }

        foreach (string line in await RecordSummary.OfAsync(mission.Record, cancellation))
        {
            await shell.Error.WriteLineAsync(line);
        }
    }
}
