using System.CommandLine;
using System.Globalization;
using Hudna.Acts;
using Hudna.Cli.Importing;
using Hudna.Cli.Reading;
using Hudna.Store;

namespace Hudna.Cli;

/// <summary><c>hudna weights</c>: by which weights a mission's record links, and learning them from the record itself.</summary>
internal static class WeightsCommand
{
    internal const string Examples = """
        Examples:
          hudna weights --data data                                      which weights are in force, by whom and since when
          hudna weights --learn --by "Desk A" --reason "half a year of reports" --data data
          hudna weights --shipped --by "Desk A" --reason "learned from too few" --data data

        Learning takes at least 200 tellings (what one report tells of one happening). All claims are then linked again; what people decided stands.
        """;

    internal static Command Build(Shell shell)
    {
        Option<string> data = DataFolder.Option("The mission's data folder");
        Option<bool> learn = new("--learn") { Description = "Learns weights from the record, adopts them, and links everything by them." };
        Option<bool> shipped = new("--shipped") { Description = "Goes back to the weights that Hudna ships, and links everything by them." };
        Option<string?> by = new("--by") { Description = "Who wants it: a person or desk. It stands in the record.", HelpName = "NAME" };
        Option<string?> reason = new("--reason") { Description = "Why. It stands in the record.", HelpName = "TEXT" };
        Command command = new("weights", "Show by which weights a record links, or learn them from the record itself.") { data, learn, shipped, by, reason };
        command.Validators.Add(result =>
        {
            if (result.GetValue(learn) && result.GetValue(shipped))
            {
                result.AddError("--learn or --shipped is expected, not both.");
            }

            if ((result.GetValue(learn) || result.GetValue(shipped)) && (string.IsNullOrWhiteSpace(result.GetValue(by)) || string.IsNullOrWhiteSpace(result.GetValue(reason))))
            {
                result.AddError("--by and --reason are expected with --learn and --shipped: both stand in the record.");
            }
        });
        command.SetAction(async (parsed, _) =>
        {
            using Interruption interruption = new();
            await using MissionRecord mission = await MissionRecord.OpenAsync(parsed.GetValue(data)!, create: false, shell.Clock);
            if (!parsed.GetValue(learn) && !parsed.GetValue(shipped))
            {
                await shell.Error.WriteLineAsync(Described(await mission.Record.LinkWeightsAsync(interruption.Token)));
                return ExitCode.Done;
            }

            ProgressLine line = new(shell, "linking again: per cent");
            var progress = new Share(share => line.Show((int)(100 * share), 100));
            try
            {
                int moved = parsed.GetValue(learn)
                    ? (await mission.Intake.LearnWeightsAsync(parsed.GetValue(by)!, parsed.GetValue(reason)!, progress, interruption.Token)).Moved
                    : await mission.Intake.ShipWeightsAsync(parsed.GetValue(by)!, parsed.GetValue(reason)!, progress, interruption.Token);
                string now = Described(await mission.Record.LinkWeightsAsync(interruption.Token));
                await shell.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{now}; {moved} claims moved"));
                return ExitCode.Done;
            }
            catch (InvalidActException e)
            {
                shell.Say(e.Message);
                return ExitCode.BadInput;
            }
        });
        return command;
    }

    private static string Described(AdoptedWeights? weights) => weights is null ? "weights: as Hudna ships them"
        : string.Create(CultureInfo.InvariantCulture, $"weights: {(weights.Tellings == 0 ? "as Hudna ships them" : $"learned from {weights.Tellings} tellings")}, adopted by {weights.By} at {weights.At:yyyy-MM-dd HH:mm zzz}");

    private sealed class Share(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
