using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Hudna.Cli;

/// <summary>Help with examples after the options.</summary>
/// <param name="inner">What writes the rest.</param>
/// <param name="examples">Text by command name; the root's under "".</param>
internal sealed class Help(HelpAction inner, IReadOnlyDictionary<string, string> examples) : SynchronousCommandLineAction
{
    /// <summary>Asking for help is never wrong, whatever else is missing.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = inner.Invoke(parseResult);
        Command command = parseResult.CommandResult.Command;
        if (examples.TryGetValue(command is RootCommand ? "" : command.Name, out string? text))
        {
            parseResult.InvocationConfiguration.Output.WriteLine(text);
        }

        return code;
    }

    /// <summary>Makes a command line's help end with examples.</summary>
    internal static void AddExamples(RootCommand root, IReadOnlyDictionary<string, string> examples)
    {
        foreach (HelpOption option in root.Options.OfType<HelpOption>())
        {
            option.Action = new Help((HelpAction)option.Action!, examples);
        }
    }
}
