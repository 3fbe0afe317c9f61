using System.CommandLine;
using System.Globalization;
using Hudna.Store.Sqlite;

namespace Hudna.Cli;

/// <summary><c>hudna rebuild</c>: the views are derived anew from the acts.</summary>
internal static class RebuildCommand
{
    internal const string Examples = """
        Examples:
          hudna rebuild --data data

        Nothing that was entered can be lost: every view is derived from the acts, and the old views stand until the new ones are whole.
        """;

    internal static Command Build(Shell shell)
    {
        Option<string> data = DataFolder.Option("The mission's data folder");
        Command command = new("rebuild", "Drop every view of a record and derive it anew from the acts.") { data };
        command.SetAction(async (parsed, _) =>
        {
            using Interruption interruption = new();
            await using SqliteRecord record = await SqliteRecord.OpenAsync(parsed.GetValue(data)!, create: false);
            long acts = await record.RebuildAsync(null, interruption.Token);
            shell.Say(string.Create(CultureInfo.InvariantCulture, $"views derived anew from {acts} acts."));
            return ExitCode.Done;
        });
        return command;
    }
}
