using System.Globalization;
using System.Text;
using Hudna.Cli;

namespace Hudna.Tests.Cli;

/// <summary>A run of the command line in this process, with its output; and a folder for its files, removed afterwards.</summary>
public sealed class CommandRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("hudna-test-").FullName;

    public int Code { get; private set; }

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public byte[] Input { get; set; } = [];

    /// <summary>Makes a file and gives its path.</summary>
    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    /// <inheritdoc cref="Write(string, string)"/>
    public string Write(string name, byte[] content)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public async Task<CommandRun> RunAsync(params string[] args)
    {
        using MemoryStream output = new();
        await using StringWriter error = new(CultureInfo.InvariantCulture);
        using MemoryStream input = new(Input);
        Code = await HudnaCommand.RunAsync(args, new Shell(input, output, error, OutIsTerminal: false, ErrorIsTerminal: false));
        (Out, Error) = (Encoding.UTF8.GetString(output.ToArray()), error.ToString());
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
