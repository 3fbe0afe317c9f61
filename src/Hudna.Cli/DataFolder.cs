using System.CommandLine;

namespace Hudna.Cli;

/// <summary>The mission's data folder: one option and one default for every command that opens a record.</summary>
internal static class DataFolder
{
    private const string Defaults = "default: HUDNA_DATA, else data/demo in the checkout, else hudna/demo in the user's data folder";

    /// <summary>The option <c>--data</c>.</summary>
    /// <param name="what">What the command does with the folder, in a sentence without its end.</param>
    internal static Option<string> Option(string what) => new("--data")
    {
        Description = $"{what} ({Defaults}).",
        HelpName = "DIR",
        DefaultValueFactory = _ => Default(),
    };

    /// <summary>The folder named in HUDNA_DATA, else the demo's own.</summary>
    internal static string Default()
    {
        if (Environment.GetEnvironmentVariable("HUDNA_DATA") is { Length: > 0 } given)
        {
            return given;
        }

        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Hudna.slnx")))
            {
                return Path.Combine(at.FullName, "data", "demo");
            }
        }

        return Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "hudna", "demo");
    }
}
