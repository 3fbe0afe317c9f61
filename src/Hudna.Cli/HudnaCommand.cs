using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using Hudna.Cli.Importing;
using Hudna.Cli.Reading;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Cli;

/// <summary>The command line: <c>hudna read | import | link | serve | rebuild | agreement | bulletin | demo</c>.</summary>
public static class HudnaCommand
{
    private const string Examples = """
        Examples:
          hudna demo                                  the sample mission, at http://localhost:5080
          hudna read article.txt                      what an article says, sentence by sentence
          hudna import --data data articles/          takes reports into a mission's record
          hudna serve --mission missions/astana --data data --urls http://localhost:5080
        """;

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="shell">Streams and terminal.</param>
    /// <returns>A code of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Shell shell)
    {
        RootCommand root = new("Hudna, the system of record of a ceasefire: reads what is said about a truce, finds who claims what, and keeps it.")
        {
            DemoCommand.Build(shell),
            ReadCommand.Build(shell),
            ImportCommand.Build(shell),
            LinkCommand.Build(shell),
            WeightsCommand.Build(shell),
            ServeCommand.Build(shell),
            RebuildCommand.Build(shell),
            AgreementCommand.Build(shell),
            BulletinCommand.Build(shell),
        };
        Help.AddExamples(root, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [""] = Examples,
            ["demo"] = DemoCommand.Examples,
            ["read"] = ReadCommand.Examples,
            ["import"] = ImportExamples.Text,
            ["link"] = LinkCommand.Examples,
            ["weights"] = WeightsCommand.Examples,
            ["serve"] = ServeCommand.Examples,
            ["rebuild"] = RebuildCommand.Examples,
            ["agreement"] = AgreementCommand.Examples,
            ["bulletin"] = BulletinCommand.Examples,
            ["check"] = AgreementCommand.Examples,
            ["file"] = AgreementCommand.Examples,
        });
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError error in parsed.Errors)
            {
                shell.Say(error.Message);
            }

            shell.Say($"try: hudna {Names(parsed.CommandResult)}--help");
            return ExitCode.BadInput;
        }

        try
        {
            using StringWriter written = new(CultureInfo.InvariantCulture); // Help and version only; commands write to the shell.
            int code = await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = written });
            ClosedPipes.Write(shell.Out, Encoding.UTF8.GetBytes(written.ToString().Replace(RootCommand.ExecutableName, "hudna", StringComparison.Ordinal)));
            return code;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (ClosedPipeException)
        {
            return ExitCode.Done;
        }
        catch (BadInputException e)
        {
            shell.Say(e.Message);
            return ExitCode.BadInput;
        }
        catch (Exception e) when (e is DataFileException or RecordUnavailableException)
        {
            shell.Say(e.Message);
            return ExitCode.BadInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            shell.Say(e.Message);
            return ExitCode.Failure;
        }
    }

    // The command's names below the program's, each with a blank: "agreement check ".
    private static string Names(CommandResult command) =>
        command.Command is RootCommand ? "" : (command.Parent is CommandResult above ? Names(above) : "") + command.Command.Name + " ";
}

/// <summary>What was handed in cannot be used at all.</summary>
/// <param name="message">What, where, what to do.</param>
public sealed class BadInputException(string message) : Exception(message);

/// <summary>Nobody reads the output any more (<c>| head</c>): the rest of the work is moot, and that is no error.</summary>
public sealed class ClosedPipeException() : Exception("The output's reader is gone.");
